//! The store, on both engines alike.

use loa_feedback::status::{Event as Happening, Mover, Role, Status, Urgency, apply};
use loa_feedback::{BoardQuery, Cursor, Draft, Receipt};
use loa_plan::{PlanId, Zone};
use loa_server::store::{
    Act, Event, InboxOrder, InboxPlace, InboxQuery, NewFeedback, Statement, Store, StoreError, Taken,
};

use super::engines::Database;
use super::feedback::{CAMPAIGN, code, draft, key, moment, new};

fn campaign() -> PlanId {
    CAMPAIGN.parse().unwrap()
}

fn receipt(new: &NewFeedback) -> Receipt {
    Receipt { code: new.code.clone(), received_at: new.received_at, due_at: new.due_at }
}

async fn count(store: &Store, table: &'static str) -> i64 {
    let sql = match table {
        "feedback" => "SELECT count(*) FROM feedback",
        "person" => "SELECT count(*) FROM person",
        "receipt" => "SELECT count(*) FROM receipt",
        _ => "SELECT count(*) FROM event",
    };
    store.rows::<(i64,)>(Statement::new(sql)).await.unwrap()[0].0
}

/// Runs a test on each engine that is there.
macro_rules! on_both {
    ($($name:ident)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            for database in Database::both() {
                let store = Store::open(&database.url()).await.unwrap();
                on_each::$name(&database, &store).await;
                store.close().await;
            }
        }
    )*};
}

on_both! {
    a_repeat_gives_the_same_receipt_and_another_content_is_told
    many_at_once_are_all_there_once
    an_entry_that_is_refused_fails_alone
    what_was_written_is_there_after_opening_again
    a_change_is_made_on_what_was_seen_and_recorded_once
    a_statement_that_is_wrong_spoils_nothing_beside_it
    the_record_of_events_is_written_once
    the_board_is_paged_newest_first
    a_sender_is_erased_with_the_key
    what_is_due_comes_first_and_what_has_no_limit_after_it
    many_senders_are_one_question
    a_newer_schema_is_refused
}

/// A join on codes that are ordered differently goes through all of one table, inside of the one task that writes.
#[tokio::test]
async fn a_code_is_compared_alike_in_every_table() {
    let Some(database) = Database::postgres() else { return };
    let store = Store::open(&database.url()).await.unwrap();
    let of = "SELECT CAST(relname AS TEXT), CAST(collname AS TEXT) FROM pg_attribute \
        JOIN pg_class ON pg_class.oid = attrelid JOIN pg_collation ON pg_collation.oid = attcollation \
        WHERE attname = 'code' AND relkind = 'r' AND relnamespace = CAST('public' AS regnamespace) ORDER BY relname";
    let found: Vec<(String, String)> = store.rows(Statement::new(of)).await.unwrap();
    let expected = ["act", "answer", "event", "feedback", "person", "receipt"];
    assert_eq!(found, expected.map(|table| (table.to_owned(), "C".to_owned())));
    store.close().await;
}

mod on_each {
    use super::*;

    pub(super) async fn what_is_due_comes_first_and_what_has_no_limit_after_it(_: &Database, store: &Store) {
        let due = |hour: u64| moment("2026-11-25T00:00:00+07:00").plus_seconds(hour as i64 * 3_600);
        for (i, due_at) in [Some(due(9)), None, Some(due(3)), None, Some(due(9)), Some(due(1))].into_iter().enumerate()
        {
            let i = i as u64;
            let received_at = moment("2026-11-24T14:10:00+07:00").plus_seconds(i as i64);
            let mut draft = draft(&key(i));
            if i == 3 {
                draft.actor = "so-mau".to_owned();
            }
            store.take_in(NewFeedback { due_at, received_at, ..new(&draft, i) }).await.unwrap();
        }
        let mut query = InboxQuery {
            campaign: campaign(),
            unit: None,
            statuses: vec![Status::Received, Status::Answered],
            order: InboxOrder::Due,
            after: None,
            limit: 10,
        };
        let expected: Vec<_> = [5, 2, 0, 4, 1, 3].map(code).to_vec();
        for limit in [1, 2, 3, 4, 6, 10] {
            (query.limit, query.after) = (limit, None);
            let mut seen = Vec::new();
            loop {
                let page = store.inbox(&query, Zone::VIETNAM).await.unwrap();
                let Some(last) = page.last() else { break };
                query.after = Some(InboxPlace::of(last));
                seen.extend(page.into_iter().map(|entry| entry.code));
            }
            assert_eq!(seen, expected, "{limit}");
        }
        (query.limit, query.after, query.unit) = (10, None, Some("so-mau".parse().unwrap()));
        let of_unit = store.inbox(&query, Zone::VIETNAM).await.unwrap();
        assert_eq!(of_unit.into_iter().map(|entry| entry.code).collect::<Vec<_>>(), [code(3)]);
    }

