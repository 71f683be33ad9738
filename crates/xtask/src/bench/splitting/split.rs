//! The split by `wasm_split`: done by a small program that is built beside the copy, so that this crate stays light.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::node::Node;
use crate::{command, workspace};

/// A module that was split, before wasm-bindgen has made its glue.
pub(super) struct Split {
    pub base: Vec<u8>,
    /// The script that fetches the parts.
    pub link: String,
    pub parts: BTreeMap<String, Vec<u8>>,
    /// The parts that each widget needs.
    pub needs: BTreeMap<String, Vec<String>>,
}

const MANIFEST: &str = "[package]\nname = \"splitter\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\nwasm_split_cli_support = \"=0.2.4\"\n\n[workspace]\n";

const PROGRAM: &str = include_str!("splitter.rs.template");

/// Splits a module whose references the linker has kept.
pub(super) fn split(folder: &Path, wasm: &[u8]) -> Result<Split> {
    let (program, output) = (folder.join("splitter"), folder.join("split"));
    workspace::write(&program.join("Cargo.toml"), MANIFEST)?;
    workspace::write(&program.join("src/main.rs"), PROGRAM)?;
    if output.exists() {
        fs::remove_dir_all(&output).with_context(|| format!("cannot remove `{}`", output.display()))?;
    }
    let input = output.join("whole.wasm");
    workspace::write(&input, wasm)?;
    let mut cargo = command::cargo();
    cargo.args(["run", "--quiet", "--release", "--manifest-path"]).arg(program.join("Cargo.toml"));
    cargo.arg("--target-dir").arg(folder.join("target")).arg("--").arg(&input).arg(&output);
    let needs = needs(&command::output(&mut cargo)?)?;
    let names: BTreeSet<&String> = needs.values().flatten().collect();
    let read = |name: &str| fs::read(output.join(name)).with_context(|| format!("the split has left no `{name}`"));
    let parts =
        names.into_iter().map(|name| Ok((name.clone(), read(&format!("{name}.wasm"))?))).collect::<Result<_>>()?;
    Ok(Split { base: read("base.wasm")?, link: String::from_utf8(read("__wasm_split.js")?)?, parts, needs })
}

/// `guide chunk_3 split_guide` for each widget.
fn needs(printed: &str) -> Result<BTreeMap<String, Vec<String>>> {
    let needs: BTreeMap<String, Vec<String>> = printed
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(widget, parts)| (widget.to_owned(), parts.split(' ').map(str::to_owned).collect()))
        .collect();
    ensure!(!needs.is_empty(), "the module was not split: no widget is a split point");
    Ok(needs)
}

/// A base with these parts in it.
pub(super) fn merge(folder: &Path, node: &Node, base: &[u8], parts: &[&Vec<u8>]) -> Result<Vec<u8>> {
    let folder = folder.join("merge");
    let mut wasm_merge = node.script("binaryen/bin/wasm-merge");
    workspace::write(&folder.join("base.wasm"), base)?;
    wasm_merge.arg(folder.join("base.wasm")).arg("__wasm_split");
    for (i, part) in parts.iter().enumerate() {
        let path = folder.join(format!("part_{i}.wasm"));
        workspace::write(&path, part)?;
        wasm_merge.arg(path).arg(format!("part_{i}"));
    }
    let merged = folder.join("merged.wasm");
    wasm_merge.args(crate::build_widgets::module::FEATURES).arg("-o").arg(&merged);
    command::run(&mut wasm_merge)?;
    fs::read(&merged).with_context(|| format!("cannot read `{}`", merged.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_each_widget_needs_is_read_from_what_the_program_prints() {
        let needs = needs("guide chunk_1 split_guide\nmessage split_message\n").unwrap();
        assert_eq!(needs["guide"], ["chunk_1", "split_guide"]);
        assert_eq!(needs["message"], ["split_message"]);
    }

    #[test]
    fn a_module_without_split_points_is_refused() {
        assert_eq!(needs("").unwrap_err().to_string(), "the module was not split: no widget is a split point");
    }
}
