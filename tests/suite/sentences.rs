//! Sentence boundaries: the network's, with what the text settles.

use nutgraf::analyzer::{Analyzer, Options};

/// Asserts that `text`, in which `|` stands for each boundary, is cut there and nowhere else.
#[track_caller]
fn check(analyzer: &Analyzer, name: &str, marked: &str) {
    let text = marked.replace(" | ", " ").replace('|', "");
    let Ok(report) = analyzer.analyze(&text, &Options::default()) else {
        unreachable!("{name}: not analysed");
    };
    let sentences: Vec<&str> = report.sentences.iter().map(|span| span.of(&text)).collect();
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(sentences, expected, "{name}");
}

#[test]
fn sentences_end() -> Result<(), Box<dyn std::error::Error>> {
    let analyzer = Analyzer::embedded()?;
    for (name, marked) in [
        ("full_stop", "The river rose. | Two bridges were closed."),
        (
            "title_before_name",
            "The order came from Gen. Maria Ortega on Friday.",
        ),
        (
            "title_cut_by_the_tokenizer",
            "The ship was commanded by Capt. Smith of Dover.",
        ),
        (
            "office_cut_short",
            "They met Syrian Pres. Adam Holm on Friday.",
        ),
        ("titles_in_a_row", "It was signed by Lt. Col. James Reed."),
        ("doctors", "Patients were seen by Drs. Adams and Lee."),
        (
            "initials",
            "The bill was drafted by John F. Kerry and J. P. Morgan.",
        ),
        (
            "state_before_pronoun",
            "The plane landed in the U.S. | He said nothing.",
        ),
        (
            "state_before_noun",
            "The U.S. Army said the road was closed.",
        ),
        (
            "company_before_pronoun",
            "She works for Acme Inc. | It has 300 staff.",
        ),
        ("company_before_noun", "She left Acme Inc. in May."),
        ("number_abbreviation", "He lives at No. 10 in the square."),
        ("no_as_a_word", "He said no. | The others agreed."),
        ("month", "The vote was held on Nov. 22 in Geneva."),
        (
            "clock_before_sentence",
            "The quake struck at 5 a.m. | Damage was slight.",
        ),
        (
            "clock_before_zone",
            "The quake struck at 5 a.m. EST on Monday.",
        ),
        ("clock_before_day", "The shop opens at 5 a.m. Tuesday."),
        ("versus", "The match was Spain vs. Italy in the final."),
        ("question", "Who did it? | Nobody knows."),
        (
            "closing_quotation_mark",
            "“We were lucky.” | The mayor left.",
        ),
        ("quotation_then_speaker", "“Never!” he said."),
        (
            "question_then_speaker",
            "“Is it over?” she asked the court.",
        ),
        (
            "straight_quotation_marks",
            "\"We will stay,\" he said. | \"We have to.\"",
        ),
        (
            "two_sentences_in_a_quotation",
            "“We were lucky. | The water stopped,” she said.",
        ),
        ("ellipsis_goes_on", "It was late... and nobody came."),
        (
            "bracketed_ellipsis",
            "He said the plan [...] would be dropped.",
        ),
        (
            "dateline_with_agency",
            "MOSCOW (Reuters) - | Two men were hurt on Monday.",
        ),
        (
            "dateline_with_date",
            "WASHINGTON, Nov. 22 (AP) — | Two men were hurt.",
        ),
        (
            "dash_is_no_dateline",
            "NATO - which has 32 members - met on Monday.",
        ),
        (
            "brackets_hold_sentences_together",
            "Nine people hid (one had a knife. Two had none.) | Police came at noon.",
        ),
        (
            "no_as_an_answer",
            "Is it closed? | No. | Buses ran all night.",
        ),
        (
            "ellipsis_before_a_quotation",
            "They waited for hours… | “It is over.” | He left.",
        ),
        ("name_under_a_quotation", "“It is a long game.” - Jane Roe"),
        ("credit", "Rescuers near the river. | Image: Jane Roe."),
        ("colon_within_sentence", "He saw one thing: smoke."),
        (
            "numbers_keep_together",
            "Prices rose by 3.5 percent in May.",
        ),
        ("score", "They won 2 – 1 in Leeds."),
        (
            "paragraphs",
            "Storm hits coast\n\n|Two people died.\n\n|It rained.",
        ),
        (
            "headline_of_capitals",
            "Storm Hits Coast, Killing Two\n\n|It rained.",
        ),
        (
            "lines_of_a_wrapped_paragraph",
            "The storm came in from the sea late in the evening and took\nthe roofs off two houses near the harbour.",
        ),
        ("brackets_at_the_end", "He left (so did she). | It rained."),
        (
            "web_address",
            "Details are at www.example.com and in the paper.",
        ),
        ("name_of_a_site", "Amazon.com Inc. said it would appeal."),
        (
            "letters_beyond_ascii",
            "Die Grünen won in Zürich. | Ångström lost. | “🇨🇭” was written on it.",
        ),
    ] {
        check(&analyzer, name, marked);
    }
    Ok(())
}

#[test]
fn appending_a_paragraph_leaves_earlier_sentences_alone() -> Result<(), Box<dyn std::error::Error>>
{
    let analyzer = Analyzer::embedded()?;
    let text = "Storm hits coast\n\nThe U.S. said: “No. 5 is lost.” It rained. MOSCOW (AP) - Two men left...";
    let before = analyzer.analyze(text, &Options::default())?.sentences;
    let longer = format!("{text}\n\nand then he left. The end");
    let after = analyzer.analyze(&longer, &Options::default())?.sentences;
    assert_eq!(after[..before.len()], before[..]);
    Ok(())
}
