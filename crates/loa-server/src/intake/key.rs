//! A key for a form that cannot make one: static HTML is the same for everybody, and no script runs.

use loa_feedback::Draft;
use sha2::{Digest, Sha256};

/// The same for the same content, so that sending a form twice, or reloading the page after it, is harmless.
///
/// It is made of personal data, and goes when that goes, with the receipt.
pub(super) fn of_content(draft: &Draft) -> String {
    let Draft { campaign, actor, kind, procedure, text, name, address, phone, email, consents, .. } = draft;
    let mut hash = Sha256::new();
    let fields = [campaign, actor, kind, procedure, text, name, address, phone, email];
    for field in fields.into_iter().chain(consents) {
        hash.update((field.len() as u64).to_le_bytes());
        hash.update(field.as_bytes());
    }
    let mut key = String::from("form-");
    for byte in hash.finalize().iter().take(20) {
        key.push_str(&format!("{byte:02x}"));
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_content_has_the_same_key_and_another_has_another() {
        let draft = Draft { name: "ab".to_owned(), address: "c".to_owned(), ..Draft::default() };
        let moved = Draft { name: "a".to_owned(), address: "bc".to_owned(), ..Draft::default() };
        assert_eq!(of_content(&draft), of_content(&draft.clone()));
        assert_ne!(of_content(&draft), of_content(&moved));
        assert!(loa_feedback::submission::IdempotencyKey::new(&of_content(&draft)).is_ok());
    }
}
