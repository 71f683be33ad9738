//! A submission as typed.

/// The name of the field that people leave empty and programs fill in.
///
/// A form hides it from people without telling programs so, and labels it "để trống ô này".
pub const HONEYPOT: &str = "website";

/// The fields of a form as they were typed or sent; nothing is known about them yet.
///
/// The names are those of the feedback contract. What is missing is empty; what is unknown is left alone, since forms of
/// portals carry fields of their own.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Draft {
    /// A key that the client makes once for what it sends, so that sending it again is harmless.
    pub idempotency_key: String,
    /// The plan of the campaign.
    pub campaign: String,
    /// The unit that it is addressed to: the id of an actor of the plan.
    pub actor: String,
    /// What kind of feedback it is.
    pub kind: String,
    /// The code of the procedure that it is about; may be empty.
    pub procedure: String,
    /// What the person has to say.
    pub text: String,
    /// The person's name.
    pub name: String,
    /// The person's address.
    pub address: String,
    /// A phone number; may be empty when there is an e-mail address.
    pub phone: String,
    /// An e-mail address; may be empty when there is a phone number.
    pub email: String,
    /// The consents that were given, each as purpose and version: `answer@1`.
    pub consents: Vec<String>,
    /// The field that people leave empty: [`HONEYPOT`].
    pub website: String,
}
