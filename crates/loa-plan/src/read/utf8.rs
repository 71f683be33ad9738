//! Bytes as text.

use super::limits::MAX_FILE_BYTES;
use super::place::positions;
use super::{Problem, ReadError};

/// The bytes of a file as text.
///
/// # Errors
/// [`ReadError`] when the file is over [`MAX_FILE_BYTES`] or is not written in UTF-8.
pub fn text<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, ReadError> {
    let problem = |line, column, message, help: &str| {
        let (file, path, help) = (file.to_owned(), String::new(), help.to_owned());
        ReadError::new(vec![Problem { file, line, column, path, message, help }])
    };
    if let Some(error) = too_large(file, bytes.len()) {
        return Err(error);
    }
    if is_utf_16(bytes) {
        let message = "the file is written in UTF-16, expected UTF-8".to_owned();
        return Err(problem(1, 1, message, SAVE));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let (before, rest) = bytes.split_at(error.valid_up_to());
        let before = std::str::from_utf8(before).unwrap_or_default();
        let place = positions(before, &[before.len()], 1);
        let (line, column) = place.first().map_or((1, 1), |place| (place.line, place.column));
        let byte = rest.first().copied().unwrap_or_default();
        let message = format!(
            "the letter at this place is not saved as Unicode (UTF-8) but as the byte `{byte:#04x}`, probably in the \
             encoding ANSI, TCVN3 or Windows-1258"
        );
        problem(line, column, message, SAVE)
    })
}

const SAVE: &str = "open the file in the program it was written with and save it again: in the window \"save as\" choose the \
                    encoding UTF-8";

/// Whether the bytes begin with the mark of UTF-16, or have the zeros that it puts beside each plain letter.
fn is_utf_16(bytes: &[u8]) -> bool {
    let start = bytes.get(..64).unwrap_or(bytes);
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let most = start.len() / 4;
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    marked || (start.len() >= 4 && (zeros(0) > most || zeros(1) > most))
}

/// What is said about a file without content.
pub(super) const EMPTY: &str = "the file is empty";
pub(super) const START: &str = "`loa new` makes a plan to start from";

/// The problem of a file over [`MAX_FILE_BYTES`].
pub(super) fn too_large(file: &str, bytes: usize) -> Option<ReadError> {
    (bytes > MAX_FILE_BYTES).then(|| {
        ReadError::new(vec![Problem {
            file: file.to_owned(),
            line: 1,
            column: 1,
            path: String::new(),
            message: format!("the file has {bytes} bytes, expected at most {MAX_FILE_BYTES}"),
            help: "divide it, or shorten its texts".to_owned(),
        }])
    })
}
