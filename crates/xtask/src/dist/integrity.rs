//! What the bytes of each file must be, as browsers write it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha384};

use super::File;

/// `sha384-…`, for `integrity="…"`.
pub(super) fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// `integrity.json`: each file that a page loads, with its sum, its size and what it is for.
pub(super) fn list(files: &[File]) -> String {
    let entry = |file: &File| {
        let role = file.role?.name();
        Some((file.name.clone(), json!({ "integrity": file.integrity(), "size": file.bytes.len(), "role": role })))
    };
    let list: Map<String, Value> = files.iter().filter_map(entry).collect();
    format!("{:#}\n", Value::Object(list))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::Role;

    #[test]
    fn a_file_is_listed_with_its_sum_its_size_and_its_role() {
        let files = [File::of("loa.css", Role::Style, b"abc".to_vec()), File::text("HOW-TO.txt", None, String::new())];
        let list: Value = serde_json::from_str(&list(&files)).unwrap();
        // The sum of "abc" is an example of FIPS 180-4.
        let sum = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(list, json!({ "loa.css": { "integrity": sum, "size": 3, "role": "style" } }));
    }
}
