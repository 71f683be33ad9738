//! What whoever comes back from filing is asked; the words travel in the slices of guides that are counted.

/// The words in one language.
#[derive(Debug, PartialEq)]
pub(crate) struct CountsWords {
    pub(crate) question: &'static str,
    pub(crate) filed: &'static str,
    /// In the order of `Obstacle::ALL`.
    pub(crate) why_not: [&'static str; 7],
    pub(crate) no_answer: &'static str,
    pub(crate) thanks: &'static str,
}

const VI: CountsWords = CountsWords {
    question: "Hồ sơ đã nộp được chưa?",
    filed: "Đã nộp được",
    why_not: [
        "Chưa, vì chưa đăng nhập được",
        "Chưa, vì còn thiếu giấy tờ",
        "Chưa, vì chưa thanh toán được",
        "Chưa, vì trang báo lỗi hoặc quá chậm",
        "Chưa, vì chưa hiểu cách làm",
        "Chưa, vì chưa có thời gian",
        "Chưa, vì lý do khác",
    ],
    no_answer: "Không trả lời",
    thanks: "Cảm ơn bạn đã cho biết.",
};

const EN: CountsWords = CountsWords {
    question: "Could you file it?",
    filed: "Yes, it is filed",
    why_not: [
        "Not yet: I could not sign in",
        "Not yet: papers are missing",
        "Not yet: I could not pay",
        "Not yet: the site failed or was too slow",
        "Not yet: I do not understand how",
        "Not yet: I had no time",
        "Not yet: another reason",
    ],
    no_answer: "I would rather not say",
    thanks: "Thank you for telling us.",
};

impl CountsWords {
    /// The words in a language; Vietnamese where there are none in it.
    pub(crate) fn of(lang: &str) -> &'static Self {
        super::of(lang, [&VI, &EN])
    }
}

#[cfg(test)]
mod tests {
    use loa_feedback::Obstacle;

    use super::*;

    #[test]
    fn the_reasons_are_called_as_the_service_calls_them() {
        let called = Obstacle::ALL.iter().map(|why| format!("Chưa, vì {}", why.vietnamese()));
        assert_eq!(called.collect::<Vec<_>>(), VI.why_not);
    }
}
