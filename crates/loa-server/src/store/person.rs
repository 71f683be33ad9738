//! The sender of a feedback, and the end of what is known about one.

use loa_feedback::ReceiptCode;
use loa_plan::PlanId;

use super::{Event, Statement, Store, StoreError};

/// Who sent a feedback, what was written, and what was agreed to. Never part of an answer to the public.
#[derive(Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The address.
    pub address: String,
    /// The phone number.
    pub phone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The text as it was sent.
    pub text: String,
    /// The consents that were given, each as purpose and version, with spaces between: `answer@1 publish@1`.
    pub consents: String,
}

/// Without anything about the person, so that none gets into a log.
impl std::fmt::Debug for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Person(…)")
    }
}

const ONE: &str = "SELECT name, address, phone, email, text, consents FROM person WHERE campaign = $1 AND code = $2";

const ERASE_PERSON: &str = "DELETE FROM person WHERE campaign = $1 AND code = $2";

/// The key goes too: a key that a form without scripts gets is made of what was written.
const ERASE_RECEIPT: &str = "DELETE FROM receipt WHERE campaign = $1 AND code = $2";

const EXPIRED_RECEIPTS: &str = "DELETE FROM receipt WHERE campaign = $1 AND code IN \
    (SELECT person.code FROM person JOIN feedback ON feedback.campaign = person.campaign AND feedback.code = person.code \
    WHERE person.campaign = $1 AND feedback.status = 'closed' AND feedback.since < $2)";

const EXPIRED_PERSONS: &str = "DELETE FROM person WHERE campaign = $1 AND code IN \
    (SELECT code FROM feedback WHERE campaign = $1 AND status = 'closed' AND since < $2)";

impl Store {
    /// The sender of a feedback; none when that was erased.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn person(&self, campaign: &PlanId, code: &ReceiptCode) -> Result<Option<Person>, StoreError> {
        Ok(self.rows(Statement::new(ONE).bind(campaign.as_str()).bind(code.digits())).await?.pop())
    }

    /// Erases what is known about the sender of a feedback, and records that it was done.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when nothing was known any more; [`StoreError`] otherwise.
    pub async fn erase(&self, campaign: &PlanId, code: &ReceiptCode, event: &Event) -> Result<(), StoreError> {
        let of = |sql| Statement::new(sql).bind(campaign.as_str()).bind(code.digits());
        let group = vec![of(ERASE_RECEIPT), of(ERASE_PERSON).must_change_one(), event.insert(campaign, code)];
        self.write(group).await
    }

    /// Erases the senders of what was closed before a moment, in seconds since 1970-01-01 00:00 UTC.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot do it now; the next time does all of it.
    pub async fn erase_closed_before(&self, campaign: &PlanId, moment: i64) -> Result<(), StoreError> {
        let of = |sql| Statement::new(sql).bind(campaign.as_str()).bind(moment);
        self.write(vec![of(EXPIRED_RECEIPTS), of(EXPIRED_PERSONS)]).await
    }
}
