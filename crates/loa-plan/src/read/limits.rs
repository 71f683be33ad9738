//! What a file may not exceed; over a limit is a problem with a place, never a crash or a hang.

/// The largest file that is read, in bytes: 4 MiB.
///
/// A plan of a city is about 60 kB, so this leaves room for all of a country's.
pub const MAX_FILE_BYTES: usize = 4 * 1024 * 1024;

/// How many lists and tables may stand inside each other; a plan needs six.
pub const MAX_DEPTH: usize = 32;

/// How many entries a list may have; more than all communes of Vietnam six times over.
pub const MAX_ENTRIES: usize = 20_000;

/// The longest text that is read, in characters: about ten printed pages.
pub const MAX_TEXT: usize = 20_000;

/// How many problems of one file are told; the others are counted.
pub const MAX_PROBLEMS: usize = 200;
