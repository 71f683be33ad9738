//! Wrong plans, and every word that is said about them.

use expect_test::{Expect, expect};
use loa_plan::Plan;

use crate::small::{SMALL, changed};

#[track_caller]
fn wrong(from: &str, to: &str, expected: Expect) {
    let found = match Plan::from_toml(&changed(from, to)) {
        Ok(_) => "nothing is wrong".to_owned(),
        Err(error) => error.to_string(),
    };
    expected.assert_eq(&format!("{found}\n"));
}

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
        plan.toml:44:1: the key `title` stands twice in the same table
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

#[test]
fn a_date_in_another_form_is_given_in_the_right_one() {
    wrong(
        "ends = 2025-12-31",
        "ends = 31/12/2025",
        expect![[r#"
        plan.toml:6:8: `31/12/2025` is not a date of the form year-month-day
          help: write the date as year-month-day: `ends = 2025-12-31`
    "#]],
    );
    wrong(
        "ends = 2025-12-31",
        r#"ends = "31.12.2025""#,
        expect![[r#"
        plan.toml:6:8: `31.12.2025` is not a date of the form year-month-day
          help: write the date as year-month-day: `ends = 2025-12-31`
    "#]],
    );
    wrong(
        "ends = 2025-12-31",
        "ends = 2025-2-3",
        expect![[r#"
        plan.toml:6:8: `2025-2-3` is not a date of the form year-month-day
          help: write the date as year-month-day: `ends = 2025-02-03`
    "#]],
    );
    wrong(
        "ends = 2025-12-31",
        "ends = 2025-02-30",
        expect![[r#"
        plan.toml:6:8: `2025-02-30` is not a day of the calendar
          help: the month 2/2025 ends on day 28: 2025-02-28
    "#]],
    );
    wrong(
        "ends = 2025-12-31",
        r#"ends = "2025-13-01""#,
        expect![[r#"
        plan.toml:6:8: `2025-13-01` is not a day of the calendar
          help: write year-month-day, with a month from 01 to 12 and a day from 01 to 31
    "#]],
    );
    wrong(
        "ends = 2025-12-31",
        "ends = 2025-12-31T08:00:00",
        expect![[r#"
        plan.toml:6:8: `2025-12-31T08:00:00` has a time of day, expected a date alone
          help: write the date as year-month-day: `ends = 2025-12-31`
    "#]],
    );
    wrong(
        "ends = 2025-12-31",
        r#"ends = "cuối năm""#,
        expect![[r#"
        plan.toml:6:8: `cuối năm` is not a date
          help: write the date as year-month-day: `ends = 2025-02-01`
    "#]],
    );
    wrong(
        "ends = 2025-12-31",
        "ends = 2025",
        expect![[r#"
        plan.toml:6:8: `2025` is a number, expected a date
          help: write `ends = 2025-02-01`
    "#]],
    );
    wrong(
        "due = 2025-07-30",
        r#"due = "chưa rõ""#,
        expect![[r#"
        plan.toml:51:7: `due` is not given as a value or as unknown
          help: write `due = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "due = 2025-07-30",
        r#"due = { unknwon = "không nêu" }"#,
        expect![[r#"
        plan.toml:51:9: unknown key `unknwon`
          help: did you mean `unknown`?
    "#]],
    );
}

#[test]
fn a_number_in_another_form_is_given_in_the_right_one() {
    wrong(
        "percent = 60",
        r#"percent = "60""#,
        expect![[r#"
        plan.toml:50:20: `"60"` is a text, expected a number
          help: write the number alone, without quotes: `percent = 60`
    "#]],
    );
    wrong(
        "percent = 60",
        r#"percent = "60%""#,
        expect![[r#"
        plan.toml:50:20: `"60%"` is a text, expected a number
          help: write the number alone, without quotes: `percent = 60`
    "#]],
    );
    wrong(
        "percent = 60",
        "percent = 60%",
        expect![[r#"
        plan.toml:50:20: `60%` is not a number of the form `60` or `16.5`
          help: write `percent = 60`
    "#]],
    );
    wrong(
        "percent = 16.5",
        "percent = 16,5",
        expect![[r#"
        plan.toml:57:21: `16,5` is not a number of the form `60` or `16.5`
          help: write `percent = 16.5`
    "#]],
    );
    wrong(
        "percent = 16.5",
        r#"percent = "16,5""#,
        expect![[r#"
        plan.toml:57:21: `"16,5"` is a text, expected a number
          help: write the number alone, without quotes: `percent = 16.5`
    "#]],
    );
    wrong(
        "percent = 60",
        "percent = 160",
        expect![[r#"
        plan.toml:50:20: `160` is not a percentage, expected a number from 0 to 100
          help: write a number from 0 to 100, without the percent sign
    "#]],
    );
    wrong(
        "percent = 16.5",
        "percent = 16.512",
        expect![[r#"
        plan.toml:57:21: `16.512` has more than two digits after the point, expected for example `16.52`
          help: round it: `percent = 16.51`
    "#]],
    );
    wrong(
        "percent = 60",
        "percent = [60]",
        expect![[r#"
        plan.toml:50:20: `percent` is a list, expected a number
          help: write a number such as `percent = 60`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "60",
        expect![[r#"
        plan.toml:50:8: `60` has no unit
          help: write `goal = { percent = 60 }` or `goal = { count = 60 }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        r#""60%""#,
        expect![[r#"
        plan.toml:50:8: `"60%"` is a text, expected a value with its unit
          help: write `goal = { percent = 60 }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "{ }",
        expect![[r#"
        plan.toml:50:8: `goal` has no unit, expected either `percent` or `count`
          help: write `goal = { percent = 60 }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "{ percent = 60, count = 2 }",
        expect![[r#"
        plan.toml:50:8: `goal` has two units, expected either `percent` or `count`
          help: write `goal = { percent = 60 }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "{ precent = 60 }",
        expect![[r#"
        plan.toml:50:10: unknown key `precent`
          help: did you mean `percent`?
    "#]],
    );
    wrong(
        "count = 126",
        "count = 1.859",
        expect![[r#"
        plan.toml:44:9: `1.859` is not a whole number
          help: write it without a point: `count = 1859`
    "#]],
    );
    wrong(
        "count = 126",
        "count = 1.859.000",
        expect![[r#"
        plan.toml:44:9: `1.859.000` is not a number of the form `60` or `16.5`
          help: write `count = 1859000`
    "#]],
    );
    wrong(
        "count = 126",
        "count = 12.5",
        expect![[r#"
        plan.toml:44:9: `12.5` is not a whole number
          help: write a whole number such as `count = 32`
    "#]],
    );
    wrong(
        "count = 126",
        "count = -1",
        expect![[r#"
        plan.toml:44:9: `-1` is not a count, expected a whole number from 0 to 9007199254740991
          help: a count begins at 0; leave the key out when it is not known
    "#]],
    );
    wrong(
        "count = 126",
        "count = 0126",
        expect![[r#"
        plan.toml:44:9: `0126` is a number that begins with 0
          help: write `count = 126`, or `"0126"` when it is a phone number or a code
    "#]],
    );
    wrong(
        "count = 126",
        r#"count = "nhiều""#,
        expect![[r#"
        plan.toml:44:9: `"nhiều"` is a text, expected a whole number
          help: write a number such as `count = 32`
    "#]],
    );
    wrong(
        "count = 126",
        "count = 99999999999999999999",
        expect![[r#"
        plan.toml:44:9: `99999999999999999999` is too large, expected at most 9007199254740991
          help: look for a digit too many
    "#]],
    );
    wrong(
        "updated = 2025-12-01",
        "updated = 2025-12-01\nreview_after_days = 100000",
        expect![[r#"
        plan.toml:8:21: `100000` is out of range, expected a whole number from 0 to 65535
          help: write for example `review_after_days = 90`
    "#]],
    );
}

#[test]
fn yes_and_no_are_true_and_false() {
    wrong(
        "main = true",
        "main = yes",
        expect![[r#"
        plan.toml:36:8: `yes` is neither `true` nor `false`
          help: write `main = true`
    "#]],
    );
    wrong(
        "main = true",
        "main = True",
        expect![[r#"
        plan.toml:36:8: `True` is neither `true` nor `false`
          help: write `main = true`
    "#]],
    );
    wrong(
        "main = true",
        r#"main = "có""#,
        expect![[r#"
        plan.toml:36:8: `"có"` is a text, expected `true` or `false`
          help: write `main = true` without quotes
    "#]],
    );
    wrong(
        "main = true",
        "main = 0",
        expect![[r#"
        plan.toml:36:8: `0` is a number, expected `true` or `false`
          help: write `main = false`
    "#]],
    );
    wrong(
        "main = true",
        "main = [1]",
        expect![[r#"
        plan.toml:36:8: `main` is a list, expected `true` or `false`
          help: write `main = true` or leave the line out
    "#]],
    );
}

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
        plan.toml:20:1: `phases` is a table, expected a list
          help: write `[[phases]]` in double brackets; each such line begins one more entry
    "#]],
    );
    wrong(
        "[decision]",
        "[[decision]]",
        expect![[r#"
        plan.toml:9:1: `decision` is a list, expected a table
          help: there is only one: write `[decision]` in single brackets
    "#]],
    );
    wrong(
        r#"duties = [{ text = "Niêm yết" }]"#,
        r#"duties = { text = "Niêm yết" }"#,
        expect![[r#"
        plan.toml:45:10: `duties` is a table, expected a list
          help: put square brackets around it: `[{ … }]`
    "#]],
    );
    wrong(
        r#"duties = [{ text = "Niêm yết" }]"#,
        r#"duties = ["Niêm yết"]"#,
        expect![[r#"
        plan.toml:45:11: `"Niêm yết"` is a text, expected a table
          help: write its keys in curly brackets: `text`, `source`
    "#]],
    );
    wrong(
        "[decision]\nnumber = \"01/KH-UBND\"\ntitle = \"Kế hoạch\"\nissuer = \"UBND xã\"\ndated = 2025-01-15\n",
        "decision = \"01/KH-UBND\"\n",
        expect![[r#"
            plan.toml:9:12: `"01/KH-UBND"` is a text, expected a table
              help: write a line `[decision]` and its keys below: `number`, `title`, `issuer`, `dated`, `source`
        "#]],
    );
}

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
        plan.toml:37:27: `title = "x"` stands behind the value
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
        plan.toml:38:10: the table that begins here is not closed
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
          help: for several entries write `[[decision]]` each time; else keep one of the two
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

#[test]
fn a_right_plan_is_right_also_with_the_habits_of_windows() {
    let plan = Plan::from_toml(SMALL).unwrap();
    let windows = format!("\u{feff}{}", SMALL.replace('\n', "\r\n").replace("kind =", "\tkind\t="));
    assert_eq!(Plan::from_toml(&windows), Ok(plan));
}
