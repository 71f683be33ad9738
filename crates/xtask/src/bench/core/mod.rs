//! `cargo xtask bench core`: reading and checking beside the bare parsers (B13), and building (B18).

mod building;
mod growth;
mod instructions;
mod memory;
mod reading;
mod report;
mod row;

use anyhow::{Result, bail};

use self::instructions::Instructions;
use self::report::Report;
use super::Bench;
use crate::{command, progress, workspace};

pub(super) const BENCH: Bench =
    Bench { name: "core", about: "reading, checking and building, beside the bare parsers", run };

fn run(arguments: &[String]) -> Result<()> {
    let options = Options::parse(arguments)?;
    let target = workspace::target()?;
    let folder = target.join("bench");
    progress::step("building `loa` and `loa-bench` with optimisation");
    command::run(command::cargo().args(["build", "--release", "--package", "loa-cli", "--package", "loa-bench"]))?;
    let programs = target.join("release");
    let bench = programs.join(format!("loa-bench{}", std::env::consts::EXE_SUFFIX));
    let loa = programs.join(format!("loa{}", std::env::consts::EXE_SUFFIX));
    progress::step("counting instructions");
    let counted = instructions::count(&bench, &folder)?;
    let accepted = Instructions::committed()?;
    if options.accept {
        let Ok(counted) = counted else { bail!("nothing was accepted: valgrind is not on the path; install it") };
        return workspace::write(&Instructions::path(), counted.to_file());
    }
    progress::step("measuring memory");
    let memory = memory::measure(&bench)?;
    progress::step("building bundles");
    let mut rows = building::measure(&loa, &bench, &folder, &target.join("widgets"))?;
    progress::step("measuring with criterion, which takes some minutes");
    let times = reading::measure(&folder.join("criterion"))?;
    rows.splice(0..0, reading::rows(&times)?);
    let report = Report { growth: growth::of(&rows), rows, memory, instructions: counted, accepted };
    let json = format!("{:#}\n", report.to_json());
    workspace::write(&folder.join("core.json"), &json)?;
    print!("{}", if options.json { json } else { report.to_text() });
    Ok(())
}

#[derive(Debug, Default, PartialEq, Eq)]
struct Options {
    json: bool,
    accept: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self> {
        let mut options = Self::default();
        let mut rest = arguments.iter().map(String::as_str);
        while let Some(argument) = rest.next() {
            match argument {
                "--accept" => options.accept = true,
                "--format" => match rest.next() {
                    Some("json") => options.json = true,
                    Some("text") => options.json = false,
                    other => bail!("`--format {}` is not possible; write `text` or `json`", other.unwrap_or_default()),
                },
                _ => bail!("unexpected `{argument}`; the options are `--format` and `--accept`"),
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Options> {
        Options::parse(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read_and_others_refused() {
        assert_eq!(parse(&["--format", "json"]).unwrap(), Options { json: true, accept: false });
        assert_eq!(parse(&["--accept"]).unwrap(), Options { json: false, accept: true });
        assert_eq!(
            parse(&["--format", "xml"]).unwrap_err().to_string(),
            "`--format xml` is not possible; write `text` or `json`"
        );
        assert_eq!(
            parse(&["--fast"]).unwrap_err().to_string(),
            "unexpected `--fast`; the options are `--format` and `--accept`"
        );
    }
}
