//! What comes back when a feedback was taken in.

use crate::{Moment, ReceiptCode};

/// The answer 201, and 200 when the same key comes again: `{code, received_at, due_at}`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Receipt {
    /// What the person finds the answer with.
    pub code: ReceiptCode,
    /// When it came in.
    pub received_at: Moment,
    /// By when a unit takes it on; `null` when the working days until then are not known.
    pub due_at: Option<Moment>,
}
