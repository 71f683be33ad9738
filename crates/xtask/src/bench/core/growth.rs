//! Whether the time grows as the campaign does, or faster.

use std::collections::BTreeMap;

use super::row::Row;

/// Below, what every campaign has outweighs what grows.
const SMALLEST: usize = 1_000;

/// How far above 1 the exponent may be by noise and by memory that no cache holds.
const LINEAR: f64 = 1.1;

/// How the time of one thing grows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Growth {
    pub(super) name: String,
    /// Microseconds for each guide, by the number of guides.
    pub(super) each: Vec<(usize, f64)>,
    /// Twice the guides take 2 to the power of this times as long.
    pub(super) exponent: f64,
}

impl Growth {
    pub(super) fn is_linear(&self) -> bool {
        self.exponent <= LINEAR
    }

    pub(super) fn to_text(&self) -> String {
        let each: Vec<String> = self.each.iter().map(|(guides, time)| format!("{time:.2} µs at {guides}")).collect();
        let verdict = if self.is_linear() { "linear" } else { "faster than linear" };
        format!("{:<47} {verdict} (exponent {:.2}): {}", self.name, self.exponent, each.join(", "))
    }
}

/// The growth of everything that was measured at two sizes or more.
pub(super) fn of(rows: &[Row]) -> Vec<Growth> {
    let mut points: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.guides >= SMALLEST) {
        points.entry(&row.name).or_default().push((row.guides, row.ours));
    }
    points.into_iter().filter(|(_, points)| points.len() > 1).map(|(name, points)| fit(name, &points)).collect()
}

/// The least squares through the logarithms.
fn fit(name: &str, points: &[(usize, f64)]) -> Growth {
    let logarithms: Vec<(f64, f64)> = points.iter().map(|(guides, time)| (number(*guides).ln(), time.ln())).collect();
    let count = number(logarithms.len());
    let (x, y) = logarithms.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / count, y + point.1 / count));
    let (both, square) = logarithms.iter().fold((0.0, 0.0), |(both, square), point| {
        (both + (point.0 - x) * (point.1 - y), square + (point.0 - x).powi(2))
    });
    let each = points.iter().map(|(guides, time)| (*guides, time * 1e6 / number(*guides))).collect();
    Growth { name: name.to_owned(), each, exponent: both / square }
}

#[allow(clippy::cast_precision_loss, reason = "no campaign has as many guides as that")]
fn number(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_times_the_time_for_ten_times_the_guides_is_linear() {
        let growth = fit("a", &[(1_000, 0.001), (10_000, 0.01), (100_000, 0.1)]);
        assert!((growth.exponent - 1.0).abs() < 1e-9 && growth.is_linear());
        assert!(
            growth.to_text().ends_with("linear (exponent 1.00): 1.00 µs at 1000, 1.00 µs at 10000, 1.00 µs at 100000")
        );
    }

    #[test]
    fn everything_compared_with_everything_is_not() {
        let growth = fit("a", &[(1_000, 1.0), (10_000, 100.0)]);
        assert!((growth.exponent - 2.0).abs() < 1e-9 && !growth.is_linear());
    }

    #[test]
    fn small_campaigns_and_single_points_say_nothing() {
        let row = |guides| Row {
            budget: "B13",
            name: "a".to_owned(),
            guides,
            ours: 1.0,
            peer: None,
            limit: None,
            memory: None,
        };
        assert!(of(&[row(10), row(1_000)]).is_empty());
        assert_eq!(of(&[row(10), row(1_000), row(10_000)]).len(), 1);
    }
}
