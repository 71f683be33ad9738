//! The tables of the desk on both engines.

use loa_feedback::status::Role;
use loa_plan::Zone;
use loa_server::Store;
use loa_server::store::{Act, Statement, StoreError};

use super::browser::add;
use crate::engines::Database;
use crate::feedback::{draft, key};
use crate::service::{Running, campaign};

#[tokio::test]
async fn the_record_of_acts_is_written_once() {
    for database in Database::both() {
        let engine = database.engine;
        let running = Running::of(campaign(), database).await;
        let store = running.service.store();
        store.record(&Act::by_nobody(running.service.now(), "backup", None)).await.unwrap();
        for sql in ["UPDATE act SET what = 'x'", "DELETE FROM act"] {
            let refused = store.write(vec![Statement::new(sql)]).await;
            assert!(matches!(refused, Err(StoreError::Refused(_))), "{engine}: {refused:?}");
        }
        assert_eq!(store.acts(None, 10, Zone::VIETNAM).await.unwrap().len(), 1, "{engine}");
    }
}

#[tokio::test]
async fn a_database_from_before_the_desk_gets_its_tables_and_keeps_what_it_had() {
    for database in Database::both() {
        let url = database.url();
        let running = Running::of(campaign(), database).await;
        let code = running.send(&draft(&key(1))).await.receipt().code;
        let store = running.service.store();
        let statements = [
            "DROP TABLE act",
            "DROP TABLE answer",
            "DROP TABLE desk_session",
            "DROP TABLE desk_user",
            "DELETE FROM loa_schema WHERE number > 1",
        ];
        store.write(statements.map(Statement::new).to_vec()).await.unwrap();
        let again = Store::open(&url).await.unwrap();
        let campaign = running.service.campaign().id();
        assert!(again.entry(campaign, &code, Zone::VIETNAM).await.unwrap().is_some());
        again.close().await;
        add(&running, "lan.nguyen", Role::Admin, None).await;
        assert_eq!(store.users().await.unwrap().len(), 1);
    }
}
