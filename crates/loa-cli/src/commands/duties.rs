//! `loa duties`: what an agency owes on a day, and what to paste to meet it.

use std::io::{self, Write};

use anyhow::Result;
use chrono::NaiveDate;
use loa_bundle::Campaign;
use loa_plan::{Clause, DutyState, Known, OwedDuty, Plan, duties, succession};
use serde_json::json;

use crate::Outcome;
use crate::arguments::{Duties, Format};
use crate::clock;
use crate::terminal::{Colours, Style};

pub(super) fn run(arguments: &Duties) -> Result<Outcome> {
    let campaign = Campaign::read(&arguments.dir)?;
    let plan = campaign.plan();
    let at = arguments.at.unwrap_or_else(|| clock::today(plan.zone));
    let owed = duties(plan, &arguments.actor, at)?;
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Text => write(plan, &arguments.actor, at, &owed, &mut out)?,
        Format::Json => {
            let report = json!({ "actor": arguments.actor, "at": at, "duties": owed });
            writeln!(out, "{report:#}")?;
        }
    }
    out.flush()?;
    Ok(Outcome::Fine)
}

fn write(plan: &Plan, actor: &str, at: NaiveDate, owed: &[OwedDuty<'_>], out: &mut dyn Write) -> Result<()> {
    let colours = Colours::of_output();
    let title = &succession::find(plan, actor)?.title;
    writeln!(out, "{} ({actor}) on {at}", colours.style(Style::Strong, title))?;
    if owed.is_empty() {
        writeln!(out, "\nThe plan has no obligation of this agency.")?;
    }
    for duty in owed {
        let (style, state) = match duty.state {
            DutyState::Overdue => (Style::Error, "overdue"),
            DutyState::Due => (Style::Warning, "due"),
            DutyState::NotBegun => (Style::Faint, "not begun"),
            DutyState::Ended => (Style::Faint, "ended"),
        };
        let obligation = duty.obligation;
        writeln!(out, "\n{}: {} [{}]", colours.style(style, state), obligation.title, obligation.id)?;
        match duty.due {
            Some(Known::Is(due)) => writeln!(out, "  by       {due}")?,
            Some(Known::Unknown { unknown }) => writeln!(out, "  by       not known: {unknown}")?,
            None => {}
        }
        if let Some(clause) = duty.clause {
            writeln!(out, "  clause   {}", words(plan, clause))?;
        }
        for line in duty.snippet.iter().flat_map(|snippet| snippet.lines()) {
            writeln!(out, "  paste    {line}")?;
        }
        for words in &duty.publish {
            writeln!(out, "  publish  {words}")?;
        }
    }
    Ok(())
}

/// Article, document and words, as far as each is known.
fn words(plan: &Plan, clause: &Clause) -> String {
    let source = clause.source.as_ref();
    let document = source.and_then(|id| plan.sources.iter().find(|source| source.id == *id));
    let document = document.map(|source| source.title.to_string()).or_else(|| source.map(ToString::to_string));
    let place: Vec<String> = clause.article.iter().cloned().chain(document).collect();
    let quote = clause.quote.iter().map(|quote| format!("“{quote}”"));
    let place = (!place.is_empty()).then(|| place.join(", "));
    place.into_iter().chain(quote).collect::<Vec<_>>().join(": ")
}
