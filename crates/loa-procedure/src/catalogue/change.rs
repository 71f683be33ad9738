//! What a newer snapshot of a procedure has otherwise.

use std::fmt;

use crate::honest::place::sentence;
use crate::honest::time::{of_case, written};
use crate::procedure::{Fee, Filing, Procedure, Way};

/// One difference between two snapshots of a procedure.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    /// What differs, in words of the official fields.
    pub what: &'static str,
    /// How it was, shortened.
    pub before: String,
    /// How it is, shortened.
    pub after: String,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |text: &str| if text.is_empty() { "nothing".to_owned() } else { format!("`{text}`") };
        write!(f, "{}: {} became {}", self.what, shown(&self.before), shown(&self.after))
    }
}

/// What differs, what people pay, wait for and prepare first. Where and when the record was fetched is not compared.
#[must_use]
pub fn changes(before: &Procedure, after: &Procedure) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut compare = |what, view: &dyn Fn(&Procedure) -> Vec<String>| {
        let (old, new) = (view(before), view(after));
        if old != new {
            let gone: Vec<&str> = old.iter().filter(|line| !new.contains(line)).map(String::as_str).collect();
            let come: Vec<&str> = new.iter().filter(|line| !old.contains(line)).map(String::as_str).collect();
            // The same lines in another order, or another number of times.
            let same = gone.is_empty() && come.is_empty();
            let of =
                |lines: &[&str], all: &[String]| if same { short(&all.join("; ")) } else { short(&lines.join("; ")) };
            changes.push(Change { what, before: of(&gone, &old), after: of(&come, &new) });
        }
    };
    for (way, fees, times) in [
        (Way::Online, "fees online", "time online"),
        (Way::Post, "fees by post", "time by post"),
        (Way::InPerson, "fees in person", "time in person"),
    ] {
        compare(fees, &|procedure| procedure.by(way).flat_map(fee_lines).collect());
        compare(times, &|procedure| procedure.by(way).map(time_line).collect());
    }
    compare("times by case", &|procedure| {
        procedure.cases.iter().map(|case| format!("{} {}", case.code, of_case(case).unwrap_or_default())).collect()
    });
    compare("documents", &|procedure| {
        procedure
            .all_documents()
            .map(|document| {
                let copies = document.copies;
                format!("{} ({} originals, {} copies)", document.name, copies.originals, copies.copies)
            })
            .collect()
    });
    compare("name", &|procedure| vec![procedure.name.clone()]);
    compare("state", &|procedure| vec![procedure.state.word().to_owned()]);
    compare("level", &|procedure| procedure.level.iter().map(|level| level.name().to_owned()).collect());
    compare("where to file", &|procedure| sentence(procedure.territory).map(str::to_owned).into_iter().collect());
    compare("field", &|procedure| procedure.field.iter().map(|field| field.name.clone()).collect());
    compare("agency", &|procedure| procedure.done_by.iter().chain(&procedure.promulgated_by).cloned().collect());
    compare("whom it is for", &|procedure| procedure.subjects.clone());
    compare("result", &|procedure| procedure.results.clone());
    compare("requirements", &|procedure| procedure.requirements.iter().cloned().collect());
    compare("steps", &|procedure| procedure.steps.iter().map(|step| format!("{} {}", step.name, step.text)).collect());
    compare("legal basis", &|procedure| {
        procedure.legal_basis.iter().map(|basis| format!("{} {}", basis.number, basis.name)).collect()
    });
    changes
}

fn fee_lines(filing: &Filing) -> Vec<String> {
    let line = |fee: &Fee| {
        let amount = fee.amount.map_or("no amount".to_owned(), |amount| amount.to_string());
        if fee.text.is_empty() { amount } else { format!("{amount}, {}", fee.text) }
    };
    filing.fees.iter().map(line).collect()
}

fn time_line(filing: &Filing) -> String {
    written(filing).unwrap_or_default()
}

/// The longest text that is shown of a change; the whole of it is in the two files.
const SHOWN: usize = 160;

fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}
