//! The clause that tells a fact: from the trigger up to the verb that carries it ([`climb`]), with everything that changes what is
//! claimed and without what belongs to other facts ([`prune`]), as a sentence of its own ([`finite`]).

mod tree;

mod climb;

mod prune;

mod finite;

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon;
use crate::report::{Claim, EntityType, Fact, Polarity, StatementId};
use crate::text::Span;

use super::Article;
use super::source::keeps_cue;
use super::word::{QUOTE, Word};
use climb::{End, belief, climb, is_anyone};
use tree::{DEEPEST, subject};

pub use tree::is_verb;

/// A relative clause or purpose of more tokens than this is left out of a line.
const LONGEST_MODIFIER: usize = 14;

/// Tokens of a quotation that is told word for word.
const LONGEST_QUOTE: usize = 45;

/// A clause in the words of a line.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its words in order, without a full stop.
    pub words: Vec<Word>,
    /// "that", "whether" or "where", where the clause hangs on a verb.
    pub mark: Option<usize>,
    /// "estimate" in "We estimate that …": the verb by which a speaker lowers the certainty of what follows.
    pub belief: Option<usize>,
    /// Whether the words are the source's own, from one mark to the other.
    pub quoted: bool,
}

impl Clause {
    /// Whether the clause shows every token of `span`.
    pub fn shows(&self, document: &Document, span: Span) -> bool {
        document
            .tokens_in(span)
            .all(|i| self.holds(i) || matches!(document.tokens[i].pos, Pos::Punct | Pos::Space))
    }

    /// Whether the clause shows a hedge, or its source's verb does: the cue of the statement, or the belief that stands for it.
    pub fn shows_hedge(
        &self,
        article: &Article,
        hedge: Span,
        statement: Option<StatementId>,
    ) -> bool {
        let document = article.document;
        let said = statement.and_then(|id| match self.belief {
            Some(belief) => Some(document.tokens[belief].span),
            None => (article.statements[id.0].cue)
                .filter(|_| (article.cue_head(id)).is_some_and(|cue| keeps_cue(document, cue))),
        });
        self.shows(document, hedge) || said.is_some_and(|said| hedge.overlaps(said))
    }

    /// Whether the clause shows token `i`.
    pub fn holds(&self, i: usize) -> bool {
        self.words.iter().any(|word| word.token() == Some(i))
    }
}

/// The clause that tells `fact` at the token `trigger`, for the claim `claim`; `None` if there is none that says neither more nor
/// less.
pub fn tell(article: &Article, fact: &Fact, trigger: usize, claim: &Claim) -> Option<Clause> {
    tell_within(article, fact, trigger, claim, LONGEST_MODIFIER)
}

/// The same without modifiers that the claim can do without.
pub fn tell_shorter(
    article: &Article,
    fact: &Fact,
    trigger: usize,
    claim: &Claim,
) -> Option<Clause> {
    tell_within(article, fact, trigger, claim, 0)
}

fn tell_within(
    article: &Article,
    fact: &Fact,
    trigger: usize,
    claim: &Claim,
    longest: usize,
) -> Option<Clause> {
    let document = article.document;
    let (path, end) = climb(article, fact, trigger, claim);
    let top = *path.last()?;
    if !is_verb(document, top) {
        return None;
    }
    if is_asked(article, top, claim) {
        return None;
    }
    if let End::Participle(verb) = end
        && (document.may_be_of_noun(top) || is_modal(document, verb))
    {
        return None;
    }
    if let End::Relative(noun) = end
        && is_ambiguous(article, noun, top)
    {
        return None;
    }
    if let End::Relative(noun) | End::Reduced(noun) = end
        && is_anyone(document, noun, top)
    {
        return None;
    }
    let mut pruner = prune::clause(article, &path, top, longest);
    let words = finite::words(article, fact, &path, &mut pruner, end)?;
    let (mut words, mut mark) = (words, pruner.mark);
    if let Some(first) = words
        .first()
        .and_then(Word::token)
        .filter(|&i| hangs(document, i))
    {
        let content = document
            .head(first)
            .is_some_and(|verb| document.tokens[verb].dep == Dep::Ccomp);
        if document.tokens[first].dep != Dep::Mark && !content {
            return None;
        }
        words.remove(0);
        mark = mark.or(Some(first));
    }
    let clause = Clause {
        words,
        mark,
        belief: belief(article, top),
        quoted: false,
    };
    let orphan = clause
        .words
        .iter()
        .filter_map(Word::token)
        .any(|i| is_orphan(document, &clause, i));
    let whole = !orphan
        && !has_no_subject_before(document, &clause, top)
        && says_enough(document, &clause, top);
    if !whole || !honest(article, fact, trigger, claim, &clause) {
        return None;
    }
    // "we" and "our" are only true in the speaker's mouth.
    let shown = || clause.words.iter().filter_map(Word::token);
    if shown().any(|i| is_first_person(document, i)) {
        return quote(article, fact, trigger, claim);
    }
    // "Hall said that he …" would be Hall himself.
    if shown().any(|i| is_another(article, claim, i)) {
        return quote(article, fact, trigger, claim).or(Some(clause));
    }
    Some(clause)
}

