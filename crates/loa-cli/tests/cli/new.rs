//! `loa new`.

use std::fs;

use expect_test::expect;

use super::run::run;

#[test]
fn a_new_campaign_is_clean_from_its_first_day() {
    let root = tempfile::tempdir().unwrap();
    run(root.path(), &["new", "Chiến dịch 2025", "--at", "2025-02-01"]).is_fine(expect![[r#"
        A small campaign is in Chiến dịch 2025:
          plan.toml
          guides/vi-du.md
          pictures/mo-cong.svg
        Change what it says, then: loa check Chiến dịch 2025
    "#]]);
    let check = run(root.path(), &["check", "Chiến dịch 2025", "--at", "2025-02-01"]);
    assert_eq!((check.code, check.stderr.as_str()), (0, ""));
    assert!(check.stdout.ends_with("0 errors, 0 warnings, 1 info in 3 files\n"), "{}", check.stdout);
    let plan = fs::read_to_string(root.path().join("Chiến dịch 2025/plan.toml")).unwrap();
    assert!(plan.contains("id = \"chien-dich-2025\"\n") && !plan.contains("{id}"), "{plan}");
}

#[test]
fn nothing_of_somebody_else_is_overwritten() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("full")).unwrap();
    fs::write(root.path().join("full/letter.txt"), "").unwrap();
    run(root.path(), &["new", "full"]).could_not_run(expect![[r#"
        error: `full` is not empty; choose a new folder, so that nothing is overwritten
    "#]]);
    assert_eq!(fs::read_dir(root.path().join("full")).unwrap().count(), 1);
    run(root.path(), &["new", "full/letter.txt"]).could_not_run(expect![[r#"
        error: `full/letter.txt` is a file; choose a new folder
    "#]]);
    fs::create_dir(root.path().join("empty")).unwrap();
    assert_eq!(run(root.path(), &["new", "empty"]).code, 0);
}

#[test]
fn a_plan_must_end_on_a_day_that_can_be_written() {
    let root = tempfile::tempdir().unwrap();
    for (day, code) in [("9999-07-05", 0), ("9999-07-06", 2), ("9999-12-31", 2)] {
        assert_eq!(run(root.path(), &["new", day, "--at", day]).code, code, "{day}");
    }
    assert_eq!(run(root.path(), &["check", "9999-07-05", "--at", "9999-07-05"]).code, 0);
    run(root.path(), &["new", "late", "--at", "9999-12-01"]).could_not_run(expect![[r#"
        error: the plan would end after the last day that can be written; choose an earlier one than 9999-12-01
    "#]]);
    assert!(!root.path().join("late").exists());
}

#[test]
#[cfg(unix)]
fn a_place_that_cannot_be_written_is_said() {
    let root = tempfile::tempdir().unwrap();
    // No disk takes a name of so many letters.
    let run = run(root.path(), &["new", &"a".repeat(300)]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    let message = run.stderr.replace(&"a".repeat(300), "aaa");
    expect![[r#"
        error: `aaa` cannot be written; see that the folder it is in may be written, or choose another place
          because: File name too long"#]]
    .assert_eq(message.split(" (os error").next().unwrap());
}

#[test]
fn what_is_not_a_day_is_refused_with_an_example() {
    let root = tempfile::tempdir().unwrap();
    for day in ["2025-02-30", "1/7/2025", "2025-7-1", "10000-01-01"] {
        let run = run(root.path(), &["new", "x", "--at", day]);
        assert_eq!(run.code, 2);
        let first = run.stderr.lines().next().unwrap();
        assert_eq!(
            first,
            format!(
                "error: invalid value '{day}' for '--at <DATE>': `{day}` is not a day, expected for example `2025-07-01`"
            )
        );
    }
}
