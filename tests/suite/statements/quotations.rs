//! Words between marks: by their order with the cue, over paragraphs, in pieces.

use super::check;

#[test]
fn quotation_marks() {
    check(&[
        (
            "curly_marks",
            "“The road is closed,” the mayor said.",
            &["direct | the mayor (nameless) | said | “The road is closed,”"],
        ),
        ("curly_marks_without_a_cue", "The “road” is closed.", &[]),
        (
            "straight_marks",
            "\"The road is closed,\" the mayor said.",
            &["direct | the mayor (nameless) | said | \"The road is closed,\""],
        ),
        (
            "guillemets",
            "«The road is closed,» the mayor said.",
            &["direct | the mayor (nameless) | said | «The road is closed,»"],
        ),
        (
            "doubled_apostrophes",
            "''The road is closed,'' the mayor said.",
            &["direct | the mayor (nameless) | said | ''The road is closed,''"],
        ),
        (
            "backticks_and_apostrophes",
            "``The road is closed,'' the mayor said.",
            &["direct | the mayor (nameless) | said | ``The road is closed,''"],
        ),
        (
            "single_curly_marks",
            "‘The road is closed,’ the mayor said.",
            &["direct | the mayor (nameless) | said | ‘The road is closed,’"],
        ),
        (
            "single_straight_marks",
            "'The road is closed,' the mayor said.",
            &["direct | the mayor (nameless) | said | 'The road is closed,'"],
        ),
        (
            "apostrophes_are_no_marks",
            "The mayors' plan didn't help the farmers' union.",
            &[],
        ),
        (
            "elisions_are_no_marks",
            "In the '90s the farmers' market was full, the mayor said.",
            &[
                "paraphrase | the mayor (nameless) | said | In the '90s the farmers' market was full",
            ],
        ),
        (
            "apostrophe_inside_single_marks",
            "‘We don’t know,’ the mayor said.",
            &["direct | the mayor (nameless) | said | ‘We don’t know,’"],
        ),
        (
            "nested_single_in_double",
            "“He told me ‘go home’ and left,” the mayor said.",
            &["direct | the mayor (nameless) | said | “He told me ‘go home’ and left,”"],
        ),
        (
            "nested_double_in_single",
            "‘He told me “go home” and left,’ the mayor said.",
            &["direct | the mayor (nameless) | said | ‘He told me “go home” and left,’"],
        ),
        (
            "opened_curly_closed_straight",
            "“The road is closed,\" the mayor said.",
            &["direct | the mayor (nameless) | said | “The road is closed,\""],
        ),
        (
            "mark_missing_at_the_end",
            "“The road is closed, the mayor said.\n\n“It opens on Monday,” she added.",
            &[
                "paraphrase | the mayor (nameless) | said | “The road is closed",
                "direct | she (nameless) | added | “It opens on Monday,”",
            ],
        ),
        (
            "lone_odd_mark_spoils_no_other_paragraph",
            "The 5\" pipe broke.\n\n\"The road is closed,\" the mayor said.\n\nNobody was hurt.",
            &["direct | the mayor (nameless) | said | \"The road is closed,\""],
        ),
        (
            "lone_closing_mark",
            "The road is closed,” and that was it.\n\n“It opens on Monday,” the mayor said.",
            &["direct | the mayor (nameless) | said | “It opens on Monday,”"],
        ),
        (
            "inches_are_no_quotation",
            "The board is 5\" wide and 9\" long.",
            &[],
        ),
        (
            "comma_outside_the_marks",
            "“The road is closed”, the mayor said.",
            &["direct | the mayor (nameless) | said | “The road is closed”"],
        ),
        (
            "question_in_marks",
            "“Is the road closed?” the mayor asked.",
            &["direct | the mayor (nameless) | asked | “Is the road closed?”"],
        ),
        (
            "exclamation_in_marks",
            "“Close the road!” the mayor shouted.",
            &["direct | the mayor (nameless) | shouted | “Close the road!”"],
        ),
        (
            "dash_breaks_off",
            "“But the road —” the mayor said.",
            &["direct | the mayor (nameless) | said | “But the road —”"],
        ),
    ]);
}

