//! What a person is told, word for word.

use expect_test::{Expect, expect};

use super::*;
use crate::Kind;
use crate::consent::{Need, Purpose, Version};

fn rules() -> Rules {
    let consent = |purpose, need| AskedConsent { purpose, version: Version::new(2).unwrap(), need };
    Rules {
        campaign: "ke-hoach".parse().unwrap(),
        actors: vec!["trung-tam".parse().unwrap(), "phuong".parse().unwrap()],
        kinds: vec![Kind::Campaign, Kind::Procedure],
        consents: vec![
            consent(Purpose::Answer, Need::Required),
            consent(Purpose::Publish, Need::Optional),
            consent(Purpose::Survey, Need::Required),
        ],
    }
}

fn good() -> Draft {
    Draft {
        idempotency_key: "0190f5a4-7b1e-7c3a-9d2e".into(),
        campaign: "ke-hoach".into(),
        actor: "phuong".into(),
        kind: "procedure".into(),
        procedure: " 1.001193 ".into(),
        text: " Nộp hồ sơ khai sinh ba lần\r\nđều báo lỗi. ".into(),
        name: " Nguyễn  Thị Lan ".into(),
        address: "Ngõ 12, phường Cửa Nam".into(),
        phone: "0912.345.678".into(),
        email: String::new(),
        consents: vec!["answer@2".into(), "survey@2".into(), "answer@2".into(), String::new()],
        website: " ".into(),
    }
}

fn refused(change: impl FnOnce(&mut Draft), expected: Expect) {
    let mut draft = good();
    change(&mut draft);
    let problems = Submission::check(&draft, &rules()).map_or_else(|problems| problems.to_string(), |_| String::new());
    expected.assert_eq(&problems);
}

#[test]
fn a_good_draft_is_taken_in_and_cleaned() {
    let submission = Submission::check(&good(), &rules()).unwrap();
    assert_eq!(submission.key.as_str(), "0190f5a4-7b1e-7c3a-9d2e");
    assert_eq!(submission.text, "Nộp hồ sơ khai sinh ba lần\nđều báo lỗi.");
    assert_eq!(submission.procedure.as_ref().map(|code| code.as_str()), Some("1.001193"));
    assert_eq!(submission.sender.name, "Nguyễn Thị Lan");
    assert_eq!(submission.sender.phone.as_ref().map(PhoneNumber::as_str), Some("+84912345678"));
    assert_eq!(submission.sender.email, None);
    assert_eq!(submission.consents.iter().map(ToString::to_string).collect::<Vec<_>>(), ["answer@2", "survey@2"]);
}

