//! People, groups, places and buildings without a name, from the parse: "pro-regime forces", "a U.S. military official",
//! "the headquarters". Never a pronoun.

use super::mention::{Found, noun, plural};
use crate::document::{Dep, Document, Pos, Tag};
use crate::lexicon::{NOUNS, TITLES};
use crate::report::{EntityType, Level};

/// The descriptions in a document, in order of their heads. Tokens of `names` and `equipment` are left alone.
pub(super) fn find(document: &Document, names: &[Found], equipment: &[Found]) -> Vec<Found> {
    let mut taken = vec![false; document.len()];
    for found in names.iter().chain(equipment) {
        taken[found.tokens.clone()].fill(true);
    }
    (0..document.len())
        .filter(|&i| !taken[i])
        .filter_map(|i| describe(document, i))
        .collect()
}

fn describe(document: &Document, head: usize) -> Option<Found> {
    let token = &document.tokens[head];
    if !matches!(token.pos, Pos::Noun | Pos::Propn)
        || matches!(
            token.dep,
            Dep::Compound | Dep::Amod | Dep::Nmod | Dep::Npadvmod
        )
    {
        return None;
    }
    let word = noun(document, head);
    let capital = document.word(head).starts_with(char::is_uppercase);
    let office = capital && TITLES.get(&document.lower(head)) == Some("office");
    let listed = if capital && token.pos == Pos::Propn {
        NOUNS.listed(&word)
    } else {
        NOUNS.get(&word)
    };
    let think_tank = word == "tank"
        && document
            .children_by(head, Dep::Compound)
            .any(|child| document.lower(child) == "think");
    let class = listed
        .or(office.then_some("person"))
        .or(think_tank.then_some("group"))?;
    let many = plural(document, head);
    let kind = match class {
        "person" if many => EntityType::Org,
        "person" => EntityType::Person,
        // "a group of buildings": what the group is made of.
        "group" => made_of(document, head).unwrap_or(EntityType::Org),
        // States that act together: "donor countries", "both nations".
        "place" if many && matches!(word.as_str(), "country" | "nation") => EntityType::Org,
        "place" => EntityType::Loc,
        "document" => EntityType::WorkOfArt,
        _ => EntityType::Fac,
    };
    // "No coalition or U.S. personnel": the coalition is no one here.
    let modifies = !many
        && is_none(document, head)
        && (document.children_by(head, Dep::Conj))
            .any(|other| NOUNS.contains(&noun(document, other)) && plural(document, other));
    if modifies {
        return None;
    }
    let start = left_edge(document, head);
    let end = designate(document, right_edge(document, head, office));
    let bare = start == head;
    let apposed = matches!(token.dep, Dep::Appos) && end > head + 1;
    if bare && !many && !capital && !apposed {
        return None;
    }
    // "The Foreign Secretary", "the Coalition": with a capital inside a sentence it is as good as a name.
    let sentence =
        (document.sentences.get(document.sentence_of(head))).map_or(0, |sentence| sentence.start);
    let written = |i: usize| document.word(i).starts_with(char::is_uppercase);
    let pronoun = document.tokens[start].tag == Tag::PrpPoss && head == start + 1;
    let opening = start + usize::from(matches!(document.tokens[start].tag, Tag::Dt));
    let alone = class == "group"
        && token.pos == Pos::Propn
        && !title(document, head)
        && head > sentence
        && (pronoun || (opening..head).all(written))
        && (head > opening || opening > start);
    let start = if alone && pronoun { head } else { start };
    let level = if capital && (office || alone) && !many {
        Level::Named
    } else {
        Level::Nominal
    };
    let mut mention = Found::new(document, start..end, kind, level);
    mention.head = head;
    Some(mention)
}

/// Whether the token stands in the headline.
fn title(document: &Document, i: usize) -> bool {
    document
        .title
        .is_some_and(|title| title.contains(document.tokens[i].span))
}

/// "Prime Minister-*designate*".
fn designate(document: &Document, end: usize) -> usize {
    let named = end + 1 < document.len()
        && document.word(end) == "-"
        && matches!(document.word(end + 1), "designate" | "elect");
    if named { end + 2 } else { end }
}

/// What "a group of X", "a team of X" consists of, where that is no people.
fn made_of(document: &Document, head: usize) -> Option<EntityType> {
    let of = document
        .children_by(head, Dep::Prep)
        .find(|&child| document.lower(child) == "of")?;
    let object = document.child(of, Dep::Pobj)?;
    match NOUNS.get(&noun(document, object)) {
        Some("facility") => Some(EntityType::Fac),
        Some("place") => Some(EntityType::Loc),
        _ => None,
    }
}

/// Whether a token is a picture or a part of one: "🇨🇭", "👩‍👩‍👧". Dashes join words.
fn pictured(word: &str) -> bool {
    let symbol = |c: char| !c.is_ascii() && !c.is_alphanumeric();
    word.chars()
        .all(|c| symbol(c) && !('\u{2010}'..='\u{2015}').contains(&c))
}

