//! Files whose bytes are no text, and the whole of an error.

use expect_test::expect;
use loa_plan::Plan;
use loa_plan::read::{self, MAX_PROBLEMS, ReadError};

use crate::small::SMALL;

fn message(bytes: &[u8]) -> String {
    read::text("plan.toml", bytes).map_or_else(|error| error.to_string(), |text| format!("read: {text}"))
}

#[test]
fn a_file_in_another_encoding_is_to_be_saved_as_utf_8() {
    expect!["read: Hà Nội"].assert_eq(&message("Hà Nội".as_bytes()));
    expect![[r#"
        plan.toml:2:11: the letter at this place is not saved as Unicode (UTF-8) but as the byte `0xcf`, probably in the encoding ANSI, TCVN3 or Windows-1258
          help: open the file in the program it was written with and save it again: in the window "save as" choose the encoding UTF-8"#]]
    .assert_eq(&message(b"id = \"a\"\ntitle = \"H\xcf N\xf4i\""));
    expect![[r#"
        plan.toml:1:1: the file is written in UTF-16, expected UTF-8
          help: open the file in the program it was written with and save it again: in the window "save as" choose the encoding UTF-8"#]]
    .assert_eq(&message(b"\xff\xfei\0d\0"));
    // Without its mark UTF-16 is seen by the zeros beside plain letters.
    let plain: Vec<u8> = "title = \"Hà Nội\"".encode_utf16().flat_map(u16::to_le_bytes).collect();
    expect![[r#"
        plan.toml:1:1: the file is written in UTF-16, expected UTF-8
          help: open the file in the program it was written with and save it again: in the window "save as" choose the encoding UTF-8"#]]
    .assert_eq(&message(&plain));
}

#[test]
fn problems_come_in_the_order_of_their_places() {
    let text = SMALL.replace("zone = \"+07:00\"\n", "").replace("aim =", "am =").replace("count = 126", "count = 1,5");
    expect![[r#"
        plan.toml:1:1: missing key `zone`
          help: add the line `zone = "+07:00"` above the first line that begins with `[`
        plan.toml:22:1: unknown key `am`
          help: did you mean `aim`?
        plan.toml:43:9: `1,5` is not a number
          help: write a number such as `count = 60`"#]]
    .assert_eq(&Plan::from_toml(&text).unwrap_err().to_string());
}

#[test]
fn over_two_hundred_problems_are_counted() {
    let many: String = (0..MAX_PROBLEMS + 5).map(|i| format!("k{i}x = 1\n")).collect();
    let error: ReadError = Plan::from_toml(&(many + SMALL)).unwrap_err();
    assert_eq!((error.problems.len(), error.more), (MAX_PROBLEMS, 5));
    assert!(error.to_string().ends_with("\nand 5 more problems"));
    let one: String = (0..=MAX_PROBLEMS).map(|i| format!("k{i}x = 1\n")).collect();
    assert!(Plan::from_toml(&(one + SMALL)).unwrap_err().to_string().ends_with("\nand 1 more problem"));
}

#[test]
fn the_other_format_in_a_file_is_named() {
    expect![[r#"
        plan.toml:1:1: the text is JSON, expected TOML
          help: give the file a name that ends with `.json`, or write it as TOML: `title = "…"`"#]]
    .assert_eq(&Plan::from_toml("{ \"format\": 1 }").unwrap_err().to_string());
    expect![[r#"
        plan.json:1:1: the text is not JSON
          help: begin with `{`; a file written as TOML needs a name that ends with `.toml`"#]]
    .assert_eq(&Plan::from_json(SMALL).unwrap_err().to_string());
}

#[test]
fn the_lines_of_a_part_are_those_of_its_file() {
    let error = read::toml_at::<Plan>("guides/a.md", &SMALL.replace("format = 1", "format = 3"), 2).unwrap_err();
    assert_eq!(error.problems[0].line, 2);
    assert_eq!(error.problems[0].file, "guides/a.md");
    assert_eq!(error.problems[0].path, "format");
}
