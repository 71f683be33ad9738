//! What stands although an older copy is brought back: erasures, withdrawals, and users who may not sign in any more.

use sqlx::{Executor, SqliteConnection};

/// What a copy would have brought back, and what stands instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Restored {
    /// How many feedbacks are as they are after an erasure or a withdrawal, and not as in the copy.
    pub feedbacks: u64,
    /// How many users may not sign in, although they may in the copy.
    pub users: u64,
}

/// Puts aside, in memory, what the present database knows. Feedback that the copy does not have is lost like all that came
/// in after it.
const REMEMBER: [&str; 8] = [
    "CREATE TEMP TABLE standing_code AS SELECT DISTINCT campaign, code FROM main.act \
     WHERE what IN ('erase', 'withdraw') AND (campaign, code) IN (SELECT campaign, code FROM saved.feedback) \
     AND NOT EXISTS (SELECT 1 FROM saved.act WHERE saved.act.at = main.act.at AND saved.act.what = main.act.what \
     AND saved.act.campaign = main.act.campaign AND saved.act.code = main.act.code)",
    "CREATE TEMP TABLE standing_feedback AS SELECT * FROM main.feedback \
     WHERE (campaign, code) IN (SELECT campaign, code FROM standing_code)",
    "CREATE TEMP TABLE standing_person AS SELECT * FROM main.person \
     WHERE (campaign, code) IN (SELECT campaign, code FROM standing_code)",
    "CREATE TEMP TABLE standing_receipt AS SELECT * FROM main.receipt \
     WHERE (campaign, code) IN (SELECT campaign, code FROM standing_code)",
    "CREATE TEMP TABLE standing_answer AS SELECT * FROM main.answer \
     WHERE (campaign, code) IN (SELECT campaign, code FROM standing_code)",
    "CREATE TEMP TABLE standing_event AS SELECT * FROM main.event \
     WHERE (campaign, code) IN (SELECT campaign, code FROM standing_code)",
    // Also the record of it, so that the next time an old copy is brought back it is known again.
    "CREATE TEMP TABLE standing_act AS SELECT at, who, what, campaign, code, detail FROM main.act \
     WHERE what IN ('erase', 'withdraw', 'user-disable')",
    "CREATE TEMP TABLE standing_user AS SELECT name, disabled_at FROM main.desk_user WHERE disabled_at IS NOT NULL",
];

/// Puts it in the place of what the copy has. The record of events comes along: it is longer by what was done since.
const APPLY: [&str; 11] = [
    "DELETE FROM main.feedback WHERE (campaign, code) IN (SELECT campaign, code FROM standing_code)",
    "INSERT INTO main.feedback SELECT * FROM standing_feedback",
    "DELETE FROM main.person WHERE (campaign, code) IN (SELECT campaign, code FROM standing_code)",
    "INSERT INTO main.person SELECT * FROM standing_person",
    "DELETE FROM main.receipt WHERE (campaign, code) IN (SELECT campaign, code FROM standing_code)",
    "INSERT INTO main.receipt SELECT * FROM standing_receipt",
    "DELETE FROM main.answer WHERE (campaign, code) IN (SELECT campaign, code FROM standing_code)",
    "INSERT INTO main.answer SELECT * FROM standing_answer",
    "DELETE FROM main.event WHERE (campaign, code) IN (SELECT campaign, code FROM standing_code)",
    "INSERT INTO main.event SELECT * FROM standing_event",
    "INSERT INTO main.act (at, who, what, campaign, code, detail) SELECT at, who, what, campaign, code, detail \
     FROM standing_act WHERE NOT EXISTS (SELECT 1 FROM main.act WHERE main.act.at = standing_act.at \
     AND main.act.what = standing_act.what AND main.act.campaign IS standing_act.campaign \
     AND main.act.code IS standing_act.code AND main.act.detail IS standing_act.detail)",
];

const DISABLE: &str = "UPDATE main.desk_user \
    SET disabled_at = (SELECT disabled_at FROM standing_user WHERE standing_user.name = main.desk_user.name) \
    WHERE disabled_at IS NULL AND name IN (SELECT name FROM standing_user)";

/// Before anything is replaced.
pub(super) async fn remember(link: &mut SqliteConnection) -> Result<(), sqlx::Error> {
    for statement in REMEMBER {
        link.execute(statement).await?;
    }
    Ok(())
}

/// After everything was replaced, while no trigger keeps the records.
pub(super) async fn apply(link: &mut SqliteConnection) -> Result<Restored, sqlx::Error> {
    for statement in APPLY {
        link.execute(statement).await?;
    }
    let users = link.execute(DISABLE).await?.rows_affected();
    let (feedbacks,): (i64,) = sqlx::query_as("SELECT count(*) FROM standing_code").fetch_one(&mut *link).await?;
    Ok(Restored { feedbacks: u64::try_from(feedbacks).unwrap_or_default(), users })
}
