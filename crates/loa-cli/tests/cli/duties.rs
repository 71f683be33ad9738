//! `loa duties`.

use expect_test::expect;
use serde_json::Value;

use super::campaign::{starter, two_tiers};
use super::run::run;

#[test]
fn each_duty_says_by_when_and_what_to_put_where() {
    let root = tempfile::tempdir().unwrap();
    two_tiers(root.path());
    run(root.path(), &["duties", "hai-cap", "--actor", "xa-bac", "--at", "2025-08-01"]).is_fine(expect![[r#"
        Xã Bắc (xa-bac) on 2025-08-01

        overdue: Đăng thông điệp [thong-diep]
          by       2025-07-31
          paste    <loa-message src="/loa/hai-cap/" actor="xa-bac"></loa-message>
          include  /loa/hai-cap/fragments/loa-message/all.html

        due: Đăng hướng dẫn [huong-dan]
          by       not known: kế hoạch không nêu
          paste    <loa-guide src="/loa/hai-cap/" actor="xa-bac" guide="khai-sinh"></loa-guide>
          paste    <loa-guide src="/loa/hai-cap/" actor="xa-bac" guide="ket-hon"></loa-guide>
          include  /loa/hai-cap/fragments/loa-guide/khai-sinh.html
          include  /loa/hai-cap/fragments/loa-guide/ket-hon.html

        A page with a widget has in its head:
          <link rel="stylesheet" href="/loa/hai-cap/loa.css">
          <script type="module" src="/loa/hai-cap/loa.js"></script>
        The file after `include` is the same element with its static HTML; where you can, include it.
    "#]]);
    run(root.path(), &["duties", "hai-cap", "--actor", "trung-tam", "--at", "2025-08-01"]).is_fine(expect![[r#"
        Trung tâm (trung-tam) on 2025-08-01

        overdue: Đăng thông điệp [thong-diep]
          by       2025-07-31
          paste    <loa-message src="/loa/hai-cap/" actor="trung-tam"></loa-message>
          include  /loa/hai-cap/fragments/loa-message/all.html

        not begun: Đánh giá [danh-gia]
          by       2025-12-31
          paste    <loa-progress src="/loa/hai-cap/" actor="trung-tam" target="diem"></loa-progress>
          include  /loa/hai-cap/fragments/loa-progress/diem.html
          do       send a report to the lead agency

        A page with a widget has in its head:
          <link rel="stylesheet" href="/loa/hai-cap/loa.css">
          <script type="module" src="/loa/hai-cap/loa.js"></script>
        The file after `include` is the same element with its static HTML; where you can, include it.
    "#]]);
}

#[test]
fn an_agency_without_duties_is_told_so() {
    let root = tempfile::tempdir().unwrap();
    two_tiers(root.path());
    run(root.path(), &["duties", "hai-cap", "--actor", "so", "--at", "2025-08-01"]).is_fine(expect![[r#"
        Các sở (so) on 2025-08-01

        The plan has no obligation of this agency.
    "#]]);
}

#[test]
fn a_clause_is_cited_with_its_document() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let run = run(root.path(), &["duties", "chien-dich", "--actor", "xa-mau", "--at", "2025-02-01"]);
    run.is_fine(expect![[r#"
        Ủy ban nhân dân xã (mẫu) (xa-mau) on 2025-02-01

        due: Đăng bài hướng dẫn trên cổng thông tin điện tử [dang-huong-dan]
          by       2025-05-01
          clause   Mục 1, Kế hoạch truyền thông mẫu (thay bằng số và tên văn bản)
          paste    <loa-guide src="/loa/chien-dich/" actor="xa-mau" guide="vi-du"></loa-guide>
          include  /loa/chien-dich/fragments/loa-guide/vi-du.html

        A page with a widget has in its head:
          <link rel="stylesheet" href="/loa/chien-dich/loa.css">
          <script type="module" src="/loa/chien-dich/loa.js"></script>
        The file after `include` is the same element with its static HTML; where you can, include it.
    "#]]);
}

#[test]
fn the_json_is_the_contract_with_the_addresses_of_another_place() {
    let root = tempfile::tempdir().unwrap();
    two_tiers(root.path());
    let arguments = ["duties", "hai-cap", "--actor", "xa-bac", "--at", "2025-08-01", "--format", "json", "--src"];
    let run = run(root.path(), &[&arguments[..], &["https://loa.example.vn/hai-cap"]].concat());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((report["actor"].as_str(), report["at"].as_str()), (Some("xa-bac"), Some("2025-08-01")));
    let fields: Vec<&str> = report["duties"][0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["clause", "due", "evidence", "include", "obligation", "publish", "snippet", "state"]);
    expect![[r#"
        {
          "actor": "xa-bac",
          "at": "2025-08-01",
          "duties": [
            {
              "clause": null,
              "due": "2025-07-31",
              "evidence": [
                {
                  "kind": "message",
                  "message": "chinh"
                }
              ],
              "include": [
                "https://loa.example.vn/hai-cap/fragments/loa-message/all.html"
              ],
              "obligation": "thong-diep",
              "publish": [],
              "snippet": "<loa-message src=\"https://loa.example.vn/hai-cap/\" actor=\"xa-bac\"></loa-message>",
              "state": "overdue"
            },
            {
              "clause": null,
              "due": {
                "unknown": "kế hoạch không nêu"
              },
              "evidence": [
                {
                  "kind": "guide",
                  "min": 2
                }
              ],
              "include": [
                "https://loa.example.vn/hai-cap/fragments/loa-guide/khai-sinh.html",
                "https://loa.example.vn/hai-cap/fragments/loa-guide/ket-hon.html"
              ],
              "obligation": "huong-dan",
              "publish": [],
              "snippet": "<loa-guide src=\"https://loa.example.vn/hai-cap/\" actor=\"xa-bac\" guide=\"khai-sinh\"></loa-guide>\n<loa-guide src=\"https://loa.example.vn/hai-cap/\" actor=\"xa-bac\" guide=\"ket-hon\"></loa-guide>",
              "state": "due"
            }
          ],
          "head": "<link rel=\"stylesheet\" href=\"https://loa.example.vn/hai-cap/loa.css\">\n<script type=\"module\" src=\"https://loa.example.vn/hai-cap/loa.js\"></script>"
        }
    "#]].assert_eq(&run.stdout);
}

#[test]
fn an_agency_that_the_plan_does_not_have_ends_with_2() {
    let root = tempfile::tempdir().unwrap();
    two_tiers(root.path());
    run(root.path(), &["duties", "hai-cap", "--actor", "xa-bc"]).could_not_run(expect![[r#"
        error: the plan has no actor `xa-bc`, did you mean `xa-bac`?
    "#]]);
    let src = run(root.path(), &["duties", "hai-cap", "--actor", "xa-bac", "--src", "https://"]);
    assert_eq!(src.code, 2);
    expect!["error: invalid value 'https://' for '--src <URL>': the address `https://` names no server, expected for example `https://loa.example.vn/hanoi-2025/`"].assert_eq(src.stderr.lines().next().unwrap());
}
