//! What lies on the desk, by when it is due.

use std::collections::HashMap;

use loa_feedback::{ReceiptCode, Status};
use loa_plan::{ActorId, PlanId, Zone};

use super::entry::select;
use super::{Entry, Statement, Store, StoreError};

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxQuery {
    /// The plan of the campaign.
    pub campaign: PlanId,
    /// Of this unit alone.
    pub unit: Option<ActorId>,
    /// In these statuses; at most as many as there are.
    pub statuses: Vec<Status>,
    /// What comes first.
    pub order: InboxOrder,
    /// What comes after this place.
    pub after: Option<InboxPlace>,
    /// How many at most.
    pub limit: usize,
}

/// What comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InboxOrder {
    /// What is due first; what has no limit comes last, oldest first.
    Due,
    /// What came in first. For all pages, each of which goes on where the last one ended.
    Received,
    /// What came in first of what was never published.
    Unpublished,
}

/// A place in the order of what lies on the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxPlace {
    /// By when it is due, in seconds; [`NO_LIMIT`](Self::NO_LIMIT) when nothing is.
    pub due: i64,
    /// When it came in, in seconds.
    pub received: i64,
    /// Its code.
    pub code: ReceiptCode,
}

impl InboxPlace {
    /// Behind everything that is due at some time.
    pub const NO_LIMIT: i64 = i64::MAX;

    /// The place of a feedback.
    #[must_use]
    pub fn of(entry: &Entry) -> Self {
        Self {
            due: entry.due_at.map_or(Self::NO_LIMIT, |due| due.unix()),
            received: entry.standing.received_at.unix(),
            code: entry.code.clone(),
        }
    }
}

macro_rules! inbox {
    ($place:literal, $unit:literal, $order:literal) => {
        concat!(
            select!(""),
            "WHERE campaign = $1 AND status IN ($2, $3, $4, $5, $6, $7) AND ",
            $place,
            $unit,
            "ORDER BY ",
            $order,
            "received_at, code LIMIT $11"
        )
    };
}

/// What has a limit, along the index of those.
macro_rules! by_due {
    ($unit:literal) => {
        inbox!("due_at IS NOT NULL AND (due_at, received_at, code) > ($8, $9, $10) ", $unit, "due_at, ")
    };
}

/// What has no limit, which comes after all that has one. The first parameter of the place is there for all orders, so
/// that the others have their numbers.
macro_rules! without_due {
    ($unit:literal) => {
        inbox!("due_at IS NULL AND CAST($8 AS BIGINT) IS NOT NULL AND (received_at, code) > ($9, $10) ", $unit, "")
    };
}

macro_rules! all {
    ($unit:literal) => {
        inbox!("CAST($8 AS BIGINT) IS NOT NULL AND (received_at, code) > ($9, $10) ", $unit, "")
    };
}

const STATUSES: usize = Status::ALL.len();
const _: () = assert!(STATUSES == 6, "the question has a parameter for each status");

const TEXTS_SQLITE: &str =
    "SELECT code, text FROM person WHERE campaign = $1 AND code IN (SELECT value FROM json_each($2))";

const TEXTS_POSTGRES: &str = "SELECT code, text FROM person WHERE campaign = $1 \
    AND code = ANY(string_to_array(btrim(translate($2, '\"', ''), '[]'), ',') COLLATE \"C\")";

impl Store {
    /// What lies on the desk.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn inbox(&self, query: &InboxQuery, zone: Zone) -> Result<Vec<Entry>, StoreError> {
        let sql = match (query.order, query.unit.is_some()) {
            (InboxOrder::Received, true) => Some(all!("AND unit = $12 ")),
            (InboxOrder::Received, false) => Some(all!("")),
            (InboxOrder::Unpublished, true) => Some(all!("AND unit = $12 AND publication = 'unpublished' ")),
            (InboxOrder::Unpublished, false) => Some(all!("AND publication = 'unpublished' ")),
            (InboxOrder::Due, _) => None,
        };
        if let Some(sql) = sql {
            return self.entries(query.question(sql, query.limit), zone).await;
        }
        let is_behind = query.after.as_ref().is_some_and(|place| place.due == InboxPlace::NO_LIMIT);
        let mut found = Vec::new();
        if !is_behind {
            let sql = if query.unit.is_some() { by_due!("AND unit = $12 ") } else { by_due!("") };
            found = self.entries(query.question(sql, query.limit), zone).await?;
        }
        if found.len() < query.limit {
            let sql = if query.unit.is_some() { without_due!("AND unit = $12 ") } else { without_due!("") };
            // From the first on, when the place was among what has a limit.
            let rest = InboxQuery { after: query.after.clone().filter(|_| is_behind), ..query.clone() };
            found.extend(self.entries(rest.question(sql, query.limit - found.len()), zone).await?);
        }
        Ok(found)
    }

    /// The texts of several feedbacks as they were sent, without who sent them; those that were erased are not in it.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn texts(
        &self,
        campaign: &PlanId,
        codes: impl Iterator<Item = &ReceiptCode>,
    ) -> Result<HashMap<String, String>, StoreError> {
        let sql = self.by_engine(TEXTS_SQLITE, TEXTS_POSTGRES);
        let rows: Vec<(String, String)> = self.rows(of_codes(sql, campaign, codes)).await?;
        Ok(rows.into_iter().collect())
    }
}

/// A question about several codes, which it gets as one text: the digits of each in quotes, as a JSON list.
pub(super) fn of_codes<'c>(
    sql: &'static str,
    campaign: &PlanId,
    codes: impl Iterator<Item = &'c ReceiptCode>,
) -> Statement {
    let codes: Vec<String> = codes.map(|code| format!("\"{}\"", code.digits())).collect();
    Statement::new(sql).bind(campaign.as_str()).bind(format!("[{}]", codes.join(",")))
}

impl InboxQuery {
    fn question(&self, sql: &'static str, limit: usize) -> Statement {
        let mut question = Statement::new(sql).bind(self.campaign.as_str());
        // A status that is named twice is named once; none at all is no status that a feedback has.
        let mut statuses = self.statuses.iter().map(|status| status.as_str());
        for _ in 0..STATUSES {
            question = question.bind(statuses.next().unwrap_or_default());
        }
        let (due, received, code) = match &self.after {
            Some(place) => (place.due, place.received, place.code.digits()),
            None => (i64::MIN, i64::MIN, String::new()),
        };
        question = question.bind(due).bind(received).bind(code).bind(i64::try_from(limit).unwrap_or(i64::MAX));
        match &self.unit {
            Some(unit) => question.bind(unit.as_str()),
            None => question,
        }
    }
}
