//! Reading a year of holidays: `holidays/2026.toml`.

use loa_plan::read::{Document, Node, Read, ReadError, Reader, Value, toml};
use loa_plan::{Format, Source};

use super::{Holiday, HolidayYear, MakeUpDay, UnsureDay};

struct File {
    #[expect(dead_code, reason = "the only version so far; reading it is what matters")]
    format: Format,
    year: Year,
    holidays: Vec<Holiday>,
    make_up_days: Vec<MakeUpDay>,
    unsure: Vec<UnsureDay>,
    sources: Vec<Source>,
}

loa_plan::read_record!(File { format, year, holidays, make_up_days, unsure, sources });

struct Year(i32);

impl Read for Year {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let help = format!("write {}", reader.instead(Self::example()));
        let Value::Integer(number) = node.value else {
            reader.mismatch(node, "a year", help);
            return None;
        };
        match i32::try_from(number) {
            Ok(year @ 1900..=2999) => Some(Self(year)),
            _ => {
                reader.problem(node.span, format!("`{number}` is not a year, expected one from 1900 to 2999"), help);
                None
            }
        }
    }

    fn example() -> &'static str {
        "2026"
    }
}

/// Reads a year of holidays; `file` is the name that problems carry.
///
/// # Errors
/// [`ReadError`] holds every problem of the file, with its place and one way out.
pub fn read(file: &str, text: &str) -> Result<Document<HolidayYear>, ReadError> {
    let Document { value, places } = toml::<File>(file, text)?;
    let File { year: Year(year), holidays, make_up_days, unsure, sources, .. } = value;
    Ok(Document { value: HolidayYear { year, holidays, make_up_days, unsure, sources }, places })
}
