//! How long answers took: counted in steps, so that a million of them need no more room than a thousand.

use std::time::Duration;

/// Answers by how long they took, in steps of a sixteenth of the power of two below.
#[derive(Debug, Clone)]
pub(super) struct Latencies {
    steps: Vec<u64>,
    count: u64,
    longest: Duration,
}

/// How many steps lie between a power of two and the next.
const STEPS: u64 = 16;

impl Default for Latencies {
    fn default() -> Self {
        Self { steps: vec![0; 64 * STEPS as usize], count: 0, longest: Duration::ZERO }
    }
}

impl Latencies {
    pub(super) fn add(&mut self, time: Duration) {
        let step = step(u64::try_from(time.as_micros()).unwrap_or(u64::MAX));
        if let Some(count) = self.steps.get_mut(step) {
            *count += 1;
        }
        self.count += 1;
        self.longest = self.longest.max(time);
    }

    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// Within what time this share of the answers came, at most 6 % too much.
    pub(super) fn at(&self, share: f64) -> Duration {
        let wanted = (self.count as f64 * share).ceil() as u64;
        let mut seen = 0;
        for (step, count) in self.steps.iter().enumerate() {
            seen += count;
            if *count > 0 && seen >= wanted {
                return Duration::from_micros(end(step)).min(self.longest);
            }
        }
        self.longest
    }
}

/// Exact below 16, then a power of two and the sixteenth in it.
fn step(micros: u64) -> usize {
    if micros < STEPS {
        return micros as usize;
    }
    let power = u64::from(micros.ilog2());
    ((power - 3) * STEPS + (micros >> (power - 4)) - STEPS) as usize
}

/// The last microsecond of a step.
fn end(step: usize) -> u64 {
    let step = step as u64;
    if step < STEPS {
        return step;
    }
    let (power, part) = (step / STEPS + 3, step % STEPS);
    ((STEPS + part + 1) << (power - 4)) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_lies_in_its_step() {
        for micros in (0..70_000).chain([1 << 40]) {
            let step = step(micros);
            assert!(micros <= end(step), "{micros}");
            assert!(step == 0 || micros > end(step - 1), "{micros}");
        }
    }

    #[test]
    fn shares_are_at_most_a_sixteenth_too_long() {
        let mut latencies = Latencies::default();
        (1..=1_000).for_each(|millis| latencies.add(Duration::from_millis(millis)));
        let at = |share| latencies.at(share).as_millis();
        assert!((500..=532).contains(&at(0.5)), "{}", at(0.5));
        assert!((990..=1_000).contains(&at(0.99)), "{}", at(0.99));
        assert_eq!((at(1.0), latencies.count()), (1_000, 1_000));
        assert_eq!(Latencies::default().at(0.5), Duration::ZERO);
    }
}
