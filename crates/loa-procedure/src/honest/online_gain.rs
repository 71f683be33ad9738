//! Online is better only where figures say so.
//!
//! # Why it matters
//! The plan wants people to file online, and a figure is the best reason: permanent residence costs 10.000 đồng online and
//! 20.000 đồng at the counter. A reason without figures is advertising.
//!
//! # Source
//! Thông tư 75/2022/TT-BTC, Điều 5 (residence, by way of filing). Nghị định 224/2026/NĐ-CP, Điều 9.
//!
//! # Example
//! ```
//! use loa_procedure::honest::online_gain::{self, Gain};
//! use loa_procedure::procedure::{Amount, Fee, FeeKind, Filing, Time, Way};
//!
//! let filing = |way, vnd| Filing {
//!     way,
//!     fees: vec![Fee { kind: FeeKind::Charge, amount: Some(Amount(vnd)), text: String::new() }],
//!     time: Time::Missing,
//!     note: String::new(),
//! };
//! let gains = online_gain::gains(&[filing(Way::Online, 10_000), filing(Way::InPerson, 20_000)]);
//! assert_eq!(gains[0].to_string(), "Nộp trực tuyến: 10.000 đồng; nộp trực tiếp: 20.000 đồng");
//! # assert!(matches!(gains[0], Gain::Cheaper { .. }));
//! ```

use std::fmt;

use super::fee::{Said, is_exemption, is_free, said};
use super::time::counted;
use crate::procedure::{Amount, Filing, Quantity, TimeUnit, Way};

/// In what filing online is better than filing in person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gain {
    /// It costs less: the least and the most of each.
    Cheaper {
        /// Online, from and to.
        online: (Amount, Amount),
        /// In person, from and to.
        in_person: (Amount, Amount),
    },
    /// It takes less time, counted in the same unit.
    Faster {
        /// Online.
        online: Quantity,
        /// In person.
        in_person: Quantity,
        /// Of what.
        unit: TimeUnit,
    },
}

/// What is better online; empty when it is not, and when figures of either way are missing or cannot be compared.
///
/// Fees can be compared when each entry of both ways is an amount, or says that nothing is paid, or who is exempt, and both
/// have as many amounts. They are cheaper when the dearest online is not above the cheapest in person, so that no case has
/// to be matched with another by its wording.
#[must_use]
pub fn gains(filings: &[Filing]) -> Vec<Gain> {
    let of = |way| filings.iter().filter(move |filing| filing.way == way).collect::<Vec<_>>();
    let (online, in_person) = (of(Way::Online), of(Way::InPerson));
    if online.is_empty() || online.len() != in_person.len() {
        return Vec::new();
    }
    cheaper(&online, &in_person).into_iter().chain(faster(&online, &in_person)).collect()
}

fn cheaper(online: &[&Filing], in_person: &[&Filing]) -> Option<Gain> {
    let (online, in_person) = (amounts(online)?, amounts(in_person)?);
    let range = |amounts: &[Amount]| Some((*amounts.iter().min()?, *amounts.iter().max()?));
    let (ours, theirs) = (range(&online)?, range(&in_person)?);
    let is_cheaper = online.len() == in_person.len() && ours.1 <= theirs.0 && ours != theirs;
    is_cheaper.then_some(Gain::Cheaper { online: ours, in_person: theirs })
}

/// The amounts of a way; none as soon as one entry has no figure.
fn amounts(filings: &[&Filing]) -> Option<Vec<Amount>> {
    let entries = filings.iter().flat_map(|filing| &filing.fees).filter(|fee| !is_exemption(fee));
    entries
        .map(|fee| match said(fee) {
            Said::Amount(amount, _) => Some(amount),
            _ if is_free(fee) => Some(Amount(0)),
            Said::Told(_) | Said::Unknown => None,
        })
        .collect()
}

