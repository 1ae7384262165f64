//! The kept tokens as a finite clause: a subject for a participle, "was" for a lost auxiliary, the past tense for a headline's
//! present.

use std::collections::BTreeMap;

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon;
use crate::lexicon::verb::{self, Number};
use crate::report::{Certainty, Fact, Role};

use super::super::Article;
use super::super::recast;
use super::super::word::Word;
use super::climb::{End, covers, filler_subject, is_passive};
use super::prune::{self, Pruner};
use super::tokens;
use super::tree::{DEEPEST, child_word, is_verb, lacks_auxiliary, subject};

/// The words of the clause, if it can be made finite.
pub fn words(
    article: &Article,
    fact: &Fact,
    path: &[usize],
    pruner: &mut Pruner,
    end: End,
) -> Option<Vec<Word>> {
    let teller = Teller {
        article,
        fact,
        path,
        top: *path.last()?,
        kept: std::mem::take(&mut pruner.kept),
        forms: BTreeMap::new(),
    };
    teller.words(end, pruner)
}

struct Teller<'a, 't> {
    article: &'a Article<'a, 't>,
    fact: &'a Fact,
    path: &'a [usize],
    top: usize,
    kept: Vec<usize>,
    /// Auxiliaries that change their form.
    forms: BTreeMap<usize, String>,
}

impl Teller<'_, '_> {
    /// The kept tokens as the words of a finite clause with a subject.
    fn words(mut self, end: End, pruner: &mut Pruner) -> Option<Vec<Word>> {
        let document = self.article.document;
        let passive = is_passive(document, self.top, end);
        let mut front: Vec<Word> = Vec::new();
        let mut after_verb: Vec<Word> = Vec::new();
        let own = subject(document, self.top);
        let relative = |i: usize| matches!(document.tokens[i].tag, Tag::Wdt | Tag::Wp);
        match (end, own) {
            (End::Relative(noun), Some(own)) if relative(own) => {
                self.kept.retain(|&i| i != own);
                front = self.noun_phrase(noun)?;
            }
            (End::Relative(noun), Some(_)) => {
                after_verb = self.gap(noun)?;
            }
            (End::Relative(noun) | End::Reduced(noun), None) => front = self.noun_phrase(noun)?,
            (End::Participle(_) | End::Shared(_), None) => {
                front = self.shared_hedge(end);
                front.extend(self.borrowed_subject(end, passive)?);
                let shown: Vec<usize> = front.iter().filter_map(Word::token).collect();
                self.kept.retain(|i| !shown.contains(i));
            }
            (_, None) if self.has_subject_inside() => {}
            (_, None) => return None,
            (_, Some(own)) if relative(own) => return None,
            (_, Some(_)) => {}
        }
        let plural = self.is_plural(end, own, &front);
        let verbs = self.verb_group(end, passive, plural)?;
        pruner.kept = std::mem::take(&mut self.kept);
        pruner.pair_marks();
        self.kept = std::mem::take(&mut pruner.kept);
        let mut words = front;
        let subject_end = words.len();
        let verb_at = self.top;
        for at in 0..self.kept.len() {
            let i = self.kept[at];
            if i == verb_at {
                // An auxiliary stands before "not": "was not signed"; a short one leans on the subject: "it's nearly tied".
                let added = verbs.len().saturating_sub(1);
                let negation = words.last().and_then(Word::token).is_some_and(|i| {
                    document.tokens[i].dep == Dep::Neg && document.head(i) == Some(verb_at)
                });
                let leans = (verbs[..added].first().and_then(Word::token))
                    .is_some_and(|i| document.word(i).starts_with(['\'', '’']));
                let at = match leans && subject_end > 0 {
                    true => subject_end,
                    false => words.len() - usize::from(negation && added > 0),
                };
                words.splice(at..at, verbs[..added].iter().cloned());
                words.extend(verbs.last().cloned());
                continue;
            }
            words.extend(self.word(i, own));
        }
        if !after_verb.is_empty() {
            let mut at = words
                .iter()
                .position(|word| word.token() == Some(verb_at))?
                + 1;
            while words
                .get(at)
                .and_then(Word::token)
                .is_some_and(|i| matches!(document.tokens[i].dep, Dep::Prt | Dep::Neg))
            {
                at += 1;
            }
            words.splice(at..at, after_verb);
        }
        Some(words)
    }

