//! The words of a rating in use.

/// The words in one language.
#[derive(Debug, PartialEq)]
pub(crate) struct RatingWords {
    pub(crate) chosen: [&'static str; 2],
    pub(crate) undo: &'static str,
    pub(crate) undone: &'static str,
    pub(crate) sending: &'static str,
    pub(crate) counted: [&'static str; 2],
    pub(crate) handed_over: &'static str,
    pub(crate) lost: &'static str,
    pub(crate) strange: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) blocked: &'static str,
    pub(crate) again: &'static str,
    pub(crate) by_page: &'static str,
}

const VI: RatingWords = RatingWords {
    chosen: ["Đã chọn “", "”. Vài giây nữa sẽ gửi."],
    undo: "Hoàn tác",
    undone: "Đã hoàn tác, chưa gửi gì.",
    sending: "Đang gửi đánh giá…",
    counted: ["Cảm ơn quý vị. Đã ghi nhận “", "”."],
    handed_over: "Trình duyệt đã gửi đánh giá lúc quý vị rời trang; trang này không biết kết quả.",
    lost: "Mạng bị ngắt hoặc nơi nhận đang bận, chưa biết đánh giá đã đến hay chưa. Gửi lại không bị đếm hai lần.",
    strange: "Nơi trả lời không phải hệ thống nhận đánh giá, xem như chưa gửi.",
    refused: "Nơi nhận không nhận đánh giá này, chưa gửi được.",
    blocked: "Chính sách của trang không cho gửi tại chỗ, chưa gửi được.",
    again: "Gửi lại",
    by_page: "Gửi bằng cách mở trang khác",
};

const EN: RatingWords = RatingWords {
    chosen: ["You chose “", "”. It is sent in a few seconds."],
    undo: "Undo",
    undone: "Taken back; nothing was sent.",
    sending: "Sending the rating…",
    counted: ["Thank you. Counted: “", "”."],
    handed_over: "The browser sent the rating when you left the page; this page does not know what came of it.",
    lost: "The network is cut or the service is busy; whether the rating arrived is not known. Sent again it is counted once.",
    strange: "What answered is not the service that takes ratings; it counts as not sent.",
    refused: "The service does not take this rating; it is not sent.",
    blocked: "The page's policy does not let it be sent from here; it is not sent.",
    again: "Send again",
    by_page: "Send by opening another page",
};

impl RatingWords {
    /// The words in a language; Vietnamese where there are none in it.
    pub(crate) fn of(lang: &str) -> &'static Self {
        super::of(lang, [&VI, &EN])
    }
}
