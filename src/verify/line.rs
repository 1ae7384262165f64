//! Lines: every word traced, every number whole, every denial, hedge and source in view.

use crate::lexicon::{self, verb};
use crate::report::{Certainty, Fact, Line, Polarity};
use crate::text::Span;

use super::{Check, Fault, Part};

impl Check<'_> {
    /// Everything that does not hold in a line.
    pub(super) fn line(&mut self, part: Part, line: &Line) {
        let mut shown: Vec<Span> = Vec::new();
        let mut said = String::new();
        let mut end = None;
        for piece in &line.parts {
            let (text, start) = (self.text, piece.span.map(|span| span.start));
            let goes_on = start.is_some() && start == end;
            let cut = [start, end].into_iter().flatten().any(|at| cuts(text, at));
            if !goes_on && (cut || glued(&said, &piece.text)) {
                self.find(part.clone(), Fault::Untraced(piece.text.clone()));
            }
            said.push_str(&piece.text);
            end = piece.span.map(|span| span.end);
            match piece.span {
                Some(span) => {
                    if !self.span(&part, span) {
                        return;
                    }
                    let words = span.of(self.text);
                    if words != piece.text && !verb::same(words, &piece.text) {
                        self.find(
                            part.clone(),
                            Fault::Words(piece.text.clone(), words.to_owned()),
                        );
                    }
                    shown.push(span);
                }
                None if !is_connective(&piece.text) => {
                    self.find(part.clone(), Fault::Untraced(piece.text.clone()));
                }
                None => {}
            }
        }
        if end.is_some_and(|end| cuts(self.text, end)) {
            self.find(part.clone(), Fault::Untraced(said));
        }
        if let Some(&stale) = shown.iter().find(|&&span| self.is_stale(span)) {
            self.find(part, super::stale(stale.of(self.text)));
            return;
        }
        let report = self.report;
        for fact in line.facts.iter().filter_map(|&id| report.fact(id)) {
            self.told(&part, fact, line, &shown);
        }
    }

    /// Whether a line tells a fact honestly.
    fn told(&mut self, part: &Part, fact: &Fact, line: &Line, shown: &[Span]) {
        let text = self.text;
        let covered = |span: Span| is_covered(text, span, shown, line);
        for count in &fact.counts {
            let digits = |span: &&Span| {
                span.overlaps(count.span) && has_number(common(**span, count.span).of(text))
            };
            if shown.iter().any(|span| digits(&span)) && !covered(count.span) {
                self.find(part.clone(), Fault::Number(count.span.of(text).to_owned()));
            }
        }
        // The claims whose words are in the line: those of a statement whose content it shows, the article's own otherwise.
        let triggers = || std::iter::once(fact.trigger).chain(fact.mentions.iter().copied());
        let here: Vec<Span> = triggers()
            .filter(|&span| shown.iter().any(|it| it.overlaps(span)))
            .collect();
        if here.is_empty() {
            self.find(part.clone(), Fault::Hidden("the event that it tells"));
            return;
        }
        let says = |content: &[Span]| {
            here.iter()
                .any(|span| content.iter().any(|it| it.contains(*span)))
        };
        let report = self.report;
        let claim = fact.claims.iter().find(|claim| match claim.statement {
            Some(id) => report
                .statements
                .get(id.0)
                .is_some_and(|it| says(&it.content)),
            None => false,
        });
        let Some(claim) =
            claim.or_else(|| fact.claims.iter().find(|claim| claim.statement.is_none()))
        else {
            return;
        };
        let words: Vec<String> = (line.text().to_lowercase())
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')))
            .map(|word| word.trim_matches(['\'', '’']).to_owned())
            .collect();
        let denies = |word: &String| {
            lexicon::NEGATORS.contains(word)
                || word.ends_with("n't")
                || word.ends_with("n’t")
                || lexicon::NEGATORS
                    .iter()
                    .any(|(negator, _)| negator.len() >= 4 && verb::same(word, negator))
        };
        if claim.polarity == Polarity::Negated && !words.iter().any(denies) {
            self.find(part.clone(), Fault::Hidden("that it is denied"));
        }
        let near = |hedge: Span| {
            report.sentences.iter().any(|sentence| {
                sentence.contains(hedge) && here.iter().any(|it| sentence.contains(*it))
            })
        };
        let hedged = claim.certainty == Certainty::Certain
            || fact
                .hedges
                .iter()
                .filter(|&&hedge| near(hedge))
                .all(|&hedge| covered(hedge) || says_cue(self, hedge, shown));
        if !hedged {
            self.find(part.clone(), Fault::Hidden("how sure its source is"));
        }
        if let Some(statement) = claim.statement.and_then(|id| report.statement(id)) {
            let cue = statement
                .cue
                .is_some_and(|cue| shown.iter().any(|span| span.overlaps(cue)));
            let source = statement.source.as_ref().is_some_and(|source| {
                let same = |span: Span| shown.iter().any(|it| it.overlaps(span));
                let mentions = source
                    .entity
                    .and_then(|id| report.entity(id))
                    .map(|it| it.mentions.as_slice());
                same(source.span)
                    || mentions
                        .unwrap_or(&[])
                        .iter()
                        .any(|mention| same(mention.span))
            });
            let unnamed = statement.source.is_none() && line.text().contains("it was said");
            if !(cue || source || unnamed) {
                self.find(part.clone(), Fault::Hidden("who says so"));
            }
        }
    }
}

