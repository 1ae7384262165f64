//! Sentence boundaries that the surface of the text settles, whatever the network thinks: it has been trained on clean
//! newswire, one sentence at a time, and is often wrong about abbreviations, quotation marks, datelines, lists and headers.

use crate::document::{Boundary, Token, TokenRange};
use crate::lexicon::{
    ABBREVIATIONS, CALENDAR_WORDS, DESIGNATORS, SENTENCE_CUES, TITLES, TOKEN_EXCEPTIONS,
};

use super::letters::is_space;
use super::url;

/// For each token, whether a sentence begins there. Time is linear: no rule looks further than [`REACH`] tokens.
pub fn boundaries(text: &str, tokens: &[Token], paragraphs: &[TokenRange]) -> Vec<Boundary> {
    let mut boundaries = Vec::with_capacity(tokens.len());
    for paragraph in paragraphs {
        let mut start = paragraph.start;
        boundaries.push(Boundary::Sure);
        for i in paragraph.start + 1..paragraph.end {
            let place = Place {
                text,
                tokens,
                paragraph,
                start,
                i,
            };
            let boundary = place.decide();
            if boundary == Boundary::Sure || place.may_start() {
                start = i;
            }
            boundaries.push(boundary);
        }
    }
    boundaries
}

/// How many tokens a rule looks back or ahead.
const REACH: usize = 16;

/// The longest word that may be an abbreviation, in bytes.
const LONGEST_ABBREVIATION: usize = 16;

/// A place between two tokens.
struct Place<'a> {
    text: &'a str,
    tokens: &'a [Token],
    paragraph: &'a TokenRange,
    /// Where the sentence in work probably began.
    start: usize,
    /// The token after the place.
    i: usize,
}

