//! Whether two mentions can be one event.

use crate::document::{Dep, Pos, Tag};
use crate::report::{Certainty, Comparator, EntityType, FactType, Modality, Role};

use super::super::draft::Draft;
use super::super::reading::Reading;
use super::super::roles::Filler;
use super::super::time;
use super::super::trigger::Shape;

/// How two mentions agree in a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agreement {
    /// The same one takes part in both.
    Same,
    /// One of them does not say, or it cannot be told.
    Open,
    /// Others take part.
    Different,
}

/// Whether draft `new` is another mention of the event of `group`.
pub fn same_event(reading: &Reading, drafts: &[Draft], group: &[usize], new: usize) -> bool {
    let mention = &drafts[new];
    let total = is_total(reading, mention);
    let mut named = false;
    for &old in group.iter().take(8) {
        let earlier = &drafts[old];
        // Once the body tells the event, the headline has no say in which later mentions are the same.
        if group.len() > 1 && reading.in_title(earlier.trigger.word) {
            continue;
        }
        if earlier.stance.polarity != mention.stance.polarity
            || !same_modality(earlier.stance.modality, mention.stance.modality)
            || takes_back(earlier, mention)
            || earlier.trigger.kind != mention.trigger.kind
        {
            return false;
        }
        let agreement =
            [Role::Agent, Role::Patient].map(|role| agree(reading, earlier, mention, role));
        let other = agree(reading, earlier, mention, Role::Recipient);
        if other == Agreement::Different
            || takes_part(earlier, mention)
            || takes_part(mention, earlier)
        {
            return false;
        }
        // A headline may name another agent for the same deed ("U.S. Military" for the coalition it leads).
        let metonymy = agreement[1] == Agreement::Same
            && reading.in_title(earlier.trigger.word)
            && reading.document.paragraph_of(mention.trigger.word) <= 2
            && family(reading, earlier, mention);
        if (agreement.contains(&Agreement::Different) && !metonymy)
            || times_differ(reading, earlier, mention)
            || is_total(reading, earlier) != total
            || places_differ(reading, earlier, mention)
        {
            return false;
        }
        let same = agreement.iter().filter(|&&a| a == Agreement::Same).count();
        let undergone = agreement[1] == Agreement::Same;
        named |= is_same(reading, earlier, mention, same, undergone);
    }
    named
}

/// Whether one event takes part in the other: "the accident was caused by the collapse".
fn takes_part(event: &Draft, other: &Draft) -> bool {
    other
        .fillers
        .iter()
        .any(|f| f.head == event.trigger.word && f.head != other.trigger.word)
}

/// What has happened and what is to happen are two events; the rest differ in how they are told.
fn same_modality(a: Modality, b: Modality) -> bool {
    let plain = |m| matches!(m, Modality::Actual | Modality::Generic);
    a == b || (plain(a) && plain(b))
}

/// Whether one source tells the one for certain and leaves the other open: "scored a second goal", "could have scored two".
fn takes_back(a: &Draft, b: &Draft) -> bool {
    let open = |d: &Draft| {
        matches!(
            d.stance.certainty,
            Certainty::Possible | Certainty::Unknown | Certainty::Counterfactual
        )
    };
    let certain = |d: &Draft| d.stance.certainty == Certainty::Certain;
    a.statement == b.statement && (certain(a) && open(b) || open(a) && certain(b))
}

/// Whether nothing but the wording differs: participants agree and the words are of one family, or one is definite, or one is the headline.
fn is_same(
    reading: &Reading,
    earlier: &Draft,
    mention: &Draft,
    same: usize,
    undergone: bool,
) -> bool {
    let kind = mention.trigger.kind;
    if matches!(kind, FactType::Be) {
        return false;
    }
    let family = family(reading, earlier, mention);
    let headline = reading.in_title(earlier.trigger.word)
        && reading.document.paragraph_of(mention.trigger.word) <= 3;
    let definite =
        mention.trigger.shape != Shape::Verb && is_definite(reading, mention.trigger.word);
    let once = matches!(
        kind,
        FactType::Die
            | FactType::Injure
            | FactType::Disaster
            | FactType::Arrest
            | FactType::Rule
            | FactType::Office
            | FactType::Vote
            | FactType::Agree
    );
    let word = reading.lemma(earlier.trigger.word) == reading.lemma(mention.trigger.word);
    (undergone && word)
        || (word && same >= 1 && !earlier.counts.is_empty() && !mention.counts.is_empty())
        || (same >= 2 && (family || headline || once))
        || (same >= 1 && (family && (once || headline || definite) || headline && once))
        || (same == 1 && definite && bare(earlier, mention))
        || (family && definite && bare(earlier, mention))
        || (headline && family && bare(earlier, mention))
}

