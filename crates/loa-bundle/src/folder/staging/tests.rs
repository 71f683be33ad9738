//! Bundles that take the place of others, and folders that do not give way.

use super::*;
use crate::manifest::{BuildId, MANIFEST_FILE, MANIFEST_FORMAT, Manifest, ManifestFile, Role};

fn id() -> PlanId {
    PlanId::new("thu").unwrap()
}

/// Writes a bundle with one file to `target`.
fn write(target: &Path, text: &str) -> Result<(), FolderError> {
    let staging = Staging::beside(target, &id())?;
    let path = BundlePath::new("a/b.txt").unwrap();
    let manifest = Manifest {
        format: MANIFEST_FORMAT,
        campaign: id(),
        build: BuildId::new("1").unwrap(),
        files: vec![ManifestFile::of(path.clone(), text.as_bytes(), Role::Slice)],
    };
    staging.write(&path, text.as_bytes())?;
    staging.write(&BundlePath::new(MANIFEST_FILE).unwrap(), manifest.to_json().as_bytes())?;
    staging.swap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn refused(target: &Path) -> String {
    let root = target.parent().unwrap().canonicalize().unwrap();
    let error = Staging::beside(target, &id()).unwrap_err();
    error.to_string().replace(&format!("{}/", root.display()), "")
}

#[test]
fn a_bundle_replaces_the_old_one_and_leaves_nothing_beside_it() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("out");
    for text in ["one", "two"] {
        write(&target, text).unwrap();
        assert_eq!(fs::read_to_string(target.join("a/b.txt")).unwrap(), text);
        assert_eq!(names(root.path()), ["out"]);
    }
}

#[test]
fn what_is_not_shown_is_removed_and_the_old_bundle_stays() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("out");
    write(&target, "one").unwrap();
    let staging = Staging::beside(&target, &id()).unwrap();
    staging.write(&BundlePath::new("x.txt").unwrap(), b"half").unwrap();
    drop(staging);
    assert_eq!(names(root.path()), ["out"]);
    assert_eq!(names(&target), ["a", "bundle.json"]);
}

#[test]
fn what_a_broken_off_run_left_behind_is_removed() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join(".out.loa-new")).unwrap();
    fs::write(root.path().join(".out.loa-new/stray.txt"), "half").unwrap();
    let target = root.path().join("out");
    write(&target, "one").unwrap();
    assert_eq!(names(&target), ["a", "bundle.json"]);
    assert_eq!(names(root.path()), ["out"]);
}

#[test]
fn an_old_bundle_that_a_broken_off_swap_moved_away_comes_back() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("out");
    write(&target, "one").unwrap();
    fs::rename(&target, root.path().join(".out.loa-old")).unwrap();
    drop(Staging::beside(&target, &id()).unwrap());
    assert_eq!(fs::read_to_string(target.join("a/b.txt")).unwrap(), "one");
}

#[test]
#[cfg(unix)]
fn two_writers_do_not_meet() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("out");
    let first = Staging::beside(&target, &id()).unwrap();
    let message = Staging::beside(&target, &id()).unwrap_err().to_string();
    assert_eq!(
        message,
        format!("another `loa` is writing `{}` right now; wait until it has finished", target.display())
    );
    drop(first);
    write(&target, "one").unwrap();
}

#[test]
#[cfg(unix)]
fn a_link_to_the_folder_stays_a_link() {
    let root = tempfile::tempdir().unwrap();
    write(&root.path().join("real"), "one").unwrap();
    std::os::unix::fs::symlink("real", root.path().join("out")).unwrap();
    write(&root.path().join("out"), "two").unwrap();
    assert!(fs::symlink_metadata(root.path().join("out")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(root.path().join("real/a/b.txt")).unwrap(), "two");
}

#[test]
fn somebody_elses_files_are_left_alone() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("out");
    fs::write(&target, "").unwrap();
    assert_eq!(refused(&target), "`out` is a file, expected a folder; choose another place");
    fs::remove_file(&target).unwrap();
    fs::create_dir(&target).unwrap();
    fs::write(target.join("letter.txt"), "").unwrap();
    assert_eq!(
        refused(&target),
        "`out` is not empty and holds no `bundle.json`, so it is not a bundle and is left alone; choose another folder, or empty this one"
    );
    fs::write(target.join("bundle.json"), "{}").unwrap();
    assert_eq!(
        refused(&target),
        "`out` holds a `bundle.json` that cannot be read, so it is left alone; choose another folder, or empty this one"
    );
    assert_eq!(names(&target), ["bundle.json", "letter.txt"]);
    assert_eq!(names(root.path()), ["out"]);
}

