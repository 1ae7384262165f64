//! Times and places without a preposition: "yesterday", "Dec. 10", "last week", "8 kilometers east of the line".

use crate::document::{Dep, Tag};
use crate::report::Role;

use super::super::place;
use super::super::reading::Reading;
use super::Filler;
use super::kind::is_time;

/// The roles of the adverbials of `verb`.
pub fn fill(reading: &Reading, verb: usize, fillers: &mut Vec<Filler>) {
    for child in reading.children(verb).collect::<Vec<_>>() {
        match reading.dep(child) {
            Dep::Npadvmod | Dep::Nmod | Dep::Dep | Dep::Appos if is_time(reading, child) => {
                time(reading, child, fillers)
            }
            Dep::Advmod
                if reading.document.lower(child) == "prior"
                    && reading.child(child, Dep::Prep).is_some() =>
            {
                time(reading, child, fillers);
            }
            Dep::Advmod if is_time_adverb(reading, child) => time(reading, child, fillers),
            Dep::Advmod | Dep::Npadvmod => {
                if let Some(mut tokens) = place::bearing_phrase(reading, child) {
                    // "… of Reno in Nevada": the container, where the parser hung it on the verb.
                    let container = reading
                        .children_by(verb, Dep::Prep)
                        .find(|&p| p == tokens.end && reading.document.lower(p) == "in")
                        .and_then(|p| reading.child(p, Dep::Pobj));
                    if let Some(noun) =
                        container.filter(|&noun| super::kind::is_place(reading, noun))
                    {
                        tokens.end = tokens.end.max(reading.phrase(noun).end);
                    }
                    fillers.push(Filler {
                        role: Role::Place,
                        head: child,
                        tokens,
                        via: "bearing",
                        inherited: false,
                    });
                }
            }
            // A time that the parser hung on the object: "the start of the operation, Dec. 10".
            Dep::Dobj | Dep::Pobj => {
                for inner in reading.children(child).collect::<Vec<_>>() {
                    if matches!(reading.dep(inner), Dep::Npadvmod | Dep::Appos)
                        && is_time(reading, inner)
                    {
                        time(reading, inner, fillers);
                    }
                }
            }
            _ => {}
        }
    }
}

fn time(reading: &Reading, head: usize, fillers: &mut Vec<Filler>) {
    fillers.push(Filler {
        role: Role::Time,
        head,
        tokens: reading.phrase(head),
        via: "adverbial",
        inherited: false,
    });
}

/// Whether the adverb at `i` says when.
fn is_time_adverb(reading: &Reading, i: usize) -> bool {
    if reading.tag(i) == Tag::Wrb {
        return false;
    }
    matches!(
        reading.document.lower(i).as_str(),
        "now"
            | "recently"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "tonight"
            | "currently"
            | "previously"
            | "earlier"
            | "later"
            | "soon"
            | "ago"
            | "annually"
            | "daily"
            | "weekly"
            | "monthly"
            | "overnight"
            | "formerly"
            | "immediately"
            | "presently"
            | "lately"
            | "nowadays"
    )
}
