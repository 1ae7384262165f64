//! Who says what: the smallest text for each form of quotation and reported speech, each with a near-miss.

use std::iter::successors;
use std::sync::OnceLock;

use nutgraf::Span;
use nutgraf::analyzer::{Analyzer, Foreign, Options};
use nutgraf::document::Document;
use nutgraf::report::{Report, Statement};
use nutgraf::segment::segment;
use nutgraf::statement::{ASSERTION_CONFIDENCE, attribute};

fn analyze(text: &str) -> Report {
    static ANALYZER: OnceLock<Analyzer> = OnceLock::new();
    let options = Options {
        foreign: Foreign::Force,
        ..Options::default()
    };
    ANALYZER
        .get_or_init(|| Analyzer::embedded().expect("the embedded weights load"))
        .analyze(text, &options)
        .expect("a short text is analysed")
}

/// One statement in a line: mode (or `stance`), source, cue, content; `> ` before what another statement quotes.
fn line(text: &str, statements: &[Statement], statement: &Statement) -> String {
    let depth = successors(statement.within, |id| statements[id.0].within).count();
    let mode = if statement.confidence < ASSERTION_CONFIDENCE {
        "stance"
    } else {
        statement.mode.name()
    };
    let source = statement.source.as_ref().map_or("-".to_owned(), |source| {
        let nameless = if source.anonymous { " (nameless)" } else { "" };
        format!("{}{nameless}", source.span.of(text))
    });
    let content: Vec<&str> = statement.content.iter().map(|span| span.of(text)).collect();
    format!(
        "{}{mode} | {source} | {} | {}",
        "> ".repeat(depth),
        statement.cue.map_or("-", |cue| cue.of(text)),
        content.join(" … ")
    )
}

/// Name, text, and all its statements in order.
type Case = (&'static str, &'static str, &'static [&'static str]);

fn check(cases: &[Case]) {
    for &(name, text, expected) in cases {
        let report = analyze(text);
        let found: Vec<String> = (report.statements.iter())
            .map(|statement| line(text, &report.statements, statement))
            .collect();
        assert_eq!(found, expected, "{name}: {text}");
        for statement in &report.statements {
            let spans = (statement.content.iter()).chain(&statement.quotations);
            assert!(
                spans.clone().all(|span| !span.of(text).is_empty()),
                "{name}"
            );
            assert!(statement.content.is_sorted(), "{name}");
        }
    }
}

#[test]
fn quotation_marks() {
    check(&[
        (
            "curly_marks",
            "“The road is closed,” the mayor said.",
            &["direct | the mayor (nameless) | said | “The road is closed,”"],
        ),
        ("curly_marks_without_a_cue", "The “road” is closed.", &[]),
        (
            "straight_marks",
            "\"The road is closed,\" the mayor said.",
            &["direct | the mayor (nameless) | said | \"The road is closed,\""],
        ),
        (
            "guillemets",
            "«The road is closed,» the mayor said.",
            &["direct | the mayor (nameless) | said | «The road is closed,»"],
        ),
        (
            "doubled_apostrophes",
            "''The road is closed,'' the mayor said.",
            &["direct | the mayor (nameless) | said | ''The road is closed,''"],
        ),
        (
            "backticks_and_apostrophes",
            "``The road is closed,'' the mayor said.",
            &["direct | the mayor (nameless) | said | ``The road is closed,''"],
        ),
        (
            "single_curly_marks",
            "‘The road is closed,’ the mayor said.",
            &["direct | the mayor (nameless) | said | ‘The road is closed,’"],
        ),
        (
            "single_straight_marks",
            "'The road is closed,' the mayor said.",
            &["direct | the mayor (nameless) | said | 'The road is closed,'"],
        ),
        (
            "apostrophes_are_no_marks",
            "The mayors' plan didn't help the farmers' union.",
            &[],
        ),
        (
            "elisions_are_no_marks",
            "In the '90s the farmers' market was full, the mayor said.",
            &[
                "paraphrase | the mayor (nameless) | said | In the '90s the farmers' market was full",
            ],
        ),
        (
            "apostrophe_inside_single_marks",
            "‘We don’t know,’ the mayor said.",
            &["direct | the mayor (nameless) | said | ‘We don’t know,’"],
        ),
        (
            "nested_single_in_double",
            "“He told me ‘go home’ and left,” the mayor said.",
            &["direct | the mayor (nameless) | said | “He told me ‘go home’ and left,”"],
        ),
        (
            "nested_double_in_single",
            "‘He told me “go home” and left,’ the mayor said.",
            &["direct | the mayor (nameless) | said | ‘He told me “go home” and left,’"],
        ),
        (
            "opened_curly_closed_straight",
            "“The road is closed,\" the mayor said.",
            &["direct | the mayor (nameless) | said | “The road is closed,\""],
        ),
        (
            "mark_missing_at_the_end",
            "“The road is closed, the mayor said.\n\n“It opens on Monday,” she added.",
            &[
                "paraphrase | the mayor (nameless) | said | “The road is closed",
                "direct | she (nameless) | added | “It opens on Monday,”",
            ],
        ),
        (
            "lone_odd_mark_spoils_no_other_paragraph",
            "The 5\" pipe broke.\n\n\"The road is closed,\" the mayor said.\n\nNobody was hurt.",
            &["direct | the mayor (nameless) | said | \"The road is closed,\""],
        ),
        (
            "lone_closing_mark",
            "The road is closed,” and that was it.\n\n“It opens on Monday,” the mayor said.",
            &["direct | the mayor (nameless) | said | “It opens on Monday,”"],
        ),
        (
            "inches_are_no_quotation",
            "The board is 5\" wide and 9\" long.",
            &[],
        ),
        (
            "comma_outside_the_marks",
            "“The road is closed”, the mayor said.",
            &["direct | the mayor (nameless) | said | “The road is closed”"],
        ),
        (
            "question_in_marks",
            "“Is the road closed?” the mayor asked.",
            &["direct | the mayor (nameless) | asked | “Is the road closed?”"],
        ),
        (
            "exclamation_in_marks",
            "“Close the road!” the mayor shouted.",
            &["direct | the mayor (nameless) | shouted | “Close the road!”"],
        ),
        (
            "dash_breaks_off",
            "“But the road —” the mayor said.",
            &["direct | the mayor (nameless) | said | “But the road —”"],
        ),
    ]);
}