/// Whether the hedge is "we" and a verb of thinking of which the line shows the verb.
fn says_cue(check: &Check, hedge: Span, shown: &[Span]) -> bool {
    let words = hedge.of(check.text).to_lowercase();
    let first_person = words.starts_with("i ") || words.starts_with("we ");
    first_person
        && shown
            .iter()
            .any(|span| span.overlaps(hedge) && hedge.contains(*span))
}

/// Whether the shown spans, and determiners that the line writes itself, cover `span` up to spaces and marks.
fn is_covered(text: &str, span: Span, shown: &[Span], line: &Line) -> bool {
    let mut rest: Vec<Span> = vec![span];
    for cover in shown {
        rest = (rest.into_iter())
            .flat_map(|piece| {
                let left = Span::new(piece.start, piece.start.max(cover.start.min(piece.end)));
                let right = Span::new(piece.end.min(cover.end.max(piece.start)), piece.end);
                match piece.overlaps(*cover) {
                    true => vec![left, right],
                    false => vec![piece],
                }
            })
            .collect();
    }
    let own = line
        .parts
        .iter()
        .filter(|part| part.span.is_none())
        .map(|part| part.text.to_lowercase())
        .collect::<String>();
    rest.into_iter().all(|piece| {
        piece
            .of(text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .all(|word| {
                let word = word.to_lowercase();
                lexicon::CONNECTIVES.contains(&word)
                    && own
                        .split(|c: char| !c.is_alphanumeric())
                        .any(|it| it == word)
            })
    })
}

fn common(a: Span, b: Span) -> Span {
    Span::new(
        a.start.max(b.start),
        a.end.min(b.end).max(a.start.max(b.start)),
    )
}

fn has_number(words: &str) -> bool {
    words.chars().any(|c| c.is_ascii_digit())
}

/// Whether a part without a span holds only connectives, marks and space.
fn is_connective(text: &str) -> bool {
    let plain =
        |c: char| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | ':' | '“' | '”' | '\'' | '’');
    text.chars().all(plain)
        && text
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
            .filter(|word| !word.is_empty())
            .all(|word| lexicon::CONNECTIVES.contains(&word.to_lowercase()))
}

/// Whether an offset cuts a word or a number; the last letter of a word may stand alone ("that’s" without its mark).
fn cuts(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return true;
    };
    let mut before = before.chars().rev();
    let mut after = after.chars();
    let (last, first, second) = (before.next(), after.next(), after.next());
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let point = |c: Option<char>| matches!(c, Some('.' | ','));
    let word = letter(last) && letter(first) && letter(second);
    let number = (digit(last) || point(last) && digit(before.next()))
        && (digit(first) || point(first) && digit(second));
    word || number
}

/// Whether a part goes on with the letters or digits that the line ends in: one word from two.
fn glued(said: &str, part: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    is_word(said.chars().next_back()) && is_word(part.chars().next())
}
