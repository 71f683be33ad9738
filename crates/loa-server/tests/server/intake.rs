//! `POST /api/feedback`.

use std::sync::atomic::Ordering;

use expect_test::expect;
use loa_feedback::Draft;

use super::engines::Database;
use super::feedback::{draft, key};
use super::service::{Running, campaign_changed, campaign_with};

#[tokio::test]
async fn a_feedback_is_taken_in_once_on_both_engines() {
    for database in Database::both() {
        let running = Running::of(super::service::campaign(), database).await;
        let first = running.send(&draft(&key(1))).await;
        assert_eq!((first.status, first.header("content-type")), (201, "application/json"));
        let receipt = first.receipt();
        assert_eq!(receipt.received_at.to_string(), "2026-11-24T14:10:00+07:00");
        // Eight working hours later.
        assert_eq!(receipt.due_at.unwrap().to_string(), "2026-11-25T14:10:00+07:00");
        assert_eq!(first.json().as_object().unwrap().len(), 3);
        running.clock.fetch_add(86_400, Ordering::Relaxed);
        let again = running.send(&draft(&key(1))).await;
        assert_eq!((again.status, again.receipt()), (200, receipt.clone()));
        let other = running.send(&Draft { name: "Trần Văn Mai".to_owned(), ..draft(&key(1)) }).await;
        assert_eq!(other.status, 409);
        assert_eq!(
            other.errors(),
            format!(
                "idempotency_key: Phản ánh gửi trước đó từ biểu mẫu này đã được nhận với mã {}; nội dung vừa sửa thì chưa. Muốn gửi thêm, xin mở biểu mẫu mới.",
                receipt.code
            )
        );
        assert_eq!(other.json()["receipt"]["code"], receipt.code.to_string());
        let second = running.send(&draft(&key(2))).await;
        assert_ne!(second.receipt().code, receipt.code);
    }
}

