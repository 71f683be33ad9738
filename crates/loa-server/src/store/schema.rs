//! The shape of the tables: numbered steps, applied in order, each in a transaction with its number.

use sqlx::Executor;

use super::link::Link;
use super::{Statement, StoreError};

/// A step for both engines. A step that was released is never changed; a new one is added below it.
struct Migration {
    sqlite: &'static str,
    postgres: &'static str,
}

const MIGRATIONS: &[Migration] = &[Migration {
    sqlite: include_str!("../../migrations/sqlite/0001_feedback.sql"),
    postgres: include_str!("../../migrations/postgres/0001_feedback.sql"),
}];

/// The number of the last step that this program knows.
pub const SCHEMA: i64 = MIGRATIONS.len() as i64;

/// The number that the database has, when it is newer than this program.
pub(super) struct Future(pub i64);

/// Brings the tables to the shape that this program knows; never back from a newer one.
pub(super) async fn migrate(link: &mut Link) -> Result<Result<(), Future>, StoreError> {
    link.begin().await?;
    // Two services may start at once on one PostgreSQL; SQLite's transaction holds its lock by itself.
    if let Link::Postgres(postgres) = &mut *link {
        postgres.execute("SELECT pg_advisory_xact_lock(7031825)").await?;
    }
    link.run("CREATE TABLE IF NOT EXISTS loa_schema (number BIGINT NOT NULL PRIMARY KEY)").await?;
    let found: Vec<(i64,)> =
        link.rows(&Statement::new("SELECT CAST(coalesce(max(number), 0) AS BIGINT) FROM loa_schema")).await?;
    let found = found.first().map_or(0, |(number,)| *number);
    if found > SCHEMA {
        link.run("ROLLBACK").await?;
        return Ok(Err(Future(found)));
    }
    for (number, migration) in (1..).zip(MIGRATIONS) {
        if number > found {
            match link {
                Link::Sqlite(link) => link.execute(sqlx::raw_sql(migration.sqlite)).await.map(drop)?,
                Link::Postgres(link) => link.execute(sqlx::raw_sql(migration.postgres)).await.map(drop)?,
            }
            link.execute(&Statement::new("INSERT INTO loa_schema (number) VALUES ($1)").bind(number)).await?;
        }
    }
    link.run("COMMIT").await?;
    Ok(Ok(()))
}
