//! Files for the tests of the rules: each test writes only what its rule looks at.

use chrono::NaiveDate;
use expect_test::Expect;
use loa_plan::Finding;
use loa_plan::read::{Document, ReadError};

use super::{Check, Rule};
use crate::{calendar, consent, routes};

/// The day of the tests.
pub(super) const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();

/// What the rule says about a file that is made of the version of the format and `text`.
pub(super) fn findings(rule: &Rule, text: &str) -> Vec<Finding> {
    let text = format!("format = 1\n{text}");
    match rule.check {
        Check::Routes(check) => check(&read(routes::read("routes.toml", &text))),
        Check::Consents(check) => check(&read(consent::read("consents.toml", &text))),
        Check::Holidays(check) => check(&read(calendar::read("holidays/2026.toml", &text))),
        Check::Years(check) => {
            let years: Vec<i32> = text.lines().filter_map(|line| line.strip_prefix("year = ")?.parse().ok()).collect();
            check(&years, TODAY)
        }
    }
}

fn read<T>(document: Result<Document<T>, ReadError>) -> T {
    document.unwrap_or_else(|error| panic!("{error}")).value
}

/// Judges a file by one rule and compares what it says, word for word.
pub(super) fn check(rule: &Rule, text: &str, expected: &Expect) {
    let findings = findings(rule, text);
    assert!(findings.iter().all(|finding| finding.rule == rule.name && finding.severity >= rule.severity));
    let said: Vec<String> = findings.iter().map(|finding| format!("{finding}\n  help: {}", finding.help)).collect();
    expected.assert_eq(&said.join("\n"));
}

/// One consent of `consents.toml`; `data` is what stands between the brackets.
pub(super) fn consent(purpose: &str, need: &str, data: &str) -> String {
    format!(
        "[[consents]]\npurpose = \"{purpose}\"\nversion = 1\nneed = \"{need}\"\ntext = \"Tôi đồng ý\"\n\
         data = [{data}]\ncontroller = \"ubnd\"\nrights = \"Xem, sửa, xóa\"\nwithdraw = \"Gọi tổng đài\"\n"
    )
}
