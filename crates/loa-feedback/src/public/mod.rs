//! What everybody may see: types without a field for a name, an address, a contact or an IP address.

mod board;
#[cfg(feature = "service")]
mod entry;
mod reviewed;
mod view;

pub use board::{BoardPage, BoardQuery, Cursor, DEFAULT_LIMIT, InvalidBoardQuery, InvalidCursor, MAX_LIMIT};
#[cfg(feature = "service")]
pub use entry::{Desk, Entry};
pub use reviewed::Reviewed;
pub use view::{AnswerLink, Late, PublicAnswer, PublicView};
