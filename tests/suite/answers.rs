//! Who, what, when, where, why and how: what the answers are, and where there is none.

use nutgraf::analyzer::{Analyzer, Options};
use nutgraf::report::Question;

#[test]
fn answers_are_the_articles_words() {
    let analyzer = Analyzer::embedded().expect("the weights are good");
    let mut wrong = Vec::new();
    for (name, text, question, wanted) in [
        (
            "who_did_it_not_who_says_so",
            "Ferry sinks off the coast, dozens missing\n\nA ferry sank off Crete on Sunday, the coast guard said.",
            "who",
            Some("A ferry"),
        ),
        (
            "survey_is_nobody",
            "A recent survey of party insiders shows that Ana Ruiz could lose 100 delegates in June.",
            "who",
            None,
        ),
        (
            "headline_over_a_standfirst",
            "Cargo ship runs aground near the old harbour\nThe crew was taken off by helicopter, officials said\n\nA cargo ship ran aground on Monday, officials said.",
            "who",
            Some("A cargo ship"),
        ),
        (
            "how_much_is_part_of_what",
            "The profit of the firm fell 18% in the spring because of a strike, it said on Monday.",
            "what",
            Some("fell 18% in the spring because of a strike"),
        ),
        (
            "what_has_its_adverbs",
            "Man arrested after woman found dead\n\nA man was arrested in Dover on Sunday, police said.",
            "what",
            Some("was arrested in Dover on Sunday"),
        ),
        (
            "place_of_a_headline_alone_is_none",
            "Strong quake rocks eastern Nepal\n\nThe quake was felt by many people on Monday, officials said.",
            "where",
            None,
        ),
        (
            "dateline_before_places_of_later_sentences",
            "Motor firm cuts its forecast\n\nDETROIT, Oct 24 (AP) - The firm cut its forecast on Thursday. It sold fewer cars. It hired nobody. Its bosses would not say whether a new plant in Tennessee would be delayed.",
            "where",
            Some("DETROIT"),
        ),
        (
            "bare_noun_is_no_place",
            "A clerk was convicted of misconduct in public office after a long trial.",
            "where",
            None,
        ),
        (
            "trip_is_no_place",
            "President Ana Ruiz began a tour of west African states on Monday, in the first trip to Africa of her new term.",
            "where",
            None,
        ),
        (
            "place_of_a_meeting",
            "Two ministers signed a treaty on Monday at a conference in Geneva.",
            "where",
            Some("Geneva"),
        ),
        (
            "spot_with_its_place",
            "A bomb exploded on Monday at a market in Karachi.",
            "where",
            Some("a market in Karachi"),
        ),
        (
            "streets_of_a_town_are_no_where",
            "Thousands of people took to the streets of Lisbon on Tuesday.",
            "where",
            None,
        ),
        (
            "in_response_to_is_why",
            "Norland closed its embassy in Eastport on Tuesday in response to the arrest of two reporters.",
            "why",
            Some("in response to the arrest of two reporters"),
        ),
        (
            "in_protest_at_is_why",
            "Doctors at the main hospital in Eastport walked out on Monday in protest at the arrest of two colleagues.",
            "why",
            Some("in protest at the arrest of two colleagues"),
        ),
        (
            "suspicion_is_no_cause",
            "A man was arrested on suspicion of murder early on Sunday, police said.",
            "why",
            None,
        ),
        (
            "cause_of_another_sentence_is_none",
            "Rosa Keane, an architect, died on Sunday at her home. The cause was complications of pneumonia, her son said.",
            "why",
            None,
        ),
        (
            "cause_that_is_not_known_is_none",
            "A warehouse burned down on Sunday. The cause was not known, police said.",
            "why",
            None,
        ),
        (
            "minutes_after_is_when",
            "A plane crashed into a lake on Monday minutes after taking off, officials said.",
            "why",
            None,
        ),
        (
            "price_is_no_purpose",
            "Rovers have signed the striker Mikkel Holm for a fee of £38m.",
            "why",
            None,
        ),
        (
            "someone_is_no_means",
            "Harwick equalised shortly before half-time through Ryan Pike.",
            "how",
            None,
        ),
        (
            "by_how_much_is_not_how",
            "A strike at two plants cut production by about 90,000 cars, the firm said.",
            "how",
            None,
        ),
    ] {
        let report = analyzer
            .analyze(text, &Options::default())
            .expect("English, and short");
        let found = (Question::ALL.iter().zip(&report.summary.questions))
            .find(|(it, _)| it.name() == question)
            .and_then(|(_, answer)| answer.as_ref())
            .map(|answer| answer.text.as_str());
        if found != wanted {
            wrong.push(format!("{name}: {question} is {found:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
