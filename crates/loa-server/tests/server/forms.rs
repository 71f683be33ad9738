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

const RATING: &[(&str, &str)] =
    &[("campaign", "ke-hoach"), ("subject", "guide/khai-sinh"), ("satisfaction", "satisfied"), ("website", "")];

async fn rated(running: &Running, pairs: &[(&str, &str)]) -> Answer {
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept", "text/html,*/*;q=0.8")];
    running.ask("POST", "/api/ratings", &headers, &super::service::form(pairs)).await
}

#[tokio::test]
async fn a_rating_by_form_leads_to_a_page_that_sends_nothing_again() {
    let running = Running::start().await;
    let counted = rated(&running, RATING).await;
    assert_eq!((counted.status, counted.header("location")), (303, "../gui/danh-gia"));
    for _ in 0..2 {
        let page = running.get("/gui/danh-gia").await;
        is_plain(&page);
        assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
        assert!(page.text.contains("<h1>Cảm ơn quý vị đã đánh giá</h1>"), "{}", page.text);
        assert!(page.text.contains("<a href=\"../gui\">gửi phản ánh, kiến nghị</a>"), "{}", page.text);
    }
    let counts = running.get("/api/ratings?subject=guide/khai-sinh").await;
    assert_eq!(counts.text, r#"{"satisfied":1,"neutral":0,"dissatisfied":0}"#);
}

#[tokio::test]
async fn a_rating_by_form_that_is_not_counted_says_so_on_a_page() {
    let running = Running::start().await;
    let said = |page: &Answer| {
        is_plain(page);
        page.text.split("<main id=\"noi-dung\">\n").nth(1).unwrap().split("\n</main>").next().unwrap().to_owned()
    };
    let of = |sentence: &str| format!("<h1>Chưa ghi nhận đánh giá</h1>\n<p role=\"alert\">{sentence}</p>");
    let without = rated(&running, &RATING[..2]).await;
    assert_eq!(
        (without.status, said(&without)),
        (422, of("Chưa ghi nhận được: xin quay lại, chọn một mức rồi gửi lại."))
    );
    let trapped = [&RATING[..3], &[("website", "x")]].concat();
    let trapped = rated(&running, &trapped).await;
    assert_eq!((trapped.status, said(&trapped)), (422, of("Xin để trống ô này rồi gửi lại.")));
    running.service.store().close().await;
    let busy = rated(&running, RATING).await;
    assert_eq!((busy.status, busy.header("retry-after")), (503, "5"));
    assert_eq!(said(&busy), of("Hệ thống đang bận. Xin thử lại sau ít phút."));
    let off = super::service::campaign_with("format = 1\nratings = \"off\"\n");
    let off = rated(&running.again(off), RATING).await;
    assert_eq!((off.status, said(&off)), (404, of("Trang này hiện không nhận đánh giá.")));
}
