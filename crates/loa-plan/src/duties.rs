//! What an agency owes on a date, and what would meet it.

use chrono::NaiveDate;

use crate::membership::groups;
use crate::snippet::{Snippet, snippet};
use crate::succession::{Existence, UnknownActor, existence, find};
use crate::{Actor, ActorId, Clause, Evidence, Known, Obligation, Plan};

/// Where a date stands to what an agency owes.
///
/// It says what the day asks for, not whether it was done: that is for an audit of the agency's pages to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DutyState {
    /// The day by which it must be met has passed, and it still holds: the evidence must be there.
    Overdue,
    /// It holds, and there is time left or no day was set.
    Due,
    /// It does not hold yet, or the agency does not exist yet.
    NotBegun,
    /// It holds no more, or the agency was dissolved.
    Ended,
}

/// One obligation of an agency on a date.
///
/// Its JSON is an entry of `loa duties --format json`.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct OwedDuty<'p> {
    /// The obligation.
    #[serde(serialize_with = "id")]
    pub obligation: &'p Obligation,
    /// Where the date stands to it.
    pub state: DutyState,
    /// The day by which it must be met.
    pub due: Option<&'p Known<NaiveDate>>,
    /// What makes it binding.
    pub clause: Option<&'p Clause>,
    /// What shows that it is met.
    pub evidence: &'p [Evidence],
    /// The HTML that meets it, for each evidence that a widget can give; none when no widget can.
    pub snippet: Option<String>,
    /// What else must be published, in words.
    pub publish: Vec<String>,
}

/// What the agency `actor` owes on `date`: overdue first, then by the day on which it is due.
///
/// It owes what stands under its own name and under that of its groups. Before its first day and after its last one
/// the same obligations are listed as not begun and ended, so that nothing vanishes from the list unseen;
/// [`acting_for`](crate::succession::acting_for) says who owes them instead.
///
/// # Errors
/// [`UnknownActor`] with the nearest id when the plan has no such agency.
pub fn duties<'p>(plan: &'p Plan, actor: &str, date: NaiveDate) -> Result<Vec<OwedDuty<'p>>, UnknownActor> {
    let actor = find(plan, actor)?;
    let groups = groups(plan, actor);
    let mine = |owner: &ActorId| *owner == actor.id || groups.iter().any(|group| *owner == group.id);
    let mut duties: Vec<_> = plan
        .obligations
        .iter()
        .filter(|obligation| obligation.owners.iter().any(mine))
        .map(|obligation| owed(plan, actor, obligation, date))
        .collect();
    duties.sort_by_key(|duty| (duty.state, duty.due.and_then(Known::get).copied().unwrap_or(NaiveDate::MAX)));
    Ok(duties)
}

/// Where `date` stands to one obligation of one agency.
#[must_use]
pub fn duty_state(plan: &Plan, actor: &Actor, obligation: &Obligation, date: NaiveDate) -> DutyState {
    let exists = existence(plan, actor, date);
    if exists == Existence::NoLonger || obligation.last_day(plan).is_some_and(|last| date > last) {
        DutyState::Ended
    } else if exists == Existence::NotYet || date < obligation.starts.unwrap_or(plan.starts) {
        DutyState::NotBegun
    } else if obligation.due.as_ref().and_then(Known::get).is_some_and(|due| date > *due) {
        DutyState::Overdue
    } else {
        DutyState::Due
    }
}

fn owed<'p>(plan: &'p Plan, actor: &Actor, obligation: &'p Obligation, date: NaiveDate) -> OwedDuty<'p> {
    let (mut html, mut publish) = (Vec::new(), Vec::new());
    for evidence in &obligation.evidence {
        match snippet(plan, actor, evidence) {
            Snippet::Html(widget) => html.push(widget),
            Snippet::Publish(words) => publish.push(words),
        }
    }
    OwedDuty {
        obligation,
        state: duty_state(plan, actor, obligation, date),
        due: obligation.due.as_ref(),
        clause: obligation.clause.as_ref(),
        evidence: &obligation.evidence,
        snippet: (!html.is_empty()).then(|| html.join("\n")),
        publish,
    }
}

