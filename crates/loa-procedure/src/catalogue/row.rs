//! A row of a list of the catalogue: enough to find a procedure, not enough to show one.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::RepairKind;
use super::object::Object;
use super::record::state;
use super::tidy::Shape;
use crate::procedure::{CatalogueCode, State};

/// A row of a list of procedures.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Row {
    /// Its code.
    pub code: CatalogueCode,
    /// Its name, in one line.
    pub name: String,
    /// The fields that it belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// The agencies that carry it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<String>,
    /// Who made it known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promulgated_by: Option<String>,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
    /// Whether it holds.
    pub state: State,
    /// For whom it was made.
    #[serde(default)]
    pub scope: Scope,
    /// The record's id in the catalogue.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The day of the snapshot.
    pub snapshot: NaiveDate,
}

/// For whom a procedure was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// For the whole country (`STANDARD`).
    National,
    /// For one province or one ministry (`SPECIFIC`).
    Local,
    /// Between offices (`STANDARD_INTERNAL`).
    Internal,
    /// The catalogue does not say.
    #[default]
    Unsaid,
}

/// Whether an entry has what only rows have.
pub(super) fn is_row(fields: &Map<String, Value>) -> bool {
    fields.contains_key("departments") || fields.contains_key("codeNotation")
}

/// The row; none when something about it is wrong.
pub(super) fn read(object: &mut Object<'_>, snapshot: NaiveDate) -> Option<Row> {
    let code = object.read_code();
    let mut part = object.part();
    let name = part.needed("name", Shape::Line);
    let fields = part.texts("categories");
    let agencies = part.texts("departments");
    let promulgated_by = part.text("departmentPromulgate", Shape::Line);
    let subjects = part.texts("formalityTargetType");
    let state = state(&mut part);
    let scope = match part.text("type", Shape::Line).as_deref() {
        Some("STANDARD") => Scope::National,
        Some("SPECIFIC") => Scope::Local,
        Some("STANDARD_INTERNAL") => Scope::Internal,
        Some(other) => {
            part.note("type", RepairKind::UnknownWord, other);
            Scope::Unsaid
        }
        None => Scope::Unsaid,
    };
    let id = part.text("id", Shape::Line).unwrap_or_default();
    let row = Row { code, name: name?, fields, agencies, promulgated_by, subjects, state, scope, id, snapshot };
    object.is_sound().then_some(row)
}
