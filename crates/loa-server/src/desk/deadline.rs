//! By when something is due, in words and by a shape, never by colour alone.

use loa_feedback::Moment;
use loa_feedback::calendar::WorkingTime;
use loa_feedback::status::{Lateness, lateness};

use crate::campaign::Campaign;
use crate::store::Entry;

/// This much or less is soon: half a working day, in seconds.
const SOON: u64 = 4 * 3_600;

/// How a deadline stands.
pub(super) struct Deadline {
    /// A shape that differs also without colours; for the eye alone.
    pub sign: &'static str,
    /// For the style sheet.
    pub class: &'static str,
    /// In words.
    pub words: String,
    /// By when, where that is known and not said in words.
    by: Option<Moment>,
}

impl Deadline {
    /// As it stands on a page.
    pub(super) fn html(&self) -> String {
        let Self { sign, class, words, by } = self;
        let by = by.map_or(String::new(), |by| format!(" (hạn {})", by.vietnamese()));
        format!("<span class=\"due {class}\"><span aria-hidden=\"true\">{sign}</span> {words}</span>{by}")
    }
}

pub(super) fn deadline(campaign: &Campaign, entry: &Entry, now: Moment) -> Deadline {
    let open = entry.due_at.filter(|_| entry.standing.status.is_open());
    let Some(due) = open else {
        let words =
            if entry.standing.status.is_open() { "chưa xác định được hạn" } else { "không còn hạn" };
        return Deadline { sign: "○", class: "none", words: words.to_owned(), by: None };
    };
    match lateness(due, now, campaign.working()) {
        Ok(Lateness::Overdue(late)) => Deadline { sign: "▲", class: "late", words: late.vietnamese(), by: open },
        Ok(Lateness::InTime(left)) => {
            let is_soon = left.in_seconds() <= SOON;
            let (sign, class) = if is_soon { ("◆", "soon") } else { ("●", "in-time") };
            Deadline { sign, class, words: format!("còn {}", length(left, campaign.working().day_length())), by: open }
        }
        Err(_) => Deadline { sign: "○", class: "none", words: format!("hạn {}", due.vietnamese()), by: None },
    }
}

fn length(time: WorkingTime, day: WorkingTime) -> String {
    let day = day.in_seconds().max(1);
    match (time.in_seconds() / day, time.in_seconds() % day / 3_600) {
        (0, 0) => "dưới 1 giờ làm việc".to_owned(),
        (0, hours) => format!("{hours} giờ làm việc"),
        (days, 0) => format!("{days} ngày làm việc"),
        (days, hours) => format!("{days} ngày {hours} giờ làm việc"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_said_in_working_days_and_hours() {
        let said = |seconds| length(WorkingTime::seconds(seconds), WorkingTime::hours(8));
        assert_eq!(said(600), "dưới 1 giờ làm việc");
        assert_eq!(said(3 * 3_600), "3 giờ làm việc");
        assert_eq!(said(16 * 3_600), "2 ngày làm việc");
        assert_eq!(said(19 * 3_600), "2 ngày 3 giờ làm việc");
    }
}
