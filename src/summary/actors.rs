//! The main actors: who did what, and what was done to whom.

use crate::report::{Actor, EntityId, EntityType, FactId, Level, Role};

use super::Article;

/// Actors shown: what a picture of who did what to whom can hold.
const MOST_ACTORS: usize = 8;

/// An actor of less than this share of the first one's weight is no main actor.
const LEAST_SHARE: f32 = 0.1;

/// The main actors, heaviest first.
pub fn write(article: &Article) -> Vec<Actor> {
    let mut actors: Vec<(f32, Actor)> = (0..article.entities.len())
        .filter(|&i| acts(article.entities[i].kind))
        .map(|i| {
            let actor = part(article, EntityId(i));
            (weight(article, &actor), actor)
        })
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    actors.sort_by(|(a, x), (b, y)| b.total_cmp(a).then(x.entity.cmp(&y.entity)));
    let least = actors.first().map_or(0.0, |(first, _)| first * LEAST_SHARE);
    actors.retain(|(weight, _)| *weight >= least);
    actors.truncate(MOST_ACTORS);
    actors.into_iter().map(|(_, actor)| actor).collect()
}

fn acts(kind: EntityType) -> bool {
    use EntityType as E;
    matches!(kind, E::Person | E::Norp | E::Org | E::Gpe)
}

/// What an entity did and underwent.
fn part(article: &Article, entity: EntityId) -> Actor {
    let mut actor = Actor {
        entity,
        did: Vec::new(),
        undergone: Vec::new(),
    };
    for (i, fact) in article.facts.iter().enumerate() {
        let has = |roles: &[Role]| {
            (fact.roles.iter())
                .any(|filler| filler.entity == Some(entity) && roles.contains(&filler.role))
        };
        if has(&[Role::Agent]) {
            actor.did.push(FactId(i));
        }
        if has(&[Role::Patient, Role::Recipient]) {
            actor.undergone.push(FactId(i));
        }
    }
    actor
}

fn weight(article: &Article, actor: &Actor) -> f32 {
    let entity = &article.entities[actor.entity.0];
    let sum = |facts: &[FactId]| {
        facts
            .iter()
            .map(|fact| article.facts[fact.0].salience)
            .fold(0.0, |a, b| a + b)
    };
    let spoken = (article.statements.iter())
        .filter(|statement| {
            statement
                .source
                .as_ref()
                .is_some_and(|source| source.entity == Some(actor.entity))
        })
        .count() as f32;
    let named = entity
        .mentions
        .iter()
        .filter(|mention| mention.level != Level::Pronoun)
        .count() as f32;
    let parts = sum(&actor.did) + 0.8 * sum(&actor.undergone) + spoken;
    match parts > 0.0 {
        true => parts + 0.3 * named,
        false => 0.0,
    }
}
