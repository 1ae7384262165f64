/// What positions in a text are counted in, outside this crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Unit {
    /// UTF-16 code units: JavaScript, Java, C#.
    #[default]
    Utf16,
    /// Code points: Python, W3C Web Annotation.
    Codepoint,
    /// Bytes of UTF-8: Rust, Go, C.
    Byte,
}

impl Unit {
    /// All units.
    pub const ALL: [Self; 3] = [Self::Utf16, Self::Codepoint, Self::Byte];

    /// Its name in reports: `utf16`, `codepoint`, `byte`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "utf16",
            Self::Codepoint => "codepoint",
            Self::Byte => "byte",
        }
    }

    /// The unit with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == name)
    }

    /// How many units a character takes.
    const fn width(self, character: char) -> usize {
        match self {
            Self::Utf16 => character.len_utf16(),
            Self::Codepoint => 1,
            Self::Byte => character.len_utf8(),
        }
    }
}

/// Bytes between two marks of the index: a look-up walks over at most so many.
const STEP: usize = 64;

/// The way between byte offsets of one text and offsets in another unit, both ways.
///
/// Made in one pass over the text; a look-up then takes constant time (to the unit) or logarithmic time (back).
/// ASCII text needs no index.
///
/// ```
/// use nutgraf::text::{Offsets, Unit};
/// let text = "Köln 🇨🇭 says";
/// let offsets = Offsets::new(text, Unit::Utf16);
/// assert_eq!(offsets.from_byte(15), 10);
/// assert_eq!(offsets.to_byte(10), 15);
/// assert_eq!(Offsets::new(text, Unit::Codepoint).from_byte(15), 8);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: Unit,
    /// Where the k-th step of bytes begins: the first character boundary at or after `k × STEP`, in bytes and in the unit.
    marks: Vec<(usize, usize)>,
}

impl<'t> Offsets<'t> {
    /// An index for `text`. O(length).
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut marks = Vec::new();
        if unit != Unit::Byte && !text.is_ascii() {
            let mut position = 0;
            for (byte, character) in text.char_indices() {
                if byte >= marks.len() * STEP {
                    marks.push((byte, position));
                }
                position += unit.width(character);
            }
        }
        Self { text, unit, marks }
    }

    /// The byte offset `byte` in the unit; an offset within a character counts as its start, one beyond the text as its end.
    pub fn from_byte(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let mark = (byte / STEP).min(self.marks.len().saturating_sub(1));
        let Some(&(mut start, mut position)) = self.marks.get(mark) else {
            return byte;
        };
        if start > byte {
            (start, position) = self.marks[mark - 1];
        }
        for character in self.text[start..].chars() {
            start += character.len_utf8();
            if start > byte {
                break;
            }
            position += self.unit.width(character);
        }
        position
    }

    /// The byte offset of `position`. A position within a character (half a surrogate pair) gives a byte within it, one beyond
    /// the text gives a byte beyond the text: neither can slice the text, and neither is hidden.
    pub fn to_byte(&self, position: usize) -> usize {
        let mark = self.marks.partition_point(|&(_, at)| at <= position);
        let Some(&(mut byte, mut at)) = mark.checked_sub(1).and_then(|i| self.marks.get(i)) else {
            return position;
        };
        for character in self.text[byte..].chars() {
            if at == position {
                return byte;
            }
            let next = at + self.unit.width(character);
            if next > position {
                return byte + 1;
            }
            byte += character.len_utf8();
            at = next;
        }
        byte.saturating_add(position - at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_goes_there_and_back() {
        let long = "ü🇨🇭a ".repeat(100);
        for text in ["", "plain", "Köln 🇨🇭 says", "🇨🇭", &long] {
            for unit in Unit::ALL {
                let offsets = Offsets::new(text, unit);
                let mut position = 0;
                for (byte, character) in text.char_indices() {
                    assert_eq!(offsets.from_byte(byte), position);
                    assert_eq!(offsets.to_byte(position), byte);
                    position += unit.width(character);
                }
                assert_eq!(offsets.from_byte(text.len()), position);
                assert_eq!(offsets.to_byte(position), text.len());
            }
        }
    }

    #[test]
    fn half_a_pair_and_beyond_the_end_slice_nothing() {
        let text = "a🙂b";
        let offsets = Offsets::new(text, Unit::Utf16);
        assert!(!text.is_char_boundary(offsets.to_byte(2)));
        assert!(offsets.to_byte(5) > text.len());
        assert!(Offsets::new("abc", Unit::Utf16).to_byte(9) > 3);
    }
}
