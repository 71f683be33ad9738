//! A feedback from its sender to the public and back.

use std::sync::atomic::Ordering;

use loa_feedback::status::Role;
use loa_feedback::{Draft, ReceiptCode};

use super::browser::{Browser, says};
use crate::engines::Database;
use crate::feedback::{draft, key, moment};
use crate::service::{Running, campaign};

/// What nobody of the public may read.
const PERSONAL: [&str; 6] = ["Nguyễn Thị Lan", "Hàng Bài", "0912", "912345678", "lan@vidu.vn", "chị Mai"];

async fn publics(running: &Running, code: &ReceiptCode) -> Vec<String> {
    let mut texts = Vec::new();
    for path in [
        format!("/api/feedback/{code}"),
        "/api/board".to_owned(),
        "/api/board.atom".to_owned(),
        format!("/gui/tra-cuu?code={code}"),
    ] {
        let answer = running.get(&path).await;
        assert_eq!(answer.status, 200, "{path}");
        for personal in PERSONAL {
            assert!(!answer.text.contains(personal), "{path} has {personal}: {}", answer.text);
        }
        texts.push(answer.text);
    }
    texts
}

#[tokio::test]
async fn received_accepted_answered_published_and_taken_back_on_both_engines() {
    for database in Database::both() {
        let running = Running::of(campaign(), database).await;
        let sent = Draft {
            text: "Nộp hồ sơ khai sinh mãi không được, gọi chị Mai 0912 345 678 cũng không".to_owned(),
            consents: vec!["answer@1".to_owned(), "publish@1".to_owned()],
            ..draft(&key(1))
        };
        let code = running.send(&sent).await.receipt().code;
        let path = format!("/desk/phieu/{}", code.digits());
        let mut officer = Browser::signed_in(&running, "can.bo", Role::Officer, Some("phuong-mau")).await;
        let mut publisher = Browser::signed_in(&running, "nguoi.duyet", Role::Publisher, None).await;
        let inbox = officer.get("/desk").await;
        says(
            &inbox.text,
            &[
                &format!("Phiếu {code}"),
                "còn 1 ngày làm việc</span> (hạn 14:10 ngày 25/11/2026)",
                "Việc tiếp theo: <strong>tiếp nhận</strong>",
                "can.bo (cán bộ, Ủy ban nhân dân phường Mẫu)",
            ],
        );
        let page = officer.get(&path).await;
        says(
            &page.text,
            &[
                "gọi chị Mai <mark>0912 345 678<span class=\"said\"> (được ẩn: số điện thoại)</span></mark> cũng không",
                "Phần đóng khung là dữ liệu cá nhân, được ẩn khi công khai.",
                "Người gửi đồng ý công khai nội dung.",
                "<h3>Tiếp nhận</h3>",
                "<h3>Chuyển đơn vị khác</h3>",
                "Phiếu không thuộc thẩm quyền phải được chuyển trước 17:00 ngày 01/12/2026 (Nghị định 20/2008/NĐ-CP, Điều 9).",
                "<h3>Kết thúc</h3>",
                "người gửi: Nhận phản ánh. Trạng thái: Đã nhận.",
            ],
        );
        assert!(!page.text.contains("<h3>Trả lời</h3>") && !page.text.contains("Nguyễn Thị Lan"));
        let accepted = officer.send(&path, &[("do", "accept"), ("urgency", "urgent")]).await;
        assert_eq!((accepted.status, accepted.header("location")), (303, format!("{path}?xong=accept").as_str()));
        let page = officer.get(&format!("{path}?xong=accept")).await;
        says(
            &page.text,
            &[
                "Đã tiếp nhận phiếu.",
                "can.bo (cán bộ): Tiếp nhận.",
                "Mức độ: khẩn.",
                "<h3>Trả lời</h3>",
                "Việc tiếp theo: <strong>trả lời</strong>.",
            ],
        );
        let answer = [
            ("do", "answer"),
            ("text", "Chị Mai ở số 0912 345 678 đã gửi lại hồ sơ.\r\nXin xem hướng dẫn."),
            ("title-1", "Hướng dẫn"),
            ("url-1", "https://cong.example.vn/huong-dan"),
        ];
        assert_eq!(officer.send(&path, &answer).await.header("location"), format!("{path}?xong=answer"));
        let page = officer.get(&format!("{path}?xong=answer")).await;
        says(
            &page.text,
            &["Đã ghi câu trả lời. Câu trả lời chỉ được công khai sau khi duyệt.", "<h2>Câu trả lời</h2>"],
        );
        for text in publics(&running, &code).await {
            assert!(!text.contains("hướng dẫn") && !text.contains("khai sinh"));
        }
        let publishing = format!("{path}/cong-khai");
        assert_eq!(officer.get(&publishing).await.status, 403);
        // What waits to be published is what a publisher's list begins with.
        says(
            &publisher.get("/desk").await.text,
            &["Đang xem: Chờ duyệt công khai", &code.to_string(), "Việc tiếp theo: <strong>duyệt công khai</strong>"],
        );
        let page = publisher.get(&publishing).await;
        says(
            &page.text,
            &[
                "gọi chị Mai <mark>[đã ẩn số điện thoại]</mark> cũng không",
                "Để nguyên «0912 345 678» (số điện thoại)",
                "Xin đọc kỹ, thay tên người và nơi ở bằng «[đã ẩn]».",
                "https://cong.example.vn/huong-dan",
            ],
        );
        let edited = [
            ("do", "publish"),
            ("read", "on"),
            ("question", "Nộp hồ sơ khai sinh mãi không được, gọi [đã ẩn] 0912 345 678 cũng không"),
            ("answer", "Cán bộ ở số 0912 345 678 đã gửi lại hồ sơ.\r\nXin xem hướng dẫn."),
        ];
        let shown = publisher.send(&publishing, &edited).await;
        assert_eq!(shown.status, 200);
        says(&shown.text, &["Nội dung vừa sửa. Xin đọc lại bản sẽ công khai ở dưới rồi bấm Công khai."]);
        assert_eq!(publisher.send(&publishing, &edited).await.header("location"), format!("{path}?xong=publish"));
        says(&publisher.get(&format!("{path}?xong=publish")).await.text, &["Đã công khai.", "đang công khai"]);
        says(&publisher.get("/desk").await.text, &["Không có phiếu nào."]);
        says(
            &running.get("/api/board.atom").await.text,
            &["<link rel=\"related\" href=\"https://cong.example.vn/huong-dan\" title=\"Hướng dẫn\"/>"],
        );
        publisher.get(&path).await;
        for text in publics(&running, &code).await {
            says(&text, &["gọi [đã ẩn] [đã ẩn số điện thoại] cũng không", "đã gửi lại hồ sơ"]);
        }
        let back = publisher.send(&path, &[("do", "take-back"), ("why", "Còn lộ nơi ở")]).await;
        assert_eq!(back.header("location"), format!("{path}?xong=take-back"));
        says(
            &publisher.get(&format!("{path}?xong=take-back")).await.text,
            &["Đã thu hồi, nội dung không còn công khai.", "Lý do: Còn lộ nơi ở"],
        );
        for text in publics(&running, &code).await {
            assert!(!text.contains("khai sinh") && !text.contains("đã gửi lại hồ sơ"), "{text}");
        }
        // A page that has the seal and the version; the one of the feedback offers this no more.
        assert!(!publisher.page.contains("take-back"));
        publisher.get(&publishing).await;
        let twice = publisher.send(&path, &[("do", "take-back"), ("why", "Thêm lần nữa")]).await;
        assert_eq!(twice.status, 409);
        says(&twice.text, &["Phiếu không còn công khai nên không cần thu hồi."]);
        let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
        let record = admin.get("/desk/nhat-ky").await;
        for deed in ["Công khai", "Thu hồi công khai", "Trả lời", "Tiếp nhận", "Đăng nhập", "Thêm tài khoản"]
        {
            assert!(record.text.contains(&format!(": {deed}")), "{deed}: {}", record.text);
        }
    }
}

