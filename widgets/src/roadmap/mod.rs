//! `<loa-roadmap>`: the phases of the plan in their order, and which one it is now.

#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "csr")]
mod controls;
pub mod now;
pub mod slice;

#[cfg(feature = "ssr")]
pub use content::content;
pub use slice::RoadmapSlice;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

/// The tag.
pub const TAG: &str = "loa-roadmap";

/// A roadmap seen from its element.
#[cfg(feature = "csr")]
pub(crate) struct Roadmap;

#[cfg(feature = "csr")]
impl crate::element::Widget for Roadmap {
    type Slice = RoadmapSlice;
    type Controls = controls::RoadmapControls;
    const STYLE: &'static str = include_str!("style.css");

    fn build(slice: &RoadmapSlice) -> &str {
        &slice.build
    }

    fn is_of(slice: &RoadmapSlice, host: &crate::element::Host, _: &crate::view::View) -> bool {
        host.find_all::<web_sys::Element>(":scope > ol > li").len() == slice.phases.len()
    }

    fn languages(slice: &RoadmapSlice) -> &crate::slice::Languages {
        &slice.languages
    }
}
