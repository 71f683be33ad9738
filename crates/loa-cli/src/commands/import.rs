//! `loa import procedures`: what the national catalogue serves, taken into a campaign as it is.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Result;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use loa_bundle::procedures::{self, Changed, Imported, Take, import};
use loa_plan::Zone;
use serde_json::{Value, json};

use crate::Outcome;
use crate::arguments::{Format, day};
use crate::clock;
use crate::terminal::{Colours, Style};

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Procedures: whole records and rows of lists
    Procedures(Procedures),
}

#[derive(Debug, Args)]
struct Procedures {
    /// The files as the catalogue serves them; of a folder, all that end in `.json` and `.jsonl`
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The folder of the campaign
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    /// The day of the snapshot, for entries that do not say when they were fetched [default: today in Vietnam]
    #[arg(long, value_name = "DATE", value_parser = day)]
    snapshot: Option<NaiveDate>,
    /// Say what would be taken and what has changed, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// How to print the result
    #[arg(long, default_value = "text")]
    format: Format,
}

pub(crate) fn run(arguments: &Import) -> Result<Outcome> {
    let What::Procedures(arguments) = &arguments.what;
    let take = if arguments.dry_run { Take::Look } else { Take::In };
    let imported = import(procedures::Import {
        files: &arguments.files,
        into: &arguments.into,
        snapshot: arguments.snapshot.unwrap_or_else(|| clock::today(Zone::VIETNAM)),
        take,
    })?;
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Text => write(&imported, take, &mut out)?,
        Format::Json => writeln!(out, "{:#}", machine(&imported))?,
    }
    out.flush()?;
    Ok(if imported.rejected.is_empty() { Outcome::Fine } else { Outcome::Findings })
}

fn machine(imported: &Imported) -> Value {
    let repaired = imported.repaired.iter().map(
        |repair| json!({ "code": repair.code, "what": repair.to_string(), "kind": repair.what, "path": repair.path }),
    );
    json!({
        "imported": imported.accepted,
        "new": imported.new,
        "unchanged": imported.unchanged,
        "changed": imported.changed,
        "changed_rows": imported.changed_rows,
        "older": imported.older,
        "repaired": repaired.collect::<Vec<_>>(),
        "rejected": imported.rejected,
    })
}

fn write(imported: &Imported, take: Take, out: &mut dyn Write) -> io::Result<()> {
    let colours = Colours::of_output();
    for rejected in &imported.rejected {
        let code = rejected.code.iter().map(|code| format!("{code}: ")).collect::<String>();
        let style = colours.style(Style::Error, "rejected");
        writeln!(out, "{style}: {}:{}: {code}{}", rejected.file, rejected.line, rejected.why)?;
    }
    for Changed { code, changes } in &imported.changed {
        writeln!(out, "{}: {code}", colours.style(Style::Warning, "changed"))?;
        for change in changes {
            writeln!(out, "  {change}")?;
        }
        if changes.is_empty() {
            writeln!(out, "  only when it was fetched")?;
        }
    }
    for code in &imported.changed_rows {
        writeln!(out, "{}: the row of {code}", colours.style(Style::Warning, "changed"))?;
    }
    for code in &imported.older {
        writeln!(
            out,
            "{}: {code} is of an older snapshot than the campaign has, which it keeps",
            colours.style(Style::Info, "older")
        )?;
    }
    for repair in &imported.repaired {
        writeln!(out, "{}: {repair}", colours.style(Style::Faint, "repaired"))?;
    }
    let kinds = imported.repaired.iter().fold(BTreeMap::new(), |mut kinds, repair| {
        *kinds.entry(repair.what).or_insert(0_usize) += 1;
        kinds
    });
    let changed = imported.changed.len() + imported.changed_rows.len();
    writeln!(
        out,
        "{} {}: {} new, {changed} changed, {} unchanged, {} older; {} repairs in {} kinds, {} rejected",
        match take {
            Take::In => "imported",
            Take::Look => "would import",
        },
        imported.accepted,
        imported.new,
        imported.unchanged,
        imported.older.len(),
        imported.repaired.len(),
        kinds.len(),
        imported.rejected.len(),
    )
}
