//! The sender of a feedback, and the end of what is known about one.

use std::collections::HashMap;

use loa_feedback::consent::{Given, Purpose};
use loa_feedback::submission::{EmailAddress, PhoneNumber};
use loa_feedback::{Moment, ReceiptCode};
use loa_plan::PlanId;

use super::entry::read;
use super::inbox::of_codes;
use super::{Act, Entry, Event, Statement, Store, StoreError};

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

/// How somebody who asks about the own data is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// By a receipt code.
    Code(ReceiptCode),
    /// By the phone number that was given.
    Phone(PhoneNumber),
    /// By the e-mail address that was given.
    Email(EmailAddress),
}

/// A feedback of somebody who was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The plan of the campaign.
    pub campaign: PlanId,
    /// The receipt code.
    pub code: ReceiptCode,
    /// Who sent it.
    pub person: Person,
}

impl Person {
    /// The consents that were given.
    #[must_use]
    pub fn given(&self) -> Vec<Given> {
        self.consents.split(' ').filter_map(|given| given.parse().ok()).collect()
    }

    /// The consents without those for a purpose.
    fn without(&self, purpose: Purpose) -> String {
        let kept = self
            .consents
            .split(' ')
            .filter(|given| !given.parse::<Given>().is_ok_and(|given| given.purpose == purpose));
        kept.collect::<Vec<_>>().join(" ")
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    campaign: String,
    code: String,
    #[sqlx(flatten)]
    person: Person,
}

macro_rules! sent {
    ($by:literal) => {
        concat!(
            "SELECT campaign, code, name, address, phone, email, text, consents FROM person WHERE ",
            $by,
            " = $1 ORDER BY received_at, code"
        )
    };
}

const ONE: &str = "SELECT name, address, phone, email, text, consents FROM person WHERE campaign = $1 AND code = $2";

const KEY: &str = "SELECT key FROM receipt WHERE campaign = $1 AND code = $2";

const SEVERAL_SQLITE: &str = "SELECT code, name, address, phone, email, text, consents, campaign FROM person \
    WHERE campaign = $1 AND code IN (SELECT value FROM json_each($2))";

const SEVERAL_POSTGRES: &str = "SELECT code, name, address, phone, email, text, consents, campaign FROM person \
    WHERE campaign = $1 AND code = ANY(string_to_array(btrim(translate($2, '\"', ''), '[]'), ',') COLLATE \"C\")";

const ERASE_PERSON: &str = "DELETE FROM person WHERE campaign = $1 AND code = $2";

/// The key goes too: a key that a form without scripts gets is made of what was written.
const ERASE_RECEIPT: &str = "DELETE FROM receipt WHERE campaign = $1 AND code = $2";

const ERASE_ANSWER: &str = "DELETE FROM answer WHERE campaign = $1 AND code = $2";

const CONSENTS: &str = "UPDATE person SET consents = $1 WHERE campaign = $2 AND code = $3";

const EXPIRED: &str = "SELECT CAST(count(*) AS BIGINT) FROM person JOIN feedback \
    ON feedback.campaign = person.campaign AND feedback.code = person.code \
    WHERE person.campaign = $1 AND feedback.status = 'closed' AND feedback.since < $2";

const EXPIRED_ANSWERS: &str = "DELETE FROM answer WHERE campaign = $1 AND code IN \
    (SELECT code FROM feedback WHERE campaign = $1 AND status = 'closed' AND since < $2)";

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

