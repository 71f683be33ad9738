//! `loa check`: what is wrong with a campaign, where, and one way out.

use std::io::{self, Write};
use std::path::Path;

use anyhow::{Result, bail};
use loa_bundle::campaign::CampaignError;
use loa_bundle::checks;
use loa_plan::words;
use serde_json::json;

use crate::Outcome;
use crate::arguments::{Check, Format};
use crate::campaign;
use crate::clock;
use crate::findings::{Findings, Shown};
use crate::terminal::Colours;

pub(super) fn run(arguments: &Check) -> Result<Outcome> {
    match (&arguments.explain, &arguments.dir) {
        (Some(rule), _) => explain(rule),
        (None, Some(dir)) => check(dir, arguments),
        (None, None) => bail!("no folder was given"),
    }
}

fn check(dir: &Path, arguments: &Check) -> Result<Outcome> {
    let findings = match campaign::read(dir) {
        Ok((campaign, settings)) => {
            let today = arguments.at.unwrap_or_else(|| clock::today(campaign.plan().zone));
            Findings::new(campaign.check(today), campaign.file_count() + usize::from(settings.is_some()))
        }
        Err(CampaignError::Problems(problems)) => Findings::of_problems(problems, arguments.at),
        Err(error) => return Err(error.into()),
    };
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Text => {
            let shown = if arguments.all { Shown::All } else { Shown::Gravest };
            findings.report(dir, shown, Colours::of_output(), &mut out)?;
        }
        Format::Json => {
            let report = json!({ "findings": findings.entries(), "summary": findings.summary() });
            writeln!(out, "{report:#}")?;
        }
    }
    out.flush()?;
    Ok(findings.outcome())
}

fn explain(rule: &str) -> Result<Outcome> {
    let Some(about) = checks::explain(rule) else {
        match words::nearest(rule, checks::names()) {
            Some(nearest) => bail!("there is no rule `{rule}`, did you mean `{nearest}`?"),
            None => bail!(
                "there is no rule `{rule}`; each finding of `loa check` names its rule in brackets, for example `phases-overlap`"
            ),
        }
    };
    let mut out = io::stdout().lock();
    writeln!(out, "# {rule}\n\n{}", about.trim_end())?;
    out.flush()?;
    Ok(Outcome::Fine)
}
