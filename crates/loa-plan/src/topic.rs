//! What the plan speaks about.

use crate::{Cite, Text, TopicId};

/// The kinds of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TopicKind {
    /// Cơ chế, chính sách, văn bản pháp luật.
    Policy,
    /// Vai trò, ý nghĩa, lợi ích.
    Benefit,
    /// Hướng dẫn sử dụng.
    HowTo,
    /// An toàn thông tin, bảo mật dữ liệu.
    Safety,
    /// Đánh giá, phản hồi, cải thiện.
    Improvement,
    /// Anything else.
    Other,
}

/// A part of the content (nội dung).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its id within the plan.
    pub id: TopicId,
    /// Its kind.
    pub kind: TopicKind,
    /// Its name, as the plan has it.
    pub title: Text,
    /// Where it is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