    pub(super) async fn many_senders_are_one_question(_: &Database, store: &Store) {
        for i in 0..5 {
            let text = format!("Nộp hồ sơ khai sinh mãi không được, lần {i}");
            store.take_in(new(&Draft { text, ..draft(&key(i)) }, i)).await.unwrap();
        }
        let asked = [code(1), code(3), code(9)];
        let texts = store.texts(&campaign(), asked.iter()).await.unwrap();
        let persons = store.persons(&campaign(), asked.iter()).await.unwrap();
        assert_eq!((texts.len(), persons.len()), (2, 2));
        assert_eq!(texts[&code(3).digits()], "Nộp hồ sơ khai sinh mãi không được, lần 3");
        assert_eq!(persons[&code(1).digits()].name, "Nguyễn Thị Lan");
        assert!(store.texts(&campaign(), [].iter()).await.unwrap().is_empty());
    }

    pub(super) async fn a_repeat_gives_the_same_receipt_and_another_content_is_told(_: &Database, store: &Store) {
        let first = new(&draft(&key(1)), 1);
        assert_eq!(store.take_in(first.clone()).await.unwrap(), Taken::New(receipt(&first)));
        let again = NewFeedback { received_at: moment("2026-11-25T09:00:00+07:00"), ..new(&draft(&key(1)), 2) };
        assert_eq!(store.take_in(again).await.unwrap(), Taken::Again(receipt(&first)));
        let mut other = draft(&key(1));
        other.text.push_str(", xin hướng dẫn");
        assert_eq!(store.take_in(new(&other, 3)).await.unwrap(), Taken::Other(receipt(&first)));
        for table in ["feedback", "person", "receipt", "event"] {
            assert_eq!(count(store, table).await, 1, "{table}");
        }
    }

    pub(super) async fn many_at_once_are_all_there_once(_: &Database, store: &Store) {
        let tasks: Vec<_> = (0..400)
            .map(|i| {
                let store = store.clone();
                // Each key comes twice, under two codes.
                tokio::spawn(async move { store.take_in(new(&draft(&key(i / 2)), i)).await.unwrap() })
            })
            .collect();
        let mut codes = Vec::new();
        let (mut fresh, mut again) = (0, 0);
        for task in tasks {
            match task.await.unwrap() {
                Taken::New(receipt) => {
                    fresh += 1;
                    codes.push(receipt.code);
                }
                Taken::Again(receipt) => {
                    again += 1;
                    codes.push(receipt.code);
                }
                Taken::Other(_) => panic!("the content is the same"),
            }
        }
        assert_eq!((fresh, again), (200, 200));
        for pair in codes.chunks(2) {
            assert_eq!(pair[0], pair[1]);
        }
        assert_eq!(count(store, "feedback").await, 200);
    }

    pub(super) async fn an_entry_that_is_refused_fails_alone(_: &Database, store: &Store) {
        store.take_in(new(&draft(&key(900)), 900)).await.unwrap();
        let tasks: Vec<_> = (0..50)
            .map(|i| {
                let store = store.clone();
                // The code of the seventeenth is taken, which chance would never do.
                let code = if i == 17 { 900 } else { i };
                tokio::spawn(async move { store.take_in(new(&draft(&key(i)), code)).await })
            })
            .collect();
        for (i, task) in tasks.into_iter().enumerate() {
            let result = task.await.unwrap();
            assert_eq!(matches!(result, Err(StoreError::Refused(_))), i == 17, "{i}: {result:?}");
        }
        assert_eq!(count(store, "feedback").await, 50);
        assert_eq!(count(store, "receipt").await, 50, "nothing of the refused one is left");
        assert!(matches!(store.take_in(new(&draft(&key(17)), 17)).await, Ok(Taken::New(_))));
    }

