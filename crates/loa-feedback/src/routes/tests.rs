//! What is told about a file that is wrong, and what is left out.

use expect_test::expect;

use super::*;

#[test]
fn what_is_left_out_has_the_usual_value() {
    let text = "format = 1\n[limits]\naccept_hours = 16\n[hours]\nspans = [\"07:30-11:30\"]\n[labels]\naccepted = \"Đang xử lý\"\n";
    let routes = read("routes.toml", text).unwrap().value;
    assert_eq!(routes.limits.accept_hours.value(), 16);
    assert_eq!((routes.limits.urgent_hours.value(), routes.limits.forward_days.value()), (4, 5));
    assert_eq!(routes.limits.answer_days, None);
    assert_eq!(routes.hours.days, Hours::default().days);
    assert_eq!(routes.hours.spans.len(), 1);
    assert_eq!(routes.labels.get(crate::Status::Accepted, "vi"), "Đang xử lý");
    assert_eq!(routes.labels.get(crate::Status::Closed, "vi"), "Đã kết thúc");
    assert_eq!(read("routes.toml", "format = 1\n").unwrap().value, Routes::default());
}

#[test]
fn all_slips_of_a_file_are_told_at_once() {
    let text = r#"format = 1
units = ["Sở Tư pháp"]

[[routes]]
kind = "complain"
label = "Khiếu nại"
dor = "elsewhere"

[hours]
days = ["thứ hai"]
spans = ["8h-12h"]

[limits]
accept_hours = -1
answer_days = "chưa rõ"
"#;
    expect![[r#"
        routes.toml:2:10: the id `Sở Tư pháp` is not made of small letters a–z, digits and single hyphens, expected for example `so-tu-phap`
          help: write `"so-tu-phap"`
        routes.toml:5:8: `complain` is not a possible value of `kind`
          help: did you mean `complaint`?
        routes.toml:7:1: unknown key `dor`
          help: did you mean `door`?
        routes.toml:10:9: `thứ hai` is not a possible value of `days`
          help: write one of `monday`, `tuesday`, `wednesday`, `thursday`, `friday`, `saturday`, `sunday`
        routes.toml:11:10: `8h-12h` is not a stretch of a day, expected two times of which the second is later, such as `08:00-12:00`
          help: write `"08:00-12:00"`
        routes.toml:14:16: `-1` is not a count, expected a whole number from 0 to 9007199254740991
          help: a count begins at 0; leave the key out when it is not known
        routes.toml:15:15: `answer_days` is not given as a value or as unknown
          help: write `answer_days = { unknown = "why it is not known" }`"#]].assert_eq(&read("routes.toml", text).unwrap_err().to_string());
}
