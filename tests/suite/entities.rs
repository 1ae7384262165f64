//! Mentions: names, groups without a name, places, equipment; each with a text beside it where the words are something else.

use nutgraf::analyzer::{Analyzer, Options};

/// A case: its name, a text, the mentions it must have (`TYPE level words`), and mentions that it must not have.
struct Case(
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

fn check(cases: &[Case]) {
    let analyzer = Analyzer::embedded().expect("the weights in the crate load");
    let mut wrong = Vec::new();
    for Case(name, text, wanted, unwanted) in cases {
        let report = analyzer
            .analyze(text, &Options::default())
            .expect("English");
        let mut found = Vec::new();
        for entity in &report.entities {
            for mention in &entity.mentions {
                let kind = mention.kind.unwrap_or(entity.kind);
                found.push(format!(
                    "{kind} {} {}",
                    mention.level,
                    mention.span.of(text)
                ));
            }
        }
        for mention in wanted
            .iter()
            .filter(|mention| !found.iter().any(|it| it == *mention))
        {
            wrong.push(format!("{name}: no “{mention}” in {found:?}"));
        }
        for mention in unwanted
            .iter()
            .filter(|mention| found.iter().any(|it| it.ends_with(*mention)))
        {
            wrong.push(format!("{name}: “{mention}” in {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

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
