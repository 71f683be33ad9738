//! Vietnamese words as plain letters, for ids and for finding the nearest known word.

/// The text in small letters without accents: `Đăng ký` becomes `dang ky`.
///
/// Without the feature `unicode` only Vietnamese letters lose their accents, and only in composed form.
#[must_use]
pub fn fold(text: &str) -> String {
    #[cfg(feature = "unicode")]
    return by_tables(text);
    #[cfg(not(feature = "unicode"))]
    return by_letters(text);
}

#[cfg(feature = "unicode")]
fn by_tables(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// Each plain letter with those that it becomes under Vietnamese accents.
#[cfg(any(test, not(feature = "unicode")))]
const LETTERS: [(char, &str); 7] = [
    ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
    ('d', "đ"),
    ('e', "èéẻẽẹêềếểễệ"),
    ('i', "ìíỉĩị"),
    ('o', "òóỏõọôồốổỗộơờớởỡợ"),
    ('u', "ùúủũụưừứửữự"),
    ('y', "ỳýỷỹỵ"),
];

/// Unicode's tables weigh 60 KB, which pages would fetch for nothing else.
#[cfg(any(test, not(feature = "unicode")))]
fn by_letters(text: &str) -> String {
    let plain = |c| LETTERS.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |(plain, _)| *plain);
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// The nearest text that is an id: `Đăng ký khai sinh` becomes `dang-ky-khai-sinh`.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// The word among `known` that is nearest to `word`, when it is near enough to be a slip of the pen.
///
/// Else the first one that goes on after `word` with a hyphen: `nd-224-2026` for `nd-224`.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word);
    let limit = (word.chars().count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let folded = fold(candidate);
        let goes_on = word.len() > 1 && folded.strip_prefix(&word).is_some_and(|rest| rest.starts_with('-'));
        let distance = distance(&word, &folded);
        // What goes on is told only when nothing is near.
        let rank = if distance <= limit { distance } else { usize::MAX };
        if (distance <= limit || goes_on) && best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How many letters must be added, dropped, changed or swapped with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut cost = (rows[i][j] + usize::from(x != y)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                cost = cost.min(rows[i - 1][j - 1] + 1);
            }
            row.push(cost);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "unicode")]
    fn vietnamese_letters_fold_without_tables_as_with_them() {
        for (plain, accented) in LETTERS {
            for letter in accented.chars().flat_map(|c| [c.to_string(), c.to_uppercase().to_string()]) {
                assert_eq!(by_letters(&letter), plain.to_string(), "{letter}");
                assert_eq!(by_letters(&letter), by_tables(&letter), "{letter}");
            }
        }
        let text = "Đơn TỐ CÁO, khiếu nại về ổ gà ở Hà Nội, 12 km";
        assert_eq!(by_letters(text), by_tables(text));
    }

    #[test]
    #[cfg(feature = "unicode")]
    fn accents_fold_away_also_when_they_are_written_apart() {
        assert_eq!(fold("Đăng ký hộ tịch"), "dang ky ho tich");
        assert_eq!(fold("hoa\u{300}"), fold("hoà"));
    }

    #[test]
    fn the_nearest_word_is_suggested_and_a_far_one_is_not() {
        assert_eq!(nearest("tittle", ["title", "text"]), Some("title"));
        assert_eq!(nearest("strats", ["starts", "ends"]), Some("starts"));
        assert_eq!(nearest("giai-đoạn-1", ["giai-doan-1"]), Some("giai-doan-1"));
        assert_eq!(nearest("colour", ["title", "text"]), None);
    }

    #[test]
    fn an_id_that_goes_on_after_the_word_is_suggested_when_nothing_is_nearer() {
        let known = ["nd-225", "nd-224-2026", "nd-224-2027"];
        assert_eq!(nearest("nd-224", known), Some("nd-225"));
        assert_eq!(nearest("nd-224", ["qd-06", "nd-224-2026", "nd-224-2027"]), Some("nd-224-2026"));
        assert_eq!(nearest("nd-22", ["nd-224-2026"]), None);
    }
}
