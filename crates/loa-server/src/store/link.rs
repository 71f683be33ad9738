//! A connection of either engine; all that differs between them when something is written is here.

use sqlx::pool::PoolConnection;
use sqlx::{Executor, FromRow, Postgres, Sqlite};

use super::table::{Column, Table};
use super::{Statement, StoreError, Value};

/// A connection for writing.
pub(super) enum Link {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// What can be made of a row of either engine; tuples and structs that derive `FromRow` can.
pub trait Rows:
    for<'r> FromRow<'r, sqlx::sqlite::SqliteRow> + for<'r> FromRow<'r, sqlx::postgres::PgRow> + Send + Unpin
{
}

impl<T> Rows for T where
    T: for<'r> FromRow<'r, sqlx::sqlite::SqliteRow> + for<'r> FromRow<'r, sqlx::postgres::PgRow> + Send + Unpin
{
}

/// Binds values to a query of whichever engine.
macro_rules! bound {
    ($query:expr, $values:expr) => {{
        let mut query = $query;
        for value in $values {
            query = match value.clone() {
                $crate::store::Value::Text(text) => query.bind(text),
                $crate::store::Value::Integer(number) => query.bind(number),
            };
        }
        query
    }};
}

pub(super) use bound;

/// Binds the values of rows, one after the other, to a query of SQLite.
macro_rules! in_order {
    ($query:expr, $rows:expr) => {{
        let mut query = $query;
        for value in $rows.flatten() {
            query = match value {
                Value::Text(text) => query.bind(text),
                Value::Integer(number) => query.bind(number),
            };
        }
        query
    }};
}

/// Binds an array for each column of a table to a query of PostgreSQL.
macro_rules! arrays {
    ($query:expr, $table:expr, $rows:expr) => {{
        let mut query = $query;
        for (i, column) in $table.columns().iter().enumerate() {
            let values = $rows.iter().map(|row| row.get(i));
            query = match column {
                Column::Text(_) => query.bind(values.map(text).collect::<Vec<_>>()),
                Column::Integer(_) => query.bind(values.map(integer).collect::<Vec<_>>()),
            };
        }
        query
    }};
}

impl Link {
    /// Begins a transaction; in SQLite one that holds the lock for writing from here on.
    pub(super) async fn begin(&mut self) -> Result<(), StoreError> {
        let sql = match self {
            Self::Sqlite(_) => "BEGIN IMMEDIATE",
            Self::Postgres(_) => "BEGIN",
        };
        self.run(sql).await
    }

    /// Runs a statement without parameters.
    pub(super) async fn run(&mut self, sql: &'static str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(link) => link.execute(sql).await.map(drop)?,
            Self::Postgres(link) => link.execute(sql).await.map(drop)?,
        }
        Ok(())
    }

    /// How many rows a statement changed.
    pub(super) async fn execute(&mut self, statement: &Statement) -> Result<u64, StoreError> {
        let Statement { sql, values, .. } = statement;
        let sql = *sql;
        Ok(match self {
            Self::Sqlite(link) => bound!(sqlx::query(sql), values).execute(&mut **link).await?.rows_affected(),
            Self::Postgres(link) => bound!(sqlx::query(sql), values).execute(&mut **link).await?.rows_affected(),
        })
    }

    /// The rows of a question, as they are inside the transaction.
    pub(super) async fn rows<T: Rows>(&mut self, statement: &Statement) -> Result<Vec<T>, StoreError> {
        let Statement { sql, values, .. } = statement;
        let sql = *sql;
        Ok(match self {
            Self::Sqlite(link) => bound!(sqlx::query_as(sql), values).fetch_all(&mut **link).await?,
            Self::Postgres(link) => bound!(sqlx::query_as(sql), values).fetch_all(&mut **link).await?,
        })
    }

    /// Rows that go into a table; how many did.
    pub(super) async fn insert(&mut self, table: &'static Table, rows: Vec<Vec<Value>>) -> Result<u64, StoreError> {
        if rows.is_empty() {
            return Ok(0);
        }
        match self {
            Self::Sqlite(link) => {
                let (mut rows, mut done) = (rows.into_iter(), 0);
                while let Some((sql, many)) = table.in_sqlite(rows.len()) {
                    let query = in_order!(sqlx::query(sql), rows.by_ref().take(many));
                    done += query.execute(&mut **link).await?.rows_affected();
                }
                Ok(done)
            }
            Self::Postgres(link) => {
                let query = arrays!(sqlx::query(table.in_postgres()), table, rows);
                Ok(query.execute(&mut **link).await?.rows_affected())
            }
        }
    }

    /// The same, and what the table's statements give back.
    pub(super) async fn insert_and_return<T: Rows>(
        &mut self,
        table: &'static Table,
        rows: Vec<Vec<Value>>,
    ) -> Result<Vec<T>, StoreError> {
        match self {
            Self::Sqlite(link) => {
                let (mut rows, mut given) = (rows.into_iter(), Vec::new());
                while let Some((sql, many)) = table.in_sqlite(rows.len()) {
                    let query = in_order!(sqlx::query_as(sql), rows.by_ref().take(many));
                    given.extend(query.fetch_all(&mut **link).await?);
                }
                Ok(given)
            }
            Self::Postgres(link) => {
                Ok(arrays!(sqlx::query_as(table.in_postgres()), table, rows).fetch_all(&mut **link).await?)
            }
        }
    }

    /// Closes a connection of which nobody knows in what state it is.
    pub(super) fn discard(self) {
        match self {
            Self::Sqlite(link) => drop(link.detach()),
            Self::Postgres(link) => drop(link.detach()),
        }
    }
}

fn text(value: Option<&Value>) -> Option<String> {
    match value {
        Some(Value::Text(text)) => text.clone(),
        _ => None,
    }
}

fn integer(value: Option<&Value>) -> Option<i64> {
    match value {
        Some(Value::Integer(number)) => *number,
        _ => None,
    }
}
