//! Names: what the recogniser found, put right by rules that hold in any article.
//!
//! A name is typed once for the whole article, from all of its mentions: the recogniser's votes, open lists, the words
//! inside it, the words around it. Then every mention of it is marked, also those that the recogniser passed over.

mod evidence;
mod join;
mod organisation;
pub(super) mod person;
mod place;
mod spans;
mod trim;

use std::collections::{HashMap, HashSet};

use super::Named;
use super::mention::{self, Found};
use crate::document::{Document, Pos, Tag, TokenRange};
use crate::lexicon::{DESIGNATORS, NAME_WORDS, NOUNS};
use crate::report::{EntityType, Level};
use evidence::Evidence;

/// The names of a document in order of the text, none overlapping another.
pub(super) fn find(document: &Document, named: &[Named]) -> Vec<Found> {
    let shouting = spans::capitals_mean_nothing(document);
    let candidates = spans::candidates(document, named, &shouting);
    let known = Known::of(document, &candidates);
    let spans = known.everywhere(document, candidates, &shouting);
    let mut found: Vec<Found> = spans
        .into_iter()
        .filter_map(|span| {
            let kind = known.kind(document, &span.tokens)?;
            if kind == EntityType::Person && is_numbered(document, &span.tokens) {
                return None;
            }
            Some(Found::new(document, span.tokens, kind, Level::Named))
        })
        .collect();
    for mention in &mut found {
        if mention.kind == EntityType::Person {
            person::take_title(document, mention);
        }
        place::take_area(document, mention);
    }
    // A title may reach over what the recogniser took for a name of its own ("Secretary of *State* Rice"); a country in it
    // stays one ("*U.S.* President").
    let mut last_end = 0;
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for mention in found {
        while let Some(last) = kept.pop() {
            let inside =
                mention.tokens.start <= last.tokens.start && last.tokens.end <= mention.tokens.end;
            let apart = last.tokens.end <= mention.tokens.start;
            let place = last.kind == EntityType::Gpe && last.tokens.end <= mention.name.start;
            if apart || (inside && place) {
                kept.push(last);
                break;
            }
        }
        if mention.tokens.start >= last_end || mention.tokens.start < mention.name.start {
            last_end = mention.tokens.end;
            kept.push(mention);
        }
    }
    kept
}

/// "Appendix 2C", "Section 3": a part of something, and nobody.
fn is_numbered(document: &Document, tokens: &TokenRange) -> bool {
    let number = document.word(tokens.end - 1);
    DESIGNATORS.contains(&document.lower(tokens.start))
        && number.starts_with(|c: char| c.is_ascii_digit())
}

/// Where a name may stand, and what the recogniser took it for.
#[derive(Clone, Debug)]
struct Candidate {
    tokens: TokenRange,
    /// The recogniser's type; `None` for a run of proper nouns that it passed over.
    voted: Option<EntityType>,
}

/// What a name is compared by: lower-case, without full stops, apostrophes and diacritics.
pub(super) fn key(document: &Document, tokens: &TokenRange) -> String {
    key_of(mention::span(document, tokens).of(document.text()))
}

/// A lower-case Latin letter without its diacritic: "Bogotá" and "Bogota" are one place.
const fn without_mark(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'ế' | 'ệ' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'ồ' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => c,
    }
}

/// [`key`] of a text.
pub(super) fn key_of(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' | '\'' | '’' | '‘' | '"' | '“' | '”' | '\u{200e}' | '\u{200f}' => {}
            _ if c.is_whitespace() => {
                if !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            '–' | '‑' => key.push('-'),
            _ if c.is_ascii() => key.push(c.to_ascii_lowercase()),
            _ => key.extend(c.to_lowercase().map(without_mark)),
        }
    }
    key.trim().to_owned()
}

/// What the last word of a name, lower-case, makes of it.
fn by_last_word(word: &str) -> Option<EntityType> {
    match NAME_WORDS.get(word)? {
        "company" => Some(EntityType::Org),
        kind => EntityType::from_name(kind),
    }
}

/// Two to eight letters, most of them capitals.
fn acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    (2..=8).contains(&word.chars().count()) && capitals >= 2 && capitals * 2 > word.chars().count()
}

/// The names of an article and their types.
struct Known {
    kinds: HashMap<String, EntityType>,
    /// First word of a name to the lengths (in tokens) that names starting with it have, longest first.
    starts: HashMap<String, Vec<usize>>,
    /// One-word forms that stand nowhere as names of their own.
    parts: HashSet<String>,
}

