//! One line of the table: how long something took, and what was promised.

use serde_json::{Value, json};

/// What was measured for one size of a campaign.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) budget: &'static str,
    pub(super) name: String,
    pub(super) guides: usize,
    /// In seconds.
    pub(super) ours: f64,
    /// The peer over the same bytes, in seconds.
    pub(super) peer: Option<f64>,
    /// The most that is promised for this line: times the peer where there is one, else seconds.
    pub(super) limit: Option<f64>,
    /// The most memory in use, in kB.
    pub(super) memory: Option<u64>,
}

impl Row {
    pub(super) fn ratio(&self) -> Option<f64> {
        self.peer.map(|peer| self.ours / peer)
    }

    /// `met`, or by how much it is over; nothing where nothing is promised.
    pub(super) fn verdict(&self) -> Option<String> {
        let (measured, limit) = (self.ratio().unwrap_or(self.ours), self.limit?);
        Some(if measured <= limit {
            "met".to_owned()
        } else {
            format!("over by {:.0} %", (measured / limit - 1.0) * 100.0)
        })
    }

    pub(super) fn to_text(&self) -> String {
        let or_dash = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
        let unit = if self.peer.is_some() { "×" } else { "s" };
        let cells = [
            milliseconds(self.ours),
            or_dash(self.peer.map(milliseconds)),
            or_dash(self.ratio().map(|ratio| format!("{ratio:.2} ×"))),
            or_dash(self.limit.map(|limit| format!("{limit} {unit}"))),
        ];
        format!("{} {}", line(self.budget, &self.name, &self.guides.to_string(), cells), or_dash(self.verdict()))
    }

    pub(super) fn to_json(&self) -> Value {
        json!({
            "budget": self.budget,
            "name": self.name,
            "guides": self.guides,
            "ours_ms": self.ours * 1000.0,
            "peer_ms": self.peer.map(|peer| peer * 1000.0),
            "ratio": self.ratio(),
            "limit": self.limit,
            "limit_unit": if self.peer.is_some() { "times the peer" } else { "seconds" },
            "verdict": self.verdict(),
            "peak_memory_kb": self.memory,
        })
    }
}

pub(super) fn heading() -> String {
    line("", "", "guides", ["ours", "peer", "ratio", "budget"].map(str::to_owned)).trim_end().to_owned()
}

fn line(budget: &str, name: &str, guides: &str, [ours, peer, ratio, limit]: [String; 4]) -> String {
    format!("{budget:<4} {name:<42} {guides:>7} {ours:>13} {peer:>13} {ratio:>9} {limit:>7} ")
}

fn milliseconds(seconds: f64) -> String {
    format!("{:.3} ms", seconds * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(ours: f64, peer: Option<f64>, limit: Option<f64>) -> Row {
        Row { budget: "B13", name: "plan.toml".to_owned(), guides: 10, ours, peer, limit, memory: None }
    }

    #[test]
    fn a_budget_beside_a_peer_is_about_the_ratio() {
        assert_eq!(row(2.5, Some(1.0), Some(2.5)).verdict().unwrap(), "met");
        assert_eq!(row(3.0, Some(1.0), Some(2.5)).verdict().unwrap(), "over by 20 %");
        assert_eq!(row(3.0, Some(1.0), None).verdict(), None);
    }

    #[test]
    fn a_budget_without_a_peer_is_about_seconds() {
        assert_eq!(row(4.9, None, Some(5.0)).verdict().unwrap(), "met");
        assert_eq!(row(10.0, None, Some(5.0)).verdict().unwrap(), "over by 100 %");
    }

    #[test]
    fn a_line_of_the_table_says_all_of_it() {
        let text = row(0.003, Some(0.001), Some(2.5)).to_text();
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(words.join(" "), "B13 plan.toml 10 3.000 ms 1.000 ms 3.00 × 2.5 × over by 20 %");
    }
}
