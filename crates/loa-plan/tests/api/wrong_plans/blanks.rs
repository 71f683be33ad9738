//! What was left out: a value, the brackets of a list; the advice loses nothing and makes nothing up.

use expect_test::expect;

use super::wrong;

#[test]
fn what_has_no_value_is_told_to_have_none() {
    wrong(
        "{ percent = 60 }",
        "{ percent = }",
        expect![[r#"
        plan.toml:50:18: `percent` has no value
          help: write a value behind `=`, or `goal = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "{ unknown = }",
        expect![[r#"
        plan.toml:50:18: `unknown` has no value
          help: write the reason behind `=`: `goal = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "{ percent = 16.5 }",
        "{ percent = }",
        expect![[r#"
        plan.toml:57:19: `percent` has no value
          help: write a value behind `=`
    "#]],
    );
    wrong(
        "{ en = \"Fast\", vi = \"Nhanh\" }",
        "{ en = , vi = \"Nhanh\" }",
        expect![[r#"
        plan.toml:35:13: `en` has no value
          help: write a value behind `=`
    "#]],
    );
    wrong(
        "duties = [{ text = \"Niêm yết\" }]",
        "duties = [{ text = }]",
        expect![[r#"
        plan.toml:45:18: `text` has no value
          help: write a value behind `=`
    "#]],
    );
    wrong(
        "due = 2025-07-30",
        "due = ,",
        expect![[r#"
        plan.toml:51:5: `due` has no value
          help: write a value in place of the comma
    "#]],
    );
}

#[test]
fn no_day_is_made_up_and_what_may_be_unknown_may_be_said_so() {
    wrong(
        "due = 2025-07-30",
        "due = 2025",
        expect![[r#"
        plan.toml:51:7: `2025` is a number, expected a date
          help: write a day as year-month-day, such as `due = 2025-03-31`, or `due = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "due = 2025-07-30",
        "due = unknown",
        expect![[r#"
        plan.toml:51:7: `unknown` is not a date
          help: write a day as year-month-day, such as `due = 2025-03-31`, or `due = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "due = 2025-07-30",
        "due = \"cuối tháng 7/2025\"",
        expect![[r#"
        plan.toml:51:7: `cuối tháng 7/2025` is not a date
          help: write a day as year-month-day, such as `due = 2025-03-31`, or `due = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "due = 2025-07-30",
        "due = 31/07/2025",
        expect![[r#"
        plan.toml:51:7: `31/07/2025` is not a date of the form year-month-day
          help: write the date as year-month-day: `due = 2025-07-31`
    "#]],
    );
    wrong(
        "ends = 2025-12-31",
        "ends = unknown",
        expect![[r#"
        plan.toml:6:8: `unknown` is not a date
          help: write a day as year-month-day, such as `ends = 2025-03-31`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "chưa rõ",
        expect![[r#"
        plan.toml:50:8: `goal` is not given as a value or as unknown
          help: write `goal = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "\"nhiều\"",
        expect![[r#"
        plan.toml:50:8: `"nhiều"` is a text, expected a value with its unit
          help: write a number with its unit, such as `goal = { percent = 60 }`, or `goal = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "count = 126",
        "count = [\"nhiều\"]",
        expect![[r#"
        plan.toml:44:9: `count` is a list, expected a whole number
          help: write a number such as `count = 32`, or `count = { unknown = "why it is not known" }`
    "#]],
    );
}

#[test]
fn words_where_a_number_belongs_are_not_put_in_quotes() {
    wrong(
        "{ percent = 60 }",
        "{ percent = chưa rõ }",
        expect![[r#"
        plan.toml:50:20: `goal` is not given as a value or as unknown
          help: write `goal = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "count = 126",
        "count = unknown",
        expect![[r#"
        plan.toml:44:9: `count` is not given as a value or as unknown
          help: write `count = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "count = 126",
        "count = nhiều",
        expect![[r#"
        plan.toml:44:9: `nhiều` is not a number
          help: write a number such as `count = 60`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "nhiều",
        expect![[r#"
        plan.toml:50:8: `nhiều` is not a number with its unit
          help: write a number with its unit, such as `goal = { percent = 60 }`, or `goal = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "{ percent = 16.5 }",
        "nhiều",
        expect![[r#"
        plan.toml:57:9: `nhiều` is not a number with its unit
          help: write a number with its unit, such as `value = { percent = 60 }`
    "#]],
    );
}

#[test]
fn a_list_without_brackets_keeps_all_its_entries() {
    wrong(
        "tags = [\"elderly\"]",
        "tags = \"elderly\", \"rural\"",
        expect![[r#"
        plan.toml:31:8: `"elderly", "rural"` is a list without square brackets
          help: write `tags = ["elderly", "rural"]`
    "#]],
    );
    wrong(
        "tags = [\"elderly\"]",
        "tags = elderly, rural",
        expect![[r#"
        plan.toml:31:8: `elderly, rural` is a list without square brackets
          help: write `tags = ["elderly", "rural"]`
    "#]],
    );
    wrong(
        "tags = [\"elderly\"]",
        "tags = elderly, \"rural\" # xa",
        expect![[r#"
        plan.toml:31:8: `elderly, "rural"` is a list without square brackets
          help: write `tags = ["elderly", "rural"]`
    "#]],
    );
    wrong(
        "[[targets]]",
        "[[obligations]]\nid = \"a\"\nowners = \"bao-chi\", \"xa-phuong\"\n\n[[targets]]",
        expect![[r#"
            plan.toml:47:1: missing key `title`
              help: add the line `title = "…"` below this one
            plan.toml:49:10: `"bao-chi", "xa-phuong"` is a list without square brackets
              help: write `owners = ["bao-chi", "xa-phuong"]`
        "#]],
    );
    wrong(
        "title = \"Các xã\"",
        "title = Xã, phường",
        expect![[r#"
        plan.toml:43:9: `Xã, phường` is a text without quotes
          help: write `title = "Xã, phường"`
    "#]],
    );
    wrong(
        "title = \"Các xã\"",
        "title = \"Các xã\",",
        expect![[r#"
        plan.toml:43:17: `,` stands behind the value
          help: delete it
    "#]],
    );
}

#[test]
fn a_guide_is_named_by_its_id_and_not_by_its_file() {
    wrong(
        "audiences = [\"nguoi-dan\"]",
        "audiences = [\"nguoi-dan\"]\nguides = [\"khai-sinh.md\"]",
        expect![[r#"
        plan.toml:38:11: the id `khai-sinh.md` is not made of small letters a–z, digits and single hyphens, expected for example `khai-sinh`
          help: write `"khai-sinh"`
    "#]],
    );
    wrong(
        "audiences = [\"nguoi-dan\"]",
        "audiences = [\"nguoi-dan\"]\nguides = [\"guides/khai-sinh.md\"]",
        expect![[r#"
            plan.toml:38:11: the id `guides/khai-sinh.md` is not made of small letters a–z, digits and single hyphens, expected for example `khai-sinh`
              help: write `"khai-sinh"`
        "#]],
    );
}
