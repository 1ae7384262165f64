//! Tables for spreadsheets: RFC 4180, UTF-8, one row an item.

use super::words::Said;
use crate::report::{EntityId, FactId, Report, Role, StatementId};
use crate::text::{Offsets, Span, Unit};

pub fn facts(text: &str, report: &Report, unit: Unit) -> String {
    let said = Said { text, report };
    let offsets = Offsets::new(text, unit);
    let mut table = Table::new(&["id", "type", "trigger"]);
    table.head(Role::ALL.iter().map(|role| role.name()));
    table.head([
        "counts",
        "date",
        "polarity",
        "certainty",
        "modality",
        "hedges",
        "sources",
        "confidence",
        "line",
        "evidence",
        "start",
        "end",
    ]);
    for (i, fact) in report.facts.iter().enumerate() {
        let evidence = fact
            .evidence
            .iter()
            .copied()
            .reduce(Span::join)
            .unwrap_or(fact.trigger);
        let sources = said
            .sources(fact)
            .into_iter()
            .map(|source| source.unwrap_or_else(|| "the article".to_owned()));
        let line = fact.line.and_then(|line| report.summary.line(line));
        let mut row = vec![
            FactId(i).to_string(),
            fact.kind.to_string(),
            said.words(fact.trigger),
        ];
        row.extend(Role::ALL.iter().map(|&role| said.fillers(fact, role)));
        row.extend([
            list(fact.counts.iter().map(|count| said.count(count))),
            fact.time.clone().unwrap_or_default(),
            fact.polarity.to_string(),
            fact.certainty.to_string(),
            fact.modality.to_string(),
            list(fact.hedges.iter().map(|&hedge| said.words(hedge))),
            list(sources),
            share(fact.confidence),
            line.map_or_else(String::new, |line| line.text.clone()),
            said.all_words(&fact.evidence),
            offsets.from_byte(evidence.start).to_string(),
            offsets.from_byte(evidence.end).to_string(),
        ]);
        table.row(&row);
    }
    table.text
}

pub fn entities(text: &str, report: &Report, unit: Unit) -> String {
    let offsets = Offsets::new(text, unit);
    let mut table = Table::new(&[
        "id", "type", "name", "aliases", "salience", "mentions", "start", "end",
    ]);
    for (i, entity) in report.entities.iter().enumerate() {
        let first = entity
            .mentions
            .first()
            .map(|mention| mention.span)
            .unwrap_or_default();
        table.row(&[
            EntityId(i).to_string(),
            entity.kind.to_string(),
            entity.name.clone(),
            list(entity.aliases.iter().cloned()),
            share(entity.salience),
            entity.mentions.len().to_string(),
            offsets.from_byte(first.start).to_string(),
            offsets.from_byte(first.end).to_string(),
        ]);
    }
    table.text
}

pub fn statements(text: &str, report: &Report, unit: Unit) -> String {
    let said = Said { text, report };
    let offsets = Offsets::new(text, unit);
    let mut table = Table::new(&[
        "id",
        "mode",
        "source",
        "anonymous",
        "cue",
        "content",
        "within",
        "claims",
        "confidence",
        "start",
        "end",
    ]);
    for (i, statement) in report.statements.iter().enumerate() {
        let whole = statement
            .content
            .iter()
            .copied()
            .reduce(Span::join)
            .unwrap_or_default();
        let anonymous = statement
            .source
            .as_ref()
            .is_some_and(|source| source.anonymous);
        table.row(&[
            StatementId(i).to_string(),
            statement.mode.to_string(),
            said.source(statement).unwrap_or_default(),
            anonymous.to_string(),
            statement.cue.map(|cue| said.words(cue)).unwrap_or_default(),
            said.all_words(&statement.content),
            statement
                .within
                .map(|id| id.to_string())
                .unwrap_or_default(),
            statement.claims().to_string(),
            share(statement.confidence),
            offsets.from_byte(whole.start).to_string(),
            offsets.from_byte(whole.end).to_string(),
        ]);
    }
    table.text
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

fn share(share: f32) -> String {
    format!("{share:.2}")
}

struct Table {
    text: String,
}

impl Table {
    fn new(head: &[&str]) -> Self {
        let text = format!("{}\r\n", head.join(","));
        Self { text }
    }

    /// More columns.
    fn head<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) {
        self.text.truncate(self.text.len() - 2);
        for name in names {
            self.text.push(',');
            self.text.push_str(name);
        }
        self.text.push_str("\r\n");
    }

    fn row(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        self.text.push_str(&cells.join(","));
        self.text.push_str("\r\n");
    }
}

/// A cell, quoted where it has to be. A spreadsheet would run what begins like a formula: an apostrophe keeps it text.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains([',', '"', '\n', '\r', '\'']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}
