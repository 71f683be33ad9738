//! What progress is drawn from: `progress/<target>.json`.

use chrono::NaiveDate;
use loa_plan::schedule::Period;
use loa_plan::{Text, Zone};

use crate::slice::{
    BadSlice, FromJson, Json, Languages, Link, date, list, localized, optional_date, optional_localized, optional_text,
    text,
};

/// A target with its figures as they are published.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct ProgressSlice {
    /// The build that it belongs to.
    pub build: String,
    /// The plan's time zone.
    pub zone: Zone,
    /// The languages of its static HTML.
    #[cfg_attr(feature = "ssr", serde(flatten))]
    pub languages: Languages,
    /// The target in words.
    pub title: Text,
    /// The goal as people read it: `60 %`; none when it is not known.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub goal: Option<String>,
    /// Why the goal is not known.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub goal_unknown: Option<Text>,
    /// The day by which it is due.
    #[cfg_attr(
        feature = "ssr",
        serde(skip_serializing_if = "Option::is_none", serialize_with = "crate::slice::optional_date_text")
    )]
    pub due: Option<NaiveDate>,
    /// It has a day, but nobody has said which.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub due_unknown: Option<u8>,
    /// Where the target is laid down.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub source: Option<Link>,
    /// The figures, for everybody and by agency.
    pub figures: Vec<Figure>,
}

/// A figure of a period.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "ssr", derive(serde::Serialize))]
pub struct Figure {
    /// The agency; everybody when left out.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub actor: Option<String>,
    /// The agency's name.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub who: Option<Text>,
    /// The first day of its period.
    #[cfg_attr(feature = "ssr", serde(serialize_with = "crate::slice::date_text"))]
    pub from: NaiveDate,
    /// The last day of its period.
    #[cfg_attr(feature = "ssr", serde(serialize_with = "crate::slice::date_text"))]
    pub until: NaiveDate,
    /// The value as people read it: `16,51 %`.
    pub value: String,
    /// The value as a part of a whole, in hundredths of a percent, for the bar and the ring.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub share: Option<u32>,
    /// What was counted, out of what: `307 / 1.859`.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub parts: Option<String>,
    /// What a reader should know about it.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
    /// Present when the figure was made up for a demonstration.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Option::is_none"))]
    pub illustrative: Option<u8>,
    /// Where it comes from.
    #[cfg_attr(feature = "ssr", serde(skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<Link>,
}

impl ProgressSlice {
    /// Whether there are figures of an agency.
    #[must_use]
    pub fn knows(&self, actor: &str) -> bool {
        self.figures.iter().any(|figure| figure.actor.as_deref() == Some(actor))
    }

    /// The figure that holds on a date, or the latest of all.
    #[must_use]
    pub fn figure(&self, actor: Option<&str>, date: Option<NaiveDate>) -> Option<&Figure> {
        let own: Vec<&Figure> = self.figures.iter().filter(|figure| figure.actor.as_deref() == actor).collect();
        let periods: Vec<Period> =
            own.iter().map(|figure| Period { starts: figure.from, ends: figure.until }).collect();
        let index = loa_plan::progress::latest(&periods, date.unwrap_or(NaiveDate::MAX))?;
        own.get(index).copied()
    }
}

impl FromJson for ProgressSlice {
    fn from_json<J: Json>(json: &J) -> Result<Self, BadSlice> {
        Ok(Self {
            build: text(json, "build")?,
            zone: text(json, "zone")?.parse().map_err(|_| BadSlice::Key("zone"))?,
            languages: Languages::from_json(json)?,
            title: localized(json, "title")?,
            goal: optional_text(json, "goal"),
            goal_unknown: optional_localized(json, "goal_unknown"),
            due: optional_date(json, "due"),
            due_unknown: json.get("due_unknown").map(|_| 1),
            source: json.get("source").map(|source| Link::from_json(&source)).transpose()?,
            figures: list(json, "figures", |figure| {
                let number = |key| figure.get(key).and_then(|number| number.number()).map(|number| number as u32);
                Ok(Figure {
                    actor: optional_text(figure, "actor"),
                    who: optional_localized(figure, "who"),
                    from: date(figure, "from")?,
                    until: date(figure, "until")?,
                    value: text(figure, "value")?,
                    share: number("share"),
                    parts: optional_text(figure, "parts"),
                    note: optional_localized(figure, "note"),
                    illustrative: number("illustrative").map(|_| 1),
                    sources: list(figure, "sources", Link::from_json)?,
                })
            })?,
        })
    }
}

/// Hundredths as a number for machines: 1651 is `16.51`; written without floating point, which weighs 7 KB.
pub(crate) fn hundredths_to_text(hundredths: u32) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{}{}", rest / 10, rest % 10) }
}
