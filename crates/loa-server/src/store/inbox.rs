//! What lies on the desk, by when it is due.

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
    /// What is due first; what has no limit comes last, oldest first. For a few pages, each of which looks at all there is.
    Due,
    /// What came in first. For all pages, each of which goes on where the last one ended.
    Received,
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

macro_rules! by_due {
    ($unit:literal) => {
        inbox!(
            "(coalesce(due_at, 9223372036854775807), received_at, code) > ($8, $9, $10) ",
            $unit,
            "coalesce(due_at, 9223372036854775807), "
        )
    };
}

/// The first parameter of the place is there for both orders, so that the others have their numbers.
macro_rules! by_received {
    ($unit:literal) => {
        inbox!("CAST($8 AS BIGINT) IS NOT NULL AND (received_at, code) > ($9, $10) ", $unit, "")
    };
}

const STATUSES: usize = Status::ALL.len();
const _: () = assert!(STATUSES == 6, "the question has a parameter for each status");

const TEXT: &str = "SELECT text FROM person WHERE campaign = $1 AND code = $2";

impl Store {
    /// What lies on the desk.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn inbox(&self, query: &InboxQuery, zone: Zone) -> Result<Vec<Entry>, StoreError> {
        let sql = match (query.order, &query.unit) {
            (InboxOrder::Due, Some(_)) => by_due!("AND unit = $12 "),
            (InboxOrder::Due, None) => by_due!(""),
            (InboxOrder::Received, Some(_)) => by_received!("AND unit = $12 "),
            (InboxOrder::Received, None) => by_received!(""),
        };
        let mut question = Statement::new(sql).bind(query.campaign.as_str());
        // A status that is named twice is named once; none at all is no status that a feedback has.
        let mut statuses = query.statuses.iter().map(|status| status.as_str());
        for _ in 0..STATUSES {
            question = question.bind(statuses.next().unwrap_or_default());
        }
        let (due, received, code) = match &query.after {
            Some(place) => (place.due, place.received, place.code.digits()),
            None => (i64::MIN, i64::MIN, String::new()),
        };
        let limit = i64::try_from(query.limit).unwrap_or(i64::MAX);
        question = question.bind(due).bind(received).bind(code).bind(limit);
        if let Some(unit) = &query.unit {
            question = question.bind(unit.as_str());
        }
        self.entries(question, zone).await
    }

    /// The text as it was sent, without who sent it; none when that was erased.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn text(&self, campaign: &PlanId, code: &ReceiptCode) -> Result<Option<String>, StoreError> {
        let question = Statement::new(TEXT).bind(campaign.as_str()).bind(code.digits());
        let rows: Vec<(String,)> = self.rows(question).await?;
        Ok(rows.into_iter().next().map(|(text,)| text))
    }
}