impl Place<'_> {
    fn decide(&self) -> Boundary {
        if self.is_inside() {
            Boundary::Never
        } else if self.is_break() {
            Boundary::Sure
        } else {
            self.by_mark()
        }
    }

    /// Whether the two tokens belong together, whatever they are.
    fn is_inside(&self) -> bool {
        let (before, after) = (self.word(self.i - 1), self.word(self.i));
        // "“It is a long game.” - Jane Roe": who said it.
        let signs = is_dash(after) && self.closes(self.i - 1) && before != ")";
        let in_stamp = self.stamp_before().is_some_and(|end| end > self.i);
        if after.starts_with(is_space)
            || is_emoticon(after)
            || self.opens(self.i - 1)
            || in_stamp
            || signs
        {
            return true;
        }
        if !self.is_glued(self.i) {
            return before == "," && !self.is_closing_formula();
        }
        let same_mark = before == after && !before.contains(char::is_alphanumeric);
        same_mark || self.closes(self.i) || self.mark().is_none()
    }

    /// Whether something ends here that is not part of a running sentence, or begins.
    fn is_break(&self) -> bool {
        self.is_ruler_end()
            || self.is_stamp_edge()
            || self.is_address_end()
            || self.is_dateline_edge()
            || self.is_label_end()
            || self.is_credit()
            || self.is_closing_formula()
            || self.is_list_item()
    }

    fn by_mark(&self) -> Boundary {
        let after = self.word(self.i);
        let small = after.starts_with(char::is_lowercase);
        let starts = SENTENCE_CUES.get(after) == Some("start");
        let closed = self.last().is_some_and(|last| last + 1 < self.i);
        match self.mark() {
            None if small || (after == "[" && self.word(self.i + 1).starts_with('.')) => {
                Boundary::Never
            }
            Some(Mark::Ellipsis) if self.opens_speech() => Boundary::Sure,
            None | Some(Mark::Ellipsis) if !small => Boundary::Open,
            Some(Mark::Stop) if small && closed => Boundary::Never,
            Some(Mark::Stop) if self.in_aside() => Boundary::Never,
            Some(Mark::Stop) if starts && !self.in_brackets() => Boundary::Sure,
            Some(Mark::Stop) => Boundary::Open,
            Some(Mark::Abbreviation(kind)) => self.after_abbreviation(kind, small, starts),
            _ => Boundary::Never,
        }
    }

    fn after_abbreviation(&self, kind: &str, small: bool, starts: bool) -> Boundary {
        let after = self.word(self.i);
        let digit = after.starts_with(|c: char| c.is_ascii_digit());
        match kind {
            _ if small => Boundary::Never,
            "name" | "word" => Boundary::Never,
            "number" if digit => Boundary::Never,
            // "Is it over? No. Fans waited."
            "number" if self.i - self.start <= 2 && after.starts_with(char::is_uppercase) => {
                Boundary::Sure
            }
            "initial" if !starts && self.is_letter_of_a_kind() => Boundary::Open,
            "initial" if !starts => Boundary::Never,
            "clock" if is_zone_or_day(after) => Boundary::Never,
            "clock" if after.starts_with(char::is_uppercase) => Boundary::Sure,
            _ if starts => Boundary::Sure,
            _ => Boundary::Open,
        }
    }

    /// What ends the words before the place, closing quotation marks and brackets left out.
    fn mark(&self) -> Option<Mark> {
        let last = self.last()?;
        let word = self.word(last);
        match word {
            "!" | "?" | "。" | "！" | "？" => Some(Mark::Stop),
            "." => {
                let before = self.word(last.wrapping_sub(1));
                let kind = if self.is_glued(last) {
                    abbreviation(before, ".")
                } else {
                    None
                };
                Some(kind.map_or(Mark::Stop, Mark::Abbreviation))
            }
            "…" => Some(Mark::Ellipsis),
            _ if word.starts_with("..") => Some(Mark::Ellipsis),
            // "for €370m. Revenue rose": the scale of a number has no full stop of its own.
            "m." | "bn." | "k." | "tn."
                if self.is_glued(last)
                    && self.word(last - 1).ends_with(|c: char| c.is_ascii_digit()) =>
            {
                Some(Mark::Stop)
            }
            _ if word.ends_with('.') => Some(Mark::Abbreviation(
                abbreviation(word, "").unwrap_or("either"),
            )),
            _ => None,
        }
    }

    /// The last token before the place that is not a closing mark.
    fn last(&self) -> Option<usize> {
        let low = self.paragraph.start.max(self.i.saturating_sub(REACH));
        (low..self.i)
            .rev()
            .find(|&k| !self.closes(k) && !self.word(k).starts_with(is_space))
    }

    /// Whether token `k` closes a quotation or bracket.
    fn closes(&self, k: usize) -> bool {
        match self.word(k) {
            "”" | ")" | "]" | "}" | "»" | "''" => true,
            "\"" | "'" | "’" => {
                let ends = k + 1 >= self.paragraph.end || !self.is_glued(k + 1);
                self.is_glued(k) && (ends || !self.word(k + 1).starts_with(char::is_alphanumeric))
            }
            _ => false,
        }
    }

    /// Whether token `k` opens a quotation or bracket.
    fn opens(&self, k: usize) -> bool {
        match self.word(k) {
            "“" | "‘" | "(" | "[" | "{" | "«" | "``" => true,
            "<" => self.is_glued(k) && self.word(k.wrapping_sub(1)) == "<",
            "\"" | "'" => !self.is_glued(k) && self.is_glued(k + 1),
            _ => false,
        }
    }

    /// Whether a sentence may begin here as far as the mark before tells.
    fn may_start(&self) -> bool {
        self.word(self.i - 1) == ":" || matches!(self.mark(), Some(Mark::Stop | Mark::Ellipsis))
    }

    /// Whether a round bracket of this sentence is open.
    fn in_brackets(&self) -> bool {
        let low = self.start.max(self.i.saturating_sub(REACH));
        let last = (low..self.i)
            .rev()
            .find(|&k| matches!(self.word(k), "(" | ")"));
        last.is_some_and(|k| self.word(k) == "(")
    }

    /// Whether a round bracket is open that was opened within the sentence, and is closed further on.
    fn in_aside(&self) -> bool {
        let low = self.start.max(self.i.saturating_sub(REACH));
        let open = (low..self.i).rfind(|&k| matches!(self.word(k), "(" | ")"));
        let within = open.is_some_and(|k| self.word(k) == "(" && k > self.start);
        within && (self.i..self.i + REACH).any(|k| self.word(k) == ")")
    }

    /// Whether a quotation opens with a capital here.
    fn opens_speech(&self) -> bool {
        self.word(self.i) == "“" && self.word(self.i + 1).starts_with(char::is_uppercase)
    }

    /// "size S.": the letter before the place is no initial.
    fn is_letter_of_a_kind(&self) -> bool {
        let letter = self.i - if self.word(self.i - 1) == "." { 2 } else { 1 };
        DESIGNATORS.contains(self.word(letter.wrapping_sub(1)))
    }

    /// A line of asterisks, dashes or the like ends before something else: "*** Next", "-- Posted by".
    fn is_ruler_end(&self) -> bool {
        let mark = self.word(self.i - 1);
        let Some(c) = mark.chars().next().filter(|c| "*=_-~#+".contains(*c)) else {
            return false;
        };
        if !mark.chars().all(|other| other == c) || self.word(self.i).starts_with(c) {
            return false;
        }
        let low = self.start.max(self.i.saturating_sub(REACH));
        let first = (low..self.i)
            .rev()
            .take_while(|&k| self.word(k) == mark && (k + 1 == self.i || self.is_glued(k + 1)))
            .last();
        let Some(first) = first else { return false };
        let length = self.tokens[self.i - 1].span.end - self.tokens[first].span.start;
        let alone = first == self.start && length > 1;
        let after = self.word(self.i);
        (length > 2 || alone)
            && !self.is_glued(self.i)
            && after.starts_with(|c: char| c.is_alphanumeric() || "\"“<(".contains(c))
            && (alone || c != '-')
    }

    /// The date and time of a forwarded message stand on a line of their own: "08/16/2000 12:05 PM".
    fn is_stamp_edge(&self) -> bool {
        let after = self.word(self.i);
        let runs_on = !after.starts_with(|c: char| c.is_alphanumeric() || "\"“<".contains(c));
        let ends = self.stamp_before().is_some_and(|end| end == self.i);
        (ends && !runs_on) || self.stamp(self.i).is_some()
    }

    /// One past the stamp that begins before the place and goes at least up to it.
    fn stamp_before(&self) -> Option<usize> {
        let low = self.paragraph.start.max(self.i.saturating_sub(3));
        (low..self.i).find_map(|k| self.stamp(k).filter(|&end| end >= self.i))
    }

    /// One past the date and time that begin at token `k`, if they are no part of a phrase.
    fn stamp(&self, k: usize) -> Option<usize> {
        let free = k <= self.paragraph.start
            || !self
                .word(k - 1)
                .starts_with(|c: char| c.is_lowercase() || ",;:(".contains(c));
        if !free || !is_slash_date(self.word(k)) || !is_clock(self.word(k + 1)) {
            return None;
        }
        let half = matches!(self.word(k + 2), "AM" | "PM" | "am" | "pm");
        Some(if half { k + 3 } else { k + 2 })
    }

    /// A web or mail address ends a line before a capital or another address.
    fn is_address_end(&self) -> bool {
        let bracket = matches!(self.word(self.i - 1), ">" | ")" | "]");
        let at = if bracket {
            self.i.wrapping_sub(2)
        } else {
            self.i - 1
        };
        let after = self.word(self.i);
        is_written_out_address(self.word(at))
            && (after.starts_with(char::is_uppercase)
                || is_written_out_address(after)
                || self.opens(self.i))
    }

    /// "TEHRAN (AFP) - An": before it where something ends, and after its dash.
    fn is_dateline_edge(&self) -> bool {
        let after_dash = self.i - self.start <= REACH && is_dash(self.word(self.i - 1));
        (self.word(self.i - 1) == ":" && self.dateline(self.i).is_some())
            || (after_dash && self.dateline(self.start) == Some(self.i))
    }

    /// One past the dash of the dateline that begins at token `first`.
    fn dateline(&self, first: usize) -> Option<usize> {
        let place = self.word(first);
        let capitals = place.chars().count() > 1 && place.chars().all(char::is_uppercase);
        if !place.starts_with(char::is_uppercase) || place.ends_with(':') {
            return None;
        }
        let end = self.paragraph.end.min(first + REACH);
        let dash = (first + 1..end).find(|&k| is_dash(self.word(k)))?;
        let plain = (first..dash).all(|k| {
            let word = self.word(k);
            word.starts_with(|c: char| {
                c.is_uppercase() || c.is_ascii_digit() || ",(). \n/".contains(c)
            }) || matches!(word, "and" | "of" | "the" | "de" | "la" | "al")
                || (self.word(k - 1) == "(" && self.word(k + 1) == ")")
        });
        let agency = self.word(dash - 1) == ")" && (first + 1..dash).any(|k| self.word(k) == "(");
        let spaced = !self.is_glued(dash) && dash + 1 < self.paragraph.end;
        let sentence = self
            .word(dash + 1)
            .starts_with(|c: char| c.is_uppercase() || "\"“‘'".contains(c));
        let dated = (first + 1..dash).any(|k| {
            let kind = CALENDAR_WORDS.get(&self.word(k).to_lowercase());
            kind.is_some_and(|kind| kind.contains("month"))
        });
        let opens = self.paragraph.start == first && (capitals && self.word(dash) != "-" || dated);
        let named = agency || opens;
        (plain && named && spaced && sentence).then_some(dash + 1)
    }

    /// A source in brackets before the first sentence: "(BBC) The".
    fn is_label_end(&self) -> bool {
        let after = self.word(self.i);
        self.word(self.start) == "("
            && self.word(self.i - 1) == ")"
            && self.i - self.start < REACH
            && (self.start + 1..self.i - 1).all(|k| self.word(k).starts_with(char::is_uppercase))
            && (after.starts_with(char::is_uppercase) || self.opens(self.i))
    }

    /// The credit of a picture: "Image: A. B."
    fn is_credit(&self) -> bool {
        self.word(self.i + 1) == ":"
            && self.is_glued(self.i + 1)
            && SENTENCE_CUES.get(self.word(self.i)) == Some("credit")
    }

    /// "Best regards, A. B."
    fn is_closing_formula(&self) -> bool {
        let word = self.word(self.i.wrapping_sub(2));
        self.word(self.i - 1) == ","
            && self.i - self.start <= 4
            && SENTENCE_CUES.get(&word.to_lowercase()) == Some("closing")
            && self.word(self.i).starts_with(char::is_uppercase)
    }

    /// "1) first 2) second": a number whose bracket was never opened.
    fn is_list_item(&self) -> bool {
        let number = self.word(self.i);
        number.len() < 3
            && number.bytes().all(|b| b.is_ascii_digit())
            && self.word(self.i + 1) == ")"
            && self.is_glued(self.i + 1)
            && !self.in_brackets()
    }

    /// The words of token `k`; `""` outside the paragraph.
    fn word(&self, k: usize) -> &str {
        if self.paragraph.contains(&k) {
            self.tokens[k].span.of(self.text)
        } else {
            ""
        }
    }

    /// Whether no white space stands before token `k`.
    fn is_glued(&self, k: usize) -> bool {
        k > self.paragraph.start
            && k < self.paragraph.end
            && self.tokens[k - 1].span.end == self.tokens[k].span.start
    }
}

