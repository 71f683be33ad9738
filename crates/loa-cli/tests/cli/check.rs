//! `loa check`.

use std::fs;

use expect_test::expect;
use serde_json::Value;

use super::campaign::{starter, two_tiers};
use super::run::{command, run};

#[test]
fn the_json_has_the_findings_and_how_many_there_are() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let fine = run(root.path(), &["check", "chien-dich", "--at", "2025-02-01", "--format", "json"]);
    assert_eq!((fine.code, fine.stderr.as_str()), (0, ""));
    let fine: Value = serde_json::from_str(&fine.stdout).unwrap();
    assert_eq!(fine["summary"]["errors"], 0);
    assert_eq!(fine["summary"]["warnings"], 0);
    fs::remove_file(root.path().join("chien-dich/guides/vi-du.md")).unwrap();
    let wrong = run(root.path(), &["check", "chien-dich", "--at", "2025-02-01", "--format", "json"]);
    assert_eq!((wrong.code, wrong.stderr.as_str()), (1, ""));
    let wrong: Value = serde_json::from_str(&wrong.stdout).unwrap();
    let finding = wrong["findings"].as_array().unwrap().iter().find(|f| f["rule"] == "unknown-guide").unwrap();
    let fields: Vec<&str> = finding.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["column", "file", "help", "line", "message", "path", "rule", "severity"]);
    assert_eq!((finding["severity"].as_str(), finding["file"].as_str()), (Some("error"), Some("plan.toml")));
    assert!(finding["line"].is_u64() && finding["column"].is_u64());
    assert_ne!(wrong["summary"]["errors"], 0);
}

#[test]
fn findings_go_to_standard_output_and_end_with_1() {
    let root = tempfile::tempdir().unwrap();
    two_tiers(root.path());
    let run = run(root.path(), &["check", "hai-cap", "--at", "2025-08-01"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    assert!(run.stdout.contains("error: ") && run.stdout.contains("  help: "), "{}", run.stdout);
}

#[test]
fn a_plan_that_cannot_be_read_is_said_not_to_be_checked() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let path = root.path().join("chien-dich/plan.toml");
    let plan = fs::read_to_string(&path).unwrap();
    fs::write(&path, plan.replacen("title", "tittle", 1)).unwrap();
    let said = "the plan's checks have not run yet; run `loa check` again when these are mended";
    let check = run(root.path(), &["check", "chien-dich", "--at", "2025-02-01"]);
    assert_eq!((check.code, check.stdout.lines().last()), (1, Some(said)));
    assert_eq!(check.stdout.matches(said).count(), 1);
    let build = run(root.path(), &["build", "chien-dich", "--out", "out", "--at", "2025-02-01"]);
    assert_eq!((build.code, build.stdout.matches(said).count()), (1, 1));
    fs::write(&path, plan).unwrap();
    fs::write(root.path().join("chien-dich/guides/vi-du.md"), "no head").unwrap();
    let guide = run(root.path(), &["check", "chien-dich", "--at", "2025-02-01"]);
    assert_eq!((guide.code, guide.stdout.contains(said)), (1, false));
}

#[test]
fn a_folder_that_is_not_there_ends_with_2() {
    let root = tempfile::tempdir().unwrap();
    run(root.path(), &["check", "none"]).could_not_run(expect![[r#"
        error: there is no folder `none`; `loa new` makes one to start from
    "#]]);
    assert_eq!(run(root.path(), &["check"]).code, 2);
    assert_eq!(run(root.path(), &["chek"]).code, 2);
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_cannot_be_written_is_said_and_a_reader_who_left_is_not() {
    use std::process::{Command, Stdio};

    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let arguments = ["check", "chien-dich", "--at", "2025-02-01"];
    let loa = command(root.path(), &arguments).get_program().to_owned();
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let mut check = Command::new(&loa);
    check.args(arguments).current_dir(root.path());
    let output = check.stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    expect![[r#"
        error: the result cannot be written to standard output; see that it leads somewhere with room
          because: No space left on device (os error 28)
    "#]]
    .assert_eq(&String::from_utf8(output.stderr).unwrap());
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = check.stdout(writer).stderr(Stdio::piped()).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn the_help_says_what_the_command_is_for() {
    let root = tempfile::tempdir().unwrap();
    let help = run(root.path(), &["--help"]);
    assert_eq!(help.code, 0);
    expect!["Turns a communication plan into widgets for portals, and shows what each agency owes"]
        .assert_eq(help.stdout.lines().next().unwrap());
    assert!(help.stdout.contains("Exit code: 0 fine, 1 findings, 2 could not run."));
}
