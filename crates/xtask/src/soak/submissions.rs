//! One service takes in a million feedbacks, and its memory does not grow with them.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::{Soak, options};
use crate::bench::serve::{Watched, start_ours};
use crate::{command, progress, workspace};

pub(super) const SOAK: Soak = Soak { name: "submissions", run };

/// How many are sent at once between two looks.
const STEP: u64 = 100_000;

/// How many senders there are.
const CONNECTIONS: &str = "128";

/// By how much memory may grow with each step, once the first has filled what is kept for speed.
const GROWTH: f64 = 1_000_000.0;

fn run(arguments: &[String]) -> Result<()> {
    let [count, seed] = options::read(arguments, ["--count", "--seed"])?;
    let (count, seed) = (count.unwrap_or(1_000_000), seed.unwrap_or(1));
    command::run(command::cargo().args(["build", "--release", "--package", "loa-cli", "--package", "loa-bench"]))?;
    let target = workspace::target()?;
    let program = |name: &str| target.join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let (mut service, address) = start_ours(&program("loa"), &target.join("soak"))?;
    let (begin, mut sent, mut memory) = (Instant::now(), 0, Vec::new());
    while sent < count {
        let step = STEP.min(count - sent);
        let before = service.cpu_seconds()?;
        let mut fill = Command::new(program("loa-bench"));
        fill.args(["fill", &address.to_string(), CONNECTIONS, &step.to_string(), &(seed + sent).to_string()]);
        let printed: Value = serde_json::from_str(&command::output(&mut fill)?).context("`fill` printed no JSON")?;
        sent += step;
        memory.push(service.memory_now()? as f64);
        let (each_second, p99) = (printed["each second"].as_f64(), printed["p99"].as_f64());
        progress::step(format!(
            "{sent} taken in; {:.0} a second, p99 {:.1} ms, {:.0} µs of processor time each, memory {:.1} MB",
            each_second.unwrap_or_default(),
            p99.unwrap_or_default(),
            (service.cpu_seconds()? - before) * 1e6 / step as f64,
            memory.last().copied().unwrap_or_default() / 1e6,
        ));
    }
    let answered = answered(&service, address.port())?;
    service.stop()?;
    println!("{sent} feedbacks in {:.0} s; {answered}; {}", begin.elapsed().as_secs_f64(), judged(&memory)?);
    Ok(())
}

/// That the service still answers a question of the board after them.
fn answered(service: &Watched, port: u16) -> Result<String> {
    let begin = Instant::now();
    let page = page(port)?;
    let took = begin.elapsed().as_secs_f64() * 1000.0;
    if !page.starts_with("HTTP/1.1 200") {
        bail!("the board answered `{}`", page.lines().next().unwrap_or_default());
    }
    let highest = service.highest_memory()? as f64 / 1e6;
    Ok(format!("the newest 20 of the board in {took:.1} ms; at most {highest:.1} MB"))
}

fn page(port: u16) -> Result<String> {
    use std::io::{Read, Write};
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", port))?;
    stream.write_all(b"GET /api/board HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

/// How memory grew with each step after the first, or that it grew too much.
fn judged(memory: &[f64]) -> Result<String> {
    let ([first, .., last], steps) = (memory, memory.len().saturating_sub(1)) else {
        return Ok("too few to say how memory grows".to_owned());
    };
    let growth = (last - first) / steps as f64;
    if growth > GROWTH {
        bail!(
            "memory grew by {growth:.0} bytes with each {STEP}, more than {GROWTH:.0}: something is kept that should not be"
        );
    }
    Ok(format!("memory grew by {growth:.0} bytes with each {STEP}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_that_grows_is_told() {
        assert_eq!(judged(&[4e7, 4.01e7, 4.02e7]).unwrap(), "memory grew by 100000 bytes with each 100000");
        assert_eq!(judged(&[4e7]).unwrap(), "too few to say how memory grows");
        assert_eq!(
            judged(&[4e7, 5e7]).unwrap_err().to_string(),
            "memory grew by 10000000 bytes with each 100000, more than 1000000: something is kept that should not be"
        );
    }
}
