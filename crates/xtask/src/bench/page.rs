//! `cargo xtask bench page`: cold loads of one guide, ours beside the peers.

use anyhow::Result;

use super::budget::{Budget, Unit};
use super::figures::Run;
use super::report::{Column, Report, table};
use super::rounds::rounds;
use super::{Bench, browser_program, peers};
use crate::build_widgets::Recipe;
use crate::site;

pub(super) const BENCH: Bench = Bench { name: "page", about: "cold loads beside peers", run };

/// As the measuring program calls them.
const OURS: &str = "ours";
const WITHOUT: &str = "without";
const FREE_LINE: &str = "ours-on-a-free-line";
const PLAIN_SERVER: &str = "ours-from-a-server-that-compresses-nothing";
const BELOW: &str = "ours-below-the-screen";
const ONE_MORE: &str = "ours-with-one-more";
const EVERYTHING: &str = "ours-with-everything";
const SUBJECTS: [&str; 13] = [
    WITHOUT,
    OURS,
    "ours-without-preload",
    "web-awesome",
    "swiper",
    "splide",
    "preact",
    "vanilla",
    PLAIN_SERVER,
    FREE_LINE,
    BELOW,
    ONE_MORE,
    EVERYTHING,
];

const TIMES: [Column; 8] = [
    ("first paint", "first paint", Unit::Milliseconds),
    ("ready", "ready", Unit::Milliseconds),
    ("shift", "shift", Unit::Plain),
    ("moved, px", "moved", Unit::Plain),
    ("main thread", "main thread", Unit::Milliseconds),
    ("long tasks", "long tasks", Unit::Plain),
    ("longest", "longest task", Unit::Milliseconds),
    ("slowdown", "slowdown", Unit::Plain),
];

const WEIGHTS: [Column; 6] = [
    ("bytes", "bytes", Unit::Bytes),
    ("requests", "requests", Unit::Plain),
    ("of widget", "widget bytes", Unit::Bytes),
    ("its requests", "widget requests", Unit::Plain),
    ("JS heap", "heap", Unit::Bytes),
    ("WASM memory", "module memory", Unit::Bytes),
];

const REMARKS: &[&str] = &[
    "Slow 4G is 1.6 Mbps down, 750 kbps up and 150 ms before each answer, set in the browser; connections cost nothing.",
    "The processor is four times slower, as far as the browser slows down its main thread; the slowdown was measured.",
    "Every load is that of a new browser with a new profile, the contestants one after the other in each round.",
    "Text, pictures and the page's own stylesheet are the same for all; everything is sent in brotli 11 from the loopback.",
    "Ours, Preact and vanilla run under the strict policy; Web Awesome, Swiper and Splide do not, so theirs allows everything but other sites.",
    "Shift is what the browser counts; moved is how far the first step's heading came to stand from where it was first painted, which also sees content that was given a slot.",
    "Web Awesome comes without its theme. Bytes are bodies of answers; of widget: without the page, its stylesheet and the pictures.",
    "Preact and vanilla are pages of our own, in crates/xtask/npm-bench/peers: the least that does what our guide does on this page.",
];

fn run(arguments: &[String]) -> Result<()> {
    let rounds = rounds(arguments)?;
    let site = site::build(Recipe::Published)?;
    let bundles = peers::ready()?;
    let run = browser_program::run(BENCH.name, rounds, &site, Some(&bundles))?;
    let tables = [table(&run, &SUBJECTS, &TIMES), table(&run, &SUBJECTS, &WEIGHTS)];
    let (budgets, peers) = (budgets(&run), peers::versions()?);
    Report { name: BENCH.name, rounds, run: &run, budgets, peers, remarks: REMARKS }.publish(&tables)
}

/// The lines of the budgets that a page load answers.
fn budgets(run: &Run) -> Vec<Budget> {
    let of = |subject, figure| run.median(subject, figure);
    let less = |subject, other, figure| Some(of(subject, figure)? - of(other, figure)?);
    let ratio = |subject, other, figure| Some(of(subject, figure)? / of(other, figure)?);
    let budget = |id, what: &str, unit, measured, limit| Budget { id, what: what.to_owned(), unit, measured, limit };
    use Unit::{Bytes, Milliseconds, Plain};
    vec![
        budget("B1", "loader on a page with no widget in view", Bytes, of(BELOW, "script bytes"), Some(2000.0)),
        budget("B1", "modules asked for on that page", Plain, of(BELOW, "module requests"), Some(0.0)),
        budget("B2", "everything for a page with one guide", Bytes, of(OURS, "widget bytes"), Some(42_000.0)),
        budget(
            "B2b",
            "the same from a server that compresses nothing, over B2",
            Plain,
            ratio(PLAIN_SERVER, OURS, "widget bytes"),
            Some(1.15),
        ),
        budget("B4", "every kind of widget, without its data", Bytes, of(EVERYTHING, "code bytes"), Some(110_000.0)),
        budget("B5", "one more simple widget on a page", Bytes, less(ONE_MORE, OURS, "widget bytes"), Some(3000.0)),
        budget("B6", "first paint, over the page without us", Plain, ratio(OURS, WITHOUT, "first paint"), Some(1.05)),
        budget("B7", "layout shift", Plain, of(OURS, "shift"), Some(0.0)),
        budget("B8", "guide ready, against Swiper", Milliseconds, of(OURS, "ready"), of("swiper", "ready")),
        budget("B8", "aim: against Web Awesome", Milliseconds, of(OURS, "ready"), of("web-awesome", "ready")),
        budget(
            "B9",
            "compile, instantiate, mount (on a free line)",
            Milliseconds,
            of(FREE_LINE, "start to ready"),
            Some(45.0),
        ),
        budget("B9", "longest task", Milliseconds, of(OURS, "longest task"), Some(50.0)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(run: &Run, id: &str) -> Vec<String> {
        budgets(run).iter().filter(|budget| budget.id == id).map(Budget::verdict).collect()
    }

    #[test]
    fn the_guide_is_judged_by_the_peers_of_the_same_run() {
        let run = Run::of(&[(OURS, "ready", 1450.0), ("swiper", "ready", 1500.0), ("web-awesome", "ready", 1400.0)]);
        assert_eq!(verdict(&run, "B8"), ["met", "OVER by 50 ms"]);
    }

    #[test]
    fn what_was_not_measured_is_not_met() {
        assert!(budgets(&Run::of(&[])).iter().all(|budget| budget.verdict() == "not measured"));
    }

    #[test]
    fn a_server_that_compresses_nothing_is_compared_with_one_that_does() {
        let run = Run::of(&[(OURS, "widget bytes", 40_000.0), (PLAIN_SERVER, "widget bytes", 48_000.0)]);
        assert_eq!(verdict(&run, "B2"), ["met"]);
        assert_eq!(verdict(&run, "B2b"), ["OVER by 0.050"]);
    }
}
