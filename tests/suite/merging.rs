//! Which mentions are one event, what their claims give, where they differ, and how events stand to each other.

use crate::cases::check;

#[test]
fn merging() {
    check(include_str!("merging.cases"), 60);
}
