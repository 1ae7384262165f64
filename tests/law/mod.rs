//! The law of the summary, looked at from outside: what of the text a line shows and what it leaves out.
//!
//! Apart from `verify`, which proves that all words are the text's: this is about what may be left out, and what is shown once.

mod quotes;

use nutgraf::Span;
use nutgraf::lexicon::NEGATORS;
use nutgraf::report::{BlockKind, EntityType, Line, Part, PartKind, Report};

use quotes::Quotes;

/// The most key points that a summary has.
const MOST_POINTS: usize = 7;

/// The longest insert, in bytes: a name with a role is shorter.
const LONGEST_INSERT: usize = 120;

/// What of the law the summary breaks, a sentence each.
pub fn breaches(text: &str, report: &Report) -> Vec<String> {
    let law = Law { text, report };
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

    /// What is left out says nothing that has to be said.
    fn may_go(&self, omission: Span) -> Option<String> {
        let words = omission.of(self.text);
        if self.is_whole(omission) || self.is_no_prose(omission) {
            return None;
        }
        let quotes = Quotes::of(self.paragraph(omission.start), self.text);
        for quotation in quotes.iter().flat_map(Quotes::inside) {
            if omission.overlaps(quotation) && !self.is_whole(cut(omission, quotation)) {
                return Some(format!("a piece of a quotation is left out: “{words}”"));
            }
        }
        let needed = self.needed(omission)?;
        Some(format!("{needed} is left out: “{words}”"))
    }

    /// What in the words has to be said.
    fn needed(&self, omission: Span) -> Option<&'static str> {
        let report = self.report;
        let negates = |word: &str| {
            let word = word.to_lowercase();
            NEGATORS.contains(&word) || word.ends_with("n't") || word.ends_with("n’t")
        };
        if words(omission.of(self.text)).any(negates) {
            return Some("a negation");
        }
        let touched = |spans: &[Span]| spans.iter().any(|span| span.overlaps(omission));
        if report.facts.iter().any(|fact| touched(&fact.hedges)) {
            return Some("a hedge");
        }
        let counts = report.facts.iter().flat_map(|fact| &fact.counts);
        let counts: Vec<Span> = counts.map(|count| count.span).collect();
        if touched(&counts)
            || report
                .entities
                .iter()
                .any(|it| measures(it.kind) && touched(&spans(it)))
        {
            return Some("a number");
        }
        for statement in &report.statements {
            let source = statement.source.as_ref().map(|source| source.span);
            let here: Vec<Span> = source.into_iter().chain(statement.cue).collect();
            if touched(&here) {
                return Some("a source");
            }
            let role = |source: Span| {
                let between = self.text.get(source.end..omission.start);
                between.is_some_and(|between| words(between).next().is_none() && between.len() < 3)
            };
            if source.is_some_and(role) {
                return Some("a speaker's role");
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

    /// Whether the span is sentences from the first word to the last.
    fn is_whole(&self, span: Span) -> bool {
        let bare = |span: Span| -> Option<Span> {
            let inside = span.of(self.text);
            let kept = inside.trim_matches(|c: char| !c.is_alphanumeric());
            let start = span.start + (kept.as_ptr() as usize - inside.as_ptr() as usize);
            (!kept.is_empty()).then(|| Span::new(start, start + kept.len()))
        };
        let Some(span) = bare(span) else { return true };
        let sentences = self.sentences(span);
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
            return false;
        };
        // The last may go on outside the quotation that it ends: `… B,” he said.`
        let quotes = Quotes::of(self.paragraph(span.start), self.text);
        let ends = |quotation: Span| bare(quotation).is_some_and(|it| it.end == span.end);
        let closes = quotes.iter().flat_map(Quotes::inside).any(ends);
        let starts = bare(*first).is_some_and(|it| it.start == span.start);
        starts && (closes || bare(*last).is_some_and(|it| it.end == span.end))
    }

    fn is_no_prose(&self, span: Span) -> bool {
        let blocks = self.report.blocks.iter();
        let mut other = blocks.filter(|it| it.kind != BlockKind::Prose);
        other.any(|block| block.span.contains(span))
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

fn spans(entity: &nutgraf::report::Entity) -> Vec<Span> {
    entity.mentions.iter().map(|mention| mention.span).collect()
}

fn measures(kind: EntityType) -> bool {
    use EntityType as E;
    matches!(kind, E::Cardinal | E::Money | E::Percent | E::Quantity)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')));
    words.filter(|word| !word.is_empty())
}
