//! How far a target is reached on a date; what is not known stays unknown.

mod total;

use chrono::NaiveDate;

use crate::denominator::{denominator, size};
use crate::schedule::Period;
use crate::succession::{UnknownActor, find};
use crate::{ActorId, Amount, Cite, Count, Known, Measurement, Percent, Plan, Target, Text};

/// How far a target is reached on a date.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress<'p> {
    /// The value, or why there is none; no figure is never zero.
    pub value: Known<Amount>,
    /// The goal.
    pub goal: &'p Known<Amount>,
    /// Whether the goal is reached; none when value or goal is not known, or they have different units.
    pub reached: Option<bool>,
    /// The period that the value is of.
    pub period: Option<Period>,
    /// How many agencies the target stands for on the date; none when it is not a share of agencies.
    pub denominator: Option<Known<Count>>,
    /// Whether the value, or a part of it, was made up for a demonstration.
    pub illustrative: bool,
    /// Where the value comes from.
    pub sources: Vec<&'p Cite>,
    /// What a reader should know about the value.
    pub notes: Vec<&'p Text>,
}

/// Progress of everybody together.
///
/// It is the latest figure that was given for everybody; where there is none, the figures of all agencies that the
/// target is of, for the latest period for which each of them has one. A figure whose period ends after `date` is
/// not used, so that no day knows the future.
#[must_use]
pub fn total<'p>(plan: &'p Plan, target: &'p Target, date: NaiveDate) -> Progress<'p> {
    let figure = latest_of(plan, target, None, date)
        .map(Figure::of)
        .or_else(|| total::sum(plan, target, &target.of, date))
        .unwrap_or_else(Figure::none);
    let denominator = (!target.of.is_empty()).then(|| denominator(plan, &target.of, date));
    figure.against(target, denominator)
}

/// Progress of one agency, or of one group of agencies.
///
/// # Errors
/// [`UnknownActor`] with the nearest id when the plan has no such agency.
pub fn of_actor<'p>(
    plan: &'p Plan,
    target: &'p Target,
    actor: &str,
    date: NaiveDate,
) -> Result<Progress<'p>, UnknownActor> {
    let actor = find(plan, actor)?;
    let figure = latest_of(plan, target, Some(&actor.id), date)
        .map(Figure::of)
        .or_else(|| total::sum(plan, target, std::slice::from_ref(&actor.id), date))
        .unwrap_or_else(Figure::none);
    Ok(figure.against(target, Some(size(plan, actor, date))))
}

/// The latest of `periods` that has ended on `date`; of several that end on the same day the one that began last.
#[must_use]
pub fn latest(periods: &[Period], date: NaiveDate) -> Option<usize> {
    let ended = periods.iter().enumerate().filter(|(_, period)| period.ends <= date);
    ended.max_by_key(|(_, period)| (period.ends, period.starts)).map(|(i, _)| i)
}

/// Whether `value` reaches `goal`; none when they have different units.
#[must_use]
pub fn reached(value: Amount, goal: Amount) -> Option<bool> {
    match (value, goal) {
        (Amount::Percent(value), Amount::Percent(goal)) => Some(value >= goal),
        (Amount::Count(value), Amount::Count(goal)) => Some(value >= goal),
        _ => None,
    }
}

/// The value of a measurement: as given, else the share of its two parts.
#[must_use]
pub fn amount(measurement: &Measurement) -> Option<Amount> {
    let share = || Percent::of(measurement.numerator?, measurement.denominator?).map(Amount::Percent);
    measurement.value.or_else(share)
}

/// A value with what belongs to it.
struct Figure<'p> {
    value: Known<Amount>,
    period: Option<Period>,
    measurements: Vec<&'p Measurement>,
}

impl<'p> Figure<'p> {
    fn of(measurement: &'p Measurement) -> Self {
        let value = amount(measurement).map_or_else(no_value, Known::Is);
        Self { value, period: Some(Period::from(measurement)), measurements: vec![measurement] }
    }

    fn none() -> Self {
        let unknown = Text::bilingual("chưa có số liệu".to_owned(), "no figure yet".to_owned());
        Self { value: Known::Unknown { unknown }, period: None, measurements: Vec::new() }
    }

    fn against(self, target: &'p Target, denominator: Option<Known<Count>>) -> Progress<'p> {
        let reached = self.value.get().zip(target.goal.get()).and_then(|(value, goal)| reached(*value, *goal));
        let mut sources: Vec<&Cite> = Vec::new();
        let mut notes: Vec<&Text> = Vec::new();
        for measurement in &self.measurements {
            sources.extend(measurement.source.as_ref().filter(|source| !sources.contains(source)));
            notes.extend(measurement.note.as_ref().filter(|note| !notes.contains(note)));
        }
        Progress {
            value: self.value,
            goal: &target.goal,
            reached,
            period: self.period,
            denominator,
            illustrative: self.measurements.iter().any(|measurement| measurement.illustrative),
            sources,
            notes,
        }
    }
}

impl From<&Measurement> for Period {
    fn from(measurement: &Measurement) -> Self {
        Self { starts: measurement.from, ends: measurement.until }
    }
}

/// The measurements that speak to `target` and were over on `date`.
fn speaking_to<'p>(plan: &'p Plan, target: &'p Target, date: NaiveDate) -> impl Iterator<Item = &'p Measurement> {
    plan.measurements.iter().filter(move |measurement| {
        target.indicator.as_ref() == Some(&measurement.indicator)
            && measurement.target.as_ref().is_none_or(|id| *id == target.id)
            && measurement.until <= date
    })
}

fn latest_of<'p>(
    plan: &'p Plan,
    target: &'p Target,
    actor: Option<&ActorId>,
    date: NaiveDate,
) -> Option<&'p Measurement> {
    let own: Vec<&Measurement> =
        speaking_to(plan, target, date).filter(|measurement| measurement.actor.as_ref() == actor).collect();
    let periods: Vec<Period> = own.iter().map(|measurement| Period::from(*measurement)).collect();
    latest(&periods, date).and_then(|i| own.get(i).copied())
}

