//! What is said or thought without a clause of its own: "rejected the plan", "vowed to stay", "called for calm", "critical of".
//!
//! The source takes a stance on the content but does not claim that it is so: confidence stays below
//! [`crate::report::Statement::CLAIMS`].

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::report::Statement;

use super::draft::{Draft, Place};
use super::frame::Frames;
use super::source::{agent, is_passive_participle, subject};
use super::tree::Trees;
use super::unsaid::is_unsaid;
use super::voice::{can_report, takes_sides};

/// How sure it is that the source claims the content, where it says what it wants or what someone is: "vowed to stay", "called him a
/// liar".
pub(super) const WISH: f32 = Statement::CLAIMS - 0.05;

/// The same where it is only for or against the content, or feels or knows it: "rejected the plan".
pub(super) const STANCE: f32 = 0.3;

/// A verb with its object, its infinitive or its preposition.
pub(super) fn verbal(document: &Document, trees: &Trees, verb: usize) -> Option<Draft> {
    if document.tokens[verb].pos != Pos::Verb || document.child(verb, Dep::Ccomp).is_some() {
        return None;
    }
    let frames = Frames::of_verb(document.lemma(verb))?;
    if is_passive_participle(document, verb) || !is_taken(document, verb) {
        return None;
    }
    if let Some(passive) = document.child(verb, Dep::Nsubjpass) {
        return passive_of(document, trees, verb, passive, frames);
    }
    let mut content = Vec::new();
    let mut cue_end = verb + 1;
    let object = document
        .child(verb, Dep::Dobj)
        .filter(|&object| object > verb && !is_reflexive(document, object));
    let called = frames.has("obj") && document.children_by(verb, Dep::Oprd).any(|it| it > verb);
    let infinitive = document
        .child(verb, Dep::Xcomp)
        .filter(|&clause| clause > verb && frames.has("inf"));
    match object {
        Some(object) if frames.has("obj") || infinitive.is_some() => {
            content.push(trees.of(object));
            content.extend(complements(document, trees, verb, frames));
        }
        // "the plan, which she called “a lie”"
        None if called => content.extend(complements(document, trees, verb, frames)),
        None => {
            if infinitive.is_none() {
                let (at, tree) = prepositional(document, trees, verb, frames)?;
                cue_end = at;
                content.push(tree);
            }
        }
        Some(_) => {
            let (at, tree) = prepositional(document, trees, verb, frames)?;
            cue_end = at;
            content.push(tree);
        }
    }
    content.extend(infinitive.map(|clause| trees.of(clause)));
    let judged = content.len() > usize::from(object.is_some());
    let said = frames.has("say") && cue_end == verb + 1 && (infinitive.is_some() || judged);
    let source = subject(document, verb).filter(|&source| takes_sides(document, source))?;
    let around = content.iter().any(|range| range.contains(&verb));
    (!content.is_empty() && !around).then(|| Draft {
        mode: None,
        source: Some(source),
        cue: Some(
            verb..if cue_end == verb + 2 {
                cue_end
            } else {
                verb + 1
            },
        ),
        content: ordered(content),
        confidence: if said { WISH } else { STANCE },
        place: Place::Free,
    })
}

/// Whether a stance is taken: not "tried to reject it", "would reject it", nor "drivers opposing it" among others.
fn is_taken(document: &Document, verb: usize) -> bool {
    let token = &document.tokens[verb];
    let modal = |child: usize| document.tokens[child].tag == Tag::Md;
    let open = document.child(verb, Dep::Neg).is_some()
        || document.children_by(verb, Dep::Aux).any(modal)
        || token.tag == Tag::Vbg && token.dep == Dep::Acl;
    !open && !is_unsaid(document, verb)
}

