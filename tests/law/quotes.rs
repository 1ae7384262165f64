//! Quotation marks as a reader sees them, found by another way than the product's.

use nutgraf::Span;

/// Marks that open, and those that close them.
const PAIRS: [(char, char); 3] = [('“', '”'), ('«', '»'), ('»', '«')];

/// The quotations of a paragraph whose marks balance.
pub struct Quotes(Vec<Span>);

impl Quotes {
    /// The quotations in the paragraph; `None` where a mark is left open or mistyped.
    pub fn of(paragraph: Span, text: &str) -> Option<Self> {
        let mut found = Vec::new();
        let mut open: Option<(usize, char)> = None;
        for (at, mark) in paragraph.of(text).char_indices() {
            let at = paragraph.start + at;
            match open {
                Some((start, closing)) if closing == mark => {
                    found.push(Span::new(start, at));
                    open = None;
                }
                None => open = closing(mark).map(|closing| (at + mark.len_utf8(), closing)),
                Some(_) => {}
            }
            if open.is_none()
                && PAIRS.iter().any(|(_, closing)| *closing == mark)
                && !ended(&found, at)
            {
                return None;
            }
        }
        open.is_none().then_some(Self(found))
    }

    /// The words inside the marks.
    pub fn inside(&self) -> impl Iterator<Item = Span> {
        self.0.iter().copied()
    }

    /// Whether the place is inside a quotation.
    pub fn holds(&self, place: usize) -> bool {
        self.inside().any(|it| it.start < place && place < it.end)
    }
}

fn ended(found: &[Span], at: usize) -> bool {
    found.last().is_some_and(|last| last.end == at)
}

/// The mark that closes what this one opens.
fn closing(mark: char) -> Option<char> {
    if mark == '"' {
        return Some('"');
    }
    let pair = PAIRS.iter().find(|(opening, _)| *opening == mark);
    pair.map(|(_, closing)| *closing)
}

/// Whether every mark that opens is closed.
pub fn balance(text: &str) -> bool {
    Quotes::of(Span::new(0, text.len()), text).is_some()
}
