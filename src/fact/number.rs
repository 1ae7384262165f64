//! Numbers as they stand in the text: value, comparator, unit. Read from tokens, before any tree: a parser has seen few ranges.

mod word;

use crate::document::{Document, Pos, Tag, TokenRange};
use crate::report::{Comparator, Entity, Value, ValueKind};

use super::reading::has_class;
use word::{parse_figures, scale, vague, word_value};

/// A number with what stands around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its tokens, comparator and unit of measure included ("more than 100", "approximately 8 kilometers").
    pub tokens: TokenRange,
    /// The number, scale applied; `None` for "dozens".
    pub value: Option<f64>,
    /// Upper end of a range.
    pub max: Option<f64>,
    /// How it stands to the true number.
    pub comparator: Comparator,
    /// `person`, `km`, `USD`, `year` … or the noun that is counted.
    pub unit: String,
    /// What it measures.
    pub measure: Measure,
    /// Whether it is "no": then what it counts is negated.
    pub none: bool,
}

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How many of something.
    Count,
    /// How far.
    Distance,
    /// How long.
    Duration,
    /// How much else: money, per cent, weight, area.
    Amount,
}

/// The numbers of a document, in order, without overlap. Years, dates, names and resolution numbers are none.
pub fn read(document: &Document, entities: &[Entity]) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut i = 0;
    while i < document.len() {
        match at(document, i) {
            Some(number) => {
                i = number.tokens.end.max(i + 1);
                numbers.push(number);
            }
            None => i += 1,
        }
    }
    for k in 0..numbers.len() {
        let floor = if k == 0 { 0 } else { numbers[k - 1].tokens.end };
        open(document, &mut numbers[k], floor);
    }
    let mut valued = vec![false; document.len()];
    for entity in entities {
        let Some(value) = &entity.value else { continue };
        for mention in &entity.mentions {
            let tokens = document.tokens_in(mention.span);
            valued[tokens.clone()].fill(true);
            overrule(&mut numbers, tokens.clone(), value);
            agree(&mut numbers, tokens, value);
        }
    }
    // Figures that are no value name something: "call (555) 123-4567".
    numbers.retain(|number| {
        let figure = number
            .tokens
            .clone()
            .any(|i| document.word(i).starts_with(|c: char| c.is_ascii_digit()));
        !figure || number.tokens.clone().any(|i| valued[i])
    });
    numbers
}

/// Takes over an amount of money of which the number alone shows a part: "£32m".
fn overrule(numbers: &mut [Number], tokens: TokenRange, value: &Value) {
    let low = numbers.partition_point(|number| number.tokens.end <= tokens.start);
    let high = numbers.partition_point(|number| number.tokens.start < tokens.end);
    let ([number], Some(amount)) = (&mut numbers[low.min(high)..high], value.value) else {
        return;
    };
    let part = number.value.is_some_and(|part| part != amount) && number.max.is_none();
    if value.kind == ValueKind::Money && part {
        number.value = value.value;
        number.max = value.max;
        number.tokens.start = number.tokens.start.min(tokens.start);
        number.tokens.end = number.tokens.end.max(tokens.end);
        number.measure = Measure::Amount;
        if let Some(unit) = &value.unit {
            number.unit.clone_from(unit);
        }
    }
}

/// Takes over the comparator of the value that these tokens are, where the number alone reads as exact: "as many as 900".
fn agree(numbers: &mut Vec<Number>, tokens: TokenRange, value: &Value) {
    let low = numbers.partition_point(|number| number.tokens.end <= tokens.start);
    let high = numbers.partition_point(|number| number.tokens.start < tokens.end);
    let same = |number: &Number| number.value.is_some() && number.value == value.value;
    let Some(at) = (low..high).find(|&at| same(&numbers[at])) else {
        return;
    };
    let Some(comparator) = value.comparator.filter(|&it| it != Comparator::Equal) else {
        return;
    };
    if numbers[at].comparator == Comparator::Equal {
        numbers[at].comparator = comparator;
        numbers[at].max = numbers[at].max.or(value.max);
        numbers[at].tokens.start = numbers[at].tokens.start.min(tokens.start);
        // The "many" of "as many as" is no number of its own.
        let (start, end) = (numbers[at].tokens.start, numbers[at].tokens.end);
        let mut index = 0;
        numbers.retain(|number| {
            index += 1;
            index - 1 == at || number.tokens.end <= start || end <= number.tokens.start
        });
    }
}

