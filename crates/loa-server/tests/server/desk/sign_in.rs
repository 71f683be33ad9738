//! Signing in and out, and what keeps others from it.

use std::sync::atomic::Ordering;

use loa_feedback::status::Role;
use loa_plan::Zone;

use super::browser::{Browser, PASSWORD, add, says};
use crate::engines::Database;
use crate::feedback::{draft, key};
use crate::service::{Running, campaign};

#[tokio::test]
async fn a_user_signs_in_and_out_on_both_engines() {
    for database in Database::both() {
        let running = Running::of(campaign(), database).await;
        add(&running, "lan.nguyen", Role::Admin, None).await;
        let mut browser = Browser::new(&running);
        let turned = browser.get("/desk").await;
        assert_eq!((turned.status, turned.header("location")), (303, "/desk/dang-nhap"));
        let page = browser.get("/desk/dang-nhap").await;
        says(&page.text, &["<h1>Bàn tiếp nhận phản ánh</h1>", ">Tên đăng nhập</label>", ">Mật khẩu</label>"]);
        let answer = browser.sign_in("Lan.Nguyen", PASSWORD).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/desk"));
        let cookie = answer.headers.get_all("set-cookie").iter().next().unwrap().to_str().unwrap();
        let token = browser.cookies["loa_desk"].clone();
        assert_eq!(cookie, format!("loa_desk={token}; Path=/desk; Max-Age=43200; HttpOnly; SameSite=Strict; Secure"));
        let inbox = browser.get("/desk").await;
        says(&inbox.text, &["lan.nguyen (quản trị, toàn bộ đơn vị)", "<p>Không có phiếu nào.</p>"]);
        let out = browser.send("/desk/dang-xuat", &[]).await;
        assert_eq!((out.status, browser.cookies.contains_key("loa_desk")), (303, false));
        browser.cookies.insert("loa_desk".to_owned(), token);
        assert_eq!(browser.get("/desk").await.status, 303, "the token opens nothing any more");
        let acts = running.service.store().acts(None, 10, Zone::VIETNAM).await.unwrap();
        let acts: Vec<_> = acts.iter().map(|line| (line.act.who.as_deref(), line.act.what.as_str())).collect();
        assert_eq!(acts, [(Some("lan.nguyen"), "sign-out"), (Some("lan.nguyen"), "sign-in"), (None, "user-add")]);
    }
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_are_told_alike() {
    let running = Running::start().await;
    add(&running, "lan.nguyen", Role::Admin, None).await;
    let mut texts = Vec::new();
    for (name, password) in [("lan.nguyen", "mưa tháng bảy, gió"), ("mai.tran", PASSWORD), ("<script>", "")] {
        let mut browser = Browser::new(&running);
        let refused = browser.sign_in(name, password).await;
        assert_eq!(refused.status, 401);
        says(&refused.text, &["<title>Lỗi: Đăng nhập", "<h2>Chưa đăng nhập được</h2>", "Tên hoặc mật khẩu chưa đúng."]);
        assert!(!refused.text.contains("mưa tháng"));
        texts.push(refused.text.replace(&browser.hidden("dau"), "").replace(name, ""));
    }
    assert_eq!(texts[0], texts[1]);
}

#[tokio::test]
async fn too_many_tries_lock_the_name_for_a_while() {
    let running = Running::start().await;
    add(&running, "lan.nguyen", Role::Admin, None).await;
    let mut browser = Browser::new(&running);
    for _ in 0..5 {
        assert_eq!(browser.sign_in("lan.nguyen", "sai rồi sai rồi").await.status, 401);
    }
    let locked = browser.sign_in("lan.nguyen", PASSWORD).await;
    assert_eq!((locked.status, locked.header("retry-after")), (429, "900"));
    says(&locked.text, &["Đã nhập sai nhiều lần nên tạm khoá. Xin thử lại sau 15 phút."]);
    running.clock.fetch_add(15 * 60, Ordering::Relaxed);
    assert_eq!(browser.sign_in("lan.nguyen", PASSWORD).await.status, 303);
    let acts = running.service.store().acts(None, 20, Zone::VIETNAM).await.unwrap();
    assert_eq!(acts.iter().filter(|line| line.act.what == "sign-in-refused").count(), 5);
}

#[tokio::test]
async fn a_token_that_somebody_else_has_set_opens_nothing() {
    let running = Running::start().await;
    add(&running, "lan.nguyen", Role::Admin, None).await;
    let set = "ab".repeat(32);
    let mut browser = Browser::new(&running);
    browser.cookies.insert("loa_desk".to_owned(), set.clone());
    browser.cookies.insert("loa_desk_guest".to_owned(), set.clone());
    assert_eq!(browser.sign_in("lan.nguyen", PASSWORD).await.status, 303);
    let token = browser.cookies["loa_desk"].clone();
    assert_ne!(token, set);
    let mut other = Browser::new(&running);
    other.cookies.insert("loa_desk".to_owned(), set);
    assert_eq!(other.get("/desk").await.status, 303);
    // The database does not know the token itself.
    let rows: Vec<(String,)> = running
        .service
        .store()
        .rows(loa_server::store::Statement::new("SELECT token FROM desk_session"))
        .await
        .unwrap();
    assert!(rows.len() == 1 && rows[0].0 != token);
}

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_and_after_a_days_work() {
    let running = Running::start().await;
    let mut browser = Browser::signed_in(&running, "lan.nguyen", Role::Admin, None).await;
    for _ in 0..25 {
        running.clock.fetch_add(28 * 60, Ordering::Relaxed);
        assert_eq!(browser.get("/desk").await.status, 200);
    }
    running.clock.fetch_add(21 * 60, Ordering::Relaxed);
    assert_eq!(browser.get("/desk").await.status, 303, "twelve hours after it began");
    assert_eq!(browser.sign_in("lan.nguyen", PASSWORD).await.status, 303);
    running.clock.fetch_add(30 * 60, Ordering::Relaxed);
    assert_eq!(browser.get("/desk").await.status, 303, "half an hour after it was used");
}

#[tokio::test]
async fn a_form_from_elsewhere_or_of_another_session_is_refused() {
    let running = Running::start().await;
    let mut lan = Browser::signed_in(&running, "lan.nguyen", Role::Admin, None).await;
    let mut mai = Browser::signed_in(&running, "mai.tran", Role::Admin, None).await;
    lan.get("/desk").await;
    mai.get("/desk").await;
    let (own, other) = (lan.hidden("dau"), mai.hidden("dau"));
    let lost = ["<h1>Biểu mẫu không còn dùng được</h1>", "Việc vừa rồi chưa được ghi. Xin mở lại trang rồi làm lại."];
    for seal in ["", "x", other.as_str()] {
        let refused = lan.send_only("/desk/dang-xuat", &[("dau", seal), ("text", "đã viết <b>")], &[]).await;
        assert_eq!(refused.status, 403);
        says(&refused.text, &lost);
        says(&refused.text, &["Nội dung vừa viết, để sao lại", "đã viết &lt;b&gt;</textarea>"]);
    }
    for elsewhere in [
        [("origin", "https://evil.example"), ("host", "loa.example.vn")],
        // A site that may send feedback may not work at the desk.
        [("origin", "https://cong.example.vn"), ("host", "loa.example.vn")],
        [("sec-fetch-site", "same-site"), ("host", "loa.example.vn")],
        [("origin", "null"), ("host", "loa.example.vn")],
    ] {
        let refused = lan.send_only("/desk/dang-xuat", &[("dau", &own)], &elsewhere).await;
        assert_eq!(refused.status, 403, "{elsewhere:?}");
    }
    let ours = [("origin", "https://loa.example.vn"), ("host", "loa.example.vn"), ("sec-fetch-site", "same-origin")];
    assert_eq!(lan.send_only("/desk/dang-xuat", &[("dau", &own)], &ours).await.status, 303);
    let ended = lan.send_only("/desk/dang-xuat", &[("dau", &own), ("text", "viết dở")], &[]).await;
    assert_eq!(ended.status, 401);
    says(
        &ended.text,
        &[
            "<h1>Phiên làm việc đã hết</h1>",
            "Việc vừa rồi chưa được ghi. Xin đăng nhập rồi làm lại.",
            "viết dở</textarea>",
        ],
    );
    let mut guest = Browser::new(&running);
    guest.get("/desk/dang-nhap").await;
    let refused = guest.send_only("/desk/dang-nhap", &[("name", "lan.nguyen"), ("password", PASSWORD)], &[]).await;
    assert_eq!(refused.status, 403);
}

#[tokio::test]
async fn who_is_disabled_is_out_at_once() {
    let running = Running::start().await;
    let mut browser = Browser::signed_in(&running, "lan.nguyen", Role::Admin, None).await;
    let act = loa_server::store::Act::by_nobody(running.service.now(), "user-disable", None);
    running.service.store().disable_user(&"lan.nguyen".parse().unwrap(), &act).await.unwrap();
    assert_eq!(browser.get("/desk").await.status, 303);
    assert_eq!(browser.sign_in("lan.nguyen", PASSWORD).await.status, 401);
    running.service.store().enable_user(&"lan.nguyen".parse().unwrap(), &act).await.unwrap();
    assert_eq!(browser.sign_in("lan.nguyen", PASSWORD).await.status, 303);
}

#[tokio::test]
async fn too_many_tries_of_one_address_wait_and_keep_nobody_from_sending_feedback() {
    let running = Running::start().await;
    add(&running, "lan.nguyen", Role::Admin, None).await;
    let mut browser = Browser::new(&running);
    browser.get("/desk/dang-nhap").await;
    let mut answer = browser.send_only("/desk/dang-nhap", &[("name", "a")], &[]).await;
    for _ in 0..1_000 {
        if answer.status == 429 {
            break;
        }
        answer = browser.send_only("/desk/dang-nhap", &[("name", "a")], &[]).await;
    }
    assert_eq!((answer.status, answer.header("retry-after")), (429, "1"));
    says(&answer.text, &["Có quá nhiều lượt đăng nhập trong một phút. Xin thử lại sau 1 giây."]);
    assert_eq!(running.send(&draft(&key(1))).await.status, 201);
}
