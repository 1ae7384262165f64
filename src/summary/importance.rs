//! How much an article needs a sentence: a weighted sum of what can be counted in it, fitted to what editors have marked.
//!
//! The weights are in `needed_weights.tsv` and `news_weights.tsv` of the lexicon, made by `model/importance.py` from the labels of readers;
//! see `model/README.md`.

use std::collections::HashMap;

use crate::document::{Dep, Document, Pos, Tag, TokenRange};
use crate::lexicon::{FUNCTION_WORDS, LEANING_WORDS, Table, UNSETTLING_WORDS};
use crate::report::{Certainty, EntityType, FactType, Level, Modality, Polarity};

use super::Article;
use super::article::is_verb;
use super::unit::{Unit, is_word};

/// What is counted in a sentence, by name.
pub type Features = Vec<(&'static str, f32)>;

/// What the features of all units are counted against.
pub struct Counter<'c, 'a, 't> {
    article: &'c Article<'a, 't>,
    units: &'c [Unit],
    /// The content words of each unit.
    contents: Vec<Vec<&'a str>>,
    /// In how many units each lemma stands.
    counts: HashMap<&'a str, u32>,
    /// The content words of the headline.
    title: Vec<&'a str>,
    /// The first unit that may be shown.
    lead: usize,
    /// Of each unit, how many before it may be shown; and how many in all.
    ranks: Vec<usize>,
    total: usize,
    /// Who says something; see [`speakers`].
    speakers: Vec<(usize, bool)>,
}

impl<'c, 'a, 't> Counter<'c, 'a, 't> {
    /// Reads the units; `sound`: which of them may be shown. O(tokens).
    pub fn new(article: &'c Article<'a, 't>, units: &'c [Unit], sound: &[bool]) -> Self {
        let document = article.document;
        let contents: Vec<Vec<&str>> = (units.iter())
            .map(|unit| content(document, &unit.tokens))
            .collect();
        let mut counts = HashMap::new();
        for lemma in contents.iter().flatten() {
            *counts.entry(*lemma).or_insert(0) += 1;
        }
        let mut total = 0;
        let ranks = (sound.iter())
            .map(|&sound| {
                total += usize::from(sound);
                total - usize::from(sound)
            })
            .collect();
        Self {
            article,
            units,
            counts,
            title: (document.title)
                .map(|title| content(document, &document.tokens_in(title)))
                .unwrap_or_default(),
            lead: sound.iter().position(|&it| it).unwrap_or(0),
            ranks,
            total,
            speakers: speakers(article),
            contents,
        }
    }

    /// The content words of unit `u`, sorted, each once.
    pub fn content(&self, u: usize) -> &[&'a str] {
        &self.contents[u]
    }

    /// Whether unit `u` tells of an accusation. O(its tokens).
    pub fn accuses(&self, u: usize) -> bool {
        self.unsettles(u, "alleged")
    }

    /// Whether unit `u` tells of a denial. O(its tokens).
    pub fn denies(&self, u: usize) -> bool {
        self.unsettles(u, "denied")
    }

    fn unsettles(&self, u: usize, kind: &str) -> bool {
        let article = self.article;
        (self.units[u].tokens.clone()).any(|i| {
            UNSETTLING_WORDS.get(article.document.lemma(i)) == Some(kind)
                && article.quotation_at(i).is_none()
        })
    }

