//! The words of a rating as it stands in static HTML, which are made natively and are in no module.

/// The words in one language.
#[derive(Debug, PartialEq)]
pub(crate) struct RatingFormWords {
    pub(crate) title: &'static str,
    pub(crate) of_guide: &'static str,
    pub(crate) of_page: &'static str,
    /// In the order of `Satisfaction::ALL`.
    pub(crate) levels: [&'static str; 3],
    pub(crate) send: &'static str,
    pub(crate) leave_empty: &'static str,
    pub(crate) no_answer: &'static str,
    pub(crate) feedback: &'static str,
    pub(crate) closed: &'static str,
}

const VI: RatingFormWords = RatingFormWords {
    title: "Đánh giá thông tin",
    of_guide: "Quý vị có hài lòng với hướng dẫn này không?",
    of_page: "Quý vị có hài lòng với thông tin trên trang này không?",
    levels: ["Hài lòng", "Bình thường", "Chưa hài lòng"],
    send: "Gửi đánh giá",
    leave_empty: "Để trống ô này",
    no_answer: "Đánh giá không kèm tên hay địa chỉ, nên không có trả lời. Muốn được trả lời, xin",
    feedback: "gửi phản ánh, kiến nghị",
    closed: "Trang này chưa nhận đánh giá về thông tin.",
};

const EN: RatingFormWords = RatingFormWords {
    title: "Rate this information",
    of_guide: "Are you satisfied with this guide?",
    of_page: "Are you satisfied with the information on this page?",
    levels: ["Satisfied", "Neither", "Not satisfied"],
    send: "Send the rating",
    leave_empty: "Leave this empty",
    no_answer: "A rating has no name and no address, so nobody answers it. To be answered,",
    feedback: "send feedback",
    closed: "This page takes no ratings of its information yet.",
};

impl RatingFormWords {
    /// The words in a language; Vietnamese where there are none in it.
    pub(crate) fn of(lang: &str) -> &'static Self {
        super::of(lang, [&VI, &EN])
    }
}

#[cfg(test)]
mod tests {
    use loa_feedback::Satisfaction;

    use super::*;

    #[test]
    fn the_levels_are_called_as_the_service_calls_them() {
        assert_eq!(Satisfaction::ALL.iter().map(|level| level.vietnamese()).collect::<Vec<_>>(), VI.levels);
    }
}
