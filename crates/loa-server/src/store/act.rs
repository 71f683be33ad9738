//! The record of acts: who of the desk did what, on which feedback or on none. A line is written once.

use loa_feedback::{Moment, ReceiptCode};
use loa_plan::{PlanId, Zone};

use super::{Statement, Store, StoreError};

/// Something that was done. It holds no personal data of a sender, so it never has to be erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// When.
    pub at: Moment,
    /// Which user of the desk; none for a command and for the service itself.
    pub who: Option<String>,
    /// What: `sign-in`, `export`, `publish` and so on.
    pub what: String,
    /// The feedback that it was done to.
    pub on: Option<(PlanId, ReceiptCode)>,
    /// More about it, as JSON.
    pub detail: Option<String>,
}

/// A line of the record, with the number that tells which came first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActLine {
    /// Its number.
    pub number: i64,
    /// What was done.
    pub act: Act,
}

#[derive(sqlx::FromRow)]
struct Row {
    number: i64,
    at: i64,
    who: Option<String>,
    what: String,
    campaign: Option<String>,
    code: Option<String>,
    detail: Option<String>,
}

const INSERT: &str = "INSERT INTO act (at, who, what, campaign, code, detail) VALUES ($1, $2, $3, $4, $5, $6)";

const NEWEST: &str = "SELECT number, at, who, what, campaign, code, detail FROM act WHERE number < $1 \
    ORDER BY number DESC LIMIT $2";

impl Act {
    /// Something that a command or the service itself did.
    #[must_use]
    pub fn by_nobody(at: Moment, what: &str, detail: Option<String>) -> Self {
        Self { at, who: None, what: what.to_owned(), on: None, detail }
    }

    /// The statement that adds the line, for the group of what it records.
    #[must_use]
    pub fn insert(&self) -> Statement {
        let on = self.on.as_ref();
        Statement::new(INSERT)
            .bind(self.at.unix())
            .bind(self.who.clone())
            .bind(self.what.as_str())
            .bind(on.map(|(campaign, _)| campaign.as_str().to_owned()))
            .bind(on.map(|(_, code)| code.digits()))
            .bind(self.detail.clone())
    }
}

impl Store {
    /// Records something that changes nothing else.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on the disk.
    pub async fn record(&self, act: &Act) -> Result<(), StoreError> {
        self.write(vec![act.insert()]).await
    }

    /// The newest lines before a number, at most so many.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn acts(&self, before: Option<i64>, limit: usize, zone: Zone) -> Result<Vec<ActLine>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let question = Statement::new(NEWEST).bind(before.unwrap_or(i64::MAX)).bind(limit);
        let rows: Vec<Row> = self.rows(question).await?;
        Ok(rows.into_iter().map(|row| row.line(zone)).collect())
    }
}

impl Row {
    fn line(self, zone: Zone) -> ActLine {
        let on = self.campaign.zip(self.code);
        let on = on.and_then(|(campaign, code)| Some((campaign.parse().ok()?, code.parse().ok()?)));
        let act = Act { at: Moment::from_unix(self.at, zone), who: self.who, what: self.what, on, detail: self.detail };
        ActLine { number: self.number, act }
    }
}