/// A cardinal starting at token `i`: its value and the tokens it takes.
fn cardinal(document: &Document, i: usize) -> Option<(f64, usize)> {
    let word = document.lower(i);
    let mut value = match parse_figures(&word) {
        Some(value) => value,
        None => word_value(&word)?,
    };
    let mut end = i + 1;
    if word == "half"
        && end < document.len()
        && document.lower(end) == "a"
        && follows_scale(document, end)
    {
        end += 1;
    }
    if (word == "a" || word == "an") && !follows_scale(document, i) {
        return None;
    }
    while let Some(next) = (end < document.len()).then(|| document.lower(end)) {
        if let Some(scale) = scale(&next) {
            value *= scale;
        } else if next == "-"
            && end + 1 < document.len()
            && word_value(&document.lower(end + 1)).is_some()
            && parse_figures(&word).is_none()
        {
            value += word_value(&document.lower(end + 1)).unwrap_or(0.0);
            end += 1;
        } else if (20.0..100.0).contains(&value)
            && parse_figures(&word).is_none()
            && word_value(&next).is_some_and(|v| v < 10.0)
            && next != "a"
            && next != "one"
        {
            value += word_value(&next).unwrap_or(0.0);
        } else {
            break;
        }
        end += 1;
    }
    Some((value, end))
}

fn follows_scale(document: &Document, i: usize) -> bool {
    i + 1 < document.len() && scale(&document.lower(i + 1)).is_some()
}

/// Whether the figure at `i` is not a count: a year, a day of a month, part of a name.
fn is_name_or_date(document: &Document, i: usize, end: usize, value: f64) -> bool {
    let before = if i > 0 {
        document.lower(i - 1)
    } else {
        Default::default()
    };
    let after = if end < document.len() {
        document.lower(end)
    } else {
        Default::default()
    };
    let figures = parse_figures(&document.lower(i)).is_some();
    let month = |w: &str| is_month(w);
    if figures
        && (month(&before)
            || month(&after)
            || (i > 1 && before == "," && is_month_day(document, i)))
    {
        return true;
    }
    let year = figures
        && end == i + 1
        && (1500.0..2100.0).contains(&value)
        && value.fract() == 0.0
        && document.word(i).len() == 4;
    if year {
        let counted = end < document.len()
            && document.tokens[end].tag == Tag::Nns
            && !matches!(after.as_str(), "elections" | "olympics" | "games" | "polls");
        return !counted;
    }
    if figures
        && end < document.len()
        && matches!(
            after.as_str(),
            "a.m." | "p.m." | "am" | "pm" | "o'clock" | "gmt" | "utc"
        )
    {
        return true;
    }
    if document.word(i).contains(':') {
        return true;
    }
    let follows = figures
        && document.tokens[i].dep == crate::document::Dep::Nummod
        && document.tokens[i].head < i
        && before != "$";
    let numbered = follows
        || figures
            && (document.tokens[i].pos == Pos::Propn
                || (i > 0
                    && matches!(document.tokens[i - 1].pos, Pos::Propn)
                    && document.tokens[i].head == i - 1)
                || matches!(
                    before.as_str(),
                    "no."
                        | "number"
                        | "page"
                        | "article"
                        | "section"
                        | "resolution"
                        | "chapter"
                        | "route"
                        | "flight"
                        | "phase"
                        | "#"
                ));
    numbered
        || (i > 0
            && before == "-"
            && i > 1
            && document.tokens[i - 2].span.end == document.tokens[i - 1].span.start
            && document.word(i - 2).starts_with(|c: char| c.is_uppercase()))
}

