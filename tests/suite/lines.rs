//! Lines: sentences in the article's own words. What a retold clause would lose stands in them, because they are the sentence.

use nutgraf::Span;
use nutgraf::analyzer::{Analyzer, Options};
use nutgraf::report::{Line, Part, PartKind};
use nutgraf::verify::verify;

/// One line of `text` shows each of `kept` as it stands, no words are in two lines, and every line can be proved.
fn check(text: &str, kept: &[&str]) {
    let analyzer = Analyzer::embedded().expect("the weights are good");
    let report = analyzer
        .analyze(text, &Options::default())
        .expect("English, and short");
    let lines: Vec<&str> = (report.summary.lines.iter())
        .map(|line| line.text.as_str())
        .collect();
    for words in kept {
        let telling = lines.iter().filter(|line| line.contains(words));
        assert_eq!(telling.count(), 1, "“{words}” in {lines:#?}");
    }
    assert_eq!(verify(&report, text), [], "{lines:#?}");
}

/// One test a case: what it shows, the text, and words that one line has.
macro_rules! cases {
    ($($name:ident: $text:literal => [$($kept:literal),*];)*) => {
        $(#[test]
        fn $name() {
            check($text, &[$($kept),*]);
        })*
    };
}

cases! {
    comparator_stays_with_its_number:
        "The firm bought the land for more than $5 million in March." => ["for more than $5 million in March"];
    nearly_stays:
        "Nearly 40 houses were destroyed by the fire, officials estimated." => ["Nearly 40 houses", "officials estimated"];
    source_at_the_end_stays:
        "About 300 workers were injured in the collapse, according to the fire service." => ["in the collapse, according to the fire service."];
    source_in_between_stays:
        "The rebels, he said, had fled." => ["The rebels, he said, had fled."];
    source_of_two_clauses_stays:
        "At least 30 drivers were fined and twelve lorries were impounded, the transport ministry said."
        => ["fined and twelve lorries were impounded, the transport ministry said."];
    negation_stays:
        "The soldiers did not shoot, the captain insisted." => ["The soldiers did not shoot, the captain insisted."];
    negated_second_verb_stays:
        "The bill was passed but not signed." => ["was passed but not signed"];
    no_one_stays:
        "No one was hurt in the crash, officials said." => ["No one was hurt in the crash"];
    modal_stays:
        "The court may overturn the ruling, lawyers said." => ["may overturn the ruling, lawyers said"];
    might_have_stays:
        "The report said the dam might have failed because of heavy rain." => ["The report said the dam might have failed because"];
    whether_stays:
        "It was unclear whether the pilot survived." => ["It was unclear whether the pilot survived."];
    looking_into_whether_stays:
        "Police are looking into whether the driver was drunk." => ["are looking into whether the driver was drunk"];
    condition_stays_with_its_consequence:
        "If the strike continues, the airline will cancel flights, the union warned."
        => ["If the strike continues, the airline will cancel flights, the union warned."];
    unless_stays:
        "Unless talks resume, the union will strike, its leader said." => ["Unless talks resume, the union will strike"];
    no_evidence_stays_in_front:
        "There is no evidence that the minister took bribes, the prosecutor said." => ["There is no evidence that the minister took bribes, the prosecutor said."];
    fears_stay_in_front:
        "There were fears that the dam would burst." => ["There were fears that the dam would burst."];
    wanting_is_not_doing:
        "Protesters wanted to storm the palace, a police officer said." => ["wanted to storm the palace, a police officer said"];
    refusing_is_not_doing:
        "Workers refused to return to the mine." => ["Workers refused to return"];
    double_negation_stays_whole:
        "Officials said they had not ruled out sabotage." => ["Officials said they had not ruled out sabotage."];
    expected_stays:
        "The president is expected to sign the bill on Thursday, his spokesman said." => ["is expected to sign the bill on Thursday, his spokesman said"];
    belief_of_a_speaker_stays:
        "“We believe the driver fell asleep,” the inspector said." => ["“We believe the driver fell asleep,” the inspector said."];
    first_person_stays_in_its_marks:
        "“We will not pay,” the mayor said." => ["“We will not pay,” the mayor said."];
    participle_stays_with_its_subject:
        "A bomb exploded in the market on Monday, killing at least 12 people and wounding dozens, police said."
        => ["killing at least 12 people and wounding dozens, police said"];
    restrictive_clause_stays:
        "Those who ate eggs were less likely to fall ill than those who ate none, Larsson said."
        => ["Those who ate eggs were less likely to fall ill than those who ate none, Larsson said."];
    plan_that_was_rejected_stays_rejected:
        "The council voted on Monday to reject a plan that would have closed two schools, dealing a blow to Mayor Ana Ruiz."
        => ["to reject a plan that would have closed two schools, dealing a blow to Mayor Ana Ruiz"];
    doubt_of_the_article_about_who_spoke_stays:
        "Hobbs allegedly told detectives that he could not remember the night, according to court papers."
        => ["Hobbs allegedly told detectives that he could not remember the night, according to court papers."];
    estimated_number_stays_with_its_estimate:
        "“We estimate more than 40 rebel fighters were killed while attacking the base,” the officer said."
        => ["“We estimate more than 40 rebel fighters were killed while attacking the base,” the officer said."];
    for_now_stays_with_the_clause_it_is_in:
        "The mayor said that the city is asking whether cars left in the tunnel might have been stolen, even though there was no proof for now that thieves had entered it."
        => ["might have been stolen, even though there was no proof for now that thieves had entered it"];
    umlauts_and_flags_are_no_trouble:
        "🇨🇭 In Köln, Jürgen Müller opened a café on Monday, his sister said." => ["Jürgen Müller opened a café on Monday, his sister said."];
    two_sentences_make_no_line_twice:
        "The firm closed its plant on Monday. The firm closed its office on Friday." => ["closed its plant", "closed its office"];
}