#[test]
fn order_of_cue_and_quotation() {
    check(&[
        (
            "cue_before_with_comma",
            "The mayor said, “The road is closed.”",
            &["direct | The mayor (nameless) | said | “The road is closed.”"],
        ),
        (
            "cue_before_with_colon",
            "The mayor said: “The road is closed.”",
            &["direct | The mayor (nameless) | said | “The road is closed.”"],
        ),
        (
            "cue_before_without_mark",
            "The mayor said “the road is closed.”",
            &["direct | The mayor (nameless) | said | “the road is closed.”"],
        ),
        (
            "cue_on_the_line_above",
            "The mayor said:\n\n“The road is closed.”",
            &["direct | The mayor (nameless) | said | “The road is closed.”"],
        ),
        (
            "colon_above_without_a_cue",
            "These are the rules:\n\n“No dogs.”",
            &[],
        ),
        (
            "inverted_cue",
            "“The road is closed,” said Anna Keller.",
            &["direct | Anna Keller | said | “The road is closed,”"],
        ),
        (
            "inverted_cue_with_apposition",
            "“The road is closed,” said Anna Keller, the mayor of Bern.",
            &["direct | Anna Keller | said | “The road is closed,”"],
        ),
        (
            "inverted_cue_with_common_noun",
            "“The road is closed,” added a spokesman for the city.",
            &["direct | a spokesman for the city (nameless) | added | “The road is closed,”"],
        ),
        (
            "apposition_before_the_cue",
            "“The road is closed,” Anna Keller, the mayor of Bern, said.",
            &["direct | Anna Keller | said | “The road is closed,”"],
        ),
        (
            "adverb_before_the_cue",
            "“The road is closed,” the mayor further stated.",
            &["direct | the mayor (nameless) | stated | “The road is closed,”"],
        ),
        (
            "quotation_cut_in_two",
            "“The road,” the mayor said, “is closed.”",
            &["direct | the mayor (nameless) | said | “The road,” … “is closed.”"],
        ),
        (
            "quotation_cut_between_sentences",
            "“The road is closed,” the mayor said. “It opens on Monday.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “It opens on Monday.”",
            ],
        ),
        (
            "next_sentence_of_another_is_not_taken",
            "“The road is closed,” the mayor said. “It is open,” the sheriff replied.",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,”",
                "direct | the sheriff (nameless) | replied | “It is open,”",
            ],
        ),
        (
            "cut_by_a_cue_and_but",
            "“The road is closed,” the mayor said, but “it opens on Monday.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “it opens on Monday.”",
            ],
        ),
        (
            "two_fragments_joined_by_and",
            "The mayor called the road “a disgrace” and “a shame.”",
            &["stance | The mayor (nameless) | called | the road “a disgrace” and “a shame.”"],
        ),
        (
            "quotation_of_two_sentences",
            "“The road is closed. It opens on Monday,” the mayor said.",
            &["direct | the mayor (nameless) | said | “The road is closed. It opens on Monday,”"],
        ),
    ]);
}

#[test]
fn over_several_paragraphs() {
    check(&[
        (
            "taken_up_in_the_next_paragraph",
            "“The road is closed,” the mayor said. “Nobody may pass.\n\n“It opens on Monday.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “Nobody may pass. … “It opens on Monday.”",
            ],
        ),
        (
            "closed_paragraph_with_another_speaker",
            "“The road is closed,” the mayor said. “Nobody may pass.”\n\n“It opens on Monday,” said the sheriff.",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “Nobody may pass.”",
                "direct | the sheriff (nameless) | said | “It opens on Monday,”",
            ],
        ),
        (
            "next_paragraph_goes_on",
            "“The road is closed,” the mayor said.\n\n“It opens on Monday. Then all may pass.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “It opens on Monday. Then all may pass.”",
            ],
        ),
        (
            "next_paragraph_with_its_own_cue",
            "“The road is closed,” the mayor said.\n\n“It opens on Monday,” the sheriff said.",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,”",
                "direct | the sheriff (nameless) | said | “It opens on Monday,”",
            ],
        ),
        (
            "carried_over_a_sentence",
            "“The road is closed,” the mayor said. Trucks stood in line. “They will have to wait until Monday.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,”",
                "direct | the mayor (nameless) | - | “They will have to wait until Monday.”",
            ],
        ),
        (
            "unquoted_sentences_do_not_inherit",
            "The mayor said the road was closed. Trucks stood in line.",
            &["paraphrase | The mayor (nameless) | said | the road was closed"],
        ),
    ]);
}