    /// The features of unit `u`. O(its tokens).
    pub fn features(&self, u: usize) -> Features {
        let article = self.article;
        let document = article.document;
        let (rank, total) = (self.ranks[u], self.total);
        let tokens = self.units[u].tokens.clone();
        let length = self.units[u].words(document);
        let lower: Vec<String> = tokens.clone().map(|i| document.lower(i)).collect();
        let lemmas = self.content(u);
        let share = |others: &[&str]| {
            let both = lemmas.iter().filter(|it| others.contains(it)).count();
            both as f32 / others.len().max(4) as f32
        };
        let truth = |it: bool| f32::from(u8::from(it));
        let position = rank as f32;
        let relative = position / total.max(1) as f32;
        let central: f32 = lemmas
            .iter()
            .map(|lemma| 1.0 - 1.0 / self.counts[lemma] as f32)
            .sum::<f32>()
            / lemmas.len().max(8) as f32;
        let quoted = tokens
            .clone()
            .filter(|&i| article.quotation_at(i).is_some())
            .count() as f32
            / tokens.len() as f32;
        let word = |i: usize| lower[i - tokens.start].as_str();
        let outside = |i: &usize| article.quotation_at(*i).is_none();
        let any = |test: &dyn Fn(usize) -> bool| tokens.clone().any(test);
        let root = tokens
            .clone()
            .find(|&i| document.tokens[i].dep == Dep::Root && is_verb(document, i));
        let helper = |root: usize, words: &[&str]| {
            document.children(root).any(|it| {
                matches!(document.tokens[it].dep, Dep::Aux | Dep::Auxpass)
                    && words.contains(&document.lower(it).as_str())
            })
        };
        let numbers = article.mentions_in(&tokens).filter(|mention| {
            matches!(
                article.entities[mention.entity.0].kind,
                EntityType::Cardinal
                    | EntityType::Money
                    | EntityType::Percent
                    | EntityType::Quantity
            )
        });
        let kinds = |kind: EntityType| any(&|i| article.kind_at(i) == Some(kind));
        let salient = article
            .mentions_in(&tokens)
            .map(|mention| article.entities[mention.entity.0].salience)
            .fold(0.0, f32::max);
        let named = article
            .mentions_in(&tokens)
            .filter(|it| it.level == Level::Named)
            .count();
        let facts: Vec<_> = article
            .told_in(&tokens)
            .map(|(_, id)| &article.facts[id.0])
            .collect();
        let salience = facts.iter().map(|fact| fact.salience).fold(0.0, f32::max);
        let kind = |kinds: &[FactType]| truth(facts.iter().any(|fact| kinds.contains(&fact.kind)));
        use FactType as F;
        let from = self
            .speakers
            .partition_point(|(cue, _)| *cue < tokens.start);
        let spoken = || (self.speakers[from..].iter()).take_while(|(cue, _)| *cue < tokens.end);
        let opens = LEANING_WORDS.get(word(tokens.start)) == Some("open");
        let years = any(&|i| {
            let digits = document.word(i);
            digits.len() == 4
                && (digits.starts_with("19") || digits.starts_with("20"))
                && digits.bytes().all(|b| b.is_ascii_digit())
        });
        let first_in_paragraph = u == 0 || self.units[u - 1].paragraph != self.units[u].paragraph;
        vec![
            ("first", truth(rank == 0)),
            ("second", truth(rank == 1)),
            ("third", truth(rank == 2)),
            ("early", 1.0 / (1.0 + position)),
            ("order", -position.sqrt()),
            ("relative", relative),
            ("last", truth(rank + 1 >= total)),
            ("last tenth", truth(relative > 0.9)),
            ("opens paragraph", truth(first_in_paragraph)),
            ("short article", truth(total <= 10)),
            ("long article", truth(total > 30)),
            ("title words", share(&self.title)),
            (
                "lead words",
                if rank == 0 {
                    0.0
                } else {
                    share(self.content(self.lead))
                },
            ),
            ("central", central),
            (
                "same as before",
                if u > 0 {
                    share(self.content(u - 1))
                } else {
                    0.0
                },
            ),
            ("words", (length as f32 / 25.0).min(2.0)),
            ("short", truth(length < 12)),
            ("long", truth(length > 40)),
            ("quoted", quoted),
            ("all quoted", truth(quoted > 0.8)),
            ("part quoted", truth(quoted > 0.0 && quoted < 0.6)),
            ("named speaker", truth(spoken().next().is_some())),
            ("new speaker", truth(spoken().any(|(_, first)| *first))),
            (
                "because",
                truth(any(&|i| {
                    outside(&i) && matches!(word(i), "because" | "after" | "following")
                })),
            ),
            ("if", truth(any(&|i| matches!(word(i), "if" | "unless")))),
            ("numbers", (numbers.count() as f32).min(3.0)),
            ("money", truth(kinds(EntityType::Money))),
            ("percent", truth(kinds(EntityType::Percent))),
            ("date", truth(kinds(EntityType::Date))),
            ("person", truth(kinds(EntityType::Person))),
            ("body", truth(kinds(EntityType::Org))),
            ("place", truth(kinds(EntityType::Gpe))),
            ("names", (named as f32).min(5.0)),
            ("salient name", salient),
            ("fact salience", salience),
            ("facts", (facts.len() as f32).min(5.0)),
            ("conflict", kind(&[F::Attack, F::Seize, F::Protest])),
            (
                "harm",
                kind(&[F::Die, F::Injure, F::Damage, F::Disaster, F::Rescue]),
            ),
            ("movement", kind(&[F::Go])),
            ("relation", kind(&[F::Meet, F::Agree, F::Cooperate, F::Aid])),
            ("statement", kind(&[F::State])),
            ("judgement", kind(&[F::Judge])),
            ("request", kind(&[F::Request])),
            ("refusal", kind(&[F::Refuse])),
            ("commitment", kind(&[F::Commit])),
            ("justice", kind(&[F::Rule, F::Arrest])),
            ("government", kind(&[F::Regulate, F::Vote, F::Office])),
            ("economy", kind(&[F::Trade, F::Enterprise, F::Change])),
            ("knowledge", kind(&[F::Investigate, F::Find])),
            ("state", kind(&[F::Be])),
            ("occurrence", kind(&[F::Occur])),
            (
                "negated",
                truth(facts.iter().any(|fact| fact.polarity == Polarity::Negated)),
            ),
            ("accuses", truth(self.accuses(u))),
            ("denies", truth(self.denies(u))),
            (
                "uncertain",
                truth(
                    facts
                        .iter()
                        .any(|fact| fact.certainty != Certainty::Certain),
                ),
            ),
            (
                "ahead",
                truth(
                    facts
                        .iter()
                        .any(|fact| matches!(fact.modality, Modality::Future | Modality::Intended)),
                ),
            ),
            (
                "copula",
                truth(root.is_some_and(|root| document.lemma(root) == "be")),
            ),
            (
                "past",
                truth(root.is_some_and(|root| document.tokens[root].tag == Tag::Vbd)),
            ),
            (
                "present",
                truth(
                    root.is_some_and(|root| {
                        matches!(document.tokens[root].tag, Tag::Vbz | Tag::Vbp)
                    }),
                ),
            ),
            (
                "pluperfect",
                truth(root.is_some_and(|root| helper(root, &["had"]))),
            ),
            (
                "perfect",
                truth(root.is_some_and(|root| helper(root, &["has", "have"]))),
            ),
            (
                "passive",
                truth(root.is_some_and(|root| document.child(root, Dep::Auxpass).is_some())),
            ),
            ("will", truth(any(&|i| outside(&i) && word(i) == "will"))),
            (
                "now",
                truth(any(&|i| {
                    outside(&i) && matches!(word(i), "now" | "today" | "yesterday")
                })),
            ),
            (
                "weekday",
                truth(any(&|i| {
                    outside(&i) && document.tokens[i].pos == Pos::Propn && word(i).ends_with("day")
                })),
            ),
            ("ago", truth(any(&|i| word(i) == "ago"))),
            ("years", truth(years)),
            (
                "author speaks",
                truth(any(&|i| {
                    outside(&i) && matches!(word(i), "i" | "we" | "you" | "our" | "my")
                })),
            ),
            ("asks", truth(any(&|i| document.word(i) == "?"))),
            ("least margin", least_margin(document, &tokens)),
            ("opens with a connective", truth(opens)),
            (
                "opens with a pronoun",
                truth(matches!(
                    document.tokens[tokens.start].tag,
                    Tag::Prp | Tag::PrpPoss
                )),
            ),
            (
                "like a headline",
                truth(u == 0 && headline_like(document, self.units, root, length)),
            ),
            (
                "opens with but",
                truth(matches!(word(tokens.start), "but" | "however")),
            ),
        ]
    }
}

