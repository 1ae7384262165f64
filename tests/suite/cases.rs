//! Cases about facts in plain files: the smallest text that shows a behaviour, what the facts must be, and a near-miss beside it.
//!
//! ```text
//! == name of the behaviour
//! Three men were detained by border guards.            the text; ` / ` parts paragraphs
//! detained: gov.arrest; agent=border guards; patient=Three men; via agent=by-agent
//! ~ Three men were detained by nightfall.              the near-miss
//! detained: patient=Three men; no agent
//! ```
//!
//! A line names a fact by its trigger (or a mention; `killed#2` is the second with these words) and what must hold of it:
//! a type; `role=words + words` (all its fillers); `no role`; `via role=rule`; `inherited role`; `count of = 3 person` (any
//! comparator, `range 20..30`, `vague`), `no count`; a polarity, certainty or modality; `hedge=`, `loaded=`, `mentions=` words, or
//! `no hedge`; `iso=`, `bearing=`, `landmark=`, `within=`; `claims=source + article`, `claim 2 possible`; `conflict kind field`;
//! `causes WORD`, `before WORD` …; `above WORD` (salience). `no fact: WORD` and `facts: 3` speak of them all.

use nutgraf::analyzer::{Analyzer, Options};
use nutgraf::report::{CountOf, Fact, FactType, Report, Statement, StatementId};
use nutgraf::text::Span;

