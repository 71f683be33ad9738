//! The kit: the finished files of the widgets, whichever they are.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::compress;
use crate::modules::{self, Module};

/// All files that a page may load, in the order of their names.
#[derive(Debug)]
pub(crate) struct Kit {
    pub files: Vec<KitFile>,
    /// The tags that the loader defines.
    pub tags: Vec<String>,
    /// In the order in which the loader tries them: from small to large, the one with all widgets last.
    pub modules: Vec<Module>,
}

/// One file, as a server would send it.
#[derive(Debug, Clone)]
pub(crate) struct KitFile {
    pub name: String,
    pub role: Role,
    pub bytes: Vec<u8>,
    /// Of a module the brotli of what it holds, not of its gzip.
    pub brotli: Vec<u8>,
}

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// The script that defines the tags.
    Loader,
    /// The stylesheet for the static HTML.
    Style,
    /// A script that a module needs.
    Glue,
    /// A compiled module, as gzip bytes.
    Module,
    /// The script that is asked for when a widget does not come.
    Diagnosis,
}

const MANIFEST: &str = "custom-elements.json";

impl Kit {
    /// Reads the finished files in `folder`.
    ///
    /// # Errors
    ///
    /// When the folder has no loader, or a file cannot be read.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read(&path).with_context(|| format!("cannot read `{}`", path.display()))
        };
        let entries = fs::read_dir(folder).with_context(|| format!("cannot read the folder `{}`", folder.display()))?;
        let mut names: Vec<String> =
            entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect::<Result<_>>()?;
        names.sort();
        let mut files = Vec::new();
        for name in &names {
            let Some(role) = Role::of(name) else { continue };
            let bytes = read(name)?;
            let beside = format!("{name}.br");
            let brotli = if names.contains(&beside) { read(&beside)? } else { compress::brotli(&bytes)? };
            files.push(KitFile { name: name.clone(), role, bytes, brotli });
        }
        ensure!(
            files.iter().any(|file| file.role == Role::Loader),
            "the folder `{}` has no `loa.js`; `cargo xtask build-widgets` makes the widgets' files",
            folder.display()
        );
        let mut kit = Self {
            files,
            tags: tags(&read(MANIFEST)?).with_context(|| format!("in `{MANIFEST}`"))?,
            modules: modules::read()?,
        };
        kit.sort_modules();
        Ok(kit)
    }

    fn sort_modules(&mut self) {
        let Self { files, modules, .. } = self;
        let size = |module: &Module| {
            files
                .iter()
                .find(|file| file.role == Role::Module && file.stem() == module.stem())
                .map(|file| file.brotli.len())
        };
        modules.sort_by_key(|module| (module.has_all(), size(module)));
    }

    /// The module that the loader takes for a page with these tags, and no preference of its own.
    pub(crate) fn module_for<'a>(&self, tags: impl IntoIterator<Item = &'a str> + Clone) -> Option<&Module> {
        self.modules.iter().find(|module| tags.clone().into_iter().all(|tag| module.has(tag)))
    }

    /// The file that has this role alone, such as the loader.
    pub(crate) fn one(&self, role: Role) -> Result<&KitFile> {
        let found = self.files.iter().find(|file| file.role == role);
        found.with_context(|| {
            format!("no {} is among the widgets' files; `cargo xtask build-widgets` makes them", role.name())
        })
    }
}

impl KitFile {
    /// The name without what tells the kind: a module and its glue share it.
    pub(crate) fn stem(&self) -> &str {
        self.name.rsplit_once('.').map_or(&*self.name, |(stem, _)| stem)
    }
}

impl Role {
    /// By the name of the file; none for what no page loads.
    fn of(name: &str) -> Option<Self> {
        match name {
            "loa.js" => Some(Self::Loader),
            "loa-trouble.js" => Some(Self::Diagnosis),
            _ if name.ends_with(".js") => Some(Self::Glue),
            _ if name.ends_with(".css") => Some(Self::Style),
            _ if name.ends_with(".bin") => Some(Self::Module),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Loader => "loader",
            Self::Style => "style",
            Self::Glue => "glue",
            Self::Module => "module",
            Self::Diagnosis => "diagnosis",
        }
    }

