//! A feedback as the database has it, without its sender: read, listed, changed.

use std::str::FromStr;

use loa_feedback::public::{PublicAnswer, Reviewed};
use loa_feedback::status::{CloseReason, Publication, Standing, Status};
use loa_feedback::{BoardQuery, Kind, Moment, ReceiptCode};
use loa_plan::{PlanId, ProcedureCode, Zone};

use super::{Event, Statement, Store, StoreError};

/// A feedback without its sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The plan of the campaign.
    pub campaign: PlanId,
    /// The receipt code.
    pub code: ReceiptCode,
    /// Its kind.
    pub kind: Kind,
    /// The procedure that it is about.
    pub procedure: Option<ProcedureCode>,
    /// Where it stands.
    pub standing: Standing,
    /// By when the next step is due.
    pub due_at: Option<Moment>,
    /// Whether the public sees question and answer.
    pub publication: Publication,
    /// The question as reviewed.
    pub question: Option<Reviewed>,
    /// The answer as reviewed.
    pub answer: Option<PublicAnswer>,
    /// When the public could last see a change of it.
    pub changed_at: Moment,
    /// How often it was changed; a change is made on the version that somebody saw.
    pub version: i64,
}

/// The columns, in the words of the database.
#[derive(sqlx::FromRow)]
struct Row {
    campaign: String,
    code: String,
    kind: String,
    procedure: Option<String>,
    addressed_to: String,
    unit: String,
    status: String,
    urgency: String,
    received_at: i64,
    with_unit_since: i64,
    counted_from: i64,
    since: i64,
    due_at: Option<i64>,
    closed_because: Option<String>,
    publication: String,
    question: Option<String>,
    answer: Option<String>,
    answer_unit: Option<String>,
    answered_at: Option<i64>,
    answer_links: Option<String>,
    changed_at: i64,
    version: i64,
}

/// What [`Entry`] is read from; the desk's questions begin with it.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT campaign, code, kind, procedure, addressed_to, unit, status, urgency, received_at, \
             with_unit_since, counted_from, since, due_at, closed_because, publication, question, answer, answer_unit, \
             answered_at, answer_links, changed_at, version FROM feedback ",
            $rest
        )
    };
}

pub(super) use select;

const BY_CODE: &str = select!("WHERE campaign = $1 AND code = $2");

/// What was turned away or taken back without ever being published says nothing to the public.
macro_rules! board {
    ($newest:literal, $filter:literal) => {
        concat!(
            select!(""),
            "WHERE campaign = $1 AND (",
            $newest,
            ", code) < ($2, $3) AND ",
            $filter,
            "(status <> 'closed' OR publication = 'published') ORDER BY ",
            $newest,
            " DESC, code DESC LIMIT $4"
        )
    };
}

/// The four filters of one order.
macro_rules! boards {
    ($newest:literal) => {
        [
            board!($newest, ""),
            board!($newest, "unit = $5 AND "),
            board!($newest, "status = $5 AND "),
            board!($newest, "unit = $5 AND status = $6 AND "),
        ]
    };
}

const BY_RECEIVED: [&str; 4] = boards!("received_at");

const BY_CHANGED: [&str; 4] = boards!("changed_at");

const UPDATE: &str = "UPDATE feedback SET unit = $1, status = $2, urgency = $3, with_unit_since = $4, counted_from = $5, \
    since = $6, due_at = $7, closed_because = $8, publication = $9, question = $10, answer = $11, answer_unit = $12, \
    answered_at = $13, answer_links = $14, changed_at = $15, version = version + 1 \
    WHERE campaign = $16 AND code = $17 AND version = $18";

/// Nobody's page is out of date by it, so the version stays.
const SET_DUE: &str = "UPDATE feedback SET due_at = $1 WHERE campaign = $2 AND code = $3 AND version = $4";

impl Store {
    /// A feedback by its code.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn entry(&self, campaign: &PlanId, code: &ReceiptCode, zone: Zone) -> Result<Option<Entry>, StoreError> {
        let question = Statement::new(BY_CODE).bind(campaign.as_str()).bind(code.digits());
        Ok(self.entries(question, zone).await?.pop())
    }

    /// A page of the board, newest first, with one entry more than asked for when there are more.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn board(&self, query: &BoardQuery, zone: Zone) -> Result<Vec<Entry>, StoreError> {
        self.board_by(BY_RECEIVED, query, zone).await
    }

    /// What has changed last on the board, with one entry more than asked for when there are more; it has no pages.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn changes(&self, query: &BoardQuery, zone: Zone) -> Result<Vec<Entry>, StoreError> {
        self.board_by(BY_CHANGED, &BoardQuery { cursor: None, ..query.clone() }, zone).await
    }

    async fn board_by(
        &self,
        [all, of_unit, in_status, of_both]: [&'static str; 4],
        query: &BoardQuery,
        zone: Zone,
    ) -> Result<Vec<Entry>, StoreError> {
        let sql = match (&query.actor, query.status) {
            (None, None) => all,
            (Some(_), None) => of_unit,
            (None, Some(_)) => in_status,
            (Some(_), Some(_)) => of_both,
        };
        // Behind every moment and every code when no place is named.
        let (seconds, code) = query
            .cursor
            .as_ref()
            .map_or((i64::MAX, String::new()), |cursor| (cursor.received_at, cursor.code.digits()));
        let limit = i64::try_from(query.limit.saturating_add(1)).unwrap_or(i64::MAX);
        let mut question = Statement::new(sql).bind(query.campaign.as_str()).bind(seconds).bind(code).bind(limit);
        if let Some(actor) = &query.actor {
            question = question.bind(actor.as_str());
        }
        if let Some(status) = query.status {
            question = question.bind(status.as_str());
        }
        self.entries(question, zone).await
    }

    /// The entries of a question that begins with the columns of an entry.
    pub(super) async fn entries(&self, question: Statement, zone: Zone) -> Result<Vec<Entry>, StoreError> {
        let rows: Vec<Row> = self.rows(question).await?;
        rows.into_iter().map(|row| row.entry(zone)).collect()
    }

    /// Changes a feedback and records who did it, as one; `entry` is as it shall be, with the version that was read.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when somebody else was faster, and nothing is changed; [`StoreError`] otherwise.
    pub async fn change(&self, entry: &Entry, event: &Event) -> Result<(), StoreError> {
        self.write(vec![entry.update(event.at), event.insert(&entry.campaign, &entry.code)]).await
    }
}

