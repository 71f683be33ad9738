//! The machine on which something was measured: a figure without it says little.

use std::fs;
use std::thread;

use serde_json::{Value, json};

/// Processor, how many of it, memory and system, as far as the system says.
pub(super) fn machine() -> Value {
    let processors = thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let read = |path| fs::read_to_string(path).unwrap_or_default();
    json!({
        "processor": value(&read("/proc/cpuinfo"), "model name"),
        "processors": processors,
        "memory": value(&read("/proc/meminfo"), "MemTotal"),
        "system": format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        "load at the end": read("/proc/loadavg").split(' ').next().filter(|load| !load.is_empty()),
    })
}

/// The value of a line such as `model name : Xeon`.
fn value(text: &str, key: &str) -> Option<String> {
    let mut lines = text.lines().filter_map(|line| line.split_once(':'));
    lines.find(|(name, _)| name.trim() == key).map(|(_, value)| value.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_by_its_name() {
        let text = "processor\t: 0\nmodel name\t: A: fast one\n";
        assert_eq!(value(text, "model name").as_deref(), Some("A: fast one"));
        assert_eq!(value(text, "MemTotal"), None);
    }
}
