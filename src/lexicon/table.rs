use std::sync::OnceLock;

/// A sorted word list read in place: nothing to do at start, and at the first question an index of four to eight bytes a line.
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
    index: OnceLock<Index>,
}

/// Where the keys' lines begin, by the keys' hashes: at the hash's place or, where others were there before, behind it.
#[derive(Clone, Debug)]
struct Index(Box<[u16]>);

/// No line begins here: a list is not that long.
const FREE: u16 = u16::MAX;

impl Table {
    /// A table over `data`; see the type for its form. [`Table::check`] is the test that it keeps to it.
    ///
    /// # Panics
    /// If `data` is longer than 65,535 bytes; in a `static`, that is an error of the compiler.
    pub const fn new(data: &'static str) -> Self {
        let data = without_comments(data);
        assert!(
            data.len() <= FREE as usize,
            "a word list is at most 65,535 bytes long"
        );
        Self {
            data,
            index: OnceLock::new(),
        }
    }

    /// The value of `key` (`""` for an entry without one).
    pub fn get(&self, key: &str) -> Option<&'static str> {
        if key.is_empty() {
            return None;
        }
        let index = self.index.get_or_init(|| Index::of(self.data));
        index.places(key).find_map(|line| {
            let rest = self.data[line..].strip_prefix(key)?;
            match rest.as_bytes().first() {
                Some(b'\t') => Some(&rest[1..rest.find('\n').unwrap_or(rest.len())]),
                Some(b'\n') | None => Some(""),
                _ => None,
            }
        })
    }

    /// Whether an entry begins with `start`: by binary search.
    pub fn has_prefix(&self, start: &str) -> bool {
        let rest = &self.data[self.first_from(start)..];
        !rest.is_empty() && rest.starts_with(start)
    }

    /// Where the first entry begins that does not come before `key`; the end of the data if there is none.
    fn first_from(&self, key: &str) -> usize {
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
pub(super) const fn without_comments(data: &str) -> &str {
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

/// The bytes of `text`, which is `N` bytes long, as data of their own.
pub(super) const fn copied<const N: usize>(text: &str) -> [u8; N] {
    let mut bytes = [0; N];
    bytes.copy_from_slice(text.as_bytes());
    bytes
}

impl Index {
    fn of(data: &str) -> Self {
        let lines = data.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let mut index = Self(vec![FREE; (2 * lines).next_power_of_two()].into());
        let mut at = 0;
        for line in data.split('\n') {
            let place = index.place(entry(line).0);
            let free = index.from(place).find(|&place| index.0[place] == FREE);
            if let Some(free) = free {
                index.0[free] = at as u16;
            }
            at += line.len() + 1;
        }
        index
    }

    /// Where lines begin that may be the key's.
    fn places(&self, key: &str) -> impl Iterator<Item = usize> {
        let lines = self.from(self.place(key)).map(|place| self.0[place]);
        lines.take_while(|&line| line != FREE).map(usize::from)
    }

    /// All places, this one first.
    fn from(&self, place: usize) -> impl Iterator<Item = usize> + use<> {
        let last = self.0.len() - 1;
        (0..=last).map(move |step| (place + step) & last)
    }

    fn place(&self, key: &str) -> usize {
        let mut hash = 0u64;
        for bytes in key.as_bytes().chunks(size_of::<u64>()) {
            let mut number = [0; size_of::<u64>()];
            number[..bytes.len()].copy_from_slice(bytes);
            hash = (hash.rotate_left(5) ^ u64::from_le_bytes(number))
                .wrapping_mul(0x517C_C1B7_2722_0A95);
        }
        // The high bits are the mixed ones.
        (hash >> 40) as usize & (self.0.len() - 1)
    }
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