/// Runs every text of a file of cases; at least `floor` cases must be there. Panics with all that does not hold.
pub fn check(file: &str, floor: usize) {
    let analyzer = Analyzer::embedded().expect("the weights are in the crate");
    let mut failures = Vec::new();
    let (mut cases, mut texts) = (0, 0);
    let mut name = "";
    let mut current: Option<(String, Report)> = None;
    for line in file
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
    {
        if let Some(title) = line.strip_prefix("== ") {
            cases += 1;
            name = title;
            current = None;
        } else if line.starts_with("~ ") || current.is_none() {
            texts += 1;
            let text = line.trim_start_matches("~ ").replace(" / ", "\n\n");
            let report = analyzer
                .analyze(&text, &Options::default())
                .expect("English, and short");
            current = Some((text, report));
        } else if let Some((text, report)) = &current {
            for failure in fails(text, report, line) {
                failures.push(format!("{name}: {text:?}\n    {failure}"));
            }
        }
    }
    assert!(
        cases >= floor,
        "{cases} cases, at least {floor} are promised"
    );
    assert!(
        texts >= cases * 2,
        "{texts} texts for {cases} cases: some have no near-miss"
    );
    assert!(
        failures.is_empty(),
        "{} do not hold:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// Checks the lines of `wanted` against one text.
pub fn check_text(text: &str, report: &Report, wanted: &str) {
    let failures: Vec<String> = wanted
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
        .flat_map(|line| fails(text, report, line))
        .collect();
    assert!(
        failures.is_empty(),
        "{} do not hold:\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// What of one line does not hold.
pub fn fails(text: &str, report: &Report, line: &str) -> Vec<String> {
    let of = |span: Span| span.of(text);
    if let Some(word) = line.strip_prefix("no fact: ") {
        let there = report.facts.iter().any(|fact| of(fact.trigger) == word);
        return if there {
            vec![line.to_owned()]
        } else {
            Vec::new()
        };
    }
    if let Some(number) = line.strip_prefix("facts: ") {
        let holds = number.parse() == Ok(report.facts.len());
        return if holds {
            Vec::new()
        } else {
            vec![format!("{line}, there are {}", report.facts.len())]
        };
    }
    let Some((word, items)) = line.split_once(": ") else {
        return vec![format!("not a line of a case: {line}")];
    };
    let Some(index) = find(text, report, word) else {
        let there: Vec<&str> = report.facts.iter().map(|fact| of(fact.trigger)).collect();
        return vec![format!("no fact “{word}”, there are {there:?}")];
    };
    let view = View {
        text,
        report,
        fact: &report.facts[index],
    };
    items
        .split("; ")
        .filter_map(|item| {
            let (holds, found) = view.holds(item);
            (!holds).then(|| format!("{word}: {item}, found {found}"))
        })
        .collect()
}

/// The index of the fact that `word` names.
fn find(text: &str, report: &Report, word: &str) -> Option<usize> {
    let (word, nth) = match word.split_once('#') {
        Some((word, nth)) => (word, nth.parse().ok()?),
        None => (word, 1),
    };
    report
        .facts
        .iter()
        .enumerate()
        .filter(|(_, fact)| fact.trigger.of(text) == word)
        .nth(nth - 1)
        .map(|(index, _)| index)
        .or_else(|| {
            report
                .facts
                .iter()
                .position(|fact| fact.mentions.iter().any(|m| m.of(text) == word))
        })
}

/// One fact of a report.
struct View<'a> {
    text: &'a str,
    report: &'a Report,
    fact: &'a Fact,
}

impl View<'_> {
    /// Whether `item` holds, and what was found instead.
    fn holds(&self, item: &str) -> (bool, String) {
        let fact = self.fact;
        let (head, rest) = item.split_once(' ').unwrap_or((item, ""));
        match head {
            "no" => return self.lacks(rest),
            "via" => {
                let (role, rule) = rest.split_once('=').unwrap_or((rest, ""));
                let found: Vec<&str> = fact
                    .roles
                    .iter()
                    .filter(|r| r.role.name() == role)
                    .map(|r| r.via.as_ref())
                    .collect();
                return (found.contains(&rule), format!("{found:?}"));
            }
            "inherited" => {
                let found = fact
                    .roles
                    .iter()
                    .any(|r| r.role.name() == rest && r.inherited);
                return (found, format!("{found}"));
            }
            "count" => return self.counts(rest),
            "claim" => {
                let (number, value) = rest.split_once(' ').unwrap_or((rest, ""));
                let claim = number
                    .parse::<usize>()
                    .ok()
                    .and_then(|n| fact.claims.get(n - 1));
                let found = claim.map_or([""; 3], |c| {
                    [c.polarity.name(), c.certainty.name(), c.modality.name()]
                });
                return (found.contains(&value), format!("{found:?}"));
            }
            "conflict" => {
                let found: Vec<String> = fact
                    .conflicts
                    .iter()
                    .map(|c| format!("{} {}", c.kind, c.field))
                    .collect();
                return (found.iter().any(|f| f == rest), format!("{found:?}"));
            }
            "above" => {
                let other = find(self.text, self.report, rest)
                    .map_or(f32::MAX, |i| self.report.facts[i].salience);
                return (
                    fact.salience > other,
                    format!("{} against {other}", fact.salience),
                );
            }
            "before" | "causes" | "caused_by" | "part_of" | "contradicts" => {
                let other = find(self.text, self.report, rest);
                let found: Vec<String> = fact
                    .relations
                    .iter()
                    .map(|r| {
                        format!(
                            "{} {}",
                            r.kind,
                            self.report.facts[r.fact.0].trigger.of(self.text)
                        )
                    })
                    .collect();
                let holds = fact
                    .relations
                    .iter()
                    .any(|r| r.kind.name() == head && Some(r.fact.0) == other);
                return (holds, format!("{found:?}"));
            }
            _ => {}
        }
        let Some((key, words)) = item.split_once('=') else {
            if FactType::from_name(item).is_some() {
                return (fact.kind.name() == item, fact.kind.name().to_owned());
            }
            let found = [
                fact.polarity.name(),
                fact.certainty.name(),
                fact.modality.name(),
            ];
            return (found.contains(&item), format!("{found:?}"));
        };
        let mut found: Vec<String> = self.list(key);
        let mut wanted: Vec<String> = words.split(" + ").map(str::to_owned).collect();
        if !matches!(key, "claims" | "chain") {
            found.sort();
            wanted.sort();
        }
        (found == wanted, format!("{found:?}"))
    }

    /// The words under a key.
    fn list(&self, key: &str) -> Vec<String> {
        let fact = self.fact;
        let of = |span: &Span| span.of(self.text).to_owned();
        match key {
            "hedge" => fact.hedges.iter().map(of).collect(),
            "loaded" => fact.loaded.iter().map(of).collect(),
            "mentions" => fact.mentions.iter().map(of).collect(),
            "lemma" => vec![fact.lemma.clone()],
            "iso" => vec![fact.time.clone().unwrap_or_else(|| "none".into())],
            "bearing" => fact
                .place
                .iter()
                .filter_map(|p| p.bearing)
                .map(|b| b.name().to_owned())
                .collect(),
            "landmark" => fact.place.iter().map(|p| of(&p.landmark)).collect(),
            "within" => fact
                .place
                .iter()
                .filter_map(|p| p.within.as_ref())
                .map(of)
                .collect(),
            "claims" => fact
                .claims
                .iter()
                .map(|c| self.source(c.statement))
                .collect(),
            "modes" => fact
                .claims
                .iter()
                .map(|c| {
                    c.statement.map_or("author".to_owned(), |s| {
                        self.statement(s).mode.name().to_owned()
                    })
                })
                .collect(),
            "chain" => {
                let mut chain = Vec::new();
                let mut next = fact.claims.first().and_then(|c| c.statement);
                while let Some(id) = next {
                    chain.push(self.source(Some(id)));
                    next = self.statement(id).within;
                }
                chain
            }
            role => fact
                .roles
                .iter()
                .filter(|r| r.role.name() == role)
                .map(|r| of(&r.span))
                .collect(),
        }
    }

    fn statement(&self, id: StatementId) -> &Statement {
        &self.report.statements[id.0]
    }

    fn source(&self, id: Option<StatementId>) -> String {
        match id {
            None => "article".into(),
            Some(id) => self
                .statement(id)
                .source
                .as_ref()
                .map_or("nobody".into(), |s| s.span.of(self.text).to_owned()),
        }
    }

    /// `no agent`, `no hedge`, `no count patient`, `no before` …
    fn lacks(&self, what: &str) -> (bool, String) {
        let fact = self.fact;
        match what {
            "hedge" | "loaded" => {
                let found = self.list(what);
                (found.is_empty(), format!("{found:?}"))
            }
            "conflict" => (fact.conflicts.is_empty(), format!("{:?}", fact.conflicts)),
            "count" => (fact.counts.is_empty(), format!("{:?}", fact.counts)),
            "before" | "causes" | "caused_by" | "part_of" | "contradicts" => {
                let there = fact.relations.iter().any(|r| r.kind.name() == what);
                (!there, format!("{:?}", fact.relations))
            }
            _ => match what.strip_prefix("count ") {
                Some(of) => {
                    let there = fact.counts.iter().any(|c| of_name(c.of) == of);
                    (!there, format!("{:?}", fact.counts))
                }
                None => {
                    let found = self.list(what);
                    (found.is_empty(), format!("{found:?}"))
                }
            },
        }
    }

    /// `patient >= 10 person`, `event = 3`, `patient range 20..30 round`, `agent vague`, `patient none`.
    fn counts(&self, item: &str) -> (bool, String) {
        let found: Vec<String> = self
            .fact
            .counts
            .iter()
            .map(|c| {
                format!(
                    "{} {} {:?}..{:?} {}",
                    of_name(c.of),
                    c.comparator,
                    c.value,
                    c.max,
                    c.unit
                )
            })
            .collect();
        let mut words = item.split(' ');
        let (of, comparator) = (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default(),
        );
        let rest: Vec<&str> = words.collect();
        let holds = self
            .fact
            .counts
            .iter()
            .filter(|c| of_name(c.of) == of)
            .any(|c| {
                if c.comparator.name() != comparator {
                    return false;
                }
                if comparator == "vague" {
                    return rest.is_empty() || c.unit == rest.join(" ");
                }
                let (low, high) = rest
                    .first()
                    .and_then(|v| v.split_once(".."))
                    .unwrap_or((rest.first().copied().unwrap_or_default(), ""));
                c.value == low.parse().ok()
                    && (high.is_empty() || c.max == high.parse().ok())
                    && (rest.len() < 2 || c.unit == rest[1..].join(" "))
            });
        let none = comparator == "none" && !self.fact.counts.iter().any(|c| of_name(c.of) == of);
        (holds || none, format!("{found:?}"))
    }
}

fn of_name(of: CountOf) -> &'static str {
    match of {
        CountOf::Role(role) => role.name(),
        CountOf::Event => "event",
        CountOf::Distance => "distance",
    }
}
