//! The lines: each fact told once, with its source, in order of weight.

use crate::document::{Numbers, Tag};
use crate::report::{Certainty, Claim, Fact, FactId, Line, Modality, Polarity, StatementId};
use crate::text::Span;

use super::Article;
use super::clause::{self, Clause};
use super::recast;
use super::source::{self, Order};
use super::word::{Speller, Word};

/// Ways of telling one fact that go into the lines.
const MOST_TELLINGS: usize = 4;

/// Steps up from what is undertaken to the verb by which it is.
const MOST_STEPS: usize = 8;

/// A fact told at one of its mentions.
#[derive(Clone, Debug)]
pub struct Telling {
    /// Which fact.
    pub fact: FactId,
    /// The token of the mention.
    pub trigger: usize,
    /// Who says so.
    pub statement: Option<StatementId>,
    /// How sure who says so is of it.
    pub certainty: Certainty,
    /// Whether it is said to be so or not to be so.
    pub polarity: Polarity,
    /// Its clause.
    pub clause: Clause,
    /// The clause with its sources.
    pub words: Vec<Word>,
}

impl Telling {
    /// Said to be so, for certain.
    fn is_settled(&self) -> bool {
        is_settled(self.certainty, self.polarity)
    }

    /// Whether its words show a hedge of the fact.
    fn is_hedged(&self, article: &Article) -> bool {
        (article.facts[self.fact.0].hedges.iter())
            .any(|&hedge| self.clause.shows_hedge(article, hedge, self.statement))
    }

    /// Whether all that it shows of the event is in `other` too, with the same source.
    fn is_within(&self, other: &Self) -> bool {
        self.statement == other.statement
            && self.clause.words.iter().all(|word| match word.token() {
                Some(i) => other.clause.holds(i),
                None => true,
            })
    }
}

/// How a fact can be told, best first: attributed before unattributed, text before headline, more roles before fewer.
pub fn tellings(article: &Article, fact: FactId) -> Vec<Telling> {
    let it = &article.facts[fact.0];
    let mut found: Vec<(i32, bool, Telling)> = Vec::new();
    for trigger in article.triggers(it) {
        let Some(claim) = article.claim_at(it, trigger).or_else(|| it.claims.first()) else {
            continue;
        };
        let Some(telling) = telling(article, fact, trigger, claim) else {
            continue;
        };
        found.push((
            score(article, it, &telling),
            telling.is_hedged(article),
            telling,
        ));
    }
    // What a source tells for certain at one place and with a hedge at another is told with the hedge.
    let hedged: Vec<Option<StatementId>> = (found.iter())
        .filter(|(_, is_hedged, _)| *is_hedged)
        .map(|(.., telling)| telling.statement)
        .collect();
    found.retain(|(_, is_hedged, telling)| {
        telling.certainty == Certainty::Certain
            || !hedged.contains(&telling.statement)
            || *is_hedged
    });
    found.sort_by_key(|(score, _, telling)| (-score, telling.trigger));
    let mut tellings: Vec<Telling> = found.into_iter().map(|(.., telling)| telling).collect();
    tellings.shrink_to_fit();
    tellings
}

fn telling(article: &Article, fact: FactId, trigger: usize, claim: &Claim) -> Option<Telling> {
    let it = &article.facts[fact.0];
    if claim.statement.is_none() && article.document.asks(trigger) {
        return None;
    }
    let mut clause = clause::tell(article, it, trigger, claim)?;
    let mut words = source::attributed(article, &clause, claim.statement, Order::Usual)?;
    if recast::is_copy(article.document, &words, trigger) {
        (clause, words) = retold(article, it, trigger, claim, clause)?;
    }
    // Tellings are kept until the last is there, the largest part of what a long text takes.
    clause.words.shrink_to_fit();
    words.shrink_to_fit();
    Some(Telling {
        fact,
        trigger,
        statement: claim.statement,
        certainty: claim.certainty,
        polarity: claim.polarity,
        clause,
        words,
    })
}

/// A telling that would be a sentence copied, in other words.
fn retold(
    article: &Article,
    fact: &Fact,
    trigger: usize,
    claim: &Claim,
    clause: Clause,
) -> Option<(Clause, Vec<Word>)> {
    let copied = |words: &[Word]| recast::is_copy(article.document, words, trigger);
    let say = |clause: &Clause, order| source::attributed(article, clause, claim.statement, order);
    if claim.statement.is_some()
        && let Some(words) = say(&clause, Order::Other).filter(|words| !copied(words))
    {
        return Some((clause, words));
    }
    let others = [
        recast::recast(article, fact, &clause),
        clause::tell_shorter(article, fact, trigger, claim),
    ];
    for other in others.into_iter().flatten() {
        if let Some(words) = say(&other, Order::Usual).filter(|words| !copied(words)) {
            return Some((other, words));
        }
    }
    // Whoever else says so is in the words already ("there were fears that …").
    let alone = claim.statement.is_none() || say(&clause, Order::Usual)? == clause.words;
    let words = alone.then(|| recast::as_the_articles(&clause.words))?;
    Some((clause, words))
}

