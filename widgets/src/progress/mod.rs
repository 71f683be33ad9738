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
    type Controls = crate::element::controls::Bare<ProgressSlice>;
    const STYLE: &'static str = "";

    fn build(slice: &ProgressSlice) -> &str {
        &slice.build
    }

    fn is_of(_: &ProgressSlice, host: &crate::element::Host, view: &crate::view::View) -> bool {
        let kind = kind::Kind::from_attribute(view.kind.as_deref());
        host.find(":scope > div")
            .is_some_and(|content| content.get_attribute("data-kind").as_deref() == Some(kind.name()))
    }

    fn languages(slice: &ProgressSlice) -> &crate::slice::Languages {
        &slice.languages
    }

    /// The date and the agency count only where they lead to another figure than the static HTML shows.
    fn content_view(slice: &ProgressSlice, view: &crate::view::View) -> crate::view::View {
        let date = view.at.unwrap_or_else(|| crate::element::Host::today(slice.zone));
        let own = view.actor.as_deref().filter(|actor| slice.knows(actor));
        let at = (slice.figure(own, Some(date)) != slice.figure(own, None)).then_some(date);
        crate::view::View { at, actor: view.actor.clone(), kind: view.kind.clone(), ..view.words_only() }
    }

    /// Which figure holds depends on the day and the agency, so it is drawn here.
    fn content(slice: &ProgressSlice, view: &crate::view::View) -> Option<yew::Html> {
        Some(content(slice, view))
    }
}
