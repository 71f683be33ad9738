//! The words of a board as it stands in static HTML, which are made natively and are in no module.

/// The words in one language.
#[derive(Debug, PartialEq)]
pub(crate) struct BoardPageWords {
    pub(crate) title: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) code: &'static str,
    pub(crate) code_hint: &'static str,
    pub(crate) look_up: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) all_units: &'static str,
    pub(crate) status: &'static str,
    pub(crate) all_statuses: &'static str,
    pub(crate) show: &'static str,
    pub(crate) open: &'static str,
    pub(crate) feed: &'static str,
    pub(crate) newest: &'static str,
    pub(crate) older: &'static str,
    pub(crate) channels: &'static str,
    pub(crate) not_here: &'static str,
    pub(crate) none_named: &'static str,
}

const VI: BoardPageWords = BoardPageWords {
    title: "Bảng phản ánh và trả lời",
    intro: "Phản ánh, kiến nghị đã nhận và cách cơ quan xử lý. Không có thông tin của người gửi.",
    code: "Tra cứu theo mã phiếu",
    code_hint: "20 chữ số, ví dụ 4821-9930-5127-7786-0311.",
    look_up: "Tra cứu",
    unit: "Đơn vị",
    all_units: "Tất cả đơn vị",
    status: "Trạng thái",
    all_statuses: "Mọi trạng thái",
    show: "Xem phản ánh mới nhất",
    open: "Mở bảng trên trang của nơi nhận",
    feed: "Theo dõi bằng trình đọc tin (Atom)",
    newest: "Các phản ánh mới nhất khi trang này được cập nhật:",
    older: "Xem phản ánh cũ hơn trên trang của nơi nhận",
    channels: "Kênh chính thức",
    not_here: "Trang này không nối với nơi nhận phản ánh. Muốn hỏi kết quả, xin liên hệ:",
    none_named: "Kế hoạch chưa nêu kênh nào.",
};

const EN: BoardPageWords = BoardPageWords {
    title: "Questions and answers in public",
    intro: "What was received, and what the agency did. Nothing here says who sent it.",
    code: "Look up a receipt code",
    code_hint: "20 digits, for example 4821-9930-5127-7786-0311.",
    look_up: "Look up",
    unit: "Unit",
    all_units: "All units",
    status: "Status",
    all_statuses: "Any status",
    show: "Show the newest",
    open: "Open the board on the service's own page",
    feed: "Follow it in a feed reader (Atom)",
    newest: "The newest when this page was brought up to date:",
    older: "Show older ones on the service's own page",
    channels: "Official channels",
    not_here: "This page is not connected to the service. To ask about a result, please contact:",
    none_named: "The plan names no channel yet.",
};

impl BoardPageWords {
    /// The words in a language; Vietnamese where there are none in it.
    pub(crate) fn of(lang: &str) -> &'static Self {
        super::of(lang, [&VI, &EN])
    }
}
