//! Sources as links that people can follow.

use loa_plan::{Cite, Plan, Source};

use crate::slice::Link;

/// The source that is cited, with the place in it; none when the plan does not have it, which is a finding.
pub(super) fn link(plan: &Plan, cite: &Cite) -> Option<Link> {
    link_among(&plan.sources, cite)
}

/// The same for a source that is named beside the plan.
pub(super) fn link_among(sources: &[Source], cite: &Cite) -> Option<Link> {
    let source = sources.iter().find(|source| source.id == *cite.id())?;
    let title = match cite {
        Cite::Place(place) if place.clause.is_some() => {
            format!("{}, {}", source.title, place.clause.as_deref().unwrap_or_default())
        }
        _ => source.title.to_string(),
    };
    Some(Link { title, url: source.url.clone(), seen: Some(source.seen) })
}
