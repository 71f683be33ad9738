//! `<loa-guide>`: one procedure, step by step, as a carousel that never moves by itself.

#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "csr")]
mod controls;
#[cfg(feature = "csr")]
mod counting;
#[cfg(feature = "csr")]
mod hands;
#[cfg(feature = "csr")]
mod row;
#[cfg(feature = "ssr")]
pub mod sheet;
pub mod slice;
pub mod state;
#[cfg(feature = "csr")]
mod tools;
#[cfg(feature = "csr")]
mod voice;

#[cfg(feature = "csr")]
use crate::slice::Languages;
#[cfg(feature = "csr")]
use crate::view::View;
#[cfg(feature = "ssr")]
pub(crate) use content::contact;
#[cfg(feature = "ssr")]
pub use content::content;
pub use slice::GuideSlice;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

/// The tag.
pub const TAG: &str = "loa-guide";

/// The id of a step's list item, to which links lead; steps are counted from 1.
#[must_use]
pub fn step_id(guide: &str, step: usize) -> String {
    format!("{guide}-buoc-{step}")
}

/// A guide seen from its element.
#[cfg(feature = "csr")]
pub(crate) struct Guide;

#[cfg(feature = "csr")]
impl crate::element::Widget for Guide {
    type Slice = GuideSlice;
    type Controls = controls::GuideControls;
    const STYLE: &'static str = include_str!("style.css");
    const HAS_ROW: bool = true;

    fn build(slice: &GuideSlice) -> &str {
        &slice.build
    }

    fn is_of(slice: &GuideSlice, host: &crate::element::Host, _: &View) -> bool {
        host.find(":scope > ol > li").is_some_and(|step| step.id() == step_id(&slice.id, 1))
    }

    fn languages(slice: &GuideSlice) -> &Languages {
        &slice.languages
    }

    fn fragment(slice: &GuideSlice, _: &View) -> String {
        slice.id.clone()
    }
}
