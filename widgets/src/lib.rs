//! Drop-in widgets for government portals.
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]
#![deny(missing_docs)]

mod day;
#[cfg(feature = "csr")]
pub mod element;
pub mod guide;
pub mod in_app;
mod link;
#[cfg(feature = "csr")]
mod memory;
pub mod message;
pub mod names;
pub mod progress;
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
