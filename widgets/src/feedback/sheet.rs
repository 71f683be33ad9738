//! What feedback is drawn from, natively: every word of the campaign, in one language.

use chrono::NaiveDate;
use loa_feedback::Kind;
use loa_feedback::consent::Need;
use loa_feedback::routes::Endpoint;

use crate::guide::sheet::Contact;
use crate::slice::Link;

/// The words around and within a form.
#[derive(Debug, Clone, PartialEq)]
pub struct FeedbackSheet {
    /// The id of the campaign.
    pub campaign: String,
    /// Where the service is.
    pub endpoint: Option<Endpoint>,
    /// What is taken in here.
    pub kinds: Vec<KindHere>,
    /// What belongs elsewhere.
    pub elsewhere: Vec<Elsewhere>,
    /// The units that feedback can be addressed to, on any day.
    pub units: Vec<Choice>,
    /// The consents that are asked for.
    pub consents: Vec<Asked>,
    /// The official channels, for those who do not use a form.
    pub channels: Vec<Contact>,
}

/// A kind that is taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct KindHere {
    /// The kind.
    pub kind: Kind,
    /// What a person chooses.
    pub label: String,
    /// What to know about it.
    pub text: Option<String>,
}

/// A door that leads elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Elsewhere {
    /// The kind.
    pub kind: Kind,
    /// What it is called.
    pub label: String,
    /// What to know about it.
    pub text: Option<String>,
    /// Why it is not taken in here.
    pub reason: Option<String>,
    /// Who deals with it; why that is not known, where it is not.
    pub unit: Option<Result<String, String>>,
    /// What leads there.
    pub channels: Vec<Contact>,
    /// Where this is laid down.
    pub source: Option<Link>,
}

/// A unit to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The first day on which it exists.
    pub from: Option<NaiveDate>,
    /// The last one.
    pub until: Option<NaiveDate>,
}

/// A consent that is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Purpose and version: `answer@1`.
    pub value: String,
    /// Whether a feedback can be sent without it.
    pub need: Need,
    /// The words beside the box.
    pub text: String,
    /// Which data it is about.
    pub data: Vec<String>,
    /// Who is responsible for it.
    pub controller: String,
    /// Which rights the person has.
    pub rights: String,
    /// How it is taken back.
    pub withdraw: String,
    /// By which channels.
    pub channels: Vec<Contact>,
    /// Where this is laid down.
    pub source: Option<Link>,
}