#[tokio::test]
async fn what_is_overdue_comes_first_and_is_said_in_words() {
    let running = Running::start().await;
    let mut codes = Vec::new();
    for i in 0..25 {
        codes.push(running.send(&draft(&key(i))).await.receipt().code);
        running.clock.fetch_add(3_600, Ordering::Relaxed);
    }
    running.clock.store(moment("2026-11-26T16:10:00+07:00").unix(), Ordering::Relaxed);
    let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    let first = admin.get("/desk?unit=phuong-mau&status=open").await;
    says(&first.text, &["<span aria-hidden=\"true\">▲</span> quá hạn 1 ngày 2 giờ làm việc", "Trang sau"]);
    let next = first.text.split("href=\"/desk?").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
    let second = admin.get(&format!("/desk?{next}")).await;
    let found: Vec<_> = [&first.text, &second.text]
        .iter()
        .flat_map(|text| text.split("\">Phiếu ").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()))
        .collect();
    assert_eq!(found.len(), 25);
    assert_eq!(found[0], codes[0].to_string());
    let mut sorted = found.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), 25);
    assert!(!second.text.contains("Trang sau"));
    // A file has all of them, in pages of its own, oldest first.
    for engine in Database::both() {
        let running = Running::of(campaign(), engine).await;
        let mut codes = Vec::new();
        for i in 0..205 {
            codes.push(running.send(&draft(&key(i))).await.receipt().code.to_string());
            running.clock.fetch_add(1, Ordering::Relaxed);
        }
        let mut admin = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
        admin.get("/desk/xuat").await;
        for unit in ["", "phuong-mau"] {
            let file = admin.send("/desk/xuat", &[("format", "json"), ("status", "all"), ("unit", unit)]).await.json();
            let found: Vec<_> = file.as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
            assert_eq!(found, codes);
        }
    }
    says(&admin.get("/desk?status=closed").await.text, &["<p>Không có phiếu nào.</p>"]);
}