/// Whether token `i` is the "he" or "she" of a quotation: someone else than who is quoted.
fn is_another(article: &Article, claim: &Claim, i: usize) -> bool {
    let document = article.document;
    let token = &document.tokens[i];
    matches!(token.dep, Dep::Nsubj | Dep::Nsubjpass)
        && matches!(document.lower(i).as_str(), "he" | "she")
        && claim.statement.is_some_and(|id| {
            let quotations = &article.statements[id.0].quotations;
            quotations
                .iter()
                .any(|quotation| quotation.contains(token.span))
        })
}

fn is_first_person(document: &Document, i: usize) -> bool {
    let own = [
        "i",
        "me",
        "my",
        "mine",
        "we",
        "us",
        "our",
        "ours",
        "myself",
        "ourselves",
    ];
    matches!(document.tokens[i].tag, Tag::Prp | Tag::PrpPoss)
        && own.contains(&document.lower(i).as_str())
}

/// What the source says around the trigger, word for word: the quoted part of its sentence.
fn quote(article: &Article, fact: &Fact, trigger: usize, claim: &Claim) -> Option<Clause> {
    let document = article.document;
    let statement = &article.statements[claim.statement?.0];
    let at = document.tokens[trigger].span;
    let quotation = statement
        .quotations
        .iter()
        .copied()
        .find(|span| span.contains(at))?;
    let sentence = document.sentences[document.sentence_of(trigger)].clone();
    let tokens = document.tokens_in(quotation);
    let is_edge = |i: usize| matches!(document.tokens[i].pos, Pos::Punct | Pos::Space);
    let mut run = tokens.start.max(sentence.start)..tokens.end.min(sentence.end);
    while run.start < run.end && is_edge(run.start) {
        run.start += 1;
    }
    while run.start < run.end && is_edge(run.end - 1) {
        run.end -= 1;
    }
    let inner_mark = run
        .clone()
        .any(|i| matches!(document.word(i), "“" | "”" | "\""));
    if run.len() > LONGEST_QUOTE || inner_mark {
        return None;
    }
    let clause = Clause {
        words: std::iter::once(QUOTE).chain(run.map(Word::Token)).collect(),
        mark: None,
        belief: None,
        quoted: true,
    };
    honest(article, fact, trigger, claim, &clause).then_some(clause)
}

/// The words of a noun's phrase, by the tree.
pub fn noun_phrase(article: &Article, noun: usize) -> Vec<Word> {
    prune::phrase(article, noun)
        .into_iter()
        .map(Word::Token)
        .collect()
}

/// The tokens of a span as words.
pub fn tokens(document: &Document, span: Span) -> Vec<Word> {
    document
        .tokens_in(span)
        .filter(|&i| document.tokens[i].pos != Pos::Space)
        .map(Word::Token)
        .collect()
}

/// Whether the clause shows the trigger, every hedge near it, whole numbers only, and the negation of a negated claim.
fn honest(article: &Article, fact: &Fact, trigger: usize, claim: &Claim, clause: &Clause) -> bool {
    let document = article.document;
    let sentence = &document.sentences[document.sentence_of(trigger)];
    let near = |span: Span| sentence.contains(&document.tokens_in(span).start);
    let hedges = fact
        .hedges
        .iter()
        .filter(|&&hedge| near(hedge))
        .all(|&hedge| clause.shows_hedge(article, hedge, claim.statement));
    let numbers = fact.counts.iter().all(|count| {
        let mut tokens = document.tokens_in(count.span);
        clause.shows(document, count.span)
            || !tokens.any(|i| clause.holds(i) && document.tokens[i].tag == Tag::Cd)
    });
    let negated = claim.polarity == Polarity::Asserted
        || clause.words.iter().any(|word| {
            word.token().is_some_and(|i| {
                lexicon::NEGATORS.contains(&document.lower(i))
                    || lexicon::NEGATORS.contains(&document.lemma(i).to_lowercase())
            })
        });
    clause.holds(trigger) && hedges && numbers && negated && !is_lost_denial(document, clause)
}

/// "I do not believe anybody has run": an "anybody" that does something, and no word in the clause that allows for one.
fn is_lost_denial(document: &Document, clause: &Clause) -> bool {
    let tokens = || clause.words.iter().filter_map(Word::token);
    let somebody = |i: usize| {
        matches!(document.tokens[i].dep, Dep::Nsubj | Dep::Nsubjpass)
            && matches!(
                document.lower(i).as_str(),
                "anybody" | "anyone" | "anything"
            )
            && document.children(i).next().is_none()
    };
    let allows = |i: usize| {
        let lower = document.lower(i);
        document.tokens[i].tag == Tag::Md
            || lexicon::NEGATORS.contains(&lower)
            || lexicon::CONDITIONS.contains(&lower)
            || matches!(lower.as_str(), "than" | "before" | "when" | "ever")
    };
    tokens().any(somebody) && clause.mark.is_none() && !tokens().any(allows)
}

