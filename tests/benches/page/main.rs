//! Cold loads of the same guide: as our widget, as our peers would show it, and as a page without any.
//!
//! `cargo xtask bench page` builds what this needs, runs it, and judges the samples.

mod content;
mod contestant;
mod visit;

use std::path::PathBuf;

use loa_e2e::bench::{Browser, Options, Samples, Sending, Server, run};
use loa_e2e::site::folder;

use self::contestant::{Contestant, Rounds, contestants};

fn main() {
    let options = Options::read(std::env::args().skip(1));
    run(measure(options));
}

async fn measure(options: Options) {
    let contestants = contestants();
    let [compressed, plain] =
        [serve(Sending::Compressed, &contestants).await, serve(Sending::Plain, &contestants).await];
    let mut samples = Samples::default();
    for round in 0..options.rounds {
        // One after the other in each round, so that a busy minute of the machine meets everybody.
        for contestant in contestants.iter().filter(|contestant| round == 0 || contestant.rounds == Rounds::All) {
            let server = if contestant.sending == Sending::Compressed { &compressed } else { &plain };
            let browser = Browser::fresh().await;
            if samples.browser.is_empty() {
                samples.browser = browser.version().await;
                samples.date = browser.page().see("new Date().toISOString()").await;
            }
            let figures = visit::cold(&browser, contestant, server).await;
            eprintln!("round {} of {}: {}: {figures:?}", round + 1, options.rounds, contestant.id);
            samples.add(contestant.id, figures);
        }
        // A later round that fails takes nothing away.
        samples.write(&options);
    }
}

/// A server with the pages of all contestants, which has everything compressed before the first of them is asked for.
async fn serve(sending: Sending, contestants: &[Contestant]) -> Server {
    let peers = std::env::var_os("LOA_PEERS").map(PathBuf::from);
    let peers = peers.expect("LOA_PEERS names the folder of the peers; run this by `cargo xtask bench page`");
    let server = Server::start(sending, &[("/peers/", &peers), ("/", folder())]).await;
    server.put(contestant::EMPTY, "<!doctype html><title>Trống</title>".to_owned(), Vec::new());
    for contestant in contestants {
        server.put(&contestant.path(), contestant.html.clone(), contestant.policy.headers());
        server.prepare(content::addresses(&contestant.html).into_iter().chain([&*contestant.path()]));
    }
    server
}
