//! Coarse parts of speech, and the lemmas of closed-class words, from tags, labels and words: spaCy's attribute ruler for
//! English (3.8), without the morphology, which nothing here reads.

use std::borrow::Cow;

use crate::document::{Dep, Document, Pos, Tag};

/// Sets the part of speech of every token, and the lemma of those whose rule has one. Wants tags, heads and labels.
pub fn apply(document: &mut Document) {
    let mut previous = String::new();
    for i in 0..document.len() {
        let word = fold(document.word(i)).into_owned();
        let next = if i + 1 < document.len() {
            fold(document.word(i + 1))
        } else {
            Cow::Borrowed("")
        };
        let before = i.checked_sub(1).map(|i| document.tokens[i].dep);
        let lemma = lemma(document.tokens[i].tag, &previous, &word, &next);
        if document.word(i).chars().all(char::is_whitespace) {
            let token = &mut document.tokens[i];
            (token.tag, token.pos, token.dep) = (Tag::Space, Pos::Space, Dep::Dep);
        } else {
            let token = &mut document.tokens[i];
            token.pos = pos(token.tag, token.dep, &word, before);
        }
        if let Some(lemma) = lemma {
            document.set_lemma(i, lemma);
        }
        previous = word;
    }
}

/// Lower case, with typewriter apostrophes: the rules are written with these.
fn fold(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
    {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase().replace('’', "'"))
    }
}

/// `before` is the label of the token before.
fn pos(tag: Tag, dep: Dep, word: &str, before: Option<Dep>) -> Pos {
    let by_word = by_word(tag, dep, word).unwrap_or_else(|| by_tag(tag));
    let exists = before == Some(Dep::Expl);
    match tag {
        _ if exists && matches!(word, "is" | "are" | "was" | "were" | "'s" | "'re") => Pos::Verb,
        Tag::Dt | Tag::Wdt if !matches!(dep, Dep::Det | Dep::Quantmod) => Pos::Pron,
        Tag::In if dep == Dep::Mark => Pos::Sconj,
        _ if has_own_sense(dep)
            && matches!(word, "do" | "does" | "did" | "'d" | "have" | "has" | "had") =>
        {
            Pos::Verb
        }
        Tag::To => by_word,
        _ if matches!(dep, Dep::Aux | Dep::Auxpass) => Pos::Aux,
        _ => by_word,
    }
}

/// Labels under which "do" and "have" are no auxiliaries.
fn has_own_sense(dep: Dep) -> bool {
    matches!(
        dep,
        Dep::Root | Dep::Advcl | Dep::Ccomp | Dep::Conj | Dep::Relcl | Dep::Xcomp
    )
}

fn by_word(tag: Tag, dep: Dep, word: &str) -> Option<Pos> {
    let pos = match (tag, word) {
        (Tag::Cc, "but") if dep == Dep::Advmod => Pos::Adv,
        (Tag::Wdt, "that") => Pos::Pron,
        (Tag::In, _) if SUBORDINATORS.binary_search(&word).is_ok() => Pos::Sconj,
        (
            Tag::Nn,
            "something" | "anyone" | "anything" | "nothing" | "someone" | "everything" | "everyone"
            | "everybody" | "nobody" | "somebody" | "anybody" | "any1",
        ) => Pos::Pron,
        (Tag::Rb, "not" | "n't" | "nt") => Pos::Part,
        (Tag::Vb, "be" | "do" | "have" | "of" | "'ve")
        | (Tag::Vbn, "been" | "had")
        | (Tag::Vbg, "being")
        | (Tag::Vbz, "is" | "'s" | "has" | "does")
        | (Tag::Vbp, "are" | "'re" | "am" | "'m" | "do" | "have" | "'ve" | "'s")
        | (Tag::Vbd, "was" | "were" | "did" | "had" | "'d") => Pos::Aux,
        _ => return None,
    };
    Some(pos)
}

/// Words with the tag `IN` that begin a clause, whatever their label. Sorted.
const SUBORDINATORS: &[&str] = &[
    "albeit", "although", "because", "besides", "but", "cause", "coz", "despite", "except", "if",
    "it", "once", "save", "since", "so", "that", "tho", "though", "til", "till", "unless", "upon",
    "w/out", "whereas", "whether", "while", "whilst", "will",
];

