//! What a unit leans on: references that are open where it stands alone, and what cures each.

mod definite;
mod name;
mod pronoun;

use crate::document::{Dep, Pos, Tag};
use crate::lexicon::{LEANING_WORDS, is_time};
use crate::report::EntityType;
use crate::text::Span;

use super::article::is_verb;
use super::context::{Context, Place, place_of};

/// A word that means something told elsewhere.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Its token.
    pub at: usize,
    /// 0 to 1: how often a strict reader stumbles over it where nothing cures it.
    pub risk: f32,
    /// What cures it where it is shown above, in order.
    pub cures: Vec<Place>,
    /// What takes a cure away where it is shown between: another who could be meant.
    pub rivals: Vec<Place>,
    /// Words in brackets that cure it.
    pub insert: Option<Insert>,
}

/// Words to show in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Insert {
    /// The token after which they stand.
    pub after: usize,
    /// Where they are in the article.
    pub span: Span,
}

impl Reference {
    /// Whether it is understood after what is shown above it.
    pub fn is_cured(&self, shown: &dyn Fn(Place) -> bool) -> bool {
        let cure = self.cures.iter().rev().find(|&&place| shown(place));
        cure.is_some_and(|&cure| {
            !self
                .rivals
                .iter()
                .any(|&rival| rival > cure && shown(rival))
        })
    }
}

impl Reference {
    /// One that leans on the unit before alone.
    fn on_previous(context: &Context, u: usize, at: usize, risk: f32) -> Self {
        Self {
            at,
            risk,
            cures: context.previous(u).into_iter().collect(),
            rivals: Vec::new(),
            insert: None,
        }
    }
}

/// Places in order, each once.
fn sorted(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_unstable();
    places.dedup();
    places
}

/// The open references of unit `u`, in order of the text. O(tokens of the unit squared, which [`super::form`] bounds).
pub fn open(context: &Context, u: usize) -> Vec<Reference> {
    let mut found: Vec<Reference> = (context.units[u].tokens.clone())
        .filter_map(|i| {
            pronoun::open(context, u, i)
                .or_else(|| definite::open(context, u, i))
                .or_else(|| leaning(context, u, i))
                .or_else(|| bare(context, u, i))
        })
        .collect();
    found.extend(name::open(context, u));
    found.extend(running(context, u));
    found.sort_by_key(|reference| reference.at);
    found
}

/// What being said by somebody leaves of a risk: the words are that one's, and so is what they lean on.
const QUOTED: f32 = 0.6;

