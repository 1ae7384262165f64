//! What speaks for a name being a person, a place, an organisation …

use super::{Candidate, person};
use crate::document::{Dep, Document, Pos, TokenRange};
use crate::entity::equipment::is_designator;
use crate::entity::mention::{noun, possessive_mark};
use crate::lexicon::{
    CUE_VERBS, DEMONYMS, EQUIPMENT_NAMES, GIVEN_NAMES, NAME_OPENINGS, NAME_WORDS, NOUNS,
    ORGANISATIONS, PLACES, TITLES, UNITS,
};
use crate::report::EntityType;

/// The types that a name may have, in the order of [`Evidence::weights`].
const KINDS: [EntityType; 14] = [
    EntityType::Person,
    EntityType::Org,
    EntityType::Gpe,
    EntityType::Loc,
    EntityType::Fac,
    EntityType::Norp,
    EntityType::Event,
    EntityType::Product,
    EntityType::WorkOfArt,
    EntityType::Law,
    EntityType::Language,
    EntityType::Weapon,
    EntityType::Platform,
    EntityType::Vehicle,
];

/// Votes of the recogniser that count in full.
const MOST_VOTES: f32 = 3.0;

/// Mentions whose contexts count in full.
const MOST_CONTEXT: f32 = 3.0;

fn place_of(kind: EntityType) -> Option<usize> {
    KINDS.iter().position(|&k| k == kind)
}

/// Weighted votes for the type of one name.
#[derive(Clone, Debug)]
pub(super) struct Evidence {
    /// What the name itself tells.
    weights: [f32; KINDS.len()],
    /// What the words around its mentions tell, summed.
    context: [f32; KINDS.len()],
    /// The recogniser's votes, one a mention.
    votes: [f32; KINDS.len()],
    mentions: f32,
    /// Whether it is two or more capitals.
    acronym: bool,
    /// Whether a word in it, or a list, tells what it is.
    told: bool,
    first: String,
    length: usize,
    /// Whether anything but the form of the run of words says that it is a name.
    supported: bool,
}

impl Evidence {
    /// What the name itself tells: open lists, its last word, its shape.
    pub fn of_name(document: &Document, tokens: &TokenRange, key: &str) -> Self {
        let first = super::key(document, &(tokens.start..tokens.start + 1));
        let mut evidence = Self {
            weights: [0.0; KINDS.len()],
            context: [0.0; KINDS.len()],
            votes: [0.0; KINDS.len()],
            mentions: 0.0,
            acronym: tokens.len() == 1 && super::acronym(document.word(tokens.start)),
            told: false,
            first,
            length: tokens.len(),
            supported: false,
        };
        match PLACES.get(key) {
            Some("LOC") => evidence.add(EntityType::Loc, 4.0),
            Some("country") => evidence.add(EntityType::Gpe, 6.0),
            Some("state") => evidence.add(EntityType::Gpe, 3.0),
            Some(_) => evidence.add(EntityType::Gpe, 2.5),
            None => {}
        }
        if DEMONYMS.contains(key) {
            evidence.add(EntityType::Norp, 5.0);
        }
        if ORGANISATIONS.contains(key) {
            evidence.add(EntityType::Org, 6.0);
        }
        let last = document.lower(tokens.end - 1);
        if tokens.len() > 1
            && let Some(kind) = super::by_last_word(&last)
        {
            evidence.add(kind, 2.5);
        }
        // "Gulf of Aden", "University of Texas", "Mount Sinjar", "USS Cole", "Operation Lifeline"
        if tokens.len() > 1
            && let Some(kind) = NAME_OPENINGS
                .get(&document.lower(tokens.start))
                .and_then(EntityType::from_name)
        {
            let weight = if kind == EntityType::Platform {
                5.0
            } else if matches!(
                document.word(tokens.start + 1),
                "of" | "for" | "on" | "against"
            ) || !matches!(kind, EntityType::Org | EntityType::Gpe)
            {
                3.0
            } else {
                0.5
            };
            evidence.add(kind, weight);
        }
        let word = document.word(tokens.start);
        let letters = word.chars().filter(|c| c.is_alphabetic());
        let capitals = letters.clone().filter(|c| c.is_uppercase()).count();
        if tokens.len() == 1
            && word.len() >= 3
            && capitals > 1
            && letters.count() <= capitals + usize::from(capitals < word.len())
        {
            evidence.add(EntityType::Org, 1.2);
        }
        // "Honda Accord", "Glock 19", "Toyota Land Cruiser"
        if tokens.len() > 1 {
            let made = (tokens.start + 1..tokens.end)
                .rev()
                .find_map(|end| EQUIPMENT_NAMES.get(&super::key(document, &(tokens.start..end))));
            let whole = EQUIPMENT_NAMES.get(key);
            if let Some(kind) = whole.or(made).and_then(EntityType::from_name)
                && NAME_WORDS.get(&last) != Some("company")
                && document
                    .word(tokens.end - 1)
                    .starts_with(|c: char| !c.is_lowercase())
            {
                evidence.add(kind, 6.0);
            }
        }
        if is_designator(document.word(tokens.start)) {
            evidence.add(EntityType::Platform, 4.0);
        }
        evidence.told = evidence.supported;
        let plain = |i: usize| {
            let mut letters = document.word(i).chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.all(|c| c.is_lowercase() || matches!(c, '-' | '\'' | '’'))
        };
        if !evidence.told && (2..=3).contains(&tokens.len()) && tokens.clone().all(plain) {
            let first = document.lower(tokens.start);
            let given = GIVEN_NAMES.contains(&first) && !PLACES.contains(&first);
            evidence.add(EntityType::Person, if given { 2.0 } else { 0.8 });
        }
        if tokens.clone().any(|i| document.lower(i).starts_with("al-")) {
            evidence.add(EntityType::Person, 0.4);
        }
        evidence
    }

