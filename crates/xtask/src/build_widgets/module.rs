//! From `loa-widgets` to a module for browsers, as small as it gets.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::{Recipe, small_std};
use crate::modules::Module;
use crate::node::Node;
use crate::{command, progress, wasm_target, workspace};

/// What wasm-bindgen makes: the module, and the script that talks to it.
pub(crate) struct Bound {
    pub wasm: Vec<u8>,
    pub glue: String,
}

/// Features by name, since `--all-features` makes modules that browsers refuse ("invalid import kind 127").
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// What the glue does when a listener belongs to an instance that is gone.
const OLD_INSTANCE: &str = "throw new Error('Cannot invoke closure from previous WASM instance');";

/// Stripping comes after optimising, in this order.
const STRIPPING: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

/// Compiles the crate with the widgets of a module. As a crate type of its own: listed beside `rlib`, Cargo drops
/// link-time optimisation without a word, and the module is a third larger.
pub(crate) fn compile(module: &Module, recipe: Recipe) -> Result<Vec<u8>> {
    progress::step(format!("compiling the module {}", module.stem()));
    let mut cargo = command::cargo();
    cargo.args(["rustc", "--package", "loa-widgets", "--lib", "--crate-type", "cdylib"]);
    cargo.args(["--profile", "wasm", "--target", wasm_target::NAME]);
    cargo.args(features(module));
    let target = match recipe {
        Recipe::Published => workspace::target()?,
        // A folder of its own, since Cargo would else compile everything again at each change of recipe.
        Recipe::Diagnostic => workspace::target()?.join("diagnostic"),
    };
    cargo.arg("--target-dir").arg(&target);
    // Cargo then keeps what it has compiled for each set of features, and so has nothing to do when nothing has changed.
    cargo.env("__CARGO_DEFAULT_LIB_METADATA", "loa");
    match (recipe, small_std::ensure()) {
        (Recipe::Diagnostic, _) => drop(cargo.args(["--features", "diagnostic"])),
        (Recipe::Published, Ok(())) => small_std::add_to(&mut cargo),
        (Recipe::Published, Err(reason)) => {
            progress::step(format!("the module will be larger, with the ready-made library: {reason:#}"));
        }
    }
    command::run(&mut cargo)?;
    let path = target.join(wasm_target::NAME).join("wasm/loa_widgets.wasm");
    fs::read(&path).with_context(|| format!("cannot read the compiled module `{}`", path.display()))
}

/// What Cargo is told of the widgets in a module.
pub(crate) fn features(module: &Module) -> [String; 3] {
    ["--no-default-features".to_owned(), "--features".to_owned(), format!("csr,{}", module.widgets.join(","))]
}

/// Makes the module's imports and exports fit for a page.
pub(crate) fn bind(stem: &str, wasm: Vec<u8>, recipe: Recipe) -> Result<Bound> {
    let mut output = Bindgen::new()
        .input_bytes(stem, wasm)
        .web(true)?
        .typescript(false)
        // The loader names the module's address, since a bundle may put it anywhere.
        .omit_default_module_path(true)
        // A trap leaves the module in an unknown state; the loader then begins anew, and old listeners fall silent.
        .reset_state_function(true)
        .remove_name_section(recipe == Recipe::Published)
        .remove_producers_section(true)
        .generate_output()?;
    let scripts = output.snippets().values().map(Vec::len).sum::<usize>()
        + output.local_modules().len()
        + output.npm_dependencies().len();
    ensure!(
        scripts == 0,
        "a dependency of `loa-widgets` brings JavaScript of its own; the loader is the only hand-written script"
    );
    // After a trap the page's listeners still call the old instance, which is nobody's mistake any more.
    let silent = output.js().replace(OLD_INSTANCE, "return;");
    ensure!(silent != output.js(), "wasm-bindgen words its check of old instances differently; adapt `OLD_INSTANCE`");
    let mut glue = silent;
    for import in output.wasm_mut().imports.iter_mut() {
        let short = short_name(&mut glue, &import.name)?;
        import.name = short;
    }
    Ok(Bound { glue, wasm: output.wasm_mut().emit_wasm() })
}

/// Gives a function that the glue lends to the module a short name, in the glue; the long ones, with a hash each, weigh
/// 3 KB in both files together.
fn short_name(glue: &mut String, name: &str) -> Result<String> {
    let short = (0..).map(|number| format!("_{number}")).find(|short| !glue.contains(&format!("{short}:")));
    let short = short.unwrap_or_else(|| name.to_owned());
    let (before, after) = glue
        .split_once(&format!("{name}:"))
        .with_context(|| format!("the glue does not lend `{name}` to the module in the form that is expected"))?;
    *glue = format!("{before}{short}:{after}");
    Ok(short)
}

/// wasm-opt, for size. Twice, since the second run finds what the first has laid open.
pub(crate) fn shrink(node: &Node, wasm: &[u8], recipe: Recipe) -> Result<Vec<u8>> {
    progress::step("shrinking the module with wasm-opt");
    let folder = workspace::target()?.join("wasm-opt");
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    workspace::write(&before, wasm)?;
    let mut wasm_opt = node.script("binaryen/bin/wasm-opt");
    wasm_opt.arg(&before).args(FEATURES);
    match recipe {
        Recipe::Published => wasm_opt.args(["-Oz", "-Oz"]).args(STRIPPING),
        // With the names of functions, which a stack in the console then shows.
        Recipe::Diagnostic => wasm_opt.args(["-Oz", "--debuginfo"]),
    };
    wasm_opt.arg("-o").arg(&after);
    command::run(&mut wasm_opt)?;
    read(&after)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))
}