/// "another", "both", "later", "also": words that lean on the sentence before.
fn leaning(context: &Context, u: usize, i: usize) -> Option<Reference> {
    let article = context.article;
    let document = article.document;
    let unit = &context.units[u];
    let token = &document.tokens[i];
    let lower = document.lower(i);
    let word = |at: usize| match unit.tokens.contains(&at) {
        true => document.word(at),
        false => "",
    };
    let (before, after) = (word(i.wrapping_sub(1)), word(i + 1));
    let noun = document.head(i).map(|head| document.lemma(head));
    let same_noun = || {
        noun.is_some_and(|noun| {
            (unit.tokens.start..i)
                .any(|at| document.lemma(at) == noun && document.tokens[at].pos == Pos::Noun)
        })
    };
    let quoted = article.quotation_at(i).is_some();
    let risk = match LEANING_WORDS.get(&lower)? {
        "other" => {
            let paired = match lower.as_str() {
                "other" => {
                    !matches!(before.to_lowercase().as_str(), "the" | "")
                        && !before.chars().all(char::is_numeric)
                        || after == "than"
                }
                "others" => matches!(before, "and" | "or" | "among" | "of"),
                "both" => {
                    (i..(i + 12).min(unit.tokens.end)).any(|at| document.word(at) == "and")
                        || (document.head(i))
                            .is_some_and(|noun| definite::is_restricted(document, noun))
                }
                "neither" => {
                    (i..(i + 12).min(unit.tokens.end)).any(|at| document.word(at) == "nor")
                }
                "former" => !before.eq_ignore_ascii_case("the") || token.dep == Dep::Amod,
                _ => false,
            };
            match paired || same_noun() {
                true => return None,
                false => 0.55,
            }
        }
        "time" => {
            let adverb = token.dep == Dep::Advmod && token.tag != Tag::Jjr;
            let first = i == unit.tokens.start;
            // "two days later", "a year earlier" lean wherever they stand; a bare "earlier this week" does not.
            let measured = i > unit.tokens.start && is_time(document.lemma(i - 1));
            let dated = (i + 1..(i + 5).min(unit.tokens.end)).any(|at| {
                matches!(
                    article.kind_at(at),
                    Some(EntityType::Date | EntityType::Time)
                )
            });
            let stands = document.head(i).is_some_and(|head| {
                (unit.tokens.start..i).any(|at| {
                    at != head && is_verb(document, at) && document.tokens[at].dep != Dep::Aux
                })
            });
            match (adverb || first) && !dated && !stands && !quoted {
                true if measured || first || lower != "earlier" => 0.5,
                _ => return None,
            }
        }
        "also" if !quoted && token.dep == Dep::Advmod => match lower.as_str() {
            "too" if after == "." || after == "," => 0.35,
            "instead" => 0.4,
            "though" => 0.35,
            _ => 0.15,
        },
        // "Ruto is however leading": said against something.
        "open"
            if i > unit.tokens.start
                && token.dep == Dep::Advmod
                && matches!(lower.as_str(), "however" | "therefore" | "thus") =>
        {
            0.35
        }
        // A place that a dateline or the sentence before has named.
        "place"
            if token.dep == Dep::Advmod
                && !(unit.tokens.start..i).any(|at| article.is_place(at)) =>
        {
            0.5
        }
        _ => return None,
    };
    let risk = if quoted { risk * QUOTED } else { risk };
    let mut found = Reference::on_previous(context, u, i, risk);
    // "Another official" is understood after one official.
    if let ("another" | "other", Some(noun)) = (lower.as_str(), noun) {
        found.cures.extend(context.noun(noun, place_of(u)));
        found.cures = sorted(found.cures);
    }
    Some(found)
}

/// "Three were killed", "her 2,203", "Some was logged": a number or a quantity without what it counts.
fn bare(context: &Context, u: usize, i: usize) -> Option<Reference> {
    let article = context.article;
    let document = article.document;
    let token = &document.tokens[i];
    let number = token.tag == Tag::Cd
        && matches!(article.kind_at(i), None | Some(EntityType::Cardinal))
        && !(document.tokens.get(i + 1)).is_some_and(|next| {
            matches!(next.tag, Tag::Nn | Tag::Nns) || document.word(i + 1) == "%"
        });
    let quantity = LEANING_WORDS.get(&document.lower(i)) == Some("quantity")
        && article.quotation_at(i).is_none();
    let stands = matches!(token.dep, Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj);
    if !stands || !number && !quantity {
        return None;
    }
    let said = (document.children(i))
        .any(|it| matches!(document.tokens[it].dep, Dep::Prep | Dep::Relcl | Dep::Acl));
    let before = (context.units[u].tokens.start..i).any(|at| document.tokens[at].tag == Tag::Nns);
    (!said && !before).then(|| Reference::on_previous(context, u, i, 0.45))
}

/// A sentence that nobody is said to say, right after one that reports what somebody says: it may go on with that.
fn running(context: &Context, u: usize) -> Option<Reference> {
    let article = context.article;
    let document = article.document;
    let unit = &context.units[u];
    let before = context.units.get(u.checked_sub(1)?)?;
    let outside = |i: usize| article.quotation_at(i).is_none();
    let any = |test: &dyn Fn(usize) -> bool| before.tokens.clone().any(|i| outside(i) && test(i));
    let reports = any(&|i| article.is_cue(i)) && any(&|i| article.statement_at(i).is_some());
    let alone = (unit.tokens.clone())
        .all(|i| article.statement_at(i).is_none() && !article.is_cue(i) && outside(i));
    // What happened at a time of its own is the article's.
    let dated = (unit.tokens.clone()).any(|i| {
        let time = matches!(
            article.kind_at(i),
            Some(EntityType::Date | EntityType::Time)
        );
        time && document.tokens[i].dep != Dep::Compound
    });
    (before.paragraph == unit.paragraph && reports && alone && !dated)
        .then(|| Reference::on_previous(context, u, unit.tokens.start, 0.25))
}
