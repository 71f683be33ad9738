//! The forms that progress takes.

/// A form of progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Words and figures alone.
    #[default]
    Badge,
    /// With a bar.
    Bar,
    /// With a ring.
    Ring,
}

impl Kind {
    /// The form by its attribute; anything unknown is a badge.
    #[must_use]
    pub fn from_attribute(value: Option<&str>) -> Self {
        match value {
            Some("bar") => Self::Bar,
            Some("ring") => Self::Ring,
            _ => Self::Badge,
        }
    }

    /// Its name, as the attribute and the content have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Badge => "badge",
            Self::Bar => "bar",
            Self::Ring => "ring",
        }
    }
}
