//! Ids, words of a list, texts, lists and tables.

use expect_test::expect;

use super::wrong;

#[test]
fn an_id_or_a_word_that_is_not_possible_is_mended() {
    wrong(
        r#"id = "giai-doan-1""#,
        r#"id = "Giai đoạn 1""#,
        expect![[r#"
        plan.toml:21:6: the id `Giai đoạn 1` is not made of small letters a–z, digits and single hyphens, expected for example `giai-doan-1`
          help: write `id = "giai-doan-1"`
    "#]],
    );
    wrong(
        r#"id = "giai-doan-1""#,
        "id = 1",
        expect![[r#"
        plan.toml:21:6: `1` is a number, expected an id in quotes
          help: write `id = "1"`
    "#]],
    );
    wrong(
        r#"id = "giai-doan-1""#,
        r#"id = """#,
        expect![[r#"
        plan.toml:21:6: an id is empty, expected small letters, digits and hyphens such as `khai-sinh`
          help: write `id = "giai-doan-1"`
    "#]],
    );
    wrong(
        r#"id = "giai-doan-1""#,
        r#"id = "dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-""#,
        expect![[r#"
            plan.toml:21:6: the id `dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-…` has 68 characters, expected at most 64
              help: shorten it; the title is the place for many words
        "#]],
    );
    wrong(
        r#"["nguoi-dan"]"#,
        r#"["người dân", 2]"#,
        expect![[r#"
        plan.toml:37:14: the id `người dân` is not made of small letters a–z, digits and single hyphens, expected for example `nguoi-dan`
          help: write `"nguoi-dan"`
        plan.toml:37:27: `2` is a number, expected an id in quotes
          help: write `"2"`
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        r#"kind = "Citizens""#,
        expect![[r#"
        plan.toml:29:8: `Citizens` is not a possible value of `kind`
          help: did you mean `citizen`?
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        r#"kind = "người dân""#,
        expect![[r#"
        plan.toml:29:8: `người dân` is not a possible value of `kind`
          help: write one of `citizen`, `business`, `official`
    "#]],
    );
    wrong(
        r#"kind = "citizen""#,
        "kind = 1",
        expect![[r#"
        plan.toml:29:8: `1` is a number, expected a word in quotes
          help: write one of `citizen`, `business`, `official` in quotes
    "#]],
    );
    wrong(
        r#"tags = ["elderly"]"#,
        r#"tags = ["eldery"]"#,
        expect![[r#"
        plan.toml:31:9: `eldery` is not a possible value of `tags`
          help: did you mean `elderly`?
    "#]],
    );
    wrong(
        r#"zone = "+07:00""#,
        r#"zone = "Asia/Ho_Chi_Minh""#,
        expect![[r#"
        plan.toml:4:8: `Asia/Ho_Chi_Minh` is not a time zone, expected an offset from -12:00 to +14:00
          help: for Vietnam write `zone = "+07:00"`
    "#]],
    );
    wrong(
        r#"zone = "+07:00""#,
        "zone = +07:00",
        expect![[r#"
        plan.toml:4:8: `+07:00` is a text without quotes
          help: write `zone = "+07:00"`
    "#]],
    );
    wrong(
        "updated = 2025-12-01",
        "updated = 2025-12-01\nlanguages = [\"English\"]",
        expect![[r#"
        plan.toml:8:14: `English` is not a language tag, expected two or three small letters
          help: write for example `vi` for Vietnamese or `en` for English
    "#]],
    );
}

#[test]
fn a_text_is_in_straight_quotes() {
    wrong(
        r#"title = "Các xã""#,
        "title = “Các xã”",
        expect![[r#"
        plan.toml:43:9: `“Các xã”` is in curly quotes, expected straight ones
          help: write `title = "Các xã"`
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        r#"title = "Các xã”"#,
        expect![[r#"
        plan.toml:43:9: the text `"Các xã”` is not closed on its line
          help: its last quote is a curly one: type a straight `"` there
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        "title = Các xã",
        expect![[r#"
        plan.toml:43:9: `Các xã` is a text without quotes
          help: write `title = "Các xã"`
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        r#"title = "Các xã"#,
        expect![[r#"
        plan.toml:43:9: the text `"Các xã` is not closed on its line
          help: write `"` behind its last word
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        "title = \"Các xã\nvà phường\"",
        expect![[r#"
        plan.toml:43:9: the text `"Các xã` is not closed on its line
          help: a text of several lines stands between three quotes: `"""…"""`
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        r#"title = "Các "xã"""#,
        expect![[r#"
        plan.toml:43:15: the text ends at `"Các "`, but `xã""` stands behind it
          help: write `\"` for a quote inside a text
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        "title = 'Các 'xã''",
        expect![[r#"
        plan.toml:43:15: the text ends at `'Các '`, but `xã''` stands behind it
          help: put the text in double quotes: `"…"`
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        r#"title = """Các xã"#,
        expect![[r#"
        plan.toml:43:9: the text that begins with `"""` is not closed
          help: write `"""` behind its last word
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        r#"title = "C:\xa""#,
        expect![[r#"
        plan.toml:43:15: a backslash in `"C:\xa"` does not stand for a character
          help: write `\\` for a backslash, or put the text in single quotes
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        "title = 126",
        expect![[r#"
        plan.toml:43:9: `126` is a number, expected a text in quotes
          help: write `title = "126"`
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        r#"title = ["Các xã"]"#,
        expect![[r#"
        plan.toml:43:9: `title` is a list, expected a text in quotes
          help: write `title = "…"`
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        "title = { }",
        expect![[r#"
        plan.toml:43:9: `title` has no text, expected one in at least one language
          help: write `title = "…"`
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        r#"title = { tiếng-việt = "Các xã" }"#,
        expect![[r#"
        plan.toml:43:11: `tiếng-việt` cannot be a key
          help: a key is an English word of the format, such as `title`; Vietnamese stands in quotes behind `=`
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        r#"title = { "tiếng Việt" = "Các xã", vi = 1 }"#,
        expect![[r#"
        plan.toml:43:11: `tiếng Việt` is not a language
          help: write the text alone in quotes, or by language: `{ vi = "…", en = "…" }`
        plan.toml:43:41: `1` is a number, expected a text in quotes
          help: write `vi = "1"`
    "#]],
    );
    wrong(
        r#"title = "Các xã""#,
        "title = \"Các\u{1} xã\"",
        expect![[r#"
        plan.toml:43:13: a control character stands in this text (U+0001)
          help: delete this place and type it again
    "#]],
    );
}

#[test]
fn a_list_is_a_list_and_a_table_is_a_table() {
    wrong(
        r#"audiences = ["nguoi-dan"]"#,
        r#"audiences = "nguoi-dan""#,
        expect![[r#"
        plan.toml:37:13: `"nguoi-dan"` is a text, expected a list
          help: write `audiences = ["nguoi-dan"]`
    "#]],
    );
    wrong(
        "[[phases]]",
        "[phases]",
        expect![[r#"
            plan.toml:20:1: `phases` is a group of entries, expected a list
              help: write `[[phases]]` in double brackets; each such line begins one more entry
        "#]],
    );
    wrong(
        "[decision]",
        "[[decision]]",
        expect![[r#"
            plan.toml:9:1: `decision` is a list, expected a group of entries below a heading
              help: there is only one: write `[decision]` in single brackets
        "#]],
    );
    wrong(
        r#"duties = [{ text = "Niêm yết" }]"#,
        r#"duties = { text = "Niêm yết" }"#,
        expect![[r#"
            plan.toml:45:10: `duties` is a group of entries, expected a list
              help: put square brackets around it: `[{ … }]`
        "#]],
    );
    wrong(
        r#"duties = [{ text = "Niêm yết" }]"#,
        r#"duties = ["Niêm yết"]"#,
        expect![[r#"
            plan.toml:45:11: `"Niêm yết"` is a text, expected a group of entries in curly brackets
              help: write `{ text = "Niêm yết" }`
        "#]],
    );
    wrong(
        "[decision]\nnumber = \"01/KH-UBND\"\ntitle = \"Kế hoạch\"\nissuer = \"UBND xã\"\ndated = 2025-01-15\n",
        "decision = \"01/KH-UBND\"\n",
        expect![[r#"
            plan.toml:9:12: `"01/KH-UBND"` is a text, expected a group of entries below a heading
              help: write a line `[decision]` and its keys below: `number`, `title`, `issuer`, `dated`, `source`
        "#]],
    );
}
