//! `cargo xtask build-widgets`: from the widgets' sources to the files that a page loads.

mod manifest;
pub(crate) mod module;
pub(crate) mod script;
mod sheet;
pub(crate) mod small_std;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::node::{self, Node};
use crate::{Verb, compress, no_arguments, progress, wasm_target, workspace};

pub(crate) const VERB: Verb = Verb {
    name: "build-widgets",
    about: "build the files that a page loads into target/widgets",
    help: "
Gets the WASM target when it is missing, compiles loa-widgets, makes the module with wasm-bindgen, shrinks it with
wasm-opt and the scripts with terser when Node is there, and writes:

  loa.js               the loader
  loa-trouble.js       what finds out why a widget did not come; asked for only then
  loa-widgets.js       the module's glue
  loa-widgets.bin      the module in gzip, under a name that no server needs to know
  loa-widgets.bin.br   the module in brotli, for servers that negotiate it
  loa.css              the stylesheet of the page
  custom-elements.json what editors know about the tags

Nothing is done again when no input has changed.

  cargo xtask build-widgets",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    let folder = build()?;
    println!("{}", folder.display());
    Ok(())
}

/// Builds the widgets' files and gives their folder.
///
/// # Errors
///
/// When the sources do not compile or the WASM target cannot be had.
pub(crate) fn build() -> Result<PathBuf> {
    let folder = workspace::target()?.join("widgets");
    wasm_target::ensure()?;
    progress::step("compiling the widgets");
    let node = Node::ready();
    if let Err(reason) = &node {
        progress::step(format!("the files will be larger, since wasm-opt and terser are not here: {reason:#}"));
    }
    let sources = Sources {
        wasm: module::compile()?,
        loader: script("loa.js")?,
        trouble: script("loa-trouble.js")?,
        sheet: sheet::source()?,
        manifest: manifest::build()?,
    };
    let stamp = sources.stamp(node.as_ref().ok())?;
    if is_current(&folder, &stamp) {
        progress::step("the widgets' files are up to date");
        return Ok(folder);
    }
    sources.write(node.as_ref().ok(), &folder)?;
    workspace::write(&folder.join(STAMP), stamp)?;
    Ok(folder)
}

/// The files of a finished build, without their folder.
pub(crate) const FILES: [&str; 7] = [
    "loa.js",
    "loa-trouble.js",
    "loa-widgets.js",
    "loa-widgets.bin",
    "loa-widgets.bin.br",
    "loa.css",
    "custom-elements.json",
];

const STAMP: &str = ".stamp";

struct Sources {
    wasm: Vec<u8>,
    loader: String,
    trouble: String,
    sheet: String,
    manifest: String,
}

impl Sources {
    /// Everything that decides about the output: what goes in, and the tools that work on it.
    fn stamp(&self, node: Option<&Node>) -> Result<String> {
        let mut hash = Sha256::new();
        let texts = [&self.loader, &self.trouble, &self.sheet, &self.manifest].map(String::as_bytes);
        for part in [&[&*self.wasm, &fs::read(node::lock_file())?], &texts[..]].concat() {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        hash.update([u8::from(node.is_some())]);
        for file in workspace::files_below(&workspace::root().join("crates/xtask/src/build_widgets"))? {
            hash.update(fs::read(file)?);
        }
        Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    fn write(self, node: Option<&Node>, folder: &Path) -> Result<()> {
        // The stamp goes first: a build that breaks off half-way must not look finished.
        drop(fs::remove_file(folder.join(STAMP)));
        progress::step("making the module and its glue");
        let bound = module::bind(self.wasm)?;
        let wasm = match node {
            Some(node) => module::shrink(node, &bound.wasm)?,
            None => bound.wasm,
        };
        progress::step("compressing");
        workspace::write(&folder.join("loa.js"), script::minify(node, &self.loader)?)?;
        workspace::write(&folder.join("loa-trouble.js"), script::minify(node, &self.trouble)?)?;
        workspace::write(&folder.join("loa-widgets.js"), script::minify(node, &bound.glue)?)?;
        workspace::write(&folder.join("loa-widgets.bin"), compress::gzip(&wasm)?)?;
        workspace::write(&folder.join("loa-widgets.bin.br"), compress::brotli(&wasm)?)?;
        workspace::write(&folder.join("loa.css"), sheet::minify(&self.sheet))?;
        workspace::write(&folder.join("custom-elements.json"), self.manifest)
    }
}

fn is_current(folder: &Path, stamp: &str) -> bool {
    fs::read_to_string(folder.join(STAMP)).is_ok_and(|written| written == stamp)
        && FILES.iter().all(|file| folder.join(file).is_file())
}

/// A hand-written script; the name becomes that of the file in the bundle.
fn script(name: &str) -> Result<String> {
    let path = workspace::root().join("widgets/js").join(name);
    fs::read_to_string(&path).with_context(|| format!("cannot read the script `{}`", path.display()))
}
