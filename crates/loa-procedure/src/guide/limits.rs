//! What a guide may not exceed; over a limit is a problem with a place.

/// The largest file of a guide, in bytes; a guide of ten steps has about 4,000.
pub const MAX_GUIDE_BYTES: usize = 256 * 1024;

/// How many steps a guide may have; after ten people are tired.
pub const MAX_STEPS: usize = 50;

/// How many paragraphs, lists and pictures a step or the introduction may have.
pub const MAX_BLOCKS: usize = 100;

/// The longest paragraph or list item, in characters.
pub const MAX_PARAGRAPH: usize = 2_000;

/// The longest title of a step, in characters.
pub const MAX_TITLE: usize = 120;

/// The longest description of a picture, in characters.
pub const MAX_ALTERNATIVE: usize = 400;
