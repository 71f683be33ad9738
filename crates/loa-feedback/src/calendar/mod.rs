//! When offices work: hours of the day, public holidays and make-up working days by year, and the clock made of them.

#[cfg(feature = "service")]
mod clock;
#[cfg(feature = "toml")]
mod file;
mod hours;
mod year;

#[cfg(feature = "service")]
pub use clock::{WorkingClock, WorkingTime};
#[cfg(feature = "toml")]
pub use file::read;
pub use hours::{Hours, InvalidSpan, Span, Weekday};
pub use year::{Calendar, Holiday, HolidayYear, MakeUpDay, UnknownYear, UnsureDay};

#[cfg(all(test, feature = "service", feature = "toml"))]
mod tests;
