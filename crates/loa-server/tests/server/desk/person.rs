//! What is known about one person: shown, taken back, erased, and what time does.

use std::sync::atomic::Ordering;

use loa_feedback::Draft;
use loa_feedback::status::Role;
use loa_feedback::submission::{EmailAddress, PhoneNumber};
use loa_server::store::Contact;
use loa_server::{Retained, person, retain};
use serde_json::json;

use super::browser::{Browser, says};
use crate::engines::Database;
use crate::feedback::{draft, key};
use crate::service::{Running, campaign, campaign_changed, campaign_with_limits};

fn consenting(number: u64) -> Draft {
    Draft { consents: vec!["answer@1".to_owned(), "publish@1".to_owned()], ..draft(&key(number)) }
}

/// Answers and publishes by the desk.
async fn published(running: &Running, admin: &mut Browser<'_>, number: u64) -> String {
    let code = running.send(&consenting(number)).await.receipt().code;
    let path = format!("/desk/phieu/{}", code.digits());
    admin.get(&path).await;
    admin.send(&path, &[("do", "accept"), ("urgency", "normal")]).await;
    admin.get(&path).await;
    admin.send(&path, &[("do", "answer"), ("text", "Xin xem hướng dẫn.")]).await;
    admin.get(&format!("{path}/cong-khai")).await;
    let texts = [
        ("do", "publish"),
        ("read", "on"),
        ("question", "Nộp hồ sơ khai sinh mãi không được"),
        ("answer", "Xin xem hướng dẫn."),
    ];
    assert_eq!(admin.send(&format!("{path}/cong-khai"), &texts).await.status, 303);
    code.to_string()
}

#[tokio::test]
async fn a_person_is_shown_withdraws_and_is_erased_on_both_engines() {
    for database in Database::both() {
        let running = Running::of(campaign(), database).await;
        let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
        let first = published(&running, &mut admin, 1).await;
        let other = Draft { phone: "0987 654 321".to_owned(), email: "mai@vidu.vn".to_owned(), ..consenting(2) };
        let other = running.send(&other).await.receipt().code.to_string();
        let (store, now) = (running.service.store(), running.service.now());
        let phone = Contact::Phone(PhoneNumber::new("0912.345.678").unwrap());
        let shown = person::export(store, &phone, now).await.unwrap();
        assert_eq!(shown.len(), 1);
        assert_eq!((&shown[0]["code"], &shown[0]["name"]), (&first.clone().into(), &"Nguyễn Thị Lan".into()));
        assert_eq!(shown[0]["answer"], "Xin xem hướng dẫn.");
        for (name, value) in [
            ("idempotency_key", key(1).as_str()),
            ("kind", "procedure"),
            ("procedure", "1.001193"),
            ("unit", "phuong-mau"),
            ("published_question", "Nộp hồ sơ khai sinh mãi không được"),
            ("published_answer", "Xin xem hướng dẫn."),
        ] {
            assert_eq!(shown[0][name], value, "{name}");
        }
        assert_eq!((&shown[0]["answer_links"], &shown[0]["published_links"]), (&json!([]), &json!([])));
        assert_eq!(shown[0]["events"][1]["detail"], json!({ "urgency": "normal" }));
        let view = |code: String| {
            let running = &running;
            async move { running.get(&format!("/api/feedback/{code}")).await.json() }
        };
        assert_eq!(view(first.clone()).await["question"], "Nộp hồ sơ khai sinh mãi không được");
        assert_eq!(person::withdraw(store, &phone, now).await.unwrap(), 1);
        assert_eq!(person::withdraw(store, &phone, now).await.unwrap(), 0);
        assert_eq!(view(first.clone()).await.get("question"), None);
        let path = format!("/desk/phieu/{}", first.replace('-', ""));
        says(
            &admin.get(&path).await.text,
            &["người gửi: Người gửi rút đồng ý công khai.", "Người gửi không đồng ý công khai nội dung"],
        );
        assert_eq!(person::erase(store, &phone, now).await.unwrap(), 1);
        assert_eq!(person::erase(store, &phone, now).await.unwrap(), 0);
        let gone = admin.get(&path).await;
        says(
            &gone.text,
            &["Thông tin người gửi và nội dung gốc đã xoá.", "Xoá thông tin người gửi.", "người gửi đã rút lại"],
        );
        assert!(!gone.text.contains("Xin xem hướng dẫn.") && !gone.text.contains("khai sinh mãi"));
        assert_eq!(view(first).await["status"], "closed");
        assert_eq!(view(other).await["status"], "received");
        let email = Contact::Email(EmailAddress::new("mai@vidu.vn").unwrap());
        assert_eq!(person::export(store, &email, now).await.unwrap().len(), 1);
        says(
            &admin.get("/desk/nhat-ky").await.text,
            &["hệ thống: Xoá thông tin người gửi, phiếu", "Xuất dữ liệu của một người"],
        );
    }
}