    /// "Apparently, police came and took them away": the adverb at the first verb hedges the second too.
    fn shared_hedge(&self, end: End) -> Vec<Word> {
        let End::Shared(first) = end else {
            return Vec::new();
        };
        let document = self.article.document;
        (document.children_by(first, Dep::Advmod))
            .filter(|&child| {
                let span = document.tokens[child].span;
                child < first && self.fact.hedges.iter().any(|hedge| hedge.contains(span))
            })
            .map(Word::Token)
            .collect()
    }

    /// The subject that a participle or second verb takes from another verb: that verb's own, unless the fact knows better.
    fn borrowed_subject(&self, end: End, passive: bool) -> Option<Vec<Word>> {
        let document = self.article.document;
        let (End::Participle(verb) | End::Shared(verb)) = end else {
            return None;
        };
        let filler = match self.path.iter().filter(|&&i| is_verb(document, i)).count() {
            0 | 1 => filler_subject(self.article, self.fact, self.top, passive),
            _ => None,
        };
        let tree = subject(document, verb)
            .filter(|&i| !matches!(document.tokens[i].tag, Tag::Wdt | Tag::Wp));
        if let Some(tree) = tree {
            let phrase = prune::phrase(self.article, tree);
            let agrees = filler
                .is_none_or(|filler| document.tokens_in(filler.span).any(|i| phrase.contains(&i)));
            if agrees {
                let doubtful = self.doubtful_number(verb, &phrase);
                let kept = phrase.into_iter().filter(|i| !doubtful.contains(i));
                return Some(kept.map(Word::Token).collect());
            }
        }
        filler.map(|filler| tokens(document, filler.span))
    }

    /// "We estimate that more than 100 men were killed while fighting": the number in `phrase` is as doubtful as the clause of
    /// `verb` that it stands in, and the participle, whose clause shows no hedge, can do without it ("Men fought").
    fn doubtful_number(&self, verb: usize, phrase: &[usize]) -> std::ops::Range<usize> {
        let document = self.article.document;
        let plural = |i: &usize| matches!(document.tokens[*i].tag, Tag::Nns | Tag::Nnps);
        let main = (self.article.told_at(verb))
            .filter_map(|fact| Some((fact, self.article.claim_at(fact, verb)?)))
            .find(|(_, claim)| claim.certainty != Certainty::Certain);
        let number = main.and_then(|(fact, _)| {
            (fact.counts.iter())
                .map(|count| document.tokens_in(count.span))
                .find(|tokens| tokens.clone().all(|i| phrase.contains(&i)))
        });
        match number {
            Some(number) if phrase.last().is_some_and(plural) => number,
            _ => 0..0,
        }
    }

    /// Whether an actor or sufferer of the fact stands before the verb without being its subject in the tree.
    fn has_subject_inside(&self) -> bool {
        let document = self.article.document;
        self.fact.roles.iter().any(|role| {
            matches!(role.role, Role::Agent | Role::Patient)
                && document.tokens_in(role.span).end <= self.top
                && document
                    .tokens_in(role.span)
                    .all(|i| self.kept.contains(&i) || document.tokens[i].pos == Pos::Punct)
        })
    }

    /// The noun phrase of an antecedent or subject, as the fact's filler has it or without its clauses.
    fn noun_phrase(&self, noun: usize) -> Option<Vec<Word>> {
        let document = self.article.document;
        let filler = self
            .fact
            .roles
            .iter()
            .find(|role| covers(document, role, noun));
        // "five men and two women, employed by …": all of them.
        let joined = document
            .children_by(noun, Dep::Conj)
            .any(|it| it < self.top);
        if let Some(filler) = filler.filter(|_| !joined) {
            let tokens_of = document.tokens_in(filler.span);
            if !tokens_of.contains(&self.top) {
                return Some(tokens(document, filler.span));
            }
        }
        let phrase = prune::phrase(self.article, noun);
        (!phrase.is_empty()).then(|| phrase.into_iter().map(Word::Token).collect())
    }