fn by_tag(tag: Tag) -> Pos {
    match tag {
        Tag::CloseQuote | Tag::OpenQuote | Tag::Comma | Tag::Period | Tag::Colon => Pos::Punct,
        Tag::LeftBracket | Tag::RightBracket | Tag::Hyph | Tag::Nfp => Pos::Punct,
        Tag::Currency | Tag::Sym => Pos::Sym,
        Tag::Afx | Tag::Jj | Tag::Jjr | Tag::Jjs => Pos::Adj,
        Tag::Cc => Pos::Cconj,
        Tag::Cd => Pos::Num,
        Tag::Dt | Tag::Pdt | Tag::Wdt | Tag::WpPoss => Pos::Det,
        Tag::Ex | Tag::Prp | Tag::PrpPoss | Tag::Wp => Pos::Pron,
        Tag::In | Tag::Rp => Pos::Adp,
        Tag::Md => Pos::Aux,
        Tag::Nn | Tag::Nns => Pos::Noun,
        Tag::Nnp | Tag::Nnps => Pos::Propn,
        Tag::Pos | Tag::To => Pos::Part,
        Tag::Rb | Tag::Rbr | Tag::Rbs => Pos::Adv,
        Tag::Uh => Pos::Intj,
        Tag::Vb | Tag::Vbd | Tag::Vbg | Tag::Vbn | Tag::Vbp | Tag::Vbz => Pos::Verb,
        Tag::Wrb => Pos::Sconj,
        Tag::Add | Tag::Fw | Tag::Ls | Tag::Xx | Tag::Space => Pos::X,
    }
}

/// The lemma of a closed-class word; `None` leaves it to [`super::lemma`].
fn lemma(tag: Tag, previous: &str, word: &str, next: &str) -> Option<&'static str> {
    let by_word = match word {
        "gets" if tag == Tag::Vbz => Some("get"),
        "got" if tag == Tag::Vbd => Some("get"),
        "'nuff" => Some("enough"),
        "y" | "y'" if next == "all" => Some("you"),
        "c'm" if next == "on" => Some("come"),
        "'s" if previous == "let" => Some("us"),
        "ta" if previous == "got" => Some("to"),
        "na" if previous == "gon" => Some("to"),
        "gon" if next == "na" => Some("go"),
        "'ll" => Some("will"),
        "'em" => Some("them"),
        "somethin'" => Some("something"),
        "ol'" => Some("old"),
        "nothin'" | "nuthin'" => Some("nothing"),
        "goin'" => Some("go"),
        "doin'" => Some("do"),
        "ai" if matches!(next, "n't" | "nt") && matches!(tag, Tag::Vbp | Tag::Vbz) => Some("be"),
        _ => None,
    };
    by_word.or_else(|| lemma_by_tag(tag, word))
}

fn lemma_by_tag(tag: Tag, word: &str) -> Option<&'static str> {
    let lemma = match (tag, word) {
        (Tag::Md, "'d") => "would",
        (Tag::Md, "ca") => "can",
        (Tag::Md, "sha") => "shall",
        (Tag::Md, "wo") => "will",
        (Tag::Prp, "i" | "me") => "I",
        (Tag::Prp, "he" | "him") => "he",
        (Tag::Prp, "she" | "her") => "she",
        (Tag::Prp, "we" | "us") => "we",
        (Tag::Prp, "they" | "them") => "they",
        (Tag::Rb, "not" | "n't" | "nt") => "not",
        (Tag::Vbn, "been") | (Tag::Vbg, "being") => "be",
        (Tag::Vbz, "is" | "'s") | (Tag::Vbp, "are" | "'re" | "am" | "'m") => "be",
        (Tag::Vbd, "was" | "were") => "be",
        (Tag::Vbz, "has") | (Tag::Vbp, "have" | "'ve") => "have",
        (Tag::Vbd, "had" | "'d") | (Tag::Vbn, "had") => "have",
        (Tag::Vbz, "does") | (Tag::Vbd, "did") => "do",
        _ => return None,
    };
    Some(lemma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subordinators_are_sorted() {
        assert!(SUBORDINATORS.is_sorted());
    }

    #[test]
    fn auxiliaries_and_full_verbs_differ() {
        let cases = [
            (Tag::Vbd, Dep::Aux, "had", None, Pos::Aux),
            (Tag::Vbd, Dep::Root, "had", None, Pos::Verb),
            (Tag::Vbz, Dep::Root, "is", None, Pos::Aux),
            (Tag::Vbz, Dep::Root, "is", Some(Dep::Expl), Pos::Verb),
            (Tag::To, Dep::Aux, "to", None, Pos::Part),
            (Tag::Dt, Dep::Nsubj, "this", None, Pos::Pron),
            (Tag::Dt, Dep::Det, "this", None, Pos::Det),
            (Tag::In, Dep::Mark, "as", None, Pos::Sconj),
            (Tag::In, Dep::Prep, "as", None, Pos::Adp),
        ];
        for (tag, dep, word, before, expected) in cases {
            assert_eq!(pos(tag, dep, word, before), expected, "{tag} {dep} {word}");
        }
    }
}
