//! What stays on the device: in this tab, or until it is cleared. Nothing of it leaves the device.

use web_sys::Storage;

/// The step of a guide, for as long as the tab is open.
pub(crate) fn of_tab() -> Option<Storage> {
    // Browsers that block storage throw here; a guide then forgets, and works.
    web_sys::window()?.session_storage().ok().flatten()
}

/// The ticks, until the person clears them.
pub(crate) fn of_device() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Keeps a value; an empty one is taken away.
pub(crate) fn keep(storage: Option<Storage>, key: &str, value: &str) {
    let Some(storage) = storage else { return };
    // A full or blocked storage is no reason to disturb the person.
    let _ = if value.is_empty() { storage.remove_item(key) } else { storage.set_item(key, value) };
}

/// The value that was kept.
pub(crate) fn recall(storage: Option<Storage>, key: &str) -> Option<String> {
    storage?.get_item(key).ok().flatten()
}