/// "did not know when they would resume": a question within a denial tells nothing, unless the denial is told with it.
fn is_asked(article: &Article, top: usize, claim: &Claim) -> bool {
    let document = article.document;
    let question = matches!(
        document.tokens[top].dep,
        Dep::Ccomp | Dep::Pcomp | Dep::Advcl
    ) && (document.children(top).take(DEEPEST))
        .any(|child| child < top && document.tokens[child].tag == Tag::Wrb);
    let denied = document.head(top).is_some_and(|head| {
        let knows = matches!(
            document.lemma(head),
            "know"
                | "say"
                | "see"
                | "tell"
                | "decide"
                | "understand"
                | "remember"
                | "explain"
                | "disclose"
                | "reveal"
        );
        let cue = claim.statement.and_then(|id| article.cue_head(id));
        knows && cue != Some(head) && document.child(head, Dep::Neg).is_some()
    });
    question && denied
}

/// Whether a clause that begins with token `i` hangs on something before it: "that it accused of …".
fn hangs(document: &Document, i: usize) -> bool {
    let token = &document.tokens[i];
    document.lower(i) == "that"
        && matches!(token.dep, Dep::Mark | Dep::Dobj | Dep::Pobj)
        && document
            .head(i)
            .is_some_and(|verb| subject(document, verb).is_some())
}

/// Whether token `i` is a relative pronoun whose noun the clause does not show.
fn is_orphan(document: &Document, clause: &Clause, i: usize) -> bool {
    if !matches!(
        document.tokens[i].tag,
        Tag::Wdt | Tag::Wp | Tag::WpPoss | Tag::Wrb
    ) {
        return false;
    }
    let relative = std::iter::once(i)
        .chain(document.ancestors(i).take(DEEPEST))
        .find(|&up| document.tokens[up].dep == Dep::Relcl);
    relative
        .and_then(|clause| document.head(clause))
        .is_some_and(|noun| !clause.holds(noun))
}

/// "would create a bad summer, **forcing** her": what follows from what may never be.
fn is_modal(document: &Document, verb: usize) -> bool {
    (document.children_by(verb, Dep::Aux)).any(|child| document.tokens[child].tag == Tag::Md)
}

/// "his departure from the race, **which** may help": of the last noun or of the one before it. A name is meant itself after a comma,
/// and without one it is not: no "who" tells which of several it is.
fn is_ambiguous(article: &Article, noun: usize, verb: usize) -> bool {
    let document = article.document;
    let preposition = document
        .head(noun)
        .filter(|_| document.tokens[noun].dep == Dep::Pobj);
    let outer = preposition.and_then(|it| document.head(it));
    let start = document.subtree(verb).start;
    let comma = start > 0 && document.word(start - 1) == ",";
    let person = document.lower(start) == "who";
    let kind = article
        .entity_at(noun)
        .map(|id| article.entities[id.0].kind);
    let named = document.tokens[noun].pos == Pos::Propn
        && match kind {
            Some(EntityType::Person | EntityType::Norp | EntityType::Org) => true,
            Some(_) => !person,
            None => false,
        };
    if matches!(kind, Some(EntityType::Date | EntityType::Time)) {
        return true;
    }
    outer.is_some_and(|outer| match (person, comma) {
        (_, true) => !named && tree::is_noun(document, outer),
        (true, false) => document.tokens[noun].pos == Pos::Propn && tree::is_noun(document, outer),
        (false, false) => false,
    })
}

/// Whether the clause begins with its finite verb, or the verb's auxiliary: a question or a condition that has lost its sentence.
fn has_no_subject_before(document: &Document, clause: &Clause, top: usize) -> bool {
    let Some(first) = clause.words.first().and_then(Word::token) else {
        return false;
    };
    let auxiliary = matches!(document.tokens[first].dep, Dep::Aux | Dep::Auxpass)
        && document.head(first) == Some(top);
    let finite = matches!(
        document.tokens[first].tag,
        Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Md
    );
    finite && (first == top || auxiliary)
}

/// Whether more is left than a subject and a verb whose complement had to go.
fn says_enough(document: &Document, clause: &Clause, top: usize) -> bool {
    let complement = |child: usize| {
        child > top
            && matches!(
                document.tokens[child].dep,
                Dep::Dobj | Dep::Ccomp | Dep::Xcomp | Dep::Prep | Dep::Attr | Dep::Acomp
            )
    };
    let after = clause
        .words
        .iter()
        .position(|word| word.token() == Some(top))
        .is_some_and(|at| at + 1 < clause.words.len());
    after || !document.children(top).take(DEEPEST).any(complement)
}
