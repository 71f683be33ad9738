//! A full disk, a locked file, a database that goes and comes back, a start that cannot be.

use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use expect_test::{Expect, expect};
use loa_server::Store;
use loa_server::store::{Act, Statement, StoreError, Taken};
use sqlx::{Connection, Executor, SqliteConnection};

use super::engines::{Cluster, Database, cluster};
use super::feedback::{draft, key, moment, new};

#[tokio::test]
async fn a_full_disk_acknowledges_nothing_and_loses_nothing() {
    let database = Database::sqlite();
    let store = Store::open(&database.url()).await.unwrap();
    // No page more than there are, and a few.
    store.write(vec![Statement::new("PRAGMA max_page_count = 40")]).await.unwrap();
    let mut kept = Vec::new();
    let mut refused = None;
    for i in 0..2_000 {
        match store.take_in(new(&draft(&key(i)), i)).await {
            Ok(Taken::New(receipt)) => kept.push((i, receipt)),
            Ok(other) => panic!("{other:?}"),
            Err(error) => {
                refused = Some((i, error));
                break;
            }
        }
    }
    let (number, error) = refused.unwrap();
    assert!(matches!(error, StoreError::Unavailable(_)), "{error}");
    assert_eq!(
        error.to_string(),
        "the database cannot be used now (code 13); see that it runs, that its disk has room, and that nothing locks it"
    );
    store.close().await;
    // With room again everything that was acknowledged is there, and the refused one comes in with its key.
    let store = Store::open(&database.url()).await.unwrap();
    for (i, receipt) in &kept {
        assert_eq!(store.take_in(new(&draft(&key(*i)), i + 10_000)).await.unwrap(), Taken::Again(receipt.clone()));
    }
    assert!(matches!(store.take_in(new(&draft(&key(number)), number)).await, Ok(Taken::New(_))));
    store.close().await;
}

#[tokio::test]
async fn a_postgres_that_goes_and_comes_back_keeps_what_it_had() {
    if cluster().is_none() {
        return;
    }
    let cluster = Cluster::start().unwrap();
    let store = Store::open(&Database::at(cluster.url("postgres")).url()).await.unwrap();
    let Ok(Taken::New(receipt)) = store.take_in(new(&draft(&key(1)), 1)).await else { panic!() };
    cluster.stop();
    assert!(matches!(store.take_in(new(&draft(&key(2)), 2)).await, Err(StoreError::Unavailable(_))));
    cluster.serve().unwrap();
    assert_eq!(store.take_in(new(&draft(&key(1)), 3)).await.unwrap(), Taken::Again(receipt));
    assert!(matches!(store.take_in(new(&draft(&key(2)), 2)).await, Ok(Taken::New(_))));
    store.close().await;
    cluster.stop();
}

async fn refused(url: &str, folder: &std::path::Path, expected: Expect) {
    let error = Store::open(&url.parse().unwrap()).await.err().unwrap();
    expected.assert_eq(&error.to_string().replace(&folder.display().to_string(), "FOLDER"));
}

#[tokio::test]
async fn what_keeps_a_file_from_being_opened_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| format!("sqlite://{}", folder.path().join(name).display());
    refused(
        &at("none/loa.db"),
        folder.path(),
        expect!["the folder `FOLDER/none` for the database is missing; make it, or name another file with `--database sqlite://PATH`"],
    )
    .await;
    refused(
        &format!("sqlite://{}", folder.path().display()),
        folder.path(),
        expect!["`FOLDER` is a folder, expected the file of the database; name a file in it"],
    )
    .await;
    fs::write(
        folder.path().join("text.db"),
        "not a database, but a text that is long enough to be looked at ".repeat(40),
    )
    .unwrap();
    refused(
        &at("text.db"),
        folder.path(),
        expect!["`FOLDER/text.db` is not a database of this service, or it is damaged; name another file, or restore a backup"],
    )
    .await;
    #[cfg(target_os = "linux")]
    refused(
        "sqlite:///proc/loa.db",
        folder.path(),
        expect!["`/proc/loa.db` cannot be written; see that this user may write the file and its folder, and that the disk is not read-only"],
    )
    .await;
    let locked = folder.path().join("locked.db");
    Store::open(&at("locked.db").parse().unwrap()).await.unwrap().close().await;
    let mut other = SqliteConnection::connect(&format!("sqlite://{}", locked.display())).await.unwrap();
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    refused(
        &at("locked.db"),
        folder.path(),
        expect!["`FOLDER/locked.db` is locked by another program; stop that one, or wait until it is done"],
    )
    .await;
    other.execute("ROLLBACK").await.unwrap();
    Store::open(&at("locked.db").parse().unwrap()).await.unwrap().close().await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_file_is_for_the_service_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("loa.db");
    let store = Store::open(&format!("sqlite://{}", path.display()).parse().unwrap()).await.unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    store.take_in(new(&draft(&key(1)), 1)).await.unwrap();
    store.close().await;
    // The log is taken back into the one file.
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["loa.db"]);
}

