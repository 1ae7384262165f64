//! What a whole paragraph is.

use crate::document::{BlockKind, Document};
use crate::lexicon::{AGENCIES, DESKS, FUNCTION_WORDS, GIVEN_NAMES, STAMP_WORDS};

use super::line::Line;
use super::{credit, dateline, stamp};

/// The longest line that is no sentence and heads what follows, in tokens.
const LONGEST_HEADING: usize = 14;
/// A line of so many tokens with a full stop is a sentence.
const SHORTEST_SENTENCE: usize = 6;
/// The longest byline, in tokens.
const LONGEST_BYLINE: usize = 24;
/// The furthest paragraph that may stand between headline and prose.
const LAST_OF_HEAD: usize = 5;

/// What tells a paragraph from its neighbours.
pub struct Article {
    /// Index of the headline.
    title: Option<usize>,
    /// The paragraphs between headline and byline.
    standfirst: std::ops::Range<usize>,
    /// The first paragraph that may be prose.
    lead: usize,
    /// Whether its prose ends in full stops, as far as can be seen.
    is_stopped: bool,
}

impl Article {
    pub fn new(document: &Document, lines: &[Line]) -> Self {
        let title =
            (document.title).map(|title| document.paragraph_of(document.tokens_in(title).start));
        let first = title.map_or(0, |title| title + 1);
        let head = first..lines.len().min(LAST_OF_HEAD);
        let of_head = |index: usize| is_byline(&lines[index]) || stamp::is_stamp(&lines[index]);
        let signed = head.clone().find(|&index| of_head(index));
        let dated = |index: usize| dateline::end(&lines[index], false).is_some();
        let standfirst = match signed {
            Some(signed)
                if title.is_some() && !(first..signed).any(dated) && signed <= first + 2 =>
            {
                first..signed
            }
            _ => first..first,
        };
        let prose = |index: &usize| {
            !of_head(*index) && lines[*index].stops() && !standfirst.contains(index)
        };
        Self {
            title,
            lead: (first..lines.len()).find(prose).unwrap_or(first),
            standfirst,
            is_stopped: lines
                .iter()
                .any(|line| line.stops() && line.len() >= SHORTEST_SENTENCE),
        }
    }

    /// Whether no prose stands before the paragraph of this index.
    pub fn is_lead(&self, index: usize) -> bool {
        index == self.lead
    }

    /// What the whole of a paragraph is, if it is no prose.
    pub fn kind(&self, line: &Line, index: usize) -> Option<BlockKind> {
        if self.title == Some(index) {
            return Some(BlockKind::Title);
        }
        plain_kind(line)
            .or_else(|| {
                self.standfirst
                    .contains(&index)
                    .then_some(BlockKind::Standfirst)
            })
            .or_else(|| self.heading(line, index))
    }

    /// A line that is no sentence, above others.
    fn heading(&self, line: &Line, index: usize) -> Option<BlockKind> {
        let small = |word: &&str| word.len() > 3 && word.starts_with(char::is_lowercase);
        if line.stops()
            || credit::cut(line).len() > 1
            || !self.is_stopped
            || line.last().ends_with([':', ',', ';', '-', '—', '–'])
        {
            return None;
        }
        if self.title.is_some_and(|title| title + 1 == index)
            && line.len() >= 5
            && line.words().filter(small).count() >= 2
        {
            return Some(BlockKind::Standfirst);
        }
        let named = (1..=4).contains(&line.len())
            && GIVEN_NAMES.contains(&line.lower(0))
            && (0..line.len()).all(|k| line.is_capital(k));
        let short = line.len() <= LONGEST_HEADING
            && line.words().any(|word| word.contains(char::is_alphabetic));
        match (named && line.len() > 1, short) {
            (true, _) => Some(BlockKind::Byline),
            (false, true) => Some(BlockKind::Title),
            _ => None,
        }
    }
}

/// Whether a paragraph is of the page and not of the article: no headline, though nothing stands before it.
pub fn is_beside(line: &Line) -> bool {
    let kind = plain_kind(line);
    matches!(
        kind,
        Some(BlockKind::Promo | BlockKind::Timestamp | BlockKind::Byline | BlockKind::Credit)
    ) || line.word(0) == "Q" && kind == Some(BlockKind::Question)
        || credit::cut(line).len() > 1
}

/// What a paragraph is wherever it stands.
fn plain_kind(line: &Line) -> Option<BlockKind> {
    if is_table(line) {
        Some(BlockKind::Table)
    } else if !line.text().contains(char::is_alphanumeric) {
        Some(BlockKind::Promo)
    } else if stamp::is_stamp(line) {
        Some(BlockKind::Timestamp)
    } else if is_byline(line) || is_signature(line) {
        Some(BlockKind::Byline)
    } else if is_credit(line) {
        Some(BlockKind::Credit)
    } else {
        furniture(line)
            .or_else(|| question(line))
            .or_else(|| item(line))
    }
}

fn is_table(line: &Line) -> bool {
    line.words().filter(|word| *word == "|").count() >= 2
}

