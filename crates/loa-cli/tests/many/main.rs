//! `loa serve` takes in thousands from many connections at once, and its memory stays; `cargo xtask soak submissions` sends
//! a million.

#[path = "../kills/server.rs"]
#[expect(dead_code, reason = "the tests that kill use all of it")]
mod server;

use std::net::{Ipv4Addr, SocketAddr};

use loa_bench::Load;
use loa_bench::load::{Receiver, Until};
use server::Server;

/// How many are sent between two looks.
const STEP: u64 = 1_000;

/// What caches of the database and of the allocator may still take after the first steps, in kB; a body that was kept for
/// each feedback would be as much again.
const ROOM: u64 = 6_000;

fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
fn thousands_from_many_connections_are_taken_in_and_memory_stays() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(&format!("sqlite://{}", folder.path().join("loa.db").display()));
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, server.port));
    let mut seen = Vec::new();
    for seed in 1..=5 {
        let load = Load { address, receiver: Receiver::Loa, connections: 64, until: Until::Count(STEP), seed };
        assert_eq!(load.send().unwrap().answered, STEP);
        if cfg!(target_os = "linux") {
            seen.push(memory(server.id()));
        }
    }
    if let [_, second, .., last] = seen.as_slice() {
        assert!(last.saturating_sub(*second) < ROOM, "{seen:?} kB");
    }
    server.stop();
}