fn faster(online: &[&Filing], in_person: &[&Filing]) -> Option<Gain> {
    let time = |filings: &[&Filing]| match filings {
        [only] => counted(&only.time),
        // Several cases: which of one way is which of the other is not known.
        _ => None,
    };
    let ((ours, unit), (theirs, other)) = (time(online)?, time(in_person)?);
    (unit == other && ours < theirs).then_some(Gain::Faster { online: ours, in_person: theirs, unit })
}

impl fmt::Display for Gain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let range = |(least, most): (Amount, Amount)| {
            if least == most { most.to_string() } else { format!("từ {least} đến {most}") }
        };
        match *self {
            Self::Cheaper { online, in_person } => {
                write!(f, "Nộp trực tuyến: {}; nộp trực tiếp: {}", range(online), range(in_person))
            }
            Self::Faster { online, in_person, unit } => {
                let unit = unit.name();
                write!(f, "Nộp trực tuyến: {online} {unit}; nộp trực tiếp: {in_person} {unit}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::{Fee, FeeKind, Time};

    fn filing(way: Way, fees: &[(u64, &str)], days: u32) -> Filing {
        let fee = |(vnd, text): &(u64, &str)| Fee {
            kind: FeeKind::Fee,
            amount: Some(Amount(*vnd)),
            text: (*text).to_owned(),
        };
        let time = Time::Counted { quantity: Quantity::whole(days), unit: TimeUnit::WorkingDay };
        Filing { way, fees: fees.iter().map(fee).collect(), time, note: String::new() }
    }

    fn written(online: Filing, in_person: Filing) -> Vec<String> {
        gains(&[online, in_person]).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn temporary_residence_is_cheaper_in_every_case_and_exemptions_do_not_count() {
        let exempt = (0, "Miễn phí Đồng - Trường hợp công dân thuộc diện được miễn phí");
        assert_eq!(
            written(
                filing(Way::Online, &[(7000, "hộ"), (5000, "danh sách"), exempt], 3),
                filing(Way::InPerson, &[(10_000, "danh sách"), (15_000, "hộ"), exempt], 3)
            ),
            ["Nộp trực tuyến: từ 5.000 đồng đến 7.000 đồng; nộp trực tiếp: từ 10.000 đồng đến 15.000 đồng"]
        );
    }

    #[test]
    fn less_time_is_told_in_one_unit() {
        assert_eq!(
            written(filing(Way::Online, &[(1000, "")], 3), filing(Way::InPerson, &[(1000, "")], 5)),
            ["Nộp trực tuyến: 3 ngày làm việc; nộp trực tiếp: 5 ngày làm việc"]
        );
    }

    #[test]
    fn what_cannot_be_compared_gives_no_reason() {
        let none: [String; 0] = [];
        let unknown = filing(Way::Online, &[(0, "")], 5);
        assert_eq!(written(unknown, filing(Way::InPerson, &[(20_000, "")], 5)), none);
        let council = filing(Way::Online, &[(10_000, ""), (0, "Do Hội đồng nhân dân quy định")], 5);
        assert_eq!(written(council, filing(Way::InPerson, &[(20_000, ""), (30_000, "")], 5)), none);
        let fewer = filing(Way::Online, &[(10_000, "")], 5);
        assert_eq!(written(fewer, filing(Way::InPerson, &[(20_000, ""), (30_000, "")], 5)), none);
        let dearer = filing(Way::Online, &[(30_000, "")], 6);
        assert_eq!(written(dearer, filing(Way::InPerson, &[(20_000, "")], 5)), none);
        assert_eq!(gains(&[filing(Way::Online, &[(1, "")], 1)]), []);
    }

    #[test]
    fn what_is_said_to_be_free_counts_as_nothing_paid() {
        assert_eq!(
            written(filing(Way::Online, &[(0, "Miễn phí")], 5), filing(Way::InPerson, &[(20_000, "")], 5)),
            ["Nộp trực tuyến: 0 đồng; nộp trực tiếp: 20.000 đồng"]
        );
    }
}
