//! Why the store could not do what was asked, and why it could not be opened.

use std::fmt;
use std::sync::Arc;

/// Why something was not written or read.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The engine cannot be reached, its disk is full, or another program holds it: asking again later may help.
    #[error(
        "the database cannot be used now ({0}); see that it runs, that its disk has room, and that nothing locks it"
    )]
    Unavailable(Reason),
    /// The engine refuses this one statement.
    #[error("the database refuses this entry ({0})")]
    Refused(Reason),
    /// The statement had to change one row and did not: somebody else was faster.
    #[error("somebody else has changed this in the meantime; read it again")]
    Stale,
    /// The connection was lost while the engine was writing: it is there or not, and nobody can tell.
    #[error(
        "the connection to the database was lost while this was written, so it is there or not; look before it is done again"
    )]
    Unknown,
    /// What was erased is still in the write-ahead log of SQLite, since somebody reads what was before.
    #[error(
        "what was erased can still be read in the log beside the database, since another program holds it; end that one, and do this again"
    )]
    Held,
    /// The service is being stopped.
    #[error("the service is being stopped; send again in a moment")]
    Stopping,
}

/// What an engine said, without anything of what was to be written.
#[derive(Clone)]
pub struct Reason(Arc<sqlx::Error>);

impl Reason {
    /// The code by which the engine names what happened, where it has one.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        self.0.as_database_error().and_then(|error| error.code()).map(|code| code.into_owned())
    }
}

/// Only the kind and the code: an engine quotes values in its messages, and values may be personal.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&*self.0, self.code()) {
            (_, Some(code)) => write!(f, "code {code}"),
            (sqlx::Error::Io(error), None) => write!(f, "{}", error.kind()),
            (sqlx::Error::PoolTimedOut, None) => f.write_str("no connection in time"),
            (sqlx::Error::WorkerCrashed | sqlx::Error::PoolClosed, None) => f.write_str("connection closed"),
            _ => f.write_str("no code"),
        }
    }
}

impl fmt::Debug for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reason({self})")
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let is_ours =
            error.as_database_error().is_some_and(|error| blames_the_entry(&error.code().unwrap_or_default()));
        let decodes =
            matches!(error, sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) | sqlx::Error::Encode(_));
        let reason = Reason(Arc::new(error));
        if is_ours || decodes { Self::Refused(reason) } else { Self::Unavailable(reason) }
    }
}

impl StoreError {
    /// Whether writing the same again at once may go well: a transaction lost against another one.
    pub(super) fn is_lost_race(&self) -> bool {
        matches!(self, Self::Unavailable(reason) if matches!(reason.code().as_deref(), Some("40001" | "40P01")))
    }

    /// Whether the connection is gone, so that a new one may do.
    pub(super) fn is_lost_connection(&self) -> bool {
        let Self::Unavailable(Reason(error)) = self else { return false };
        match &**error {
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed => true,
            // A server that is going down says so before it does.
            sqlx::Error::Database(error) => error.code().is_some_and(|code| code.starts_with("57P")),
            _ => false,
        }
    }
}

/// Whether an engine complains about the values of one entry and not about itself.
///
/// PostgreSQL: classes 22 (data), 23 (constraints), 42 (the statement itself), P0001 (raised by a trigger). SQLite: the
/// statement itself (1), too big (18), constraint (19, extended codes end in it), mismatch (20).
fn blames_the_entry(code: &str) -> bool {
    match code.parse::<i64>() {
        Ok(number) if code.len() <= 4 => matches!(number & 0xff, 1 | 18..=20),
        _ => ["22", "23", "42"].iter().any(|class| code.starts_with(class)) || code == "P0001",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_that_complains_about_one_entry_is_told_from_one_that_is_in_trouble() {
        for ours in ["19", "1555", "2067", "20", "18", "23505", "22021", "P0001", "1811", "1", "42P01"] {
            assert!(blames_the_entry(ours), "{ours}");
        }
        for theirs in ["13", "5", "517", "10", "778", "53100", "57P01", "40001", "", "08006"] {
            assert!(!blames_the_entry(theirs), "{theirs}");
        }
    }

    #[test]
    fn an_error_quotes_no_value() {
        let error = StoreError::from(sqlx::Error::Protocol("0912345678".to_owned()));
        assert_eq!(
            error.to_string(),
            "the database cannot be used now (no code); see that it runs, that its disk has room, and that nothing locks it"
        );
        assert!(!format!("{error:?}").contains("0912345678"));
    }
}
