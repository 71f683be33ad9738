//! Over a limit is a problem with a place, never a crash or a hang.

use expect_test::{Expect, expect};
use loa_plan::Plan;
use loa_plan::read::{MAX_DEPTH, MAX_ENTRIES, MAX_FILE_BYTES, MAX_TEXT, text};

use crate::small::{SMALL, changed};

fn toml(text: &str, expected: Expect) {
    expected.assert_eq(&Plan::from_toml(text).map_or_else(|error| error.to_string(), |_| "fine".to_owned()));
}

fn json(text: &str, expected: Expect) {
    expected.assert_eq(&Plan::from_json(text).map_or_else(|error| error.to_string(), |_| "fine".to_owned()));
}

#[test]
fn a_file_over_four_mebibytes_is_refused() {
    let large = format!("{SMALL}#{}", " ".repeat(MAX_FILE_BYTES - SMALL.len() - 1));
    toml(&large, expect!["fine"]);
    let larger = large + " ";
    let expected = expect![[r#"
        plan.toml:1:1: the file has 4194305 bytes, expected at most 4194304
          help: divide it, or shorten its texts"#]];
    expected.assert_eq(&text("plan.toml", larger.as_bytes()).unwrap_err().to_string());
    toml(&larger, expected);
    json(
        &larger,
        expect![[r#"
        plan.json:1:1: the file has 4194305 bytes, expected at most 4194304
          help: divide it, or shorten its texts"#]],
    );
}

#[test]
fn depth_is_limited_before_it_can_exhaust_the_stack() {
    let brackets = "[".repeat(100_000);
    toml(
        &format!("format = {brackets}"),
        expect![[r#"
            plan.toml:1:42: brackets stand more than 32 deep inside each other
              help: look for brackets that are opened again and again; a plan needs six"#]],
    );
    json(
        &brackets,
        expect![[r#"
            plan.json:1:33: brackets stand more than 32 deep inside each other
              help: look for brackets that are opened again and again; a plan needs six"#]],
    );
    json(
        &format!("{{\"format\": {}1", "{\"a\": ".repeat(100_000)),
        expect![[r#"
            plan.json:1:198: brackets stand more than 32 deep inside each other
              help: look for brackets that are opened again and again; a plan needs six"#]],
    );
    toml(
        &format!("{}a = 1", "a.".repeat(100_000)),
        expect![[r#"
            plan.toml:1:64: brackets stand more than 32 deep inside each other
              help: look for brackets that are opened again and again; a plan needs six"#]],
    );
    toml(
        &format!("[{}a]", "a.".repeat(100_000)),
        expect![[r#"
            plan.toml:1:65: brackets stand more than 32 deep inside each other
              help: look for brackets that are opened again and again; a plan needs six"#]],
    );
    toml(
        &format!("a = {}1", "{a.a.a.a = ".repeat(MAX_DEPTH)),
        expect![[r#"
            plan.toml:1:346: the curly bracket that begins here is not closed
              help: write `}` behind its last entry, on the same line"#]],
    );
    toml(
        &format!("{SMALL}{}a = 1", "a.".repeat(MAX_DEPTH - 2)),
        expect![[r#"
            plan.toml:58:1: unknown key `a`
              help: delete it, or use one of the keys that are possible here: `target`, `actor`, `numerator`, `denominator`, `note`, `illustrative`, `source`
            plan.toml:58:65: brackets stand more than 32 deep inside each other
              help: look for brackets that are opened again and again; a plan needs six"#]],
    );
    let inside = format!("x = {}1{}", "{a.a.a.a = ".repeat(MAX_DEPTH / 2), "}".repeat(MAX_DEPTH / 2));
    toml(
        &format!("{inside}\n{SMALL}"),
        expect![[r#"
            plan.toml:1:1: unknown key `x`
              help: delete it, or use one of the keys that are possible here: `summary`, `language`, `languages`, `review_after_days`, `successor`, `topics`, `channels`, `activities`, `principles`, `indicators`, `obligations`
            plan.toml:1:93: brackets stand more than 32 deep inside each other
              help: look for brackets that are opened again and again; a plan needs six"#]],
    );
}

#[test]
fn a_list_and_a_text_have_a_largest_size() {
    let entries = vec!["\"nguoi-dan\""; MAX_ENTRIES + 1].join(", ");
    toml(
        &changed("[\"nguoi-dan\"]", &format!("[{entries}]")),
        expect![[r#"
        plan.toml:37:13: `audiences` has 20001 entries, expected at most 20000
          help: divide it among several plans"#]],
    );
    toml(
        &changed("\"Các xã\"", &format!("\"{}\"", "ạ".repeat(MAX_TEXT + 1))),
        expect![[r#"
        plan.toml:43:9: `title` has 20001 characters, expected at most 20000
          help: shorten it, or publish the long part as a document and link to it"#]],
    );
    toml(&changed("\"Các xã\"", &format!("\"{}\"", "ạ".repeat(MAX_TEXT))), expect!["fine"]);
}

#[test]
fn what_is_long_is_cut_in_a_message() {
    let long = "a".repeat(MAX_TEXT);
    toml(
        &changed("count = 126", &format!("{long} = 1")),
        expect![[r#"
        plan.toml:44:1: unknown key `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…`
          help: delete it, or use one of the keys that are possible here: `count`, `member_of`, `from`, `until`, `successors`, `url`, `source`"#]],
    );
    toml(
        &changed("kind = \"citizen\"", &format!("kind = \"{long}\"")),
        expect![[r#"
        plan.toml:29:8: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…` is not a possible value of `kind`
          help: write one of `citizen`, `business`, `official`"#]],
    );
    toml(
        &changed("id = \"xa\"", &format!("id = \"{long}\"")),
        expect![[r#"
        plan.toml:41:6: the id `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…` has 20000 characters, expected at most 64
          help: shorten it; the title is the place for many words"#]],
    );
    toml(
        &changed("zone = \"+07:00\"", &format!("zone = \"{long}\"")),
        expect![[r#"
        plan.toml:4:8: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…` is not a time zone, expected an offset from -12:00 to +14:00
          help: for Vietnam write `zone = "+07:00"`"#]],
    );
    toml(
        &changed("ends = 2025-12-31", &format!("ends = {long}")),
        expect![[r#"
            plan.toml:6:8: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…` is not a date
              help: write a day as year-month-day, such as `ends = 2025-03-31`"#]],
    );
}
