//! A budget and what was measured for it.

use serde_json::{Value, json};

/// One line of the budgets, such as B8.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Budget {
    pub id: &'static str,
    pub what: String,
    pub unit: Unit,
    /// None when it could not be measured, which is not the same as met.
    pub measured: Option<f64>,
    pub limit: Option<f64>,
}

/// How a figure is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Bytes,
    Milliseconds,
    /// How many in a second: the one unit of which more is better.
    EachSecond,
    /// A share of something, or a count: without a unit.
    Plain,
}

impl Unit {
    pub(super) fn write(self, value: f64) -> String {
        match self {
            Self::Bytes => format!("{value:.0} B"),
            Self::Milliseconds if value.abs() < 10.0 => format!("{value:.2} ms"),
            Self::Milliseconds => format!("{value:.0} ms"),
            Self::EachSecond => format!("{value:.0} a second"),
            Self::Plain if value.fract() == 0.0 => format!("{value:.0}"),
            Self::Plain => format!("{value:.3}"),
        }
    }
}

impl Budget {
    /// `met`, `OVER by 10 ms`, `SHORT by 10 a second`, or `not measured`.
    pub(super) fn verdict(&self) -> String {
        match (self.measured, self.limit) {
            (Some(measured), Some(limit)) if self.unit == Unit::EachSecond && measured < limit => {
                format!("SHORT by {}", self.unit.write(limit - measured))
            }
            (Some(_), Some(_)) if self.unit == Unit::EachSecond => "met".to_owned(),
            (Some(measured), Some(limit)) if measured <= limit => "met".to_owned(),
            (Some(measured), Some(limit)) => format!("OVER by {}", self.unit.write(measured - limit)),
            _ => "not measured".to_owned(),
        }
    }

    /// `B8  guide ready …   1500 ms of 1400 ms, OVER by 100 ms`.
    pub(super) fn line(&self) -> String {
        let figure = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| self.unit.write(value));
        format!(
            "{:<4} {:<58} {:>10} of {:>10}  {}\n",
            self.id,
            self.what,
            figure(self.measured),
            figure(self.limit),
            self.verdict()
        )
    }

    pub(super) fn json(&self) -> Value {
        let unit = match self.unit {
            Unit::Bytes => "bytes",
            Unit::Milliseconds => "ms",
            Unit::EachSecond => "each second",
            Unit::Plain => "",
        };
        json!({
            "id": self.id, "what": self.what, "measured": self.measured, "limit": self.limit, "unit": unit,
            "verdict": self.verdict(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(measured: Option<f64>) -> Budget {
        Budget { id: "B8", what: "guide ready".to_owned(), unit: Unit::Milliseconds, measured, limit: Some(1400.0) }
    }

    #[test]
    fn a_budget_is_met_or_missed_by_something_or_not_measured() {
        assert_eq!(of(Some(1400.0)).verdict(), "met");
        assert_eq!(of(Some(1405.5)).verdict(), "OVER by 5.50 ms");
        assert_eq!(of(None).verdict(), "not measured");
        assert_eq!(of(None).json()["measured"], Value::Null);
    }

    #[test]
    fn of_what_is_counted_in_a_second_more_is_better() {
        let of = |measured| Budget { unit: Unit::EachSecond, ..of(Some(measured)) };
        assert_eq!([of(1300.0).verdict(), of(1400.0).verdict()], ["SHORT by 100 a second", "met"]);
    }

    #[test]
    fn figures_are_written_in_their_unit() {
        assert_eq!(Unit::Bytes.write(42000.0), "42000 B");
        assert_eq!(Unit::Milliseconds.write(1234.56), "1235 ms");
        assert_eq!(Unit::Plain.write(1.0), "1");
        assert_eq!(Unit::Plain.write(1.0512), "1.051");
    }
}
