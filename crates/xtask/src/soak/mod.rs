//! `cargo xtask soak`: tests that take long, for a night rather than for each change.

mod fuzz;
mod kills;
mod options;
mod submissions;

use anyhow::{Result, bail};

use crate::Verb;

pub(crate) const VERB: Verb = Verb {
    name: "soak",
    about: "tests that take long: the service killed, filled, and fed with anything",
    help: "
  cargo xtask soak kills             kills the service 50 times under load on each database; nothing that was
                                     acknowledged may be lost or be there twice
  cargo xtask soak submissions       sends a million feedbacks to one service; its memory may not grow with them
  cargo xtask soak fuzz              feeds intake and redaction for an hour with input that nobody has thought of

  --rounds N                         how many kills instead of 50
  --count N                          how many submissions instead of a million
  --minutes N                        how long instead of an hour
  --seed N                           other moments, other input; the seed of a run is printed",
    run,
};

/// One long test; its module is named after it.
struct Soak {
    name: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const SOAKS: [Soak; 3] = [kills::SOAK, submissions::SOAK, fuzz::SOAK];

fn run(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else { bail!("which one? there are {}", list()) };
    match SOAKS.iter().find(|soak| soak.name == name) {
        Some(soak) => (soak.run)(rest),
        None => bail!("no soak `{name}`; there are {}", list()),
    }
}

fn list() -> String {
    SOAKS.map(|soak| format!("`{}`", soak.name)).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_soak_is_named_with_those_that_there_are() {
        assert_eq!(
            run(&["fill".to_owned()]).unwrap_err().to_string(),
            "no soak `fill`; there are `kills`, `submissions`, `fuzz`"
        );
        assert!(SOAKS.iter().all(|soak| VERB.help.contains(&format!("cargo xtask soak {}", soak.name))));
    }
}
