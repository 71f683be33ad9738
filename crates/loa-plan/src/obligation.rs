//! Who must publish what, by when.

use chrono::NaiveDate;

use crate::{ActorId, Clause, Count, GuideId, Known, MessageId, ObligationId, Plan, Text};

/// What can show that an obligation is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum EvidenceKind {
    /// A message, word for word, or its widget.
    Message,
    /// A step-by-step guide.
    Guide,
    /// A document to read or download.
    Document,
    /// A video with captions or a transcript.
    Video,
    /// The list of official channels.
    Channels,
    /// The list of agents that help people file.
    Agents,
    /// A feedback form whose service answers.
    Feedback,
    /// Answers made public.
    PublicAnswers,
    /// A rating of the information.
    Rating,
    /// Figures with their date.
    Figures,
    /// The phases of the plan.
    Roadmap,
    /// A column in the press.
    PressColumn,
    /// A report to the lead agency.
    Report,
    /// Anything else; judged by a person.
    Other,
}

/// What must be there.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Its kind.
    pub kind: EvidenceKind,
    /// Which message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
    /// Which guide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guide: Option<GuideId>,
    /// How many at least; one when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Count>,
}

/// Who must publish what, by when, under which clause (trách nhiệm công khai).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    /// Its id within the plan.
    pub id: ObligationId,
    /// The obligation in words.
    pub title: Text,
    /// Who must meet it; a group stands for all its members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<ActorId>,
    /// What shows that it is met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// The first day on which it holds; the plan's first day when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub starts: Option<NaiveDate>,
    /// The day by which it must be met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::Known<String>>"))]
    pub due: Option<Known<NaiveDate>>,
    /// The last day on which it holds; `{ unknown = "why" }` when it holds on after the plan and nobody knows until when.
    ///
    /// When it is left out, an obligation with a known `due` holds until it is met, also after the plan, and one
    /// without ends with the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::Known<String>>"))]
    pub ends: Option<Known<NaiveDate>>,
    /// What makes it binding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
}

impl Obligation {
    /// The last day on which it holds; none when it holds on after the plan.
    #[must_use]
    pub fn last_day(&self, plan: &Plan) -> Option<NaiveDate> {
        match (&self.ends, &self.due) {
            (Some(ends), _) => ends.get().copied(),
            // Who has not met it by then owes it still.
            (None, Some(Known::Is(_))) => None,
            (None, _) => Some(plan.ends),
        }
    }
}
