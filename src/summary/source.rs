//! Who says so, in a line: every attributed clause carries its source, in the cue's own word.

use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::{self, verb};
use crate::report::{Statement, StatementId};

use super::Article;
use super::clause::{Clause, tokens};
use super::word::Word;

/// Statements around a statement that a line names.
const LONGEST_CHAIN: usize = 4;

/// The words of a clause with those who say so; `None` if it can't be said whose words they are.
pub fn attributed(
    article: &Article,
    clause: &Clause,
    statement: Option<StatementId>,
) -> Option<Vec<Word>> {
    let document = article.document;
    let mut words = clause.words.clone();
    let mut mark = clause.mark;
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
        words = say(article, speaker, cue, words, mark.take(), &mut trailing)?;
    }
    Some(words)
}

/// The words of a clause after the one who says so, for a sentence that has them the other way round.
pub fn before(
    article: &Article,
    clause: &Clause,
    statement: Option<StatementId>,
) -> Option<Vec<Word>> {
    let statement = &article.statements[statement?.0];
    let mut words = vec![Word::Link("according to")];
    let source = source(article, statement);
    if source.is_empty() || statement.within.is_some() || clause.quoted || clause.mark.is_some() {
        return None;
    }
    let according = (statement.cue)
        .is_some_and(|cue| article.is_according(article.document.tokens_in(cue).start));
    if !according {
        return None;
    }
    words.extend(source);
    words.push(Word::Mark(","));
    words.extend(clause.words.iter().cloned());
    Some(words)
}

/// One source around a clause.
fn say(
    article: &Article,
    speaker: &Statement,
    cue: Option<usize>,
    clause: Vec<Word>,
    mark: Option<usize>,
    trailing: &mut bool,
) -> Option<Vec<Word>> {
    let document = article.document;
    let source = source(article, speaker);
    let open = mark.is_some_and(|mark| document.lower(mark) != "that");
    let mut words;
    let according =
        cue.is_none_or(|cue| !super::clause::is_verb(document, cue) || article.is_according(cue));
    if *trailing || according && !source.is_empty() {
        words = clause;
        words.push(Word::Mark(","));
        words.push(Word::Link("according to"));
        if source.is_empty() {
            return None;
        }
        words.extend(source);
        return Some(words);
    }
    let verbs = match cue {
        Some(cue) if !according => verb_group(document, cue),
        _ => vec![Word::Link("said")],
    };
    let plain = match cue {
        Some(cue) if !according => {
            verbs.len() == 1 && lexicon::REPORT_VERBS.contains(&document.lemma(cue).to_lowercase())
        }
        _ => true,
    };
    let verbs = match cue {
        Some(cue)
            if !according && !open && !plain && verbs.len() == 1 && is_telling(document, cue) =>
        {
            vec![Word::Link("said")]
        }
        _ => verbs,
    };
    let telling = matches!(verbs.as_slice(), [Word::Link("said")]);
    if source.is_empty() && speaker.source.is_some() {
        return None;
    }
    if source.is_empty() {
        words = clause;
        if open || !(plain || telling) {
            return None;
        }
        words.extend([Word::Mark(","), Word::Link("it was said")]);
        *trailing = true;
        return Some(words);
    }
    if open || !(plain || telling) {
        words = source;
        words.extend(verbs);
        words.push(match mark {
            Some(mark) => Word::Token(mark),
            None => Word::Link("that"),
        });
        words.extend(clause);
        return Some(words);
    }
    words = clause;
    words.push(Word::Mark(","));
    words.extend(source);
    words.extend(verbs);
    *trailing = true;
    Some(words)
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
        Some(cue) if !is_telling(document, cue) => verb_group(document, cue),
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
            Some(noun) => super::clause::noun_phrase(article, noun),
            None => Vec::new(),
        };
    }
    let pronoun = own.len() == 1 && document.tokens[own.start].pos == Pos::Pron;
    let named = (source.entity)
        .and_then(|id| article.fullest(&article.entities[id.0], Some(source.span.start)))
        .or_else(|| pronoun.then(|| article.named(source.span)).flatten());
    let span = match named {
        Some(named) if pronoun || named.len() > source.span.len() => named,
        _ => source.span,
    };
    tokens(document, span)
}

/// The cue with its auxiliaries and negation, in the past tense where it has no auxiliary.
fn verb_group(document: &Document, cue: usize) -> Vec<Word> {
    let token = &document.tokens[cue];
    let mut words: Vec<Word> = (document.children(cue))
        .filter(|&child| {
            child < cue
                && matches!(
                    document.tokens[child].dep,
                    Dep::Aux | Dep::Auxpass | Dep::Neg
                )
        })
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
            _ => Word::Form(cue, verb::past(&document.lemma(cue).to_lowercase())),
        }];
    }
    words.extend(document.children_by(cue, Dep::Prt).map(Word::Token));
    words
}
