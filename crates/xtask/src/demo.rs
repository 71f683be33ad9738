//! `cargo xtask demo`: the example campaigns as working widgets on a portal page.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::build_widgets::Recipe;
use crate::{Verb, progress, site, workspace};

pub(crate) const VERB: Verb = Verb {
    name: "demo",
    about: "build everything and serve the demo portal",
    help: "
Builds the widgets, the `loa` command and the example campaigns into target/site and serves it on this machine only.
Ctrl-C ends it. A taken port is said, and the next free one used.

  cargo xtask demo
  cargo xtask demo --port 9000",
    run,
};

const PORT: u16 = 8080;

fn run(arguments: &[String]) -> Result<()> {
    let wanted = port(arguments)?;
    let site = site::build(Recipe::Published)?;
    let port = free_port(wanted)?;
    if port != wanted {
        progress::step(format!("port {wanted} is taken; using {port}"));
    }
    let mut serve = Command::new(&site.loa);
    serve.arg("serve").arg(&site.folder).args(["--listen", &format!("127.0.0.1:{port}")]);
    // The page with a form sends to the same server, which takes feedback in for Hanoi's campaign.
    let database = workspace::target()?.join("demo/loa.db");
    fs::create_dir_all(database.with_file_name("")).context("there is no room for the demo's database")?;
    serve.arg("--campaign").arg(workspace::root().join("examples/campaigns/hanoi-2025"));
    serve.arg("--database").arg(format!("sqlite://{}", database.display()));
    let mut server = serve.stdout(Stdio::piped()).spawn().context("`loa serve` does not start")?;
    let mut output = BufReader::new(server.stdout.take().context("`loa serve` has no output")?);
    // Its line says that it has the port; an answer there could come from another program.
    if output.read_line(&mut String::new())? == 0 {
        let status = server.wait()?.to_string();
        bail!("{}", why_ended(port, is_free(port), &status));
    }
    progress::step("ready; Ctrl-C ends the demo");
    println!("http://127.0.0.1:{port}/");
    let status = server.wait()?;
    match status.success() {
        true => Ok(()),
        false => bail!("`loa serve` ended ({status})"),
    }
}

/// Between the look for a free port and the server's start somebody else may have taken it.
fn why_ended(port: u16, is_free: bool, status: &str) -> String {
    if is_free {
        format!("`loa serve` ended before it answered ({status})")
    } else {
        format!("another program has taken port {port} meanwhile; run the demo again")
    }
}

fn port(arguments: &[String]) -> Result<u16> {
    match arguments {
        [] => Ok(PORT),
        [option, number] if option == "--port" => match number.parse() {
            Ok(port) if port > 0 => Ok(port),
            _ => bail!("`{number}` is not a port; give a number from 1 to 65535"),
        },
        [option] if option == "--port" => bail!("`--port` needs a number, for example `--port 9000`"),
        [first, ..] => bail!("unexpected `{first}`; the only option is `--port NUMBER`"),
    }
}

/// The wanted port, or the next one that nobody listens on.
fn free_port(wanted: u16) -> Result<u16> {
    (wanted..=u16::MAX)
        .take(100)
        .find(|port| is_free(*port))
        .with_context(|| format!("port {wanted} and the hundred after it are taken; choose another with `--port`"))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn port_of(arguments: &[&str]) -> Result<u16> {
        port(&arguments.iter().map(|argument| (*argument).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_port_is_8080_unless_another_is_given() {
        assert_eq!(port_of(&[]).unwrap(), 8080);
        assert_eq!(port_of(&["--port", "9000"]).unwrap(), 9000);
    }

    #[test]
    fn a_wrong_port_is_explained() {
        assert_eq!(
            port_of(&["--port", "http"]).unwrap_err().to_string(),
            "`http` is not a port; give a number from 1 to 65535"
        );
        assert_eq!(port_of(&["--port"]).unwrap_err().to_string(), "`--port` needs a number, for example `--port 9000`");
        assert_eq!(
            port_of(&["9000"]).unwrap_err().to_string(),
            "unexpected `9000`; the only option is `--port NUMBER`"
        );
    }

    #[test]
    fn a_taken_port_gives_the_next_free_one() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_port(port).unwrap() > port);
    }

    #[test]
    fn a_port_that_was_taken_meanwhile_is_said() {
        assert_eq!(
            why_ended(8080, false, "exit status: 2"),
            "another program has taken port 8080 meanwhile; run the demo again"
        );
        assert_eq!(why_ended(8080, true, "exit status: 2"), "`loa serve` ended before it answered (exit status: 2)");
    }
}