/// Whether at least one of two mentions names no one, so that nothing speaks against one event.
fn bare(a: &Draft, b: &Draft) -> bool {
    let empty = |d: &Draft| {
        !d.fillers
            .iter()
            .any(|f| matches!(f.role, Role::Agent | Role::Patient) && f.head != d.trigger.word)
    };
    empty(a) || empty(b)
}

/// Whether the trigger words are of one family: the same word, or words for dying, for falling, for air strikes.
fn family(reading: &Reading, a: &Draft, b: &Draft) -> bool {
    let (x, y) = (reading.lemma(a.trigger.word), reading.lemma(b.trigger.word));
    let stem = |w: &str| w.chars().take(5).collect::<String>();
    if x == y || (x.len() >= 4 && y.len() >= 4 && stem(&x) == stem(&y)) {
        return true;
    }
    let die = |w: &str| {
        matches!(
            w,
            "kill"
                | "die"
                | "death"
                | "dead"
                | "killing"
                | "toll"
                | "fatality"
                | "casualty"
                | "murder"
                | "slay"
        )
    };
    let fall = |w: &str| matches!(w, "collapse" | "fall" | "accident" | "crash" | "disaster");
    let strike = |w: &str| {
        matches!(
            w,
            "strike" | "airstrike" | "bombing" | "bomb" | "shelling" | "raid" | "bombardment"
        )
    };
    [die as fn(&str) -> bool, fall, strike]
        .iter()
        .any(|f| f(&x) && f(&y))
}

/// Whether the noun at `i` is definite: "the attack", "this action", "their strikes".
pub fn is_definite(reading: &Reading, i: usize) -> bool {
    reading.children(i).any(|c| {
        c < i
            && reading.dep(c) == Dep::Det
            && matches!(
                reading.document.lower(c).as_str(),
                "the" | "this" | "these" | "that" | "those"
            )
    })
}

/// How two mentions agree in a role: every one of the mention with fewer must be in the other.
fn agree(reading: &Reading, a: &Draft, b: &Draft, role: Role) -> Agreement {
    let of = |d: &Draft| -> Vec<Filler> {
        d.fillers
            .iter()
            .filter(|f| f.role == role && f.head != d.trigger.word)
            .cloned()
            .collect()
    };
    let (left, right) = (of(a), of(b));
    if left.is_empty() || right.is_empty() {
        return Agreement::Open;
    }
    let (few, many) = if left.len() <= right.len() {
        (&left, &right)
    } else {
        (&right, &left)
    };
    let mut open = false;
    for filler in few {
        let mut best = Agreement::Different;
        for other in many {
            match compare(reading, filler, other) {
                Agreement::Same => best = Agreement::Same,
                Agreement::Open if best == Agreement::Different => best = Agreement::Open,
                _ => {}
            }
        }
        match best {
            Agreement::Different => return Agreement::Different,
            Agreement::Open => open = true,
            Agreement::Same => {}
        }
    }
    if open {
        Agreement::Open
    } else {
        Agreement::Same
    }
}

/// Whether two fillers are the same participant.
pub fn same_filler(reading: &Reading, a: &Filler, b: &Filler) -> bool {
    compare(reading, a, b) == Agreement::Same
}

fn compare(reading: &Reading, a: &Filler, b: &Filler) -> Agreement {
    if a.head == b.head {
        return Agreement::Same;
    }
    if let (Some(x), Some(y)) = (reading.entity(a.head), reading.entity(b.head)) {
        if x == y {
            return if numbers_differ(reading, a, b) {
                Agreement::Different
            } else {
                Agreement::Same
            };
        }
        // Descriptions may go apart and still mean the same ("12 people", "20 people"); names may not.
        if reading.is_named(a.head) && reading.is_named(b.head) {
            return Agreement::Different;
        }
    }
    if reading.pos(a.head) == Pos::Pron || reading.pos(b.head) == Pos::Pron {
        return Agreement::Open;
    }
    // A bare number stands for whoever it counts.
    if reading.tag(a.head) == Tag::Cd || reading.tag(b.head) == Tag::Cd {
        return if numbers_differ(reading, a, b) {
            Agreement::Different
        } else if numbers_equal(reading, a, b) {
            Agreement::Same
        } else {
            Agreement::Open
        };
    }
    if reading.lemma(a.head) == reading.lemma(b.head) {
        if numbers_differ(reading, a, b) || opens_another(reading, a, b) {
            return Agreement::Different;
        }
        let (p, q) = (modifiers(reading, a), modifiers(reading, b));
        let subset = p.iter().all(|m| q.contains(m)) || q.iter().all(|m| p.contains(m));
        return if subset {
            Agreement::Same
        } else {
            Agreement::Different
        };
    }
    let people = |i: usize| reading.is_class(i, "person");
    if people(a.head) && people(b.head) && numbers_equal(reading, a, b) {
        return Agreement::Same;
    }
    Agreement::Different
}

