//! Amounts: counts, quantities with units, money, shares, durations, with their comparators and ranges.

use super::numeral::{self, Numeral, Suffix};
use super::words::Words;
use crate::document::{Dep, Pos, Tag};
use crate::entity::mention::noun;
use crate::lexicon::{
    COMPARATORS, CURRENCIES, EVENT_NOUNS, EVENT_VERBS, NOUNS, NUMBER_WORDS, UNITS,
};
use crate::report::{Comparator, EntityType, Value, ValueKind};

/// An amount in the text.
pub(super) struct Amount {
    /// First token, comparator included.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
    /// Its type as an entity.
    pub kind: EntityType,
    /// What it is worth.
    pub value: Value,
}

/// A number or range with currency sign in front, before its unit is known.
struct Core {
    start: usize,
    end: usize,
    value: Option<f64>,
    max: Option<f64>,
    currency: Option<&'static str>,
    /// A unit written onto the number.
    measure: Option<&'static str>,
    fraction: bool,
    suffix: Suffix,
}

impl Core {
    fn new(start: usize, end: usize, value: f64) -> Self {
        Self {
            start,
            end,
            value: Some(value),
            max: None,
            currency: None,
            measure: None,
            fraction: false,
            suffix: Suffix::None,
        }
    }
}

/// Whether the word is a currency sign ("$", "C$", "£").
pub(super) fn is_sign(word: &str) -> bool {
    !word.is_empty()
        && !word.starts_with(|c: char| c.is_ascii_digit())
        && word.ends_with(|c: char| "$£€¥₹₽₩₺₪₦₴₱₫".contains(c))
}

/// The amount whose number (or currency sign) stands at token `i`; its comparator may reach back to `floor`.
pub(super) fn read(words: &Words, i: usize, floor: usize) -> Option<Amount> {
    let mut core = read_core(words, i)?;
    let (mut unit, end) = read_unit(words, &core);
    let ranged = core.max.is_some();
    let mut comparator = match (ranged, core.suffix) {
        (true, _) => Comparator::Range,
        (_, Suffix::Plus) => Comparator::AtLeast,
        (_, Suffix::Odd) => Comparator::About,
        _ if core.value.is_none() => Comparator::Vague,
        _ => Comparator::Equal,
    };
    // "99 cents" are a part of a dollar.
    if matches!(unit, Unit::Money(_)) && is_hundredth(words.lower(end - 1)) {
        core.value = core.value.map(|value| value / 100.0);
        core.max = core.max.map(|max| max / 100.0);
    }
    let (mut start, mut end) = (core.start, end);
    // "magnitude 6.4", "a magnitude-6.4 quake"
    if let (Unit::None, Some(before)) = (&unit, magnitude_before(words, start, floor)) {
        (unit, start) = (Unit::Measure("magnitude"), before);
    }
    if let Some((op, back)) = comparator_before(words, start, floor, &unit) {
        start = back;
        if comparator == Comparator::Equal {
            comparator = op;
        }
    } else if ranged && words.before(start) == "between" && start > floor {
        start -= 1;
    }
    if let Some((op, after)) = comparator_after(words, end) {
        end = after;
        if comparator == Comparator::Equal {
            comparator = op;
        }
    }
    let (kind, of, unit) = match unit {
        Unit::Money(code) => (EntityType::Money, ValueKind::Money, code),
        Unit::Percent => (EntityType::Percent, ValueKind::Percent, "percent"),
        Unit::Measure(unit) => (EntityType::Quantity, ValueKind::Quantity, unit),
        Unit::Duration(unit, true) => (EntityType::Date, ValueKind::Duration, unit),
        Unit::Duration(unit, false) => (EntityType::Time, ValueKind::Duration, unit),
        Unit::None if core.fraction => (EntityType::Cardinal, ValueKind::Percent, "percent"),
        Unit::None => (EntityType::Cardinal, ValueKind::Count, ""),
    };
    let unit = match of {
        ValueKind::Count => counted(words, core.end, end),
        _ => (!unit.is_empty()).then(|| unit.to_owned()),
    };
    Some(Amount {
        start,
        end,
        kind,
        value: Value {
            value: core.value,
            max: core.max,
            comparator: Some(comparator),
            unit,
            ..Value::of(of)
        },
    })
}

