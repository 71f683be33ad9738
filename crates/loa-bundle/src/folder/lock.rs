//! One writer at a time: a folder is locked while it is written or replaced.

use std::fs::File;
use std::io;
use std::path::Path;

/// Holds a folder for this process; given up when dropped, also when the process ends in any way.
#[derive(Debug)]
pub(super) struct Lock {
    _folder: Option<File>,
}

impl Lock {
    /// Locks `folder`; `None` when another process holds it.
    #[cfg(unix)]
    pub(super) fn take(folder: &Path) -> io::Result<Option<Self>> {
        use rustix::fs::{FlockOperation, flock, fstat, stat};

        let opened = File::open(folder)?;
        match flock(&opened, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(rustix::io::Errno::WOULDBLOCK) => return Ok(None),
            // Some network file systems have no locks; one writer at a time is then up to the caller.
            Err(rustix::io::Errno::NOTSUP | rustix::io::Errno::NOLCK | rustix::io::Errno::NOSYS) => {
                return Ok(Some(Self { _folder: Some(opened) }));
            }
            Err(error) => return Err(error.into()),
        }
        // Another process may have put a different folder here between opening and locking.
        let (held, here) = (fstat(&opened)?, stat(folder)?);
        Ok((held.st_ino == here.st_ino && held.st_dev == here.st_dev).then_some(Self { _folder: Some(opened) }))
    }

    /// Windows keeps a folder with open files from being renamed by itself.
    #[cfg(not(unix))]
    pub(super) fn take(_folder: &Path) -> io::Result<Option<Self>> {
        Ok(Some(Self { _folder: None }))
    }
}
