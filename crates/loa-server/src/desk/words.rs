//! Words of the desk for what machines call by one.

use loa_feedback::Kind;
use loa_feedback::redaction::Sensitive;
use loa_feedback::status::{EventKind, Publication, Urgency};

pub(super) fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Normal => "bình thường",
        Urgency::Urgent => "khẩn",
        Urgency::Complex => "phức tạp",
    }
}

pub(super) fn publication(publication: Publication) -> &'static str {
    match publication {
        Publication::Unpublished => "chưa công khai",
        Publication::Published => "đang công khai",
        Publication::TakenBack => "đã thu hồi",
    }
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Campaign => "chương trình này",
        Kind::Procedure => "thủ tục hành chính",
        Kind::Street => "việc ngoài hiện trường",
        Kind::Complaint => "khiếu nại",
        Kind::Denunciation => "tố cáo",
        Kind::Other => "việc khác",
    }
}

/// What an event is called on its button and in the record.
pub(super) fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Accept => "Tiếp nhận",
        EventKind::Forward => "Chuyển đơn vị khác",
        EventKind::Answer => "Trả lời",
        EventKind::Reopen => "Mở lại",
        EventKind::Close => "Kết thúc",
    }
}

/// What somebody has to do, within a sentence.
pub(super) fn task(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Accept => "tiếp nhận",
        EventKind::Forward => "chuyển đơn vị khác",
        EventKind::Answer => "trả lời",
        EventKind::Reopen => "mở lại",
        EventKind::Close => "kết thúc",
    }
}

/// The same for a word of the record of events or of acts; one that a later version has written stands for itself.
pub(super) fn deed(what: &str) -> &str {
    if let Ok(kind) = what.parse::<EventKind>() {
        return event(kind);
    }
    match what {
        "receive" => "Nhận phản ánh",
        "publish" => "Công khai",
        "take-back" => "Thu hồi công khai",
        "withdraw" => "Người gửi rút đồng ý công khai",
        "erase" => "Xoá thông tin người gửi",
        "read-sender" => "Xem người gửi",
        "sign-in" => "Đăng nhập",
        "sign-in-refused" => "Đăng nhập sai",
        "sign-out" => "Đăng xuất",
        "export" => "Xuất dữ liệu",
        "person-export" => "Xuất dữ liệu của một người",
        "retention" => "Xoá thông tin người gửi đã hết hạn lưu",
        "user-add" => "Thêm tài khoản",
        "user-password" => "Đổi mật khẩu tài khoản",
        "user-disable" => "Khoá tài khoản",
        "user-enable" => "Mở lại tài khoản",
        "backup" => "Sao lưu",
        "restore" => "Khôi phục",
        other => other,
    }
}

/// What somebody reads after something was done.
pub(super) fn done(what: &str) -> &'static str {
    match what {
        "accept" => "Đã tiếp nhận phiếu.",
        "forward" => "Đã chuyển phiếu đến đơn vị khác.",
        "answer" => "Đã ghi câu trả lời. Câu trả lời chỉ được công khai sau khi duyệt.",
        "reopen" => "Đã mở lại phiếu.",
        "close" => "Đã kết thúc phiếu.",
        "publish" => "Đã công khai.",
        "take-back" => "Đã thu hồi, nội dung không còn công khai.",
        _ => "",
    }
}

pub(super) fn sensitive(kind: Sensitive) -> &'static str {
    match kind {
        Sensitive::Phone => "số điện thoại",
        Sensitive::Identity => "số giấy tờ",
        Sensitive::Email => "thư điện tử",
        Sensitive::Account => "số tài khoản",
        Sensitive::Plate => "biển số xe",
        Sensitive::TaxCode => "mã số thuế",
        Sensitive::Dossier => "mã hồ sơ",
        Sensitive::Marked => "được đánh dấu",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deed_that_is_recorded_has_words() {
        for what in [
            "receive",
            "accept",
            "forward",
            "answer",
            "reopen",
            "close",
            "publish",
            "take-back",
            "withdraw",
            "erase",
            "read-sender",
            "sign-in",
            "sign-in-refused",
            "sign-out",
            "export",
            "person-export",
            "retention",
            "user-add",
            "user-password",
            "user-disable",
            "user-enable",
            "backup",
            "restore",
        ] {
            assert!(deed(what).starts_with(|c: char| c.is_uppercase()), "{what}");
        }
        assert_eq!(deed("juggle"), "juggle");
    }
}
