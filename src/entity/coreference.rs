//! Who is who: mentions into entities. A wrong merge is worse than a missed one.

use std::collections::HashMap;

use super::mention::{Found, noun, plural};
use crate::document::{Dep, Document};
use crate::lexicon::ALIASES;
use crate::report::{EntityType, Level};

/// Groups of mentions (indices into `mentions`), each one entity, in order of their first mention.
pub(super) fn link(document: &Document, mentions: &[Found]) -> Vec<Vec<usize>> {
    let mut linker = Linker {
        document,
        mentions,
        entities: Vec::new(),
        of: vec![None; mentions.len()],
    };
    linker.link_names();
    linker.link_descriptions();
    linker.finish()
}

struct Linker<'a, 't> {
    document: &'a Document<'t>,
    mentions: &'a [Found],
    entities: Vec<Vec<usize>>,
    of: Vec<Option<usize>>,
}

impl Linker<'_, '_> {
    fn open(&mut self, mention: usize) -> usize {
        self.entities.push(vec![mention]);
        self.of[mention] = Some(self.entities.len() - 1);
        self.entities.len() - 1
    }

    fn join(&mut self, mention: usize, entity: usize) {
        self.entities[entity].push(mention);
        self.of[mention] = Some(entity);
    }

    /// Names: by key, then surnames and first names to the one person who has them.
    fn link_names(&mut self) {
        let mut by_key: HashMap<String, usize> = HashMap::new();
        let mut persons: HashMap<String, Option<usize>> = HashMap::new();
        let named: Vec<usize> = (0..self.mentions.len())
            .filter(|&m| self.mentions[m].level == Level::Named && self.mentions[m].value.is_none())
            .collect();
        let single = |m: &usize| {
            let mention = &self.mentions[*m];
            mention.kind == EntityType::Person && mention.name.len() == 1
        };
        let (short, full): (Vec<usize>, Vec<usize>) = named.iter().partition(|m| single(m));
        for &m in &full {
            let key = self.key(m);
            let entity = match by_key.get(&key) {
                Some(&entity) => {
                    self.join(m, entity);
                    entity
                }
                None => {
                    let entity = self.open(m);
                    by_key.insert(key, entity);
                    entity
                }
            };
            let mention = &self.mentions[m];
            if mention.kind == EntityType::Person {
                for part in [mention.name.start, mention.name.end - 1] {
                    let part = self.document.lower(part);
                    let slot = persons.entry(part).or_insert(Some(entity));
                    if *slot != Some(entity) {
                        *slot = None;
                    }
                }
            }
        }
        for &m in &short {
            let key = self.key(m);
            let person = persons
                .get(&self.document.lower(self.mentions[m].name.end - 1))
                .copied()
                .flatten();
            if let Some(entity) = person.or_else(|| by_key.get(&key).copied()) {
                self.join(m, entity);
            } else {
                let entity = self.open(m);
                by_key.insert(key, entity);
            }
        }
    }

    /// Descriptions: definite ones to the last entity with the same head and no other modifier.
    fn link_descriptions(&mut self) {
        let mut by_head: HashMap<String, Vec<usize>> = HashMap::new();
        for m in 0..self.mentions.len() {
            let mention = &self.mentions[m];
            if mention.value.is_some() {
                continue;
            }
            let head = noun(self.document, mention.head);
            if self.of[m].is_none() {
                let candidates = by_head.get(&head).map_or(&[][..], Vec::as_slice);
                let antecedent = candidates
                    .iter()
                    .rev()
                    .take(8)
                    .copied()
                    .find(|&other| self.corefer(m, other));
                match antecedent {
                    Some(other) => {
                        let entity = self.of[other].unwrap_or_default();
                        self.join(m, entity);
                    }
                    None => {
                        self.open(m);
                    }
                }
            }
            by_head.entry(head).or_default().push(m);
        }
    }

    /// Whether description `m` may be the entity of the earlier mention `other` that has the same head noun.
    fn corefer(&self, m: usize, other: usize) -> bool {
        let (mine, theirs) = (self.modifiers(m), self.modifiers(other));
        let determiner = self.determiner(m);
        if plural(self.document, self.mentions[m].head)
            != plural(self.document, self.mentions[other].head)
        {
            return false;
        }
        match determiner.as_deref() {
            Some("the" | "this" | "that" | "these" | "those") => {
                mine.iter().all(|word| theirs.contains(word))
            }
            Some(
                "a" | "an" | "another" | "other" | "some" | "any" | "no" | "every" | "each" | "all"
                | "both",
            ) => false,
            _ => mine == theirs && !mine.is_empty(),
        }
    }

    fn determiner(&self, m: usize) -> Option<String> {
        let mention = &self.mentions[m];
        let first = mention.tokens.start;
        (self.document.tokens[first].dep == Dep::Det).then(|| self.document.lower(first))
    }

    /// The words before the head that tell this one from others, lower-case.
    fn modifiers(&self, m: usize) -> Vec<String> {
        let mention = &self.mentions[m];
        (mention.tokens.start..mention.head)
            .filter(|&i| {
                !matches!(
                    self.document.tokens[i].dep,
                    Dep::Det | Dep::Punct | Dep::Case
                )
            })
            .map(|i| self.document.lower(i).replace('.', ""))
            .collect()
    }

    /// What two mentions of one name have in common.
    fn key(&self, m: usize) -> String {
        let mention = &self.mentions[m];
        let text = super::names::key(self.document, &mention.name);
        match ALIASES.get(&text) {
            Some(key) => key.to_owned(),
            None => text,
        }
    }

    fn finish(mut self) -> Vec<Vec<usize>> {
        for m in 0..self.mentions.len() {
            if self.of[m].is_none() {
                self.open(m);
            }
        }
        for entity in &mut self.entities {
            entity.sort_unstable();
        }
        self.entities.sort_by_key(|entity| entity[0]);
        self.entities
    }
}
