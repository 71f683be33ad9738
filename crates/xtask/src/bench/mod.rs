//! `cargo xtask bench NAME`: times beside those of the peers, measured in the same run.
//!
//! One benchmark is one folder, and one line in [`BENCHES`]. Each prints a table and writes its figures as
//! `target/bench/NAME.json`. Speed is never asserted in a test.

mod core;
mod machine;

use anyhow::{Result, bail};

use crate::Verb;

pub(crate) const VERB: Verb = Verb {
    name: "bench",
    about: "how long things take, beside the peers",
    help: "
  cargo xtask bench core                  reading, checking and building, against the budgets B13 and B18
  cargo xtask bench core --format json    the same figures as JSON, which target/bench/core.json holds in any case
  cargo xtask bench core --accept         counts instructions and writes them into tests/instructions.toml",
    run,
};

struct Bench {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const BENCHES: &[Bench] = &[core::BENCH];

fn run(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", overview());
        return Ok(());
    };
    let Some(bench) = BENCHES.iter().find(|bench| bench.name == name) else {
        let names: Vec<String> = BENCHES.iter().map(|bench| format!("`{}`", bench.name)).collect();
        bail!("no benchmark `{name}`; there is {}", names.join(", "));
    };
    (bench.run)(rest)
}

fn overview() -> String {
    let line = |bench: &Bench| format!("  cargo xtask bench {:<10} {}\n", bench.name, bench.about);
    BENCHES.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_benchmark_is_named_with_those_there_are() {
        let error = run(&["cores".to_owned()]).unwrap_err();
        assert!(error.to_string().starts_with("no benchmark `cores`; there is `core`"), "{error}");
    }

    #[test]
    fn every_benchmark_is_in_the_overview_and_in_the_help() {
        for bench in BENCHES {
            assert!(overview().contains(bench.about) && VERB.help.contains(&format!("bench {}", bench.name)));
        }
    }
}
