//! Values and statements that both engines understand.

/// A value for a statement; what is missing has its type all the same, which PostgreSQL wants to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text(Option<String>),
    /// A number, a moment in seconds, a version.
    Integer(Option<i64>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(Some(number))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        Self::Integer(number)
    }
}

/// How many rows a statement must change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Effect {
    /// However many.
    #[default]
    Any,
    /// Exactly one; otherwise nothing of the group is done, since it was decided on what holds no longer.
    One,
}

/// A statement in the SQL that both engines share: parameters are `$1`, `$2`, and types are text and integer.
///
/// ```
/// # use loa_server::store::Statement;
/// let statement = Statement::new("UPDATE feedback SET unit = $1 WHERE campaign = $2 AND code = $3 AND version = $4")
///     .bind("phuong-mau")
///     .bind("ke-hoach")
///     .bind("48219930512777860311")
///     .bind(3)
///     .must_change_one();
/// # drop(statement);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub(super) sql: &'static str,
    pub(super) values: Vec<Value>,
    pub(super) effect: Effect,
}

impl Statement {
    /// A statement; values never stand in its text.
    #[must_use]
    pub fn new(sql: &'static str) -> Self {
        Self { sql, values: Vec::new(), effect: Effect::Any }
    }

    /// The next parameter.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// If it changes no row, or several, nothing of its group is done.
    #[must_use]
    pub fn must_change_one(mut self) -> Self {
        self.effect = Effect::One;
        self
    }
}
