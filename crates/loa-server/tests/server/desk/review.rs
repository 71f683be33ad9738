//! What is refused, and what stands for itself.

use loa_feedback::Draft;
use loa_feedback::status::Role;

use super::browser::{Browser, says};
use crate::feedback::{draft, key};
use crate::service::Running;

const SCRIPT: &str = "\"><script>alert('x')</script>";

#[tokio::test]
async fn everything_that_is_wrong_is_told_and_what_was_typed_stays() {
    let running = Running::start().await;
    let code = running.send(&draft(&key(1))).await.receipt().code;
    let path = format!("/desk/phieu/{}", code.digits());
    let mut officer = Browser::signed_in(&running, "can.bo", Role::Officer, Some("phuong-mau")).await;
    officer.get(&path).await;
    type Pairs = &'static [(&'static str, &'static str)];
    let cases: [(Pairs, &[&str]); 6] = [
        (&[("do", "accept")], &["<a href=\"#o-urgency\">Xin chọn mức độ.</a>"]),
        (&[("do", "forward")], &["Xin chọn đơn vị nhận.", "Xin ghi lý do chuyển."]),
        (&[("do", "forward"), ("unit", "phuong-mau"), ("because", "Nhầm")], &["trạng thái «Đã nhận»"]),
        (
            &[("do", "forward"), ("unit", "so-mau"), ("because", "Gọi bà Lan 0912 345 678")],
            &[
                "Lý do có thông tin cá nhân (số điện thoại). Xin bỏ ra, vì nhật ký không xoá được.",
                "Gọi bà Lan 0912 345 678</textarea>",
            ],
        ),
        (&[("do", "close")], &["Xin chọn lý do kết thúc."]),
        (&[("do", "close"), ("reason", "withdrawn")], &["nên tài khoản này không làm được việc đó."]),
    ];
    for (pairs, sentences) in cases {
        let refused = officer.send(&path, pairs).await;
        assert!(refused.status == 422 || refused.status == 409, "{pairs:?}");
        says(&refused.text, sentences);
        says(&refused.text, &["<h2>Chưa ghi được</h2>"]);
    }
    // Each sentence stands beside its field too, and is tied to it.
    says(
        &officer.send(&path, &[("do", "forward"), ("unit", "so-mau")]).await.text,
        &[
            "<p class=\"wrong\" id=\"o-because-loi\"><strong>Lỗi:</strong> Xin ghi lý do chuyển.</p>",
            "aria-describedby=\"o-because-goi-y o-because-loi\" aria-invalid=\"true\"",
            "<details class=\"box\" open>\n<summary><h3>Chuyển đơn vị khác</h3></summary>",
        ],
    );
    let long = "a".repeat(501);
    says(
        &officer.send(&path, &[("do", "forward"), ("unit", "so-mau"), ("because", &long)]).await.text,
        &["Lý do dài quá 500 ký tự. Xin viết gọn lại."],
    );
    assert_eq!(officer.send(&path, &[("do", "juggle")]).await.status, 400);
    officer.get(&path).await;
    officer.send(&path, &[("do", "accept"), ("urgency", "complex")]).await;
    officer.get(&path).await;
    let answer = [
        ("do", "answer"),
        ("text", ""),
        ("url-1", "javascript:alert(1)"),
        ("title-2", "Tên"),
        ("url-3", "https://a.vn"),
    ];
    let refused = officer.send(&path, &answer).await;
    assert_eq!(refused.status, 422);
    says(
        &refused.text,
        &[
            "Xin viết câu trả lời.",
            "Xin ghi tên cho liên kết 1.",
            "Liên kết 1 chưa đúng. Xin ghi địa chỉ bắt đầu bằng https://.",
            "Liên kết 2 chưa đúng. Xin ghi địa chỉ bắt đầu bằng https://.",
            "Xin ghi tên cho liên kết 3.",
        ],
    );
    let long = "a".repeat(10_001);
    let refused = officer.send(&path, &[("do", "answer"), ("text", &long)]).await;
    says(&refused.text, &["Câu trả lời dài quá 10000 ký tự. Xin viết gọn lại."]);
}

#[tokio::test]
async fn script_in_every_field_stands_for_itself() {
    let running = Running::start().await;
    let sent = Draft {
        text: format!("Hồ sơ khai sinh mãi không được {SCRIPT}"),
        address: format!("12 phố {SCRIPT}"),
        consents: vec!["answer@1".to_owned(), "publish@1".to_owned()],
        ..draft(&key(1))
    };
    let code = running.send(&sent).await.receipt().code;
    let path = format!("/desk/phieu/{}", code.digits());
    let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    admin.get("/desk").await;
    admin.get(&format!("{path}/nguoi-gui")).await;
    says(&admin.page, &["12 phố &quot;&gt;&lt;script&gt;"]);
    admin
        .get(
            &format!("/desk?status={SCRIPT}&unit={SCRIPT}&cursor={SCRIPT}&xong={SCRIPT}")
                .replace(['<', '>', '"', ' '], "%3C"),
        )
        .await;
    admin.get(&path).await;
    admin.send(&path, &[("do", "forward"), ("unit", "so-mau"), ("because", SCRIPT)]).await;
    admin.get(&path).await;
    says(&admin.page, &["Lý do: &quot;&gt;&lt;script&gt;"]);
    admin.send(&path, &[("do", "accept"), ("urgency", SCRIPT)]).await;
    admin.send(&path, &[("do", "accept"), ("urgency", "normal")]).await;
    admin.get(&path).await;
    let answer = [("do", "answer"), ("text", SCRIPT), ("title-1", SCRIPT), ("url-1", "https://a.vn/\"><script>")];
    assert_eq!(admin.send(&path, &answer).await.status, 303);
    admin.get(&path).await;
    let publishing = format!("{path}/cong-khai");
    admin.get(&publishing).await;
    let edited = [("do", "publish"), ("read", "on"), ("question", SCRIPT), ("answer", SCRIPT), ("keep", SCRIPT)];
    admin.send(&publishing, &edited).await;
    assert_eq!(admin.send(&publishing, &edited).await.status, 303);
    admin.get(&path).await;
    admin.get("/desk/nhat-ky").await;
    for path in [format!("/gui/tra-cuu?code={code}"), "/api/board.atom".to_owned()] {
        assert!(!running.get(&path).await.text.contains("<script"), "{path}");
    }
}