#[tokio::test]
async fn a_postgres_that_does_not_let_us_in_is_named_without_the_password() {
    let Some(cluster) = cluster() else { return };
    let url = cluster.url("none").replace("loa@", "loa:secret@");
    let error = Store::open(&url.parse().unwrap()).await.err().unwrap().to_string();
    let shown = cluster.url("none").replace("loa@", "");
    assert_eq!(
        error,
        format!(
            "the database `{shown}` does not let us in (database \"none\" does not exist); see that it runs, and that user, password and database are right"
        )
    );
}

#[tokio::test]
async fn a_postgres_that_cannot_keep_a_secret_is_not_told_one() {
    let Some(cluster) = cluster() else { return };
    let url = cluster.url("postgres") + "?sslmode=verify-full";
    let error = Store::open(&url.parse().unwrap()).await.err().unwrap().to_string();
    let shown = cluster.url("postgres").replace("loa@", "");
    assert_eq!(
        error,
        format!(
            "the database `{shown}` does not let us in (TLS: server does not support TLS); see that it runs, and that user, password and database are right"
        )
    );
}

/// Between the service and PostgreSQL: what is written goes through, and the answer to one commit does not.
struct Between {
    port: u16,
    is_armed: Arc<AtomicBool>,
}

impl Between {
    fn start(server: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (port, is_armed) = (listener.local_addr().unwrap().port(), Arc::new(AtomicBool::new(false)));
        let armed = Arc::clone(&is_armed);
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let server = TcpStream::connect(("127.0.0.1", server)).unwrap();
                let armed = Arc::clone(&armed);
                std::thread::spawn(move || drop(Self::carry(client, server, &armed)));
            }
        });
        Self { port, is_armed }
    }

    fn carry(mut client: TcpStream, mut server: TcpStream, armed: &AtomicBool) -> std::io::Result<()> {
        let is_cut = Arc::new(AtomicBool::new(false));
        let (mut from, mut to, cut) = (server.try_clone()?, client.try_clone()?, Arc::clone(&is_cut));
        std::thread::spawn(move || {
            let mut bytes = [0; 65_536];
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                // The server has answered, so it has committed; nobody hears of it.
                if cut.load(Ordering::SeqCst) || to.write_all(&bytes[..count]).is_err() {
                    break;
                }
            }
            drop(to.shutdown(Shutdown::Both));
        });
        let mut bytes = [0; 65_536];
        loop {
            let count = client.read(&mut bytes)?;
            if count == 0 {
                return server.shutdown(Shutdown::Both);
            }
            let is_commit = bytes[..count].windows(6).any(|part| part == b"COMMIT");
            if is_commit && armed.swap(false, Ordering::SeqCst) {
                is_cut.store(true, Ordering::SeqCst);
            }
            server.write_all(&bytes[..count])?;
        }
    }

    fn arm(&self) {
        self.is_armed.store(true, Ordering::SeqCst);
    }
}

#[tokio::test]
async fn what_a_lost_commit_may_have_written_is_not_written_twice() {
    let Some(database) = Database::postgres() else { return };
    let address = database.url.split('/').nth(2).unwrap().to_owned();
    let between = Between::start(address.rsplit(':').next().unwrap().parse().unwrap());
    let url = database.url.replace(&address, &format!("loa@127.0.0.1:{}", between.port));
    let store = Store::open(&Database::at(url).url()).await.unwrap();
    let act = || Act::by_nobody(moment("2026-11-24T14:10:00+07:00"), "backup", None);
    between.arm();
    let unknown = store.record(&act()).await.unwrap_err();
    assert!(matches!(unknown, StoreError::Unknown), "{unknown}");
    assert_eq!(
        unknown.to_string(),
        "the connection to the database was lost while this was written, so it is there or not; look before it is done again"
    );
    let count = |table: &'static str| {
        let store = &store;
        async move { store.rows::<(i64,)>(Statement::new(table)).await.unwrap()[0].0 }
    };
    assert_eq!(count("SELECT count(*) FROM act").await, 1);
    // What has a key is written again, and found there.
    between.arm();
    assert!(matches!(store.take_in(new(&draft(&key(1)), 1)).await, Ok(Taken::New(_))));
    assert_eq!(count("SELECT count(*) FROM feedback").await, 1);
    // And what comes after it is written as ever.
    store.record(&act()).await.unwrap();
    assert_eq!(count("SELECT count(*) FROM act").await, 2);
    store.close().await;
}
