//! What of an article has to be said where the rest of its sentence is: no line leaves it out.

use super::cover::Cover;
use crate::lexicon::NEGATORS;
use crate::report::{BlockKind, EntityType, Report};
use crate::text::Span;

/// The widest gap between a speaker and the words for the speaker's role, in characters of one byte: a comma and a space.
const MAX_ROLE_GAP: usize = 2;

/// The words of an article that a line may not leave out, by what they are.
///
/// ```
/// use nutgraf::{Report, Span, verify::Needed};
/// let text = "She did not resign.";
/// let report = Report { sentences: vec![Span::new(0, 19)], ..Report::default() };
/// let needed = Needed::new(&report, text);
/// assert_eq!(needed.left_out(Span::new(8, 11)), Some("a negation"));
/// assert_eq!(needed.left_out(Span::new(0, 3)), None);
/// // A sentence may go as a whole.
/// assert_eq!(needed.left_out(Span::new(0, 19)), None);
/// ```
pub struct Needed<'a> {
    report: &'a Report,
    text: &'a str,
    hedges: Cover,
    numbers: Cover,
    sources: Cover,
    /// The sources again, each up to where the words for its role begin.
    roles: Cover,
}

impl<'a> Needed<'a> {
    /// What the report on `text` says of its words. O(report × log report).
    pub fn new(report: &'a Report, text: &'a str) -> Self {
        let facts = || report.facts.iter();
        let counts = facts().flat_map(|fact| fact.counts.iter().map(|count| count.span));
        let values = report.entities.iter().filter(|it| measures(it.kind));
        let values = values.flat_map(|it| it.mentions.iter().map(|mention| mention.span));
        let statements = || report.statements.iter();
        let sources = || statements().filter_map(|it| it.source.as_ref().map(|it| it.span));
        Self {
            report,
            text,
            hedges: Cover::new(facts().flat_map(|fact| fact.hedges.iter().copied())),
            numbers: Cover::new(counts.chain(values)),
            sources: Cover::new(sources().chain(statements().filter_map(|it| it.cue))),
            roles: Cover::new(sources().map(|source| with_gap(source, text))),
        }
    }

    /// What in the span has to be said, where a line leaves the span out; `None` of whole sentences and what is no prose.
    pub fn left_out(&self, span: Span) -> Option<&'static str> {
        if self.may_go_whole(span) {
            return None;
        }
        if words(span.of(self.text)).any(negates) {
            return Some("a negation");
        }
        let kinds = [
            (&self.hedges, "a hedge"),
            (&self.numbers, "a number"),
            (&self.sources, "a source"),
            (&self.roles, "a speaker's role"),
        ];
        let touched = kinds.into_iter().find(|(cover, _)| cover.touches(span));
        touched.map(|(_, what)| what)
    }

    /// Whether the span may go whatever it says: whole sentences, each a line of its own or none, and what is no prose.
    pub fn may_go_whole(&self, span: Span) -> bool {
        self.is_whole(span) || self.is_no_prose(span)
    }

    /// Whether the span is sentences from the first word to the last, or to where the last one's quotation ends.
    fn is_whole(&self, span: Span) -> bool {
        let Some(span) = self.bare(span) else {
            return true;
        };
        let sentences = &self.report.sentences;
        let first = sentences.partition_point(|it| it.end <= span.start);
        let after = sentences.partition_point(|it| it.start < span.end);
        let (Some(&first), Some(&last)) = (
            sentences.get(first),
            after.checked_sub(1).and_then(|last| sentences.get(last)),
        ) else {
            return false;
        };
        let starts = self.bare(first).is_some_and(|it| it.start == span.start);
        // The last may go on outside the quotation that it ends: `… B,” he said.`
        let ends = self.bare(last).is_some_and(|it| it.end == span.end);
        starts && (ends || self.closes(span.end))
    }

    /// Whether a quotation closes between the place and the next word.
    fn closes(&self, place: usize) -> bool {
        let after = self.text.get(place..).unwrap_or("");
        let mut marks = after.chars().take_while(|c| !c.is_alphanumeric());
        marks.any(|c| matches!(c, '”' | '»' | '"'))
    }

    /// The span from its first letter or digit to its last; `None` where it has none.
    fn bare(&self, span: Span) -> Option<Span> {
        let inside = span.of(self.text);
        let marks = |c: char| !c.is_alphanumeric();
        let kept = inside.trim_start_matches(marks);
        let start = span.start + (inside.len() - kept.len());
        let kept = kept.trim_end_matches(marks);
        (!kept.is_empty()).then(|| Span::new(start, start + kept.len()))
    }

    fn is_no_prose(&self, span: Span) -> bool {
        let blocks = &self.report.blocks;
        let at = blocks.partition_point(|it| it.span.start <= span.start);
        let block = at.checked_sub(1).map(|at| blocks[at]);
        block.is_some_and(|it| it.kind != BlockKind::Prose && it.span.contains(span))
    }
}

/// A source, up to the words after the comma behind it.
fn with_gap(source: Span, text: &str) -> Span {
    let after = text.get(source.end..).unwrap_or("");
    let mut near = after.char_indices().take(MAX_ROLE_GAP + 1);
    let word = near.find(|&(_, c)| is_of_word(c)).map(|(at, _)| at);
    let gap = word.map_or(MAX_ROLE_GAP, |gap| gap.min(MAX_ROLE_GAP));
    let end = source.end.saturating_add(gap + 1);
    Span { end, ..source }
}

fn measures(kind: EntityType) -> bool {
    use EntityType as E;
    matches!(kind, E::Cardinal | E::Money | E::Percent | E::Quantity)
}

fn negates(word: &str) -> bool {
    let word = word.to_lowercase();
    NEGATORS.contains(&word) || word.ends_with("n't") || word.ends_with("n’t")
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !is_of_word(c));
    words.filter(|word| !word.is_empty())
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’')
}
