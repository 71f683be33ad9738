//! `loa serve` is killed at random moments under load, and nothing that was acknowledged is lost or there twice.
//!
//! `LOA_KILL_ROUNDS` and `LOA_KILL_SEED` make the run longer or another one; `cargo xtask soak kills` does so.

mod client;
#[path = "../../../loa-server/tests/server/engines.rs"]
#[expect(dead_code, reason = "the tests of the service use all of it")]
mod engines;
mod load;
#[expect(dead_code, reason = "the test that sends many uses all of it")]
mod server;

use std::collections::BTreeSet;
use std::sync::Arc;

use client::{Reply, board, send};
use engines::{Cluster, Database};
use load::{Load, Random};
use server::Server;

/// How many clients send at once.
const CLIENTS: u64 = 8;

/// How many acknowledgements there are between two kills at most.
const BETWEEN: u64 = 120;

fn rounds(usual: u64) -> u64 {
    std::env::var("LOA_KILL_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(usual)
}

fn seed() -> u64 {
    std::env::var("LOA_KILL_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(20_251_124)
}

/// Kills the service round after round while clients send and retry; then holds what is there against what was said.
fn kill_under_load(database: &Database, rounds: u64, mut at_kill: impl FnMut(u64)) {
    let seed = seed();
    eprintln!("{}: {rounds} kills, seed {seed}", database.engine);
    let mut random = Random::new(seed);
    let load = Arc::new(Load::new());
    let mut server = Server::start(&database.url);
    load.lead_to(server.port);
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let load = Arc::clone(&load);
            std::thread::spawn(move || load.send_until_told(client, Random::new(seed ^ (client + 1))))
        })
        .collect();
    for round in 0..rounds {
        load.wait_for(load.acknowledged() + 1 + random.below(BETWEEN));
        server.kill();
        at_kill(round);
        server = Server::start(&database.url);
        load.lead_to(server.port);
    }
    // A last stretch in peace, in which everything that was cut off is sent again.
    load.wait_for(load.acknowledged() + CLIENTS);
    load.stop();
    for client in clients {
        client.join().unwrap();
    }
    let receipts = load.receipts();
    let codes: BTreeSet<&String> = receipts.values().collect();
    assert_eq!(codes.len(), receipts.len(), "two keys have one code");
    for (key, code) in &receipts {
        match send(server.port, key) {
            Ok(Reply { status: 200, code: again }) => assert_eq!(again, *code, "{key}"),
            other => panic!("{key}: {other:?}"),
        }
    }
    let listed = board(server.port);
    let once: BTreeSet<&String> = listed.iter().collect();
    assert_eq!(listed.len(), once.len(), "one feedback is listed twice");
    assert_eq!(once, codes, "{} acknowledged, {} kept", codes.len(), once.len());
    eprintln!("{}: {} acknowledged, all there once, {} sent again", database.engine, codes.len(), load.repeated());
    server.stop();
}

#[test]
fn a_killed_service_on_sqlite_loses_and_doubles_nothing() {
    kill_under_load(&Database::sqlite(), rounds(5), |_| {});
}

#[test]
fn a_killed_service_on_postgres_loses_and_doubles_nothing() {
    if let Some(database) = Database::postgres() {
        kill_under_load(&database, rounds(2), |_| {});
    }
}

/// The database loses its power too, every second time.
#[test]
fn a_killed_postgres_loses_and_doubles_nothing() {
    if engines::cluster().is_none() {
        return;
    }
    let cluster = Cluster::start().unwrap();
    let database = Database::at(cluster.url("postgres"));
    kill_under_load(&database, rounds(2), |round| {
        if round % 2 == 0 {
            cluster.stop();
            cluster.serve().unwrap();
        }
    });
    cluster.stop();
}

/// The system lets no file grow beyond a size, as a full disk does.
#[cfg(unix)]
#[test]
fn a_full_disk_is_said_and_nothing_acknowledged_is_lost() {
    let database = Database::sqlite();
    let server = Server::start_with_small_files(&database.url);
    let mut kept = Vec::new();
    let mut random = Random::new(seed());
    let refused = loop {
        let key = random.key();
        match send(server.port, &key).unwrap() {
            Reply { status: 201, code } => kept.push((key, code)),
            Reply { status, .. } => break (key, status),
        }
        assert!(kept.len() < 20_000, "the disk is never full");
    };
    assert_eq!(refused.1, 503);
    server.kill();
    let server = Server::start(&database.url);
    for (key, code) in &kept {
        assert_eq!(send(server.port, key).unwrap(), Reply { status: 200, code: code.clone() });
    }
    assert_eq!(send(server.port, &refused.0).unwrap().status, 201);
    assert_eq!(board(server.port).len(), kept.len() + 1);
    server.stop();
}
