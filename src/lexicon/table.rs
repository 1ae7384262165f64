/// A sorted word list read in place: no parsing, no memory, nothing to do at start.
///
/// The data is text, one entry a line, `key<TAB>value` (or only `key`), lines sorted by key as bytes, each key once.
/// Leading lines that start with `#` are comments (what the list is, where it is from).
///
/// ```
/// use nutgraf::lexicon::Table;
/// static UNITS: Table = Table::new("# units\nkilometre\tkm\nmetre\tm\nmile\tmi\n");
/// assert_eq!(UNITS.get("metre"), Some("m"));
/// assert_eq!(UNITS.get("met"), None);
/// assert!(UNITS.contains("mile"));
/// assert!(UNITS.has_prefix("kilo"));
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    data: &'static str,
    /// Where the keys that begin with each byte begin, and the end; the last byte stands for all that are not ASCII.
    firsts: [u16; FIRST_BYTES + 1],
}

const FIRST_BYTES: usize = 128;

impl Table {
    /// A table over `data`; see the type for its form. [`Table::check`] is the test that it keeps to it.
    ///
    /// # Panics
    /// If `data` is longer than 65,535 bytes; in a `static`, that is an error of the compiler.
    pub const fn new(data: &'static str) -> Self {
        let data = without_comments(data);
        assert!(
            data.len() <= u16::MAX as usize,
            "a word list is at most 65,535 bytes long"
        );
        Self {
            data,
            firsts: firsts(data.as_bytes()),
        }
    }

    /// The value of `key` (`""` for an entry without one), by binary search: O(log n) comparisons.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        let rest = self.data[self.first_from(key)..].strip_prefix(key)?;
        let end = || rest.find('\n').unwrap_or(rest.len());
        match rest.as_bytes().first() {
            Some(b'\t') => Some(&rest[1..end()]),
            Some(b'\n') | None if !key.is_empty() => Some(""),
            _ => None,
        }
    }

    /// Whether an entry begins with `start`.
    pub fn has_prefix(&self, start: &str) -> bool {
        let rest = &self.data[self.first_from(start)..];
        !rest.is_empty() && rest.starts_with(start)
    }

    /// Where the first entry begins that does not come before `key`; the end of the data if there is none.
    fn first_from(&self, key: &str) -> usize {
        let data = self.data.as_bytes();
        let Some(first) = key.bytes().next().map(bucket) else {
            return 0;
        };
        let (mut low, mut high) = (self.firsts[first] as usize, self.firsts[first + 1] as usize);
        while low < high {
            let mut start = low + (high - low) / 2;
            while start > low && data[start - 1] != b'\n' {
                start -= 1;
            }
            let (is_before, read) = comes_before(&data[start..], key.as_bytes());
            if is_before {
                low = start + read;
                while low < high && data[low] != b'\n' {
                    low += 1;
                }
                low = (low + 1).min(data.len());
            } else {
                high = start;
            }
        }
        low
    }

    /// Whether `key` is an entry.
    pub fn contains(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// All entries in order: key and value.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.data.lines().filter(|line| !line.is_empty()).map(entry)
    }

    /// Proves that the data is in the stated form.
    ///
    /// # Errors
    /// The first line that is out of order or there twice, in words.
    pub fn check(&self) -> Result<(), String> {
        let mut last: Option<&str> = None;
        for (key, _) in self.iter() {
            if last.is_some_and(|last| last >= key) {
                return Err(format!(
                    "“{key}” does not come after “{}”",
                    last.unwrap_or_default()
                ));
            }
            last = Some(key);
        }
        Ok(())
    }
}

/// `data` from its first line that is no comment.
const fn without_comments(data: &str) -> &str {
    let mut rest = data;
    while let [b'#', ..] = rest.as_bytes() {
        let mut end = 0;
        while end < rest.len() && rest.as_bytes()[end] != b'\n' {
            end += 1;
        }
        let next = if end < rest.len() { end + 1 } else { end };
        rest = rest.split_at(next).1;
    }
    rest
}

/// The place of a key's first byte among those of [`Table::firsts`].
const fn bucket(byte: u8) -> usize {
    if byte.is_ascii() {
        byte as usize
    } else {
        FIRST_BYTES - 1
    }
}

/// See [`Table::firsts`]. Empty lines and lines out of order are [`Table::check`]'s to find.
const fn firsts(data: &[u8]) -> [u16; FIRST_BYTES + 1] {
    let mut firsts = [data.len() as u16; FIRST_BYTES + 1];
    let mut next = 0;
    let mut at = 0;
    while at < data.len() {
        if at == 0 || data[at - 1] == b'\n' {
            while next <= bucket(data[at]) {
                firsts[next] = at as u16;
                next += 1;
            }
        }
        at += 1;
    }
    firsts
}

/// Whether the key of the line at the front of `data` comes before `key`, and how many bytes that took to read.
fn comes_before(data: &[u8], key: &[u8]) -> (bool, usize) {
    for (i, &wanted) in key.iter().enumerate() {
        match data.get(i) {
            None | Some(b'\t' | b'\n') => return (true, i),
            Some(&found) if found != wanted => return (found < wanted, i),
            Some(_) => {}
        }
    }
    (false, key.len())
}

fn entry(line: &str) -> (&str, &str) {
    line.split_once('\t').unwrap_or((line, ""))
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn entries_are_found_whatever_they_begin_with() {
        let table = Table::new("# odd ones\n'll\tb\na\nab\tx\tz\nb\nél\té\n•\tdot\n");
        let cases = [
            ("'ll", Some("b")),
            ("a", Some("")),
            ("ab", Some("x\tz")),
            ("b", Some("")),
            ("él", Some("é")),
            ("•", Some("dot")),
            ("", None),
            ("abc", None),
            ("c", None),
            ("é", None),
            ("~", None),
        ];
        for (key, value) in cases {
            assert_eq!(table.get(key), value, "{key}");
        }
        assert_eq!(table.check(), Ok(()));
        let starts = [
            ("'", true),
            ("é", true),
            ("ac", false),
            ("z", false),
            ("", true),
        ];
        for (start, found) in starts {
            assert_eq!(table.has_prefix(start), found, "{start}");
        }
        assert_eq!(Table::new("").get("a"), None);
    }
}
