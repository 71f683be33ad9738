//! The files of the snapshots: their names and their form.

use loa_plan::words::slug;
use loa_procedure::Procedure;
use loa_procedure::catalogue::Row;
use loa_procedure::procedure::CatalogueCode;
use sha2::{Digest, Sha384};

/// The folder of the snapshots in a campaign.
pub const FOLDER: &str = "procedures";

/// The file of the rows of lists in it.
pub const ROWS: &str = "rows.json";

/// The version of the form that is written.
pub(super) const FORMAT: u32 = 1;

/// A record in its file.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct RecordFile<P> {
    pub(super) format: u32,
    #[serde(flatten)]
    pub(super) procedure: P,
}

/// All rows in their file.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) struct RowsFile {
    pub(super) format: u32,
    pub(super) rows: Vec<Row>,
}

/// The name of the file of a record; a code that is none could hold anything, so it gets a name of its own.
pub(super) fn name(code: &CatalogueCode) -> String {
    match code {
        CatalogueCode::National(code) => format!("{code}.json"),
        CatalogueCode::Malformed(text) => {
            let sum = Sha384::digest(text.as_bytes());
            let sum: String = sum.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
            format!("malformed-{}-{sum}.json", slug(text).chars().take(40).collect::<String>())
        }
    }
}

/// The text of a record's file: the same record gives the same bytes.
pub(super) fn record(procedure: &Procedure) -> serde_json::Result<String> {
    written(&RecordFile { format: FORMAT, procedure })
}

/// The text of the file of rows, one row a line, so that a change of one is a change of one line.
pub(super) fn rows(rows: &[Row]) -> serde_json::Result<String> {
    let lines: Vec<String> = rows.iter().map(serde_json::to_string).collect::<serde_json::Result<_>>()?;
    Ok(format!("{{\"format\": {FORMAT}, \"rows\": [\n{}\n]}}\n", lines.join(",\n")))
}

fn written(value: &impl serde::Serialize) -> serde_json::Result<String> {
    serde_json::to_string_pretty(value).map(|text| text + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_is_none_cannot_leave_the_folder() {
        let name_of = |text| name(&CatalogueCode::read(text));
        assert_eq!(name_of("1.001193.H26"), "1.001193.json");
        assert_eq!(
            name_of("../../etc/passwd"),
            "malformed-etc-passwd-6c6aa9ee.json".replace("6c6aa9ee", &sum("../../etc/passwd"))
        );
        assert_ne!(name_of("1.014955-Xoa"), name_of("1.014955-xoa"));
    }

    fn sum(text: &str) -> String {
        Sha384::digest(text.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
    }
}
