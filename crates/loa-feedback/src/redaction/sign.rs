//! A text as the eye sees it: full-width digits are digits, what has no width is not there.

use std::ops::Range;

use loa_plan::words::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One visible sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    /// The sign in its usual width, with capital letters and accents.
    pub(super) seen: char,
    /// The same as a small letter without accents.
    pub(super) plain: char,
    start: usize,
    end: usize,
}

/// The visible signs of a text.
#[derive(Debug)]
pub(super) struct Signs(Vec<Sign>);

impl Signs {
    pub(super) fn new(text: &str) -> Self {
        let mut signs: Vec<Sign> = Vec::with_capacity(text.len());
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            if is_invisible(c) || is_combining_mark(c) {
                // It goes with the sign before it, so that it is taken out together with it.
                if let Some(last) = signs.last_mut() {
                    last.end = end;
                }
            } else if c.is_ascii() {
                let seen = if c == '\t' || c == '\r' { ' ' } else { c };
                signs.push(Sign { seen, plain: seen.to_ascii_lowercase(), start, end });
            } else {
                let usual = std::iter::once(c).nfkc().map(usual).filter(|seen| !is_combining_mark(*seen));
                signs.extend(usual.map(|seen| Sign { seen, plain: plain(seen), start, end }));
            }
        }
        Self(signs)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<Sign> {
        self.0.get(at).copied()
    }

    /// The small letter without accents, or the sign; a line's end where there is none.
    pub(super) fn plain(&self, at: usize) -> char {
        self.0.get(at).map_or('\n', |sign| sign.plain)
    }

    pub(super) fn slice(&self, from: usize, until: usize) -> &[Sign] {
        self.0.get(from..until.min(self.0.len())).unwrap_or_default()
    }

    /// Where signs stand in the text, in bytes.
    pub(super) fn span(&self, from: usize, until: usize) -> Range<usize> {
        let signs = self.slice(from, until);
        signs.first().map_or(0, |sign| sign.start)..signs.last().map_or(0, |sign| sign.end)
    }

    /// The end of the letters and digits that begin at a place.
    pub(super) fn word_end(&self, at: usize) -> usize {
        (at..self.len()).find(|at| !self.plain(*at).is_alphanumeric()).unwrap_or(self.len())
    }

    /// Where each of the words begins and ends that stand in a text without accents, as whole words.
    pub(super) fn find(&self, words: &[&str]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for at in (0..self.len()).filter(|at| *at == 0 || !self.plain(at - 1).is_alphanumeric()) {
            let longest = words.iter().filter_map(|word| self.goes_on(at, word)).max();
            found.extend(longest.map(|end| at..end));
        }
        found
    }

    /// The end of `words` when they stand at a place; a space in them is any number of signs between words.
    fn goes_on(&self, at: usize, words: &str) -> Option<usize> {
        let mut at = at;
        for c in words.chars() {
            if c == ' ' {
                let after = (at..at + 4).find(|at| self.plain(*at).is_alphanumeric())?;
                if after == at {
                    return None;
                }
                at = after;
            } else if self.plain(at) == c {
                at += 1;
            } else {
                return None;
            }
        }
        (!self.plain(at).is_alphabetic()).then_some(at)
    }
}

/// Marks without a width, and what makes a digit a key of a keyboard.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{20e3}')
        || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

fn usual(c: char) -> char {
    match c {
        '–' | '—' | '‐' | '‑' | '−' | '‒' | '―' | '⁃' | '~' => '-',
        '·' | '•' | '∙' | '●' | '。' => '.',
        c if c.is_whitespace() && c != '\n' => ' ',
        c => c,
    }
}

fn plain(c: char) -> char {
    let mut buffer = [0; 4];
    let mut folded = fold(c.encode_utf8(&mut buffer)).chars().collect::<Vec<_>>().into_iter();
    folded.next().unwrap_or(c)
}
