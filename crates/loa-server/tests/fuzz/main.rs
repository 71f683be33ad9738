//! Input that nobody has thought of: the intake and the redaction hold what they promise for all of it.
//!
//! A run is the same each time; `LOA_FUZZ_SECONDS` makes it go on with other seeds for so long, and `LOA_FUZZ_SEED` begins
//! elsewhere. `cargo xtask soak fuzz` does so.

#[path = "../server/engines.rs"]
#[expect(dead_code, reason = "the tests of the service use all of it")]
mod engines;
mod form;
mod input;
#[path = "../campaign/read.rs"]
mod read;
mod redaction;
mod submission;

use std::time::{Duration, Instant};

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

/// How many inputs a seed gives.
const CASES: u32 = 200;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}

/// Tries a target with inputs of one seed, or of many for as long as is wanted; what breaks it is made small and printed.
fn hold<S: Strategy>(name: &str, inputs: &S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let begin = Instant::now();
    let seconds = Duration::from_secs(number("LOA_FUZZ_SECONDS").unwrap_or_default());
    let first = number("LOA_FUZZ_SEED").unwrap_or(20_251_124);
    let mut seed = first;
    loop {
        let rng_seed = RngSeed::Fixed(seed);
        let config = Config { cases: CASES, failure_persistence: None, rng_seed, ..Config::default() };
        if let Err(broken) = TestRunner::new(config).run(inputs, &test) {
            panic!("{name}, LOA_FUZZ_SEED={seed}: {broken}");
        }
        seed += 1;
        if begin.elapsed() >= seconds {
            break;
        }
    }
    eprintln!("{name}: {} inputs, seeds {first} to {}", (seed - first) * u64::from(CASES), seed - 1);
}
