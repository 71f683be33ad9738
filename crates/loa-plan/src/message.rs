//! What the plan says, word for word.

use crate::{AudienceId, ChannelId, Cite, GuideId, MessageId, PhaseId, Text, TopicId};

/// A slogan, verbatim (thông điệp).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// Its id within the plan.
    pub id: MessageId,
    /// The words, exactly as decided.
    pub text: Text,
    /// The main message is shown always, to everybody.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub main: bool,
    /// Whom it is for; the main message needs none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<AudienceId>,
    /// In which phases it is used; none means in all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<PhaseId>,
    /// By which channels; none is a finding.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    /// The guides that let people do what it says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guides: Vec<GuideId>,
    /// Where it is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
