//! Words and figures that are numbers by themselves.

pub fn parse_figures(word: &str) -> Option<f64> {
    let plain = word.strip_suffix('+').unwrap_or(word);
    let (plain, scale) = match plain.char_indices().last() {
        Some((at, 'm')) if plain[..at].ends_with(|c: char| c.is_ascii_digit()) => {
            (&plain[..at], 1e6)
        }
        Some((at, 'k')) if plain[..at].ends_with(|c: char| c.is_ascii_digit()) => {
            (&plain[..at], 1e3)
        }
        Some((at, 'b')) if plain[..at].ends_with(|c: char| c.is_ascii_digit()) => {
            (&plain[..at], 1e9)
        }
        _ => (plain, 1.0),
    };
    if !plain.starts_with(|c: char| c.is_ascii_digit())
        || !plain
            .chars()
            .all(|c| c.is_ascii_digit() || c == ',' || c == '.')
        || plain.len() > 24
    {
        return None;
    }
    plain
        .replace(',', "")
        .trim_end_matches('.')
        .parse::<f64>()
        .ok()
        .map(|value| value * scale)
}

pub fn word_value(word: &str) -> Option<f64> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    if let Some(value) = WORDS.iter().position(|&w| w == word) {
        return Some(value as f64);
    }
    Some(match word {
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        "half" => 0.5,
        "a" | "an" => 1.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "dozen" => 12.0,
        _ => {
            let (tens, ones) = word.split_once('-')?;
            let (tens, ones) = (word_value(tens)?, word_value(ones)?);
            return ((20.0..100.0).contains(&tens) && ones < 10.0).then_some(tens + ones);
        }
    })
}

pub fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" => 1e12,
        "dozen" => 12.0,
        _ => return None,
    })
}

pub fn vague(word: &str) -> bool {
    matches!(
        word,
        "dozens"
            | "hundreds"
            | "thousands"
            | "millions"
            | "billions"
            | "scores"
            | "several"
            | "many"
            | "numerous"
            | "tens"
            | "multiple"
            | "countless"
    )
}