/// The lemmas of the content words of a range, each once.
fn content<'a>(document: &'a Document, tokens: &TokenRange) -> Vec<&'a str> {
    let mut lemmas: Vec<&str> = (tokens.clone())
        .filter(|&i| {
            matches!(
                document.tokens[i].pos,
                Pos::Noun | Pos::Propn | Pos::Verb | Pos::Adj | Pos::Num
            ) && is_word(document, i)
        })
        .map(|i| document.lemma(i))
        .filter(|lemma| !FUNCTION_WORDS.contains(lemma) && !matches!(*lemma, "say" | "’s" | "'s"))
        .collect();
    lemmas.sort_unstable();
    lemmas.dedup();
    lemmas
}

/// Who with a name says something: the token of the cue, and whether it is the first that they say. In order of the text.
fn speakers(article: &Article) -> Vec<(usize, bool)> {
    let document = article.document;
    let mut heard = vec![false; article.entities.len()];
    let mut said: Vec<(usize, usize)> = (article.statements.iter())
        .filter_map(|statement| {
            let id = statement.source.as_ref()?.entity?;
            let cue = document.tokens_in(statement.cue?).start;
            article.entities[id.0].is_named().then_some((cue, id.0))
        })
        .collect();
    said.sort_unstable();
    (said.into_iter())
        .map(|(cue, id)| (cue, !std::mem::replace(&mut heard[id], true)))
        .collect()
}

