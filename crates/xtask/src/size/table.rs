//! The figures as tables for the terminal.

use super::Report;
use super::artefact::Sizes;
use super::budget::Budgets;
use super::crates::CrateBytes;
use super::profile::Measured;

/// Files first, then pages with their budgets, then crates.
pub(super) fn of(report: &Report, budgets: &Budgets) -> String {
    let mut text = line("", ["raw", "gzip 9", "brotli 11", "requests"]);
    for artefact in &report.artefacts {
        text += &row(&artefact.name, artefact.sizes, "");
    }
    text.push('\n');
    for page in &report.profiles {
        text += &row(page.name, page.sizes, &page.requests.to_string());
    }
    text.push('\n');
    for page in &report.profiles {
        text += &verdict(page, budgets);
    }
    text += "\n\
        Bytes of the files that are fetched because of us: not the page, not the pictures of a guide. Raw is what a server\n\
        sends that compresses nothing; modules are gzip already. `loa-trouble.js` is asked for only when a widget does not\n\
        come.\n";
    text + &crates(&report.crates)
}

/// `B2  one-guide: 39000 of 42000 bytes, met (all of it)`.
fn verdict(page: &Measured, budgets: &Budgets) -> String {
    let (Some(promise), Some(budget)) = (page.promise, budgets.budget(page.name)) else { return String::new() };
    let words = match promise.brotli.checked_sub(budget) {
        None | Some(0) => "met".to_owned(),
        Some(over) => format!("OVER by {over}"),
    };
    format!("{:<4} {}: {} of {budget} bytes, {words} ({})\n", promise.id, page.name, promise.brotli, promise.about)
}

fn row(name: &str, sizes: Sizes, requests: &str) -> String {
    let [raw, gzip, brotli] = [sizes.raw, sizes.gzip, sizes.brotli].map(|n| n.to_string());
    line(name, [&raw, &gzip, &brotli, requests])
}

fn line(name: &str, [raw, gzip, brotli, requests]: [&str; 4]) -> String {
    let line = format!("{name:<36} {raw:>9} {gzip:>9} {brotli:>10} {requests:>9}");
    format!("{}\n", line.trim_end())
}

/// Crates with less than this are counted together.
const SMALL: usize = 500;

fn crates(crates: &[CrateBytes]) -> String {
    let all: usize = crates.iter().map(|found| found.bytes).sum();
    let mut text = format!("\n{:<36} {:>9} {:>9} {:>18}\n", "code by crate", "bytes", "share", "for types of ours");
    let mut add = |name: &str, bytes: usize, for_our_types: usize| {
        let per_mille = (bytes * 1000 + all / 2).checked_div(all).unwrap_or_default();
        let share = format!("{}.{} %", per_mille / 10, per_mille % 10);
        text += &format!("{name:<36} {bytes:>9} {share:>9} {for_our_types:>18}\n");
    };
    let (large, small): (Vec<_>, Vec<_>) = crates.iter().partition(|found| found.bytes >= SMALL);
    for found in large {
        add(&found.name, found.bytes, found.for_our_types);
    }
    let sum = |part: fn(&CrateBytes) -> usize| small.iter().map(|found| part(found)).sum();
    add(&format!("{} smaller ones", small.len()), sum(|found| found.bytes), sum(|found| found.for_our_types));
    text + "\n\
        Code of the module as the compiler has left it, before wasm-bindgen and wasm-opt, so these are shares. For types\n\
        of ours: generic code of another crate, compiled once more for a type of `loa_…`.\n"
}

#[cfg(test)]
mod tests {
    use super::super::profile::Counted;
    use super::*;

    fn page(brotli: usize) -> Measured {
        let promise = Some(Counted { id: "B2", about: "all of it", brotli });
        let sizes = Sizes { raw: 3 * brotli, gzip: 2 * brotli, brotli };
        Measured { name: "one-guide", about: "", sizes, requests: 5, promise }
    }

    #[test]
    fn a_budget_is_met_or_the_bytes_over_it_are_said() {
        let budgets = Budgets::of(&[("one-guide", 2000)]);
        assert_eq!(verdict(&page(2000), &budgets), "B2   one-guide: 2000 of 2000 bytes, met (all of it)\n");
        assert_eq!(verdict(&page(2010), &budgets), "B2   one-guide: 2010 of 2000 bytes, OVER by 10 (all of it)\n");
    }

    #[test]
    fn what_is_not_counted_stands_below_the_table() {
        let report = Report { profiles: vec![page(2000)], artefacts: Vec::new(), crates: Vec::new() };
        let text = of(&report, &Budgets::of(&[]));
        assert!(text.contains("not the page, not the pictures of a guide"), "{text}");
    }

    #[test]
    fn small_crates_are_counted_together() {
        let of = |name: &str, bytes| CrateBytes { name: name.to_owned(), bytes, for_our_types: bytes / 10 };
        let text = crates(&[of("yew", 900), of("gloo", 60), of("url", 40)]);
        let words: Vec<Vec<&str>> = text.lines().skip(2).map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words[0], ["yew", "900", "90.0", "%", "90"]);
        assert_eq!(words[1], ["2", "smaller", "ones", "100", "10.0", "%", "10"]);
    }
}