fn is_month(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    word.len() >= 3
        && [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "sept",
        ]
        .iter()
        .any(|m| {
            *m == word || (word.len() == 3 && m.starts_with(word) && word != "may" && word != "mar")
        })
}

fn is_month_day(document: &Document, i: usize) -> bool {
    i > 2 && is_month(&document.lower(i - 3))
}

/// The number that starts at token `i`, without its comparator.
fn at(document: &Document, i: usize) -> Option<Number> {
    let word = document.lower(i);
    let tag = document.tokens[i].tag;
    let number = |tokens: TokenRange, value, comparator| Number {
        tokens,
        value,
        max: None,
        comparator,
        unit: String::new(),
        measure: Measure::Count,
        none: false,
    };
    if matches!(word.as_str(), "no" | "none" | "zero")
        && (tag == Tag::Dt || word == "none" || word == "zero")
    {
        let next = if i + 1 < document.len() {
            document.lower(i + 1)
        } else {
            Default::default()
        };
        if matches!(
            next.as_str(),
            "one" | "longer" | "more" | "less" | "fewer" | "matter" | ","
        ) {
            return None;
        }
        return Some(Number {
            none: true,
            ..number(i..i + 1, Some(0.0), Comparator::Equal)
        });
    }
    if vague(&word) && (tag != Tag::Nnp) {
        let head_noun = tag == Tag::Nns
            || document.tokens[i].pos == Pos::Adj
            || document.tokens[i].tag == Tag::Cd;
        return head_noun.then(|| number(i..i + 1, None, Comparator::Vague));
    }
    if matches!(word.as_str(), "once" | "twice")
        && tag == Tag::Rb
        && document.tokens[i].dep == crate::document::Dep::Advmod
        && word == "twice"
    {
        return Some(Number {
            unit: "time".into(),
            ..number(i..i + 1, Some(2.0), Comparator::Equal)
        });
    }
    if document.tokens[i].pos == Pos::Sym && !matches!(word.as_str(), "$" | "€" | "£" | "¥" | "us$")
    {
        return None;
    }
    let currency = match word.as_str() {
        "$" | "us$" => Some("USD"),
        "€" => Some("EUR"),
        "£" => Some("GBP"),
        "¥" => Some("JPY"),
        _ => None,
    };
    let start = i;
    let i = if currency.is_some() { i + 1 } else { i };
    if i >= document.len() {
        return None;
    }
    let (value, mut end) = cardinal(document, i)?;
    if currency.is_none() && is_name_or_date(document, i, end, value) {
        return None;
    }
    let word = document.lower(i);
    if currency.is_none() && word == "one" && !(end < document.len() && is_counted(document, end)) {
        return None;
    }
    let mut found = number(start..end, Some(value), Comparator::Equal);
    if word.ends_with('+') || (end < document.len() && document.word(end) == "+") {
        found.comparator = Comparator::AtLeast;
    }
    // 20 to 30, 15-20
    if end + 1 < document.len() && matches!(document.word(end), "to" | "-" | "–" | "—" | "and")
    {
        let at = if matches!(document.word(end + 1), "$" | "€" | "£") {
            end + 2
        } else {
            end + 1
        };
        let between = start > 0 && document.lower(start - 1) == "between";
        if (document.word(end) != "and" || between)
            && at < document.len()
            && let Some((max, past)) = cardinal(document, at)
            && max > value
            && document.lower(at) != "a"
            && !(document.word(end) == "to"
                && start > 0
                && document.lower(start - 1) == "from"
                && currency.is_none()
                && is_name_or_date(document, at, past, max))
        {
            let scaled = if max >= 1e3 && value < 1e3 && past > at + 1 {
                value * max / cardinal_figures(document, at)
            } else {
                value
            };
            found.value = Some(scaled);
            found.max = Some(max);
            found.comparator = Comparator::Range;
            end = past;
            if between {
                found.tokens.start -= 1;
            }
        }
    }
    found.tokens.end = end;
    // "N or more", "N or fewer"
    if end + 1 < document.len() && document.lower(end) == "or" {
        match document.lower(end + 1).as_str() {
            "more" | "above" | "over" => {
                found.comparator = Comparator::AtLeast;
                found.tokens.end = end + 2;
            }
            "less" | "fewer" | "below" | "under" => {
                found.comparator = Comparator::AtMost;
                found.tokens.end = end + 2;
            }
            _ => {}
        }
    }
    measure(document, &mut found, currency);
    Some(found)
}