    /// The object that a relative clause has before it: "the attack that forces launched".
    fn gap(&mut self, noun: usize) -> Option<Vec<Word>> {
        let document = self.article.document;
        let pronoun: Vec<usize> = (document.children(self.top).take(DEEPEST))
            .filter(|&child| {
                child < self.top
                    && (matches!(document.tokens[child].tag, Tag::Wdt | Tag::Wp)
                        || document.tokens[child].dep == Dep::Mark
                            && document.lower(child) == "that")
            })
            .collect();
        self.kept.retain(|i| !pronoun.contains(i));
        // "in which", "whose": no gap that a noun could fill as it is.
        let other = self.kept.iter().any(|&i| {
            matches!(document.tokens[i].tag, Tag::Wdt | Tag::Wp | Tag::WpPoss) && i < self.top
        });
        if other {
            return None;
        }
        let filled = self.fact.roles.iter().any(|role| {
            covers(document, role, noun)
                && matches!(
                    role.role,
                    Role::Patient | Role::Recipient | Role::Topic | Role::Instrument
                )
        });
        let adverbial = (document.children(self.top).take(DEEPEST))
            .any(|child| child < self.top && document.tokens[child].tag == Tag::Wrb);
        // "the attack that forces launched": the event itself is what the verb has.
        let filled = filled || self.article.triggers(self.fact).contains(&noun);
        let object = document
            .children_by(self.top, Dep::Dobj)
            .any(|child| !pronoun.contains(&child));
        match (filled, object) {
            (true, false) => self.noun_phrase(noun),
            // "the parts it needs to build engines": without the parts, the clause would say something else.
            (false, false) if !adverbial && !is_circumstance(document, noun) => None,
            _ => Some(Vec::new()),
        }
    }

    fn is_plural(&self, end: End, own: Option<usize>, front: &[Word]) -> Number {
        let document = self.article.document;
        let head = match (end, own) {
            (End::Relative(noun) | End::Reduced(noun), _) => Some(noun),
            (_, Some(own)) => Some(own),
            _ => front.iter().filter_map(Word::token).find(|&i| {
                // The head of the phrase: the token that hangs on something outside it.
                document
                    .head(i)
                    .is_none_or(|head| !front.iter().any(|word| word.token() == Some(head)))
            }),
        };
        let Some(head) = head else {
            return Number::Singular;
        };
        recast::number(document, head)
    }

