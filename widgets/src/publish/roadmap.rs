//! The phases of a plan.

use loa_plan::Plan;

use crate::roadmap::slice::{Phase, RoadmapSlice, Successor};

/// The slice of the phases.
pub(super) fn slice(plan: &Plan, build: &str) -> RoadmapSlice {
    RoadmapSlice {
        build: build.to_owned(),
        zone: plan.zone,
        title: plan.title.clone(),
        phases: plan
            .phases
            .iter()
            .map(|phase| Phase {
                title: phase.title.clone(),
                aim: phase.aim.clone(),
                starts: phase.starts,
                ends: phase.ends,
            })
            .collect(),
        successor: plan.successor.as_ref().map(|next| Successor {
            plan: next.plan.to_string(),
            from: next.from,
            src: next.src.clone(),
        }),
    }
}
