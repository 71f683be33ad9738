//! The hosted form, and forms that are sent without scripts.

use super::feedback::key;
use super::service::{Answer, Running};

const GOOD: &[(&str, &str)] = &[
    ("campaign", "ke-hoach"),
    ("actor", "phuong-mau"),
    ("kind", "procedure"),
    ("text", "Nộp hồ sơ khai sinh mãi không được"),
    ("name", "Nguyễn Thị Lan"),
    ("address", "12 phố Hàng Bài"),
    ("phone", "0912 345 678"),
    ("consents", "answer@1"),
    ("consents", "publish@1"),
    ("website", ""),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = GOOD.iter().copied().filter(|(name, _)| !more.iter().any(|(other, _)| other == name));
    kept.chain(more.iter().copied()).collect()
}

/// What runs or is fetched is nowhere in a page.
pub(crate) fn is_plain(page: &Answer) {
    assert!(page.header("content-type").starts_with("text/html"), "{}", page.header("content-type"));
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; style-src 'self'; form-action 'self'"), "{policy}");
    for sign in ["<script", " style=", "<style", "javascript:", " onload", " onclick", "<iframe"] {
        assert!(!page.text.contains(sign), "{sign}");
    }
}

#[tokio::test]
async fn the_doors_come_before_the_form() {
    let running = Running::start().await;
    let doors = running.get("/gui?actor=phuong-mau").await;
    is_plain(&doors);
    assert_eq!((doors.status, doors.header("cache-control")), (200, "no-store"));
    assert!(
        doors.text.contains("<a href=\"?actor=phuong-mau&amp;kind=procedure\">Thủ tục hành chính</a>"),
        "{}",
        doors.text
    );
    assert!(!doors.text.contains("<form"));
    let elsewhere = running.get("/gui?actor=phuong-mau&kind=street").await;
    is_plain(&elsewhere);
    for said in [
        "Việc này gửi ở nơi khác.",
        "Việc ngoài hiện trường được nhận qua đường dây nóng.",
        "Nơi giải quyết: Đường dây nóng của thành phố",
        "Đường dây nóng: <a href=\"tel:0241022\">024 1022</a>",
    ] {
        assert!(elsewhere.text.contains(said), "{said}: {}", elsewhere.text);
    }
    assert!(!elsewhere.text.contains("<form"));
    assert!(!running.get("/gui?kind=complaint").await.text.contains("<form"));
}

#[tokio::test]
async fn a_form_is_fresh_and_nothing_in_it_is_ticked() {
    let running = Running::start().await;
    let path = "/gui?actor=phuong-mau&kind=procedure&procedure=1.001193";
    let (one, two) = (running.get(path).await, running.get(path).await);
    is_plain(&one);
    let key = |page: &Answer| page.text.split("name=\"idempotency_key\" value=\"").nth(1).unwrap()[..32].to_owned();
    assert_ne!(key(&one), key(&two));
    for said in [
        "<option value=\"phuong-mau\" selected>Ủy ban nhân dân phường Mẫu</option>",
        "name=\"procedure\" value=\"1.001193\"",
        "name=\"campaign\" value=\"ke-hoach\"",
        "name=\"kind\" value=\"procedure\"",
        "action=\"api/feedback\"",
        "Để trống ô này",
        "Tôi đồng ý để cơ quan dùng thông tin của tôi để trả lời. (cần có để gửi)",
        "Bên chịu trách nhiệm: Sở Mẫu.",
    ] {
        assert!(one.text.contains(said), "{said}: {}", one.text);
    }
    assert!(!one.text.contains(" checked") && !one.text.contains("quan-cu"));
    // Every field has a label, and every description is there.
    for (attribute, wanted) in [("for=\"", "id=\""), ("aria-describedby=\"", "id=\"")] {
        for ids in one.text.split(attribute).skip(1).map(|rest| rest.split('"').next().unwrap()) {
            for id in ids.split(' ') {
                assert!(one.text.contains(&format!("{wanted}{id}\"")), "{id}");
            }
        }
    }
    let style = running.get("/gui/style.css").await;
    assert_eq!((style.status, style.header("content-type")), (200, "text/css; charset=utf-8"));
}

