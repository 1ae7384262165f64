//! What a unit leans on: references that are open where it stands alone, and what cures each.

mod definite;
mod name;
mod pronoun;

use std::collections::HashMap;

use crate::document::{Dep, Pos, Tag};
use crate::lexicon::{LEANING_WORDS, NOUN_CLASSES};
use crate::report::{EntityId, EntityType, FactType};
use crate::text::Span;

use super::Article;
use super::unit::Unit;

/// What is shown above a line: the headline is `0`, unit `u` is `u + 1`.
pub type Place = usize;

/// The headline.
pub const TITLE: Place = 0;

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
    pub fn is_cured(&self, shown: impl Fn(Place) -> bool) -> bool {
        let cure = self.cures.iter().rev().find(|&&place| shown(place));
        cure.is_some_and(|&cure| {
            !self
                .rivals
                .iter()
                .any(|&rival| rival > cure && shown(rival))
        })
    }
}

/// What every unit tells of, for looking back.
pub struct Told<'a> {
    /// The units of each noun, by lemma.
    nouns: HashMap<&'a str, Vec<Place>>,
    /// The units in which each noun stands with "a", "another", a number: something new.
    new: HashMap<&'a str, Vec<Place>>,
    /// The units of each kind of event.
    events: HashMap<FactType, Vec<Place>>,
    /// The units that mention each entity other than by a pronoun.
    entities: HashMap<EntityId, Vec<Place>>,
}

impl<'a> Told<'a> {
    /// Reads the headline and the units. O(tokens + mentions).
    pub fn new(article: &Article<'a, '_>, units: &[Unit]) -> Self {
        let mut told = Self {
            nouns: HashMap::new(),
            new: HashMap::new(),
            events: HashMap::new(),
            entities: HashMap::new(),
        };
        if let Some(title) = article.document.title {
            told.add(article, TITLE, &article.document.tokens_in(title));
        }
        for (u, unit) in units.iter().enumerate() {
            told.add(article, u + 1, &unit.tokens);
        }
        told
    }

    fn add(&mut self, article: &Article<'a, '_>, place: Place, tokens: &std::ops::Range<usize>) {
        let document = article.document;
        for i in tokens.clone() {
            if matches!(document.tokens[i].pos, Pos::Noun | Pos::Propn) {
                push(self.nouns.entry(document.lemma(i)).or_default(), place);
                let new = document.children(i).any(|it| {
                    it < i
                        && (document.tokens[it].tag == Tag::Cd
                            || matches!(
                                document.lower(it).as_str(),
                                "a" | "an" | "another" | "new"
                            ))
                });
                if new && place != TITLE {
                    push(self.new.entry(document.lemma(i)).or_default(), place);
                }
            }
        }
        for (_, fact) in article.told_in(tokens) {
            push(
                self.events.entry(article.facts[fact.0].kind).or_default(),
                place,
            );
        }
        for mention in article.mentions_in(tokens) {
            if mention.level != crate::report::Level::Pronoun {
                push(self.entities.entry(mention.entity).or_default(), place);
            }
        }
    }

    fn noun(&self, lemma: &str, before: Place) -> impl Iterator<Item = Place> + '_ {
        earlier(self.nouns.get(lemma), before)
    }

    /// The last place before `before` that brings in a thing of this noun; the headline if none does.
    fn introduced(&self, lemma: &str, before: Place) -> Place {
        earlier(self.new.get(lemma), before).last().unwrap_or(TITLE)
    }

    fn event(&self, kind: FactType, before: Place) -> impl Iterator<Item = Place> + '_ {
        earlier(self.events.get(&kind), before)
    }

    fn entity(&self, id: EntityId, before: Place) -> impl Iterator<Item = Place> + '_ {
        earlier(self.entities.get(&id), before)
    }
}

fn push(places: &mut Vec<Place>, place: Place) {
    if places.last() != Some(&place) {
        places.push(place);
    }
}

fn earlier(places: Option<&Vec<Place>>, before: Place) -> impl Iterator<Item = Place> + '_ {
    places
        .into_iter()
        .flatten()
        .copied()
        .take_while(move |&place| place < before)
}

/// The open references of unit `u`, in order of the text. O(tokens of the unit · size of its neighbours).
pub fn open(article: &Article, told: &Told, units: &[Unit], u: usize) -> Vec<Reference> {
    let mut found: Vec<Reference> = (units[u].tokens.clone())
        .filter_map(|i| {
            pronoun::open(article, units, u, i)
                .or_else(|| definite::open(article, told, units, u, i))
                .or_else(|| leaning(article, units, u, i))
                .or_else(|| bare_number(article, units, u, i))
                .or_else(|| bare_quantity(article, units, u, i))
        })
        .collect();
    found.extend(name::open(article, told, units, u));
    found.extend(running(article, units, u));
    found.sort_by_key(|reference| reference.at);
    found
}