    pub(super) async fn what_was_written_is_there_after_opening_again(database: &Database, store: &Store) {
        let first = new(&draft(&key(1)), 1);
        store.take_in(first.clone()).await.unwrap();
        store.close().await;
        assert!(matches!(store.take_in(first.clone()).await, Err(StoreError::Stopping)));
        let store = Store::open(&database.url()).await.unwrap();
        let entry = store.entry(&campaign(), &first.code, Zone::VIETNAM).await.unwrap().unwrap();
        assert_eq!((entry.standing.status, entry.version, entry.due_at), (Status::Received, 0, first.due_at));
        assert_eq!(entry.procedure.unwrap().as_str(), "1.001193");
        let person = store.person(&campaign(), &first.code).await.unwrap().unwrap();
        assert_eq!((person.name.as_str(), person.phone.as_deref()), ("Nguyễn Thị Lan", Some("+84912345678")));
        assert_eq!(person.consents, "answer@1");
        assert_eq!(store.entry(&campaign(), &code(2), Zone::VIETNAM).await.unwrap(), None);
        store.close().await;
    }

    pub(super) async fn a_change_is_made_on_what_was_seen_and_recorded_once(_: &Database, store: &Store) {
        let first = new(&draft(&key(1)), 1);
        store.take_in(first.clone()).await.unwrap();
        let seen = store.entry(&campaign(), &first.code, Zone::VIETNAM).await.unwrap().unwrap();
        let at = moment("2026-11-24T15:00:00+07:00");
        let mover = Mover { role: Role::Officer, unit: Some(&seen.standing.unit) };
        let accept = Happening::Accept { urgency: Urgency::Urgent };
        let (standing, record) = apply(&seen.standing, accept, mover, at).unwrap();
        let mut changed = seen.clone();
        (changed.standing, changed.due_at) = (standing, None);
        // Each moment has a column of its own.
        (changed.standing.with_unit_since, changed.standing.counted_from) = (at.plus_seconds(1), at.plus_seconds(2));
        let event = Event {
            at,
            role: record.by,
            who: Some("can-bo-1".to_owned()),
            what: record.event.kind().to_string(),
            detail: None,
            from: Some(record.from),
            to: record.to,
        };
        store.change(&changed, &event).await.unwrap();
        assert!(matches!(store.change(&changed, &event).await, Err(StoreError::Stale)));
        let now = store.entry(&campaign(), &first.code, Zone::VIETNAM).await.unwrap().unwrap();
        (changed.version, changed.changed_at) = (1, at);
        assert_eq!(now, changed);
        let events = store.events(&campaign(), &first.code, Zone::VIETNAM).await.unwrap();
        assert_eq!(events.len(), 2);
        assert_eq!((events[0].what.as_str(), events[0].role), ("receive", Role::Sender));
        assert_eq!(events[1], event);
    }

    pub(super) async fn a_statement_that_is_wrong_spoils_nothing_beside_it(_: &Database, store: &Store) {
        let tasks: Vec<_> = (0..60)
            .map(|i| {
                let store = store.clone();
                tokio::spawn(async move {
                    if i % 3 == 0 {
                        let first = Statement::new("UPDATE feedback SET unit = 'so-mau'");
                        store.write(vec![first, Statement::new("UPDATE nothing SET a = 1")]).await
                    } else {
                        store.take_in(new(&draft(&key(i)), i)).await.map(drop)
                    }
                })
            })
            .collect();
        for (i, task) in tasks.into_iter().enumerate() {
            let result = task.await.unwrap();
            assert_eq!(matches!(result, Err(StoreError::Refused(_))), i % 3 == 0, "{i}: {result:?}");
        }
        assert_eq!(count(store, "feedback").await, 40);
        let moved = "SELECT count(*) FROM feedback WHERE unit = 'so-mau'";
        assert_eq!(store.rows::<(i64,)>(Statement::new(moved)).await.unwrap(), [(0,)]);
    }