fn id<S: serde::Serializer>(obligation: &&Obligation, to: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&obligation.id, to)
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::date;

    fn plan() -> Plan {
        Plan::from_toml(include_str!("../../../tests/fixtures/two-tiers.toml")).unwrap()
    }

    fn states(actor: &str, on: &str) -> Vec<(String, DutyState)> {
        let plan = plan();
        let duties = duties(&plan, actor, date::parse(on).unwrap()).unwrap();
        duties.into_iter().map(|duty| (duty.obligation.id.to_string(), duty.state)).collect()
    }

    fn expect(duties: &[(&str, DutyState)]) -> Vec<(String, DutyState)> {
        duties.iter().map(|(id, state)| ((*id).to_owned(), *state)).collect()
    }

    use DutyState::{Due, Ended, NotBegun, Overdue};

    #[test]
    fn a_member_owes_what_its_group_owes_from_its_first_day() {
        assert_eq!(states("xa-bac", "2025-06-30"), expect(&[("thong-diep", NotBegun), ("huong-dan", NotBegun)]));
        assert_eq!(states("xa-bac", "2025-07-01"), expect(&[("thong-diep", Due), ("huong-dan", Due)]));
    }

    #[test]
    fn a_dissolved_agency_owes_nothing_after_its_last_day() {
        assert_eq!(states("huyen", "2025-06-30"), expect(&[("thong-diep", Due)]));
        assert_eq!(states("huyen", "2025-07-01"), expect(&[("thong-diep", Ended)]));
    }

    #[test]
    fn the_due_day_itself_is_not_overdue_and_a_duty_without_a_day_never_is() {
        assert_eq!(states("xa", "2025-07-31"), expect(&[("thong-diep", Due), ("huong-dan", Due)]));
        assert_eq!(states("xa", "2025-08-01"), expect(&[("thong-diep", Overdue), ("huong-dan", Due)]));
        assert_eq!(states("xa", "2025-12-31"), expect(&[("thong-diep", Overdue), ("huong-dan", Due)]));
    }

    #[test]
    fn what_is_due_on_the_plans_last_day_is_overdue_on_the_next() {
        assert_eq!(states("trung-tam", "2025-12-31"), expect(&[("thong-diep", Overdue), ("danh-gia", Due)]));
        assert_eq!(states("trung-tam", "2026-01-01"), expect(&[("thong-diep", Overdue), ("danh-gia", Overdue)]));
        assert_eq!(states("trung-tam", "2026-07-01"), expect(&[("danh-gia", Overdue), ("thong-diep", Ended)]));
        assert_eq!(states("trung-tam", "2025-10-31"), expect(&[("thong-diep", Overdue), ("danh-gia", NotBegun)]));
        assert_eq!(states("trung-tam", "2025-01-31"), expect(&[("thong-diep", NotBegun), ("danh-gia", NotBegun)]));
    }

    #[test]
    fn with_the_plan_ends_what_has_no_day_at_all() {
        assert_eq!(states("xa", "2026-01-01"), expect(&[("thong-diep", Overdue), ("huong-dan", Ended)]));
    }

    #[test]
    fn what_is_said_to_have_no_known_end_holds_on_after_the_plan() {
        let mut plan = plan();
        let unknown = || Known::Unknown { unknown: crate::Text::Plain("luật không nêu".to_owned()) };
        let state = |plan: &Plan, on: &str| {
            let actor = find(plan, "xa").unwrap();
            duty_state(plan, actor, &plan.obligations[1], date::parse(on).unwrap())
        };
        plan.obligations[1].ends = Some(unknown());
        assert_eq!(state(&plan, "2027-01-01"), Due);
        plan.obligations[1].due = Some(Known::Is(date::parse("2026-06-30").unwrap()));
        assert_eq!(state(&plan, "2027-01-01"), Overdue);
        plan.obligations[1].ends = Some(Known::Is(date::parse("2026-12-31").unwrap()));
        assert_eq!(state(&plan, "2027-01-01"), Ended);
    }

    #[test]
    fn an_unknown_agency_is_an_error_with_the_nearest_id() {
        let plan = plan();
        let error = duties(&plan, "xa-tay", date::parse("2025-07-01").unwrap()).unwrap_err();
        assert_eq!(error.to_string(), "the plan has no actor `xa-tay`, did you mean `xa-bac`?");
    }

    #[cfg(feature = "json")]
    #[test]
    fn the_json_is_the_contract_of_the_command() {
        let plan = plan();
        let duties = duties(&plan, "xa-bac", date::parse("2025-08-01").unwrap()).unwrap();
        let json = serde_json::to_value(&duties).unwrap();
        assert_eq!(
            json,
            serde_json::json!([
                {
                    "obligation": "thong-diep",
                    "state": "overdue",
                    "due": "2025-07-31",
                    "clause": null,
                    "evidence": [{ "kind": "message", "message": "chinh" }],
                    "snippet": "<loa-message src=\"/loa/hai-cap/\" actor=\"xa-bac\"></loa-message>",
                    "publish": [],
                },
                {
                    "obligation": "huong-dan",
                    "state": "due",
                    "due": { "unknown": "kế hoạch không nêu" },
                    "clause": null,
                    "evidence": [{ "kind": "guide", "min": 2 }],
                    "snippet": "<loa-guide src=\"/loa/hai-cap/\" actor=\"xa-bac\" guide=\"khai-sinh\"></loa-guide>\n\
                        <loa-guide src=\"/loa/hai-cap/\" actor=\"xa-bac\" guide=\"ket-hon\"></loa-guide>",
                    "publish": [],
                },
            ])
        );
    }
}
