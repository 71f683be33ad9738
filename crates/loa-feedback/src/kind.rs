//! What a person wants to say, as far as it decides which door is the right one.

use crate::word::words;

words! {
    /// The kinds of what people bring; each campaign says in `routes.toml` which door each one has.
    Kind, "kind of feedback" {
        /// About this campaign: its information, its guides, its channels.
        "campaign" => Campaign,
        /// About a procedure (thủ tục hành chính): phản ánh, kiến nghị.
        "procedure" => Procedure,
        /// Khiếu nại: a decision or an act that concerns the person is to be looked at again. Not feedback by law.
        "complaint" => Complaint,
        /// Tố cáo: somebody is said to have broken the law. Not feedback by law.
        "denunciation" => Denunciation,
        /// Something in the street: rubbish, a broken lamp, a hole.
        "street" => Street,
        /// Anything else that the campaign names.
        "other" => Other,
    }
}

impl Kind {
    /// Whether the law keeps it apart from feedback, so that it can never be taken in here.
    ///
    /// # Source
    /// Nghị định 20/2008/NĐ-CP, Điều 1: the decree is not for khiếu nại and tố cáo, which have laws of their own.
    #[must_use]
    pub fn is_kept_apart_by_law(self) -> bool {
        matches!(self, Self::Complaint | Self::Denunciation)
    }
}