/// What stands at the end of the words before a place.
enum Mark {
    Stop,
    Ellipsis,
    /// A full stop that belongs to an abbreviation: what may follow.
    Abbreviation(&'static str),
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "--" | "—" | "―" | "–")
}

/// What may follow the abbreviation `word`, to which `stop` is still to be added.
fn abbreviation(word: &str, stop: &str) -> Option<&'static str> {
    if word.len() > LONGEST_ABBREVIATION {
        return None;
    }
    let key = word.to_lowercase() + stop;
    if let Some(kind) = ABBREVIATIONS.get(&key) {
        return Some(kind);
    }
    let mut letters = word.trim_end_matches('.').chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase());
    if initial {
        Some("initial")
    } else {
        TITLES.contains(&key).then_some("name")
    }
}

fn is_emoticon(word: &str) -> bool {
    word.len() > 1
        && word.starts_with([':', ';', '='])
        && !word.starts_with("::")
        && TOKEN_EXCEPTIONS.contains(word)
}

fn is_written_out_address(word: &str) -> bool {
    (word.contains("://") || word.contains('@') || word.starts_with("www."))
        && (url::is_address(word) || word.contains('@') && word.contains('.'))
}

fn is_slash_date(word: &str) -> bool {
    let parts = word
        .split('/')
        .filter(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    parts.count() == 3 && word.matches('/').count() == 2
}

fn is_clock(word: &str) -> bool {
    word.split_once(':').is_some_and(|(hour, minute)| {
        (1..=2).contains(&hour.len())
            && minute.len() >= 2
            && word.bytes().all(|b| b.is_ascii_digit() || b == b':')
    })
}

/// What may stand after a clock time in the same sentence.
fn is_zone_or_day(word: &str) -> bool {
    let zone = (2..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    zone || word.ends_with("day")
        || matches!(
            word,
            "Eastern"
                | "Central"
                | "Mountain"
                | "Pacific"
                | "Greenwich"
                | "January"
                | "February"
                | "March"
                | "April"
                | "May"
                | "June"
                | "July"
                | "August"
                | "September"
                | "October"
                | "November"
                | "December"
        )
}
