//! The figures as a table for the terminal.

use super::Size;
use super::budget::Budgets;

/// Files first, then pages with their budgets.
pub(super) fn of(files: &[Size], pages: &[(&str, Size)], budgets: &Budgets) -> String {
    let mut text = line("", ["requests", "plain", "gzip 9", "brotli 11", "budget"]);
    for file in files {
        text += &row(&file.name, file, String::new());
    }
    text.push('\n');
    for (id, page) in pages {
        let budget = budgets.budget(id).map(|budget| verdict(page.brotli, budget)).unwrap_or_default();
        text += &row(&format!("{id} {}", page.name), page, budget);
    }
    text + "\nBytes. Plain: as it arrives from a server that compresses nothing; the module is compressed by us.\n"
}

fn row(name: &str, size: &Size, budget: String) -> String {
    let [requests, plain, gzip, brotli] = [size.requests, size.plain, size.gzip, size.brotli].map(|n| n.to_string());
    line(name, [&requests, &plain, &gzip, &brotli, &budget])
}

fn line(name: &str, [requests, plain, gzip, brotli, budget]: [&str; 5]) -> String {
    let line = format!("{name:<24} {requests:>8} {plain:>9} {gzip:>9} {brotli:>10}  {budget}");
    format!("{}\n", line.trim_end())
}

fn verdict(measured: usize, budget: usize) -> String {
    if measured <= budget { format!("{budget}, met") } else { format!("{budget}, OVER by {}", measured - budget) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_met_or_the_bytes_over_it_are_said() {
        assert_eq!(verdict(2000, 2000), "2000, met");
        assert_eq!(verdict(2010, 2000), "2000, OVER by 10");
    }
}
