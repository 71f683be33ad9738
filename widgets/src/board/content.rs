//! The board in a page: what it is, two forms that work without scripts, the newest feedback, and links.

use loa_feedback::BoardQuery;
use loa_feedback::routes::Endpoint;
use yew::prelude::*;

use super::entry::{Manner, entry};
use super::sheet::BoardSheet;
use super::{BoardSlice, Mode};
use crate::guide::contact;
use crate::view::View;
use crate::words::board_page::BoardPageWords;

/// Draws what a page offers.
pub fn content(sheet: &BoardSheet, names: &BoardSlice, mode: Mode, view: &View) -> Html {
    let words = BoardPageWords::of(&view.lang);
    let heading = view.heading.tag();
    let below = view.heading.below();
    let endpoint = sheet.endpoint.as_ref().filter(|_| mode == Mode::Live);
    html! {
        <>
            <header slot="head">
                <@{heading}>{ words.title }</@>
                <p>{ words.intro }</p>
            </header>
            if let Some(endpoint) = endpoint { { forms(sheet, endpoint, names, view, words) } }
            <section data-loa-kind={mode.name()}>
                if !sheet.items.is_empty() {
                    { list(sheet, names, view, words) }
                    if let (Some(next), Some(endpoint)) = (&sheet.next, endpoint) {
                        <p><a href={page(endpoint, &BoardQuery::all(names.campaign.clone()).from_place(next.clone()))}>{ words.older }</a></p>
                    }
                }
                if endpoint.is_none() {
                    <@{below}>{ words.channels }</@>
                    <p>{ words.not_here }</p>
                    if sheet.channels.is_empty() {
                        <p>{ words.none_named }</p>
                    } else {
                        <ul>{ for sheet.channels.iter().map(contact) }</ul>
                    }
                }
            </section>
        </>
    }
}

/// A page of the service that filters in the same way.
fn page(endpoint: &Endpoint, query: &BoardQuery) -> String {
    format!("{}?{query}", endpoint.board_page())
}

fn forms(sheet: &BoardSheet, endpoint: &Endpoint, names: &BoardSlice, view: &View, words: &BoardPageWords) -> Html {
    let id = |name: &str| format!("bang-{}-{name}", names.campaign);
    let lang = &view.lang;
    html! {
        <div slot="nav">
            <form method="get" action={endpoint.lookup_page()} data-loa-form="lookup">
                <label for={id("code")}>{ words.code }</label>
                <p id={id("code-goi-y")}><small>{ words.code_hint }</small></p>
                <input id={id("code")} name="code" inputmode="numeric" autocomplete="off" required=true
                       aria-describedby={id("code-goi-y")} />
                <p><button>{ words.look_up }</button></p>
            </form>
            <form method="get" action={endpoint.board_page()} data-loa-form="filter">
                <label for={id("actor")}>{ words.unit }</label>
                <select id={id("actor")} name="actor">
                    <option value="">{ words.all_units }</option>
                    { for names.units.iter().map(|unit| html! {
                        <option value={unit.id.clone()}>{ unit.title.get(lang) }</option>
                    }) }
                </select>
                <label for={id("status")}>{ words.status }</label>
                <select id={id("status")} name="status">
                    <option value="">{ words.all_statuses }</option>
                    { for sheet.labels.iter().map(|(status, label)| html! {
                        <option value={status.as_str()}>{ label }</option>
                    }) }
                </select>
                <p><button>{ words.show }</button></p>
            </form>
            <p>
                <a href={endpoint.board_page()} data-loa-to="page">{ words.open }</a>{ " · " }
                <a href={endpoint.feed()} data-loa-to="feed">{ words.feed }</a>
            </p>
        </div>
    }
}

/// As it was when the page was made; it says so, since a page may stand for days.
fn list(sheet: &BoardSheet, names: &BoardSlice, view: &View, words: &BoardPageWords) -> Html {
    let manner = Manner { names, lang: &view.lang, heading: view.heading.below(), how_late: |_| None };
    html! {
        <>
            <p>{ words.newest }</p>
            <ol role="list">{ for sheet.items.iter().map(|item| html! { <li>{ entry(item, manner) }</li> }) }</ol>
        </>
    }
}
