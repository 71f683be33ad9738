//! `loa find`: the procedure that somebody means, from the words that they use.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;
use loa_bundle::Campaign;
use loa_bundle::campaign::{CampaignError, Problems};
use loa_bundle::procedures::Kept;
use loa_plan::Plan;
use loa_procedure::search::{Answer, Everyday, Index, Kind};
use serde_json::{Value, json};

use crate::Outcome;
use crate::arguments::Format;
use crate::terminal::{Colours, Style};

#[derive(Debug, Args)]
pub(crate) struct Find {
    /// The folder of the campaign, with procedures that `loa import` took in
    dir: PathBuf,
    /// The question, in one argument or several
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    /// How to print the answer
    #[arg(long, default_value = "text")]
    format: Format,
}

/// Where people get help by telephone.
struct Hotline {
    title: String,
    phone: String,
}

pub(crate) fn run(arguments: &Find) -> Result<Outcome> {
    let campaign = match Campaign::read(&arguments.dir) {
        Ok(campaign) => Some(Box::new(campaign)),
        // A search needs no more of a plan than who issued it and who helps.
        Err(CampaignError::Problems(Problems { readable, .. })) => readable,
        Err(error) => return Err(error.into()),
    };
    let plan = campaign.as_ref().map(|campaign| campaign.plan());
    let issuer = plan.and_then(|plan| plan.decision.as_ref()).map(|decision| decision.issuer.to_string());
    let entries = Kept::read(&arguments.dir)?.entries(issuer.as_deref());
    if entries.is_empty() {
        let dir = arguments.dir.display();
        bail!("`{dir}` has no procedures; `loa import procedures FILE --into {dir}` takes them in");
    }
    let query = arguments.query.join(" ");
    let answer = Index::build(&entries, &Everyday::of_the_language()).find(&query);
    let hotlines = plan.map(hotlines).unwrap_or_default();
    let mut out = io::stdout().lock();
    match arguments.format {
        Format::Text => write(&answer, &hotlines, &mut out)?,
        Format::Json => writeln!(out, "{:#}", machine(&query, &answer, &hotlines))?,
    }
    out.flush()?;
    Ok(if answer.kind == Kind::None { Outcome::Findings } else { Outcome::Fine })
}

/// The channels that help and have a telephone.
fn hotlines(plan: &Plan) -> Vec<Hotline> {
    let helping = plan.channels.iter().filter(|channel| channel.help);
    let with_phone = helping.filter_map(|channel| Some((channel.title.to_string(), channel.phone.clone()?)));
    with_phone.map(|(title, phone)| Hotline { title, phone }).collect()
}

fn machine(query: &str, answer: &Answer, hotlines: &[Hotline]) -> Value {
    let result = |found: &loa_procedure::search::Found| {
        // Two places are as much as the figure means.
        let score = (f64::from(found.score) * 100.0).round() / 100.0;
        json!({ "code": found.code, "name": found.name, "score": score, "why": found.why.to_string() })
    };
    let help = |hotline: &Hotline| json!({ "title": hotline.title, "phone": hotline.phone });
    json!({
        "query": query,
        "kind": answer.kind,
        "results": answer.results.iter().map(result).collect::<Vec<_>>(),
        "elsewhere": answer.elsewhere,
        "help": hotlines.iter().map(help).collect::<Vec<_>>(),
    })
}

fn write(answer: &Answer, hotlines: &[Hotline], out: &mut dyn Write) -> io::Result<()> {
    let colours = Colours::of_output();
    match answer.kind {
        Kind::Match => {}
        Kind::Choose => writeln!(out, "{}", colours.style(Style::Strong, "Several procedures fit:"))?,
        Kind::None => writeln!(out, "{}", colours.style(Style::Strong, "No procedure fits."))?,
    }
    for found in &answer.results {
        writeln!(out, "{}  {}", colours.style(Style::Info, &found.code), found.name)?;
        writeln!(out, "  {}", found.why)?;
    }
    if answer.kind == Kind::None {
        if let Some(line) = &answer.elsewhere {
            writeln!(out, "{line}")?;
        }
        for Hotline { title, phone } in hotlines {
            writeln!(out, "{title}: {phone}")?;
        }
    }
    Ok(())
}