    fn add(&mut self, kind: EntityType, weight: f32) {
        if let Some(at) = place_of(kind) {
            self.weights[at] += weight;
            self.supported = true;
        }
    }

    fn around(&mut self, kind: EntityType, weight: f32) {
        if let Some(at) = place_of(kind) {
            self.context[at] += weight;
            self.supported = true;
        }
    }

    /// A preposition of place: for a place, and against a person.
    fn add_place(&mut self, weight: f32) {
        self.around(EntityType::Gpe, weight);
        self.around(EntityType::Person, -weight);
    }

    /// What one mention tells: the recogniser's vote and the words around it.
    pub fn add_mention(&mut self, document: &Document, candidate: &Candidate) {
        let tokens = &candidate.tokens;
        self.mentions += 1.0;
        if let Some(at) = candidate.voted.and_then(place_of) {
            self.votes[at] += 1.0;
            self.supported = true;
        }
        let before = tokens
            .start
            .checked_sub(1)
            .map(|i| document.lower(i))
            .unwrap_or_default();
        let after = if tokens.end < document.len() {
            document.lower(tokens.end)
        } else {
            String::new()
        };
        if tokens.start > 0
            && document.word(tokens.start - 1) != "."
            && TITLES.get(&before).is_some_and(|class| {
                let cased = document
                    .word(tokens.start - 1)
                    .starts_with(char::is_uppercase);
                match class {
                    "office" | "role" => document.tokens[tokens.start - 1].pos == Pos::Propn,
                    "rank" => cased,
                    _ => true,
                }
            })
        {
            self.around(EntityType::Person, 2.0);
        }
        let last = tokens.end - 1;
        let titled = (tokens.start..last).any(|i| {
            TITLES
                .get(&document.lower(i))
                .is_some_and(|class| class != "style")
        }) && TITLES.get(&document.lower(last)).is_none()
            && NAME_WORDS.get(&document.lower(last)).is_none()
            && tokens.len() <= 4;
        if titled || person::name_start(document, tokens.start, tokens.end) > tokens.start {
            self.around(EntityType::Person, 2.0);
        }
        match before.as_str() {
            "near" | "outside" | "toward" | "towards" => self.add_place(1.5),
            "in" | "across" | "inside" | "around" => self.add_place(1.0),
            "at" => self.add_place(0.5),
            "the" => self.around(EntityType::Person, -0.7),
            "from" => self.around(EntityType::Gpe, 0.3),
            "nearby" | "neighbouring" | "neighboring" => self.add_place(1.5),
            "to" | "through" | "into" if moves_to(document, tokens.start - 1) => {
                self.add_place(1.0)
            }
            "against" | "within" => self.around(EntityType::Org, 0.2),
            // "the suspect, identified as Raymond Hobbs"
            "as" if tokens.start > 1
                && matches!(
                    document.lower(tokens.start - 2).as_str(),
                    "identified" | "named"
                ) =>
            {
                self.around(EntityType::Person, 1.5)
            }
            "of" if tokens.start > 1 => {
                let container = noun(document, tokens.start - 2);
                if matches!(NAME_WORDS.get(&container), Some("GPE"))
                    || matches!(
                        container.as_str(),
                        "capital"
                            | "district"
                            | "outskirts"
                            | "suburb"
                            | "mayor"
                            | "liberation"
                            | "governor"
                            | "north"
                            | "south"
                            | "east"
                            | "west"
                    )
                {
                    self.around(EntityType::Gpe, 2.5);
                }
            }
            _ => {}
        }
        // "speak English", "in Arabic": a language, not its people.
        let language = matches!(
            before.as_str(),
            "in" | "speak" | "speaks" | "spoke" | "into" | "speaking" | "learn" | "fluent"
        ) && !matches!(
            document.tokens[tokens.end - 1].dep,
            Dep::Amod | Dep::Compound | Dep::Nmod
        );
        if language
            && tokens.len() == 1
            && DEMONYMS.contains(&super::key(document, tokens))
            && !crate::entity::mention::plural(document, tokens.start)
        {
            self.around(EntityType::Language, 6.0);
        }
        if is_dateline(document, tokens) {
            self.around(EntityType::Gpe, 4.0);
        }
        self.add_apposed(document, tokens);
        self.add_neighbours(document, tokens, &after);
        self.add_syntax(document, tokens);
    }

