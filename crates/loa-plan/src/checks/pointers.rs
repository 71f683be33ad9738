//! What a file beside the plan points at, held against what there is.

use std::collections::{HashMap, HashSet};

use super::Rule;
use super::list::List;
use super::unknown_id::MOST_COMPARISONS;
use crate::words::nearest;
use crate::{ActorId, AudienceId, ChannelId, Cite, Finding, Plan, Source};

/// Holds the ids that a file beside the plan points at against those of the plan, and of the file's own sources.
///
/// ```
/// use loa_plan::checks::{Pointers, Rule};
/// use loa_plan::{Plan, Severity};
///
/// let plan = Plan::from_toml("format = 1\nid = \"a\"\ntitle = \"A\"\nstarts = 2025-01-01\nends = 2025-12-31\n\
///     zone = \"+07:00\"\nupdated = 2025-01-01\n")?;
/// let rule = Rule::new("my-unknown-id", Severity::Error, "A file points at nothing.", ());
/// let mut pointers = Pointers::new(rule, &plan);
/// pointers.actor("owner", &"phuong".parse()?);
/// assert_eq!(pointers.findings().first().map(|found| found.message.as_str()), Some("the plan has no actor `phuong`"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Pointers<'p> {
    rule: Rule<()>,
    plan: &'p Plan,
    own: Option<&'p [Source]>,
    known: HashMap<List, HashSet<&'p str>>,
    comparisons: usize,
    findings: Vec<Finding>,
}

impl<'p> Pointers<'p> {
    /// For a file that has no documents of its own.
    #[must_use]
    pub fn new(rule: Rule<()>, plan: &'p Plan) -> Self {
        let lists = [List::Actors, List::Audiences, List::Channels, List::Sources];
        let known = lists.into_iter().map(|list| (list, list.ids(plan).into_iter().collect())).collect();
        Self { rule, plan, own: None, known, comparisons: 0, findings: Vec::new() }
    }

    /// For a file that may cite documents of its own beside those of the plan.
    #[must_use]
    pub fn with_sources(rule: Rule<()>, plan: &'p Plan, own: &'p [Source]) -> Self {
        let mut pointers = Self { own: Some(own), ..Self::new(rule, plan) };
        pointers.known.entry(List::Sources).or_default().extend(own.iter().map(|source| source.id.as_str()));
        pointers
    }

    /// Points at an actor.
    pub fn actor(&mut self, path: impl ToString, id: &ActorId) {
        self.point(List::Actors, path, id.as_str());
    }

    /// Points at an audience.
    pub fn audience(&mut self, path: impl ToString, id: &AudienceId) {
        self.point(List::Audiences, path, id.as_str());
    }

    /// Points at a channel.
    pub fn channel(&mut self, path: impl ToString, id: &ChannelId) {
        self.point(List::Channels, path, id.as_str());
    }

    /// Points at a document, when one is cited.
    pub fn source(&mut self, path: impl ToString, cite: Option<&Cite>) {
        if let Some(cite) = cite {
            self.point(List::Sources, path, cite.id().as_str());
        }
    }

    /// What points at nothing, in the order in which it was asked.
    #[must_use]
    pub fn findings(self) -> Vec<Finding> {
        self.findings
    }

    fn point(&mut self, list: List, path: impl ToString, id: &str) {
        let known = self.known.get(&list);
        if known.is_some_and(|known| known.contains(id)) {
            return;
        }
        self.comparisons += known.map_or(0, HashSet::len);
        let own = self.own.filter(|_| list == List::Sources);
        // In the order of the files, so that of two equally near ids the same one is suggested each time.
        let ids = list.ids(self.plan).into_iter().chain(own.into_iter().flatten().map(|source| source.id.as_str()));
        let suggestion = if self.comparisons <= MOST_COMPARISONS { nearest(id, ids) } else { None };
        let message = match own {
            Some(_) => format!("neither this file nor the plan has a source `{id}`"),
            None => format!("the plan has no {} `{id}`", list.entry()),
        };
        let help = suggestion.map_or_else(|| way_out(list, own), |suggestion| format!("did you mean `{suggestion}`?"));
        self.findings.push(self.rule.finding(path, message, help));
    }
}

fn way_out(list: List, own: Option<&[Source]>) -> String {
    let article = if list.key().starts_with('a') { "an" } else { "a" };
    let file = if own.is_some() { "here" } else { "to plan.toml" };
    format!("add {article} `[[{}]]` with this id {file}, or use one that stands there", list.key())
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::Severity;
    use crate::checks::test::{GOOD, plan};

    #[test]
    fn a_file_full_of_wrong_ids_is_still_judged_at_once() {
        let mut text = GOOD.to_owned();
        for n in 0..5_000 {
            text.push_str(&format!("[[channels]]\nid = \"t{n}\"\ntitle = \"T\"\ngroup = \"portal\"\n"));
        }
        let plan = plan(&text);
        let mut pointers = Pointers::new(Rule::new("a", Severity::Error, "A.", ()), &plan);
        (0..100).for_each(|n| pointers.channel(n, &ChannelId::new(format!("tt{n}")).unwrap()));
        let findings = pointers.findings();
        let asked = findings.iter().filter(|finding| finding.help.starts_with("did you mean")).count();
        assert_eq!(findings.len(), 100);
        assert!((1..=10).contains(&asked), "{asked}");
    }
}
