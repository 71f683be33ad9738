//! The phases of a plan.

use loa_plan::Plan;

use crate::roadmap::slice::{Phase, RoadmapSlice, Successor};
use crate::slice::Languages;

/// The slice of the phases.
pub(super) fn slice(plan: &Plan, languages: &Languages, build: &str) -> RoadmapSlice {
    RoadmapSlice {
        build: build.to_owned(),
        zone: plan.zone,
        languages: languages.clone(),
        phases: plan
            .phases
            .iter()
            .map(|phase| Phase { title: phase.title.clone(), starts: phase.starts, ends: phase.ends })
            .collect(),
        successor: plan.successor.as_ref().map(|next| Successor {
            plan: next.plan.to_string(),
            from: next.from,
            src: next.src.clone(),
        }),
    }
}
