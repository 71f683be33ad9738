//! What a campaign says about its board, and what was on it when the campaign was last brought up to date.

use loa_feedback::Status;
use loa_feedback::submission::units;
use loa_plan::Plan;

use super::feedback::{Feedback, official};
use crate::board::BoardSlice;
use crate::board::item::Item;
use crate::board::sheet::BoardSheet;
use crate::board::slice::Named;
use crate::slice::Languages;

/// The names that a board needs.
pub(super) fn slice(plan: &Plan, of: Feedback<'_>, languages: &Languages, build: &str) -> BoardSlice {
    let unit = |id: loa_plan::ActorId| Named {
        title: plan
            .actors
            .iter()
            .find(|actor| actor.id == id)
            .map_or_else(|| id.as_str().into(), |actor| actor.title.clone()),
        id: id.to_string(),
    };
    // Also kinds that belong elsewhere: a feedback may turn out to be one.
    let kinds = of.routes.routes.iter();
    BoardSlice {
        build: build.to_owned(),
        languages: languages.clone(),
        campaign: plan.id.clone(),
        units: units(plan, of.routes).into_iter().map(|of| unit(of.id)).collect(),
        kinds: kinds.map(|route| Named { id: route.kind.to_string(), title: route.label.clone() }).collect(),
    }
}

/// The words of a board, in one language.
pub(super) fn sheet(plan: &Plan, of: Feedback<'_>, lang: &str) -> BoardSheet {
    let label = |status: &Status| (*status, of.routes.labels.get(*status, lang).to_owned());
    BoardSheet {
        endpoint: of.routes.endpoint.clone(),
        labels: Status::ALL.iter().map(label).collect(),
        items: of.board.iter().flat_map(|page| &page.items).map(Item::from).collect(),
        next: of.board.and_then(|page| page.next.clone()),
        channels: official(plan, of.routes, lang),
    }
}
