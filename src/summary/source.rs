//! Who says so, in a line: every attributed clause carries its source, in the cue's own word.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::{self, verb};
use crate::report::{Statement, StatementId};

use super::Article;
use super::clause::{Clause, tokens};
use super::word::Word;

/// Statements around a statement that a line names.
const LONGEST_CHAIN: usize = 4;

/// In which order a clause and its source stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As news English has it: "…, police said"; "police denied that …".
    Usual,
    /// The other way round, where the text has the usual one already: no line is a sentence copied.
    Other,
}

/// The words of a clause with those who say so; `None` if it can't be said whose words they are.
pub fn attributed(
    article: &Article,
    clause: &Clause,
    statement: Option<StatementId>,
    order: Order,
) -> Option<Vec<Word>> {
    let document = article.document;
    let mut words = clause.words.clone();
    let mut mark = clause.mark;
    let mut order = order;
    let mut next = statement;
    let mut trailing = false;
    let mut belief = clause.belief;
    for _ in 0..LONGEST_CHAIN {
        let Some(id) = next else { break };
        let statement = &article.statements[id.0];
        next = statement.within;
        // A noun that reports ("suspicions that …") is in the clause already.
        let shown = (statement.cue.map(|cue| document.tokens_in(cue)))
            .and_then(|cue| article.head_of(cue))
            .is_some_and(|head| words.iter().any(|word| word.token() == Some(head)));
        if shown {
            continue;
        }
        // "We estimate that …", said by someone: one source, and a hedge.
        let mut speaker = statement;
        if let (true, Some(outer)) = (speaks_of_itself(article, statement), next) {
            speaker = &article.statements[outer.0];
            next = speaker.within;
        }
        let cue = (belief.take()).or_else(|| article.head_of(document.tokens_in(statement.cue?)));
        if clause.quoted && !trailing {
            words = say_quoted(article, speaker, cue, words, &mut trailing)?;
            continue;
        }
        let saying = Saying::new(article, speaker, cue, mark.take())?;
        words = match trailing {
            true => saying.according(words)?,
            false => saying.around(document, words, order, &mut trailing)?,
        };
        order = Order::Usual;
    }
    Some(words)
}

/// One source's way of saying something.
struct Saying {
    /// Who; empty if nobody is named.
    source: Vec<Word>,
    /// "said", "did not say", "was believed".
    verbs: Vec<Word>,
    /// Whether it is "according to" rather than a verb.
    according: bool,
    /// Whether the verb can follow what it reports, after a comma.
    follows: bool,
    /// "whether", "if"; "that" is left out.
    question: Option<usize>,
    /// "that", as the text has it.
    that: Option<usize>,
}

impl Saying {
    fn new(
        article: &Article,
        speaker: &Statement,
        cue: Option<usize>,
        mark: Option<usize>,
    ) -> Option<Self> {
        let document = article.document;
        let source = source(article, speaker);
        if source.is_empty() && speaker.source.is_some() {
            return None;
        }
        let question = mark.filter(|&mark| document.lower(mark) != "that");
        let verb =
            cue.filter(|&cue| super::clause::is_verb(document, cue) && !article.is_according(cue));
        let Some(cue) = verb else {
            return Some(Self {
                according: !source.is_empty(),
                verbs: match source.is_empty() {
                    true => vec![Word::Link("it was said")],
                    false => vec![Word::Link("said")],
                },
                source,
                follows: question.is_none(),
                question,
                that: None,
            });
        };
        let lemma = document.lemma(cue).to_lowercase();
        let mut verbs = verb_group(document, cue);
        let plain = verbs.len() == 1;
        let mut follows = plain && lexicon::REPORT_VERBS.contains(&lemma);
        if question.is_none() && !keeps_cue(document, cue) {
            verbs = vec![Word::Link("said")];
            follows = true;
        }
        if plain {
            verbs.splice(0..0, doubts(document, cue).map(Word::Token));
        }
        if source.is_empty() {
            // "It is believed that": nobody is named, and the word is the hedge.
            verbs = match lemma.as_str() {
                "say" => vec![Word::Link("it was said")],
                _ => vec![
                    Word::Link("it was"),
                    Word::form(cue, verb::participle(&lemma)),
                ],
            };
        }
        Some(Self {
            source,
            verbs,
            according: false,
            follows: follows && question.is_none(),
            question,
            that: mark.filter(|_| question.is_none()),
        })
    }

