//! Reading a guide from Markdown with a head in TOML.

mod body;
mod event;
mod head;
mod line;
mod picture;

use loa_plan::read::{Document, Problem, ReadError, toml_at};

use self::body::Body;
use self::head::Head;
use super::{Guide, MAX_GUIDE_BYTES};

/// Reads a guide; `file` is the name that problems carry.
///
/// The places of what it returns know the entries of the head by their keys, and the parts of the text as
/// `intro[0]`, `steps[1]` and `steps[1].body[0]`.
///
/// # Errors
/// [`ReadError`] holds every problem of the file, with its place and one way out.
pub fn read(file: &str, text: &str) -> Result<Document<Guide>, ReadError> {
    if text.len() > MAX_GUIDE_BYTES {
        let message = format!("the guide has {} bytes, expected at most {MAX_GUIDE_BYTES}", text.len());
        return Err(problem(file, 1, message, "divide it into several guides; pictures are files of their own"));
    }
    let parts = head::split(file, text)?;
    let head = toml_at::<Head>(file, parts.head, parts.head_line);
    let body = Body::read(file, parts.body, parts.body_line);
    match head {
        Ok(Document { value: head, mut places }) if body.problems.is_empty() => {
            body.places.into_iter().for_each(|(path, position)| places.add(path, position));
            Ok(Document { value: head.guide(body.intro, body.steps), places })
        }
        head => {
            let (of_head, more) = head.map_or_else(|error| (error.problems, error.more), |_| (Vec::new(), 0));
            let mut error = ReadError::new(of_head.into_iter().chain(body.problems).collect());
            error.more += more + body.more;
            Err(error)
        }
    }
}

fn problem(file: &str, line: usize, message: String, help: &str) -> ReadError {
    let (file, path, help) = (file.to_owned(), String::new(), help.to_owned());
    ReadError::new(vec![Problem { file, line, column: 1, path, message, help }])
}

#[cfg(test)]
mod tests;