/// Whether the word is a coin of which a hundred make one of its currency.
fn is_hundredth(word: &str) -> bool {
    matches!(word, "cent" | "cents" | "pence" | "penny" | "pennies")
}

/// Where "magnitude" stands right before the number at `start`.
fn magnitude_before(words: &Words, start: usize, floor: usize) -> Option<usize> {
    let back = if matches!(words.before(start), "-" | "of") {
        2
    } else {
        1
    };
    let at = start.checked_sub(back).filter(|&at| at >= floor)?;
    (words.lower(at) == "magnitude").then_some(at)
}

/// A number with its unit in one word: `45C` is a temperature, `50p` are pence, `HK$700` are dollars.
fn glued(words: &Words, i: usize) -> Option<Core> {
    words.document.tokens.get(i)?;
    let word = words.document.word(i);
    if let Some((sign, number)) = word.find('$').map(|at| word.split_at(at + 1))
        && !number.is_empty()
    {
        let code = CURRENCIES.get(&sign.to_lowercase())?;
        let by = numeral::scale(words.lower(i + 1)).filter(|&by| by >= 1e3);
        let end = i + 1 + usize::from(by.is_some());
        return Some(Core {
            currency: Some(code),
            ..Core::new(i, end, numeral::digits(number)? * by.unwrap_or(1.0))
        });
    }
    let (number, unit) = word.split_at(word.len() - word.chars().next_back()?.len_utf8());
    let core = Core::new(i, i + 1, numeral::digits(number)?);
    match unit {
        "C" | "F" => Some(Core {
            measure: Some(if unit == "C" { "°C" } else { "°F" }),
            ..core
        }),
        "p" => Some(Core {
            value: core.value.map(|pence| pence / 100.0),
            currency: Some("GBP"),
            ..core
        }),
        _ => None,
    }
}

/// "more than *a dollar*", "about *a mile*": one, where a comparator says that it is an amount.
fn single(words: &Words, i: usize) -> Option<Core> {
    let compared = matches!(
        words.before(i),
        "than" | "least" | "about" | "almost" | "nearly" | "over" | "under" | "around"
    );
    let unit = words.lower(i + 1);
    let measure = UNITS
        .get(unit)
        .and_then(|line| line.split_once('\t'))
        .is_some_and(|(_, class)| !matches!(class, "time" | "span"));
    let money = CURRENCIES.contains(unit) || unit == "pound";
    let fits = compared && matches!(words.lower(i), "a" | "an") && words.tag(i + 1) == Tag::Nn;
    (fits && unit.len() > 2 && (measure || money)).then(|| Core::new(i, i + 1, 1.0))
}

fn read_core(words: &Words, i: usize) -> Option<Core> {
    if let Some(core) = glued(words, i).or_else(|| single(words, i)) {
        return Some(core);
    }
    let (currency, at) = match sign_at(words, i) {
        Some(code) => (Some(code), i + 1),
        None => (None, i),
    };
    let first = numeral::read(words, at)?;
    let mut core = Core {
        start: i,
        end: first.end,
        value: first.value,
        max: first.max,
        currency,
        measure: None,
        fraction: first.fraction,
        suffix: first.suffix,
    };
    if let Some((second, end)) = second_of_range(words, &first, i) {
        let low = match (first.value, second.value) {
            // "5 to 10 million": the scale belongs to both.
            (Some(low), Some(high))
                if second.scaled && !first.scaled && low < 1e3 && low < high =>
            {
                let by = [1e12, 1e9, 1e6, 1e3, 1e2]
                    .into_iter()
                    .find(|&by| high >= by)
                    .unwrap_or(1.0);
                Some(low * by)
            }
            (low, _) => low,
        };
        if let (Some(low), Some(high)) = (low, second.value)
            && low < high
        {
            (core.value, core.max, core.end) = (Some(low), Some(high), end);
        }
    }
    Some(core)
}

