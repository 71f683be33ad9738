//! Writing a plan: the text that a person would have written, which reads back as the same plan.

#[cfg(feature = "json")]
mod json;
#[cfg(feature = "toml")]
mod toml;
mod tree;

use crate::Plan;

impl Plan {
    /// The plan as TOML, for people.
    #[cfg(feature = "toml")]
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::text(&tree::of(self))
    }

    /// The plan as JSON, for machines.
    #[cfg(feature = "json")]
    #[must_use]
    pub fn to_json(&self) -> String {
        json::text(&tree::of(self))
    }
}
