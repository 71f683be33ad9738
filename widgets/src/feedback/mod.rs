//! `<loa-feedback>`: which door first, then a form that posts, then a receipt.

#[cfg(any(test, feature = "csr"))]
mod answer;
#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "csr")]
mod controls;
#[cfg(feature = "csr")]
mod form;
#[cfg(feature = "csr")]
mod hands;
#[cfg(feature = "csr")]
mod judging;
#[cfg(feature = "csr")]
mod kept;
#[cfg(feature = "csr")]
mod messages;
pub mod mode;
#[cfg(feature = "csr")]
mod screen;
#[cfg(feature = "csr")]
mod sending;
#[cfg(feature = "ssr")]
pub mod sheet;
pub mod slice;
#[cfg(any(test, feature = "csr"))]
mod stage;
#[cfg(feature = "csr")]
mod wire;

#[cfg(feature = "ssr")]
pub use content::content;
pub use mode::Mode;
pub use slice::FeedbackSlice;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

/// The tag.
pub const TAG: &str = "loa-feedback";

/// A form for feedback seen from its element.
#[cfg(feature = "csr")]
pub(crate) struct Feedback;

#[cfg(feature = "csr")]
impl crate::element::Widget for Feedback {
    type Slice = FeedbackSlice;
    type Controls = controls::FeedbackControls;
    const STYLE: &'static str = include_str!("style.css");

    fn build(slice: &FeedbackSlice) -> &str {
        &slice.build
    }

    fn is_of(_: &FeedbackSlice, host: &crate::element::Host, view: &crate::view::View) -> bool {
        let kind = host.find("[data-loa-kind]").and_then(|part| part.get_attribute("data-loa-kind"));
        kind.is_some() && kind == view.kind
    }

    fn languages(slice: &FeedbackSlice) -> &crate::slice::Languages {
        &slice.languages
    }

    fn content_view(slice: &FeedbackSlice, view: &crate::view::View) -> crate::view::View {
        let lang = slice.languages.for_reader(&view.lang).to_owned();
        crate::view::View { lang, kind: Some(Mode::of(view).name().to_owned()), ..view.words_only() }
    }

    fn fragment(_: &FeedbackSlice, view: &crate::view::View) -> String {
        view.kind.clone().unwrap_or_default()
    }
}
