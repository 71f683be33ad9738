//! What strangers try: codes by the thousand, paths that lead out, lines within lines, bodies without end.

use axum::body::{Body, Bytes};
use axum::http::Request;
use http_body_util::channel::Channel;
use loa_feedback::Draft;
use loa_feedback::status::Role;

use super::desk::browser::Browser;
use super::engines::Database;
use super::feedback::{code, draft, key};
use super::public::publish;
use super::service::{Running, campaign_with};

#[tokio::test]
async fn whoever_guesses_codes_waits_and_learns_nothing_meanwhile() {
    let running =
        Running::of(campaign_with("format = 1\n[limits]\naddress_per_minute = 5\n"), Database::sqlite()).await;
    let known = running.send(&draft(&key(1))).await.receipt().code;
    // Whoever looks at what was given to them does so as often as they like, and a slip of the pen is no guess.
    for _ in 0..20 {
        assert_eq!(running.get(&format!("/api/feedback/{known}")).await.status, 200);
        assert_eq!(running.get("/api/feedback/4821-9930-5127-7786-0312").await.status, 404);
    }
    let guess = |number: u64| format!("/api/feedback/{}", code(number + 1_000));
    for number in 0..5 {
        assert_eq!(running.get(&guess(number)).await.status, 404, "{number}");
    }
    let said = "Có quá nhiều mã phiếu không đúng trong một phút. Xin tra cứu lại sau 12 giây.";
    // The one that exists is told apart from the others by nothing.
    for path in [guess(6), format!("/api/feedback/{known}")] {
        let refused = running.get(&path).await;
        assert_eq!((refused.status, refused.header("retry-after")), (429, "12"), "{path}");
        assert_eq!(refused.errors(), format!(": {said}"));
    }
    for code in [code(7), known] {
        let page = running.get(&format!("/gui/tra-cuu?code={code}")).await;
        assert_eq!((page.status, page.header("retry-after")), (429, "12"));
        assert!(page.text.contains(said) && !page.text.contains("Trạng thái"), "{}", page.text);
    }
    // What everybody may read is there for everybody.
    assert_eq!(running.get("/api/board").await.status, 200);
    assert_eq!(running.send(&draft(&key(2))).await.status, 201);
}

#[tokio::test]
async fn who_guesses_through_the_page_is_counted_with_the_other_guesses() {
    let running =
        Running::of(campaign_with("format = 1\n[limits]\naddress_per_minute = 3\n"), Database::sqlite()).await;
    for number in 0..3 {
        assert_eq!(running.get(&format!("/gui/tra-cuu?code={}", code(number))).await.status, 404);
    }
    assert_eq!(running.get(&format!("/api/feedback/{}", code(9))).await.status, 429);
}

#[tokio::test]
async fn paths_that_lead_out_lead_nowhere() {
    let running = Running::start().await;
    for path in [
        "/gui/../Cargo.toml",
        "/gui/..%2f..%2fCargo.toml",
        "/gui/%2e%2e/%2e%2e/etc/passwd",
        "/gui/style.css/../../Cargo.toml",
        "/desk/../Cargo.toml",
        "/desk/..%2fstyle.css",
        "/desk/style.css%00.html",
        "/api/..%5c..%5cCargo.toml",
        "/api/feedback/..%2f..%2fboard",
        "//etc/passwd",
    ] {
        let answer = running.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        for inside in ["[package]", "root:", "\"entries\""] {
            assert!(!answer.text.contains(inside), "{path}: {}", answer.text);
        }
    }
    let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    for path in ["/desk/phieu/..%2f..%2fapi%2fboard", "/desk/phieu/%2e%2e/cong-khai", "/desk/phieu/%00/nguoi-gui"] {
        assert_eq!(admin.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_line_break_in_a_field_begins_no_header_and_no_line_of_a_table() {
    const BREAK: &str = "x\r\nSet-Cookie: loa_desk=evil\r\n\r\n<entry>";
    let running = Running::start().await;
    let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    let text = format!("Hồ sơ khai sinh mãi không được {BREAK}");
    let sent = Draft { text, address: format!("12 phố {BREAK}"), ..draft(&key(1)) };
    let received = running.send(&sent).await.receipt().code;
    publish(&running, &received, BREAK, BREAK).await;
    let path = format!("/desk/phieu/{}", received.digits());
    let encoded: String = form_urlencoded::byte_serialize(BREAK.as_bytes()).collect();
    let mut answers = Vec::new();
    for path in [
        path.clone(),
        format!("{path}?xong={encoded}"),
        format!("/desk?status={encoded}&unit={encoded}&cursor={encoded}&xong={encoded}"),
        format!("/desk/phieu/{encoded}"),
        format!("/desk/nhat-ky?truoc={encoded}"),
        format!("/gui?actor={encoded}&kind=procedure&procedure={encoded}"),
        format!("/gui/tra-cuu?code={encoded}"),
        format!("/api/board?actor={encoded}"),
        "/api/board.atom".to_owned(),
    ] {
        answers.push((path.clone(), admin.get(&path).await));
    }
    admin.get(&path).await;
    answers.push((path.clone(), admin.send(&path, &[("do", BREAK), ("because", BREAK)]).await));
    admin.get("/desk/xuat").await;
    let file = admin.send("/desk/xuat", &[("format", BREAK), ("status", "all"), ("unit", BREAK)]).await;
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"phan-anh-2026-11-24.csv\"");
    // Each line break of a field is within the quotes of its cell.
    let rows = file.text.split("\"\r\n\"").count();
    assert_eq!(rows, 2, "headings and one feedback: {}", file.text);
    answers.push(("/desk/xuat".to_owned(), file));
    answers.push(("/api/feedback".to_owned(), running.send_form(&[("actor", BREAK), ("kind", BREAK)]).await));
    for (path, answer) in answers {
        for (name, value) in &answer.headers {
            let value = value.to_str().unwrap();
            assert!(!value.contains("evil") && !value.contains(['\r', '\n']), "{path}: {name}: {value}");
        }
        if answer.header("content-type").starts_with("text/html") {
            assert!(!answer.text.contains("<entry>"), "{path}: {}", answer.text);
        }
    }
    let feed = running.get("/api/board.atom").await.text;
    assert_eq!(feed.matches("<entry>").count(), 1, "{feed}");
}

#[tokio::test]
async fn a_form_of_the_desk_that_is_too_large_or_does_not_come_is_refused() {
    let running = Running::start().await;
    let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    let large = admin.send("/desk/dang-xuat", &[("text", &"a".repeat(300_000))]).await;
    assert_eq!(large.status, 413);
    assert!(large.text.contains("Việc vừa rồi chưa được ghi. Xin viết gọn lại."), "{}", large.text);
    let (mut sender, body) = Channel::<Bytes, std::io::Error>::new(1);
    sender.send_data(Bytes::from_static(b"dau=")).await.unwrap();
    let cookie = format!("loa_desk={}", admin.cookies["loa_desk"]);
    let request = Request::post("/desk/dang-xuat")
        .header("cookie", &cookie)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::new(body))
        .unwrap();
    let slow = running.answer(request).await;
    assert_eq!(slow.status, 408);
    for said in ["<h1>Đường truyền quá chậm</h1>", "Việc vừa rồi chưa được ghi. Xin quay lại trang trước rồi gửi lại."]
    {
        assert!(slow.text.contains(said), "{said}: {}", slow.text);
    }
    drop(sender);
    assert_eq!(admin.get("/desk").await.status, 200, "nobody is signed out by it");
}