/// "At least 14 *have been* kidnapped *this year*": a sum of such events, not one of them.
fn is_total(reading: &Reading, draft: &Draft) -> bool {
    let perfect = draft.trigger.verb.is_some_and(|verb| {
        reading.children_by(verb, Dep::Aux).any(|aux| {
            matches!(reading.tag(aux), Tag::Vbp | Tag::Vbz) && reading.lemma(aux) == "have"
        })
    });
    let so_far = |filler: &Filler| {
        let mut words = (filler.tokens.clone().take(2)).map(|i| reading.document.lower(i));
        let second = |it: &str| matches!(it, "year" | "month" | "week" | "season");
        match words.next().as_deref() {
            Some("this") => words.next().is_some_and(|it| second(&it)),
            Some("so") => words.next().is_some_and(|it| it == "far"),
            _ => false,
        }
    };
    perfect
        && draft
            .fillers
            .iter()
            .any(|filler| filler.role == Role::Time && so_far(filler))
}

/// "The quake hit at noon … *a* quake hit the region in 1997": the text has told of one already, and this is another.
fn opens_another(reading: &Reading, a: &Filler, b: &Filler) -> bool {
    let (earlier, later) = if a.head < b.head { (a, b) } else { (b, a) };
    let indefinite = reading
        .children_by(later.head, Dep::Det)
        .any(|det| matches!(reading.document.lower(det).as_str(), "a" | "an" | "another"));
    indefinite
        && !reading.in_title(earlier.head)
        && reading.document.sentence_of(earlier.head) < reading.document.sentence_of(later.head)
}

/// The words before the head that tell it from others.
fn modifiers(reading: &Reading, filler: &Filler) -> Vec<String> {
    (filler.tokens.start..filler.head)
        .filter(|&i| {
            matches!(reading.pos(i), Pos::Adj | Pos::Noun | Pos::Propn)
                && reading.quantity(i).is_none()
        })
        .map(|i| reading.lemma(i))
        .collect()
}

fn value(reading: &Reading, filler: &Filler) -> Option<(f64, Comparator)> {
    filler
        .tokens
        .clone()
        .take(24)
        .find_map(|i| reading.quantity(i))
        .and_then(|n| Some((n.value?, n.comparator)))
}

/// Whether both are counted, and by numbers too far apart to be one count told twice.
fn numbers_differ(reading: &Reading, a: &Filler, b: &Filler) -> bool {
    match (value(reading, a), value(reading, b)) {
        (Some((x, _)), Some((y, _))) => {
            let (low, high) = if x < y { (x, y) } else { (y, x) };
            low <= 0.0 && high > 0.0 || high > low * 2.0
        }
        _ => false,
    }
}

fn numbers_equal(reading: &Reading, a: &Filler, b: &Filler) -> bool {
    matches!((value(reading, a), value(reading, b)), (Some((x, _)), Some((y, _))) if x == y)
}

fn times_differ(reading: &Reading, a: &Draft, b: &Draft) -> bool {
    let iso = |d: &Draft| {
        d.fillers
            .iter()
            .filter(|f| f.role == Role::Time)
            .find_map(|f| time::iso(reading, f.tokens.clone()))
    };
    match (iso(a), iso(b)) {
        (Some(x), Some(y)) => {
            !(x.starts_with(&y) || y.starts_with(&x) || x.ends_with(&y) || y.ends_with(&x))
        }
        _ => false,
    }
}

/// Whether both are placed in different named places of which neither is said to lie in the other.
fn places_differ(reading: &Reading, a: &Draft, b: &Draft) -> bool {
    let places = |d: &Draft| -> Vec<usize> {
        d.fillers
            .iter()
            .filter(|f| f.role == Role::Place)
            .flat_map(|f| f.tokens.clone().take(40))
            .filter(|&i| reading.kind(i) == Some(EntityType::Gpe))
            .filter_map(|i| reading.entity(i).map(|e| e.0))
            .collect()
    };
    let (x, y) = (places(a), places(b));
    !x.is_empty()
        && !y.is_empty()
        && !x.iter().any(|e| y.contains(e))
        && !reading.in_title(a.trigger.word)
}

/// Whether agent or patient is the same in both mentions and neither differs.
pub fn same_participants(reading: &Reading, a: &Draft, b: &Draft) -> bool {
    let agreement = [Role::Agent, Role::Patient].map(|role| agree(reading, a, b, role));
    agreement.contains(&Agreement::Same) && !agreement.contains(&Agreement::Different)
}
