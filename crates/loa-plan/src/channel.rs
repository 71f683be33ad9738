//! By which way people are reached.

use crate::{ActorId, ChannelId, Cite, Text};

/// The groups of channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ChannelGroup {
    /// Báo chí, truyền hình, phát thanh.
    Press,
    /// Cổng thông tin điện tử, website chính thức.
    Portal,
    /// Mạng xã hội.
    Social,
    /// Ứng dụng số, nền tảng trực tuyến.
    App,
    /// Tổ chức chính trị – xã hội, truyền thông cộng đồng.
    Organisation,
    /// Trực tiếp tại cơ sở.
    InPerson,
    /// Anything else, for example a hotline.
    Other,
}

/// A concrete channel (kênh): a Zalo account, a hotline, a column in a newspaper.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Its id within the plan.
    pub id: ChannelId,
    /// The group it belongs to.
    pub group: ChannelGroup,
    /// Its name.
    pub title: Text,
    /// Whose channel it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
    /// Its address, `https://…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// A phone number as people dial it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// An e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// What a person should know: an extension, hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Whether people are sent here for help; shown at the end of each guide.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub help: bool,
    /// Where it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}
