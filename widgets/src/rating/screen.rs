//! What is said below the form.

use yew::prelude::*;

use super::controls::{RatingControls, Told};
use super::stage::{Did, Stage, Why};
use crate::element::Scene;
use crate::words::rating::RatingWords;

pub(super) fn view(of: &RatingControls, scene: &Scene<RatingControls>) -> Html {
    let words = RatingWords::of(&scene.view.lang);
    let (before, quoted) = match of.stage {
        Stage::Asking => ("", None),
        Stage::Undone => (words.undone, None),
        Stage::Chosen(level) => (words.chosen[0], Some((of.words(level), words.chosen[1]))),
        Stage::Sending(_) => (words.sending, None),
        Stage::Counted(level) => (words.counted[0], Some((of.words(level), words.counted[1]))),
        Stage::HandedOver(_) => (words.handed_over, None),
        Stage::Failed(_, Why::Lost) => (words.lost, None),
        Stage::Failed(_, Why::Strange) => (words.strange, None),
        Stage::Failed(_, Why::Refused) => (words.refused, None),
        Stage::Failed(_, Why::Blocked) => (words.blocked, None),
    };
    let button = match of.stage {
        Stage::Chosen(_) => Some(("undo", Told::Do(Did::Undo), words.undo)),
        Stage::Failed(_, Why::Lost | Why::Strange) => Some(("retry", Told::Do(Did::Again), words.again)),
        Stage::Failed(_, Why::Blocked) => Some(("by-page", Told::ByPage, words.by_page)),
        _ => None,
    };
    html! {
        <div class="rating" part="rating">
            <slot name="head" />
            <slot />
            <div class="stage" part="stage">
                <p role="status" part="status" tabindex="-1">
                    { before }
                    if let Some((label, after)) = quoted { { label }{ after } }
                </p>
                if let Some((part, told, text)) = button {
                    <button type="button" {part} onclick={scene.on(told)}>{ text }</button>
                }
            </div>
        </div>
    }
}
