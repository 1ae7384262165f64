//! Pronouns, where they are safe: "he" and "she" for the one person they can mean.

use std::collections::HashMap;

use super::{Clusters, named};
use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::entity::mention::Found;
use crate::lexicon::{Gender, says};
use crate::report::{EntityType, Level};

/// How many sentences back a person may have been named.
const SENTENCES: usize = 3;

/// Persons and pronouns before a pronoun that are looked at, the nearest first; who stands further back is not meant.
const MOST_CANDIDATES: usize = 32;

/// Who may be meant: a person where the text tells of one, by a noun, a name or a pronoun before.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    head: usize,
    /// A mention of the person; none for a pronoun that nobody was found for.
    mention: Option<usize>,
}

/// The pronouns that can be resolved, each with a mention of the person it stands for.
pub(super) fn resolve(
    document: &Document,
    mentions: &[Found],
    clusters: &mut Clusters,
) -> Vec<(Found, usize)> {
    let mut resolver = Resolver {
        document,
        quoted: inside_quotes(document),
        genders: genders(document, mentions, clusters),
        before: Vec::new(),
    };
    let persons: Vec<usize> = (0..mentions.len())
        .filter(|&m| {
            mentions[m].kind == EntityType::Person
                && mentions[m].value.is_none()
                && !mentions[m].is_many(document)
                && !signs(document, &mentions[m])
        })
        .collect();
    let mut resolved: Vec<(Found, usize)> = Vec::new();
    let mut next = 0;
    for i in 0..document.len() {
        while next < persons.len() && mentions[persons[next]].tokens.end <= i {
            resolver.before.push(Candidate {
                head: mentions[persons[next]].head,
                mention: Some(persons[next]),
            });
            next += 1;
        }
        let Some(gender) = Gender::of_pronoun(document, i) else {
            continue;
        };
        let antecedent = resolver.antecedent(i, gender, clusters);
        if let Some(antecedent) = antecedent {
            resolver.genders.insert(clusters.of(antecedent), gender);
            resolved.push((
                Found::new(document, i..i + 1, EntityType::Person, Level::Pronoun),
                antecedent,
            ));
        }
        resolver.before.push(Candidate {
            head: i,
            mention: antecedent,
        });
    }
    resolved
}

/// Whether a name is a paragraph by itself: who wrote what stands above, not whom the text goes on about.
fn signs(document: &Document, mention: &Found) -> bool {
    let paragraph = document.paragraphs[document.paragraph_of(mention.head)].clone();
    let mark = |i: usize| matches!(document.tokens[i].pos, Pos::Punct | Pos::Space);
    paragraph.len() <= mention.tokens.len() + 3
        && paragraph.filter(|i| !mention.tokens.contains(i)).all(mark)
}

struct Resolver<'a, 't> {
    document: &'a Document<'t>,
    quoted: Vec<bool>,
    genders: HashMap<usize, Gender>,
    /// Persons and pronouns so far, in the order in which they end.
    before: Vec<Candidate>,
}

impl Resolver<'_, '_> {
    /// The person whom the pronoun `i` stands for, where there is one that it is safe to name.
    fn antecedent(&self, i: usize, gender: Gender, clusters: &mut Clusters) -> Option<usize> {
        let document = self.document;
        let sentence = document.sentence_of(i);
        for back in 0..SENTENCES.min(sentence + 1) {
            let range = document.sentences[sentence - back].clone();
            if (document.title).is_some_and(|title| title.contains(document.span(range.clone()))) {
                return None;
            }
            let here: Vec<Candidate> = (self.before.iter().rev())
                .take(MOST_CANDIDATES)
                .copied()
                .filter(|it| range.contains(&it.head) && self.may_be(it, i, gender, clusters))
                .collect();
            if here.is_empty() {
                continue;
            }
            let choice =
                (owner(document, &here, i)).or_else(|| pick(document, &here, i, clusters))?;
            let sure = match back {
                0 => self.is_no_other(&choice, &here, clusters),
                _ => !self.speaks_of_another(&choice, &range, gender),
            };
            return choice.mention.filter(|_| sure);
        }
        None
    }

    /// Whether sex, quotation marks and grammar let the pronoun `i` mean the candidate.
    fn may_be(
        &self,
        candidate: &Candidate,
        i: usize,
        gender: Gender,
        clusters: &mut Clusters,
    ) -> bool {
        let document = self.document;
        let head = candidate.head;
        let fits = match candidate.mention {
            Some(mention) => {
                (self.genders.get(&clusters.of(mention))).is_none_or(|&known| known == gender)
            }
            None => Gender::of_pronoun(document, head) == Some(gender),
        };
        // Nobody speaks of himself as "he", seldom of who else is quoted; nor is one who is only quoted of meant outside.
        let heard = match self.quoted[i] {
            true => !speaks(document, head),
            false => !self.quoted[head],
        };
        fits && heard && !binds(document, head, i) && !self.is_anothers(candidate, gender)
    }

