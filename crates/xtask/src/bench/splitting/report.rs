//! What the bench prints and writes.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::standin::Kind;
use super::variant::{Fetch, Stock, VARIANTS, Variant};
use super::widget::{Widget, Widgets};
use crate::bench::machine;

/// What the figures do not say by themselves.
const REMARKS: [&str; 4] = [
    "Bytes after brotli 11 of the module's files and of their glue; the loader, the stylesheet, slices and pictures are the same in every variant and are not counted.",
    "Ten widgets: the five real ones, and stand-ins that are generated with words, states and handlers of their own: one of texts, one carousel, one form of eight fields, two lists with filters.",
    "Where there are several whole modules, a page loads the smallest that has all its widgets.",
    "No times are measured: a request costs at least one round trip, and what is split is fetched after the base has begun to run.",
];

/// A page by its name, with its widgets.
struct Page {
    name: &'static str,
    widgets: Vec<Widget>,
}

pub(super) struct Report {
    rows: Vec<Row>,
    widgets: Value,
}

struct Row {
    variant: &'static Variant,
    pages: Vec<(&'static str, Fetch)>,
    visit: Fetch,
    growth: Vec<Growth>,
}

/// What one more widget costs.
struct Growth {
    kind: &'static str,
    /// A page with it alone.
    alone: Fetch,
    /// More on the page with all ten, when it is put there too.
    with: Change,
    /// More on pages where it is not, from what was to be fetched before it was there.
    without: Vec<(&'static str, Change)>,
}

/// In bytes and in files; less is below zero.
#[derive(Clone, Copy)]
struct Change {
    bytes: i64,
    files: i64,
}

impl Change {
    fn between(before: Fetch, after: Fetch) -> Self {
        let less = |after: usize, before: usize| {
            i64::try_from(after).unwrap_or(i64::MAX) - i64::try_from(before).unwrap_or(i64::MAX)
        };
        Self { bytes: less(after.bytes(), before.bytes()), files: less(after.files, before.files) }
    }

    fn json(self) -> Value {
        json!({ "bytes": self.bytes, "files": self.files })
    }
}

impl Fetch {
    fn json(self) -> Value {
        json!({ "module": self.module, "scripts": self.scripts, "bytes": self.bytes(), "files": self.files })
    }
}

impl Report {
    pub(super) fn of(widgets: &Widgets, stock: &Stock) -> Result<Self> {
        let rows = VARIANTS.iter().map(|variant| Row::of(variant, widgets, stock)).collect::<Result<_>>()?;
        let names = |widgets: &[Widget]| widgets.iter().map(|widget| widget.module.clone()).collect::<Vec<_>>();
        let (ten, more) = (names(&widgets.ten), names(&widgets.more));
        Ok(Self { rows, widgets: json!({ "ten": ten, "more": more }) })
    }

    pub(super) fn to_json(&self) -> Value {
        json!({
            "bench": "splitting",
            "command": self.command(),
            "date": machine::today(),
            "machine": machine::machine(),
            "remarks": REMARKS,
            "widgets": self.widgets,
            "variants": self.rows.iter().map(Row::json).collect::<Vec<_>>(),
        })
    }

    fn command(&self) -> String {
        let kinds: Vec<&str> =
            self.rows.first().into_iter().flat_map(|row| &row.growth).map(|growth| growth.kind).collect();
        let more = if kinds.len() < Kind::ALL.len() { format!(" --more {}", kinds.join(",")) } else { String::new() };
        format!("cargo xtask bench splitting{more}")
    }

    pub(super) fn to_text(&self) -> String {
        let mut text = String::from("bytes after brotli 11 of module and glue, and files of the module\n\n");
        let heads: Vec<&str> =
            self.rows.first().into_iter().flat_map(|row| &row.pages).map(|(name, _)| *name).collect();
        line(&mut text, "", heads.into_iter().map(str::to_owned).chain(["all three in turn".to_owned()]));
        for row in &self.rows {
            let cells = row.pages.iter().map(|(_, fetch)| fetch).chain([&row.visit]);
            line(&mut text, row.variant.title, cells.map(|fetch| format!("{} in {}", fetch.bytes(), fetch.files)));
        }
        text += "\none more widget: with it on the page of ten; on pages without it\n\n";
        for row in &self.rows {
            for growth in &row.growth {
                let change = |change: Change| format!("{:+} B {:+} files", change.bytes, change.files);
                let without = growth.without.iter().map(|(page, more)| format!("{page} {}", change(*more)));
                let cells = [format!("with {}", change(growth.with))].into_iter().chain(without);
                line(&mut text, &format!("{}: {}", row.variant.title, growth.kind), cells);
            }
        }
        text.push('\n');
        for remark in REMARKS {
            let _ = writeln!(text, "{remark}");
        }
        text
    }
}

fn line(text: &mut String, title: &str, cells: impl Iterator<Item = String>) {
    let _ = write!(text, "{title:<38}");
    for cell in cells {
        let _ = write!(text, "  {cell:>18}");
    }
    text.push('\n');
}

impl Row {
    fn of(variant: &'static Variant, widgets: &Widgets, stock: &Stock) -> Result<Self> {
        let ten = &widgets.ten;
        let pages = pages(ten)?;
        let fetch = |page: &[Widget], all: &[Widget]| variant.fetch(&[page], all, stock);
        let before: Vec<(&str, Fetch)> =
            pages.iter().map(|page| Ok((page.name, fetch(&page.widgets, ten)?))).collect::<Result<_>>()?;
        let in_turn: Vec<&[Widget]> = pages.iter().take(3).map(|page| &*page.widgets).collect();
        let mut growth = Vec::new();
        for one in &widgets.more {
            let eleven: Vec<Widget> = ten.iter().chain([one]).cloned().collect();
            let change = |page: &Page| -> Result<Change> {
                Ok(Change::between(fetch(&page.widgets, ten)?, fetch(&page.widgets, &eleven)?))
            };
            growth.push(Growth {
                kind: one.kind.name(),
                alone: fetch(std::slice::from_ref(one), &eleven)?,
                with: Change::between(fetch(ten, ten)?, fetch(&eleven, &eleven)?),
                without: pages.iter().map(|page| Ok((page.name, change(page)?))).collect::<Result<_>>()?,
            });
        }
        Ok(Self { variant, pages: before, visit: variant.fetch(&in_turn, ten, stock)?, growth })
    }