impl Known {
    fn of(document: &Document, candidates: &[Candidate]) -> Self {
        let mut evidence: HashMap<String, Evidence> = HashMap::new();
        let mut order: Vec<String> = Vec::new();
        for candidate in candidates {
            let key = key(document, &candidate.tokens);
            let entry = evidence.entry(key.clone()).or_insert_with(|| {
                order.push(key.clone());
                Evidence::of_name(document, &candidate.tokens, &key)
            });
            entry.add_mention(document, candidate);
        }
        // "Korean Central News Agency (KCNA)": what stands in brackets goes with the name before them.
        for pair in candidates.windows(2) {
            let (long, short) = (&pair[0].tokens, &pair[1].tokens);
            let bracket =
                short.start == long.end + 1 && matches!(document.word(long.end), "(" | "[");
            let hull = short.len() == 2
                && document.word(short.start).chars().all(char::is_uppercase)
                && document.tokens[short.start + 1].tag == Tag::Cd;
            let word = short.len() == 1 && acronym(document.word(short.start));
            if !bracket || !(hull || word) {
                continue;
            }
            let kind = evidence.get(&key(document, long)).and_then(Evidence::kind);
            if let (Some(kind), Some(short)) = (kind, evidence.get_mut(&key(document, short))) {
                short.is_short_for(kind);
            }
        }
        let parts = person::parts(document, candidates, &evidence);
        let ships = person::ships(document, candidates);
        let shorts = organisation::short_forms(document, candidates, &evidence);
        let mut kinds = HashMap::new();
        let mut starts: HashMap<String, Vec<usize>> = HashMap::new();
        for key in &order {
            let Some(evidence) = evidence.get_mut(key) else {
                continue;
            };
            if parts.contains(key.as_str()) {
                evidence.is_part_of_a_person();
            }
            if ships.contains(key.as_str()) {
                evidence.is_part_of_a_ship();
            }
            if shorts.contains(key.as_str()) && !parts.contains(key.as_str()) {
                evidence.is_short_for(EntityType::Org);
            }
            let Some(kind) = evidence.kind() else {
                continue;
            };
            kinds.insert(key.clone(), kind);
            if let (Some(first), length) = (evidence.first_word(), evidence.length()) {
                let lengths = starts.entry(first.to_owned()).or_default();
                if !lengths.contains(&length) {
                    lengths.push(length);
                    lengths.sort_unstable_by(|a, b| b.cmp(a));
                }
            }
        }
        let mut known = Self {
            kinds,
            starts,
            parts: HashSet::new(),
        };
        known.add_parts(
            person::surnames(document, candidates, &known.kinds),
            EntityType::Person,
        );
        known.add_parts(shorts, EntityType::Org);
        known
    }

    /// One-word forms of longer names, which the article may use where nothing has seen them: "*Dorj* did not concede".
    fn add_parts(&mut self, parts: HashSet<String>, kind: EntityType) {
        for part in parts.into_iter().filter(|part| !part.contains('-')) {
            if !self.kinds.contains_key(&part) {
                self.starts.entry(part.clone()).or_default().push(1);
                self.kinds.insert(part.clone(), kind);
                self.parts.insert(part);
            }
        }
    }

    fn kind(&self, document: &Document, tokens: &TokenRange) -> Option<EntityType> {
        self.kinds.get(&key(document, tokens)).copied()
    }

    /// The candidates, and every other place where a known name stands with its capital; the longer of two that overlap.
    fn everywhere(
        &self,
        document: &Document,
        candidates: Vec<Candidate>,
        shouting: &[bool],
    ) -> Vec<Candidate> {
        let small: HashSet<&str> = (0..document.len()).map(|i| document.word(i)).collect();
        let mut all: Vec<Candidate> = candidates;
        all.retain(|candidate| self.kind(document, &candidate.tokens).is_some());
        for i in (0..document.len()).filter(|&i| spans::capital(document, i)) {
            let Some(lengths) = self.starts.get(&key(document, &(i..i + 1))) else {
                continue;
            };
            for end in lengths
                .iter()
                .map(|length| i + length)
                .filter(|&end| end <= document.len())
            {
                let tokens = i..end;
                // A surname may be an ordinary word: "*Price* rose" at the start of a sentence.
                let plain = self.parts.contains(&key(document, &tokens))
                    && (shouting[i]
                        || small.contains(document.lower(i).as_str())
                        || (document.tokens[i].pos != Pos::Propn
                            && NOUNS.listed(&mention::noun(document, i)).is_some()));
                if !plain
                    && spans::stands_alone(document, &tokens, shouting)
                    && self.kind(document, &tokens).is_some()
                {
                    all.push(Candidate {
                        tokens,
                        voted: None,
                    });
                    break;
                }
            }
        }
        all.sort_by_key(|candidate| {
            (
                std::cmp::Reverse(candidate.tokens.len()),
                candidate.voted.is_none(),
                candidate.tokens.start,
            )
        });
        let mut taken = vec![false; document.len()];
        all.retain(|candidate| {
            let free = !taken[candidate.tokens.clone()].contains(&true);
            if free {
                taken[candidate.tokens.clone()].fill(true);
            }
            free
        });
        all.sort_by_key(|candidate| candidate.tokens.start);
        all
    }
}
