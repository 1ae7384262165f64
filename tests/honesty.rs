//! The law over all of the project's articles: no content word without a span, no number without its comparator, nothing denied
//! or doubted told plainly, nothing that others say told as the article's own, no sentence copied.

use std::path::{Path, PathBuf};

use nutgraf::analyzer::{Analyzer, Foreign, Options};
use nutgraf::lexicon::{CONNECTIVES, NEGATORS, verb};
use nutgraf::report::{Certainty, Comparator, Modality, Polarity, Report};
use nutgraf::text::{Unit, sha256_hex};
use nutgraf::verify::{Fault, Part, stale_facts, verify};
use nutgraf::{Span, wire};

fn articles() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Others too, by hand: the same must hold for them.
    let more = std::env::var("NUTGRAF_ARTICLES").ok();
    let mut files: Vec<PathBuf> = ["seeds", "tests/articles"]
        .into_iter()
        .chain(more.as_deref())
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).expect("the folder is there"))
        .map(|entry| entry.expect("readable").path())
        .map(|path| match path.is_dir() {
            true => path.join("text.txt"),
            false => path,
        })
        .filter(|path| path.extension().is_some_and(|it| it == "txt") && path.exists())
        .collect();
    files.sort();
    assert!(files.len() >= 11, "{files:?}");
    files
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("UTF-8");
            (path.display().to_string(), text)
        })
        .collect()
}

fn reports() -> Vec<(String, String, Report)> {
    analysed(articles())
}

fn analysed(articles: Vec<(String, String)>) -> Vec<(String, String, Report)> {
    let analyzer = Analyzer::embedded().expect("the weights are good");
    let options = Options {
        foreign: Foreign::Force,
        ..Options::default()
    };
    articles
        .into_iter()
        .map(|(name, text)| {
            let report = analyzer
                .analyze(&text, &options)
                .expect("short, and forced");
            (name, text, report)
        })
        .collect()
}

fn seed() -> (String, String, Report) {
    let mut all = articles();
    all.retain(|(name, _)| name.contains("/seeds/"));
    analysed(all).pop().expect("the seed article")
}

