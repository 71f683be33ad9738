//! The messages word for word: the main one, then each audience's, folded but for one.

use yew::prelude::*;

use super::sheet::{MessageSheet, Said};
use crate::view::View;

/// Draws the messages.
pub fn content(sheet: &MessageSheet, view: &View) -> Html {
    let lang = view.lang.as_str();
    let is_shown = |kind: &str| view.audience.as_deref() == Some(kind);
    let shown = sheet.groups.iter().position(|group| is_shown(&group.kind)).unwrap_or(0);
    html! {
        <>
            <header slot="head">
                { for sheet.main.iter().map(|text| html! { <p><strong>{ text.get(lang) }</strong></p> }) }
            </header>
            { for sheet.groups.iter().enumerate().map(|(i, group)| html! {
                <details open={i == shown}>
                    <summary>{ view.words().audience(&group.kind) }</summary>
                    <ul>{ for group.messages.iter().map(|message| said(message, lang)) }</ul>
                </details>
            }) }
        </>
    }
}

fn said(message: &Said, lang: &str) -> Html {
    let phases: Vec<&str> = message.phases.iter().map(|phase| phase.get(lang)).collect();
    html! {
        <li>
            { message.text.get(lang) }
            if !phases.is_empty() { <small>{ format!(" ({})", phases.join(", ")) }</small> }
        </li>
    }
}
