//! Numbers as they are written: digits, words, scales, fractions. Knows nothing of what is counted.

use super::words::Words;
use crate::lexicon::{CURRENCIES, NUMBER_WORDS, UNITS};

/// A number in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    /// One past its last token.
    pub end: usize,
    /// What it is worth; `None` for "dozens".
    pub value: Option<f64>,
    /// The upper end of a range in one word: "20–30".
    pub max: Option<f64>,
    /// Whether a scale word or letter took part ("million", "bn", "dozen").
    pub scaled: bool,
    /// Whether it is a share of one ("half", "two-thirds"), with `value` in percent.
    pub fraction: bool,
    /// Whether it is only digits.
    pub digits: bool,
    /// "20-plus", "30+", "100-odd".
    pub suffix: Suffix,
}

impl Numeral {
    fn new(end: usize, value: f64) -> Self {
        Self {
            end,
            value: Some(value),
            max: None,
            scaled: false,
            fraction: false,
            digits: false,
            suffix: Suffix::None,
        }
    }

    fn scaled(end: usize, value: f64) -> Self {
        Self {
            scaled: true,
            ..Self::new(end, value)
        }
    }

    fn share(end: usize, value: f64) -> Self {
        Self {
            fraction: true,
            ..Self::new(end, value * 100.0)
        }
    }

    fn open(end: usize) -> Self {
        Self {
            value: None,
            ..Self::new(end, 0.0)
        }
    }
}

/// A comparator written onto the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    None,
    Plus,
    Odd,
}

/// What a word of this kind is worth (`number_words.tsv`).
pub(super) fn worth(kind: &str, word: &str) -> Option<f64> {
    let worth = NUMBER_WORDS.get(word)?.strip_prefix(kind)?;
    worth.strip_prefix('\t')?.parse().ok()
}

/// What a scale word multiplies by.
pub(super) fn scale(word: &str) -> Option<f64> {
    worth("scale", word)
}

/// A place in a row: "third", "21st".
pub(super) fn ordinal(word: &str) -> Option<f64> {
    let digits = || {
        let mut ends = ["st", "nd", "rd", "th"].iter();
        let digits = ends.find_map(|end| word.strip_suffix(end))?;
        digits.parse::<u32>().ok().map(f64::from)
    };
    worth("ordinal", word).or_else(digits)
}

/// The value of digits with separators and a decimal point: `24,000`, `20,00,000`, `1.5`.
pub(super) fn digits(word: &str) -> Option<f64> {
    if !word.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let (whole, decimals) = word.split_once('.').unwrap_or((word, "0"));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if decimals.is_empty() || !all_digits(decimals) || !whole.split(',').all(all_digits) {
        return None;
    }
    if let Some((rest, last)) = whole.rsplit_once(',') {
        let mut groups = rest.split(',');
        let first = groups.next().map_or(0, str::len);
        let western = (1..=3).contains(&first) && groups.clone().all(|group| group.len() == 3);
        let indian = (1..=2).contains(&first) && groups.all(|group| group.len() == 2);
        if last.len() != 3 || !(western || indian) {
            return None;
        }
    }
    word.replace(',', "").parse().ok()
}

/// "dozens", "hundreds": a number that the words leave open.
fn is_open(word: &str) -> bool {
    NUMBER_WORDS.get(word) == Some("open")
}

/// A fraction's denominator, by its noun.
fn denominator(word: &str) -> Option<f64> {
    let ordinal = || worth("ordinal", word).filter(|&value| (3.0..=10.0).contains(&value));
    worth("part", word).or_else(ordinal)
}

/// Digits with letters or a fraction's sign written on: `5bn`, `10k`, `60-plus`, `30+`, `5½`; and two numbers with a dash that the
/// tokenizer leaves in one word: `20–30`.
fn glued(word: &str, end: usize) -> Option<Numeral> {
    let cut = word.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.'))?;
    let rest = &word[cut..];
    if cut == 0 {
        return worth("sign", rest).map(|value| Numeral::scaled(end, value));
    }
    let value = digits(&word[..cut])?;
    let plain = Numeral::new(end, value);
    if let Some(to) = rest.strip_prefix(['–', '—', '−', '‑', '‒', '-'])
        && let Some(to) = digits(to.trim_start_matches(['$', '£', '€']))
    {
        return (value < to).then_some(Numeral {
            max: Some(to),
            digits: true,
            ..plain
        });
    }
    if let Some(more) = worth("sign", rest) {
        return Some(Numeral::scaled(end, value + more));
    }
    let suffix = match rest {
        "+" | "-plus" => Suffix::Plus,
        "-odd" => Suffix::Odd,
        letters => {
            let by = scale(letters).filter(|_| letters.len() <= 3)?;
            return Some(Numeral::scaled(end, value * by));
        }
    };
    Some(Numeral { suffix, ..plain })
}

