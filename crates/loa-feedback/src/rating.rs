//! Ratings of information: one tap, no identifier.

use loa_plan::{ActorId, PlanId};

use crate::submission::{Field, IdempotencyKey, Problems};
use crate::word::words;

words! {
    /// How satisfied somebody is with the information of a page.
    Satisfaction, "level of satisfaction" {
        /// Hài lòng.
        "satisfied" => Satisfied,
        /// Bình thường.
        "neutral" => Neutral,
        /// Chưa hài lòng.
        "dissatisfied" => Dissatisfied,
    }
}

impl Satisfaction {
    /// In words.
    #[must_use]
    pub fn vietnamese(self) -> &'static str {
        match self {
            Self::Satisfied => "Hài lòng",
            Self::Neutral => "Bình thường",
            Self::Dissatisfied => "Chưa hài lòng",
        }
    }
}

/// The longest comment, in characters.
pub const MAX_COMMENT: usize = 500;

/// The longest name of what is rated, in characters.
pub const MAX_SUBJECT: usize = 128;

/// What `POST /api/ratings` takes: no field of it says who rates.
///
/// The key is made anew for each rating, so it tells a repeat from a second rating and nobody from anybody else; a service
/// forgets it soon and never stores it.
///
/// # Source
/// Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3 điểm b: people rate the information, and who they are is kept secret.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Rating {
    /// What makes a repeat harmless whose answer was lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idempotency_key: Option<IdempotencyKey>,
    /// The plan of the campaign.
    pub campaign: PlanId,
    /// The agency on whose portal the information stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<ActorId>,
    /// What is rated, as the page names it: `guide/khai-sinh`.
    pub subject: String,
    /// How satisfied.
    pub satisfaction: Satisfaction,
    /// What the person adds; never published without review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// How many rated how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct RatingCounts {
    /// Hài lòng.
    pub satisfied: u64,
    /// Bình thường.
    pub neutral: u64,
    /// Chưa hài lòng.
    pub dissatisfied: u64,
}

impl Rating {
    /// Holds the free parts against their limits.
    ///
    /// # Errors
    /// [`Problems`] with everything that is wrong.
    pub fn check(&self) -> Result<(), Problems> {
        let mut problems = Problems::default();
        let sign = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'/';
        if self.subject.is_empty() || self.subject.len() > MAX_SUBJECT || !self.subject.bytes().all(sign) {
            problems.add(
                Field::Subject,
                "Trang này chưa ghi rõ nội dung được đánh giá. Xin báo cho cơ quan quản lý trang.",
            );
        }
        if self.comment.as_ref().is_some_and(|comment| comment.chars().count() > MAX_COMMENT) {
            problems.add(Field::Comment, "Ý kiến thêm dài quá 500 ký tự. Xin viết gọn lại.");
        }
        if problems.errors.is_empty() { Ok(()) } else { Err(problems) }
    }
}

impl RatingCounts {
    /// One more.
    pub fn add(&mut self, satisfaction: Satisfaction) {
        let count = match satisfaction {
            Satisfaction::Satisfied => &mut self.satisfied,
            Satisfaction::Neutral => &mut self.neutral,
            Satisfaction::Dissatisfied => &mut self.dissatisfied,
        };
        *count = count.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rating(subject: &str, comment: Option<String>) -> Rating {
        let campaign = PlanId::new("ke-hoach").unwrap();
        let subject = subject.to_owned();
        Rating { idempotency_key: None, campaign, actor: None, subject, satisfaction: Satisfaction::Neutral, comment }
    }

    #[test]
    fn a_rating_names_what_it_is_about_and_keeps_short() {
        assert_eq!(rating("guide/khai-sinh", None).check(), Ok(()));
        let wrong = rating("<script>", Some("a".repeat(501))).check().unwrap_err();
        assert_eq!(
            wrong.to_string(),
            "subject: Trang này chưa ghi rõ nội dung được đánh giá. Xin báo cho cơ quan quản lý trang.\n\
             comment: Ý kiến thêm dài quá 500 ký tự. Xin viết gọn lại."
        );
    }

    #[test]
    fn one_tap_is_enough_on_the_wire() {
        let json = r#"{"campaign":"ke-hoach","subject":"guide/khai-sinh","satisfaction":"satisfied"}"#;
        let rating: Rating = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&rating).unwrap(), json);
        let mut counts = RatingCounts::default();
        counts.add(rating.satisfaction);
        assert_eq!(counts, RatingCounts { satisfied: 1, ..RatingCounts::default() });
        assert_eq!(rating.satisfaction.vietnamese(), "Hài lòng");
        let short = json.replace('{', r#"{"idempotency_key":"abc","#);
        let error = serde_json::from_str::<Rating>(&short).unwrap_err().to_string();
        assert!(error.starts_with("the idempotency key must have 16 to 64 letters"), "{error}");
    }
}
