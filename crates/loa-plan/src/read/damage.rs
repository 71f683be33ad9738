//! What could not be parsed: what is missing because of it is not reported again.

use super::Span;

/// No key of ours is longer; a longer one is not compared with them.
pub(super) const LONGEST_KEY: usize = 64;

/// The stretches that could not be parsed, each with the heading above it.
#[derive(Debug, Default)]
pub(super) struct Damage(Vec<(Span, Option<usize>)>);

impl Damage {
    pub(super) fn add(&mut self, text: &str, span: Span) {
        let before = text.get(..span.start).unwrap_or_default();
        let heading = before.rfind("\n[").map(|line| line + 1).or(before.starts_with('[').then_some(0));
        self.0.push((span, heading));
    }

    pub(super) fn covers(&self, offset: usize) -> bool {
        self.0.iter().any(|(lost, _)| (lost.start..lost.end).contains(&offset))
    }

    /// Whether `key` of a table may have stood in a stretch; `None` is the outermost table.
    pub(super) fn may_hold(&self, text: &str, key: &str, table: Option<Span>) -> bool {
        self.0.iter().any(|(lost, heading)| {
            let source = text.get(lost.start..lost.end).unwrap_or_default();
            let in_table = match (table, heading) {
                (None, heading) => heading.is_none() || source.contains("\n["),
                (Some(table), Some(heading)) if *heading == table.start => true,
                (Some(table), _) => (table.start..table.end).contains(&lost.start),
            };
            in_table && entry_may_hold(source, key)
        })
    }
}

/// Whether an entry that could not be parsed may have been the one of `key`.
fn entry_may_hold(lost: &str, key: &str) -> bool {
    let one_line = !lost.trim_end().contains('\n');
    match lost.split_once('=') {
        Some((name, _)) if one_line && !lost.starts_with('[') => {
            let name = name.trim().split('.').next().unwrap_or_default();
            name.is_empty()
                || !name.is_ascii()
                || name.len() > LONGEST_KEY
                || crate::words::nearest(name, [key]).is_some()
                || further_names(lost).any(|name| name == key)
        }
        _ => true,
    }
}

/// The words before each further `=` of a line: the keys of entries that stand behind the first one.
fn further_names(line: &str) -> impl Iterator<Item = &str> {
    let before = line.match_indices('=').skip(1).map(|(at, _)| line[..at].trim_end());
    before.map(|before| before.rsplit(char::is_whitespace).next().unwrap_or_default())
}