    /// The clause with its source.
    fn around(
        self,
        document: &Document,
        clause: Vec<Word>,
        order: Order,
        trailing: &mut bool,
    ) -> Option<Vec<Word>> {
        if self.according && order == Order::Usual {
            return self.according(clause);
        }
        // "They had fled" has its "they" only after who they are.
        let pronoun = clause
            .iter()
            .find_map(Word::token)
            .is_some_and(|i| matches!(document.lower(i).as_str(), "he" | "she" | "they" | "it"));
        let names_first = pronoun && !self.source.is_empty();
        let after = self.follows && names_first == (order == Order::Other);
        match (after, order) {
            _ if self.according => {
                let mut words = vec![Word::Link("according to")];
                words.extend(self.source);
                words.push(Word::Mark(","));
                words.extend(clause);
                *trailing = true;
                Some(words)
            }
            (true, _) => {
                *trailing = true;
                Some(self.after(clause))
            }
            _ if self.source.is_empty() => None,
            _ if self.follows || order == Order::Usual => Some(self.before(document, clause)),
            _ => {
                let mut words: Vec<Word> = self.link(document, &clause).into_iter().collect();
                words.extend(clause);
                *trailing = true;
                Some(self.after(words))
            }
        }
    }

    /// "…, police said".
    fn after(self, clause: Vec<Word>) -> Vec<Word> {
        let mut words = clause;
        words.push(Word::Mark(","));
        words.extend(self.source);
        words.extend(self.verbs);
        words
    }

    /// "Police denied that …".
    fn before(self, document: &Document, clause: Vec<Word>) -> Vec<Word> {
        let link = self.link(document, &clause);
        let mut words = self.source;
        words.extend(self.verbs);
        words.extend(link);
        words.extend(clause);
        words
    }

    /// "that", "whether", or nothing before a clause that asks ("did not know where it was").
    fn link(&self, document: &Document, clause: &[Word]) -> Option<Word> {
        if let Some(mark) = self.question.or(self.that) {
            return Some(Word::Token(mark));
        }
        let asks = clause.first().and_then(Word::token).is_some_and(|i| {
            matches!(
                document.tokens[i].tag,
                Tag::Wrb | Tag::Wp | Tag::WpPoss | Tag::Wdt
            )
        });
        (!asks).then_some(Word::Link("that"))
    }

    /// "…, according to police".
    fn according(self, clause: Vec<Word>) -> Option<Vec<Word>> {
        if self.source.is_empty() || self.question.is_some() {
            return None;
        }
        let mut words = clause;
        words.push(Word::Mark(","));
        words.push(Word::Link("according to"));
        words.extend(self.source);
        Some(words)
    }
}

/// One source before or after its own words.
fn say_quoted(
    article: &Article,
    speaker: &Statement,
    cue: Option<usize>,
    quote: Vec<Word>,
    trailing: &mut bool,
) -> Option<Vec<Word>> {
    let document = article.document;
    let source = source(article, speaker);
    let verb = cue.filter(|&cue| super::clause::is_verb(document, cue));
    let verbs = match verb {
        Some(cue) if keeps_cue(document, cue) => verb_group(document, cue),
        _ => vec![Word::Link("said")],
    };
    if source.is_empty() {
        return None;
    }
    let begins = quote.iter().find_map(Word::token)?;
    // Where the text has the speaker after the words, the line has it before them: no line is a sentence copied.
    if verb.is_some_and(|cue| cue > begins) {
        let mut words = source;
        words.extend(verbs);
        words.push(Word::Mark(":"));
        words.extend(quote);
        words.push(Word::Mark(".”"));
        return Some(words);
    }
    let mut words = quote;
    words.push(Word::Mark(",”"));
    words.extend(source);
    words.extend(verbs);
    *trailing = true;
    Some(words)
}

