//! The figures of a target on every date on which one of them begins to hold.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use loa_plan::progress::{Progress, of_actor, total};
use loa_plan::{Amount, Count, Known, Measurement, Percent, Plan, Target};

use super::cite;
use crate::progress::slice::{Figure, ProgressSlice};
use crate::slice::Languages;

/// The slice of a target.
pub(super) fn slice(plan: &Plan, languages: &Languages, target: &Target, build: &str) -> ProgressSlice {
    let own = || plan.measurements.iter().filter(|measurement| speaks_to(measurement, target));
    let dates: BTreeSet<NaiveDate> = own().map(|measurement| measurement.until).collect();
    let actors: BTreeSet<&str> = own().filter_map(|m| m.actor.as_ref()).map(|actor| actor.as_str()).collect();
    let mut figures: Vec<Figure> = Vec::new();
    for date in dates {
        let everybody = figure(plan, None, &total(plan, target, date));
        let each = actors.iter().filter_map(|actor| {
            // A measurement of an actor that the plan does not have is a finding of its own.
            figure(plan, Some(actor), &of_actor(plan, target, actor, date).ok()?)
        });
        for figure in everybody.into_iter().chain(each) {
            if !figures.contains(&figure) {
                figures.push(figure);
            }
        }
    }
    ProgressSlice {
        build: build.to_owned(),
        zone: plan.zone,
        languages: languages.clone(),
        title: target.title.clone(),
        goal: target.goal.get().map(ToString::to_string),
        goal_unknown: match &target.goal {
            Known::Unknown { unknown } => Some(unknown.clone()),
            Known::Is(_) => None,
        },
        due: target.due.as_ref().and_then(Known::get).copied(),
        due_unknown: target.due.as_ref().filter(|due| due.get().is_none()).map(|_| 1),
        source: target.source.as_ref().and_then(|source| cite::link(plan, source)),
        figures,
    }
}

fn speaks_to(measurement: &Measurement, target: &Target) -> bool {
    target.indicator.as_ref() == Some(&measurement.indicator)
        && measurement.target.as_ref().is_none_or(|id| *id == target.id)
}

fn figure(plan: &Plan, actor: Option<&str>, progress: &Progress<'_>) -> Option<Figure> {
    let period = progress.period?;
    let value = *progress.value.get()?;
    Some(Figure {
        actor: actor.map(str::to_owned),
        who: plan.actors.iter().find(|other| Some(other.id.as_str()) == actor).map(|actor| actor.title.clone()),
        from: period.starts,
        until: period.ends,
        value: value.to_string(),
        share: share(value, progress.goal.get().copied()),
        parts: parts(plan, progress),
        note: progress.notes.first().map(|note| (*note).clone()),
        illustrative: progress.illustrative.then_some(1),
        sources: progress.sources.iter().filter_map(|source| cite::link(plan, source)).collect(),
    })
}

/// How much of the whole it is, or of the goal where the value is a number of things.
fn share(value: Amount, goal: Option<Amount>) -> Option<u32> {
    match (value, goal) {
        (Amount::Percent(percent), _) => Some(u32::from(percent.hundredths())),
        (Amount::Count(value), Some(Amount::Count(goal))) => {
            if value >= goal {
                Some(10_000)
            } else {
                Percent::of(value, goal).map(|share| u32::from(share.hundredths()))
            }
        }
        _ => None,
    }
}

/// `307 / 1.859`, when the figure is one measurement that gives both.
fn parts(plan: &Plan, progress: &Progress<'_>) -> Option<String> {
    let period = progress.period?;
    let mut both = plan.measurements.iter().filter(|m| m.from == period.starts && m.until == period.ends).filter_map(
        |m| -> Option<(Count, Count)> {
            let (numerator, denominator) = (m.numerator?, m.denominator?);
            let value = Percent::of(numerator, denominator).map(Amount::Percent)?;
            (progress.value.get() == Some(&value)).then_some((numerator, denominator))
        },
    );
    let (numerator, denominator) = both.next()?;
    both.next().is_none().then(|| format!("{numerator} / {denominator}"))
}
