//! What a bench prints and writes.

use anyhow::Result;
use serde_json::{Value, json};

use super::budget::{Budget, Unit};
use super::figures::Run;
use super::{browser_program, machine};
use crate::workspace;

/// A column of the table: its title, the figure it shows, and how.
pub(super) type Column = (&'static str, &'static str, Unit);

/// A bench that has run.
pub(super) struct Report<'a> {
    pub name: &'static str,
    pub rounds: usize,
    pub run: &'a Run,
    pub budgets: Vec<Budget>,
    /// Versions of what stood beside us.
    pub peers: Vec<String>,
    /// What the figures do not say by themselves.
    pub remarks: &'static [&'static str],
}

impl Report<'_> {
    /// Prints the tables, and writes `target/bench/NAME.json`.
    pub(super) fn publish(&self, tables: &[String]) -> Result<()> {
        for table in tables {
            println!("{table}");
        }
        for budget in &self.budgets {
            print!("{}", budget.line());
        }
        println!();
        for remark in self.remarks {
            println!("{remark}");
        }
        let path = browser_program::folder()?.join(format!("{}.json", self.name));
        workspace::write(&path, serde_json::to_string_pretty(&self.json())? + "\n")?;
        let browser = self.run.browser.as_ref().map_or_else(String::new, |browser| format!("{browser}, "));
        println!("\n{browser}{} rounds, {}\n{}", self.rounds, self.run.date, path.display());
        Ok(())
    }

    fn json(&self) -> Value {
        json!({
            "bench": self.name,
            "command": format!("cargo xtask bench {} --rounds {}", self.name, self.rounds),
            "date": self.run.date,
            "machine": machine::machine(),
            "browser": self.run.browser,
            "rounds": self.rounds,
            "peers": self.peers,
            "budgets": self.budgets.iter().map(Budget::json).collect::<Vec<_>>(),
            "remarks": self.remarks,
            "medians": self.run.medians(),
            "notes": self.run.notes,
            "samples": self.run.samples,
        })
    }
}

/// A row for each subject that was measured.
pub(super) fn table(run: &Run, subjects: &[&str], columns: &[Column]) -> String {
    let first = subjects.iter().map(|subject| subject.chars().count()).max().unwrap_or(0);
    let mut text = format!("{:<first$}", "");
    for (title, ..) in columns {
        text += &format!("  {title:>12}");
    }
    text.push('\n');
    for subject in subjects {
        text += &format!("{subject:<first$}");
        for (_, figure, unit) in columns {
            let value = run.median(subject, figure).map_or_else(|| "–".to_owned(), |value| unit.write(value));
            text += &format!("  {value:>12}");
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_row_for_each_subject_and_a_dash_for_what_is_unknown() {
        let run = Run::of(&[("ours", "ready", 1200.4), ("ours", "bytes", 42000.0), ("swiper", "bytes", 44500.0)]);
        let columns = [("ready", "ready", Unit::Milliseconds), ("bytes", "bytes", Unit::Bytes)];
        assert_eq!(
            table(&run, &["ours", "swiper"], &columns),
            "               ready         bytes\nours         1200 ms       42000 B\nswiper             –       44500 B\n"
        );
    }

    #[test]
    fn the_file_says_how_to_make_it_again() {
        let run = Run::of(&[("ours", "ready", 1.0)]);
        let (budgets, peers) = (Vec::new(), vec!["swiper 14.4.0".to_owned()]);
        let json = Report { name: "page", rounds: 3, run: &run, budgets, peers, remarks: &["slow"] }.json();
        assert_eq!(json["command"], "cargo xtask bench page --rounds 3");
        assert_eq!(json["browser"], "Chrome/1");
        assert_eq!(json["medians"]["ours"]["ready"], 1.0);
    }
}
