//! `board.json` holds feedback of another campaign, or there is no `routes.toml` that says what its units and kinds are.
//!
//! # Why it matters
//! A page would show the questions and answers of somebody else as one's own, or the file would be shown nowhere.
//!
//! # Source
//! Own judgement: what stands on a board is what its campaign has received.
//!
//! # Example
//! `board.json` fetched from the service of another city.

use loa_plan::Severity;

use super::{Located, Rule, about};
use crate::campaign::Campaign;
use crate::campaign::board::BOARD;
use crate::campaign::feedback::ROUTES;

pub(super) const RULE: Rule = Rule::new("board-elsewhere", Severity::Error, about!("board_elsewhere.rs"), check);

fn check(campaign: &Campaign) -> Vec<Located> {
    let Some(board) = campaign.feedback().board() else { return Vec::new() };
    let own = &campaign.plan().id;
    let finding = |message: String, help: String| vec![Located::whole(RULE.finding("", message, help), BOARD)];
    if let Some(other) = board.items.iter().find(|item| item.campaign != *own) {
        let message =
            format!("the feedback `{}` is of the campaign `{}`, expected `{own}`", other.code, other.campaign);
        return finding(message, "fetch the board from the service of this campaign".to_owned());
    }
    if campaign.feedback().routes().is_none() {
        let message = format!("there is a `{BOARD}` and no `{ROUTES}`, so the board is shown nowhere");
        return finding(message, format!("add `{ROUTES}` and `consents.toml`, or remove `{BOARD}`"));
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::{GUIDE, PLAN, check};

    #[test]
    fn a_board_belongs_to_its_campaign() {
        let files = [("plan.toml", PLAN), ("guides/khai-sinh.md", GUIDE)];
        let routes = ("routes.toml", "format = 1\n");
        let empty = ("board.json", r#"{"items":[]}"#);
        check(&RULE, &files, &expect![[""]]);
        check(&RULE, &[&files[..], &[routes, empty]].concat(), &expect![[""]]);
        check(
            &RULE,
            &[&files[..], &[empty]].concat(),
            &expect![[r#"
            board.json:1:1: error: there is a `board.json` and no `routes.toml`, so the board is shown nowhere
              help: add `routes.toml` and `consents.toml`, or remove `board.json`"#]],
        );
        let other = r#"{"items":[{"code":"4821-9930-5127-7786-0311","campaign":"khac","actor":"so","kind":"procedure",
            "status":"received","label":"Đã nhận","received_at":"2026-11-24T14:10:00+07:00"}]}"#;
        let [(_, plan), _] = files;
        let id = loa_plan::Plan::from_toml(plan).unwrap().id;
        let said = format!("the feedback `4821-9930-5127-7786-0311` is of the campaign `khac`, expected `{id}`");
        let found = (RULE.check)(&crate::checks::test::campaign(&[files[0], files[1], routes, ("board.json", other)]));
        assert_eq!(found.iter().map(|found| found.finding.message.clone()).collect::<Vec<_>>(), [said]);
    }
}
