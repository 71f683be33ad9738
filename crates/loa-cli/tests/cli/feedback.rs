//! `loa serve` with a campaign.

use std::fs;
use std::path::Path;

use expect_test::expect;

use super::campaign::bundle;
use super::http::{ask, ask_with, get};
use super::run::run;
use super::server::Server;

/// The campaign of the service's own tests.
pub(crate) fn campaign(root: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../loa-server/tests/campaign");
    fs::create_dir_all(root.join("pakn/holidays")).unwrap();
    for name in ["plan.toml", "routes.toml", "consents.toml", "service.toml", "holidays/2026.toml"] {
        fs::copy(from.join(name), root.join("pakn").join(name)).unwrap();
    }
}

#[test]
fn a_campaign_with_its_doors_takes_feedback_in() {
    let root = tempfile::tempdir().unwrap();
    campaign(root.path());
    let server = Server::start(root.path(), &["pakn"]);
    assert_eq!(server.line, format!("serving pakn on http://127.0.0.1:{}/\n", server.port));
    assert!(root.path().join("loa.db").is_file());
    let form = get(server.port, "/gui?actor=phuong-mau&kind=procedure");
    assert_eq!((form.status, form.header("content-type")), (200, "text/html; charset=utf-8"));
    assert_eq!(get(server.port, "/").header("location"), "gui");
    assert_eq!(get(server.port, "/healthz").status, 200);
    assert_eq!(get(server.port, "/api/board").text(), r#"{"items":[]}"#);
    let port = server.port;
    assert_eq!(server.end(), format!("feedback in sqlite://loa.db by http://127.0.0.1:{port}/gui\n"));
}

#[test]
fn a_site_has_the_service_beside_it() {
    let root = tempfile::tempdir().unwrap();
    campaign(root.path());
    fs::create_dir(root.path().join("site")).unwrap();
    fs::write(root.path().join("site/index.html"), "<p>Trang chủ</p>").unwrap();
    fs::write(root.path().join("site/_headers"), "/*\n  X-Frame-Options: SAMEORIGIN\n").unwrap();
    let server = Server::start(root.path(), &["site", "--campaign", "pakn", "--database", "sqlite://pakn.db"]);
    let page = get(server.port, "/");
    assert_eq!((page.text(), page.header("x-frame-options")), ("<p>Trang chủ</p>", "SAMEORIGIN"));
    assert_eq!(get(server.port, "/gui").header("x-frame-options"), "DENY");
    assert_eq!(ask(server.port, "POST", "/api/feedback", "Content-Length: 0\r\n").status, 415);
    assert_eq!(get(server.port, "/none").text(), "there is no such file\n");
}

#[test]
fn a_campaign_is_served_as_it_is_checked() {
    let root = tempfile::tempdir().unwrap();
    campaign(root.path());
    let pakn = root.path().join("pakn");
    // A plan in JSON, what a file manager leaves, and a guide that cannot be read.
    let plan = loa_plan::Plan::from_toml(&fs::read_to_string(pakn.join("plan.toml")).unwrap()).unwrap();
    fs::write(pakn.join("plan.json"), plan.to_json()).unwrap();
    fs::remove_file(pakn.join("plan.toml")).unwrap();
    fs::write(pakn.join("holidays/._2026.toml"), "\0\0\u{5}").unwrap();
    fs::create_dir(pakn.join("guides")).unwrap();
    fs::write(pakn.join("guides/khai-sinh.md"), "no head").unwrap();
    let server = Server::start(root.path(), &["pakn"]);
    assert_eq!(get(server.port, "/gui?actor=phuong-mau&kind=procedure").status, 200);
    drop(server);
    fs::write(pakn.join("guides/khai-sinh.md"), GUIDE).unwrap();
    let server = Server::start(root.path(), &["pakn"]);
    let count = |guide: &str| {
        let event = format!(r#"{{"campaign":"ke-hoach","guide":"{guide}","deed":"guide-started"}}"#);
        ask_with(server.port, "POST", "/api/counts", "Content-Type: application/json\r\n", &event).status
    };
    assert_eq!([count("khai-sinh"), count("khong-co")], [204, 422]);
    drop(server);
    fs::write(pakn.join("plan.toml"), "").unwrap();
    let both = run(root.path(), &["serve", "pakn"]);
    assert!(both.stderr.contains("there are both `plan.toml` and `plan.json`"), "{}", both.stderr);
}

/// As short as a guide can be.
const GUIDE: &str = "+++\nformat = 1\nid = \"khai-sinh\"\ntitle = \"Đăng ký khai sinh\"\nupdated = 2025-06-01\n+++\n\n## Mở cổng\n\nMở cổng dịch vụ công.\n";

#[test]
fn the_settings_of_the_service_are_checked_too() {
    let root = tempfile::tempdir().unwrap();
    campaign(root.path());
    let checked = |root: &Path| run(root, &["check", "pakn", "--at", "2026-11-24"]).stdout;
    let fine = checked(root.path());
    assert!(!fine.contains("service.toml"), "{fine}");
    fs::write(root.path().join("pakn/service.toml"), "format = 1\norigins = [\"*\"]\nkeep_day = 3\n").unwrap();
    let wrong = run(root.path(), &["check", "pakn", "--at", "2026-11-24"]);
    assert_eq!(wrong.code, 1);
    for said in ["service.toml:2:12: error: `*` is not an origin", "service.toml:3:1: error: "] {
        assert!(wrong.stdout.contains(said), "{said}: {}", wrong.stdout);
    }
    assert!(wrong.stdout.contains(" in 5 files\n"), "{}", wrong.stdout);
    fs::remove_file(root.path().join("pakn/service.toml")).unwrap();
    assert!(checked(root.path()).contains(" in 4 files\n"));
}

#[test]
fn what_keeps_feedback_from_being_taken_in_is_said() {
    let root = tempfile::tempdir().unwrap();
    campaign(root.path());
    bundle(root.path());
    run(root.path(), &["serve", "out", "--database", "sqlite://loa.db"]).could_not_run(expect![[r#"
        error: `--database` is for feedback, and `out` is no campaign; name the campaign with `--campaign DIR`
    "#]]);
    run(root.path(), &["serve", "chien-dich", "--database", "sqlite://loa.db"]).could_not_run(expect![[r#"
        error: `chien-dich/routes.toml` is missing, and without it no feedback can be taken in; write it, and `loa check` says what it lacks
    "#]]);
    run(root.path(), &["serve", "out", "--campaign", "pakn", "--database", "sqlite://out/loa.db"]).could_not_run(
        expect![[r#"
            error: the database `out/loa.db` is inside of `out`, which everybody may read; name another place with `--database`
        "#]],
    );
    run(root.path(), &["serve", "pakn", "--database", "sqlite://none/loa.db"]).could_not_run(expect![[r#"
        error: the folder `none` for the database is missing; make it, or name another file with `--database sqlite://PATH`
    "#]]);
    run(root.path(), &["serve", "pakn", "--database", "mysql://a:secret@b/c"]).could_not_run(expect![[r#"
        error: `b/c` is not the address of a database, expected `sqlite://loa.db` or `postgres://user@host/database`
    "#]]);
    fs::write(root.path().join("pakn/service.toml"), "format = 1\norigins = [\"*\"]\n").unwrap();
    fs::write(root.path().join("pakn/consents.toml"), "format = 1\nconsents = 1\n").unwrap();
    let wrong = run(root.path(), &["serve", "pakn"]);
    assert!(
        wrong.stderr.contains("consents.toml:2:12: ") && wrong.stderr.contains("service.toml:2:12: "),
        "{}",
        wrong.stderr
    );
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    campaign(root.path());
    let taken = taken.local_addr().unwrap().port().to_string();
    let refused = run(root.path(), &["serve", "pakn", "--listen", &taken]);
    assert!(refused.stderr.contains("is taken by another program"), "{}", refused.stderr);
    assert!(!root.path().join("loa.db").exists());
}