#[test]
fn files_that_the_bundle_did_not_bring_are_named() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("out");
    write(&target, "one").unwrap();
    for name in ["1", "2", "3", "4"] {
        fs::write(target.join(name), "").unwrap();
    }
    assert_eq!(
        refused(&target),
        "`out` holds `1`, `2`, `3` and 1 more, which the bundle there did not bring; move it away, or choose another folder"
    );
}

#[test]
fn a_path_without_a_name_is_refused() {
    let error = Staging::beside(Path::new("/"), &id()).unwrap_err();
    assert_eq!(error.to_string(), "`/` cannot be replaced, expected the path of a folder with a name");
}

#[test]
fn what_file_managers_leave_behind_is_nobodys_work() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("out");
    fs::create_dir(&target).unwrap();
    fs::write(target.join(".DS_Store"), "").unwrap();
    write(&target, "one").unwrap();
    for name in [".DS_Store", "Thumbs.db", "desktop.ini", "a/.DS_Store"] {
        fs::write(target.join(name), "").unwrap();
    }
    write(&target, "two").unwrap();
    assert_eq!(names(&target), ["a", "bundle.json"]);
    fs::write(target.join(".DS_Store.txt"), "").unwrap();
    assert_eq!(
        refused(&target),
        "`out` holds `.DS_Store.txt`, which the bundle there did not bring; move it away, or choose another folder"
    );
}

#[test]
fn what_cannot_be_written_is_named_as_it_was_asked_for() {
    let root = tempfile::tempdir().unwrap();
    // Something that is not a folder is where the new bundle would be made.
    fs::write(root.path().join(".out.loa-new"), "").unwrap();
    let target = root.path().join("out");
    assert_eq!(
        Staging::beside(&target, &id()).unwrap_err().to_string(),
        format!(
            "the bundle `{}` cannot be written; see that the folder `{}` may be written and has room, since the new bundle is made in it, beside the old one",
            target.display(),
            root.path().display()
        )
    );
    let error = FolderError::Write { target: "out".into(), source: io::ErrorKind::StorageFull.into() };
    assert_eq!(
        error.to_string(),
        "the bundle `out` cannot be written; see that the folder `.` may be written and has room, since the new bundle is made in it, beside the old one"
    );
}

#[test]
fn a_bundle_that_cannot_take_its_place_leaves_the_old_one() {
    let root = tempfile::tempdir().unwrap();
    let target = root.path().join("out");
    write(&target, "one").unwrap();
    let mut staging = Staging::beside(&target, &id()).unwrap();
    // As when somebody takes the folder around it away meanwhile.
    staging.target = root.path().join("gone/out");
    assert_eq!(
        staging.swap().unwrap_err().to_string(),
        format!(
            "the new bundle cannot take the place of `{}`; the old one is as it was: see that the folder `{}` may be written, close programs that are in the old one, and try again",
            root.path().join("gone/out").display(),
            root.path().join("gone").display()
        )
    );
    assert_eq!(fs::read_to_string(target.join("a/b.txt")).unwrap(), "one");
}

#[test]
#[cfg(unix)]
fn a_place_that_cannot_be_looked_at_is_said() {
    let root = tempfile::tempdir().unwrap();
    fs::write(root.path().join("file"), "").unwrap();
    let target = root.path().join("file/out");
    assert_eq!(
        Staging::beside(&target, &id()).unwrap_err().to_string(),
        format!(
            "`{}` cannot be read; see that the folders on the way may be opened, or choose another place",
            target.display()
        )
    );
}
