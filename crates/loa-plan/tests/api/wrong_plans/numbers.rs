//! Numbers as people write them: with a unit, with thousands, with words; the advice makes no other number of them.

use expect_test::expect;
use loa_plan::Plan;

use super::wrong;
use crate::small::changed;

#[test]
fn a_number_keeps_its_unit_and_its_thousands() {
    wrong(
        "{ percent = 60 }",
        "60%",
        expect![[r#"
        plan.toml:50:8: `60%` is not a number with its unit
          help: write `goal = { percent = 60 }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "16,5%",
        expect![[r#"
        plan.toml:50:8: `16,5%` is not a number with its unit
          help: write `goal = { percent = 16.5 }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "1,859",
        expect![[r#"
        plan.toml:50:8: `1,859` is not a number with its unit
          help: write `goal = { count = 1859 }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "\"45%\"",
        expect![[r#"
        plan.toml:50:8: `"45%"` is a text, expected a value with its unit
          help: write `goal = { percent = 45 }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "\"45\"",
        expect![[r#"
        plan.toml:50:8: `"45"` is a text, expected a value with its unit
          help: write `goal = { percent = 45 }` or `goal = { count = 45 }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "60 phần trăm",
        expect![[r#"
        plan.toml:50:8: `60 phần trăm` is not a number with its unit
          help: write `goal = { percent = 60 }`
    "#]],
    );
    wrong(
        "{ percent = 60 }",
        "\"60 phần trăm\"",
        expect![[r#"
        plan.toml:50:8: `"60 phần trăm"` is a text, expected a value with its unit
          help: write `goal = { percent = 60 }`
    "#]],
    );
    wrong(
        "count = 126",
        "count = 1,859",
        expect![[r#"
        plan.toml:44:9: `1,859` is not a number of the form `60` or `16.5`
          help: write `count = 1859`
    "#]],
    );
    wrong(
        "count = 126",
        "count = 1,859,000",
        expect![[r#"
        plan.toml:44:9: `1,859,000` is not a number of the form `60` or `16.5`
          help: write `count = 1859000`
    "#]],
    );
    wrong(
        "count = 126",
        "count = \"1,859\"",
        expect![[r#"
        plan.toml:44:9: `"1,859"` is a text, expected a whole number
          help: write the number alone, without quotes: `count = 1859`
    "#]],
    );
    wrong(
        "value = { percent = 16.5 }",
        "value = { percent = 16.5 }\ndenominator = 1,859",
        expect![[r#"
        plan.toml:58:15: `1,859` is not a number of the form `60` or `16.5`
          help: write `denominator = 1859`
    "#]],
    );
    wrong(
        "percent = 60",
        "percent = 60 phần trăm",
        expect![[r#"
        plan.toml:50:20: `60 phần trăm` is a number with words behind it
          help: write the number alone: `percent = 60`
    "#]],
    );
    wrong(
        "percent = 60",
        "percent = \"60 phần trăm\"",
        expect![[r#"
        plan.toml:50:20: `"60 phần trăm"` is a text, expected a number
          help: write the number alone, without words or quotes: `percent = 60`
    "#]],
    );
    wrong(
        "count = 126",
        "count = 126 xã",
        expect![[r#"
        plan.toml:44:9: `126 xã` is a number with words behind it
          help: write the number alone: `count = 126`
    "#]],
    );
    wrong(
        "percent = 60",
        "percent = 1,859",
        expect![[r#"
        plan.toml:50:20: `1,859` is not a number of the form `60` or `16.5`
          help: write `percent = 1.859`
    "#]],
    );
}

#[test]
fn a_number_with_a_word_that_makes_it_larger_is_not_guessed() {
    for (goal, shown) in [
        ("2 triệu hộ", "`2 triệu hộ` is not a number with its unit"),
        ("2 nghìn", "`2 nghìn` is not a number with its unit"),
        ("\"2 ngàn người\"", "`\"2 ngàn người\"` is a text, expected a value with its unit"),
        ("\"2 tr\"", "`\"2 tr\"` is a text, expected a value with its unit"),
        ("\"3 tỷ đồng\"", "`\"3 tỷ đồng\"` is a text, expected a value with its unit"),
        ("\"3 tỉ\"", "`\"3 tỉ\"` is a text, expected a value with its unit"),
        ("\"150 k\"", "`\"150 k\"` is a text, expected a value with its unit"),
        ("\"16,5 điểm\"", "`\"16,5 điểm\"` is a text, expected a value with its unit"),
    ] {
        let help = "write a number with its unit, such as `goal = { percent = 60 }`, or `goal = { unknown = \"why it is not known\" }`";
        let error = Plan::from_toml(&changed("{ percent = 60 }", goal)).unwrap_err().to_string();
        assert_eq!(error, format!("plan.toml:50:8: {shown}\n  help: {help}"), "{goal}");
    }
    wrong(
        "count = 126",
        "count = 2 triệu",
        expect![[r#"
        plan.toml:44:9: `2 triệu` is not a number
          help: write a number such as `count = 60`
    "#]],
    );
    wrong(
        "count = 126",
        "count = \"2 triệu\"",
        expect![[r#"
        plan.toml:44:9: `"2 triệu"` is a text, expected a whole number
          help: write a number such as `count = 32`, or `count = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "count = 126",
        "count = 16,5 điểm",
        expect![[r#"
        plan.toml:44:9: `16,5` is not a number
          help: write a number such as `count = 60`
    "#]],
    );
    wrong(
        "count = 126",
        "count = \"16,5\"",
        expect![[r#"
        plan.toml:44:9: `"16,5"` is a text, expected a whole number
          help: write a number such as `count = 32`, or `count = { unknown = "why it is not known" }`
    "#]],
    );
    wrong(
        "percent = 60",
        "percent = 16,5 điểm",
        expect![[r#"
        plan.toml:50:20: `16,5` is not a number of the form `60` or `16.5`
          help: write `percent = 16.5`
    "#]],
    );
}
