//! The roadmap knows the day in the plan's own time zone.

use loa_e2e::site::{Document, fragment};
use loa_e2e::{Engine, Page, Site, in_every_engine, run_in_zone};

in_every_engine!(a_date_that_the_page_gives_marks_its_phase);

const CURRENT: &str = "[...look.page.querySelectorAll('loa-roadmap > ol > li')].findIndex((phase) => phase.ariaCurrent === 'step' || phase.getAttribute('aria-current') === 'step') + 1";

async fn a_date_that_the_page_gives_marks_its_phase(page: &Page) {
    let site = Site::fine().await;
    site.put("/page", Document::of(&fragment("loa-roadmap/all")));
    page.go(&site, "/page").await;
    page.ready().await;
    let days = [
        ("2025-01-31", 0, "Chưa bắt đầu"),
        ("2025-02-01", 1, "Đang ở"),
        ("2025-03-31", 1, "Đang ở"),
        ("2025-04-01", 2, "Đang ở"),
        ("2025-06-30", 2, "Đang ở"),
        ("2025-07-01", 2, "Đang ở"),
        ("2025-12-31", 3, "Đang ở"),
        ("2026-01-01", 0, "Kế hoạch đã kết thúc ngày 31/12/2025"),
    ];
    for (day, phase, sentence) in days {
        let () = page.see(&format!("void look.hosts()[0].setAttribute('at', '{day}')")).await;
        page.until(
            &format!("the sentence of {day}"),
            &format!("look.find('loa-roadmap', '[part=now]').textContent.includes('{sentence}')"),
        )
        .await;
        page.until(&format!("the phase of {day}"), &format!("{CURRENT} === {phase}")).await;
    }
}

mod the_day_is_the_one_in_vietnam_wherever_the_browser_is {
    use super::*;

    #[test]
    fn chromium() {
        run_in_zone(Engine::Chromium, "America/Los_Angeles", new_year);
    }

    #[test]
    fn firefox() {
        run_in_zone(Engine::Firefox, "America/Los_Angeles", new_year);
    }

    #[test]
    fn webkit() {
        run_in_zone(Engine::WebKit, "America/Los_Angeles", new_year);
    }
}

/// In Los Angeles it is the morning of 31 December in both cases; in Hanoi it is half an hour before midnight, and after.
async fn new_year(page: &Page) {
    let site = Site::fine().await;
    for (instant, sentence) in
        [("2025-12-31T16:30:00Z", "Đang ở"), ("2025-12-31T17:30:00Z", "Kế hoạch đã kết thúc ngày 31/12/2025")]
    {
        site.put("/page", Document::of(&fragment("loa-roadmap/all")).clock(instant));
        page.go(&site, "/page").await;
        page.ready().await;
        assert_eq!(page.see::<u32>(&format!("new Date('{instant}').getDate()")).await, 31, "the browser's own day");
        let now = page.text("loa-roadmap", "[part=now]").await;
        assert!(now.contains(sentence), "{instant}: “{now}”");
    }
}
