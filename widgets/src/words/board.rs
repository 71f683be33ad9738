//! What a board says of a feedback, and while a person uses it.

/// The words in one language.
#[derive(Debug, PartialEq)]
pub(crate) struct BoardWords {
    pub(crate) code: &'static str,
    pub(crate) received: &'static str,
    pub(crate) procedure: &'static str,
    pub(crate) due: &'static str,
    pub(crate) late: &'static str,
    pub(crate) closed: &'static str,
    pub(crate) question: &'static str,
    pub(crate) not_public: &'static str,
    pub(crate) answer: &'static str,
    pub(crate) loading: &'static str,
    pub(crate) shown: [&'static str; 2],
    pub(crate) none: &'static str,
    pub(crate) more_follow: &'static str,
    pub(crate) no_more: &'static str,
    pub(crate) found: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) busy: [&'static str; 2],
    pub(crate) lost: &'static str,
    pub(crate) strange: &'static str,
    pub(crate) kept: &'static str,
    pub(crate) more: &'static str,
    pub(crate) all_shown: &'static str,
    pub(crate) retry: &'static str,
    pub(crate) hosted: &'static str,
    pub(crate) close: &'static str,
}

const VI: BoardWords = BoardWords {
    code: "Phiếu",
    received: "Nhận lúc",
    procedure: "Thủ tục",
    due: "Hạn của bước tiếp theo:",
    late: "quá hạn",
    closed: "Lý do kết thúc:",
    question: "Nội dung:",
    not_public: "Nội dung chưa được công khai.",
    answer: "Trả lời:",
    loading: "Đang tải…",
    shown: ["Đang hiện", "phản ánh."],
    none: "Không có phản ánh nào như vậy.",
    more_follow: "Còn phản ánh cũ hơn.",
    no_more: "Không còn phản ánh nào cũ hơn.",
    found: "Đã tìm thấy phiếu",
    unknown: "Không có phản ánh nào mang mã này. Xin so lại với mã trên phiếu.",
    busy: ["Nơi nhận đang bận. Xin thử lại sau", "giây."],
    lost: "Chưa tải được: mạng bị ngắt, hoặc trang này không cho tải.",
    strange: "Chưa tải được: nơi nhận không trả lời đúng cách. Xin thử lại sau.",
    kept: "Những gì đang hiện vẫn giữ nguyên.",
    more: "Xem thêm phản ánh cũ hơn",
    all_shown: "Đã hiện hết",
    retry: "Thử lại",
    hosted: "Mở bảng trên trang của nơi nhận",
    close: "Đóng kết quả tra cứu",
};

const EN: BoardWords = BoardWords {
    code: "Receipt",
    received: "Received",
    procedure: "Procedure",
    due: "Next step due:",
    late: "overdue",
    closed: "Closed because:",
    question: "Question:",
    not_public: "The text is not published yet.",
    answer: "Answer:",
    loading: "Loading…",
    shown: ["Items shown:", "."],
    none: "There is none like this.",
    more_follow: "There are older ones.",
    no_more: "There are no older ones.",
    found: "Found: receipt",
    unknown: "No feedback has this code. Please compare it with your receipt.",
    busy: ["The service is busy. Please try again in", "seconds."],
    lost: "Not loaded: the connection broke, or this page does not allow it.",
    strange: "Not loaded: the service did not answer as it should. Please try later.",
    kept: "What is shown stays as it was.",
    more: "Show older ones",
    all_shown: "All are shown",
    retry: "Try again",
    hosted: "Open the board on the service's own page",
    close: "Close the result",
};

impl BoardWords {
    /// The words in a language; Vietnamese where there are none in it.
    pub(crate) fn of(lang: &str) -> &'static Self {
        super::of(lang, [&VI, &EN])
    }
}
