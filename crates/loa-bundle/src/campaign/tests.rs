//! Folders that are campaigns, and folders that are not.

use std::fs;
use std::path::Path;

use expect_test::{Expect, expect};
use loa_widgets::publish::Pictures;

use super::*;
use crate::checks::test::{GUIDE, PICTURE, PLAN};

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn refused(files: &[(&str, &[u8])], expected: Expect) {
    let error = Campaign::read(folder(files).path()).unwrap_err();
    expected.assert_eq(&error.to_string());
}

#[test]
fn guides_and_pictures_are_read_in_the_order_of_their_names() {
    let other = GUIDE.replace("\"khai-sinh\"", "\"a\"");
    let folder = folder(&[
        ("plan.toml", PLAN.as_bytes()),
        ("guides/khai-sinh.md", GUIDE.as_bytes()),
        ("guides/a.md", other.as_bytes()),
        ("guides/notes.txt", b"not a guide"),
        ("guides/.draft.md", b"not a guide"),
        ("pictures/mo-cong.svg", PICTURE.as_bytes()),
        ("pictures/a.png", b"not a picture"),
        ("pictures/Thumbs.db", b"not a picture"),
        ("README.md", b"not a guide"),
    ]);
    let campaign = Campaign::read(folder.path()).unwrap();
    let ids: Vec<_> = campaign.guides().iter().map(|guide| guide.id.as_str()).collect();
    assert_eq!(ids, ["a", "khai-sinh"]);
    let paths: Vec<_> = campaign.pictures().iter().map(Picture::path).collect();
    assert_eq!(paths, ["pictures/a.png", "pictures/mo-cong.svg"]);
    assert_eq!(campaign.size("pictures/mo-cong.svg"), Some((320, 180)));
    assert_eq!((campaign.size("pictures/a.png"), campaign.size("pictures/b.png")), (None, None));
    assert_eq!(campaign.file_count(), 5);
    assert_eq!(campaign.updated().to_string(), "2025-06-01");
}

#[test]
fn what_is_said_about_feedback_is_read_and_counts_as_content() {
    let files: [(&str, &[u8]); 6] = [
        ("plan.toml", PLAN.as_bytes()),
        ("guides/khai-sinh.md", GUIDE.as_bytes()),
        ("routes.toml", b"format = 1\n"),
        ("consents.toml", b"format = 1\n"),
        ("holidays/2025.toml", b"format = 1\nyear = 2025\n"),
        ("holidays/2026.toml", b"format = 1\nyear = 2026\n"),
    ];
    let campaign = Campaign::read(folder(&files).path()).unwrap();
    assert!(campaign.feedback().routes().is_some() && campaign.feedback().consents().is_some());
    assert_eq!(campaign.feedback().calendar().years().collect::<Vec<_>>(), [2025, 2026]);
    assert_eq!(campaign.file_count(), 6);
    let names: Vec<_> = campaign.sums().map(|(name, _)| name.to_owned()).collect();
    assert!(names.contains(&"holidays/2026.toml".to_owned()), "{names:?}");
    // The doors need consents and a year of holidays; without doors nobody asks for them.
    let rules = |files: &[(&str, &[u8])]| {
        let found = Campaign::read(folder(files).path()).unwrap().check(loa_plan::date::parse("2027-01-15").unwrap());
        let of_feedback = found.into_iter().filter(|found| loa_feedback::checks::explain(found.finding.rule).is_some());
        of_feedback.map(|found| format!("{} {}", found.file, found.finding.rule)).collect::<Vec<_>>()
    };
    assert_eq!(
        rules(&files),
        [
            "consents.toml consent-missing",
            "routes.toml route-missing",
            "holidays holidays-missing",
            "routes.toml route-missing",
            "routes.toml route-missing",
            "routes.toml route-missing",
            "routes.toml limit-unknown",
        ]
    );
    assert!(rules(&files[..2]).is_empty());
}

