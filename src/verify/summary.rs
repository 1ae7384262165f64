//! Proves the summary: answers are slices, no words are in two lines, and what points at a line is told in its words.

use super::source::Sources;
use super::{Check, Fault, Needed, Part, stale};
use crate::report::{Actor, EntityId, Fact, FactId, Line, LineIndex, PartKind, Question};
use crate::text::Span;

impl Check<'_> {
    pub(super) fn summary(&mut self) {
        self.answers();
        self.lines();
        self.points();
        self.lines_of_facts();
        self.numbers();
        self.unsettled();
        self.timeline();
        for (i, actor) in self.report.summary.actors.iter().enumerate() {
            self.actor(Part::Actor(i), actor);
        }
    }

    fn answers(&mut self) {
        let report = self.report;
        for (&question, answer) in Question::ALL.iter().zip(&report.summary.questions) {
            let Some(answer) = answer else { continue };
            let part = Part::Answer(question);
            if self.span(&part, answer.span) && answer.span.of(self.text) != answer.text {
                let words = answer.span.of(self.text).to_owned();
                self.find(part, Fault::Words(answer.text.clone(), words));
            }
        }
    }

    /// Lines one by one, and that they follow each other in the text.
    fn lines(&mut self) {
        let report = self.report;
        let needed = Needed::new(report, self.text);
        let sources = Sources::new(report);
        let mut end = 0;
        for (i, line) in report.summary.lines.iter().enumerate() {
            let spans: Vec<Span> = line.parts.iter().map(|part| part.span).collect();
            if !self.spans(&Part::Line(i), &spans) {
                continue;
            }
            self.line(Part::Line(i), line, &needed, &sources);
            let extent = line.extent();
            if extent.start < end {
                let words = extent.of(self.text).to_owned();
                self.find(Part::Line(i), Fault::Twice(words));
            }
            end = extent.end;
            for &fact in &line.facts {
                self.told_in(Part::Line(i), fact, line);
            }
            let content = (line.statement)
                .and_then(|id| report.statement(id))
                .map(|statement| &statement.content);
            let apart = |content: &Vec<Span>| !content.iter().any(|it| it.overlaps(extent));
            if let Some(content) = content.filter(|content| apart(content)) {
                let words = content.first().map_or("", |span| span.of(self.text));
                self.find(Part::Line(i), Fault::Untold(words.to_owned()));
            }
        }
    }

    fn points(&mut self) {
        let summary = &self.report.summary;
        if !is_ordered(&summary.points) {
            self.find(Part::Points, Fault::Order);
        }
        let among = match summary.main {
            Some(main) => summary.points.contains(&main),
            None => summary.points.is_empty(),
        };
        if !among {
            self.find(Part::Points, Fault::Main);
        }
    }

    /// That the line of each fact tells it.
    fn lines_of_facts(&mut self) {
        let report = self.report;
        for (i, fact) in report.facts.iter().enumerate() {
            let line = fact.line.and_then(|line| self.sound_line(line));
            if let Some(line) = line {
                self.listed_in(Part::Fact(FactId(i)), FactId(i), line);
            }
        }
    }

    fn numbers(&mut self) {
        let report = self.report;
        for (i, number) in report.summary.numbers.iter().enumerate() {
            let count = (report.fact(number.fact)).and_then(|fact| fact.counts.get(number.count));
            let line = self.sound_line(number.line);
            if let (Some(count), Some(line)) = (count, line)
                && !line.holds(count.span)
            {
                let words = count.span.of(self.text).to_owned();
                self.find(Part::Number(i), Fault::Untold(words));
            }
        }
    }

    fn unsettled(&mut self) {
        let report = self.report;
        let mut before = LineIndex(0);
        for (i, it) in report.summary.unsettled.iter().enumerate() {
            if it.line < before {
                self.find(Part::Unsettled(i), Fault::Order);
            }
            before = it.line;
            if let Some(line) = self.sound_line(it.line) {
                self.listed_in(Part::Unsettled(i), it.fact, line);
            }
        }
    }

    fn timeline(&mut self) {
        let report = self.report;
        for (i, entry) in report.summary.timeline.iter().enumerate() {
            let part = Part::Time(i);
            if !self.span(&part, entry.text) {
                continue;
            }
            if self.is_stale(entry.text) {
                self.find(part, stale(entry.text.of(self.text)));
                continue;
            }
            if !is_ordered(&entry.lines) {
                self.find(part.clone(), Fault::Order);
            }
            let mut lines = entry.lines.iter().filter_map(|&it| self.sound_line(it));
            if !lines.any(|line| shows(line, entry.text)) {
                let words = entry.text.of(self.text).to_owned();
                self.find(part, Fault::Untold(words));
            }
        }
    }

    fn actor(&mut self, part: Part, actor: &Actor) {
        let report = self.report;
        if !is_ordered(&actor.lines) {
            self.find(part.clone(), Fault::Order);
        }
        let facts = actor.did.iter().chain(&actor.undergone);
        for fact in facts.filter_map(|&id| report.fact(id)) {
            if !takes_part(fact, actor.entity) {
                let words = fact.trigger.of(self.text).to_owned();
                self.find(part.clone(), Fault::Idle(words));
            }
        }
    }

    /// A finding, unless the words of `line` hold one of the fact's.
    fn told_in(&mut self, part: Part, id: FactId, line: &Line) {
        let Some(fact) = self.report.fact(id) else {
            return;
        };
        if !fact.words().any(|span| line.holds(span)) {
            let trigger = fact.trigger.of(self.text).to_owned();
            self.find(part, Fault::Untold(trigger));
        }
    }

    /// A finding, unless `line` lists the fact.
    fn listed_in(&mut self, part: Part, id: FactId, line: &Line) {
        let trigger = self.report.fact(id).map(|fact| fact.trigger);
        if !line.facts.contains(&id) {
            let words = trigger.unwrap_or_default().of(self.text).to_owned();
            self.find(part, Fault::Untold(words));
        }
    }
}