#[test]
fn order_of_cue_and_quotation() {
    check(&[
        (
            "cue_before_with_comma",
            "The mayor said, “The road is closed.”",
            &["direct | The mayor (nameless) | said | “The road is closed.”"],
        ),
        (
            "cue_before_with_colon",
            "The mayor said: “The road is closed.”",
            &["direct | The mayor (nameless) | said | “The road is closed.”"],
        ),
        (
            "cue_before_without_mark",
            "The mayor said “the road is closed.”",
            &["direct | The mayor (nameless) | said | “the road is closed.”"],
        ),
        (
            "cue_on_the_line_above",
            "The mayor said:\n\n“The road is closed.”",
            &["direct | The mayor (nameless) | said | “The road is closed.”"],
        ),
        (
            "colon_above_without_a_cue",
            "These are the rules:\n\n“No dogs.”",
            &[],
        ),
        (
            "inverted_cue",
            "“The road is closed,” said Anna Keller.",
            &["direct | Anna Keller | said | “The road is closed,”"],
        ),
        (
            "inverted_cue_with_apposition",
            "“The road is closed,” said Anna Keller, the mayor of Bern.",
            &["direct | Anna Keller | said | “The road is closed,”"],
        ),
        (
            "inverted_cue_with_common_noun",
            "“The road is closed,” added a spokesman for the city.",
            &["direct | a spokesman for the city (nameless) | added | “The road is closed,”"],
        ),
        (
            "apposition_before_the_cue",
            "“The road is closed,” Anna Keller, the mayor of Bern, said.",
            &["direct | Anna Keller | said | “The road is closed,”"],
        ),
        (
            "adverb_before_the_cue",
            "“The road is closed,” the mayor further stated.",
            &["direct | the mayor (nameless) | stated | “The road is closed,”"],
        ),
        (
            "quotation_cut_in_two",
            "“The road,” the mayor said, “is closed.”",
            &["direct | the mayor (nameless) | said | “The road,” … “is closed.”"],
        ),
        (
            "quotation_cut_between_sentences",
            "“The road is closed,” the mayor said. “It opens on Monday.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “It opens on Monday.”",
            ],
        ),
        (
            "next_sentence_of_another_is_not_taken",
            "“The road is closed,” the mayor said. “It is open,” the sheriff replied.",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,”",
                "direct | the sheriff (nameless) | replied | “It is open,”",
            ],
        ),
        (
            "cut_by_a_cue_and_but",
            "“The road is closed,” the mayor said, but “it opens on Monday.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “it opens on Monday.”",
            ],
        ),
        (
            "two_fragments_joined_by_and",
            "The mayor called the road “a disgrace” and “a shame.”",
            &["stance | The mayor (nameless) | called | the road “a disgrace” and “a shame.”"],
        ),
        (
            "quotation_of_two_sentences",
            "“The road is closed. It opens on Monday,” the mayor said.",
            &["direct | the mayor (nameless) | said | “The road is closed. It opens on Monday,”"],
        ),
    ]);
}

#[test]
fn over_several_paragraphs() {
    check(&[
        (
            "taken_up_in_the_next_paragraph",
            "“The road is closed,” the mayor said. “Nobody may pass.\n\n“It opens on Monday.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “Nobody may pass. … “It opens on Monday.”",
            ],
        ),
        (
            "closed_paragraph_with_another_speaker",
            "“The road is closed,” the mayor said. “Nobody may pass.”\n\n“It opens on Monday,” said the sheriff.",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “Nobody may pass.”",
                "direct | the sheriff (nameless) | said | “It opens on Monday,”",
            ],
        ),
        (
            "next_paragraph_goes_on",
            "“The road is closed,” the mayor said.\n\n“It opens on Monday. Then all may pass.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “It opens on Monday. Then all may pass.”",
            ],
        ),
        (
            "next_paragraph_with_its_own_cue",
            "“The road is closed,” the mayor said.\n\n“It opens on Monday,” the sheriff said.",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,”",
                "direct | the sheriff (nameless) | said | “It opens on Monday,”",
            ],
        ),
        (
            "carried_over_a_sentence",
            "“The road is closed,” the mayor said. Trucks stood in line. “They will have to wait until Monday.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,”",
                "direct | the mayor (nameless) | - | “They will have to wait until Monday.”",
            ],
        ),
        (
            "unquoted_sentences_do_not_inherit",
            "The mayor said the road was closed. Trucks stood in line.",
            &["paraphrase | The mayor (nameless) | said | the road was closed"],
        ),
    ]);
}

#[test]
fn fragments() {
    check(&[
        (
            "fragment_in_a_paraphrase",
            "The mayor said the road was “a disgrace” to the town.",
            &["mixed | The mayor (nameless) | said | the road was “a disgrace” to the town"],
        ),
        (
            "fragment_is_given_whole",
            "The mayor said that the crew “worked all night and then went home.”",
            &[
                "mixed | The mayor (nameless) | said | that the crew “worked all night and then went home.”",
            ],
        ),
        (
            "scare_quotes_are_no_statement",
            "The “road” was a muddy path.",
            &[],
        ),
        (
            "title_is_no_quotation",
            "The mayor appeared on “Good Morning Bern,” and the road was closed.",
            &[],
        ),
        (
            "title_before_a_cue",
            "In his book “The Long Road,” the mayor said he was tired.",
            &["paraphrase | the mayor (nameless) | said | he was tired"],
        ),
        (
            "verb_right_before_the_marks",
            "Protesters chanted “Open the road now!”",
            &["direct | Protesters (nameless) | chanted | “Open the road now!”"],
        ),
        (
            "noun_right_before_the_marks",
            "Protesters carried the sign “Open Road.”",
            &[],
        ),
        (
            "two_quotations_two_cues",
            "The mayor said: “The road is closed.” The sheriff said: “It is open.”",
            &[
                "direct | The mayor (nameless) | said | “The road is closed.”",
                "direct | The sheriff (nameless) | said | “It is open.”",
            ],
        ),
    ]);
}

