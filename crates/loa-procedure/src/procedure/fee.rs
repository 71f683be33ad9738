//! What a procedure costs (phí, lệ phí).

use super::Amount;

/// What kind of charge it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FeeKind {
    /// A fee for a service (phí), `FEE` in the catalogue.
    Fee,
    /// A charge for being served by the state (lệ phí), `SERVICE_FEE` in the catalogue.
    Charge,
    /// A price that is set (mức giá), `PRICE_LEVEL` in the catalogue.
    Price,
    /// A kind that the catalogue had no name for when this was written.
    Other,
}

impl FeeKind {
    /// The kind as the law names it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fee => "Phí",
            Self::Charge => "Lệ phí",
            Self::Price => "Mức giá",
            Self::Other => "Khoản thu",
        }
    }
}

/// One entry of what a way of filing costs. What it means is for [`crate::honest::fee`].
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fee {
    /// Its kind.
    pub kind: FeeKind,
    /// The amount, when the catalogue has one; zero is often only its way to say that it has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// What the catalogue says about it, which may be the fee itself, a case, or who is exempt; empty when nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}
