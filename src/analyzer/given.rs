//! A report of the text as it was given, from one of the text as it is read.

use crate::report::{Entity, Fact, Line, Report, Statement, Summary};
use crate::segment::View;
use crate::text::{Span, one_line, sha256_hex};

/// The same report in spans and words of the text as it was given. O(report × log edits).
pub fn given(mut report: Report, view: &View) -> Report {
    let text = view.whole();
    report.length = text.len();
    report.text_hash = sha256_hex(text);
    if view.text() != text {
        restore(&mut report, view);
    }
    for line in &mut report.summary.lines {
        line.text = Line::join(&line.parts, text);
    }
    report.digests = (report.sentences.iter())
        .map(|span| sha256_hex(span.of(text))[..16].to_owned())
        .collect();
    report
}

fn restore(report: &mut Report, view: &View) {
    for entity in &mut report.entities {
        restore_entity(entity, view);
    }
    let Report {
        title,
        paragraphs,
        blocks,
        sentences,
        tokens,
        statements,
        facts,
        summary,
        ..
    } = report;
    let spans = (title.iter_mut())
        .chain(paragraphs)
        .chain(blocks.iter_mut().map(|block| &mut block.span))
        .chain(sentences)
        .chain(tokens.iter_mut().flatten().map(|token| &mut token.span));
    move_all(spans, view);
    for statement in statements {
        restore_statement(statement, view);
    }
    for fact in facts {
        restore_fact(fact, view);
    }
    restore_summary(summary, view);
}

fn move_all<'s>(spans: impl IntoIterator<Item = &'s mut Span>, view: &View) {
    for span in spans {
        *span = view.given(*span);
    }
}

fn restore_entity(entity: &mut Entity, view: &View) {
    let spans: Vec<Span> = entity.mentions.iter().map(|it| it.span).collect();
    // A name is written with one space between its words.
    let restored = |name: &String| -> String {
        let place = spans.iter().find_map(|span| {
            let at = span.start + span.of(view.text()).find(name.as_str())?;
            Some(Span::new(at, at + name.len()))
        });
        let words = place.map_or(name.as_str(), |place| view.words(place));
        one_line(words)
    };
    entity.name = restored(&entity.name);
    for alias in &mut entity.aliases {
        *alias = restored(alias);
    }
    move_all(entity.mentions.iter_mut().map(|it| &mut it.span), view);
}

fn restore_statement(statement: &mut Statement, view: &View) {
    let Statement {
        source,
        cue,
        content,
        quotations,
        ..
    } = statement;
    let source = source.iter_mut().map(|source| &mut source.span);
    move_all(source.chain(cue).chain(content).chain(quotations), view);
}

fn restore_fact(fact: &mut Fact, view: &View) {
    let Fact {
        trigger,
        mentions,
        roles,
        counts,
        place,
        hedges,
        loaded,
        evidence,
        ..
    } = fact;
    let spans = (mentions.iter_mut())
        .chain([trigger])
        .chain(roles.iter_mut().map(|role| &mut role.span))
        .chain(counts.iter_mut().map(|count| &mut count.span))
        .chain(hedges)
        .chain(loaded)
        .chain(evidence);
    move_all(spans, view);
    if let Some(place) = place {
        move_all(
            [&mut place.landmark].into_iter().chain(&mut place.within),
            view,
        );
    }
}

fn restore_summary(summary: &mut Summary, view: &View) {
    let text = view.whole();
    for line in &mut summary.lines {
        move_all(line.parts.iter_mut().map(|part| &mut part.span), view);
    }
    for answer in summary.questions.iter_mut().flatten() {
        answer.span = view.given(answer.span);
        answer.text = answer.span.of(text).to_owned();
    }
    move_all(
        summary.timeline.iter_mut().map(|entry| &mut entry.text),
        view,
    );
}
