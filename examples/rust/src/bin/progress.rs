//! Prints how far a target is reached on a day, and of how many agencies; with an agency, how far that one is.
//!
//! `cargo run -p loa-examples --bin progress -- examples/campaigns/hanoi-2025/plan.toml xa-nop-truc-tuyen 2025-07-30`

use anyhow::Context;
use loa_plan::{Known, Plan, date, progress};

const USAGE: &str = "say which plan, target and day: `progress plan.toml xa-nop-truc-tuyen 2025-07-30 [agency]`";

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().context(USAGE)?;
    let id = arguments.next().context(USAGE)?;
    let day = arguments.next().context(USAGE)?;
    let actor = arguments.next();
    let day = date::parse(&day).with_context(|| format!("`{day}` is not a date, expected for example `2025-07-30`"))?;
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read `{file}`"))?;
    let plan = Plan::from_toml(&text)?;
    let target = plan.targets.iter().find(|target| target.id.as_str() == id);
    let target = target.with_context(|| format!("the plan has no target `{id}`"))?;

    let progress = match &actor {
        Some(actor) => progress::of_actor(&plan, target, actor, day)?,
        None => progress::total(&plan, target, day),
    };
    println!("{}", target.title);
    // What is not known has a reason; it is never zero.
    println!("  figure: {}{}", said(&progress.value), if progress.illustrative { ", made up" } else { "" });
    if let Some(period) = progress.period {
        println!("  period: {} to {}", period.starts, period.ends);
    }
    println!("  goal: {}", said(progress.goal));
    if let Some(agencies) = &progress.denominator {
        println!("  agencies on that day: {}", said(agencies));
    }
    match progress.reached {
        Some(true) => println!("  reached"),
        Some(false) => println!("  not reached"),
        None => println!("  reached or not: cannot be said"),
    }
    Ok(())
}

fn said<T: std::fmt::Display>(value: &Known<T>) -> String {
    match value {
        Known::Is(value) => value.to_string(),
        Known::Unknown { unknown: why } => format!("not known: {why}"),
    }
}
