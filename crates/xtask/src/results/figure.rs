//! Figures as they are written in Vietnamese, with the unit.

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Bytes,
    Milliseconds,
    Seconds,
    Times,
    /// The one unit of which more is better.
    EachSecond,
    Plain,
}

impl Unit {
    /// By the word in a file of results.
    pub(super) fn named(word: &str) -> Self {
        match word {
            "bytes" => Self::Bytes,
            "ms" => Self::Milliseconds,
            "seconds" => Self::Seconds,
            "times the peer" => Self::Times,
            "each second" => Self::EachSecond,
            _ => Self::Plain,
        }
    }

    pub(super) fn write(self, value: f64) -> String {
        match self {
            Self::Bytes => format!("{} byte", number(value, 0)),
            Self::Milliseconds if value.abs() < 10.0 => format!("{} ms", number(value, 2)),
            Self::Milliseconds => format!("{} ms", number(value, 0)),
            Self::Seconds => format!("{} giây", number(value, 2)),
            Self::Times => format!("{} lần", number(value, 2)),
            Self::EachSecond => format!("{} lượt mỗi giây", number(value, 0)),
            Self::Plain if value.fract() == 0.0 => number(value, 0),
            Self::Plain => number(value, 3),
        }
    }

    /// A dash for what was not measured, which is not the same as zero.
    pub(super) fn write_or_dash(self, value: Option<f64>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| self.write(value))
    }
}

/// Whether a budget is met, and by how much not.
pub(super) fn verdict(measured: Option<f64>, limit: Option<f64>, unit: Unit) -> String {
    match (measured, limit) {
        (Some(measured), Some(limit)) if unit == Unit::EachSecond && measured < limit => {
            format!("thiếu {}", unit.write(limit - measured))
        }
        (Some(_), Some(_)) if unit == Unit::EachSecond => "đạt".to_owned(),
        (Some(measured), Some(limit)) if measured <= limit => "đạt".to_owned(),
        (Some(measured), Some(limit)) => format!("vượt {}", unit.write(measured - limit)),
        (None, Some(_)) => "chưa đo".to_owned(),
        _ => "–".to_owned(),
    }
}

/// `0,93`.
pub(super) fn ratio(ours: Option<f64>, other: Option<f64>) -> String {
    match (ours, other) {
        (Some(ours), Some(other)) if other > 0.0 => number(ours / other, 2),
        _ => "–".to_owned(),
    }
}

/// With a dot between thousands and a comma before what is below one.
fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let (whole, below) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    let comma = if below.is_empty() { "" } else { "," };
    format!("{sign}{grouped}{comma}{below}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_people_here_do() {
        assert_eq!(Unit::Bytes.write(1_234_567.0), "1.234.567 byte");
        assert_eq!(Unit::Milliseconds.write(1234.56), "1.235 ms");
        assert_eq!(Unit::Milliseconds.write(0.5), "0,50 ms");
        assert_eq!(Unit::Plain.write(5.0), "5");
        assert_eq!(Unit::Plain.write(-0.25), "−0,250");
        assert_eq!(Unit::named("seconds").write(2.0), "2,00 giây");
    }

    #[test]
    fn a_budget_is_met_or_missed_by_something_or_not_measured() {
        assert_eq!(verdict(Some(1.0), Some(1.0), Unit::Bytes), "đạt");
        assert_eq!(verdict(Some(1200.0), Some(1000.0), Unit::Bytes), "vượt 200 byte");
        assert_eq!(verdict(Some(900.0), Some(1000.0), Unit::EachSecond), "thiếu 100 lượt mỗi giây");
        assert_eq!(verdict(Some(1100.0), Some(1000.0), Unit::EachSecond), "đạt");
        assert_eq!(verdict(None, Some(1000.0), Unit::Bytes), "chưa đo");
        assert_eq!(verdict(Some(1.0), None, Unit::Bytes), "–");
    }

    #[test]
    fn what_is_not_known_has_a_dash() {
        assert_eq!(Unit::Bytes.write_or_dash(None), "–");
        assert_eq!(ratio(Some(1.0), None), "–");
        assert_eq!(ratio(Some(1.0), Some(4.0)), "0,25");
    }
}
