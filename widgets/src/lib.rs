//! Drop-in widgets for government portals.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]
#![deny(missing_docs)]
// What widgets share is whole also in a module that has not all of them.
#![cfg_attr(not(feature = "default"), allow(dead_code))]

#[cfg(feature = "board")]
pub mod board;
#[cfg(all(feature = "csr", any(feature = "feedback", feature = "guide")))]
mod clipboard;
#[cfg(feature = "progress")]
mod day;
#[cfg(feature = "diagnostic")]
mod diagnosis;
#[cfg(feature = "csr")]
pub mod element;
#[cfg(feature = "feedback")]
pub mod feedback;
#[cfg(feature = "guide")]
pub mod guide;
#[cfg(feature = "guide")]
pub mod in_app;
#[cfg(any(feature = "ssr", feature = "progress"))]
mod link;
#[cfg(all(feature = "csr", any(feature = "feedback", feature = "guide")))]
mod memory;
#[cfg(feature = "message")]
pub mod message;
pub mod names;
#[cfg(feature = "progress")]
pub mod progress;
#[cfg(feature = "rating")]
pub mod rating;
#[cfg(all(feature = "csr", any(feature = "board", feature = "feedback", feature = "rating")))]
mod request;
#[cfg(feature = "roadmap")]
pub mod roadmap;

#[cfg(feature = "ssr")]
pub mod publish;
pub mod slice;
#[cfg(feature = "ssr")]
mod still;
pub mod view;
pub mod words;

/// Smaller than the standard library's, and faster for the small pieces that Yew asks for.
#[cfg(all(feature = "csr", target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
