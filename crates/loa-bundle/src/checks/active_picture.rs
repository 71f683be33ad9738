//! A drawing holds a script, or fetches something from elsewhere.
//!
//! # Why it matters
//! Opened by itself, a drawing on an agency's portal runs its scripts with the rights of that portal.
//! What it fetches from elsewhere tells a third party who looked at it.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3: channels meet the standards of cyber security.
//!
//! # Example
//! `<svg onload="…">`, `<script>`, or `<image href="https://…">` in a file of the folder `pictures`.

use loa_plan::Severity;

use super::{Located, Rule, about};
use crate::campaign::Campaign;

pub(super) const RULE: Rule = Rule::new("active-picture", Severity::Error, about!("active_picture.rs"), check);

fn check(campaign: &Campaign) -> Vec<Located> {
    let mut findings = Vec::new();
    for picture in campaign.pictures() {
        let Some((line, what)) = picture.svg().and_then(|text| {
            text.lines().enumerate().find_map(|(i, line)| Some((i + 1, active(&line.to_ascii_lowercase())?)))
        }) else {
            continue;
        };
        let message = format!("the drawing `{}` {what}", picture.path());
        let help = "save it again as a plain drawing, without scripts, links and outside files".to_owned();
        findings.push(Located { line, ..Located::whole(RULE.finding("", message, help), picture.path()) });
    }
    findings
}

/// What a line in small letters does that a drawing should not.
fn active(line: &str) -> Option<&'static str> {
    if line.contains("<script") || line.contains("javascript:") || has_handler(line) {
        Some("holds a script")
    } else if line.contains("<foreignobject") {
        Some("holds a piece of a web page")
    } else if line.contains("<!entity") {
        Some("defines entities, in which anything can hide")
    } else if fetches(line) {
        Some("fetches something from elsewhere")
    } else {
        None
    }
}

/// An attribute such as `onload="…"`.
fn has_handler(line: &str) -> bool {
    line.match_indices("on").any(|(at, _)| {
        let (before, after) = line.split_at(at);
        let name = after.len() - after.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
        let value = after.get(name..).unwrap_or_default().trim_start();
        before.ends_with(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | '/'))
            && name > 2
            && value.starts_with('=')
    })
}

/// An address outside the file, in `href`, `src` or `url(…)`; names of vocabularies are no addresses.
fn fetches(line: &str) -> bool {
    ["href=", "src=", "url(", "@import"].iter().any(|mark| {
        line.match_indices(mark).any(|(at, mark)| {
            let value = line.get(at + mark.len()..).unwrap_or_default();
            let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | '('));
            ["http:", "https:", "//"].iter().any(|start| value.starts_with(start)) || mark == "@import"
        })
    })
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::{RULE, active};
    use crate::checks::test::{PICTURE, PLAN, check};

    #[test]
    fn a_drawing_with_a_script_is_reported_with_its_line() {
        check(
            &RULE,
            &[
                ("plan.toml", PLAN),
                ("pictures/a.svg", "<svg viewBox='0 0 1 1'>\n<SCRIPT>alert(1)</SCRIPT>\n</svg>"),
                ("pictures/b.svg", PICTURE),
            ],
            &expect![[r#"
                pictures/a.svg:2:1: error: the drawing `pictures/a.svg` holds a script
                  help: save it again as a plain drawing, without scripts, links and outside files"#]],
        );
    }

    #[test]
    fn what_a_drawing_should_not_do_is_told_from_what_it_may() {
        assert_eq!(active("<svg viewbox=\"0 0 1 1\" onload = \"x()\">"), Some("holds a script"));
        assert_eq!(active("<a xlink:href='javascript:x()'>"), Some("holds a script"));
        assert_eq!(active("<image href=\"https://a.vn/x.png\"/>"), Some("fetches something from elsewhere"));
        assert_eq!(active("fill: url( '//a.vn/x')"), Some("fetches something from elsewhere"));
        assert_eq!(active("<foreignobject>"), Some("holds a piece of a web page"));
        assert_eq!(active("<!entity x 'y'>"), Some("defines entities, in which anything can hide"));
        for fine in [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">",
            "<use href=\"#a\" fill=\"url(#b)\"/>",
            "<text>một trang = một bước, on = bật</text>",
        ] {
            assert_eq!(active(fine), None, "{fine}");
        }
    }
}
