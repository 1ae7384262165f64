//! Bugs planted on purpose: each target has one that it must find, or it finds nothing (`cargo xtask fuzz --planted`).

use std::sync::LazyLock;

/// Whether they are there.
static PLANTED: LazyLock<bool> =
    LazyLock::new(|| std::env::var_os("NUTGRAF_PLANTED_BUGS").is_some());

/// `bug` done to `value` when bugs are planted.
pub fn plant<T>(value: &mut T, bug: impl FnOnce(&mut T)) {
    if *PLANTED {
        bug(value);
    }
}
