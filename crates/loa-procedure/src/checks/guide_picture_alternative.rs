//! A picture does not say in words what it shows.
//!
//! # Why it matters
//! Blind people, and everybody whose network is too slow for pictures, have these words instead.
//! They are missing, or shorter than ten characters, or no more than the name of the file.
//!
//! # Source
//! Thông tư 32/2017/TT-BTTTT, Điều 18: text equivalents; the ten characters are own judgement.
//!
//! # Example
//! ```markdown
//! ## Đăng nhập
//!
//! ![](../pictures/dang-nhap.svg)
//! ```

use chrono::NaiveDate;
use loa_plan::words::slug;
use loa_plan::{Finding, Severity};

use super::{Rule, about};
use crate::Guide;

pub(super) const RULE: Rule =
    Rule::new("guide-picture-alternative", Severity::Warning, about!("guide_picture_alternative.rs"), check);

/// How many characters say anything.
const FEWEST: usize = 10;

fn check(guide: &Guide, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, picture) in guide.pictures() {
        let file = picture.path.strip_prefix("pictures/").unwrap_or(&picture.path);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let alt = picture.alt.trim();
        let message = if alt.is_empty() {
            format!("the picture `{file}` does not say what it shows")
        } else if is_name(alt, stem) || alt == file {
            format!("the picture `{file}` says no more than the name of its file")
        } else if alt.chars().count() < FEWEST {
            format!("`{alt}` is too short to say what the picture `{file}` shows")
        } else {
            continue;
        };
        let help = "write between the square brackets what a person would see: `![Điện thoại hiện ổ khóa](…)`";
        findings.push(RULE.finding(path, message, help));
    }
    findings
}

/// Whether the words are the name of the file; what has more plain letters than the name cannot be it.
fn is_name(alt: &str, stem: &str) -> bool {
    alt.bytes().filter(u8::is_ascii_alphanumeric).count() <= stem.len() && slug(alt) == stem
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GOOD, check};

    #[test]
    fn a_picture_without_words_or_with_empty_ones_is_reported() {
        check(&RULE, GOOD, &expect![[""]]);
        check(
            &RULE,
            "## Đăng nhập\n\n![](../pictures/a.svg)\n\n![dang-nhap.svg](../pictures/dang-nhap.svg)\n\n\
             ![Đăng nhập](../pictures/dang-nhap.svg)\n\n![Ảnh](../pictures/a.svg)\n",
            &expect![[r#"
                warning: the picture `a.svg` does not say what it shows (steps[0].body[0])
                  help: write between the square brackets what a person would see: `![Điện thoại hiện ổ khóa](…)`
                warning: the picture `dang-nhap.svg` says no more than the name of its file (steps[0].body[1])
                  help: write between the square brackets what a person would see: `![Điện thoại hiện ổ khóa](…)`
                warning: the picture `dang-nhap.svg` says no more than the name of its file (steps[0].body[2])
                  help: write between the square brackets what a person would see: `![Điện thoại hiện ổ khóa](…)`
                warning: `Ảnh` is too short to say what the picture `a.svg` shows (steps[0].body[3])
                  help: write between the square brackets what a person would see: `![Điện thoại hiện ổ khóa](…)`"#]],
        );
    }
}
