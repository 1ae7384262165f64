//! Who did what to whom, where, when, with what and why: every construction that [`nutgraf::fact`] reads.

use crate::cases::check;

#[test]
fn roles() {
    check(include_str!("roles.cases"), 150);
}
