//! The clock on the real days of 2025 and 2026, and what holds for any moment and any amount.

use expect_test::expect;
use loa_plan::Zone;
use proptest::prelude::*;

use super::*;
use crate::Moment;

const YEARS: [&str; 2] = [
    include_str!("../../../../examples/campaigns/hanoi-2025/holidays/2025.toml"),
    include_str!("../../../../examples/campaigns/hanoi-2025/holidays/2026.toml"),
];

fn clock() -> WorkingClock {
    let years = YEARS.map(|text| read("holidays.toml", text).unwrap().value);
    WorkingClock::new(&Hours::default(), Calendar::new(&years), Zone::VIETNAM)
}

fn moment(text: &str) -> Moment {
    format!("{text}:00+07:00").parse().unwrap()
}

fn hours_later(start: &str, hours: u64) -> String {
    shown(clock().after(moment(start), WorkingTime::hours(hours)).unwrap())
}

fn days_later(start: &str, days: u64) -> String {
    shown(clock().end_of_day_after(moment(start), days).unwrap())
}

fn shown(moment: Moment) -> String {
    moment.to_string().replace(":00+07:00", "")
}

#[test]
fn hours_pass_only_while_offices_work() {
    // Monday to Tuesday, over lunch, over the night.
    assert_eq!(hours_later("2026-11-09T08:00", 8), "2026-11-09T17:00");
    assert_eq!(hours_later("2026-11-09T10:30", 2), "2026-11-09T13:30");
    assert_eq!(hours_later("2026-11-09T10:30", 8), "2026-11-10T10:30");
    // Sent in the evening or on Saturday, it counts from the next working morning.
    assert_eq!(hours_later("2026-11-09T22:00", 4), "2026-11-10T12:00");
    assert_eq!(hours_later("2026-11-14T09:00", 8), "2026-11-16T17:00");
    assert_eq!(hours_later("2026-11-14T09:00", 0), "2026-11-16T08:00");
    assert_eq!(hours_later("2026-11-09T12:15", 0), "2026-11-09T13:00");
    assert_eq!(hours_later("2026-11-09T09:15", 0), "2026-11-09T09:15");
}

#[test]
fn holidays_do_not_count_and_make_up_days_do() {
    // Tết 2026: off from Saturday 14 to Sunday 22 February.
    assert_eq!(hours_later("2026-02-13T16:00", 2), "2026-02-23T09:00");
    assert_eq!(days_later("2026-02-13T16:00", 5), "2026-02-27T17:00");
    // Friday 2 January 2026 is off, Saturday 10 January makes up for it.
    assert_eq!(hours_later("2025-12-31T16:00", 8), "2026-01-05T16:00");
    assert_eq!(days_later("2026-01-08T09:00", 2), "2026-01-10T17:00");
    // Saturday 26 April 2025 makes up for Friday 2 May.
    assert_eq!(hours_later("2025-04-25T16:00", 2), "2025-04-26T09:00");
    assert_eq!(days_later("2025-04-29T09:00", 1), "2025-05-05T17:00");
}

#[test]
fn the_day_on_which_something_comes_in_does_not_count() {
    assert_eq!(days_later("2026-11-09T08:00", 5), "2026-11-16T17:00");
    assert_eq!(days_later("2026-11-09T23:59", 5), "2026-11-16T17:00");
    assert_eq!(days_later("2026-11-14T09:00", 1), "2026-11-16T17:00");
    assert_eq!(days_later("2026-11-09T08:00", 0), "2026-11-09T17:00");
    assert_eq!(days_later("2026-11-09T17:00", 0), "2026-11-09T17:00");
    assert_eq!(days_later("2026-11-13T17:01", 0), "2026-11-16T17:00");
    assert_eq!(days_later("2026-11-14T09:00", 0), "2026-11-16T17:00");
}

#[test]
fn a_year_without_data_is_said_and_not_guessed() {
    let error = clock().after(moment("2026-12-31T16:00"), WorkingTime::hours(2)).unwrap_err();
    assert_eq!(error, UnknownYear { year: 2027 });
    assert_eq!(error.to_string(), "the holidays of `2027` are not known; add `holidays/2027.toml` to the campaign");
    assert!(clock().end_of_day_after(moment("2024-12-30T16:00"), 1).is_err());
    assert!(clock().between(moment("2026-12-31T16:00"), moment("2027-01-04T09:00")).is_err());
    // Offices that never work: the search ends with the years that are known.
    let never = Hours { days: Vec::new(), spans: Vec::new() };
    let never = WorkingClock::new(&never, clock_calendar(), Zone::VIETNAM);
    assert_eq!(never.after(moment("2025-06-01T08:00"), WorkingTime::hours(1)), Err(UnknownYear { year: 2027 }));
}

