//! The snapshots of procedures in a campaign: `procedures/CODE.json` for each record, `procedures/rows.json` for lists.

mod file;
mod import;
mod kept;

pub use file::{FOLDER, ROWS};
pub use import::{Changed, Import, ImportError, Imported, RejectedEntry, Take, import};
pub use kept::{Kept, KeptError};
