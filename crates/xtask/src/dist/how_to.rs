//! What the person reads who unpacks the zip.

/// In Vietnamese, then in English; with the line ends that every editor of Windows knows.
pub(super) fn text() -> String {
    include_str!("HOW-TO.txt").replace("VERSION", env!("CARGO_PKG_VERSION")).replace('\n', "\r\n")
}
