//! How sure a source is, whether it affirms or denies, and whether it speaks of what is, will be, or should be.

use crate::cases::check;

#[test]
fn certainty() {
    check(include_str!("certainty.cases"), 100);
}
