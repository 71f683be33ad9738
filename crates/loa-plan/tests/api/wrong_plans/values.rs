//! Dates, numbers, yes and no in another form than the plan's.

use expect_test::expect;

use super::wrong;

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
              help: write a day as year-month-day, such as `ends = 2025-03-31`
        "#]],
    );
    wrong(
        "ends = 2025-12-31",
        "ends = 2025",
        expect![[r#"
            plan.toml:6:8: `2025` is a number, expected a date
              help: write a day as year-month-day, such as `ends = 2025-03-31`
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
              help: write a number such as `count = 32`, or `count = { unknown = "why it is not known" }`
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