/// The first token of the noun phrase, its count left out: "pro-regime forces" in "more than 100 pro-regime forces".
pub(super) fn left_edge(document: &Document, head: usize) -> usize {
    let mut start = head;
    let mut before_number = None;
    for child in document.children(head).rev().filter(|&child| child < head) {
        let token = &document.tokens[child];
        let part = matches!(
            token.dep,
            Dep::Det
                | Dep::Amod
                | Dep::Compound
                | Dep::Poss
                | Dep::Nmod
                | Dep::Advmod
                | Dep::Punct
                | Dep::Nummod
        );
        let tree = document.subtree(child);
        // "no" says that there are none, not who.
        let none = matches!(document.lower(child).as_str(), "no" | "neither");
        // "a machine gun and armored vehicles": with an article of its own the first is another thing.
        let other = token.dep != Dep::Poss
            && token.pos == Pos::Noun
            && tree.clone().any(|i| document.tokens[i].dep == Dep::Det);
        if !part
            || none
            || other
            || pictured(document.word(child))
            || matches!(token.tag, Tag::OpenQuote | Tag::LeftBracket | Tag::Wdt)
            || tree.end > start
            || start - tree.start > 12
        {
            break;
        }
        if token.tag == Tag::Comma {
            // "local, legitimate forces", but not what stands before a list.
            let adjective = child.checked_sub(1).is_some_and(|i| {
                document.tokens[i].dep == Dep::Amod && document.tokens[i].head == head
            });
            if !adjective {
                break;
            }
            continue;
        }
        if token.dep == Dep::Nummod
            || token.dep == Dep::Amod
                && matches!(
                    document.lower(child).as_str(),
                    "many" | "several" | "numerous" | "multiple" | "few"
                )
        {
            before_number = Some(start);
        }
        // "Kyiv – Ukraine's air force": a dateline is no part.
        let dash = |i: &usize| {
            matches!(document.word(*i), "–" | "—" | "―" | "--")
                || document.tokens[*i].pos == Pos::Space
        };
        start = tree
            .clone()
            .rev()
            .find(dash)
            .map_or(tree.start, |dash| dash + 1);
        if start > tree.start {
            break;
        }
    }
    let start = coordinated_modifier(document, head, led_by(document, start));
    // "the two leaders", "its 14 members" keep their number; "two leaders" do not.
    match before_number {
        Some(after) => {
            let led = matches!(document.tokens[start].tag, Tag::Dt | Tag::PrpPoss)
                || document.tokens[start].dep == Dep::Poss;
            if led && !matches!(document.lower(start).as_str(), "a" | "some" | "any") {
                start
            } else {
                after
            }
        }
        None => start,
    }
}

/// "No *coalition or* U.S. personnel": the first of two modifiers, which the parser takes for a noun of its own.
fn coordinated_modifier(document: &Document, head: usize, start: usize) -> usize {
    let Some((first, joint)) = start.checked_sub(2).zip(start.checked_sub(1)) else {
        return start;
    };
    let joined = matches!(document.word(joint), "or" | "nor")
        && document.tokens[head].dep == Dep::Conj
        && document.tokens[head].head == first;
    if joined && is_none(document, first) {
        first
    } else {
        start
    }
}

/// Whether the noun stands right after "no" or "neither".
fn is_none(document: &Document, noun: usize) -> bool {
    let before = noun.checked_sub(1);
    before.is_some_and(|i| {
        matches!(document.lower(i).as_str(), "no" | "neither") && document.tokens[i].head == noun
    })
}

/// "the U.S. *led* coalition", "a Saudi *backed* group": the parser takes the participle for the verb.
fn led_by(document: &Document, start: usize) -> usize {
    let Some((side, verb)) = start.checked_sub(2).zip(start.checked_sub(1)) else {
        return start;
    };
    let participle = matches!(
        document.word(verb),
        "led"
            | "backed"
            | "brokered"
            | "sponsored"
            | "controlled"
            | "held"
            | "run"
            | "allied"
            | "funded"
    );
    let name = matches!(document.tokens[side].pos, Pos::Propn | Pos::Adj)
        && document.word(side).starts_with(char::is_uppercase);
    if !participle || !name || !document.tokens[side].space_after {
        return start;
    }
    match side.checked_sub(1) {
        Some(article) if document.tokens[article].tag == Tag::Dt => article,
        _ => start,
    }
}

/// One past the noun phrase: with "of" and what hangs on it ("Minister for Europe"), without relative clauses.
fn right_edge(document: &Document, head: usize, office: bool) -> usize {
    let next = document.children_by(head, Dep::Prep).find(|&child| {
        child == head + 1
            && (document.lower(child) == "of" || (office && document.lower(child) == "for"))
    });
    match next {
        Some(of)
            if !document
                .children(of)
                .any(|object| clause_below(document, object)) =>
        {
            document.subtree(of).end
        }
        _ => head + 1,
    }
}

fn clause_below(document: &Document, i: usize) -> bool {
    let tree = document.subtree(i);
    tree.len() > 8
        || tree.into_iter().any(|t| {
            matches!(document.tokens[t].dep, Dep::Relcl | Dep::Acl | Dep::Appos)
                || document.tokens[t].pos == Pos::Space
        })
}
