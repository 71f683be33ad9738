//! Size: what a page fetches is no more than when it was last accepted.

use anyhow::Result;

use super::{Layer, Outcome};
use crate::build_widgets::Recipe;
use crate::node::Node;
use crate::{site, size};

pub(super) const LAYER: Layer = Layer { name: "size", about: "what a page fetches, against tests/budgets.toml", run };

/// Without the tools that make files small, the figures would say nothing about the files that are published.
fn run() -> Result<Outcome> {
    let mut outcome = Outcome::default();
    if let Err(reason) = Node::ready() {
        outcome.lacks(format!("sizes are of files that went through wasm-opt and terser: {reason:#}"));
        return Ok(outcome);
    }
    Ok(size::check(&site::build(Recipe::Published)?).into())
}
