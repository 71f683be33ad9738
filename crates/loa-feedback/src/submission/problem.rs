//! What keeps a submission from being taken in: every problem at once, by field, in words for the person.

use std::fmt;

use crate::word::words;

words! {
    /// The fields of the contract, by which a form finds the place of a problem.
    Field, "field" {
        /// `idempotency_key`
        "idempotency_key" => IdempotencyKey,
        /// `campaign`
        "campaign" => Campaign,
        /// `actor`
        "actor" => Actor,
        /// `kind`
        "kind" => Kind,
        /// `procedure`
        "procedure" => Procedure,
        /// `text`
        "text" => Text,
        /// `name`
        "name" => Name,
        /// `address`
        "address" => Address,
        /// `phone`
        "phone" => Phone,
        /// `email`
        "email" => Email,
        /// `consents`
        "consents" => Consents,
        /// The field that people leave empty.
        "website" => Website,
        /// Of a rating: what is rated.
        "subject" => Subject,
        /// Of a rating: what the person adds.
        "comment" => Comment,
    }
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FieldProblem {
    /// The field.
    pub field: Field,
    /// What is wrong and what to do, in Vietnamese, in whole sentences.
    pub message: String,
}

/// Everything that is wrong, in the order of the form: the answer 422 of the contract, `{"errors":[{"field","message"}]}`.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Problems {
    /// The problems.
    pub errors: Vec<FieldProblem>,
}

impl Problems {
    pub(crate) fn add(&mut self, field: Field, message: impl Into<String>) {
        self.errors.push(FieldProblem { field, message: message.into() });
    }

    /// What is wrong with one field.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &str> {
        self.errors.iter().filter(move |problem| problem.field == field).map(|problem| problem.message.as_str())
    }
}

/// One line for each problem: `text: Xin viết …`.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, FieldProblem { field, message }) in self.errors.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{field}: {message}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
