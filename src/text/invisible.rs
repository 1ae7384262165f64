/// Whether nobody sees `c`: a soft hyphen, a mark of no width, of direction or of variation.
///
/// ```
/// use nutgraf::text::is_invisible;
/// assert!(is_invisible('\u{ad}') && !is_invisible(' '));
/// ```
pub fn is_invisible(c: char) -> bool {
    !c.is_ascii()
        && matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
                | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        )
}
