//! An obligation does not say what makes it binding.
//!
//! # Why it matters
//! An agency that is told to publish something asks: who says so? The answer is an article and clause.
//! Where only the words are known, for example from a newspaper, they are quoted; then this is only noted.
//!
//! # Source
//! Own judgement: whoever is told to do something may ask by which rule.
//!
//! # Example
//! ```toml
//! [[obligations]]
//! id = "dang-tai-lieu"
//! title = "Đăng tài liệu hướng dẫn"
//! ```

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "obligation-without-clause",
    severity: Severity::Warning,
    about: about!("obligation_without_clause.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (i, obligation) in plan.obligations.iter().enumerate() {
        let (id, path) = (&obligation.id, format!("obligations[{i}].clause"));
        let Some(clause) = &obligation.clause else {
            findings.push(RULE.finding(
                path,
                format!("obligation `{id}` names no clause"),
                "write clause = { source = \"…\", article = \"Điều …\" }, or clause = { quote = \"…\" } with the words that oblige",
            ));
            continue;
        };
        match (&clause.source, &clause.article, &clause.quote) {
            (Some(_), Some(_), _) => {}
            (None, Some(article), _) => findings.push(RULE.finding(
                path,
                format!("obligation `{id}` names `{article}` and does not say of which document"),
                "add source = \"…\" with an id from [[sources]] to the clause",
            )),
            (_, None, Some(_)) => findings.push(RULE.finding_as(
                Severity::Info,
                path,
                format!("obligation `{id}` rests on quoted words; the article and clause are not known"),
                "write article = \"Điều …\" in the clause once it is known",
            )),
            (_, None, None) => findings.push(RULE.finding(
                path,
                format!("obligation `{id}` has a clause with neither an article nor quoted words"),
                "add article = \"Điều …\" or quote = \"…\" to the clause",
            )),
        }
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    #[test]
    fn each_incomplete_clause_is_told_apart() {
        check(
            &RULE,
            r#"
[[obligations]]
id = "khong-co"
title = "Không có"
[[obligations]]
id = "thieu-van-ban"
title = "Thiếu văn bản"
clause = { article = "Điều 10" }
[[obligations]]
id = "loi-bao"
title = "Lời báo"
clause = { source = "bai-bao", quote = "100% cơ quan" }
[[obligations]]
id = "thieu-dieu"
title = "Thiếu điều"
clause = { source = "nd-224-2026" }
[[obligations]]
id = "du"
title = "Đủ"
clause = { source = "nd-224-2026", article = "Điều 10 khoản 3" }
"#,
            &expect![[r#"
                warning: obligation `khong-co` names no clause (obligations[0].clause)
                  help: write clause = { source = "…", article = "Điều …" }, or clause = { quote = "…" } with the words that oblige
                warning: obligation `thieu-van-ban` names `Điều 10` and does not say of which document (obligations[1].clause)
                  help: add source = "…" with an id from [[sources]] to the clause
                info: obligation `loi-bao` rests on quoted words; the article and clause are not known (obligations[2].clause)
                  help: write article = "Điều …" in the clause once it is known
                warning: obligation `thieu-dieu` has a clause with neither an article nor quoted words (obligations[3].clause)
                  help: add article = "Điều …" or quote = "…" to the clause"#]],
        );
    }
}
