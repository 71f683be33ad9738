//! What is found before a parser follows a text down: how deep it goes, and characters that no text may have.

use crate::read::limits::MAX_DEPTH;

/// What keeps the text from being parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// The first bracket that is deeper than [`MAX_DEPTH`].
    TooDeep(usize),
    /// A line break or another control character inside a text, which the parser would let pass.
    Control { quote: usize, at: usize },
}

/// The first obstacle in the text.
pub(super) fn obstacle(text: &str) -> Option<Obstacle> {
    let (mut depth, mut quote, mut escaped) = (0_usize, None, false);
    for (at, byte) in text.bytes().enumerate() {
        match (byte, quote) {
            (0..0x20, Some(quote)) => return Some(Obstacle::Control { quote, at }),
            _ if escaped => escaped = false,
            (b'\\', Some(_)) => escaped = true,
            (b'"', Some(_)) => quote = None,
            (b'"', None) => quote = Some(at),
            (b'[' | b'{', None) => depth += 1,
            (b']' | b'}', None) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Some(Obstacle::TooDeep(at));
        }
    }
    None
}
