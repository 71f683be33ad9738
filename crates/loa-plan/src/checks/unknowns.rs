//! Every value of a plan that is said to be unknown.

use std::fmt;

use crate::{Known, Plan, Text};

/// Calls `visit` with every value that is said to be unknown: why, and its path.
pub(super) fn each<'a>(plan: &'a Plan, visit: &mut dyn FnMut(&'a Text, fmt::Arguments<'_>)) {
    for (i, actor) in plan.actors.iter().enumerate() {
        unknown(visit, actor.count.as_ref(), format_args!("actors[{i}].count"));
    }
    for (i, target) in plan.targets.iter().enumerate() {
        unknown(visit, Some(&target.goal), format_args!("targets[{i}].goal"));
        unknown(visit, target.baseline.as_ref(), format_args!("targets[{i}].baseline"));
        unknown(visit, target.due.as_ref(), format_args!("targets[{i}].due"));
    }
    for (i, obligation) in plan.obligations.iter().enumerate() {
        unknown(visit, obligation.due.as_ref(), format_args!("obligations[{i}].due"));
        unknown(visit, obligation.ends.as_ref(), format_args!("obligations[{i}].ends"));
    }
}

/// The reason why something is not known, as the end of a message.
pub(super) fn reason(text: &Text) -> String {
    text.to_string().trim().trim_end_matches('.').to_owned()
}

fn unknown<'a, T>(
    visit: &mut dyn FnMut(&'a Text, fmt::Arguments<'_>),
    value: Option<&'a Known<T>>,
    path: fmt::Arguments<'_>,
) {
    if let Some(Known::Unknown { unknown }) = value {
        visit(unknown, path);
    }
}
