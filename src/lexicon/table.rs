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
        Self { data }
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
        let data = self.body();
        let (mut low, mut high) = (0, data.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = data.as_bytes()[..middle]
                .iter()
                .rposition(|&b| b == b'\n')
                .map_or(0, |i| i + 1);
            let (line, end) = line_at(data, start);
            if entry(line).0 < key {
                low = (end + 1).min(data.len());
            } else {
                high = start;
            }
        }
        (low < data.len()).then(|| entry(line_at(data, low).0))
    }

    /// Whether `key` is an entry.
    pub fn contains(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// All entries in order: key and value.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.body()
            .lines()
            .filter(|line| !line.is_empty())
            .map(entry)
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

    fn body(&self) -> &'static str {
        let mut rest = self.data;
        while rest.starts_with('#') {
            rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        }
        rest
    }
}

/// The line that starts at `start`, and where it ends.
fn line_at(data: &str, start: usize) -> (&str, usize) {
    let end = data.as_bytes()[start..]
        .iter()
        .position(|&b| b == b'\n')
        .map_or(data.len(), |i| start + i);
    (&data[start..end], end)
}

fn entry(line: &str) -> (&str, &str) {
    line.split_once('\t').unwrap_or((line, ""))
}
