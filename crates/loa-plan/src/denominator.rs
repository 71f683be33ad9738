//! How many agencies there are on a date.

use chrono::NaiveDate;

use crate::membership::{self, groups, members};
use crate::succession::{Existence, existence};
use crate::{Actor, ActorId, Count, Known, Plan, Text};

/// How many agencies `of` stands for on `date`: the sum over those that exist on that day.
///
/// An agency that stands beside its own group counts once. The sum is unknown when a part of it is;
/// the reason then names each such part.
#[must_use]
pub fn denominator(plan: &Plan, of: &[ActorId], date: NaiveDate) -> Known<Count> {
    let mut sum = 0_u64;
    let mut unknown = Vec::new();
    for (i, id) in of.iter().enumerate().filter(|(i, id)| !of.iter().take(*i).any(|earlier| earlier == *id)) {
        let Some(actor) = membership::get(plan, id.as_str()) else {
            unknown.push(Text::bilingual(
                format!("kế hoạch không có đơn vị `{id}`"),
                format!("the plan has no actor `{id}`"),
            ));
            continue;
        };
        let counted_elsewhere =
            groups(plan, actor).iter().any(|group| of.iter().enumerate().any(|(j, id)| j != i && *id == group.id));
        if counted_elsewhere || existence(plan, actor, date) != Existence::Exists {
            continue;
        }
        match size(plan, actor, date) {
            Known::Is(count) => sum = sum.saturating_add(count.value()),
            Known::Unknown { unknown: why } => unknown.push(why),
        }
    }
    if unknown.is_empty() {
        i64::try_from(sum).ok().and_then(|sum| Count::new(sum).ok()).map_or_else(too_many, Known::Is)
    } else {
        Known::Unknown { unknown: joined(&unknown) }
    }
}

/// How many agencies one entry stands for: its count, else as many as its members, else one.
pub(crate) fn size(plan: &Plan, actor: &Actor, date: NaiveDate) -> Known<Count> {
    match &actor.count {
        Some(Known::Is(count)) => Known::Is(*count),
        Some(Known::Unknown { unknown }) => {
            let why = |lang| format!("{}: {}", actor.title.get(lang), unknown.get(lang));
            Known::Unknown { unknown: Text::bilingual(why("vi"), why("en")) }
        }
        None => {
            // A member has a group, so a circle of groups without counts would never end.
            let circle = groups(plan, actor).iter().any(|group| group.member_of.as_ref() == Some(&actor.id));
            let members: Vec<ActorId> = if circle {
                Vec::new()
            } else {
                members(plan, &actor.id, date).into_iter().map(|member| member.id.clone()).collect()
            };
            if members.is_empty() { Known::Is(Count::ONE) } else { denominator(plan, &members, date) }
        }
    }
}

fn too_many() -> Known<Count> {
    Known::Unknown { unknown: Text::bilingual("tổng quá lớn".to_owned(), "the sum is too large".to_owned()) }
}

/// Several reasons as one.
fn joined(reasons: &[Text]) -> Text {
    let join =
        |lang: &str| reasons.iter().map(|why| why.get(lang).trim_end_matches('.')).collect::<Vec<_>>().join("; ");
    Text::bilingual(join("vi"), join("en"))
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::date;

    fn of(ids: &[&str], on: &str) -> String {
        let plan = Plan::from_toml(include_str!("../../../tests/fixtures/two-tiers.toml")).unwrap();
        let ids: Vec<ActorId> = ids.iter().map(|id| ActorId::new(*id).unwrap()).collect();
        match denominator(&plan, &ids, date::parse(on).unwrap()) {
            Known::Is(count) => count.to_string(),
            Known::Unknown { unknown } => unknown.to_string(),
        }
    }

    #[test]
    fn on_each_date_those_are_counted_that_exist_then() {
        assert_eq!(of(&["huyen", "xa"], "2025-06-30"), "4");
        assert_eq!(of(&["huyen", "xa"], "2025-07-01"), "3");
        assert_eq!(of(&["huyen", "xa"], "2026-01-01"), "3");
        assert_eq!(of(&["xa"], "2025-06-30"), "0");
    }

    #[test]
    fn a_member_beside_its_group_and_an_id_given_twice_count_once() {
        assert_eq!(of(&["xa-bac", "xa"], "2025-07-01"), "3");
        assert_eq!(of(&["xa", "xa"], "2025-07-01"), "3");
        assert_eq!(of(&["xa-bac", "xa-nam"], "2025-07-01"), "2");
        assert_eq!(of(&["trung-tam"], "2025-07-01"), "1");
    }

    #[test]
    fn the_sum_with_an_unknown_part_is_unknown_and_says_which() {
        assert_eq!(of(&["trung-tam", "so"], "2025-07-01"), "Các sở: không tìm thấy danh sách");
        assert_eq!(
            of(&["so", "khong-co"], "2025-07-01"),
            "Các sở: không tìm thấy danh sách; kế hoạch không có đơn vị `khong-co`"
        );
    }

    #[test]
    fn a_group_without_a_count_is_as_large_as_its_members() {
        let mut plan = Plan::from_toml(include_str!("../../../tests/fixtures/two-tiers.toml")).unwrap();
        let xa = ActorId::new("xa").unwrap();
        plan.actors.iter_mut().filter(|actor| actor.id == xa).for_each(|actor| actor.count = None);
        let day = date::parse("2025-07-01").unwrap();
        assert_eq!(denominator(&plan, std::slice::from_ref(&xa), day), Known::Is(Count::new(3).unwrap()));
        // A circle of groups without counts ends too.
        let first = ActorId::new("xa-bac").unwrap();
        plan.actors.iter_mut().filter(|actor| actor.id == xa).for_each(|actor| actor.member_of = Some(first.clone()));
        assert_eq!(denominator(&plan, &[xa], day), Known::Is(Count::ONE));
    }
}
