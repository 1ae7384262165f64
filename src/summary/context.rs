//! What lines are made from: an article's units, what each of them tells of, and how the article introduces its people.

use std::collections::HashMap;

use crate::document::TokenRange;
use crate::report::{EntityId, EntityType, FactType, Level};
use crate::text::Span;

use super::Article;
use super::introduction::{Introduction, introduction, short_form};
use super::unit::{self, Unit};
use crate::document::{Pos, Tag};

/// What may be shown above a line: the headline is `0`, unit `u` is `u + 1`.
pub type Place = u32;

/// The headline.
pub const TITLE: Place = 0;

/// Places of one thing that are kept: the first, where it is brought in, and the last, which are near.
const FIRST_KEPT: usize = 4;
const LAST_KEPT: usize = 12;

/// An article with its units and what they tell of.
pub struct Context<'s, 'a, 't> {
    /// The stages together.
    pub article: &'s Article<'a, 't>,
    /// What can make a line, in order.
    pub units: Vec<Unit>,
    /// The places of each noun, by lemma.
    nouns: HashMap<&'a str, Vec<Place>>,
    /// The places in which each noun stands with "a", "another", a number: something new.
    new: HashMap<&'a str, Vec<Place>>,
    /// The places of each kind of event.
    events: HashMap<FactType, Vec<Place>>,
    /// The places that mention each entity other than by a pronoun.
    entities: Vec<Vec<Place>>,
    /// How each entity is introduced.
    introductions: Vec<Option<Introduction>>,
    /// The people and bodies whose name ends with a word.
    surnames: HashMap<&'a str, Vec<EntityId>>,
    /// Short forms where they are spelt out.
    shorts: HashMap<&'a str, (Place, Span)>,
}

impl<'s, 'a, 't> Context<'s, 'a, 't> {
    /// Reads the headline and the units. O(tokens + mentions).
    pub fn new(article: &'s Article<'a, 't>) -> Self {
        let units = unit::find(article);
        let mut context = Self {
            article,
            nouns: HashMap::new(),
            new: HashMap::new(),
            events: HashMap::new(),
            entities: vec![Vec::new(); article.entities.len()],
            introductions: (0..article.entities.len())
                .map(|id| introduction(article, EntityId(id)))
                .collect(),
            surnames: HashMap::new(),
            shorts: HashMap::new(),
            units: Vec::new(),
        };
        for (id, entity) in article.entities.iter().enumerate() {
            if let EntityType::Person | EntityType::Org = entity.kind
                && let Some(last) = entity.name.split_whitespace().next_back()
            {
                let known = context.surnames.entry(last).or_default();
                known.push(EntityId(id));
            }
        }
        if let Some(title) = article.document.title {
            context.add(TITLE, &article.document.tokens_in(title));
        }
        for (u, unit) in units.iter().enumerate() {
            context.add(place_of(u), &unit.tokens);
        }
        context.units = units;
        context
    }

    fn add(&mut self, place: Place, tokens: &TokenRange) {
        let article = self.article;
        let document = article.document;
        for i in tokens.clone() {
            if let Some((short, span)) = short_form(document, tokens, i) {
                self.shorts.entry(short).or_insert((place, span));
            }
            if !matches!(document.tokens[i].pos, Pos::Noun | Pos::Propn) {
                continue;
            }
            push(self.nouns.entry(document.lemma(i)).or_default(), place);
            let brings = |it: usize| {
                document.tokens[it].tag == Tag::Cd
                    || matches!(document.lower(it).as_str(), "a" | "an" | "another" | "new")
            };
            let new = document.children(i).take_while(|&it| it < i).any(brings);
            if new && place != TITLE {
                push(self.new.entry(document.lemma(i)).or_default(), place);
            }
        }
        for (_, fact) in article.told_in(tokens) {
            let kind = article.facts[fact.0].kind;
            push(self.events.entry(kind).or_default(), place);
        }
        for mention in article.mentions_in(tokens) {
            if mention.level != Level::Pronoun {
                push(&mut self.entities[mention.entity.0], place);
            }
        }
    }

    /// The places before `before` that tell of a noun, from the last on that brings in a new one.
    pub fn noun(&self, lemma: &str, before: Place) -> Vec<Place> {
        let since = (self.new.get(lemma))
            .and_then(|places| earlier(places, before).last().copied())
            .unwrap_or(TITLE);
        let places = self
            .nouns
            .get(lemma)
            .map_or(&[][..], |it| earlier(it, before));
        kept(&places[places.partition_point(|&it| it < since)..])
    }

    /// The last `most` places before `before` that tell an event of this kind.
    pub fn event(&self, kind: FactType, before: Place, most: usize) -> &[Place] {
        let places = self
            .events
            .get(&kind)
            .map_or(&[][..], |it| earlier(it, before));
        &places[places.len().saturating_sub(most)..]
    }

    /// The places before `before` that mention an entity.
    pub fn entity(&self, id: EntityId, before: Place) -> Vec<Place> {
        kept(earlier(&self.entities[id.0], before))
    }

    /// How the article introduces an entity.
    pub fn introduction(&self, id: EntityId) -> Option<&Introduction> {
        self.introductions[id.0].as_ref()
    }

    /// The people and bodies whose name ends with this word.
    pub fn by_surname(&self, word: &str) -> &[EntityId] {
        self.surnames.get(word).map_or(&[], Vec::as_slice)
    }

    /// Where a short form is spelt out, if before `before`, and the words.
    pub fn spelt(&self, short: &str, before: Place) -> Option<(Place, Span)> {
        (self.shorts.get(short).copied()).filter(|(place, _)| *place < before)
    }

    /// The unit before, as what cures.
    pub fn previous(&self, u: usize) -> Option<Place> {
        let near = u > 0 && self.units[u].paragraph <= self.units[u - 1].paragraph + 1;
        near.then_some(u as Place)
    }
}

/// The place of unit `u`.
pub fn place_of(u: usize) -> Place {
    u as Place + 1
}

fn push(places: &mut Vec<Place>, place: Place) {
    if places.last() != Some(&place) {
        places.push(place);
    }
}

fn earlier(places: &[Place], before: Place) -> &[Place] {
    &places[..places.partition_point(|&place| place < before)]
}

/// The first and the last of many.
fn kept(places: &[Place]) -> Vec<Place> {
    match places.len() <= FIRST_KEPT + LAST_KEPT {
        true => places.to_vec(),
        false => {
            let (first, rest) = places.split_at(FIRST_KEPT);
            let last = &rest[rest.len() - LAST_KEPT..];
            first.iter().chain(last).copied().collect()
        }
    }
}
