//! Brackets, commas and equals signs where they do not belong, or not at all.

use expect_test::expect;

use super::wrong;

#[test]
fn brackets_commas_and_equals_signs_are_looked_for_where_they_belong() {
    wrong(
        r#"["nguoi-dan"]"#,
        r#"["nguoi-dan""#,
        expect![[r#"
        plan.toml:37:13: the list that begins here is not closed
          help: write `]` behind its last entry
    "#]],
    );
    wrong(
        r#"["nguoi-dan"]"#,
        r#"["nguoi-dan" "chu-ho"]"#,
        expect![[r#"
        plan.toml:37:26: a comma is missing between two entries of the list
          help: write a comma between the entries: `["…", "…"]`
    "#]],
    );
    wrong(
        r#"["nguoi-dan"]"#,
        r#"["nguoi-dan",, "chu-ho"]"#,
        expect![[r#"
        plan.toml:37:26: a comma stands here with nothing before it
          help: delete it
    "#]],
    );
    wrong(
        r#"["nguoi-dan"]"#,
        r#"["nguoi-dan"}"#,
        expect![[r#"
        plan.toml:37:25: `[` is closed by `}`, expected `]`
          help: write `]` here
    "#]],
    );
    wrong(
        r#"["nguoi-dan"]"#,
        "[nguoi-dan]",
        expect![[r#"
        plan.toml:37:14: `nguoi-dan` is a text without quotes
          help: write `"nguoi-dan"`
    "#]],
    );
    wrong(
        r#"["nguoi-dan"]"#,
        r#"["nguoi-dan"],"#,
        expect![[r#"
        plan.toml:37:26: `,` stands behind the value
          help: delete it
    "#]],
    );
    wrong(
        r#"["nguoi-dan"]"#,
        r#"["nguoi-dan"] title = "x""#,
        expect![[r#"
            plan.toml:37:27: two entries stand on one line; the second one is `title = "x"`
              help: put it on a line of its own
        "#]],
    );
    wrong(
        r#"{ id = "bai-bao", clause = "đoạn 2" }"#,
        r#"{ id = "bai-bao" clause = "đoạn 2" }"#,
        expect![[r#"
        plan.toml:38:27: the entries in these curly brackets cannot be told apart
          help: write `{ key = value, key = value }`, with commas between the entries
    "#]],
    );
    wrong(
        r#"{ id = "bai-bao", clause = "đoạn 2" }"#,
        r#"{ id: "bai-bao" }"#,
        expect![[r#"
        plan.toml:38:12: `:` stands behind `id`, expected `=`
          help: write `{ id = … }`
    "#]],
    );
    wrong(
        r#"{ id = "bai-bao", clause = "đoạn 2" }"#,
        r#"{ id = "bai-bao""#,
        expect![[r#"
            plan.toml:38:10: the curly bracket that begins here is not closed
              help: write `}` behind its last entry, on the same line
        "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        r#"kind "citizen""#,
        expect![[r#"
        plan.toml:29:1: `=` is missing behind `kind`
          help: write `kind = "citizen"`
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        r#"kind: "citizen""#,
        expect![[r#"
        plan.toml:29:5: `:` stands behind `kind`, expected `=`
          help: write `kind = "citizen"`
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        r#"kind == "citizen""#,
        expect![[r#"
        plan.toml:29:6: two `=` stand side by side
          help: write `kind = …` with one
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        "kind =",
        expect![[r#"
        plan.toml:29:6: `kind` has no value
          help: write a value behind `=`, or delete the line
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        r#"= "citizen""#,
        expect![[r#"
        plan.toml:29:1: `=` has no key before it
          help: write a key before it, such as `title = "…"`
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        "kind",
        expect![[r#"
        plan.toml:29:1: `kind` stands alone
          help: write `kind = …` with a value
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        r#"kind = "citizen" // người dân"#,
        expect![[r#"
        plan.toml:29:18: `// người dân` stands behind the value
          help: begin a remark with `#`
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        "kind = \"citizen\"\n// người dân",
        expect![[r#"
        plan.toml:30:1: `// người dân` is not an entry
          help: begin a remark with `#`
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        "kind = \"citizen\"\nNgười dân là chính.",
        expect![[r#"
        plan.toml:30:1: `Người dân là chính.` is neither an entry `key = value` nor a heading
          help: delete it, or begin it with `#` when it is a remark; a text of several lines stands between `"""` and `"""`
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        r#"đối tượng = "citizen""#,
        expect![[r#"
        plan.toml:29:1: `đối tượng` cannot be a key
          help: a key is an English word of the format, such as `title`; Vietnamese stands in quotes behind `=`
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        "kind\u{a0}= \"citizen\"",
        expect![[r#"
        plan.toml:29:5: an invisible character stands here (U+00A0)
          help: delete the spaces around this place and type them again
    "#]],
    );
    wrong(
        "[[phases]]",
        "[[phases]",
        expect![[r#"
        plan.toml:20:1: the heading `[[phases]` has a bracket too few or too many
          help: write `[[phases]]`
    "#]],
    );
    wrong(
        "[[phases]]",
        "[[giai đoạn]]",
        expect![[r#"
        plan.toml:20:1: `[[giai đoạn]]` is not a heading of this format
          help: write one English word between the brackets, such as `[[phases]]`
    "#]],
    );
    wrong(
        "[[phases]]",
        r#"[[phases]] id = "x""#,
        expect![[r#"
        plan.toml:20:12: `id = "x"` stands behind the heading `[[phases]]`
          help: put it on the next line
    "#]],
    );
    wrong(
        "[[phases]]",
        "[decision]",
        expect![[r#"
            plan.toml:20:1: `[decision]` stands here although `decision` is already given above
              help: keep one of the two; there is only one
        "#]],
    );
    wrong(
        "[[phases]]",
        "[sources.note]",
        expect![[r#"
        plan.toml:22:1: `title` is not a language
          help: write the text alone in quotes, or by language: `{ vi = "…", en = "…" }`
        plan.toml:24:1: `starts` is not a language
          help: write the text alone in quotes, or by language: `{ vi = "…", en = "…" }`
        plan.toml:25:1: `ends` is not a language
          help: write the text alone in quotes, or by language: `{ vi = "…", en = "…" }`
    "#]],
    );
}
