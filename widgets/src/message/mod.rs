//! `<loa-message>`: the main message always, and the messages for one audience.

pub mod audience;
#[cfg(feature = "ssr")]
mod content;
#[cfg(feature = "csr")]
mod controls;
#[cfg(feature = "ssr")]
pub mod sheet;
pub mod slice;

#[cfg(feature = "ssr")]
pub use content::content;
pub use slice::MessageSlice;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

/// The tag.
pub const TAG: &str = "loa-message";

/// The messages seen from their element.
#[cfg(feature = "csr")]
pub(crate) struct Message;

#[cfg(feature = "csr")]
impl crate::element::Widget for Message {
    type Slice = MessageSlice;
    type Controls = controls::MessageControls;
    const STYLE: &'static str = include_str!("style.css");

    fn build(slice: &MessageSlice) -> &str {
        &slice.build
    }

    fn is_of(slice: &MessageSlice, host: &crate::element::Host, _: &crate::view::View) -> bool {
        host.find_all::<web_sys::Element>(":scope > details").len() == slice.groups.len()
    }

    fn languages(slice: &MessageSlice) -> &crate::slice::Languages {
        &slice.languages
    }
}
