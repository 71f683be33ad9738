//! A total from the figures of each agency; only a complete one is a total.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Figure, amount, speaking_to};
use crate::denominator::denominator;
use crate::membership::{self, groups, members};
use crate::schedule::Period;
use crate::succession::{Existence, existence};
use crate::{Actor, ActorId, Amount, Count, Known, Measurement, Percent, Plan, Target, Text};

/// The total of the agencies `of` for the latest period for which each has a figure; none when nobody has any.
pub(super) fn sum<'p>(plan: &'p Plan, target: &'p Target, of: &[ActorId], date: NaiveDate) -> Option<Figure<'p>> {
    let figures: Vec<&Measurement> = speaking_to(plan, target, date)
        .filter(|m| {
            m.actor.as_ref().and_then(|id| membership::get(plan, id.as_str())).is_some_and(|actor| {
                of.contains(&actor.id) || groups(plan, actor).iter().any(|group| of.contains(&group.id))
            })
        })
        .collect();
    let periods: BTreeSet<(NaiveDate, NaiveDate)> = figures.iter().map(|m| (m.until, m.from)).collect();
    let mut newest = None;
    for (until, from) in periods.into_iter().rev() {
        let period = Period { starts: from, ends: until };
        let given: Vec<&Measurement> = figures.iter().copied().filter(|m| Period::from(*m) == period).collect();
        let mut part = Part::default();
        for actor in top(plan, of, until) {
            part.take(plan, actor, &given, until);
        }
        if part.is_complete() {
            let value = part.value();
            return Some(Figure { value, period: Some(period), measurements: part.measurements });
        }
        newest.get_or_insert((period, part));
    }
    let (period, part) = newest?;
    let value = Known::Unknown { unknown: part.coverage(denominator(plan, of, period.ends)) };
    // Nothing is shown of figures that do not make a total, hence no period and no sources.
    Some(Figure { value, period: None, measurements: Vec::new() })
}

/// The agencies of `of` that exist on `date`, without those whose group is there too.
fn top<'p>(plan: &'p Plan, of: &[ActorId], date: NaiveDate) -> Vec<&'p Actor> {
    plan.actors
        .iter()
        .filter(|actor| of.contains(&actor.id) && existence(plan, actor, date) == Existence::Exists)
        .filter(|actor| !groups(plan, actor).iter().any(|group| of.contains(&group.id)))
        .collect()
}

/// What was added up so far.
#[derive(Default)]
struct Part<'p> {
    measurements: Vec<&'p Measurement>,
    /// For how many agencies there is a figure.
    known: u64,
    /// Whether somebody has none.
    gap: bool,
}

