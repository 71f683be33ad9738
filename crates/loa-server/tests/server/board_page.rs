//! The board as a page: what it shows, its filter, its pages.

use std::sync::atomic::Ordering;

use loa_feedback::Draft;
use loa_feedback::public::DEFAULT_LIMIT;

use super::engines::Database;
use super::feedback::{draft, key, moment};
use super::forms::is_plain;
use super::public::publish;
use super::service::{Running, campaign};

#[tokio::test]
async fn the_board_as_a_page_says_in_words_and_shapes_where_each_feedback_stands() {
    for database in Database::both() {
        let running = Running::of(campaign(), database).await;
        let empty = running.get("/gui/bang").await;
        is_plain(&empty);
        assert_eq!((empty.status, empty.header("cache-control")), (200, "public, max-age=30"));
        assert!(empty.text.contains("<p>Chưa có phản ánh nào như vậy.</p>"), "{}", empty.text);
        let answered = running.send(&draft(&key(1))).await.receipt().code;
        let waiting = running.send(&Draft { actor: "so-mau".to_owned(), ..draft(&key(2)) }).await.receipt().code;
        publish(&running, &answered, "Nộp <hồ sơ> thế nào?", "Xin xem hướng dẫn.").await;
        running.clock.store(moment("2026-11-26T16:10:00+07:00").unix(), Ordering::Relaxed);
        let page = running.get("/gui/bang").await;
        is_plain(&page);
        for said in [
            "<h2>Thủ tục hành chính: Ủy ban nhân dân phường Mẫu</h2>",
            "<strong><span aria-hidden=\"true\">✓</span> Đã trả lời</strong>",
            "<h3>Nội dung</h3>\n<p class=\"lines\">Nộp &lt;hồ sơ&gt; thế nào?</p>",
            "<h3>Trả lời</h3>\n<p class=\"lines\">Xin xem hướng dẫn.</p>\n<p>Ủy ban nhân dân phường Mẫu, 14:10 ngày 24/11/2026</p>",
            "<li><a href=\"https://cong.example.vn/huong-dan\">Hướng dẫn</a></li>",
            "<h2>Thủ tục hành chính: Sở Mẫu</h2>",
            "<span aria-hidden=\"true\">○</span> Đã nhận</strong> <strong class=\"late\"><span aria-hidden=\"true\">!</span> quá hạn 1 ngày 2 giờ làm việc</strong>",
            "Hạn là 14:10 ngày 25/11/2026.",
            "<p>Nội dung chưa được công khai.</p>",
            "<a href=\"tra-cuu\">Tra cứu theo mã phiếu</a>",
            "<a href=\"../api/board.atom\">",
        ] {
            assert!(page.text.contains(said), "{said}: {}", page.text);
        }
        assert!(page.text.contains(&format!("Phiếu {waiting}, nhận lúc 14:10 ngày 24/11/2026.<br>")), "{}", page.text);
        assert!(!page.text.contains("Xem thêm"));
        let one = running.get("/gui/bang?actor=so-mau&status=&cursor=").await;
        assert!(one.text.contains("<option value=\"so-mau\" selected>Sở Mẫu</option>"), "{}", one.text);
        assert!(one.text.contains(&waiting.to_string()) && !one.text.contains(&answered.to_string()));
    }
}

#[tokio::test]
async fn the_board_as_a_page_has_pages_that_keep_the_filter() {
    let running = Running::start().await;
    for i in 0..=DEFAULT_LIMIT {
        running.clock.fetch_add(1, Ordering::Relaxed);
        assert_eq!(running.send(&draft(&key(i as u64))).await.status, 201);
    }
    let first = running.get("/gui/bang?actor=phuong-mau").await;
    assert_eq!(first.text.matches("<h2>").count(), DEFAULT_LIMIT);
    let next = first.text.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let next = next.replace("&amp;", "&");
    assert!(next.starts_with("?campaign=ke-hoach&actor=phuong-mau&cursor="), "{next}");
    let second = running.get(&format!("/gui/bang{next}")).await;
    is_plain(&second);
    assert_eq!(second.text.matches("<h2>").count(), 1);
    assert!(second.text.contains("<a href=\"?campaign=ke-hoach&amp;actor=phuong-mau\">Về các phản ánh mới nhất</a>"));
    assert!(!second.text.contains("rel=\"next\""));
}

#[tokio::test]
async fn a_wrong_address_of_the_board_leads_to_the_whole_board() {
    let running = Running::start().await;
    for (path, status) in
        [("?status=open", 400), ("?cursor=%3Cscript%3E", 400), ("?limit=500", 400), ("?campaign=khac", 404)]
    {
        let page = running.get(&format!("/gui/bang{path}")).await;
        is_plain(&page);
        assert_eq!((page.status, page.header("cache-control")), (status, "no-store"), "{path}");
        assert!(
            page.text.contains("<strong>Lỗi:</strong> Địa chỉ này không đúng nên không lọc được.</p>"),
            "{}",
            page.text
        );
        assert!(page.text.contains("<a href=\"bang\">Xem tất cả phản ánh</a>"));
    }
    running.service.store().close().await;
    let busy = running.get("/gui/bang").await;
    assert_eq!((busy.status, busy.header("retry-after")), (503, "5"));
    assert!(busy.text.contains("Hệ thống đang bận. Xin thử lại sau ít phút."), "{}", busy.text);
}
