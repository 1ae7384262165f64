//! Lines: facts in the article's own words, with their sources, hedges and numbers; no sentence copied.

use nutgraf::analyzer::{Analyzer, Options};
use nutgraf::verify::verify;

/// The lines of `text` hold all of `wanted` and nothing that has one of `never` in it, and every line can be proved.
fn check(text: &str, wanted: &[&str], never: &[&str]) {
    let analyzer = Analyzer::embedded().expect("the weights are good");
    let report = analyzer
        .analyze(text, &Options::default())
        .expect("English, and short");
    let lines: Vec<String> = (report.summary.lines.iter())
        .map(|line| line.text())
        .collect();
    for line in wanted {
        assert!(
            lines.iter().any(|it| it == line),
            "no line “{line}” of “{text}” in {lines:#?}"
        );
    }
    for words in never {
        assert!(
            !lines.iter().any(|it| it.contains(words)),
            "“{words}” in {lines:#?}"
        );
    }
    let findings: Vec<String> = verify(&report, text)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(findings.is_empty(), "{findings:?} in {lines:#?}");
    for sentence in &report.sentences {
        let sentence = sentence.of(text).trim();
        assert!(
            !lines.iter().any(|line| line == sentence),
            "“{sentence}” is copied"
        );
    }
}

/// One test a case: what it shows, the text, lines that must be there, words that no line may have.
macro_rules! cases {
    ($($name:ident: $text:literal => [$($wanted:literal),*] never [$($never:literal),*];)*) => {
        $(#[test]
        fn $name() {
            check($text, &[$($wanted),*], &[$($never),*]);
        })*
    };
}

