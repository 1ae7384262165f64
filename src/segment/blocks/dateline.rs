//! Place, date and agency before the first sentence, in every form.

use crate::lexicon::{FUNCTION_WORDS, PLACES, STAMP_WORDS};

use super::line::Line;

/// The longest dateline, in tokens.
const LONGEST: usize = 18;

/// One past the dateline that a paragraph begins with. `leads`: no prose stands before it.
pub fn end(line: &Line, leads: bool) -> Option<usize> {
    let start = line.tokens().start;
    let mark =
        (0..line.len().min(LONGEST)).find(|&k| k > 0 && is_mark(line, k) || !is_part(line, k))?;
    let head = Head { line, end: mark };
    let named = match line.word(mark) {
        ":" => {
            head.is_place(0)
                || head.is_loud() && head.is_dated()
                || leads && head.is_loud() && head.is_one_word()
        }
        // "PARIS (AFP) The minister".
        word if !is_dash(word) => {
            let bracketed = mark > 1 && line.word(mark - 1) == ")" && line.word(mark - 2) != "(";
            let agency = bracketed && head.is_agency() && head.is_loud();
            return (agency && line.may_begin(mark)).then_some(start + mark);
        }
        "-" | "–" | "—" | "―" | "--" => {
            let agency =
                mark > 0 && line.word(mark - 1) == ")" && (0..mark).any(|k| line.word(k) == "(");
            let place =
                head.is_place(0) || (0..mark).any(|k| line.word(k) == "," && head.is_place(k + 1));
            let aside = head.is_one_word() && !head.is_loud() && has_second(line, mark);
            agency || place && !aside || head.is_dated() || head.is_loud() && line.word(mark) != "-"
        }
        _ => false,
    };
    let spaced =
        line.word(mark) == ":" || line.is_spaced(mark) || mark > 0 && line.is_spaced(mark - 1);
    (named && spaced && line.may_begin(mark + 1)).then_some(start + mark + 1)
}

/// What stands before the mark of a dateline.
struct Head<'l, 'd, 't> {
    line: &'l Line<'d, 't>,
    end: usize,
}

impl Head<'_, '_, '_> {
    /// Whether a known place begins at the `k`-th word and nothing but a comma, a bracket or the mark follows.
    fn is_place(&self, k: usize) -> bool {
        let ends = |end: usize| {
            end == self.end
                || matches!(self.line.word(end), "," | "(" | "/")
                || self
                    .line
                    .word(end)
                    .starts_with(|c: char| c.is_ascii_digit())
                || STAMP_WORDS.contains(&self.line.lower(end))
        };
        let mut name = String::new();
        (k..self.end.min(k + 4)).any(|i| {
            if i > k {
                name.push(' ');
            }
            name.push_str(&self.line.lower(i).replace('.', ""));
            ends(i + 1) && PLACES.contains(&name)
        })
    }

    /// "NEW DELHI".
    fn is_loud(&self) -> bool {
        let first = self.line.word(0);
        first.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !first.contains(char::is_lowercase)
    }

    fn is_one_word(&self) -> bool {
        self.end == 1 && self.line.word(0).chars().all(char::is_alphabetic)
    }

    fn is_dated(&self) -> bool {
        (0..self.end).any(|k| STAMP_WORDS.get(&self.line.lower(k)) == Some("date"))
            && (0..self.end).any(|k| self.line.word(k).starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether what is in the last bracket looks like an agency: "(AP)", "(Reuters)".
    fn is_agency(&self) -> bool {
        let open = (0..self.end).rfind(|&k| self.line.word(k) == "(");
        open.is_some_and(|open| {
            let inside = open + 1..self.end - 1;
            (1..=3).contains(&inside.len())
                && inside
                    .clone()
                    .all(|k| self.line.is_capital(k) || self.line.word(k) == "/")
        })
    }
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "―" | "--" | ":")
}

/// Whether the `k`-th word may end a dateline.
fn is_mark(line: &Line, k: usize) -> bool {
    let glued = line.word(k) == "-" && !line.is_spaced(k - 1);
    is_dash(line.word(k)) && !glued
}

/// Whether the sentence behind the `k`-th word has the same dash again: what stands between is put in.
fn has_second(line: &Line, k: usize) -> bool {
    let rest = (k + 1..line.len()).map(|at| line.word(at));
    rest.take_while(|word| *word != ".")
        .any(|word| word == line.word(k))
}

/// Whether the `k`-th word may be part of a dateline.
fn is_part(line: &Line, k: usize) -> bool {
    let word = line.word(k);
    let lower = line.lower(k);
    let small = matches!(
        lower.as_str(),
        "of" | "the" | "de" | "la" | "el" | "al" | "and" | "on" | "in"
    );
    let name = line.is_capital(k)
        && (!FUNCTION_WORDS.contains(&lower) || STAMP_WORDS.get(&lower) == Some("date"));
    let bracketed = k > 0 && line.word(k - 1) == "(" && line.word(k + 1) == ")";
    name || bracketed
        || k > 0 && small && !line.is_capital(k)
        || matches!(word, "," | "(" | ")" | "." | "/" | "-" | "'s")
        || word.starts_with(|c: char| c.is_ascii_digit())
}