/// The ISO code of the currency sign or code at `i`.
fn sign_at(words: &Words, i: usize) -> Option<&'static str> {
    let word = words.lower(i);
    let code = word.len() == 3
        && words
            .document
            .word(i)
            .bytes()
            .all(|b| b.is_ascii_uppercase());
    if !is_sign(word) && !code && !matches!(word, "rs" | "rs.") {
        return None;
    }
    CURRENCIES.get(word).or(is_sign(word).then_some(""))
}

/// "20 to 30", "15-20", "two or three", "between 20 and 30".
fn second_of_range(words: &Words, first: &Numeral, start: usize) -> Option<(Numeral, usize)> {
    // "5% to 10%", "$5m-$10m": the unit may stand on both.
    let at = first.end + usize::from(words.lower(first.end) == "%");
    let joint = words.lower(at);
    let between = words.before(start) == "between";
    let fits = match joint {
        "to" if words.before(start) == "from" && is_change(words, start) => false,
        // "sentenced to 10 to 15 years", but "5 to 10 to 15"
        "to" => {
            let before = start.checked_sub(2).map_or(Tag::Space, |i| words.tag(i));
            words.before(start) != "to" || before != Tag::Cd
        }
        "-" => true,
        "and" => between,
        "or" => !first.scaled,
        _ => false,
    };
    if !fits || first.value.is_none() || first.fraction {
        return None;
    }
    let at = at + 1;
    let second = numeral::read(words, at + usize::from(sign_at(words, at).is_some()))?;
    // Two words joined by a hyphen are a range only if both are digits ("15-20", not "one-two").
    if joint == "-" && !(first.digits && (second.digits || second.scaled)) {
        return None;
    }
    if joint == "or"
        && second
            .value
            .zip(first.value)
            .is_some_and(|(high, low)| high - low > low.max(10.0))
    {
        return None;
    }
    let end = second.end;
    second.value.is_some().then_some((second, end))
}

/// "rose from 20 to 30": two numbers, not a range.
fn is_change(words: &Words, start: usize) -> bool {
    let document = words.document;
    let changes = |word: &str, table: &crate::lexicon::Table| {
        let kinds = table.get(word);
        kinds.is_some_and(|kinds| kinds.contains("econ.change"))
    };
    let mut above = document.ancestors(start).take(6);
    above.any(|up| {
        let lemma = document.lemma(up);
        changes(lemma, &EVENT_VERBS) || changes(lemma, &EVENT_NOUNS)
    })
}

