//! `cargo xtask test`: all layers, then the time of each and the runners' own summary lines.

use anyhow::{Result, bail};

use crate::layers::{self, Layer};
use crate::{Verb, command, progress};

pub(crate) const VERB: Verb = Verb {
    name: "test",
    about: "all layers of tests, in three engines",
    help: "
Runs format, tidy, clippy, tests, docs, core alone, oldest Rust, components, journeys and size, or only the layers named.
Installs the missing engines on a Debian machine as root; elsewhere a missing engine is skipped with its reason.
With CI=true in the environment nothing is skipped: what is missing fails.

  cargo xtask test
  cargo xtask test tidy components",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    let chosen = choose(arguments)?;
    if command::is_ci() {
        progress::step("CI=true: what is missing fails");
    }
    layers::run(chosen)
}

/// Layers keep their order, whatever the order of the names: the fast ones first.
fn choose(names: &[String]) -> Result<Vec<&'static Layer>> {
    if let Some(unknown) = names.iter().find(|name| !layers::ALL.iter().any(|layer| layer.name == name.as_str())) {
        let known: Vec<String> = layers::ALL.iter().map(|layer| format!("`{}`", layer.name)).collect();
        bail!("no layer `{unknown}`; there are {}", known.join(", "));
    }
    Ok(layers::ALL.iter().filter(|layer| names.is_empty() || names.iter().any(|name| name == layer.name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_layers_run_unless_some_are_named() {
        assert_eq!(choose(&[]).unwrap().len(), layers::ALL.len());
        let some = choose(&["journeys".to_owned(), "format".to_owned()]).unwrap();
        assert_eq!(some.iter().map(|layer| layer.name).collect::<Vec<_>>(), ["format", "journeys"]);
    }

    #[test]
    fn an_unknown_layer_is_named_with_those_there_are() {
        let Err(error) = choose(&["unit".to_owned()]) else { panic!("`unit` is no layer") };
        assert!(error.to_string().starts_with("no layer `unit`; there are `format`, `tidy`, "), "{error}");
    }
}
