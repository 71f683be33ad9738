//! The names of attributes and events that pages see and the widgets themselves write.

/// The build id that a pasted fragment carries, so that a stale copy shows.
pub const BUILD: &str = "data-loa-build";

/// A person moved to another step of a guide. Its detail is `{guide, step, of}`.
pub const STEP: &str = "loa-step";
/// A person said that a guide is done. Its detail is `{guide}`.
pub const DONE: &str = "loa-done";
/// A person ticked or cleared something to prepare. Its detail is `{guide, ticked, of}`.
pub const TICK: &str = "loa-tick";
/// A person chose an audience; it holds for the whole page. Its detail is `{audience}`.
pub const AUDIENCE: &str = "loa-audience";
/// A service has taken in what a person sent. Its detail is `{actor, kind, procedure}`.
pub const SENT: &str = "loa-sent";
/// A service has counted how a person rates. Its detail is `{satisfaction}`.
pub const RATED: &str = "loa-rated";
/// What a person sent was not taken in yet and waits on the device.
pub const WAITING: &str = "loa-waiting";
