//! What is measured: ours, and the bare parser over the same bytes.

use std::hint::black_box;

use anyhow::Result;
use chrono::NaiveDate;
use loa_plan::read::{self, Document};
use loa_plan::{Plan, date};
use loa_procedure::{Guide, guide};
use pulldown_cmark::{Options, Parser};

use crate::Campaign;

/// What is measured; it may be done again and again.
pub type Work = Box<dyn Fn()>;

/// One thing to measure, with a name that stays: figures are compared over time by it.
pub struct Job {
    /// Its name: `plan-toml`, or `peer-plan-toml` for the bare parser over the same bytes.
    pub name: &'static str,
    /// Makes what it works on, and gives the work itself.
    pub prepare: fn(Campaign) -> Result<Work>,
}

/// Ours and the peers. Everything is read and dropped inside the work, on both sides.
pub const JOBS: [Job; 8] = [
    Job { name: "read-plan-toml", prepare: read_plan_toml },
    Job { name: "peer-plan-toml", prepare: peer_plan_toml },
    Job { name: "read-plan-json", prepare: read_plan_json },
    Job { name: "peer-plan-json", prepare: peer_plan_json },
    Job { name: "check-plan", prepare: check_plan },
    Job { name: "read-guides", prepare: read_guides },
    Job { name: "peer-guides", prepare: peer_guides },
    Job { name: "check-guides", prepare: check_guides },
];

/// The day of all checks.
fn today() -> NaiveDate {
    date::parse("2025-06-15").unwrap_or_default()
}

fn read_plan_toml(campaign: Campaign) -> Result<Work> {
    let text = campaign.plan_toml();
    read::toml::<Plan>("plan.toml", &text)?;
    Ok(Box::new(move || drop(black_box(read::toml::<Plan>("plan.toml", black_box(&text))))))
}

fn peer_plan_toml(campaign: Campaign) -> Result<Work> {
    let text = campaign.plan_toml();
    Ok(Box::new(move || drop(black_box(black_box(&text).parse::<toml::Table>()))))
}

fn read_plan_json(campaign: Campaign) -> Result<Work> {
    let text = campaign.plan_json()?;
    read::json::<Plan>("plan.json", &text)?;
    Ok(Box::new(move || drop(black_box(read::json::<Plan>("plan.json", black_box(&text))))))
}

fn peer_plan_json(campaign: Campaign) -> Result<Work> {
    let text = campaign.plan_json()?;
    Ok(Box::new(move || drop(black_box(serde_json::from_str::<serde_json::Value>(black_box(&text))))))
}

fn check_plan(campaign: Campaign) -> Result<Work> {
    let plan = Plan::from_toml(&campaign.plan_toml())?;
    Ok(Box::new(move || drop(black_box(loa_plan::checks::run(black_box(&plan), today())))))
}

fn read_guides(campaign: Campaign) -> Result<Work> {
    let files: Vec<(String, String)> = campaign.guides().collect();
    Ok(Box::new(move || {
        for (name, text) in &files {
            drop(black_box(guide::read(name, black_box(text))));
        }
    }))
}

/// What our reader of guides asks of `pulldown-cmark`.
const MARKDOWN: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS);

/// The head by `toml`, the rest by `pulldown-cmark`, without anything being kept.
fn peer_guides(campaign: Campaign) -> Result<Work> {
    let files: Vec<(String, String)> = campaign.guides().collect();
    Ok(Box::new(move || {
        for (_, text) in &files {
            let mut parts = black_box(text).splitn(3, "+++\n").skip(1);
            drop(black_box(parts.next().unwrap_or_default().parse::<toml::Table>()));
            let events = Parser::new_ext(parts.next().unwrap_or_default(), MARKDOWN).into_offset_iter();
            events.for_each(|event| drop(black_box(event)));
        }
    }))
}

fn check_guides(campaign: Campaign) -> Result<Work> {
    let (plan, guides) = read_all(campaign)?;
    Ok(Box::new(move || {
        for document in &guides {
            let guide = black_box(&document.value);
            drop(black_box(loa_procedure::checks::run(guide, today())));
            drop(black_box(loa_procedure::checks::against(guide, &plan.value)));
        }
    }))
}

/// The plan and all guides with their places, as whoever builds a bundle holds them.
///
/// # Errors
/// When a file cannot be read, which would be a mistake here.
pub fn read_all(campaign: Campaign) -> Result<(Document<Plan>, Vec<Document<Guide>>)> {
    let plan = read::toml::<Plan>("plan.toml", &campaign.plan_toml())?;
    let guides = campaign.guides().map(|(name, text)| guide::read(&name, &text));
    Ok((plan, guides.collect::<Result<_, _>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_job_can_be_done_again_and_again() {
        for job in &JOBS {
            let work = (job.prepare)(Campaign::of(3)).unwrap();
            work();
            work();
        }
    }

    #[test]
    fn the_peer_parses_a_head_and_a_body() {
        let (_, text) = Campaign::of(1).guides().next().unwrap();
        let parts: Vec<&str> = text.splitn(3, "+++\n").collect();
        let [_, head, body] = parts.as_slice() else { panic!("{text}") };
        assert!(head.parse::<toml::Table>().unwrap().contains_key("title"));
        assert!(body.contains("\n## "));
    }
}
