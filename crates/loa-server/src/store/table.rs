//! The tables that intake fills, and how many rows at once go into one.
//!
//! A batch costs the same few statements however many rows it has: SQLite takes the rows apart from one JSON text, and
//! PostgreSQL from one array for each column.

use std::sync::LazyLock;

use super::Value;

/// A table with its columns, in the order in which rows give their values.
pub(super) struct Table {
    name: &'static str,
    columns: &'static [Column],
    suffix: &'static str,
    sqlite: LazyLock<String>,
    postgres: LazyLock<String>,
}

/// A column: its name, and what it holds.
#[derive(Clone, Copy)]
pub(super) enum Column {
    Text(&'static str),
    Integer(&'static str),
}

use Column::{Integer, Text};

pub(super) static RECEIPT: Table = Table {
    name: "receipt",
    columns: &[Text("campaign"), Text("key"), Text("code"), Integer("received_at"), Integer("due_at")],
    suffix: " ON CONFLICT (campaign, key) DO NOTHING RETURNING key, code",
    sqlite: LazyLock::new(|| RECEIPT.sqlite_insert()),
    postgres: LazyLock::new(|| RECEIPT.postgres_insert()),
};

pub(super) static FEEDBACK: Table = Table {
    name: "feedback",
    columns: &[
        Text("campaign"),
        Text("code"),
        Text("kind"),
        Text("procedure"),
        Text("addressed_to"),
        Text("unit"),
        Text("status"),
        Text("urgency"),
        Integer("received_at"),
        Integer("with_unit_since"),
        Integer("counted_from"),
        Integer("since"),
        Integer("due_at"),
        Text("publication"),
        Integer("changed_at"),
        Integer("version"),
    ],
    suffix: "",
    sqlite: LazyLock::new(|| FEEDBACK.sqlite_insert()),
    postgres: LazyLock::new(|| FEEDBACK.postgres_insert()),
};

pub(super) static PERSON: Table = Table {
    name: "person",
    columns: &[
        Text("campaign"),
        Text("code"),
        Text("name"),
        Text("address"),
        Text("phone"),
        Text("email"),
        Text("text"),
        Text("consents"),
        Integer("received_at"),
    ],
    suffix: "",
    sqlite: LazyLock::new(|| PERSON.sqlite_insert()),
    postgres: LazyLock::new(|| PERSON.postgres_insert()),
};

pub(super) static EVENT: Table = Table {
    name: "event",
    columns: &[
        Text("campaign"),
        Text("code"),
        Integer("number"),
        Integer("at"),
        Text("role"),
        Text("what"),
        Text("to_status"),
    ],
    suffix: "",
    sqlite: LazyLock::new(|| EVENT.sqlite_insert()),
    postgres: LazyLock::new(|| EVENT.postgres_insert()),
};

impl Column {
    fn name(self) -> &'static str {
        match self {
            Text(name) | Integer(name) => name,
        }
    }
}

impl Table {
    pub(super) fn columns(&self) -> &'static [Column] {
        self.columns
    }

    /// Takes one text: a JSON list of rows, each a list of values.
    pub(super) fn in_sqlite(&'static self) -> &'static str {
        &self.sqlite
    }

    /// Takes one array for each column.
    pub(super) fn in_postgres(&'static self) -> &'static str {
        &self.postgres
    }

    fn names(&self) -> String {
        self.columns.iter().map(|column| column.name()).collect::<Vec<_>>().join(", ")
    }

    fn sqlite_insert(&self) -> String {
        let values: Vec<String> = (0..self.columns.len()).map(|i| format!("value ->> {i}")).collect();
        // Without `WHERE` the parser takes `ON CONFLICT` for a join.
        format!(
            "INSERT INTO {} ({}) SELECT {} FROM json_each($1) WHERE true{}",
            self.name,
            self.names(),
            values.join(", "),
            self.suffix
        )
    }

    fn postgres_insert(&self) -> String {
        let arrays: Vec<String> = self
            .columns
            .iter()
            .enumerate()
            .map(|(i, column)| match column {
                Text(_) => format!("${}::text[]", i + 1),
                Integer(_) => format!("${}::bigint[]", i + 1),
            })
            .collect();
        format!(
            "INSERT INTO {} ({}) SELECT * FROM unnest({}){}",
            self.name,
            self.names(),
            arrays.join(", "),
            self.suffix
        )
    }
}

/// Rows as SQLite takes them.
pub(super) fn as_json(rows: &[Vec<Value>]) -> String {
    let rows = rows.iter().map(|row| row.iter().map(json).collect::<Vec<_>>()).collect::<Vec<_>>();
    serde_json::Value::from(rows).to_string()
}

fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Text(text) => text.clone().into(),
        Value::Integer(number) => (*number).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_statement_takes_all_rows() {
        assert_eq!(
            RECEIPT.in_sqlite(),
            "INSERT INTO receipt (campaign, key, code, received_at, due_at) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each($1) WHERE true ON CONFLICT (campaign, key) DO NOTHING RETURNING key, code"
        );
        assert_eq!(
            RECEIPT.in_postgres(),
            "INSERT INTO receipt (campaign, key, code, received_at, due_at) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[]) ON CONFLICT (campaign, key) DO NOTHING RETURNING key, code"
        );
        assert_eq!(as_json(&[vec!["a\"b".into(), Value::Integer(None), 7.into()]]), r#"[["a\"b",null,7]]"#);
    }
}