impl<'p> Part<'p> {
    /// Adds the figure of an agency: its own, else those of its members.
    fn take(&mut self, plan: &'p Plan, actor: &'p Actor, given: &[&'p Measurement], date: NaiveDate) {
        let size = crate::denominator::size(plan, actor, date);
        if let Some(measurement) = given.iter().find(|m| m.actor.as_ref() == Some(&actor.id)) {
            self.measurements.push(measurement);
            match size {
                Known::Is(size) => self.known = self.known.saturating_add(size.value()),
                // The group has a figure for all, however many these are.
                Known::Unknown { .. } => self.known = self.known.saturating_add(1),
            }
            return;
        }
        // A member stands below its group alone, unless groups lead back in a circle.
        let circle = groups(plan, actor).iter().any(|group| group.member_of.as_ref() == Some(&actor.id));
        let members = if circle { Vec::new() } else { members(plan, &actor.id, date) };
        let ids: Vec<ActorId> = members.iter().map(|member| member.id.clone()).collect();
        // A group that counts more than it names has members whose figures cannot be there.
        self.gap |= ids.is_empty() || denominator(plan, &ids, date) != size;
        for member in members {
            self.take(plan, member, given, date);
        }
    }

    fn is_complete(&self) -> bool {
        !self.gap && !self.measurements.is_empty()
    }

    /// Counts are added; shares only by their two parts, since a mean of shares is not the share of all.
    fn value(&self) -> Known<Amount> {
        let sum = |count: fn(&Measurement) -> Option<Count>| {
            let counts = self.measurements.iter().map(|m| count(m).map(Count::value)).collect::<Option<Vec<u64>>>()?;
            let sum = counts.into_iter().try_fold(0_u64, u64::checked_add)?;
            Count::new(i64::try_from(sum).ok()?).ok()
        };
        let share = || Percent::of(sum(|m| m.numerator)?, sum(|m| m.denominator)?);
        let counted = || {
            sum(|m| match amount(m)? {
                Amount::Count(count) => Some(count),
                Amount::Percent(_) => None,
            })
        };
        match self.measurements.as_slice() {
            [one] => amount(one).map(Known::Is),
            _ => counted().map(Amount::Count).or_else(|| share().map(Amount::Percent)).map(Known::Is),
        }
        .unwrap_or_else(|| {
            let vi = "số liệu của các đơn vị không cộng được vì thiếu tử số hoặc mẫu số".to_owned();
            let en = "the agencies' figures cannot be added, since a numerator or denominator is missing".to_owned();
            Known::Unknown { unknown: Text::bilingual(vi, en) }
        })
    }

    fn coverage(&self, all: Known<Count>) -> Text {
        let known = self.known;
        match all {
            Known::Is(all) => Text::bilingual(
                format!("mới có số liệu của {known} trên {all} đơn vị"),
                format!("figures of {known} of {all} agencies only"),
            ),
            Known::Unknown { .. } => Text::bilingual(
                format!("mới có số liệu của {known} đơn vị, chưa rõ tổng số đơn vị"),
                format!("figures of {known} agencies only, and it is not known how many there are"),
            ),
        }
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::{date, progress};

    fn plan() -> Plan {
        Plan::from_toml(include_str!("../../../../tests/fixtures/two-tiers.toml")).unwrap()
    }

    fn total(plan: &Plan, on: &str) -> String {
        let progress = progress::total(plan, &plan.targets[0], date::parse(on).unwrap());
        let period = progress.period.map(|p| format!(" until {}", date::vietnamese(p.ends))).unwrap_or_default();
        match progress.value {
            Known::Is(Amount::Percent(percent)) => format!("{percent}{period}"),
            Known::Is(Amount::Count(count)) => format!("{count}{period}"),
            Known::Unknown { unknown } => format!("{unknown}{period}"),
        }
    }

    #[test]
    fn the_latest_period_with_all_figures_is_the_total() {
        // By the end of the year only one of three has a newer figure.
        assert_eq!(total(&plan(), "2025-12-31"), "60 % until 31/07/2025");
    }

    #[test]
    fn a_part_is_not_a_total() {
        let mut plan = plan();
        plan.measurements.remove(1);
        assert_eq!(total(&plan, "2025-07-31"), "mới có số liệu của 2 trên 3 đơn vị");
        assert_eq!(total(&plan, "2026-01-01"), "mới có số liệu của 1 trên 3 đơn vị");
    }

    #[test]
    fn a_group_that_counts_more_than_it_names_is_incomplete() {
        let mut plan = plan();
        plan.actors.retain(|actor| actor.id.as_str() != "xa-dong");
        assert_eq!(total(&plan, "2025-07-31"), "mới có số liệu của 2 trên 3 đơn vị");
        let group = plan.actors.iter_mut().find(|actor| actor.id.as_str() == "xa").unwrap();
        group.count = Some(Known::Unknown { unknown: "không rõ".into() });
        assert_eq!(total(&plan, "2025-07-31"), "mới có số liệu của 2 đơn vị, chưa rõ tổng số đơn vị");
    }

    #[test]
    fn shares_without_their_parts_are_not_averaged() {
        let mut plan = plan();
        plan.measurements[0].numerator = None;
        plan.measurements[0].value = Some(Amount::Percent(Percent::ALL));
        assert_eq!(
            total(&plan, "2025-07-31"),
            "số liệu của các đơn vị không cộng được vì thiếu tử số hoặc mẫu số until 31/07/2025"
        );
    }

    #[test]
    fn counts_are_added() {
        let mut plan = plan();
        for (measurement, count) in plan.measurements.iter_mut().zip([1, 2, 3]) {
            measurement.value = Some(Amount::Count(Count::new(count).unwrap()));
        }
        assert_eq!(total(&plan, "2025-07-31"), "6 until 31/07/2025");
    }
}