/// Whether the source is "I" or "we", without a name in the article.
fn speaks_of_itself(article: &Article, statement: &Statement) -> bool {
    statement.source.as_ref().is_some_and(|source| {
        let word = source.span.of(article.document.text()).to_lowercase();
        matches!(word.as_str(), "i" | "we")
            && article.named(source.span).is_none()
            && source.entity.is_none()
    })
}

/// "told reporters that": a verb that wants the hearer; a line says "said" instead.
fn is_telling(document: &Document, cue: usize) -> bool {
    matches!(
        document.lemma(cue).to_lowercase().as_str(),
        "tell" | "inform" | "assure" | "brief" | "quote" | "cite"
    )
}

/// Whether a line has the cue's own words: not those of a plain "told reporters", for which it says "said".
pub fn keeps_cue(document: &Document, cue: usize) -> bool {
    !is_telling(document, cue) || verb_group(document, cue).len() > 1
}

/// The source's words: its name where the text has only a pronoun.
fn source(article: &Article, statement: &Statement) -> Vec<Word> {
    let Some(source) = &statement.source else {
        return Vec::new();
    };
    let document = article.document;
    let own = document.tokens_in(source.span);
    // "the Board, which found that …": the noun before the relative clause.
    if let (1, Some(Tag::Wdt | Tag::Wp)) =
        (own.len(), document.tokens.get(own.start).map(|it| it.tag))
    {
        let relative = document
            .ancestors(own.start)
            .find(|&up| document.tokens[up].dep == Dep::Relcl);
        return match relative.and_then(|clause| document.head(clause)) {
            // Where the tree hangs the clause on a verb, it does not say who it is about.
            Some(noun) if !super::clause::is_verb(document, noun) => {
                super::clause::noun_phrase(article, noun)
            }
            _ => Vec::new(),
        };
    }
    let pronoun = own.len() == 1 && document.tokens[own.start].pos == Pos::Pron;
    let named = (source.entity)
        .and_then(|id| article.fullest(id, Some(source.span.start)))
        .or_else(|| pronoun.then(|| article.named(source.span)).flatten());
    let span = match named {
        Some(named) if pronoun || named.len() > source.span.len() => named,
        _ => source.span,
    };
    tokens(document, span)
}

/// "*allegedly* told", "*reportedly* said": the adverbs by which the article itself doubts that anyone said so.
fn doubts<'d>(document: &'d Document, cue: usize) -> impl Iterator<Item = usize> + 'd {
    (document.children_by(cue, Dep::Advmod)).filter(move |&child| {
        child < cue
            && matches!(
                lexicon::STANCE_WORDS.get(&format!("r:{}", document.lower(child))),
                Some("probable" | "possible" | "alleged")
            )
    })
}

/// The cue with its auxiliaries, its negation and the adverbs between ("has not yet confirmed"), in the past tense where it has
/// no auxiliary.
fn verb_group(document: &Document, cue: usize) -> Vec<Word> {
    let token = &document.tokens[cue];
    let helps = |&child: &usize| {
        matches!(
            document.tokens[child].dep,
            Dep::Aux | Dep::Auxpass | Dep::Neg
        )
    };
    let first = document
        .children(cue)
        .find(|child| *child < cue && helps(child));
    let mut words: Vec<Word> = (document.children(cue))
        .filter(|&child| child < cue && first.is_some_and(|first| child >= first))
        .filter(|child| helps(child) || document.tokens[*child].dep == Dep::Advmod)
        .filter(|&child| document.tokens[child].tag != Tag::To)
        .map(Word::Token)
        .collect();
    let negated = words.iter().any(|word| {
        word.token()
            .is_some_and(|i| document.tokens[i].dep == Dep::Neg)
    });
    let modal = words.iter().any(|word| {
        word.token()
            .is_some_and(|i| document.tokens[i].tag == Tag::Md)
    });
    if negated || modal {
        words.push(Word::Token(cue));
    } else {
        words = vec![match token.tag {
            Tag::Vbd => Word::Token(cue),
            _ => Word::form(cue, verb::past(&document.lemma(cue).to_lowercase())),
        }];
    }
    words.extend(document.children_by(cue, Dep::Prt).map(Word::Token));
    words
}
