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

/// How many consents a form may carry; there are not half as many purposes.
const MAX_CONSENTS: usize = 16;

impl Draft {
    /// From the pairs of a form that was posted, decoded: `consents` (or `consents[]`) once for each box that was ticked.
    ///
    /// Of a field that comes several times the last one counts; what is unknown is left alone.
    #[must_use]
    pub fn from_pairs<N: AsRef<str>, V: Into<String>>(pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut draft = Self::default();
        for (name, value) in pairs {
            let field = match name.as_ref() {
                "idempotency_key" => &mut draft.idempotency_key,
                "campaign" => &mut draft.campaign,
                "actor" => &mut draft.actor,
                "kind" => &mut draft.kind,
                "procedure" => &mut draft.procedure,
                "text" => &mut draft.text,
                "name" => &mut draft.name,
                "address" => &mut draft.address,
                "phone" => &mut draft.phone,
                "email" => &mut draft.email,
                HONEYPOT => &mut draft.website,
                "consents" | "consents[]" => {
                    if draft.consents.len() < MAX_CONSENTS {
                        draft.consents.push(value.into());
                    }
                    continue;
                }
                _ => continue,
            };
            *field = value.into();
        }
        draft
    }
}
