//! How many times everything is measured.

use anyhow::{Result, bail};

/// Enough for a median that one busy moment does not move.
const USUAL: usize = 7;

/// Reads `--rounds N`.
pub(super) fn rounds(arguments: &[String]) -> Result<usize> {
    match arguments {
        [] => Ok(USUAL),
        [option, number] if option == "--rounds" => match number.parse() {
            Ok(rounds) if rounds > 0 => Ok(rounds),
            _ => bail!("`{number}` is not a number of rounds; give for example `--rounds 7`"),
        },
        [option] if option == "--rounds" => bail!("`--rounds` needs a number, for example `--rounds 7`"),
        [first, ..] => bail!("unexpected `{first}`; the only option is `--rounds N`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str]) -> Result<usize> {
        rounds(&arguments.iter().map(|argument| (*argument).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn there_are_seven_rounds_unless_others_are_wanted() {
        assert_eq!(of(&[]).unwrap(), 7);
        assert_eq!(of(&["--rounds", "3"]).unwrap(), 3);
    }

    #[test]
    fn a_wrong_number_is_explained() {
        let said = |arguments: &[&str]| of(arguments).unwrap_err().to_string();
        assert_eq!(said(&["--rounds", "0"]), "`0` is not a number of rounds; give for example `--rounds 7`");
        assert_eq!(said(&["--rounds"]), "`--rounds` needs a number, for example `--rounds 7`");
        assert_eq!(said(&["--fast"]), "unexpected `--fast`; the only option is `--rounds N`");
    }
}
