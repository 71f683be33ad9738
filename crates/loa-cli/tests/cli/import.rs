//! `loa import procedures`: what the catalogue serves, taken in as it is.

use std::fs;
use std::path::Path;

use expect_test::expect;
use serde_json::{Value, json};

use super::campaign::{files, starter};
use super::run::run;

const ARGUMENTS: [&str; 7] = ["import", "procedures", "von", "--into", "chien-dich", "--snapshot", "2026-07-18"];

/// A record and a list in the form of the catalogue, each with something to tidy and something that is wrong.
fn sources(root: &Path) {
    fs::create_dir(root.join("von")).unwrap();
    fs::write(root.join("von/a.json"), record(8000, "2026-07-18").to_string()).unwrap();
    let rows = [
        json!({"id": "1", "code": " 1.000001", "name": "Đăng ký\nviệc thứ nhất", "departments": [], "state": "ACTIVE"}),
        json!({"id": "2", "code": "1.0000022", "name": "Việc thứ hai", "departments": ["Sở Tư pháp"], "state": "ACTIVE"}),
        json!({"id": "3", "code": "1.000003", "name": "", "departments": []}),
    ];
    let lines: String = rows.iter().map(|row| format!("{row}\n")).collect();
    fs::write(root.join("von/b.jsonl"), lines).unwrap();
    fs::write(root.join("von/c.txt"), "not of the catalogue").unwrap();
}

fn record(fee: u64, fetched: &str) -> Value {
    json!({
        "code": "1.001193", "name": "Đăng ký khai sinh", "state": "ACTIVE",
        "channels": [{"method": "DIRECT", "fees": [{"type": "FEE", "value_vnd": fee, "text": ""}],
                      "processing": {"qty": 1, "unit": "DAY"}, "note": ""}],
        "source": {"crawled_at": fetched}
    })
}

#[test]
fn all_is_taken_or_told() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    sources(root.path());
    let run = run(root.path(), &ARGUMENTS);
    expect![[r#"
        rejected: von/b.jsonl:3: 1.000003: name: it is missing or empty, expected a text; an entry cannot be kept without it
        repaired: 1.000001: spaces around `code` were taken away
        repaired: 1.000001: line breaks in `name` became spaces
        repaired: 1.0000022: `code` is `1.0000022`, which is no code of the national catalogue; it is kept as found
        imported 3: 3 new, 0 changed, 0 unchanged, 0 older; 3 repairs in 3 kinds, 1 rejected
    "#]]
    .assert_eq(&run.stdout);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let kept: Vec<String> = files(&root.path().join("chien-dich/procedures")).into_keys().collect();
    assert_eq!(kept, ["1.001193.json", "rows.json"]);
}

#[test]
fn the_same_snapshot_again_writes_nothing() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    sources(root.path());
    run(root.path(), &ARGUMENTS);
    let folder = root.path().join("chien-dich/procedures");
    let before = files(&folder);
    let written = fs::metadata(folder.join("rows.json")).unwrap().modified().unwrap();
    let again = run(root.path(), &ARGUMENTS);
    let last = again.stdout.lines().last().unwrap();
    assert_eq!(last, "imported 3: 0 new, 0 changed, 3 unchanged, 0 older; 3 repairs in 3 kinds, 1 rejected");
    assert_eq!(files(&folder), before);
    assert_eq!(fs::metadata(folder.join("rows.json")).unwrap().modified().unwrap(), written);
}

#[test]
fn a_newer_snapshot_is_told_before_it_replaces_and_an_older_one_never_does() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let (old, new) = (root.path().join("cu.json"), root.path().join("moi.json"));
    fs::write(&old, record(8000, "2026-07-18").to_string()).unwrap();
    fs::write(&new, record(9000, "2026-08-18").to_string()).unwrap();
    let kept = root.path().join("chien-dich/procedures/1.001193.json");
    assert_eq!(run(root.path(), &["import", "procedures", "cu.json", "--into", "chien-dich"]).code, 0);
    let before = fs::read(&kept).unwrap();
    run(root.path(), &["import", "procedures", "moi.json", "--into", "chien-dich", "--dry-run"]).is_fine(expect![[
        r#"
        changed: 1.001193
          fees in person: `8.000 đồng` became `9.000 đồng`
        would import 1: 0 new, 1 changed, 0 unchanged, 0 older; 0 repairs in 0 kinds, 0 rejected
    "#
    ]]);
    assert_eq!(fs::read(&kept).unwrap(), before);
    assert_eq!(run(root.path(), &["import", "procedures", "moi.json", "--into", "chien-dich"]).code, 0);
    let after = fs::read(&kept).unwrap();
    assert_ne!(after, before);
    run(root.path(), &["import", "procedures", "cu.json", "--into", "chien-dich"]).is_fine(expect![[r#"
        older: 1.001193 is of an older snapshot than the campaign has, which it keeps
        imported 1: 0 new, 0 changed, 0 unchanged, 1 older; 0 repairs in 0 kinds, 0 rejected
    "#]]);
    assert_eq!(fs::read(&kept).unwrap(), after);
}

#[test]
fn machines_get_counts_repairs_and_rejects() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    sources(root.path());
    let run = run(root.path(), &[&ARGUMENTS[..], &["--format", "json"]].concat());
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["imported"], 3);
    assert_eq!(report["repaired"][0]["code"], "1.000001");
    assert_eq!(report["repaired"][0]["what"], "1.000001: spaces around `code` were taken away");
    assert_eq!(report["rejected"][0]["file"], "von/b.jsonl");
    assert_eq!(report["rejected"][0]["line"], 3);
    assert_eq!(
        report["rejected"][0]["why"],
        "name: it is missing or empty, expected a text; an entry cannot be kept without it"
    );
}