#[test]
fn problems_of_the_files_about_feedback_come_with_all_others() {
    refused(
        &[
            ("plan.toml", PLAN.as_bytes()),
            ("routes.toml", b"format = 1\nunit = []\n"),
            ("consents.toml", b"format = 2\n"),
            ("holidays/2026.toml", b"year = 2026\n"),
            ("guides/a.md", b"no head"),
        ],
        expect![[r#"
            routes.toml:2:1: unknown key `unit`
              help: did you mean `units`?
            consents.toml:1:10: format `2` is not known to this version of Loa, expected `1`
              help: install a newer version of Loa, which knows this format
            holidays/2026.toml:1:1: missing key `format`
              help: add the line `format = 1`
            guides/a.md:1:1: the guide does not begin with a head, expected the line `+++`
              help: begin the file with the lines `+++`, `format = 1`, `id = "…"`, `title = "…"`, `updated = 2025-02-01`, `+++`"#]],
    );
}

/// What a service answered.
const BOARD: &str = r#"{"items":[{"code":"4821-9930-5127-7786-0311","campaign":"a","actor":"so","kind":"procedure",
"status":"received","label":"Đã nhận","received_at":"2026-11-24T14:10:00+07:00"}]}"#;

#[test]
fn the_board_is_an_answer_of_the_service_and_counts_as_content() {
    let plan = ("plan.toml", PLAN.as_bytes());
    let board = |text: &str| Campaign::read(folder(&[plan, ("board.json", text.as_bytes())]).path());
    let campaign = board(BOARD).unwrap();
    assert_eq!(campaign.feedback().board().map(|page| page.items.len()), Some(1));
    assert_eq!(campaign.file_count(), 2);
    assert!(campaign.sums().any(|(name, _)| name == "board.json"));
    // A field for personal data is none that an answer has.
    let leaking = BOARD.replace("\n\"status\"", "\n\"name\":\"x\",\"status\"");
    for (text, expected) in [
        (
            leaking.as_str(),
            "board.json:2:6: this is no answer of `GET /api/board`: unknown field `name`, expected one of `code`, `campaign`, `actor`, `kind`, `procedure`, `status`, `label`, `received_at`, `due_at`, `late`, `question`, `answer`, `closed_because`",
        ),
        ("", "board.json:1:1: this is no answer of `GET /api/board`: EOF while parsing a value"),
        ("<!doctype html>", "board.json:1:1: this is no answer of `GET /api/board`: expected value"),
        (
            r#"{"errors":[]}"#,
            "board.json:1:9: this is no answer of `GET /api/board`: unknown field `errors`, expected `items` or `next`",
        ),
    ] {
        let help = "  help: fetch it anew, with `curl -fsS 'https://…/api/board' -o board.json`, or remove the file";
        assert_eq!(board(text).unwrap_err().to_string(), format!("{expected}\n{help}"));
    }
}

#[test]
fn a_plan_may_be_json() {
    let plan = Plan::from_toml(PLAN).unwrap();
    let folder = folder(&[("plan.json", plan.to_json().as_bytes())]);
    assert_eq!(Campaign::read(folder.path()).unwrap().plan(), &plan);
}

