//! The widgets' own words; what a plan says is in its slices.

#[cfg(feature = "board")]
pub(crate) mod board;
#[cfg(feature = "ssr")]
pub(crate) mod board_page;
#[cfg(feature = "ssr")]
pub(crate) mod counts;
#[cfg(all(feature = "csr", feature = "feedback"))]
pub(crate) mod feedback;
#[cfg(feature = "ssr")]
pub(crate) mod form;
#[cfg(all(feature = "csr", feature = "rating"))]
pub(crate) mod rating;
#[cfg(feature = "ssr")]
pub(crate) mod rating_form;

/// The words in one language.
#[derive(Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is named by what it says; the words themselves stand below")]
pub struct Words {
    pub steps: &'static str,
    pub step: &'static str,
    pub of: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub carousel: &'static str,
    pub slide: &'static str,
    pub prepare: &'static str,
    pub about_minutes: [&'static str; 2],
    pub clear_ticks: &'static str,
    pub undo: &'static str,
    pub cleared: &'static str,
    pub file_and_help: &'static str,
    pub sign_in: &'static str,
    pub help: &'static str,
    pub source: &'static str,
    pub updated: &'static str,
    pub print: &'static str,
    pub read_aloud: &'static str,
    pub stop_reading: &'static str,
    pub open_in_browser: &'static str,
    pub copied: &'static str,
    pub copy_by_hand: &'static str,
    pub done: &'static str,
    pub done_thanks: &'static str,
    pub continue_at: &'static str,
    pub seen: &'static str,
    pub for_whom: &'static str,
    pub citizen: &'static str,
    pub business: &'static str,
    pub official: &'static str,
    pub phase_now: &'static str,
    pub until: &'static str,
    pub not_begun: &'static str,
    pub ended: &'static str,
    pub between: &'static str,
    pub goal: &'static str,
    pub at_least: &'static str,
    pub by: &'static str,
    pub no_figure: &'static str,
    pub figure: &'static str,
    pub figure_by: &'static str,
    pub no_own_figure: &'static str,
    pub figure_of: &'static str,
    pub illustrative: &'static str,
    pub no_due: &'static str,
    pub successor: &'static str,
}

const VI: Words = Words {
    steps: "Các bước",
    step: "Bước",
    of: "trên",
    previous: "Trước",
    next: "Tiếp",
    carousel: "hướng dẫn từng bước",
    slide: "bước",
    prepare: "Chuẩn bị",
    about_minutes: ["Khoảng", "phút"],
    clear_ticks: "Bỏ mọi dấu đã đánh",
    undo: "Hoàn tác",
    cleared: "Đã bỏ các dấu.",
    file_and_help: "Nộp hồ sơ và nhờ giúp đỡ",
    sign_in: "Đăng nhập:",
    help: "Cần giúp đỡ:",
    source: "Nguồn:",
    updated: "Cập nhật",
    print: "In",
    read_aloud: "Đọc to",
    stop_reading: "Dừng đọc",
    open_in_browser: "Mở bằng trình duyệt",
    copied: "Đã chép địa chỉ. Hãy mở trình duyệt và dán vào.",
    copy_by_hand: "Hãy bấm nút ba chấm và chọn “Mở bằng trình duyệt”.",
    done: "Tôi đã làm xong",
    done_thanks: "Cảm ơn bạn. Chúc bạn mọi việc thuận lợi.",
    continue_at: "Tiếp tục ở bước",
    seen: "xem ngày",
    for_whom: "Bạn là",
    citizen: "Người dân",
    business: "Doanh nghiệp",
    official: "Cán bộ, công chức",
    phase_now: "Đang ở:",
    until: "đến hết ngày",
    not_begun: "Chưa bắt đầu. Bắt đầu ngày",
    ended: "Kế hoạch đã kết thúc ngày",
    between: "Đang giữa hai giai đoạn. Giai đoạn tới bắt đầu ngày",
    goal: "Mục tiêu:",
    at_least: "ít nhất",
    by: "đến ngày",
    no_figure: "chưa có số liệu",
    figure: "Số liệu",
    figure_by: "của",
    no_own_figure: "Chưa có số liệu riêng của cơ quan này.",
    figure_of: "đến ngày",
    illustrative: "số liệu minh hoạ",
    no_due: "chưa rõ thời hạn",
    successor: "Kế hoạch tiếp theo:",
};

const EN: Words = Words {
    steps: "Steps",
    step: "Step",
    of: "of",
    previous: "Back",
    next: "Next",
    carousel: "step-by-step guide",
    slide: "step",
    prepare: "What to prepare",
    about_minutes: ["About", "minutes"],
    clear_ticks: "Clear all ticks",
    undo: "Undo",
    cleared: "The ticks are cleared.",
    file_and_help: "File it and get help",
    sign_in: "Signing in:",
    help: "Need help:",
    source: "Source:",
    updated: "Updated",
    print: "Print",
    read_aloud: "Read aloud",
    stop_reading: "Stop reading",
    open_in_browser: "Open in browser",
    copied: "The address is copied. Open your browser and paste it.",
    copy_by_hand: "Press the three dots and choose “Open in browser”.",
    done: "I have done it",
    done_thanks: "Thank you.",
    continue_at: "Continue at step",
    seen: "seen",
    for_whom: "You are",
    citizen: "A citizen",
    business: "A business",
    official: "An official",
    phase_now: "Now:",
    until: "until",
    not_begun: "Not begun. It begins on",
    ended: "The plan ended on",
    between: "Between two phases. The next one begins on",
    goal: "Goal:",
    at_least: "at least",
    by: "by",
    no_figure: "no figure yet",
    figure: "Figure",
    figure_by: "of",
    no_own_figure: "This agency has no figure of its own yet.",
    figure_of: "as of",
    illustrative: "made-up figure",
    no_due: "no date given",
    successor: "Next plan:",
};

/// Words in a language, of those in Vietnamese and in English: Vietnamese where there are none in it.
fn of<T>(lang: &str, [vi, en]: [&'static T; 2]) -> &'static T {
    let language = lang.split(['-', '_']).next().unwrap_or_default();
    if language.eq_ignore_ascii_case("en") { en } else { vi }
}

impl Words {
    /// The words in a language; Vietnamese where there are none in it.
    #[must_use]
    pub fn of(lang: &str) -> &'static Self {
        of(lang, [&VI, &EN])
    }

    /// The name of an audience by its kind.
    #[must_use]
    pub fn audience(&self, kind: &str) -> &'static str {
        match kind {
            "business" => self.business,
            "official" => self.official,
            _ => self.citizen,
        }
    }
}
