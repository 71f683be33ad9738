//! The one task that writes: it takes whatever waits, writes it in one transaction, and answers after the commit.
//!
//! While one commit is on its way to the disk the next writes gather, so the slower the disk, the larger the groups.

use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

use super::link::Link;
use super::take_in::{NewFeedback, Taken, take_in};
use super::value::Effect;
use super::{Engine, Statement, StoreError};

/// How many writes one commit takes at most.
const GROUP: usize = 512;

/// How many writes may wait; beyond them askers wait for their turn to wait.
pub(super) const WAITING: usize = 4_096;

/// How often a group is tried when its transaction loses against another one, or its connection is gone.
const TRIES: u32 = 4;

/// Something to write, and whom to answer.
pub(super) enum Job {
    TakeIn(Box<NewFeedback>, oneshot::Sender<Result<Taken, StoreError>>),
    Write(Vec<Statement>, oneshot::Sender<Result<(), StoreError>>),
}

/// What became of a job: kept until the commit, since nobody may be told before.
enum Outcome {
    TakenIn(Result<Taken, StoreError>),
    Written(Result<(), StoreError>),
}

/// Writes until the last asker is gone, or until it is told to stop and nothing waits any more.
pub(super) async fn run(engine: Engine, mut jobs: mpsc::Receiver<Job>, mut stop: oneshot::Receiver<()>) {
    let mut stopping = false;
    loop {
        let first = tokio::select! {
            biased;
            _ = &mut stop, if !stopping => {
                stopping = true;
                jobs.close();
                continue;
            }
            job = jobs.recv() => job,
        };
        let Some(first) = first else { return };
        let mut group = vec![first];
        while group.len() < GROUP {
            match jobs.try_recv() {
                Ok(job) => group.push(job),
                Err(_) => break,
            }
        }
        write(&engine, group).await;
    }
}

impl Job {
    /// Whoever has gone away asks again with the same key.
    fn answer(self, outcome: Outcome) {
        match (self, outcome) {
            (Self::TakeIn(_, asker), Outcome::TakenIn(result)) => drop(asker.send(result)),
            (Self::Write(_, asker), Outcome::Written(result)) => drop(asker.send(result)),
            // Outcomes are made from their jobs, one for one; an asker that is dropped is told that nothing is known.
            (Self::TakeIn(..) | Self::Write(..), _) => {}
        }
    }

    fn failed(&self, error: StoreError) -> Outcome {
        match self {
            Self::TakeIn(..) => Outcome::TakenIn(Err(error)),
            Self::Write(..) => Outcome::Written(Err(error)),
        }
    }
}

/// Writes all jobs and answers each. A group that fails because of one entry is halved until that entry is alone.
async fn write(engine: &Engine, group: Vec<Job>) {
    let mut parts = vec![group];
    while let Some(mut part) = parts.pop() {
        match commit_patiently(engine, &mut part).await {
            Ok(done) => part.into_iter().zip(done).for_each(|(job, outcome)| job.answer(outcome)),
            Err(StoreError::Refused(_)) if part.len() > 1 => {
                let second = part.split_off(part.len() / 2);
                parts.push(second);
                parts.push(part);
            }
            Err(error) => {
                tracing::error!(error = %error, entries = part.len(), "entries could not be written");
                answer_all(part, &error);
            }
        }
    }
}

fn answer_all(jobs: Vec<Job>, error: &StoreError) {
    for job in jobs {
        let outcome = job.failed(error.clone());
        job.answer(outcome);
    }
}

/// How a try failed.
enum Failed {
    /// Before the engine was told to commit: nothing of it is there.
    Before(StoreError),
    /// While it committed: all of it is there, or nothing.
    AtCommit(StoreError),
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self::Before(error)
    }
}

/// Tries again what another transaction or a lost connection spoilt.
///
/// When the connection is lost during the commit, what is taken in is tried again all the same: where the first try did
/// reach the disk, the second finds its keys there and gives the same answers. Everything else would be there twice, so
/// its askers are told that nobody knows, and it leaves the part.
async fn commit_patiently(engine: &Engine, part: &mut Vec<Job>) -> Result<Vec<Outcome>, StoreError> {
    let mut tries = 1;
    loop {
        let error = match commit(engine, part).await {
            Ok(done) => return Ok(done),
            Err(Failed::AtCommit(error)) if error.is_lost_connection() => {
                let all = std::mem::take(part).into_iter();
                let (taken_in, others): (Vec<Job>, Vec<Job>) = all.partition(|job| matches!(job, Job::TakeIn(..)));
                *part = taken_in;
                if !others.is_empty() {
                    tracing::error!(error = %error, entries = others.len(), "nobody knows whether entries were written");
                    answer_all(others, &StoreError::Unknown);
                }
                if part.is_empty() {
                    return Ok(Vec::new());
                }
                error
            }
            Err(Failed::Before(error) | Failed::AtCommit(error)) => error,
        };
        if tries == TRIES || !(error.is_lost_race() || error.is_lost_connection()) {
            return Err(error);
        }
        tracing::warn!(error = %error, tries, "a group of entries is written again");
        tokio::time::sleep(Duration::from_millis(20) * tries * tries).await;
        tries += 1;
    }
}

async fn commit(engine: &Engine, part: &[Job]) -> Result<Vec<Outcome>, Failed> {
    let mut link = engine.link().await?;
    let result = transaction(&mut link, part).await;
    if result.is_err() && link.run("ROLLBACK").await.is_err() {
        // Either there is no transaction any more, which SQLite ends by itself when the disk is full, or no connection.
        link.discard();
    }
    result
}

async fn transaction(link: &mut Link, part: &[Job]) -> Result<Vec<Outcome>, Failed> {
    link.begin().await?;
    let new: Vec<&NewFeedback> = part
        .iter()
        .filter_map(|job| match job {
            Job::TakeIn(new, _) => Some(&**new),
            Job::Write(..) => None,
        })
        .collect();
    let mut taken = take_in(link, &new).await?.into_iter();
    let mut outcomes = Vec::with_capacity(part.len());
    for job in part {
        outcomes.push(match job {
            Job::TakeIn(..) => Outcome::TakenIn(taken.next().ok_or(StoreError::Stopping)),
            Job::Write(statements, _) => Outcome::Written(write_alone(link, statements).await?),
        });
    }
    link.run("COMMIT").await.map_err(Failed::AtCommit)?;
    Ok(outcomes)
}

/// A group of statements that is done as a whole or not at all, without harm to the others in the transaction.
async fn write_alone(link: &mut Link, statements: &[Statement]) -> Result<Result<(), StoreError>, StoreError> {
    link.run("SAVEPOINT entry").await?;
    for statement in statements {
        let refused = match link.execute(statement).await {
            Ok(1) => continue,
            Ok(_) if statement.effect == Effect::Any => continue,
            Ok(_) => StoreError::Stale,
            Err(error @ StoreError::Refused(_)) => error,
            Err(error) => return Err(error),
        };
        link.run("ROLLBACK TO SAVEPOINT entry").await?;
        link.run("RELEASE SAVEPOINT entry").await?;
        return Ok(Err(refused));
    }
    link.run("RELEASE SAVEPOINT entry").await?;
    Ok(Ok(()))
}
