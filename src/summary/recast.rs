//! A line that would be a whole sentence copied, told in other words: by the order of its parts, or its voice.

use std::ops::Range;

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon;
use crate::lexicon::verb::{self, Number};
use crate::report::{EntityType, Fact, Role};

use super::Article;
use super::clause::Clause;
use super::word::Word;

/// Tokens of a time or place that still reads well in front.
const LONGEST_MOVED: usize = 10;

/// Whether the words are those of a whole sentence, in its order.
pub fn is_copy(document: &Document, words: &[Word], trigger: usize) -> bool {
    let sentence = document.sentences[document.sentence_of(trigger)].clone();
    let line = words.iter().flat_map(|word| match word {
        Word::Token(i) => letters(document.word(*i)),
        Word::Form(_, text) => letters(text),
        Word::Link(text) | Word::Mark(text) => letters(text),
    });
    sentence.flat_map(|i| letters(document.word(i))).eq(line)
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
}

/// The clause with a time or place at its other end, else in the passive; `None` if neither can be done.
pub fn recast(article: &Article, fact: &Fact, clause: &Clause) -> Option<Clause> {
    let words = (moved(article, fact, clause))
        .or_else(|| extraposed(article, clause))
        .or_else(|| passive(article, fact, clause))?;
    Some(Clause {
        words,
        ..clause.clone()
    })
}

/// Where the tokens of a run stand in the words, if they stand there side by side.
fn place_of(words: &[Word], run: &Range<usize>) -> Option<Range<usize>> {
    let start = words
        .iter()
        .position(|word| word.token() == Some(run.start))?;
    let end = start + run.len();
    let aligned = end <= words.len()
        && words[start..end]
            .iter()
            .zip(run.clone())
            .all(|(word, i)| word.token() == Some(i));
    aligned.then_some(start..end)
}

fn moved(article: &Article, fact: &Fact, clause: &Clause) -> Option<Vec<Word>> {
    let document = article.document;
    let words = &clause.words;
    // The verb of the clause: what hangs on another would be said of the whole.
    let shown = |i: usize| words.iter().any(|word| word.token() == Some(i));
    let top = (words.iter().filter_map(Word::token)).find(|&i| {
        super::clause::is_verb(document, i) && document.head(i).is_none_or(|head| !shown(head))
    });
    for child in top.into_iter().flat_map(|top| document.children(top)) {
        let token = &document.tokens[child];
        let adverbial = matches!(token.dep, Dep::Prep | Dep::Npadvmod | Dep::Advmod);
        let run = trimmed(document, document.subtree(child));
        if !adverbial || !is_movable(article, fact, child, run.clone()) {
            continue;
        }
        let Some(place) = place_of(words, &run) else {
            continue;
        };
        let is_mark = |word: &Word| match word {
            Word::Token(i) => document.tokens[*i].pos == Pos::Punct,
            other => matches!(other, Word::Mark(_)),
        };
        let rest_before = &words[..place.start];
        let rest_after = &words[place.end..];
        if rest_before.is_empty() && rest_after.len() > 2 {
            let skip = rest_after.iter().take_while(|word| is_mark(word)).count();
            // After another clause it would be said of that one.
            if rest_after[skip..].iter().any(is_mark) {
                continue;
            }
            let mut front = rest_after[skip..].to_vec();
            front.extend_from_slice(&words[place]);
            return Some(front);
        }
        if rest_after.is_empty() && rest_before.len() > 2 {
            let keep = rest_before.len()
                - rest_before
                    .iter()
                    .rev()
                    .take_while(|word| is_mark(word))
                    .count();
            let mut front = words[place].to_vec();
            front.push(Word::Mark(","));
            front.extend_from_slice(&rest_before[..keep]);
            return Some(front);
        }
    }
    None
}

fn trimmed(document: &Document, run: Range<usize>) -> Range<usize> {
    let edge = |i: usize| matches!(document.tokens[i].pos, Pos::Punct | Pos::Space);
    let mut run = run;
    while run.start < run.end && edge(run.end - 1) {
        run.end -= 1;
    }
    run
}

/// Whether a phrase tells when or where, in a few words: it holds a date or a place, or fills such a role. How long something lasts says
/// something else in front ("For nine years, he has been jailed").
fn is_movable(article: &Article, fact: &Fact, head: usize, run: Range<usize>) -> bool {
    let document = article.document;
    let lasts = matches!(document.lower(head).as_str(), "for" | "within" | "by");
    if run.is_empty() || run.len() > LONGEST_MOVED || lasts {
        return false;
    }
    let span = document.span(run.clone());
    let role = fact
        .roles
        .iter()
        .any(|role| matches!(role.role, Role::Time | Role::Place) && span.contains(role.span));
    let dated = run.clone().any(|i| {
        article.entity_at(i).is_some_and(|id| {
            matches!(
                article.entities[id.0].kind,
                EntityType::Date | EntityType::Time
            )
        })
    });
    role || dated
}

