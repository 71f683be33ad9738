//! Reading `routes.toml`.

use loa_plan::read::{Document, ReadError, toml};
use loa_plan::{ActorId, Cite, Count, Format, Known, Source};

use super::{Endpoint, Limits, Route, Routes};
use crate::calendar::{Hours, Span, Weekday};
use crate::status::Labels;

struct File {
    #[expect(dead_code, reason = "the only version so far; reading it is what matters")]
    format: Format,
    endpoint: Option<Endpoint>,
    routes: Vec<Route>,
    units: Vec<ActorId>,
    hours: Option<HoursTable>,
    limits: Option<LimitsTable>,
    labels: Option<Labels>,
    sources: Vec<Source>,
}

struct HoursTable {
    days: Option<Vec<Weekday>>,
    spans: Option<Vec<Span>>,
}

struct LimitsTable {
    accept_hours: Option<Count>,
    urgent_hours: Option<Count>,
    forward_days: Option<Count>,
    answer_days: Option<Known<Count>>,
    complex_days: Option<Known<Count>>,
    close_days: Option<Known<Count>>,
    sources: Vec<Cite>,
}

loa_plan::read_record!(File { format, endpoint, routes, units, hours, limits, labels, sources });
loa_plan::read_record!(HoursTable { days, spans });
loa_plan::read_record!(LimitsTable {
    accept_hours,
    urgent_hours,
    forward_days,
    answer_days,
    complex_days,
    close_days,
    sources,
});

/// Reads `routes.toml`; `file` is the name that problems carry.
///
/// # Errors
/// [`ReadError`] holds every problem of the file, with its place and one way out.
pub fn read(file: &str, text: &str) -> Result<Document<Routes>, ReadError> {
    let Document { value, places } = toml::<File>(file, text)?;
    let File { endpoint, routes, units, hours, limits, labels, sources, .. } = value;
    let hours = hours.map_or_else(Hours::default, HoursTable::hours);
    let limits = limits.map_or_else(Limits::default, LimitsTable::limits);
    let routes = Routes { endpoint, routes, units, hours, limits, labels: labels.unwrap_or_default(), sources };
    Ok(Document { value: routes, places })
}

impl HoursTable {
    fn hours(self) -> Hours {
        let usual = Hours::default();
        Hours { days: self.days.unwrap_or(usual.days), spans: self.spans.unwrap_or(usual.spans) }
    }
}

impl LimitsTable {
    fn limits(self) -> Limits {
        let usual = Limits::default();
        Limits {
            accept_hours: self.accept_hours.unwrap_or(usual.accept_hours),
            urgent_hours: self.urgent_hours.unwrap_or(usual.urgent_hours),
            forward_days: self.forward_days.unwrap_or(usual.forward_days),
            answer_days: self.answer_days,
            complex_days: self.complex_days,
            close_days: self.close_days,
            sources: self.sources,
        }
    }
}
