//! Who sees and does what.

use loa_feedback::Draft;
use loa_feedback::status::Role;

use super::browser::{Browser, says};
use crate::feedback::{draft, key};
use crate::service::Running;

#[tokio::test]
async fn an_officer_sees_the_own_unit_alone() {
    let running = Running::start().await;
    let code = running.send(&draft(&key(1))).await.receipt().code;
    let path = format!("/desk/phieu/{}", code.digits());
    let mut other = Browser::signed_in(&running, "can.bo", Role::Officer, Some("so-mau")).await;
    for path in ["/desk", "/desk?unit=phuong-mau&status=all"] {
        let inbox = other.get(path).await;
        assert!(inbox.text.contains("<p>Không có phiếu nào.</p>") && !inbox.text.contains(&code.to_string()));
    }
    for path in [path.clone(), format!("{path}/nguoi-gui"), "/desk/phieu/1".to_owned()] {
        let missing = other.get(&path).await;
        assert_eq!(missing.status, 404);
        says(
            &missing.text,
            &["<h1>Không tìm thấy</h1>", "Không có phiếu hoặc trang này, hoặc phiếu thuộc đơn vị khác."],
        );
    }
    assert_eq!(other.get("/desk/nhat-ky").await.status, 403);
    says(&other.page, &["<h1>Không có quyền</h1>", "Tài khoản này không được làm việc đó."]);
    other.get("/desk").await;
    assert_eq!(other.send(&path, &[("do", "accept"), ("urgency", "normal"), ("version", "0")]).await.status, 404);
    other.get("/desk/xuat").await;
    let export = other.send("/desk/xuat", &[("format", "json"), ("status", "all"), ("unit", "phuong-mau")]).await;
    assert_eq!((export.status, export.json()), (200, serde_json::json!([])));
    let mut lost = Browser::signed_in(&running, "can.bo.2", Role::Officer, Some("phuong-khac")).await;
    says(
        &lost.get("/desk").await.text,
        &["Kế hoạch không có đơn vị «phuong-khac» nên ở đây không có phiếu nào. Xin báo người quản trị."],
    );
}

#[tokio::test]
async fn a_sender_is_seen_apart_and_never_without_a_line_in_the_record() {
    let running = Running::start().await;
    let code = running.send(&draft(&key(1))).await.receipt().code;
    let path = format!("/desk/phieu/{}/nguoi-gui", code.digits());
    let mut publisher = Browser::signed_in(&running, "nguoi.duyet", Role::Publisher, None).await;
    assert_eq!(publisher.get(&path).await.status, 403);
    let mut officer = Browser::signed_in(&running, "can.bo", Role::Officer, Some("phuong-mau")).await;
    let page = officer.get(&path).await;
    says(
        &page.text,
        &[
            "Chỉ dùng để giải quyết và trả lời phiếu này. Lần xem này đã được ghi vào nhật ký.",
            "<dt>Họ và tên</dt><dd>Nguyễn Thị Lan</dd>",
            "<dt>Số điện thoại</dt><dd>+84912345678</dd>",
        ],
    );
    let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    says(&admin.get("/desk/nhat-ky").await.text, &["can.bo: Xem người gửi, phiếu"]);
}

#[tokio::test]
async fn an_export_runs_nothing_and_has_senders_only_for_those_who_may_see_them() {
    let running = Running::start().await;
    let address = "=HYPERLINK(\"https://evil.example\";\"12 phố Hàng Bài\")".to_owned();
    assert_eq!(running.send(&Draft { address, ..draft(&key(1)) }).await.status, 201);
    running.send(&Draft { text: "=cmd|'/c calc'!A1 hồ sơ khai sinh".to_owned(), ..draft(&key(2)) }).await.receipt();
    let mut publisher = Browser::signed_in(&running, "nguoi.duyet", Role::Publisher, None).await;
    let page = publisher.get("/desk/xuat").await;
    says(&page.text, &["Mỗi lần xuất được ghi vào nhật ký."]);
    assert!(!page.text.contains("Kèm người gửi"));
    let refused = publisher.send("/desk/xuat", &[("format", "csv"), ("senders", "in")]).await;
    assert_eq!(refused.status, 403);
    publisher.get("/desk/xuat").await;
    let file = publisher.send("/desk/xuat", &[("format", "csv"), ("status", "all")]).await;
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"phan-anh-2026-11-24.csv\"");
    assert!(file.text.starts_with("\u{feff}\"Mã phiếu\",\"Loại\",\"Mã thủ tục\""), "{}", file.text);
    assert!(!file.text.contains("Nguyễn Thị Lan") && !file.text.contains("hồ sơ khai sinh"));
    let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    says(&admin.get("/desk/xuat").await.text, &["Kèm người gửi và nội dung gốc (dữ liệu cá nhân)"]);
    let file = admin.send("/desk/xuat", &[("format", "csv"), ("status", "all"), ("senders", "in")]).await;
    says(&file.text, &["\"'=HYPERLINK(\"\"https://evil.example\"\";\"\"12 phố Hàng Bài\"\")\""]);
    says(&file.text, &["\"Nguyễn Thị Lan\"", "\"'+84912345678\"", "\"'=cmd|'/c calc'!A1 hồ sơ khai sinh\""]);
    let json = admin.send("/desk/xuat", &[("format", "json"), ("status", "all"), ("senders", "in")]).await.json();
    let named = json.as_array().unwrap().iter().filter(|one| one["sender"]["name"] == "Nguyễn Thị Lan").count();
    assert_eq!(named, 2);
    says(
        &admin.get("/desk/nhat-ky").await.text,
        &["quan.tri: Xuất dữ liệu. Kèm người gửi.", "nguoi.duyet: Xuất dữ liệu. Không kèm người gửi."],
    );
}
