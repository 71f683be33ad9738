//! What is kept: one small interface, and SQLite or PostgreSQL behind it.
//!
//! Writes go through one task, which groups what waits into one commit and answers after it; reads go around it.
//! [`Store::take_in`] is the fast way in for feedback. Everything else is [`Statement`]s in the SQL that both engines
//! share: [`Store::write`] does a group of them as a whole or not at all, [`Store::rows`] asks.
//!
//! Personal data is in the table `person`, and in `answer`, as an officer wrote it, and nowhere else; `feedback` is what
//! everybody may see; `event` and `act` are written once.

mod act;
mod answer;
mod entry;
mod error;
mod event;
mod inbox;
mod link;
mod open;
mod person;
mod schema;
mod session;
mod table;
mod take_in;
mod url;
mod user;
mod value;
mod writer;

use std::sync::{Arc, Mutex};

use sqlx::{Postgres, Sqlite};
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

pub use act::{Act, ActLine};
pub use answer::Answer;
pub use entry::Entry;
pub use error::{Reason, StoreError};
pub use event::Event;
pub use inbox::{InboxOrder, InboxPlace, InboxQuery};
pub use link::Rows;
pub use open::OpenError;
pub use person::{Contact, Person, Sent};
pub use schema::SCHEMA;
pub use session::Session;
pub use take_in::{NewFeedback, Taken};
pub use url::{DatabaseUrl, InvalidDatabaseUrl};
pub use user::User;
pub use value::{Effect, Statement, Value};

use link::{Link, bound};
use writer::Job;

/// How often the log is tried to be emptied; SQLite itself waits each time for whoever reads.
const FORGETTING: usize = 3;

/// A database that is open; clones share it.
#[derive(Clone)]
pub struct Store {
    engine: Engine,
    jobs: mpsc::Sender<Job>,
    writer: Arc<Mutex<Option<Writer>>>,
}

/// The task that writes, and how it is told to stop.
struct Writer {
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

/// The two engines; writing has a connection of its own, so that no reader keeps it waiting.
#[derive(Clone)]
enum Engine {
    Sqlite { writer: sqlx::Pool<Sqlite>, readers: sqlx::Pool<Sqlite> },
    Postgres { writer: sqlx::Pool<Postgres>, readers: sqlx::Pool<Postgres> },
}

impl Engine {
    /// The connection for writing.
    async fn link(&self) -> Result<Link, StoreError> {
        Ok(match self {
            Self::Sqlite { writer, .. } => Link::Sqlite(writer.acquire().await?),
            Self::Postgres { writer, .. } => Link::Postgres(writer.acquire().await?),
        })
    }

    async fn close(&self) {
        match self {
            Self::Sqlite { writer, readers } => {
                readers.close().await;
                // The last connection that may write leaves one file: SQLite takes its log back into it.
                writer.close().await;
            }
            Self::Postgres { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
        }
    }
}

impl Store {
    /// Opens a database, makes it when it is a file that is missing, and brings its tables to this program's shape.
    ///
    /// # Errors
    /// [`OpenError`] says what keeps it from being opened and what to do.
    pub async fn open(url: &DatabaseUrl) -> Result<Self, OpenError> {
        let engine = open::open(url).await?;
        let (jobs, waiting) = mpsc::channel(writer::WAITING);
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(writer::run(engine.clone(), waiting, stopped));
        Ok(Self { engine, jobs, writer: Arc::new(Mutex::new(Some(Writer { stop, task }))) })
    }

    /// Takes in a feedback; it is on the disk when this returns.
    ///
    /// # Errors
    /// [`StoreError`] when it may not be there; sending it again with the same key is harmless.
    pub async fn take_in(&self, new: NewFeedback) -> Result<Taken, StoreError> {
        let (asker, answer) = oneshot::channel();
        self.jobs.send(Job::TakeIn(Box::new(new), asker)).await.map_err(|_| StoreError::Stopping)?;
        answer.await.map_err(|_| StoreError::Stopping)?
    }

    /// Does a group of statements as a whole or not at all; it is on the disk when this returns.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when one of them had to change exactly one row and did not; [`StoreError::Unknown`] when
    /// nobody knows whether they were done; [`StoreError`] otherwise.
    pub async fn write(&self, statements: Vec<Statement>) -> Result<(), StoreError> {
        let (asker, answer) = oneshot::channel();
        self.jobs.send(Job::Write(statements, asker)).await.map_err(|_| StoreError::Stopping)?;
        answer.await.map_err(|_| StoreError::Unknown)?
    }

    /// Writes over what was erased in SQLite's log too, where it could still be read; PostgreSQL has no such file here.
    ///
    /// # Errors
    /// [`StoreError::Held`] when another program reads what was before; [`StoreError`] otherwise.
    pub async fn forget(&self) -> Result<(), StoreError> {
        for _ in 0..FORGETTING {
            // Outside of every transaction: the one connection that writes is taken between two of them.
            let mut link = self.engine.link().await?;
            if matches!(link, Link::Postgres(_)) {
                return Ok(());
            }
            let said = link.rows::<(i64, i64, i64)>(&Statement::new("PRAGMA wal_checkpoint(TRUNCATE)")).await?;
            if said.first().is_some_and(|(busy, ..)| *busy == 0) {
                return Ok(());
            }
        }
        Err(StoreError::Held)
    }

    /// The rows that a question gives.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn rows<T: Rows>(&self, question: Statement) -> Result<Vec<T>, StoreError> {
        let Statement { sql, values, .. } = question;
        Ok(match &self.engine {
            Engine::Sqlite { readers, .. } => bound!(sqlx::query_as(sql), &values).fetch_all(readers).await?,
            Engine::Postgres { readers, .. } => bound!(sqlx::query_as(sql), &values).fetch_all(readers).await?,
        })
    }

    /// The one of two ways to ask the same that this engine understands.
    fn by_engine(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match &self.engine {
            Engine::Sqlite { .. } => sqlite,
            Engine::Postgres { .. } => postgres,
        }
    }

    /// Whether writes are still taken: until [`Store::close`], or until the task that writes has broken off.
    #[must_use]
    pub fn is_writing(&self) -> bool {
        !self.jobs.is_closed()
    }

    /// Writes what waits, takes nothing more, and closes the database. Clones can do nothing after it.
    pub async fn close(&self) {
        let writer = self.writer.lock().ok().and_then(|mut writer| writer.take());
        if let Some(Writer { stop, task }) = writer {
            // It fails when the task is gone already.
            let _ = stop.send(());
            if task.await.is_err() {
                tracing::error!("the task that writes has broken off");
            }
        }
        self.engine.close().await;
    }
}
