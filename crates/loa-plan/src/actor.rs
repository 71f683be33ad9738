//! Who carries the plan out.

use chrono::NaiveDate;

use crate::{ActorId, Cite, Count, Known, Text};

/// The kinds of actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ActorKind {
    /// Cơ quan chủ trì.
    Lead,
    /// Sở, ban, ngành.
    Department,
    /// Quận, huyện, thị xã; until 30/6/2025.
    District,
    /// Xã, phường.
    Commune,
    /// Cơ quan báo chí.
    Press,
    /// Tổ chức chính trị – xã hội, đoàn thể.
    Organisation,
    /// Trường học.
    School,
    /// Doanh nghiệp.
    Business,
    /// Nhà tài trợ.
    Sponsor,
    /// Anything else.
    Other,
}

/// What an actor is charged with.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// The duty in words.
    pub text: Text,
    /// Where it is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}

/// An agency or organisation, or a group of them (cơ quan, đơn vị).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// Its id within the plan.
    pub id: ActorId,
    /// Its kind.
    pub kind: ActorKind,
    /// Its name.
    pub title: Text,
    /// How many there are, when the entry stands for a group; one when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Known<Count>>,
    /// The group that this one belongs to: the group's duties and obligations are its own too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member_of: Option<ActorId>,
    /// The first day on which it exists; always when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub from: Option<NaiveDate>,
    /// The last day on which it exists; without end when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub until: Option<NaiveDate>,
    /// Who takes over afterwards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<ActorId>,
    /// What it is charged with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Duty>,
    /// Its website, `https://…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Where it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
