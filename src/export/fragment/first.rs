//! The first blocks: the article in one sentence with who commits to it, and the five Ws and how.

use super::block::section;
use super::markup::{Html, all, element, plain};
use super::reading::Reading;
use super::told::{BOLD, WITH_MODE, cited, silent, slice, told};
use crate::report::{Answer, Claim, Fact};

const QUESTIONS: [&str; 6] = ["who", "what", "when", "where", "why", "how"];
/// Sources that the headline names.
const SAYERS: usize = 5;

pub fn headline(reading: &Reading) -> Option<Html> {
    let line = reading.report.summary.headline.as_ref()?;
    let fact = line.facts.first().and_then(|&id| reading.report.fact(id));
    let claims = fact.map(|fact| {
        let rows = fact.claims.iter().take(SAYERS);
        plain(
            "ul.claims",
            rows.map(|claim| claim_row(reading, fact, claim))
                .collect::<Html>(),
        )
    });
    let title = reading.words.say("oneSentence");
    Some(element(
        "section.one",
        &[("aria-labelledby", "h-one"), ("part", "headline")],
        all![
            element("h3.vh", &[("id", "h-one")], title),
            plain("p.lead", told(reading, line)),
            claims
        ],
    ))
}

/// One source's commitment. Its own words are shown where they differ from the sentence above: in a headline, or with a hedge.
fn claim_row(reading: &Reading, fact: &Fact, claim: &Claim) -> Html {
    let named = reading.claimed(fact, Some(claim));
    let stretch = reading.stretch(fact, named);
    let hedged = fact.hedges.iter().any(|&hedge| stretch.contains(hedge));
    let words = (hedged || reading.in_title(named))
        .then(|| all![": ", plain("span.w", slice(reading, stretch, &fact.hedges))]);
    let key = reading.certainty(claim, fact);
    plain(
        "li",
        all![
            plain("span.cert", reading.words.say(key)),
            plain("span", cited(reading, named, BOLD, words)),
        ],
    )
}

pub fn questions(reading: &Reading) -> Html {
    let rows = (QUESTIONS.iter().zip(&reading.report.summary.questions)).map(|(key, given)| {
        let question = plain("dt", reading.words.say(key));
        plain("div", all![question, answer(reading, key, given.as_ref())])
    });
    let title = reading.words.say("fiveWs");
    section("five", title, "", plain("dl", rows.collect::<Html>()))
}

fn answer(reading: &Reading, key: &str, given: Option<&Answer>) -> Html {
    let Some(given) = given else {
        return plain("dd", silent(reading, "notStated"));
    };
    let calendar = (key == "when").then(|| match date(reading, given) {
        Some(date) => format!(" · {}", reading.words.fill("dateRead", "date", &date)).into(),
        None => all![
            " · ",
            format!("{} ", reading.words.say("calendarDate")),
            silent(reading, "notStated")
        ],
    });
    plain(
        "dd",
        all![
            plain("span.w", reading.slice(given.span)),
            plain(
                "span.src",
                all![cited(reading, given.span, WITH_MODE, ""), calendar]
            ),
        ],
    )
}

/// The calendar's date of an answer: its fact's, or else that of the first date in its words.
fn date(reading: &Reading, given: &Answer) -> Option<String> {
    let time = given
        .fact
        .and_then(|id| reading.report.fact(id)?.time.as_deref());
    let dates = || {
        let dated = reading.report.entities.iter().filter_map(|entity| {
            let iso = entity.value.as_ref()?.iso.as_deref()?;
            let starts = entity.mentions.iter().map(|mention| mention.span.start);
            let start = starts
                .filter(|at| (given.span.start..given.span.end).contains(at))
                .min()?;
            Some((start, iso))
        });
        dated.min_by_key(|(start, _)| *start).map(|(_, iso)| iso)
    };
    reading.calendar(time.or_else(dates))
}
