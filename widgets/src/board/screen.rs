//! What a person sees of the widget itself: what is said, what was found, the list, and how to go on.

use std::rc::Rc;

use yew::prelude::*;

use super::chunk::Chunk;
use super::controls::{BoardControls, List, Said, Told};
use super::item::Item;
use crate::element::Scene;
use crate::words::board::BoardWords;

type Here = Scene<BoardControls>;

/// All of it, around the forms and the list of the page.
pub(super) fn view(of: &BoardControls, scene: &Here) -> Html {
    let words = BoardWords::of(&scene.view.lang);
    let is_trouble = matches!(of.said, Said::Busy(_) | Said::Lost | Said::Strange);
    html! {
        <div class="board" part="board">
            <slot name="head" />
            <slot name="nav" />
            <p class={if is_trouble { "status trouble" } else { "status" }} part="status" role="status" tabindex="-1">
                { said(of, words) }
            </p>
            if is_trouble { { way_out(scene, words) } }
            if let Some(found) = &of.found {
                <section class="found" part="found">
                    <ul role="list">{ chunk(0, found, scene) }</ul>
                    { button(scene, "close", Told::Close, words.close) }
                </section>
            }
            { match &of.list {
                Some(list) => self::list(list, scene, words),
                None => html! { <slot /> },
            } }
        </div>
    }
}

/// One sentence or two, for the eye and for the ear.
fn said(of: &BoardControls, words: &BoardWords) -> String {
    match of.said {
        Said::Nothing => String::new(),
        Said::Loading => words.loading.to_owned(),
        Said::Shown => {
            let Some(list) = &of.list else { return String::new() };
            let count: usize = list.parts.iter().map(|part| part.len()).sum();
            if !list.is_drawn() {
                return words.loading.to_owned();
            }
            if count == 0 {
                return words.none.to_owned();
            }
            let more = list.next.is_some();
            let [before, after] = words.shown;
            [before, " ", &count.to_string(), " ", after, " ", if more { words.more_follow } else { words.no_more }]
                .concat()
        }
        Said::Found => {
            let Some(item) = of.found.as_ref().and_then(|found| found.first()) else { return String::new() };
            [words.found, " ", &item.code.to_string(), ": ", &item.label, "."].concat()
        }
        Said::Unknown => words.unknown.to_owned(),
        Said::Busy(seconds) => {
            let [before, after] = words.busy;
            [before, " ", &seconds.to_string(), " ", after, " ", words.kept].concat()
        }
        Said::Lost => [words.lost, " ", words.kept].concat(),
        Said::Strange => [words.strange, " ", words.kept].concat(),
    }
}

fn way_out(scene: &Here, words: &BoardWords) -> Html {
    html! {
        <div class="buttons">
            { button(scene, "retry", Told::Again, words.retry) }
            if let Some(endpoint) = scene.view.service() {
                <a href={endpoint.board_page()}>{ words.hosted }</a>
            }
        </div>
    }
}

fn list(list: &List, scene: &Here, words: &BoardWords) -> Html {
    let has_more = list.next.is_some();
    // What has come is not drawn whole yet, or there is nothing more.
    let rests = !list.is_drawn() || !has_more;
    html! {
        <>
            <ol role="list" part="list">{ for list.parts.iter().take(list.drawn).enumerate().map(|(i, part)| chunk(i, part, scene)) }</ol>
            // At the end it stays, so that the focus does; a list of one page never had it.
            if has_more || list.has_grown {
                <button part="more" type="button" aria-disabled={rests.then_some("true")} onclick={scene.on(Told::More)}>
                    { if has_more { words.more } else { words.all_shown } }
                </button>
            }
        </>
    }
}

/// By its number, since a list without them is compared from its end.
fn chunk(key: usize, items: &Rc<Vec<Item>>, scene: &Here) -> Html {
    let (items, names) = (Rc::clone(items), Rc::clone(&scene.slice));
    html! { <Chunk {key} {items} {names} lang={scene.view.lang.clone()} heading={scene.view.heading.below()} /> }
}

fn button(scene: &Here, part: &'static str, told: Told, words: &'static str) -> Html {
    html! { <button {part} type="button" onclick={scene.on(told)}>{ words }</button> }
}
