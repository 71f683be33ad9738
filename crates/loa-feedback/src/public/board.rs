//! Pages of the public board.

use std::fmt;
use std::str::FromStr;

use loa_plan::{ActorId, InvalidId, PlanId};

use super::PublicView;
use crate::status::Status;
use crate::{InvalidReceiptCode, ReceiptCode, UnknownWord};

/// How many entries a page has when nothing is asked for.
pub const DEFAULT_LIMIT: usize = 20;

/// How many entries a page has at most.
pub const MAX_LIMIT: usize = 100;

/// Which entries of the board are asked for: newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardQuery {
    /// Of this campaign.
    pub campaign: PlanId,
    /// With this unit.
    pub actor: Option<ActorId>,
    /// In this status.
    pub status: Option<Status>,
    /// After this place.
    pub cursor: Option<Cursor>,
    /// So many.
    pub limit: usize,
}

/// A page of the board.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoardPage {
    /// The entries, newest first.
    pub items: Vec<PublicView>,
    /// What asks for the next page; none on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Cursor>,
}

/// A place on the board: behind the feedback of a second and a code, so that new entries move nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cursor {
    /// When the last entry of the page came in, in seconds since 1970-01-01 00:00 UTC.
    pub received_at: i64,
    /// Its code.
    pub code: ReceiptCode,
}

/// Why a text is not a place on the board.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a place on the board; take `next` of the page before, or leave it out for the first page")]
pub struct InvalidCursor(String);

/// Why the parameters of a request do not ask for entries of the board.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidBoardQuery {
    /// No campaign is named, or what is named is no id.
    #[error("`campaign` is wrong: {0}")]
    Campaign(#[source] InvalidId),
    /// The unit is no id.
    #[error("`actor` is wrong: {0}")]
    Actor(#[source] InvalidId),
    /// There is no such status.
    #[error("`status` is wrong: {0}")]
    Status(#[source] UnknownWord),
    /// The place is none.
    #[error("`cursor` is wrong: {0}")]
    Cursor(#[source] InvalidCursor),
    /// No number from 1 to [`MAX_LIMIT`].
    #[error("`limit` is wrong: `{0}` is not a number from 1 to {MAX_LIMIT}")]
    Limit(String),
}

impl BoardQuery {
    /// From the parameters of a request; a parameter without a value is one that is left out, others are left alone.
    ///
    /// # Errors
    /// [`InvalidBoardQuery`] for the first parameter that is wrong.
    pub fn new<'p>(parameters: impl IntoIterator<Item = (&'p str, &'p str)>) -> Result<Self, InvalidBoardQuery> {
        let (mut campaign, mut actor, mut status, mut cursor, mut limit) = ("", None, None, None, DEFAULT_LIMIT);
        for (name, value) in parameters.into_iter().filter(|(_, value)| !value.is_empty()) {
            match name {
                "campaign" => campaign = value,
                "actor" => actor = Some(ActorId::new(value).map_err(InvalidBoardQuery::Actor)?),
                "status" => status = Some(value.parse().map_err(InvalidBoardQuery::Status)?),
                "cursor" => cursor = Some(value.parse().map_err(InvalidBoardQuery::Cursor)?),
                "limit" => {
                    let number = value.parse().ok().filter(|number| (1..=MAX_LIMIT).contains(number));
                    limit = number.ok_or_else(|| InvalidBoardQuery::Limit(value.chars().take(20).collect()))?;
                }
                _ => {}
            }
        }
        let campaign = PlanId::new(campaign).map_err(InvalidBoardQuery::Campaign)?;
        Ok(Self { campaign, actor, status, cursor, limit })
    }

    /// The first page of everything on the board of a campaign.
    #[must_use]
    pub fn all(campaign: PlanId) -> Self {
        Self { campaign, actor: None, status: None, cursor: None, limit: DEFAULT_LIMIT }
    }

    /// The same entries, from another place on.
    #[must_use]
    pub fn from_place(&self, cursor: Cursor) -> Self {
        Self { cursor: Some(cursor), ..self.clone() }
    }
}

/// As the query of an address; what is left out means the same. No value has a sign that an address must write otherwise.
///
/// ```
/// # use loa_feedback::{BoardQuery, Status};
/// let query = BoardQuery { status: Some(Status::Answered), ..BoardQuery::all("ke-hoach".parse()?) };
/// assert_eq!(query.to_string(), "campaign=ke-hoach&status=answered");
/// # Ok::<(), loa_plan::InvalidId>(())
/// ```
impl fmt::Display for BoardQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "campaign={}", self.campaign)?;
        if let Some(actor) = &self.actor {
            write!(f, "&actor={actor}")?;
        }
        if let Some(status) = self.status {
            write!(f, "&status={status}")?;
        }
        if let Some(cursor) = &self.cursor {
            write!(f, "&cursor={cursor}")?;
        }
        if self.limit != DEFAULT_LIMIT {
            write!(f, "&limit={}", self.limit)?;
        }
        Ok(())
    }
}

