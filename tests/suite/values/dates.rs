//! Days, months and years, resolved into the past of the article.

use nutgraf::analyzer::{Analyzer, Options};

use super::{Case, check, values};

#[test]
fn dates_are_resolved_into_the_past() {
    check(&[
        Case(
            "The strike began on Wednesday.",
            "Wednesday",
            "date 2015-09-09",
            "The paper Wednesday Post said so.",
            "date 2015-09-16",
        ),
        Case(
            "He died on Saturday.",
            "Saturday",
            "date 2015-09-12",
            "He died on Saturday Island.",
            "date 2015-09-19",
        ),
        Case(
            "She arrived last Friday.",
            "last Friday",
            "date 2015-09-11",
            "She sang Black Friday songs.",
            "date 2015-09-18",
        ),
        Case(
            "The court will meet on Monday.",
            "Monday",
            "date 2015-09-14",
            "The court met on Monday.",
            "date 2015-09-14",
        ),
        Case(
            "The vote is set for next Tuesday.",
            "next Tuesday",
            "date 2015-09-15",
            "The vote was held on Tuesday.",
            "date 2015-09-15",
        ),
        Case(
            "A crane fell yesterday.",
            "yesterday",
            "date 2015-09-11",
            "Yesterdays are gone.",
            "date 2015-09-11",
        ),
        Case(
            "The minister said today that he would go.",
            "today",
            "date 2015-09-12",
            "The paper USA Today was sold.",
            "date 2015-09-11",
        ),
        Case(
            "Talks will resume tomorrow.",
            "tomorrow",
            "date 2015-09-13",
            "Talks resumed.",
            "date 2015-09-13",
        ),
        Case(
            "It happened yesterday afternoon.",
            "yesterday afternoon",
            "time 2015-09-11",
            "The afternoon was warm.",
            "time 2015-09-11",
        ),
        Case(
            "He spoke on Thursday evening.",
            "Thursday evening",
            "time 2015-09-10",
            "The evening was warm.",
            "time 2015-09-10",
        ),
        Case(
            "The storm hit last night.",
            "last night",
            "time 2015-09-11",
            "The last nightclub closed.",
            "last night",
        ),
        Case(
            "Sales fell last week.",
            "last week",
            "date 2015-08-31/2015-09-06",
            "Sales fell for a week at last.",
            "date 2015-08-31/2015-09-06",
        ),
        Case(
            "Sales fell last month.",
            "last month",
            "date 2015-08",
            "The last monthly report fell.",
            "last month",
        ),
        Case(
            "The tax was cut last year.",
            "last year",
            "date 2014",
            "The last yearbook was sold.",
            "last year",
        ),
        Case(
            "The park opens this year.",
            "this year",
            "date 2015",
            "This yearling won.",
            "this year",
        ),
        Case(
            "The bridge will open next year.",
            "next year",
            "date 2016",
            "The next yearbook is out.",
            "next year",
        ),
        Case(
            "It was signed in June.",
            "June",
            "date 2015-06",
            "June Carter sang it.",
            "June",
        ),
        Case(
            "It was signed in November.",
            "November",
            "date 2014-11",
            "The submarine November Rain sank.",
            "date 2015-11",
        ),
        Case(
            "It was signed last December.",
            "last December",
            "date 2014-12",
            "It was signed at last.",
            "last",
        ),
        Case(
            "He was born on May 4, 1970.",
            "May 4, 1970",
            "date 1970-05-04",
            "He may say 4 things.",
            "date 2015-05-04",
        ),
        Case(
            "The siege ended on 19 September 2014.",
            "19 September 2014",
            "date 2014-09-19",
            "In all, 19 September babies were born.",
            "date 2014-09-19",
        ),
        Case(
            "He died Nov. 24.",
            "Nov. 24",
            "date 2014-11-24",
            "He has 24 novels.",
            "24 novels",
        ),
        Case(
            "On the 4th of July, 2012 they met.",
            "4th of July, 2012",
            "date 2012-07-04",
            "It was the 4th of its kind.",
            "date 2012-07-04",
        ),
        Case(
            "The fair runs October 25-26, 2016.",
            "October 25-26, 2016",
            "date 2016-10-25/2016-10-26",
            "The score was 26-25.",
            "26-25",
        ),
        Case(
            "He visited Turkey from 5-6 April 2014.",
            "5-6 April 2014",
            "date 2014-04-05/2014-04-06",
            "He visited April 5 times.",
            "April 5",
        ),
        Case(
            "It lasted from 2014 to 2017.",
            "2014 to 2017",
            "date 2014/2017",
            "Between 2000 to 3000 men came.",
            "date 2000/3000",
        ),
        Case(
            "The war of 1980-88 cost many lives.",
            "1980-88",
            "date 1980/1988",
            "Call 555-1980 for help.",
            "date 1980",
        ),
        Case(
            "The 2014–15 season was short.",
            "2014–15",
            "date 2014/2015",
            "Section 2014 of the code applies.",
            "date 2014",
        ),
        Case(
            "It has sold well since 2012.",
            "2012",
            "date 2012/",
            "It sold well in 2012.",
            "date 2012/",
        ),
        Case(
            "He has been in jail since June.",
            "June",
            "date 2015-06/",
            "He was in jail in June.",
            "date 2015-06/",
        ),
        Case(
            "The law passed in 2013.",
            "2013",
            "date 2013",
            "In 2013 cases no one was charged.",
            "count 2013 = law",
        ),
        Case(
            "The war began in early 2011.",
            "early 2011",
            "date 2011",
            "He rose early.",
            "early",
        ),
        Case(
            "It was built in the 1990s.",
            "the 1990s",
            "date 1990/1999",
            "He drives at 90.",
            "date 1990/1999",
        ),
        Case(
            "It dates from the 19th century.",
            "the 19th century",
            "date 1801/1900",
            "She scored a century on the 19th.",
            "date 1801/1900",
        ),
        Case(
            "Leaders met at the end of last year.",
            "the end of last year",
            "date 2014",
            "Leaders met at the end of the road.",
            "the end",
        ),
        Case(
            "Two years ago the dam broke.",
            "Two years ago",
            "date 2013",
            "Two years of rain broke the dam.",
            "date 2013",
        ),
        Case(
            "Three days ago a mine fell in.",
            "Three days ago",
            "date 2015-09-09",
            "Three days of rain fell.",
            "date 2015-09-09",
        ),
        Case(
            "It was found a month ago.",
            "a month ago",
            "date 2015-08",
            "It was found in a month.",
            "date 2015-08",
        ),
        Case(
            "The paper is dated 2015-09-11.",
            "2015-09-11",
            "date 2015-09-11",
            "The serial number is 2015-77-99.",
            "date 2015-77-99",
        ),
        Case(
            "On Christmas Day the guns fell silent.",
            "Christmas Day",
            "date 2014-12-25",
            "Christmas Dayton is her name.",
            "date 2014-12-25",
        ),
        Case(
            "They met on Friday, July 21, 2017.",
            "Friday, July 21, 2017",
            "date 2017-07-21",
            "They met on Friday, he said.",
            "date 2017-07-21",
        ),
        Case(
            "Later that day he fled.",
            "Later that day",
            "date",
            "He fled later.",
            "later",
        ),
        Case(
            "They fought during the summer of 2014.",
            "the summer of 2014",
            "date 2014",
            "They fought all summer.",
            "date 2014",
        ),
        Case(
            "The temple dates from 575 B.C.",
            "575 B.C.",
            "date",
            "Some 575 men came.",
            "date",
        ),
    ]);
}

