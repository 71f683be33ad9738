//! Prints what an agency owes on a day: until when, under which words, shown by what.
//!
//! `cargo run -p loa-examples --bin duties -- examples/campaigns/hanoi-2025/plan.toml phuong-vi-du 2025-07-01`

use anyhow::Context;
use loa_plan::{DutyState, Known, Plan, date, duties};

const USAGE: &str = "say which plan, agency and day: `duties plan.toml phuong-vi-du 2025-07-01`";

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().context(USAGE)?;
    let actor = arguments.next().context(USAGE)?;
    let day = arguments.next().context(USAGE)?;
    let day = date::parse(&day).with_context(|| format!("`{day}` is not a date, expected for example `2025-07-01`"))?;
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read `{file}`"))?;
    let plan = Plan::from_toml(&text)?;

    // An agency owes what stands under its own name and under that of its groups.
    // A name that the plan does not have is an error with the nearest one.
    for duty in duties(&plan, &actor, day)? {
        let state = match duty.state {
            DutyState::Overdue => "overdue",
            DutyState::Due => "due",
            DutyState::NotBegun => "not begun",
            DutyState::Ended => "ended",
        };
        println!("{state}: {}", duty.obligation.title);
        match duty.due {
            Some(Known::Is(by)) => println!("  by: {by}"),
            Some(Known::Unknown { unknown: why }) => println!("  by: not known: {why}"),
            None => println!("  by: not said"),
        }
        if let Some(words) = duty.clause.and_then(|clause| clause.quote.as_ref().or(clause.article.as_ref())) {
            println!("  under: {words}");
        }
        for html in duty.snippet.iter().flat_map(|snippet| snippet.lines()) {
            println!("  paste: {html}");
        }
        for words in &duty.publish {
            println!("  publish: {words}");
        }
    }
    Ok(())
}