#[tokio::test]
async fn a_form_of_an_outdated_page_is_refused_with_what_changed_and_what_was_typed() {
    let running = Running::start().await;
    let code = running.send(&draft(&key(1))).await.receipt().code;
    let path = format!("/desk/phieu/{}", code.digits());
    let mut one = Browser::signed_in(&running, "can.bo", Role::Officer, Some("phuong-mau")).await;
    let mut two = Browser::signed_in(&running, "quan.tri", Role::Admin, None).await;
    one.get(&path).await;
    two.get(&path).await;
    assert_eq!(two.send(&path, &[("do", "accept"), ("urgency", "normal")]).await.status, 303);
    let stale = one.send(&path, &[("do", "forward"), ("unit", "so-mau"), ("because", "Thuộc thẩm quyền Sở")]).await;
    assert_eq!(stale.status, 409);
    says(
        &stale.text,
        &[
            "<h2>Phiếu đã thay đổi từ lúc mở trang</h2>",
            "Việc vừa rồi chưa được ghi. Xin xem lại phiếu; nội dung vừa viết còn ở dưới.",
            "quan.tri (quản trị): Tiếp nhận. Trạng thái: Đã tiếp nhận, đang xử lý. Mức độ: bình thường.",
            "Thuộc thẩm quyền Sở</textarea>",
            "<option value=\"so-mau\" selected>",
        ],
    );
    // Sent again from the page that shows what holds.
    let forwarded = one.send(&path, &[("do", "forward"), ("unit", "so-mau"), ("because", "Thuộc thẩm quyền Sở")]).await;
    assert_eq!((forwarded.status, forwarded.header("location")), (303, "/desk?xong=forward"));
    says(&one.get("/desk?xong=forward").await.text, &["Đã chuyển phiếu đến đơn vị khác."]);
    says(&two.get("/desk/nhat-ky").await.text, &["</a>. Đến: Sở Mẫu. Lý do: Thuộc thẩm quyền Sở</li>"]);
    assert_eq!(one.get(&path).await.status, 404);
    let seal = one_seal(&mut one).await;
    let gone = one.send_only(&path, &[("dau", &seal), ("do", "answer"), ("text", "Viết dở")], &[]).await;
    assert_eq!(gone.status, 404);
    says(&gone.text, &["Không có phiếu hoặc trang này, hoặc phiếu thuộc đơn vị khác.", "Viết dở</textarea>"]);
}

async fn one_seal(browser: &mut Browser<'_>) -> String {
    browser.get("/desk").await;
    browser.hidden("dau")
}
