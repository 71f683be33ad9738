//! Keys: misspelt, missing, misplaced, twice; and the key `format`.

use expect_test::expect;

use super::wrong;

#[test]
fn a_misspelt_missing_or_misplaced_key_is_told_once() {
    wrong(
        "aim = \"Chuẩn bị\"\nstarts =",
        "aim = \"Chuẩn bị\"\nstrats =",
        expect![[r#"
        plan.toml:24:1: unknown key `strats`
          help: did you mean `starts`?
    "#]],
    );
    wrong(
        "aim = \"Chuẩn bị\"\nstarts = 2025-02-01\n",
        "aim = \"Chuẩn bị\"\n",
        expect![[r#"
        plan.toml:20:1: missing key `starts`
          help: add the line `starts = 2025-02-01` below this one
    "#]],
    );
    wrong(
        "zone = \"+07:00\"\n",
        "",
        expect![[r#"
        plan.toml:1:1: missing key `zone`
          help: add the line `zone = "+07:00"` above the first line that begins with `[`
    "#]],
    );
    wrong(
        "count = 126",
        "colour = 126",
        expect![[r#"
        plan.toml:44:1: unknown key `colour`
          help: delete it, or use one of the keys that are possible here: `count`, `member_of`, `from`, `until`, `successors`, `url`, `source`
    "#]],
    );
    wrong(
        "updated = 2025-12-01\n\n[decision]\n",
        "[decision]\nupdated = 2025-12-01\n",
        expect![[r#"
        plan.toml:8:1: unknown key `updated`
          help: it belongs to the file as a whole: move the line above the first line that begins with `[`
    "#]],
    );
    wrong(
        r#"clause = "đoạn 2""#,
        r#"clausse = "đoạn 2""#,
        expect![[r#"
        plan.toml:38:28: unknown key `clausse`
          help: did you mean `clause`?
    "#]],
    );
    wrong(
        r#"{ id = "bai-bao", clause = "đoạn 2" }"#,
        r#"{ clause = "đoạn 2" }"#,
        expect![[r#"
        plan.toml:38:10: missing key `id`
          help: add `id = "bai-bao"` inside the curly brackets
    "#]],
    );
    wrong(
        r#"{ text = "Niêm yết" }"#,
        "{ }",
        expect![[r#"
        plan.toml:45:11: missing key `text`
          help: add `text = "…"` inside the curly brackets
    "#]],
    );
    wrong(
        "title = \"Các xã\"\n",
        "title = \"Các xã\"\ntitle = \"Xã\"\n",
        expect![[r#"
            plan.toml:44:1: the key `title` stands twice in the same part
              help: delete one of the two lines
        "#]],
    );
    wrong(
        "seen = 2025-06-01",
        "seen = 2025-06-01\npublisher = \"Báo\"\nurl = \"https://a.vn\"\ndated = 2025-06-01\nnote = \"x\"\nextra = 1",
        expect![[r#"
            plan.toml:23:1: unknown key `extra`
              help: delete it; every key that is possible here is already given
        "#]],
    );
}

#[test]
fn the_format_is_asked_for_and_a_newer_one_is_one_problem() {
    wrong(
        "format = 1\n",
        "",
        expect![[r#"
        plan.toml:1:1: missing key `format`
          help: add the line `format = 1` above the first line that begins with `[`
    "#]],
    );
    wrong(
        "format = 1\nid = \"xa-thu-2025\"",
        "format = 2\nid = \"Xã thử\"\nnew = 1",
        expect![[r#"
        plan.toml:1:10: format `2` is not known to this version of Loa, expected `1`
          help: install a newer version of Loa, which knows this format
    "#]],
    );
    wrong(
        "format = 1",
        r#"format = "1""#,
        expect![[r#"
        plan.toml:1:10: `"1"` is a text, expected the number 1
          help: write `format = 1`
    "#]],
    );
    wrong(
        "format = 1",
        "format = 0",
        expect![[r#"
        plan.toml:1:10: format `0` is not known to this version of Loa, expected `1`
          help: write `format = 1`
    "#]],
    );
}
