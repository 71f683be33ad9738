//! `cargo xtask dist`: the widgets' files as an agency hosts them itself, in a folder and a zip.

mod archive;
mod how_to;
mod integrity;
mod lines;
mod names;
mod one_file;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build_widgets::Recipe;
use crate::kit::{Kit, Role};
use crate::{Verb, build_widgets, compress, no_arguments, progress, workspace};

pub(crate) const VERB: Verb = Verb {
    name: "dist",
    about: "a folder and a zip to host the widgets' files oneself",
    help: "
Builds the widgets' files and writes into target/dist:

  loa/              the files under names with a hash, which may be kept for ever, each with its .br and .gz; `loa.js`
                    and `loa.css` also under their plain names; integrity.json, preload.html with the lines for a
                    page with any widget, preload-NAME.html with those for the module NAME of widgets/modules.toml,
                    HOW-TO.txt and the licences.
                    `loa build --widgets target/dist/loa` takes this folder too
  loa-one/          everything in one script, the module with all widgets inside, for sites that take one file and no
                    more
  loa-diagnostic/   the folder `loa` once more, with a module that says in the console what a panic was about
  loa-VERSION.zip   all three folders

The same sources make the same bytes.

  cargo xtask dist",
    run,
};

fn run(arguments: &[String]) -> Result<()> {
    no_arguments(arguments)?;
    let widgets = build_widgets::build(Recipe::Published)?;
    let twin = build_widgets::build(Recipe::Diagnostic)?;
    let target = workspace::target()?.join("dist");
    progress::step("putting together what agencies host");
    let dist = Dist::of(&Kit::read(&widgets)?)?;
    let twin = Folder { name: "loa-diagnostic", ..Dist::of(&Kit::read(&twin)?)?.loa };
    let folders = [&dist.loa, &dist.one, &twin];
    if target.exists() {
        fs::remove_dir_all(&target).with_context(|| format!("cannot empty the folder `{}`", target.display()))?;
    }
    for folder in folders {
        folder.write(&target.join(folder.name))?;
    }
    let zip = target.join(format!("loa-{}.zip", env!("CARGO_PKG_VERSION")));
    workspace::write(&zip, archive::zip(&folders)?)?;
    print!("{}", dist.summary(&target));
    Ok(())
}

/// Writes the folders that agencies unpack into the root of a site, such as the demonstration's.
///
/// # Errors
///
/// When the widgets' files cannot be read or written.
pub(crate) fn write_folders(widgets: &Path, site: &Path) -> Result<()> {
    let dist = Dist::of(&Kit::read(widgets)?)?;
    [dist.loa, dist.one].iter().try_for_each(|folder| folder.write(&site.join(folder.name)))
}

/// Where the folder is on an agency's site, when it is unpacked into the root.
const ADDRESS: &str = "/loa/";

/// What is published.
struct Dist {
    loa: Folder,
    one: Folder,
}

/// A folder, with its files in the order of their names.
struct Folder {
    name: &'static str,
    files: Vec<File>,
}

/// A file of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
struct File {
    name: String,
    /// None for what a page does not load.
    role: Option<Role>,
    bytes: Vec<u8>,
    /// What is in `NAME.br`, where it is not the brotli of the bytes.
    brotli: Option<Vec<u8>>,
}

impl Dist {
    fn of(kit: &Kit) -> Result<Self> {
        let mut files = names::hashed(kit)?;
        let lines = kit.modules.iter().map(|module| Ok((lines::name(module), lines::preload(&files, module)?)));
        let lines: Vec<(String, String)> = lines.collect::<Result<_>>()?;
        let mut one = vec![
            File::text("loa-one.js", Some(Role::Loader), one_file::of(kit)?),
            File::of("loa.css", Role::Style, kit.one(Role::Style)?.bytes.clone()),
        ];
        let lines_of_one = vec![("preload.html".to_owned(), lines::of_one_file(&one)?)];
        for (files, lines) in [(&mut files, lines), (&mut one, lines_of_one)] {
            files.push(File::text("integrity.json", None, integrity::list(files)));
            files.extend(lines.into_iter().map(|(name, lines)| File::text(&name, None, lines)));
            files.push(File::text("HOW-TO.txt", None, how_to::text()));
            for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
                let path = workspace::root().join(name);
                let text = fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
                files.push(File::text(name, None, text));
            }
        }
        Ok(Self { loa: Folder::of("loa", files)?, one: Folder::of("loa-one", one)? })
    }

    fn summary(&self, target: &Path) -> String {
        let mut text = String::new();
        for folder in [&self.loa, &self.one] {
            text += &format!("{}\n", target.join(folder.name).display());
            for file in folder.files.iter().filter(|file| file.role.is_some()) {
                text += &format!("  {:<32} {:>8}\n", file.name, file.bytes.len());
            }
        }
        text
    }
}

impl Folder {
    /// With a compressed copy of what pages load, so that a server has nothing to compute.
    fn of(name: &'static str, files: Vec<File>) -> Result<Self> {
        let mut all = Vec::new();
        for file in files {
            let copy =
                |ending: &str, bytes| File { name: format!("{}{ending}", file.name), role: None, bytes, brotli: None };
            if let Some(role) = file.role {
                all.push(copy(".br", file.brotli.clone().map_or_else(|| compress::brotli(&file.bytes), Ok)?));
                // A module is gzip already, and the loader inflates it.
                if role != Role::Module {
                    all.push(copy(".gz", compress::gzip(&file.bytes)?));
                }
            }
            all.push(file);
        }
        all.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { name, files: all })
    }

    fn write(&self, to: &Path) -> Result<()> {
        self.files.iter().try_for_each(|file| workspace::write(&to.join(&file.name), &file.bytes))
    }
}

impl File {
    fn of(name: &str, role: Role, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), role: Some(role), bytes, brotli: None }
    }

    fn text(name: &str, role: Option<Role>, text: String) -> Self {
        Self { name: name.to_owned(), role, bytes: text.into_bytes(), brotli: None }
    }

    /// The text for `integrity="…"`.
    fn integrity(&self) -> String {
        integrity::of(&self.bytes)
    }
}

#[cfg(test)]
mod tests;