#[test]
fn fragments() {
    check(&[
        (
            "fragment_in_a_paraphrase",
            "The mayor said the road was “a disgrace” to the town.",
            &["mixed | The mayor (nameless) | said | the road was “a disgrace” to the town"],
        ),
        (
            "fragment_is_given_whole",
            "The mayor said that the crew “worked all night and then went home.”",
            &[
                "mixed | The mayor (nameless) | said | that the crew “worked all night and then went home.”",
            ],
        ),
        (
            "scare_quotes_are_no_statement",
            "The “road” was a muddy path.",
            &[],
        ),
        (
            "title_is_no_quotation",
            "The mayor appeared on “Good Morning Bern,” and the road was closed.",
            &[],
        ),
        (
            "title_before_a_cue",
            "In his book “The Long Road,” the mayor said he was tired.",
            &["paraphrase | the mayor (nameless) | said | he was tired"],
        ),
        (
            "verb_right_before_the_marks",
            "Protesters chanted “Open the road now!”",
            &["direct | Protesters (nameless) | chanted | “Open the road now!”"],
        ),
        (
            "noun_right_before_the_marks",
            "Protesters carried the sign “Open Road.”",
            &[],
        ),
        (
            "two_quotations_two_cues",
            "The mayor said: “The road is closed.” The sheriff said: “It is open.”",
            &[
                "direct | The mayor (nameless) | said | “The road is closed.”",
                "direct | The sheriff (nameless) | said | “It is open.”",
            ],
        ),
    ]);
}

#[test]
fn clauses() {
    check(&[
        (
            "said_that",
            "The mayor said that the road was closed.",
            &["paraphrase | The mayor (nameless) | said | that the road was closed"],
        ),
        (
            "said_without_that",
            "The mayor said the road was closed.",
            &["paraphrase | The mayor (nameless) | said | the road was closed"],
        ),
        (
            "made_sure_that",
            "The crew made sure that the road was closed.",
            &[],
        ),
        ("saw_him_leave", "The crew saw the driver leave.", &[]),
        (
            "any_verb_with_a_speaker",
            "The mayor grumbled that the road was closed.",
            &["paraphrase | The mayor (nameless) | grumbled | that the road was closed"],
        ),
        (
            "cause_that_is_no_speaker",
            "The rain meant that the road was closed.",
            &[],
        ),
        (
            "asked_whether",
            "The mayor asked whether the road was closed.",
            &["paraphrase | The mayor (nameless) | asked | whether the road was closed"],
        ),
        (
            "told_someone_that",
            "The mayor told reporters that the road was closed.",
            &["paraphrase | The mayor (nameless) | told | that the road was closed"],
        ),
        (
            "final_cue",
            "The road was closed, the mayor said.",
            &["paraphrase | the mayor (nameless) | said | The road was closed"],
        ),
        (
            "final_cue_after_a_list",
            "The road, the bridge and the tunnel were closed, the mayor said.",
            &[
                "paraphrase | the mayor (nameless) | said | The road, the bridge and the tunnel were closed",
            ],
        ),
        (
            "final_clause_that_is_no_cue",
            "The road was closed, the crew left.",
            &[],
        ),
        (
            "inserted_cue",
            "The road, the mayor said, was closed.",
            &["paraphrase | the mayor (nameless) | said | The road … was closed"],
        ),
        (
            "inserted_relative_clause",
            "The road, which the mayor built, was closed.",
            &[],
        ),
        (
            "inserted_he_added_is_the_same_speaker",
            "A guard said that the gate was open, although, he added, nobody had come.",
            &[
                "paraphrase | A guard (nameless) | said | that the gate was open, although, he added, nobody had come",
                "paraphrase | he (nameless) | added | although … nobody had come",
            ],
        ),
        (
            "as_said",
            "As the mayor announced on Monday, the road will be closed.",
            &["paraphrase | the mayor (nameless) | announced | the road will be closed"],
        ),
        (
            "as_of_time",
            "As the mayor arrived, the road was closed.",
            &[],
        ),
        (
            "as_put_it",
            "The road is, as the mayor put it, a disgrace.",
            &["paraphrase | the mayor (nameless) | put | The road is … a disgrace"],
        ),
        (
            "participle_cue",
            "The mayor left early, saying the road was closed.",
            &["paraphrase | The mayor (nameless) | saying | the road was closed"],
        ),
        (
            "participle_without_content",
            "The mayor left early, smiling at the crowd.",
            &[],
        ),
        (
            "second_cue_of_one_speaker",
            "“The road is closed,” the mayor said, adding that it would open on Monday.",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,”",
                "paraphrase | the mayor (nameless) | adding | that it would open on Monday",
            ],
        ),
        (
            "coordinated_cues",
            "The mayor said the road was closed and added that it would open on Monday.",
            &[
                "paraphrase | The mayor (nameless) | said | the road was closed",
                "paraphrase | The mayor (nameless) | added | that it would open on Monday",
            ],
        ),
        (
            "believes_that",
            "The mayor believes the road is safe.",
            &["paraphrase | The mayor (nameless) | believes | the road is safe"],
        ),
        (
            "thought_in_reported_speech_is_no_second_source",
            "The mayor said she believed that the road was safe.",
            &["paraphrase | The mayor (nameless) | said | she believed that the road was safe"],
        ),
        (
            "speech_in_reported_speech_is_a_second_source",
            "The mayor said that the sheriff had told her the road was safe.",
            &[
                "paraphrase | The mayor (nameless) | said | that the sheriff had told her the road was safe",
                "> paraphrase | the sheriff (nameless) | told | the road was safe",
            ],
        ),
        (
            "first_person_hedge_in_a_quotation",
            "“We believe the road is safe,” the mayor said.",
            &["direct | the mayor (nameless) | said | “We believe the road is safe,”"],
        ),
        (
            "other_source_in_a_quotation",
            "“The sheriff says the road is safe,” the mayor said.",
            &[
                "direct | the mayor (nameless) | said | “The sheriff says the road is safe,”",
                "> paraphrase | The sheriff (nameless) | says | the road is safe",
            ],
        ),
        (
            "relative_pronoun_stands_for_its_noun",
            "The town published a report, which found that the road was unsafe.",
            &["paraphrase | a report | found | that the road was unsafe"],
        ),
        (
            "who_said",
            "The driver, who said the road was icy, was not hurt.",
            &["paraphrase | who (nameless) | said | the road was icy"],
        ),
        (
            "control",
            "The mayor declined to say whether the road was safe.",
            &["stance | The mayor (nameless) | declined | to say whether the road was safe"],
        ),
    ]);
}

