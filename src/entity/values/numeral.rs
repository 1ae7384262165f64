//! Numbers as they are written: digits, words, scales, fractions. Knows nothing of what is counted.

use super::words::Words;
use crate::lexicon::{CURRENCIES, UNITS};

/// A number in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    /// One past its last token.
    pub end: usize,
    /// What it is worth; `None` for "dozens".
    pub value: Option<f64>,
    /// Whether a scale word or letter took part ("million", "bn", "dozen").
    pub scaled: bool,
    /// Whether it is a share of one ("half", "two-thirds"), with `value` in percent.
    pub fraction: bool,
    /// Whether it is only digits.
    pub digits: bool,
    /// "20-plus", "30+", "100-odd".
    pub suffix: Suffix,
}

/// A comparator written onto the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    None,
    Plus,
    Odd,
}

/// The value of digits with thousands separators and a decimal point: `24,000`, `1.5`.
pub(super) fn digits(word: &str) -> Option<f64> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) && !word.starts_with('.') {
        return None;
    }
    if !word
        .bytes()
        .all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
    {
        return None;
    }
    let (whole, decimals) = word.split_once('.').unwrap_or((word, "0"));
    if decimals.is_empty() || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    if grouped && (first.is_empty() || first.len() > 3 || groups.any(|group| group.len() != 3)) {
        return None;
    }
    let plain: String = word.chars().filter(|&c| c != ',').collect();
    plain.parse().ok()
}

fn unit_word(word: &str) -> Option<f64> {
    const WORDS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    WORDS.iter().position(|&w| w == word).map(|i| i as f64)
}

fn ten_word(word: &str) -> Option<f64> {
    const WORDS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    WORDS
        .iter()
        .position(|&w| w == word)
        .map(|i| (i as f64 + 2.0) * 10.0)
}

/// What a scale word multiplies by.
pub(super) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" | "k" => 1e3,
        "lakh" | "lakhs" => 1e5,
        "million" | "mn" => 1e6,
        "crore" | "crores" => 1e7,
        "billion" | "bn" => 1e9,
        "trillion" | "tn" | "trn" => 1e12,
        "dozen" => 12.0,
        "score" => 20.0,
        _ => return None,
    })
}

/// "dozens", "hundreds": a number that the words leave open.
pub(super) fn is_vague_plural(word: &str) -> bool {
    matches!(
        word,
        "dozens"
            | "scores"
            | "tens"
            | "hundreds"
            | "thousands"
            | "millions"
            | "billions"
            | "trillions"
    )
}

/// A fraction's denominator, by its noun.
fn denominator(word: &str) -> Option<f64> {
    Some(match word {
        "half" | "halves" => 2.0,
        "third" | "thirds" => 3.0,
        "quarter" | "quarters" | "fourths" => 4.0,
        "fifth" | "fifths" => 5.0,
        "sixth" | "sixths" => 6.0,
        "seventh" | "sevenths" => 7.0,
        "eighth" | "eighths" => 8.0,
        "ninth" | "ninths" => 9.0,
        "tenth" | "tenths" => 10.0,
        _ => return None,
    })
}

/// Digits with letters written on: `5bn`, `10k`, `60-plus`, `30+`; the value, whether scaled, and the suffix.
fn glued(word: &str) -> Option<(f64, bool, Suffix)> {
    let cut = word.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))?;
    let value = digits(&word[..cut])?;
    match &word[cut..] {
        "+" | "-plus" => Some((value, false, Suffix::Plus)),
        "-odd" => Some((value, false, Suffix::Odd)),
        letters => scale(letters)
            .filter(|_| letters.len() <= 3)
            .map(|by| (value * by, true, Suffix::None)),
    }
}

/// The number that starts at token `i`, as long as it can be; `None` if none does.
pub(super) fn read(words: &Words, i: usize) -> Option<Numeral> {
    let word = words.lower(i);
    if is_vague_plural(word) {
        return Some(vague(words, i));
    }
    if let Some(fraction) = read_fraction(words, i).or_else(|| read_share(words, i)) {
        return Some(fraction);
    }
    if word == "minus" && words.lower(i + 1).starts_with(|c: char| c.is_ascii_digit()) {
        let mut below = read_cardinal(words, i + 1)?;
        below.value = below.value.map(|value| -value);
        return Some(below);
    }
    let mut numeral = read_cardinal(words, i)?;
    match (words.lower(numeral.end), words.lower(numeral.end + 1)) {
        ("-", "plus") => (numeral.end, numeral.suffix) = (numeral.end + 2, Suffix::Plus),
        ("-", "odd") => (numeral.end, numeral.suffix) = (numeral.end + 2, Suffix::Odd),
        ("+", _) if words.touches(numeral.end) => {
            (numeral.end, numeral.suffix) = (numeral.end + 1, Suffix::Plus)
        }
        ("plus" | "odd", _) if words.plural_noun(numeral.end + 1) => {
            numeral.suffix = if words.lower(numeral.end) == "plus" {
                Suffix::Plus
            } else {
                Suffix::Odd
            };
            numeral.end += 1;
        }
        _ => {}
    }
    Some(numeral)
}

