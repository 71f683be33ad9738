//! A guide points at an audience, a channel or a source that its plan does not have.
//!
//! # Why it matters
//! Such a guide would be shown to nobody, or without the help that it promises, so it is an error.
//!
//! # Source
//! Own judgement: a pointer to nothing has no meaning.
//!
//! # Example
//! `help = ["tong-daii"]` in a guide, and only `id = "tong-dai"` under `[[channels]]` in the plan.

use loa_plan::checks::{Pointers, Rule};
use loa_plan::{Finding, Plan, Severity};

use super::about;
use crate::Guide;

/// It needs the plan too, so it is not in the list of those for a guide alone.
pub(super) const RULE: Rule<()> = Rule::new("guide-unknown-id", Severity::Error, about!("guide_unknown_id.rs"), ());

pub(super) fn check(guide: &Guide, plan: &Plan) -> Vec<Finding> {
    let mut pointers = Pointers::new(RULE, plan);
    for (i, audience) in guide.audiences.iter().enumerate() {
        pointers.audience(format!("audiences[{i}]"), audience);
    }
    for (i, channel) in guide.help.iter().enumerate() {
        pointers.channel(format!("help[{i}]"), channel);
    }
    pointers.source("source", guide.source.as_ref());
    pointers.findings()
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use expect_test::expect;
    use loa_plan::Plan;

    use crate::checks::against;
    use crate::checks::test::guide;

    #[test]
    fn an_unknown_id_is_reported_with_the_nearest_one() {
        let plan = Plan::from_toml(include_str!("../../../../tests/fixtures/two-tiers.toml")).unwrap();
        let guide = guide("+++\naudiences = [\"nguoi-dan\", \"nguoi-dann\"]\nhelp = [\"tong-dai\"]\n+++\n");
        let said: Vec<String> = against(&guide, &plan).iter().map(|f| format!("{f}\n  help: {}", f.help)).collect();
        expect![[r#"
            error: the plan has no audience `nguoi-dann` (audiences[1])
              help: did you mean `nguoi-dan`?
            error: the plan has no channel `tong-dai` (help[0])
              help: add a `[[channels]]` with this id to plan.toml, or use one that stands there
            error: the plan has no source `cong-dvcqg` (source)
              help: add a `[[sources]]` with this id to plan.toml, or use one that stands there"#]]
        .assert_eq(&said.join("\n"));
    }
}
