//! Copies of a bundle that is kept in memory.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::*;
use crate::manifest::{MANIFEST_FILE, MANIFEST_FORMAT, Role};

/// A published bundle, and what was asked of it.
struct Published {
    files: BTreeMap<String, Vec<u8>>,
    asked: RefCell<Vec<String>>,
}

#[derive(Debug, thiserror::Error)]
#[error("there is no such file")]
struct Nothing;

impl Remote for Published {
    type Error = Nothing;

    fn get(&self, path: &BundlePath, _limit: u64) -> Result<Vec<u8>, Nothing> {
        self.asked.borrow_mut().push(path.to_string());
        self.files.get(path.as_str()).cloned().ok_or(Nothing)
    }
}

impl Published {
    fn new(files: &[(&str, &str)]) -> Self {
        let entries = files
            .iter()
            .map(|(path, text)| ManifestFile::of(BundlePath::new(*path).unwrap(), text.as_bytes(), Role::Slice))
            .collect();
        let manifest = Manifest {
            format: MANIFEST_FORMAT,
            campaign: loa_plan::PlanId::new("thu").unwrap(),
            build: BuildId::new(files.len().to_string()).unwrap(),
            files: entries,
        };
        let mut files: BTreeMap<String, Vec<u8>> =
            files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
        files.insert(MANIFEST_FILE.to_owned(), manifest.to_json().into_bytes());
        Self { files, asked: RefCell::default() }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.take()
    }
}

fn update_from(published: &Published, into: &Path) -> Result<Update, UpdateError<Nothing>> {
    update(published, into, &|_, _| {})
}

#[test]
fn only_what_has_changed_is_fetched() {
    let root = tempfile::tempdir().unwrap();
    let into = root.path().join("copy");
    let first = Published::new(&[("a.json", "1"), ("b/c.json", "2")]);
    let changed = |fetched, kept, build: &str| Update::Changed { build: BuildId::new(build).unwrap(), fetched, kept };
    assert_eq!(update_from(&first, &into).unwrap(), changed(2, 0, "2"));
    assert_eq!(first.asked(), ["bundle.json", "a.json", "b/c.json"]);
    assert_eq!(update_from(&first, &into).unwrap(), Update::Unchanged { build: BuildId::new("2").unwrap(), files: 2 });
    assert_eq!(first.asked(), ["bundle.json"]);
    let second = Published::new(&[("a.json", "1"), ("b/c.json", "3"), ("d.json", "4")]);
    assert_eq!(update_from(&second, &into).unwrap(), changed(2, 1, "3"));
    assert_eq!(second.asked(), ["bundle.json", "b/c.json", "d.json"]);
    let third = Published::new(&[("a.json", "1")]);
    assert_eq!(update_from(&third, &into).unwrap(), changed(0, 1, "1"));
    assert!(!into.join("b").exists() && !into.join("d.json").exists());
}

#[test]
fn a_file_that_was_damaged_on_the_disk_is_fetched_again() {
    let root = tempfile::tempdir().unwrap();
    let into = root.path().join("copy");
    let published = Published::new(&[("a.json", "1")]);
    update_from(&published, &into).unwrap();
    fs::write(into.join("a.json"), "x").unwrap();
    update_from(&published, &into).unwrap();
    assert_eq!(fs::read_to_string(into.join("a.json")).unwrap(), "1");
}

/// A bundle that is fetched while somebody damages the copy.
struct Meanwhile<'a> {
    published: &'a Published,
    damaged: std::path::PathBuf,
}

impl Remote for Meanwhile<'_> {
    type Error = Nothing;

    fn get(&self, path: &BundlePath, limit: u64) -> Result<Vec<u8>, Nothing> {
        // Long after the list was compared with the copy.
        if path.as_str() == "a.json" {
            fs::write(&self.damaged, "x").unwrap();
        }
        self.published.get(path, limit)
    }
}

#[test]
fn a_file_is_kept_only_as_it_is_when_it_is_taken_over() {
    let root = tempfile::tempdir().unwrap();
    let into = root.path().join("copy");
    update_from(&Published::new(&[("a.json", "1"), ("b.json", "2")]), &into).unwrap();
    let published = Published::new(&[("a.json", "3"), ("b.json", "2")]);
    let remote = Meanwhile { published: &published, damaged: into.join("b.json") };
    update(&remote, &into, &|_, _| {}).unwrap();
    assert_eq!(published.asked(), ["bundle.json", "a.json", "b.json"]);
    assert_eq!(fs::read_to_string(into.join("b.json")).unwrap(), "2");
}

#[test]
fn a_file_that_is_not_the_listed_one_changes_nothing() {
    let root = tempfile::tempdir().unwrap();
    let into = root.path().join("copy");
    update_from(&Published::new(&[("a.json", "1")]), &into).unwrap();
    let mut tampered = Published::new(&[("a.json", "2")]);
    tampered.files.insert("a.json".to_owned(), b"33".to_vec());
    let error = update_from(&tampered, &into).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "`a.json` is not the file that `bundle.json` lists: 2 bytes with the sum {}, expected 1 bytes with {}; the old bundle stays, try again later",
            Integrity::of(b"33"),
            Integrity::of(b"2")
        )
    );
    assert_eq!(fs::read_to_string(into.join("a.json")).unwrap(), "1");
    tampered.files.remove("a.json");
    assert_eq!(update_from(&tampered, &into).unwrap_err().to_string(), "`a.json` could not be fetched");
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
}

#[test]
fn a_list_that_leaves_the_folder_is_refused() {
    let root = tempfile::tempdir().unwrap();
    let mut published = Published::new(&[("a.json", "1")]);
    let list = String::from_utf8(published.files[MANIFEST_FILE].clone()).unwrap();
    published.files.insert(MANIFEST_FILE.to_owned(), list.replace("a.json", "../a.json").into_bytes());
    assert!(matches!(update_from(&published, &root.path().join("copy")), Err(UpdateError::Manifest(_))));
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
}

#[test]
fn a_copy_of_another_campaign_is_left_alone() {
    let root = tempfile::tempdir().unwrap();
    let into = root.path().canonicalize().unwrap().join("copy");
    update_from(&Published::new(&[("a.json", "1")]), &into).unwrap();
    let mut other = Published::new(&[("a.json", "2")]);
    let list = String::from_utf8(other.files[MANIFEST_FILE].clone()).unwrap();
    other.files.insert(MANIFEST_FILE.to_owned(), list.replace("\"thu\"", "\"khac\"").into_bytes());
    assert_eq!(
        update_from(&other, &into).unwrap_err().to_string(),
        format!(
            "`{}` holds the bundle of another campaign, `thu` and not `khac`; choose another folder",
            into.display()
        )
    );
    assert_eq!(other.asked(), ["bundle.json"]);
    assert_eq!(fs::read_to_string(into.join("a.json")).unwrap(), "1");
}