#[test]
fn marks_of_every_style() {
    check(&[
        (
            "doubled_straight",
            "\"\"The road is closed,\"\" said the mayor. \"\"It was unsafe.\"\"",
            &[
                "direct | the mayor (nameless) | said | \"\"The road is closed,\"\" … \"\"It was unsafe.\"\"",
            ],
        ),
        (
            "turned_round",
            "”The road is closed,“ said the mayor. ”It was unsafe.“",
            &["direct | the mayor (nameless) | said | ”The road is closed,“ … ”It was unsafe.“"],
        ),
        (
            "guillemets_inwards",
            "»The road is closed,« said the mayor. »It was unsafe.«",
            &["direct | the mayor (nameless) | said | »The road is closed,« … »It was unsafe.«"],
        ),
        (
            "guillemets_with_spaces",
            "« The road is closed, » said the mayor. « It was unsafe. »",
            &[
                "direct | the mayor (nameless) | said | « The road is closed, » … « It was unsafe. »",
            ],
        ),
        (
            "single_guillemets",
            "‹The road is closed,› said the mayor.",
            &["direct | the mayor (nameless) | said | ‹The road is closed,›"],
        ),
        (
            "low_and_high",
            "„The road is closed,“ said the mayor. „It was unsafe.“",
            &["direct | the mayor (nameless) | said | „The road is closed,“ … „It was unsafe.“"],
        ),
        (
            "closing_mark_without_a_space_before_the_cue",
            "“The road is closed, ”said the mayor.",
            &["direct | the mayor (nameless) | said | “The road is closed, ”"],
        ),
        (
            "line_break_within",
            "“The road,” the mayor added, “is closed and\nnobody may pass.”",
            &[
                "direct | the mayor (nameless) | added | “The road,” … “is closed and\nnobody may pass.”",
            ],
        ),
        (
            "never_closed_after_a_cue",
            "The mayor said: “The road is closed. It was unsafe.\n\nIt rained in Bern.",
            &["direct | The mayor (nameless) | said | “The road is closed. It was unsafe."],
        ),
        (
            "inches_open_nothing",
            "The mayor said the plank was 5\" wide.\n\nIt rained in Bern.",
            &["paraphrase | The mayor (nameless) | said | the plank was 5\" wide"],
        ),
    ]);
}

#[test]
fn quotations_without_a_cue_of_their_own() {
    check(&[
        (
            "after_the_cue_alone",
            "Keller told the paper. “The road is closed. It was unsafe.”",
            &["direct | Keller | - | “The road is closed. It was unsafe.”"],
        ),
        (
            "title_after_the_cue",
            "Keller told the paper. “The Road Is Closed to All.”",
            &[],
        ),
        (
            "name_of_a_programme_after_a_comma",
            "Keller was speaking on a local programme, “Good Morning Bern,” on Monday.",
            &[],
        ),
        (
            "closing_mark_of_a_fragment",
            "The mayor said the road was “closed, and it was unsafe.”",
            &["mixed | The mayor (nameless) | said | the road was “closed, and it was unsafe.”"],
        ),
        (
            "after_another_act",
            "Keller left the room. “The road is closed. It was unsafe.”",
            &[],
        ),
        (
            "paragraph_after_the_statement",
            "The mayor said the road was closed.\n\n“Nobody may pass before Monday.”",
            &[
                "paraphrase | The mayor (nameless) | said | the road was closed",
                "direct | The mayor (nameless) | - | “Nobody may pass before Monday.”",
            ],
        ),
        (
            "paragraph_with_a_cue_of_its_own",
            "The mayor said the road was closed.\n\n“Nobody may pass before Monday,” the sheriff said.",
            &[
                "paraphrase | The mayor (nameless) | said | the road was closed",
                "direct | the sheriff (nameless) | said | “Nobody may pass before Monday,”",
            ],
        ),
        (
            "title_at_the_start_of_the_next_paragraph",
            "The mayor said the road was closed.\n\n“Nobody may pass before Monday” is an old song.",
            &["paraphrase | The mayor (nameless) | said | the road was closed"],
        ),
        (
            "left_open_after_a_statement",
            "Anna Keller said the road was closed. “It was unsafe.\n\n“Nobody may pass before Monday.”",
            &[
                "paraphrase | Anna Keller | said | the road was closed",
                "direct | Anna Keller | - | “It was unsafe. … “Nobody may pass before Monday.”",
            ],
        ),
    ]);
}

#[test]
fn what_nobody_says() {
    check(&[
        (
            "word_in_marks_that_a_line_is_about",
            "Officials met on Monday.\n\nAna Ruiz said: \"The mission is to close the road.\"\n\n\"Closure\" has been the policy of the city since 2019.",
            &["direct | Ana Ruiz | said | \"The mission is to close the road.\""],
        ),
        (
            "view_of_people_within_a_quotation",
            "\"People feel that the road is closed to them,\" Ana Ruiz said.",
            &["direct | Ana Ruiz | said | \"People feel that the road is closed to them,\""],
        ),
        (
            "label_that_is_no_speaker",
            "Road Update: The latest count in the city\n\nThe road was closed on Monday.",
            &[],
        ),
    ]);
}
