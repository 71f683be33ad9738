//! Options that are a name and a whole number.

use anyhow::{Context, Result, bail};

/// Reads `--name N` for each of the names that there are; the last of a name counts.
pub(super) fn read<const N: usize>(arguments: &[String], names: [&str; N]) -> Result<[Option<u64>; N]> {
    let mut values = [None; N];
    let mut rest = arguments.iter();
    while let Some(name) = rest.next() {
        let Some(place) = names.iter().zip(&mut values).find(|(known, _)| *known == name).map(|(_, value)| value)
        else {
            bail!("unexpected `{name}`; `cargo xtask soak --help` lists what there is");
        };
        let text = rest.next().with_context(|| format!("`{name}` wants a number behind it"))?;
        *place = Some(text.parse().with_context(|| format!("`{text}` is not a whole number"))?);
    }
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Result<[Option<u64>; 2], String> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        read(&words, ["--rounds", "--seed"]).map_err(|error| error.to_string())
    }

    #[test]
    fn each_option_has_a_whole_number() {
        assert_eq!(of(&[]), Ok([None, None]));
        assert_eq!(of(&["--seed", "7", "--rounds", "3"]), Ok([Some(3), Some(7)]));
        assert_eq!(of(&["--rounds"]), Err("`--rounds` wants a number behind it".to_owned()));
        assert_eq!(of(&["--rounds", "x"]), Err("`x` is not a whole number".to_owned()));
        assert_eq!(
            of(&["--fast"]),
            Err("unexpected `--fast`; `cargo xtask soak --help` lists what there is".to_owned())
        );
    }
}
