use super::is_invisible;

/// Whether nothing of the text is seen: white space, the four separators of ASCII, what [`is_invisible`].
///
/// ```
/// use nutgraf::text::is_blank;
/// assert!(is_blank("") && is_blank(" \u{1c}\u{ad}\n") && !is_blank(" a "));
/// ```
pub fn is_blank(text: &str) -> bool {
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}') || is_invisible(c);
    text.chars().all(blank)
}
