//! Records and rows as the catalogue serves them, through the public interface.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use loa_procedure::catalogue::{self, Contents, changes};
use loa_procedure::honest::{fee, online_gain, time};
use loa_procedure::procedure::{Level, Procedure, State, Time, Way};
use serde_json::{Value, json};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 7, 18).unwrap()
}

fn read(value: &Value) -> Contents {
    catalogue::read(&value.to_string(), day())
}

/// A record in the form of the catalogue, written for these tests.
fn record() -> Value {
    json!({
        "code": " 1.001193.000.00.00.H26",
        "source_id": "id-1",
        "name": "Thủ tục  đăng ký\nkhai sinh",
        "category": {"code": "G15-TP07", "name": "Hộ tịch"},
        "promulgating_agency": "Bộ Tư pháp",
        "executing_agency": null,
        "subject_types": ["Công dân Việt Nam", ""],
        "results": ["Giấy khai sinh"],
        "requirements": "",
        "channels": [
            {"method": "ONLINE", "fees": [{"type": "SERVICE_FEE", "value_vnd": 0, "text": ""}],
             "processing": {"qty": 1, "unit": "OTHER"}, "note": ""},
            {"method": "DIRECT", "fees": [{"type": "FEE", "value_vnd": 8000, "text": "m&#7897;t bản"}],
             "processing": {"qty": "Trong ngày", "unit": "OTHER"}, "note": "Nộp tại xã"}
        ],
        "processing_cases": [{"case_code": "1.001193.01", "qty": 2.5, "unit": "WORKING_DAY"}],
        "steps_raw": [{"name": "", "text": "Bước 1: nộp\nBước 2: nhận"}],
        "checklist_raw": [{"group": "* Phải nộp:", "items": [
            {"name": "Tờ khai", "original_qty": 1, "copy_qty": 0, "required": false,
             "attachments": [{"fileName": "mau.docx"}]}
        ]}],
        "legal_basis": [{"code": "123/2015/NĐ-CP", "name": "Nghị định"}],
        "state": "ACTIVE",
        "source": {"url": "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/id-1",
                   "updated_at": "2026-07-06T18:35:07.082Z", "crawled_at": "2026-07-19T02:00:00.000Z"}
    })
}

fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut record = record();
    change(&mut record);
    record
}

fn problems(value: &Value) -> Vec<String> {
    let contents = read(value);
    assert!(contents.procedures.is_empty() && contents.rows.is_empty());
    contents.rejected.iter().flat_map(|rejected| &rejected.problems).map(ToString::to_string).collect()
}

#[test]
fn a_record_is_read_with_all_its_fields_and_its_repairs_are_told() {
    let contents = read(&record());
    assert_eq!(contents.rejected, []);
    let [procedure] = contents.procedures.as_slice() else { panic!("one record") };
    assert_eq!(procedure.code.as_str(), "1.001193");
    assert_eq!(procedure.name, "Thủ tục đăng ký khai sinh");
    assert_eq!(procedure.subjects, ["Công dân Việt Nam"]);
    assert_eq!(procedure.requirements, None);
    assert_eq!(procedure.level, None);
    assert_eq!(procedure.state, State::Active);
    assert_eq!(procedure.origin.updated, NaiveDate::from_ymd_opt(2026, 7, 7));
    assert_eq!(procedure.origin.snapshot, NaiveDate::from_ymd_opt(2026, 7, 19).unwrap());
    let online = procedure.by(Way::Online).next().unwrap();
    assert_eq!(fee::written(&online.fees[0]), "chưa có số liệu, xem nguồn");
    assert_eq!(time::written(online), None);
    let in_person = procedure.by(Way::InPerson).next().unwrap();
    assert_eq!(fee::written(&in_person.fees[0]), "8.000 đồng: một bản");
    assert_eq!(time::written(in_person).as_deref(), Some("Trong ngày"));
    assert_eq!(time::of_case(&procedure.cases[0]).as_deref(), Some("2,5 ngày làm việc"));
    assert_eq!(online_gain::gains(&procedure.filings), []);
    assert_eq!(procedure.all_documents().next().unwrap().forms, ["mau.docx"]);
    let repairs: Vec<String> = contents.repairs.iter().map(ToString::to_string).collect();
    assert_eq!(
        repairs,
        [
            "1.001193: spaces around `code` were taken away",
            "1.001193: `code` was `1.001193.000.00.00.H26`",
            "1.001193: line breaks in `name` became spaces",
            "1.001193: spaces around `name` were taken away",
            "1.001193: entities in `channels[1].fees[0].text` became the signs that they stand for",
        ]
    );
}

