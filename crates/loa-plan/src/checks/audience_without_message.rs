//! An audience gets no message in a phase.
//!
//! # Why it matters
//! Whoever is named as an audience and then not spoken to learns of the change from rumour.
//! The main message does not count, since it is for everybody.
//!
//! An audience with tags, such as elderly people, is also reached by the messages for all of its kind; then it is only
//! noted that it has none of its own. "An audience with no message" is a known weakness of communication plans in the
//! guidance of the UK Government Communication Service (OASIS).
//!
//! # Source
//! UK Government Communication Service, OASIS (audience); Kế hoạch 40/KH-UBND of Hanoi has messages of its own for
//! each audience.
//!
//! # Example
//! ```toml
//! [[audiences]]
//! id = "doanh-nghiep"
//! kind = "business"
//! title = "Doanh nghiệp"
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Rule, about};
use crate::{Audience, AudienceId, AudienceKind, Finding, Message, Phase, Plan, Severity};

pub(super) const RULE: Rule = Rule {
    name: "audience-without-message",
    severity: Severity::Warning,
    about: about!("audience_without_message.rs"),
    check,
};

fn check(plan: &Plan, _: NaiveDate) -> Vec<Finding> {
    let messages: Vec<&Message> = plan.messages.iter().filter(|message| !message.main).collect();
    let mut silences: Vec<Silence<'_>> = plan.audiences.iter().map(|_| Silence::default()).collect();
    // Phases are taken by 128, a bit for each, so that time grows with the plan and not with phases × audiences.
    let mut chunks: Vec<&[Phase]> = plan.phases.chunks(128).collect();
    if chunks.is_empty() {
        chunks.push(&[]);
    }
    for phases in chunks {
        listen(plan, &messages, phases, &mut silences);
    }
    let each = plan.audiences.iter().zip(&silences).enumerate();
    each.filter_map(|(i, (audience, silence))| report(i, audience, silence)).collect()
}

/// The phases in which an audience hears nothing, and those in which it hears nothing of its own.
#[derive(Default)]
struct Silence<'a> {
    whole: Phases<'a>,
    own: Phases<'a>,
}

/// How many phases, and the first few; none at all stands for a plan without phases.
#[derive(Default)]
struct Phases<'a> {
    count: usize,
    first: Vec<Option<&'a Phase>>,
}

impl<'a> Phases<'a> {
    const SHOWN: usize = 3;

    fn add(&mut self, mut bits: u128, phases: &'a [Phase]) {
        self.count += bits.count_ones() as usize;
        while bits != 0 && self.first.len() < Self::SHOWN {
            self.first.push(phases.get(bits.trailing_zeros() as usize));
            bits &= bits - 1;
        }
    }

    /// ` in phase `a``, ` in the phases `a`, `b`, `c` and 2 more`, or nothing for a plan without phases.
    fn words(&self) -> String {
        let names: Vec<String> = self.first.iter().flatten().map(|phase| format!("`{}`", phase.id)).collect();
        match (names.as_slice(), self.count.saturating_sub(names.len())) {
            ([], _) => String::new(),
            ([name], 0) => format!(" in phase {name}"),
            (names, 0) => format!(" in the phases {}", names.join(", ")),
            (names, more) => format!(" in the phases {} and {more} more", names.join(", ")),
        }
    }
}

fn listen<'a>(plan: &'a Plan, messages: &[&Message], phases: &'a [Phase], silences: &mut [Silence<'a>]) {
    let bits: HashMap<_, u128> = phases.iter().enumerate().map(|(i, phase)| (&phase.id, 1 << i)).collect();
    // A plan without phases is treated as if it were one phase.
    let all = u128::MAX >> (128 - phases.len().max(1));
    let mut heard: HashMap<&AudienceId, u128> = HashMap::new();
    for message in messages {
        let whole_plan = message.phases.is_empty() || phases.is_empty();
        let when =
            if whole_plan { all } else { message.phases.iter().filter_map(|id| bits.get(id)).fold(0, |a, b| a | b) };
        for audience in &message.audiences {
            *heard.entry(audience).or_default() |= when;
        }
    }
    let heard_by = |audience: &Audience| heard.get(&audience.id).copied().unwrap_or_default();
    let mut heard_by_all_of: HashMap<AudienceKind, u128> = HashMap::new();
    for audience in plan.audiences.iter().filter(|audience| audience.tags.is_empty()) {
        *heard_by_all_of.entry(audience.kind).or_default() |= heard_by(audience);
    }
    for (audience, silence) in plan.audiences.iter().zip(silences) {
        let own = heard_by(audience);
        let general =
            if audience.tags.is_empty() { 0 } else { heard_by_all_of.get(&audience.kind).copied().unwrap_or(0) };
        silence.own.add(all & !own, phases);
        silence.whole.add(all & !(own | general), phases);
    }
}