/// "dozens", "tens of thousands", "hundreds of millions".
fn vague(words: &Words, i: usize) -> Numeral {
    let mut end = i + 1;
    while words.lower(end) == "of" && is_vague_plural(words.lower(end + 1)) {
        end += 2;
    }
    Numeral {
        end,
        value: None,
        scaled: false,
        fraction: false,
        digits: false,
        suffix: Suffix::None,
    }
}

/// "half", "half a million", "a quarter", "two-thirds", "three quarters".
fn read_fraction(words: &Words, i: usize) -> Option<Numeral> {
    let percent = |end, value: f64| {
        Some(Numeral {
            end,
            value: Some(value * 100.0),
            scaled: false,
            fraction: true,
            digits: false,
            suffix: Suffix::None,
        })
    };
    let word = words.lower(i);
    if word == "half" {
        if words.lower(i + 1) == "a"
            && let Some(by) = scale(words.lower(i + 2))
        {
            let value = Some(by / 2.0);
            return Some(Numeral {
                end: i + 3,
                value,
                scaled: true,
                fraction: false,
                digits: false,
                suffix: Suffix::None,
            });
        }
        // "half a mile", "half an hour"
        let unit = words.lower(i + 2);
        if matches!(words.lower(i + 1), "a" | "an")
            && (UNITS.contains(unit) || CURRENCIES.contains(unit) || unit == "pound")
        {
            return Some(Numeral {
                end: i + 2,
                value: Some(0.5),
                scaled: true,
                fraction: false,
                digits: false,
                suffix: Suffix::None,
            });
        }
        let of_something = matches!(
            words.lower(i + 1),
            "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all"
        );
        return of_something.then(|| percent(i + 1, 0.5)).flatten();
    }
    let (top, next) = match word {
        "a" | "one" => (1.0, i + 1),
        _ => (unit_word(word)?, i + 1),
    };
    let next = if words.lower(next) == "-" {
        next + 1
    } else {
        next
    };
    let bottom = denominator(words.lower(next))?;
    let plural = words.lower(next).ends_with('s') || words.lower(next) == "halves";
    if word == "a" && words.lower(next) == "half" {
        return None;
    }
    let fits = if top == 1.0 {
        // "a fifth of the seats", "grew by a fifth"; but "by a third party"
        let grown = words.before(i) == "by" && !words.noun(next + 1);
        !plural && (words.lower(next + 1) == "of" || grown)
    } else {
        plural
    };
    fits.then(|| percent(next + 1, top / bottom)).flatten()
}

/// "one in five", "three out of four": a share in percent, if people or things follow or nothing does.
fn read_share(words: &Words, i: usize) -> Option<Numeral> {
    let whole = |i: usize| {
        let word = words.lower(i);
        unit_word(word)
            .or_else(|| ten_word(word))
            .or_else(|| digits(word).filter(|value| value.fract() == 0.0))
    };
    let part = whole(i)?;
    let at = match (words.lower(i + 1), words.lower(i + 2)) {
        ("in", _) => i + 2,
        ("out", "of") => i + 3,
        _ => return None,
    };
    let all = whole(at).filter(|&all| part >= 1.0 && part < all && all <= 1000.0)?;
    // "scored two in 10 minutes", "one in five-year bonds"
    let open = !UNITS.contains(words.lower(at + 1)) && words.lower(at + 1) != "-";
    (open && scale(words.lower(at + 1)).is_none()).then_some(Numeral {
        end: at + 1,
        value: Some(part / all * 100.0),
        scaled: false,
        fraction: true,
        digits: false,
        suffix: Suffix::None,
    })
}

/// What a written fraction adds to a whole number: "2 *1/2* miles".
fn fraction_sign(word: &str) -> Option<f64> {
    let (top, bottom) = word.split_once('/')?;
    let digit = |part: &str| {
        (part.len() == 1)
            .then(|| part.parse::<f64>().ok())
            .flatten()
            .filter(|&value| value > 0.0)
    };
    let (top, bottom) = (digit(top)?, digit(bottom)?);
    (top < bottom).then_some(top / bottom)
}

