//! The repository's own tasks, run as `cargo xtask VERB`.
//!
//! One verb is one module. The others are what verbs share: [`workspace`] (where things are), [`command`] (running
//! programs), [`progress`] (what the person sees), [`wasm_target`], [`node`], [`browsers`], [`postgres`] and [`nginx`] (what the machine
//! must have), [`cargo_tool`] (what Cargo compiles for it), [`debian`] (how it gets it), [`layers`] (the layers of testing, in the order in which they run), [`modules`]
//! (which of them are built), [`kit`] (the finished files of the widgets), [`site`] and [`results`] (the demonstration, and its
//! page of what was measured).

mod bench;
mod build_widgets;
mod check;
mod demo;
mod dist;
mod e2e;
mod new_widget;
mod size;
mod soak;
mod test;
mod tidy;

mod browsers;
mod cargo_tool;
mod command;
mod compress;
mod debian;
mod kit;
mod layers;
mod modules;
mod nginx;
mod node;
mod postgres;
mod progress;
mod results;
#[cfg(test)]
mod scratch;
mod site;
mod wasm_target;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;

struct Verb {
    name: &'static str,
    about: &'static str,
    help: &'static str,
    run: fn(&[String]) -> Result<()>,
}

/// In the order in which a newcomer needs them.
const VERBS: &[Verb] = &[
    demo::VERB,
    test::VERB,
    check::VERB,
    e2e::VERB,
    tidy::VERB,
    size::VERB,
    bench::VERB,
    soak::VERB,
    build_widgets::VERB,
    dist::VERB,
    new_widget::VERB,
];

fn main() -> ExitCode {
    progress::begin();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", overview());
        return Ok(());
    };
    if is_help(name) {
        print!("{}", overview());
        return Ok(());
    }
    let Some(verb) = VERBS.iter().find(|verb| verb.name == name) else {
        anyhow::bail!("no verb `{name}`; `cargo xtask --help` lists them");
    };
    if rest.iter().any(|argument| is_help(argument)) {
        println!("cargo xtask {}: {}\n\n{}", verb.name, verb.about, verb.help.trim());
        return Ok(());
    }
    (verb.run)(rest)
}

fn is_help(argument: &str) -> bool {
    matches!(argument, "--help" | "-h" | "help")
}

fn overview() -> String {
    let mut text = String::from("cargo xtask VERB [OPTIONS]\n\n");
    for verb in VERBS {
        text += &format!("  {:<14} {}\n", verb.name, verb.about);
    }
    text + "\n`cargo xtask VERB --help` says more about one.\n"
}

/// For verbs without options: anything given is a mistake worth saying.
fn no_arguments(arguments: &[String]) -> Result<()> {
    match arguments.first() {
        Some(first) => anyhow::bail!("unexpected `{first}`; this verb takes no arguments"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_verb_is_named_with_the_way_to_the_list() {
        let error = dispatch(&["dmeo".to_owned()]).unwrap_err();
        assert_eq!(error.to_string(), "no verb `dmeo`; `cargo xtask --help` lists them");
    }

    #[test]
    fn a_verb_without_options_refuses_one() {
        let error = no_arguments(&["--fast".to_owned()]).unwrap_err();
        assert_eq!(error.to_string(), "unexpected `--fast`; this verb takes no arguments");
    }

    #[test]
    fn every_verb_explains_itself_in_the_overview() {
        let text = overview();
        assert!(
            VERBS.iter().all(|verb| text.contains(verb.name) && text.contains(verb.about) && !verb.help.is_empty())
        );
    }
}