    /// The key with which a feedback was sent; none when it went with the sender.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn key(&self, campaign: &PlanId, code: &ReceiptCode) -> Result<Option<String>, StoreError> {
        let question = Statement::new(KEY).bind(campaign.as_str()).bind(code.digits());
        let rows: Vec<(String,)> = self.rows(question).await?;
        Ok(rows.into_iter().next().map(|(key,)| key))
    }

    /// The senders of several feedbacks, by the digits of their codes; those that were erased are not in it.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn persons(
        &self,
        campaign: &PlanId,
        codes: impl Iterator<Item = &ReceiptCode>,
    ) -> Result<HashMap<String, Person>, StoreError> {
        let sql = self.by_engine(SEVERAL_SQLITE, SEVERAL_POSTGRES);
        let rows: Vec<Row> = self.rows(of_codes(sql, campaign, codes)).await?;
        Ok(rows.into_iter().map(|row| (row.code, row.person)).collect())
    }

    /// Everything that somebody has sent and that is not erased yet, in every campaign of the database.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn sent_by(&self, contact: &Contact) -> Result<Vec<Sent>, StoreError> {
        let question = match contact {
            Contact::Code(code) => Statement::new(sent!("code")).bind(code.digits()),
            Contact::Phone(phone) => Statement::new(sent!("phone")).bind(phone.as_str()),
            Contact::Email(email) => Statement::new(sent!("email")).bind(email.as_str()),
        };
        let rows: Vec<Row> = self.rows(question).await?;
        let sent = |Row { campaign, code, person }| Ok(Sent { campaign: read(campaign)?, code: read(code)?, person });
        rows.into_iter().map(sent).collect()
    }

    /// Erases what is known about the sender of a feedback together with what becomes of the feedback itself: `entry` is
    /// as it shall be, with the version that was read. What was written over is in SQLite's log until [`Store::forget`].
    ///
    /// # Errors
    /// [`StoreError::Stale`] when somebody else was faster, and nothing is changed; [`StoreError`] otherwise.
    pub async fn erase_and_change(&self, entry: &Entry, event: &Event, act: &Act) -> Result<(), StoreError> {
        let mut group = erasure(&entry.campaign, &entry.code);
        group.extend([entry.update(event.at), event.insert(&entry.campaign, &entry.code), act.insert()]);
        self.write(group).await
    }

    /// Takes a consent away together with what becomes of the feedback: `entry` is as it shall be, with the version that
    /// was read.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when somebody else was faster, and nothing is changed; [`StoreError`] otherwise.
    pub async fn withdraw(
        &self,
        (entry, person): (&Entry, &Person),
        purpose: Purpose,
        event: &Event,
        act: &Act,
    ) -> Result<(), StoreError> {
        let consents = Statement::new(CONSENTS)
            .bind(person.without(purpose))
            .bind(entry.campaign.as_str())
            .bind(entry.code.digits())
            .must_change_one();
        self.write(vec![consents, entry.update(event.at), event.insert(&entry.campaign, &entry.code), act.insert()])
            .await
    }

    /// Erases the senders of what was closed before a moment, records it, and says of how many.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot do it now; the next time does all of it.
    pub async fn erase_closed_before(&self, campaign: &PlanId, before: i64, now: Moment) -> Result<u64, StoreError> {
        let of = |sql| Statement::new(sql).bind(campaign.as_str()).bind(before);
        let counted: Vec<(i64,)> = self.rows(of(EXPIRED)).await?;
        let count = counted.first().map_or(0, |(count,)| *count);
        if count == 0 {
            return Ok(0);
        }
        let act = Act::by_nobody(now, "retention", Some(format!("{{\"erased\":{count}}}")));
        self.write(vec![of(EXPIRED_ANSWERS), of(EXPIRED_RECEIPTS), of(EXPIRED_PERSONS), act.insert()]).await?;
        Ok(u64::try_from(count).unwrap_or_default())
    }
}

/// The sender, what makes a repeat harmless, and the answer that may name the sender.
fn erasure(campaign: &PlanId, code: &ReceiptCode) -> Vec<Statement> {
    let of = |sql| Statement::new(sql).bind(campaign.as_str()).bind(code.digits());
    vec![of(ERASE_RECEIPT), of(ERASE_ANSWER), of(ERASE_PERSON).must_change_one()]
}
