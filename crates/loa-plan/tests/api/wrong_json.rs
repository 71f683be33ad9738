//! Wrong JSON, and every word that is said about it.

use expect_test::{Expect, expect};
use loa_plan::Plan;

use crate::small::SMALL;

#[track_caller]
fn wrong(from: &str, to: &str, expected: Expect) {
    let text = Plan::from_toml(SMALL).unwrap().to_json();
    assert!(text.contains(from), "`{from}` is not in the small plan");
    let found = match Plan::from_json(&text.replacen(from, to, 1)) {
        Ok(_) => "nothing is wrong".to_owned(),
        Err(error) => error.to_string(),
    };
    expected.assert_eq(&format!("{found}\n"));
}

#[test]
fn what_is_not_json_is_explained_at_its_first_place() {
    wrong(
        "\"count\": 126,",
        "\"count\": 126, // all",
        expect![[r#"
        plan.json:63:21: a remark stands here
          help: delete it; JSON has no remarks
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "/* all */ \"count\": 126,",
        expect![[r#"
        plan.json:63:7: a remark stands here
          help: delete it; JSON has no remarks
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": 126",
        expect![[r#"
        plan.json:63:19: a comma is missing between two entries
          help: write a comma here
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": 126,,",
        expect![[r#"
            plan.json:63:20: a comma stands here with nothing before it
              help: delete the comma
        "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\" 126,",
        expect![[r#"
        plan.json:63:15: `:` is missing behind a key
          help: write `"key": value`
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": ,",
        expect![[r#"
        plan.json:63:16: a comma stands here with nothing before it
          help: delete the comma
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\"::,",
        expect![[r#"
        plan.json:63:15: `:` stands where a value is expected
          help: delete it, or write a key in quotes before it
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "count: 126,",
        expect![[r#"
        plan.json:63:7: the key `count` has no quotes
          help: write `"count"`
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": +126,",
        expect![[r#"
        plan.json:63:16: `+126` is not a number of the form `60` or `16.5`
          help: write digits, with a point before the decimals
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": 126.,",
        expect![[r#"
        plan.json:63:16: `126.` is not a number of the form `60` or `16.5`
          help: write digits, with a point before the decimals
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": 0x7E,",
        expect![[r#"
        plan.json:63:16: `0x7E` is not a number of the form `60` or `16.5`
          help: write digits, with a point before the decimals
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": NaN,",
        expect![[r#"
            plan.json:63:16: `NaN` is a text without quotes
              help: write `"NaN"`
        "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": nhiều,",
        expect![[r#"
            plan.json:63:16: `nhiều` is a text without quotes
              help: write `"nhiều"`
        "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": },",
        expect![[r#"
        plan.json:63:16: `}` stands where a value is expected
          help: write a value, or close the list with `]`
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": ],",
        expect![[r#"
            plan.json:63:16: `]` stands where a value is expected
              help: write a value, or close the curly bracket with `}`
        "#]],
    );
    wrong(
        "\"Các xã\"",
        "'Các xã'",
        expect![[r#"
        plan.json:62:16: a text is in single quotes, expected double ones
          help: write `"…"`
    "#]],
    );
    wrong(
        "\"Các xã\"",
        "“Các xã”",
        expect![[r#"
            plan.json:62:16: `“Các xã”` is in curly quotes, expected straight ones
              help: write `"Các xã"`
        "#]],
    );
    wrong(
        "\"Các xã\"",
        "\"Các xã",
        expect![[r#"
            plan.json:62:16: the text `"Các xã,` is not closed on its line
              help: write `"` behind its last word; a line break inside a text is `\n`
        "#]],
    );
    wrong(
        "\"Các xã\"",
        "\"Các\txã\"",
        expect![[r#"
        plan.json:62:20: a control character stands in this text (U+0009)
          help: write `\t` or a space
    "#]],
    );
    wrong(
        "\"Các xã\"",
        "\"Các\u{1}xã\"",
        expect![[r#"
        plan.json:62:20: a control character stands in this text (U+0001)
          help: delete this place and type it again
    "#]],
    );
    wrong(
        "\"Các xã\"",
        "\"Các \\xã\"",
        expect![[r#"
            plan.json:62:21: a text is not closed, or a backslash in it does not stand for a character
              help: write `"` behind its last word, and `\\` for a backslash
        "#]],
    );
    wrong(
        "\"elderly\"\n",
        "\"elderly\",\n",
        expect![[r#"
        plan.json:37:18: a comma stands behind the last entry
          help: delete the comma
    "#]],
    );
    wrong(
        "\"elderly\"\n      ]",
        "\"elderly\"\n",
        expect![[r#"
        plan.json:39:5: `}` stands where a value is expected
          help: write a value, or close the list with `]`
    "#]],
    );
    wrong(
        "{\n  \"format\": 1",
        "{}\n{\n  \"format\": 1",
        expect![[r#"
            plan.json:2:1: something stands behind the last curly bracket
              help: delete what follows the last `}`
        "#]],
    );
    wrong(
        "{\n  \"format\": 1",
        "[{\n  \"format\": 1",
        expect![[r#"
        plan.json:1:1: a list is not closed
          help: write `]` behind its last entry
    "#]],
    );
}

#[test]
fn what_is_json_but_no_plan_is_explained_in_json() {
    wrong(
        "\"zone\": \"+07:00\",",
        "",
        expect![[r#"
        plan.json:1:1: missing key `zone`
          help: add `"zone": "+07:00"` inside these curly brackets
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": null,",
        expect![[r#"
        plan.json:63:16: `count` is `null`, expected a whole number
          help: leave the key out when there is no value
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": 126, \"count\": 127,",
        expect![[r#"
        plan.json:63:21: the key `count` stands twice
          help: delete one of the two
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"count\": \"1.859\",",
        expect![[r#"
        plan.json:63:16: `"1.859"` is a text, expected a whole number
          help: write the number alone, without quotes: `"count": 1859`
    "#]],
    );
    wrong(
        "\"count\": 126,",
        "\"counts\": 126,",
        expect![[r#"
        plan.json:63:7: unknown key `counts`
          help: did you mean `count`?
    "#]],
    );
    wrong(
        "\"2025-12-31\"",
        "\"31/12/2025\"",
        expect![[r#"
        plan.json:7:11: `31/12/2025` is not a date of the form year-month-day
          help: write the date as year-month-day: `"ends": "2025-12-31"`
    "#]],
    );
    wrong(
        "\"2025-12-31\"",
        "20251231",
        expect![[r#"
            plan.json:7:11: `20251231` is a number, expected a date
              help: write a day as year-month-day, such as `"ends": "2025-03-31"`
        "#]],
    );
    wrong(
        "\"due\": \"2025-07-30\"",
        "\"due\": \"?\"",
        expect![[r#"
        plan.json:78:14: `due` is not given as a value or as unknown
          help: write `"due": { "unknown": "why it is not known" }`
    "#]],
    );
    wrong(
        "\"goal\": {\n        \"percent\": 60\n      }",
        "\"goal\": 60",
        expect![[r#"
        plan.json:75:15: `60` has no unit
          help: write `"goal": { "percent": 60 }` or `"goal": { "count": 60 }`
    "#]],
    );
    wrong(
        "[\n        \"nguoi-dan\"\n      ]",
        "\"nguoi-dan\"",
        expect![[r#"
        plan.json:49:20: `"nguoi-dan"` is a text, expected a list
          help: write `"audiences": ["nguoi-dan"]`
    "#]],
    );
    wrong(
        "\"text\": {\n        \"en\": \"Fast\",\n        \"vi\": \"Nhanh\"\n      }",
        "\"text\": 1",
        expect![[r#"
        plan.json:44:15: `1` is a number, expected a text in quotes
          help: write `"text": "1"`
    "#]],
    );
    wrong(
        "\"source\": {\n        \"id\": \"bai-bao\",\n        \"clause\": \"đoạn 2\"\n      }",
        "\"source\": { }",
        expect![[r#"
            plan.json:52:17: missing key `id`
              help: add `"id": "bai-bao"` inside these curly brackets
        "#]],
    );
    wrong(
        "{\n          \"text\": \"Niêm yết\"\n        }",
        "\"Niêm yết\"",
        expect![[r#"
            plan.json:65:9: `"Niêm yết"` is a text, expected a group of entries in curly brackets
              help: write `{ "text": "Niêm yết" }`
        "#]],
    );
}

#[test]
fn an_empty_file_or_another_value_is_no_plan() {
    let message = |text: &str| Plan::from_json(text).unwrap_err().to_string();
    expect![[r#"
        plan.json:1:1: the file is empty
          help: `loa new` makes a plan to start from"#]]
    .assert_eq(&message(""));
    expect![[r#"
        plan.json:1:1: the file is a list, expected a group of entries in curly brackets
          help: take the square brackets around it away"#]]
    .assert_eq(&message("[]"));
    expect![[r#"
        plan.json:1:1: `1` is a number, expected a group of entries in curly brackets
          help: write its keys in curly brackets: `format`, `id`, `title`, `summary`, `language`, `languages`, `zone`, `starts`, `ends`, `updated`, `review_after_days`, `decision`, `successor`, `sources`, `phases`, `audiences`, `topics`, `channels`, `messages`, `actors`, `activities`, `principles`, `indicators`, `targets`, `measurements`, `obligations`"#]].assert_eq(&message("1"));
}

#[test]
fn an_editor_may_be_told_the_schema() {
    let text = Plan::from_toml(SMALL).unwrap().to_json();
    let with_schema = text.replacen('{', "{\n  \"$schema\": \"plan.schema.json\",", 1);
    assert_eq!(Plan::from_json(&with_schema), Plan::from_toml(SMALL));
    let inside = text.replacen("\"decision\": {", "\"decision\": {\n \"$schema\": \"x\",", 1);
    assert!(Plan::from_json(&inside).unwrap_err().to_string().contains("unknown key `$schema`"));
}
