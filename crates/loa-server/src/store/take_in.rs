//! Taking feedback in: a repeat is found by its key, and what is new is written with its sender and its first event.

use std::collections::HashSet;

use loa_feedback::status::{Publication, Standing, Urgency};
use loa_feedback::submission::Submission;
use loa_feedback::{Moment, Receipt, ReceiptCode};
use loa_plan::Zone;

use super::link::Link;
use super::table::{EVENT, FEEDBACK, PERSON, RECEIPT, RECEIPT_TOLD};
use super::{Statement, Store, StoreError, Value};

/// A feedback that keeps all rules, with what the service adds to it.
#[derive(Debug, Clone)]
pub struct NewFeedback {
    /// What was sent.
    pub submission: Submission,
    /// The code, from random bytes that nobody can predict.
    pub code: ReceiptCode,
    /// Now.
    pub received_at: Moment,
    /// By when a unit takes it on, when that is known.
    pub due_at: Option<Moment>,
}

/// What became of a feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It is kept.
    New(Receipt),
    /// It was kept before: the same key, and the same content.
    Again(Receipt),
    /// The key was used before for something else, which is kept; this is not.
    Other(Receipt),
}

impl NewFeedback {
    pub(super) fn receipt(&self) -> Receipt {
        Receipt { code: self.code.clone(), received_at: self.received_at, due_at: self.due_at }
    }

    fn campaign(&self) -> Value {
        self.submission.campaign.as_str().into()
    }

    fn due(&self) -> Value {
        self.due_at.map(Moment::unix).into()
    }

    fn receipt_row(&self) -> Vec<Value> {
        let key = self.submission.key.as_str().into();
        vec![self.campaign(), key, self.code.digits().into(), self.received_at.unix().into(), self.due()]
    }

    fn feedback_row(&self) -> Vec<Value> {
        let Submission { actor, kind, procedure, .. } = &self.submission;
        let standing = Standing::received(actor.clone(), self.received_at);
        vec![
            self.campaign(),
            self.code.digits().into(),
            kind.as_str().into(),
            procedure.as_ref().map(|code| code.as_str().to_owned()).into(),
            standing.addressed_to.as_str().into(),
            standing.unit.as_str().into(),
            standing.status.as_str().into(),
            Urgency::as_str(standing.urgency).into(),
            standing.received_at.unix().into(),
            standing.with_unit_since.unix().into(),
            standing.counted_from.unix().into(),
            standing.since.unix().into(),
            self.due(),
            Publication::Unpublished.as_str().into(),
            self.received_at.unix().into(),
            0.into(),
        ]
    }

    fn person_row(&self) -> Vec<Value> {
        let content = Content::of(&self.submission);
        vec![
            self.campaign(),
            self.code.digits().into(),
            content.name.into(),
            content.address.into(),
            content.phone.into(),
            content.email.into(),
            content.text.into(),
            content.consents.into(),
            self.received_at.unix().into(),
        ]
    }

    fn event_row(&self) -> Vec<Value> {
        vec![
            self.campaign(),
            self.code.digits().into(),
            0.into(),
            self.received_at.unix().into(),
            "sender".into(),
            "receive".into(),
            "received".into(),
        ]
    }
}

/// What is compared when a key comes again.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
struct Content {
    kind: String,
    procedure: Option<String>,
    addressed_to: String,
    name: String,
    address: String,
    phone: Option<String>,
    email: Option<String>,
    text: String,
    consents: String,
}

impl Content {
    fn of(submission: &Submission) -> Self {
        let Submission { actor, kind, procedure, text, sender, consents, .. } = submission;
        let mut consents: Vec<String> = consents.iter().map(ToString::to_string).collect();
        consents.sort_unstable();
        Self {
            kind: kind.as_str().to_owned(),
            procedure: procedure.as_ref().map(|code| code.as_str().to_owned()),
            addressed_to: actor.as_str().to_owned(),
            name: sender.name.clone(),
            address: sender.address.clone(),
            phone: sender.phone.as_ref().map(|phone| phone.as_str().to_owned()),
            email: sender.email.as_ref().map(|email| email.as_str().to_owned()),
            text: text.clone(),
            consents: consents.join(" "),
        }
    }
}

/// What is kept under a key.
#[derive(sqlx::FromRow)]
struct Kept {
    code: String,
    received_at: i64,
    due_at: Option<i64>,
}