enum Unit {
    None,
    Money(&'static str),
    Percent,
    Measure(&'static str),
    Duration(&'static str, bool),
}

fn read_unit(words: &Words, core: &Core) -> (Unit, usize) {
    let end = core.end;
    if let Some(code) = core.currency {
        let sign = is_sign(words.lower(end));
        let after = !sign && CURRENCIES.contains(words.lower(end));
        return (Unit::Money(code), end + usize::from(after));
    }
    if let Some(unit) = core.measure {
        return (Unit::Measure(unit), end);
    }
    if let Some(unit) = sign_after(words, end) {
        return unit;
    }
    // "millions of dollars", "a 12-hour siege", "500 square miles", "a two-week truce".
    let of = core.value.is_none() && words.lower(end) == "of";
    let hyphen = words.lower(end) == "-";
    let at = if of || hyphen { end + 1 } else { end };
    if let Some(unit) = (1..=3).rev().find_map(|length| {
        let phrase = join(words, at, length);
        if let Some(code) = CURRENCIES.get(&phrase).filter(|_| !is_sign(&phrase)) {
            return Some((Unit::Money(code), at + length));
        }
        let unit = measured(words, core, &phrase, at, at + length)?;
        Some((unit, at + length))
    }) {
        return unit;
    }
    if matches!(words.lower(at), "pounds" | "pound") {
        let mass = words.lower(at + 1) == "of" || hyphen || is_weight(words, core.start, at);
        let unit = match mass {
            true => Unit::Measure("lb"),
            false => Unit::Money("GBP"),
        };
        return (unit, at + 1);
    }
    (Unit::None, end)
}

/// "%", "per cent", "km/h": units that are no single words.
fn sign_after(words: &Words, end: usize) -> Option<(Unit, usize)> {
    let next = words.lower(end + 1);
    let hour = || matches!(words.lower(end + 2), "h" | "h." | "hr");
    Some(match words.lower(end) {
        "%" | "percent" | "pc" | "pct" => (Unit::Percent, end + 1),
        "g" if words.touches(end) => (Unit::Measure("g"), end + 1),
        "km" if next == "/" && hour() => (Unit::Measure("km/h"), end + 3),
        "percentage" if next.starts_with("point") => (Unit::Percent, end + 2),
        "per" if next == "cent" => (Unit::Percent, end + 2),
        _ => return None,
    })
}

/// The unit of measure that the words from `at` to `next` are after this number.
fn measured(words: &Words, core: &Core, phrase: &str, at: usize, next: usize) -> Option<Unit> {
    let (unit, measures) = UNITS.get(phrase)?.split_once('\t')?;
    let hyphen = words.lower(core.end) == "-";
    // "5 M", "10 A": a letter that stands for something else; "5 MW" is power.
    let known = matches!(measures, "power" | "data" | "frequency");
    if phrase.len() <= 2 && words.capital(at) && !known || core.fraction && !hyphen {
        return None;
    }
    // "two barrel bombs": a thing, not a measure.
    let thing = !hyphen && core.value != Some(1.0);
    if thing && words.tag(next - 1) == Tag::Nn && words.plural_noun(next) {
        return None;
    }
    match measures {
        "time" | "span" if phrase == "second" && !hyphen => None,
        "time" => Some(Unit::Duration(unit, false)),
        "span" => Some(Unit::Duration(unit, true)),
        _ => Some(Unit::Measure(unit)),
    }
}

/// Whether pounds weigh here rather than buy: a word of weight stands with them, or the article pays in dollars only.
fn is_weight(words: &Words, start: usize, at: usize) -> bool {
    if matches!(words.lower(at + 1), "heavier" | "lighter" | "overweight") {
        return true;
    }
    let document = words.document;
    let mut verbs = document.ancestors(start).take(4);
    verbs.any(|up| {
        matches!(
            document.lemma(up),
            "weigh" | "weight" | "lift" | "gain" | "shed" | "carry"
        )
    }) || words.in_dollars
}

fn join(words: &Words, at: usize, length: usize) -> String {
    let mut phrase = String::new();
    for i in at..at + length {
        if i > at {
            phrase.push(' ');
        }
        phrase.push_str(words.lower(i));
    }
    // "approx.", "light-years": cut by the tokenizer, one word here.
    if phrase.contains([' ', '.', '-']) {
        phrase = phrase.replace(" - ", "-").replace(" .", ".");
    }
    phrase
}

/// The comparator phrase that ends right before `at`, and where it starts.
fn comparator_before(
    words: &Words,
    at: usize,
    floor: usize,
    unit: &Unit,
) -> Option<(Comparator, usize)> {
    let at = if matches!(words.before(at), "the" | "a" | "an")
        && at > floor + 1
        && COMPARATORS.contains(words.lower(at - 2))
    {
        return None;
    } else {
        at
    };
    for length in (1..=4).rev() {
        let Some(start) = at.checked_sub(length).filter(|&start| start >= floor) else {
            continue;
        };
        let phrase = join(words, start, length);
        if phrase == "within" {
            return matches!(unit, Unit::Measure(_) | Unit::Duration(..))
                .then_some((Comparator::AtMost, start));
        }
        let Some(op) = COMPARATORS.get(&phrase) else {
            continue;
        };
        if !fits(words, &phrase, start, unit) {
            return None;
        }
        return match op.strip_prefix("verb ") {
            Some(op) => verb(words, start, Comparator::from_name(op)?),
            None => Some((Comparator::from_name(op)?, start)),
        };
    }
    None
}

/// "the losses *exceeded* 500": the verb compares and stays a verb; denied, it says the opposite.
fn verb(words: &Words, at: usize, op: Comparator) -> Option<(Comparator, usize)> {
    let document = words.document;
    let finite = matches!(
        words.tag(at),
        Tag::Vb | Tag::Vbd | Tag::Vbz | Tag::Vbp | Tag::Vbn
    );
    let denied = document
        .children(at)
        .any(|child| document.tokens[child].dep == Dep::Neg);
    let op = if denied && op == Comparator::More {
        Comparator::AtMost
    } else {
        op
    };
    finite.then_some((op, at + 1))
}

/// Whether the words before a number compare, or mean something else here.
fn fits(words: &Words, phrase: &str, start: usize, unit: &Unit) -> bool {
    let before = words.before(start);
    match phrase {
        // "over three days": time, not more than.
        "over" => {
            !matches!(unit, Unit::Duration(..)) || matches!(before, "for" | "of" | "after" | "just")
        }
        // "talked about 20 men"
        "about" => !start.checked_sub(1).is_some_and(|i| {
            matches!(
                words.document.lemma(i),
                "talk"
                    | "speak"
                    | "know"
                    | "think"
                    | "worry"
                    | "ask"
                    | "complain"
                    | "hear"
                    | "learn"
                    | "tell"
                    | "story"
                    | "concern"
                    | "information"
            )
        }),
        "near" => false,
        "beyond" | "under" | "below" | "above" => !matches!(before, "go" | "from"),
        _ => true,
    }
}

/// "or more", "or so" after an amount.
fn comparator_after(words: &Words, at: usize) -> Option<(Comparator, usize)> {
    const AFTER: [(&str, Comparator); 7] = [
        ("or more", Comparator::AtLeast),
        ("or so", Comparator::About),
        ("or less", Comparator::AtMost),
        ("or fewer", Comparator::AtMost),
        ("or thereabouts", Comparator::About),
        ("at least", Comparator::AtLeast),
        ("at most", Comparator::AtMost),
    ];
    AFTER.iter().find_map(|&(phrase, op)| {
        let end = at + words.spells(at, phrase)?;
        // "or more recently", "at least one"
        let open = !matches!(words.tag(end), Tag::Rb | Tag::Cd) || phrase == "or so";
        open.then_some((op, end))
    })
}

/// What a bare number counts, in the singular: `person`, `round`, `village`; read from the noun after it.
fn counted(words: &Words, number_end: usize, end: usize) -> Option<String> {
    let document = words.document;
    let number = number_end.checked_sub(1)?;
    let token = document.tokens.get(number)?;
    let mut head = None;
    if token.dep == Dep::Nummod && token.head >= end && document.tokens[token.head].pos != Pos::Num
    {
        head = Some(token.head);
    }
    if head.is_none() {
        let of = words.lower(end) == "of" || words.lower(end) == "-";
        let mut i = if of { end + 1 } else { end };
        let sentence = &document.sentences[document.sentence_of(number)];
        let stop = sentence.end.min(i + 6);
        let mut first = None;
        while i < stop && modifies(words, i) {
            if words.noun(i) {
                first = first.or(Some(i));
                head = Some(i);
            }
            i += 1;
        }
        // "a 60-plus nation coalition": nations, not coalitions.
        let singular = |i: usize| words.tag(i) == Tag::Nn;
        if head.is_some_and(singular) && first.is_some_and(singular) {
            head = first;
        }
    }
    let Some(head) = head else {
        return is_people(words.lower(end)).then(|| "person".to_owned());
    };
    let word = noun(document, head);
    // "will be 80 next Tuesday"
    if super::is_calendar_word(&word) {
        return None;
    }
    let person = is_people(&word)
        || is_people(words.lower(head))
        || words.lower(end) == "-" && words.lower(end + 1) == "strong"
        || (words.tag(head) == Tag::Nnps && words.capital(head));
    Some(if person { "person".into() } else { word })
}

/// Whether the word means people: a noun for a person, or what befell people.
pub(super) fn is_people(word: &str) -> bool {
    NOUNS.get(word) == Some("person") || NUMBER_WORDS.get(word) == Some("people")
}

/// Whether the token may stand between a number and the noun that it counts, or be that noun.
fn modifies(words: &Words, i: usize) -> bool {
    words.document.tokens.get(i).is_some_and(|token| {
        matches!(token.pos, Pos::Noun | Pos::Propn | Pos::Adj)
            || matches!(token.tag, Tag::Hyph | Tag::Vbn | Tag::Vbg | Tag::Jj)
                && token.dep != Dep::Acl
    })
}