#[test]
fn headlines_with_a_label() {
    check(&[
        (
            "a_group_before_a_colon_speaks",
            "Police: Two men hurt in fire at factory\n\nIt rained.",
            &["according_to | Police | : | Two men hurt in fire at factory"],
        ),
        (
            "a_group_after_a_colon_speaks",
            "Two men hurt in fire at factory: police\n\nIt rained.",
            &["according_to | police | : | Two men hurt in fire at factory"],
        ),
        (
            "a_topic_before_a_colon_does_not",
            "Election: Two men hurt in fire at factory\n\nIt rained.",
            &[],
        ),
    ]);
}

#[test]
fn second_cues_of_one_sentence() {
    check(&[
        (
            "a_participle_after_a_comma_is_said_by_the_same_source",
            "Smith said he plans to visit Libya, telling reporters that he would go there soon.",
            &[
                "paraphrase | Smith | said | he plans to visit Libya",
                "paraphrase | Smith | telling | that he would go there soon",
            ],
        ),
        (
            "unless_someone_else_acts_in_what_is_reported",
            "Police said the minister resigned, telling reporters that he was tired.",
            &[
                "paraphrase | Police | said | the minister resigned, telling reporters that he was tired",
                "> paraphrase | the minister (nameless) | telling | that he was tired",
            ],
        ),
        (
            "tense_shows_that_a_conjunct_is_a_second_cue",
            "Smith’s campaign said he hasn’t accepted any new gigs and suggested that the problem is other officials.",
            &[
                "paraphrase | Smith’s campaign | said | he hasn’t accepted any new gigs",
                "paraphrase | Smith’s campaign | suggested | that the problem is other officials",
            ],
        ),
        (
            "a_final_source_is_of_all_clauses_of_its_sentence",
            "Smith received 37 percent and Jones snagged 13 percent, according to the results.",
            &[
                "according_to | the results | according to | Smith received 37 percent and Jones snagged 13 percent",
            ],
        ),
        (
            "a_cue_within_a_relative_clause",
            "The rules, which officials said will go into effect in May, are new.",
            &["paraphrase | officials (nameless) | said | which … will go into effect in May"],
        ),
        (
            "she_who_releases_a_statement_says_what_is_in_it",
            "She released a statement saying that the road is closed.",
            &["paraphrase | She | saying | that the road is closed"],
        ),
        (
            "a_statement_that_nobody_releases_says_so_itself",
            "There was a statement saying that the road is closed.",
            &["paraphrase | a statement | saying | that the road is closed"],
        ),
        (
            "a_clause_with_as_is_a_source",
            "If the bank fails, as many analysts believe, it will close.",
            &[
                "paraphrase | many analysts (nameless) | believe | If the bank fails … it will close",
            ],
        ),
        (
            "a_verb_that_follows_no_report_claims_nothing",
            "After the council had met on the hill, the crowd began.",
            &[],
        ),
        (
            "what_is_called_something_in_a_relative_clause",
            "The statement, which Mr. Smith called “a lie,” was deleted.",
            &["stance | Mr. Smith | called | “a lie,”"],
        ),
        (
            "one_who_was_asked_is_the_one_who_answers",
            "Asked whether he would resign, he demurred: “Whichever one I’m in at the moment.”",
            &["direct | he | demurred | “Whichever one I’m in at the moment.”"],
        ),
    ]);
}

