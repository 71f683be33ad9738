//! A text is missing in a language that the plan promises.
//!
//! # Why it matters
//! The languages of a plan are offered to readers as a choice. Who chooses English and then meets Vietnamese sentences
//! is not served. Foreigners and ethnic minorities are among those whom the national portal is to serve.
//!
//! # Source
//! Own judgement: a language that is offered is given.
//!
//! # Example
//! ```toml
//! languages = ["en"]
//! [[audiences]]
//! id = "nguoi-dan"
//! kind = "citizen"
//! title = "Người dân"
//! ```

use chrono::NaiveDate;

use super::{Rule, about, texts};
use crate::{Finding, Language, Plan, Severity, Text};

pub(super) const RULE: Rule =
    Rule { name: "missing-language", severity: Severity::Warning, about: about!("missing_language.rs"), check };

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let own = plan.language.clone().unwrap_or_default();
    let mut languages = vec![&own];
    languages.extend(plan.languages.iter().filter(|language| **language != own));
    let mut findings = Vec::new();
    texts::each(plan, &mut |path, text| {
        let missing: Vec<&Language> = languages.iter().copied().filter(|language| !has(text, language, &own)).collect();
        let Some(first) = missing.first() else { return };
        let names: Vec<String> = missing.iter().map(|language| format!("`{language}`")).collect();
        let help = match text {
            Text::Plain(_) => format!("write the text as {{ {own} = \"…\", {first} = \"…\" }}"),
            Text::Localized(_) => format!("add {first} = \"…\" inside the curly brackets"),
        };
        findings.push(RULE.finding(path, format!("the text is missing in {}", names.join(", ")), help));
    });
    findings
}

fn has(text: &Text, language: &Language, own: &Language) -> bool {
    // That a text which is given has no words is for the rule `empty-text` to say.
    text.each().any(|(given, _)| given.unwrap_or(own) == language)
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn each_text_without_a_promised_language_is_reported() {
        check(
            &RULE,
            r#"
title = { vi = "Kế hoạch", en = "Plan", fr = "Plan" }
languages = ["vi", "en", "fr"]
[[audiences]]
id = "nguoi-dan"
kind = "citizen"
title = "Người dân"
[[audiences]]
id = "can-bo"
kind = "official"
title = { vi = "Cán bộ", en = " ", fr = "Agents" }
"#,
            &expect![[r#"
                warning: the text is missing in `en`, `fr` (audiences[0].title)
                  help: write the text as { vi = "…", en = "…" }"#]],
        );
    }

    #[test]
    fn the_plans_own_language_is_always_expected() {
        check(
            &RULE,
            "title = { en = \"Plan\" }",
            &expect![[r#"
            warning: the text is missing in `vi` (title)
              help: add vi = "…" inside the curly brackets"#]],
        );
        check(&RULE, "language = \"en\"\ntitle = { en = \"Plan\" }", &expect![[r#""#]]);
    }
}
