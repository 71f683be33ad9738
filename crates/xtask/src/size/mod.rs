//! `cargo xtask size`: what a page fetches, file by file and page by page, against the budgets in tests/budgets.toml.

mod artefact;
mod budget;
mod crates;
mod elements;
mod history;
mod options;
mod profile;
mod table;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use self::artefact::Artefact;
use self::budget::Budgets;
use self::crates::CrateBytes;
use self::history::Moment;
use self::options::Options;
use self::profile::{Measured, PROFILES};
use crate::build_widgets::Recipe;
use crate::kit::Kit;
use crate::site::{self, Site};
use crate::{Verb, progress, workspace};

pub(crate) const VERB: Verb = Verb {
    name: "size",
    about: "what a page fetches, against the budgets",
    help: "
Prints every file and five kinds of page with what they fetch: `loader` (the widget is far below the screen), `one-guide`,
`one-form`, `portal-home` (the front page of the demonstration) and `everything`; as they arrive from a server that compresses
nothing, with gzip 9 and with brotli 11; then the code of the module by crate. Fails when a page is more than 1 % over
the figure that is committed in tests/budgets.toml, or has one more request; a budget that is not met is printed and does
not fail.

  cargo xtask size
  cargo xtask size --format json     the same as JSON
  cargo xtask size --accept          writes today's figures into tests/budgets.toml and adds them to
                                     tests/results/size.json, with the day of the last commit
  cargo xtask size --accept --date 2026-11-24",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    let options = Options::parse(arguments)?;
    let report = measure(&site::build(Recipe::Published)?)?;
    let path = Budgets::path();
    let budgets = Budgets::read(&path)?;
    match options.json {
        true => println!("{:#}", report.json()),
        false => print!("{}", table::of(&report, &budgets)),
    }
    if options.accept {
        let moment = Moment::of_last_commit(options.date)?;
        workspace::write(&history::path(), history::add(&report, &budgets, &moment)?)?;
        return workspace::write(&path, budgets.accept(&report.profiles));
    }
    compare(&report, &budgets)
}

/// The same as a layer of the tests: nothing but what has grown is said.
pub(crate) fn check(site: &Site) -> Result<()> {
    compare(&measure(site)?, &Budgets::read(&Budgets::path())?)
}

fn compare(report: &Report, budgets: &Budgets) -> Result<()> {
    let grown = budgets.grown(&report.profiles);
    ensure!(grown.is_empty(), "{}", grown.join("\n"));
    Ok(())
}

/// The campaign whose slices are measured.
const BUNDLE: &str = "loa/hanoi-2025";

/// Everything that was measured.
#[derive(Debug, Default)]
struct Report {
    profiles: Vec<Measured>,
    /// Every file that a profile fetches.
    artefacts: Vec<Artefact>,
    crates: Vec<CrateBytes>,
}

fn measure(site: &Site) -> Result<Report> {
    progress::step("measuring");
    let kit = Kit::read(&site.widgets)?;
    let bundle = site.folder.join(BUNDLE);
    let mut report = Report { crates: crates::of_compiled_module()?, ..Report::default() };
    for profile in &PROFILES {
        let artefacts = profile.artefacts(&kit, &site.folder, &bundle)?;
        report.profiles.push(profile.measure(&artefacts));
        report.artefacts.extend(artefacts);
    }
    // Files of the kit before slices, and each once.
    report.artefacts.sort_by(|a, b| (a.role.is_none(), &a.name).cmp(&(b.role.is_none(), &b.name)));
    report.artefacts.dedup();
    Ok(report)
}

impl Report {
    fn json(&self) -> Value {
        let profiles: Vec<Value> = self.profiles.iter().map(Measured::json).collect();
        json!({ "profiles": profiles, "artefacts": self.artefacts_json(), "crates": self.crates_json() })
    }

    fn artefacts_json(&self) -> Vec<Value> {
        self.artefacts.iter().map(Artefact::json).collect()
    }

    fn crates_json(&self) -> Vec<Value> {
        self.crates.iter().map(CrateBytes::json).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::artefact::Sizes;
    use super::*;

    #[test]
    fn the_json_has_the_fields_that_were_promised() {
        let sizes = Sizes { raw: 3, gzip: 2, brotli: 1 };
        let page = Measured { name: "loader", about: "", sizes, requests: 2, promise: None };
        let artefact = Artefact { name: "loa.js".to_owned(), role: None, sizes };
        let crates = vec![CrateBytes { name: "yew".to_owned(), bytes: 9, for_our_types: 1 }];
        let report = Report { profiles: vec![page], artefacts: vec![artefact], crates };
        assert_eq!(
            report.json(),
            json!({
                "profiles": [{ "name": "loader", "raw": 3, "gzip": 2, "brotli": 1, "requests": 2 }],
                "artefacts": [{ "name": "loa.js", "raw": 3, "gzip": 2, "brotli": 1 }],
                "crates": [{ "name": "yew", "bytes": 9, "for_our_types": 1 }],
            })
        );
    }

    #[test]
    fn a_page_that_has_grown_fails() {
        let sizes = Sizes { raw: 3, gzip: 2, brotli: 1 };
        let page = Measured { name: "loader", about: "", sizes, requests: 2, promise: None };
        let report = Report { profiles: vec![page], ..Report::default() };
        assert_eq!(
            compare(&report, &Budgets::of(&[])).unwrap_err().to_string(),
            "`tests/budgets.toml` says nothing of what `loader` had last; `cargo xtask size --accept` writes today's figures"
        );
    }
}
