//! Intake and redaction are fed with input that nobody has thought of.

use anyhow::Result;

use super::{Soak, options};
use crate::{command, progress};

pub(super) const SOAK: Soak = Soak { name: "fuzz", run };

fn run(arguments: &[String]) -> Result<()> {
    let [minutes, seed] = options::read(arguments, ["--minutes", "--seed"])?;
    let minutes = minutes.unwrap_or(60);
    progress::step(format!("each target for {minutes} minutes, side by side"));
    let mut test = command::cargo();
    test.args(["test", "--release", "--package", "loa-server", "--test", "fuzz", "--", "--nocapture"]);
    test.env("LOA_FUZZ_SECONDS", (minutes * 60).to_string());
    test.envs(seed.map(|seed| ("LOA_FUZZ_SEED", seed.to_string())));
    command::run(&mut test)
}
