//! A rule's explanation is the doc comment at the top of its file, so that it is written once.
//!
//! It is cut out by the compiler: only the explanation is in the program, not the source of the rule.

/// The doc comment at the top of a source file beside this one, without the marks at the beginning of its lines.
#[doc(hidden)]
#[macro_export]
macro_rules! about {
    ($file:literal) => {{
        const SOURCE: &str = include_str!($file);
        const LENGTH: usize = $crate::checks::explanation::cut::<0>(SOURCE).1;
        const TEXT: [u8; LENGTH] = $crate::checks::explanation::cut(SOURCE).0;
        match str::from_utf8(&TEXT) {
            Ok(text) => text,
            Err(_) => panic!("whole lines of a text are a text"),
        }
    }};
}
pub(crate) use about;

const MARK: &[u8] = b"//!";

/// The first `N` bytes of the doc comment, and how many bytes it has.
pub const fn cut<const N: usize>(source: &str) -> ([u8; N], usize) {
    let source = source.as_bytes();
    let (mut text, mut length, mut at) = ([0; N], 0, 0);
    while begins_with_mark(source, at) {
        at += MARK.len();
        if source[at] == b' ' {
            at += 1;
        }
        loop {
            let byte = source[at];
            if byte != b'\r' {
                if length < N {
                    text[length] = byte;
                }
                length += 1;
            }
            at += 1;
            if byte == b'\n' {
                break;
            }
        }
    }
    (text, length)
}

const fn begins_with_mark(source: &[u8], at: usize) -> bool {
    at + MARK.len() < source.len() && source[at] == MARK[0] && source[at + 1] == MARK[1] && source[at + 2] == MARK[2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_are_taken_off_and_the_code_is_left_out() {
        let source = "//! Một.\r\n//!\n//!   two\n\nuse crate::Plan;\n//! three\n";
        let (text, length) = cut::<100>(source);
        assert_eq!(str::from_utf8(&text[..length]), Ok("Một.\n\n  two\n"));
        assert_eq!(cut::<0>("use crate::Plan;\n").1, 0);
    }
}
