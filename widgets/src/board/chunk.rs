//! A part of the list: drawn once when it comes, and left alone when more follows.

use std::rc::Rc;

use yew::prelude::*;

use super::BoardSlice;
use super::entry::{Manner, entry};
use super::item::Item;

/// So many items that came together.
#[derive(Properties)]
pub(super) struct ChunkProps {
    pub(super) items: Rc<Vec<Item>>,
    pub(super) names: Rc<BoardSlice>,
    pub(super) lang: String,
    pub(super) heading: &'static str,
}

/// The same items are the same drawing: looking into them would be as much work.
impl PartialEq for ChunkProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.items, &other.items) && self.lang == other.lang && self.heading == other.heading
    }
}

/// Draws them as items of one list.
pub(super) struct Chunk;

impl Component for Chunk {
    type Message = ();
    type Properties = ChunkProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let ChunkProps { items, names, lang, heading } = context.props();
        let manner = Manner { names, lang, heading, how_late: |late| Some(late.vietnamese()) };
        items.iter().map(|item| html! { <li part="item">{ entry(item, manner) }</li> }).collect()
    }
}
