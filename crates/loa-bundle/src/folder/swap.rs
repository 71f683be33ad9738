//! Putting a new folder in the place of an old one, so that a reader sees the one or the other.

use std::fs;
use std::io;
use std::path::Path;

/// Puts `new` in the place of `old`. Afterwards the old folder, if there was one, stands at `new` or at `away`.
///
/// On an error both stand where they stood.
pub(super) fn swap(new: &Path, old: &Path, away: &Path) -> io::Result<()> {
    if !old.exists() {
        return fs::rename(new, old);
    }
    match exchange(new, old) {
        Err(error) if is_unsupported(&error) => replace(new, old, away),
        done => done,
    }
}

/// One step: there is no moment without a bundle.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).map_err(io::Error::from)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_new: &Path, _old: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Old kernels and some network file systems do not know the exchange.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput)
}

/// Two steps; when the second fails, the first is taken back.
fn replace(new: &Path, old: &Path, away: &Path) -> io::Result<()> {
    fs::rename(old, away)?;
    fs::rename(new, old).inspect_err(|_| drop(fs::rename(away, old)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for name in ["new", "old"] {
            fs::create_dir(root.path().join(name)).unwrap();
            fs::write(root.path().join(name).join("name"), name).unwrap();
        }
        root
    }

    fn name(folder: &Path) -> String {
        fs::read_to_string(folder.join("name")).unwrap()
    }

    #[test]
    fn the_new_folder_takes_the_place_of_the_old_one() {
        let root = folders();
        let [new, old, away] = ["new", "old", "away"].map(|name| root.path().join(name));
        swap(&new, &old, &away).unwrap();
        assert_eq!(name(&old), "new");
    }

    #[test]
    fn without_an_exchange_it_takes_two_steps_to_the_same_end() {
        let root = folders();
        let [new, old, away] = ["new", "old", "away"].map(|name| root.path().join(name));
        replace(&new, &old, &away).unwrap();
        assert_eq!((name(&old), name(&away)), ("new".to_owned(), "old".to_owned()));
    }

    #[test]
    fn when_the_second_step_fails_the_old_folder_is_back() {
        let root = folders();
        let [old, away] = ["old", "away"].map(|name| root.path().join(name));
        replace(&root.path().join("missing"), &old, &away).unwrap_err();
        assert_eq!(name(&old), "old");
        assert!(!away.exists());
    }
}
