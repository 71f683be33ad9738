//! The officers' desk in every engine: the whole life of a feedback, the keyboard, every page in every state.

mod keyboard;
mod life;
mod looks;
mod states;

/// What nobody of the public may read of who sends the feedback of the journeys.
pub(crate) const PERSONAL: [&str; 4] = ["Nguyễn Thị Lan", "Hàng Bài", "0912", "912345678"];

/// The answer of the journeys, which is published.
pub(crate) const ANSWER: &str = "Lỗi đã được sửa sáng nay. Xin nộp lại theo hướng dẫn dưới đây.";

/// The link of the answer.
pub(crate) const LINK: (&str, &str) = ("Hướng dẫn nộp hồ sơ khai sinh", "https://dichvucong.gov.vn/khai-sinh");