    fn json(&self) -> Value {
        let pages: Map<String, Value> =
            self.pages.iter().map(|(name, fetch)| ((*name).to_owned(), fetch.json())).collect();
        json!({
            "name": self.variant.name,
            "title": self.variant.title,
            "pages": pages,
            "in_turn": self.visit.json(),
            "growth": self.growth.iter().map(Growth::json).collect::<Vec<_>>(),
        })
    }
}

impl Growth {
    fn json(&self) -> Value {
        let without: Map<String, Value> =
            self.without.iter().map(|(page, change)| ((*page).to_owned(), change.json())).collect();
        json!({ "kind": self.kind, "alone": self.alone.json(), "with": self.with.json(), "without": without })
    }
}

/// The pages that are compared; the first three have one widget each.
fn pages(ten: &[Widget]) -> Result<Vec<Page>> {
    let of = |names: &[&str]| -> Result<Vec<Widget>> {
        let widget = |name: &&str| ten.iter().find(|widget| widget.module == **name).cloned();
        names.iter().map(|name| widget(name).with_context(|| format!("there is no widget `{name}`"))).collect()
    };
    Ok(vec![
        Page { name: "guide", widgets: of(&["guide"])? },
        Page { name: "message", widgets: of(&["message"])? },
        Page { name: "form", widgets: of(&["feedback"])? },
        Page { name: "three", widgets: of(&["guide", "message", "feedback"])? },
        Page { name: "ten", widgets: ten.to_vec() },
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::splitting::variant::tests::stock;

    fn report() -> Report {
        let widgets = Widgets::all().unwrap();
        let mut all = stock(&widgets.ten);
        for one in &widgets.more {
            let eleven: Vec<Widget> = widgets.ten.iter().chain([one]).cloned().collect();
            all.extend(stock(&eleven));
        }
        Report::of(&widgets, &all).unwrap()
    }

    #[test]
    fn pages_stand_beside_each_other_in_every_variant() {
        let text = report().to_text();
        let row = |title: &str| {
            let row = text.lines().find(|line| line.starts_with(&format!("{title}  "))).unwrap();
            row.split_once("  ")
                .unwrap()
                .1
                .split("  ")
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        };
        assert_eq!(row("one module"), "205 in 1, 205 in 1, 205 in 1, 205 in 1, 205 in 1, 205 in 1");
        assert_eq!(row("guide, reading, all"), "115 in 1, 185 in 1, 205 in 1, 205 in 1, 205 in 1, 505 in 3");
        assert_eq!(row("split by widget"), "115 in 3, 115 in 3, 115 in 3, 127 in 5, 169 in 12, 127 in 5");
        assert_eq!(
            row("guide, all: form"),
            "with +10 B +0 files, guide +0 B +0 files, message +10 B +0 files, form +10 B +0 files, three +10 B +0 files, ten +10 B +0 files"
        );
    }

    #[test]
    fn one_more_widget_costs_something_where_it_is_and_perhaps_elsewhere() {
        let json = report().to_json();
        let growth = |variant: usize, kind: usize| json["variants"][variant]["growth"][kind].clone();
        let one = growth(0, 0);
        assert_eq!((one["kind"].as_str(), one["with"]["bytes"].as_i64()), (Some("text"), Some(10)));
        assert_eq!(one["without"]["guide"], json!({ "bytes": 10, "files": 0 }));
        // A form is in none of the modules that people read with.
        let form = growth(4, 2);
        assert_eq!((form["kind"].as_str(), form["without"]["message"]["bytes"].as_i64()), (Some("form"), Some(0)));
        assert_eq!(form["alone"]["files"], 1);
        let part = growth(1, 3);
        assert_eq!((part["without"]["guide"]["bytes"].as_i64(), part["with"]["files"].as_i64()), (Some(0), Some(1)));
    }

    #[test]
    fn the_file_says_how_to_make_it_again() {
        let json = report().to_json();
        assert_eq!(json["command"], "cargo xtask bench splitting");
        assert_eq!(json["widgets"]["ten"].as_array().unwrap().len(), 10);
        assert_eq!(json["variants"].as_array().unwrap().len(), VARIANTS.len());
    }
}