cases! {
    who_is_someone:
        "According to a person briefed on the talks who asked not to be named, the deal would raise pay."
        => [] never ["The talks asked"];
    verb_of_a_headline_before_a_noun_like_a_verb:
        "Judge blocks plan to close rural schools\n\nThe ruling came on Monday, officials said."
        => ["Judge blocked plan to close rural schools."] never ["Judge blocks planned"];
    source_at_the_end_of_a_headline_without_were:
        "Three soldiers killed in border clash, Norvia says\n\nIt was dark on the road."
        => ["Three soldiers were killed in border clash, Norvia said."] never ["clash."];
    second_half_of_a_headline_is_what_was_done:
        "Factory fire kills 11 in Delvane, owner detained\n\nIt was dark on the road."
        => ["Owner was detained."] never ["Owner detained"];
    second_verb_of_saying_after_what_had_been:
        "The minister said her country's army had not fired and suggested that the soldiers may have been killed by a mine."
        => [] never ["army suggested"];
    outcome_is_not_by_the_plan_that_was_rejected:
        "The council voted on Monday to reject a plan that would have closed two schools, dealing a blow to Mayor Ana Ruiz."
        => ["The council dealt a blow to Mayor Ana Ruiz."] never ["plan dealt"];
    outcome_is_not_by_who_says_so:
        "Sam Toledo won the race with 53 percent of the vote, the board announced on Monday, ending 16 years of rule by the Unity Party."
        => [] never ["The board ended"];
    what_comes_of_a_plan_is_not_done:
        "Nordvik has agreed to buy its rival Salmo for $4 billion in cash, creating the largest fish farmer in the world."
        => [] never ["Nordvik created"];
    participle_after_a_comma_is_said_of_all:
        "The five men and two women, employed by a charity, were in good health."
        => ["The five men and two women were employed by a charity."] never ["Two women were employed"];
    bare_noun_is_not_what_a_clause_is_about:
        "The office issued a warning for snow, which is in force until midnight."
        => ["A warning for snow is in force until midnight."] never ["Snow is"];
    question_within_a_denial_is_not_told:
        "The operator said it did not know when trains would resume."
        => [] never ["said that trains would resume", "Trains would resume"];
    small_letters_of_an_agency_in_a_dateline:
        "NAIROBI (dpa) - Seven clerks who were seized by gunmen have been released, their office said on Tuesday."
        => [] never ["NAIROBI have", "(dpa) have"];
    headline_of_what_was_done_to_someone:
        "Seven workers freed after ten weeks\n\nThey were in good health on Monday, their office said."
        => ["Seven workers were freed after ten weeks."] never ["workers freed"];
    headline_of_what_someone_did:
        "Storm killed two in Leeds\n\nThe roads were closed on Monday, the council said."
        => ["Storm killed two in Leeds, the article says."] never ["Storm was"];
    word_for_nobody_keeps_its_clause:
        "Those who ate eggs were less likely to fall ill than those who ate none, Larsson said."
        => ["Larsson said that those who ate eggs were less likely to fall ill than those who ate none."] never [];
    relative_clause_is_no_sentence:
        "The agency imposed fines on six firms that it accused of helping smugglers buy engines."
        => [] never ["That it accused"];
    clause_of_a_that_taken_for_an_object_is_told:
        "Hobbs told detectives that he had been drinking and could not remember what happened."
        => ["Hobbs said that he had been drinking."] never [];
    first_of_two_clauses_is_told_by_itself:
        "The coach said: “Dana is quick, she is brave and she works hard.”"
        => [] never ["Dana is quick, she is brave, "];
    range_after_and_is_a_subject_of_its_own:
        "Twenty-one others were pulled from the water, and between 30 and 40 are believed to be missing."
        => ["Between 30 and 40 are believed to be missing."] never ["others between"];
    amount_at_the_end_of_a_sentence_goes_on:
        "Rovers have signed the striker Mikkel Holm from Altstadt for £38m."
        => ["Rovers have signed the striker Mikkel Holm from Altstadt for £38m, the article says."] never ["m., "];
    capital_at_the_start_whatever_the_tag:
        "Police fired at a group of masked protesters who threw stones near the station."
        => [] never ["masked protesters threw"];
    telephone_number_is_whole:
        "Anyone with news is asked to call the Eastport Police Department at (555) 123-4567."
        => [] never ["(555) 123."];
    day_of_a_report_is_not_the_day_of_what_it_tells:
        "The firm on Thursday reported a loss as a strike at two plants cut its output by 90,000 cars."
        => [] never ["cars on Thursday"];
    number_is_told_with_its_scale:
        "Rovers had a £32m bid rejected in June."
        => ["Rovers had a £32m bid."] never ["£32 "];
    passive_takes_no_words_from_the_object:
        "The team followed 12,400 adults over 65 for nine years."
        => [] never ["adults were followed by"];
    last_half_of_a_sentence_shares_its_source_with_the_first:
        "At least 30 drivers were fined and twelve lorries were impounded, the transport ministry said."
        => ["At least 30 drivers were fined, the transport ministry said.", "Twelve lorries were impounded, the transport ministry said."]
        never ["were fined."];
    who_says_something_keeps_back_the_rest:
        "Vega said the two had argued but declined to describe their quarrel."
        => ["Vega declined to describe their quarrel."] never ["The two declined"];
    charge_is_not_claimed:
        "On Friday the clerk was cleared of a second charge, forging a signature."
        => ["On Friday the clerk was cleared of a second charge, forging a signature, the article says."] never ["clerk forged"];
    what_someone_did_after_a_comma_is_claimed:
        "The clerk fled the town on Monday, forging a pass."
        => ["The clerk forged a pass."] never [];
    nobody_in_particular_did_what_a_clause_about_them_says:
        "Those who skipped breakfast were 12 percent more likely to fall ill than those who ate eggs, Larsson said."
        => [] never ["Those skipped", "Those ate"];
    habit_of_a_group_is_no_news:
        "People who sleep badly may forget more, according to a study."
        => [] never ["People sleep badly, "];
    clause_about_certain_people_is_told:
        "Police arrested three guards, who had slept on duty."
        => ["Three guards had slept on duty."] never [];
    object_of_a_relative_clause_is_not_lost:
        "The regime lost access to the parts it needs to build its engines, Ortega said."
        => [] never ["Ortega said that it needs to build its engines", "The regime needs to build"];
    how_long_it_lasts_stays_behind:
        "The smuggler has been jailed for nine years."
        => [] never ["For nine years"];
    time_of_an_inner_clause_is_not_said_of_the_outer:
        "Unions threatened to call strikes if the bill was not withdrawn by March."
        => [] never ["By March, unions"];
    doubt_of_the_article_about_who_spoke_stays:
        "Hobbs allegedly told detectives that he could not remember the night, according to court papers."
        => ["Hobbs allegedly said that he could not remember the night, according to court papers."] never [];
    source_says_he_of_himself:
        "Envoy Marta Lind urged both sides to talk. She would return on Friday, she said."
        => ["Envoy Marta Lind said that she would return on Friday."] never ["Marta Lind would"];
    prefixed_verb_is_one_word:
        "Prosecutors dropped the case because the driver had co-operated with investigators."
        => [] never ["had co.", "-operated with investigators."];
    relative_clause_in_the_plural_is_about_the_plural:
        "The agency sent 500 crates of medicine, which are due to arrive on Friday."
        => ["500 crates of medicine are due to arrive on Friday."] never ["Medicine are"];
    second_verb_of_the_clause_is_no_participle:
        "The rules freeze any funds of those named and bar Americans from doing business with them."
        => ["The rules bar Americans from doing business with them."] never ["Those were named and bar"];
    participle_after_by_goes_with_its_noun:
        "The fever is spread by infected ticks or lice."
        => ["The fever is spread by infected ticks or lice, the article says."] never ["is infected"];
    participle_becomes_a_past_tense_with_the_subject_of_its_verb:
        "A bomb exploded in the market on Monday, killing at least 12 people and wounding dozens, police said."
        => ["A bomb killed at least 12 people, police said.", "A bomb wounded dozens, police said."] never ["killing"];
    participle_of_a_result_keeps_the_clause_it_results_from:
        "The storm destroyed homes, leading to shortages, aid workers said."
        => ["The storm destroyed homes, aid workers said."] never ["The storm led"];
    past_tense_keeps_the_articles_spelling:
        "The board cancelled the tour."
        => ["The tour was cancelled by the board."] never ["canceled"];
    comparator_stays_with_its_number:
        "The firm bought the land for more than $5 million in March."
        => ["In March, the firm bought the land for more than $5 million."] never ["for $5 million"];
    number_without_comparator_gets_none:
        "The firm bought the land for $5 million in March."
        => ["In March, the firm bought the land for $5 million."] never ["more than"];
    nearly_stays:
        "Nearly 40 houses were destroyed by the fire, officials estimated."
        => ["Officials estimated that nearly 40 houses were destroyed by the fire."] never [];
    according_to_comes_first_where_the_text_has_it_last:
        "About 300 workers were injured in the collapse, according to the fire service."
        => ["According to the fire service, about 300 workers were injured in the collapse."] never [];
    according_to_comes_last_where_the_text_has_it_first:
        "According to the fire service, about 300 workers were injured in the collapse."
        => ["About 300 workers were injured in the collapse, according to the fire service."] never [];
    negation_stays:
        "The soldiers did not shoot, the captain insisted."
        => ["The captain insisted that the soldiers did not shoot."] never ["The soldiers shot"];
    no_negation_where_there_is_none:
        "The soldiers shot at the car, the captain insisted."
        => ["The captain insisted that the soldiers shot at the car."] never ["not"];
    negated_second_verb_gets_its_auxiliary:
        "The bill was passed but not signed."
        => ["The bill was passed.", "The bill was not signed."] never ["not was"];
    second_verb_gets_the_subject_and_no_negation:
        "The suspect was arrested, charged and released."
        => ["The suspect was arrested.", "The suspect was charged.", "The suspect was released."] never ["not"];
    no_one_is_a_negation:
        "No one was hurt in the crash, officials said."
        => ["Officials said that no one was hurt in the crash."] never ["Someone"];
    modal_stays:
        "The court may overturn the ruling, lawyers said."
        => ["Lawyers said that the court may overturn the ruling."] never ["overturned"];
    future_stays_a_future:
        "The company, which employs 4,000 people, will close its plant in Derby."
        => ["The company will close its plant in Derby.", "The company employs 4,000 people."] never ["which"];
    might_have_stays:
        "The report said the dam might have failed because of heavy rain."
        => ["The dam might have failed because of heavy rain, the report said."] never ["The dam failed"];
    whether_is_never_told_as_that:
        "It was unclear whether the pilot survived."
        => ["Whether the pilot survived was unclear."] never ["The pilot survived"];
    that_after_clear_is_told:
        "It was clear that the pilot survived."
        => [] never ["whether"];
    looking_into_whether_stays:
        "Police are looking into whether the driver was drunk."
        => ["Police are looking into whether the driver was drunk, the article says."] never ["The driver was drunk"];
    condition_stays_with_its_consequence:
        "If the strike continues, the airline will cancel flights, the union warned."
        => ["The union warned that if the strike continues, the airline will cancel flights."] never ["The airline will", "The strike continued"];
    unless_stays:
        "Unless talks resume, the union will strike, its leader said."
        => ["Its leader said that unless talks resume, the union will strike."] never ["The union will"];
    no_evidence_stays_in_front:
        "There is no evidence that the minister took bribes, the prosecutor said."
        => ["The prosecutor said that there is no evidence that the minister took bribes."] never ["The minister took"];
    fears_stay_in_front:
        "There were fears that the dam would burst."
        => ["There were fears that the dam would burst, the article says."] never ["The dam would"];
    wanting_is_not_doing:
        "Protesters wanted to storm the palace, a police officer said."
        => ["A police officer said that protesters wanted to storm the palace."] never ["Protesters stormed"];
    refusing_is_not_doing:
        "Workers refused to return to the mine."
        => ["Workers refused to return to the mine, the article says."] never ["Workers returned"];
    failing_is_not_doing:
        "The team failed to reach the final."
        => ["The team failed to reach the final, the article says."] never ["The team reached"];
    double_negation_stays_whole:
        "Officials said they had not ruled out sabotage."
        => ["Officials said that they had not ruled out sabotage."] never [];
    expected_stays:
        "The president is expected to sign the bill on Thursday, his spokesman said."
        => ["His spokesman said that the president is expected to sign the bill on Thursday."] never ["The president signed"];
    belief_of_a_speaker_is_a_hedge:
        "“We believe the driver fell asleep,” the inspector said."
        => ["The driver fell asleep, the inspector believed."] never ["The driver fell asleep, the inspector said"];
    first_person_is_quoted:
        "“We will not pay,” the mayor said."
        => ["The mayor said: “We will not pay.”"] never ["We will not pay, the mayor"];
    first_person_outside_quotation_marks_is_not_told:
        "Our troops are ready, the general said."
        => [] never ["Our"];
    belief_of_a_named_group_is_in_the_past:
        "Engineers believe that the bridge collapsed because bolts were loose."
        => ["The bridge collapsed because bolts were loose, engineers believed."] never [];
    telling_someone_is_saying:
        "The company's chief executive, Ana Ruiz, told investors that sales had fallen."
        => ["Sales had fallen, the company's chief executive said."] never ["told, ", "Sales had fallen."];
    apposition_is_left_out:
        "Smith, a former judge, was appointed chairman on Tuesday."
        => ["Smith was appointed chairman on Tuesday."] never ["judge"];
    passive_participle_after_a_noun_gets_was:
        "The hospital attacked by rebels was closed."
        => ["The hospital was attacked by rebels.", "The hospital was closed."] never [];
    passive_participle_after_a_plural_gets_were:
        "The hospitals attacked by rebels were closed."
        => ["The hospitals were attacked by rebels.", "The hospitals were closed."] never ["was"];
    active_participle_after_a_noun_gets_was:
        "The plane carrying 92 passengers landed safely, the airline announced."
        => ["The plane was carrying 92 passengers, the airline announced."] never [];
    perfect_participle_becomes_had:
        "Having won the vote, the party formed a government."
        => ["The party had won the vote.", "The party formed a government."] never ["Having"];
    relative_clause_gets_its_noun:
        "Police arrested two men who had attacked a shop."
        => ["Two men had attacked a shop."] never ["who"];
    parenthetical_cue_goes_to_the_end:
        "The rebels, he said, had fled."
        => ["The rebels had fled, he said."] never ["The rebels, he"];
    sentence_adverbs_are_left_out:
        "The police also closed the road. However, the bridge stayed open."
        => [] never ["also", "However", "however"];
    simple_sentence_is_turned_into_the_passive:
        "The group claimed responsibility for the attack."
        => ["Responsibility for the attack was claimed by the group."] never [];
    pronoun_object_is_not_turned_into_the_passive:
        "The guards released their prisoners."
        => [] never ["were released by", "Their prisoners"];
    two_clauses_two_lines:
        "Two soldiers were killed and three were wounded in the ambush."
        => ["Two soldiers were killed.", "Three were wounded in the ambush."] never [];
    verb_without_its_own_object_keeps_the_one_it_shares:
        "The guards beat and robbed the prisoners."
        => ["The guards beat and robbed the prisoners, the article says."] never ["The guards beat."];
    headline_is_told_in_the_past:
        "Storm destroys bridge in Arda\n\nOfficials were assessing the damage on Sunday."
        => [] never ["destroys"];
    estimated_number_stays_with_its_estimate:
        "“We estimate more than 40 rebel fighters were killed while attacking the base,” the officer said."
        => ["Rebel fighters attacked the base, the officer said."] never ["40 rebel fighters attacked", "40 rebel fighters were attacking"];
    for_now_stays_with_the_clause_it_is_in:
        "The mayor said that the city is asking whether cars left in the tunnel might have been stolen, even though there was no proof for now that thieves had entered it."
        => [] never ["stolen for now"];
    umlauts_and_flags_are_no_trouble:
        "🇨🇭 In Köln, Jürgen Müller opened a café on Monday, his sister said."
        => [] never ["�"];
}