    pub(super) async fn the_record_of_events_is_written_once(_: &Database, store: &Store) {
        store.take_in(new(&draft(&key(1)), 1)).await.unwrap();
        for sql in ["UPDATE event SET who = 'x'", "DELETE FROM event"] {
            let refused = store.write(vec![Statement::new(sql)]).await;
            assert!(matches!(refused, Err(StoreError::Refused(_))), "{sql}: {refused:?}");
        }
        assert_eq!(count(store, "event").await, 1);
    }

    pub(super) async fn the_board_is_paged_newest_first(_: &Database, store: &Store) {
        for i in 0..7 {
            let mut draft = draft(&key(i));
            if i % 2 == 1 {
                draft.actor = "so-mau".to_owned();
            }
            // Two in each second, so that the code decides between them.
            let at = moment("2026-11-24T14:10:00+07:00").plus_seconds((i / 2) as i64);
            store.take_in(NewFeedback { received_at: at, ..new(&draft, i) }).await.unwrap();
        }
        let mut query = BoardQuery { campaign: campaign(), actor: None, status: None, cursor: None, limit: 3 };
        let mut seen = Vec::new();
        loop {
            let mut page = store.board(&query, Zone::VIETNAM).await.unwrap();
            let more = page.len() > query.limit;
            page.truncate(query.limit);
            let last = page.last().unwrap();
            query.cursor = Some(Cursor { received_at: last.standing.received_at.unix(), code: last.code.clone() });
            seen.extend(page.into_iter().map(|entry| (entry.standing.received_at, entry.code)));
            if !more {
                break;
            }
        }
        let mut sorted = seen.clone();
        sorted.sort_by(|a, b| b.cmp(a));
        sorted.dedup();
        assert_eq!((seen.len(), &seen), (7, &sorted));
        query.cursor = None;
        query.actor = Some("so-mau".parse().unwrap());
        assert_eq!(store.board(&query, Zone::VIETNAM).await.unwrap().len(), 3);
        query.status = Some(Status::Answered);
        assert_eq!(store.board(&query, Zone::VIETNAM).await.unwrap().len(), 0);
    }

    pub(super) async fn a_sender_is_erased_with_the_key(_: &Database, store: &Store) {
        let first = new(&draft(&key(1)), 1);
        store.take_in(first.clone()).await.unwrap();
        let at = moment("2026-11-24T15:00:00+07:00");
        let event = Event {
            at,
            role: Role::Admin,
            who: None,
            what: "erase".to_owned(),
            detail: None,
            from: Some(Status::Received),
            to: Status::Received,
        };
        let entry = store.entry(&campaign(), &first.code, Zone::VIETNAM).await.unwrap().unwrap();
        let act = Act::by_nobody(at, "erase", None);
        store.erase_and_change(&entry, &event, &act).await.unwrap();
        assert!(matches!(store.erase_and_change(&entry, &event, &act).await, Err(StoreError::Stale)));
        assert!(store.person(&campaign(), &first.code).await.unwrap().is_none());
        assert_eq!((count(store, "receipt").await, count(store, "event").await), (0, 2));
        store.take_in(new(&draft(&key(2)), 2)).await.unwrap();
        let close = "UPDATE feedback SET status = 'closed' WHERE code = $1";
        store.write(vec![Statement::new(close).bind(code(2).digits())]).await.unwrap();
        store.erase_closed_before(&campaign(), at.plus_seconds(-3_600).unix(), at).await.unwrap();
        assert_eq!(count(store, "person").await, 1);
        store.erase_closed_before(&campaign(), at.unix(), at).await.unwrap();
        assert_eq!((count(store, "person").await, count(store, "receipt").await), (0, 0));
    }

    pub(super) async fn a_newer_schema_is_refused(database: &Database, store: &Store) {
        let newer = "INSERT INTO loa_schema (number) VALUES (4711)";
        store.write(vec![Statement::new(newer)]).await.unwrap();
        let refused = Store::open(&database.url()).await.err().unwrap();
        let known = loa_server::store::SCHEMA;
        assert_eq!(
            refused.to_string(),
            format!(
                "the database `{}` was made by a newer version of loa (schema 4711, this one knows {known}); use that version",
                database.url()
            ),
            "{}",
            database.engine
        );
    }
}