/// The unit before, as what cures.
fn previous(units: &[Unit], u: usize) -> Vec<Place> {
    match u > 0 && units[u].paragraph <= units[u - 1].paragraph + 1 {
        true => vec![u],
        false => Vec::new(),
    }
}

/// "another", "both", "later", "also": words that lean on the sentence before.
fn leaning(article: &Article, units: &[Unit], u: usize, i: usize) -> Option<Reference> {
    let document = article.document;
    let unit = &units[u];
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
                "both" => (i..(i + 12).min(unit.tokens.end)).any(|at| document.word(at) == "and"),
                "neither" => {
                    after == "side"
                        || (i..(i + 12).min(unit.tokens.end)).any(|at| document.word(at) == "nor")
                }
                "former" => !before.eq_ignore_ascii_case("the") || token.dep == Dep::Amod,
                "latter" => false,
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
            let measured = i > unit.tokens.start
                && NOUN_CLASSES
                    .get(document.lemma(i - 1))
                    .is_some_and(|it| it.starts_with("time"));
            let dated = (i + 1..(i + 5).min(unit.tokens.end)).any(|at| {
                matches!(
                    article.kind_at(at),
                    Some(EntityType::Date | EntityType::Time)
                )
            });
            let stands = document.head(i).is_some_and(|head| {
                (unit.tokens.start..i).any(|at| {
                    at != head
                        && super::article::is_verb(document, at)
                        && document.tokens[at].dep != Dep::Aux
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
    Some(Reference {
        at: i,
        risk: if quoted { risk * 0.6 } else { risk },
        cures: previous(units, u),
        rivals: Vec::new(),
        insert: None,
    })
}

/// "Three were killed", "her 2,203": a number without what it counts.
fn bare_number(article: &Article, units: &[Unit], u: usize, i: usize) -> Option<Reference> {
    let document = article.document;
    let token = &document.tokens[i];
    let stands = matches!(token.dep, Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj);
    let counts = matches!(article.kind_at(i), None | Some(EntityType::Cardinal));
    let said = (document.children(i))
        .any(|it| matches!(document.tokens[it].dep, Dep::Prep | Dep::Relcl | Dep::Acl))
        || document.tokens.get(i + 1).is_some_and(|next| {
            matches!(next.tag, Tag::Nn | Tag::Nns) || document.word(i + 1) == "%"
        });
    let before = (units[u].tokens.start..i).any(|at| document.tokens[at].tag == Tag::Nns);
    (token.tag == Tag::Cd && stands && counts && !said && !before).then(|| Reference {
        at: i,
        risk: 0.45,
        cures: previous(units, u),
        rivals: Vec::new(),
        insert: None,
    })
}

/// "Some was logged", "Many fled": a quantity of what was told.
fn bare_quantity(article: &Article, units: &[Unit], u: usize, i: usize) -> Option<Reference> {
    let document = article.document;
    let token = &document.tokens[i];
    let word = matches!(
        document.lower(i).as_str(),
        "some"
            | "many"
            | "most"
            | "several"
            | "few"
            | "each"
            | "one"
            | "none"
            | "half"
            | "any"
            | "all"
    );
    let stands = matches!(token.dep, Dep::Nsubj | Dep::Nsubjpass | Dep::Dobj);
    let said = (document.children(i))
        .any(|it| matches!(document.tokens[it].dep, Dep::Prep | Dep::Relcl | Dep::Acl));
    let before = (units[u].tokens.start..i).any(|at| document.tokens[at].tag == Tag::Nns);
    let quoted = article.quotation_at(i).is_some();
    (word && stands && !said && !before && !quoted).then(|| Reference {
        at: i,
        risk: 0.5,
        cures: previous(units, u),
        rivals: Vec::new(),
        insert: None,
    })
}

/// A sentence that nobody is said to say, right after one that reports what somebody says: it may go on with that.
fn running(article: &Article, units: &[Unit], u: usize) -> Option<Reference> {
    let document = article.document;
    let unit = &units[u];
    let before = units.get(u.checked_sub(1)?)?;
    let reports = (before.tokens.clone())
        .any(|i| article.is_cue(i) && article.quotation_at(i).is_none())
        && (before.tokens.clone())
            .any(|i| article.statement_at(i).is_some() && article.quotation_at(i).is_none());
    let alone = (unit.tokens.clone()).all(|i| {
        article.statement_at(i).is_none() && !article.is_cue(i) && article.quotation_at(i).is_none()
    });
    // What happened at a time of its own is the article's.
    let dated = (unit.tokens.clone()).any(|i| {
        matches!(
            article.kind_at(i),
            Some(EntityType::Date | EntityType::Time)
        ) && document.tokens[i].dep != Dep::Compound
    });
    (before.paragraph == unit.paragraph && reports && alone && !dated).then(|| Reference {
        at: unit.tokens.start,
        risk: 0.25,
        cures: previous(units, u),
        rivals: Vec::new(),
        insert: None,
    })
}
