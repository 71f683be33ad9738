//! Public holidays and make-up working days: data by year, since the Prime Minister decides them year by year.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use loa_plan::{Cite, Source, Text};

/// Days off for one reason.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// What for.
    pub title: Text,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; the first one when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Where it is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}

/// A day on which offices work although it is a day off by the week: ngày làm bù.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MakeUpDay {
    /// The day.
    pub day: NaiveDate,
    /// The day off that it makes up for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<NaiveDate>,
    /// Where it is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}

/// A day of which no source says for certain whether offices work; it counts as if it were not in the file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnsureDay {
    /// The day.
    pub day: NaiveDate,
    /// What is known and what is not.
    pub why: Text,
    /// Where this is from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Cite>,
}

/// One year: a file `holidays/2026.toml`, which says of every day whether it differs from the week.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidayYear {
    /// The year.
    pub year: i32,
    /// Days off.
    pub holidays: Vec<Holiday>,
    /// Days on which offices work although the week says otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub make_up_days: Vec<MakeUpDay>,
    /// Days of which nobody knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsure: Vec<UnsureDay>,
    /// Documents that are cited here and are not among those of the plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// What is known about days, for all years of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    years: BTreeMap<i32, BTreeMap<NaiveDate, Day>>,
}

/// How a day differs from what the week says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    Off,
    MadeUp,
}

/// A question about a year of which the campaign has no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the holidays of `{year}` are not known; add `holidays/{year}.toml` to the campaign")]
pub struct UnknownYear {
    /// The year.
    pub year: i32,
}

impl Holiday {
    /// Its last day.
    #[must_use]
    pub fn last(&self) -> NaiveDate {
        self.until.unwrap_or(self.from)
    }
}

impl Calendar {
    /// What these years say. A day that is both off and made up for is off; the checks report it.
    #[must_use]
    pub fn new<'y>(years: impl IntoIterator<Item = &'y HolidayYear>) -> Self {
        let mut calendar = Self::default();
        for year in years {
            let days = calendar.years.entry(year.year).or_default();
            days.extend(year.make_up_days.iter().map(|made_up| (made_up.day, Day::MadeUp)));
            for holiday in &year.holidays {
                // A slip such as `until = 9999-12-31` is a finding; here it must not be a long loop.
                let in_year = holiday.from.iter_days().take_while(|day| *day <= holiday.last()).take(366);
                days.extend(in_year.map(|day| (day, Day::Off)));
            }
        }
        calendar
    }

    /// The years that are known.
    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.years.keys().copied()
    }

    /// How a day differs from what the week says.
    #[cfg(feature = "service")]
    pub(super) fn day(&self, day: NaiveDate) -> Result<Option<Day>, UnknownYear> {
        let year = chrono::Datelike::year(&day);
        self.years.get(&year).map(|days| days.get(&day).copied()).ok_or(UnknownYear { year })
    }
}

loa_plan::read_record!(Holiday { title, from, until, source });
loa_plan::read_record!(MakeUpDay { day, instead_of, source });
loa_plan::read_record!(UnsureDay { day, why, source });