impl Entry {
    /// The feedback after a move, with when its next step is due. What its sender has taken back is not public any more.
    #[must_use]
    pub fn moved(&self, standing: Standing, due_at: Option<Moment>) -> Self {
        let is_withdrawn = standing.closed_because == Some(CloseReason::Withdrawn);
        let mut next = Self { standing, due_at, ..self.clone() };
        if is_withdrawn {
            next.take_back();
        }
        next
    }

    /// Takes question and answer away from the public, when it has them; nothing of them stays here.
    pub fn take_back(&mut self) {
        if self.publication != Publication::Published {
            return;
        }
        self.publication = Publication::TakenBack;
        self.question = None;
        self.answer = None;
    }

    /// The statement that writes when the next step is due, unless somebody has changed the feedback in the meantime.
    #[must_use]
    pub fn set_due(&self) -> Statement {
        Statement::new(SET_DUE)
            .bind(self.due_at.map(Moment::unix))
            .bind(self.campaign.as_str())
            .bind(self.code.digits())
            .bind(self.version)
    }

    /// The statement that writes what may change, at a moment, for a group of its own.
    #[must_use]
    pub fn update(&self, at: Moment) -> Statement {
        let Self { standing, answer, .. } = self;
        let links = answer.as_ref().filter(|answer| !answer.links.is_empty());
        Statement::new(UPDATE)
            .bind(standing.unit.as_str())
            .bind(standing.status.as_str())
            .bind(standing.urgency.as_str())
            .bind(standing.with_unit_since.unix())
            .bind(standing.counted_from.unix())
            .bind(standing.since.unix())
            .bind(self.due_at.map(Moment::unix))
            .bind(standing.closed_because.map(|reason| reason.as_str().to_owned()))
            .bind(self.publication.as_str())
            .bind(self.question.as_ref().map(|question| question.as_str().to_owned()))
            .bind(answer.as_ref().map(|answer| answer.text.as_str().to_owned()))
            .bind(answer.as_ref().map(|answer| answer.unit.as_str().to_owned()))
            .bind(answer.as_ref().map(|answer| answer.answered_at.unix()))
            .bind(links.and_then(|answer| serde_json::to_string(&answer.links).ok()))
            .bind(at.unix())
            .bind(self.campaign.as_str())
            .bind(self.code.digits())
            .bind(self.version)
            .must_change_one()
    }
}

impl Row {
    fn entry(self, zone: Zone) -> Result<Entry, StoreError> {
        let moment = |seconds| Moment::from_unix(seconds, zone);
        let answer = match (self.answer, self.answer_unit, self.answered_at) {
            (Some(text), Some(unit), Some(at)) => Some(PublicAnswer {
                text: Reviewed::from_store(text),
                unit: read(unit)?,
                answered_at: moment(at),
                links: match self.answer_links {
                    Some(links) => serde_json::from_str(&links).map_err(|error| broken(error.into()))?,
                    None => Vec::new(),
                },
            }),
            _ => None,
        };
        Ok(Entry {
            campaign: read(self.campaign)?,
            code: read(self.code)?,
            kind: read(self.kind)?,
            procedure: self.procedure.map(ProcedureCode::new).transpose().map_err(|error| broken(error.into()))?,
            standing: Standing {
                status: read::<Status>(self.status)?,
                urgency: read(self.urgency)?,
                unit: read(self.unit)?,
                addressed_to: read(self.addressed_to)?,
                received_at: moment(self.received_at),
                with_unit_since: moment(self.with_unit_since),
                counted_from: moment(self.counted_from),
                since: moment(self.since),
                closed_because: self.closed_because.map(read::<CloseReason>).transpose()?,
            },
            due_at: self.due_at.map(moment),
            publication: read(self.publication)?,
            question: self.question.map(Reviewed::from_store),
            answer,
            changed_at: moment(self.changed_at),
            version: self.version,
        })
    }
}

pub(super) fn read<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(text: String) -> Result<T, StoreError> {
    text.parse().map_err(|error: T::Err| broken(error.into()))
}

fn broken(error: Box<dyn std::error::Error + Send + Sync>) -> StoreError {
    sqlx::Error::Decode(error).into()
}
