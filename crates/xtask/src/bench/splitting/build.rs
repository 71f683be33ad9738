//! From a set of widgets to the files that pages would fetch, by the recipe of the published module.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::copy::{self, Way};
use super::split;
use super::widget::Widget;
use crate::build_widgets::{self, module, script, small_std};
use crate::node::Node;
use crate::{command, compress, progress, wasm_target, workspace};

/// What is to be built.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Recipe {
    /// In the order in which there are widgets.
    pub widgets: Vec<Widget>,
    pub way: Way,
}

/// The bytes of a file after brotli 11, by its name.
pub(super) type Files = BTreeMap<String, usize>;

/// What was built.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Built {
    /// The module, or the base of a split one.
    pub module: usize,
    /// The module's glue, and in a split the script that fetches its parts.
    pub scripts: usize,
    /// Files that only some widgets need, by their name.
    pub parts: Files,
    /// The files that each widget needs, where there are any.
    pub needs: BTreeMap<String, Vec<String>>,
    /// The base with all that several widgets share in it, when it was split.
    pub wide_base: usize,
}

/// All variants are made as the module that is published.
const PUBLISHED: build_widgets::Recipe = build_widgets::Recipe::Published;

/// Everything that decides about the result beside the recipe, and where things are.
pub(super) struct Workshop {
    folder: PathBuf,
    node: Node,
}

impl Workshop {
    /// # Errors
    ///
    /// When Node, the target or the sources of the standard library are missing: the figures would be of another module
    /// than the published one.
    pub(super) fn open() -> Result<Self> {
        wasm_target::ensure()?;
        small_std::ensure().context("the module is built with a small standard library, which is not here")?;
        let node = Node::ready().context("the module is made smaller by wasm-opt, which comes from npm")?;
        Ok(Self { folder: workspace::target()?.join("bench/splitting"), node })
    }

    /// Builds, or takes what an earlier run has built from the same sources.
    pub(super) fn build(&self, recipe: &Recipe) -> Result<Built> {
        let names: Vec<&str> = recipe.widgets.iter().map(|widget| &*widget.module).collect();
        let manifest = copy::write(&self.folder.join("crate"), &recipe.widgets, recipe.way)?;
        let kept = self.folder.join("built").join(format!("{}.json", self.stamp(recipe.way)?));
        if let Some(built) = fs::read(&kept).ok().and_then(|text| Built::read(&text)) {
            return Ok(built);
        }
        progress::step(format!("building {} ({})", names.join(", "), recipe.way.name()));
        let wasm = self.compile(&manifest, recipe.way)?;
        let built = match recipe.way {
            Way::Whole => self.whole(wasm)?,
            Way::Split => self.split(&wasm)?,
        };
        workspace::write(&kept, built.json().to_string())?;
        Ok(built)
    }

    fn compile(&self, manifest: &Path, way: Way) -> Result<Vec<u8>> {
        let target = self.folder.join("target");
        let mut cargo = command::cargo();
        cargo.args(["rustc", "--quiet", "--package", "loa-widgets", "--lib", "--crate-type", "cdylib"]);
        cargo.args(["--profile", "wasm", "--target", wasm_target::NAME]);
        cargo.arg("--manifest-path").arg(manifest).arg("--target-dir").arg(&target);
        small_std::add_to(&mut cargo);
        match way {
            Way::Whole => cargo.args(["--features", "csr"]),
            // The split follows what refers to what, which the linker would otherwise forget.
            Way::Split => cargo.args(["--features", "csr,split", "--", "-Clink-args=--emit-relocs"]),
        };
        command::run(&mut cargo)?;
        let path = target.join(wasm_target::NAME).join("wasm/loa_widgets.wasm");
        fs::read(&path).with_context(|| format!("cannot read the compiled module `{}`", path.display()))
    }

    fn whole(&self, wasm: Vec<u8>) -> Result<Built> {
        let bound = module::bind("loa-widgets", wasm, PUBLISHED)?;
        let module = self.weigh(&bound.wasm)?;
        Ok(Built { module, scripts: self.weigh_script(&bound.glue)?, ..Built::default() })
    }

    fn split(&self, wasm: &[u8]) -> Result<Built> {
        let split = split::split(&self.folder, wasm)?;
        let bound = module::bind_base(split.base)?;
        let mut built = Built {
            module: self.weigh(&bound.wasm)?,
            scripts: self.weigh_script(&bound.glue)? + self.weigh_script(&split.link)?,
            ..Built::default()
        };
        built.parts = self.weigh_all(&split.parts)?;
        built.needs = split.needs;
        let shared: Vec<&Vec<u8>> = built.shared().into_iter().filter_map(|name| split.parts.get(name)).collect();
        let wide = split::merge(&self.folder, &self.node, &bound.wasm, &shared)?;
        built.wide_base = self.weigh(&wide)?;
        Ok(built)
    }

