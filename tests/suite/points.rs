//! Key points: who is meant, who says so, what is left out, and what is no line, each with a near miss.

use nutgraf::analyzer::{Analyzer, Options};
use nutgraf::report::Report;

fn report(text: &str) -> Report {
    let analyzer = Analyzer::embedded().expect("the weights are good");
    (analyzer.analyze(text, &Options::default())).expect("English, and short")
}

/// What the lines show of a text: each of `shown` stands in one, none of `hidden` in any.
fn check(text: &str, shown: &[&str], hidden: &[&str]) {
    let lines: Vec<String> = (report(text).summary.lines.into_iter())
        .map(|line| line.text)
        .collect();
    for words in shown {
        assert!(
            lines.iter().any(|line| line.contains(words)),
            "“{words}” in {lines:#?}"
        );
    }
    for words in hidden {
        assert!(
            lines.iter().all(|line| !line.contains(words)),
            "“{words}” in {lines:#?}"
        );
    }
}

/// One test a case: what it shows, the text, words that a line has, words that none has.
macro_rules! cases {
    ($($name:ident: $text:literal => [$($shown:literal),*] not [$($hidden:literal),*];)*) => {
        $(#[test]
        fn $name() {
            check($text, &[$($shown),*], &[$($hidden),*]);
        })*
    };
}

cases! {
    surname_gets_its_name_and_role:
        "The city closed the old harbour bridge on Monday.\n\nMaria Holm, the head of the harbour office, spoke to whom in the evening?\n\nHolm said repairs would cost 40 million euros."
        => ["Holm [Maria Holm, the head of the harbour office] said repairs would cost 40 million euros."] not [];
    surname_after_its_name_gets_none:
        "Maria Holm closed the bridge on Monday, and Holm said repairs would cost 40 million euros."
        => ["and Holm said repairs"] not ["["];
    likened_name_is_nobody_here:
        "Peter Lang won the vote in Norland on Sunday with 61 percent.\n\nMany voters called him a second Holm in praise, the paper wrote on Monday."
        => ["called him a second Holm in praise"] not ["Holm ["];
    connective_is_left_out_where_its_sentence_is_not_shown:
        "The strike at the port of Norhaven ended on Monday, the union said.\n\nWho knows why?\n\nBut Norland rejected a wage deal on Tuesday after a long night of talks."
        => ["… Norland rejected a wage deal"] not ["But Norland"];
    connective_of_several_words:
        "The strike at the port of Norhaven ended on Monday, the union said.\n\nWho knows why?\n\nAt the same time, the city council rejected a plan for a new bridge."
        => ["… the city council rejected a plan for a new bridge."] not ["At the same time"];
    long_quotation_stays_whole:
        "Port workers in Norhaven ended a strike of nine days on Monday.\n\n\"The harbour office has told the union again and again that no ship would be turned away this winter. Last week the office sold the eastern dock to a bank without telling anyone in the city council about it. The dock is where most of our members have worked for thirty years. We will go to court if nobody acts,\" union leader Lena Ost said in Norhaven."
        => ["sold the eastern dock to a bank", "The dock is where"] not ["…"];
    quotation_and_who_says_it_are_one:
        "Norhaven Air had a plane write over the port on Monday.\n\n\"Not us, but who can argue with it!\" Peter Lang, the head of Norhaven Air, wrote on Friday with a picture of the plane."
        => ["\"Not us, but who can argue with it!\" Peter Lang, the head of Norhaven Air, wrote"] not [];
    surname_of_two_people_gets_no_name:
        "Anna Holm, the mayor of Norhaven, met Peter Holm, the head of the port, on Monday.\n\nThe port will close in June.\n\nHolm said repairs would cost 40 million euros."
        => [] not ["Holm ["];
    answer_of_an_interview_is_no_line:
        "Maria Ruiz wrote a book about the port of Norhaven, where she was born in 1980.\n\nQ: What did you find?\n\nA: The port was closed on Monday and nobody had told my parents."
        => ["Maria Ruiz wrote a book"] not ["The port was closed"];
    both_sides_of_something_are_known:
        "Norland held a vote on a new tax on Monday.\n\nBoth sides of the debate over the tax agreed on a second vote on Tuesday."
        => ["Both sides of the debate"] not [];
    unread_first_word_is_no_order:
        "Courts\n\nPresumptive Republican presidential nominee Ana Ruiz blasted her rival Maria Holm on Monday over a tax plan."
        => ["nominee Ana Ruiz blasted her rival"] not [];
    yet_another_is_no_connective:
        "Yet another ship ran aground near Norhaven on Monday, officials said."
        => ["Yet another ship ran aground"] not ["…"];
    dateline_is_no_part_of_the_sentence:
        "NORHAVEN, March 3 (AP) — The interior minister denied on Monday that police had beaten prisoners."
        => ["The interior minister denied on Monday that police had beaten prisoners."] not ["NORHAVEN"];
    credit_in_brackets_is_no_part_of_it:
        "(Photo: Ana Ruiz, AP) The interior minister resigned on Monday after a week of protests."
        => ["The interior minister resigned"] not ["Photo"];
    invitations_are_no_lines:
        "The interior minister resigned on Monday after a week of protests.\n\nSign up for our daily newsletter to get the stories that matter in the morning."
        => ["The interior minister resigned"] not ["Sign up"];
    headline_with_a_full_stop_is_the_headline:
        "Interior Minister Resigns After Week Of Protests.\n\nThe interior minister resigned on Monday after a week of protests in the capital."
        => ["The interior minister resigned on Monday"] not ["Resigns After Week"];
    quotation_names_its_speaker_from_outside:
        "The mayor, Maria Holm, defended the closure of the bridge on Monday in a long speech.\n\n\"The bridge is not safe,\" Holm said. \"We will open it in the spring.\""
        => ["\"The bridge is not safe,\" Holm said. \"We will open it in the spring.\""] not [];
    short_form_is_spelt_out:
        "Ships crowded the harbour of Eastport on Monday.\n\nWhat will the Norland Harbour Board (NHB), which met in the town, do next?\n\nThe NHB raised the fees for large ships by 12 percent."
        => ["The NHB [Norland Harbour Board] raised the fees"] not [];
    announcement_is_no_line:
        "The council of Eastport closed the old bridge on Monday after a storm.\n\nHere are five things to know about the bridge in the town."
        => ["closed the old bridge"] not ["Here are"];
    question_is_no_line:
        "Why did the minister resign on Monday after only a week in the office?\n\nThe minister resigned on Monday after a week of protests."
        => ["The minister resigned on Monday"] not ["Why did"];
}

