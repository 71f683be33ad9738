//! An answer as an officer wrote it, before anybody has reviewed it for the public.

use loa_feedback::public::AnswerLink;
use loa_feedback::{Moment, ReceiptCode};
use loa_plan::{ActorId, PlanId, Zone};

use super::entry::read;
use super::{Statement, Store, StoreError};

/// An answer as it was written. Never part of an answer to the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its text.
    pub text: String,
    /// What shows that something was done.
    pub links: Vec<AnswerLink>,
    /// The unit that answers.
    pub unit: ActorId,
    /// When it did.
    pub at: Moment,
}

#[derive(sqlx::FromRow)]
struct Row {
    text: String,
    links: String,
    unit: String,
    at: i64,
}

const ONE: &str = "SELECT text, links, unit, at FROM answer WHERE campaign = $1 AND code = $2";

/// The last answer is the one that holds; what was published of an earlier one stays until somebody publishes again.
const PUT: &str = "INSERT INTO answer (campaign, code, text, links, unit, at) VALUES ($1, $2, $3, $4, $5, $6) \
    ON CONFLICT (campaign, code) DO UPDATE SET text = excluded.text, links = excluded.links, unit = excluded.unit, \
    at = excluded.at";

impl Answer {
    /// The statement that keeps it in the place of an earlier one.
    #[must_use]
    pub fn put(&self, campaign: &PlanId, code: &ReceiptCode) -> Statement {
        Statement::new(PUT)
            .bind(campaign.as_str())
            .bind(code.digits())
            .bind(self.text.as_str())
            .bind(serde_json::to_string(&self.links).unwrap_or_else(|_| "[]".to_owned()))
            .bind(self.unit.as_str())
            .bind(self.at.unix())
    }
}

impl Store {
    /// The answer as it was written; none when there is none, or when it went with its sender.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn answer(
        &self,
        campaign: &PlanId,
        code: &ReceiptCode,
        zone: Zone,
    ) -> Result<Option<Answer>, StoreError> {
        let rows: Vec<Row> = self.rows(Statement::new(ONE).bind(campaign.as_str()).bind(code.digits())).await?;
        rows.into_iter().next().map(|row| row.answer(zone)).transpose()
    }
}

impl Row {
    fn answer(self, zone: Zone) -> Result<Answer, StoreError> {
        let links = serde_json::from_str(&self.links).map_err(|error| sqlx::Error::Decode(error.into()))?;
        Ok(Answer { text: self.text, links, unit: read(self.unit)?, at: Moment::from_unix(self.at, zone) })
    }
}
