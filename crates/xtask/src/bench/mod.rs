//! `cargo xtask bench`: how fast everything is, beside the peers and against the budgets.

mod browser_program;
mod budget;
mod core;
mod figures;
mod interact;
mod machine;
mod page;
mod peers;
mod report;
mod rounds;
pub(crate) mod serve;
mod splitting;

use anyhow::{Result, bail};

use crate::Verb;

pub(crate) const VERB: Verb = Verb {
    name: "bench",
    about: "how fast everything is, beside the peers and against the budgets",
    help: "
Builds what is measured, prints medians and budgets, and writes them with every sample, the machine and the date into
target/bench/NAME.json. Nothing fails when a budget is not met. Times are worth something on a machine that does
nothing else.

  cargo xtask bench page             cold loads in Chromium beside peers from npm: Slow 4G, processor four times slower
  cargo xtask bench interact         steps, ticks, audiences, 100 widgets, 1,000 mounts: processor four times slower

  cargo xtask bench core             reading, checking and building beside the bare parsers; B13 and B18

  cargo xtask bench serve            feedback taken in by 128 connections, beside Isso from PyPI; B16

  cargo xtask bench splitting        what pages would fetch if the module were divided, now and with one more widget

  --more text,form                   of which kinds splitting measures one more widget, all four unless given
  --rounds N                         how many times pages and services are measured, 7 unless given
  --format json                      the figures of core as JSON, which target/bench/core.json holds in any case
  --accept                           counts the instructions of core and writes them into tests/instructions.toml",
    run,
};

/// One set of measurements; its module is named after it.
struct Bench {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const BENCHES: &[Bench] = &[page::BENCH, interact::BENCH, core::BENCH, serve::BENCH, splitting::BENCH];

fn run(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else { bail!("which one? {}", list()) };
    match BENCHES.iter().find(|bench| bench.name == name) {
        Some(bench) => (bench.run)(rest),
        None => bail!("no bench `{name}`; there are {}", list()),
    }
}

fn list() -> String {
    let lines = BENCHES.iter().map(|bench| format!("`{}` ({})", bench.name, bench.about));
    lines.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_bench_is_named_with_those_that_there_are() {
        let error = run(&["pages".to_owned()]).unwrap_err().to_string();
        assert!(error.starts_with("no bench `pages`; there are `page` (cold loads beside peers), "), "{error}");
    }

    #[test]
    fn every_bench_is_in_the_help() {
        assert!(BENCHES.iter().all(|bench| VERB.help.contains(&format!("cargo xtask bench {}", bench.name))));
    }
}