#[test]
fn what_is_tidied_is_told_for_every_kind() {
    let contents = read(&changed(|record| {
        record["code"] = json!("1.014955-Xoa");
        record["name"] = json!("Hoa\u{300} gia\u{309}i\u{200b}");
        record["state"] = json!("DRAFT");
        record["channels"][0]["fees"][0] = json!({"type": "TAX", "value_vnd": "20.000"});
        record["channels"][1]["fees"][0]["value_vnd"] = json!("Theo quy định");
        record["channels"][1]["processing"] = json!({"qty": "7", "unit": "MOON"});
        record["checklist_raw"][0]["items"][0]["name"] = json!("");
        record["checklist_raw"][0]["items"].as_array_mut().unwrap().push(json!({"name": ""}));
        record["source"]["url"] = json!("dichvucong.gov.vn");
        record["source"]["updated_at"] = json!("18/7/2026");
    }));
    let repairs: Vec<String> = contents.repairs.iter().map(ToString::to_string).collect();
    assert_eq!(
        repairs,
        [
            "1.014955-Xoa: `code` is `1.014955-Xoa`, which is no code of the national catalogue; it is kept as found",
            "1.014955-Xoa: invisible signs in `name` were taken away",
            "1.014955-Xoa: letters of `name` were composed with their accents",
            "1.014955-Xoa: `channels[0].fees[0].type` is `TAX`, which is not known here; it is kept as other",
            "1.014955-Xoa: `channels[0].fees[0].value_vnd` was the text `20.000` and is a number now",
            "1.014955-Xoa: entities in `channels[1].fees[0].text` became the signs that they stand for",
            "1.014955-Xoa: `channels[1].fees[0].value_vnd` was `Theo quy định`, which is now in the text of the fee",
            "1.014955-Xoa: `channels[1].processing.unit` is `MOON`, which is not known here; it is kept as other",
            "1.014955-Xoa: `channels[1].processing.qty` was the text `7` and is a number now",
            "1.014955-Xoa: `checklist_raw[0].items[0].name` is empty; the document is called `mau.docx` after its form",
            "1.014955-Xoa: `checklist_raw[0].items[1].name` is empty, and the document has no form; it was left out",
            "1.014955-Xoa: `state` is `DRAFT`, which is not known here; it is kept as other",
            "1.014955-Xoa: `source.url` is `dichvucong.gov.vn`, which is no address; it was left out",
            "1.014955-Xoa: `source.updated_at` is `18/7/2026`, which is no day; it was left out",
        ]
    );
    let procedure = &contents.procedures[0];
    assert_eq!(procedure.name, "Hoà giải");
    assert_eq!(procedure.filings[0].fees[0].amount.map(|amount| amount.0), Some(20_000));
    assert_eq!(procedure.filings[1].fees[0].text, "Theo quy định\nmột bản");
    assert!(matches!(procedure.filings[1].time, Time::Uncounted { .. }));
    assert!(!procedure.state.holds());
}

#[test]
fn what_would_have_to_be_guessed_is_rejected_with_all_its_reasons() {
    let wrong = changed(|record| {
        record["name"] = json!("  ");
        record["channels"][0]["method"] = json!("FAX");
        record["channels"][1]["fees"][0]["value_vnd"] = json!(-5);
        record["processing_cases"][0]["qty"] = json!(-1);
        record["checklist_raw"][0]["items"][0]["name"] = json!(7);
        record["subject_types"] = json!("Công dân");
    });
    let way_out = "correct it in the file, or export the entry once more";
    assert_eq!(
        problems(&wrong),
        [
            "name: it is missing or empty, expected a text; an entry cannot be kept without it".to_owned(),
            format!("subject_types: `\"Công dân\"` was found, expected a list; {way_out}"),
            "channels[0].method: `FAX` is no way of filing, expected `ONLINE`, `POSTAL` or `DIRECT`; correct it in the \
             file, or ask for a version of loa that knows it"
                .to_owned(),
            format!("channels[1].fees[0].value_vnd: `-5` was found, expected a whole number of đồng from 0; {way_out}"),
            format!("processing_cases[0].qty: `-1` was found, expected a number from 0 with at most three places; {way_out}"),
            format!("checklist_raw[0].items[0].name: `7` was found, expected a text; {way_out}"),
        ]
    );
    assert_eq!(
        problems(&changed(|record| record["code"] = Value::Null)),
        ["code: it is missing, expected a code such as `1.001193`; an entry cannot be kept without it"]
    );
}

#[test]
fn lines_are_read_one_by_one_and_a_broken_one_is_told_with_its_number() {
    let row = json!({
        "id": "a", "code": "1.000001", "name": "Một", "departments": ["Sở"], "categories": [],
        "formalityTargetType": [], "state": "UPDATED"
    });
    let text = format!("{row}\n\n{{\"code\":\n7\n{{\"code\":\"2.000001\"}}\n{row}\r\n");
    let contents = catalogue::read(&text, day());
    assert_eq!(contents.rows.len(), 2);
    assert_eq!(contents.rows[0].state, State::Amended);
    assert_eq!(contents.rows[0].snapshot, day());
    let told: Vec<String> = contents
        .rejected
        .iter()
        .map(|rejected| format!("{} {:?} {}", rejected.line, rejected.code, rejected.problems[0]))
        .collect();
    assert_eq!(
        told,
        [
            "3 None it is not JSON: EOF while parsing a value at line 1 column 8; export the entry once more",
            "4 None it is not an object, expected `{…}` with a code and a name; export the entry once more",
            "5 Some(\"2.000001\") it is neither a record (with `channels`) nor a row of a list (with `departments`), \
             expected one of the two; look whether it is an export of the catalogue of procedures",
        ]
    );
}

