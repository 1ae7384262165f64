/// A sorted word list read in place: no parsing, no memory, nothing to do at start.
///
/// The data is text, one entry a line, `key<TAB>value` (or only `key`), lines sorted by key as bytes, each key once.
/// Leading lines that start with `#` are comments (what the list is, where it is from).
///
/// ```
/// use nutgraf::lexicon::Table;
/// const UNITS: Table = Table::new("# units\nkilometre\tkm\nmetre\tm\nmile\tmi\n");
/// assert_eq!(UNITS.get("metre"), Some("m"));
/// assert_eq!(UNITS.get("met"), None);
/// assert!(UNITS.contains("mile"));
/// assert!(UNITS.has_prefix("kilo"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Table {
    data: &'static str,
}

impl Table {
    /// A table over `data`; see the type for its form. [`Table::check`] is the test that it keeps to it.
    pub const fn new(data: &'static str) -> Self {
        Self {
            data: without_comments(data),
        }
    }

    /// The value of `key` (`""` for an entry without one), by binary search: O(log n) comparisons.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        let (found, value) = self.first_from(key)?;
        (found == key).then_some(value)
    }

    /// Whether an entry begins with `start`.
    pub fn has_prefix(&self, start: &str) -> bool {
        self.first_from(start)
            .is_some_and(|(found, _)| found.starts_with(start))
    }

    /// The first entry that does not come before `key`.
    fn first_from(&self, key: &str) -> Option<(&'static str, &'static str)> {
        let data = self.data.as_bytes();
        let (mut low, mut high) = (0, data.len());
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
        (low < data.len()).then(|| entry(line_at(self.data, low)))
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

/// The line that starts at `start`.
fn line_at(data: &str, start: usize) -> &str {
    data[start..].lines().next().unwrap_or("")
}

fn entry(line: &str) -> (&str, &str) {
    line.split_once('\t').unwrap_or((line, ""))
}
