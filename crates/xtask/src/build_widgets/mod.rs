//! `cargo xtask build-widgets`: from the widgets' sources to the files that a page loads.

mod loader;
mod manifest;
pub(crate) mod module;
mod recipe;
mod script;
mod sheet;
mod small_std;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::modules::{self, Module};
use crate::node::{self, Node};
pub(crate) use recipe::Recipe;

use crate::{Verb, compress, no_arguments, progress, wasm_target, workspace};

pub(crate) const VERB: Verb = Verb {
    name: "build-widgets",
    about: "build the files that a page loads into target/widgets",
    help: "
Gets the WASM target when it is missing, compiles loa-widgets once for each module of widgets/modules.toml and once with
all widgets, makes the modules with wasm-bindgen, shrinks them with wasm-opt and the scripts with terser when Node is
there, and writes:

  loa.js               the loader
  loa-trouble.js       what finds out why a widget did not come; asked for only then
  loa-widgets.js       the glue of the module with all widgets
  loa-widgets.bin      this module in gzip, under a name that no server needs to know
  loa-widgets.bin.br   this module in brotli, for servers that negotiate it
  loa-guide.…          the same three of the module `guide`, and of every other one
  loa.css              the stylesheet of the page
  custom-elements.json what editors know about the tags

Nothing is done again when no input has changed.

With --diagnostic it makes the twin instead, in target/widgets-diagnostic: the same files, with a module that keeps the
names of its functions and says in the console what a panic was about.

  cargo xtask build-widgets
  cargo xtask build-widgets --diagnostic",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    let (recipe, rest) = Recipe::take(arguments);
    no_arguments(&rest)?;
    let folder = build(recipe)?;
    println!("{}", folder.display());
    Ok(())
}

/// Builds the widgets' files and gives their folder.
///
/// # Errors
///
/// When the sources do not compile or the WASM target cannot be had.
pub(crate) fn build(recipe: Recipe) -> Result<PathBuf> {
    let folder = recipe.folder("widgets")?;
    wasm_target::ensure()?;
    let node = Node::ready();
    if let Err(reason) = &node {
        progress::step(format!("the files will be larger, since wasm-opt and terser are not here: {reason:#}"));
    }
    let modules = modules::read()?;
    let sources = Sources {
        modules: modules.iter().map(|module| Ok((module, module::compile(module, recipe)?))).collect::<Result<_>>()?,
        loader: script("loa.js")?,
        trouble: script("loa-trouble.js")?,
        sheet: sheet::source()?,
        manifest: manifest::build()?,
    };
    let stamp = sources.stamp(node.as_ref().ok())?;
    if is_current(&folder, &stamp, &modules) {
        progress::step("the widgets' files are up to date");
        return Ok(folder);
    }
    sources.write(node.as_ref().ok(), recipe, &folder)?;
    workspace::write(&folder.join(STAMP), stamp)?;
    Ok(folder)
}

/// The files of a finished build, without their folder.
fn files(modules: &[Module]) -> Vec<String> {
    let of_modules = modules.iter().flat_map(|module| ["js", "bin", "bin.br"].map(|kind| file(module, kind)));
    ["loa.js", "loa-trouble.js", "loa.css", MANIFEST].map(str::to_owned).into_iter().chain(of_modules).collect()
}

/// The name of a file of a module.
fn file(module: &Module, kind: &str) -> String {
    format!("{}.{kind}", module.stem())
}

const MANIFEST: &str = "custom-elements.json";

const STAMP: &str = ".stamp";

struct Sources<'a> {
    /// Each with what the compiler made of it.
    modules: Vec<(&'a Module, Vec<u8>)>,
    loader: String,
    trouble: String,
    sheet: String,
    manifest: String,
}

impl Sources<'_> {
    /// Everything that decides about the output: what goes in, and the tools that work on it.
    fn stamp(&self, node: Option<&Node>) -> Result<String> {
        let mut hash = Sha256::new();
        let mut add = |part: &[u8]| {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        };
        for (module, wasm) in &self.modules {
            add(format!("{module:?}").as_bytes());
            add(wasm);
        }
        for text in [&self.loader, &self.trouble, &self.sheet, &self.manifest] {
            add(text.as_bytes());
        }
        add(&fs::read(node::lock_file())?);
        add(&[u8::from(node.is_some())]);
        for file in workspace::files_below(&workspace::root().join("crates/xtask/src/build_widgets"))? {
            add(&fs::read(file)?);
        }
        Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    fn write(self, node: Option<&Node>, recipe: Recipe, folder: &Path) -> Result<()> {
        clear(folder)?;
        let mut modules = Vec::new();
        for (module, wasm) in self.modules {
            progress::step(format!("making {} and its glue", file(module, "bin")));
            let bound = module::bind(&module.stem(), wasm, recipe)?;
            let wasm = match node {
                Some(node) => module::shrink(node, &bound.wasm, recipe)?,
                None => bound.wasm,
            };
            let brotli = compress::brotli(&wasm)?;
            modules.push((brotli.len(), module));
            workspace::write(&folder.join(file(module, "js")), script::minify(node, &bound.glue)?)?;
            workspace::write(&folder.join(file(module, "bin")), compress::gzip(&wasm)?)?;
            workspace::write(&folder.join(file(module, "bin.br")), brotli)?;
        }
        // The loader takes the first one that will do.
        modules.sort_by_key(|(size, module)| (module.has_all(), *size));
        let modules: Vec<&Module> = modules.into_iter().map(|(_, module)| module).collect();
        let loader = loader::with_modules(&self.loader, &modules)?;
        workspace::write(&folder.join("loa.js"), script::minify(node, &loader)?)?;
        workspace::write(&folder.join("loa-trouble.js"), script::minify(node, &self.trouble)?)?;
        workspace::write(&folder.join("loa.css"), sheet::minify(&self.sheet))?;
        workspace::write(&folder.join(MANIFEST), self.manifest)
    }
}

/// Takes away what an earlier build made. The stamp goes first: a build that breaks off half-way must not look finished.
fn clear(folder: &Path) -> Result<()> {
    drop(fs::remove_file(folder.join(STAMP)));
    if folder.is_dir() {
        for path in workspace::files_below(folder)? {
            fs::remove_file(&path).with_context(|| format!("cannot remove `{}`", path.display()))?;
        }
    }
    Ok(())
}

fn is_current(folder: &Path, stamp: &str, modules: &[Module]) -> bool {
    fs::read_to_string(folder.join(STAMP)).is_ok_and(|written| written == stamp)
        && files(modules).iter().all(|file| folder.join(file).is_file())
}

/// A hand-written script; the name becomes that of the file in the bundle.
fn script(name: &str) -> Result<String> {
    let path = workspace::root().join("widgets/js").join(name);
    fs::read_to_string(&path).with_context(|| format!("cannot read the script `{}`", path.display()))
}
