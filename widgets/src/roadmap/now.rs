//! What the roadmap says of a date, in words.

use chrono::NaiveDate;
use loa_plan::date::vietnamese;
use loa_plan::schedule::{self, Moment};

use super::RoadmapSlice;
use crate::words::Words;

/// The phase that goes on, and the sentence about the date.
#[must_use]
pub fn now(slice: &RoadmapSlice, date: NaiveDate, lang: &str, words: &Words) -> (Option<usize>, String) {
    let periods: Vec<_> = slice.phases.iter().map(super::slice::Phase::period).collect();
    let phase = |i: usize| slice.phases.get(i);
    let sentence = |words: &str, date: Option<NaiveDate>| {
        date.map_or_else(String::new, |date| format!("{words} {}.", vietnamese(date)))
    };
    match schedule::on(&periods, date) {
        Moment::Current { index, .. } => {
            let text = phase(index).map_or_else(String::new, |phase| {
                format!("{} {}, {} {}.", words.phase_now, phase.title.get(lang), words.until, vietnamese(phase.ends))
            });
            (Some(index), text)
        }
        Moment::NotBegun { first } => (None, sentence(words.not_begun, phase(first).map(|phase| phase.starts))),
        Moment::Between { next } => (None, sentence(words.between, phase(next).map(|phase| phase.starts))),
        Moment::Ended { last } => {
            let mut text = sentence(words.ended, phase(last).map(|phase| phase.ends));
            if let Some(next) = slice.successor.as_ref().filter(|next| next.from <= date) {
                text.push_str(&format!(" {} {}.", words.successor, next.plan));
            }
            (None, text)
        }
        Moment::NoPeriod => (None, String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roadmap::slice::{Phase, Successor};
    use loa_plan::{Zone, date};

    fn slice() -> RoadmapSlice {
        let phase = |title: &str, starts, ends| Phase {
            title: title.into(),
            starts: date::parse(starts).unwrap(),
            ends: date::parse(ends).unwrap(),
        };
        RoadmapSlice {
            build: String::new(),
            zone: Zone::VIETNAM,
            languages: crate::slice::Languages { lang: "vi".into(), langs: Vec::new() },
            phases: vec![
                phase("Giai đoạn 1", "2025-02-01", "2025-03-31"),
                phase("Giai đoạn 2", "2025-05-01", "2025-12-31"),
            ],
            successor: None,
        }
    }

    fn said(slice: &RoadmapSlice, on: &str) -> (Option<usize>, String) {
        now(slice, date::parse(on).unwrap(), "vi", Words::of("vi"))
    }

    #[test]
    fn each_kind_of_day_has_its_sentence() {
        let slice = slice();
        assert_eq!(said(&slice, "2025-01-31"), (None, "Chưa bắt đầu. Bắt đầu ngày 01/02/2025.".into()));
        assert_eq!(said(&slice, "2025-03-31"), (Some(0), "Đang ở: Giai đoạn 1, đến hết ngày 31/03/2025.".into()));
        assert_eq!(
            said(&slice, "2025-04-01"),
            (None, "Đang giữa hai giai đoạn. Giai đoạn tới bắt đầu ngày 01/05/2025.".into())
        );
        assert_eq!(said(&slice, "2025-12-31").0, Some(1));
        assert_eq!(said(&slice, "2026-01-01"), (None, "Kế hoạch đã kết thúc ngày 31/12/2025.".into()));
    }

    #[test]
    fn a_successor_is_named_from_its_first_day() {
        let mut slice = slice();
        let from = date::parse("2026-02-01").unwrap();
        slice.successor = Some(Successor { plan: "ha-noi-2026".into(), from, src: None });
        assert_eq!(said(&slice, "2026-01-31").1, "Kế hoạch đã kết thúc ngày 31/12/2025.");
        assert_eq!(
            said(&slice, "2026-02-01").1,
            "Kế hoạch đã kết thúc ngày 31/12/2025. Kế hoạch tiếp theo: ha-noi-2026."
        );
    }
}