#[test]
fn the_article_gives_its_own_date() {
    let analyzer = Analyzer::embedded().expect("the weights in the crate load");
    let date = |text: &str| {
        analyzer
            .analyze(text, &Options::default())
            .expect("English")
            .date
    };
    let cases = [
        (
            "Crane falls on mosque\n\nSaturday, September 12, 2015\n\nA crane fell yesterday.",
            Some("2015-09-12"),
        ),
        (
            "Fire in port\n\nHAMBURG, July 3, 2019 (Agency) — A fire broke out in the port.",
            Some("2019-07-03"),
        ),
        // A date in a sentence is not the article's.
        (
            "Fire in port\n\nA fire broke out in the port on July 3, 2019, police said on Friday.",
            None,
        ),
        // Without a year nothing is known.
        (
            "Fire in port\n\nFriday, July 3\n\nA fire broke out in the port.",
            None,
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(date(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn without_a_date_nothing_is_guessed() {
    let analyzer = Analyzer::embedded().expect("the weights in the crate load");
    let cases = [
        ("The siege ended on Wednesday.", "Wednesday", "date"),
        ("He died on Nov. 24.", "Nov. 24", "date --11-24"),
        ("It fell yesterday.", "yesterday", "date"),
        ("It was signed last year.", "last year", "date"),
    ];
    for (text, words, worth) in cases {
        let report = analyzer
            .analyze(text, &Options::default())
            .expect("English");
        let found = values(&report, text);
        assert!(
            found
                .iter()
                .any(|(at, value)| at == words && value == worth),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn days_by_their_place_and_days_ahead() {
    check(&[
        Case(
            "The fair opens on the last Friday of September.",
            "the last Friday of September",
            "date 2015-09-25",
            "The fair opens on Friday.",
            "date 2015-09-25",
        ),
        Case(
            "The race is on the second Monday in October.",
            "the second Monday in October",
            "date 2015-10-12",
            "The race was on the second Monday in October.",
            "date 2015-10-12",
        ),
        Case(
            "The vote is on Thursday next week.",
            "Thursday next week",
            "date 2015-09-17",
            "The vote was on Thursday last week.",
            "date 2015-09-17",
        ),
        Case(
            "The tanker sank on 13.8.2015.",
            "13.8.2015",
            "date 2015-08-13",
            "The host 10.8.2015.3 is down.",
            "date 2015-08-10",
        ),
        Case(
            "The law took effect on 25/12/2014.",
            "25/12/2014",
            "date 2014-12-25",
            "It took effect on 5/12/2014.",
            "date 2014-12-05",
        ),
        Case(
            "The parade was on the Fourth of July.",
            "Fourth of July",
            "date 2015-07-04",
            "The fourth of ten books is out in July.",
            "date 2015-07-04",
        ),
        Case(
            "The army must leave by Thursday.",
            "Thursday",
            "date 2015-09-17",
            "The army had left by Thursday.",
            "date 2015-09-17",
        ),
        Case(
            "The court gave him until Thursday to pay.",
            "Thursday",
            "date 2015-09-17",
            "The road was shut until Thursday.",
            "date 2015-09-17",
        ),
        Case(
            "She left in March.",
            "March",
            "date 2015-03",
            "She left the town in Mar del Plata.",
            "date 2015-03",
        ),
        Case(
            "The staff met today.",
            "today",
            "date 2015-09-12",
            "The staff of the paper TODAY met.",
            "date 2015-09-12",
        ),
        Case(
            "It rained in April 2014.",
            "April 2014",
            "date 2014-04",
            "Jo Dunn and April Waters met.",
            "April",
        ),
        Case(
            "It was held on the last Sunday of last month.",
            "the last Sunday of last month",
            "date 2015-08-30",
            "It was held last Sunday.",
            "date 2015-08-30",
        ),
        Case(
            "They met from Monday to Sunday.",
            "Monday",
            "date 2015-08-31",
            "They met on Monday and Sunday.",
            "date 2015-08-31",
        ),
        Case(
            "The shop will be shut from Thursday to Tuesday.",
            "Tuesday",
            "date 2015-09-22",
            "The shop will be shut on Tuesday.",
            "date 2015-09-22",
        ),
    ]);
}
