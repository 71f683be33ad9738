//! The service is killed again and again while it is sent feedback.

use anyhow::Result;

use super::{Soak, options};
use crate::{command, postgres, progress};

pub(super) const SOAK: Soak = Soak { name: "kills", run };

fn run(arguments: &[String]) -> Result<()> {
    let [rounds, seed] = options::read(arguments, ["--rounds", "--seed"])?;
    if let Err(reason) = postgres::ready() {
        progress::step(format!("PostgreSQL is left out: {reason}"));
    }
    let mut test = command::cargo();
    test.args(["test", "--release", "--package", "loa-cli", "--test", "kills", "--", "--nocapture"]);
    test.env("LOA_KILL_ROUNDS", rounds.unwrap_or(50).to_string());
    test.envs(seed.map(|seed| ("LOA_KILL_SEED", seed.to_string())));
    command::run(&mut test)
}