#[tokio::test]
async fn a_repeat_is_known_after_a_start_with_other_rules() {
    for database in Database::both() {
        let running = Running::of(super::service::campaign(), database).await;
        let receipt = running.send(&draft(&key(1))).await.receipt();
        let ended = |plan: &str| {
            plan.replace("phường Mẫu\"", "phường Mẫu\"\nuntil = 2026-11-23").replace("[\"phuong-mau\"]", "[\"so-mau\"]")
        };
        let reworded = |consents: &str| consents.replacen("version = 1", "version = 2", 1);
        for again in [
            running.again(campaign_changed(&[("plan.toml", ended)])),
            running.again(campaign_changed(&[("consents.toml", reworded)])),
        ] {
            let known = again.send(&draft(&key(1))).await;
            assert_eq!((known.status, known.receipt()), (200, receipt.clone()));
            let other = again.send(&Draft { name: "Trần Văn Mai".to_owned(), ..draft(&key(1)) }).await;
            assert_eq!(other.status, 409);
            // What was never received is held against the rules of now.
            assert_eq!(again.send(&draft(&key(2))).await.status, 422);
        }
    }
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_at_once_by_field() {
    let running = Running::start().await;
    let wrong =
        running.post_json("/api/feedback", r#"{"text": 5, "kind": "complaint", "phone": null, "more": {}}"#).await;
    assert_eq!(wrong.status, 422);
    expect![[r#"
        idempotency_key: Biểu mẫu thiếu mã chống gửi trùng. Xin tải lại trang rồi gửi lại.
        campaign: Biểu mẫu này thuộc một chương trình khác. Xin tải lại trang rồi gửi lại.
        actor: Xin chọn đơn vị nhận.
        kind: Khiếu nại, tố cáo có luật riêng nên không gửi ở đây. Xin xem nơi tiếp nhận ở bước chọn loại nội dung.
        text: `text` phải là chữ trong ngoặc kép.
        name: Xin ghi họ và tên.
        address: Xin ghi địa chỉ.
        phone: Xin ghi số điện thoại hoặc thư điện tử để cơ quan trả lời.
        consents: Xin đánh dấu đồng ý để cơ quan dùng thông tin của mình khi giải quyết và trả lời; thiếu ô này thì không trả lời được."#]]
    .assert_eq(&wrong.errors());
    let trapped = running.send(&Draft { website: "https://spam.example".to_owned(), ..draft(&key(1)) }).await;
    assert_eq!((trapped.status, trapped.errors().as_str()), (422, "website: Xin để trống ô này rồi gửi lại."));
    // A unit that ended with June 2025.
    let ended = running.send(&Draft { actor: "quan-cu".to_owned(), ..draft(&key(1)) }).await;
    assert_eq!(ended.errors(), "actor: Đơn vị nhận không có trong danh sách. Xin chọn lại.");
}

#[tokio::test]
async fn what_is_no_message_of_ours_is_refused_with_a_word() {
    let running = Running::start().await;
    let refused = |answer: super::service::Answer| (answer.status, answer.errors());
    assert_eq!(
        refused(running.post_json("/api/feedback", "{").await),
        (400, ": the body is not a JSON object".to_owned())
    );
    assert_eq!(
        refused(running.ask("POST", "/api/feedback", &[("content-type", "text/plain")], "{}").await),
        (415, ": send `application/json` or `application/x-www-form-urlencoded`".to_owned())
    );
    let long = Draft { text: "dài ".repeat(6_000), ..draft(&key(1)) };
    assert_eq!(refused(running.send(&long).await), (413, ": Nội dung gửi lên quá lớn. Xin viết gọn lại.".to_owned()));
    assert_eq!(running.get("/api/feedback").await.status, 405);
}

#[tokio::test]
async fn only_named_sites_may_send() {
    let running = Running::start().await;
    let json = serde_json::to_string(&draft(&key(1))).unwrap();
    let send = |origin: &'static str| {
        let (running, json) = (&running, &json);
        async move {
            let headers = [("content-type", "application/json"), ("origin", origin), ("host", "loa.example.vn")];
            running.ask("POST", "/api/feedback", &headers, json).await
        }
    };
    for foreign in ["https://evil.example", "null", "https://cong.example.vn.evil.example"] {
        let refused = send(foreign).await;
        assert_eq!((refused.status, refused.header("access-control-allow-origin")), (403, ""), "{foreign}");
        assert_eq!(
            refused.errors(),
            ": Trang này chưa được đăng ký để gửi phản ánh. Xin gửi từ trang chính thức của cơ quan."
        );
    }
    let named = send("https://cong.example.vn").await;
    assert_eq!((named.status, named.header("access-control-allow-origin")), (201, "https://cong.example.vn"));
    assert_eq!((named.header("vary"), named.header("access-control-expose-headers")), ("origin", "retry-after"));
    assert_eq!(send("https://loa.example.vn").await.status, 200);
    let preflight = |origin: &'static str| {
        let running = &running;
        async move {
            let headers = [
                ("origin", origin),
                ("access-control-request-method", "POST"),
                ("access-control-request-headers", "content-type"),
            ];
            running.ask("OPTIONS", "/api/feedback", &headers, "").await
        }
    };
    let allowed = preflight("https://cong.example.vn").await;
    assert_eq!((allowed.status, allowed.header("access-control-allow-headers")), (204, "content-type"));
    assert_eq!(allowed.header("access-control-allow-origin"), "https://cong.example.vn");
    let refused = preflight("https://evil.example").await;
    assert_eq!((refused.status, refused.header("access-control-allow-origin")), (403, ""));
    // What is public may be read from everywhere.
    let board = running.ask("GET", "/api/board", &[("origin", "https://evil.example")], "").await;
    assert_eq!((board.status, board.header("access-control-allow-origin")), (200, "*"));
}

#[tokio::test]
async fn an_address_that_sends_too_much_waits() {
    let settings = "format = 1\n[limits]\naddress_per_minute = 2\n";
    let running = Running::of(campaign_with(settings), Database::sqlite()).await;
    for i in 0..2 {
        assert_eq!(running.send(&draft(&key(i))).await.status, 201);
    }
    let refused = running.send(&draft(&key(3))).await;
    assert_eq!((refused.status, refused.header("retry-after")), (429, "30"));
    assert_eq!(refused.errors(), ": Có quá nhiều lượt gửi trong một phút. Xin gửi lại sau 30 giây.");
}

#[tokio::test]
async fn a_database_that_is_gone_acknowledges_nothing() {
    let running = Running::start().await;
    running.service.store().close().await;
    let refused = running.send(&draft(&key(1))).await;
    assert_eq!((refused.status, refused.header("retry-after")), (503, "5"));
    assert_eq!(
        refused.errors(),
        ": Hệ thống đang bận nên chưa nhận được phản ánh này. Xin giữ trang và gửi lại sau ít phút; gửi lại không bị trùng."
    );
    assert_eq!(running.get("/healthz").await.status, 503);
}
