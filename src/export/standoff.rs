//! brat's standoff annotation (`.ann`), beside the text as a `.txt`.

use std::collections::BTreeMap;

use super::words::Said;
use crate::report::{Certainty, EntityType, Polarity, Report, Role};
use crate::text::{Offsets, Span, Unit};

pub fn annotations(text: &str, report: &Report) -> String {
    let offsets = Offsets::new(text, Unit::Codepoint);
    let mut out = Standoff {
        said: Said { text, report },
        offsets,
        lines: String::new(),
        count: 0,
        things: BTreeMap::new(),
    };
    let mut attributes = 0;
    for entity in &report.entities {
        for mention in &entity.mentions {
            out.thing(mention.kind.unwrap_or(entity.kind).name(), mention.span);
        }
    }
    for (i, fact) in report.facts.iter().enumerate() {
        let kind = fact.kind.name().replace('.', "-");
        let mut event = format!("E{}\t{kind}:T{}", i + 1, out.thing(&kind, fact.trigger));
        let own: Vec<_> = (fact.roles.iter())
            .filter(|filler| !filler.inherited)
            .collect();
        for (j, filler) in own.iter().enumerate() {
            let before = own[..j].iter().filter(|other| other.role == filler.role);
            // A role that is filled again has a number: `agent`, `agent2`.
            let number = match before.count() {
                0 => String::new(),
                earlier => (earlier + 1).to_string(),
            };
            let thing = out.filler(filler.role, filler.span);
            event.push_str(&format!(" {}{number}:T{thing}", filler.role.name()));
        }
        out.lines.push_str(&event);
        out.lines.push('\n');
        let mut attribute = |text: String| {
            attributes += 1;
            out.lines.push_str(&format!("A{attributes}\t{text}\n"));
        };
        if fact.polarity == Polarity::Negated {
            attribute(format!("Negated E{}", i + 1));
        }
        if fact.certainty != Certainty::Certain {
            attribute(format!("Certainty E{} {}", i + 1, fact.certainty));
        }
    }
    out.lines
}

struct Standoff<'r> {
    said: Said<'r>,
    offsets: Offsets<'r>,
    lines: String,
    /// How many text-bound annotations there are.
    count: usize,
    /// The first with each span.
    things: BTreeMap<Span, usize>,
}

impl Standoff<'_> {
    /// The number of the text-bound annotation with this span, written if it is new.
    fn thing(&mut self, kind: &str, span: Span) -> usize {
        self.count += 1;
        let number = self.count;
        self.things.entry(span).or_insert(number);
        // A line feed ends an annotation: brat has spans of several lines in pieces.
        let (mut pieces, mut words_of_pieces) = (Vec::new(), Vec::new());
        let mut start = span.start;
        for line in span.of(self.said.text).split_inclusive('\n') {
            let words = line.trim_end_matches(['\n', '\r']);
            if !words.is_empty() {
                let (from, to) = (
                    self.offsets.from_byte(start),
                    self.offsets.from_byte(start + words.len()),
                );
                pieces.push(format!("{from} {to}"));
                words_of_pieces.push(words);
            }
            start += line.len();
        }
        self.lines.push_str(&format!(
            "T{number}\t{kind} {}\t{}\n",
            pieces.join(";"),
            words_of_pieces.join(" ")
        ));
        number
    }

    fn filler(&mut self, role: Role, span: Span) -> usize {
        match self.things.get(&span) {
            Some(&number) => number,
            None => self.thing(
                if role == Role::Time {
                    EntityType::Date.name()
                } else {
                    "FILLER"
                },
                span,
            ),
        }
    }
}