fn read_cardinal(words: &Words, i: usize) -> Option<Numeral> {
    let word = words.lower(i);
    let plain = |end, value, scaled, digits| Numeral {
        end,
        value: Some(value),
        scaled,
        fraction: false,
        digits,
        suffix: Suffix::None,
    };
    if let Some((value, scaled, suffix)) = glued(word) {
        let mut numeral = plain(i + 1, value, scaled, false);
        numeral.suffix = suffix;
        return Some(numeral);
    }
    if let Some(value) = digits(word) {
        if let Some(more) = fraction_sign(words.lower(i + 1)).filter(|_| value.fract() == 0.0) {
            return Some(plain(i + 2, value + more, true, false));
        }
        let mut numeral = plain(i + 1, value, false, true);
        scale_up(words, &mut numeral);
        return Some(numeral);
    }
    if word == "a" || word == "an" {
        if words.lower(i + 1) == "couple" {
            return Some(Numeral {
                end: i + 2,
                value: Some(2.0),
                scaled: true,
                fraction: false,
                digits: false,
                suffix: Suffix::None,
            });
        }
        let at = if words.lower(i + 1) == "half" && words.lower(i + 2) == "-" {
            i + 3
        } else {
            i + 1
        };
        let by = scale(words.lower(at)).filter(|_| words.lower(at).len() > 2)?;
        let half = if at == i + 1 { 1.0 } else { 0.5 };
        if words.lower(at) == "score" {
            return None;
        }
        let mut numeral = plain(at + 1, by * half, true, false);
        scale_up(words, &mut numeral);
        return Some(numeral);
    }
    let (mut value, mut end) = small(words, i)?;
    let mut scaled = false;
    // "two hundred and fifty thousand": hundreds first, then each scale closes a group.
    let mut total = 0.0;
    loop {
        if let Some(by) = scale(words.lower(end)).filter(|_| words.lower(end).len() > 2) {
            if words.lower(end) == "score" {
                break;
            }
            value *= by;
            end += 1;
            scaled = true;
            if by == 12.0 {
                break;
            }
            if by > 100.0 {
                total += value;
                value = 0.0;
            }
            continue;
        }
        if !scaled {
            break;
        }
        let next = if words.lower(end) == "and" {
            end + 1
        } else {
            end
        };
        let Some((more, after)) = small(words, next) else {
            break;
        };
        if more >= 100.0
            || (value > 0.0 && value < 100.0)
            || (value == 0.0 && next > end && total < 1e3)
        {
            break;
        }
        value += more;
        end = after;
    }
    value += total;
    if words.lower(end) == "and" && words.lower(end + 1) == "a" && words.lower(end + 2) == "half" {
        value += 0.5;
        end += 3;
        if let Some(by) = scale(words.lower(end)) {
            value *= by;
            end += 1;
            scaled = true;
        }
    }
    Some(plain(end, value, scaled, false))
}

/// A number below one hundred in words.
fn small(words: &Words, i: usize) -> Option<(f64, usize)> {
    let word = words.lower(i);
    if let Some(value) = unit_word(word) {
        return Some((value, i + 1));
    }
    let value = ten_word(word)?;
    let next = if words.lower(i + 1) == "-" {
        i + 2
    } else {
        i + 1
    };
    match unit_word(words.lower(next)).filter(|&unit| (1.0..10.0).contains(&unit)) {
        Some(unit) => Some((value + unit, next + 1)),
        None => Some((value, i + 1)),
    }
}

/// Takes the scale words after digits: "1.5 million", "5 bn", "2 hundred thousand".
fn scale_up(words: &Words, numeral: &mut Numeral) {
    loop {
        let mut at = numeral.end;
        if words.lower(at) == "-" && scale(words.lower(at + 1)).is_some_and(|by| by >= 1e3) {
            at += 1;
        }
        let word = words.lower(at).trim_end_matches('.');
        // "£5m", "1.5m people"; but "500m" is a distance.
        let letter = word == "m"
            && words.touches(at)
            && (words.is_money_before(numeral.end) || words.plural_noun(at + 1));
        let Some(by) = scale(word).or(letter.then_some(1e6)) else {
            return;
        };
        if word == "score" || (word == "k" && !words.touches(at)) {
            return;
        }
        numeral.value = numeral.value.map(|value| value * by);
        numeral.scaled = true;
        numeral.digits = false;
        numeral.end = at + 1;
    }
}
