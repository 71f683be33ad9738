//! Counts of what people did, without cookie, address or identifier: more users, not more posts.

use loa_plan::{ActorId, AudienceId, GuideId, PlanId};

use crate::word::words;

words! {
    /// What somebody did with a guide.
    ///
    /// Whether a dossier was really filed only the national portal knows; what is counted here is what people say.
    Deed, "deed" {
        /// The first step of a guide was left for the next one.
        "guide-started" => GuideStarted,
        /// The last step was reached.
        "guide-finished" => GuideFinished,
        /// The link to where one files was followed.
        "went-to-portal" => WentToPortal,
        /// Back on the page, somebody said: nộp được.
        "said-filed" => SaidFiled,
        /// Back on the page, somebody said: chưa nộp được.
        "said-not-filed" => SaidNotFiled,
    }
}

words! {
    /// Why somebody could not file: `chưa, vì…`.
    Obstacle, "reason for not filing" {
        /// Chưa đăng nhập được.
        "sign-in" => SignIn,
        /// Thiếu giấy tờ.
        "papers" => Papers,
        /// Chưa thanh toán được.
        "payment" => Payment,
        /// Trang báo lỗi, chạy chậm.
        "fault" => Fault,
        /// Chưa hiểu cách làm.
        "unclear" => Unclear,
        /// Chưa có thời gian.
        "time" => Time,
        /// Lý do khác.
        "other" => Other,
    }
}

impl Obstacle {
    /// In words that go on after `chưa, vì`.
    #[must_use]
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::SignIn => "chưa đăng nhập được",
            Self::Papers => "còn thiếu giấy tờ",
            Self::Payment => "chưa thanh toán được",
            Self::Fault => "trang báo lỗi hoặc quá chậm",
            Self::Unclear => "chưa hiểu cách làm",
            Self::Time => "chưa có thời gian",
            Self::Other => "lý do khác",
        }
    }
}

/// What `POST /api/counts` takes; nothing in it tells one person from another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountEvent {
    /// The plan of the campaign.
    pub campaign: PlanId,
    /// The agency on whose portal it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
    /// The guide.
    pub guide: GuideId,
    /// The audience that the page is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<AudienceId>,
    /// What was done.
    pub deed: Deed,
    /// Why not, for [`Deed::SaidNotFiled`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obstacle: Option<Obstacle>,
}

/// Why an event cannot be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidCount {
    /// A reason for not filing, and the deed is another.
    #[error("`obstacle` goes with `said-not-filed` alone; leave it out")]
    ObstacleElsewhere,
}

/// One row of what `GET /api/counts` gives.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CountRow {
    /// What was counted.
    #[serde(flatten)]
    pub event: CountedEvent,
    /// How often.
    pub count: u64,
}

/// What was counted: an event without its campaign, which is asked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct CountedEvent {
    /// The agency.
    pub actor: Option<ActorId>,
    /// The guide.
    pub guide: GuideId,
    /// The audience.
    pub audience: Option<AudienceId>,
    /// What was done.
    pub deed: Deed,
    /// Why not.
    pub obstacle: Option<Obstacle>,
}

impl CountEvent {
    /// Holds the parts against each other.
    ///
    /// # Errors
    /// [`InvalidCount`] when they do not go together.
    pub fn check(&self) -> Result<(), InvalidCount> {
        if self.obstacle.is_some() && self.deed != Deed::SaidNotFiled {
            return Err(InvalidCount::ObstacleElsewhere);
        }
        Ok(())
    }

    /// What is counted.
    #[must_use]
    pub fn counted(&self) -> CountedEvent {
        let Self { actor, guide, audience, deed, obstacle, .. } = self.clone();
        CountedEvent { actor, guide, audience, deed, obstacle }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_goes_with_not_having_filed() {
        let json = r#"{"campaign":"ke-hoach","guide":"khai-sinh","deed":"said-not-filed","obstacle":"payment"}"#;
        let mut event: CountEvent = serde_json::from_str(json).unwrap();
        assert_eq!(event.check(), Ok(()));
        assert_eq!(serde_json::to_string(&event).unwrap(), json);
        event.deed = Deed::SaidFiled;
        assert_eq!(event.check().unwrap_err().to_string(), "`obstacle` goes with `said-not-filed` alone; leave it out");
    }

    #[test]
    fn an_identifier_is_not_taken() {
        let json = r#"{"campaign":"ke-hoach","guide":"khai-sinh","deed":"guide-started","visitor":"42"}"#;
        assert!(serde_json::from_str::<CountEvent>(json).is_err());
    }

    #[test]
    fn a_row_is_flat() {
        let event = CountedEvent {
            actor: None,
            guide: GuideId::new("khai-sinh").unwrap(),
            audience: None,
            deed: Deed::GuideStarted,
            obstacle: None,
        };
        let json = serde_json::to_string(&CountRow { event, count: 3 }).unwrap();
        assert_eq!(
            json,
            r#"{"actor":null,"guide":"khai-sinh","audience":null,"deed":"guide-started","obstacle":null,"count":3}"#
        );
    }
}
