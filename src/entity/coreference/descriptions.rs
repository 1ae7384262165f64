//! Descriptions: "the coalition" after "the U.S.-led coalition", "the headquarters" after "a Syrian headquarters". "Another official"
//! opens a new entity, and so does every description with "a".

use std::collections::HashMap;

use super::persons::compatible;
use super::{Clusters, named};
use crate::document::{Dep, Document, Tag};
use crate::entity::mention::{Found, noun, plural};
use crate::entity::names::{key, key_of};
use crate::lexicon::{ALIASES, DEMONYMS, NAME_WORDS, NOUNS};
use crate::report::{EntityType, Level};

/// How many earlier mentions with the same head are looked at.
const WINDOW: usize = 12;

/// Merges descriptions with what they take up.
pub(super) fn link(document: &Document, mentions: &[Found], clusters: &mut Clusters) {
    let profiles: Vec<Option<Profile>> = mentions
        .iter()
        .map(|mention| {
            mention
                .value
                .is_none()
                .then(|| Profile::of(document, mention))
        })
        .collect();
    let companies = Companies::of(document, mentions, clusters);
    let mut by_head: HashMap<&str, Vec<usize>> = HashMap::new();
    for (m, profile) in profiles.iter().enumerate() {
        let Some(profile) = profile else { continue };
        if mentions[m].level == Level::Nominal && clusters.of(m) == m {
            let candidates = by_head
                .get(profile.head.as_str())
                .map_or(&[][..], Vec::as_slice);
            if let Some(other) = antecedent(mentions, &profiles, candidates, m, clusters) {
                clusters.merge(other, m);
            } else if let Some(other) = members(mentions, &profiles, &by_head, m) {
                clusters.merge(other, m);
            } else if profile.opening == Opening::Definite
                && let Some(other) = companies
                    .only(document, mentions, m, profile, clusters)
                    .or_else(|| subject_before(document, mentions, m, profile))
            {
                clusters.merge(other, m);
            }
        } else if mentions[m].kind == EntityType::Norp
            && clusters.of(m) == m
            && let Some(other) = people_spoken_of(document, mentions, &profiles, m)
        {
            clusters.merge(other, m);
        }
        by_head.entry(&profile.head).or_default().push(m);
        if let Some(last) = profile.last.as_deref().filter(|last| *last != profile.head) {
            by_head.entry(last).or_default().push(m);
        }
    }
}

/// The mentions of organisations whose name says that they do business ("Vantix Pharmaceuticals", "Lumo Inc."), in order.
struct Companies {
    mentions: Vec<usize>,
}

impl Companies {
    fn of(document: &Document, mentions: &[Found], clusters: &mut Clusters) -> Self {
        let is_name = |m: usize| named(&mentions[m]) && mentions[m].kind == EntityType::Org;
        let mut business = vec![false; mentions.len()];
        for m in (0..mentions.len()).filter(|&m| is_name(m)) {
            let name = &mentions[m].name;
            let word = document.lower(name.end - 1);
            if name.len() > 1 && NAME_WORDS.get(&word) == Some("company") {
                business[clusters.of(m)] = true;
            }
        }
        Self {
            mentions: (0..mentions.len())
                .filter(|&m| is_name(m) && business[clusters.of(m)])
                .collect(),
        }
    }

    /// "the company", "the drugmaker": the one company named in this sentence before it and in the three sentences before; with
    /// another word that tells of it ("the Japanese brewer") only where the article knows no other.
    fn only(
        &self,
        document: &Document,
        mentions: &[Found],
        m: usize,
        profile: &Profile,
        clusters: &mut Clusters,
    ) -> Option<usize> {
        let maker = profile.head.len() > 5 && profile.head.ends_with("maker");
        let fits = maker
            || matches!(
                profile.head.as_str(),
                "company"
                    | "firm"
                    | "manufacturer"
                    | "retailer"
                    | "airline"
                    | "insurer"
                    | "lender"
                    | "brewer"
                    | "carrier"
            );
        if profile.many || !fits {
            return None;
        }
        let sentence = document.sentence_of(mentions[m].head);
        let before = &self.mentions[..self.mentions.partition_point(|&other| other < m)];
        let near = |other: usize| document.sentence_of(mentions[other].head) + 3 >= sentence;
        let last = before.last().copied().filter(|&other| near(other))?;
        let entity = clusters.of(last);
        let rivals = if profile.modifiers.is_empty() {
            before
        } else {
            &self.mentions
        };
        let mut all = rivals.iter().rev().take(32).copied();
        let alone = all.all(|other| {
            clusters.of(other) == entity || (profile.modifiers.is_empty() && !near(other))
        });
        alone.then_some(last)
    }
}