fn cardinal_figures(document: &Document, i: usize) -> f64 {
    parse_figures(&document.lower(i))
        .or_else(|| word_value(&document.lower(i)))
        .filter(|&v| v > 0.0)
        .unwrap_or(1.0)
}

/// Whether something countable follows.
fn is_counted(document: &Document, i: usize) -> bool {
    matches!(document.tokens[i].pos, Pos::Noun | Pos::Adj | Pos::Propn)
        && document.tokens[i].tag != Tag::Nnps
}

/// Unit and measure from the words after the number.
fn measure(document: &Document, number: &mut Number, currency: Option<&str>) {
    let end = number.tokens.end;
    if let Some(currency) = currency {
        number.unit = currency.into();
        number.measure = Measure::Amount;
        return;
    }
    let hyphen = end + 1 < document.len() && document.word(end) == "-";
    let at = if hyphen { end + 1 } else { end };
    if at >= document.len() {
        return;
    }
    let word = document.lower(at);
    let unit = match word.trim_end_matches('.') {
        "kilometers" | "kilometres" | "kilometer" | "kilometre" | "km" => ("km", Measure::Distance),
        "meters" | "metres" | "meter" | "metre" | "m" => ("m", Measure::Distance),
        "miles" | "mile" => ("mi", Measure::Distance),
        "feet" | "foot" | "ft" => ("ft", Measure::Distance),
        "yards" | "yard" => ("yd", Measure::Distance),
        "inches" | "inch" => ("in", Measure::Distance),
        "centimeters" | "centimetres" | "cm" => ("cm", Measure::Distance),
        "seconds" | "second" => ("second", Measure::Duration),
        "minutes" | "minute" => ("minute", Measure::Duration),
        "hours" | "hour" => ("hour", Measure::Duration),
        "days" | "day" => ("day", Measure::Duration),
        "weeks" | "week" => ("week", Measure::Duration),
        "months" | "month" => ("month", Measure::Duration),
        "years" | "year" => ("year", Measure::Duration),
        "decades" | "decade" => ("decade", Measure::Duration),
        "centuries" | "century" => ("century", Measure::Duration),
        "%" | "percent" => ("percent", Measure::Amount),
        "per" if at + 1 < document.len() && document.lower(at + 1) == "cent" => {
            number.tokens.end = at + 2;
            number.unit = "percent".into();
            number.measure = Measure::Amount;
            return;
        }
        "percentage" => ("percentage point", Measure::Amount),
        "dollars" | "dollar" => ("USD", Measure::Amount),
        "euros" | "euro" => ("EUR", Measure::Amount),
        "pounds" | "pound" => ("GBP", Measure::Amount),
        "yen" => ("JPY", Measure::Amount),
        "tons" | "tonnes" | "ton" | "tonne" => ("t", Measure::Amount),
        "kilograms" | "kg" | "kilos" => ("kg", Measure::Amount),
        "acres" | "hectares" => ("ha", Measure::Amount),
        "degrees" => ("degree", Measure::Amount),
        "square" if at + 1 < document.len() => {
            number.unit = format!("square {}", document.lemma(at + 1));
            number.tokens.end = at + 2;
            number.measure = Measure::Amount;
            return;
        }
        "times" => ("time", Measure::Count),
        _ => {
            number.unit = counted_unit(document, end);
            return;
        }
    };
    number.unit = unit.0.into();
    number.measure = unit.1;
    number.tokens.end = at + 1;
}