fn clock_calendar() -> Calendar {
    Calendar::new(&YEARS.map(|text| read("holidays.toml", text).unwrap().value))
}

#[test]
fn hours_and_days_of_an_agency_are_its_own() {
    let hours = Hours { days: vec![Weekday::Saturday], spans: vec!["07:30-11:30".parse().unwrap()] };
    let clock = WorkingClock::new(&hours, clock_calendar(), Zone::VIETNAM);
    let end = clock.after(moment("2026-11-09T08:00"), WorkingTime::hours(5)).unwrap();
    assert_eq!(shown(end), "2026-11-21T08:30");
    assert_eq!(clock.day_length(), WorkingTime::hours(4));
}

#[test]
fn a_moment_of_another_zone_is_counted_in_the_zone_of_the_plan() {
    let utc: Moment = "2026-11-09T01:00:00Z".parse().unwrap();
    assert_eq!(shown(clock().after(utc, WorkingTime::hours(4)).unwrap()), "2026-11-09T12:00");
}

#[test]
fn a_file_with_slips_is_told_all_of_them_at_once() {
    let text = "format = 1\nyear = 26\n\n[[holidays]]\ntitle = \"Tết\"\nform = 2026-02-16\n\n[[make_up_days]]\nday = \"10/1/2026\"\n";
    expect![[r#"
        2026.toml:2:8: `26` is not a year, expected one from 1900 to 2999
          help: write `year = 2026`
        2026.toml:6:1: unknown key `form`
          help: did you mean `from`?
        2026.toml:9:7: `10/1/2026` is not a date of the form year-month-day
          help: write the date as year-month-day: `day = 2026-01-10`"#]]
    .assert_eq(&read("2026.toml", text).unwrap_err().to_string());
}

/// Seconds from 2025-01-01 to 2026-08-31 in Vietnam.
fn seconds() -> impl Strategy<Value = i64> {
    1_735_664_400_i64..1_788_195_600
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn so_much_time_later_is_so_much_time_between(start in seconds(), amount in 0_u64..400_000) {
        let clock = clock();
        let start = Moment::from_unix(start, Zone::VIETNAM);
        let end = clock.after(start, WorkingTime::seconds(amount)).unwrap();
        prop_assert!(end >= start);
        prop_assert!(clock.is_working_day(end.day()).unwrap());
        prop_assert_eq!(clock.between(start, end).unwrap(), WorkingTime::seconds(amount));
    }

    #[test]
    fn time_adds_up(start in seconds(), one in 0_u64..200_000, two in 0_u64..200_000) {
        let clock = clock();
        let start = Moment::from_unix(start, Zone::VIETNAM);
        let step = |from, amount| clock.after(from, WorkingTime::seconds(amount)).unwrap();
        prop_assert_eq!(clock.between(step(start, one), step(step(start, one), two)).unwrap(), WorkingTime::seconds(two));
        prop_assert_eq!(
            clock.between(start, step(step(start, one), two)).unwrap(),
            clock.between(start, step(start, one + two)).unwrap()
        );
    }

    #[test]
    fn later_starts_end_no_earlier(one in seconds(), two in seconds(), hours in 0_u64..60, days in 0_u64..30) {
        let clock = clock();
        let (early, late) = (Moment::from_unix(one.min(two), Zone::VIETNAM), Moment::from_unix(one.max(two), Zone::VIETNAM));
        let hours = WorkingTime::hours(hours);
        prop_assert!(clock.after(early, hours).unwrap() <= clock.after(late, hours).unwrap());
        prop_assert!(clock.end_of_day_after(early, days).unwrap() <= clock.end_of_day_after(late, days).unwrap());
        prop_assert_eq!(clock.between(late, early).unwrap(), WorkingTime::default());
    }

    #[test]
    fn so_many_days_later_so_many_days_were_worked(start in seconds(), days in 1_u64..40) {
        let clock = clock();
        let start = Moment::from_unix(start, Zone::VIETNAM);
        let end = clock.end_of_day_after(start, days).unwrap();
        let after = start.day().iter_days().skip(1).take_while(|day| *day <= end.day());
        let worked = after.filter(|day| clock.is_working_day(*day).unwrap()).count();
        prop_assert_eq!(u64::try_from(worked).unwrap(), days);
    }
}