fn words(text: &str) -> Vec<String> {
    (text.to_lowercase())
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .map(|word| word.trim_matches(['\'', '’']).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn every_report_proves_itself() {
    for (name, text, report) in reports() {
        let findings: Vec<String> = verify(&report, &text)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert!(findings.is_empty(), "{name}: {findings:#?}");
    }
}

#[test]
fn every_article_has_a_main_fact_and_lines() {
    for (name, _, report) in reports() {
        assert!(report.summary.headline.is_some(), "{name}");
        assert!(report.summary.lines.len() >= 5, "{name}");
        // Who and what are stated in every article of this kind.
        assert!(
            report.summary.questions[..2].iter().all(Option::is_some),
            "{name}"
        );
    }
}

#[test]
fn no_word_without_a_span() {
    for (name, text, report) in reports() {
        for line in report.summary.all_lines() {
            for part in &line.parts {
                match part.span {
                    Some(span) => {
                        let slice = span.of(&text);
                        assert!(
                            part.text == slice || verb::same(slice, &part.text),
                            "{name}: “{}” for “{slice}”",
                            part.text
                        );
                    }
                    None => {
                        for word in words(&part.text) {
                            assert!(
                                CONNECTIVES.contains(&word),
                                "{name}: “{word}” in “{}”",
                                line.text()
                            );
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn no_number_without_its_comparator() {
    let mut wrong: Vec<String> = Vec::new();
    let mut seen = 0;
    for (name, text, report) in reports() {
        for line in report.summary.all_lines() {
            let shown = |span: Span| {
                line.parts
                    .iter()
                    .any(|part| part.span.is_some_and(|it| it.overlaps(span)))
            };
            for count in report.facts.iter().flat_map(|fact| &fact.counts) {
                if matches!(count.comparator, Comparator::Equal | Comparator::Vague) {
                    continue;
                }
                let digits: Vec<Span> = digits_in(&text, count.span);
                if digits.iter().any(|&span| shown(span)) {
                    seen += 1;
                    let whole = words_in(&text, count.span);
                    let told = words(&line.text());
                    let kept = (whole.iter())
                        .all(|&word| shown(word) || told.contains(&word.of(&text).to_lowercase()));
                    if !kept {
                        wrong.push(format!(
                            "{name}: “{}” of “{}”",
                            line.text(),
                            count.span.of(&text)
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen}: {wrong:#?}", wrong.len());
    assert!(seen >= 20, "{seen}");
}

/// The spans of the words in a span.
fn words_in(text: &str, span: Span) -> Vec<Span> {
    let all = span.of(text);
    (all.split_whitespace())
        .map(|word| {
            let start = span.start + (word.as_ptr() as usize - all.as_ptr() as usize);
            Span::new(start, start + word.len())
        })
        .collect()
}

/// The spans of the figures in a span.
fn digits_in(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    (words.char_indices())
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(i, _)| Span::new(span.start + i, span.start + i + 1))
        .collect()
}

#[test]
fn nothing_denied_is_told_plainly() {
    let mut wrong: Vec<String> = Vec::new();
    let mut seen = 0;
    for (name, _, report) in reports() {
        for line in report.summary.all_lines() {
            let denied = |id: &nutgraf::report::FactId| {
                let fact = &report.facts[id.0];
                fact.claims
                    .iter()
                    .all(|claim| claim.polarity == Polarity::Negated)
            };
            if line.facts.iter().any(denied) {
                seen += 1;
                let denies = words(&line.text()).iter().any(|word| {
                    NEGATORS.contains(word)
                        || word.ends_with("n't")
                        || word.ends_with("n’t")
                        || NEGATORS
                            .iter()
                            .any(|(negator, _)| negator.len() >= 4 && verb::same(word, negator))
                });
                if !denies {
                    wrong.push(format!("{name}: “{}”", line.text()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen}: {wrong:#?}", wrong.len());
    assert!(seen >= 5, "{seen}");
}

#[test]
fn nothing_doubted_is_told_without_its_hedge() {
    let mut wrong: Vec<String> = Vec::new();
    let mut seen = 0;
    for (name, text, report) in reports() {
        for line in report.summary.all_lines() {
            for fact in line.facts.iter().map(|id| &report.facts[id.0]) {
                let doubted = fact
                    .claims
                    .iter()
                    .all(|claim| claim.certainty != Certainty::Certain);
                if !doubted || fact.hedges.is_empty() {
                    continue;
                }
                seen += 1;
                let told = words(&line.text());
                // One of the words that lower the certainty, where it stands ("couldn't") or in the past tense.
                let shown = |span: Span| {
                    (line.parts.iter()).any(|part| part.span.is_some_and(|it| it.overlaps(span)))
                };
                // "efforts to defeat them" and "to defeat them": that it is only meant shows in the clause itself.
                let meant = fact.modality != Modality::Actual;
                let near = |hedge: Span| {
                    (report.sentences.iter()).any(|&it| it.contains(hedge) && shown(it))
                };
                let mut hedges = (fact.hedges.iter())
                    .filter(|&&it| !meant || near(it))
                    .peekable();
                if hedges.peek().is_none() {
                    continue;
                }
                let kept = hedges.any(|&hedge| {
                    shown(hedge)
                        || (words(hedge.of(&text)).iter())
                            .any(|word| told.iter().any(|it| it == word || verb::same(it, word)))
                });
                if !kept {
                    wrong.push(format!("{name}: “{}”", line.text()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen}: {wrong:#?}", wrong.len());
    assert!(seen >= 5, "{seen}");
}

#[test]
fn nothing_that_others_say_is_the_articles_own() {
    let mut wrong: Vec<String> = Vec::new();
    let mut seen = 0;
    for (name, text, report) in reports() {
        for line in report.summary.all_lines() {
            for fact in line.facts.iter().map(|id| &report.facts[id.0]) {
                if fact.claims.is_empty()
                    || fact.claims.iter().any(|claim| claim.statement.is_none())
                {
                    continue;
                }
                seen += 1;
                let shown = |span: Span| {
                    line.parts
                        .iter()
                        .any(|part| part.span.is_some_and(|it| it.overlaps(span)))
                };
                let sourced = fact
                    .claims
                    .iter()
                    .filter_map(|claim| claim.statement)
                    .any(|id| {
                        let mut next = Some(id);
                        std::iter::from_fn(|| {
                            let it = &report.statements[next?.0];
                            next = it.within;
                            Some(it)
                        })
                        .take(4)
                        .any(|statement| {
                            let source = statement.source.as_ref();
                            let entity = source
                                .and_then(|it| it.entity)
                                .map(|id| &report.entities[id.0]);
                            source.is_some_and(|it| shown(it.span))
                                || entity.is_some_and(|it| {
                                    it.mentions.iter().any(|mention| shown(mention.span))
                                })
                                || statement.cue.is_some_and(shown)
                                || source.is_none() && line.text().contains("it was said")
                        })
                    });
                if !sourced {
                    wrong.push(format!(
                        "{name}: “{}” of “{}”",
                        line.text(),
                        fact.trigger.of(&text)
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen}: {wrong:#?}", wrong.len());
    assert!(seen >= 30, "{seen}");
}

#[test]
fn no_line_is_a_sentence_copied() {
    for (name, text, report) in reports() {
        for line in report.summary.all_lines() {
            let own = words(&line.text());
            for sentence in &report.sentences {
                assert!(
                    words(sentence.of(&text)) != own,
                    "{name}: “{}”",
                    line.text()
                );
            }
        }
    }
}

#[test]
fn an_edited_text_makes_its_facts_stale_and_no_others() {
    let (_, text, report) = seed();
    let edited = text.replacen("100", "900", 1);
    assert_eq!(edited.len(), text.len());
    let findings = verify(&report, &edited);
    assert_eq!(findings[0].part, Part::Text);
    let stale = stale_facts(&findings);
    for (i, fact) in report.facts.iter().enumerate() {
        let touched = fact
            .evidence
            .iter()
            .any(|span| span.of(&text) != span.of(&edited));
        assert_eq!(stale.iter().any(|id| id.0 == i), touched, "f{}", i + 1);
    }
    assert!(stale.len() < report.facts.len());
}

#[test]
fn a_report_read_back_is_the_same_report() {
    for (name, text, report) in reports() {
        for unit in Unit::ALL {
            let written = wire::write(&report, &text, unit);
            let json = serde_json::to_string(&written).expect("plain data");
            let again: wire::Report = serde_json::from_str(&json).expect("a report");
            let read = wire::read(&again, &text).expect("a good report");
            assert!(verify(&read, &text).is_empty(), "{name}");
            assert_eq!(
                serde_json::to_string(&wire::write(&read, &text, unit)).expect("plain data"),
                json,
                "{name}"
            );
        }
    }
}

#[test]
fn forgeries_are_named() {
    let (_, text, good) = seed();
    let faults = |forge: &dyn Fn(&mut Report)| -> Vec<Fault> {
        let mut report = good.clone();
        forge(&mut report);
        verify(&report, &text)
            .into_iter()
            .map(|finding| finding.fault)
            .collect()
    };
    let first = |report: &mut Report, text: &str| {
        report.summary.lines[0].parts.push(nutgraf::report::Part {
            text: text.to_owned(),
            span: None,
        })
    };
    // The same number of words, so that only their origin is wrong.
    assert!(matches!(
        faults(&|it| first(it, " secretly"))[..],
        [Fault::Untraced(_)]
    ));
    assert!(faults(&|it| first(it, " and the")).is_empty());
    // Marks that turn the words round, and words made of pieces.
    assert!(matches!(
        faults(&|it| first(it, " \u{202e}and"))[..],
        [Fault::Untraced(_)]
    ));
    for (from, upto) in [(1, 0), (0, 2)] {
        let cut = faults(&|it| {
            let parts = it.summary.lines[0].parts.iter_mut();
            let part = { parts }.find(|part| part.text.len() > 8).expect("words");
            let span = part.span.expect("the text's own");
            let span = Span::new(span.start + from, span.end - upto);
            (part.text, part.span) = (span.of(&text).to_owned(), Some(span));
        });
        let untraced = |fault: &Fault| matches!(fault, Fault::Untraced(_));
        assert!(cut.iter().any(untraced), "{from} {upto}: {cut:?}");
    }
    assert!(matches!(
        faults(&|it| it.text_hash = sha256_hex("another"))[..],
        [Fault::Changed]
    ));
    assert!(matches!(faults(&|it| it.length += 1)[..], [Fault::Changed]));
    assert!(
        faults(&|it| it.facts[0].trigger = Span::new(text.len(), text.len() + 9))
            .iter()
            .any(|fault| matches!(fault, Fault::Span(_, _)))
    );
    assert!(
        faults(&|it| it.facts[0].claims.clear())
            .iter()
            .any(|fault| matches!(fault, Fault::Unclaimed))
    );
    assert!(
        faults(&|it| {
            let part = it.summary.lines[0]
                .parts
                .iter_mut()
                .find(|part| part.span.is_some())
                .expect("a traced part");
            part.text = part.text.replace(|c: char| c.is_ascii_digit(), "9") + " ghosts";
        })
        .iter()
        .any(|fault| matches!(fault, Fault::Words(_, _)))
    );
    assert!(
        faults(&|it| {
            let answer = it.summary.questions[0].as_mut().expect("who");
            answer.text = "Nobody".to_owned();
        })
        .iter()
        .any(|fault| matches!(fault, Fault::Words(_, _)))
    );
    assert!(
        faults(&|it| it.digests[1] = "0".repeat(16))
            .iter()
            .any(|fault| matches!(fault, Fault::Stale(_)))
    );
    // A line that leaves out who says so.
    assert!(
        faults(&|it| {
            let fact = it.summary.lines.iter().position(|line| {
                line.facts.iter().all(|id| {
                    it.facts[id.0]
                        .claims
                        .iter()
                        .all(|claim| claim.statement.is_some())
                })
            });
            let fact = fact.expect("an attributed line");
            let trigger = it.facts[it.summary.lines[fact].facts[0].0].trigger;
            it.summary.lines[fact]
                .parts
                .retain(|part| part.span.is_some_and(|span| span.overlaps(trigger)));
        })
        .iter()
        .any(|fault| matches!(fault, Fault::Hidden(_)))
    );
}
