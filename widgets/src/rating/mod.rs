//! `<loa-rating>`: how satisfied somebody is with the information of a page, by one tap that can be taken back.

#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "csr")]
mod controls;
#[cfg(feature = "csr")]
mod form;
pub mod offer;
#[cfg(feature = "csr")]
mod screen;
pub mod slice;
#[cfg(any(test, feature = "csr"))]
mod stage;

#[cfg(feature = "ssr")]
pub use content::content;
pub use offer::Offer;
pub use slice::RatingSlice;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

/// The tag.
pub const TAG: &str = "loa-rating";

/// A rating seen from its element.
#[cfg(feature = "csr")]
pub(crate) struct Rating;

#[cfg(feature = "csr")]
impl crate::element::Widget for Rating {
    type Slice = RatingSlice;
    type Controls = controls::RatingControls;
    const STYLE: &'static str = include_str!("style.css");

    fn build(slice: &RatingSlice) -> &str {
        &slice.build
    }

    fn is_of(_: &RatingSlice, host: &crate::element::Host, view: &crate::view::View) -> bool {
        let kind = host.find("[data-loa-kind]").and_then(|part| part.get_attribute("data-loa-kind"));
        kind.is_some() && kind == view.kind
    }

    fn languages(slice: &RatingSlice) -> &crate::slice::Languages {
        &slice.languages
    }

    fn content_view(slice: &RatingSlice, view: &crate::view::View) -> crate::view::View {
        let lang = slice.languages.for_reader(&view.lang).to_owned();
        crate::view::View { lang, kind: Some(Offer::of(view).name()), ..view.words_only() }
    }

    fn fragment(_: &RatingSlice, view: &crate::view::View) -> String {
        view.kind.clone().unwrap_or_default()
    }
}
