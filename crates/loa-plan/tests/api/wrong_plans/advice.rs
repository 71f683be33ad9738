//! What is advised can be written as it stands: it does not repeat the mistake and does not lead to the next one.

use expect_test::expect;

use super::wrong;

#[test]
fn a_misspelt_heading_is_told_its_nearest_name_also_beside_right_ones() {
    wrong(
        "[[audiences]]",
        "[[phasse]]\nid = \"b\"\n\n[[audiences]]",
        expect![[r#"
        plan.toml:27:3: unknown heading `[[phasse]]`
          help: did you mean `[[phases]]`?
    "#]],
    );
    wrong(
        "[[actors]]",
        "[[message]]\nid = \"b\"\n\n[[actors]]",
        expect![[r#"
        plan.toml:40:3: unknown heading `[[message]]`
          help: did you mean `[[messages]]`?
    "#]],
    );
    wrong(
        "[[measurements]]",
        "[[target]]\nid = \"b\"\n\n[[measurements]]",
        expect![[r#"
        plan.toml:53:3: unknown heading `[[target]]`
          help: did you mean `[[targets]]`?
    "#]],
    );
    wrong(
        "[[measurements]]",
        "[[obligation]]\nid = \"b\"\n\n[[obligation]]\nid = \"c\"\n\n[[measurements]]",
        expect![[r#"
        plan.toml:53:3: unknown heading `[[obligation]]`
          help: did you mean `[[obligations]]`?
    "#]],
    );
    wrong(
        "[[measurements]]",
        "[phasse]\nid = \"b\"\n\n[[measurements]]",
        expect![[r#"
        plan.toml:53:2: unknown heading `[phasse]`
          help: did you mean `[[phases]]`?
    "#]],
    );
    wrong(
        "[decision]",
        "[decison]",
        expect![[r#"
        plan.toml:9:2: unknown heading `[decison]`
          help: did you mean `[decision]`?
    "#]],
    );
    wrong(
        "[decision]",
        "[[decison]]",
        expect![[r#"
        plan.toml:9:3: unknown heading `[[decison]]`
          help: did you mean `[decision]`?
    "#]],
    );
    wrong(
        "[[measurements]]",
        "[[moods]]\nid = \"b\"\n\n[[measurements]]",
        expect![[r#"
        plan.toml:53:3: unknown heading `[[moods]]`
          help: delete it with what stands below it, or use one of the headings `[decision]`, `[successor]`, `[[sources]]`, `[[phases]]`, `[[audiences]]`, `[[topics]]`, `[[channels]]`, `[[messages]]`, `[[actors]]`, `[[activities]]`, `[[principles]]`, `[[indicators]]`, `[[targets]]`, `[[measurements]]`, `[[obligations]]`
    "#]],
    );
}

#[test]
fn what_begins_with_zero_or_stands_under_phone_is_a_text() {
    wrong(
        "title = \"Một bài báo\"",
        "title = \"Một bài báo\"\nphone = 024.1022",
        expect![[r#"
            plan.toml:18:9: `024.1022` is a text without quotes
              help: write `phone = "024.1022"`
        "#]],
    );
    wrong(
        "title = \"Một bài báo\"",
        "title = \"Một bài báo\"\nphone = 024 1022",
        expect![[r#"
            plan.toml:18:9: `024 1022` is a text without quotes
              help: write `phone = "024 1022"`
        "#]],
    );
    wrong(
        "title = \"Một bài báo\"",
        "title = \"Một bài báo\"\nphone = 0241022",
        expect![[r#"
            plan.toml:18:9: `0241022` is a text without quotes
              help: write `phone = "0241022"`
        "#]],
    );
    wrong(
        "title = \"Một bài báo\"",
        "title = \"Một bài báo\"\nphone = 1900 1009",
        expect![[r#"
            plan.toml:18:9: `1900 1009` is a text without quotes
              help: write `phone = "1900 1009"`
        "#]],
    );
    wrong(
        "title = \"Một bài báo\"",
        "title = \"Một bài báo\"\ncode = 024.1022",
        expect![[r#"
            plan.toml:18:8: `024.1022` is a number that begins with 0
              help: write `code = 24.1022`, or `"024.1022"` when it is a phone number or a code
        "#]],
    );
    wrong(
        "title = \"Một bài báo\"",
        "title = \"Một bài báo\"\ncode = 024 1022",
        expect![[r#"
            plan.toml:18:8: `024 1022` is a number that begins with 0
              help: write `code = 241022`, or `"024 1022"` when it is a phone number or a code
        "#]],
    );
    wrong(
        "percent = 60",
        "percent = 060,5",
        expect![[r#"
            plan.toml:50:20: `060,5` is a number that begins with 0
              help: write `percent = 60.5`, or `"060,5"` when it is a phone number or a code
        "#]],
    );
    wrong(
        "count = 126",
        "count = \"0126\"",
        expect![[r#"
            plan.toml:44:9: `"0126"` is a text, expected a whole number
              help: write the number alone, without quotes: `count = 126`
        "#]],
    );
    wrong(
        "percent = 60",
        "percent = 0,5",
        expect![[r#"
        plan.toml:50:20: `0,5` is not a number of the form `60` or `16.5`
          help: write `percent = 0.5`
    "#]],
    );
}

#[test]
fn a_date_is_advised_where_one_belongs() {
    wrong(
        "starts = 2025-02-01",
        "starts = 2025–02–01",
        expect![[r#"
        plan.toml:5:10: `2025–02–01` is not a date of the form year-month-day
          help: write the date as year-month-day: `starts = 2025-02-01`
    "#]],
    );
    wrong(
        "ends = 2025-12-31",
        "ends = 31/03/25",
        expect![[r#"
        plan.toml:6:8: `31/03/25` is not a date of the form year-month-day
          help: write the date as year-month-day: `ends = 2025-03-31`
    "#]],
    );
    wrong(
        "ends = 2025-12-31",
        "ends = tháng 3/2025",
        expect![[r#"
        plan.toml:6:8: `tháng 3/2025` is not a date
          help: write a day as year-month-day, such as `ends = 2025-03-31`
    "#]],
    );
    wrong(
        "updated = 2025-12-01",
        "updated = hôm nay",
        expect![[r#"
        plan.toml:7:11: `hôm nay` is not a date
          help: write a day as year-month-day, such as `updated = 2025-03-31`
    "#]],
    );
    wrong(
        "due = 2025-07-30",
        "due = 25-03-31",
        expect![[r#"
            plan.toml:51:7: `25-03-31` is not a date
              help: write a day as year-month-day, such as `due = 2025-03-31`, or `due = { unknown = "why it is not known" }`
        "#]],
    );
    wrong(
        "due = 2025-07-30",
        "due = \"31/03/25\"",
        expect![[r#"
        plan.toml:51:7: `31/03/25` is not a date of the form year-month-day
          help: write the date as year-month-day: `due = 2025-03-31`
    "#]],
    );
    wrong(
        "due = 2025-07-30",
        "due = 30 tháng 7",
        expect![[r#"
            plan.toml:51:7: `30 tháng 7` is not a date
              help: write a day as year-month-day, such as `due = 2025-03-31`, or `due = { unknown = "why it is not known" }`
        "#]],
    );
    wrong(
        "seen = 2025-06-01",
        "seen = 1−6−2025",
        expect![[r#"
        plan.toml:18:8: `1−6−2025` is not a date of the form year-month-day
          help: write the date as year-month-day: `seen = 2025-06-01`
    "#]],
    );
}

#[test]
fn two_entries_on_one_line_are_two_entries() {
    wrong(
        "title = \"Giai đoạn 1\"\naim = \"Chuẩn bị\"",
        "title = \"Giai đoạn 1\" aim = \"Chuẩn bị\"",
        expect![[r#"
            plan.toml:22:23: two entries stand on one line; the second one is `aim = "Chuẩn bị"`
              help: put it on a line of its own
        "#]],
    );
    wrong(
        "title = \"Giai đoạn 1\"",
        "title = \"Giai \"đoạn = 1\"\"",
        expect![[r#"
        plan.toml:22:16: the text ends at `"Giai "`, but `đoạn = 1""` stands behind it
          help: write `\"` for a quote inside a text
    "#]],
    );
}

#[test]
fn what_is_written_as_yaml_is_advised_as_toml() {
    wrong(
        "id = \"xa-thu-2025\"",
        "id: ha-noi",
        expect![[r#"
        plan.toml:2:3: `:` stands behind `id`, expected `=`
          help: write `id = "ha-noi"`
    "#]],
    );
    wrong(
        "title = \"Kế hoạch thử\"",
        "title: Kế hoạch",
        expect![[r#"
        plan.toml:3:6: `:` stands behind `title`, expected `=`
          help: write `title = "Kế hoạch"`
    "#]],
    );
    wrong(
        "title = \"Kế hoạch thử\"",
        "title: \"Kế hoạch tuyên truyền dịch vụ công trực tuyến năm 2025\"",
        expect![[r#"
            plan.toml:3:6: `:` stands behind `title`, expected `=`
              help: write `=` there
        "#]],
    );
    wrong(
        "[[phases]]",
        "phases:",
        expect![[r#"
            plan.toml:20:7: `:` stands behind `phases`, expected `=`
              help: write the heading `[[phases]]`
        "#]],
    );
    wrong(
        "ends = 2025-12-31",
        "ends: 31/12/2025",
        expect![[r#"
        plan.toml:6:5: `:` stands behind `ends`, expected `=`
          help: write the date as year-month-day: `ends = 2025-12-31`
    "#]],
    );
    wrong(
        "zone = \"+07:00\"",
        "zone:",
        expect![[r#"
        plan.toml:4:5: `:` stands behind `zone`, expected `=`
          help: write `zone = …` with a value
    "#]],
    );
    wrong(
        "tags = [\"elderly\"]",
        "tags: [\"elderly\"]",
        expect![[r#"
        plan.toml:31:5: `:` stands behind `tags`, expected `=`
          help: write `tags = ["elderly"]`
    "#]],
    );
}

#[test]
fn a_word_where_a_group_belongs_is_put_into_one() {
    let obligation = |evidence: &str| format!("[[obligations]]\nid = \"a\"\ntitle = \"A\"\n{evidence}\n\n[[targets]]");
    wrong(
        "[[targets]]",
        &obligation("evidence = \"document\""),
        expect![[r#"
        plan.toml:50:12: `"document"` is a text, expected a list
          help: write `evidence = [{ kind = "document" }]`
    "#]],
    );
    wrong(
        "[[targets]]",
        &obligation("evidence = [\"document\"]"),
        expect![[r#"
        plan.toml:50:13: `"document"` is a text, expected a group of entries in curly brackets
          help: write `{ kind = "document" }`
    "#]],
    );
    wrong(
        "duties = [{ text = \"Niêm yết\" }]",
        "duties = \"Niêm yết\"",
        expect![[r#"
        plan.toml:45:10: `"Niêm yết"` is a text, expected a list
          help: write `duties = [{ text = "Niêm yết" }]`
    "#]],
    );
    wrong(
        "updated = 2025-12-01",
        "updated = 2025-12-01\ntopics = \"Cách làm\"",
        expect![[r#"
        plan.toml:8:10: `"Cách làm"` is a text, expected a list
          help: write each entry under a line `[[topics]]`, with its keys below
    "#]],
    );
}

#[test]
fn only_the_heading_with_the_wrong_brackets_is_told() {
    wrong(
        "[[phases]]",
        "[phases]\nid = \"o\"\ntitle = \"O\"\naim = \"O\"\nstarts = 2025-02-01\nends = 2025-02-01\n\n[[phases]]",
        expect![[r#"
            plan.toml:20:1: `[phases]` stands here although it is `[[phases]]` elsewhere
              help: write `[[phases]]` in double brackets; each such line begins one more entry
        "#]],
    );
    wrong(
        "[[audiences]]",
        "[phases]\nid = \"o\"\ntitle = \"O\"\naim = \"O\"\nstarts = 2025-02-01\nends = 2025-02-01\n\n[[audiences]]",
        expect![[r#"
            plan.toml:27:1: `[phases]` stands here although it is `[[phases]]` elsewhere
              help: write `[[phases]]` in double brackets; each such line begins one more entry
        "#]],
    );
    wrong(
        "[[sources]]",
        "[[decision]]\nnumber = \"2\"\n\n[[sources]]",
        expect![[r#"
        plan.toml:15:1: `[[decision]]` stands here although it is `[decision]` elsewhere
          help: keep one of the two, as `[decision]`; there is only one
    "#]],
    );
    wrong(
        "[[sources]]",
        "[decision]\nnumber = \"2\"\n\n[[sources]]",
        expect![[r#"
        plan.toml:15:1: `[decision]` stands here although `decision` is already given above
          help: keep one of the two; there is only one
    "#]],
    );
}

#[test]
fn an_empty_file_is_one_problem() {
    let said = |text: &str| loa_plan::Plan::from_toml(text).unwrap_err().to_string();
    expect![[r#"
        plan.toml:1:1: the file is empty
          help: `loa new` makes a plan to start from"#]]
    .assert_eq(&said("\u{feff} \r\n"));
}
