//! The name of a build: when its content was last gone through, and what went in.

use chrono::Datelike;
use sha2::{Digest, Sha384};

use super::{Src, WidgetFiles};
use crate::campaign::Campaign;

/// `20250201-0a1b2c3d`: two builds with the same name have the same bytes.
pub(super) fn build_id(campaign: &Campaign, widgets: &WidgetFiles, src: &Src) -> String {
    let mut sum = Sha384::new();
    let mut add = |name: &str, bytes: &[u8]| {
        for part in [name.as_bytes(), bytes] {
            // With its length before it, no part can be taken for a piece of its neighbour.
            sum.update((part.len() as u64).to_le_bytes());
            sum.update(part);
        }
    };
    // The components that render the content are of the same version as this crate.
    add("version", env!("CARGO_PKG_VERSION").as_bytes());
    add("src", src.as_str().as_bytes());
    for (name, file) in campaign.sums() {
        add(name, &file);
    }
    for file in widgets.files() {
        add(file.path.as_str(), &file.bytes);
    }
    let day = campaign.updated();
    let beginning: String = sum.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{:04}{:02}{:02}-{beginning}", day.year(), day.month(), day.day())
}
