//! Reads a plan and prints what the checks find in it, each with its place in the file.
//!
//! `cargo run -p loa-examples --bin findings -- examples/campaigns/hanoi-2025/plan.toml 2026-11-24`

use anyhow::Context;
use loa_plan::{Plan, Severity, checks, date, read};

const USAGE: &str = "say which plan and which day: `findings examples/campaigns/hanoi-2025/plan.toml 2026-11-24`";

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().context(USAGE)?;
    let day = arguments.next().context(USAGE)?;
    let day = date::parse(&day).with_context(|| format!("`{day}` is not a date, expected for example `2026-11-24`"))?;
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read `{file}`"))?;

    // A plan that cannot be read is an error that names every problem with its place and one way out.
    let document = read::toml::<Plan>(&file, &text)?;

    // A plan that can be read is judged; that gives findings and cannot fail.
    let findings = checks::run(&document.value, day);
    for finding in &findings {
        // A finding knows its path, `targets[3].goal`; the document knows where in the file that stands.
        match document.places.locate(&finding.path) {
            Some(place) => print!("{file}:{}:{}: ", place.line, place.column),
            None => print!("{file}: "),
        }
        println!("{}: {} [{}]", finding.severity, finding.message, finding.rule);
        println!("  help: {}", finding.help);
    }

    let number = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    println!(
        "{} errors, {} warnings, {} infos",
        number(Severity::Error),
        number(Severity::Warning),
        number(Severity::Info)
    );
    Ok(())
}