#[test]
fn according_to_and_its_like() {
    check(&[
        (
            "according_to_first",
            "According to the mayor, the road is closed.",
            &["according_to | the mayor (nameless) | According to | the road is closed"],
        ),
        (
            "according_to_last",
            "The road is closed, according to the mayor.",
            &["according_to | the mayor (nameless) | according to | The road is closed"],
        ),
        (
            "according_to_in_between",
            "The road, according to the mayor, is closed.",
            &["according_to | the mayor (nameless) | according to | The road … is closed"],
        ),
        (
            "according_to_the_rules_of_the_game",
            "The pupils were placed according to height.",
            &[],
        ),
        (
            "per_someone",
            "The road is closed, per the mayor.",
            &["according_to | the mayor (nameless) | per | The road is closed"],
        ),
        ("per_unit", "The road costs 20 francs per metre.", &[]),
        (
            "in_the_words_of",
            "In the words of the mayor, the road is a disgrace.",
            &["according_to | the mayor (nameless) | In the words of | the road is a disgrace"],
        ),
        (
            "quoting_another",
            "According to the Bern Times, quoting the mayor, the road is closed.",
            &[
                "according_to | the Bern Times | According to | the road is closed",
                "> according_to | the mayor (nameless) | quoting | the road is closed",
            ],
        ),
        (
            "citing_a_reason",
            "The mayor closed the road, citing safety concerns.",
            &["stance | The mayor (nameless) | citing | safety concerns"],
        ),
        (
            "citing_a_source",
            "The paper said the road was closed, citing two officials.",
            &[
                "paraphrase | The paper | said | the road was closed",
                "> according_to | two officials (nameless) | citing | the road was closed",
            ],
        ),
    ]);
}

#[test]
fn nouns() {
    check(&[
        (
            "the_statement_said",
            "The statement said the road was closed.",
            &["paraphrase | The statement | said | the road was closed"],
        ),
        (
            "owner_of_a_document",
            "The city's statement said the road was closed.",
            &["paraphrase | The city's statement | said | the road was closed"],
        ),
        (
            "claim_that",
            "The mayor's claim that the road was safe is wrong.",
            &["nominal | The mayor's (nameless) | claim | that the road was safe"],
        ),
        (
            "claim_without_a_holder",
            "There were reports that the road was closed.",
            &["nominal | - | reports | that the road was closed"],
        ),
        (
            "reports_without_a_clause",
            "The reports of the year were stacked on the desk.",
            &[],
        ),
        (
            "fact_that",
            "There was the fact that the road was closed.",
            &[],
        ),
        (
            "made_the_claim",
            "The mayor made the claim that the road was safe.",
            &["nominal | The mayor (nameless) | claim | that the road was safe"],
        ),
        (
            "rejected_the_claim",
            "The sheriff rejected the claim that the road was safe.",
            &["stance | The sheriff (nameless) | rejected | the claim that the road was safe"],
        ),
        (
            "suspicions_within_speech_are_a_hedge",
            "The official added that there were suspicions that thieves had used the road.",
            &[
                "paraphrase | The official (nameless) | added | that there were suspicions that thieves had used the road",
            ],
        ),
        (
            "poll_shows",
            "The poll shows that drivers want the road open.",
            &["paraphrase | The poll | shows | that drivers want the road open"],
        ),
    ]);
}

#[test]
fn passives() {
    check(&[
        (
            "it_is_said",
            "It was said that the road was closed.",
            &["paraphrase | - | said | that the road was closed"],
        ),
        (
            "is_expected",
            "The mayor is expected to close the road.",
            &["stance | - | expected | The mayor … to close the road"],
        ),
        ("is_closed", "The road is closed to open the market.", &[]),
        (
            "was_told_by",
            "Drivers were told by the mayor that the road was closed.",
            &["paraphrase | the mayor (nameless) | told | that the road was closed"],
        ),
        (
            "was_criticised_by",
            "The plan was criticised by the mayor.",
            &["stance | the mayor (nameless) | criticised | The plan"],
        ),
        ("was_built_by", "The bridge was built by the mayor.", &[]),
    ]);
}

#[test]
fn stances() {
    check(&[
        (
            "rejected",
            "The mayor rejected the plan.",
            &["stance | The mayor (nameless) | rejected | the plan"],
        ),
        ("carried", "The mayor carried the plan.", &[]),
        (
            "called_for",
            "The mayor called for calm.",
            &["stance | The mayor (nameless) | called for | calm"],
        ),
        ("called_a_friend", "The mayor waited for calm.", &[]),
        (
            "accused_of",
            "The mayor accused the driver of theft.",
            &["stance | The mayor (nameless) | accused | the driver of theft"],
        ),
        (
            "called_names",
            "The mayor called the plan a mistake.",
            &["stance | The mayor (nameless) | called | the plan a mistake"],
        ),
        (
            "vowed_to",
            "The mayor vowed to open the road.",
            &["stance | The mayor (nameless) | vowed | to open the road"],
        ),
        ("began_to", "The mayor began to open the road.", &[]),
        (
            "critical_of",
            "The mayor is critical of the plan.",
            &["stance | The mayor (nameless) | critical | the plan"],
        ),
        ("full_of", "The glass is full of water.", &[]),
        (
            "sure_that",
            "The mayor is sure that the road is safe.",
            &["paraphrase | The mayor (nameless) | sure | that the road is safe"],
        ),
        (
            "stance_in_reported_speech_is_left_out",
            "The mayor said that the sheriff had rejected the plan.",
            &["paraphrase | The mayor (nameless) | said | that the sheriff had rejected the plan"],
        ),
    ]);
}

