//! Reported speech: clauses, labels of headlines, second cues, passives, stances.

use super::check;

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
            "rarer_verb",
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
            "a_headline_with_a_full_stop",
            "Poll: Most drivers want the road to open.\n\nIt rained.",
            &["according_to | Poll | : | Most drivers want the road to open"],
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