    /// "the German *company* Züblin", "*musician* Tiziano Lugli": the common noun right before a name.
    fn add_apposed(&mut self, document: &Document, tokens: &TokenRange) {
        let Some(before) = tokens.start.checked_sub(1) else {
            return;
        };
        let token = &document.tokens[before];
        if token.pos != Pos::Noun
            || !matches!(token.dep, Dep::Compound | Dep::Nmod | Dep::Amod)
            || !tokens.contains(&token.head)
        {
            return;
        }
        match NOUNS.get(&noun(document, before)) {
            Some("person") => self.around(EntityType::Person, 1.5),
            Some("group") => self.around(EntityType::Org, 1.5),
            _ => {}
        }
    }

    fn add_neighbours(&mut self, document: &Document, tokens: &TokenRange, after: &str) {
        let end = tokens.end;
        match NAME_WORDS.get(after) {
            Some("GPE")
                if !document.word(end).starts_with(char::is_uppercase) || tokens.len() == 1 =>
            {
                self.around(EntityType::Gpe, 1.5)
            }
            _ => {}
        }
        // "in Cabramatta, *where* she still cooks"
        if after == "," && end + 1 < document.len() && document.lower(end + 1) == "where" {
            self.add_place(2.0);
        }
        // "Oruvia*'s defence ministry*"
        if possessive_mark(document, end)
            && let Some(thing) = document.tokens.get(end - 1).map(|token| token.head)
            && thing > end
            && is_of_a_state(&noun(document, thing))
        {
            self.around(EntityType::Gpe, 1.5);
        }
        if after == "," && end + 1 < document.len() {
            let next = super::key(document, &(end + 1..end + 2));
            if matches!(PLACES.get(&next), Some("country" | "state"))
                && document.word(end + 1).starts_with(char::is_uppercase)
            {
                self.around(EntityType::Gpe, 1.5);
            }
            let number = document.word(end + 1);
            if number.len() == 2
                && number.bytes().all(|b| b.is_ascii_digit())
                && end + 2 < document.len()
                && document.word(end + 2) == ","
            {
                self.around(EntityType::Person, 3.0);
            }
        }
        if end < document.len() && document.tokens[end].pos == Pos::Noun && !UNITS.contains(after) {
            let head = noun(document, end);
            match NOUNS.get(&head) {
                // "Vantix *spokeswoman* Birgit Osterhaus", "the Lumo founder"
                Some("person") if is_of_a_company(&head) => self.around(EntityType::Org, 1.5),
                Some("person") if crate::entity::mention::plural(document, end) => {
                    self.around(EntityType::Org, 0.7)
                }
                Some("group") if matches!(head.as_str(), "regime" | "family") => {
                    self.around(EntityType::Person, 0.5)
                }
                Some("group") => self.around(EntityType::Org, 0.5),
                _ => {}
            }
        }
    }

    fn add_syntax(&mut self, document: &Document, tokens: &TokenRange) {
        let head = crate::entity::mention::head_of(document, tokens);
        let token = &document.tokens[head];
        if matches!(token.dep, Dep::Nsubj)
            && let Some(verb) = document.head(head)
        {
            let lemma = document.lemma(verb);
            if CUE_VERBS.contains(lemma) {
                self.around(EntityType::Person, 0.4);
                self.around(EntityType::Org, 0.3);
            }
        }
        for child in document.children_by(head, Dep::Appos) {
            let class = NOUNS.get(&noun(document, child));
            let proper = document.tokens[child].pos == Pos::Propn;
            match class {
                _ if proper => {}
                Some("person") => self.around(EntityType::Person, 2.0),
                Some("place") => self.around(EntityType::Gpe, 2.0),
                Some("facility") => self.around(EntityType::Fac, 1.5),
                Some("group") => self.around(EntityType::Org, 1.5),
                _ => {}
            }
        }
    }

    /// Lets it go with the person whose surname or first name it is.
    pub fn is_part_of_a_person(&mut self) {
        self.add(EntityType::Person, 5.5);
    }

