//! `board.json`: what was on the public board when somebody last looked, as the service answered.

use std::path::Path;

use loa_feedback::BoardPage;
use loa_plan::read::{self, MAX_FILE_BYTES, Problem, ReadError};

use super::reading::bytes;

/// The file of the board.
pub(crate) const BOARD: &str = "board.json";

/// A board with the SHA-384 of its file.
pub(super) type Kept = (BoardPage, [u8; 48]);

/// Reads the file when it is there: an answer of `GET /api/board`, byte for byte.
pub(super) fn read(folder: &Path) -> Result<Option<Kept>, ReadError> {
    if !folder.join(BOARD).exists() {
        return Ok(None);
    }
    let bytes = bytes(folder, BOARD, MAX_FILE_BYTES)?;
    let text = read::text(BOARD, &bytes)?;
    let page = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    Ok(Some((page, super::sum(text.as_bytes()))))
}

/// It is fetched by a machine, so the way out is to fetch it anew or to do without.
fn unreadable(error: &serde_json::Error) -> ReadError {
    let (line, column) = (error.line().max(1), error.column().max(1));
    let said = error.to_string();
    let what = said.split(" at line ").next().unwrap_or(&said);
    ReadError::new(vec![Problem {
        file: BOARD.to_owned(),
        line,
        column,
        path: String::new(),
        message: format!("this is no answer of `GET /api/board`: {what}"),
        help: "fetch it anew, with `curl -fsS 'https://…/api/board' -o board.json`, or remove the file".to_owned(),
    }])
}
