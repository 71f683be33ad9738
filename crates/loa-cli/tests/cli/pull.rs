//! `loa pull`, from `loa serve`.

use std::fs;
use std::net::TcpListener;
use std::path::Path;

use expect_test::{Expect, expect};

use super::campaign::{bundle, files};
use super::run::{Run, run};
use super::server::Server;

fn pull(root: &Path, port: u16, path: &str) -> Run {
    run(root, &["pull", &format!("http://127.0.0.1:{port}{path}"), "--into", "copy"])
}

/// The id of the bundle in `out`.
fn build_id(root: &Path) -> String {
    let list: serde_json::Value = serde_json::from_slice(&fs::read(root.join("out/bundle.json")).unwrap()).unwrap();
    list["build"].as_str().unwrap().to_owned()
}

/// It could not run; the port and what the system says are not always the same.
fn refused(run: &Run, port: u16, expected: Expect) {
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    expected.assert_eq(&run.stderr.replace(&format!(":{port}/"), ":PORT/"));
}

#[test]
fn a_copy_is_made_kept_and_brought_up_to_date() {
    let root = tempfile::tempdir().unwrap();
    bundle(root.path());
    let server = Server::start(root.path(), &["out"]);
    let id = build_id(root.path());
    let count = files(&root.path().join("out")).len() - 1;
    let first = pull(root.path(), server.port, "/");
    assert_eq!(
        (first.code, first.stdout.as_str(), first.stderr.as_str()),
        (0, format!("copy has build {id}: {count} files fetched, 0 kept\n").as_str(), "")
    );
    assert_eq!(files(&root.path().join("out")), files(&root.path().join("copy")));
    let changed =
        |folder: &str| fs::metadata(root.path().join(folder).join("bundle.json")).unwrap().modified().unwrap();
    let before = changed("copy");
    let second = pull(root.path(), server.port, "/bundle.json");
    assert_eq!(
        (second.code, second.stdout.as_str(), second.stderr.as_str()),
        (0, format!("copy is up to date: build {id}, {count} files; nothing was written\n").as_str(), "")
    );
    assert_eq!(before, changed("copy"));
    let moved =
        ["build", "chien-dich", "--out", "out", "--widgets", "widgets", "--at", "2025-02-01", "--src", "/khac/"];
    assert_eq!(run(root.path(), &moved).code, 0);
    let third = pull(root.path(), server.port, "/");
    assert_eq!(third.code, 0);
    assert!(third.stdout.starts_with(&format!("copy has build {}: ", build_id(root.path()))), "{}", third.stdout);
    assert!(!third.stdout.ends_with(" 0 kept\n"), "{}", third.stdout);
    assert_eq!(files(&root.path().join("out")), files(&root.path().join("copy")));
}

#[test]
fn a_file_that_was_tampered_with_is_refused_and_the_copy_stays() {
    let root = tempfile::tempdir().unwrap();
    bundle(root.path());
    let server = Server::start(root.path(), &["out"]);
    assert_eq!(pull(root.path(), server.port, "/").code, 0);
    fs::remove_file(root.path().join("copy/loa.js")).unwrap();
    let before = files(&root.path().join("copy"));
    fs::write(root.path().join("out/loa.js"), "/* evil.j */\n").unwrap();
    refused(
        &pull(root.path(), server.port, "/"),
        server.port,
        expect![[r#"
        error: `loa.js` is not the file that `bundle.json` lists: 13 bytes with the sum sha384-cqPwVUPc/LplY4re+4uDcUggc1IKUlYcph7LxXH6G2IE52RscHzXBgwpH2PDFaKV, expected 13 bytes with sha384-MHRv9vaTKzNMX9TUc9/D1tYYsk9fyEv6EEbXU+xhxdPWbT0kq6XTeOE4qQD4A/LE; the old bundle stays, try again later
    "#]],
    );
    fs::write(root.path().join("out/loa.js"), "/* much longer than it was */\n").unwrap();
    refused(
        &pull(root.path(), server.port, "/"),
        server.port,
        expect![[r#"
        error: `loa.js` could not be fetched
          because: `http://127.0.0.1:PORT/loa.js` has more than the 13 bytes that are expected; if the bundle is being changed right now, try again later
    "#]],
    );
    fs::remove_file(root.path().join("out/loa.js")).unwrap();
    refused(
        &pull(root.path(), server.port, "/"),
        server.port,
        expect![[r#"
        error: `loa.js` could not be fetched
          because: the server has no `http://127.0.0.1:PORT/loa.js` (404); check the address, which is that of the folder with `bundle.json`, or have the bundle published again
    "#]],
    );
    assert_eq!(before, files(&root.path().join("copy")));
    assert!(!root.path().join(".copy.loa-new").exists());
}

#[test]
fn a_copy_of_another_campaign_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    bundle(root.path());
    assert_eq!(run(root.path(), &["new", "khac", "--at", "2025-02-01"]).code, 0);
    assert_eq!(run(root.path(), &["build", "khac", "--out", "copy", "--at", "2025-02-01"]).code, 0);
    let before = files(&root.path().join("copy"));
    let server = Server::start(root.path(), &["out"]);
    refused(
        &pull(root.path(), server.port, "/"),
        server.port,
        expect![[r#"
        error: `ROOT/copy` holds the bundle of another campaign, `khac` and not `chien-dich`; choose another folder
    "#]],
    );
    assert_eq!(before, files(&root.path().join("copy")));
}

#[test]
fn an_address_without_a_bundle_is_said() {
    let root = tempfile::tempdir().unwrap();
    bundle(root.path());
    let server = Server::start(root.path(), &["out"]);
    refused(
        &pull(root.path(), server.port, "/none/"),
        server.port,
        expect![[r#"
        error: `bundle.json` could not be fetched
          because: the server has no `http://127.0.0.1:PORT/none/bundle.json` (404); check the address, which is that of the folder with `bundle.json`, or have the bundle published again
    "#]],
    );
    // Nobody listens where somebody has just stopped.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let nobody = pull(root.path(), port, "/");
    assert_eq!((nobody.code, nobody.stdout.as_str()), (2, ""));
    assert_eq!(nobody.stderr.matches("because: ").count(), 2, "{}", nobody.stderr);
    expect![[r#"
        error: `bundle.json` could not be fetched
          because: `http://127.0.0.1:PORT/bundle.json` cannot be reached; check the address and the network, and try again
    "#]]
        .assert_eq(nobody.stderr.rsplit_once("  because: ").unwrap().0.replace(&port.to_string(), "PORT").as_str());
    refused(
        &run(root.path(), &["pull", "http://loa.example.vn/", "--into", "copy"]),
        0,
        expect![[r#"
        error: the address `http://loa.example.vn/` is not safe, expected `https://`; `http://` is for this machine only, such as `http://127.0.0.1:8080/`
    "#]],
    );
    assert!(!root.path().join("copy").exists());
}
