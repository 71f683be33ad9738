//! The desk on a narrow phone, with large letters, in forced and in dark colours.

use std::sync::Arc;

use loa_e2e::page::Desk;
use loa_e2e::site::{Office, Worker};
use loa_e2e::{Engine, Page, Site, in_every_engine, run};

use super::{ANSWER, LINK};

in_every_engine!(nothing_is_lost_on_a_phone_or_with_letters_of_double_size);

/// An office with a feedback that is overdue and one that is answered, and an admin at the desk; the pages to look at.
async fn office(page: &Page) -> (Site, Vec<String>) {
    let office = Arc::new(Office::open().await);
    let site = Site::with_office(&office).await;
    let late = office.receive("Bộ phận một cửa hẹn trả kết quả ngày 12 nhưng đến ngày 20 vẫn chưa có.").await;
    let code = office.receive("Tôi nộp hồ sơ khai sinh ba lần đều báo lỗi, xin gọi 0912 345 678.").await;
    office.pass(6 * 24);
    let admin = Desk::sign_in(page, &site, Worker::Admin).await;
    admin.open(&code).await;
    admin.accept("urgent").await;
    admin.answer(ANSWER, LINK).await;
    let path = |code: &str, end: &str| format!("/desk/phieu/{}{end}", code.replace('-', ""));
    let pages = vec![
        "/desk".to_owned(),
        path(&late, ""),
        path(&code, ""),
        path(&code, "/cong-khai"),
        path(&code, "/nguoi-gui"),
        "/desk/nhat-ky".to_owned(),
        "/desk/xuat".to_owned(),
        "/desk/phieu/1".to_owned(),
        "/gui".to_owned(),
        "/gui?kind=complaint".to_owned(),
        "/gui?kind=procedure".to_owned(),
        format!("/gui/tra-cuu?code={code}"),
    ];
    (site, pages)
}

const UNFOLD: &str = "look.page.querySelectorAll('details').forEach((details) => { details.open = true; })";

async fn nothing_is_lost_on_a_phone_or_with_letters_of_double_size(page: &Page) {
    let (site, mut pages) = office(page).await;
    site.let_frames();
    let mut lost = Vec::new();
    for at in 0..=pages.len() {
        if at == pages.len() {
            page.forget_cookies().await;
            pages.push("/desk/dang-nhap".to_owned());
        }
        let path = &pages[at];
        for width in [320, 1280] {
            page.go_framed(&site, path, (width, 800), None).await;
            let () = page.see(UNFOLD).await;
            for letters in ["100%", "200%"] {
                let () = page.see(&format!("void (look.page.documentElement.style.fontSize = '{letters}')")).await;
                page.painted().await;
                let found: Vec<String> = page.see("look.lost()").await;
                lost.extend(found.into_iter().map(|text| format!("{path}, {width} px, {letters}: {text}")));
            }
        }
    }
    assert!(lost.is_empty(), "{}:\n{}", page.engine(), lost.join("\n"));
}

#[test]
fn in_forced_and_in_dark_colours_everything_can_be_read() {
    run(Engine::Chromium, async |page: &Page| {
        let (site, pages) = office(page).await;
        let mut wrong = Vec::new();
        for (feature, value) in [("forced-colors", "active"), ("prefers-color-scheme", "dark")] {
            page.media(feature, value).await;
            for path in &pages {
                page.go(&site, path).await;
                assert!(page.see::<bool>(&format!("matchMedia('({feature}: {value})').matches")).await);
                let () = page.see(UNFOLD).await;
                let mut found = page.barriers().await;
                found.extend(page.see::<Vec<String>>(FLAT).await);
                wrong.extend(found.into_iter().map(|text| format!("{path}, {feature}: {text}")));
            }
        }
        page.forget_cookies().await;
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    });
}

/// Buttons, fields and marks without an edge.
const FLAT: &str = "[...look.page.querySelectorAll('button, select, textarea, input:not([type=hidden], [type=checkbox]), .due.late, mark')] \
    .filter(look.visible).filter((node) => { const style = getComputedStyle(node); return parseFloat(style.borderTopWidth) === 0; }) \
    .map((node) => `${look.path(node)} has no edge`)";