/// "Al-Shabaab claimed the attack. *The group* …": the organisation that is the subject of the sentence before, and its only one.
fn subject_before(
    document: &Document,
    mentions: &[Found],
    m: usize,
    profile: &Profile,
) -> Option<usize> {
    let body = matches!(
        profile.head.as_str(),
        "group"
            | "organisation"
            | "organization"
            | "company"
            | "firm"
            | "agency"
            | "movement"
            | "militia"
            | "charity"
            | "union"
            | "network"
            | "club"
    );
    let mine = &mentions[m];
    let sentence = document.sentence_of(mine.head);
    let opens = document.sentences.get(sentence)?.start == mine.tokens.start;
    if !body || profile.many || !profile.modifiers.is_empty() || !opens || sentence == 0 {
        return None;
    }
    let mut names = (0..m).rev().take(16).filter(|&other| {
        document.sentence_of(mentions[other].head) + 1 == sentence
            && named(&mentions[other])
            && mentions[other].kind == EntityType::Org
    });
    let only = names.next()?;
    let subject = document.tokens[mentions[only].head].dep == Dep::Nsubj;
    // A ministry is no company.
    let last = NAME_WORDS.get(&document.lower(mentions[only].name.end - 1));
    if matches!(profile.head.as_str(), "company" | "firm")
        && last.is_some_and(|kind| kind != "company")
    {
        return None;
    }
    (subject && names.next().is_none()).then_some(only)
}

/// How a description opens.
#[derive(Clone, Copy, PartialEq)]
enum Opening {
    Definite,
    Indefinite,
    Possessive,
    Bare,
}

/// What tells a description from others.
struct Profile {
    /// Its head noun, in the singular; troops and fighters go with forces.
    head: String,
    /// For names: the last word, if that is a common noun ("Grand *Mosque*").
    last: Option<String>,
    /// The words before the head, lower-case, without articles.
    modifiers: Vec<String>,
    opening: Opening,
    many: bool,
}

impl Profile {
    fn of(document: &Document, mention: &Found) -> Self {
        let head = mention.head;
        let word = noun(document, head);
        let first = mention.tokens.start;
        let opening = match document.lower(first).as_str() {
            "the" | "this" | "that" | "these" | "those" => Opening::Definite,
            "a" | "an" | "another" | "other" | "some" | "any" | "no" | "every" | "each" | "all"
            | "both" | "such" | "many" | "several" | "more" | "most" | "either" | "one"
            | "certain" => Opening::Indefinite,
            _ if document.tokens[first].tag == Tag::PrpPoss => Opening::Possessive,
            _ => Opening::Bare,
        };
        let modifiers = (first..head)
            .filter(|&i| {
                let token = &document.tokens[i];
                !matches!(token.dep, Dep::Det | Dep::Punct | Dep::Case)
                    && !matches!(
                        token.tag,
                        Tag::PrpPoss | Tag::Pos | Tag::Dt | Tag::Hyph | Tag::Cd
                    )
            })
            .map(|i| people(&key(document, &(i..i + 1))))
            .collect();
        // "the *town* of Velimsk", "Grand *Mosque*"
        let area = mention.name.start.checked_sub(2).filter(|&i| i >= first);
        let told = area.unwrap_or(mention.name.end - 1);
        let last = named(mention)
            .then(|| noun(document, told))
            .filter(|last| NOUNS.contains(last));
        let many = plural(document, head);
        let head = match word.as_str() {
            "troop" | "fighter" if many => "force".to_owned(),
            _ => word,
        };
        Self {
            head,
            last,
            modifiers,
            opening,
            many,
        }
    }

    /// Whether the words before the head of `other` hold all of this one's.
    fn within(&self, other: &Self) -> bool {
        self.modifiers
            .iter()
            .all(|word| other.modifiers.contains(word))
    }

    /// Whether both have a word before the head that says whose side they are on: "pro-regime", "Iranian-backed".
    fn same_camp(&self, other: &Self) -> bool {
        let camp = |word: &&String| {
            word.contains('-')
                || matches!(
                    word.as_str(),
                    "rebel" | "government" | "opposition" | "coalition"
                )
        };
        let (mine, theirs): (Vec<_>, Vec<_>) = (
            self.modifiers.iter().filter(camp).collect(),
            other.modifiers.iter().filter(camp).collect(),
        );
        !mine.is_empty() && mine == theirs
    }
}

