//! Names: where they begin and end, what they take along.

use super::{Case, check};

#[test]
fn names_end_before_a_hyphenated_word() {
    check(&[
        Case(
            "name_before_hyphenated_word",
            "The patrol met at the Euphrates River de-confliction line.",
            &[],
            &["River de-", "River de"],
        ),
        Case(
            "name_without_one",
            "The patrol met at the Euphrates River on Monday.",
            &["LOC named Euphrates River"],
            &[],
        ),
    ]);
}

#[test]
fn names_of_persons_take_their_titles() {
    check(&[
        Case(
            "office_before_surname",
            "On Monday Prime Minister Abadi left for Cairo.",
            &["PERSON named Prime Minister Abadi"],
            &["ORG named Prime Minister"],
        ),
        Case(
            "rank_before_name",
            "The order came from Lt. Gen. Stephen Townsend.",
            &["PERSON named Lt. Gen. Stephen Townsend"],
            &[],
        ),
        Case(
            "title_with_of",
            "Secretary of State John Kerry arrived in Geneva.",
            &["PERSON named Secretary of State John Kerry"],
            &["ORG named State"],
        ),
        Case(
            "title_with_for",
            "The talks were led by Minister for the Middle East Tobias Ellwood.",
            &["PERSON named Minister for the Middle East Tobias Ellwood"],
            &["LOC named Middle East"],
        ),
        Case(
            "country_in_a_title_stays_a_country",
            "U.S. President Donald Trump spoke.",
            &["PERSON named U.S. President Donald Trump", "GPE named U.S."],
            &[],
        ),
        Case(
            "title_in_small_letters_is_no_part",
            "The goal was scored by striker Harry Kane.",
            &["PERSON named Harry Kane"],
            &["striker Harry Kane"],
        ),
        Case(
            "place_before_a_title_is_no_part",
            "In Turkey Minister Ellwood met the mayor.",
            &["PERSON named Minister Ellwood", "GPE named Turkey"],
            &["Turkey Minister Ellwood"],
        ),
        Case(
            "surname_alone",
            "Scott Dayton was killed. Dayton was 42.",
            &["PERSON named Scott Dayton", "PERSON named Dayton"],
            &["GPE named Dayton", "ORG named Dayton"],
        ),
        Case(
            "office_with_its_capital_is_a_name",
            "On Friday the Foreign Secretary welcomed the report.",
            &["PERSON named the Foreign Secretary"],
            &["ORG named Foreign Secretary"],
        ),
        Case(
            "office_in_small_letters_is_a_description",
            "On Friday the foreign secretary welcomed the report.",
            &["PERSON nominal the foreign secretary"],
            &["named the foreign secretary"],
        ),
    ]);
}

#[test]
fn names_with_hyphens_are_whole() {
    check(&[
        Case(
            "given_name",
            "The jury is headed by actor Bae Min-jun.",
            &["PERSON named Bae Min-jun"],
            &["Bae Min-"],
        ),
        Case(
            "first_of_two_names",
            "Her manager, Tsend-Ayush Bold, resigned.",
            &["PERSON named Tsend-Ayush Bold"],
            &["named Tsend"],
        ),
        Case(
            "surname_alone",
            "Solveig Aarnes-Mbeki has died. Aarnes-Mbeki was 91.",
            &[
                "PERSON named Solveig Aarnes-Mbeki",
                "PERSON named Aarnes-Mbeki",
            ],
            &["ORG named Aarnes-Mbeki"],
        ),
        Case(
            "two_places",
            "The Moscow-Berlin train was late.",
            &["GPE named Berlin"],
            &["named Moscow-Berlin"],
        ),
    ]);
}

#[test]
fn parts_of_names_stand_alone() {
    check(&[
        Case(
            "surname_that_the_tagger_misses",
            "Prime Minister Oyuunchimeg Dorj lost. Dorj did not concede.",
            &["PERSON named Dorj"],
            &[],
        ),
        Case(
            "surname_that_is_a_word",
            "Leonard Price lost. The price was high. Price controls came later.",
            &[],
            &["PERSON named Price"],
        ),
        Case(
            "company_without_its_form",
            "Kestrel Aerospace Plc lifted its forecast. Kestrel competes with Boeing.",
            &["ORG named Kestrel"],
            &["PERSON named Kestrel"],
        ),
        Case(
            "bird",
            "Kestrel Aerospace Plc lifted its forecast. A kestrel nested there.",
            &[],
            &["named kestrel"],
        ),
        Case(
            "name_taken_apart",
            "Chief Executive Priyanka Venkataraghavan told staff on Monday.",
            &[
                "PERSON named Chief Executive Priyanka Venkataraghavan",
                "ORG nominal staff",
            ],
            &["named Venkataraghavan"],
        ),
    ]);
}

#[test]
fn names_with_an_owner_in_them() {
    check(&[
        Case(
            "office_of_the_sheriff",
            "The Kern County Sheriff's Office said so.",
            &["ORG named Kern County Sheriff's Office"],
            &["nominal Sheriff"],
        ),
        Case(
            "office_in_small_letters",
            "They searched the sheriff's office.",
            &["FAC nominal the sheriff's office"],
            &["ORG named"],
        ),
        Case(
            "party_of_the_people",
            "The ruling People's Party lost.",
            &["ORG named People's Party"],
            &["nominal People"],
        ),
        Case(
            "open_of_a_people",
            "The French Open starts in Paris.",
            &["EVENT named French Open"],
            &["NORP named French"],
        ),
        Case(
            "people_before_a_plain_noun",
            "The French team starts in Paris.",
            &["ORG nominal The French team"],
            &["EVENT"],
        ),
    ]);
}

#[test]
fn organisations() {
    check(&[
        Case(
            "acronym_in_brackets",
            "The Korean Central News Agency (KCNA) said so.",
            &["ORG named Korean Central News Agency", "ORG named KCNA"],
            &["PERSON named KCNA"],
        ),
        Case(
            "number_of_a_unit",
            "Task Force 50 left the port.",
            &["ORG named Task Force 50"],
            &["CARDINAL named 50"],
        ),
        Case(
            "people_before_a_ministry",
            "The Saudi Interior Ministry said so.",
            &["ORG named Saudi Interior Ministry"],
            &["NORP named Saudi"],
        ),
        Case(
            "known_everywhere",
            "Jim Zorbo founded Zorbo Motors. The police searched Zorbo Motors on Monday.",
            &["ORG named Zorbo Motors"],
            &[],
        ),
        Case(
            "ordinary_word_at_the_start",
            "Salt is cheap. Iodine protects. The body needs iodine.",
            &[],
            &["named Iodine"],
        ),
        Case(
            "possessive_mark_is_no_part",
            "George Lucas's film opened.",
            &["PERSON named George Lucas"],
            &["George Lucas's"],
        ),
        Case(
            "email_and_handle_are_no_names",
            "Write to press@example.org or @example.",
            &[],
            &["named @example"],
        ),
    ]);
}
