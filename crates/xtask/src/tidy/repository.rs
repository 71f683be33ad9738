//! What the rules look at: every text file of the repository, and what Cargo knows about its crates.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{command, workspace};

/// The repository as it stands.
pub(super) struct Repository {
    files: Vec<File>,
    pub metadata: Value,
    /// `cargo tree` of the core crates with their default features: one line per crate, `name vX features`.
    pub core_trees: Vec<(&'static str, Vec<String>)>,
}

/// A text file, its path relative to the root and with `/` between folders.
pub(super) struct File {
    pub path: String,
    pub text: String,
}

/// What is made, not written.
const SKIPPED: [&str; 5] = ["target", "dist", "node_modules", ".git", "package-lock.json"];

impl Repository {
    pub(super) fn read() -> Result<Self> {
        let root = workspace::root();
        let mut files = Vec::new();
        collect(&root, &root, &mut files)?;
        files.sort_by(|one, other| one.path.cmp(&other.path));
        let core_trees = super::CORE.iter().map(|name| Ok((*name, tree(name)?))).collect::<Result<_>>()?;
        Ok(Self { files, metadata: workspace::metadata(&["--no-deps"])?, core_trees })
    }

    /// A repository of these files alone, for the rules' tests.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        Self { files: files.iter().map(file).collect(), metadata: Value::Null, core_trees: Vec::new() }
    }

    /// The files below a folder, which ends with `/`, or all with an empty one.
    pub(super) fn below(&self, folder: &str) -> impl Iterator<Item = &File> {
        self.files.iter().filter(move |file| file.path.starts_with(folder))
    }

    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The sources of the core crates without their tests.
    pub(super) fn core_sources(&self) -> impl Iterator<Item = &File> {
        super::CORE.iter().flat_map(|name| self.below("crates/").filter(move |file| file.is_source_of(name)))
    }
}

impl File {
    /// The last part of the path.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    pub(super) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// The lines with their numbers, up to the module of the file's own tests, which stands at its end.
    pub(super) fn lines_before_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines();
        let next_lines = self.text.lines().skip(1).chain([""]);
        lines
            .zip(next_lines)
            .enumerate()
            .take_while(|(_, (line, next))| !begins_tests(line, next))
            .map(|(index, (line, _))| (index + 1, line))
    }

    fn is_source_of(&self, name: &str) -> bool {
        let source = self.path.strip_prefix("crates/").and_then(|path| path.strip_prefix(name));
        self.is_rust() && source.is_some_and(|path| path.starts_with("/src/")) && self.name() != "tests.rs"
    }
}

/// A module in a file of its own, declared at the head, does not end what comes before.
fn begins_tests(line: &str, next: &str) -> bool {
    (line == "#[cfg(test)]" || line.starts_with("#[cfg(all(test,")) && next.starts_with("mod ") && next.ends_with('{')
}

fn collect(folder: &Path, root: &Path, files: &mut Vec<File>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read the folder `{}`", folder.display()))? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| SKIPPED.iter().any(|skipped| name == *skipped)) {
            continue;
        }
        if path.is_dir() {
            collect(&path, root, files)?;
        } else if let Ok(text) = fs::read_to_string(&path) {
            let parts = path.strip_prefix(root)?.iter().map(|part| part.to_string_lossy());
            files.push(File { path: parts.collect::<Vec<_>>().join("/"), text });
        }
    }
    Ok(())
}

fn tree(package: &str) -> Result<Vec<String>> {
    let mut cargo = command::cargo();
    cargo.args(["tree", "--package", package, "--edges", "normal", "--prefix", "none", "--format", "{p} {f}"]);
    let mut lines: Vec<String> = command::output(&mut cargo)?.lines().map(|line| line.replace(" (*)", "")).collect();
    lines.sort();
    lines.dedup();
    Ok(lines)
}
