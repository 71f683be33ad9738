//! Who is signed in.

use super::entry::read;
use super::user::seat;
use super::{Act, Statement, Store, StoreError, User};
use crate::desk::UserName;

/// A session as it is kept: the token only as its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub user: User,
    /// When it began, in seconds since 1970-01-01 00:00 UTC.
    pub began_at: i64,
    /// When it was last used, to the minute.
    pub seen_at: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    role: String,
    unit: Option<String>,
    began_at: i64,
    seen_at: i64,
}

const ONE: &str = "SELECT desk_user.name, role, unit, began_at, seen_at \
    FROM desk_session JOIN desk_user ON desk_user.name = desk_session.name WHERE token = $1 AND disabled_at IS NULL";

const BEGIN: &str = "INSERT INTO desk_session (token, name, began_at, seen_at) VALUES ($1, $2, $3, $3)";

const SEEN: &str = "UPDATE desk_session SET seen_at = $1 WHERE token = $2";

const END: &str = "DELETE FROM desk_session WHERE token = $1";

const OVER: &str = "DELETE FROM desk_session WHERE seen_at < $1 OR began_at < $2";

impl Store {
    /// The session of a token's hash, if its user may still sign in.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn session(&self, token_hash: &str) -> Result<Option<Session>, StoreError> {
        let rows: Vec<Row> = self.rows(Statement::new(ONE).bind(token_hash)).await?;
        let Some(row) = rows.into_iter().next() else { return Ok(None) };
        let user = User { name: read(row.name)?, seat: seat(row.role, row.unit)?, disabled_at: None };
        Ok(Some(Session { user, began_at: row.began_at, seen_at: row.seen_at }))
    }

    /// Begins a session, and forgets those that were last used, or begun, before two moments.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on the disk.
    pub async fn begin_session(
        &self,
        token_hash: &str,
        name: &UserName,
        over: (i64, i64),
        act: &Act,
    ) -> Result<(), StoreError> {
        let forget = Statement::new(OVER).bind(over.0).bind(over.1);
        let begin = Statement::new(BEGIN).bind(token_hash).bind(name.as_str()).bind(act.at.unix());
        self.write(vec![forget, begin, act.insert()]).await
    }

    /// Notes that a session is used.
    ///
    /// # Errors
    /// [`StoreError`] when it is not on the disk.
    pub async fn session_seen(&self, token_hash: &str, at: i64) -> Result<(), StoreError> {
        self.write(vec![Statement::new(SEEN).bind(at).bind(token_hash)]).await
    }

    /// Ends a session.
    ///
    /// # Errors
    /// [`StoreError`] when it may still be there.
    pub async fn end_session(&self, token_hash: &str, act: &Act) -> Result<(), StoreError> {
        self.write(vec![Statement::new(END).bind(token_hash), act.insert()]).await
    }
}