#[test]
fn two_entries_that_contradict_each_other_are_told() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let both = json!([record(8000, "2026-07-18"), record(8000, "2026-07-18"), record(9000, "2026-07-18")]);
    fs::write(root.path().join("hai.json"), both.to_string()).unwrap();
    let run = run(root.path(), &["import", "procedures", "hai.json", "--into", "chien-dich"]);
    expect![[r#"
        rejected: hai.json:1: 1.001193: another entry of this import has the same code and says something else; keep one of the two
        imported 2: 1 new, 0 changed, 1 unchanged, 0 older; 0 repairs in 0 kinds, 1 rejected
    "#]]
    .assert_eq(&run.stdout);
}

#[test]
fn what_cannot_be_read_or_is_no_campaign_is_told() {
    let root = tempfile::tempdir().unwrap();
    run(root.path(), &["import", "procedures", "x.json", "--into", "chien-dich"]).could_not_run(expect![[r#"
        error: there is no folder `chien-dich`; `loa new` makes one to start from
    "#]]);
    starter(root.path());
    run(root.path(), &["import", "procedures", "x.json", "--into", "chien-dich"]).could_not_run(expect![[r#"
        error: `x.json` cannot be read
          because: No such file or directory (os error 2)
    "#]]);
    fs::create_dir(root.path().join("rong")).unwrap();
    run(root.path(), &["import", "procedures", "rong", "--into", "chien-dich"]).could_not_run(expect![[r#"
        error: there is no file that ends in `.json` or `.jsonl` in `rong`; name the files of the catalogue
    "#]]);
    fs::write(root.path().join("sai.json"), b"{\"code\": \"\xff\"}").unwrap();
    let wrong = run(root.path(), &["import", "procedures", "sai.json", "--into", "chien-dich"]);
    expect![[r#"
        rejected: sai.json:1: it is not UTF-8 from byte 10 on; save it as UTF-8, and import it again
        imported 0: 0 new, 0 changed, 0 unchanged, 0 older; 0 repairs in 0 kinds, 1 rejected
    "#]]
    .assert_eq(&wrong.stdout);
    fs::create_dir(root.path().join("chien-dich/procedures")).unwrap();
    fs::write(root.path().join("chien-dich/procedures/1.001193.json"), "{\"format\": 2}").unwrap();
    run(root.path(), &["import", "procedures", "sai.json", "--into", "chien-dich"]).could_not_run(expect![[r#"
        error: `chien-dich/procedures/1.001193.json` has the format 2, and this version of loa reads up to 1; use a later version
    "#]]);
    fs::write(root.path().join("chien-dich/procedures/1.001193.json"), "{").unwrap();
    run(root.path(), &["import", "procedures", "sai.json", "--into", "chien-dich"]).could_not_run(expect![[r#"
        error: `chien-dich/procedures/1.001193.json` is not a snapshot of procedures; remove it, and import its source once more
          because: EOF while parsing an object at line 1 column 1
    "#]]);
}

/// Real data, which is not part of the project: thousands of entries at once.
#[test]
fn the_real_catalogue_is_taken_whole_and_a_second_time_changes_nothing() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    if !data.join("catalog.jsonl").exists() {
        println!("skipped: there is no {}", data.display());
        return;
    }
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let (records, rows) = (data.join("procedures"), data.join("catalog.jsonl"));
    let arguments = [
        "import",
        "procedures",
        records.to_str().unwrap(),
        rows.to_str().unwrap(),
        "--into",
        "chien-dich",
        "--snapshot",
        "2026-07-18",
        "--format",
        "json",
    ];
    let first: Value = serde_json::from_str(&run(root.path(), &arguments).stdout).unwrap();
    let folder = root.path().join("chien-dich/procedures");
    let before = files(&folder);
    assert_eq!(first["rejected"], json!([]));
    assert_eq!(first["imported"], first["new"]);
    let second: Value = serde_json::from_str(&run(root.path(), &arguments).stdout).unwrap();
    assert_eq!(second["unchanged"], first["imported"]);
    assert_eq!(files(&folder), before);
}
