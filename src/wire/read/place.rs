//! Where in a report on the wire something stands: names and ids are looked up here, and errors say where.

use super::ReadError;

/// Where in the report something stands, for errors.
#[derive(Clone, Copy)]
pub(super) struct Place {
    list: &'static str,
    pub(super) index: usize,
}

impl Place {
    pub(super) const fn of(list: &'static str, index: usize) -> Self {
        Self { list, index }
    }

    pub(super) fn name(self) -> String {
        format!("{}[{}]", self.list, self.index)
    }

    pub(super) fn dangling(self, what: &'static str, found: impl ToString) -> ReadError {
        ReadError::Dangling {
            place: self.name(),
            what,
            found: found.to_string(),
        }
    }

    /// `found` looked up in a closed list.
    pub(super) fn named<T>(
        self,
        what: &'static str,
        found: &str,
        list: fn(&str) -> Option<T>,
    ) -> Result<T, ReadError> {
        list(found).ok_or_else(|| ReadError::Name {
            place: self.name(),
            what,
            found: found.to_owned(),
        })
    }

    /// The same where nothing need be there.
    pub(super) fn named_if<T>(
        self,
        what: &'static str,
        found: Option<&String>,
        list: fn(&str) -> Option<T>,
    ) -> Result<Option<T>, ReadError> {
        found.map(|it| self.named(what, it, list)).transpose()
    }

    /// The index behind an id such as `f1`.
    pub(super) fn id(
        self,
        what: &'static str,
        letter: char,
        id: &str,
        count: usize,
    ) -> Result<usize, ReadError> {
        id.strip_prefix(letter)
            .and_then(|number| number.parse::<usize>().ok()?.checked_sub(1))
            .filter(|&index| index < count)
            .ok_or_else(|| self.dangling(what, id))
    }
}

/// What `read` makes of each item of a list.
pub(super) fn each<W, T>(
    list: &'static str,
    items: &[W],
    read: impl Fn(Place, &W) -> Result<T, ReadError>,
) -> Result<Vec<T>, ReadError> {
    (items.iter().enumerate())
        .map(|(i, item)| read(Place::of(list, i), item))
        .collect()
}
