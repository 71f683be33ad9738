//! A small plan that is right; the tests change it.

pub(crate) const SMALL: &str = include_str!("../fixtures/small.toml");

/// The plan with one place changed.
#[track_caller]
pub(crate) fn changed(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "`{from}` is not in the small plan");
    SMALL.replacen(from, to, 1)
}
