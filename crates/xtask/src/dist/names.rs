//! Names that change with the content, so that browsers may keep a file for ever.
//!
//! Files with one stem, a module and its glue, belong together and share a hash: the loader builds both addresses from
//! what they have in common, the stem with its dot. What names other files gets its own hash after theirs have been written into it.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use super::File;
use crate::kit::{Kit, KitFile, Role};

/// The kit under hashed names; the loader and the stylesheet also under their own.
///
/// # Errors
///
/// When a file is named by no script in a way that is known here, or two name each other.
pub(super) fn hashed(kit: &Kit) -> Result<Vec<File>> {
    let is_entry = |file: &&KitFile| matches!(file.role, Role::Loader | Role::Style);
    let mut texts: BTreeMap<&str, Vec<u8>> = kit.files.iter().map(|file| (&*file.name, file.bytes.clone())).collect();
    let mut waiting: BTreeSet<&str> = kit.files.iter().filter(|file| !is_entry(file)).map(KitFile::stem).collect();
    let mut files = Vec::new();
    while !waiting.is_empty() {
        let free =
            |stem: &&&str| members(kit, stem).all(|file| !names_one_of(&texts[&*file.name], file.role, &waiting));
        let stem = *waiting
            .iter()
            .find(free)
            .with_context(|| format!("these files name each other, so none can have a hash: {}", quoted(&waiting)))?;
        waiting.remove(stem);
        let hash = hash(members(kit, stem).map(|file| (&*file.name, &*texts[&*file.name])));
        for file in members(kit, stem) {
            let bytes = texts[&*file.name].clone();
            let brotli = (bytes == file.bytes).then(|| file.brotli.clone());
            files.push(File { name: with_hash(&file.name, &hash), role: Some(file.role), bytes, brotli });
        }
        let mut found = false;
        for file in kit.files.iter().filter(|file| file.role.is_script()) {
            if let Some(text) = rewritten(&texts[&*file.name], stem, &hash) {
                texts.insert(&file.name, text);
                found = true;
            }
        }
        ensure!(
            found,
            "no script names `{stem}.js` or `{stem}.bin` in a way that is known here; adapt `ENDINGS` in crates/xtask/src/dist/names.rs"
        );
    }
    for file in kit.files.iter().filter(is_entry) {
        let bytes = &texts[&*file.name];
        let hash = hash([(&*file.name, &**bytes)].into_iter());
        files.extend([&file.name, &with_hash(&file.name, &hash)].map(|name| File::of(name, file.role, bytes.clone())));
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// What follows a stem where it is the name of a file, in source and in minified scripts.
const ENDINGS: [&str; 4] = [".js", ".bin", ".'", ".\""];

fn members<'a>(kit: &'a Kit, stem: &str) -> impl Iterator<Item = &'a KitFile> {
    let stem = stem.to_owned();
    kit.files.iter().filter(move |file| file.stem() == stem && !matches!(file.role, Role::Loader | Role::Style))
}

fn names_one_of(bytes: &[u8], role: Role, stems: &BTreeSet<&str>) -> bool {
    role.is_script() && stems.iter().any(|stem| rewritten(bytes, stem, "").is_some())
}

/// The script with the hash in each name that has this stem; none when there is no such name.
fn rewritten(bytes: &[u8], stem: &str, hash: &str) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut output = text.to_owned();
    for ending in ENDINGS {
        output = output.replace(&format!("{stem}{ending}"), &format!("{stem}.{hash}{ending}"));
    }
    (output != text).then(|| output.into_bytes())
}

/// Eight digits: enough to tell a file from its own earlier versions, and short enough to read aloud.
fn hash<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut sum = Sha256::new();
    for (name, bytes) in files {
        for part in [name.as_bytes(), bytes] {
            sum.update((part.len() as u64).to_le_bytes());
            sum.update(part);
        }
    }
    sum.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

fn with_hash(name: &str, hash: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{hash}.{ending}"),
        None => format!("{name}.{hash}"),
    }
}

fn quoted(stems: &BTreeSet<&str>) -> String {
    stems.iter().map(|stem| format!("`{stem}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str =
        "const MODULES=[[\"loa-guide.\",\"loa-guide\"],['loa-widgets.',...ALL]];import(`${BASE}loa-trouble.js`)";

    fn names(files: &[File]) -> Vec<&str> {
        files.iter().map(|file| &*file.name).collect()
    }

    #[test]
    fn the_loader_names_the_files_by_their_hashes() {
        let kit = Kit::of(&[
            ("loa-guide.bin", "n"),
            ("loa-guide.js", "h"),
            ("loa-trouble.js", "t"),
            ("loa-widgets.bin", "m"),
            ("loa-widgets.js", "g"),
            ("loa.css", "c"),
            ("loa.js", LOADER),
        ]);
        let files = hashed(&kit).unwrap();
        let modules = files.iter().filter(|file| file.role == Some(Role::Module));
        let [small, hash] = *modules.map(|module| module.name.split('.').nth(1).unwrap()).collect::<Vec<_>>() else {
            panic!("{:?}", names(&files))
        };
        assert_eq!(hash.len(), 8);
        assert_ne!(small, hash);
        assert!(names(&files).contains(&&*format!("loa-widgets.{hash}.js")), "{:?}", names(&files));
        let loader = files.iter().find(|file| file.name == "loa.js").unwrap();
        let text = String::from_utf8(loader.bytes.clone()).unwrap();
        let list = format!("[[\"loa-guide.{small}.\",\"loa-guide\"],['loa-widgets.{hash}.',...ALL]]");
        assert!(text.contains(&list), "{text}");
        let twin = files.iter().find(|file| file.role == Some(Role::Loader) && file.name != "loa.js").unwrap();
        assert_eq!(twin.bytes, loader.bytes);
        assert_eq!(files.len(), 7 + 2);
    }

    #[test]
    fn a_part_that_the_glue_names_changes_the_name_of_the_glue() {
        let glue = |part: &str| {
            let kit = Kit::of(&[
                ("loa-guide.bin", part),
                ("loa-widgets.bin", "m"),
                ("loa-widgets.js", "fetch(`${base}loa-guide.bin`)"),
                ("loa.js", "import(`${BASE}loa-widgets.js`)"),
            ]);
            hashed(&kit).unwrap().into_iter().find(|file| file.role == Some(Role::Glue)).unwrap()
        };
        let (one, other) = (glue("1"), glue("2"));
        assert_ne!(one.name, other.name);
        assert!(String::from_utf8(one.bytes).unwrap().starts_with("fetch(`${base}loa-guide."));
    }

    #[test]
    fn a_file_that_no_script_names_is_said() {
        let kit = Kit::of(&[("loa-new.bin", ""), ("loa.js", "fetch(base + 'loa-' + name)")]);
        assert_eq!(
            hashed(&kit).unwrap_err().to_string(),
            "no script names `loa-new.js` or `loa-new.bin` in a way that is known here; adapt `ENDINGS` in crates/xtask/src/dist/names.rs"
        );
    }

    #[test]
    fn files_that_name_each_other_are_said() {
        let kit = Kit::of(&[("loa-a.js", "loa-b.js"), ("loa-b.js", "loa-a.js"), ("loa.js", "loa-a.js")]);
        assert_eq!(
            hashed(&kit).unwrap_err().to_string(),
            "these files name each other, so none can have a hash: `loa-a`, `loa-b`"
        );
    }
}
