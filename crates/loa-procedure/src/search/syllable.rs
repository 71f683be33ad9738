//! Syllables, folded: what names and questions are compared by.

use loa_plan::words::fold;

/// The syllables of a text in small letters without accents; signs part them and are left out.
pub(super) fn syllables(text: &str) -> Vec<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Whether a text has accents, so that it can be held against words with theirs.
pub(super) fn is_accented(text: &str) -> bool {
    let small: String = text.chars().flat_map(char::to_lowercase).collect();
    fold(&small) != small
}

/// The text in small letters, with one place for the tone mark: `hoà` and `hòa` are the same word.
pub(super) fn spelled(text: &str) -> String {
    let mut small: String = text.chars().flat_map(char::to_lowercase).collect();
    for (old, new) in PLACES {
        if small.contains(old) {
            small = small.replace(old, new);
        }
    }
    small
}

/// The tone on the last vowel, as in older spelling, and on the first, where nothing follows. `úy` is `uý` in all spellings
/// after a `q`, so that pair is left alone there by being the same on both sides.
const PLACES: [(&str, &str); 15] = [
    ("oà", "òa"),
    ("oá", "óa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oè", "òe"),
    ("oé", "óe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uỳ", "ùy"),
    ("uý", "úy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_part_syllables() {
        assert_eq!(syllables("Nhận cha, mẹ/con (xã)"), ["nhan", "cha", "me", "con", "xa"]);
        assert_eq!(syllables(" … "), [""; 0]);
    }

    #[test]
    fn old_and_new_places_of_the_tone_are_one() {
        assert_eq!(spelled("Hoà giải, uỷ quyền, Hoàn"), spelled("hòa giải, ủy quyền, hòan"));
        assert_eq!(spelled("quý"), spelled("quý"));
    }

    #[test]
    fn accents_are_seen() {
        assert!(is_accented("Đăng ký"));
        assert!(!is_accented("DANG KY"));
    }
}