/// How good a telling is.
fn score(article: &Article, fact: &Fact, telling: &Telling) -> i32 {
    let document = article.document;
    let shown = |span: Span| telling.clause.shows(document, span);
    let roles = fact.roles.iter().filter(|role| shown(role.span)).count() as i32;
    let counts = fact.counts.iter().filter(|count| shown(count.span)).count() as i32;
    let headline = i32::from(article.in_title(telling.trigger));
    let attributed = i32::from(telling.statement.is_some());
    let pronoun = telling.clause.words.iter().any(|word| {
        word.token()
            .is_some_and(|i| document.tokens[i].tag == Tag::Prp)
    });
    let long = (telling.clause.words.len() as i32 - 30).max(0) / 5;
    3 * roles + 3 * counts + attributed - 6 * headline - 2 * i32::from(pronoun) - long
}

/// The lines of all facts, heaviest first. A fact that another's line shows in full is told there.
pub fn write(
    article: &Article,
    speller: &Speller,
    order: &[FactId],
    tellings: &[Vec<Telling>],
) -> Vec<Line> {
    let mut chosen = Chosen::new(article);
    for &fact in order {
        let it = &article.facts[fact.0];
        let mut shown: Vec<Span> = Vec::new();
        let mut told = 0;
        for telling in &tellings[fact.0] {
            let new: Vec<Span> = (it.roles.iter().map(|role| role.span))
                .chain(it.counts.iter().map(|count| count.span))
                .filter(|&span| telling.clause.shows(article.document, span))
                .filter(|&span| !shown.iter().any(|&seen| same(article, seen, span)))
                .collect();
            if told > 0 && (new.is_empty() || article.in_title(telling.trigger)) {
                continue;
            }
            shown.extend(new);
            told += 1;
            chosen.add(telling, fact);
            if told == MOST_TELLINGS {
                break;
            }
        }
    }
    chosen.lines(speller)
}

/// Tellings, each with the facts that it shows in full.
struct Chosen<'s> {
    told: Vec<(&'s Telling, Vec<FactId>)>,
    /// For each token, the last of the `links` that begin with a telling whose clause shows it.
    last: Numbers,
    /// A telling and the link before it.
    links: Vec<(u32, Option<u32>)>,
}

impl<'s> Chosen<'s> {
    fn new(article: &Article) -> Self {
        Self {
            told: Vec::new(),
            last: Numbers::new(article.document.len()),
            links: Vec::new(),
        }
    }

    /// Adds a fact to the first telling that shows all that this one shows, else this one. Only those that show its first
    /// word are looked at: time is linear in the facts.
    fn add(&mut self, telling: &'s Telling, fact: FactId) {
        let first = telling.clause.words.iter().find_map(Word::token);
        let showing = std::iter::successors(first.and_then(|i| self.last.get(i)), |&link| {
            self.links[link].1.map(|before| before as usize)
        });
        let within = showing
            .map(|link| self.links[link].0 as usize)
            .filter(|&other| telling.is_within(self.told[other].0))
            .min();
        if let Some(other) = within {
            let facts = &mut self.told[other].1;
            if !facts.contains(&fact) {
                facts.push(fact);
            }
            return;
        }
        let number = self.told.len() as u32;
        for i in telling.clause.words.iter().filter_map(Word::token) {
            let before = self.last.replace(i, self.links.len());
            self.links
                .push((number, before.map(|before| before as u32)));
        }
        self.told.push((telling, vec![fact]));
    }

    fn lines(self, speller: &Speller) -> Vec<Line> {
        (self.told.into_iter())
            .map(|(telling, facts)| speller.line(&telling.words, facts))
            .collect()
    }
}

/// Whether two fillers are the same words or the same entity.
fn same(article: &Article, a: Span, b: Span) -> bool {
    let text = article.document.text();
    if a.of(text).eq_ignore_ascii_case(b.of(text)) {
        return true;
    }
    let entity = |span: Span| {
        let tokens = article.document.tokens_in(span);
        let counted = tokens
            .clone()
            .any(|i| article.document.tokens[i].tag == Tag::Cd);
        (!counted)
            .then(|| article.head_of(tokens).and_then(|i| article.entity_at(i)))
            .flatten()
    };
    entity(a).is_some() && entity(a) == entity(b)
}

/// What is denied, or not certain, each in its source's words.
pub fn unconfirmed(
    article: &Article,
    speller: &Speller,
    order: &[FactId],
    tellings: &[Vec<Telling>],
) -> Vec<Line> {
    let mut chosen = Chosen::new(article);
    for &fact in order {
        let open = |telling: &&Telling| !telling.is_settled() && !is_undertaken(article, telling);
        if let Some(telling) = tellings[fact.0].iter().find(open) {
            chosen.add(telling, fact);
        }
    }
    chosen.lines(speller)
}

/// Said to be so, for certain.
fn is_settled(certainty: Certainty, polarity: Polarity) -> bool {
    certainty == Certainty::Certain && polarity == Polarity::Asserted
}

/// "The company agreed to reopen the mine": that it agreed is settled, and the line claims no more.
fn is_undertaken(article: &Article, telling: &Telling) -> bool {
    let document = article.document;
    let it = &article.facts[telling.fact.0];
    let aimed = matches!(it.modality, Modality::Intended | Modality::Requested);
    let settled = |fact: &Fact, i: usize| {
        (article.claim_at(fact, i)).is_some_and(|claim| is_settled(claim.certainty, claim.polarity))
    };
    aimed
        && it.polarity == Polarity::Asserted
        && document
            .ancestors(telling.trigger)
            .take(MOST_STEPS)
            .any(|up| telling.clause.holds(up) && article.told_at(up).any(|fact| settled(fact, up)))
}