/// What is shown of parts, given by their words in order of the text: the next place where they stand.
fn joined(text: &str, parts: &[(PartKind, &str)]) -> String {
    let mut from = 0;
    let parts: Vec<Part> = (parts.iter())
        .map(|&(kind, words)| {
            let tiles = matches!(kind, PartKind::Words | PartKind::Omission);
            let after = if tiles { from } else { 0 };
            let start = after
                + text[after..]
                    .find(words)
                    .expect("the words are in the text");
            let span = Span::new(start, start + words.len());
            from = if tiles { span.end } else { from };
            Part { kind, span }
        })
        .collect();
    Line::join(&parts, text)
}

#[test]
fn parts_are_joined_as_an_editor_would() {
    use PartKind::{Insert, Omission, Source, Words};
    let text = "Köln 🇨🇭 is old. But it, he says, is\n(mostly) “new. It is\u{a0}big. It is fine,” says Ana Ruiz.";
    for (parts, expected) in [
        (
            &[(Omission, "But"), (Words, "it, he says, is")][..],
            "… it, he says, is",
        ),
        (
            &[(Words, "it"), (Omission, ", he says,"), (Words, "is")],
            "it … is",
        ),
        (
            &[(Words, "it"), (Insert, "Köln 🇨🇭"), (Words, ", he says, is")],
            "it [Köln 🇨🇭], he says, is",
        ),
        (
            &[(Words, "is"), (Omission, "(mostly)"), (Words, "“new.")],
            "is … “new.",
        ),
        (
            &[
                (Words, "“new."),
                (Omission, "It is\u{a0}big."),
                (Words, "It is fine,” says"),
            ],
            "“new. … It is fine,” says",
        ),
        (
            &[
                (Words, "“new. It is\u{a0}big."),
                (Omission, "It is fine,"),
                (Words, "”"),
                (Source, "Ana Ruiz"),
            ],
            "“new. It is big. …” — Ana Ruiz",
        ),
        (
            &[(Words, "is\n(mostly)"), (Source, "he")],
            "is (mostly) — he",
        ),
    ] {
        assert_eq!(joined(text, parts), expected, "{parts:?}");
    }
}
