//! Each program runs on Hanoi's plan and prints what its first lines promise.

use std::path::PathBuf;
use std::process::{Command, Output};

use expect_test::{Expect, expect};

const FINDINGS: &str = env!("CARGO_BIN_EXE_findings");
const DUTIES: &str = env!("CARGO_BIN_EXE_duties");
const PROGRESS: &str = env!("CARGO_BIN_EXE_progress");

fn plan() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../campaigns/hanoi-2025/plan.toml")
}

fn run(program: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.arg(plan()).args(arguments).env("RUST_BACKTRACE", "0").output().unwrap()
}

fn printed(program: &str, arguments: &[&str]) -> String {
    let output = run(program, arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(program: &str, arguments: &[&str], error: &Expect) {
    let output = run(program, arguments);
    assert!(!output.status.success());
    error.assert_eq(&String::from_utf8(output.stderr).unwrap());
}

#[test]
fn findings_stand_at_their_places() {
    let printed = printed(FINDINGS, &["2026-11-24"]);
    let text = std::fs::read_to_string(plan()).unwrap();
    let why = "Nguồn nêu số đại lý lúc ra mắt, không nêu chỉ tiêu";
    let line = 1 + text.lines().position(|line| line.contains(why)).unwrap();
    let place = format!("{}:{line}:8: info: ", plan().display());
    assert!(printed.lines().any(|line| line.starts_with(&place) && line.contains(why)), "{printed}");
    assert!(printed.lines().last().unwrap().starts_with("0 errors, "), "{printed}");
}

#[test]
fn a_ward_owes_from_its_first_day_what_its_group_owes() {
    let first_day = printed(DUTIES, &["phuong-vi-du", "2025-07-01"]);
    let duty: String = first_day.split_inclusive('\n').take(4).collect();
    expect![[r#"
        due: Tuyên truyền dịch vụ công trực tuyến trên cổng, trang thông tin điện tử của đơn vị
          by: 2025-12-31
          under: 100% cơ quan nhà nước trên địa bàn TP thực hiện tuyên truyền dịch vụ công trực tuyến trên cổng/trang thông tin điện tử của đơn vị.
          paste: <loa-message src="/loa/hanoi-2025/" actor="phuong-vi-du"></loa-message>
    "#]]
    .assert_eq(&duty);

    let the_day_before = printed(DUTIES, &["phuong-vi-du", "2025-06-30"]);
    assert!(the_day_before.starts_with("not begun: "), "{the_day_before}");
    assert!(!the_day_before.contains("\ndue: "), "{the_day_before}");
}

#[test]
fn a_figure_comes_with_its_period_and_the_number_of_agencies() {
    expect![[r#"
        Xã, phường nhận ít nhất 60% hồ sơ trực tuyến
          figure: 65 %, made up
          period: 2025-07-01 to 2025-07-30
          goal: 60 %
          agencies on that day: 1
          reached
    "#]]
    .assert_eq(&printed(PROGRESS, &["xa-nop-truc-tuyen", "2025-07-30", "phuong-vi-du"]));

    // One ward is not the city, and before July 2025 there were none of these wards.
    let city = printed(PROGRESS, &["xa-nop-truc-tuyen", "2025-07-30"]);
    assert!(city.contains("  figure: not known: ") && city.contains("  agencies on that day: 126\n"), "{city}");
    let before = printed(PROGRESS, &["xa-nop-truc-tuyen", "2025-06-30"]);
    assert!(before.contains("  agencies on that day: 0\n"), "{before}");
}

#[test]
fn a_number_of_agencies_that_nobody_knows_says_why() {
    let progress = printed(PROGRESS, &["cong-tuyen-truyen", "2025-03-15"]);
    assert!(progress.contains("  agencies on that day: not known: Sở, ban, ngành của thành phố: "), "{progress}");
}

#[test]
fn what_is_wrong_is_said_in_words() {
    refused(
        DUTIES,
        &["phuong-vi-d", "2025-07-01"],
        &expect![[r#"
        Error: the plan has no actor `phuong-vi-d`, did you mean `phuong-vi-du`?
    "#]],
    );
    refused(
        PROGRESS,
        &["khong-co", "2025-07-30"],
        &expect![[r#"
        Error: the plan has no target `khong-co`
    "#]],
    );
    refused(
        FINDINGS,
        &["24/11/2026"],
        &expect![[r#"
        Error: `24/11/2026` is not a date, expected for example `2026-11-24`
    "#]],
    );
}