    /// The verb itself, with what makes it finite.
    fn verb_group(&mut self, end: End, passive: bool, number: Number) -> Option<Vec<Word>> {
        let document = self.article.document;
        let top = self.top;
        let tag = document.tokens[top].tag;
        let auxiliaries: Vec<usize> = (document.children(top).take(DEEPEST))
            .filter(|&child| matches!(document.tokens[child].dep, Dep::Aux | Dep::Auxpass))
            .collect();
        let as_it_is = vec![Word::Token(top)];
        let finite = |i: usize| {
            matches!(
                document.tokens[i].tag,
                Tag::Md | Tag::Vbd | Tag::Vbz | Tag::Vbp
            )
        };
        let was = Word::Link(verb::was(number));
        if auxiliaries.iter().any(|&i| finite(i)) {
            return Some(as_it_is);
        }
        let past = || Word::form(top, verb::past(&document.lemma(top).to_lowercase()));
        let headline = self.article.in_title(top);
        match tag {
            Tag::Vbd if headline && passive || lacks_auxiliary(document, top) => {
                Some(vec![was, Word::Token(top)])
            }
            Tag::Vbd | Tag::Md => Some(as_it_is),
            Tag::Vbz | Tag::Vbp if headline => {
                Some(vec![match document.lemma(top).to_lowercase().as_str() {
                    "be" => Word::form(top, verb::was(number)),
                    _ => past(),
                }])
            }
            Tag::Vbz | Tag::Vbp => Some(as_it_is),
            Tag::Vbg => {
                // "having killed", "being held": the auxiliary becomes finite.
                if let Some(&first) = auxiliaries.first() {
                    return self.finite_auxiliary(first, number).then_some(as_it_is);
                }
                let progressive = match end {
                    End::Reduced(_) | End::Relative(_) => true,
                    End::Participle(_) => {
                        document.child(top, Dep::Mark).is_some() && !self.follows_time(top)
                    }
                    End::Own | End::Shared(_) => {
                        headline || document.child(top, Dep::Mark).is_some()
                    }
                };
                Some(match progressive {
                    true => vec![was, Word::Token(top)],
                    false => vec![past()],
                })
            }
            Tag::Vbn => match (auxiliaries.first(), end) {
                (Some(&first), _) => self.finite_auxiliary(first, number).then_some(as_it_is),
                (None, End::Shared(first)) => {
                    let mut words: Vec<Word> =
                        self.shared(first).into_iter().map(Word::Token).collect();
                    if words.is_empty() {
                        words.push(was);
                    }
                    words.push(Word::Token(top));
                    Some(words)
                }
                (None, _)
                    if passive
                        || headline
                        || matches!(end, End::Reduced(_) | End::Participle(_)) =>
                {
                    Some(vec![was, Word::Token(top)])
                }
                _ => None,
            },
            Tag::Vb => match end {
                End::Shared(first) => {
                    let mut words: Vec<Word> =
                        self.shared(first).into_iter().map(Word::Token).collect();
                    (!words.is_empty()).then(|| {
                        words.push(Word::Token(top));
                        words
                    })
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// "after killing", "before leaving".
    fn follows_time(&self, verb: usize) -> bool {
        let document = self.article.document;
        child_word(document, verb, Dep::Mark).any(|mark| lexicon::TIME_PREPOSITIONS.contains(&mark))
    }

    /// The auxiliaries and the negation that the second of two verbs shares with the first.
    fn shared(&self, first: usize) -> Vec<usize> {
        let document = self.article.document;
        (document.children(first).take(DEEPEST))
            .filter(|&child| {
                child < first
                    && matches!(
                        document.tokens[child].dep,
                        Dep::Aux | Dep::Auxpass | Dep::Neg
                    )
            })
            .collect()
    }

    /// Puts "had" for "having" and "was" for "being"; false for any other auxiliary that is not finite.
    fn finite_auxiliary(&mut self, auxiliary: usize, number: Number) -> bool {
        let lemma = self.article.document.lemma(auxiliary).to_lowercase();
        let form = match lemma.as_str() {
            "have" => "had".to_owned(),
            "be" => verb::was(number).to_owned(),
            _ => return false,
        };
        self.forms.insert(auxiliary, form);
        true
    }

    /// The word of a kept token; a pronoun outside quotations becomes the name of its entity.
    fn word(&self, i: usize, own: Option<usize>) -> Vec<Word> {
        if let Some(form) = self.forms.get(&i) {
            return vec![Word::form(i, form.clone())];
        }
        let document = self.article.document;
        let is_subject = own == Some(i);
        if document.tokens[i].tag == Tag::Prp
            && is_subject
            && !self.is_who_says_so(i)
            && let Some(named) = self.article.named(document.tokens[i].span)
        {
            return tokens(document, named);
        }
        vec![Word::Token(i)]
    }

    /// Whether the pronoun `i` stands for the source of the words that it is in: "Holm said that *he* would come".
    fn is_who_says_so(&self, i: usize) -> bool {
        let article = self.article;
        let source = (article.statement_at(i))
            .and_then(|id| article.statements[id.0].source.as_ref())
            .and_then(|source| source.entity);
        source.is_some() && article.entity_at(i) == source
    }
}

/// "the day they won", "the reason he left": a noun that says when, why or how, and is no object of the clause about it.
fn is_circumstance(document: &Document, noun: usize) -> bool {
    matches!(
        document.lemma(noun),
        "day"
            | "week"
            | "month"
            | "year"
            | "time"
            | "moment"
            | "night"
            | "morning"
            | "reason"
            | "way"
            | "place"
    )
}
