//! The record of events: who did what and when. A line is written once; the engines refuse to change or delete one.

use loa_feedback::status::{Role, Status};
use loa_feedback::{Moment, ReceiptCode};
use loa_plan::{PlanId, Zone};

use super::entry::read;
use super::{Statement, Store, StoreError};

/// A line of the record. It holds no personal data of a sender, so it never has to be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// In which role.
    pub role: Role,
    /// Which user of the desk; none for the sender and the clock.
    pub who: Option<String>,
    /// What: `receive`, the kinds of events of the status machine, and what a desk adds, such as `publish` or `read`.
    pub what: String,
    /// More about it, as JSON.
    pub detail: Option<String>,
    /// The status before; none when it came in.
    pub from: Option<Status>,
    /// The status after.
    pub to: Status,
}

#[derive(sqlx::FromRow)]
struct Row {
    at: i64,
    role: String,
    who: Option<String>,
    what: String,
    detail: Option<String>,
    from_status: Option<String>,
    to_status: String,
}

const INSERT: &str = "INSERT INTO event (campaign, code, number, at, role, who, what, detail, from_status, to_status) \
    SELECT $1, $2, CAST(coalesce(max(number) + 1, 0) AS BIGINT), $3, $4, $5, $6, $7, $8, $9 \
    FROM event WHERE campaign = $1 AND code = $2";

const ALL: &str = "SELECT at, role, who, what, detail, from_status, to_status FROM event \
    WHERE campaign = $1 AND code = $2 ORDER BY number";

impl Event {
    /// The statement that adds the line, for a group of its own.
    #[must_use]
    pub fn insert(&self, campaign: &PlanId, code: &ReceiptCode) -> Statement {
        Statement::new(INSERT)
            .bind(campaign.as_str())
            .bind(code.digits())
            .bind(self.at.unix())
            .bind(self.role.as_str())
            .bind(self.who.clone())
            .bind(self.what.as_str())
            .bind(self.detail.clone())
            .bind(self.from.map(|status| status.as_str().to_owned()))
            .bind(self.to.as_str())
    }
}

impl Store {
    /// Everything that happened to a feedback, in order.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn events(&self, campaign: &PlanId, code: &ReceiptCode, zone: Zone) -> Result<Vec<Event>, StoreError> {
        let question = Statement::new(ALL).bind(campaign.as_str()).bind(code.digits());
        let rows: Vec<Row> = self.rows(question).await?;
        rows.into_iter().map(|row| row.event(zone)).collect()
    }
}

impl Row {
    fn event(self, zone: Zone) -> Result<Event, StoreError> {
        Ok(Event {
            at: Moment::from_unix(self.at, zone),
            role: read(self.role)?,
            who: self.who,
            what: self.what,
            detail: self.detail,
            from: self.from_status.map(read).transpose()?,
            to: read(self.to_status)?,
        })
    }
}