    /// "Besides *her daughter*, she has two sons": whose daughter it is is meant, unless the daughter is what the sentence is about.
    fn is_anothers(&self, candidate: &Candidate, gender: Gender) -> bool {
        let document = self.document;
        let owned = document.children(candidate.head).any(|child| {
            document.tokens[child].tag == Tag::PrpPoss
                && Gender::of_pronoun(document, child) == Some(gender)
        });
        owned && !is_subject(document, candidate.head)
    }

    /// "Sentencing *him*, Judge Stroud said *he* …": beside one who is called so already, another is meant only where the text says that
    /// the word fits.
    fn is_no_other(&self, choice: &Candidate, here: &[Candidate], clusters: &mut Clusters) -> bool {
        let Some(mention) = choice.mention else {
            return false;
        };
        let entity = clusters.of(mention);
        self.genders.contains_key(&entity)
            || here.iter().all(|other| {
                self.document.tokens[other.head].pos != Pos::Pron
                    || other.mention.map(|other| clusters.of(other)) == Some(entity)
            })
    }
}

impl Resolver<'_, '_> {
    /// "“Some feared *her*,” says *Ann Hall*, a historian. *She* …": one who speaks of another she is not what the text goes on about.
    fn speaks_of_another(&self, choice: &Candidate, sentence: &TokenRange, gender: Gender) -> bool {
        speaks(self.document, choice.head)
            && (self.before.iter().rev().take(MOST_CANDIDATES)).any(|other| {
                sentence.contains(&other.head)
                    && self.quoted[other.head]
                    && Gender::of_pronoun(self.document, other.head) == Some(gender)
            })
    }
}

/// "*Justice Maddern* read *her* verdict": whose something is that the subject of the same verb has for its object.
fn owner(document: &Document, here: &[Candidate], pronoun: usize) -> Option<Candidate> {
    if document.tokens[pronoun].tag != Tag::PrpPoss {
        return None;
    }
    let thing = document.head(pronoun)?;
    let verb = document
        .head(thing)
        .filter(|_| document.tokens[thing].dep == Dep::Dobj)?;
    here.iter().copied().find(|it| {
        document.tokens[it.head].dep == Dep::Nsubj && document.head(it.head) == Some(verb)
    })
}

/// The one person among those of a sentence: for one who speaks, who spoke in it, else its subject, else the only one.
fn pick(
    document: &Document,
    here: &[Candidate],
    pronoun: usize,
    clusters: &mut Clusters,
) -> Option<Candidate> {
    let speakers: Vec<Candidate> = match speaks(document, pronoun) {
        true => here
            .iter()
            .copied()
            .filter(|it| speaks(document, it.head))
            .collect(),
        false => Vec::new(),
    };
    let subjects: Vec<Candidate> = here
        .iter()
        .copied()
        .filter(|it| is_subject(document, it.head))
        .collect();
    let mut one = |set: &[Candidate]| {
        let first = *set.first()?;
        let entity = first.mention.map(|mention| clusters.of(mention));
        set.iter()
            .all(|it| it.mention.map(|mention| clusters.of(mention)) == entity)
            .then_some(first)
    };
    (one(&speakers).or_else(|| one(&subjects))).or_else(|| one(here))
}

fn is_subject(document: &Document, head: usize) -> bool {
    matches!(document.tokens[head].dep, Dep::Nsubj | Dep::Nsubjpass)
}

/// Whether the person is the subject of a verb of speech; not of "Jones's calling him a liar".
fn speaks(document: &Document, head: usize) -> bool {
    document.tokens[head].dep == Dep::Nsubj
        && document.head(head).is_some_and(|verb| {
            let gerund =
                document.tokens[verb].tag == Tag::Vbg && document.child(verb, Dep::Aux).is_none();
            !gerund && says(document.lemma(verb))
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

/// What titles, nouns and first names tell of persons.
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
            let Some(gender) = Gender::of_word(document, i) else {
                continue;
            };
            genders.insert(clusters.of(m), gender);
        }
    }
    for (m, mention) in mentions
        .iter()
        .enumerate()
        .filter(|(_, mention)| mention.kind == EntityType::Person && named(mention))
    {
        if let Some(gender) = Gender::of_name(document, &mention.name) {
            genders.entry(clusters.of(m)).or_insert(gender);
        }
    }
    genders
}
