//! The budgets, and the figures that were measured when they were last accepted.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::profile::Measured;
use crate::workspace;

/// `tests/budgets.toml`.
pub(super) struct Budgets {
    profiles: toml::Table,
}

const HEAD: &str = "\
# What a page fetches because of us, in bytes after brotli 11. `budget` is the promise, and counts what the line above it
# says; `measured` and `requests` are written by `cargo xtask size --accept`. `cargo xtask size` fails at one per cent
# more than measured, or at one more request.
";

const FILE: &str = "tests/budgets.toml";

impl Budgets {
    pub(super) fn path() -> PathBuf {
        workspace::root().join(FILE)
    }

    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
        Self::parse(&text).with_context(|| format!("in `{}`", path.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let mut table: toml::Table = toml::from_str(text)?;
        match table.remove("size") {
            Some(toml::Value::Table(profiles)) => Ok(Self { profiles }),
            _ => bail!("there is no `[size.…]`; add `[size.one-guide]` with `budget = 42000`"),
        }
    }

    /// The promise for a page.
    pub(super) fn budget(&self, profile: &str) -> Option<usize> {
        self.figure(profile, "budget")
    }

    /// One line for everything in which a page has grown, or was never measured.
    pub(super) fn grown(&self, pages: &[Measured]) -> Vec<String> {
        pages.iter().flat_map(|page| self.grown_page(page)).collect()
    }

    fn grown_page(&self, page: &Measured) -> Vec<String> {
        const WAY_OUT: &str = "make it smaller, or accept it with `cargo xtask size --accept`";
        let name = page.name;
        let (Some(measured), Some(requests)) = (self.figure(name, "measured"), self.figure(name, "requests")) else {
            return vec![format!(
                "`{FILE}` says nothing of what `{name}` had last; `cargo xtask size --accept` writes today's figures"
            )];
        };
        let mut grown = Vec::new();
        if page.sizes.brotli * 100 > measured * 101 {
            grown.push(format!("`{name}` grew from {measured} to {} bytes; {WAY_OUT}", page.sizes.brotli));
        }
        if page.requests > requests {
            grown.push(format!("`{name}` grew from {requests} to {} requests; {WAY_OUT}", page.requests));
        }
        grown
    }

    /// The file with today's figures.
    pub(super) fn accept(&self, pages: &[Measured]) -> String {
        let mut text = HEAD.to_owned();
        for Measured { name, about, sizes, requests, promise } in pages {
            text += &format!("\n# {about}\n[size.{name}]\n");
            if let (Some(budget), Some(promise)) = (self.budget(name), promise) {
                text += &format!("# {}: {}\nbudget = {budget}\n", promise.id, promise.about);
            }
            text += &format!("measured = {}\nrequests = {requests}\n", sizes.brotli);
        }
        text
    }

    fn figure(&self, profile: &str, key: &str) -> Option<usize> {
        usize::try_from(self.profiles.get(profile)?.get(key)?.as_integer()?).ok()
    }
}

#[cfg(test)]
impl Budgets {
    /// Promises alone, for other modules' tests.
    pub(super) fn of(budgets: &[(&str, i64)]) -> Self {
        let profile = |budget: i64| toml::Table::from_iter([("budget".to_owned(), budget.into())]);
        Self { profiles: budgets.iter().map(|(name, budget)| ((*name).to_owned(), profile(*budget).into())).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::artefact::Sizes;
    use super::super::profile::Counted;
    use super::*;

    fn page(brotli: usize, requests: usize) -> Measured {
        let promise = Some(Counted { id: "B2", about: "all of it", brotli });
        let sizes = Sizes { brotli, ..Sizes::default() };
        Measured { name: "one-guide", about: "a page with one guide", sizes, requests, promise }
    }

    #[test]
    fn one_per_cent_more_is_let_through_and_a_byte_more_is_not() {
        let budgets = Budgets::parse("[size.one-guide]\nbudget = 42000\nmeasured = 40000\nrequests = 5\n").unwrap();
        assert!(budgets.grown(&[page(40_400, 5)]).is_empty());
        assert_eq!(
            budgets.grown(&[page(40_401, 5)]),
            [
                "`one-guide` grew from 40000 to 40401 bytes; make it smaller, or accept it with `cargo xtask size --accept`"
            ]
        );
    }

    #[test]
    fn one_more_request_is_said() {
        let budgets = Budgets::parse("[size.one-guide]\nmeasured = 40000\nrequests = 5\n").unwrap();
        assert_eq!(
            budgets.grown(&[page(30_000, 6)]),
            ["`one-guide` grew from 5 to 6 requests; make it smaller, or accept it with `cargo xtask size --accept`"]
        );
    }

    #[test]
    fn what_was_never_measured_is_said() {
        for text in ["[size.one-guide]\nbudget = 42000\n", "[size.loader]\n"] {
            assert_eq!(
                Budgets::parse(text).unwrap().grown(&[page(1, 1)]),
                [
                    "`tests/budgets.toml` says nothing of what `one-guide` had last; `cargo xtask size --accept` writes today's figures"
                ]
            );
        }
    }

    #[test]
    fn accepted_figures_are_read_back() {
        let budgets = Budgets::parse("[size.one-guide]\nbudget = 42000\n").unwrap();
        let accepted = Budgets::parse(&budgets.accept(&[page(39_000, 5)])).unwrap();
        assert_eq!(accepted.budget("one-guide"), Some(42_000));
        assert!(accepted.grown(&[page(39_000, 5)]).is_empty());
    }

    #[test]
    fn a_file_without_sizes_is_refused_with_an_example() {
        let Err(error) = Budgets::parse("a = 1\n") else { panic!("there are no sizes") };
        assert_eq!(error.to_string(), "there is no `[size.…]`; add `[size.one-guide]` with `budget = 42000`");
    }
}
