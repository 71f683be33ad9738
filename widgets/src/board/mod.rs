//! `<loa-board>`: what was asked and what was answered, for everybody, with a filter and a lookup by code.

#[cfg(any(test, feature = "csr"))]
mod answer;
#[cfg(feature = "csr")]
mod chunk;
#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "csr")]
mod controls;
mod entry;
#[cfg(feature = "csr")]
mod forms;
pub mod item;
pub mod mode;
#[cfg(feature = "csr")]
mod screen;
#[cfg(feature = "ssr")]
pub mod sheet;
pub mod slice;

#[cfg(feature = "ssr")]
pub use content::content;
pub use mode::Mode;
pub use slice::BoardSlice;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

/// The tag.
pub const TAG: &str = "loa-board";

/// A board seen from its element.
#[cfg(feature = "csr")]
pub(crate) struct Board;

#[cfg(feature = "csr")]
impl crate::element::Widget for Board {
    type Slice = BoardSlice;
    type Controls = controls::BoardControls;
    const STYLE: &'static str = include_str!("style.css");

    fn build(slice: &BoardSlice) -> &str {
        &slice.build
    }

    fn is_of(_: &BoardSlice, host: &crate::element::Host, view: &crate::view::View) -> bool {
        let kind = host.find("[data-loa-kind]").and_then(|part| part.get_attribute("data-loa-kind"));
        kind.is_some() && kind == view.kind
    }

    fn languages(slice: &BoardSlice) -> &crate::slice::Languages {
        &slice.languages
    }

    fn content_view(slice: &BoardSlice, view: &crate::view::View) -> crate::view::View {
        let lang = slice.languages.for_reader(&view.lang).to_owned();
        crate::view::View { lang, kind: Some(Mode::of(view).name().to_owned()), ..view.words_only() }
    }

    fn fragment(_: &BoardSlice, view: &crate::view::View) -> String {
        view.kind.clone().unwrap_or_default()
    }
}
