//! Everything in a plan that points at something else by its id.

use std::fmt;

use super::list::List;
use crate::{
    ActorId, AudienceId, ChannelId, Cite, GuideId, IndicatorId, MessageId, PhaseId, Plan, SourceId, TargetId, TopicId,
};

/// A guide that a plan points at; the guides themselves are files beside the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideReference<'a> {
    /// Where in the plan: `messages[2].guides[0]`.
    pub path: String,
    /// The guide.
    pub guide: &'a GuideId,
}

/// Every guide that the plan points at, in the order of the plan.
#[must_use]
pub fn guides(plan: &Plan) -> Vec<GuideReference<'_>> {
    let mut guides = Vec::new();
    for (i, message) in plan.messages.iter().enumerate() {
        for (j, guide) in message.guides.iter().enumerate() {
            guides.push(GuideReference { path: format!("messages[{i}].guides[{j}]"), guide });
        }
    }
    for (i, obligation) in plan.obligations.iter().enumerate() {
        for (j, evidence) in obligation.evidence.iter().enumerate() {
            if let Some(guide) = &evidence.guide {
                guides.push(GuideReference { path: format!("obligations[{i}].evidence[{j}].guide"), guide });
            }
        }
    }
    guides
}

/// Calls `visit` with every id that points at another entry: the list that it must be in, the id, its path.
pub(super) fn each<'a>(plan: &'a Plan, visit: &mut dyn FnMut(List, &'a str, fmt::Arguments<'_>)) {
    cites(plan, visit);
    for (i, channel) in plan.channels.iter().enumerate() {
        one(visit, List::Actors, channel.actor.as_ref().map(ActorId::as_str), format_args!("channels[{i}].actor"));
    }
    for (i, message) in plan.messages.iter().enumerate() {
        let at = format!("messages[{i}]");
        all(visit, List::Audiences, message.audiences.iter().map(AudienceId::as_str), format_args!("{at}.audiences"));
        all(visit, List::Phases, message.phases.iter().map(PhaseId::as_str), format_args!("{at}.phases"));
        all(visit, List::Channels, message.channels.iter().map(ChannelId::as_str), format_args!("{at}.channels"));
        all(visit, List::Topics, message.topics.iter().map(TopicId::as_str), format_args!("{at}.topics"));
    }
    for (i, actor) in plan.actors.iter().enumerate() {
        let at = format!("actors[{i}]");
        one(visit, List::Actors, actor.member_of.as_ref().map(ActorId::as_str), format_args!("{at}.member_of"));
        all(visit, List::Actors, actor.successors.iter().map(ActorId::as_str), format_args!("{at}.successors"));
    }
    for (i, activity) in plan.activities.iter().enumerate() {
        let at = format!("activities[{i}]");
        all(visit, List::Actors, activity.actors.iter().map(ActorId::as_str), format_args!("{at}.actors"));
        all(visit, List::Phases, activity.phases.iter().map(PhaseId::as_str), format_args!("{at}.phases"));
        all(visit, List::Audiences, activity.audiences.iter().map(AudienceId::as_str), format_args!("{at}.audiences"));
        all(visit, List::Channels, activity.channels.iter().map(ChannelId::as_str), format_args!("{at}.channels"));
        all(visit, List::Topics, activity.topics.iter().map(TopicId::as_str), format_args!("{at}.topics"));
    }
    for (i, target) in plan.targets.iter().enumerate() {
        let indicator = target.indicator.as_ref().map(IndicatorId::as_str);
        one(visit, List::Indicators, indicator, format_args!("targets[{i}].indicator"));
        all(visit, List::Actors, target.of.iter().map(ActorId::as_str), format_args!("targets[{i}].of"));
    }
    for (i, measurement) in plan.measurements.iter().enumerate() {
        let at = format!("measurements[{i}]");
        visit(List::Indicators, measurement.indicator.as_str(), format_args!("{at}.indicator"));
        one(visit, List::Targets, measurement.target.as_ref().map(TargetId::as_str), format_args!("{at}.target"));
        one(visit, List::Actors, measurement.actor.as_ref().map(ActorId::as_str), format_args!("{at}.actor"));
    }
    for (i, obligation) in plan.obligations.iter().enumerate() {
        let at = format!("obligations[{i}]");
        all(visit, List::Actors, obligation.owners.iter().map(ActorId::as_str), format_args!("{at}.owners"));
        for (j, evidence) in obligation.evidence.iter().enumerate() {
            let message = evidence.message.as_ref().map(MessageId::as_str);
            one(visit, List::Messages, message, format_args!("{at}.evidence[{j}].message"));
        }
        let source = obligation.clause.as_ref().and_then(|clause| clause.source.as_ref());
        one(visit, List::Sources, source.map(SourceId::as_str), format_args!("{at}.clause.source"));
    }
}

/// Calls `visit` with every citation of a source and its path.
pub(super) fn each_cite<'a>(plan: &'a Plan, visit: &mut dyn FnMut(&'a Cite, fmt::Arguments<'_>)) {
    macro_rules! cited {
        ($($list:ident),*) => {$(
            for (i, entry) in plan.$list.iter().enumerate() {
                if let Some(cite) = &entry.source {
                    visit(cite, format_args!("{}[{i}].source", stringify!($list)));
                }
            }
        )*};
    }
    if let Some(cite) = plan.decision.as_ref().and_then(|decision| decision.source.as_ref()) {
        visit(cite, format_args!("decision.source"));
    }
    cited!(phases, audiences, topics, channels, messages, actors, activities, principles);
    cited!(indicators, targets, measurements);
    for (i, target) in plan.targets.iter().enumerate() {
        if let Some(cite) = &target.baseline_source {
            visit(cite, format_args!("targets[{i}].baseline_source"));
        }
    }
    for (i, actor) in plan.actors.iter().enumerate() {
        for (j, duty) in actor.duties.iter().enumerate() {
            if let Some(cite) = &duty.source {
                visit(cite, format_args!("actors[{i}].duties[{j}].source"));
            }
        }
    }
}

fn cites<'a>(plan: &'a Plan, visit: &mut dyn FnMut(List, &'a str, fmt::Arguments<'_>)) {
    each_cite(plan, &mut |cite, at| match cite {
        Cite::Document(id) => visit(List::Sources, id.as_str(), at),
        Cite::Place(place) => visit(List::Sources, place.id.as_str(), format_args!("{at}.id")),
    });
}

fn one<'a>(
    visit: &mut dyn FnMut(List, &'a str, fmt::Arguments<'_>),
    list: List,
    id: Option<&'a str>,
    path: fmt::Arguments<'_>,
) {
    if let Some(id) = id {
        visit(list, id, path);
    }
}

fn all<'a>(
    visit: &mut dyn FnMut(List, &'a str, fmt::Arguments<'_>),
    list: List,
    ids: impl Iterator<Item = &'a str>,
    path: fmt::Arguments<'_>,
) {
    for (i, id) in ids.enumerate() {
        visit(list, id, format_args!("{path}[{i}]"));
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::checks::test::{GOOD, plan};

    #[test]
    fn the_guides_that_a_plan_points_at_are_listed_with_their_places() {
        let plan = plan(GOOD);
        let guides: Vec<String> = guides(&plan).iter().map(|g| format!("{} {}", g.path, g.guide)).collect();
        assert_eq!(guides, ["messages[1].guides[0] khai-sinh", "obligations[0].evidence[0].guide khai-sinh"]);
    }
}
