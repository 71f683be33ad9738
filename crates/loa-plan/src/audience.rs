//! Whom the plan speaks to.

use crate::{AudienceId, Cite, Text};

/// The three kinds that content is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AudienceKind {
    /// Người dân.
    Citizen,
    /// Doanh nghiệp.
    Business,
    /// Cán bộ, công chức, viên chức.
    Official,
}

/// What else is true of an audience, across the three kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum AudienceTag {
    /// Người cao tuổi.
    Elderly,
    /// Học sinh, sinh viên.
    Student,
    /// Người dân nông thôn.
    Rural,
    /// Người dân đô thị.
    Urban,
    /// Người ít dùng công nghệ.
    LowTech,
}

/// A group of people with their own messages (đối tượng).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// Its id within the plan.
    pub id: AudienceId,
    /// Which of the three kinds it is.
    pub kind: AudienceKind,
    /// Its name.
    pub title: Text,
    /// What else is true of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<AudienceTag>,
    /// Where it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