    /// Many small ones, so several at once.
    fn weigh_all(&self, parts: &BTreeMap<String, Vec<u8>>) -> Result<Files> {
        let weigh = |(name, wasm): (&String, &Vec<u8>)| {
            let shrunk = module::shrink_in(&self.folder.join("wasm-opt").join(name), &self.node, wasm, PUBLISHED)?;
            Ok((name.clone(), compress::brotli(&shrunk)?.len()))
        };
        let at_once = thread::available_parallelism().map_or(1, NonZero::get) * 2;
        let parts: Vec<_> = parts.iter().collect();
        let lots = parts.chunks(parts.len().div_ceil(at_once).max(1));
        thread::scope(|scope| {
            let lots: Vec<_> = lots
                .map(|lot| scope.spawn(move || lot.iter().copied().map(weigh).collect::<Result<Vec<_>>>()))
                .collect();
            let mut files = Files::new();
            for lot in lots {
                files.extend(lot.join().map_err(|_| anyhow!("weighing a part of the module broke off"))??);
            }
            Ok(files)
        })
    }

    fn weigh(&self, wasm: &[u8]) -> Result<usize> {
        Ok(compress::brotli(&module::shrink(&self.node, wasm, PUBLISHED)?)?.len())
    }

    fn weigh_script(&self, text: &str) -> Result<usize> {
        Ok(compress::brotli(script::minify(Some(&self.node), text)?.as_bytes())?.len())
    }

    /// Of all that goes in: the copy, the programs that work on it, and what is compiled with it.
    fn stamp(&self, way: Way) -> Result<String> {
        let root = workspace::root();
        let mut files = workspace::files_below(&self.folder.join("crate"))?;
        for folder in ["crates/xtask/src/build_widgets", "crates/loa-plan/src", "crates/loa-feedback/src"] {
            files.extend(workspace::files_below(&root.join(folder))?);
        }
        files.extend(["Cargo.lock", "crates/xtask/npm/package-lock.json"].map(|name| root.join(name)));
        let mut hash = Sha256::new();
        hash.update(way.name());
        // Cargo adds to the copy's own lock file while it builds.
        for file in files.iter().filter(|file| **file != self.folder.join("crate/Cargo.lock")) {
            hash.update(fs::read(file)?);
        }
        Ok(hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect())
    }
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Split => "split",
        }
    }
}

impl Built {
    /// The parts that more than one widget needs.
    pub(super) fn shared(&self) -> BTreeSet<&str> {
        let needed = |name: &str| self.needs.values().filter(|names| names.iter().any(|known| known == name)).count();
        self.parts.keys().map(String::as_str).filter(|name| needed(name) > 1).collect()
    }

    fn json(&self) -> Value {
        json!({
            "module": self.module, "scripts": self.scripts, "parts": self.parts, "needs": self.needs,
            "wide_base": self.wide_base,
        })
    }

    fn read(text: &[u8]) -> Option<Self> {
        let value: Value = serde_json::from_slice(text).ok()?;
        let number = |value: &Value| usize::try_from(value.as_u64()?).ok();
        let parts = value["parts"].as_object()?.iter();
        let needs = value["needs"].as_object()?.iter();
        Some(Self {
            module: number(&value["module"])?,
            scripts: number(&value["scripts"])?,
            parts: parts.map(|(name, bytes)| Some((name.clone(), number(bytes)?))).collect::<Option<_>>()?,
            needs: needs.map(|(name, files)| Some((name.clone(), words(files)?))).collect::<Option<_>>()?,
            wide_base: number(&value["wide_base"])?,
        })
    }
}

fn words(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|word| Some(word.as_str()?.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_several_widgets_need_are_shared() {
        let needs = [("guide", "split_guide"), ("message", "split_message")]
            .map(|(widget, part)| (widget.to_owned(), vec!["chunk_1".to_owned(), part.to_owned()]));
        let parts = ["chunk_1", "split_guide", "split_message"].map(|name| (name.to_owned(), 1));
        let built = Built { parts: parts.into(), needs: needs.into(), ..Built::default() };
        assert_eq!(built.shared().into_iter().collect::<Vec<_>>(), ["chunk_1"]);
    }

    #[test]
    fn what_was_built_is_kept_and_read_again() {
        let built = Built {
            module: 3,
            scripts: 1,
            parts: Files::from([("a".to_owned(), 2)]),
            needs: BTreeMap::from([("guide".to_owned(), vec!["a".to_owned()])]),
            wide_base: 4,
        };
        assert_eq!(Built::read(built.json().to_string().as_bytes()), Some(built));
        assert_eq!(Built::read(b"{}"), None);
    }
}
