//! The messages word for word: the main one, then each audience's, folded but for one.

use yew::prelude::*;

use super::MessageSlice;
use super::slice::Said;
use crate::view::View;

/// Draws the messages.
pub fn content(slice: &MessageSlice, view: &View) -> Html {
    let lang = view.lang.as_str();
    let shown = super::audience::group(slice, view.audience.as_deref());
    html! {
        <>
            <header slot="head">
                { for slice.main.iter().map(|text| html! { <p><strong>{ text.get(lang) }</strong></p> }) }
            </header>
            { for slice.groups.iter().enumerate().map(|(i, group)| html! {
                <details open={i == shown}>
                    <summary>{ view.words().audience(&group.kind) }</summary>
                    <ul>{ for group.messages.iter().map(|message| said(message, lang)) }</ul>
                </details>
            }) }
        </>
    }
}

fn said(message: &Said, lang: &str) -> Html {
    let phases: Vec<&str> = message.phases.iter().map(|phase| phase.title.get(lang)).collect();
    html! {
        <li>
            { message.text.get(lang) }
            if !phases.is_empty() { <small>{ format!(" ({})", phases.join(", ")) }</small> }
        </li>
    }
}