/// The number that starts at token `i`, as long as it can be; `None` if none does.
pub(super) fn read(words: &Words, i: usize) -> Option<Numeral> {
    if let Some(other) = read_open(words, i)
        .or_else(|| read_half(words, i))
        .or_else(|| read_fraction(words, i))
        .or_else(|| read_share(words, i))
    {
        return Some(other);
    }
    if words.lower(i) == "minus" && words.lower(i + 1).starts_with(|c: char| c.is_ascii_digit()) {
        let mut below = read_cardinal(words, i + 1)?;
        below.value = below.value.map(|value| -value);
        return Some(below);
    }
    let mut numeral = read_cardinal(words, i)?;
    let (next, end) = (words.lower(numeral.end), numeral.end);
    let suffix = |word: &str| match word {
        "plus" | "+" => Suffix::Plus,
        "odd" => Suffix::Odd,
        _ => Suffix::None,
    };
    if next == "-" && suffix(words.lower(end + 1)) != Suffix::None {
        (numeral.end, numeral.suffix) = (end + 2, suffix(words.lower(end + 1)));
    } else if next == "+" && words.touches(end) || next != "+" && words.plural_noun(end + 1) {
        numeral.suffix = suffix(next);
        numeral.end += usize::from(numeral.suffix != Suffix::None);
    }
    Some(numeral)
}

/// "dozens", "tens of thousands", "several hundred", "a couple of thousand".
fn read_open(words: &Words, i: usize) -> Option<Numeral> {
    let mut end = i + 1;
    if is_open(words.lower(i)) {
        while words.lower(end) == "of" && is_open(words.lower(end + 1)) {
            end += 2;
        }
        return Some(Numeral::open(end));
    }
    let lead = ["a couple of", "a couple", "a few"]
        .iter()
        .find_map(|phrase| words.spells(i, phrase));
    let several = (NUMBER_WORDS.get(words.lower(i)) == Some("several")).then_some(1);
    end = i + lead.or(several)?;
    let first = end;
    while scale(words.lower(end)).is_some() || is_open(words.lower(end)) {
        end += 1;
    }
    (end > first).then(|| Numeral::open(end))
}

/// "half", "half a million", "half an hour".
fn read_half(words: &Words, i: usize) -> Option<Numeral> {
    if words.lower(i) != "half" {
        return None;
    }
    let (next, unit) = (words.lower(i + 1), words.lower(i + 2));
    if next == "a"
        && let Some(by) = scale(unit)
    {
        return Some(Numeral::scaled(i + 3, by / 2.0));
    }
    let measured = UNITS.contains(unit) || CURRENCIES.contains(unit) || unit == "pound";
    if matches!(next, "a" | "an") && measured {
        return Some(Numeral::scaled(i + 2, 0.5));
    }
    let of_something = matches!(
        next,
        "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all"
    );
    of_something.then(|| Numeral::share(i + 1, 0.5))
}

/// "a quarter of", "two-thirds", "three quarters".
fn read_fraction(words: &Words, i: usize) -> Option<Numeral> {
    let word = words.lower(i);
    let top = if word == "a" {
        1.0
    } else {
        worth("unit", word)?
    };
    let next = i + 1 + usize::from(words.lower(i + 1) == "-");
    let bottom = denominator(words.lower(next))?;
    if word == "a" && words.lower(next) == "half" {
        return None;
    }
    let plural = words.lower(next).ends_with('s');
    let fits = if top == 1.0 {
        // "a fifth of the seats", "grew by a fifth"; but "by a third party"
        let grown = words.before(i) == "by" && !words.noun(next + 1);
        !plural && (words.lower(next + 1) == "of" || grown)
    } else {
        plural
    };
    fits.then(|| Numeral::share(next + 1, top / bottom))
}

