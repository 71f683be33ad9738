//! What a person reads who has rated by a form without scripts.

use super::{Frame, Html, escaped};
use crate::refusal::Refusal;

/// Thanks, and where words go; it says nothing that would be wrong for whoever opens its address without having rated.
pub(super) fn thanks() -> Html {
    let frame = Frame::BELOW;
    let main = format!(
        "<h1>Cảm ơn quý vị đã đánh giá</h1>\n\
         <p>Đánh giá được đếm theo ngày. Hệ thống không lưu ai đã đánh giá, nên đánh giá đã gửi không sửa và không rút lại được.</p>\n\
         <p>Muốn cơ quan trả lời, xin <a href=\"{}gui\">gửi phản ánh, kiến nghị</a>.</p>",
        frame.root
    );
    frame.page("Cảm ơn quý vị đã đánh giá", &main)
}

/// What is wrong, and that nothing was counted, unless nobody knows.
pub(super) fn refused(refusal: &Refusal) -> Html {
    let frame = Frame::AT_API;
    let said = match refusal {
        Refusal::Unknown => "Chưa rõ đánh giá đã được ghi nhận hay chưa. Xin đừng gửi lại.".to_owned(),
        Refusal::Off(_) => "Trang này hiện không nhận đánh giá.".to_owned(),
        // A choice is what a person can have left out; the rest is the page's.
        Refusal::Unread(_) | Refusal::Malformed(_) => {
            "Chưa ghi nhận được: xin quay lại, chọn một mức rồi gửi lại.".to_owned()
        }
        other => other.errors().into_iter().map(|(_, said)| said).collect::<Vec<_>>().join(" "),
    };
    let title = if *refusal == Refusal::Unknown { "Chưa rõ kết quả" } else { "Chưa ghi nhận đánh giá" };
    let main = format!("<h1>{title}</h1>\n<p role=\"alert\">{}</p>", escaped(&said));
    frame.page(title, &main)
}