    /// Lets it go with the name that it abbreviates.
    pub fn is_short_for(&mut self, kind: EntityType) {
        self.add(kind, 4.0);
    }

    /// Lets it go with the ship whose name it is.
    pub fn is_part_of_a_ship(&mut self) {
        self.add(EntityType::Platform, 4.0);
    }

    /// The type with most weight, the earlier of equals; `None` if nothing says what it is.
    pub fn kind(&self) -> Option<EntityType> {
        if !self.supported {
            let name = self.length > 1 || (self.acronym && self.mentions > 1.0);
            return name.then_some(EntityType::Org);
        }
        // Many mentions do not outvote what the name itself tells: votes and contexts count by their shares.
        let voted: f32 = self.votes.iter().sum();
        let (votes, context) = (
            MOST_VOTES / voted.max(MOST_VOTES),
            MOST_CONTEXT / self.mentions.max(MOST_CONTEXT),
        );
        // The recogniser is often wrong on buildings, things and works; it needs a word in the name to agree.
        let trust = |at: usize| match KINDS[at] {
            EntityType::Fac
            | EntityType::Loc
            | EntityType::Product
            | EntityType::Event
            | EntityType::Law
                if !self.told =>
            {
                0.5
            }
            _ => 1.0,
        };
        let total = |at: usize| {
            self.weights[at] + votes * trust(at) * self.votes[at] + context * self.context[at]
        };
        let mut best = 0;
        for at in 1..KINDS.len() {
            if total(at) > total(best) {
                best = at;
            }
        }
        Some(KINDS[best])
    }

    /// The key of its first word.
    pub fn first_word(&self) -> Option<&str> {
        (!self.first.is_empty()).then_some(self.first.as_str())
    }

    /// Number of its tokens.
    pub const fn length(&self) -> usize {
        self.length
    }
}

/// Whether the preposition at `i` tells where someone or something goes: "fled to", "spread through".
fn moves_to(document: &Document, i: usize) -> bool {
    document.tokens[i].dep == Dep::Prep
        && document.head(i).is_some_and(|verb| {
            matches!(
                document.lemma(verb),
                "go" | "come"
                    | "travel"
                    | "flee"
                    | "spread"
                    | "return"
                    | "fly"
                    | "drive"
                    | "sail"
                    | "march"
                    | "move"
                    | "rush"
                    | "walk"
                    | "head"
                    | "cross"
                    | "arrive"
                    | "deport"
                    | "evacuate"
                    | "road"
                    | "trip"
                    | "visit"
                    | "flight"
            )
        })
}

/// Whether the name stands in a dateline: "KASSALA, Sudan (AP) — Two bombs".
fn is_dateline(document: &Document, tokens: &TokenRange) -> bool {
    let at = document
        .paragraphs
        .partition_point(|paragraph| paragraph.end <= tokens.start);
    let Some(paragraph) = document
        .paragraphs
        .get(at)
        .filter(|p| tokens.start < p.start + 12)
    else {
        return false;
    };
    let line = paragraph.start..paragraph.end.min(paragraph.start + 12);
    let dash = |i: usize| {
        matches!(document.word(i), "—" | "–" | "--" | "-") && document.tokens[i - 1].space_after
    };
    let Some(end) = line.clone().skip(1).find(|&i| dash(i)) else {
        return false;
    };
    let loud = document
        .word(paragraph.start)
        .chars()
        .all(char::is_uppercase)
        && document.word(paragraph.start).chars().count() > 2;
    let bracket = (line.start..end)
        .find(|&i| document.word(i) == "(")
        .unwrap_or(end);
    let plain = (line.start..bracket).all(|i| {
        let word = document.word(i);
        word.starts_with(char::is_uppercase)
            || word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word, "," | "." | "of" | "the" | "/")
    });
    loud && plain && tokens.end <= bracket
}

/// Whether the noun tells what someone is in a company or office: "spokesman", "founder".
fn is_of_a_company(noun: &str) -> bool {
    matches!(
        noun,
        "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "founder"
            | "co-founder"
            | "ceo"
            | "executive"
            | "employee"
            | "shareholder"
            | "boss"
            | "coach"
    )
}

/// Whether only states have such a thing: "parliament", "defence ministry".
fn is_of_a_state(noun: &str) -> bool {
    matches!(
        noun,
        "government"
            | "ministry"
            | "parliament"
            | "army"
            | "military"
            | "navy"
            | "president"
            | "presidency"
            | "premier"
            | "economy"
            | "border"
            | "capital"
            | "constitution"
            | "embassy"
            | "ambassador"
            | "independence"
            | "population"
            | "election"
            | "monarchy"
            | "throne"
            | "territory"
            | "airspace"
    )
}