/// The unit of a plain count: `person` for people, else the counted noun's dictionary form; `""` without one.
fn counted_unit(document: &Document, from: usize) -> String {
    let mut last = None;
    for i in from..document.len().min(from + 8) {
        match document.tokens[i].pos {
            Pos::Noun | Pos::Propn => last = Some(i),
            Pos::Adj | Pos::Num => {}
            _ if matches!(document.word(i), "-" | "“" | "\"") => {}
            _ if last.is_none() && matches!(document.lower(i).as_str(), "of" | "the") => {}
            _ if last.is_none() && document.tokens[i].tag == Tag::Vbn => {}
            _ => break,
        }
    }
    match last {
        None => String::new(),
        Some(i) => {
            let lemma = document.lemma(i).to_lowercase();
            if has_class(&lemma, "person") {
                "person".into()
            } else {
                lemma
            }
        }
    }
}

/// Takes in the comparator that stands before the number.
fn open(document: &Document, number: &mut Number, floor: usize) {
    let start = number.tokens.start;
    let mut at = start;
    // A quotation mark or "the", "an additional" may stand between: around “20 to 30.
    while at > floor && matches!(document.word(at - 1), "“" | "\"" | "‘") {
        at -= 1;
    }
    let back = |n: usize| {
        if at >= n + floor {
            document.lower(at - n)
        } else {
            Default::default()
        }
    };
    let (one, two, three) = (back(1), back(2), back(3));
    let pair = (two.as_str(), one.as_str());
    let triple = (three.as_str(), two.as_str(), one.as_str());
    use Comparator as C;
    let found = match (triple, pair, one.as_str()) {
        (("no", "fewer" | "less", "than"), ..) => Some((C::AtLeast, 3)),
        (("no", "more", "than"), ..) => Some((C::AtMost, 3)),
        (("as", "many" | "much", "as"), ..) => Some((C::AtMost, 3)),
        (("in", "excess", "of"), ..) => Some((C::More, 3)),
        (("a", "total", "of"), ..) | (("a", "record", "of"), ..) => None,
        (("in", "the", "region") | ("to", "close", "to"), ..) => Some((C::About, 3)),
        (_, ("more" | "greater" | "higher" | "longer" | "better", "than"), _) => Some((C::More, 2)),
        (_, ("less" | "fewer" | "lower" | "smaller", "than"), _) => Some((C::Less, 2)),
        (_, ("at", "least"), _) => Some((C::AtLeast, 2)),
        (_, ("at", "most"), _) => Some((C::AtMost, 2)),
        (_, ("up", "to"), _) => Some((C::AtMost, 2)),
        (_, ("upwards", "of"), _) => Some((C::More, 2)),
        (_, ("close" | "closer", "to"), _) => Some((C::About, 2)),
        (_, ("an", "estimated"), _) => Some((C::About, 2)),
        (
            _,
            _,
            "about" | "around" | "approximately" | "roughly" | "nearly" | "almost" | "estimated"
            | "circa" | "some" | "about.",
        ) => Some((C::About, 1)),
        (_, _, "over" | "above" | "exceeding") if counts(document, number) => Some((C::More, 1)),
        (_, _, "under" | "below") if counts(document, number) => Some((C::Less, 1)),
        (_, _, "within") if number.measure == Measure::Distance => Some((C::AtMost, 1)),
        _ => None,
    };
    let Some((comparator, words)) = found else {
        return;
    };
    if number.none {
        return;
    }
    match number.comparator {
        C::Range => {}
        C::Vague => {
            if words == 1 && matches!(one.as_str(), "some" | "about" | "around") {
                return;
            }
        }
        _ => number.comparator = comparator,
    }
    if number.comparator != C::Range || !matches!(one.as_str(), "over" | "under") {
        number.tokens.start = at - words;
    }
    // "for more than", "a number of": what stands before belongs to the sentence.
}

/// Whether "over" and "under" before this number compare: not before a stretch of time ("over two years" is a time).
fn counts(_document: &Document, number: &Number) -> bool {
    number.measure != Measure::Duration
}
