//! What was measured, for the terminal and as JSON.

use serde_json::{Value, json};

use super::super::machine;
use super::growth::Growth;
use super::instructions::{Instructions, LIMIT};
use super::memory::Memory;
use super::row::{Row, heading};

pub(super) struct Report {
    pub(super) rows: Vec<Row>,
    pub(super) growth: Vec<Growth>,
    pub(super) memory: Vec<Memory>,
    /// Or why they were not counted.
    pub(super) instructions: Result<Instructions, &'static str>,
    /// What was accepted last.
    pub(super) accepted: Instructions,
}

impl Report {
    pub(super) fn to_text(&self) -> String {
        let mut text = heading() + "\n";
        for row in &self.rows {
            text += &(row.to_text() + "\n");
        }
        text += "\nGrowth, from 1000 guides on\n";
        for growth in &self.growth {
            text += &format!("  {}\n", growth.to_text());
        }
        text += "\nMemory at its highest\n";
        for Memory { guides, kilobytes } in &self.memory {
            let each = kilobytes / (*guides as u64).max(1);
            text += &format!("  read and checked, all held: {guides} guides, {kilobytes} kB, {each} kB each\n");
        }
        for (row, memory) in self.rows.iter().filter_map(|row| Some((row, row.memory?))) {
            text += &format!("  {}: {} guides, {memory} kB\n", row.name, row.guides);
        }
        text += "\nInstructions for 100 guides, against tests/instructions.toml\n";
        text + &self.instructions_text() + "\nMedians. The figures are also in target/bench/core.json.\n"
    }

    fn instructions_text(&self) -> String {
        let counted = match &self.instructions {
            Ok(counted) => counted,
            Err(reason) => return format!("  {reason}\n"),
        };
        let line = |(job, count, change): (&str, u64, Option<f64>)| {
            let change = match change {
                Some(change) if change > LIMIT => format!(
                    "{change:+.1} %, over +{LIMIT} %: make it faster, or accept it with `cargo xtask bench core --accept`"
                ),
                Some(change) => format!("{change:+.1} %"),
                None => "not accepted yet; `cargo xtask bench core --accept` does".to_owned(),
            };
            format!("  {job:<16} {count:>12}  {change}\n")
        };
        counted.changes(&self.accepted).into_iter().map(line).collect()
    }

    pub(super) fn to_json(&self) -> Value {
        let growth = |growth: &Growth| {
            let each = growth.each.iter().map(|(guides, time)| json!({ "guides": guides, "microseconds": time }));
            json!({
                "name": growth.name,
                "exponent": growth.exponent,
                "linear": growth.is_linear(),
                "each_guide": each.collect::<Vec<_>>(),
            })
        };
        let counted = self.instructions.as_ref().map(|counted| {
            let change = |(job, count, change): (&str, u64, Option<f64>)| {
                json!({ "job": job, "count": count, "change_percent": change, "over": change.is_some_and(|c| c > LIMIT) })
            };
            counted.changes(&self.accepted).into_iter().map(change).collect::<Vec<_>>()
        });
        let memory = |memory: &Memory| json!({ "guides": memory.guides, "peak_kb": memory.kilobytes });
        json!({
            "bench": "core",
            "command": "cargo xtask bench core",
            "date": machine::today(),
            "machine": machine::machine(),
            "rows": self.rows.iter().map(Row::to_json).collect::<Vec<_>>(),
            "growth": self.growth.iter().map(growth).collect::<Vec<_>>(),
            "memory": self.memory.iter().map(memory).collect::<Vec<_>>(),
            "instructions": counted.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(counted: u64) -> Report {
        let of = |count| Instructions([("read-guides".to_owned(), count)].into());
        let row = Row {
            budget: "B18",
            name: "build".to_owned(),
            guides: 1_000,
            ours: 0.5,
            peer: None,
            limit: Some(5.0),
            memory: Some(2_048),
        };
        let memory = vec![Memory { guides: 1_000, kilobytes: 18_000 }];
        Report { rows: vec![row], growth: Vec::new(), memory, instructions: Ok(of(counted)), accepted: of(100) }
    }

    #[test]
    fn the_table_says_when_instructions_are_over() {
        assert!(report(105).to_text().contains("  read-guides               105  +5.0 %\n"));
        assert!(
            report(106)
                .to_text()
                .contains("+6.0 %, over +5 %: make it faster, or accept it with `cargo xtask bench core --accept`")
        );
    }

    #[test]
    fn memory_is_stated_also_for_each_guide() {
        let text = report(100).to_text();
        assert!(text.contains("read and checked, all held: 1000 guides, 18000 kB, 18 kB each"), "{text}");
        assert!(text.contains("build: 1000 guides, 2048 kB"), "{text}");
    }

    #[test]
    fn without_valgrind_the_reason_stands_there() {
        let mut report = report(100);
        report.instructions = Err("instructions were not counted: valgrind is not on the path");
        assert!(report.to_text().contains("  instructions were not counted: valgrind is not on the path\n"));
        assert_eq!(report.to_json()["instructions"], json!([]));
    }

    #[test]
    fn the_json_has_what_a_page_needs() {
        let json = report(100).to_json();
        assert_eq!(json["command"], "cargo xtask bench core");
        assert_eq!(json["rows"][0]["verdict"], "met");
        assert_eq!(json["instructions"][0]["over"], false);
        assert!(json["machine"]["cores"].as_u64().is_some_and(|cores| cores > 0));
    }
}