#[test]
fn an_empty_draft_is_told_everything_at_once_in_the_order_of_the_form() {
    let problems = Submission::check(&Draft::default(), &rules()).unwrap_err();
    expect![[r#"
        idempotency_key: Biểu mẫu thiếu mã chống gửi trùng. Xin tải lại trang rồi gửi lại.
        campaign: Biểu mẫu này thuộc một chương trình khác. Xin tải lại trang rồi gửi lại.
        kind: Xin chọn loại nội dung.
        actor: Xin chọn đơn vị nhận.
        text: Xin viết nội dung phản ánh, kiến nghị.
        name: Xin ghi họ và tên.
        address: Xin ghi địa chỉ.
        phone: Xin ghi số điện thoại hoặc thư điện tử để cơ quan trả lời.
        consents: Xin đánh dấu đồng ý để cơ quan dùng thông tin của mình khi giải quyết và trả lời; thiếu ô này thì không trả lời được.
        consents: Xin đánh dấu đồng ý để cơ quan hỏi lại sau khi trả lời."#]]
    .assert_eq(&problems.to_string());
    let json = serde_json::to_string(&Problems { errors: problems.errors[..1].to_vec() }).unwrap();
    expect![[r#"{"errors":[{"field":"idempotency_key","message":"Biểu mẫu thiếu mã chống gửi trùng. Xin tải lại trang rồi gửi lại."}]}"#]]
        .assert_eq(&json);
}

#[test]
fn the_kind_is_one_that_is_taken_in() {
    let apart = expect![
        "kind: Khiếu nại, tố cáo có luật riêng nên không gửi ở đây. Xin xem nơi tiếp nhận ở bước chọn loại nội dung."
    ];
    refused(|draft| draft.kind = "complaint".into(), apart);
    refused(
        |draft| draft.kind = "street".into(),
        expect!["kind: Loại nội dung này gửi ở nơi khác. Xin xem nơi tiếp nhận ở bước chọn loại nội dung."],
    );
    refused(
        |draft| draft.kind = "Procedure".into(),
        expect!["kind: Loại nội dung không có trong danh sách. Xin chọn lại."],
    );
}

#[test]
fn the_unit_and_the_procedure_are_known_ones() {
    refused(
        |draft| draft.actor = "so-khac".into(),
        expect!["actor: Đơn vị nhận không có trong danh sách. Xin chọn lại."],
    );
    refused(
        |draft| draft.procedure = "1.1193".into(),
        expect!["procedure: Mã thủ tục chưa đúng. Mã có dạng 1.001193; nếu không biết, xin để trống."],
    );
}

#[test]
fn name_and_address_have_limits() {
    refused(
        |draft| {
            draft.name = "L".into();
            draft.address = "12".into();
        },
        expect![[r#"
            name: Họ và tên quá ngắn. Xin ghi đầy đủ.
            address: Địa chỉ quá ngắn. Xin ghi đầy đủ, ví dụ số nhà, đường, phường."#]],
    );
    refused(
        |draft| {
            draft.name = "a".repeat(101);
            draft.address = "a".repeat(301);
        },
        expect![[r#"
            name: Họ và tên dài quá 100 ký tự. Xin ghi gọn lại.
            address: Địa chỉ dài quá 300 ký tự. Xin ghi gọn lại."#]],
    );
    refused(|draft| draft.name = "0912345678".into(), expect!["name: Họ và tên quá ngắn. Xin ghi đầy đủ."]);
    assert!(Submission::check(&Draft { name: "Ý".repeat(100), address: "Ấ".repeat(300), ..good() }, &rules()).is_ok());
}

#[test]
fn a_phone_number_or_an_address_is_enough_and_a_wrong_one_is_told() {
    let by_mail = Draft { phone: String::new(), email: "lan@vidu.vn".into(), ..good() };
    assert_eq!(Submission::check(&by_mail, &rules()).unwrap().sender.phone, None);
    refused(
        |draft| {
            draft.phone = "12345".into();
            draft.email = "lan@vidu".into();
        },
        expect![[r#"
            phone: Số điện thoại chưa đúng. Xin ghi số như 0912 345 678 hoặc +84 912 345 678.
            email: Địa chỉ thư điện tử chưa đúng. Xin ghi như ten@vidu.vn."#]],
    );
    refused(
        |draft| draft.phone = "01682345678".into(),
        expect!["phone: Số di động 11 chữ số đã đổi từ năm 2018. Xin ghi số mới có 10 chữ số."],
    );
}

#[test]
fn consents_are_for_the_words_that_are_shown_now() {
    let changed = "consents: Nội dung đồng ý đã thay đổi. Xin tải lại trang, đọc lại và đánh dấu lại.";
    for outdated in ["answer@1", "answer@3"] {
        let draft = Draft { consents: vec![outdated.into(), "survey@2".into()], ..good() };
        assert_eq!(Submission::check(&draft, &rules()).unwrap_err().to_string(), changed);
    }
    refused(
        |draft| draft.consents = vec!["on".into(), "answer@2".into(), "survey@2".into()],
        expect!["consents: Có một ô đồng ý không đọc được. Xin tải lại trang rồi đánh dấu lại."],
    );
    // A consent that is not asked for is not taken from anybody.
    let mut rules = rules();
    rules.consents.retain(|asked| asked.purpose != Purpose::Survey);
    assert_eq!(Submission::check(&good(), &rules).unwrap_err().to_string(), changed);
    // What must be public in one campaign is said in its words.
    rules.consents.iter_mut().for_each(|asked| asked.need = Need::Required);
    let draft = Draft { consents: vec!["answer@2".into()], ..good() };
    assert_eq!(
        Submission::check(&draft, &rules).unwrap_err().to_string(),
        "consents: Xin đánh dấu đồng ý công khai nội dung phản ánh, không kèm họ tên và cách liên hệ."
    );
}

#[test]
fn a_field_for_programs_stays_empty() {
    refused(|draft| draft.website = "https://".into(), expect!["website: Xin để trống ô này rồi gửi lại."]);
}

#[test]
fn the_fields_are_those_of_the_contract() {
    let json = serde_json::to_value(Draft::default()).unwrap();
    let names: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    let mut expected: Vec<&str> = Field::ALL.iter().map(|field| field.as_str()).collect();
    expected.retain(|name| !["subject", "comment"].contains(name));
    expected.sort_unstable();
    let mut names = names;
    names.sort_unstable();
    assert_eq!(names, expected);
    assert!(Field::ALL.iter().any(|field| field.as_str() == HONEYPOT));
    // What is missing is empty, and what a portal adds is left alone.
    let draft: Draft = serde_json::from_str(r#"{"text":"Chào","nv_token":"1"}"#).unwrap();
    assert_eq!(draft, Draft { text: "Chào".into(), ..Draft::default() });
}

#[test]
fn a_form_that_was_posted_is_a_draft_too() {
    let pairs = [
        ("text", "Chào"),
        ("text", "Chào ạ"),
        ("consents", "answer@2"),
        ("consents[]", "publish@2"),
        ("nv_token", "1"),
    ];
    let mut expected = Draft { text: "Chào ạ".into(), ..Draft::default() };
    expected.consents = vec!["answer@2".into(), "publish@2".into()];
    assert_eq!(Draft::from_pairs(pairs), expected);
    // Every field of the contract has its place.
    let names = Field::ALL.iter().map(|field| field.as_str()).filter(|name| !["subject", "comment"].contains(name));
    let full = Draft::from_pairs(names.map(|name| (name, "x")));
    let json = serde_json::to_value(&full).unwrap();
    assert!(json.as_object().unwrap().values().all(|value| value == "x" || value[0] == "x"), "{json}");
    assert_eq!(Draft::from_pairs((0..100).map(|_| ("consents", "answer@2"))).consents.len(), 16);
}

#[cfg(feature = "toml")]
#[test]
fn a_campaign_gives_the_rules_of_the_day() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/campaigns/hanoi-2025");
    let text = |name: &str| std::fs::read_to_string(format!("{folder}/{name}")).unwrap();
    let plan = loa_plan::Plan::from_toml(&text("plan.toml")).unwrap();
    let mut routes = crate::routes::read("routes.toml", &text("routes.toml")).unwrap().value;
    let consents = crate::consent::read("consents.toml", &text("consents.toml")).unwrap().value;
    let has = |rules: &Rules, actor: &str| rules.actors.iter().any(|id| id.as_str() == actor);
    let day = |text| loa_plan::date::parse(text).unwrap();
    // Without a list of its own every unit of the plan takes feedback in.
    routes.units.clear();
    let before = Rules::new(&plan, &routes, &consents, day("2025-06-30"));
    let after = Rules::new(&plan, &routes, &consents, day("2025-07-01"));
    assert!(has(&before, "quan-huyen-thi-xa") && !has(&before, "phuong-dong-da"));
    assert!(!has(&after, "quan-huyen-thi-xa") && has(&after, "phuong-dong-da"));
    assert!(has(&after, "trung-tam-pvhcc") && !has(&after, "nha-tai-tro") && !has(&after, "bao-chi"));
    assert_eq!(after.kinds, [Kind::Procedure, Kind::Campaign]);
    assert_eq!(after.consents.len(), 2);
    routes.units = vec!["trung-tam-pvhcc".parse().unwrap()];
    assert_eq!(Rules::new(&plan, &routes, &consents, day("2025-07-01")).actors, routes.units);
    let json = serde_json::to_string(&after).unwrap();
    assert_eq!(serde_json::from_str::<Rules>(&json).unwrap(), after);
}
