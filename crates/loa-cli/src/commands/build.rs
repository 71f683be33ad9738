//! `loa build`: from a campaign to the bundle that portals serve.

use std::io::{self, Write};
use std::sync::Arc;

use anyhow::Result;
use loa_bundle::campaign::CampaignError;
use loa_bundle::manifest::Role;
use loa_bundle::{BuildError, BuildOptions, Built, Campaign, Src, build, include_lines};
use loa_plan::Severity;
use serde_json::{Value, json};

use crate::Outcome;
use crate::arguments::{Build, Format};
use crate::campaign;
use crate::clock;
use crate::findings::{Findings, count};
use crate::terminal::{Colours, Progress};

pub(super) fn run(arguments: Build) -> Result<Outcome> {
    let (campaign, settings) = match campaign::read(&arguments.dir) {
        Ok(read) => read,
        Err(CampaignError::Problems(problems)) => {
            return refuse(&arguments, &Findings::of_problems(problems, arguments.at));
        }
        Err(error) => return Err(error.into()),
    };
    let mut options = BuildOptions::new(arguments.at.unwrap_or_else(|| clock::today(campaign.plan().zone)));
    options.widgets.clone_from(&arguments.widgets);
    options.src.clone_from(&arguments.src);
    options.service = campaign::offered(&settings.unwrap_or_default());
    let progress = Arc::new(Progress::new());
    let watched = Arc::clone(&progress);
    options.watch = Some(Arc::new(move |step| watched.show(step)));
    let result = build(&campaign, &options, &arguments.out);
    drop((options, progress));
    match result {
        Ok(built) => report(&arguments, &campaign, built),
        Err(BuildError::Findings(found)) => refuse(&arguments, &Findings::new(found, campaign.file_count())),
        Err(error) => Err(error.into()),
    }
}

/// Errors stop a build; they are printed like those of `loa check`.
fn refuse(arguments: &Build, findings: &Findings) -> Result<Outcome> {
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Text => {
            findings.write(&arguments.dir, Severity::Error, Colours::of_output(), &mut out)?;
            findings.write_summary(&mut out)?;
            let old = if arguments.out.exists() { "; what is there is as it was" } else { "" };
            writeln!(out, "nothing was built in {}{old}", arguments.out.display())?;
        }
        Format::Json => print_json(&mut out, json!({ "built": false }), findings)?,
    }
    out.flush()?;
    Ok(Outcome::Findings)
}

fn report(arguments: &Build, campaign: &Campaign, built: Built) -> Result<Outcome> {
    let Built { manifest, findings } = built;
    let findings = Findings::new(findings, campaign.file_count());
    let bytes: u64 = manifest.files.iter().map(|file| file.size).sum();
    let mut out = io::stdout().lock();
    if arguments.format == Format::Json {
        let result = json!({
            "built": true,
            "campaign": manifest.campaign,
            "build": manifest.build,
            // A name that is no text has no place in JSON as it is.
            "out": arguments.out.display().to_string(),
            "files": manifest.files.len(),
            "bytes": bytes,
            "widgets": arguments.widgets.is_some(),
        });
        print_json(&mut out, result, &findings)?;
        out.flush()?;
        return Ok(Outcome::Fine);
    }
    writeln!(
        out,
        "built {}, build {}: {}, {} kB in {}",
        manifest.campaign,
        manifest.build,
        count(manifest.files.len(), "file"),
        bytes.div_ceil(1000),
        arguments.out.display()
    )?;
    if findings.outcome() == Outcome::Findings {
        writeln!(out, "{}; `loa check {}` shows them", findings.summary(), arguments.dir.display())?;
    }
    if arguments.widgets.is_none() {
        writeln!(
            out,
            "\nThe widgets' files are not in this bundle: pages show the static HTML, and nothing takes it over.\n\
             To have them in it, run `cargo xtask build-widgets` and build again with `--widgets target/widgets`."
        )?;
    }
    let src = arguments.src.clone().unwrap_or_else(|| Src::of(&campaign.plan().id));
    let fragment = manifest.files.iter().find(|file| file.role == Role::Fragment).map(|file| &file.path);
    if let Some((fragment, lines)) = fragment.and_then(|path| Some((path, include_lines(&src, path)?))) {
        writeln!(
            out,
            "\nTo keep the static HTML of a page up to date without pasting, include it, here {fragment}:\n  \
             PHP  {}\n  SSI  {}\n  ASP  {}\n\
             The others are in {}.",
            lines.php,
            lines.ssi,
            lines.asp,
            arguments.out.join("fragments").display()
        )?;
    }
    out.flush()?;
    Ok(Outcome::Fine)
}

fn print_json(out: &mut dyn Write, mut result: Value, findings: &Findings) -> Result<()> {
    if let Value::Object(result) = &mut result {
        result.insert("findings".to_owned(), serde_json::to_value(findings.entries())?);
        result.insert("summary".to_owned(), serde_json::to_value(findings.summary())?);
    }
    Ok(writeln!(out, "{result:#}")?)
}
