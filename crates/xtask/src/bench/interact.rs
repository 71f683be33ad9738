//! `cargo xtask bench interact`: what a person waits for after the page is there.

use anyhow::Result;

use super::budget::{Budget, Unit};
use super::figures::Run;
use super::report::{Column, Report, table};
use super::rounds::rounds;
use super::{Bench, browser_program};
use crate::build_widgets::Recipe;
use crate::site;

pub(super) const BENCH: Bench = Bench { name: "interact", about: "steps, ticks, many widgets", run };

/// As the measuring program calls them.
const GESTURES: [&str; 4] = ["guide step", "tick", "change of audience", BOARD];
const CALLS: [&str; 4] = ["guide step, calls", "tick, calls", "change of audience, calls", "board of 100, calls"];
const BOARD: &str = "board of 100";
const HUNDRED: [&str; 5] =
    ["100 × loa-guide", "100 × loa-message", "100 × loa-progress", "100 × loa-roadmap", "100 × loa-board"];
const THOUSAND: [&str; 5] =
    ["1,000 × loa-guide", "1,000 × loa-message", "1,000 × loa-progress", "1,000 × loa-roadmap", "1,000 × loa-board"];

const OF_GESTURES: [Column; 5] = [
    ("worst", "worst", Unit::Milliseconds),
    ("main thread", "main thread each", Unit::Milliseconds),
    ("layouts", "layouts each", Unit::Plain),
    ("styles", "style recalculations each", Unit::Plain),
    ("slowdown", "slowdown", Unit::Plain),
];

const OF_CALLS: [Column; 2] =
    [("calls each", "calls each", Unit::Plain), ("until ready", "calls until ready", Unit::Plain)];

const OF_HUNDRED: [Column; 9] = [
    ("time each", "time each", Unit::Milliseconds),
    ("main thread", "main thread each", Unit::Milliseconds),
    ("layouts", "layouts each", Unit::Plain),
    ("styles", "style recalculations each", Unit::Plain),
    ("2nd/1st half", "second fifty over first", Unit::Plain),
    ("heap each", "heap each", Unit::Bytes),
    ("WASM each", "module memory each", Unit::Bytes),
    ("instances", "instances", Unit::Plain),
    ("slowdown", "slowdown", Unit::Plain),
];

const OF_THOUSAND: [Column; 5] = [
    ("time each", "time each", Unit::Milliseconds),
    ("more nodes", "more nodes", Unit::Plain),
    ("listeners", "more listeners", Unit::Plain),
    ("more heap", "more heap", Unit::Bytes),
    ("more WASM", "more module memory", Unit::Bytes),
];

const REMARKS: &[&str] = &[
    "The processor is four times slower, as far as the browser slows down its main thread; the slowdown was measured.",
    "Worst is the longest event of a press until the next frame, as the browser counts INP, in steps of 8 ms; it reports nothing under 16 ms. The worst of each round, and of these the median.",
    "Calls from WASM to JavaScript are counted in a run of their own; which functions they are is in the file, under notes.",
    "100 widgets are shown in two halves on a page where one is ready; the time is until the last of them is.",
    "1,000 widgets are shown and removed ten at a time, after a hundred that fill what is kept for later; heap and nodes are counted after collection.",
    "The board grows from 20 to 100 items and is filtered then; its answers come from this machine, and what is drawn when one has come is in the main thread's time, not in the worst press.",
];

fn run(arguments: &[String]) -> Result<()> {
    let rounds = rounds(arguments)?;
    let site = site::build(Recipe::Published)?;
    let run = browser_program::run(BENCH.name, rounds, &site, None)?;
    let tables = [
        table(&run, &GESTURES, &OF_GESTURES),
        table(&run, &CALLS, &OF_CALLS),
        table(&run, &HUNDRED, &OF_HUNDRED),
        table(&run, &THOUSAND, &OF_THOUSAND),
    ];
    let (budgets, peers) = (budgets(&run), Vec::new());
    Report { name: BENCH.name, rounds, run: &run, budgets, peers, remarks: REMARKS }.publish(&tables)
}

/// Half as much again is taken for noise of the machine; what grows with the square doubles.
const LINEAR: f64 = 1.5;

fn budgets(run: &Run) -> Vec<Budget> {
    let mut budgets = Vec::new();
    let mut add = |id, what: String, unit, measured, limit| {
        budgets.push(Budget { id, what, unit, measured, limit: Some(limit) });
    };
    add("B10", format!("{BOARD}: worst"), Unit::Milliseconds, run.median(BOARD, "worst"), 50.0);
    for subject in HUNDRED {
        let of = |figure| run.median(subject, figure);
        let memory = of("heap each").and_then(|heap| Some(heap + of("module memory each")?));
        add("B11", format!("{subject}: instances of the module"), Unit::Plain, of("instances"), 1.0);
        add("B11", format!("{subject}: time each"), Unit::Milliseconds, of("time each"), 3.0);
        add("B11", format!("{subject}: heap and WASM memory each"), Unit::Bytes, memory, 60_000.0);
        add("B11", format!("{subject}: second half over first"), Unit::Plain, of("second fifty over first"), LINEAR);
    }
    for subject in THOUSAND {
        let of = |figure| run.median(subject, figure);
        // As in tests/journeys/growth.rs: what a collection leaves behind by chance, not what each widget leaves.
        add("B12", format!("{subject}: more nodes"), Unit::Plain, of("more nodes"), 20.0);
        add("B12", format!("{subject}: more listeners"), Unit::Plain, of("more listeners"), 20.0);
        add("B12", format!("{subject}: more heap"), Unit::Bytes, of("more heap"), 200_000.0);
        add("B12", format!("{subject}: more WASM memory"), Unit::Bytes, of("more module memory"), 65_536.0);
    }
    budgets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_of_the_page_and_of_the_module_count_together() {
        let guide = HUNDRED[0];
        let run = Run::of(&[(guide, "heap each", 40_000.0), (guide, "module memory each", 25_000.0)]);
        let memory = budgets(&run).into_iter().find(|budget| budget.unit == Unit::Bytes).unwrap();
        assert_eq!(memory.verdict(), "OVER by 5000 B");
    }

    #[test]
    fn every_widget_has_both_budgets_and_the_board_one_of_its_own() {
        let budgets = budgets(&Run::of(&[]));
        let of = |id| budgets.iter().filter(|budget| budget.id == id).count();
        assert_eq!((of("B10"), of("B11"), of("B12")), (1, 20, 20));
    }
}
