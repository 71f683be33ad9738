//! Every text of a plan, with its path.

use std::fmt;

use super::references::each_cite;
use super::unknowns;
use crate::{Cite, Plan, Text};

/// Called with a path and the text there.
type Visit<'v, T> = dyn FnMut(fmt::Arguments<'_>, &T) + 'v;

/// Calls `visit` with every text that may be given in several languages.
pub(super) fn each(plan: &Plan, visit: &mut Visit<'_, Text>) {
    macro_rules! texts {
        ($($list:ident: $($field:ident)*;)*) => {$(
            for (i, entry) in plan.$list.iter().enumerate() {
                $(if let Some(text) = given(&entry.$field) {
                    visit(format_args!("{}[{i}].{}", stringify!($list), stringify!($field)), text);
                })*
            }
        )*};
    }
    visit(format_args!("title"), &plan.title);
    if let Some(text) = given(&plan.summary) {
        visit(format_args!("summary"), text);
    }
    if let Some(decision) = &plan.decision {
        visit(format_args!("decision.title"), &decision.title);
        visit(format_args!("decision.issuer"), &decision.issuer);
    }
    texts! {
        sources: title publisher note;
        phases: title aim;
        audiences: title;
        topics: title;
        channels: title address note;
        messages: text;
        actors: title;
        activities: title evidence;
        principles: title;
        indicators: title numerator denominator;
        targets: title;
        measurements: note;
        obligations: title;
    }
    for (i, actor) in plan.actors.iter().enumerate() {
        for (j, duty) in actor.duties.iter().enumerate() {
            visit(format_args!("actors[{i}].duties[{j}].text"), &duty.text);
        }
    }
    unknowns::each(plan, &mut |why, path| visit(format_args!("{path}.unknown"), why));
}

/// Calls `visit` with every text in every language in which it is given.
pub(super) fn each_version(plan: &Plan, visit: &mut Visit<'_, str>) {
    each(plan, &mut |path, text| {
        for (language, version) in text.each() {
            match language {
                Some(language) => visit(format_args!("{path}.{language}"), version),
                None => visit(path, version),
            }
        }
    });
}

/// Calls `visit` with every text of [`each_version`], and with those that are copied from elsewhere as they stand.
pub(super) fn each_string(plan: &Plan, visit: &mut Visit<'_, str>) {
    each_version(plan, visit);
    if let Some(decision) = &plan.decision {
        visit(format_args!("decision.number"), &decision.number);
    }
    for (i, channel) in plan.channels.iter().enumerate() {
        if let Some(text) = &channel.phone {
            visit(format_args!("channels[{i}].phone"), text);
        }
        if let Some(text) = &channel.email {
            visit(format_args!("channels[{i}].email"), text);
        }
    }
    each_cite(plan, &mut |cite, at| {
        if let Cite::Place(place) = cite {
            if let Some(text) = &place.clause {
                visit(format_args!("{at}.clause"), text);
            }
            if let Some(text) = &place.quote {
                visit(format_args!("{at}.quote"), text);
            }
        }
    });
    for (i, obligation) in plan.obligations.iter().enumerate() {
        if let Some(clause) = &obligation.clause {
            if let Some(text) = &clause.article {
                visit(format_args!("obligations[{i}].clause.article"), text);
            }
            if let Some(text) = &clause.quote {
                visit(format_args!("obligations[{i}].clause.quote"), text);
            }
        }
    }
}

/// A text that must be there or may be left out, as one or none.
trait Given {
    fn text(&self) -> Option<&Text>;
}

impl Given for Text {
    fn text(&self) -> Option<&Text> {
        Some(self)
    }
}

impl Given for Option<Text> {
    fn text(&self) -> Option<&Text> {
        self.as_ref()
    }
}

fn given(text: &impl Given) -> Option<&Text> {
    text.text()
}

/// The text in backticks, cut when it is long, so that a message stays readable.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", text[..end].trim_end()),
        None => format!("`{text}`"),
    }
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::checks::test::plan;

    #[test]
    fn every_text_is_visited_with_its_path() {
        let plan = plan(
            r#"
summary = { vi = "Tóm tắt", en = "Summary" }
[[channels]]
id = "cong"
group = "portal"
title = "Cổng"
email = "cong@example.vn"
[[actors]]
id = "so"
kind = "department"
title = "Sở"
count = { unknown = "chưa đếm" }
duties = [{ text = "Đăng bài", source = { id = "kh", clause = "Mục 1" } }]
"#,
        );
        let mut seen = Vec::new();
        each_string(&plan, &mut |path, text| seen.push(format!("{path}: {text}")));
        let expected = "title: Kế hoạch thử
summary.en: Summary
summary.vi: Tóm tắt
channels[0].title: Cổng
actors[0].title: Sở
actors[0].duties[0].text: Đăng bài
actors[0].count.unknown: chưa đếm
channels[0].email: cong@example.vn
actors[0].duties[0].source.clause: Mục 1";
        assert_eq!(seen.join("\n"), expected);
    }

    #[test]
    fn a_long_text_is_cut_where_it_is_shown() {
        assert_eq!(shown("ngắn"), "`ngắn`");
        assert_eq!(shown(&"ơ".repeat(61)), format!("`{}…`", "ơ".repeat(60)));
    }
}
