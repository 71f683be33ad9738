//! `loa find`: a procedure from everyday words.

use std::fs;
use std::path::Path;

use expect_test::expect;
use serde_json::{Value, json};

use super::campaign::starter;
use super::run::run;

/// A campaign with a few procedures, and a plan with somebody who helps by telephone.
fn campaign(root: &Path) {
    starter(root);
    let rows: String = [
        ("1.001193", "Thủ tục đăng ký khai sinh"),
        ("1.000656", "Thủ tục đăng ký khai tử"),
        ("1.004222", "Đăng ký thường trú"),
        ("1.013225", "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ"),
        ("1.013227", "Gia hạn giấy phép xây dựng đối với công trình cấp III, cấp IV và nhà ở riêng lẻ"),
    ]
    .map(|(code, name)| format!("{}\n", json!({ "code": code, "name": name, "departments": [], "state": "ACTIVE" })))
    .concat();
    fs::write(root.join("rows.jsonl"), rows).unwrap();
    let arguments = ["import", "procedures", "rows.jsonl", "--into", "chien-dich", "--snapshot", "2026-07-18"];
    assert_eq!(run(root, &arguments).code, 0);
}

#[test]
fn a_procedure_is_found_and_says_why() {
    let root = tempfile::tempdir().unwrap();
    campaign(root.path());
    run(root.path(), &["find", "chien-dich", "nhập", "khẩu về nhà chồng"]).is_fine(expect![[r#"
        1.004222  Đăng ký thường trú
          “nhập khẩu” trong danh mục là “đăng ký thường trú”
    "#]]);
}

#[test]
fn several_that_fit_are_shown_to_choose_from() {
    let root = tempfile::tempdir().unwrap();
    campaign(root.path());
    let run = run(root.path(), &["find", "chien-dich", "giấy phép xây dựng"]);
    assert!(run.stdout.starts_with("Several procedures fit:\n"), "{}", run.stdout);
    assert_eq!(run.code, 0);
}

#[test]
fn machines_get_the_contract() {
    let root = tempfile::tempdir().unwrap();
    campaign(root.path());
    let run = run(root.path(), &["find", "chien-dich", "dang ky khai sinh", "--format", "json"]);
    let answer: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((answer["query"].as_str(), answer["kind"].as_str()), (Some("dang ky khai sinh"), Some("match")));
    let first = &answer["results"][0];
    assert_eq!(first["code"], "1.001193");
    assert_eq!(first["name"], "Thủ tục đăng ký khai sinh");
    assert_eq!(first["why"], "Tên thủ tục có: đăng, ký, khai, sinh");
    assert!(first["score"].as_f64().unwrap() > 0.9);
}

#[test]
fn nothing_that_fits_is_said_with_who_helps() {
    let root = tempfile::tempdir().unwrap();
    campaign(root.path());
    let run = run(root.path(), &["find", "chien-dich", "tôi muốn ly hôn"]);
    expect![[r#"
        No procedure fits.
        Việc ly hôn do Tòa án nhân dân giải quyết (Bộ luật Tố tụng dân sự 2015, Điều 28 và Điều 29).
    "#]]
    .assert_eq(&run.stdout);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
}

#[test]
fn a_campaign_without_procedures_says_how_to_get_them() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    run(root.path(), &["find", "chien-dich", "khai sinh"]).could_not_run(expect![[r#"
        error: `chien-dich` has no procedures; `loa import procedures FILE --into chien-dich` takes them in
    "#]]);
}
