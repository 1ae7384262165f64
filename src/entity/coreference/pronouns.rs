//! Pronouns, where they are safe: "he" and "she" for the one person they can mean.

use std::collections::HashMap;

use super::Clusters;
use crate::document::{Dep, Document, Tag};
use crate::entity::mention::{Found, plural};
use crate::lexicon::CUE_VERBS;
use crate::report::{EntityType, Level};

/// How many sentences back a person may have been named.
const SENTENCES: usize = 3;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Gender {
    Female,
    Male,
}

/// The pronouns that can be resolved, each with a mention of the person it stands for.
pub(super) fn resolve(
    document: &Document,
    mentions: &[Found],
    clusters: &mut Clusters,
) -> Vec<(Found, usize)> {
    let quoted = inside_quotes(document);
    let mut genders = genders(document, mentions, clusters);
    let persons: Vec<usize> = (0..mentions.len())
        .filter(|&m| {
            mentions[m].kind == EntityType::Person
                && mentions[m].value.is_none()
                && !plural(document, mentions[m].head)
        })
        .collect();
    let mut resolved: Vec<(Found, usize)> = Vec::new();
    let mut next = 0;
    let mut before: Vec<usize> = Vec::new();
    for (i, &in_quotation) in quoted.iter().enumerate() {
        while next < persons.len() && mentions[persons[next]].tokens.start < i {
            before.push(persons[next]);
            next += 1;
        }
        let Some(gender) = pronoun(document, i) else {
            continue;
        };
        let sentence = document.sentence_of(i);
        let mut choice = None;
        for back in 0..SENTENCES.min(sentence + 1) {
            let range = document.sentences[sentence - back].clone();
            if document
                .title
                .is_some_and(|title| title.contains(document.span(range.clone())))
            {
                break;
            }
            let here: Vec<usize> = before
                .iter()
                .rev()
                .take(24)
                .copied()
                .filter(|&m| {
                    range.contains(&mentions[m].tokens.start) && mentions[m].tokens.end <= i
                })
                .filter(|&m| {
                    genders
                        .get(&clusters.of(m))
                        .is_none_or(|&known| known == gender)
                })
                .filter(|&m| {
                    let head = mentions[m].head;
                    // Nobody speaks of himself as "he", nor is one who is only quoted of meant outside.
                    !(in_quotation
                        && speaks(document, head)
                        && document.sentence_of(head) + 1 >= sentence)
                        && (in_quotation || !quoted[head])
                })
                .filter(|&m| !binds(document, mentions[m].head, i))
                .collect();
            choice = owner(document, mentions, &here, i)
                .or_else(|| pick(document, mentions, &here, clusters));
            if choice.is_some() || !here.is_empty() {
                break;
            }
            // A pronoun earlier in the sentence is as good as a name.
            if let Some((_, antecedent)) =
                resolved.iter().rev().take(8).find(|(found, antecedent)| {
                    range.contains(&found.head)
                        && genders
                            .get(&clusters.of(*antecedent))
                            .is_none_or(|&known| known == gender)
                })
            {
                choice = Some(*antecedent);
                break;
            }
        }
        if let Some(antecedent) = choice {
            genders.insert(clusters.of(antecedent), gender);
            resolved.push((
                Found::new(document, i..i + 1, EntityType::Person, Level::Pronoun),
                antecedent,
            ));
        }
    }
    resolved
}

fn pronoun(document: &Document, i: usize) -> Option<Gender> {
    if !matches!(document.tokens[i].tag, Tag::Prp | Tag::PrpPoss) {
        return None;
    }
    match document.lower(i).as_str() {
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

/// "*Justice Maddern* read *her* verdict": whose something is that the subject of the same verb has for its object.
fn owner(document: &Document, mentions: &[Found], here: &[usize], pronoun: usize) -> Option<usize> {
    if document.tokens[pronoun].tag != Tag::PrpPoss {
        return None;
    }
    let thing = document.head(pronoun)?;
    let verb = document
        .head(thing)
        .filter(|_| document.tokens[thing].dep == Dep::Dobj)?;
    here.iter().copied().find(|&m| {
        let head = mentions[m].head;
        document.tokens[head].dep == Dep::Nsubj && document.head(head) == Some(verb)
    })
}

/// The one person among those of a sentence: its subject, else the only one.
fn pick(
    document: &Document,
    mentions: &[Found],
    here: &[usize],
    clusters: &mut Clusters,
) -> Option<usize> {
    let subjects: Vec<usize> = here
        .iter()
        .copied()
        .filter(|&m| {
            matches!(
                document.tokens[mentions[m].head].dep,
                Dep::Nsubj | Dep::Nsubjpass
            )
        })
        .collect();
    let mut one = |set: &[usize]| {
        let first = *set.first()?;
        let entity = clusters.of(first);
        set.iter()
            .all(|&m| clusters.of(m) == entity)
            .then_some(first)
    };
    one(&subjects).or_else(|| one(here))
}

/// Whether the person is the subject of a verb of speech.
fn speaks(document: &Document, head: usize) -> bool {
    document.tokens[head].dep == Dep::Nsubj
        && document.head(head).is_some_and(|verb| {
            CUE_VERBS
                .get(document.lemma(verb))
                .is_some_and(|uses| uses.starts_with("say"))
        })
}

/// Whether pronoun and person are subject and object of one verb: then they are two.
fn binds(document: &Document, person: usize, pronoun: usize) -> bool {
    let argument = |i: usize| {
        matches!(
            document.tokens[i].dep,
            Dep::Nsubj | Dep::Dobj | Dep::Nsubjpass | Dep::Dative
        )
    };
    document.tokens[pronoun].tag == Tag::Prp
        && argument(person)
        && argument(pronoun)
        && document.head(person) == document.head(pronoun)
        && !document.lower(pronoun).ends_with("self")
}

/// For each token whether it stands in a quotation of its paragraph.
fn inside_quotes(document: &Document) -> Vec<bool> {
    let mut flags = vec![false; document.len()];
    for paragraph in &document.paragraphs {
        let mut open = false;
        for i in paragraph.clone() {
            match document.word(i) {
                "“" => open = true,
                "”" => open = false,
                "\"" | "''" | "``" => open = !open,
                _ => {}
            }
            flags[i] = open;
        }
    }
    flags
}

/// What titles and nouns tell of persons.
fn genders(
    document: &Document,
    mentions: &[Found],
    clusters: &mut Clusters,
) -> HashMap<usize, Gender> {
    let mut genders = HashMap::new();
    for (m, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.kind == EntityType::Person)
    {
        for i in mention.tokens.clone().take(8) {
            let gender = match document.lower(i).trim_end_matches('.') {
                "mr" | "sir" | "lord" | "king" | "prince" | "man" | "boy" | "father" | "son"
                | "brother" | "husband" | "spokesman" | "chairman" | "businessman"
                | "congressman" | "policeman" | "emperor" | "duke" | "actor" | "uncle" | "pope"
                | "imam" => Gender::Male,
                "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "woman"
                | "girl" | "mother" | "daughter" | "sister" | "wife" | "spokeswoman"
                | "chairwoman" | "businesswoman" | "congresswoman" | "policewoman" | "actress"
                | "empress" | "duchess" | "aunt" | "widow" => Gender::Female,
                _ => continue,
            };
            genders.insert(clusters.of(m), gender);
        }
    }
    genders
}
