//! The tables that intake fills, and how many rows at once go into one.
//!
//! A batch costs few statements however many rows it has: SQLite takes the values of up to 64 rows, PostgreSQL one array
//! for each column.
//!
//! SQLite is told `OR FAIL`, and its statements call no function: one that could break off in its middle would copy every
//! page before changing it, so as to take itself back. Here the transaction is taken back instead.

use std::sync::LazyLock;

/// A table with its columns, in the order in which rows give their values.
pub(super) struct Table {
    name: &'static str,
    columns: &'static [Column],
    /// What happens to a row that is there already, where that is no mistake.
    known: &'static str,
    sqlite: LazyLock<Vec<String>>,
    postgres: LazyLock<String>,
}

/// How many rows a statement of SQLite takes; the first that is not too many is used, so that few are ever prepared.
const ROWS: [usize; 4] = [64, 16, 4, 1];

/// A column: its name, and what it holds.
#[derive(Clone, Copy)]
pub(super) enum Column {
    Text(&'static str),
    Integer(&'static str),
}

use Column::{Integer, Text};

const OF_RECEIPT: &[Column] = &[Text("campaign"), Text("key"), Text("code"), Integer("received_at"), Integer("due_at")];

/// Keys that were there before are left alone; how many rows went in says whether there were any.
pub(super) static RECEIPT: Table = Table {
    name: "receipt",
    columns: OF_RECEIPT,
    known: " ON CONFLICT (campaign, key) DO NOTHING",
    sqlite: LazyLock::new(|| RECEIPT.sqlite_inserts()),
    postgres: LazyLock::new(|| RECEIPT.postgres_insert()),
};

/// The same, and gives back the rows that went in.
pub(super) static RECEIPT_TOLD: Table = Table {
    name: "receipt",
    columns: OF_RECEIPT,
    known: " ON CONFLICT (campaign, key) DO NOTHING RETURNING key, code",
    sqlite: LazyLock::new(|| RECEIPT_TOLD.sqlite_inserts()),
    postgres: LazyLock::new(|| RECEIPT_TOLD.postgres_insert()),
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
    known: "",
    sqlite: LazyLock::new(|| FEEDBACK.sqlite_inserts()),
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
    known: "",
    sqlite: LazyLock::new(|| PERSON.sqlite_inserts()),
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
    known: "",
    sqlite: LazyLock::new(|| EVENT.sqlite_inserts()),
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

    /// The statement for the first of so many rows, and how many of them it takes: their values, row after row.
    pub(super) fn in_sqlite(&'static self, rows: usize) -> Option<(&'static str, usize)> {
        let mut statements = ROWS.into_iter().zip(self.sqlite.iter());
        statements.find(|(many, _)| *many <= rows).map(|(many, sql)| (sql.as_str(), many))
    }

    /// Takes one array for each column.
    pub(super) fn in_postgres(&'static self) -> &'static str {
        &self.postgres
    }

    fn names(&self) -> String {
        self.columns.iter().map(|column| column.name()).collect::<Vec<_>>().join(", ")
    }

    fn sqlite_inserts(&self) -> Vec<String> {
        let row = format!("({})", vec!["?"; self.columns.len()].join(", "));
        let insert = |many| {
            let rows = vec![row.as_str(); many].join(", ");
            format!("INSERT OR FAIL INTO {} ({}) VALUES {rows}{}", self.name, self.names(), self.known)
        };
        ROWS.into_iter().map(insert).collect()
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
            self.known
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_statement_takes_many_rows() {
        let (sql, many) = RECEIPT.in_sqlite(15).unwrap();
        assert_eq!((many, RECEIPT.in_sqlite(600).unwrap().1, RECEIPT.in_sqlite(0)), (4, 64, None));
        assert_eq!(
            sql,
            "INSERT OR FAIL INTO receipt (campaign, key, code, received_at, due_at) VALUES (?, ?, ?, ?, ?), (?, ?, ?, ?, ?), (?, ?, ?, ?, ?), (?, ?, ?, ?, ?) ON CONFLICT (campaign, key) DO NOTHING"
        );
        assert_eq!(
            RECEIPT_TOLD.in_postgres(),
            "INSERT INTO receipt (campaign, key, code, received_at, due_at) SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[]) ON CONFLICT (campaign, key) DO NOTHING RETURNING key, code"
        );
    }
}
