//! Places, and states that act.

use super::{Case, check};

#[test]
fn places_take_their_areas() {
    check(&[
        Case(
            "compass_word",
            "Fighting went on in northern Syria.",
            &["GPE named northern Syria"],
            &[],
        ),
        Case(
            "compass_word_away_from_a_name",
            "They marched north. Syria is at war.",
            &["GPE named Syria"],
            &["north. Syria"],
        ),
        Case(
            "city_of",
            "Troops entered the city of Mosul.",
            &["GPE named the city of Mosul"],
            &[],
        ),
        Case(
            "mayor_of_is_no_place",
            "They met the mayor of Mosul.",
            &["GPE named Mosul"],
            &["GPE named the mayor of Mosul"],
        ),
        Case(
            "district_after_the_name",
            "He lives in Mosul district.",
            &["GPE named Mosul district"],
            &[],
        ),
        Case(
            "near_at_the_start_is_no_name",
            "Near Palmyra, two strikes destroyed a tank.",
            &["GPE named Palmyra"],
            &["Near Palmyra", "ORG named Palmyra"],
        ),
        Case(
            "gulf_of",
            "Ships sailed through the Gulf of Aden.",
            &["LOC named Gulf of Aden"],
            &["GPE named Aden"],
        ),
        Case(
            "two_countries_with_one_word",
            "North and South Korea exchanged fire.",
            &["ORG named South Korea"],
            &["North and South Korea"],
        ),
    ]);
}

#[test]
fn states_that_act_are_organisations_in_that_mention() {
    check(&[
        Case(
            "subject",
            "Russia attacked the port.",
            &["ORG named Russia"],
            &[],
        ),
        Case(
            "place",
            "The port is in Russia.",
            &["GPE named Russia"],
            &["ORG named Russia"],
        ),
        Case(
            "agent",
            "The port was shelled by Turkey.",
            &["ORG named Turkey"],
            &[],
        ),
        Case(
            "members_of_a_list",
            "Nations that took part include France, Canada and Jordan.",
            &["ORG named France", "ORG named Canada", "ORG named Jordan"],
            &[],
        ),
        Case("peoples", "The Turks returned.", &["ORG named Turks"], &[]),
        Case(
            "people_before_a_noun",
            "The Turkish flag was raised.",
            &["NORP named Turkish"],
            &["ORG named Turkish"],
        ),
    ]);
}

#[test]
fn places_by_what_stands_around_them() {
    check(&[
        Case(
            "dateline",
            "KASSALA, Sudan — Two bombs went off on Monday.",
            &["GPE named KASSALA"],
            &["ORG named KASSALA"],
        ),
        Case(
            "where",
            "She cooks in Cabramatta, where rents are low.",
            &["GPE named Cabramatta"],
            &["ORG named Cabramatta"],
        ),
        Case(
            "moving_to",
            "Protests spread to Sfax and Gabes.",
            &["GPE named Sfax"],
            &["ORG named Sfax"],
        ),
        Case(
            "what_only_a_state_has",
            "Oruvia's defence ministry denied it.",
            &["GPE named Oruvia"],
            &["ORG named Oruvia", "PERSON named Oruvia"],
        ),
        Case(
            "diacritics_do_not_matter",
            "He flew from Bogotá to Düsseldorf.",
            &["GPE named Bogotá", "GPE named Düsseldorf"],
            &[],
        ),
        Case(
            "coordinates",
            "The wreck lies at 33.505716°N 36.269635°E.",
            &["LOC named 33.505716°N 36.269635°E"],
            &["CARDINAL named 36.269635"],
        ),
        Case(
            "two_numbers",
            "The index closed at 33.5 and 36.2 points.",
            &[],
            &["LOC named 33.5"],
        ),
    ]);
}