#[test]
fn the_news_is_the_main_line_and_points_are_in_order() {
    let report = report(
        "Who pays for a bridge that nobody can use?\n\nThe city council voted on Monday to close the old bridge after engineers found cracks in three of its pillars.\n\nRepairs would cost 40 million euros, the council said.\n\nNobody was hurt.",
    );
    let summary = &report.summary;
    let main = summary
        .main
        .and_then(|main| summary.line(main))
        .expect("there is news");
    assert!(
        main.text.starts_with("The city council voted on Monday"),
        "{}",
        main.text
    );
    assert!(summary.points.len() > 1);
    assert!(summary.points.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn reasons_are_the_words_of_the_line() {
    for (text, wanted) in [
        (
            "Prosecutors accused the mayor of taking bribes from a builder.",
            Some("alleged"),
        ),
        (
            "The mayor denied that she had taken bribes from a builder.",
            Some("denied"),
        ),
        (
            "The mayor may resign before the end of the week, officials said.",
            Some("possible"),
        ),
        (
            "Norland will close its border with Eastland on Friday, the government said.",
            Some("planned"),
        ),
        (
            "Nobody was hurt when the bridge fell into the river on Monday.",
            None,
        ),
        (
            "The guards denied him entry to the hall on Monday evening.",
            None,
        ),
        (
            "The bridge fell into the river on Monday, officials said.",
            None,
        ),
    ] {
        let report = report(text);
        let why: Vec<&str> = (report.summary.unsettled.iter())
            .map(|it| it.why.name())
            .collect();
        assert_eq!(why, Vec::from_iter(wanted), "{text}");
    }
}

#[test]
fn answers_are_of_the_main_event_only() {
    for (text, question, wanted) in [
        (
            "The interior minister denied on Monday that police had beaten prisoners.",
            1,
            Some("denied on Monday that police had beaten prisoners"),
        ),
        (
            "The interior minister denied on Monday that police had beaten prisoners.",
            0,
            Some("The interior minister"),
        ),
        (
            "The old bridge in Eastport almost collapsed on Monday.",
            1,
            Some("almost collapsed on Monday"),
        ),
        ("The minister, who was elected in 2015, resigned.", 2, None),
        (
            "Norland closed its border because the fever had spread.",
            4,
            Some("because the fever had spread"),
        ),
        (
            "Norland slowed the fever by closing its border.",
            5,
            Some("by closing its border"),
        ),
    ] {
        let answers = report(text).summary.questions;
        let found = answers[question].as_ref().map(|it| it.text.as_str());
        assert_eq!(found, wanted, "{text}");
    }
}

/// The lines of a text's key points.
fn points(text: &str) -> Vec<String> {
    let summary = report(text).summary;
    let lines = summary.points.iter().filter_map(|&it| summary.line(it));
    lines.map(|line| line.text.clone()).collect()
}

#[test]
fn what_answers_or_changes_a_point_is_a_point() {
    for (name, text, wanted) in [
        (
            "a_denial_beside_its_accusation",
            "Prosecutors accused the mayor of Eastport on Monday of taking bribes from a builder.\n\nThe mayor, Maria Holm, denied that she had taken any money.\n\nThe builder won a contract for a bridge in the spring.\n\nThe bridge has not been opened.\n\nThe old market opens at nine.",
            ["accused the mayor", "denied that she had taken"],
        ),
        (
            "a_later_update",
            "A ferry sank off the coast of Norland on Sunday, killing at least 12 people, the coast guard said.\n\nThe ferry left the port of Eastport in the morning.\n\nThe port was built a hundred years ago.\n\nMany tourists visit it in summer.\n\nOn Monday, the coast guard said the death toll had risen to 31.",
            ["A ferry sank", "had risen to 31"],
        ),
        (
            "denial_far_below_its_accusation",
            "Prosecutors accused the mayor of Eastport, Maria Holm, on Monday of taking bribes of 40,000 euros from a builder.\n\nThe builder won a contract for the new harbour bridge in the spring.\n\nThe market in the old town opens at nine.\n\nTraders sell fish and bread there.\n\nHolm denied that she had taken any money from the builder.",
            ["Prosecutors accused", "denied that"],
        ),
        (
            "the_other_side",
            "The army of Norland shelled the town of Eastport on Tuesday and killed 14 people, the rebels said.\n\nEastport lies on the river.\n\nIts old bridge is known for its towers.\n\nPainters have come to the town for years.\n\nThe army said its shells had hit a rebel base and that no civilians were hurt.",
            ["shelled the town", "had hit a rebel base"],
        ),
    ] {
        let points = points(text);
        for words in wanted {
            let told = points.iter().any(|line| line.contains(words));
            assert!(told, "{name}: “{words}” in {points:#?}");
        }
    }
}
