//! Cues that are no plain verbs of saying: “according to”, nouns, labels, rarer verbs.

use super::check;

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
            "interview_in_quotation_marks",
            "\"BAKER: When does the road open?\n\n\"KELLER: It opens on Monday.\"",
            &[
                "direct | BAKER | : | When does the road open?",
                "direct | KELLER | : | It opens on Monday.\"",
            ],
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
            &[],
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
            "confident_that",
            "The mayor is confident that the road is safe.",
            &["paraphrase | The mayor (nameless) | confident | that the road is safe"],
        ),
        (
            "happy_that_it_is_so",
            "The mayor is happy that the road is open.",
            &[],
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
fn clauses_that_nobody_says() {
    check(&[
        (
            "known_to_be_so",
            "The mayor knows that the road is closed.",
            &["stance | The mayor (nameless) | knows | that the road is closed"],
        ),
        ("would_reject_it", "The mayor would reject the plan.", &[]),
        (
            "those_opposing_it",
            "Drivers opposing the plan met in Bern.",
            &[],
        ),
        (
            "rejected_it",
            "The mayor rejected the plan.",
            &["stance | The mayor (nameless) | rejected | the plan"],
        ),
        (
            "verb_of_action",
            "The council will decide whether the road is closed.",
            &[],
        ),
        (
            "did_not_say",
            "The mayor did not say whether the road was closed.",
            &[],
        ),
        (
            "does_not_think_tells_a_thought",
            "The mayor does not believe that the road is safe.",
            &["paraphrase | The mayor (nameless) | believe | that the road is safe"],
        ),
        (
            "nobody_said",
            "No official said that the road was closed.",
            &[],
        ),
        (
            "thing_that_shows",
            "The crack shows that the road is old.",
            &[],
        ),
        (
            "study_that_shows",
            "The study shows that the road is old.",
            &["paraphrase | The study | shows | that the road is old"],
        ),
        (
            "question_of_the_author",
            "Did the mayor say that the road was closed?",
            &[],
        ),
        (
            "anyone_who_thinks",
            "Anyone who thinks and anybody believes that the road is safe.",
            &[],
        ),
        (
            "what_he_promises",
            "The council has no money for what the mayor promises to do.",
            &[],
        ),
        (
            "words_before_a_colon_are_not_what_is_reported",
            "So it goes: the mayor reports that the road is closed.",
            &[],
        ),
        (
            "told_by_nobody",
            "The drivers were told that the road was closed.",
            &[],
        ),
        (
            "said_by_nobody_in_particular",
            "It is said that the road is old.",
            &["paraphrase | - | said | that the road is old"],
        ),
        (
            "thing_with_a_participle",
            "A meeting clarifying whether the road was safe took place in Bern.",
            &[],
        ),
        (
            "campaign_of_someone",
            "The Keller campaign believes that the road is old.",
            &["paraphrase | The Keller campaign | believes | that the road is old"],
        ),
        (
            "pronoun_within_a_quotation",
            "“They say that the road is old,” the mayor said.",
            &["direct | the mayor (nameless) | said | “They say that the road is old,”"],
        ),
        ("author_in_passing", "I think the road is old.", &[]),
        (
            "questioned_whether",
            "The mayor questioned whether the road was safe.",
            &["paraphrase | The mayor (nameless) | questioned | whether the road was safe"],
        ),
    ]);
}
