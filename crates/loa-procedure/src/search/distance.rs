//! A slip of the finger in one syllable.

/// Whether one letter was added, dropped, changed, or swapped with its neighbour.
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let rest = |bytes: &[u8], from: usize| bytes.get(from..).unwrap_or_default().to_vec();
    match long.len() - short.len() {
        0 => {
            let swapped = short.get(same).is_some()
                && short.get(same) == long.get(same + 1)
                && short.get(same + 1) == long.get(same)
                && rest(short, same + 2) == rest(long, same + 2);
            swapped || (same < short.len() && rest(short, same + 1) == rest(long, same + 1))
        }
        1 => rest(short, same) == rest(long, same + 1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_a_slip_and_two_are_another_word() {
        for slip in ["khaii", "kha", "khsi", "kahi", "lkhai"] {
            assert!(is_slip(slip, "khai"), "{slip}");
        }
        for other in ["khai", "kh", "khoan", "ikah", ""] {
            assert!(!is_slip(other, "khai"), "{other}");
        }
    }
}
