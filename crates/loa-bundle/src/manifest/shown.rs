//! Text from elsewhere, as far as a message shows it.

use std::fmt::{self, Write};

/// How much of a value a message shows, in characters.
const MAX_SHOWN: usize = 80;

/// How much of another program's words a message shows, in characters.
const MAX_WORDS: usize = 400;

/// A value that somebody else has written: cut, and without what would steer a terminal.
pub(crate) fn shown(value: &str) -> impl fmt::Display + '_ {
    Shown { value, longest: MAX_SHOWN }
}

/// What a parser says, which may quote such a value.
pub(super) fn words(value: &impl fmt::Display) -> String {
    Shown { value: &value.to_string(), longest: MAX_WORDS }.to_string()
}

struct Shown<'a> {
    value: &'a str,
    longest: usize,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, c) in self.value.chars().enumerate() {
            if i == self.longest {
                return f.write_char('…');
            }
            if c.is_control() { write!(f, "{}", c.escape_default())? } else { f.write_char(c)? }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_escaped_and_what_is_long_is_cut() {
        assert_eq!(shown("giấy\u{1b}[2J\n").to_string(), "giấy\\u{1b}[2J\\n");
        assert_eq!(shown(&"ế".repeat(80)).to_string(), "ế".repeat(80));
        assert_eq!(shown(&"ế".repeat(81)).to_string(), format!("{}…", "ế".repeat(80)));
    }
}
