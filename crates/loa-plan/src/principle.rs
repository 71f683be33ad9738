//! How it must be done.

use crate::{Cite, PrincipleId, Text};

/// The kinds of principles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PrincipleKind {
    /// Dễ hiểu, đơn giản.
    Simple,
    /// Trực quan.
    Visual,
    /// Thực chất, tránh hình thức.
    Substantive,
    /// Minh bạch, công khai.
    Open,
    /// Anything else.
    Other,
}

/// A requirement on how things are done (yêu cầu, nguyên tắc).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Principle {
    /// Its id within the plan.
    pub id: PrincipleId,
    /// Its kind.
    pub kind: PrincipleKind,
    /// The requirement in words.
    pub title: Text,
    /// The rules of `loa check` that watch it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<String>,
    /// Where it is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
