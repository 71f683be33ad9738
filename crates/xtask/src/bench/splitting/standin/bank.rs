//! The parts that stand-ins of a kind are put together from, each with a piece for every hole that it fills.

use anyhow::{Context, Result};

/// A part's name, and its pieces by hole.
type Part<'t> = (&'t str, Vec<(&'t str, String)>);

/// The parts of a kind.
pub(super) struct Bank<'t>(Vec<Part<'t>>);

impl<'t> Bank<'t> {
    /// `=== name` begins a part, `--- hole` a piece of it.
    pub(super) fn parse(text: &'t str) -> Self {
        let mut parts: Vec<Part<'t>> = Vec::new();
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("=== ") {
                parts.push((name, Vec::new()));
            } else if let Some((_, pieces)) = parts.last_mut() {
                if let Some(hole) = line.strip_prefix("--- ") {
                    pieces.push((hole, String::new()));
                } else if let Some((_, piece)) = pieces.last_mut() {
                    piece.push_str(line);
                    piece.push('\n');
                }
            }
        }
        Self(parts)
    }

    /// What a part puts into a hole; nothing when it leaves the hole to others.
    ///
    /// # Errors
    ///
    /// When there is no such part; the error names those that there are.
    pub(super) fn piece(&self, name: &str, hole: &str) -> Result<String> {
        let names = || self.0.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let part = self.0.iter().find(|(known, _)| *known == name).with_context(|| format!("there are {}", names()))?;
        let piece = part.1.iter().find(|(known, _)| *known == hole);
        Ok(piece.map(|(_, piece)| piece.clone()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_pieces_by_hole() {
        let bank = Bank::parse("=== a\n--- view\none\ntwo\n--- act\nthree\n=== b\n--- view\nfour\n");
        assert_eq!(bank.piece("a", "view").unwrap(), "one\ntwo\n");
        assert_eq!(bank.piece("b", "act").unwrap(), "");
        assert_eq!(bank.piece("c", "act").unwrap_err().to_string(), "there are `a`, `b`");
    }
}
