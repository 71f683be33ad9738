//! Elderly people, or people who use little technology, are reached by digital channels alone.
//!
//! # Why it matters
//! A portal, a social network or an app does not reach those whom the plan itself names as using little of them.
//! Services must be made with vulnerable groups in mind (Nghị định 224/2026/NĐ-CP, Điều 23).
//!
//! What counts are the channels of the messages and activities for this audience and for everybody of its kind.
//!
//! # Source
//! Nghị định 224/2026/NĐ-CP, Điều 23: vulnerable groups; that their channels are not digital is own judgement.
//!
//! # Example
//! ```toml
//! [[audiences]]
//! id = "nguoi-cao-tuoi"
//! kind = "citizen"
//! title = "Người cao tuổi"
//! tags = ["elderly"]
//! [[channels]]
//! id = "zalo"
//! group = "social"
//! title = "Zalo"
//! [[messages]]
//! id = "nop-tai-nha"
//! text = "Nộp hồ sơ tại nhà"
//! audiences = ["nguoi-cao-tuoi"]
//! channels = ["zalo"]
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{AudienceId, AudienceKind, AudienceTag, ChannelGroup, ChannelId, Finding, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "digital-only-for-low-tech",
    severity: Severity::Warning,
    about: about!("digital_only_for_low_tech.rs"),
    check,
};

/// By which sorts of channels somebody is reached.
#[derive(Debug, Clone, Copy, Default)]
struct Reach {
    digital: bool,
    other: bool,
}

impl Reach {
    fn and(self, more: Self) -> Self {
        Self { digital: self.digital || more.digital, other: self.other || more.other }
    }
}

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let groups: HashMap<&ChannelId, ChannelGroup> = plan.channels.iter().map(|c| (&c.id, c.group)).collect();
    let mut reached: HashMap<&AudienceId, Reach> = HashMap::new();
    let messages = plan.messages.iter().filter(|m| !m.main).map(|m| (&m.audiences, &m.channels));
    let activities = plan.activities.iter().map(|activity| (&activity.audiences, &activity.channels));
    for (audiences, channels) in messages.chain(activities) {
        let by = channels.iter().filter_map(|id| groups.get(id)).fold(Reach::default(), |reach, group| {
            let digital = matches!(group, ChannelGroup::Portal | ChannelGroup::Social | ChannelGroup::App);
            reach.and(Reach { digital, other: !digital })
        });
        for audience in audiences {
            let reach = reached.entry(audience).or_default();
            *reach = reach.and(by);
        }
    }
    let reach_of = |id: &AudienceId| reached.get(id).copied().unwrap_or_default();
    let mut reach_of_all: HashMap<AudienceKind, Reach> = HashMap::new();
    for audience in plan.audiences.iter().filter(|audience| audience.tags.is_empty()) {
        let reach = reach_of_all.entry(audience.kind).or_default();
        *reach = reach.and(reach_of(&audience.id));
    }
    let mut findings = Vec::new();
    for (i, audience) in plan.audiences.iter().enumerate() {
        if !audience.tags.iter().any(|tag| matches!(tag, AudienceTag::Elderly | AudienceTag::LowTech)) {
            continue;
        }
        let reach = reach_of(&audience.id).and(reach_of_all.get(&audience.kind).copied().unwrap_or_default());
        if reach.digital && !reach.other {
            findings.push(RULE.finding(
                format!("audiences[{i}]"),
                format!("audience `{}` is reached by portals, social networks and apps alone", audience.id),
                "add a channel that needs no device to one of its messages: in person, press and radio, an organisation or a hotline",
            ));
        }
    }
    findings
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    fn plan_with(message_for: &str, channels: &str) -> String {
        format!(
            r#"
[[audiences]]
id = "nguoi-dan"
kind = "citizen"
title = "Người dân"
[[audiences]]
id = "it-dung"
kind = "citizen"
title = "Người ít dùng công nghệ"
tags = ["rural", "low-tech"]
[[channels]]
id = "zalo"
group = "social"
title = "Zalo"
[[channels]]
id = "tong-dai"
group = "other"
title = "Tổng đài"
[[messages]]
id = "chao"
text = "Xin chào"
audiences = ["{message_for}"]
channels = [{channels}]
"#
        )
    }

    #[test]
    fn people_who_use_little_technology_need_another_channel() {
        check(
            &RULE,
            &plan_with("it-dung", "\"zalo\""),
            &expect![[r#"
            warning: audience `it-dung` is reached by portals, social networks and apps alone (audiences[1])
              help: add a channel that needs no device to one of its messages: in person, press and radio, an organisation or a hotline"#]],
        );
    }

    #[test]
    fn a_hotline_is_enough_also_when_it_is_for_everybody() {
        check(&RULE, &plan_with("nguoi-dan", "\"zalo\", \"tong-dai\""), &expect![[r#""#]]);
    }
}