#[test]
fn labels_blocks_signatures() {
    check(&[
        (
            "label_and_quotation",
            "Keller: “The road is closed.”",
            &["direct | Keller | : | “The road is closed.”"],
        ),
        (
            "dash_and_name",
            "“The road is closed.” — Anna Keller",
            &["direct | Anna Keller | — | “The road is closed.”"],
        ),
        (
            "dash_and_words",
            "“The road is closed” — and so is the bridge.",
            &[],
        ),
        (
            "announced_block",
            "The mayor said:\n\nI welcome the report. The road will open on Monday.\n\nThis is good news.",
            &[
                "direct | The mayor (nameless) | said | I welcome the report. The road will open on Monday … This is good news",
            ],
        ),
        (
            "announced_list",
            "The shop sells:\n\nBread and cheese.",
            &[],
        ),
        (
            "block_ends_with_a_heading",
            "The mayor said:\n\nI welcome the report.\n\nFurther information\n\nThe road was built in 1920.",
            &["direct | The mayor (nameless) | said | I welcome the report"],
        ),
        (
            "interview",
            "BAKER: When does the road open?\n\nKELLER: It opens on Monday.",
            &[
                "direct | BAKER | : | When does the road open?",
                "direct | KELLER | : | It opens on Monday",
            ],
        ),
        (
            "single_label_is_no_interview",
            "Note: the road is closed.\n\nIt opens on Monday.",
            &[],
        ),
    ]);
}

#[test]
fn sources() {
    check(&[
        (
            "source_before_apposition",
            "Anna Keller, the mayor of Bern, said the road was closed.",
            &["paraphrase | Anna Keller | said | the road was closed"],
        ),
        (
            "source_before_relative_clause",
            "The driver who was hurt said the road was icy.",
            &["paraphrase | The driver (nameless) | said | the road was icy"],
        ),
        (
            "source_with_party_in_brackets",
            "Rep. Anna Keller (D-Ohio) said the road was closed.",
            &["paraphrase | Rep. Anna Keller | said | the road was closed"],
        ),
        (
            "source_keeps_its_complement",
            "A spokesman for the city said the road was closed.",
            &["paraphrase | A spokesman for the city (nameless) | said | the road was closed"],
        ),
        (
            "nameless_official",
            "A senior official said the road was closed.",
            &["paraphrase | A senior official (nameless) | said | the road was closed"],
        ),
        (
            "named_official",
            "Anna Keller, a senior official, said the road was closed.",
            &["paraphrase | Anna Keller | said | the road was closed"],
        ),
        (
            "pronoun_of_the_nameless",
            "A senior official said the road was closed. He added that it would open on Monday.",
            &[
                "paraphrase | A senior official (nameless) | said | the road was closed",
                "paraphrase | He (nameless) | added | that it would open on Monday",
            ],
        ),
        (
            "another_official_is_someone_else",
            "A senior official said the road was closed. Another official said it was open.",
            &[
                "paraphrase | A senior official (nameless) | said | the road was closed",
                "paraphrase | Another official (nameless) | said | it was open",
            ],
        ),
        (
            "institution_is_not_anonymous",
            "Police said the road was closed.",
            &["paraphrase | Police | said | the road was closed"],
        ),
    ]);
}

#[test]
fn further_cues() {
    check(&[
        (
            "laughed_after_a_comma",
            "“The road is closed,” the mayor laughed.",
            &["direct | the mayor (nameless) | laughed | “The road is closed,”"],
        ),
        (
            "laughed_after_a_full_stop",
            "“The road is closed.” The mayor laughed.",
            &[],
        ),
        (
            "relative_cue_before_a_quotation",
            "She met the mayor, who joked, “The road is closed.”",
            &["direct | who (nameless) | joked | “The road is closed.”"],
        ),
        (
            "and_then_another_cue",
            "The mayor said “the road is closed” and left.",
            &["direct | The mayor (nameless) | said | “the road is closed”"],
        ),
        (
            "quoted_as_saying",
            "The mayor was quoted as saying the road was closed.",
            &["paraphrase | The mayor (nameless) | saying | the road was closed"],
        ),
        (
            "quick_to_say",
            "The mayor was quick to point out that the road was closed.",
            &["paraphrase | The mayor (nameless) | point | that the road was closed"],
        ),
        (
            "gerund_cue",
            "The mayor began by saying that the road was closed.",
            &["paraphrase | The mayor (nameless) | saying | that the road was closed"],
        ),
        (
            "relative_clause_of_a_claim",
            "The claim which the mayor made is wrong.",
            &[],
        ),
        (
            "plan_to",
            "The mayor's plan to close the road is old.",
            &["stance | The mayor's (nameless) | plan | to close the road"],
        ),
        ("plan_without_a_clause", "The mayor's plan is old.", &[]),
        (
            "statement_by",
            "A statement by the mayor that the road was closed is wrong.",
            &["nominal | the mayor (nameless) | statement | that the road was closed"],
        ),
        (
            "criticism_of",
            "The mayor's criticism of the plan is old.",
            &["stance | The mayor's (nameless) | criticism | the plan"],
        ),
        ("roof_of", "The mayor's roof of tiles is old.", &[]),
        (
            "reported_to_be",
            "The mayor is reported to have left.",
            &["stance | - | reported | The mayor … to have left"],
        ),
        ("known_by_all", "The mayor is known to the police.", &[]),
        (
            "for_to",
            "The mayor called for the council to act.",
            &["stance | The mayor (nameless) | called for | the council to act"],
        ),
        (
            "described_as",
            "The mayor described the plan as a mistake.",
            &["stance | The mayor (nameless) | described | the plan as a mistake"],
        ),
        (
            "was_described_as",
            "The plan was described by the mayor as a mistake.",
            &["stance | the mayor (nameless) | described | The plan … as a mistake"],
        ),
        (
            "blamed_for",
            "The mayor blamed the crew for the delay.",
            &["stance | The mayor (nameless) | blamed | the crew for the delay"],
        ),
        (
            "thanked",
            "The mayor thanked the crew for the work.",
            &["stance | The mayor (nameless) | thanked | the crew for the work"],
        ),
        (
            "warned_against",
            "The mayor warned against the plan.",
            &["stance | The mayor (nameless) | warned against | the plan"],
        ),
        ("leaned_against", "The mayor leaned against the wall.", &[]),
        (
            "ruled_out_is_a_hedge",
            "The mayor has not ruled out that the road was closed.",
            &[],
        ),
        (
            "ruled_that",
            "The judge ruled that the road was closed.",
            &["paraphrase | The judge (nameless) | ruled | that the road was closed"],
        ),
        (
            "eager_to",
            "The mayor is eager to open the road.",
            &["stance | The mayor (nameless) | eager | to open the road"],
        ),
        ("able_to", "The mayor is able to open the road.", &[]),
        (
            "urged_someone_to",
            "The mayor urged drivers to stay at home.",
            &["stance | The mayor (nameless) | urged | drivers to stay at home"],
        ),
        (
            "helped_someone_to",
            "The mayor helped drivers to stay at home.",
            &[],
        ),
        (
            "in_someones_words",
            "In the mayor's words, the road is a disgrace.",
            &[
                "according_to | the mayor's (nameless) | In the mayor's words | the road is a disgrace",
            ],
        ),
        ("in_a_word", "In a word, the road is a disgrace.", &[]),
        (
            "whether_and_how",
            "The mayor explained how the road was closed.",
            &["paraphrase | The mayor (nameless) | explained | how the road was closed"],
        ),
        ("it_seems", "It seems that the road is closed.", &[]),
        (
            "happy_that",
            "The mayor is happy that the road is open.",
            &["paraphrase | The mayor (nameless) | happy | that the road is open"],
        ),
        ("clear_that", "It is clear that the road is open.", &[]),
        (
            "worried_about",
            "The mayor is worried about the road.",
            &["stance | The mayor (nameless) | worried | the road"],
        ),
    ]);
}