#[tokio::test]
async fn a_form_without_scripts_gets_a_page_with_the_code() {
    let running = Running::start().await;
    let page = running.send_form(GOOD).await;
    is_plain(&page);
    assert_eq!(page.status, 201);
    let code = page.text.split("<p class=\"code\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    for said in [
        "Đã nhận phản ánh",
        "Nhận lúc 14:10 ngày 24/11/2026.",
        "Đơn vị nhận: Ủy ban nhân dân phường Mẫu.",
        "Đơn vị xem xét tiếp nhận trước 14:10 ngày 25/11/2026.",
    ] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    // Sent again, or reloaded: the key is made of the content.
    let again = running.send_form(GOOD).await;
    assert_eq!(again.status, 200);
    assert!(again.text.contains(&code));
    let tracked = running.get(&format!("/gui/tra-cuu?code={code}")).await;
    is_plain(&tracked);
    assert!(tracked.text.contains("<dt>Trạng thái</dt><dd>Đã nhận</dd>"), "{}", tracked.text);
    assert!(!tracked.text.contains("Nguyễn Thị Lan") && !tracked.text.contains("khai sinh"));
    // A program that sends a form gets the contract's answer.
    let headers = [("content-type", "application/x-www-form-urlencoded; charset=utf-8")];
    let program = running.ask("POST", "/api/feedback", &headers, &super::service::form(GOOD)).await;
    assert_eq!((program.status, program.receipt().code.to_string()), (200, code));
}

#[tokio::test]
async fn what_was_typed_stays_when_something_is_wrong() {
    let running = Running::start().await;
    let key = key(1);
    let page = running
        .send_form(&with(&[
            ("phone", "12"),
            ("name", ""),
            ("text", "</textarea><script>alert(1)</script> xin chào quý cơ quan"),
            ("idempotency_key", key.as_str()),
        ]))
        .await;
    is_plain(&page);
    assert_eq!(page.status, 422);
    for said in [
        "<title>Lỗi: Gửi phản ánh, kiến nghị</title>",
        "role=\"alert\" tabindex=\"-1\" autofocus",
        "<li><a href=\"#o-name\">Xin ghi họ và tên.</a></li>",
        "<li><a href=\"#o-phone\">Số điện thoại chưa đúng. Xin ghi số như 0912 345 678 hoặc +84 912 345 678.</a></li>",
        "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; xin chào quý cơ quan</textarea>",
        "name=\"address\" value=\"12 phố Hàng Bài\"",
        "value=\"answer@1\" aria-describedby=\"o-answer-ro\" checked",
        "aria-invalid=\"true\"",
        "action=\"../api/feedback\"",
    ] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    assert!(page.text.contains(&format!("name=\"idempotency_key\" value=\"{key}\"")));
    assert_eq!(running.send_form(&with(&[("idempotency_key", key.as_str())])).await.status, 201);
    let changed = with(&[("idempotency_key", key.as_str()), ("name", "Lê Văn Cường")]);
    let other = running.send_form(&changed).await;
    assert_eq!(other.status, 409);
    assert!(other.text.contains("Phản ánh gửi trước đó từ biểu mẫu này đã được nhận với mã "), "{}", other.text);
}

#[tokio::test]
async fn a_wrong_code_is_told_apart_from_an_unknown_one() {
    let running = Running::start().await;
    let slip = running.get("/gui/tra-cuu?code=4821-9930-5127-7786-0312").await;
    assert!(slip.text.contains("Mã phiếu có chữ số bị nhầm hoặc bị đảo chỗ."), "{}", slip.text);
    let unknown = running.get("/gui/tra-cuu?code=4821-9930-5127-7786-0311").await;
    assert_eq!(unknown.status, 404);
    assert!(unknown.text.contains("Không có phản ánh nào mang mã này."));
    let script = running.get("/gui/tra-cuu?code=%22%3E%3Cscript%3E").await;
    is_plain(&script);
}
