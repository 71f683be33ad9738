//! A bundle's folder on disk: written beside the old one, then put in its place in one step.

mod lock;
mod ours;
mod staging;
mod swap;
mod sync;

pub use ours::NotOurs;
pub use staging::FolderError;
pub(crate) use staging::Staging;
