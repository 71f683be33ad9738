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

use loa_plan::words::nearest;
use loa_plan::{Finding, Plan, Severity};

use crate::Guide;

/// Its name; the rule needs the plan too, so it is not in the list of those for a guide alone.
pub(super) const NAME: &str = "guide-unknown-id";

pub(super) fn check(guide: &Guide, plan: &Plan) -> Vec<Finding> {
    let audiences: Vec<&str> = plan.audiences.iter().map(|audience| audience.id.as_str()).collect();
    let channels: Vec<&str> = plan.channels.iter().map(|channel| channel.id.as_str()).collect();
    let sources: Vec<&str> = plan.sources.iter().map(|source| source.id.as_str()).collect();
    let of_audiences = guide
        .audiences
        .iter()
        .enumerate()
        .map(|(i, id)| (format!("audiences[{i}]"), "audience", "audiences", id.as_str(), &audiences));
    let of_channels = guide
        .help
        .iter()
        .enumerate()
        .map(|(i, id)| (format!("help[{i}]"), "channel", "channels", id.as_str(), &channels));
    let of_source =
        guide.source.iter().map(|cite| ("source".to_owned(), "source", "sources", cite.id().as_str(), &sources));
    of_audiences
        .chain(of_channels)
        .chain(of_source)
        .filter(|(.., id, known)| !known.contains(id))
        .map(|(path, entry, list, id, known)| Finding {
            rule: NAME,
            severity: Severity::Error,
            path,
            message: format!("the plan has no {entry} `{id}`"),
            help: match nearest(id, known.iter().copied()) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => format!("add a `[[{list}]]` with this id to plan.toml, or use one that stands there"),
            },
        })
        .collect()
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
