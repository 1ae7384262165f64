//! Groups and persons without a name, weapons and vehicles.

use super::{Case, check};

#[test]
fn groups_without_a_name() {
    check(&[
        Case(
            "modifiers_are_taken_in",
            "The strike killed pro-regime forces.",
            &["ORG nominal pro-regime forces"],
            &[],
        ),
        Case(
            "the_count_is_left_out",
            "The strike killed more than 100 pro-regime forces.",
            &[
                "ORG nominal pro-regime forces",
                "CARDINAL named more than 100",
            ],
            &["100 pro-regime forces"],
        ),
        Case(
            "the_article_keeps_the_count",
            "The two leaders met in Oslo.",
            &["ORG nominal The two leaders"],
            &[],
        ),
        Case(
            "one_person",
            "A U.S. military official denied it.",
            &["PERSON nominal A U.S. military official"],
            &["ORG nominal A U.S. military official"],
        ),
        Case(
            "led_is_no_verb_here",
            "The U.S. led coalition in Syria conducted strikes.",
            &["ORG nominal The U.S. led coalition"],
            &[],
        ),
        Case(
            "with_of",
            "Worshippers of the ancient gods gathered.",
            &["ORG nominal Worshippers of the ancient gods"],
            &[],
        ),
        Case(
            "without_a_relative_clause",
            "They met fighters who had fled.",
            &["ORG nominal fighters"],
            &["fighters who had fled"],
        ),
        Case(
            "pronouns_are_no_groups",
            "They said it was theirs.",
            &[],
            &["They", "theirs"],
        ),
        Case(
            "no_one",
            "No coalition or U.S. personnel were hurt.",
            &["ORG nominal coalition or U.S. personnel"],
            &["ORG nominal No coalition", "ORG nominal coalition"],
        ),
        Case(
            "a_group_of_things",
            "A group of buildings burned.",
            &["FAC nominal A group of buildings"],
            &["ORG nominal A group of buildings"],
        ),
        Case(
            "modifier_of_another_noun",
            "The police station burned.",
            &["FAC nominal The police station"],
            &["ORG nominal police", "ORG nominal The police"],
        ),
        Case(
            "built_things",
            "A headquarters and two bridges were hit.",
            &["FAC nominal A headquarters", "FAC nominal bridges"],
            &[],
        ),
        Case(
            "documents",
            "The coalition's statement said so.",
            &["WORK_OF_ART nominal The coalition's statement"],
            &[],
        ),
        Case(
            "people_inside_a_group_are_no_mention",
            "Syrian rebels fled.",
            &["ORG nominal Syrian rebels"],
            &["NORP named Syrian"],
        ),
    ]);
}

#[test]
fn equipment() {
    check(&[
        Case(
            "designators_and_their_noun",
            "They moved T-54 and T-72 main battle tanks.",
            &["PLATFORM named T-54 and T-72 main battle tanks"],
            &["CARDINAL named 72"],
        ),
        Case(
            "designator_alone",
            "He carried an AK-47.",
            &["WEAPON named AK-47"],
            &["CARDINAL named 47"],
        ),
        Case(
            "modifiers",
            "They destroyed a heavy machine gun. Armored vehicles burned.",
            &[
                "WEAPON nominal a heavy machine gun",
                "PLATFORM nominal Armored vehicles",
            ],
            &["VEHICLE nominal Armored vehicles"],
        ),
        Case(
            "civil_vehicle",
            "The vehicles blocked the road.",
            &["VEHICLE nominal The vehicles"],
            &["PLATFORM nominal The vehicles"],
        ),
        Case(
            "ship",
            "The USS Hopper left the port.",
            &["PLATFORM named USS Hopper"],
            &["PERSON named Hopper"],
        ),
        Case(
            "think_tank",
            "A think tank published the study.",
            &[],
            &["PLATFORM nominal A think tank"],
        ),
        Case(
            "company",
            "Shell sold the field.",
            &[],
            &["WEAPON nominal Shell", "WEAPON named Shell"],
        ),
    ]);
}

#[test]
fn makes_of_weapons_and_vehicles() {
    check(&[
        Case(
            "car",
            "A silver Honda Accord hit the wall.",
            &["VEHICLE named Honda Accord"],
            &["LAW named Honda Accord"],
        ),
        Case(
            "maker",
            "Honda sold fewer cars.",
            &["ORG named Honda"],
            &["VEHICLE named Honda"],
        ),
        Case(
            "pistol",
            "They found a loaded Glock 19 in the car.",
            &["WEAPON named Glock 19"],
            &["CARDINAL named 19"],
        ),
        Case(
            "make_before_its_noun",
            "Two Leopard tanks burned.",
            &["PLATFORM named Leopard tanks"],
            &["PRODUCT named Leopard"],
        ),
        Case(
            "animal",
            "A leopard escaped from the zoo.",
            &[],
            &["leopard"],
        ),
        Case(
            "family",
            "The rebels fired Grad rockets.",
            &["WEAPON named Grad rockets"],
            &[],
        ),
    ]);
}

#[test]
fn someone_by_the_ending_of_the_word() {
    check(&[
        Case(
            "ologist",
            "A seismologist warned of it.",
            &["PERSON nominal A seismologist"],
            &[],
        ),
        Case(
            "list",
            "A checklist warned of it.",
            &[],
            &["PERSON nominal A checklist"],
        ),
        Case(
            "woman",
            "The camerawoman fell.",
            &["PERSON nominal The camerawoman"],
            &[],
        ),
        Case(
            "surname",
            "On Friday Suella Braverman left. Braverman was tired.",
            &["PERSON named Suella Braverman", "PERSON named Braverman"],
            &["nominal Braverman"],
        ),
        Case(
            "addresses_are_no_names",
            "Write to Press.Office@Example.org or see https://Example.org/News.",
            &[],
            &[
                "named Press.Office@Example.org",
                "named https://Example.org/News",
                "named Example",
            ],
        ),
    ]);
}
