//! The folders as a zip that is the same whenever it is made.

use std::io::{Cursor, Write};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Folder;

/// Every entry has the same time and the same rights.
pub(super) fn zip(folders: &[&Folder]) -> Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for folder in folders {
        for file in &folder.files {
            let name = format!("{}/{}", folder.name, file.name);
            let options = SimpleFileOptions::default()
                .compression_method(method(&file.name))
                .last_modified_time(DateTime::default())
                .unix_permissions(0o644);
            let written = writer.start_file(&*name, options).map_err(anyhow::Error::from);
            written
                .and_then(|()| Ok(writer.write_all(&file.bytes)?))
                .with_context(|| format!("`{name}` cannot be packed"))?;
        }
    }
    Ok(writer.finish()?.into_inner())
}

/// What is compressed already does not become smaller.
fn method(name: &str) -> CompressionMethod {
    match [".br", ".gz", ".bin"].iter().any(|ending| name.ends_with(ending)) {
        true => CompressionMethod::Stored,
        false => CompressionMethod::Deflated,
    }
}
