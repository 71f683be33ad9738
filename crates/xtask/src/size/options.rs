//! What `cargo xtask size` was asked for.

use anyhow::{Result, bail, ensure};

/// The options.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Options {
    pub json: bool,
    pub accept: bool,
    pub date: Option<String>,
}

impl Options {
    pub(super) fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self::default();
        let mut rest = arguments.iter().map(String::as_str);
        while let Some(argument) = rest.next() {
            match argument {
                "--accept" => options.accept = true,
                "--date" => options.date = Some(date(rest.next().unwrap_or_default())?),
                "--format" => match rest.next().unwrap_or_default() {
                    "json" => options.json = true,
                    "text" => options.json = false,
                    other => bail!("`--format {other}` is not possible; write `--format text` or `--format json`"),
                },
                _ => bail!("unexpected `{argument}`; the options are `--accept`, `--date` and `--format`"),
            }
        }
        ensure!(options.date.is_none() || options.accept, "`--date` is for `--accept`; write both, or neither");
        Ok(options)
    }
}

/// Four, two and two digits: enough to sort and to read, and no calendar is asked.
fn date(text: &str) -> Result<String> {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.iter().all(digits);
    ensure!(is_date, "`{text}` is not a day; write for example `--date 2026-11-24`");
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Options> {
        Options::parse(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read() {
        assert_eq!(parse(&[]).unwrap(), Options::default());
        assert!(parse(&["--format", "json"]).unwrap().json);
        let options = parse(&["--accept", "--date", "2026-11-24"]).unwrap();
        assert_eq!(options, Options { json: false, accept: true, date: Some("2026-11-24".to_owned()) });
    }

    #[test]
    fn others_are_refused_with_what_there_is() {
        let said = |words: &[&str]| parse(words).unwrap_err().to_string();
        assert_eq!(said(&["--fast"]), "unexpected `--fast`; the options are `--accept`, `--date` and `--format`");
        assert_eq!(
            said(&["--format", "xml"]),
            "`--format xml` is not possible; write `--format text` or `--format json`"
        );
        assert_eq!(
            said(&["--accept", "--date", "24/11/2026"]),
            "`24/11/2026` is not a day; write for example `--date 2026-11-24`"
        );
        assert_eq!(said(&["--date", "2026-11-24"]), "`--date` is for `--accept`; write both, or neither");
    }
}
