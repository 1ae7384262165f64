//! What is not settled, and the word that says why.

use crate::document::{Dep, Document, Tag};
use crate::lexicon::UNSETTLING_WORDS;
use crate::report::{
    Certainty, ConflictKind, Fact, FactId, FactType, Line, LineIndex, Modality, Polarity, Role,
    Unsettled, Unsettling,
};

use super::Article;
use super::timeline::is_main;

/// A quotation of fewer tokens is a phrase that somebody uses, not what happened.
const SHORT_QUOTATION: usize = 12;

/// Steps up from an event to what it depends on.
const MOST_STEPS: usize = 6;

/// What is not settled, in order of the lines; of a line what counts most.
pub fn write(article: &Article, lines: &[Line]) -> Vec<Unsettled> {
    (lines.iter().enumerate())
        .filter_map(|(index, line)| {
            let found = line.facts.iter().filter_map(|&fact| {
                let why = why(article, line, fact)?;
                Some((rank(why), fact, why))
            });
            let (_, fact, why) = found.min_by_key(|(rank, fact, _)| (*rank, *fact))?;
            Some(Unsettled {
                line: LineIndex(index),
                fact,
                why,
            })
        })
        .collect()
}

/// What counts more comes first.
fn rank(why: Unsettling) -> usize {
    use Unsettling as U;
    [
        U::Disputed,
        U::Denied,
        U::Alleged,
        U::Unverified,
        U::Conditional,
        U::Possible,
        U::Probable,
        U::Planned,
    ]
    .iter()
    .position(|it| *it == why)
    .unwrap_or(usize::MAX)
}

/// Why a fact is not settled where the line tells it; `None` if it is.
fn why(article: &Article, line: &Line, id: FactId) -> Option<Unsettling> {
    let document = article.document;
    let fact = &article.facts[id.0];
    if (fact.conflicts.iter()).any(|it| it.kind == ConflictKind::Contradictory) {
        return Some(Unsettling::Disputed);
    }
    let extent = document.tokens_in(line.extent());
    let (trigger, _) = article.told_in(&extent).find(|(_, it)| *it == id)?;
    let quoted_label = article
        .quotation_at(trigger)
        .is_some_and(|it| it.tokens.len() < SHORT_QUOTATION);
    match quoted_label {
        true => None,
        false => {
            by_word(document, fact, trigger).or_else(|| by_hedge(article, line, fact, trigger))
        }
    }
}

/// Why, by a word that the event depends on.
fn by_word(document: &Document, fact: &Fact, trigger: usize) -> Option<Unsettling> {
    if let Some(found) =
        (document.children(trigger)).find_map(|child| beside(document, fact, child))
    {
        return Some(found);
    }
    let mut below = trigger;
    for up in document.ancestors(trigger).take(MOST_STEPS) {
        let lemma = document.lemma(up).to_lowercase();
        let governs = matches!(
            document.tokens[below].dep,
            Dep::Ccomp | Dep::Xcomp | Dep::Pcomp | Dep::Pobj | Dep::Dobj | Dep::Prep | Dep::Acl
        );
        if let Some(kind) = UNSETTLING_WORDS.get(&lemma).filter(|_| governs)
            && let Some(why) = depends(document, fact, up, kind)
        {
            return Some(why);
        }
        if !governs && document.tokens[below].dep != Dep::Conj {
            return None;
        }
        below = up;
    }
    None
}

/// "will meet", "allegedly stole", "the alleged attack": a word beside the event.
fn beside(document: &Document, fact: &Fact, child: usize) -> Option<Unsettling> {
    let kind = UNSETTLING_WORDS.get(&document.lower(child))?;
    match (kind, document.tokens[child].dep) {
        ("planned", Dep::Aux) if fact.polarity == Polarity::Asserted && is_acted(fact) => {
            Some(Unsettling::Planned)
        }
        ("alleged", Dep::Advmod | Dep::Amod) => Some(Unsettling::Alleged),
        ("unverified", Dep::Advmod | Dep::Amod) => Some(Unsettling::Unverified),
        _ => None,
    }
}

/// Whether it is what somebody does: what only comes about is foreseen, not planned.
fn is_acted(fact: &Fact) -> bool {
    let acts = !matches!(
        fact.kind,
        FactType::Be | FactType::Occur | FactType::Change | FactType::Die | FactType::Injure
    );
    acts && fact
        .roles
        .iter()
        .any(|role| role.role == Role::Agent && role.entity.is_some())
}

/// What a word means for the event that depends on it.
fn depends(document: &Document, fact: &Fact, up: usize, kind: &str) -> Option<Unsettling> {
    let negated = (document.children(up)).any(|it| document.tokens[it].dep == Dep::Neg);
    let past = document.tokens[up].tag == Tag::Vbd && document.child(up, Dep::Auxpass).is_none();
    match kind {
        "alleged" => Some(Unsettling::Alleged),
        "denied" if fact.polarity == Polarity::Negated => Some(Unsettling::Denied),
        "unverified" if negated || document.tokens[up].tag == Tag::Jj => {
            Some(Unsettling::Unverified)
        }
        "planned"
            if is_acted(fact)
                && is_main(document, up)
                && !past
                && !negated
                && matches!(fact.modality, Modality::Future | Modality::Intended) =>
        {
            Some(Unsettling::Planned)
        }
        _ => None,
    }
}

/// Why, by a hedge that stands in the line, or by a condition.
fn by_hedge(article: &Article, line: &Line, fact: &Fact, trigger: usize) -> Option<Unsettling> {
    let document = article.document;
    let extent = line.extent();
    if !is_main(document, trigger) {
        return None;
    }
    let hedged = (fact.hedges.iter()).any(|hedge| {
        let said = document.tokens_in(*hedge).any(|i| article.is_cue(i));
        extent.contains(*hedge) && !said
    });
    let condition =
        (std::iter::once(trigger).chain(document.ancestors(trigger).take(2))).any(|verb| {
            (document.children_by(verb, Dep::Advcl)).any(|clause| {
                document
                    .child(clause, Dep::Mark)
                    .is_some_and(|mark| matches!(document.lower(mark).as_str(), "if" | "unless"))
            })
        });
    match fact.certainty {
        _ if condition && fact.modality == Modality::Hypothetical => Some(Unsettling::Conditional),
        Certainty::Probable if hedged => Some(Unsettling::Probable),
        // "may not operate": forbidden.
        Certainty::Possible if hedged && fact.polarity == Polarity::Asserted => {
            Some(Unsettling::Possible)
        }
        _ => None,
    }
}
