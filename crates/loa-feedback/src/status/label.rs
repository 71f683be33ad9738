//! What an agency calls each status: a closed set for machines, open words for people.

use loa_plan::Text;

use super::Status;

/// The words for the status of a feedback; what a campaign leaves out has the words of [`Labels::default_for`].
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Labels {
    /// For [`Status::Received`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<Text>,
    /// For [`Status::Accepted`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Text>,
    /// For [`Status::Forwarded`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forwarded: Option<Text>,
    /// For [`Status::Answered`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<Text>,
    /// For [`Status::Reopened`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reopened: Option<Text>,
    /// For [`Status::Closed`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Text>,
}

loa_plan::read_record!(Labels { received, accepted, forwarded, answered, reopened, closed });

impl Labels {
    /// What the agency calls a status, in a language.
    ///
    /// ```
    /// # use loa_feedback::{Status, status::Labels};
    /// let labels = Labels { accepted: Some("Đang xử lý".into()), ..Labels::default() };
    /// assert_eq!(labels.get(Status::Accepted, "vi"), "Đang xử lý");
    /// assert_eq!(labels.get(Status::Received, "vi"), "Đã nhận");
    /// ```
    #[must_use]
    pub fn get(&self, status: Status, language: &str) -> &str {
        let own = match status {
            Status::Received => &self.received,
            Status::Accepted => &self.accepted,
            Status::Forwarded => &self.forwarded,
            Status::Answered => &self.answered,
            Status::Reopened => &self.reopened,
            Status::Closed => &self.closed,
        };
        own.as_ref().map_or(Self::default_for(status), |text| text.get(language))
    }

    /// The Vietnamese words for a status that an agency has no words for.
    #[must_use]
    pub fn default_for(status: Status) -> &'static str {
        match status {
            Status::Received => "Đã nhận",
            Status::Accepted => "Đã tiếp nhận, đang xử lý",
            Status::Forwarded => "Đã chuyển đến đơn vị xử lý",
            Status::Answered => "Đã trả lời",
            Status::Reopened => "Đang xem xét lại",
            Status::Closed => "Đã kết thúc",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_status_has_words_and_a_sign_of_its_own() {
        let words: std::collections::BTreeSet<_> = Status::ALL.iter().map(|s| Labels::default_for(*s)).collect();
        assert_eq!(words.len(), Status::ALL.len());
        let signs: std::collections::BTreeSet<_> = Status::ALL.iter().map(|status| status.sign()).collect();
        assert_eq!(signs.len(), Status::ALL.len());
    }
}