/// "one in five", "three out of four": a share in percent, if people or things follow or nothing does.
fn read_share(words: &Words, i: usize) -> Option<Numeral> {
    let whole = |i: usize| {
        let word = words.lower(i);
        worth("unit", word)
            .or_else(|| worth("ten", word))
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
    (open && scale(words.lower(at + 1)).is_none()).then(|| Numeral::share(at + 1, part / all))
}

/// What a written fraction adds to a whole number: "2 *1/2* miles", "5 *½*".
fn fraction_sign(word: &str) -> Option<f64> {
    let Some((top, bottom)) = word.split_once('/') else {
        return worth("sign", word);
    };
    let digit = |part: &str| {
        let value = (part.len() == 1)
            .then(|| part.parse::<f64>().ok())
            .flatten();
        value.filter(|&value| value > 0.0)
    };
    let (top, bottom) = (digit(top)?, digit(bottom)?);
    (top < bottom).then_some(top / bottom)
}

fn read_cardinal(words: &Words, i: usize) -> Option<Numeral> {
    let word = words.lower(i);
    let mut numeral = if let Some(glued) = glued(word, i + 1) {
        glued
    } else if let Some(value) = digits(word) {
        match fraction_sign(words.lower(i + 1)).filter(|_| value.fract() == 0.0) {
            Some(more) => return Some(Numeral::scaled(i + 2, value + more)),
            None => Numeral {
                digits: true,
                ..Numeral::new(i + 1, value)
            },
        }
    } else if word == "a" || word == "an" {
        read_single(words, i)?
    } else {
        spelled(words, i)?
    };
    and_a_half(words, &mut numeral);
    scale_up(words, &mut numeral);
    if numeral.scaled {
        and_a_half(words, &mut numeral);
    }
    Some(numeral)
}

/// "a couple", "a hundred", "a half-million".
fn read_single(words: &Words, i: usize) -> Option<Numeral> {
    let next = words.lower(i + 1);
    if next == "couple" {
        return Some(Numeral::scaled(i + 2, 2.0));
    }
    let half = next == "half" && words.lower(i + 2) == "-";
    let at = if half { i + 3 } else { i + 1 };
    let by = word_scale(words, at)?;
    Some(Numeral::scaled(at + 1, if half { by / 2.0 } else { by }))
}

/// What the word at `i` multiplies by, abbreviations and "score" left out.
fn word_scale(words: &Words, i: usize) -> Option<f64> {
    let word = words.lower(i);
    scale(word).filter(|_| word.len() > 3 && word != "score")
}

/// "two hundred and fifty thousand": hundreds first, then each scale closes a group.
fn spelled(words: &Words, i: usize) -> Option<Numeral> {
    let (mut value, mut end) = small(words, i)?;
    let (mut total, mut scaled) = (0.0, false);
    loop {
        if let Some(by) = word_scale(words, end) {
            // "five lakh crore": the second scale is of the whole group.
            if value == 0.0 && scaled {
                total *= by;
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
        let next = end + usize::from(words.lower(end) == "and");
        let Some((more, after)) = small(words, next) else {
            break;
        };
        if (value > 0.0 && value < 100.0) || (value == 0.0 && next > end && total < 1e3) {
            break;
        }
        value += more;
        end = after;
    }
    Some(Numeral {
        scaled,
        ..Numeral::new(end, total + value)
    })
}

/// A number below one hundred in words.
fn small(words: &Words, i: usize) -> Option<(f64, usize)> {
    let word = words.lower(i);
    if let Some(value) = worth("unit", word) {
        return Some((value, i + 1));
    }
    let value = worth("ten", word)?;
    let next = i + 1 + usize::from(words.lower(i + 1) == "-");
    match worth("unit", words.lower(next)).filter(|&unit| (1.0..10.0).contains(&unit)) {
        Some(unit) => Some((value + unit, next + 1)),
        None => Some((value, i + 1)),
    }
}

/// "12 *and a half*", "two million *and a quarter*".
fn and_a_half(words: &Words, numeral: &mut Numeral) {
    let end = numeral.end;
    let parted = words.lower(end) == "and" && matches!(words.lower(end + 1), "a" | "one");
    let part = worth("part", words.lower(end + 2)).filter(|_| parted);
    let (Some(part), Some(value), None) = (part, numeral.value, numeral.max) else {
        return;
    };
    let unit = match numeral.scaled {
        true => [1e12, 1e9, 1e6, 1e3].into_iter().find(|&by| value >= by),
        false => Some(1.0),
    };
    if let Some(unit) = unit {
        numeral.value = Some(value + unit / part);
        numeral.end = end + 3;
        numeral.digits = false;
    }
}

/// Takes the scale words after a number: "1.5 million", "5 bn", "2 hundred thousand".
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
        numeral.max = numeral.max.map(|max| max * by);
        numeral.scaled = true;
        numeral.digits = false;
        numeral.end = at + 1;
    }
}
