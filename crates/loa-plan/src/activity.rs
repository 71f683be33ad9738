//! What is done.

use crate::{ActivityId, ActorId, AudienceId, ChannelId, Cite, PhaseId, Text, TopicId};

/// The kinds of activities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ActivityKind {
    /// Chiến dịch truyền thông.
    Campaign,
    /// Tập huấn, bồi dưỡng.
    Training,
    /// Livestream hướng dẫn.
    Livestream,
    /// Video ngắn.
    Video,
    /// Chuyên trang, chuyên mục.
    PressColumn,
    /// Huy động tài trợ.
    Sponsorship,
    /// Hỗ trợ, hướng dẫn trực tiếp hoặc tự động.
    Support,
    /// Điều phối, hướng dẫn, cung cấp thông tin.
    Coordination,
    /// Đánh giá.
    Evaluation,
    /// Anything else.
    Other,
}

/// Something that is done (hoạt động).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its id within the plan.
    pub id: ActivityId,
    /// Its kind.
    pub kind: ActivityKind,
    /// What is done.
    pub title: Text,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<ActorId>,
    /// In which phases; none means in all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<PhaseId>,
    /// For whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<AudienceId>,
    /// By which channels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<ChannelId>,
    /// About what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    /// What shows that it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Text>,
    /// Where it is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
