//! The messages of a plan, by audience.

use loa_plan::{AudienceKind, Message, Plan};

use crate::message::slice::{Group, InPhase, MessageSlice, Said};

/// The slice of all messages.
pub(super) fn slice(plan: &Plan, build: &str) -> MessageSlice {
    let kinds = [
        ("citizen", AudienceKind::Citizen),
        ("business", AudienceKind::Business),
        ("official", AudienceKind::Official),
    ];
    let groups = kinds.into_iter().map(|(name, kind)| group(plan, name, kind));
    MessageSlice {
        build: build.to_owned(),
        zone: plan.zone,
        main: plan.messages.iter().filter(|message| message.main).map(|message| message.text.clone()).collect(),
        groups: groups.filter(|group| !group.messages.is_empty()).collect(),
    }
}

fn group(plan: &Plan, name: &str, kind: AudienceKind) -> Group {
    let audiences: Vec<_> =
        plan.audiences.iter().filter(|audience| audience.kind == kind).map(|audience| &audience.id).collect();
    let is_for = |message: &&Message| !message.main && message.audiences.iter().any(|id| audiences.contains(&id));
    Group {
        kind: name.to_owned(),
        audiences: audiences.iter().map(ToString::to_string).collect(),
        messages: plan.messages.iter().filter(is_for).map(|message| said(plan, message)).collect(),
    }
}

fn said(plan: &Plan, message: &Message) -> Said {
    let phase = |id: &loa_plan::PhaseId| plan.phases.iter().find(|phase| phase.id == *id);
    Said {
        text: message.text.clone(),
        phases: message
            .phases
            .iter()
            .filter_map(phase)
            .map(|phase| InPhase { title: phase.title.clone(), starts: phase.starts, ends: phase.ends })
            .collect(),
    }
}
