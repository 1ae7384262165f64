/// The words on one line: one space between them, whatever white space stands there.
///
/// ```
/// use nutgraf::text::one_line;
/// assert_eq!(one_line(" Ana\n\tRuiz "), "Ana Ruiz");
/// ```
pub fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
