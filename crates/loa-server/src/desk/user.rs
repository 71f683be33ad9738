//! Who works at the desk: a name, and a seat that says what may be seen and done.

use std::fmt;
use std::str::FromStr;

use loa_feedback::redaction::Preview;
use loa_feedback::status::{Mover, Role};
use loa_plan::ActorId;

/// The name to sign in with: 3 to 40 small letters, digits, points and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UserName(String);

/// Why a text is not a name to sign in with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a name of a user, expected 3 to 40 small letters, digits, points and hyphens, such as `lan.nguyen`"
)]
pub struct InvalidUserName(String);

impl UserName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for UserName {
    type Err = InvalidUserName;

    fn from_str(text: &str) -> Result<Self, InvalidUserName> {
        let sign = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
        let is_edge = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        if (3..=40).contains(&text.len())
            && text.chars().all(sign)
            && text.starts_with(is_edge)
            && text.ends_with(is_edge)
        {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidUserName(text.chars().take(40).collect()))
        }
    }
}

impl fmt::Display for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a user may see and do.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Seat {
    /// An officer of a unit: sees what is with that unit, and moves it.
    Officer(ActorId),
    /// Sees everything but the senders, and decides what is published.
    Publisher,
    /// Somebody of the lead agency, who sees everything and may do all that people may.
    Admin,
}

/// Why role and unit make no seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidSeat {
    /// An officer of no unit.
    #[error("an officer needs a unit; name it with `--unit ID`, as the plan calls it")]
    NoUnit,
    /// A unit for somebody who is of none.
    #[error("the role `{0}` has no unit of its own; leave `--unit` out")]
    Unit(Role),
    /// A role that nobody at a desk has.
    #[error("the role `{0}` is not one of a desk, expected `officer`, `publisher` or `admin`")]
    Role(Role),
}

impl Seat {
    /// A seat of a role and, for an officer, a unit.
    ///
    /// # Errors
    /// [`InvalidSeat`] when they do not go together.
    pub fn new(role: Role, unit: Option<ActorId>) -> Result<Self, InvalidSeat> {
        match (role, unit) {
            (Role::Officer, Some(unit)) => Ok(Self::Officer(unit)),
            (Role::Officer, None) => Err(InvalidSeat::NoUnit),
            (Role::Publisher, None) => Ok(Self::Publisher),
            (Role::Admin, None) => Ok(Self::Admin),
            (Role::Publisher | Role::Admin, Some(_)) => Err(InvalidSeat::Unit(role)),
            (Role::Sender | Role::Clock, _) => Err(InvalidSeat::Role(role)),
        }
    }

    /// The role.
    #[must_use]
    pub fn role(&self) -> Role {
        match self {
            Self::Officer(_) => Role::Officer,
            Self::Publisher => Role::Publisher,
            Self::Admin => Role::Admin,
        }
    }

    /// The unit whose feedback alone is seen; none for those who see all.
    #[must_use]
    pub fn unit(&self) -> Option<&ActorId> {
        match self {
            Self::Officer(unit) => Some(unit),
            Self::Publisher | Self::Admin => None,
        }
    }

    pub(super) fn mover(&self) -> Mover<'_> {
        Mover { role: self.role(), unit: self.unit() }
    }

    pub(super) fn sees(&self, unit: &ActorId) -> bool {
        self.unit().is_none_or(|own| own == unit)
    }

    /// Whether the senders may be seen: whoever answers them, not whoever publishes.
    pub(super) fn sees_senders(&self) -> bool {
        !matches!(self, Self::Publisher)
    }

    /// Whether something may be published, by the rule of the review itself.
    pub(super) fn publishes(&self) -> bool {
        Preview::new("").approve_answer(self.role()).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_small_letters_digits_points_and_hyphens() {
        for good in ["lan", "lan.nguyen", "can-bo-2"] {
            assert_eq!(good.parse::<UserName>().map(|name| name.to_string()), Ok(good.to_owned()));
        }
        for wrong in ["", "la", "Lan", "lan nguyen", "lân", ".lan", "lan-", "<script>", &"a".repeat(41)] {
            assert!(wrong.parse::<UserName>().is_err(), "{wrong}");
        }
        assert_eq!(
            "Lan".parse::<UserName>().unwrap_err().to_string(),
            "`Lan` is not a name of a user, expected 3 to 40 small letters, digits, points and hyphens, such as `lan.nguyen`"
        );
    }

    #[test]
    fn role_and_unit_go_together_or_are_told_why_not() {
        let unit = || Some("phuong-mau".parse().unwrap());
        let said = |role, unit| Seat::new(role, unit).unwrap_err().to_string();
        assert_eq!(Seat::new(Role::Officer, unit()).map(|seat| seat.role()), Ok(Role::Officer));
        assert_eq!(
            said(Role::Officer, None),
            "an officer needs a unit; name it with `--unit ID`, as the plan calls it"
        );
        assert_eq!(said(Role::Admin, unit()), "the role `admin` has no unit of its own; leave `--unit` out");
        assert_eq!(
            said(Role::Clock, None),
            "the role `clock` is not one of a desk, expected `officer`, `publisher` or `admin`"
        );
    }

    #[test]
    fn only_publishers_and_the_lead_agency_publish() {
        let officer = Seat::Officer("phuong-mau".parse().unwrap());
        assert_eq!([officer.publishes(), Seat::Publisher.publishes(), Seat::Admin.publishes()], [false, true, true]);
        assert_eq!([officer.sees_senders(), Seat::Publisher.sees_senders()], [true, false]);
    }
}
