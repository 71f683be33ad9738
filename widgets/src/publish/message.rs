//! The messages of a plan, by audience.

use loa_plan::{AudienceId, AudienceKind, Message, Phase, Plan};

use crate::message::sheet::{self, MessageSheet};
use crate::message::slice::{Group, InPhase, MessageSlice, Said};
use crate::slice::Languages;

const KINDS: [(&str, AudienceKind); 3] =
    [("citizen", AudienceKind::Citizen), ("business", AudienceKind::Business), ("official", AudienceKind::Official)];

/// The slice of all messages.
pub(super) fn slice(plan: &Plan, languages: &Languages, build: &str) -> MessageSlice {
    let group = |(name, kind)| Group {
        kind: String::from(name),
        audiences: audiences(plan, kind).map(ToString::to_string).collect(),
        messages: messages(plan, kind).map(|message| said(plan, message)).collect(),
    };
    MessageSlice {
        build: build.to_owned(),
        zone: plan.zone,
        languages: languages.clone(),
        groups: KINDS.into_iter().map(group).filter(|group| !group.messages.is_empty()).collect(),
    }
}

/// The words of all messages.
pub(super) fn sheet(plan: &Plan) -> MessageSheet {
    let group = |(name, kind)| sheet::Group {
        kind: String::from(name),
        messages: messages(plan, kind)
            .map(|message| sheet::Said {
                text: message.text.clone(),
                phases: phases(plan, message).map(|phase| phase.title.clone()).collect(),
            })
            .collect(),
    };
    MessageSheet {
        main: plan.messages.iter().filter(|message| message.main).map(|message| message.text.clone()).collect(),
        groups: KINDS.into_iter().map(group).filter(|group| !group.messages.is_empty()).collect(),
    }
}

/// What a page calls a kind of audience.
pub(super) fn kind(of: AudienceKind) -> &'static str {
    KINDS.iter().find(|(_, kind)| *kind == of).map_or("", |(name, _)| name)
}

fn audiences(plan: &Plan, kind: AudienceKind) -> impl Iterator<Item = &AudienceId> {
    plan.audiences.iter().filter(move |audience| audience.kind == kind).map(|audience| &audience.id)
}

fn messages(plan: &Plan, kind: AudienceKind) -> impl Iterator<Item = &Message> {
    let is_for = move |message: &&Message| {
        !message.main && message.audiences.iter().any(|id| audiences(plan, kind).any(|audience| audience == id))
    };
    plan.messages.iter().filter(is_for)
}

fn phases<'a>(plan: &'a Plan, message: &'a Message) -> impl Iterator<Item = &'a Phase> {
    message.phases.iter().filter_map(|id| plan.phases.iter().find(|phase| phase.id == *id))
}

fn said(plan: &Plan, message: &Message) -> Said {
    Said { phases: phases(plan, message).map(|phase| InPhase { starts: phase.starts, ends: phase.ends }).collect() }
}
