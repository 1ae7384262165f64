//! The law of the summary, looked at from outside: what of the text a line shows and what it leaves out.
//!
//! Apart from `verify`, which proves of any report that all words are the text's and that none is left out that has to be said: this
//! is about what the product's own summaries keep beyond that.

mod quotes;

use nutgraf::Span;
use nutgraf::report::{Line, Part, PartKind, Report};
use nutgraf::verify::Needed;

use quotes::Quotes;

/// The most key points that a summary has.
const MOST_POINTS: usize = 7;

/// The longest insert, in bytes: a name with a role is shorter.
const LONGEST_INSERT: usize = 120;

/// What of the law the summary breaks, a sentence each.
pub fn breaches(text: &str, report: &Report) -> Vec<String> {
    let law = Law {
        text,
        report,
        needed: Needed::new(report, text),
    };
    let mut found = law.points();
    for line in &report.summary.lines {
        let told = |breach: String| format!("{breach}, in “{}”", line.text);
        for part in &line.parts {
            let breach = match part.kind {
                PartKind::Words => None,
                PartKind::Insert | PartKind::Source => law.identifies(line, part),
                PartKind::Omission => law.may_go(part.span),
            };
            found.extend(breach.map(told));
        }
        found.extend(law.balance(line).map(told));
    }
    found
}

struct Law<'a> {
    text: &'a str,
    report: &'a Report,
    needed: Needed<'a>,
}

impl Law<'_> {
    /// Key points are in order and no more than fit; no line is there twice.
    fn points(&self) -> Vec<String> {
        let summary = &self.report.summary;
        let mut found = Vec::new();
        if !summary.points.windows(2).all(|pair| pair[0] < pair[1]) {
            found.push(format!("points out of order: {:?}", summary.points));
        }
        if summary.points.len() > MOST_POINTS {
            found.push(format!("{} points", summary.points.len()));
        }
        if summary
            .main
            .is_some_and(|main| !summary.points.contains(&main))
        {
            found.push("the main line is no point".to_owned());
        }
        let lines = &summary.lines;
        for (i, line) in lines.iter().enumerate() {
            let twice = |other: &&Line| other.extent().overlaps(line.extent());
            if let Some(other) = lines[..i].iter().find(twice) {
                found.push(format!("“{}” and “{}” share words", other.text, line.text));
            }
        }
        found
    }

    /// What is put in says who or what something is, outside quotation marks, and is no sentence.
    fn identifies(&self, line: &Line, part: &Part) -> Option<String> {
        let words = part.span.of(self.text);
        let at = line.parts.iter().position(|other| other == part)?;
        let before = line.parts[..at]
            .iter()
            .rev()
            .find(|it| it.kind == PartKind::Words);
        let place = before.map_or(0, |it| it.span.end);
        let quotes = Quotes::of(self.paragraph(place), self.text);
        if part.kind == PartKind::Insert && quotes.is_some_and(|it| it.holds(place)) {
            return Some(format!("“{words}” is put into a quotation"));
        }
        let long = words.len() > LONGEST_INSERT || self.sentences(part.span).len() > 1;
        long.then(|| format!("“{words}” is too long to be put in"))
    }

    /// No piece of a quotation is left out, but whole sentences.
    fn may_go(&self, omission: Span) -> Option<String> {
        if self.needed.may_go_whole(omission) {
            return None;
        }
        let words = omission.of(self.text);
        let quotes = Quotes::of(self.paragraph(omission.start), self.text);
        for quotation in quotes.iter().flat_map(Quotes::inside) {
            if omission.overlaps(quotation) && !self.needed.may_go_whole(cut(omission, quotation)) {
                return Some(format!("a piece of a quotation is left out: “{words}”"));
            }
        }
        None
    }

    /// Quotation marks that balance in the article's words balance in the line's.
    fn balance(&self, line: &Line) -> Option<String> {
        let extent = line.extent().of(self.text);
        let shown = line
            .parts
            .iter()
            .filter(|part| part.kind == PartKind::Words);
        let shown: String = shown.map(|part| part.span.of(self.text)).collect();
        (quotes::balance(extent) && !quotes::balance(&shown))
            .then(|| "quotation marks do not balance".to_owned())
    }

    fn sentences(&self, span: Span) -> Vec<Span> {
        let sentences = self.report.sentences.iter().copied();
        sentences.filter(|it| it.overlaps(span)).collect()
    }

    fn paragraph(&self, place: usize) -> Span {
        let paragraphs = &self.report.paragraphs;
        let at = self.report.paragraph_at(place);
        paragraphs.get(at).copied().unwrap_or_default()
    }
}

fn cut(a: Span, b: Span) -> Span {
    Span::new(a.start.max(b.start), a.end.min(b.end))
}
