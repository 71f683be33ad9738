//! What everybody may ask.

use std::sync::atomic::Ordering;

use loa_feedback::public::{PublicAnswer, Reviewed};
use loa_feedback::status::{Publication, Role, Status};
use loa_feedback::{BoardPage, Draft, PublicView, ReceiptCode};
use loa_plan::Zone;
use loa_server::store::Event;

use super::engines::Database;
use super::feedback::{draft, key, moment};
use super::service::{Running, campaign, campaign_with};

/// Answers and publishes a feedback, as a desk would.
pub(crate) async fn publish(running: &Running, code: &ReceiptCode, question: &str, answer: &str) {
    let (service, at) = (&running.service, running.service.now());
    let id = service.campaign().id();
    let mut entry = service.store().entry(id, code, Zone::VIETNAM).await.unwrap().unwrap();
    let from = entry.standing.status;
    entry.standing.status = Status::Answered;
    entry.standing.since = at;
    entry.publication = Publication::Published;
    entry.question = Some(Reviewed::from_store(question));
    entry.answer = Some(PublicAnswer {
        text: Reviewed::from_store(answer),
        unit: entry.standing.unit.clone(),
        answered_at: at,
        links: serde_json::from_str(r#"[{"title":"Hướng dẫn","url":"https://cong.example.vn/huong-dan"}]"#).unwrap(),
    });
    let event = Event {
        at,
        role: Role::Publisher,
        who: Some("can-bo".to_owned()),
        what: "publish".to_owned(),
        detail: None,
        from: Some(from),
        to: Status::Answered,
    };
    service.store().change(&entry, &event).await.unwrap();
}

#[tokio::test]
async fn a_feedback_is_looked_up_by_its_code_on_both_engines() {
    for database in Database::both() {
        let running = Running::of(campaign(), database).await;
        let code = running.send(&draft(&key(1))).await.receipt().code;
        let found = running.get(&format!("/api/feedback/{code}")).await;
        let view: PublicView = serde_json::from_str(&found.text).unwrap();
        assert_eq!((view.status, view.label.as_str(), view.question), (Status::Received, "Đã nhận", None));
        assert_eq!(found.header("cache-control"), "no-cache");
        let path = format!("/api/feedback/{}", code.digits());
        let tag = found.header("etag").to_owned();
        let same = running.ask("GET", &path, &[("if-none-match", &format!("\"x\", W/{tag}"))], "").await;
        assert_eq!((same.status, same.text.as_str(), same.header("etag")), (304, "", tag.as_str()));
        // Two days later it is late, and everybody sees it.
        running.clock.store(moment("2026-11-26T16:10:00+07:00").unix(), Ordering::Relaxed);
        let late = running.ask("GET", &path, &[("if-none-match", &tag)], "").await;
        assert_eq!((late.status, &late.json()["late"]), (200, &serde_json::json!({ "days": 1, "hours": 2 })));
        publish(&running, &code, "Nộp hồ sơ thế nào?", "Xin xem hướng dẫn.").await;
        let answered = running.get(&path).await.json();
        assert_eq!(answered["answer"]["text"], "Xin xem hướng dẫn.");
        assert_eq!((answered["status"].as_str(), answered.get("late")), (Some("answered"), None));
        for unknown in ["4821-9930-5127-7786-0311", "x", "48219930512777860312"] {
            let missing = running.get(&format!("/api/feedback/{unknown}")).await;
            assert_eq!((missing.status, missing.errors().as_str()), (404, ": Không có phản ánh nào mang mã này."));
        }
    }
}

#[tokio::test]
async fn the_board_has_pages_and_filters() {
    let running = Running::start().await;
    for i in 0..5 {
        running.clock.fetch_add(1, Ordering::Relaxed);
        let actor = if i % 2 == 0 { "phuong-mau" } else { "so-mau" }.to_owned();
        assert_eq!(running.send(&Draft { actor, ..draft(&key(i)) }).await.status, 201);
    }
    let page = |path: String| {
        let running = &running;
        async move { serde_json::from_str::<BoardPage>(&running.get(&path).await.text).unwrap() }
    };
    let first = page("/api/board?campaign=ke-hoach&limit=2".to_owned()).await;
    let cursor = first.next.clone().unwrap();
    // What comes in meanwhile moves nothing.
    running.send(&draft(&key(9))).await;
    let second = page(format!("/api/board?campaign=ke-hoach&limit=2&cursor={cursor}")).await;
    let third = page(format!("/api/board?limit=2&cursor={}", second.next.clone().unwrap())).await;
    assert_eq!((third.items.len(), third.next), (1, None));
    let mut times: Vec<_> =
        [first.items, second.items, third.items].concat().iter().map(|view| view.received_at).collect();
    assert!(times.is_sorted_by(|a, b| a > b), "{times:?}");
    times.dedup();
    assert_eq!(times.len(), 5);
    assert_eq!(page("/api/board?actor=so-mau".to_owned()).await.items.len(), 2);
    assert_eq!(page("/api/board?actor=so-mau&status=answered".to_owned()).await.items.len(), 0);
    let refused = running.get("/api/board?status=open").await;
    assert_eq!(
        (refused.status, refused.errors().as_str()),
        (
            400,
            ": `status` is wrong: `open` is not a status, expected one of `received`, `accepted`, `forwarded`, `answered`, `reopened`, `closed`"
        )
    );
    assert_eq!(running.get("/api/board?campaign=khac").await.status, 404);
    assert_eq!(running.get("/api/board").await.header("cache-control"), "public, max-age=30");
}

#[tokio::test]
async fn the_feed_is_well_formed_whatever_stands_in_it() {
    let running = Running::start().await;
    let code = running.send(&draft(&key(1))).await.receipt().code;
    publish(&running, &code, "Hỏi <b>&amp; ]]>", "Đáp \"\u{1}\"").await;
    let feed = running.get("/api/board.atom?status=answered").await;
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    for said in [
        "<id>urn:loa:ke-hoach:board</id>",
        "<updated>2026-11-24T14:10:00+07:00</updated>",
        &format!("<title>{code}: Đã trả lời</title>"),
        "Hỏi: Hỏi &lt;b&gt;&amp;amp; ]]&gt;\n\nTrả lời: Đáp &quot;&quot;</content>",
        "<name>Ủy ban nhân dân phường Mẫu</name>",
    ] {
        assert!(feed.text.contains(said), "{said}: {}", feed.text);
    }
}

#[tokio::test]
async fn what_has_changed_last_is_first_in_the_feed() {
    let running = Running::start().await;
    let first = running.send(&draft(&key(1))).await.receipt().code;
    running.clock.fetch_add(60, Ordering::Relaxed);
    let second = running.send(&draft(&key(2))).await.receipt().code;
    running.clock.fetch_add(60, Ordering::Relaxed);
    // Published, which moves it to no other status.
    publish(&running, &first, "Hỏi", "Đáp").await;
    let mut entry =
        running.service.store().entry(running.service.campaign().id(), &first, Zone::VIETNAM).await.unwrap().unwrap();
    entry.standing.since = moment(super::service::NOW);
    let at = running.service.now().plus_seconds(60);
    running.service.store().write(vec![entry.update(at)]).await.unwrap();
    let feed = running.get("/api/board.atom").await.text;
    let place = |code: &ReceiptCode| feed.find(&format!("<title>{code}: ")).unwrap();
    assert!(place(&first) < place(&second), "{feed}");
    let all: Vec<&str> = feed.split("<updated>").skip(1).map(|rest| &rest[..25]).collect();
    assert_eq!(all, ["2026-11-24T14:13:00+07:00", "2026-11-24T14:13:00+07:00", "2026-11-24T14:11:00+07:00"]);
}

#[tokio::test]
async fn what_is_counted_much_keeps_nobody_from_sending_feedback() {
    let settings = "format = 1\ncounts = \"on\"\n[limits]\naddress_per_minute = 1\n";
    let running = Running::of(campaign_with(settings), Database::sqlite()).await;
    let event = r#"{"campaign":"ke-hoach","guide":"khai-sinh","deed":"guide-started"}"#;
    let rating = r#"{"campaign":"ke-hoach","subject":"guide/khai-sinh","satisfaction":"neutral"}"#;
    for (path, message) in [("/api/counts", event), ("/api/ratings", rating)] {
        assert_eq!(running.post_json(path, message).await.status, 204, "{path}");
        assert_eq!(running.post_json(path, message).await.status, 429, "{path}");
    }
    assert_eq!(running.send(&draft(&key(1))).await.status, 201);
}

#[tokio::test]
async fn whoever_reads_is_not_told_that_a_feedback_was_not_received() {
    let running = Running::start().await;
    running.service.store().close().await;
    let code = super::feedback::code(1);
    for path in ["/api/board".to_owned(), format!("/api/feedback/{code}"), "/api/counts".to_owned()] {
        let busy = running.get(&path).await;
        assert_eq!(
            (busy.status, busy.header("retry-after"), busy.errors().as_str()),
            (503, "5", ": Hệ thống đang bận. Xin thử lại sau ít phút."),
            "{path}"
        );
    }
    let page = running.get(&format!("/gui/tra-cuu?code={code}")).await;
    assert_eq!((page.status, page.header("content-type")), (503, "text/html; charset=utf-8"));
    assert!(page.text.contains("Hệ thống đang bận. Xin thử lại sau ít phút.</p>"), "{}", page.text);
    assert!(page.text.contains(&format!("value=\"{code}\"")), "{}", page.text);
}

#[tokio::test]
async fn ratings_and_counts_keep_nothing_that_says_who_on_both_engines() {
    for database in Database::both() {
        let running = Running::of(campaign(), database).await;
        let rating =
            r#"{"campaign":"ke-hoach","actor":"so-mau","subject":"guide/khai-sinh","satisfaction":"satisfied"}"#;
        for _ in 0..2 {
            assert_eq!(running.post_json("/api/ratings", rating).await.status, 204);
        }
        let counts = running.get("/api/ratings?subject=guide/khai-sinh").await;
        assert_eq!(counts.text, r#"{"satisfied":2,"neutral":0,"dissatisfied":0}"#);
        let wrong = running.post_json("/api/ratings", &rating.replace("guide/", "<")).await;
        assert_eq!(
            (wrong.status, wrong.errors().as_str()),
            (422, "subject: Trang này chưa ghi rõ nội dung được đánh giá. Xin báo cho cơ quan quản lý trang.")
        );
        assert_eq!(running.get("/api/ratings?subject=%00").await.status, 422);
        // Words are for feedback, which somebody reads.
        let words = running.post_json("/api/ratings", &rating.replace("}", ",\"comment\":\"Dễ hiểu\"}")).await;
        assert_eq!(
            (words.status, words.errors().as_str()),
            (
                422,
                ": `comment` is not taken here, since nobody would read it; leave it out, and send words as feedback"
            )
        );
        let event = r#"{"campaign":"ke-hoach","guide":"khai-sinh","audience":"nguoi-dan","deed":"said-not-filed","obstacle":"payment"}"#;
        for _ in 0..3 {
            assert_eq!(running.post_json("/api/counts", event).await.status, 204);
        }
        let expected = r#"{"counts":[{"actor":null,"guide":"khai-sinh","audience":"nguoi-dan","deed":"said-not-filed","obstacle":"payment","count":3}]}"#;
        assert_eq!(running.get("/api/counts?from=2026-11-24").await.text, expected);
        assert_eq!(running.get("/api/counts?until=2026-11-23").await.text, r#"{"counts":[]}"#);
        for (wrong, message) in [
            (
                event.replace("said-not-filed", "said-filed"),
                ": `obstacle` goes with `said-not-filed` alone; leave it out",
            ),
            (event.replace("khai-sinh", "khac"), ": `guide` is not of this campaign"),
            (event.replace("nguoi-dan", "khac"), ": `campaign`, `actor` or `audience` is not of this service"),
        ] {
            let refused = running.post_json("/api/counts", &wrong).await;
            assert_eq!((refused.status, refused.errors().as_str()), (422, message));
        }
        assert_eq!(
            running.post_json("/api/counts", &event.replace("\"guide\"", "\"visitor\":\"7\",\"guide\"")).await.status,
            422
        );
    }
}

#[tokio::test]
async fn a_repeated_rating_is_counted_once_on_both_engines() {
    for database in Database::both() {
        let running = Running::of(campaign(), database).await;
        let pairs = |key: &'static str| {
            let of_key = [("idempotency_key", key)].into_iter().filter(|(_, key)| !key.is_empty());
            let rating = [
                ("campaign", "ke-hoach"),
                ("subject", "guide/khai-sinh"),
                ("satisfaction", "dissatisfied"),
                ("website", ""),
            ];
            super::service::form(&of_key.chain(rating).collect::<Vec<_>>())
        };
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept", "application/json")];
        let keys = ["0123456789abcdef", "0123456789abcdef", "0123456789abcdeg", "", ""];
        for key in keys {
            assert_eq!(running.ask("POST", "/api/ratings", &headers, &pairs(key)).await.status, 204, "{key}");
        }
        let counts = running.get("/api/ratings?subject=guide/khai-sinh").await;
        assert_eq!(counts.text, r#"{"satisfied":0,"neutral":0,"dissatisfied":4}"#, "two keys, and two without one");
        let short = running.ask("POST", "/api/ratings", &headers, &pairs("abc")).await;
        assert_eq!(
            (short.status, short.errors().as_str()),
            (422, ": the idempotency key must have 16 to 64 letters a–z, A–Z, digits, `-` or `_`")
        );
    }
}

#[tokio::test]
async fn nothing_is_counted_unless_the_campaign_says_so() {
    let running = Running::of(campaign_with("format = 1\nratings = \"off\"\n"), Database::sqlite()).await;
    let event = r#"{"campaign":"ke-hoach","guide":"khai-sinh","deed":"guide-started"}"#;
    let off = running.post_json("/api/counts", event).await;
    assert_eq!(
        (off.status, off.errors().as_str()),
        (404, ": this campaign counts nothing; `counts = \"on\"` in `service.toml` turns it on")
    );
    assert_eq!(running.get("/api/counts").await.status, 404);
    let off = running.get("/api/ratings?subject=a").await;
    assert_eq!(
        (off.status, off.errors().as_str()),
        (404, ": this campaign takes no ratings; `ratings = \"on\"` in `service.toml` turns them on")
    );
}
