//! An amount of money as the catalogue has it.

use std::fmt;

/// Đồng, as the catalogue has them; zero is what it has in many places where it means that it does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Amount(pub u64);

/// `20.000 đồng`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        f.write_str(" đồng")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_as_people_here_do() {
        let written = [0, 100, 8000, 155_000, 1_500_000].map(|vnd| Amount(vnd).to_string());
        assert_eq!(written, ["0 đồng", "100 đồng", "8.000 đồng", "155.000 đồng", "1.500.000 đồng"]);
    }
}
