//! `<loa-guide>`: one procedure, step by step, as a carousel that never moves by itself.

mod content;
#[cfg(feature = "csr")]
mod controls;
#[cfg(feature = "csr")]
mod hands;
#[cfg(feature = "csr")]
mod row;
pub mod slice;
pub mod state;
#[cfg(feature = "csr")]
mod tools;
#[cfg(feature = "csr")]
mod voice;

#[cfg(feature = "csr")]
use yew::Html;

#[cfg(feature = "csr")]
use crate::view::View;
pub use content::content;
pub(crate) use content::link;
pub use slice::GuideSlice;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

/// The tag.
pub const TAG: &str = "loa-guide";

/// A guide seen from its element.
#[cfg(feature = "csr")]
pub(crate) struct Guide;

#[cfg(feature = "csr")]
impl crate::element::Widget for Guide {
    type Slice = GuideSlice;
    type Controls = controls::GuideControls;
    const STYLE: &'static str = include_str!("style.css");

    fn build(slice: &GuideSlice) -> &str {
        &slice.build
    }

    fn is_of(slice: &GuideSlice, host: &crate::element::Host, _: &View) -> bool {
        host.find(":scope > ol > li").is_some_and(|step| step.id() == content::step_id(&slice.id, 1))
    }

    fn content_view(_: &GuideSlice, view: &View) -> View {
        view.words_only()
    }

    fn content(slice: &GuideSlice, view: &View) -> Html {
        content(slice, view)
    }
}
