//! `cargo xtask soak`: tests that take long, for a night rather than for each change.

use anyhow::{Context, Result, bail};

use crate::{Verb, command, postgres, progress};

pub(crate) const VERB: Verb = Verb {
    name: "soak",
    about: "tests that take long: the service killed again and again",
    help: "
  cargo xtask soak kills             kills the service 50 times under load on each database; nothing that was
                                     acknowledged may be lost or be there twice

  --rounds N                         how many times instead of 50
  --seed N                           other moments; the seed of a run is printed",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else { bail!("which one? there is `kills`") };
    if name != "kills" {
        bail!("no soak `{name}`; there is `kills`");
    }
    let Kills { rounds, seed } = Kills::read(rest)?;
    if let Err(reason) = postgres::ready() {
        progress::step(format!("PostgreSQL is left out: {reason}"));
    }
    let mut test = command::cargo();
    test.args(["test", "--release", "--package", "loa-cli", "--test", "kills", "--", "--nocapture"]);
    test.env("LOA_KILL_ROUNDS", rounds.to_string());
    if let Some(seed) = seed {
        test.env("LOA_KILL_SEED", seed.to_string());
    }
    command::run(&mut test)
}

#[derive(Debug, PartialEq, Eq)]
struct Kills {
    rounds: u64,
    seed: Option<u64>,
}

impl Kills {
    fn read(arguments: &[String]) -> Result<Self> {
        let mut kills = Self { rounds: 50, seed: None };
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            let value = || rest.clone().next().with_context(|| format!("`{name}` wants a number behind it"));
            let number = |text: &String| text.parse().with_context(|| format!("`{text}` is not a whole number"));
            match name.as_str() {
                "--rounds" => kills.rounds = number(value()?)?,
                "--seed" => kills.seed = Some(number(value()?)?),
                other => bail!("unexpected `{other}`; `cargo xtask soak --help` lists what there is"),
            }
            rest.next();
        }
        Ok(kills)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Kills, String> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        Kills::read(&words).map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn rounds_and_seed_are_numbers() {
        assert_eq!(read(&[]), Ok(Kills { rounds: 50, seed: None }));
        assert_eq!(read(&["--seed", "7", "--rounds", "3"]), Ok(Kills { rounds: 3, seed: Some(7) }));
        assert_eq!(read(&["--rounds"]), Err("`--rounds` wants a number behind it".to_owned()));
        assert!(read(&["--rounds", "x"]).unwrap_err().starts_with("`x` is not a whole number"));
        assert_eq!(
            read(&["--fast"]),
            Err("unexpected `--fast`; `cargo xtask soak --help` lists what there is".to_owned())
        );
        assert_eq!(run(&["fill".to_owned()]).unwrap_err().to_string(), "no soak `fill`; there is `kills`");
    }
}
