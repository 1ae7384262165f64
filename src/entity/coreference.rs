//! Who is who: mentions into entities. A wrong merge is worse than a missed one, so each rule needs a reason to link and
//! none links on doubt. Every search is through an index or a bounded window: linear in the text.

mod descriptions;
mod names;
mod persons;
mod pronouns;

pub(super) use persons::is_office;

use super::mention::Found;
use crate::document::Document;
use crate::report::Level;

/// Groups of mentions (indices into the result's mentions), each one entity, in order of their first mention. Pronouns that
/// are safe to resolve are added to `mentions`, which stay in order of the text.
pub(super) fn link(document: &Document, mentions: &mut Vec<Found>) -> Vec<Vec<usize>> {
    let mut clusters = Clusters::new(mentions.len());
    names::link(document, mentions, &mut clusters);
    persons::link(document, mentions, &mut clusters);
    descriptions::link(document, mentions, &mut clusters);
    for (pronoun, antecedent) in pronouns::resolve(document, mentions, &mut clusters) {
        mentions.push(pronoun);
        let new = clusters.open();
        clusters.merge(antecedent, new);
    }
    let mut groups = clusters.groups();
    for group in &mut groups {
        group.sort_by_key(|&m| (mentions[m].tokens.start, mentions[m].tokens.end));
    }
    groups.sort_by_key(|group| group.first().map_or(0, |&m| mentions[m].tokens.start));
    groups
}

/// Which mentions are one entity: a forest with path halving.
struct Clusters {
    parents: Vec<usize>,
}

impl Clusters {
    fn new(mentions: usize) -> Self {
        Self {
            parents: (0..mentions).collect(),
        }
    }

    /// A new mention, alone.
    fn open(&mut self) -> usize {
        self.parents.push(self.parents.len());
        self.parents.len() - 1
    }

    /// The mention that stands for the entity of `mention`: the first of them.
    fn of(&mut self, mention: usize) -> usize {
        let mut at = mention;
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    fn merge(&mut self, a: usize, b: usize) {
        let (a, b) = (self.of(a), self.of(b));
        self.parents[a.max(b)] = a.min(b);
    }

    fn groups(&mut self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); self.parents.len()];
        for mention in 0..self.parents.len() {
            let entity = self.of(mention);
            groups[entity].push(mention);
        }
        groups.retain(|group| !group.is_empty());
        groups
    }
}

/// Whether the mention is a name, no value.
fn named(mention: &Found) -> bool {
    mention.level == Level::Named && mention.value.is_none()
}