impl Kept {
    fn receipt(&self, zone: Zone) -> Result<Receipt, StoreError> {
        let moment = |seconds| Moment::from_unix(seconds, zone);
        let code = self.code.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
        Ok(Receipt { code, received_at: moment(self.received_at), due_at: self.due_at.map(moment) })
    }
}

/// Takes in a group at the beginning of a transaction; one outcome for each, in order.
pub(super) async fn take_in(link: &mut Link, group: &[&NewFeedback]) -> Result<Vec<Taken>, StoreError> {
    if group.is_empty() {
        return Ok(Vec::new());
    }
    let are_new = receipts(link, group).await?;
    let fresh: Vec<&NewFeedback> =
        group.iter().zip(&are_new).filter(|(_, is_new)| **is_new).map(|(new, _)| *new).collect();
    link.insert(&FEEDBACK, fresh.iter().map(|new| new.feedback_row()).collect()).await?;
    link.insert(&PERSON, fresh.iter().map(|new| new.person_row()).collect()).await?;
    link.insert(&EVENT, fresh.iter().map(|new| new.event_row()).collect()).await?;
    let mut taken = Vec::with_capacity(group.len());
    for (new, is_new) in group.iter().zip(are_new) {
        taken.push(if is_new { Taken::New(new.receipt()) } else { repeat(link, new).await? });
    }
    Ok(taken)
}

/// Writes the receipts of what was not there before, and says which that were.
///
/// Mostly all are new, and then their number says so. Asking for each costs SQLite as much as writing it, so they are told
/// apart only when some are repeats, and written once more for it.
async fn receipts(link: &mut Link, group: &[&NewFeedback]) -> Result<Vec<bool>, StoreError> {
    let rows = || group.iter().map(|new| new.receipt_row()).collect();
    if link.insert(&RECEIPT, rows()).await? == group.len() as u64 {
        return Ok(vec![true; group.len()]);
    }
    // Nothing else is in the transaction yet.
    link.run("ROLLBACK").await?;
    link.begin().await?;
    let told: HashSet<(String, String)> = link.insert_and_return(&RECEIPT_TOLD, rows()).await?.into_iter().collect();
    let is_new = |new: &&NewFeedback| told.contains(&(new.submission.key.as_str().to_owned(), new.code.digits()));
    Ok(group.iter().map(is_new).collect())
}

const KEPT: &str = "SELECT code, received_at, due_at FROM receipt WHERE campaign = $1 AND key = $2";

/// Both tables are asked for the code itself, so that neither is gone through for the other.
const CONTENT: &str = "SELECT kind, procedure, addressed_to, name, address, phone, email, text, consents \
    FROM feedback JOIN person ON person.campaign = feedback.campaign AND person.code = feedback.code \
    WHERE feedback.campaign = $1 AND feedback.code = $2 AND person.campaign = $1 AND person.code = $2";

fn kept(submission: &Submission) -> Statement {
    Statement::new(KEPT).bind(submission.campaign.as_str()).bind(submission.key.as_str())
}

fn content(submission: &Submission, kept: &Kept) -> Statement {
    Statement::new(CONTENT).bind(submission.campaign.as_str()).bind(kept.code.as_str())
}

/// A content that was erased is not compared.
fn compared(kept: Option<&Content>, submission: &Submission, receipt: Receipt) -> Taken {
    match kept {
        Some(content) if *content != Content::of(submission) => Taken::Other(receipt),
        Some(_) | None => Taken::Again(receipt),
    }
}

impl Store {
    /// What became of a feedback that was sent before with the same key; none when none was.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn taken_before(&self, submission: &Submission, zone: Zone) -> Result<Option<Taken>, StoreError> {
        let found: Vec<Kept> = self.rows(kept(submission)).await?;
        let Some(found) = found.first() else { return Ok(None) };
        let content: Vec<Content> = self.rows(content(submission, found)).await?;
        Ok(Some(compared(content.first(), submission, found.receipt(zone)?)))
    }
}

/// What a key that was there before leads to.
async fn repeat(link: &mut Link, new: &NewFeedback) -> Result<Taken, StoreError> {
    let zone = new.received_at.zone();
    let found: Vec<Kept> = link.rows(&kept(&new.submission)).await?;
    let found = found.first().ok_or(sqlx::Error::RowNotFound)?;
    let receipt = found.receipt(zone)?;
    if receipt.code == new.code {
        // The commit of an earlier try did reach the disk, only its answer was lost.
        return Ok(Taken::New(receipt));
    }
    let content: Vec<Content> = link.rows(&content(&new.submission, found)).await?;
    Ok(compared(content.first(), &new.submission, receipt))
}