/// "It was unclear whether P" as "Whether P was unclear".
fn extraposed(article: &Article, clause: &Clause) -> Option<Vec<Word>> {
    let document = article.document;
    let words = &clause.words;
    let first = words
        .first()
        .and_then(Word::token)
        .filter(|&i| document.lower(i) == "it")?;
    let top = document.head(first)?;
    let heads = std::iter::once(top).chain(document.children_by(top, Dep::Acomp));
    let content = heads
        .flat_map(|head| document.children(head))
        .find(|&child| {
            matches!(document.tokens[child].dep, Dep::Ccomp | Dep::Csubj)
                && document.child(child, Dep::Mark).is_some()
        })?;
    let place = place_of(words, &trimmed(document, document.subtree(content)))?;
    if place.end != words.len() || place.start < 2 {
        return None;
    }
    let mut cast = words[place.clone()].to_vec();
    cast.extend_from_slice(&words[1..place.start]);
    Some(cast)
}

/// The last resort: who says so is the article.
pub fn as_the_articles(words: &[Word]) -> Vec<Word> {
    let mut words = words.to_vec();
    words.extend([Word::Mark(","), Word::Link("the article says")]);
    words
}

/// "X captured Y in Z" as "Y was captured in Z by X".
fn passive(article: &Article, fact: &Fact, clause: &Clause) -> Option<Vec<Word>> {
    let document = article.document;
    let words = &clause.words;
    let verb = words.iter().find_map(|word| match word {
        Word::Token(i)
            if document.tokens[*i].tag == Tag::Vbd && document.child(*i, Dep::Dobj).is_some() =>
        {
            Some(*i)
        }
        _ => None,
    })?;
    let plain = document.children(verb).all(|child| {
        matches!(
            document.tokens[child].dep,
            Dep::Nsubj
                | Dep::Dobj
                | Dep::Prep
                | Dep::Npadvmod
                | Dep::Punct
                | Dep::Advmod
                | Dep::Mark
        )
    });
    let is_name = |i: usize| matches!(document.tokens[i].pos, Pos::Noun | Pos::Propn);
    let subject = document.child(verb, Dep::Nsubj).filter(|&i| is_name(i))?;
    let object = document.child(verb, Dep::Dobj).filter(|&i| is_name(i))?;
    if !plain
        || matches!(
            document.lemma(verb),
            "have" | "be" | "get" | "lack" | "cost"
        )
    {
        return None;
    }
    let at = |i: usize| words.iter().position(|word| word.token() == Some(i));
    let verb_at = at(verb)?;
    let (subject, object) = (
        place_of(words, &trimmed(document, document.subtree(subject)))?,
        place_of(words, &trimmed(document, document.subtree(object)))?,
    );
    // Only "subject verb object rest", with nothing before and nothing between.
    if subject != (0..verb_at) || object.start != verb_at + 1 {
        return None;
    }
    // What follows may belong to the object, whatever the tree says ("adults over 65"), unless it says when or where.
    let rest = words.get(object.end).and_then(Word::token);
    let circumstance = |i: usize| {
        let run = trimmed(document, document.subtree(i));
        document.head(i) == Some(verb)
            && !lexicon::COMPARATORS.contains(&document.lower(i))
            && is_movable(article, fact, i, run)
    };
    if words.len() > object.end && !rest.is_some_and(circumstance) {
        return None;
    }
    // "their", "its" in the object would lose whose they are.
    let possessive = words[object.clone()]
        .iter()
        .filter_map(Word::token)
        .any(|i| document.tokens[i].tag == Tag::PrpPoss);
    if possessive {
        return None;
    }
    let number = number(document, document.child(verb, Dep::Dobj)?);
    let mut cast = words[object.clone()].to_vec();
    cast.push(Word::Link(verb::was(number)));
    cast.push(Word::form(
        verb,
        verb::participle(&document.lemma(verb).to_lowercase()),
    ));
    cast.push(Word::Link("by"));
    cast.extend_from_slice(&words[subject]);
    cast.extend_from_slice(&words[object.end..]);
    Some(cast)
}

/// Whether a noun takes *was* or *were*.
pub fn number(document: &Document, noun: usize) -> Number {
    let token = &document.tokens[noun];
    let joined = document.child(noun, Dep::Conj).is_some()
        && document
            .children_by(noun, Dep::Cc)
            .any(|cc| document.lower(cc) == "and");
    let word = document.lower(noun);
    let counted = document
        .children_by(noun, Dep::Nummod)
        .any(|n| !matches!(document.lower(n).as_str(), "1" | "one"));
    let plural_word = matches!(
        word.as_str(),
        "they"
            | "we"
            | "you"
            | "people"
            | "police"
            | "these"
            | "those"
            | "both"
            | "several"
            | "many"
    );
    let digits = word.starts_with(|c: char| c.is_ascii_digit());
    let figure = (token.tag == Tag::Cd || digits) && !matches!(word.as_str(), "1" | "one");
    match joined || matches!(token.tag, Tag::Nns | Tag::Nnps) || plural_word || figure || counted {
        true => Number::Plural,
        false => Number::Singular,
    }
}
