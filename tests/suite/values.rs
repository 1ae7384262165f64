//! Numbers, amounts, dates and times in news English, each with words beside it that look alike and are no such value.

use nutgraf::Report;
use nutgraf::analyzer::{Analyzer, Options};

/// The article date of all cases: a Saturday.
const DATE: &str = "2015-09-12";

/// A case: a sentence, the value as it is written in it, what it is worth, and a sentence whose words must give no such value.
///
/// What it is worth: `KIND number[..max] comparator unit` for amounts, `KIND iso` for dates ("?" where it stays open).
struct Case(
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

fn check(cases: &[Case]) {
    let analyzer = Analyzer::embedded().expect("the weights in the crate load");
    let options = Options {
        date: Some(DATE.into()),
        ..Options::default()
    };
    let read = |text: &str| analyzer.analyze(text, &options).expect("English");
    let mut wrong = Vec::new();
    for Case(text, words, worth, near, not) in cases {
        let found = values(&read(text), text);
        if !found
            .iter()
            .any(|(at, value)| at == words && value == worth)
        {
            wrong.push(format!(
                "“{text}”: expected “{words}” = {worth}, found {found:?}"
            ));
        }
        let found = values(&read(near), near);
        if let Some(bad) = found.iter().find(|(at, value)| at == not || value == not) {
            wrong.push(format!("“{near}”: {bad:?} should not be there"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

/// The values of a report, as written and in short.
fn values(report: &Report, text: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for entity in &report.entities {
        let Some(value) = &entity.value else { continue };
        let mut short = value.kind.name().to_owned();
        let number = value.value.map(|number| match value.max {
            Some(max) => format!("{}..{}", round(number), round(max)),
            None => round(number),
        });
        for part in [
            number,
            value.comparator.map(|it| it.name().to_owned()),
            value.unit.clone(),
            value.iso.clone(),
        ]
        .into_iter()
        .flatten()
        {
            short = format!("{short} {part}");
        }
        for mention in &entity.mentions {
            all.push((mention.span.of(text).to_owned(), short.clone()));
        }
    }
    all
}

fn round(number: f64) -> String {
    format!("{}", (number * 100.0).round() / 100.0)
}

#[test]
fn counts_are_read_with_their_comparators() {
    check(&[
        Case(
            "The strikes killed 100 people.",
            "100",
            "count 100 = person",
            "He was born in 1995.",
            "count 1995 =",
        ),
        Case(
            "The strikes killed more than 100 fighters.",
            "more than 100",
            "count 100 > person",
            "The city is safer for its people more than ever.",
            "count 1 >",
        ),
        Case(
            "Over 300 houses burned.",
            "Over 300",
            "count 300 > house",
            "They talked over 30 days of rain.",
            "over 30 days",
        ),
        Case(
            "Above 50 ships waited outside the port.",
            "Above 50",
            "count 50 > ship",
            "The plane flew above the city.",
            "above",
        ),
        Case(
            "In excess of 40 villages were flooded.",
            "In excess of 40",
            "count 40 > village",
            "He warned of an excess of pride.",
            "excess",
        ),
        Case(
            "Upwards of 60 protesters were held.",
            "Upwards of 60",
            "count 60 > person",
            "Prices moved upwards in May.",
            "upwards",
        ),
        Case(
            "At least 107 people died.",
            "At least 107",
            "count 107 >= person",
            "At least the rain has stopped.",
            "At least",
        ),
        Case(
            "No fewer than 12 soldiers were hurt.",
            "No fewer than 12",
            "count 12 >= person",
            "Fewer soldiers were hurt this time.",
            "Fewer",
        ),
        Case(
            "No less than 15 schools closed.",
            "No less than 15",
            "count 15 >= school",
            "The less he says, the better.",
            "less",
        ),
        Case(
            "Some 107 or more pilgrims died.",
            "Some 107 or more",
            "count 107 ~ person",
            "He will stay, or more likely leave.",
            "or more",
        ),
        Case(
            "The blast hurt 30 or more workers.",
            "30 or more",
            "count 30 >= person",
            "Three or more recently built bridges fell.",
            "count 3 >= bridge",
        ),
        Case(
            "A 60-plus nation coalition met.",
            "60-plus",
            "count 60 >= nation",
            "It was a plus for the team.",
            "plus",
        ),
        Case(
            "The group has 30+ members.",
            "30+",
            "count 30 >= person",
            "He got a B+ in history.",
            "B+",
        ),
        Case(
            "Less than 20 voters came.",
            "Less than 20",
            "count 20 < person",
            "It took less than he feared.",
            "less than",
        ),
        Case(
            "Fewer than 500 people live there.",
            "Fewer than 500",
            "count 500 < person",
            "Fewer people live there now.",
            "Fewer",
        ),
        Case(
            "Under 40 tickets were sold.",
            "Under 40",
            "count 40 < ticket",
            "The bridge was under repair.",
            "under",
        ),
        Case(
            "Below 10 cases were counted.",
            "Below 10",
            "count 10 < case",
            "The text below was cut.",
            "below",
        ),
        Case(
            "Up to 5,000 people fled.",
            "Up to 5,000",
            "count 5000 <= person",
            "The choice is up to the voters.",
            "up to",
        ),
        Case(
            "At most 25 seats are free.",
            "At most 25",
            "count 25 <= seat",
            "At most games he sat in front.",
            "At most",
        ),
        Case(
            "No more than 10 visitors are allowed.",
            "No more than 10",
            "count 10 <= person",
            "There is no more water.",
            "no more",
        ),
        Case(
            "As many as 200 workers may be trapped.",
            "As many as 200",
            "count 200 <= person",
            "As many feared, the vote failed.",
            "As many",
        ),
        Case(
            "About 500 troops took part.",
            "About 500",
            "count 500 ~ person",
            "He talked about 500 years of history.",
            "about 500",
        ),
        Case(
            "Around 80 shops closed.",
            "Around 80",
            "count 80 ~ shop",
            "They walked around the lake.",
            "around",
        ),
        Case(
            "Approximately 900 students applied.",
            "Approximately 900",
            "count 900 ~ person",
            "The plan is approximately right.",
            "Approximately",
        ),
        Case(
            "Some 200 refugees arrived.",
            "Some 200",
            "count 200 ~ person",
            "Some refugees arrived.",
            "Some",
        ),
        Case(
            "Roughly 70 tanks crossed the river.",
            "Roughly 70",
            "count 70 ~ tank",
            "They were roughly handled.",
            "roughly",
        ),
        Case(
            "An estimated 3,000 birds died.",
            "An estimated 3,000",
            "count 3000 ~ bird",
            "They estimated the damage.",
            "estimated",
        ),
        Case(
            "The crowd was closer to 40,000 people.",
            "closer to 40,000",
            "count 40000 ~ person",
            "The two sides are closer to a deal.",
            "closer to",
        ),
        Case(
            "Nearly 90 flights were cancelled.",
            "Nearly 90",
            "count 90 ~ flight",
            "The bridge nearly fell.",
            "nearly",
        ),
        Case(
            "Almost 60 houses burned down.",
            "Almost 60",
            "count 60 ~ house",
            "The work is almost done.",
            "almost",
        ),
        Case(
            "Exactly 12 jurors were chosen.",
            "Exactly 12",
            "count 12 = person",
            "That is exactly the point.",
            "exactly",
        ),
        Case(
            "Just over 150 people attended.",
            "Just over 150",
            "count 150 > person",
            "The war is just over.",
            "just over",
        ),
        Case(
            "Well over 100 guests came.",
            "Well over 100",
            "count 100 > person",
            "He is well over the flu.",
            "well over",
        ),
        Case(
            "Just under 50 jobs were lost.",
            "Just under 50",
            "count 50 < job",
            "It lies just under the roof.",
            "just under",
        ),
    ]);
}

#[test]
fn ranges_scales_and_words_are_numbers() {
    check(&[
        Case(
            "Police held 20 to 30 men.",
            "20 to 30",
            "count 20..30 range person",
            "He moved from room 20 to the hall.",
            "20 to",
        ),
        Case(
            "Between 20 and 30 cars burned.",
            "Between 20 and 30",
            "count 20..30 range car",
            "The talks between the two sides failed.",
            "between",
        ),
        Case(
            "The squad has 15-20 men.",
            "15-20",
            "count 15..20 range person",
            "The home side won 3-1 on Sunday.",
            "3-1",
        ),
        Case(
            "Two or three witnesses came forward.",
            "Two or three",
            "count 2..3 range person",
            "He will go or stay.",
            "or",
        ),
        Case(
            "Six people were arrested.",
            "Six",
            "count 6 = person",
            "No one was arrested.",
            "one",
        ),
        Case(
            "Twenty-five ships were sunk.",
            "Twenty-five",
            "count 25 = ship",
            "The ship Twenty sank.",
            "count 25 = ship",
        ),
        Case(
            "Two hundred and fifty soldiers died.",
            "Two hundred and fifty",
            "count 250 = person",
            "Hundred-year-old trees fell.",
            "count 250 = person",
        ),
        Case(
            "Three thousand homes lost power.",
            "Three thousand",
            "count 3000 = home",
            "The Three Rivers dam held.",
            "count 3000 = home",
        ),
        Case(
            "More than a thousand workers walked out.",
            "More than a thousand",
            "count 1000 > person",
            "It was more than a defeat.",
            "more than a",
        ),
        Case(
            "About 1.5 million people voted.",
            "About 1.5 million",
            "count 1500000 ~ person",
            "The film Slumdog Millionaire won.",
            "count 1000000 =",
        ),
        Case(
            "2 million Syrians fled.",
            "2 million",
            "count 2000000 = person",
            "The 2 sides met.",
            "count 2000000 = person",
        ),
        Case(
            "Over half a million Syrians are besieged.",
            "Over half a million",
            "count 500000 > person",
            "Half the team stayed home.",
            "count 500000 > person",
        ),
        Case(
            "A dozen houses burned.",
            "A dozen",
            "count 12 = house",
            "The Dirty Dozen was a film.",
            "Dozen",
        ),
        Case(
            "Two dozen men were freed.",
            "Two dozen",
            "count 24 = person",
            "The men were freed.",
            "count 24 = person",
        ),
        Case(
            "Dozens of villages were freed.",
            "Dozens",
            "count vague village",
            "A dozen villages were freed.",
            "count vague village",
        ),
        Case(
            "Hundreds of thousands of people marched.",
            "Hundreds of thousands",
            "count vague person",
            "The hundredth marcher won a prize.",
            "count vague person",
        ),
        Case(
            "Millions of pilgrims visit Mecca.",
            "Millions",
            "count vague person",
            "He is a millionaire.",
            "count vague person",
        ),
        Case(
            "Several officers were hurt.",
            "Several",
            "count vague person",
            "The severed cable was found.",
            "severed",
        ),
        Case(
            "Numerous bodies were found.",
            "Numerous",
            "count vague body",
            "The numbers were found.",
            "numbers",
        ),
        Case(
            "Many voters stayed home.",
            "Many",
            "count vague person",
            "How many voters stayed home?",
            "many",
        ),
        Case(
            "Multiple witnesses saw it.",
            "Multiple",
            "count vague person",
            "It was a multiple choice.",
            "multiple",
        ),
        Case(
            "A number of ministers resigned.",
            "A number",
            "count vague person",
            "The number of deaths rose.",
            "number",
        ),
        Case(
            "A few fighters escaped.",
            "A few",
            "count vague person",
            "The few fled.",
            "few",
        ),
        Case(
            "A quarter of voters stayed home.",
            "A quarter",
            "percent 25 = percent",
            "He scored in the last quarter.",
            "percent 25 = percent",
        ),
        Case(
            "Two-thirds of the city is in ruins.",
            "Two-thirds",
            "percent 66.67 = percent",
            "He finished third.",
            "percent 66.67 = percent",
        ),
        Case(
            "Half of the homes were hit.",
            "Half",
            "percent 50 = percent",
            "The first half ended badly.",
            "half",
        ),
        Case(
            "One person died.",
            "One",
            "count 1 = person",
            "One another they could not trust.",
            "One",
        ),
        Case(
            "A 63-nation coalition was formed.",
            "63",
            "count 63 = nation",
            "A nation was formed.",
            "count 63 = nation",
        ),
        Case(
            "She won twice.",
            "twice",
            "count 2 = time",
            "Once the rain stops, they leave.",
            "Once",
        ),
    ]);
}

#[test]
fn quantities_have_units() {
    check(&[
        Case(
            "It lies approximately 8 kilometers east of the river.",
            "approximately 8 kilometers",
            "quantity 8 ~ km",
            "The 8 kilometer markers fell.",
            "quantity 8 ~ km",
        ),
        Case(
            "Rounds landed within 500 meters of the base.",
            "within 500 meters",
            "quantity 500 <= m",
            "The meters were read within the hour.",
            "meters",
        ),
        Case(
            "They freed more than 700 square miles of land.",
            "more than 700 square miles",
            "quantity 700 > square mile",
            "They met on the square.",
            "square",
        ),
        Case(
            "The village is 12 miles away.",
            "12 miles",
            "quantity 12 = mile",
            "Miles Davis played in 12 clubs.",
            "12 clubs",
        ),
        Case(
            "The ship carried 500 tonnes of grain.",
            "500 tonnes",
            "quantity 500 = t",
            "He has tons of friends.",
            "tons",
        ),
        Case(
            "Police found 20 kg of cocaine.",
            "20 kg",
            "quantity 20 = kg",
            "He found 20 kings in the book.",
            "20 kings",
        ),
        Case(
            "The fire burned 3,000 acres.",
            "3,000 acres",
            "quantity 3000 = acre",
            "The town of Acre burned.",
            "Acre",
        ),
        Case(
            "Iran exports 2 million barrels of oil.",
            "2 million barrels",
            "quantity 2000000 = barrel",
            "The gun has two barrel bombs.",
            "two barrel",
        ),
        Case(
            "Winds reached 150 mph.",
            "150 mph",
            "quantity 150 = mph",
            "He read 150 maps.",
            "150 maps",
        ),
        Case(
            "It fell to minus 5 degrees Celsius.",
            "minus 5 degrees Celsius",
            "quantity -5 = °C",
            "She has 5 degrees from Oxford.",
            "°C",
        ),
        Case(
            "They used 500 pounds of explosives.",
            "500 pounds",
            "quantity 500 = lb",
            "The rebels were pounded for days.",
            "pounded",
        ),
        Case(
            "The plant makes 300 megawatts.",
            "300 megawatts",
            "quantity 300 = MW",
            "The plant makes 300 cars.",
            "300 megawatts",
        ),
        Case(
            "The bomb went off 50 metres from the gate.",
            "50 metres",
            "quantity 50 = m",
            "The poem has 50 lines.",
            "50 lines",
        ),
        Case(
            "The wall is 3.5 m high.",
            "3.5 m",
            "quantity 3.5 = m",
            "It cost £3.5m to build.",
            "quantity 3.5 = m",
        ),
    ]);
}

#[test]
fn money_has_a_currency_and_a_scale() {
    check(&[
        Case(
            "The bank paid $100 million.",
            "$100 million",
            "money 100000000 = USD",
            "The bank paid 100 men.",
            "money 100 =",
        ),
        Case(
            "The aid comes to nearly $500 million.",
            "nearly $500 million",
            "money 500000000 ~ USD",
            "The aid is nearly there.",
            "nearly",
        ),
        Case(
            "It cost £3bn.",
            "£3bn",
            "money 3000000000 = GBP",
            "It has 3bn users.",
            "money 3000000000 = GBP",
        ),
        Case(
            "They offered up to $5 million.",
            "up to $5 million",
            "money 5000000 <= USD",
            "They offered up their seats.",
            "up",
        ),
        Case(
            "The state has given more than $4 million.",
            "more than $4 million",
            "money 4000000 > USD",
            "The state has given more than that.",
            "more than",
        ),
        Case(
            "The ticket costs 50 euros.",
            "50 euros",
            "money 50 = EUR",
            "The Euro 2016 cup begins.",
            "money 2016 = EUR",
        ),
        Case(
            "He was fined €500,000.",
            "€500,000",
            "money 500000 = EUR",
            "He was fined in 500 cases.",
            "money 500 =",
        ),
        Case(
            "The price is $5 to $10 million.",
            "$5 to $10 million",
            "money 5000000..10000000 range USD",
            "The score went from 5 to 10.",
            "money 5000000..10000000 range USD",
        ),
        Case(
            "They stole millions of dollars.",
            "millions of dollars",
            "money vague USD",
            "Millions of people saw it.",
            "money vague USD",
        ),
        Case(
            "The deal is worth US$20 billion.",
            "US$20 billion",
            "money 20000000000 = USD",
            "US 20 years ago.",
            "money 20 =",
        ),
        Case(
            "He owes 30,000 rubles.",
            "30,000 rubles",
            "money 30000 = RUB",
            "He owes 30,000 people.",
            "money 30000 =",
        ),
        Case(
            "The loan is ¥900 million.",
            "¥900 million",
            "money 900000000 = JPY",
            "The loan is for 900 million people.",
            "money 900000000 = JPY",
        ),
        Case(
            "Tickets cost C$40.",
            "C$40",
            "money 40 = CAD",
            "Room C40 is free.",
            "money 40 =",
        ),
        Case(
            "They paid 200 pounds for it.",
            "200 pounds",
            "money 200 = GBP",
            "The boxer weighs 200 pounds of muscle.",
            "money 200 = GBP",
        ),
    ]);
}

#[test]
fn shares_and_ordinals() {
    check(&[
        Case(
            "Prices rose 15 percent.",
            "15 percent",
            "percent 15 = percent",
            "Prices rose for 15 weeks.",
            "percent 15 = percent",
        ),
        Case(
            "Turnout was 63.5%.",
            "63.5%",
            "percent 63.5 = percent",
            "The dial showed 63.5.",
            "percent 63.5 = percent",
        ),
        Case(
            "They lost more than 30 per cent of the land.",
            "more than 30 per cent",
            "percent 30 > percent",
            "They pay 30 per person.",
            "percent 30 = percent",
        ),
        Case(
            "Growth is between 2 and 3 percent.",
            "between 2 and 3 percent",
            "percent 2..3 range percent",
            "It fell between 2 and 3 houses.",
            "percent 2..3 range percent",
        ),
        Case(
            "The rate fell by 2 percentage points.",
            "2 percentage points",
            "percent 2 = percent",
            "The team lost 2 points.",
            "percent 2 = percent",
        ),
        Case(
            "It was the first vote since the war.",
            "first",
            "ordinal 1",
            "At first he refused.",
            "ordinal 1",
        ),
        Case(
            "The 21st floor burned.",
            "21st",
            "ordinal 21",
            "The 21 floors burned.",
            "ordinal 21",
        ),
        Case(
            "He came second.",
            "second",
            "ordinal 2",
            "It took a second.",
            "ordinal 2",
        ),
    ]);
}

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
fn numbers_that_count_nothing() {
    check(&[
        Case(
            "Tanks of type T-54 and 20 trucks came.",
            "20",
            "count 20 = truck",
            "They drove a T-54.",
            "54",
        ),
        Case(
            "The council passed Resolution 2328 by 15 votes.",
            "15",
            "count 15 = vote",
            "The council passed Resolution 2328.",
            "2328",
        ),
        Case(
            "Two people called 888-847-6592.",
            "Two",
            "count 2 = person",
            "Please dial 888-847-6592.",
            "6592",
        ),
        Case(
            "Flight 370 had 239 people on board.",
            "239",
            "count 239 = person",
            "Flight 370 is missing.",
            "370",
        ),
        Case(
            "The bus on Route 66 carried 40 people.",
            "40",
            "count 40 = person",
            "The bus took Route 66.",
            "66",
        ),
        Case(
            "Room 12 holds 30 guests.",
            "30",
            "count 30 = person",
            "They met in Room 12.",
            "12",
        ),
        Case(
            "Under section 119.3 the term is 5 years.",
            "5 years",
            "duration 5 = year",
            "It is an offence under section 119.3 of the code.",
            "119.3",
        ),
        Case(
            "United won 2-1 before 50 guests.",
            "50",
            "count 50 = person",
            "United won 2-1.",
            "2-1",
        ),
        Case(
            "Windows 7 runs on 300 machines.",
            "300",
            "count 300 = machine",
            "The office uses Windows 7.",
            "7",
        ),
        Case(
            "The site at 33.505716°N 36.269635°E has 2 gates.",
            "2",
            "count 2 = gate",
            "The site is at 33.505716°N 36.269635°E.",
            "36.269635",
        ),
        Case(
            "After 9/11 two wars began.",
            "two",
            "count 2 = war",
            "It changed after 9/11.",
            "9/11",
        ),
        Case(
            "The dam has 17 gates.[3]",
            "17",
            "count 17 = gate",
            "The dam is old.[3]",
            "3",
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
fn shares_measures_and_ages_as_news_writes_them() {
    check(&[
        Case(
            "One in five children is hungry.",
            "One in five",
            "percent 20 = percent",
            "One in hospital is a child.",
            "percent 20 = percent",
        ),
        Case(
            "Three out of four voters agreed.",
            "Three out of four",
            "percent 75 = percent",
            "He scored three in 10 minutes.",
            "percent 30 = percent",
        ),
        Case(
            "Profit rose by a fifth.",
            "a fifth",
            "percent 20 = percent",
            "It was bought by a third party.",
            "percent 33.33 = percent",
        ),
        Case(
            "It is 2 1/2 miles long.",
            "2 1/2 miles",
            "quantity 2.5 = mile",
            "It is 2 miles long.",
            "quantity 2.5 = mile",
        ),
        Case(
            "They lost half a pound of meat.",
            "half a pound",
            "quantity 0.5 = lb",
            "Half a team stayed home.",
            "quantity 0.5 = lb",
        ),
        Case(
            "It costs more than a dollar.",
            "more than a dollar",
            "money 1 > USD",
            "It was more than a dollar bill.",
            "money 100 > USD",
        ),
        Case(
            "The toy costs 99 cents.",
            "99 cents",
            "money 0.99 = USD",
            "The toy costs 99 euros.",
            "money 0.99 = USD",
        ),
        Case(
            "A stamp costs 50p.",
            "50p",
            "money 0.5 = GBP",
            "He owns 50 pens.",
            "money 0.5 = GBP",
        ),
        Case(
            "Rs 500 crore was paid.",
            "Rs 500 crore",
            "money 5000000000 = INR",
            "They paid Rs 500.",
            "money 5000000000 = INR",
        ),
        Case(
            "It cost €370m. Revenue grew.",
            "€370m",
            "money 370000000 = EUR",
            "The track is 370m long.",
            "money 370000000 = EUR",
        ),
        Case(
            "The dog weighs under 20 pounds.",
            "under 20 pounds",
            "quantity 20 < lb",
            "The book costs under 20 pounds.",
            "quantity 20 < lb",
        ),
        Case(
            "Police found 500g of the drug.",
            "500g",
            "quantity 500 = g",
            "Police found 500 gifts.",
            "quantity 500 = g",
        ),
        Case(
            "It was 45C in the shade.",
            "45C",
            "quantity 45 = °C",
            "He has 45 CDs.",
            "quantity 45 = °C",
        ),
        Case(
            "It fell to minus 10 degrees.",
            "minus 10 degrees",
            "quantity -10 = °",
            "It fell 10 degrees.",
            "quantity -10 = °",
        ),
        Case(
            "Winds reached 120 km/h.",
            "120 km/h",
            "quantity 120 = km/h",
            "The road is 120 km long.",
            "quantity 120 = km/h",
        ),
        Case(
            "The bank raised rates by 25 basis points.",
            "25 basis points",
            "quantity 25 = basis point",
            "The team has 25 points.",
            "quantity 25 = basis point",
        ),
        Case(
            "A 6.4-magnitude quake struck.",
            "6.4-magnitude",
            "quantity 6.4 = magnitude",
            "The index rose 6.4 points.",
            "quantity 6.4 = magnitude",
        ),
        Case(
            "A quake of magnitude 7.1 struck.",
            "magnitude 7.1",
            "quantity 7.1 = magnitude",
            "The magnitude of the loss was clear to 7 men.",
            "quantity 7 = magnitude",
        ),
        Case(
            "He was jailed for 10 to 15 years.",
            "10 to 15 years",
            "duration 10..15 range year",
            "He was moved to 10 jails in 15 years.",
            "duration 10..15 range year",
        ),
        Case(
            "The man, in his 40s, was held.",
            "40s",
            "age 40..49 range year",
            "He drives in the 40s lane.",
            "age 40..49 range year",
        ),
        Case(
            "A woman in her early thirties was hurt.",
            "early thirties",
            "age 30..39 range year",
            "The mill was built in the early thirties.",
            "age 30..39 range year",
        ),
        Case(
            "The suspect, 34, was held.",
            "34",
            "age 34 = year",
            "The score, 34, was low.",
            "age 34 = year",
        ),
        Case(
            "Children under five were hurt.",
            "under five",
            "age 5 < year",
            "Children under five flags marched.",
            "age 5 < year",
        ),
        Case(
            "Men aged between 18 and 45 must serve.",
            "aged between 18 and 45",
            "age 18..45 range year",
            "Between 18 and 45 men must serve.",
            "age 18..45 range year",
        ),
        Case(
            "A boy of 12 was shot.",
            "12",
            "age 12 = year",
            "A list of 12 was made.",
            "age 12 = year",
        ),
        Case(
            "A 10,000-strong crowd gathered.",
            "10,000",
            "count 10000 = person",
            "A strong crowd of cars gathered.",
            "count 10000 = person",
        ),
        Case(
            "Three people called 01632 960155.",
            "Three",
            "count 3 = person",
            "Call 01632 960155 now.",
            "960155",
        ),
        Case(
            "Two people called +44 20 7946 0958.",
            "Two",
            "count 2 = person",
            "Call +44 20 7946 0958 now.",
            "7946",
        ),
    ]);
}
