//! The summary on the wire to the report's.

use super::place::{Place, each};
use super::{ReadError, Reader, wire};
use crate::report::{
    Actor, Answer, KeyNumber, Line, LineIndex, Part, PartKind, Summary, TimelineEntry, Unsettled,
    Unsettling,
};

impl Reader<'_> {
    pub(super) fn summary(&self, summary: &wire::Summary) -> Result<Summary, ReadError> {
        let questions = &summary.questions;
        let answers = [
            &questions.who,
            &questions.what,
            &questions.when,
            &questions.place,
            &questions.why,
            &questions.how,
        ];
        let mut read = [const { None }; 6];
        for (i, answer) in answers.into_iter().enumerate() {
            if let Some(answer) = answer {
                read[i] = Some(self.answer(Place::of("summary.questions", i), answer)?);
            }
        }
        Ok(Summary {
            questions: read,
            numbers: each("summary.numbers", &summary.numbers, |place, it| {
                self.number(place, it)
            })?,
            lines: each("summary.lines", &summary.lines, |place, it| {
                self.line(place, it)
            })?,
            main: (summary.main)
                .map(|line| self.line_index(Place::of("summary.main", 0), line))
                .transpose()?,
            points: each("summary.points", &summary.points, |place, &line| {
                self.line_index(place, line)
            })?,
            unsettled: each("summary.unsettled", &summary.unsettled, |place, it| {
                Ok(Unsettled {
                    line: self.line_index(place, it.line)?,
                    fact: self.fact_id(place, &it.fact)?,
                    why: place.named("reason", &it.why, Unsettling::from_name)?,
                })
            })?,
            timeline: each("summary.timeline", &summary.timeline, |place, it| {
                Ok(TimelineEntry {
                    iso: it.iso.clone(),
                    text: self.span(place, it.text.start, it.text.end)?,
                    lines: self.line_indices(place, &it.lines)?,
                })
            })?,
            actors: each("summary.actors", &summary.actors, |place, it| {
                Ok(Actor {
                    entity: self.entity_id(place, &it.entity)?,
                    did: self.fact_ids(place, &it.did)?,
                    undergone: self.fact_ids(place, &it.undergone)?,
                    lines: self.line_indices(place, &it.lines)?,
                })
            })?,
        })
    }

    pub(super) fn line_index(&self, place: Place, line: usize) -> Result<LineIndex, ReadError> {
        match line < self.report.summary.lines.len() {
            true => Ok(LineIndex(line)),
            false => Err(place.dangling("line", line)),
        }
    }

    fn line_indices(&self, place: Place, lines: &[usize]) -> Result<Vec<LineIndex>, ReadError> {
        (lines.iter())
            .map(|&line| self.line_index(place, line))
            .collect()
    }

    fn number(&self, place: Place, number: &wire::KeyNumber) -> Result<KeyNumber, ReadError> {
        let fact = self.fact_id(place, &number.fact)?;
        if number.count >= self.report.facts[fact.0].counts.len() {
            return Err(place.dangling("count", number.count));
        }
        Ok(KeyNumber {
            fact,
            count: number.count,
            line: self.line_index(place, number.line)?,
        })
    }

    fn line(&self, place: Place, line: &wire::Line) -> Result<Line, ReadError> {
        let parts = line.parts.iter().map(|part| {
            Ok(Part {
                kind: place.named("part of a line", &part.kind, PartKind::from_name)?,
                span: self.span(place, part.start, part.end)?,
            })
        });
        Ok(Line {
            parts: parts.collect::<Result<_, ReadError>>()?,
            text: line.text.clone(),
            facts: self.fact_ids(place, &line.facts)?,
            statement: (line.statement.as_ref())
                .map(|id| self.statement_id(place, id))
                .transpose()?,
            stands: line.stands,
            confidence: line.confidence.0,
            weight: line.weight.0,
        })
    }

    fn answer(&self, place: Place, answer: &wire::Answer) -> Result<Answer, ReadError> {
        Ok(Answer {
            span: self.span(place, answer.start, answer.end)?,
            text: answer.text.clone(),
            fact: (answer.fact.as_ref())
                .map(|id| self.fact_id(place, id))
                .transpose()?,
        })
    }
}
