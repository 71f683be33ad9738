//! The budgets, and the figures that were measured when they were last accepted.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Size;

/// `tests/budgets.toml`.
pub(super) struct Budgets {
    sizes: toml::Table,
}

const HEAD: &str = "# Bytes after brotli 11 that a page fetches. `budget` is the promise; `measured` is written by\n# `cargo xtask size --accept`, and one per cent more than it fails `cargo xtask size`.\n";

impl Budgets {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
        Self::parse(&text).with_context(|| format!("in `{}`", path.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let mut table: toml::Table = toml::from_str(text)?;
        match table.remove("size") {
            Some(toml::Value::Table(sizes)) => Ok(Self { sizes }),
            _ => anyhow::bail!("no table `[size]`"),
        }
    }

    /// The promise for a page.
    pub(super) fn budget(&self, id: &str) -> Option<usize> {
        self.figure(id, "budget")
    }

    /// What the page had when the figures were last accepted.
    pub(super) fn measured(&self, id: &str) -> Option<usize> {
        self.figure(id, "measured")
    }

    /// One line for each page that is more than one per cent over its measured figure.
    pub(super) fn grown(&self, pages: &[(&str, Size)]) -> Vec<String> {
        let over = |(id, page): &(&str, Size)| {
            let measured = self.measured(id)?;
            (page.brotli * 100 > measured * 101).then(|| {
                format!(
                    "{id}: the {} grew from {measured} to {} bytes; make it smaller, or accept it with `cargo xtask size --accept`",
                    page.name, page.brotli
                )
            })
        };
        pages.iter().filter_map(over).collect()
    }

    /// The file with today's figures.
    pub(super) fn accept(&self, pages: &[(&str, Size)]) -> String {
        let mut text = HEAD.to_owned();
        text += "\n[size]\n";
        for (id, page) in pages {
            let budget = self.budget(id).map(|budget| format!("budget = {budget}, ")).unwrap_or_default();
            text += &format!("# {}\n{id} = {{ {budget}measured = {} }}\n", page.name, page.brotli);
        }
        text
    }

    fn figure(&self, id: &str, key: &str) -> Option<usize> {
        usize::try_from(self.sizes.get(id)?.get(key)?.as_integer()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(brotli: usize) -> Size {
        Size { name: "page with one guide".to_owned(), requests: 5, plain: 0, gzip: 0, brotli }
    }

    #[test]
    fn one_per_cent_more_is_let_through_and_a_byte_more_is_not() {
        let budgets = Budgets::parse("[size]\nB2 = { budget = 42000, measured = 40000 }\n").unwrap();
        assert!(budgets.grown(&[("B2", page(40400))]).is_empty());
        assert_eq!(
            budgets.grown(&[("B2", page(40401))]),
            [
                "B2: the page with one guide grew from 40000 to 40401 bytes; make it smaller, or accept it with `cargo xtask size --accept`"
            ]
        );
    }

    #[test]
    fn accepted_figures_are_read_back() {
        let budgets = Budgets::parse("[size]\nB2 = { budget = 42000 }\n").unwrap();
        assert_eq!(budgets.measured("B2"), None);
        let accepted = Budgets::parse(&budgets.accept(&[("B2", page(39000))])).unwrap();
        assert_eq!((accepted.budget("B2"), accepted.measured("B2")), (Some(42000), Some(39000)));
    }

    #[test]
    fn a_file_without_sizes_is_refused() {
        let Err(error) = Budgets::parse("a = 1\n") else { panic!("there are no sizes") };
        assert_eq!(error.to_string(), "no table `[size]`");
    }
}
