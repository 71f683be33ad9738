//! The example campaigns: they read, they have no errors, and Hanoi's holds the whole article.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use loa_bundle::Campaign;
use loa_plan::Severity;

fn folder(campaign: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples/campaigns").join(campaign)
}

fn campaign(name: &str) -> Campaign {
    Campaign::read(&folder(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every part of the plan as the README names it: `phases.giai-doan-1`.
fn parts(campaign: &Campaign) -> BTreeSet<String> {
    let plan = serde_json::to_value(campaign.plan()).unwrap();
    let mut parts = BTreeSet::new();
    for (section, items) in plan.as_object().unwrap() {
        for item in items.as_array().into_iter().flatten() {
            if let Some(id) = item.get("id").and_then(|id| id.as_str()) {
                parts.insert(format!("{section}.{id}"));
            }
        }
    }
    parts
}

#[test]
fn no_example_has_an_error() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    for name in ["hanoi-2025", "quang-ngai-2025"] {
        let errors: Vec<_> =
            campaign(name).check(day).into_iter().filter(|l| l.finding.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn the_map_of_the_article_names_only_parts_that_exist_and_leaves_none_out() {
    let parts = parts(&campaign("hanoi-2025"));
    let readme = std::fs::read_to_string(folder("hanoi-2025").join("README.md")).unwrap();
    let sections: BTreeSet<&str> = parts.iter().filter_map(|part| part.split_once('.')).map(|(s, _)| s).collect();
    let named: BTreeSet<String> = readme
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.split_once('.').is_some_and(|(section, _)| sections.contains(section)))
        .map(str::to_owned)
        .collect();
    let strange: Vec<_> = named.difference(&parts).collect();
    assert!(strange.is_empty(), "the README names parts that the plan does not have: {strange:?}");
    let left_out: Vec<_> = parts.difference(&named).filter(|part| !part.starts_with("sources.")).collect();
    assert!(left_out.is_empty(), "the README leaves parts of the plan out: {left_out:?}");
}

#[test]
fn the_messages_stand_word_for_word() {
    // Pháp luật và Xã hội, "Tuyên truyền đẩy mạnh dịch vụ công trực tuyến gắn với thực hiện Đề án 06".
    let words = [
        "Hành chính thông minh - Tận tâm phục vụ",
        "Dịch vụ công trực tuyến - Đơn giản thủ tục, tiết kiệm thời gian",
        "Đăng ký khai sinh trực tuyến - Nhanh chóng, dễ dàng, mọi lúc mọi nơi",
        "Cùng Hà Nội bước vào kỷ nguyên mới với dịch vụ công trực tuyến",
        "Nộp thuế điện tử - Tiết kiệm chi phí, nâng cao hiệu quả kinh doanh",
        "Kết nối dữ liệu trực tuyến - Đồng hành phát triển doanh nghiệp",
        "Dịch vụ công trực tuyến: Giải pháp tiết kiệm thời gian, nâng cao chất lượng phục vụ",
    ];
    let campaign = campaign("hanoi-2025");
    let texts: Vec<String> = campaign.plan().messages.iter().map(|message| message.text.to_string()).collect();
    assert_eq!(texts, words);
}

#[test]
fn every_fact_of_a_plan_has_its_source() {
    for name in ["hanoi-2025", "quang-ngai-2025"] {
        let campaign = campaign(name);
        let plan = serde_json::to_value(campaign.plan()).unwrap();
        for section in ["phases", "audiences", "topics", "messages", "actors", "activities", "principles", "targets"] {
            for item in plan.get(section).and_then(|items| items.as_array()).into_iter().flatten() {
                assert!(item.get("source").is_some(), "{name}: {section} {} has no source", item["id"]);
            }
        }
        for measurement in &campaign.plan().measurements {
            let honest = measurement.source.is_some() || measurement.illustrative;
            assert!(
                honest,
                "{name}: the figure of `{}` has no source and does not say that it is made up",
                measurement.indicator
            );
        }
    }
}