#[tokio::test]
async fn time_erases_senders_and_leaves_what_is_public_on_both_engines() {
    for database in Database::both() {
        let running = Running::of(campaign(), database).await;
        let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
        let code = published(&running, &mut admin, 1).await;
        let path = format!("/desk/phieu/{}", code.replace('-', ""));
        admin.get(&path).await;
        assert_eq!(admin.send(&path, &[("do", "close"), ("reason", "answered")]).await.status, 303);
        let (service, store) = (&running.service, running.service.store());
        let retained = || async { retain(service.campaign(), store, service.now()).await.unwrap() };
        assert_eq!(retained().await, Retained { closed: 0, erased: Some(0) });
        running.clock.fetch_add(366 * 86_400, Ordering::Relaxed);
        assert_eq!(retained().await, Retained { closed: 0, erased: Some(1) });
        let view = running.get(&format!("/api/feedback/{code}")).await.json();
        assert_eq!(view["answer"]["text"], "Xin xem hướng dẫn.");
        assert_eq!(admin.sign_in("quan.tri", super::browser::PASSWORD).await.status, 303);
        says(&admin.get(&path).await.text, &["Thông tin người gửi và nội dung gốc đã xoá."]);
        says(
            &admin.get(&format!("{path}/cong-khai")).await.text,
            &["Thông tin người gửi đã xoá nên câu hỏi giữ nguyên như đang công khai."],
        );
        says(
            &admin.get("/desk/nhat-ky").await.text,
            &["hệ thống: Xoá thông tin người gửi đã hết hạn lưu. Số phiếu: 1."],
        );
    }
}

#[tokio::test]
async fn the_clock_closes_what_was_answered_long_enough_ago() {
    let limits = "accept_hours = 8\nurgent_hours = 4\nforward_days = 5\nclose_days = 3";
    let running = Running::of(campaign_with_limits(limits), Database::sqlite()).await;
    let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    let code = published(&running, &mut admin, 1).await;
    let (service, store) = (&running.service, running.service.store());
    let retained = || async { retain(service.campaign(), store, service.now()).await.unwrap() };
    assert_eq!(retained().await, Retained { closed: 0, erased: Some(0) });
    running.clock.fetch_add(7 * 86_400, Ordering::Relaxed);
    assert_eq!(retained().await, Retained { closed: 1, erased: Some(0) });
    let view = running.get(&format!("/api/feedback/{code}")).await.json();
    assert_eq!((view["status"].as_str(), view["closed_because"].as_str()), (Some("closed"), Some("answered")));
    assert_eq!(admin.sign_in("quan.tri", super::browser::PASSWORD).await.status, 303);
    let page = admin.get(&format!("/desk/phieu/{}", code.replace('-', ""))).await;
    says(&page.text, &["tự động: Kết thúc. Trạng thái: Đã kết thúc. Lý do: đã trả lời, không có ý kiến thêm"]);
}

#[tokio::test]
async fn what_came_before_its_holidays_or_its_limit_were_known_is_closed_and_erased_all_the_same() {
    for database in Database::both() {
        let running = Running::of(campaign_changed(&[("holidays/2026.toml", |_| String::new())]), database).await;
        let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
        let code = published(&running, &mut admin, 1).await;
        let limits = "accept_hours = 8\nurgent_hours = 4\nforward_days = 5\nclose_days = 3";
        let campaign = campaign_with_limits(limits);
        let open = running.send(&consenting(2)).await.receipt();
        assert_eq!(open.due_at, None);
        let (service, store) = (&running.service, running.service.store());
        assert_eq!(retain(&campaign, store, service.now()).await.unwrap(), Retained { closed: 0, erased: Some(0) });
        let entry = store.entry(campaign.id(), &open.code, campaign.zone()).await.unwrap().unwrap();
        // Nobody's page is out of date by it.
        assert_eq!((entry.due_at, entry.version), (campaign.due(&entry.standing), 0));
        assert!(entry.due_at.is_some());
        running.clock.fetch_add(7 * 86_400, Ordering::Relaxed);
        assert_eq!(retain(&campaign, store, service.now()).await.unwrap(), Retained { closed: 1, erased: Some(0) });
        running.clock.fetch_add(366 * 86_400, Ordering::Relaxed);
        assert_eq!(retain(&campaign, store, service.now()).await.unwrap(), Retained { closed: 0, erased: Some(1) });
        assert_eq!(running.get(&format!("/api/feedback/{code}")).await.json()["status"], "closed");
    }
}
