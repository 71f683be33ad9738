//! What is published from a small plan, end to end.

use loa_feedback::consent::Consents;
use loa_feedback::routes::Routes;
use loa_plan::Plan;
use serde_json::Value;

use super::{Feedback, Fragment, Offered, Pictures, Service, Slice};
use crate::slice::FromJson;

struct NoPictures;

impl Pictures for NoPictures {
    fn size(&self, _: &str) -> Option<(u32, u32)> {
        None
    }
}

fn plan() -> Plan {
    Plan::from_toml(include_str!("../../../tests/fixtures/two-tiers.toml")).unwrap()
}

fn guide() -> loa_procedure::guide::Guide {
    let text = include_str!("../../../examples/campaigns/hanoi-2025/guides/khai-sinh.md");
    loa_procedure::guide::read("khai-sinh.md", text).unwrap().value
}

fn routes() -> Routes {
    let text = include_str!("../../../examples/campaigns/hanoi-2025/routes.toml");
    loa_feedback::routes::read("routes.toml", text).unwrap().value
}

fn consents() -> Consents {
    let text = include_str!("../../../examples/campaigns/hanoi-2025/consents.toml");
    loa_feedback::consent::read("consents.toml", text).unwrap().value
}

fn feedback<'c>(routes: &'c Routes, consents: &'c Consents) -> Feedback<'c> {
    Feedback { routes, consents, service: Service::default(), board: None }
}

fn slices() -> Vec<Slice> {
    super::slices(&plan(), &[guide()], Some(feedback(&routes(), &consents())), "20251120-0a1b2c3d").unwrap()
}

fn fragments() -> Vec<Fragment> {
    super::fragments(
        &plan(),
        &[guide()],
        Some(feedback(&routes(), &consents())),
        &NoPictures,
        "20251120-0a1b2c3d",
        "/loa/thu/",
    )
    .unwrap()
}

#[test]
fn every_slice_is_read_by_the_widget_that_asks_for_it() {
    for slice in slices() {
        let json: Value = serde_json::from_str(&slice.json).unwrap();
        let read = match slice.path.split('/').next().unwrap() {
            "board" => crate::board::BoardSlice::from_json(&json).map(|slice| serde_json::to_value(slice).unwrap()),
            "guide" => crate::guide::GuideSlice::from_json(&json).map(|slice| serde_json::to_value(slice).unwrap()),
            "feedback" => {
                crate::feedback::FeedbackSlice::from_json(&json).map(|slice| serde_json::to_value(slice).unwrap())
            }
            "message" => {
                crate::message::MessageSlice::from_json(&json).map(|slice| serde_json::to_value(slice).unwrap())
            }
            "progress" => {
                crate::progress::ProgressSlice::from_json(&json).map(|slice| serde_json::to_value(slice).unwrap())
            }
            "rating" => crate::rating::RatingSlice::from_json(&json).map(|slice| serde_json::to_value(slice).unwrap()),
            _ => crate::roadmap::RoadmapSlice::from_json(&json).map(|slice| serde_json::to_value(slice).unwrap()),
        };
        assert_eq!(read, Ok(json), "{}", slice.path);
    }
}

