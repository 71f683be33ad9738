//! `loa user`, `person`, `retention`, `backup`, `restore`.

use std::fs;
use std::path::Path;

use expect_test::expect;

use super::feedback::campaign;
use super::http::{ask, ask_with, get};
use super::run::{Run, command, run};
use super::server::Server;

const PASSWORD: &str = "mưa tháng sáu, gió\n";

fn with_password(root: &Path, arguments: &[&str], password: &str) -> Run {
    let output = command(root, arguments).write_stdin(password).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
}

#[test]
fn users_are_added_listed_disabled_and_enabled() {
    let root = tempfile::tempdir().unwrap();
    let root = root.path();
    run(root, &["user", "list"]).could_not_run(expect![[r#"
        error: the database `loa.db` is missing; name the one that `loa serve` uses with `--database sqlite://PATH`
    "#]]);
    with_password(root, &["user", "add", "lan.nguyen", "--role", "admin"], PASSWORD)
        .is_fine(expect!["`lan.nguyen` may sign in as admin\n"]);
    with_password(root, &["user", "add", "can.bo", "--role", "officer", "--unit", "phuong-mau"], PASSWORD)
        .is_fine(expect!["`can.bo` may sign in as officer\n"]);
    with_password(root, &["user", "add", "can.bo", "--role", "publisher"], PASSWORD).could_not_run(expect![[r#"
        error: `can.bo` is the name of a user already; take another one, or `loa user password can.bo`
    "#]]);
    with_password(root, &["user", "add", "mai", "--role", "officer"], PASSWORD).could_not_run(expect![[r#"
        error: an officer needs a unit; name it with `--unit ID`, as the plan calls it
    "#]]);
    with_password(root, &["user", "add", "mai", "--role", "admin"], "ngắn\n").could_not_run(expect![[r#"
        error: the password has 4 characters, expected at least 12; four words that do not belong together are good
    "#]]);
    run(root, &["user", "disable", "can.bo"]).is_fine(expect!["`can.bo` may not sign in any more\n"]);
    run(root, &["user", "list"]).is_fine(expect![[r#"
        can.bo: officer of phuong-mau, disabled
        lan.nguyen: admin
    "#]]);
    run(root, &["user", "disable", "can.bo"]).could_not_run(expect![[r#"
        error: `can.bo` is no user, or is so already; `loa user list` shows all
    "#]]);
    run(root, &["user", "enable", "can.bo"]).is_fine(expect!["`can.bo` may sign in again\n"]);
    with_password(root, &["user", "password", "can.bo"], "mưa tháng bảy, gió\n")
        .is_fine(expect!["`can.bo` has another password and has to sign in again\n"]);
    with_password(root, &["user", "password", "khong-co"], PASSWORD).could_not_run(expect![[r#"
        error: `khong-co` is no user, or is so already; `loa user list` shows all
    "#]]);
    // No password is anywhere in the file.
    let bytes = fs::read(root.join("loa.db")).unwrap();
    assert!(!bytes.windows(9).any(|part| part == "mưa thá".as_bytes()));
}

/// Takes one feedback in and gives its code.
fn send(port: u16, key: &str, phone: &str) -> String {
    let body = format!(
        r#"{{"idempotency_key":"{key}","campaign":"ke-hoach","actor":"phuong-mau","kind":"procedure","text":"Nộp hồ sơ khai sinh mãi không được","name":"Nguyễn Thị Lan","address":"12 phố Hàng Bài","phone":"{phone}","consents":["answer@1"]}}"#
    );
    let answer = ask_with(port, "POST", "/api/feedback", "Content-Type: application/json\r\n", &body);
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.text().split("\"code\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn a_database_is_saved_and_brought_back_while_the_service_runs() {
    let root = tempfile::tempdir().unwrap();
    let root = root.path();
    campaign(root);
    let server = Server::start(root, &["pakn"]);
    with_password(root, &["user", "add", "lan.nguyen", "--role", "admin"], PASSWORD)
        .is_fine(expect!["`lan.nguyen` may sign in as admin\n"]);
    let first = send(server.port, "key-for-tests-000001", "0912 345 678");
    run(root, &["backup", "a.db"]).is_fine(expect!["sqlite://loa.db is saved in a.db; it holds personal data\n"]);
    run(root, &["backup", "a.db"]).could_not_run(expect![[r#"
        error: `a.db` is there already and is not written over; name another file, for example with the day in it
    "#]]);
    let second = send(server.port, "key-for-tests-000002", "0987 654 321");
    let status = |code: &str| get(server.port, &format!("/api/feedback/{code}")).status;
    assert_eq!([status(&first), status(&second)], [200, 200]);
    run(root, &["restore", "a.db"]).could_not_run(expect![[r#"
        error: the database `loa.db` is not empty, and restoring would lose what is in it; save it with `loa backup`, then say `--replace`
    "#]]);
    assert_eq!(status(&second), 200);
    run(root, &["restore", "a.db", "--replace"])
        .is_fine(expect!["sqlite://loa.db is as it was in a.db; everybody has to sign in again\n"]);
    assert_eq!([status(&first), status(&second)], [200, 404]);
    // The service goes on with it, and the record of events is guarded again.
    let third = send(server.port, "key-for-tests-000003", "0987 654 321");
    assert_eq!(status(&third), 200);
    run(root, &["restore", "a.db", "--database", "sqlite://b.db"])
        .is_fine(expect!["sqlite://b.db is as it was in a.db; everybody has to sign in again\n"]);
    run(root, &["user", "list", "--database", "sqlite://b.db"]).is_fine(expect!["lan.nguyen: admin\n"]);
    fs::write(root.join("x.db"), "x").unwrap();
    run(root, &["restore", "x.db", "--database", "sqlite://c.db"]).could_not_run(expect![[r#"
        error: `x.db` is not a file that `loa backup` has made; name one
    "#]]);
    run(root, &["backup", "c", "--database", "sqlite://c.db"]).could_not_run(expect![[r#"
        error: the database `c.db` is missing; name the one that `loa serve` uses with `--database sqlite://PATH`
    "#]]);
    run(root, &["backup", "c", "--database", "postgres://loa:secret@db.example.vn/loa"]).could_not_run(expect![[r#"
        error: `postgres://db.example.vn:5432/loa` is a PostgreSQL database, which its own programs save and bring back: `pg_dump --format=custom --file=FILE URL` and `pg_restore --dbname=URL FILE`
    "#]]);
    let mut left: Vec<_> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    left.retain(|name| name.contains("unfinished") || name.contains("restore"));
    assert!(left.is_empty(), "{left:?}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(root.join("a.db")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(ask(server.port, "GET", "/desk", "").header("location"), "/desk/dang-nhap");
}

#[test]
fn what_was_asked_for_since_a_backup_stays_when_it_is_brought_back() {
    let root = tempfile::tempdir().unwrap();
    let root = root.path();
    campaign(root);
    let server = Server::start(root, &["pakn"]);
    for name in ["lan.nguyen", "mai.tran"] {
        assert_eq!(with_password(root, &["user", "add", name, "--role", "admin"], PASSWORD).code, 0);
    }
    let erased = send(server.port, "key-for-tests-000001", "0912 345 678");
    let kept = send(server.port, "key-for-tests-000002", "0987 654 321");
    assert_eq!(run(root, &["backup", "a.db"]).code, 0);
    assert_eq!(run(root, &["person", "erase", "--code", &erased]).code, 0);
    assert_eq!(run(root, &["user", "disable", "mai.tran"]).code, 0);
    // Also the second time, when the database is itself a copy that was brought back.
    for _ in 0..2 {
        run(root, &["restore", "a.db", "--replace"]).is_fine(expect![[r#"
            sqlite://loa.db is as it was in a.db; everybody has to sign in again
            1 feedback stays erased or withdrawn, as was asked for since then
            1 user still may not sign in
        "#]]);
        assert_eq!(run(root, &["person", "export", "--phone", "0912345678"]).code, 1);
        assert_eq!(run(root, &["person", "export", "--phone", "0987654321"]).code, 0);
        let view = get(server.port, &format!("/api/feedback/{erased}"));
        assert!(view.text().contains(r#""status":"closed""#), "{}", view.text());
        assert_eq!(get(server.port, &format!("/api/feedback/{kept}")).status, 200);
        run(root, &["user", "list"]).is_fine(expect![[r#"
            lan.nguyen: admin
            mai.tran: admin, disabled
        "#]]);
        for name in ["loa.db", "loa.db-wal"] {
            let bytes = fs::read(root.join(name)).unwrap_or_default();
            assert!(!bytes.windows(12).any(|part| part == b"+84912345678"), "{name}");
        }
    }
}

#[test]
fn one_person_is_shown_and_erased() {
    let root = tempfile::tempdir().unwrap();
    let root = root.path();
    campaign(root);
    let server = Server::start(root, &["pakn"]);
    let code = send(server.port, "key-for-tests-000001", "0912 345 678");
    let shown = run(root, &["person", "export", "--phone", "0912345678"]);
    assert_eq!((shown.code, shown.stderr.as_str()), (0, ""));
    let json: serde_json::Value = serde_json::from_str(&shown.stdout).unwrap();
    assert_eq!((&json[0]["code"], &json[0]["name"]), (&code.clone().into(), &"Nguyễn Thị Lan".into()));
    let withdrawn = run(root, &["person", "withdraw", "--code", &code]);
    assert_eq!((withdrawn.code, withdrawn.stdout.as_str()), (1, "no feedback is found by this\n"));
    run(root, &["person", "erase", "--code", &code]).is_fine(expect!["the sender is erased from 1\n"]);
    let nobody = run(root, &["person", "export", "--phone", "0912345678"]);
    assert_eq!((nobody.code, nobody.stdout.as_str()), (1, "no feedback is found by this\n"));
    let view = get(server.port, &format!("/api/feedback/{code}"));
    assert!(view.text().contains(r#""status":"closed""#), "{}", view.text());
    run(root, &["retention", "pakn"]).is_fine(expect!["0 answered feedbacks closed, 0 senders erased\n"]);
}
