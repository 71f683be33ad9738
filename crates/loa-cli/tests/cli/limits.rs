//! What is too much, or not what it should be.

use std::fs;

use expect_test::expect;

use super::run::run;

#[test]
fn a_folder_that_cannot_be_looked_at_is_said() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("a")).unwrap();
    fs::write(root.path().join("a/guides"), "").unwrap();
    let run = run(root.path(), &["check", "a"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    expect![[r#"
        error: the folder `a/guides` cannot be read
    "#]]
    .assert_eq(run.stderr.split("  because: ").next().unwrap());
}

#[test]
fn too_many_files_are_said() {
    // A hundred thousand files would take longer to make than all other tests.
    let error = loa_bundle::CampaignError::TooManyFiles("a/guides".into());
    assert_eq!(error.to_string(), "the folder `a/guides` holds more than 100000 files");
}