#[test]
fn a_folder_without_a_plan_is_told_how_to_get_one() {
    refused(
        &[],
        expect![[r#"
            plan.toml:1:1: there is no plan, expected `plan.toml` in this folder
              help: `loa new DIR` makes a folder with a plan to start from"#]],
    );
    refused(
        &[("plan.toml", PLAN.as_bytes()), ("plan.json", b"{}")],
        expect![[r#"
            plan.json:1:1: there are both `plan.toml` and `plan.json`, expected one of them
              help: remove the one that is not kept up to date"#]],
    );
}

#[test]
fn all_problems_of_all_files_come_in_one_run() {
    let plan = PLAN.replace("title =", "tittle =");
    refused(
        &[
            ("plan.toml", plan.as_bytes()),
            ("guides/a.md", b"\xff\xfeK"),
            ("guides/b.md", b"Khai sinh \xe1"),
            ("pictures/\u{1ea2}nh 1.SVG", b"<svg/>"),
            ("pictures/lon.png", &vec![0; MAX_PICTURE_BYTES + 1]),
        ],
        expect![[r#"
            plan.toml:3:1: unknown key `tittle`
              help: did you mean `title`?
            guides/a.md:1:1: the file is written in UTF-16, expected UTF-8
              help: open the file in the program it was written with and save it again: in the window "save as" choose the encoding UTF-8
            guides/b.md:1:11: the letter at this place is not saved as Unicode (UTF-8) but as the byte `0xe1`, probably in the encoding ANSI, TCVN3 or Windows-1258
              help: open the file in the program it was written with and save it again: in the window "save as" choose the encoding UTF-8
            pictures/lon.png:1:1: the file has 1048577 bytes, expected at most 1048576
              help: divide it, or make it smaller
            pictures/Ảnh 1.SVG:1:1: the name of the picture cannot be a part of an address, expected small letters a–z, digits and hyphens
              help: rename it to `anh-1.svg`, also where a guide names it"#]],
    );
}

#[test]
fn a_place_that_is_not_a_folder_is_said() {
    let root = folder(&[("file", b"")]);
    let message = |path: &Path| {
        let error = Campaign::read(path).unwrap_err();
        error.to_string().replace(&root.path().display().to_string(), "root")
    };
    assert_eq!(message(&root.path().join("none")), "there is no folder `root/none`; `loa new` makes one to start from");
    assert_eq!(message(&root.path().join("file")), "`root/file` is a file, expected the folder with the plan");
}

#[test]
#[cfg(unix)]
fn a_file_that_cannot_be_opened_is_a_problem_like_any_other() {
    let folder = folder(&[("plan.toml", PLAN.as_bytes())]);
    fs::create_dir(folder.path().join("guides")).unwrap();
    // A link that leads to a folder looks like a guide only by its name.
    std::os::unix::fs::symlink("..", folder.path().join("guides/khai-sinh.md")).unwrap();
    assert_eq!(Campaign::read(folder.path()).unwrap().guides().len(), 0);
    fs::remove_file(folder.path().join("plan.toml")).unwrap();
    fs::create_dir(folder.path().join("plan.toml")).unwrap();
    let error = Campaign::read(folder.path()).unwrap_err().to_string();
    expect![[r#"
        plan.toml:1:1: `plan.toml` is a folder, expected a file
          help: give the folder another name, and put the text into a file of this name"#]]
    .assert_eq(&error);
}

#[test]
fn a_plan_whose_name_has_a_hidden_ending_is_named() {
    refused(
        &[("plan.toml.txt", PLAN.as_bytes())],
        expect![[r#"
        plan.toml:1:1: there is no `plan.toml`, but a file `plan.toml.txt`
          help: rename it to `plan.toml`; Windows shows the whole name once "File name extensions" is ticked"#]],
    );
}

#[test]
fn a_plan_is_judged_although_a_guide_cannot_be_read() {
    let plan = PLAN.replace("main = true\n", "");
    let good = GUIDE.replace("\"khai-sinh\"", "\"a\"");
    let folder = folder(&[
        ("plan.toml", plan.as_bytes()),
        ("guides/a.md", good.as_bytes()),
        ("guides/khai-sinh.md", b"no head"),
    ]);
    let Err(CampaignError::Problems(problems)) = Campaign::read(folder.path()) else { panic!("the guide has no head") };
    assert_eq!(problems.errors.len(), 1);
    let today = loa_plan::date::parse("2025-06-15").unwrap();
    let found = problems.readable.unwrap().check_each(today);
    let rules: Vec<_> = found.iter().map(|found| format!("{} {}", found.file, found.finding.rule)).collect();
    assert!(rules.contains(&"plan.toml no-main-message".to_owned()), "{rules:?}");
    assert!(rules.contains(&"guides/a.md guide-source".to_owned()), "{rules:?}");
    // The guide that could not be read is not told to be missing.
    assert!(!rules.iter().any(|rule| rule.ends_with("unknown-guide")), "{rules:?}");
}
