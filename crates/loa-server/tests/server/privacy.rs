//! No personal data in any public byte: marked data goes in by every field, and no answer, page, feed or log has a mark.

use std::io::Write;
use std::sync::{Arc, Mutex};

use loa_feedback::consent::{Given, Purpose, Version};
use loa_feedback::status::Role;
use loa_feedback::{Draft, ReceiptCode};
use loa_server::store::Contact;
use tracing_subscriber::layer::SubscriberExt;

use super::engines::Database;
use super::feedback::{draft, key};
use super::public::publish;
use super::service::{Running, campaign, form};

/// Each stands in one field or in the text; no two are alike.
const MARKS: &[&str] = &[
    "Mộc Lan Dấu",
    "mocnhan",
    "0987654321",
    "987654321",
    "98 765 43 21",
    "012345678901",
    "19036912345678",
    "30A-123.45",
    "lan.dau",
    "Ngõ Dấu",
];

fn marked(key: &str) -> Draft {
    Draft {
        name: "Nguyễn Mộc Lan Dấu".to_owned(),
        address: "số 7 Ngõ Dấu, phường Mẫu".to_owned(),
        phone: "098 765 43 21".to_owned(),
        email: "mocnhan@vidu.vn".to_owned(),
        text: "Tôi là Mộc Lan Dấu, CCCD 012345678901, gọi 0987654321 hoặc lan.dau@vidu.vn, biển 30A-123.45, tài khoản 19036912345678 ở Ngõ Dấu, chưa nộp được hồ sơ".to_owned(),
        ..draft(key)
    }
}

/// Where log lines go in this test.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn searched(what: &str, text: &str) {
    for mark in MARKS {
        assert!(!text.contains(mark), "`{mark}` in {what}: {text}");
    }
}

/// Everything that anybody may ask.
async fn every_answer(running: &Running, code: &ReceiptCode) {
    for path in [
        format!("/api/feedback/{code}"),
        format!("/api/feedback/{}", code.digits()),
        "/api/board".to_owned(),
        "/api/board?status=received".to_owned(),
        "/api/board?status=answered".to_owned(),
        "/api/board?actor=phuong-mau".to_owned(),
        "/api/board.atom".to_owned(),
        "/api/counts".to_owned(),
        "/api/ratings?subject=guide/khai-sinh".to_owned(),
        "/api/openapi.json".to_owned(),
        "/healthz".to_owned(),
        "/gui".to_owned(),
        "/gui?kind=procedure&actor=phuong-mau".to_owned(),
        format!("/gui/tra-cuu?code={code}"),
        "/gui/danh-gia".to_owned(),
        "/gui/bang".to_owned(),
        "/gui/bang?status=received".to_owned(),
        "/gui/bang?status=answered".to_owned(),
        "/gui/bang?actor=phuong-mau".to_owned(),
        "/gui/style.css".to_owned(),
    ] {
        let answer = running.get(&path).await;
        assert!(answer.status == 200, "{path}: {}", answer.status);
        searched(&path, &answer.text);
        searched(&path, &format!("{:?}", answer.headers));
    }
}

#[tokio::test]
async fn no_public_byte_says_who() {
    let lines = Lines::default();
    let writer = lines.clone();
    let log = tracing_subscriber::fmt::layer().json().with_writer(move || writer.clone());
    // For all tests of this program: what they write is searched too.
    tracing::subscriber::set_global_default(tracing_subscriber::registry().with(log)).unwrap();
    for database in Database::both() {
        let running = Running::of(campaign(), database).await;
        let sent = running.send(&marked(&key(1))).await;
        assert_eq!(sent.status, 201);
        searched("the receipt", &sent.text);
        let code = sent.receipt().code;
        every_answer(&running, &code).await;
        // Repeats, conflicts and mistakes do not give back what was kept.
        let other = Draft { name: "Người Khác".to_owned(), ..marked(&key(1)) };
        for answer in [running.send(&marked(&key(1))).await, running.send(&other).await] {
            searched("a repeat", &answer.text);
        }
        let wrong = Draft { email: "mocnhan@".to_owned(), kind: "complaint".to_owned(), ..marked(&key(2)) };
        let wrong = running.send(&wrong).await;
        assert_eq!(wrong.status, 422);
        searched("a mistake", &wrong.text);
        let pairs =
            [("campaign", "ke-hoach"), ("actor", "phuong-mau"), ("kind", "procedure"), ("consents", "answer@1")];
        let draft = marked(&key(3));
        let person =
            [("name", &draft.name), ("address", &draft.address), ("phone", &draft.phone), ("text", &draft.text)];
        let pairs: Vec<_> = pairs.into_iter().chain(person.map(|(name, value)| (name, value.as_str()))).collect();
        let page = running.send_form(&pairs).await;
        assert_eq!(page.status, 201);
        searched("the page after a form", &page.text);
        let rating = r#"{"campaign":"ke-hoach","subject":"guide/khai-sinh","satisfaction":"neutral","comment":"gọi 0987654321"}"#;
        let rating = running.post_json("/api/ratings", rating).await;
        assert_eq!(rating.status, 422);
        searched("a rating", &rating.text);
        // What an officer has approved is public, and nothing else.
        let agreed = Given { purpose: Purpose::Publish, version: Version::new(1).unwrap() };
        let preview = loa_feedback::redaction::Preview::new(&draft.text);
        let question = preview.approve_question(Role::Publisher, &[agreed]).unwrap();
        // Names and addresses have no form; an officer takes them out.
        let question = question.as_str().replace("Mộc Lan Dấu", "[đã ẩn]").replace("Ngõ Dấu", "[đã ẩn]");
        publish(&running, &code, &question, "Xin xem hướng dẫn.").await;
        every_answer(&running, &code).await;
        for board in ["/api/board", "/gui/bang"] {
            assert!(running.get(board).await.text.contains("chưa nộp được hồ sơ"), "{board}");
        }
        // Also when the database fails, and when a query carries what it should not.
        running.service.store().close().await;
        let failed = running.send(&marked(&key(4))).await;
        assert_eq!(failed.status, 503);
        searched("a failure", &failed.text);
        let query = form(&[("cursor", "0987654321"), ("actor", "phuong-mau")]);
        drop(running.get(&format!("/api/board?{query}")).await);
    }
    let log = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("feedback taken in"), "{log}");
    searched("the log", &log);
}

/// What every file of a database has of somebody.
fn found(folder: &std::path::Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let holds = |mark: &&str| bytes.windows(mark.len()).any(|part| part == mark.as_bytes());
        found.extend(MARKS.iter().filter(|mark| holds(mark)).map(|mark| format!("{}: {mark}", path.display())));
    }
    found
}

#[tokio::test]
async fn whoever_is_erased_is_in_no_file_any_more() {
    let database = Database::sqlite();
    let folder = database.url().as_file().unwrap().parent().unwrap().to_owned();
    let running = Running::of(campaign(), database).await;
    let code = running.send(&marked(&key(1))).await.receipt().code;
    assert_ne!(found(&folder), Vec::<String>::new());
    let (store, now) = (running.service.store(), running.service.now());
    assert_eq!(loa_server::person::erase(store, &Contact::Code(code), now).await.unwrap(), 1);
    // While the service runs, with its log beside the file.
    assert_eq!(found(&folder), Vec::<String>::new());
    store.close().await;
    assert_eq!(found(&folder), Vec::<String>::new());
}