impl Cursor {
    /// The place behind an entry.
    #[must_use]
    pub fn behind(view: &PublicView) -> Self {
        Self { received_at: view.received_at.unix(), code: view.code.clone() }
    }
}

impl FromStr for Cursor {
    type Err = InvalidCursor;

    fn from_str(text: &str) -> Result<Self, InvalidCursor> {
        let read = || {
            let (seconds, code) = text.split_once('.')?;
            let code: Result<ReceiptCode, InvalidReceiptCode> = code.parse();
            Some(Self { received_at: seconds.parse().ok()?, code: code.ok()? })
        };
        read().ok_or_else(|| InvalidCursor(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.received_at, self.code.digits())
    }
}

impl serde::Serialize for Cursor {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Cursor {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        <String as serde::Deserialize>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_and_written_alike() {
        let text = "1795504200.48219930512777860311";
        assert_eq!(text.parse::<Cursor>().map(|cursor| cursor.to_string()), Ok(text.to_owned()));
    }

    #[test]
    fn parameters_make_a_query_and_wrong_ones_are_named() {
        let query = BoardQuery::new([("campaign", "ke-hoach"), ("status", ""), ("utm_source", "zalo"), ("limit", "5")]);
        let expected = BoardQuery {
            campaign: PlanId::new("ke-hoach").unwrap(),
            actor: None,
            status: None,
            cursor: None,
            limit: 5,
        };
        assert_eq!(query, Ok(expected.clone()));
        // What is written is read back.
        let cursor: Cursor = "1795504200.48219930512777860311".parse().unwrap();
        let actor = Some("so-mau".parse().unwrap());
        let full = BoardQuery { actor, status: Some(Status::Closed), ..expected.from_place(cursor) };
        let text = full.to_string();
        assert_eq!(text, "campaign=ke-hoach&actor=so-mau&status=closed&cursor=1795504200.48219930512777860311&limit=5");
        assert_eq!(BoardQuery::new(text.split('&').filter_map(|pair| pair.split_once('='))), Ok(full));
        let said = |name: &str, value: &str| {
            BoardQuery::new([("campaign", "a"), (name, value)])
                .map_or_else(|error| error.to_string(), |_| String::new())
        };
        assert_eq!(
            said("status", "open"),
            "`status` is wrong: `open` is not a status, expected one of `received`, `accepted`, `forwarded`, `answered`, `reopened`, `closed`"
        );
        assert_eq!(said("limit", "500"), "`limit` is wrong: `500` is not a number from 1 to 100");
        assert_eq!(
            said("cursor", "2"),
            "`cursor` is wrong: `2` is not a place on the board; take `next` of the page before, or leave it out for the first page"
        );
        assert_eq!(
            said("actor", "Sở"),
            "`actor` is wrong: the id `Sở` is not made of small letters a–z, digits and single hyphens, expected for example `so`"
        );
        assert_eq!(
            BoardQuery::new([]).unwrap_err().to_string(),
            "`campaign` is wrong: an id is empty, expected small letters, digits and hyphens such as `khai-sinh`"
        );
    }
}
