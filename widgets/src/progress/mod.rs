//! `<loa-progress>`: one target with its figure, as a badge, a bar or a ring.

mod content;
pub mod kind;
mod ring;
pub mod slice;

pub use content::content;
pub use slice::ProgressSlice;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

/// The tag.
pub const TAG: &str = "loa-progress";

/// A target's progress seen from its element.
#[cfg(feature = "csr")]
pub(crate) struct Progress;

#[cfg(feature = "csr")]
impl crate::element::Widget for Progress {
    type Slice = ProgressSlice;
    const STYLE: &'static str = "";

    fn build(slice: &ProgressSlice) -> &str {
        &slice.build
    }

    /// The date and the agency count only where they lead to another figure than the static HTML shows.
    fn content_view(slice: &ProgressSlice, view: &crate::view::View) -> crate::view::View {
        let date = view.at.unwrap_or_else(|| crate::element::Host::today(slice.zone));
        let actor = view.actor.clone().filter(|actor| slice.knows(actor));
        let at = (slice.figure(actor.as_deref(), Some(date)) != slice.figure(actor.as_deref(), None)).then_some(date);
        crate::view::View { at, actor, kind: view.kind.clone(), ..view.words_only() }
    }

    fn content(slice: &ProgressSlice, view: &crate::view::View) -> yew::Html {
        content(slice, view)
    }

    fn controls(_: crate::element::Bound<ProgressSlice>) -> yew::Html {
        yew::html! { <slot /> }
    }
}