/// "The move was criticised by X", "the bank is expected to act".
fn passive_of(
    document: &Document,
    trees: &Trees,
    verb: usize,
    passive: usize,
    frames: Frames,
) -> Option<Draft> {
    let source = agent(document, verb);
    let mut content = vec![trees.of(passive)];
    let infinitive = document.child(verb, Dep::Xcomp);
    if let Some(clause) = infinitive {
        content.push(trees.of(clause));
    } else if !(source.is_some() && frames.has("obj")) {
        return None;
    }
    content.extend(complements(document, trees, verb, frames));
    Some(Draft {
        mode: None,
        source,
        cue: Some(verb..verb + 1),
        content: ordered(content),
        confidence: STANCE,
        place: Place::Free,
    })
}

/// What belongs to the object: "him **a loser**", "the plan **as a mistake**", "him **of theft**".
fn complements<'a>(
    document: &'a Document,
    trees: &'a Trees,
    verb: usize,
    frames: Frames,
) -> impl Iterator<Item = TokenRange> + 'a {
    document
        .children(verb)
        .filter(move |&child| child > verb)
        .filter_map(move |child| {
            let token = &document.tokens[child];
            let fits = match token.dep {
                Dep::Oprd | Dep::Acomp => true,
                Dep::Prep => frames.has(&document.lower(child)) || judges(document, child, frames),
                _ => false,
            };
            fits.then(|| trees.of(child))
        })
}

/// "trashed him **as unfit**", "congratulated her **for winning**": what is said of the object.
fn judges(document: &Document, preposition: usize, frames: Frames) -> bool {
    let gerund = document.child(preposition, Dep::Pcomp).is_some();
    frames.has("obj")
        && match document.lower(preposition).as_str() {
            "as" => true,
            "for" => gerund,
            _ => false,
        }
}

/// The words that a preposition of the frames brings, and one past the preposition.
fn prepositional(
    document: &Document,
    trees: &Trees,
    word: usize,
    frames: Frames,
) -> Option<(usize, TokenRange)> {
    document
        .children(word)
        .filter(|&child| child > word)
        .find_map(|child| {
            let token = &document.tokens[child];
            match token.dep {
                Dep::Prep if frames.has(&document.lower(child)) => {
                    let inner = document.children(child).find(|&inner| {
                        matches!(document.tokens[inner].dep, Dep::Pobj | Dep::Pcomp)
                    })?;
                    Some((child + 1, trees.of(inner)))
                }
                // "called for Congress to act"
                Dep::Advcl => {
                    let mark = document.child(child, Dep::Mark)?;
                    frames
                        .has(&document.lower(mark))
                        .then(|| (mark + 1, trees.of(child)))
                }
                _ => None,
            }
        })
}

/// "X is critical of Y", "X is confident that P".
pub(super) fn adjectival(document: &Document, trees: &Trees, adjective: usize) -> Option<Draft> {
    let token = &document.tokens[adjective];
    if token.pos != Pos::Adj || !matches!(token.dep, Dep::Acomp | Dep::Conj) {
        return None;
    }
    let be = document.head(adjective)?;
    let source = subject(document, be)?;
    let frames = Frames::of_adjective(document.lemma(adjective))?;
    let (content, confidence) = if let Some(clause) = document
        .child(adjective, Dep::Ccomp)
        .filter(|&clause| clause > adjective)
    {
        let denied = document.child(be, Dep::Neg).is_some();
        if denied || !frames.has("that") || !can_report(document, source, frames) {
            return None;
        }
        (trees.of(clause), 0.7)
    } else {
        let infinitive = document
            .child(adjective, Dep::Xcomp)
            .filter(|_| frames.has("inf"))
            .map(|clause| trees.of(clause));
        let tree = match infinitive {
            Some(tree) => tree,
            None => prepositional(document, trees, adjective, frames)?.1,
        };
        (tree, STANCE)
    };
    Some(Draft {
        mode: None,
        source: Some(source),
        cue: Some(adjective..adjective + 1),
        content: vec![content],
        confidence,
        place: Place::Free,
    })
}

fn is_reflexive(document: &Document, token: usize) -> bool {
    document.lower(token).ends_with("self") || document.lower(token).ends_with("selves")
}

/// Ranges in order, joined where they touch.
fn ordered(mut ranges: Vec<TokenRange>) -> Vec<TokenRange> {
    ranges.sort_by_key(|range| range.start);
    let mut joined: Vec<TokenRange> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}
