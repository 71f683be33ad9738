//! What a person waits for after the page is there: steps, ticks, another audience, many widgets, a long day.
//!
//! `cargo xtask bench interact` builds what this needs, runs it, and judges the samples.

mod board;
mod gesture;
mod many;
mod stage;

use loa_e2e::bench::{Options, Samples, run};

use self::gesture::{GESTURES, measure as measure_gesture};
use self::stage::Watch;

fn main() {
    let options = Options::read(std::env::args().skip(1));
    run(measure(options));
}

async fn measure(options: Options) {
    let mut samples = Samples::default();
    for round in 0..options.rounds {
        eprintln!("round {} of {}", round + 1, options.rounds);
        for gesture in GESTURES {
            measure_gesture(gesture, Watch::Times, &mut samples).await;
            // Calls are the same each time, and counting them takes time of its own.
            if round == 0 {
                measure_gesture(gesture, Watch::Calls, &mut samples).await;
            }
        }
        for tag in TAGS {
            many::hundred(tag, &mut samples).await;
        }
    }
    for tag in TAGS {
        many::thousand(tag, &mut samples).await;
    }
    samples.write(&options);
}

const TAGS: [&str; 5] = ["loa-guide", "loa-message", "loa-progress", "loa-roadmap", "loa-board"];