#[test]
fn notes_at_the_edges() {
    check(&[
        ("empty_marks", "The sign read “” in red.", &[]),
        ("quotation_without_any_source", "“The road is closed.”", &[]),
        (
            "spaced_marks",
            "\" The road is closed, \" the mayor said.",
            &["direct | the mayor (nameless) | said | \" The road is closed, \""],
        ),
        (
            "three_paragraphs",
            "The mayor spoke.\n\n“The road is closed.\n\n“It opens on Monday.\n\n“Then all may pass,” she said.",
            &[
                "direct | she | said | “The road is closed. … “It opens on Monday. … “Then all may pass,”",
            ],
        ),
        (
            "emoji_and_accents",
            "“Die Straße 🇨🇭 is zu,” Jürg Müller said.",
            &["direct | Jürg Müller | said | “Die Straße 🇨🇭 is zu,”"],
        ),
        (
            "possessive_plural_in_single_marks",
            "‘The farmers’ road is closed,’ the mayor said.",
            &["direct | the mayor (nameless) | said | ‘The farmers’ road is closed,’"],
        ),
    ]);
}

#[test]
fn harder_readings() {
    check(&[
        (
            "asked_by_another",
            "Asked by the paper whether the road was safe, the mayor smiled.",
            &["paraphrase | the paper | Asked | whether the road was safe"],
        ),
        (
            "asking_someone_else",
            "Asking the paper whether the road was safe, the mayor smiled.",
            &["paraphrase | the mayor (nameless) | Asking | whether the road was safe"],
        ),
        (
            "name_in_marks_is_no_speech",
            "The law was dubbed “Roadcare” by the press.",
            &["stance | the press | dubbed | The law … “Roadcare”"],
        ),
        (
            "carried_over_from_a_paraphrase",
            "The mayor said the road was closed. “Nobody may pass before Monday.”",
            &[
                "paraphrase | The mayor (nameless) | said | the road was closed",
                "direct | The mayor (nameless) | - | “Nobody may pass before Monday.”",
            ],
        ),
        (
            "heading_in_marks_is_not_carried_over",
            "The mayor said the road was closed. ‘Nobody may pass before Monday’",
            &["paraphrase | The mayor (nameless) | said | the road was closed"],
        ),
        (
            "paragraphs_of_a_quotation_in_one_line",
            "The mayor wrote: \"The road is closed. It was unsafe. \"It opens on Monday, the crew willing.\"",
            &[
                "direct | The mayor (nameless) | wrote | \"The road is closed. It was unsafe. \"It opens on Monday, the crew willing.\"",
            ],
        ),
        (
            "first_person_opinion",
            "The road, in my opinion, is a disgrace.",
            &[],
        ),
        (
            "question_then_cue_and_but",
            "“You coming?” she said, but nobody heard her.",
            &["direct | she | said | “You coming?”"],
        ),
        (
            "question_then_another_statement",
            "“You coming?” She said she was.",
            &["paraphrase | She | said | she was"],
        ),
        (
            "full_stop_outside_the_marks",
            "The road is closed, said the mayor. \"Nobody may pass before Monday\".",
            &[
                "paraphrase | the mayor (nameless) | said | The road is closed",
                "direct | the mayor (nameless) | - | \"Nobody may pass before Monday\"",
            ],
        ),
        (
            "title_between_two_parts",
            "“The road is closed,” the mayor said on the show “Good Morning Bern.” “It opens on Monday.”",
            &[
                "direct | the mayor (nameless) | said | “The road is closed,” … “It opens on Monday.”",
            ],
        ),
        (
            "second_fragment_after_and",
            "The mayor added that, “the road is closed” and “opens again on Monday.”",
            &[
                "direct | The mayor (nameless) | added | “the road is closed” … “opens again on Monday.”",
            ],
        ),
        (
            "someone_else_is_led_to_believe",
            "The letter led him to believe that the road was safe.",
            &["paraphrase | him | believe | that the road was safe"],
        ),
    ]);
}

