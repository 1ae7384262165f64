//! Parts of speech and dictionary forms of parsed text.

use nutgraf::analyzer::{Analyzer, Options, Tokens};

/// Asserts that `word` in `text` has this part of speech and lemma.
#[track_caller]
fn check(analyzer: &Analyzer, text: &str, word: &str, pos: &str, lemma: &str) {
    let options = Options {
        tokens: Tokens::Keep,
        ..Options::default()
    };
    let tokens = analyzer
        .analyze(text, &options)
        .ok()
        .and_then(|report| report.tokens)
        .unwrap_or_default();
    let found = tokens.iter().find(|token| token.span.of(text) == word);
    let found = found.map(|token| (token.pos.name(), token.lemma.as_str()));
    assert_eq!(found, Some((pos, lemma)), "{word} in “{text}”");
}

#[test]
fn words_have_lemmas() -> Result<(), Box<dyn std::error::Error>> {
    let analyzer = Analyzer::embedded()?;
    for (text, word, pos, lemma) in [
        ("Two men were killed.", "men", "NOUN", "man"),
        ("Two men were killed.", "killed", "VERB", "kill"),
        ("Two men were killed.", "were", "AUX", "be"),
        ("They hoped to win.", "hoped", "VERB", "hope"),
        ("They hopped on one leg.", "hopped", "VERB", "hop"),
        ("The doses arrived.", "doses", "NOUN", "dose"),
        ("Police are investigating.", "Police", "NOUN", "police"),
        (
            "The army seized three villages.",
            "villages",
            "NOUN",
            "village",
        ),
        ("The army seized three villages.", "seized", "VERB", "seize"),
        ("The crises deepened.", "crises", "NOUN", "crisis"),
        ("He struck the wall.", "struck", "VERB", "strike"),
        ("They’re leaving Zürich.", "’re", "AUX", "be"),
        ("They’re leaving Zürich.", "leaving", "VERB", "leave"),
        ("They’re leaving Zürich.", "Zürich", "PROPN", "Zürich"),
        ("He didn't go.", "n't", "PART", "not"),
        ("He didn’t go.", "n’t", "PART", "not"),
        ("She has done it.", "has", "AUX", "have"),
        ("She has two sons.", "has", "VERB", "have"),
        ("This was the worst flood.", "worst", "ADJ", "bad"),
        ("It is larger than before.", "larger", "ADJ", "large"),
        ("We saw them.", "them", "PRON", "they"),
        (
            "They have planned attacks on the town.",
            "planned",
            "VERB",
            "plan",
        ),
        (
            "They have planned attacks on the town.",
            "attacks",
            "NOUN",
            "attack",
        ),
        ("He said that it rained.", "that", "SCONJ", "that"),
    ] {
        check(&analyzer, text, word, pos, lemma);
    }
    Ok(())
}

#[test]
fn words_of_the_report_are_joined() -> Result<(), Box<dyn std::error::Error>> {
    let analyzer = Analyzer::embedded()?;
    for (text, word, pos, lemma) in [
        (
            "He was re-elected in May.",
            "re-elected",
            "VERB",
            "re-elect",
        ),
        ("They sent two e-mails.", "e-mails", "NOUN", "e-mail"),
        ("Stop!!! It burns.", "!!!", "PUNCT", "!!!"),
        // Near-misses: names and free words keep their own tokens.
        (
            "The U.S.-backed fighters left.",
            "U.S.-backed",
            "ADJ",
            "u.s.-backed",
        ),
        ("The six-member team won.", "member", "NOUN", "member"),
    ] {
        check(&analyzer, text, word, pos, lemma);
    }
    Ok(())
}