#[test]
fn a_file_with_one_broken_value_is_told_once() {
    let text = serde_json::to_string_pretty(&record()).unwrap();
    let contents = catalogue::read(&text[..text.len() - 20], day());
    assert_eq!(contents.rejected.len(), 1);
    assert!(contents.rejected[0].line > 50);
    assert_eq!(
        catalogue::read("", day()).rejected[0].problems[0].to_string(),
        "it is not JSON: EOF while parsing a value at line 1 column 0; export the entry once more"
    );
    assert_eq!(catalogue::read("[]", day()), Contents::default());
}

#[test]
fn a_level_is_said_only_by_a_flag_that_is_set_or_by_ways_without_one_online() {
    let level = |record: Value| read(&record).procedures.remove(0).level;
    assert_eq!(level(changed(|record| record["isFullProcess"] = json!(true))), Some(Level::Whole));
    assert_eq!(level(changed(|record| record["isFullProcess"] = json!(false))), None);
    assert_eq!(level(changed(|record| record["channels"] = json!([record["channels"][1]]))), Some(Level::None));
    assert_eq!(level(changed(|record| record["channels"] = json!([]))), None);
}

#[test]
fn a_newer_snapshot_says_what_it_has_otherwise() {
    let before = read(&record()).procedures.remove(0);
    let after = read(&changed(|record| {
        record["channels"][1]["fees"][0]["value_vnd"] = json!(9000);
        record["channels"][0]["processing"] = json!({"qty": 3, "unit": "DAY"});
        record["checklist_raw"][0]["items"][0]["copy_qty"] = json!(2);
        record["source"]["crawled_at"] = json!("2026-08-19");
    }))
    .procedures
    .remove(0);
    let told: Vec<String> = changes(&before, &after).iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "time online: nothing became `3 ngày`",
            "fees in person: `8.000 đồng, một bản` became `9.000 đồng, một bản`",
            "documents: `Tờ khai (1 originals, 0 copies)` became `Tờ khai (1 originals, 2 copies)`",
        ]
    );
    assert_eq!(changes(&before, &before), []);
}

#[test]
fn what_was_read_is_the_same_after_it_was_kept() {
    let procedure = read(&record()).procedures.remove(0);
    let kept = serde_json::to_string(&procedure).unwrap();
    assert_eq!(serde_json::from_str::<Procedure>(&kept).unwrap(), procedure);
}

/// Real data, which is not part of the project.
fn data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if !path.exists() {
        println!("skipped: there is no {}", path.display());
    }
    path.exists().then_some(path)
}

#[test]
fn every_record_of_the_real_catalogue_is_read_and_no_zero_is_shown_as_an_amount() {
    let Some(folder) = data("procedures") else { return };
    let (mut read, mut gains) = (0, 0);
    let mut kinds = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let contents = catalogue::read(&std::fs::read_to_string(&path).unwrap(), day());
        assert_eq!(contents.rejected, [], "{}", path.display());
        for procedure in &contents.procedures {
            read += 1;
            gains += usize::from(!online_gain::gains(&procedure.filings).is_empty());
            assert!(!procedure.code.is_malformed(), "{}", path.display());
            for fee in procedure.filings.iter().flat_map(|filing| &filing.fees) {
                let is_amount = fee.amount.is_some_and(|amount| amount.0 > 0);
                assert!(is_amount || matches!(fee::said(fee), fee::Said::Told(_) | fee::Said::Unknown));
            }
            let kept = serde_json::to_string(procedure).unwrap();
            assert_eq!(&serde_json::from_str::<Procedure>(&kept).unwrap(), procedure);
        }
        for repair in &contents.repairs {
            *kinds.entry(repair.what).or_insert(0) += 1;
        }
    }
    println!("{read} records, {gains} with a reason to file online, repairs {kinds:?}");
    assert!(read > 200);
}

#[test]
fn every_row_of_the_real_catalogue_is_read() {
    let Some(path) = data("catalog.jsonl") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let contents = catalogue::read(&text, day());
    assert_eq!(contents.rejected, []);
    assert_eq!(contents.rows.len(), text.lines().count());
    let malformed = contents.rows.iter().filter(|row| row.code.is_malformed()).count();
    let mut kinds = BTreeMap::new();
    for repair in &contents.repairs {
        *kinds.entry(repair.what).or_insert(0) += 1;
    }
    println!("{} rows, {malformed} malformed codes, repairs {kinds:?}", contents.rows.len());
    assert!(contents.rows.iter().all(|row| !row.name.contains('\n')));
}