#[tokio::test]
async fn without_consent_only_the_answer_is_published() {
    let running = Running::start().await;
    let code = running.send(&draft(&key(1))).await.receipt().code;
    let path = format!("/desk/phieu/{}", code.digits());
    let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    admin.get(&path).await;
    let sentence = "Người gửi không đồng ý công khai nội dung; chỉ câu trả lời được công khai.";
    says(&admin.page, &[sentence]);
    let publishing = format!("{path}/cong-khai");
    says(&admin.get(&publishing).await.text, &["Chưa có câu trả lời nên chưa công khai được."]);
    admin.get(&path).await;
    admin.send(&path, &[("do", "accept"), ("urgency", "normal")]).await;
    admin.get(&path).await;
    admin.send(&path, &[("do", "answer"), ("text", "Xin xem hướng dẫn.")]).await;
    says(&admin.get(&publishing).await.text, &[sentence]);
    let empty = admin.send(&publishing, &[("do", "publish"), ("read", "on"), ("answer", "")]).await;
    assert_eq!(empty.status, 422);
    says(&empty.text, &["<h2>Chưa công khai</h2>", "Xin viết câu trả lời."]);
    admin.get(&publishing).await;
    let forged =
        [("do", "publish"), ("read", "on"), ("question", "Khai sinh mãi không được"), ("answer", "Xin xem hướng dẫn.")];
    assert_eq!(admin.send(&publishing, &forged).await.status, 303);
    let view = running.get(&format!("/api/feedback/{code}")).await.json();
    assert_eq!((view["answer"]["text"].as_str(), view.get("question")), (Some("Xin xem hướng dẫn."), None));
    admin.get(&path).await;
    admin.send(&path, &[("do", "reopen")]).await;
    says(&admin.get(&format!("{path}?xong=reopen")).await.text, &["Đã mở lại phiếu.", "<h3>Trả lời</h3>"]);
    admin.send(&path, &[("do", "close"), ("reason", "unclear")]).await;
    says(&admin.get(&format!("{path}?xong=close")).await.text, &["Đã kết thúc phiếu.", "Lý do kết thúc"]);
}

#[tokio::test]
async fn an_address_with_personal_data_is_shown_and_stays_out_unless_somebody_lets_it() {
    let running = Running::start().await;
    let code = running.send(&draft(&key(1))).await.receipt().code;
    let path = format!("/desk/phieu/{}", code.digits());
    let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    admin.get(&path).await;
    admin.send(&path, &[("do", "accept"), ("urgency", "normal")]).await;
    admin.get(&path).await;
    let answer = [
        ("do", "answer"),
        ("text", "Xin xem hướng dẫn."),
        ("title-1", "Hỏi thêm"),
        ("url-1", "https://zalo.me/0912345678"),
        ("title-2", "Hướng dẫn"),
        ("url-2", "https://cong.example.vn/huong-dan"),
    ];
    assert_eq!(admin.send(&path, &answer).await.status, 303);
    let publishing = format!("{path}/cong-khai");
    says(
        &admin.get(&publishing).await.text,
        &[
            ">https://zalo.me/0912345678</a>",
            ">https://cong.example.vn/huong-dan</a>",
            "Địa chỉ có vẻ chứa dữ liệu cá nhân (số điện thoại) nên liên kết không được công khai.",
            "Vẫn công khai liên kết 1; chỉ đánh dấu khi chắc chắn không phải dữ liệu cá nhân",
        ],
    );
    assert!(!admin.page.contains("value=\"l:2\""), "{}", admin.page);
    let urls = || async {
        let view = running.get(&format!("/api/feedback/{code}")).await.json();
        let links = view["answer"]["links"].as_array().cloned().unwrap_or_default();
        links.iter().map(|link| link["url"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        admin.send(&publishing, &[("do", "publish"), ("read", "on"), ("answer", "Xin xem hướng dẫn.")]).await.status,
        303
    );
    assert_eq!(urls().await, ["https://cong.example.vn/huong-dan"]);
    admin.get(&publishing).await;
    let let_out = [("do", "publish"), ("read", "on"), ("answer", "Xin xem hướng dẫn."), ("keep", "l:1")];
    // It is shown once more with the mark before it is published.
    assert_eq!(admin.send(&publishing, &let_out).await.status, 200);
    says(&admin.page, &["value=\"l:1\" checked>"]);
    assert_eq!(admin.send(&publishing, &let_out).await.status, 303);
    assert_eq!(urls().await, ["https://zalo.me/0912345678", "https://cong.example.vn/huong-dan"]);
}
