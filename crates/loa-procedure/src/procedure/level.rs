//! How much of a procedure is done online.

/// How much is done online (mức độ cung cấp dịch vụ công trực tuyến).
///
/// # Source
/// Nghị định 224/2026/NĐ-CP, Điều 14: what is offered in part says why, and on which legal basis.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Level {
    /// All of it, the result included (toàn trình).
    Whole,
    /// Part of it (một phần).
    Partial {
        /// Why not all of it, when that is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// On which legal basis, when that is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        basis: Option<String>,
    },
    /// Nothing: the catalogue has ways of filing, and none of them is online.
    None,
}

impl Level {
    /// The level as people here say it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Whole => "Trực tuyến toàn trình",
            Self::Partial { .. } => "Trực tuyến một phần",
            Self::None => "Chưa nộp được trực tuyến",
        }
    }
}
