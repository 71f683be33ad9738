//! What was found in a text, as an officer sees it before anything is published.

use std::ops::Range;

use crate::consent::{Given, Purpose};
use crate::public::Reviewed;
use crate::status::Role;
use crate::word::words;

words! {
    /// The kinds of personal data that are found in free text.
    Sensitive, "kind of personal data" {
        /// A phone number.
        "phone" => Phone,
        /// A number of an identity card or a passport.
        "identity" => Identity,
        /// An e-mail address.
        "email" => Email,
        /// A number of a bank account.
        "account" => Account,
        /// The plate of a vehicle.
        "plate" => Plate,
        /// A tax code.
        "tax-code" => TaxCode,
        /// The code of a dossier, by which it can be looked up.
        "dossier" => Dossier,
        /// What an officer marked: a name, an address.
        "marked" => Marked,
    }
}

impl Sensitive {
    /// What stands in its place.
    #[must_use]
    pub fn placeholder(self) -> &'static str {
        match self {
            Self::Phone => "[đã ẩn số điện thoại]",
            Self::Identity => "[đã ẩn số giấy tờ]",
            Self::Email => "[đã ẩn thư điện tử]",
            Self::Account => "[đã ẩn số tài khoản]",
            Self::Plate => "[đã ẩn biển số xe]",
            Self::TaxCode => "[đã ẩn mã số thuế]",
            Self::Dossier => "[đã ẩn mã hồ sơ]",
            Self::Marked => "[đã ẩn]",
        }
    }
}

/// A stretch of a text that is personal data.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Found {
    /// Where it stands, in bytes of the text; both ends are between characters.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Sensitive,
}

/// A text with what is to be taken out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    text: String,
    found: Vec<Found>,
}

impl Preview {
    /// A text with what is found in it.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let found = super::find(&text);
        Self { text, found }
    }

    /// The text as it was sent.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is taken out, in the order of the text, nothing twice.
    #[must_use]
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// Also takes out what an officer marks; what is not between characters of the text is left alone.
    #[must_use]
    pub fn with(mut self, span: Range<usize>) -> Self {
        if self.text.get(span.clone()).is_some_and(|marked| !marked.is_empty()) {
            self.found.push(Found { span, kind: Sensitive::Marked });
            self.found = super::joined(std::mem::take(&mut self.found));
        }
        self
    }

    /// Leaves in what an officer sees to be nobody's data, by its place among [`Preview::found`].
    #[must_use]
    pub fn without(mut self, index: usize) -> Self {
        if index < self.found.len() {
            self.found.remove(index);
        }
        self
    }

    /// The text with placeholders instead of what is taken out.
    #[must_use]
    pub fn redacted(&self) -> String {
        let mut redacted = String::with_capacity(self.text.len());
        let mut at = 0;
        for Found { span, kind } in &self.found {
            redacted.push_str(self.text.get(at..span.start).unwrap_or_default());
            redacted.push_str(kind.placeholder());
            at = span.end;
        }
        redacted.push_str(self.text.get(at..).unwrap_or_default());
        redacted
    }

    /// What a sender wrote, for the public: when somebody approves it who may, and the sender agreed to it.
    ///
    /// # Errors
    /// [`NotApproved`] for a role that does not decide what is published, and without the sender's consent.
    pub fn approve_question(&self, by: Role, consents: &[Given]) -> Result<Reviewed, NotApproved> {
        if !consents.iter().any(|given| given.purpose == Purpose::Publish) {
            return Err(NotApproved::NoConsent);
        }
        self.approve_answer(by)
    }

    /// What an agency answers, for the public: when somebody approves it who may.
    ///
    /// # Errors
    /// [`NotApproved`] for a role that does not decide what is published.
    pub fn approve_answer(&self, by: Role) -> Result<Reviewed, NotApproved> {
        match by {
            Role::Publisher | Role::Admin => Ok(Reviewed::approved(self.redacted())),
            role => Err(NotApproved::NotAPublisher { role }),
        }
    }
}

/// Why a text is not for the public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotApproved {
    /// Somebody wants to publish who may not.
    #[error("the role `{role}` may not publish, expected `publisher` or `admin`")]
    NotAPublisher {
        /// The role.
        role: Role,
    },
    /// The sender did not agree to it; status and answer can be public all the same.
    #[error("the sender did not agree to publishing the text, so it stays with the agency")]
    NoConsent,
}