fn report(i: usize, audience: &Audience, silence: &Silence<'_>) -> Option<Finding> {
    let (id, path) = (&audience.id, format!("audiences[{i}]"));
    if silence.whole.count > 0 {
        let message = format!("audience `{id}` gets no message{}", silence.whole.words());
        return Some(RULE.finding(
            path,
            message,
            format!("write \"{id}\" into the audiences = […] of a message that fits, or add one"),
        ));
    }
    if silence.own.count > 0 {
        let message = format!(
            "audience `{id}` gets no message of its own{}, only those for everybody of its kind",
            silence.own.words()
        );
        let help = format!("if it needs other words, add a message with audiences = [\"{id}\"]");
        return Some(RULE.finding_as(Severity::Info, path, message, help));
    }
    None
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use expect_test::expect;

    use super::RULE;
    use crate::checks::test::check;

    const PHASES: &str = r#"
[[phases]]
id = "dau"
title = "Đầu"
aim = "Thử"
starts = 2025-01-01
ends = 2025-06-30
[[phases]]
id = "sau"
title = "Sau"
aim = "Thử"
starts = 2025-07-01
ends = 2025-12-31
[[messages]]
id = "chinh"
text = "Tận tâm"
main = true
audiences = ["im-lang"]
"#;

    #[test]
    fn an_audience_without_a_message_is_reported_with_the_phases() {
        let rest = r#"
[[audiences]]
id = "im-lang"
kind = "business"
title = "Im lặng"
[[audiences]]
id = "nua-nam"
kind = "citizen"
title = "Nửa năm"
[[audiences]]
id = "ca-nam"
kind = "official"
title = "Cả năm"
[[messages]]
id = "nua"
text = "Nửa"
audiences = ["nua-nam"]
phases = ["dau"]
[[messages]]
id = "ca"
text = "Cả"
audiences = ["ca-nam"]
"#;
        check(
            &RULE,
            &format!("{PHASES}{rest}"),
            &expect![[r#"
            warning: audience `im-lang` gets no message in the phases `dau`, `sau` (audiences[0])
              help: write "im-lang" into the audiences = […] of a message that fits, or add one
            warning: audience `nua-nam` gets no message in phase `sau` (audiences[1])
              help: write "nua-nam" into the audiences = […] of a message that fits, or add one"#]],
        );
    }

    #[test]
    fn a_tagged_audience_hears_what_is_said_to_all_of_its_kind() {
        let rest = r#"
[[audiences]]
id = "nguoi-dan"
kind = "citizen"
title = "Người dân"
[[audiences]]
id = "cao-tuoi"
kind = "citizen"
title = "Người cao tuổi"
tags = ["elderly"]
[[messages]]
id = "ca"
text = "Cả"
audiences = ["nguoi-dan"]
"#;
        check(
            &RULE,
            &format!("{PHASES}{rest}"),
            &expect![[r#"
            info: audience `cao-tuoi` gets no message of its own in the phases `dau`, `sau`, only those for everybody of its kind (audiences[1])
              help: if it needs other words, add a message with audiences = ["cao-tuoi"]"#]],
        );
    }

    #[test]
    fn without_phases_one_message_is_enough() {
        let text = r#"
[[audiences]]
id = "nguoi-dan"
kind = "citizen"
title = "Người dân"
[[audiences]]
id = "doanh-nghiep"
kind = "business"
title = "Doanh nghiệp"
[[messages]]
id = "ca"
text = "Cả"
audiences = ["nguoi-dan"]
"#;
        check(
            &RULE,
            text,
            &expect![[r#"
            warning: audience `doanh-nghiep` gets no message (audiences[1])
              help: write "doanh-nghiep" into the audiences = […] of a message that fits, or add one"#]],
        );
    }

    #[test]
    fn many_phases_are_counted_and_only_the_first_named() {
        let mut text = "[[audiences]]\nid = \"a\"\nkind = \"citizen\"\ntitle = \"A\"\n".to_owned();
        for n in 0..130 {
            text.push_str(&format!(
                "[[phases]]\nid = \"p{n}\"\ntitle = \"P\"\naim = \"P\"\nstarts = 2025-01-01\nends = 2025-12-31\n"
            ));
        }
        text.push_str("[[messages]]\nid = \"m\"\ntext = \"M\"\naudiences = [\"a\"]\nphases = [\"p1\", \"p129\"]\n");
        check(
            &RULE,
            &text,
            &expect![[r#"
            warning: audience `a` gets no message in the phases `p0`, `p2`, `p3` and 125 more (audiences[0])
              help: write "a" into the audiences = […] of a message that fits, or add one"#]],
        );
    }
}
