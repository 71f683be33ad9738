//! The names that pages see: tags, attributes, events. Each is written here once.

/// The attributes that every widget knows.
pub const COMMON_ATTRIBUTES: [&str; 7] = ["src", "lang", "actor", "audience", "at", "heading-level", BUILD];

/// The build id that a pasted fragment carries, so that a stale copy shows.
pub const BUILD: &str = "data-loa-build";

/// The widget has taken over from its static HTML.
pub const READY: &str = "loa-ready";
/// The widget could not start; the static HTML stays. Its detail is `{code, message, help}`.
pub const ERROR: &str = "loa-error";
/// A person moved to another step of a guide. Its detail is `{guide, step, of}`.
pub const STEP: &str = "loa-step";
/// A person said that a guide is done. Its detail is `{guide}`.
pub const DONE: &str = "loa-done";
/// A person ticked or cleared something to prepare. Its detail is `{guide, ticked, of}`.
pub const TICK: &str = "loa-tick";
/// A person chose an audience; it holds for the whole page. Its detail is `{audience}`.
pub const AUDIENCE: &str = "loa-audience";
