//! `loa duties`: what an agency owes on a day, and what to paste to meet it.

use std::io::{self, Write};

use anyhow::Result;
use chrono::NaiveDate;
use loa_bundle::{Campaign, Src};
use loa_plan::{Clause, DutyState, Known, OwedDuty, Plan, duties, fragments, succession};
use serde::Serialize;
use serde_json::json;

use crate::Outcome;
use crate::arguments::{Duties, Format};
use crate::clock;
use crate::terminal::{Colours, Style};

/// A duty with the addresses of the static HTML that meets it.
#[derive(Serialize)]
struct Owed<'p> {
    #[serde(flatten)]
    duty: OwedDuty<'p>,
    include: Vec<String>,
}

pub(super) fn run(arguments: &Duties) -> Result<Outcome> {
    let campaign = Campaign::read(&arguments.dir)?;
    let plan = campaign.plan();
    let at = arguments.at.unwrap_or_else(|| clock::today(plan.zone));
    let src = arguments.src.clone().unwrap_or_else(|| Src::of(&plan.id));
    let owed = owed(plan, &arguments.actor, at, &src)?;
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Text => write(plan, &arguments.actor, at, &owed, &src, &mut out)?,
        Format::Json => {
            let report = json!({ "actor": arguments.actor, "at": at, "head": head(&src).join("\n"), "duties": owed });
            writeln!(out, "{report:#}")?;
        }
    }
    out.flush()?;
    Ok(Outcome::Fine)
}

fn owed<'p>(plan: &'p Plan, actor: &str, at: NaiveDate, src: &Src) -> Result<Vec<Owed<'p>>> {
    let agency = succession::find(plan, actor)?;
    // The plan knows only the usual place; the letters of an address need no escaping.
    let (usual, wanted) = (format!(" src=\"{}\"", Src::of(&plan.id)), format!(" src=\"{src}\""));
    let owed = duties(plan, actor, at)?.into_iter().map(|mut duty| {
        duty.snippet = duty.snippet.map(|snippet| snippet.replace(&usual, &wanted));
        let html = duty.evidence.iter().flat_map(|evidence| fragments(plan, agency, evidence));
        Owed { include: html.map(|path| format!("{src}{path}")).collect(), duty }
    });
    Ok(owed.collect())
}

/// What a page with a widget has in its head.
fn head(src: &Src) -> [String; 2] {
    [
        format!("<link rel=\"stylesheet\" href=\"{src}loa.css\">"),
        format!("<script type=\"module\" src=\"{src}loa.js\"></script>"),
    ]
}

fn write(plan: &Plan, actor: &str, at: NaiveDate, owed: &[Owed<'_>], src: &Src, out: &mut dyn Write) -> Result<()> {
    let colours = Colours::of_output();
    let title = &succession::find(plan, actor)?.title;
    writeln!(out, "{} ({actor}) on {at}", colours.style(Style::Strong, title))?;
    if owed.is_empty() {
        writeln!(out, "\nThe plan has no obligation of this agency.")?;
    }
    for Owed { duty, include } in owed {
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
        for address in include {
            writeln!(out, "  include  {address}")?;
        }
        for words in &duty.publish {
            writeln!(out, "  do       {words}")?;
        }
    }
    if owed.iter().any(|owed| !owed.include.is_empty()) {
        writeln!(out, "\nA page with a widget has in its head:")?;
        for line in head(src) {
            writeln!(out, "  {line}")?;
        }
        writeln!(out, "The file after `include` is the same element with its static HTML; where you can, include it.")?;
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