/// "By Jane Roe and Ali Khan in Kabul", "Jane Roe, political editor".
pub fn is_byline(line: &Line) -> bool {
    if line.len() > LONGEST_BYLINE || line.len() < 2 || line.word(line.len() - 1) == "?" {
        return false;
    }
    let desk = |k: usize| DESKS.contains(&line.lower(k));
    let fits = |k: usize| {
        !line.word(k).starts_with(char::is_lowercase) || desk(k) || line.word(k).contains('@')
    };
    let name = |k: usize| {
        line.is_capital(k)
            && !STAMP_WORDS.contains(&line.lower(k))
            && !FUNCTION_WORDS.contains(&line.lower(k))
    };
    let named =
        |from: usize| (name(from) || line.lower(from) == "our") && (from..line.len()).all(fits);
    let by = match line.lower(0).as_str() {
        "by" => Some(1),
        "from" => (0..line.len())
            .any(|k| DESKS.get(&line.lower(k)) == Some("desk"))
            .then_some(1),
        "written" | "words" | "story" | "text" | "report" if line.lower(1) == "by" => Some(2),
        _ => None,
    };
    let stopped = line.last() == "." && line.len() > 8;
    match by {
        Some(from) => named(from) && !stopped,
        // "Jane Roe, political editor".
        None => {
            let comma = (1..line.len()).find(|&k| matches!(line.word(k), "," | "|" | "–" | "-"));
            let office =
                |at: usize| (at + 1..line.len()).any(|k| DESKS.get(&line.lower(k)) == Some("desk"));
            !line.stops()
                && comma.is_some_and(|at| {
                    (2..=4).contains(&at)
                        && (0..at).all(name)
                        && office(at)
                        && (at..line.len()).all(fits)
                })
        }
    }
}

/// "— Jane Roe (@jroe) 3 March 2024": who wrote the post above.
fn is_signature(line: &Line) -> bool {
    let fits = |k: usize| {
        !line.word(k).starts_with(char::is_lowercase)
            || DESKS.contains(&line.lower(k))
            || line.word(k).contains(['@', '/'])
    };
    matches!(line.word(0), "—" | "–" | "--" | "-" | "―")
        && line.len() <= LONGEST_BYLINE
        && line.is_capital(1)
        && (1..line.len()).all(fits)
        && !line.stops()
}

/// What the words at its beginning tell a paragraph to be.
fn furniture(line: &Line) -> Option<BlockKind> {
    let first = (0..3).find(|&k| {
        line.word(k).contains(char::is_alphanumeric) || matches!(line.word(k), "©" | "#")
    })?;
    let quoted = (0..first).any(|k| matches!(line.word(k), "“" | "(" | "["));
    let (told, end) = line.furniture(first).filter(|_| !quoted)?;
    let (kind, place) = told.split_once(' ').unwrap_or((told, ""));
    let alone = end >= line.len() || !line.stops();
    let named = kind == "credit"
        && line.word(end.saturating_sub(1)) == "by"
        && line.is_capital(end)
        && line.len() <= LONGEST_BYLINE;
    (place == "start" || alone || named)
        .then(|| BlockKind::from_name(kind))
        .flatten()
}

/// Nothing but agencies and names: "AFP/Getty Images".
fn is_credit(line: &Line) -> bool {
    let made = |word: &str| {
        word.to_lowercase()
            .split('/')
            .any(|word| AGENCIES.contains(word))
    };
    line.len() <= 8
        && !line.stops()
        && line.words().any(made)
        && (0..line.len()).all(|k| !line.word(k).starts_with(char::is_lowercase))
        && credit::cut(line).len() == 1
}

/// "Q: Why now?", or a paragraph that is one question and nobody's words.
fn question(line: &Line) -> Option<BlockKind> {
    let asked = matches!(line.word(0), "Q" | "Q." | "Q:")
        && (line.word(0) != "Q" || matches!(line.word(1), ":" | "." | ")"));
    let marks = line
        .words()
        .filter(|word| matches!(*word, "?" | "." | "!"))
        .count();
    let alone = line.word(line.len() - 1) == "?"
        && marks == 1
        && !line.words().any(|word| matches!(word, "“" | "”" | "‘"));
    (asked || alone).then_some(BlockKind::Question)
}

/// An item of a list that is no sentence.
fn item(line: &Line) -> Option<BlockKind> {
    (bullet(line).is_some() && !line.stops()).then_some(BlockKind::List)
}

/// One past the bullet or the number of an item.
pub fn bullet(line: &Line) -> Option<usize> {
    let first = line.word(0);
    let start = line.tokens().start;
    let number = first.len() < 3 && first.bytes().all(|b| b.is_ascii_digit());
    match first {
        "•" | "*" | "▪" | "●" | "‣" | "·" | "◦" | "■" | "–" | "-" | "—" if line.is_spaced(0) => {
            Some(start + 1)
        }
        _ if number
            && matches!(line.word(1), ")" | ".")
            && !line.is_spaced(0)
            && line.is_spaced(1) =>
        {
            Some(start + 2)
        }
        _ => None,
    }
}