#[test]
fn a_fragment_is_one_element_with_its_build_and_address() {
    for fragment in fragments() {
        let start = format!("<{} ", fragment.tag);
        assert!(fragment.html.starts_with(&start), "{}", fragment.html);
        assert!(fragment.html.ends_with(&format!("</{}>", fragment.tag)), "{}", fragment.html);
        assert!(fragment.html.contains(r#" src="/loa/thu/" data-loa-build="20251120-0a1b2c3d">"#), "{}", fragment.html);
    }
}

#[test]
fn static_html_hides_nothing_and_breaks_no_strict_policy() {
    for fragment in fragments() {
        for forbidden in [" hidden", " inert", " style=", "<style", "<script", " onclick=", "javascript:", " class="] {
            assert!(!fragment.html.contains(forbidden), "{forbidden} is in {}", fragment.html);
        }
    }
}

#[test]
fn the_forms_of_one_target_never_bear_the_name_of_another() {
    let mut plan = plan();
    let target = plan.targets[0].clone();
    for id in ["x", "x-bar", "x-ring"] {
        plan.targets.push(loa_plan::Target { id: loa_plan::TargetId::new(id).unwrap(), ..target.clone() });
    }
    let fragments = super::fragments(&plan, &[], None, &NoPictures, "1", "/").unwrap();
    let mut names: Vec<_> = fragments.iter().map(|fragment| (fragment.tag, fragment.name.as_str())).collect();
    assert!(names.contains(&("loa-progress", "x.bar")) && names.contains(&("loa-progress", "x-bar.ring")), "{names:?}");
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[test]
fn a_form_is_published_only_where_the_campaign_says_who_takes_it_in() {
    let names = |routes: &Routes| {
        let fragments =
            super::fragments(&plan(), &[], Some(feedback(routes, &consents())), &NoPictures, "1", "/loa/thu/").unwrap();
        let of_feedback = fragments.into_iter().filter(|fragment| fragment.tag == "loa-feedback");
        of_feedback.map(|fragment| (fragment.name, fragment.html.contains("<form"))).collect::<Vec<_>>()
    };
    let named =
        |names: &[(&str, bool)]| names.iter().map(|(name, form)| ((*name).to_owned(), *form)).collect::<Vec<_>>();
    assert_eq!(names(&routes()), named(&[("channels", false), ("form", true), ("link", false)]));
    assert_eq!(names(&Routes { endpoint: None, ..routes() }), named(&[("channels", false)]));
}

#[test]
fn a_form_posts_ticks_nothing_and_asks_for_everything_that_the_rules_want() {
    let form = fragments()
        .into_iter()
        .find(|fragment| (fragment.tag, &*fragment.name) == ("loa-feedback", "form"))
        .unwrap()
        .html;
    for part in [
        r#"<loa-feedback endpoint="/" src="/loa/thu/""#,
        r#"<form method="post" action="/api/feedback" accept-charset="utf-8">"#,
        r#"<input value="procedure" type="radio" name="kind""#,
        r#"<input value="answer@1" type="checkbox" name="consents""#,
        r#"<p aria-hidden="true"><label for="phan-anh-"#,
        r#"name="website" tabindex="-1" autocomplete="off""#,
        "Theo Nghị định 20/2008/NĐ-CP, tố cáo không phải là phản ánh",
        "Quyền của quý vị: Được biết thông tin được dùng thế nào",
    ] {
        assert!(form.contains(part), "{part} is not in {form}");
    }
    for name in ["campaign", "kind", "actor", "procedure", "text", "name", "address", "phone", "email", "consents"] {
        assert!(form.contains(&format!("name=\"{name}\"")), "{name}");
    }
    assert!(!form.contains(" checked") && !form.contains("value=\"complaint\""), "{form}");
}

fn board(routes: &Routes, page: Option<&loa_feedback::BoardPage>) -> Vec<(String, String)> {
    let consents = consents();
    let feedback = Feedback { board: page, ..feedback(routes, &consents) };
    let fragments = super::fragments(&plan(), &[], Some(feedback), &NoPictures, "1", "/loa/thu/").unwrap();
    let of_board = fragments.into_iter().filter(|fragment| fragment.tag == "loa-board");
    of_board.map(|fragment| (fragment.name, fragment.html)).collect()
}

#[test]
fn a_board_asks_a_service_only_where_the_campaign_says_which() {
    let all = board(&routes(), None);
    let names = |all: &[(String, String)]| all.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&all), ["all", "channels"]);
    for part in [
        r#"<loa-board endpoint="/" src="/loa/thu/""#,
        r#"<form method="get" action="/gui/tra-cuu" data-loa-form="lookup">"#,
        r#"<form method="get" action="/gui/bang" data-loa-form="filter">"#,
        r#"<option value="answered">Đã trả lời</option>"#,
        r#"<a href="/api/board.atom""#,
    ] {
        assert!(all[0].1.contains(part), "{part} is not in {}", all[0].1);
    }
    assert!(!all[0].1.contains("<ol") && !all[0].1.contains("mới nhất khi trang"), "{}", all[0].1);
    let without = board(&Routes { endpoint: None, ..routes() }, None);
    assert_eq!(names(&without), ["channels"]);
    for dead in ["<form", "<button", "/gui", "/api"] {
        assert!(!without[0].1.contains(dead), "{dead} is in {}", without[0].1);
    }
    assert!(without[0].1.contains("Trang này không nối với nơi nhận phản ánh."), "{}", without[0].1);
}

#[test]
fn the_newest_feedback_stands_in_the_page_and_nothing_of_it_depends_on_the_day() {
    let page = serde_json::from_value(serde_json::json!({
        "items": [
            {
                "code": "4821-9930-5127-7786-0311", "campaign": "thu", "actor": "so", "kind": "procedure",
                "status": "answered", "label": "Đã trả lời", "received_at": "2026-11-24T14:10:00+07:00",
                "question": "Hỏi <b>gì</b>?",
                "answer": {
                    "text": "Đáp.", "unit": "so", "answered_at": "2026-11-25T09:00:00+07:00",
                    "links": [{ "title": "Hướng dẫn", "url": "https://cong.example.vn/a" }]
                }
            },
            {
                "code": "4821-9930-5127-7786-0311", "campaign": "thu", "actor": "so", "kind": "campaign",
                "status": "received", "label": "Đã nhận", "received_at": "2026-11-24T14:10:00+07:00",
                "due_at": "2026-11-25T14:10:00+07:00", "late": { "days": 1, "hours": 2 }
            }
        ],
        "next": "1795504200.48219930512777860311"
    }))
    .unwrap();
    let (_, html) = &board(&routes(), Some(&page))[0];
    for part in [
        r#"<ol role="list"><li><h3>Thủ tục hành chính, dịch vụ công trực tuyến: so</h3>"#,
        r#"<span aria-hidden="true">✓</span> <span>Đã trả lời</span>"#,
        "<blockquote>Hỏi &lt;b&gt;gì&lt;/b&gt;?</blockquote>",
        r#"<strong>Trả lời:</strong> so, <time datetime="2026-11-25T09:00:00+07:00">09:00 ngày 25/11/2026</time>"#,
        r#"<a href="https://cong.example.vn/a">Hướng dẫn</a>"#,
        r#"<strong data-loa-late=""><span aria-hidden="true">!</span> quá hạn</strong>"#,
        "Nội dung chưa được công khai.",
        "cursor=1795504200.48219930512777860311\">Xem phản ánh cũ hơn trên trang của nơi nhận</a>",
    ] {
        assert!(html.contains(part), "{part} is not in {html}");
    }
    assert!(!html.contains("giờ làm việc"), "{html}");
    for forbidden in [" hidden", " style=", "<script", " class="] {
        assert!(!html.contains(forbidden), "{forbidden} is in {html}");
    }
}

#[test]
fn two_runs_give_the_same() {
    assert_eq!(slices(), slices());
    assert_eq!(fragments(), fragments());
}

#[test]
fn guides_say_where_they_are_counted_only_when_the_campaign_counts() {
    let counts = |routes: &Routes, service: Service| {
        let (consents, guide) = (consents(), guide());
        let feedback = Feedback { service, ..feedback(routes, &consents) };
        let slices = super::slices(&plan(), &[guide], Some(feedback), "1").unwrap();
        let guide = slices.into_iter().find(|slice| slice.path == "guide/khai-sinh.json").unwrap();
        let json: Value = serde_json::from_str(&guide.json).unwrap();
        assert_eq!(
            crate::guide::GuideSlice::from_json(&json).map(|read| serde_json::to_value(read).unwrap()),
            Ok(json.clone())
        );
        json.get("counts").cloned()
    };
    let on = Service { counts: Offered::Yes, ..Service::default() };
    let said = counts(&routes(), on).unwrap();
    assert_eq!((&said["at"], &said["campaign"]), (&Value::from("/api/counts"), &Value::from("hai-cap")));
    let audiences: Vec<String> = serde_json::from_value(said["audiences"].clone()).unwrap();
    for audience in plan().audiences {
        let id = audience.id.to_string();
        assert!(audiences.chunks(2).any(|pair| pair == [id.clone(), id.clone()]), "{id} is not in {audiences:?}");
    }
    assert_eq!(said["answers"][6], "payment");
    assert_eq!(counts(&routes(), Service::default()), None, "counting is off unless the campaign says so");
    assert_eq!(counts(&Routes { endpoint: None, ..routes() }, on), None);
}

#[test]
fn something_to_rate_is_published_only_where_the_campaign_says_who_counts_it() {
    let names = |routes: &Routes, service: Service| {
        let consents = consents();
        let feedback = Feedback { service, ..feedback(routes, &consents) };
        let fragments = super::fragments(&plan(), &[guide()], Some(feedback), &NoPictures, "1", "/loa/thu/").unwrap();
        let of_ratings = fragments.into_iter().filter(|fragment| fragment.tag == "loa-rating");
        of_ratings.map(|fragment| (fragment.name, fragment.html.contains("<form"))).collect::<Vec<_>>()
    };
    let closed = vec![("closed".to_owned(), false)];
    let open = vec![("all".to_owned(), true), ("closed".to_owned(), false), ("guide.khai-sinh".to_owned(), true)];
    assert_eq!(names(&routes(), Service::default()), open);
    assert_eq!(names(&routes(), Service { ratings: Offered::No, ..Service::default() }), closed);
    assert_eq!(names(&Routes { endpoint: None, ..routes() }, Service::default()), closed);
    let guide = fragments().into_iter().find(|fragment| fragment.name == "guide.khai-sinh").unwrap().html;
    for part in [
        r#" endpoint="/" guide="khai-sinh""#,
        r#"action="/api/ratings""#,
        r#"value="guide/khai-sinh" type="hidden" name="subject""#,
        r#"value="dissatisfied""#,
    ] {
        assert!(guide.contains(part), "{part} is not in {guide}");
    }
}