/// Every attribution of the seed's gold sheet: the words that tell the fact, how they are attributed there, and by whom, nearest
/// first. Where the sheet accepts the author, too, that is noted.
#[test]
fn seed_article_has_every_attribution_of_its_gold_sheet() {
    let text = include_str!("../../seeds/000_09ffe61ff0e0225a.txt");
    let report = analyze(text);
    let author: &[&str] = &[];
    let cases: [(&str, &str, &[&str]); 30] = [
        ("Kills 100", "author", author),
        (
            "air strikes on Wednesday",
            "paraphrase",
            &["the coalition’s statement"],
        ),
        (
            "killing more than 100",
            "paraphrase",
            &["the coalition’s statement"],
        ),
        ("motivated by", "paraphrase", &["The statement"]),
        ("attack” that", "mixed", &["The statement"]),
        ("working with", "paraphrase", &["The statement"]),
        (
            "carried out by",
            "according_to",
            &["a U.S. military official"],
        ),
        (
            "used artillery",
            "according_to",
            &["a U.S. military official"],
        ),
        ("maneuvered", "direct", &["the official"]),
        ("attack on Syrian", "direct", &["the official"]),
        ("landed within", "mixed", &["He"]),
        ("targeted the aggressors", "mixed", &["He"]),
        ("killed while", "direct", &["the official"]),
        ("engaging (", "direct", &["the official"]),
        ("action was taken", "direct", &["the official"]),
        ("target pro-government", "paraphrase", &["the official"]),
        ("returned across", "paraphrase", &["the official"]),
        ("killed or injured", "author", author),
        ("injured in the engagement", "author", author),
        ("seize territory", "paraphrase", &["The official"]),
        ("liberated from", "paraphrase", &["The official"]),
        ("source of revenue", "mixed", &["The official"]),
        ("looking into", "paraphrase", &["Another official"]),
        ("involved, even", "paraphrase", &["Another official"]),
        ("operating in", "paraphrase", &["Another official"]),
        ("fired on", "paraphrase", &["he"]),
        ("speculate on", "mixed", &["the US military official"]),
        (
            "conducted the attack",
            "mixed",
            &["the US military official"],
        ),
        ("ruled out", "author", author),
        ("involved as well", "author", author),
    ];
    for (words, mode, sources) in cases {
        let start = text.find(words).expect("the words are in the seed article");
        let (found_mode, chain) = told_by(&report, text, start);
        assert_eq!((found_mode, chain.as_slice()), (mode, sources), "{words}");
    }
}

/// How the word at byte `at` is attributed, and the chain of its sources.
fn told_by<'t>(report: &Report, text: &'t str, at: usize) -> (&'static str, Vec<&'t str>) {
    let holds = |spans: &[Span]| spans.iter().any(|span| span.start <= at && at < span.end);
    let nearest = (report.statements.iter())
        .filter(|statement| statement.confidence >= ASSERTION_CONFIDENCE)
        .filter(|statement| holds(&statement.content))
        .min_by_key(|statement| {
            statement
                .content
                .iter()
                .map(|span| span.len())
                .sum::<usize>()
        });
    let Some(nearest) = nearest else {
        return ("author", Vec::new());
    };
    let mode = match nearest.mode.name() {
        "mixed" if !holds(&nearest.quotations) => "paraphrase",
        mode => mode,
    };
    let chain = successors(Some(nearest), |statement| {
        statement.within.map(|id| &report.statements[id.0])
    });
    let sources = chain.filter_map(|statement| Some(statement.source.as_ref()?.span.of(text)));
    (mode, sources.collect())
}

/// A document whose every token is a tree of its own: what the marks alone cost.
fn unparsed(text: &str) -> Document<'_> {
    let mut document = segment(text);
    for i in 0..document.len() {
        document.tokens[i].head = i;
    }
    document.sentences = document.paragraphs.clone();
    document.index_children();
    document
}

#[test]
fn marks_by_the_hundred_thousand_take_linear_time() {
    // With a loop over all marks for every mark, each of these would take minutes.
    for pattern in [
        "\"a\" ",
        "“a ",
        "” ",
        "' ",
        "a' ",
        "'a ",
        "‘a ",
        "“a” said b. ",
        "“a ‘b ",
        "a: “b”\n\n",
        "“a\n\n",
        "“A b c d.” e, ",
    ] {
        let text = pattern.repeat(100_000);
        let document = unparsed(&text);
        std::hint::black_box(attribute(&document, &[]));
    }
}
