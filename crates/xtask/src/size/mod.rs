//! `cargo xtask size`: what a page fetches, file by file and in total, against the budgets in tests/budgets.toml.

mod budget;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use self::budget::Budgets;
use crate::{Verb, compress, progress, site, workspace};

pub(crate) const VERB: Verb = Verb {
    name: "size",
    about: "what a page fetches, against the budgets",
    help: "
Prints every file and three pages: one with the loader alone, one with a guide, one with everything; as they arrive from
a server that compresses nothing, with gzip 9 and with brotli 11. Fails when a page is more than 1 % over the figure that
is committed in tests/budgets.toml; a budget that is not met is printed and does not fail.

  cargo xtask size
  cargo xtask size --accept      writes today's figures into tests/budgets.toml",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    let accept = match arguments {
        [] => false,
        [option] if option == "--accept" => true,
        [first, ..] => bail!("unexpected `{first}`; the only option is `--accept`"),
    };
    let site = site::build()?;
    progress::step("measuring");
    let guide = guide_slice(&site.folder.join("loa").join(CAMPAIGN))?;
    let files = [
        Size::of("loa.js", &site.widgets.join("loa.js"))?,
        Size::of("loa.css", &site.widgets.join("loa.css"))?,
        Size::of("loa-widgets.js", &site.widgets.join("loa-widgets.js"))?,
        Size::of_module(&site.widgets)?,
        Size::of("one guide", &guide)?,
    ];
    let path = workspace::root().join("tests/budgets.toml");
    let budgets = Budgets::read(&path)?;
    let pages = pages(&files);
    print!("{}", table::of(&files, &pages, &budgets));
    if accept {
        return workspace::write(&path, budgets.accept(&pages));
    }
    let grown = budgets.grown(&pages);
    ensure!(grown.is_empty(), "{}", grown.join("\n"));
    Ok(())
}

const CAMPAIGN: &str = "hanoi-2025";
const GUIDE: &str = "khai-sinh.json";

/// Bytes on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Size {
    name: String,
    requests: usize,
    /// From a server that compresses nothing; the module is compressed by us.
    plain: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(name: &str, path: &Path) -> Result<Self> {
        let bytes = fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?;
        let (gzip, brotli) = (compress::gzip(&bytes)?.len(), compress::brotli(&bytes)?.len());
        Ok(Self { name: name.to_owned(), requests: 1, plain: bytes.len(), gzip, brotli })
    }

    /// The module is compressed once, while it is built.
    fn of_module(widgets: &Path) -> Result<Self> {
        let length = |file: &str| -> Result<usize> {
            let path = widgets.join(file);
            let metadata = fs::metadata(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
            Ok(usize::try_from(metadata.len())?)
        };
        let (gzip, brotli) = (length("loa-widgets.bin")?, length("loa-widgets.bin.br")?);
        Ok(Self { name: "loa-widgets.bin".to_owned(), requests: 1, plain: gzip, gzip, brotli })
    }

    fn sum(name: &str, files: &[&Self]) -> Self {
        let sum = |part: fn(&Self) -> usize| files.iter().map(|file| part(file)).sum();
        let (plain, gzip, brotli) = (sum(|file| file.plain), sum(|file| file.gzip), sum(|file| file.brotli));
        Self { name: name.to_owned(), requests: files.len(), plain, gzip, brotli }
    }
}

/// The pages that have a budget, under its number.
fn pages([loader, sheet, glue, module, guide]: &[Size; 5]) -> [(&'static str, Size); 3] {
    [
        ("B1", Size::sum("loader alone", &[loader])),
        ("B2", Size::sum("page with one guide", &[loader, sheet, glue, module, guide])),
        ("B4", Size::sum("whole kit", &[loader, sheet, glue, module])),
    ]
}

/// The slice of the guide, wherever the bundle has put it.
fn guide_slice(bundle: &Path) -> Result<PathBuf> {
    let files = workspace::files_below(bundle)?;
    let slice = files.into_iter().find(|path| path.ends_with(GUIDE));
    slice.with_context(|| format!("no `{GUIDE}` in the bundle `{}`", bundle.display()))
}
