//! Clock times, durations, ages and periods.

use super::{Case, check};

#[test]
fn times_durations_and_ages() {
    check(&[
        Case(
            "The attack began at 10 a.m. on Monday.",
            "10 a.m.",
            "time",
            "He has 10 aims.",
            "time",
        ),
        Case(
            "Polls close at 20:00 GMT.",
            "20:00 GMT",
            "time",
            "The ratio was 20 to one.",
            "time",
        ),
        Case(
            "The train left at 5.30pm.",
            "5.30pm",
            "time",
            "It rose 5.30 points.",
            "time",
        ),
        Case(
            "Guests arrived at noon.",
            "noon",
            "time",
            "The film High Noon was shown.",
            "time",
        ),
        Case(
            "The call lasted 45 minutes.",
            "45 minutes",
            "duration 45 = minute",
            "The minutes of the call were kept.",
            "minutes",
        ),
        Case(
            "The talks took two weeks.",
            "two weeks",
            "duration 2 = week",
            "Two weekly papers wrote of it.",
            "duration 2 = week",
        ),
        Case(
            "It was an 11-year war.",
            "11-year",
            "duration 11 = year",
            "It was a yearly fair with 11 tents.",
            "duration 11 = year",
        ),
        Case(
            "A three-day truce was agreed.",
            "three-day",
            "duration 3 = day",
            "The daily truce talks failed.",
            "duration 3 = day",
        ),
        Case(
            "They fought for more than 20 years.",
            "more than 20 years",
            "duration 20 > year",
            "They fought more than before.",
            "more than",
        ),
        Case(
            "They waited almost two hours.",
            "almost two hours",
            "duration 2 ~ hour",
            "It was almost done.",
            "almost",
        ),
        Case(
            "He was jailed for several months.",
            "several months",
            "duration vague month",
            "He was jailed with several men.",
            "duration vague month",
        ),
        Case(
            "The ship was lost for years.",
            "years",
            "duration vague year",
            "The yearling was lost.",
            "years",
        ),
        Case(
            "They were not seen for the past two weeks.",
            "the past two weeks",
            "duration 2 = week 2015-08-29/2015-09-12",
            "They walked past two weekly fairs.",
            "duration 2 = week 2015-08-29/2015-09-12",
        ),
        Case(
            "Prices rose over the last three years.",
            "the last three years",
            "duration 3 = year 2012-09-12/2015-09-12",
            "The last three yearbooks sold.",
            "the last three years",
        ),
        Case(
            "It has improved in recent months.",
            "recent months",
            "duration vague month",
            "It was a recent monthly low.",
            "recent months",
        ),
        Case(
            "A 42-year-old man was shot.",
            "42-year-old",
            "age 42 = year",
            "A man was shot 42 times.",
            "age 42 = year",
        ),
        Case(
            "Scott Dayton, 42, of Virginia, died.",
            "42",
            "age 42 = year",
            "He scored 42, of course.",
            "age 42 = year",
        ),
        Case(
            "He was 15 years old.",
            "15 years old",
            "age 15 = year",
            "He was there for 15 years.",
            "age 15 = year",
        ),
        Case(
            "Children aged 5 to 10 may enter.",
            "aged 5 to 10",
            "age 5..10 range year",
            "Children from 5 to 10 schools came.",
            "age 5..10 range year",
        ),
        Case(
            "She died at the age of 88.",
            "age of 88",
            "age 88 = year",
            "She died in the age of steam.",
            "age of",
        ),
    ]);
}

#[test]
fn periods_and_clocks() {
    check(&[
        Case(
            "Profit fell in the third quarter of 2014.",
            "the third quarter of 2014",
            "date 2014-07/2014-09",
            "They met in the third quarter of the city.",
            "date 2015-07/2015-09",
        ),
        Case(
            "Sales rose in Q3 2014.",
            "Q3 2014",
            "date 2014-07/2014-09",
            "The q3 file is lost.",
            "date",
        ),
        Case(
            "In the first half of 2015 sales fell.",
            "the first half of 2015",
            "date 2015-01/2015-06",
            "The first half ended badly.",
            "date",
        ),
        Case(
            "Spending rose in fiscal 2014.",
            "fiscal 2014",
            "date 2014",
            "The fiscal plan failed.",
            "date",
        ),
        Case(
            "Sales rose in mid-2014.",
            "mid-2014",
            "date 2014",
            "It stood mid-stream.",
            "date",
        ),
        Case(
            "Rain is expected by mid-March.",
            "mid-March",
            "date 2015-03",
            "The mid-marchers fell back.",
            "date 2015-03",
        ),
        Case(
            "It was signed on the 3rd of May.",
            "3rd of May",
            "date 2015-05-03",
            "It was the 3rd of its kind.",
            "date 2015-05-03",
        ),
        Case(
            "The fashion of the late nineties is back.",
            "the late nineties",
            "date",
            "The woman is in her late nineties.",
            "date",
        ),
        Case(
            "They met the following day.",
            "the following day",
            "date",
            "The following dayworkers met.",
            "the following day",
        ),
        Case(
            "The vote took place the day before.",
            "the day before",
            "date",
            "The day before the vote was calm.",
            "the day before",
        ),
        Case(
            "The meeting is on Thursday, 17 September.",
            "Thursday, 17 September",
            "date 2015-09-17",
            "The meeting was on Wednesday, 17 September.",
            "date 2015-09-17",
        ),
        Case(
            "The hearing is due on May 17.",
            "May 17",
            "date 2016-05-17",
            "The hearing was on May 17.",
            "date 2016-05-17",
        ),
        Case(
            "The fair opens on September 26.",
            "September 26",
            "date 2015-09-26",
            "The fair opened on September 26.",
            "date 2015-09-26",
        ),
        Case(
            "The car crashed around 1:20 a.m. on Monday.",
            "around 1:20 a.m.",
            "time ~",
            "They walked around 12 lakes.",
            "time ~",
        ),
        Case(
            "They sat down at quarter past seven.",
            "quarter past seven",
            "time",
            "A quarter of the past seven days was lost.",
            "time",
        ),
        Case(
            "The phone rang at 3.30 in the morning.",
            "3.30 in the morning",
            "time",
            "It rose 3.30 in the market.",
            "time",
        ),
        Case(
            "The blast was heard at 0300 GMT.",
            "0300 GMT",
            "time",
            "The code is 0300.",
            "time",
        ),
    ]);
}

#[test]
fn four_digits_after_at() {
    check(&[
        Case(
            "The train left at 1845.",
            "1845",
            "time",
            "The mine ran at 1845 metres.",
            "time",
        ),
        Case(
            "The guard changed by 0600 hours.",
            "0600 hours",
            "time",
            "The pump ran for 1600 hours.",
            "time",
        ),
    ]);
}
