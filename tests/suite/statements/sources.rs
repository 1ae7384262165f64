//! Who the source is, and texts that are harder to read.

use super::{analyze, check};

#[test]
fn sources() {
    check(&[
        (
            "source_before_apposition",
            "Anna Keller, the mayor of Bern, said the road was closed.",
            &["paraphrase | Anna Keller | said | the road was closed"],
        ),
        (
            "office_before_the_name",
            "The minister of health, Anna Keller, said the road was closed.",
            &["paraphrase | Anna Keller | said | the road was closed"],
        ),
        (
            "office_and_name_after_the_cue",
            "“The road is closed,” said the minister of health, Anna Keller.",
            &["direct | Anna Keller | said | “The road is closed,”"],
        ),
        (
            "one_of_them_named",
            "One of the lawyers, Anna Keller, said the road was closed.",
            &["paraphrase | Anna Keller | said | the road was closed"],
        ),
        (
            "according_to_an_office_and_a_subject_in_pairs",
            "According to the police, Anna Keller and Robert Baker left the road.",
            &[
                "according_to | the police | According to | Anna Keller and Robert Baker left the road",
            ],
        ),
        (
            "credit_before_the_source",
            "(Photo: A. B.) Officials said the road was closed.",
            &["paraphrase | Officials (nameless) | said | the road was closed"],
        ),
        (
            "group_before_a_name",
            "The council, Anna Keller said, closed the road.",
            &["paraphrase | Anna Keller | said | The council … closed the road"],
        ),
        (
            "source_before_relative_clause",
            "The driver who was hurt said the road was icy.",
            &["paraphrase | The driver (nameless) | said | the road was icy"],
        ),
        (
            "source_with_party_in_brackets",
            "Rep. Anna Keller (D-Ohio) said the road was closed.",
            &["paraphrase | Rep. Anna Keller | said | the road was closed"],
        ),
        (
            "source_keeps_its_complement",
            "A spokesman for the city said the road was closed.",
            &["paraphrase | A spokesman for the city (nameless) | said | the road was closed"],
        ),
        (
            "nameless_official",
            "A senior official said the road was closed.",
            &["paraphrase | A senior official (nameless) | said | the road was closed"],
        ),
        (
            "named_official",
            "Anna Keller, a senior official, said the road was closed.",
            &["paraphrase | Anna Keller | said | the road was closed"],
        ),
        (
            "pronoun_of_the_nameless",
            "A senior official said the road was closed. He added that it would open on Monday.",
            &[
                "paraphrase | A senior official (nameless) | said | the road was closed",
                "paraphrase | He (nameless) | added | that it would open on Monday",
            ],
        ),
        (
            "another_official_is_someone_else",
            "A senior official said the road was closed. Another official said it was open.",
            &[
                "paraphrase | A senior official (nameless) | said | the road was closed",
                "paraphrase | Another official (nameless) | said | it was open",
            ],
        ),
        (
            "institution_is_not_anonymous",
            "Police said the road was closed.",
            &["paraphrase | Police | said | the road was closed"],
        ),
    ]);
}

#[test]
fn harder_readings() {
    check(&[
        (
            "asked_by_another",
            "Asked by the paper whether the road was safe, the mayor smiled.",
            &["paraphrase | the paper | Asked | whether the road was safe"],
        ),
        (
            "asking_someone_else",
            "Asking the paper whether the road was safe, the mayor smiled.",
            &["paraphrase | the mayor (nameless) | Asking | whether the road was safe"],
        ),
        (
            "name_in_marks_is_no_speech",
            "The law was dubbed “Roadcare” by the press.",
            &["stance | the press | dubbed | The law … “Roadcare”"],
        ),
        (
            "carried_over_from_a_paraphrase",
            "The mayor said the road was closed. “Nobody may pass before Monday.”",
            &[
                "paraphrase | The mayor (nameless) | said | the road was closed",
                "direct | The mayor (nameless) | - | “Nobody may pass before Monday.”",
            ],
        ),
        (
            "heading_in_marks_is_not_carried_over",
            "The mayor said the road was closed. ‘Nobody may pass before Monday’",
            &["paraphrase | The mayor (nameless) | said | the road was closed"],
        ),
        (
            "paragraphs_of_a_quotation_in_one_line",
            "The mayor wrote: \"The road is closed. It was unsafe. \"It opens on Monday, the crew willing.\"",
            &[
                "direct | The mayor (nameless) | wrote | \"The road is closed. It was unsafe. \"It opens on Monday, the crew willing.\"",
            ],
        ),
        (
            "first_person_opinion",
            "The road, in my opinion, is a disgrace.",
            &[],
        ),
        (
            "question_then_cue_and_but",
            "“You coming?” she said, but nobody heard her.",
            &["direct | she | said | “You coming?”"],
        ),
        (
            "question_then_another_statement",
            "“You coming?” She said she was.",
            &["paraphrase | She | said | she was"],
        ),
        (
            "full_stop_outside_the_marks",
            "The road is closed, said the mayor. \"Nobody may pass before Monday\".",
            &[
                "paraphrase | the mayor (nameless) | said | The road is closed",
                "direct | the mayor (nameless) | - | \"Nobody may pass before Monday\"",
            ],
        ),
        (
            "title_between_two_parts",
            "“The road is closed,” the mayor said on the show “Good Morning Bern.” “It opens on Monday.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “It opens on Monday.”",
            ],
        ),
        (
            "second_fragment_after_and",
            "The mayor added that, “the road is closed” and “opens again on Monday.”",
            &[
                "direct | The mayor (nameless) | added | “the road is closed” … “opens again on Monday.”",
            ],
        ),
        (
            "someone_else_is_led_to_believe",
            "The letter led him to believe that the road was safe.",
            &["paraphrase | him | believe | that the road was safe"],
        ),
    ]);
}

/// The entity that the pronoun at the start of the last sentence stands for.
#[test]
fn he_is_who_spoke_and_not_whom_he_spoke_of() {
    let cases = [
        (
            "Robert Baker said the driver was ill. He said the road was closed.",
            "Robert Baker",
        ),
        (
            "Mrs. Keller said the driver was ill. He said the road was closed.",
            "driver",
        ),
        (
            "Sarah Baker said the driver was ill. He said the road was closed.",
            "driver",
        ),
        (
            "Robert Baker said the road was icy. The driver was ill. He said the road was closed.",
            "driver",
        ),
    ];
    for (text, expected) in cases {
        let report = analyze(text);
        let source = report
            .statements
            .last()
            .and_then(|statement| statement.source.as_ref());
        let entity = source.and_then(|source| source.entity);
        let name = entity.map(|id| report.entities[id.0].name.as_str());
        assert_eq!(name, Some(expected), "{text}");
    }
}
