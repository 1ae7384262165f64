//! The forms of English verbs: rules, and a table of those that follow none.

use super::VERB_FORMS;

/// The past tense of a verb: *killed*, *ran*, *said*. `was` for *be*; see [`was`] for agreement.
///
/// ```
/// use nutgraf::lexicon::verb;
/// assert_eq!(verb::past("kill"), "killed");
/// assert_eq!(verb::past("occur"), "occurred");
/// assert_eq!(verb::past("carry"), "carried");
/// assert_eq!(verb::past("strike"), "struck");
/// ```
pub fn past(base: &str) -> String {
    match irregular(base) {
        Some((past, _)) => past.to_owned(),
        None => regular_past(base),
    }
}

/// The past participle of a verb: *killed*, *taken*.
pub fn participle(base: &str) -> String {
    match irregular(base) {
        Some((_, participle)) => participle.to_owned(),
        None => regular_past(base),
    }
}

/// *was* or *were*.
pub const fn was(number: Number) -> &'static str {
    match number {
        Number::Singular => "was",
        Number::Plural => "were",
    }
}

/// Whether a subject is one or more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// One: *was*.
    Singular,
    /// More than one: *were*.
    Plural,
}

/// Whether the two words are forms of one verb; upper and lower case are the same.
///
/// ```
/// use nutgraf::lexicon::verb::same;
/// assert!(same("Kills", "killed") && same("being", "was") && same("taking", "took"));
/// assert!(same("’re", "be") && same("'ve", "had"));
/// assert!(!same("fall", "felt") && !same("bee", "was"));
/// ```
pub fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    if let Some(base) = contracted(&a) {
        return is_form(&b, base) || contracted(&b) == Some(base);
    }
    bases(&a).into_iter().any(|base| is_form(&b, &base))
}

/// The verb that a contracted form stands for, where it can be only one; "'s" and "'d" can be two.
fn contracted(word: &str) -> Option<&'static str> {
    match word {
        "'re" | "’re" | "'m" | "’m" => Some("be"),
        "'ve" | "’ve" => Some("have"),
        _ => None,
    }
}

fn irregular(base: &str) -> Option<(&'static str, &'static str)> {
    VERB_FORMS.get(base)?.split_once(' ')
}

/// Whether `word` is a form of the verb.
fn is_form(word: &str, base: &str) -> bool {
    if base == "be" && matches!(word, "am" | "is" | "are" | "was" | "were" | "being") {
        return true;
    }
    word == base
        || word == past(base)
        || word == participle(base)
        || word == gerund(base)
        || word == third_person(base)
        || (british(base))
            .is_some_and(|stem| word == format!("{stem}ed") || word == format!("{stem}ing"))
}

/// *travell*: in British spelling a last *l* after a vowel is doubled.
fn british(base: &str) -> Option<String> {
    let stem = base.strip_suffix('l')?;
    (stem.ends_with(['a', 'e', 'i', 'o', 'u'])).then(|| format!("{base}l"))
}

/// The verbs that `word` can be a form of.
fn bases(word: &str) -> Vec<String> {
    let mut guesses: Vec<String> = vec![word.to_owned()];
    if word == "has" {
        guesses.push("have".to_owned());
    }
    if matches!(word, "am" | "is" | "are" | "were") {
        guesses.push("be".to_owned());
    }
    for (ending, instead) in [
        ("ying", "ie"),
        ("ing", ""),
        ("ing", "e"),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
    ] {
        if let Some(stem) = word.strip_suffix(ending) {
            guesses.push(format!("{stem}{instead}"));
            let mut letters = stem.chars().rev();
            if let (Some(last), Some(before)) = (letters.next(), letters.next())
                && last == before
            {
                guesses.push(stem[..stem.len() - last.len_utf8()].to_owned());
            }
        }
    }
    for (base, forms) in VERB_FORMS.iter() {
        if forms.split(' ').any(|form| form == word) {
            guesses.push(base.to_owned());
        }
    }
    guesses.retain(|base| !base.is_empty() && is_form(word, base));
    guesses
}

fn regular_past(base: &str) -> String {
    if base.ends_with('e') {
        return format!("{base}d");
    }
    if let Some(stem) = consonant_y(base) {
        return format!("{stem}ied");
    }
    format!("{}ed", doubled(base))
}

fn gerund(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match base.strip_suffix('e') {
        Some(stem) if !base.ends_with("ee") && base != "be" && !base.ends_with("ye") => {
            format!("{stem}ing")
        }
        _ => match irregular(base) {
            // admit, admitted: the table tells what doubles
            Some((past, _)) => match past.strip_suffix("ed") {
                Some(stem) if stem.starts_with(base) => format!("{stem}ing"),
                _ => format!("{}ing", doubled(base)),
            },
            None => format!("{}ing", doubled(base)),
        },
    }
}

fn third_person(base: &str) -> String {
    if base == "have" {
        return "has".to_owned();
    }
    if let Some(stem) = consonant_y(base) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"];
    match hisses.iter().any(|ending| base.ends_with(ending)) {
        true => format!("{base}es"),
        false => format!("{base}s"),
    }
}

/// *carr* of *carry*; not of *play*.
fn consonant_y(base: &str) -> Option<&str> {
    (base.strip_suffix('y')).filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

/// A verb of one syllable that ends in one vowel and one consonant doubles the consonant: *stop*, *stopped*.
fn doubled(base: &str) -> String {
    let letters: Vec<char> = base.chars().collect();
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    if let [start @ .., a, b, c] = letters.as_slice() {
        let quiet = start.last() == Some(&'q') && *a == 'u';
        let one_vowel = vowel(*b) && (!vowel(*a) || quiet);
        let first = !start.iter().copied().any(vowel) || quiet;
        if one_vowel && first && !vowel(*c) && !matches!(c, 'w' | 'x' | 'y') {
            return format!("{base}{c}");
        }
    }
    base.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs_follow_the_rules() {
        for (base, past_form, ing) in [
            ("stop", "stopped", "stopping"),
            ("open", "opened", "opening"),
            ("visit", "visited", "visiting"),
            ("play", "played", "playing"),
            ("try", "tried", "trying"),
            ("die", "died", "dying"),
            ("free", "freed", "freeing"),
            ("rain", "rained", "raining"),
            ("fix", "fixed", "fixing"),
            ("cooperate", "cooperated", "cooperating"),
            ("refer", "referred", "referring"),
            ("quiz", "quizzed", "quizzing"),
            ("hit", "hit", "hitting"),
            ("lead", "led", "leading"),
            ("flee", "fled", "fleeing"),
        ] {
            assert_eq!(past(base), past_form);
            assert_eq!(gerund(base), ing);
            assert!(same(ing, past_form), "{base}");
        }
    }

    #[test]
    fn forms_of_other_verbs_are_not_the_same() {
        assert!(!same("found", "fined"));
        assert!(!same("bed", "be"));
        assert!(same("lies", "lay"));
        assert!(same("has", "had") && same("Says", "said"));
        assert!(same("travelling", "traveled") && same("travelled", "travel"));
    }
}
