//! What the static HTML of a board is drawn from, natively.

use loa_feedback::routes::Endpoint;
use loa_feedback::{Cursor, Status};

use super::item::Item;
use crate::guide::sheet::Contact;

/// The words of a campaign around a board, and what was on it when the campaign was last brought up to date.
#[derive(Debug, Clone, PartialEq)]
pub struct BoardSheet {
    /// Where the service is.
    pub endpoint: Option<Endpoint>,
    /// What the agency calls each status.
    pub labels: Vec<(Status, String)>,
    /// The newest feedback; none when the campaign has no `board.json`.
    pub items: Vec<Item>,
    /// The place behind it.
    pub next: Option<Cursor>,
    /// The official channels.
    pub channels: Vec<Contact>,
}
