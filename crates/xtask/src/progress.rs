//! What a person sees while a task runs: one line per step, with the time since the start.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

static BEGUN: OnceLock<Instant> = OnceLock::new();

/// Starts the clock of the step lines.
pub(crate) fn begin() {
    BEGUN.get_or_init(Instant::now);
}

/// Prints one step. On standard error, so that a table on standard output can be piped.
pub(crate) fn step(text: impl AsRef<str>) {
    let elapsed = BEGUN.get_or_init(Instant::now).elapsed();
    eprintln!("[{:>6.1} s] {}", elapsed.as_secs_f32(), text.as_ref());
}

/// `75 s` as `1m 15s`.
pub(crate) fn minutes(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}m {:02}s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_in_minutes_and_seconds() {
        assert_eq!(minutes(Duration::from_secs(75)), "1m 15s");
        assert_eq!(minutes(Duration::from_secs(3)), "0m 03s");
    }
}