/// Whether each stands once, in order of the text.
fn is_ordered(lines: &[LineIndex]) -> bool {
    lines.windows(2).all(|pair| pair[0] < pair[1])
}

/// Whether the line shows the words of the span, be it in an insert.
fn shows(line: &Line, span: Span) -> bool {
    let inserts = line
        .parts
        .iter()
        .filter(|part| part.kind == PartKind::Insert);
    line.holds(span) || inserts.map(|part| part.span).any(|it| it.contains(span))
}

fn takes_part(fact: &Fact, entity: EntityId) -> bool {
    fact.roles.iter().any(|role| role.entity == Some(entity))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{
        Answer, Certainty, Claim, Comparator, Count, CountOf, Entity, EntityType, FactType,
        KeyNumber, Level, Mention, Modality, Polarity, Report, Role, RoleFiller, Statement,
        StatementId, Summary, TimelineEntry, Unsettled, Unsettling,
    };
    use crate::text::sha256_hex;
    use crate::verify::verify;

    const TEXT: &str = "Two men fled Köln on Monday. Ana Ruiz, who had left, may resign.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).expect("the words are in the text");
        Span::new(start, start + words.len())
    }

    fn fact(trigger: &str, line: usize) -> Fact {
        let claim = Claim {
            statement: None,
            polarity: Polarity::Asserted,
            certainty: Certainty::Certain,
            modality: Modality::Actual,
            counts: Vec::new(),
        };
        Fact {
            kind: FactType::Go,
            trigger: span(trigger),
            lemma: trigger.to_owned(),
            mentions: Vec::new(),
            roles: vec![RoleFiller {
                role: Role::Agent,
                span: span("Ana Ruiz"),
                entity: Some(EntityId(0)),
                via: "test".into(),
                inherited: true,
            }],
            counts: vec![Count {
                span: span("Two"),
                of: CountOf::Role(Role::Agent),
                value: Some(2.0),
                max: None,
                comparator: Comparator::Equal,
                unit: "person".to_owned(),
            }],
            place: None,
            time: None,
            polarity: claim.polarity,
            certainty: claim.certainty,
            modality: claim.modality,
            hedges: Vec::new(),
            loaded: Vec::new(),
            claims: vec![claim],
            conflicts: Vec::new(),
            relations: Vec::new(),
            evidence: vec![Span::new(0, TEXT.len())],
            salience: 1.0,
            confidence: 1.0,
            line: Some(LineIndex(line)),
        }
    }

    fn line(parts: &[(PartKind, &str)], fact: usize) -> Line {
        let parts: Vec<_> = (parts.iter())
            .map(|&(kind, words)| crate::report::Part {
                kind,
                span: span(words),
            })
            .collect();
        Line {
            text: Line::join(&parts, TEXT),
            parts,
            facts: vec![FactId(fact)],
            stands: true,
            ..Line::default()
        }
    }

    /// A report that holds, with one of everything.
    fn good() -> Report {
        use PartKind::{Omission, Words};
        let mention = Mention {
            span: span("Ana Ruiz"),
            level: Level::Named,
            kind: None,
        };
        let ana = Entity {
            kind: EntityType::Person,
            name: "Ana Ruiz".to_owned(),
            aliases: Vec::new(),
            salience: 1.0,
            value: None,
            mentions: vec![mention],
        };
        let statement = Statement {
            mode: crate::report::Mode::Paraphrase,
            source: None,
            cue: None,
            content: vec![span("may resign")],
            quotations: Vec::new(),
            within: None,
            confidence: 1.0,
        };
        let first = line(&[(Words, "Two men fled Köln on Monday.")], 0);
        let mut second = line(
            &[
                (Words, "Ana Ruiz"),
                (Omission, ", who had left,"),
                (Words, "may resign."),
            ],
            1,
        );
        second.statement = Some(StatementId(0));
        let mut questions = [const { None }; 6];
        questions[0] = Some(Answer {
            span: span("Two men"),
            text: "Two men".to_owned(),
            fact: Some(FactId(0)),
        });
        Report {
            length: TEXT.len(),
            text_hash: sha256_hex(TEXT),
            entities: vec![ana],
            statements: vec![statement],
            facts: vec![fact("fled", 0), fact("resign", 1)],
            summary: Summary {
                lines: vec![first, second],
                main: Some(LineIndex(1)),
                points: vec![LineIndex(0), LineIndex(1)],
                questions,
                numbers: vec![KeyNumber {
                    fact: FactId(0),
                    count: 0,
                    line: LineIndex(0),
                }],
                unsettled: vec![Unsettled {
                    line: LineIndex(1),
                    fact: FactId(1),
                    why: Unsettling::Possible,
                }],
                timeline: vec![TimelineEntry {
                    iso: None,
                    text: span("Monday"),
                    lines: vec![LineIndex(0)],
                }],
                actors: vec![Actor {
                    entity: EntityId(0),
                    did: vec![FactId(0)],
                    undergone: vec![FactId(1)],
                    lines: vec![LineIndex(0), LineIndex(1)],
                }],
            },
            ..Report::default()
        }
    }

    #[test]
    fn what_holds_is_not_named() {
        assert_eq!(verify(&good(), TEXT), []);
    }

    #[test]
    fn what_does_not_hold_is_named() {
        type Forgery = fn(&mut Report);
        let forgeries: [(Forgery, &str); 16] = [
            (
                |it| {
                    it.summary.questions[0]
                        .as_mut()
                        .expect("who")
                        .text
                        .push('s')
                },
                "summary.questions.who: “Two mens” stands for “Two men”",
            ),
            (
                |it| it.summary.lines.swap(0, 1),
                "summary.lines[1]: the words “Two men fled Köln on Monday.” are in two lines, or lines are not in order of the text",
            ),
            (
                |it| it.summary.lines[0].facts.push(FactId(1)),
                "summary.lines[0]: “resign” is not in the words of its line",
            ),
            (
                |it| it.facts[1].trigger = span("left"),
                "summary.lines[1]: “left” is not in the words of its line",
            ),
            (
                |it| it.statements[0].content = vec![span("Monday")],
                "summary.lines[1]: “Monday” is not in the words of its line",
            ),
            (
                |it| it.summary.points.reverse(),
                "summary.points: not in order of the text, each once",
            ),
            (
                |it| it.summary.points.push(LineIndex(1)),
                "summary.points: not in order of the text, each once",
            ),
            (
                |it| {
                    it.summary.points.pop();
                },
                "summary.points: the main line is not among them",
            ),
            (
                |it| it.summary.main = None,
                "summary.points: the main line is not among them",
            ),
            (
                |it| it.facts[0].line = Some(LineIndex(1)),
                "f1: “fled” is not in the words of its line",
            ),
            (
                |it| it.summary.numbers[0].line = LineIndex(1),
                "summary.numbers[0]: “Two” is not in the words of its line",
            ),
            (
                |it| it.summary.unsettled[0].line = LineIndex(0),
                "summary.unsettled[0]: “resign” is not in the words of its line",
            ),
            (
                |it| it.summary.timeline[0].lines = vec![LineIndex(1)],
                "summary.timeline[0]: “Monday” is not in the words of its line",
            ),
            (
                |it| it.summary.timeline[0].lines.push(LineIndex(0)),
                "summary.timeline[0]: not in order of the text, each once",
            ),
            (
                |it| it.summary.actors[0].lines.reverse(),
                "summary.actors[0]: not in order of the text, each once",
            ),
            (
                |it| it.facts[0].roles.clear(),
                "summary.actors[0]: has no part in “fled”",
            ),
        ];
        for (forge, expected) in forgeries {
            let mut report = good();
            forge(&mut report);
            let found: Vec<String> = (verify(&report, TEXT).iter())
                .map(ToString::to_string)
                .collect();
            assert!(
                found.iter().any(|it| it == expected),
                "{expected}: {found:?}"
            );
        }
    }
}
