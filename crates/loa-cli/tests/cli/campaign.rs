//! A campaign in a folder of its own, and the widgets' files as far as the command knows them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::run::run;

/// The plan of the tests of dates, which names two guides.
const TWO_TIERS: &str = include_str!("../../../../tests/fixtures/two-tiers.toml");

/// Writes the campaign that `loa new` makes, from a day on that never changes.
pub(crate) fn starter(root: &Path) {
    let run = run(root, &["new", "chien-dich", "--at", "2025-02-01"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

/// Writes a plan with duties to `hai-cap`.
pub(crate) fn two_tiers(root: &Path) {
    fs::create_dir(root.join("hai-cap")).unwrap();
    fs::write(root.join("hai-cap/plan.toml"), TWO_TIERS).unwrap();
}

/// Writes what stands for the widgets' files to `widgets`; only their names matter to the command.
pub(crate) fn widgets(root: &Path) {
    fs::create_dir(root.join("widgets")).unwrap();
    for name in ["loa.css", "loa.js", "loa-widgets.bin", "loa-widgets.bin.br", "loa-widgets.js"] {
        fs::write(root.join("widgets").join(name), format!("/* {name} */\n")).unwrap();
    }
}

/// Builds the starter into `out`, with the widgets' files.
pub(crate) fn bundle(root: &Path) {
    starter(root);
    widgets(root);
    let run = run(root, &["build", "chien-dich", "--out", "out", "--widgets", "widgets", "--at", "2025-02-01"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
}

/// All files below a folder with their bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}
