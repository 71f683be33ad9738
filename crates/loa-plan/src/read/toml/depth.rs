//! How deep a text goes, found before a parser follows it down.

use super::scan::{Kind, pieces};
use crate::read::limits::MAX_DEPTH;

/// The first byte that goes deeper than [`MAX_DEPTH`], by brackets or by the dots of a key.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    // A short text, such as the head of a guide, often has too few marks altogether. Sums of u32 need few instructions.
    let count = |mark: fn(u8) -> bool| text.bytes().map(|byte| u32::from(mark(byte))).sum::<u32>();
    let limit = u32::try_from(MAX_DEPTH).unwrap_or_default();
    if count(|byte| byte == b'[' || byte == b'{') <= limit && count(|byte| byte == b'.') < limit {
        return None;
    }
    let (mut brackets, mut dots) = (0_usize, 0_usize);
    for piece in pieces(text) {
        match piece.kind {
            Kind::Open => {
                brackets += 1;
                dots = 0;
            }
            Kind::Close => {
                brackets = brackets.saturating_sub(1);
                dots = 0;
            }
            Kind::Dot => dots += 1,
            Kind::Comma | Kind::Equals | Kind::Newline => dots = 0,
            Kind::Text { .. } | Kind::Comment | Kind::Space | Kind::Word => {}
        }
        if brackets > MAX_DEPTH || dots >= MAX_DEPTH {
            return Some(piece.span.start);
        }
    }
    None
}