fn no_value() -> Known<Amount> {
    let vi = "số liệu không có giá trị và không tính được từ tử số, mẫu số".to_owned();
    let en = "the figure has no value, and none follows from its two parts".to_owned();
    Known::Unknown { unknown: Text::bilingual(vi, en) }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::date;

    fn plan() -> Plan {
        Plan::from_toml(include_str!("../../../../tests/fixtures/two-tiers.toml")).unwrap()
    }

    /// Value, denominator, and whether the goal is reached.
    fn shown(progress: &Progress<'_>) -> String {
        let value = match &progress.value {
            Known::Is(Amount::Percent(percent)) => percent.to_string(),
            Known::Is(Amount::Count(count)) => count.to_string(),
            Known::Unknown { unknown } => unknown.to_string(),
        };
        let of = match &progress.denominator {
            Some(Known::Is(count)) => format!(" of {count}"),
            Some(Known::Unknown { unknown }) => format!(" of unknown ({unknown})"),
            None => String::new(),
        };
        let reached = match progress.reached {
            Some(true) => ", reached",
            Some(false) => ", not reached",
            None => "",
        };
        format!("{value}{of}{reached}")
    }

    fn in_total(target: &str, on: &str) -> String {
        let plan = plan();
        let target = plan.targets.iter().find(|t| t.id.as_str() == target).unwrap();
        shown(&total(&plan, target, date::parse(on).unwrap()))
    }

    fn of(actor: &str, on: &str) -> String {
        let plan = plan();
        shown(&of_actor(&plan, &plan.targets[0], actor, date::parse(on).unwrap()).unwrap())
    }

    #[test]
    fn a_figure_is_used_from_the_last_day_of_its_period() {
        assert_eq!(of("xa-bac", "2025-06-30"), "chưa có số liệu of 1");
        assert_eq!(of("xa-bac", "2025-07-01"), "chưa có số liệu of 1");
        assert_eq!(of("xa-bac", "2025-07-31"), "70 % of 1, reached");
        assert_eq!(of("xa-bac", "2025-12-31"), "90 % of 1, reached");
        assert_eq!(of("xa-bac", "2026-01-01"), "90 % of 1, reached");
    }

    #[test]
    fn the_latest_figure_for_everybody_is_the_total() {
        let unknown = "of unknown (Các sở: không tìm thấy danh sách)";
        assert_eq!(in_total("diem", "2025-06-29"), format!("chưa có số liệu {unknown}"));
        assert_eq!(in_total("diem", "2025-06-30"), format!("4 {unknown}, not reached"));
        assert_eq!(in_total("diem", "2025-07-01"), format!("4 {unknown}, not reached"));
        assert_eq!(in_total("diem", "2025-12-31"), format!("6 {unknown}, reached"));
        assert_eq!(in_total("diem", "2026-01-01"), format!("6 {unknown}, reached"));
    }

    #[test]
    fn the_denominator_is_that_of_the_date() {
        assert_eq!(in_total("truc-tuyen", "2025-06-30"), "chưa có số liệu of 4");
        assert_eq!(in_total("truc-tuyen", "2025-07-01"), "chưa có số liệu of 3");
        // 70 + 30 + 20 out of 100 + 50 + 50, and not the mean of 70 %, 60 % and 40 %.
        assert_eq!(in_total("truc-tuyen", "2025-07-31"), "60 % of 3, reached");
    }

    #[test]
    fn what_is_made_up_stays_marked_in_the_total() {
        let plan = plan();
        let day = date::parse("2025-07-31").unwrap();
        assert!(total(&plan, &plan.targets[0], day).illustrative);
        assert!(!of_actor(&plan, &plan.targets[0], "xa-bac", day).unwrap().illustrative);
    }

    #[test]
    fn a_target_without_indicator_or_with_an_unknown_goal_is_neither_reached_nor_missed() {
        assert_eq!(in_total("hai-long", "2025-12-31"), "chưa có số liệu");
        let count = |n| Amount::Count(Count::new(n).unwrap());
        assert_eq!(reached(count(100), Amount::Percent(Percent::ALL)), None);
        assert_eq!(reached(count(5), count(5)), Some(true));
    }

    #[test]
    fn a_figure_without_a_value_is_unknown() {
        let mut plan = plan();
        plan.measurements[0].denominator = None;
        let progress = of_actor(&plan, &plan.targets[0], "xa-bac", date::parse("2025-07-31").unwrap()).unwrap();
        assert_eq!(shown(&progress), "số liệu không có giá trị và không tính được từ tử số, mẫu số of 1");
    }

    #[test]
    fn an_unknown_agency_is_an_error() {
        let plan = plan();
        let error = of_actor(&plan, &plan.targets[0], "xa-bacc", date::parse("2025-07-31").unwrap()).unwrap_err();
        assert_eq!(error.to_string(), "the plan has no actor `xa-bacc`, did you mean `xa-bac`?");
    }
}
