//! The demonstration: a ward's portal, and a page as NukeViet renders it, with the headers that they are sent with.

use loa_e2e::page::Width;
use loa_e2e::{Page, Site, in_every_engine};

in_every_engine!(
    the_pages_of_the_demonstration_work_under_their_own_policies,
    the_pages_of_the_demonstration_are_free_of_barriers,
    the_bar_of_the_demonstration_moves_the_widgets_to_a_day,
    pictures_for_people_to_look_at,
);

const PAGES: [(&str, &str); 4] = [
    ("portal", "/"),
    ("portal-guide", "/huong-dan/thuong-tru.html"),
    ("nukeviet", "/hosts/nukeviet/"),
    ("hostile", "/hosts/nukeviet/hostile.html"),
];

/// These pages are a visitor's, so that no probe runs on them: the widgets are asked themselves.
const READY: &str = "look.hosts().length > 0 && look.hosts().every((host) => { \
    host.shadowRoot || host.scrollIntoView({ block: 'nearest', behavior: 'instant' }); return host.shadowRoot; })";

async fn the_pages_of_the_demonstration_work_under_their_own_policies(page: &Page) {
    let site = Site::fine().await;
    for (name, path) in PAGES {
        page.go(&site, path).await;
        page.until(&format!("the widgets of {name} have taken over"), READY).await;
        assert!(page.see::<bool>("look.page.querySelectorAll('loa-guide > ol > li').length > 3").await, "{name}");
        page.press("loa-guide", "[part=next]").await;
        page.until("the second step", "look.find('loa-guide', '[part=position]').textContent.includes('2')").await;
    }
}

async fn the_pages_of_the_demonstration_are_free_of_barriers(page: &Page) {
    let site = Site::fine().await;
    let mut barriers = Vec::new();
    for (name, path) in PAGES {
        page.go(&site, path).await;
        page.until(&format!("the widgets of {name} have taken over"), READY).await;
        page.painted().await;
        // The shape of NukeViet's pages, without a landmark for the content, is NukeViet's.
        let found = if name.starts_with("portal") { page.barriers().await } else { page.barriers_of_widgets().await };
        barriers.extend(found.into_iter().map(|barrier| format!("{name}: {barrier}")));
    }
    assert!(barriers.is_empty(), "{}", barriers.join("\n\n"));
}

async fn pictures_for_people_to_look_at(page: &Page) {
    let site = Site::fine().await;
    for (name, path) in PAGES {
        for width in [Width::Phone, Width::Desk] {
            page.picture(&site, path, name, width, READY).await;
        }
    }
    for width in [Width::Phone, Width::Desk] {
        page.picture(&site, "/gop-y/", "feedback", width, READY).await;
        page.picture(&site, "/phan-anh/", "board", width, READY).await;
    }
}

async fn the_bar_of_the_demonstration_moves_the_widgets_to_a_day(page: &Page) {
    let site = Site::fine().await;
    page.go(&site, "/?at=2025-03-15").await;
    page.until("the widgets have taken over", READY).await;
    let says = |text: &str| format!("look.find('loa-roadmap', '[part=now]').textContent.includes('{text}')");
    page.until("the day of the address", &says("Đang ở: Giai đoạn 1")).await;
    let () = page
        .see("(() => { const day = look.page.querySelector('#demo-day'); day.value = 182; day.dispatchEvent(new Event('input', { bubbles: true })); })()")
        .await;
    page.until("another day", &says("Đang ở: Giai đoạn 2")).await;
    assert_eq!(page.see::<String>("new URL(location).searchParams.get('at')").await, "2025-07-02");
    page.press("body", "#demo-today").await;
    page.until("today, after the plan", &says("Kế hoạch đã kết thúc")).await;
}
