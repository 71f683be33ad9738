//! `loa build`.

use std::fs;

use expect_test::expect;
use serde_json::Value;

use super::campaign::{bundle, files, starter, widgets};
use super::run::{command, run};

const AT: [&str; 2] = ["--at", "2025-02-01"];

/// The result, with `BUILD` for the id and `N` for the size, which follow from the markup and the compressor.
fn steady(text: &str) -> String {
    let (before, rest) = text.split_once("build ").unwrap();
    let (_, rest) = rest.split_once(':').unwrap();
    let (files, rest) = rest.split_once(", ").unwrap();
    let (_, rest) = rest.split_once(" kB").unwrap();
    format!("{before}build BUILD:{files}, N kB{rest}")
}

#[test]
fn a_bundle_with_the_widgets_files_has_all_that_a_page_asks_for() {
    let root = tempfile::tempdir().unwrap();
    bundle(root.path());
    let files = files(&root.path().join("out"));
    let names: Vec<&str> = files.keys().map(String::as_str).filter(|name| !name.ends_with("z")).collect();
    expect![[r#"
        bundle.json
        fragments/loa-guide/vi-du.html
        fragments/loa-guide/vi-du.html.br
        fragments/loa-message/all.html
        fragments/loa-message/all.html.br
        fragments/loa-message/citizen.html
        fragments/loa-message/citizen.html.br
        fragments/loa-roadmap/all.html
        fragments/loa-roadmap/all.html.br
        guide/vi-du.json
        guide/vi-du.json.br
        loa-widgets.bin
        loa-widgets.bin.br
        loa-widgets.js
        loa-widgets.js.br
        loa.css
        loa.css.br
        loa.js
        loa.js.br
        message/all.json
        message/all.json.br
        pictures/mo-cong.svg
        pictures/mo-cong.svg.br
        plan.json
        plan.json.br
        roadmap/all.json
        roadmap/all.json.br"#]]
    .assert_eq(&names.join("\n"));
    let list: Value = serde_json::from_slice(&files["bundle.json"]).unwrap();
    let fields: Vec<&str> = list["files"][0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["path", "role", "sha384", "size"]);
    assert_eq!(list["files"].as_array().unwrap().len() + 1, files.len());
}

#[test]
fn the_result_says_how_to_include_it_and_what_is_missing() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let built = run(root.path(), &[&["build", "chien-dich", "--out", "out"][..], &AT].concat());
    assert_eq!((built.code, built.stderr.as_str()), (0, ""));
    expect![[r#"
        built chien-dich, build BUILD: 27 files, N kB in out

        The widgets' files are not in this bundle: pages show the static HTML, and nothing takes it over.
        To have them in it, run `cargo xtask build-widgets` and build again with `--widgets target/widgets`.

        To keep the static HTML of a page up to date without pasting, include it, here fragments/loa-guide/vi-du.html:
          PHP  <?php readfile($_SERVER['DOCUMENT_ROOT'] . '/loa/chien-dich/fragments/loa-guide/vi-du.html'); ?>
          SSI  <!--#include virtual="/loa/chien-dich/fragments/loa-guide/vi-du.html" -->
          ASP  <% Response.WriteFile("/loa/chien-dich/fragments/loa-guide/vi-du.html"); %>
        The others are in out/fragments.
    "#]]
    .assert_eq(&steady(&built.stdout));
    // On another server there is nothing to include.
    let arguments =
        ["build", "chien-dich", "--out", "out", "--src", "https://loa.example.vn/a", "--widgets", "widgets"];
    widgets(root.path());
    let built = run(root.path(), &[&arguments[..], &AT].concat());
    assert_eq!((built.code, built.stderr.as_str()), (0, ""));
    expect![[r#"
        built chien-dich, build BUILD: 38 files, N kB in out
    "#]]
    .assert_eq(&steady(&built.stdout));
}

#[test]
fn the_json_has_the_result_and_the_findings() {
    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let arguments = ["build", "chien-dich", "--out", "out", "--format", "json"];
    let built = run(root.path(), &[&arguments[..], &AT].concat());
    assert_eq!((built.code, built.stderr.as_str()), (0, ""));
    let result: Value = serde_json::from_str(&built.stdout).unwrap();
    let fields: Vec<&str> = result.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["build", "built", "bytes", "campaign", "files", "findings", "out", "summary", "widgets"]);
    assert_eq!((result["built"].as_bool(), result["out"].as_str()), (Some(true), Some("out")));
    fs::remove_file(root.path().join("chien-dich/guides/vi-du.md")).unwrap();
    let refused = run(root.path(), &[&arguments[..], &AT].concat());
    assert_eq!((refused.code, refused.stderr.as_str()), (1, ""));
    let result: Value = serde_json::from_str(&refused.stdout).unwrap();
    let fields: Vec<&str> = result.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(fields, ["built", "findings", "summary"]);
    assert_eq!(result["built"], false);
}

#[test]
fn the_same_campaign_gives_the_same_bytes() {
    let root = tempfile::tempdir().unwrap();
    bundle(root.path());
    let before = files(&root.path().join("out"));
    let again = ["build", "chien-dich", "--out", "again", "--widgets", "widgets", "--at", "2025-06-01"];
    assert_eq!(run(root.path(), &again).code, 0);
    assert_eq!(before, files(&root.path().join("again")));
}

#[test]
fn a_build_that_fails_leaves_the_old_bundle_as_it_was() {
    let root = tempfile::tempdir().unwrap();
    bundle(root.path());
    let before = files(&root.path().join("out"));
    let build = |more: &[&str]| run(root.path(), &[&["build", "chien-dich", "--out", "out"][..], &AT, more].concat());
    build(&["--widgets", "none"]).could_not_run(expect![[r#"
        error: the folder `none` has no `loa.css`, `loa.js`, `loa-widgets.bin`, `loa-widgets.js`; `cargo xtask build-widgets` makes the widgets' files, and prints their folder
    "#]]);
    fs::remove_file(root.path().join("chien-dich/guides/vi-du.md")).unwrap();
    let wrong = build(&[]);
    assert_eq!((wrong.code, wrong.stderr.as_str()), (1, ""));
    let end = "in 2 files\nnothing was built in out; what is there is as it was\n";
    assert!(wrong.stdout.contains("[unknown-guide]") && wrong.stdout.ends_with(end), "{}", wrong.stdout);
    fs::write(root.path().join("chien-dich/plan.toml"), "format = 1\n").unwrap();
    let unreadable = build(&[]);
    assert_eq!((unreadable.code, unreadable.stderr.as_str()), (1, ""));
    assert!(unreadable.stdout.ends_with("nothing was built in out; what is there is as it was\n"));
    assert_eq!(before, files(&root.path().join("out")));
}

#[test]
fn the_bundle_of_another_campaign_and_other_peoples_files_are_left_alone() {
    let root = tempfile::tempdir().unwrap();
    bundle(root.path());
    assert_eq!(run(root.path(), &["new", "khac", "--at", "2025-02-01"]).code, 0);
    let before = files(&root.path().join("out"));
    run(root.path(), &[&["build", "khac", "--out", "out"][..], &AT].concat()).could_not_run(expect![[r#"
        error: `ROOT/out` holds the bundle of another campaign, `chien-dich` and not `khac`; choose another folder
    "#]]);
    assert_eq!(before, files(&root.path().join("out")));
    run(root.path(), &[&["build", "khac", "--out", "chien-dich"][..], &AT].concat()).could_not_run(expect![[r#"
        error: `ROOT/chien-dich` is not empty and holds no `bundle.json`, so it is not a bundle and is left alone; choose another folder, or empty this one
    "#]]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_whose_name_is_no_text_is_built_into_all_the_same() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let root = tempfile::tempdir().unwrap();
    starter(root.path());
    let mut build = command(root.path(), &["build", "chien-dich", "--at", "2025-02-01", "--format", "json", "--out"]);
    let output = build.arg(OsStr::from_bytes(b"ra-\xff")).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let result: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(result["out"], "ra-\u{fffd}");
}
