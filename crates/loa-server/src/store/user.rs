//! Who works at the desk.

use loa_feedback::status::Role;

use super::entry::read;
use super::{Act, Statement, Store, StoreError};
use crate::desk::{PasswordHash, Seat, UserName};

/// A user of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The name to sign in with.
    pub name: UserName,
    /// What the user may see and do.
    pub seat: Seat,
    /// Since when the user may not sign in any more, in seconds since 1970-01-01 00:00 UTC.
    pub disabled_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    role: String,
    unit: Option<String>,
    password: String,
    disabled_at: Option<i64>,
}

const ONE: &str = "SELECT name, role, unit, password, disabled_at FROM desk_user WHERE name = $1";

const ALL: &str = "SELECT name, role, unit, password, disabled_at FROM desk_user ORDER BY name";

const ADD: &str = "INSERT INTO desk_user (name, role, unit, password, created_at) VALUES ($1, $2, $3, $4, $5)";

const SET_PASSWORD: &str = "UPDATE desk_user SET password = $1 WHERE name = $2";

const DISABLE: &str = "UPDATE desk_user SET disabled_at = $1 WHERE name = $2 AND disabled_at IS NULL";

const ENABLE: &str = "UPDATE desk_user SET disabled_at = NULL WHERE name = $1 AND disabled_at IS NOT NULL";

const SIGN_OUT: &str = "DELETE FROM desk_session WHERE name = $1";

impl Store {
    /// A user with the hash of the password.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn user(&self, name: &UserName) -> Result<Option<(User, PasswordHash)>, StoreError> {
        let rows: Vec<Row> = self.rows(Statement::new(ONE).bind(name.as_str())).await?;
        rows.into_iter().next().map(Row::user).transpose()
    }

    /// All users, by name.
    ///
    /// # Errors
    /// [`StoreError`] when the engine cannot say.
    pub async fn users(&self) -> Result<Vec<User>, StoreError> {
        let rows: Vec<Row> = self.rows(Statement::new(ALL)).await?;
        rows.into_iter().map(|row| row.user().map(|(user, _)| user)).collect()
    }

    /// Adds a user.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when the name is taken; [`StoreError`] otherwise.
    pub async fn add_user(&self, user: &User, hash: &PasswordHash, act: &Act) -> Result<(), StoreError> {
        let add = Statement::new(ADD)
            .bind(user.name.as_str())
            .bind(user.seat.role().as_str())
            .bind(user.seat.unit().map(|unit| unit.as_str().to_owned()))
            .bind(hash.as_str())
            .bind(act.at.unix());
        self.write(vec![add, act.insert()]).await
    }

    /// Gives a user another password; wherever the user was signed in, that ends.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when there is no such user; [`StoreError`] otherwise.
    pub async fn set_password(&self, name: &UserName, hash: &PasswordHash, act: &Act) -> Result<(), StoreError> {
        let set = Statement::new(SET_PASSWORD).bind(hash.as_str()).bind(name.as_str()).must_change_one();
        self.write(vec![set, Statement::new(SIGN_OUT).bind(name.as_str()), act.insert()]).await
    }

    /// Lets a user sign in no more, and ends where the user is signed in.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when there is no such user who may; [`StoreError`] otherwise.
    pub async fn disable_user(&self, name: &UserName, act: &Act) -> Result<(), StoreError> {
        let disable = Statement::new(DISABLE).bind(act.at.unix()).bind(name.as_str()).must_change_one();
        self.write(vec![disable, Statement::new(SIGN_OUT).bind(name.as_str()), act.insert()]).await
    }

    /// Lets a user sign in again.
    ///
    /// # Errors
    /// [`StoreError::Stale`] when there is no such user who may not; [`StoreError`] otherwise.
    pub async fn enable_user(&self, name: &UserName, act: &Act) -> Result<(), StoreError> {
        let enable = Statement::new(ENABLE).bind(name.as_str()).must_change_one();
        self.write(vec![enable, act.insert()]).await
    }
}

impl Row {
    fn user(self) -> Result<(User, PasswordHash), StoreError> {
        let seat = seat(self.role, self.unit)?;
        let user = User { name: read(self.name)?, seat, disabled_at: self.disabled_at };
        Ok((user, PasswordHash::from_store(self.password)))
    }
}

/// What the database says about a user's rights.
pub(super) fn seat(role: String, unit: Option<String>) -> Result<Seat, StoreError> {
    let role: Role = read(role)?;
    let unit = unit.map(read).transpose()?;
    Seat::new(role, unit).map_err(|error| sqlx::Error::Decode(error.into()).into())
}