fn antecedent(
    mentions: &[Found],
    profiles: &[Option<Profile>],
    candidates: &[usize],
    m: usize,
    clusters: &mut Clusters,
) -> Option<usize> {
    let mine = profiles[m].as_ref()?;
    let kind = mentions[m].kind;
    let window = candidates.iter().rev().take(WINDOW).copied();
    let fitting: Vec<usize> = window
        .filter(|&other| {
            let Some(theirs) = profiles[other].as_ref() else {
                return false;
            };
            compatible(kind, mentions[other].kind) && mine.many == theirs.many
        })
        .collect();
    let profile = |m: usize| profiles[m].as_ref();
    match mine.opening {
        Opening::Definite => {
            let same = fitting.iter().copied().find(|&other| {
                profile(other).is_some_and(|theirs| {
                    theirs.modifiers == mine.modifiers
                        && theirs.head == mine.head
                        && !named(&mentions[other])
                })
            });
            let holding: Vec<usize> = fitting
                .iter()
                .copied()
                .filter(|&other| {
                    profile(other).is_some_and(|theirs| {
                        (theirs.head == mine.head && mine.within(theirs))
                            || (mine.modifiers.is_empty() && theirs.last.is_some())
                    })
                })
                .collect();
            // "the forces" after two kinds of forces is either: no link. A person is the last one spoken of.
            let entities = {
                let mut entities: Vec<usize> =
                    holding.iter().map(|&other| clusters.of(other)).collect();
                entities.sort_unstable();
                entities.dedup();
                entities.len()
            };
            let clear =
                entities <= 1 || kind == EntityType::Person || kind == EntityType::WorkOfArt;
            if kind == EntityType::Person && mine.modifiers.is_empty() {
                return holding.first().copied();
            }
            same.or(holding.first().copied().filter(|_| clear))
        }
        Opening::Bare => fitting.iter().copied().find(|&other| {
            let Some(theirs) = profile(other).filter(|theirs| theirs.head == mine.head) else {
                return false;
            };
            let told = !mine.modifiers.is_empty()
                || (mine.many && is_camp(&mine.head))
                || capital_alone(mine, theirs);
            told && (mine.modifiers == theirs.modifiers
                || (mine.same_camp(theirs) && (mine.within(theirs) || theirs.within(mine))))
                && theirs.opening != Opening::Indefinite
        }),
        Opening::Indefinite | Opening::Possessive => None,
    }
}

/// "the Russians" right after "Russian contractors": the one group of that people in this sentence and the one before.
fn people_spoken_of(
    document: &Document,
    mentions: &[Found],
    profiles: &[Option<Profile>],
    m: usize,
) -> Option<usize> {
    let mention = &mentions[m];
    let article = mention
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|i| matches!(document.lower(i).as_str(), "the" | "these" | "those"));
    if !article || !plural(document, mention.head) {
        return None;
    }
    let people = people(&key(document, &mention.name));
    let sentence = document.sentence_of(mention.head);
    let mut groups = (0..m).rev().take(20).filter(|&other| {
        let near = document.sentence_of(mentions[other].head) + 1 >= sentence;
        let group =
            mentions[other].level == Level::Nominal && mentions[other].kind == EntityType::Org;
        near && group
            && profiles[other]
                .as_ref()
                .is_some_and(|profile| profile.many && profile.modifiers.first() == Some(&people))
    });
    let first = groups.next()?;
    groups.next().is_none().then_some(first)
}

/// A country for the word of its people, one form for its names: "American" and "U.S." are one modifier.
fn people(key: &str) -> String {
    let country = DEMONYMS
        .get(key)
        .filter(|country| !country.is_empty())
        .map_or_else(|| key.to_owned(), key_of);
    ALIASES.get(&country).map_or(country, str::to_owned)
}

/// Groups that an article speaks of as one party: "rebels" are the rebels.
fn is_camp(head: &str) -> bool {
    matches!(
        head,
        "rebel"
            | "insurgent"
            | "militant"
            | "protester"
            | "demonstrator"
            | "police"
            | "pilgrim"
            | "gunman"
            | "hijacker"
            | "jihadist"
            | "firefighter"
            | "prosecutor"
            | "investigator"
            | "organiser"
            | "organizer"
    )
}

/// "Coalition" without an article, with nothing before it, twice.
fn capital_alone(mine: &Profile, theirs: &Profile) -> bool {
    mine.modifiers.is_empty()
        && theirs.modifiers.is_empty()
        && !mine.many
        && matches!(theirs.opening, Opening::Definite | Opening::Bare)
}

/// "Coalition forces" are the coalition: the forces of a group spoken of before, with nothing else said of them.
fn members(
    mentions: &[Found],
    profiles: &[Option<Profile>],
    by_head: &HashMap<&str, Vec<usize>>,
    m: usize,
) -> Option<usize> {
    let mine = profiles[m].as_ref()?;
    let [modifier] = mine.modifiers.as_slice() else {
        return None;
    };
    if mine.head == "force" && mine.many && NOUNS.get(modifier) == Some("group") {
        let last = by_head.get(modifier.as_str())?.last().copied()?;
        return (mentions[last].kind == EntityType::Org).then_some(last);
    }
    None
}
