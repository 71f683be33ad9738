//! A record of the national catalogue of procedures (thủ tục hành chính), with the official fields and nothing made up.
//!
//! What the catalogue serves is kept as it stands there: a figure without a unit stays one, a missing fee stays missing.
//! What may be said about it is for [`crate::honest`].

mod amount;
mod basis;
mod code;
mod document;
mod fee;
mod field;
mod filing;
mod level;
mod origin;
mod quantity;
mod state;
mod step;

mod territory;
mod time;

pub use amount::Amount;
pub use basis::LegalBasis;
pub use code::CatalogueCode;
pub use document::{Copies, Document, DocumentGroup, Necessity};
pub use fee::{Fee, FeeKind};
pub use field::Field;
pub use filing::{Case, Filing, Way};
pub use level::Level;
pub use origin::Origin;
pub use quantity::{InvalidQuantity, Quantity};
pub use state::State;
pub use step::Step;

pub use territory::Territory;
pub use time::{Time, TimeUnit};

/// A procedure of the national catalogue, as one snapshot of it has it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Procedure {
    /// Its code (mã thủ tục), the key.
    pub code: CatalogueCode,
    /// Its name (tên thủ tục), in one line; up to 1,192 characters were seen.
    pub name: String,
    /// The field that it belongs to (lĩnh vực).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// Who made it known (cơ quan ban hành).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promulgated_by: Option<String>,
    /// Who carries it out (cơ quan thực hiện).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_by: Option<String>,
    /// Whom it is for (đối tượng thực hiện).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
    /// What one gets (kết quả).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<String>,
    /// What must hold (yêu cầu, điều kiện); none when the catalogue says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requirements: Option<String>,
    /// The ways of filing (cách thức thực hiện), as often as the catalogue lists each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filings: Vec<Filing>,
    /// Times by case, where the catalogue has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<Case>,
    /// What is done one after the other (trình tự thực hiện).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
    /// What to prepare (thành phần hồ sơ), in the groups of the catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentGroup>,
    /// On what it rests (căn cứ pháp lý).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legal_basis: Vec<LegalBasis>,
    /// How much of it is done online (mức độ cung cấp dịch vụ công trực tuyến); none when the catalogue does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Where it may be filed (thực hiện không phụ thuộc địa giới hành chính).
    #[serde(default, skip_serializing_if = "Territory::is_unsaid")]
    pub territory: Territory,
    /// Whether it holds.
    pub state: State,
    /// Where the record is from.
    pub origin: Origin,
}

impl Procedure {
    /// The ways of filing of one kind, in the order of the catalogue.
    pub fn by(&self, way: Way) -> impl Iterator<Item = &Filing> {
        self.filings.iter().filter(move |filing| filing.way == way)
    }

    /// All documents, without their groups.
    pub fn all_documents(&self) -> impl Iterator<Item = &Document> {
        self.documents.iter().flat_map(|group| &group.documents)
    }
}
