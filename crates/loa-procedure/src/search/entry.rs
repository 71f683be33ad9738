//! What is searched: a code, a name, and how far the procedure is from an ordinary person.

use crate::procedure::Procedure;

/// Whose matter a procedure is; of two equal names the nearer one comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Reach {
    /// Taken in by the commune, for everybody.
    Commune = 0,
    /// For everybody, taken in elsewhere or not said where.
    People = 1,
    /// For organisations, or taken in by a ministry.
    Far = 2,
    /// Taken in abroad.
    Abroad = 3,
    /// Between offices, or of another province.
    Others = 4,
}

impl Reach {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 5] = [Self::Commune, Self::People, Self::Far, Self::Abroad, Self::Others];

    /// What is added to how near a name is, found by trying: less than one word of a question.
    pub(super) const fn weight(self) -> f32 {
        match self {
            Self::Commune => 0.09,
            Self::People => 0.03,
            Self::Far => -0.02,
            Self::Abroad => -0.06,
            Self::Others => -0.30,
        }
    }
}

/// A procedure that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its code, as it was found.
    pub code: String,
    /// Its name, in one line.
    pub name: String,
    /// Whose matter it is.
    pub reach: Reach,
}

impl Entry {
    /// A procedure for everybody.
    pub fn new(code: impl Into<String>, name: impl Into<String>) -> Self {
        Self { code: code.into(), name: name.into(), reach: Reach::People }
    }

    /// The entry of a record.
    #[must_use]
    pub fn of(procedure: &Procedure, province: Option<&str>) -> Self {
        let agencies: Vec<&str> = procedure.done_by.iter().map(String::as_str).collect();
        let reach =
            reach(&procedure.name, &agencies, &procedure.subjects, procedure.promulgated_by.as_deref(), province);
        Self { code: procedure.code.to_string(), name: procedure.name.clone(), reach }
    }

    /// The entry of a row of a list.
    #[cfg(feature = "catalogue")]
    #[must_use]
    pub fn of_row(row: &crate::catalogue::Row, province: Option<&str>) -> Self {
        let agencies: Vec<&str> = row.agencies.iter().map(String::as_str).collect();
        let by = row.promulgated_by.as_deref();
        let reach = match row.scope {
            crate::catalogue::Scope::Internal => Reach::Others,
            _ => reach(&row.name, &agencies, &row.subjects, by, province),
        };
        Self { code: row.code.to_string(), name: row.name.clone(), reach }
    }
}

/// Whose matter a procedure is, by who takes it in, for whom it is, and which province made it.
///
/// `province` is the issuer of the plan, in any words that name its province.
fn reach(name: &str, agencies: &[&str], subjects: &[String], by: Option<&str>, province: Option<&str>) -> Reach {
    use loa_plan::words::fold;
    let by = by.map(fold).unwrap_or_default();
    if let Some(of) = local(&by)
        && !province.is_some_and(|province| fold(province).contains(of))
    {
        return Reach::Others;
    }
    let agencies = fold(&agencies.join("; "));
    let name = fold(name);
    if agencies.contains("o nuoc ngoai") || name.contains("co quan dai dien") {
        return Reach::Abroad;
    }
    if agencies.contains("cap xa") || agencies.contains("ubnd xa") || name.contains("cap xa") {
        return Reach::Commune;
    }
    let is_central = ["bo ", "cuc ", "ngan hang nha nuoc", "tong cuc "].iter().any(|start| agencies.starts_with(start));
    let is_for_people =
        subjects.is_empty() || subjects.iter().any(|subject| fold(subject).contains("cong dan viet nam"));
    if is_central || !is_for_people { Reach::Far } else { Reach::People }
}

/// The province of a folded name such as `ubnd tinh lao cai`.
fn local(by: &str) -> Option<&str> {
    let rest = by.strip_prefix("ubnd ").or_else(|| by.strip_prefix("uy ban nhan dan "))?;
    rest.strip_prefix("tinh ")
        .or_else(|| rest.strip_prefix("thanh pho "))
        .or_else(|| rest.strip_prefix("tp "))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, agency: &str, by: &str, province: Option<&str>) -> Reach {
        reach(name, &[agency], &["Công dân Việt Nam".to_owned()], Some(by), province)
    }

    #[test]
    fn the_commune_is_nearest_and_other_provinces_are_farthest() {
        assert_eq!(of("Đăng ký kết hôn", "Ủy ban nhân dân cấp xã", "Bộ Tư pháp", None), Reach::Commune);
        assert_eq!(of("Khóa căn cước (thực hiện tại cấp xã)", "", "Bộ Công an", None), Reach::Commune);
        assert_eq!(of("Đăng ký kết hôn", "", "Bộ Tư pháp", None), Reach::People);
        assert_eq!(of("Cấp phép", "Bộ Công Thương", "Bộ Công Thương", None), Reach::Far);
        assert_eq!(of("Chứng thực", "Cơ quan đại diện Việt Nam ở nước ngoài", "Bộ Ngoại giao", None), Reach::Abroad);
        let of_province = |issuer| of("Hỗ trợ", "Sở Y tế", "UBND Thành phố Hà Nội", issuer);
        assert_eq!(of_province(Some("Ủy ban nhân dân thành phố Hà Nội")), Reach::People);
        assert_eq!(of_province(Some("UBND tỉnh Lào Cai")), Reach::Others);
        assert_eq!(of_province(None), Reach::Others);
    }
}
