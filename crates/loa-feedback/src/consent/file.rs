//! Reading `consents.toml`.

use loa_plan::read::{Document, ReadError, toml};
use loa_plan::{Format, Source};

use super::{Consent, Consents};

struct File {
    #[expect(dead_code, reason = "the only version so far; reading it is what matters")]
    format: Format,
    consents: Vec<Consent>,
    sources: Vec<Source>,
}

loa_plan::read_record!(File { format, consents, sources });

/// Reads `consents.toml`; `file` is the name that problems carry.
///
/// # Errors
/// [`ReadError`] holds every problem of the file, with its place and one way out.
pub fn read(file: &str, text: &str) -> Result<Document<Consents>, ReadError> {
    let Document { value: File { consents, sources, .. }, places } = toml(file, text)?;
    Ok(Document { value: Consents { consents, sources }, places })
}
