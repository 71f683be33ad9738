//! The target, its figure with date and source, and the goal; what is not known says so.

use yew::prelude::*;

use super::ProgressSlice;
use super::kind::Kind;
use super::ring::ring;
use super::slice::{Figure, hundredths_to_text};
use crate::day::day;
use crate::link::link;
use crate::view::View;

/// Draws the target with the figure of the view's date, or the latest one.
pub fn content(slice: &ProgressSlice, view: &View) -> Html {
    let words = view.words();
    let title = slice.title.get(&view.lang);
    let own = view.actor.as_deref().filter(|actor| slice.knows(actor));
    let figure = slice.figure(own, view.at);
    let share = figure.and_then(|figure| figure.share);
    let value = figure.map_or(words.no_figure, |figure| figure.value.as_str());
    let is_illustrative = figure.is_some_and(|figure| figure.illustrative.is_some());
    let mark = if is_illustrative { format!(" ({})", words.illustrative) } else { String::new() };
    let label = format!("{title}: {value}{mark}");
    let kind = Kind::from_attribute(view.kind.as_deref());
    html! {
        <div data-kind={kind.name()}>
            { match kind {
                Kind::Ring => ring(share, &label),
                Kind::Bar | Kind::Badge => Html::default(),
            } }
            <div>
                <p>{ title }</p>
                <p>
                    <strong>{ value }</strong>
                    if let Some(parts) = figure.and_then(|figure| figure.parts.as_deref()) {
                        { format!(" ({parts})") }
                    }
                    if is_illustrative {
                        { " " }<mark>{ words.illustrative }</mark>
                    }
                </p>
                if let (Kind::Bar, Some(share)) = (kind, share) {
                    <progress max="100" value={hundredths_to_text(share)} aria-label={label}></progress>
                }
                { goal(slice, view) }
                { figure.map(|figure| origin(figure, view)).unwrap_or_default() }
            </div>
        </div>
    }
}

fn goal(slice: &ProgressSlice, view: &View) -> Html {
    let words = view.words();
    html! {
        <p>
            { words.goal }{ " " }
            if let Some(goal) = &slice.goal {
                if goal != "100 %" { { words.at_least }{ " " } }
                { goal }
                if let Some(due) = slice.due { { format!(" {} ", words.by) }{ day(due) } }
                if slice.due_unknown.is_some() { { format!(" ({})", words.no_due) } }
                { "." }
            } else if let Some(why) = &slice.goal_unknown {
                { why.get(&view.lang) }
            }
            if let Some(source) = &slice.source {
                { " " }<small>{ words.source }{ " " }{ link(source, view) }{ "." }</small>
            }
        </p>
    }
}

fn origin(figure: &Figure, view: &View) -> Html {
    let words = view.words();
    html! {
        <p>
            <small>
                if view.actor.is_some() && figure.actor.is_none() { { words.no_own_figure }{ " " } }
                { match &figure.who {
                    Some(who) => format!("{} {} {} ", words.figure, words.figure_by, who.get(&view.lang)),
                    None => format!("{} ", words.figure),
                } }
                { words.figure_of }{ " " }{ day(figure.until) }{ "." }
                if let Some(note) = &figure.note { { " " }{ note.get(&view.lang).trim_end_matches('.') }{ "." } }
                if !figure.sources.is_empty() {
                    { " " }{ words.source }{ " " }
                    { for figure.sources.iter().enumerate().map(|(i, source)| html! {
                        <>if i > 0 { { "; " } }{ link(source, view) }</>
                    }) }
                    { "." }
                }
            </small>
        </p>
    }
}
