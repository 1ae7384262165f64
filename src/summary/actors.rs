//! The main actors: who did what, and what was done to whom.

use crate::report::{Actor, EntityId, EntityType, FactId, Level, LineIndex, Role};

use super::Article;

/// Actors shown: what a picture of who did what to whom can hold.
const MOST_ACTORS: usize = 8;

/// An actor of less than this share of the first one's weight is no main actor.
const LEAST_SHARE: f32 = 0.1;

/// The main actors, heaviest first.
pub fn write(article: &Article, telling: &[Vec<LineIndex>]) -> Vec<Actor> {
    let spoken = spoken(article);
    let mut actors: Vec<(f32, Actor)> = (parts(article).into_iter())
        .filter(|actor| acts(article.entities[actor.entity.0].kind))
        .map(|actor| (weight(article, &actor, spoken[actor.entity.0]), actor))
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    actors.sort_by(|(a, x), (b, y)| b.total_cmp(a).then(x.entity.cmp(&y.entity)));
    let least = actors.first().map_or(0.0, |(first, _)| first * LEAST_SHARE);
    actors.retain(|(weight, _)| *weight >= least);
    actors.truncate(MOST_ACTORS);
    (actors.into_iter())
        .map(|(_, actor)| Actor {
            lines: lines_of(&actor, telling),
            ..actor
        })
        .collect()
}

/// The lines that tell what an actor did or underwent, in order. `telling`: of each fact its lines.
fn lines_of(actor: &Actor, telling: &[Vec<LineIndex>]) -> Vec<LineIndex> {
    let mut lines: Vec<LineIndex> = (actor.did.iter().chain(&actor.undergone))
        .flat_map(|fact| telling[fact.0].iter().copied())
        .collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn acts(kind: EntityType) -> bool {
    use EntityType as E;
    matches!(kind, E::Person | E::Norp | E::Org | E::Gpe)
}

/// What each entity did and underwent.
fn parts(article: &Article) -> Vec<Actor> {
    let mut actors: Vec<Actor> = (0..article.entities.len())
        .map(|i| Actor {
            entity: EntityId(i),
            did: Vec::new(),
            undergone: Vec::new(),
            lines: Vec::new(),
        })
        .collect();
    for (i, fact) in article.facts.iter().enumerate() {
        for filler in &fact.roles {
            let Some(id) = filler.entity else { continue };
            let list = match filler.role {
                Role::Agent => &mut actors[id.0].did,
                Role::Patient | Role::Recipient => &mut actors[id.0].undergone,
                _ => continue,
            };
            if list.last() != Some(&FactId(i)) {
                list.push(FactId(i));
            }
        }
    }
    actors
}

/// How often each entity is a source.
fn spoken(article: &Article) -> Vec<usize> {
    let mut spoken = vec![0; article.entities.len()];
    let sources = article
        .statements
        .iter()
        .filter_map(|it| it.source.as_ref());
    for id in sources.filter_map(|source| source.entity) {
        spoken[id.0] += 1;
    }
    spoken
}

fn weight(article: &Article, actor: &Actor, spoken: usize) -> f32 {
    let entity = &article.entities[actor.entity.0];
    let sum = |facts: &[FactId]| {
        facts
            .iter()
            .map(|fact| article.facts[fact.0].salience)
            .fold(0.0, |a, b| a + b)
    };
    let named = entity
        .mentions
        .iter()
        .filter(|mention| mention.level != Level::Pronoun)
        .count() as f32;
    let parts = sum(&actor.did) + 0.8 * sum(&actor.undergone) + spoken as f32;
    match parts > 0.0 {
        true => parts + 0.3 * named,
        false => 0.0,
    }
}