    pub(crate) fn is_script(self) -> bool {
        matches!(self, Self::Loader | Self::Glue | Self::Diagnosis)
    }
}

/// The tags of the manifest for editors.
fn tags(manifest: &[u8]) -> Result<Vec<String>> {
    let manifest: Value = serde_json::from_slice(manifest)?;
    let modules = manifest["modules"].as_array().into_iter().flatten();
    let declarations = modules.flat_map(|module| module["declarations"].as_array().into_iter().flatten());
    let tags: Vec<String> =
        declarations.filter_map(|declaration| declaration["tagName"].as_str().map(str::to_owned)).collect();
    ensure!(!tags.is_empty(), "no tag is declared");
    Ok(tags)
}

#[cfg(test)]
impl Kit {
    /// A kit of these files, for the tests of what works on one.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(name, text): &(&str, &str)| {
            let role = Role::of(name).unwrap();
            let bytes = text.as_bytes().to_vec();
            KitFile { name: (*name).to_owned(), role, brotli: compress::brotli(&bytes).unwrap(), bytes }
        };
        let widgets = ["guide", "message"].map(str::to_owned);
        let tags = widgets.each_ref().map(|widget| format!("loa-{widget}")).to_vec();
        let files: Vec<KitFile> = files.iter().map(file).collect();
        let small = "[[module]]\nname = \"guide\"\nwidgets = [\"guide\"]";
        let small = if files.iter().any(|file| file.stem() == "loa-guide") { small } else { "" };
        let mut kit = Self { files, tags, modules: modules::parse(small, &widgets).unwrap() };
        kit.sort_modules();
        kit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_stylesheet_and_module_of_the_folder_is_of_the_kit() {
        let folder = crate::scratch::folder("kit");
        for name in
            ["loa.js", "loa-a.bin", "loa-a.bin.br", "loa-a.js", "loa-b.bin", "loa-trouble.js", "loa.css", ".stamp"]
        {
            fs::write(folder.join(name), name).unwrap();
        }
        fs::write(folder.join(MANIFEST), r#"{"modules":[{"declarations":[{"tagName":"loa-guide"}]}]}"#).unwrap();
        let kit = Kit::read(&folder).unwrap();
        let files: Vec<String> = kit.files.iter().map(|file| format!("{} {}", file.name, file.role.name())).collect();
        assert_eq!(
            files,
            [
                "loa-a.bin module",
                "loa-a.js glue",
                "loa-b.bin module",
                "loa-trouble.js diagnosis",
                "loa.css style",
                "loa.js loader"
            ]
        );
        assert_eq!(kit.tags, ["loa-guide"]);
        assert_eq!((kit.files[0].stem(), &*kit.files[0].brotli), ("loa-a", &b"loa-a.bin.br"[..]));
    }

    #[test]
    fn a_page_gets_the_smallest_module_that_has_its_tags() {
        let kit = Kit::of(&[("loa-guide.bin", "g"), ("loa-widgets.bin", "w")]);
        let stem = |tags: &[&str]| kit.module_for(tags.iter().copied()).map(Module::stem);
        assert_eq!(stem(&["loa-guide"]).as_deref(), Some("loa-guide"));
        assert_eq!(stem(&["loa-message"]).as_deref(), Some("loa-widgets"));
        assert_eq!(stem(&["loa-guide", "loa-message"]).as_deref(), Some("loa-widgets"));
        assert_eq!(stem(&["loa-strange"]), None);
    }

    #[test]
    fn a_folder_without_a_loader_is_no_kit() {
        let folder = crate::scratch::folder("no-kit");
        let error = Kit::read(&folder).unwrap_err().to_string().replace(&folder.display().to_string(), "widgets");
        assert_eq!(error, "the folder `widgets` has no `loa.js`; `cargo xtask build-widgets` makes the widgets' files");
    }
}
