//! A picture does not say how wide and high it is.
//!
//! # Why it matters
//! A page keeps room for a picture by its size. Without it the text jumps when the picture arrives.
//!
//! # Source
//! Own judgement: a page that is being read does not jump.
//!
//! # Example
//! A drawing that begins with `<svg>` and has neither `viewBox` nor `width` and `height`.

use loa_plan::Severity;

use super::{Located, Rule, about};
use crate::campaign::Campaign;

pub(super) const RULE: Rule =
    Rule::new("picture-without-size", Severity::Warning, about!("picture_without_size.rs"), check);

fn check(campaign: &Campaign) -> Vec<Located> {
    let sizeless = campaign.pictures().iter().filter(|picture| picture.size().is_none());
    sizeless
        .map(|picture| {
            let path = picture.path();
            let (message, help) = if path.ends_with(".svg") {
                (
                    format!("the drawing `{path}` does not say how wide and high it is"),
                    "write its size into its first element, for example `viewBox=\"0 0 320 180\"`",
                )
            } else {
                (
                    format!("the file `{path}` is not a picture of the kind that its name says"),
                    "open it in a program for pictures and save it again",
                )
            };
            Located::whole(RULE.finding("", message, help.to_owned()), path)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{PICTURE, PLAN, check};

    #[test]
    fn a_picture_without_a_size_is_reported() {
        check(
            &RULE,
            &[
                ("plan.toml", PLAN),
                ("pictures/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                ("pictures/b.png", PICTURE),
                ("pictures/c.svg", PICTURE),
            ],
            &expect![[r#"
                pictures/a.svg:1:1: warning: the drawing `pictures/a.svg` does not say how wide and high it is
                  help: write its size into its first element, for example `viewBox="0 0 320 180"`
                pictures/b.png:1:1: warning: the file `pictures/b.png` is not a picture of the kind that its name says
                  help: open it in a program for pictures and save it again"#]],
        );
    }
}
