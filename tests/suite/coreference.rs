//! Who is who: which mentions are one entity, and beside each case mentions that look alike and are two.

use nutgraf::Report;
use nutgraf::analyzer::{Analyzer, Options};

/// A case: its name, a text, groups of words that must be one entity, and pairs that must be two. `word#2` is its second place.
struct Case(
    &'static str,
    &'static str,
    &'static [&'static [&'static str]],
    &'static [(&'static str, &'static str)],
);

fn check(cases: &[Case]) {
    let analyzer = Analyzer::embedded().expect("the weights in the crate load");
    let mut wrong = Vec::new();
    for Case(name, text, same, apart) in cases {
        let report = analyzer
            .analyze(text, &Options::default())
            .expect("English");
        let mut of = |words: &str| {
            let entity = entity(&report, text, words);
            if entity.is_none() {
                wrong.push(format!("{name}: “{words}” is no mention"));
            }
            entity
        };
        let mut split = Vec::new();
        for group in *same {
            let entities: Vec<_> = group.iter().map(|words| of(words)).collect();
            if entities.windows(2).any(|pair| pair[0] != pair[1]) {
                split.push(format!("{name}: {group:?} are {entities:?}"));
            }
        }
        for (one, other) in *apart {
            if let (Some(one_is), Some(other_is)) = (of(one), of(other))
                && one_is == other_is
            {
                split.push(format!("{name}: “{one}” and “{other}” are one"));
            }
        }
        wrong.extend(split);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The entity with a mention at the n-th place where `words` stand.
fn entity(report: &Report, text: &str, words: &str) -> Option<usize> {
    let (words, nth) = words
        .split_once('#')
        .map_or((words, 1), |(words, nth)| (words, nth.parse().unwrap_or(1)));
    let (start, _) = text.match_indices(words).nth(nth - 1)?;
    let end = start + words.len();
    report.entities.iter().position(|entity| {
        entity
            .mentions
            .iter()
            .any(|mention| (mention.span.start, mention.span.end) == (start, end))
    })
}

#[test]
fn names() {
    check(&[
        Case(
            "acronym_in_brackets",
            "The Syria Recovery Trust Fund (SRTF) met. The SRTF has 20 projects.",
            &[&["Syria Recovery Trust Fund", "SRTF", "SRTF#2"]],
            &[],
        ),
        Case(
            "acronym_of_another",
            "The Syrian Democratic Forces met the Syrian Arab Coalition. The SDF left.",
            &[&["Syrian Democratic Forces", "SDF"]],
            &[("SDF", "Syrian Arab Coalition")],
        ),
        Case(
            "surname",
            "Boris Johnson met Angela Merkel. Johnson left early.",
            &[&["Boris Johnson", "Johnson#2"]],
            &[("Johnson#2", "Angela Merkel")],
        ),
        Case(
            "surname_of_two",
            "Bill Clinton met Hillary Clinton. Clinton spoke.",
            &[],
            &[
                ("Bill Clinton", "Hillary Clinton"),
                ("Clinton#3", "Bill Clinton"),
            ],
        ),
        Case(
            "title_and_surname",
            "Ash Carter spoke. Later Secretary Carter left.",
            &[&["Ash Carter", "Secretary Carter"]],
            &[],
        ),
        Case(
            "curated_aliases",
            "The United States fights ISIS. The U.S. says that Daesh is weak.",
            &[&["ISIS", "Daesh"], &["United States", "U.S."]],
            &[("ISIS", "U.S.")],
        ),
        Case(
            "short_form",
            "The UN Board of Inquiry met. The Board of Inquiry found nothing.",
            &[&["UN Board of Inquiry", "Board of Inquiry#2"]],
            &[],
        ),
        Case(
            "whole_and_part",
            "The U.S. sent a ship. The U.S. Congress agreed.",
            &[],
            &[("U.S.", "U.S. Congress")],
        ),
        Case(
            "department_of",
            "The Department of State agreed. The State Department said so.",
            &[&["Department of State", "State Department"]],
            &[],
        ),
    ]);
}

#[test]
fn persons() {
    check(&[
        Case(
            "office_for_its_holder",
            "Foreign Secretary Boris Johnson arrived. The Foreign Secretary welcomed the vote.",
            &[&["Foreign Secretary Boris Johnson", "The Foreign Secretary"]],
            &[],
        ),
        Case(
            "another_office",
            "Foreign Secretary Boris Johnson arrived. The Home Secretary stayed.",
            &[],
            &[("Foreign Secretary Boris Johnson", "The Home Secretary")],
        ),
        Case(
            "apposition",
            "John Smith, a farmer from Ohio, sold his land.",
            &[&["John Smith", "a farmer"]],
            &[],
        ),
        Case(
            "neighbour_in_a_list",
            "John Smith and a farmer sold land.",
            &[],
            &[("John Smith", "a farmer")],
        ),
        Case(
            "he",
            "Mr Ellwood met the mayor of Leeds. He praised the plan.",
            &[&["Mr Ellwood", "He"]],
            &[],
        ),
        Case(
            "she_is_not_he",
            "Mr Ellwood met Mrs Brown. She praised the plan.",
            &[&["Mrs Brown", "She"]],
            &[("Mr Ellwood", "She")],
        ),
        Case(
            "reflexive_is_the_subject",
            "John Smith hurt himself.",
            &[&["John Smith", "himself"]],
            &[],
        ),
        Case(
            "object_is_not_the_subject",
            "John Smith saw a man. John Smith hurt him.",
            &[],
            &[("John Smith#2", "a man")],
        ),
    ]);
}

#[test]
fn descriptions() {
    check(&[
        Case(
            "definite_after_name_of_kind",
            "A crane fell on the Grand Mosque. The mosque was full.",
            &[&["Grand Mosque", "The mosque"]],
            &[],
        ),
        Case(
            "definite_after_description",
            "A U.S. military official spoke. The official gave no name.",
            &[&["A U.S. military official", "The official"]],
            &[],
        ),
        Case(
            "another_opens_a_new_one",
            "A U.S. military official spoke. Another official denied it.",
            &[],
            &[("A U.S. military official", "Another official")],
        ),
        Case(
            "the_last_official",
            "An official spoke. Another official denied it. The official gave no name.",
            &[&["Another official", "The official"]],
            &[("An official", "The official")],
        ),
        Case(
            "indefinite_opens_a_new_one",
            "A rebel commander fled. A rebel commander was killed.",
            &[],
            &[("A rebel commander", "A rebel commander#2")],
        ),
        Case(
            "forces_of_the_coalition",
            "The U.S.-led coalition struck. Coalition forces were not hurt.",
            &[&["The U.S.-led coalition", "Coalition forces"]],
            &[],
        ),
        Case(
            "part_of_the_coalition",
            "The U.S.-led coalition struck. Coalition advisers were hurt.",
            &[],
            &[("The U.S.-led coalition", "Coalition advisers")],
        ),
        Case(
            "another_camp",
            "Coalition forces struck. Pro-regime forces fled.",
            &[],
            &[("Coalition forces", "Pro-regime forces")],
        ),
        Case(
            "same_camp",
            "Pro-regime forces attacked. Syrian pro-regime forces then fled.",
            &[&["Pro-regime forces", "Syrian pro-regime forces"]],
            &[],
        ),
        Case(
            "either_of_two",
            "Rebel forces met coalition forces. The forces withdrew.",
            &[],
            &[
                ("Rebel forces", "The forces"),
                ("coalition forces", "The forces"),
            ],
        ),
        Case(
            "country_and_its_people",
            "The U.S. service member died. The American service member was 20.",
            &[&["The U.S. service member", "The American service member"]],
            &[],
        ),
        Case(
            "people_right_after",
            "Russian contractors took part. It is unclear whether the Russians fired.",
            &[&["Russian contractors", "Russians"]],
            &[],
        ),
        Case(
            "document",
            "The coalition issued a statement. The statement said little.",
            &[&["a statement", "The statement"]],
            &[],
        ),
        Case(
            "plural_is_not_singular",
            "Two hospitals burned. The hospital was full.",
            &[],
            &[("hospitals", "The hospital")],
        ),
        Case(
            "possessive_opens_a_new_one",
            "France sent its ships and its army. Italy moved its army.",
            &[],
            &[("its army", "its army#2")],
        ),
    ]);
}
