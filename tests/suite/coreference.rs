//! Who is who: which mentions are one entity, and beside each case mentions that look alike and are two.

use nutgraf::Report;
use nutgraf::analyzer::{Analyzer, Options};

/// A case: its name, a text, groups of words that must be one entity, and pairs that must be two. `word#2` is its second place, `?word`
/// may be nobody's.
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
            let entity = entity(&report, text, words.trim_start_matches('?'));
            if entity.is_none() && !words.starts_with('?') {
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
            "first_name_tells_he_from_she",
            "Rosalind Kerr studied in Oslo, where Tomas Brandt taught. She founded a firm.",
            &[&["Rosalind Kerr", "She"]],
            &[("She", "Tomas Brandt")],
        ),
        Case(
            "speaker_is_not_who_is_spoken_of",
            "The suspect was held, Lt. Kim Reyes said. He is to appear in court.",
            &[],
            &[("?He", "Lt. Kim Reyes")],
        ),
        Case(
            "speaker_where_there_is_nobody_else",
            "The plan is sound, Kim Reyes said. He joined the firm in May.",
            &[&["Kim Reyes", "He"]],
            &[],
        ),
        Case(
            "speaker_speaks_on",
            "A guard was hurt, Kim Reyes said. He said that it was dark.",
            &[&["Kim Reyes", "He"]],
            &[],
        ),
        Case(
            "one_who_is_called_so_already",
            "Mr Whitlow lied. Sentencing him on Friday, Judge Kim Strand said he had cheated.",
            &[],
            &[("?he", "Judge Kim Strand")],
        ),
        Case(
            "who_is_quoted_does_not_speak_of_others_who_are",
            "Mr Trent resigned. His spokesman said it was late. “He should have gone in May,” Ana Moss said.",
            &[],
            &[("?He", "His spokesman")],
        ),
        Case(
            "whose_daughter_it_is",
            "Ms Keane died on Sunday. Besides her daughter, she is survived by two sons.",
            &[&["Ms Keane", "she"]],
            &[("her daughter", "she")],
        ),
        Case(
            "daughter_is_the_subject",
            "Ms Keane died on Sunday. Her daughter said she was at peace.",
            &[],
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

#[test]
fn surnames_shared_and_not() {
    check(&[
        Case(
            "mrs_and_her_husband",
            "Constable Luke Farrugia was shot. His widow, Candice Farrugia, wept. Mrs Farrugia left the court.",
            &[],
            &[
                ("Constable Luke Farrugia", "Mrs Farrugia"),
                ("Constable Luke Farrugia", "Candice Farrugia"),
            ],
        ),
        Case(
            "relatives_of_one_called_by_the_surname",
            "Ramón Quintero won. Quintero was 80. He met Teresa Quintero there. Quintero never returned.",
            &[&["Ramón Quintero", "Quintero#2", "Quintero#4"]],
            &[("Teresa Quintero", "Quintero#4")],
        ),
        Case(
            "one_of_the_name",
            "Candice Farrugia wept. Mrs Farrugia left the court.",
            &[&["Candice Farrugia", "Mrs Farrugia"]],
            &[],
        ),
        Case(
            "surname_with_a_hyphen",
            "Solveig Aarnes-Mbeki has died. Aarnes-Mbeki was 91.",
            &[&["Solveig Aarnes-Mbeki", "Aarnes-Mbeki#2"]],
            &[],
        ),
        Case(
            "second_of_three_names",
            "Ximena Arrieta Solano won. Arrieta spoke of luck.",
            &[&["Ximena Arrieta Solano", "Arrieta#2"]],
            &[],
        ),
        Case(
            "second_name_of_two_persons",
            "Ximena Arrieta Solano met Pedro Arrieta Lopez. Arrieta spoke of luck.",
            &[],
            &[
                ("Ximena Arrieta Solano", "Arrieta#3"),
                ("Pedro Arrieta Lopez", "Arrieta#3"),
            ],
        ),
    ]);
}

#[test]
fn beside_each_other() {
    check(&[
        Case(
            "description_and_name_as_two_subjects",
            "The widow, Candice Farrugia, wept.",
            &[&["The widow", "Candice Farrugia"]],
            &[],
        ),
        Case(
            "list",
            "The widow, Candice Farrugia and a priest wept.",
            &[],
            &[("The widow", "a priest"), ("Candice Farrugia", "a priest")],
        ),
        Case(
            "name_and_work",
            "Bal Bahadur Gharti, a carpenter in the village, dug on.",
            &[&["Bal Bahadur Gharti", "a carpenter"]],
            &[],
        ),
        Case(
            "husband_and_what_he_was",
            "Her husband, the poet Sipho Ndlela, died in 2004.",
            &[&["Her husband", "the poet", "Sipho Ndlela"]],
            &[],
        ),
    ]);
}

#[test]
fn companies_and_places_described() {
    check(&[
        Case(
            "the_company",
            "Kestrel Aerospace Plc lifted its forecast. The company would hire engineers.",
            &[&["Kestrel Aerospace Plc", "The company"]],
            &[],
        ),
        Case(
            "the_company_of_two",
            "Kestrel Aerospace Plc sued Vantix Holdings. The company would not say why.",
            &[],
            &[
                ("Kestrel Aerospace Plc", "The company"),
                ("Vantix Holdings", "The company"),
            ],
        ),
        Case(
            "the_maker",
            "Vantix Pharmaceuticals lost. A judge fined the drugmaker.",
            &[&["Vantix Pharmaceuticals", "the drugmaker"]],
            &[],
        ),
        Case(
            "the_company_of_a_ministry",
            "The Finance Ministry spoke. The company would not say why.",
            &[],
            &[("Finance Ministry", "The company")],
        ),
        Case(
            "short_and_long_names",
            "Kestrel Aerospace rose. Kestrel Aerospace Plc said so. Kestrel is in Leeds.",
            &[&["Kestrel Aerospace", "Kestrel Aerospace Plc", "Kestrel#3"]],
            &[],
        ),
        Case(
            "town_of",
            "Shells fell on the town of Velimsk. The town has no power.",
            &[&["the town of Velimsk", "The town"]],
            &[],
        ),
        Case(
            "acronym_with_a_short_form_in_it",
            "The U.S. Geological Survey measured it. The USGS warned of more.",
            &[&["U.S. Geological Survey", "USGS"]],
            &[],
        ),
        Case(
            "acronym_of_others",
            "The U.S. Forest Service measured it. The USGS warned of more.",
            &[],
            &[("U.S. Forest Service", "USGS")],
        ),
    ]);
}

#[test]
fn pronouns_and_quotations() {
    check(&[
        Case(
            "quoted_of_is_not_the_speaker",
            "Gareth Lyle spoke. “Mrs Dhaliwal knows the books,” he said.",
            &[&["Gareth Lyle", "he#2"]],
            &[("Mrs Dhaliwal", "he#2")],
        ),
        Case(
            "object_of_the_same_verb",
            "Justice Fiona Maddern read her verdict.",
            &[&["Justice Fiona Maddern", "her"]],
            &[],
        ),
        Case(
            "object_of_another",
            "Dale Wick stood still as Justice Fiona Maddern read her verdict.",
            &[&["Justice Fiona Maddern", "her"]],
            &[("Dale Wick", "her")],
        ),
    ]);
}

#[test]
fn name_is_what_the_article_says_most() {
    let analyzer = Analyzer::embedded().expect("the weights in the crate load");
    let text = "The coalition fights ISIS. Daesh lost a town. ISIS lost two more.";
    let report = (analyzer.analyze(text, &Options::default())).expect("English");
    let names: Vec<&str> = (report.entities.iter())
        .map(|it| it.name.as_str())
        .collect();
    assert!(names.contains(&"ISIS"), "{names:?}");
    assert!(!names.contains(&"Daesh"), "{names:?}");
}