/// How sure the parser was of its closest decision in these tokens: 0 where it was none, 1 where it was sure of all.
pub fn least_margin(document: &Document, tokens: &TokenRange) -> f32 {
    /// Scores at this distance are as good as sure.
    const SURE: f32 = 4.0;
    let margins = tokens.clone().map(|i| document.tokens[i].margin);
    (margins.fold(SURE, f32::min) / SURE).max(0.0)
}

/// A first paragraph of one short sentence in the present: a headline with a full stop.
fn headline_like(document: &Document, units: &[Unit], root: Option<usize>, length: usize) -> bool {
    let alone = units
        .get(1)
        .is_some_and(|next| next.paragraph > units[0].paragraph);
    let present =
        root.is_none_or(|root| matches!(document.tokens[root].tag, Tag::Vbz | Tag::Vbp | Tag::Vbg));
    document.title.is_none() && alone && present && length <= 16
}

/// Weights of features, in the order in which the features are counted.
pub struct Weights {
    /// What no feature adds to.
    pub bias: f32,
    of: Vec<f32>,
}

impl Weights {
    /// Those that a table has; a feature that it lacks weighs nothing.
    pub fn new(table: &Table, features: &Features) -> Self {
        let weight = |name: &str| {
            let found = table.get(name).and_then(|it| it.parse().ok());
            found.unwrap_or(0.0)
        };
        Self {
            bias: weight("bias"),
            of: features.iter().map(|(name, _)| weight(name)).collect(),
        }
    }

    /// The weighted sum of features that are counted in the same order: a logit.
    pub fn logit(&self, features: &Features) -> f32 {
        let sums = features.iter().zip(&self.of);
        sums.fold(self.bias, |sum, ((_, value), weight)| sum + weight * value)
    }
}

/// 1 / (1 + e^-x) by the arithmetic that is the same to the bit everywhere: e^x as the 1,024th power of 1 + x/1024.
pub fn logistic(x: f32) -> f32 {
    const SQUARINGS: i32 = 10;
    let mut power = 1.0 + f64::from(-x.clamp(-20.0, 20.0)) / f64::from(1 << SQUARINGS);
    for _ in 0..SQUARINGS {
        power *= power;
    }
    (1.0 / (1.0 + power)) as f32
}
