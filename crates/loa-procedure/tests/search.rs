//! Questions against names: a small catalogue of our own, and the real one where it is there.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use loa_procedure::catalogue;
use loa_procedure::search::{Answer, Entry, Everyday, Index, Kind, Why};
use proptest::prelude::*;

/// Names that are as near to one another as those of the catalogue are.
const NAMES: [(&str, &str); 9] = [
    ("1.001193", "Thủ tục đăng ký khai sinh"),
    ("1.004884", "Thủ tục đăng ký lại khai sinh"),
    ("1.000656", "Thủ tục đăng ký khai tử"),
    ("1.005461", "Đăng ký lại khai tử"),
    ("1.004222", "Đăng ký thường trú"),
    ("1.003197", "Xóa đăng ký thường trú"),
    ("1.013225", "Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV và nhà ở riêng lẻ"),
    ("1.013228", "Cấp lại giấy phép xây dựng đối với công trình cấp III, cấp IV và nhà ở riêng lẻ"),
    ("1.014955-Xoa", "Hoà giải ở cơ sở"),
];

fn small() -> Index {
    Index::build(&NAMES.map(|(code, name)| Entry::new(code, name)), &Everyday::of_the_language())
}

fn codes(answer: &Answer) -> Vec<&str> {
    answer.results.iter().map(|found| found.code.as_str()).collect()
}

#[test]
fn a_name_is_found_as_it_stands_without_accents_and_with_slips() {
    let index = small();
    for question in
        ["Thủ tục đăng ký khai sinh", "dang ky khai sinh", "đăng ký khaisinh", "đăng ký khia sinhh", "hòa giải"]
    {
        let answer = index.find(question);
        let expected = if question == "hòa giải" { "1.014955-Xoa" } else { "1.001193" };
        assert_eq!(codes(&answer)[0], expected, "{question}: {answer:?}");
    }
    assert_eq!(codes(&index.find("đăng ký lại khai tử"))[0], "1.005461");
    assert_eq!(codes(&index.find("xoa thuong tru"))[0], "1.003197");
}

#[test]
fn everyday_words_find_what_the_catalogue_calls_otherwise_and_say_so() {
    let answer = small().find("Chồng em vừa mất, em phải làm gì ạ?");
    assert_eq!((answer.kind, codes(&answer)[0]), (Kind::Match, "1.000656"));
    let means = "đăng ký khai tử".to_owned();
    assert_eq!(answer.results[0].why, Why::Saying { said: "chồng … mất".to_owned(), means });
    assert_eq!(answer.results[0].why.to_string(), "“chồng … mất” trong danh mục là “đăng ký khai tử”");
    let answer = small().find("nhập khẩu về nhà chồng");
    assert_eq!((answer.kind, codes(&answer)[0]), (Kind::Match, "1.004222"));
    let answer = small().find("HKTT");
    assert_eq!(codes(&answer)[0], "1.004222");
}

#[test]
fn several_that_fit_are_a_choice_and_each_says_why() {
    let answer = small().find("giấy phép xây dựng");
    assert_eq!(answer.kind, Kind::Choose);
    let mut found = codes(&answer);
    found.sort_unstable();
    assert_eq!(found, ["1.013225", "1.013228"]);
    let answer = small().find("khai sinh lại");
    let Why::Words(words) = &answer.results[0].why else { panic!("{answer:?}") };
    assert_eq!(words, &["lại", "khai", "sinh"]);
    assert_eq!(answer.results[0].why.to_string(), "Tên thủ tục có: lại, khai, sinh");
}

#[test]
fn what_nobody_here_decides_is_none_and_says_who_does() {
    for question in ["cách nấu phở", "thời tiết hôm nay", "giá vàng", "", "   ", "?", "toi muon hoi"] {
        let answer = small().find(question);
        assert_eq!((answer.kind, answer.results.len(), answer.elsewhere), (Kind::None, 0, None), "{question}");
    }
    let answer = small().find("Tôi muốn ly hôn thì nộp đơn ở đâu");
    assert_eq!((answer.kind, answer.results.len()), (Kind::None, 0));
    assert_eq!(
        answer.elsewhere.as_deref(),
        Some("Việc ly hôn do Tòa án nhân dân giải quyết (Bộ luật Tố tụng dân sự 2015, Điều 28 và Điều 29).")
    );
}

#[test]
fn a_code_finds_its_own_procedure_alone() {
    let answer = small().find(" 1.001193.000.00.00.H26 ");
    assert_eq!((answer.kind, codes(&answer)), (Kind::Match, vec!["1.001193"]));
    assert_eq!(answer.results[0].why.to_string(), "Đúng mã thủ tục");
    assert_eq!(small().find("9.999999").kind, Kind::None);
}

#[test]
fn an_index_of_nothing_finds_nothing() {
    let index = Index::build(&[], &Everyday::default());
    assert!(index.is_empty());
    assert_eq!(index.find("đăng ký khai sinh").kind, Kind::None);
}

proptest! {
    #[test]
    fn any_question_has_an_answer(question in "\\PC{0,200}") {
        let answer = small().find(&question);
        prop_assert!(answer.results.len() <= 10);
        prop_assert!(answer.results.iter().all(|found| (0.0..=1.0).contains(&found.score)));
        prop_assert_eq!(answer.kind == Kind::None, answer.results.is_empty());
    }

    #[test]
    fn any_bytes_are_an_index_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for beginning in [&b""[..], b"LOA1"] {
            if let Ok(index) = Index::read(&[beginning, &bytes].concat()) {
                drop(index.find("đăng ký khai sinh"));
            }
        }
    }
}

/// Real data, which is not part of the project.
fn data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    if !path.exists() {
        println!("skipped: there is no {}", path.display());
    }
    path.exists().then_some(path)
}

#[derive(serde::Deserialize)]
struct Question {
    query: String,
    codes: Vec<String>,
}

/// A sample of questions; it shows that nothing is broken, not how good the search is with others.
#[test]
fn questions_of_people_find_their_procedures_in_the_real_catalogue() {
    let (Some(rows), Some(questions)) = (data("catalog.jsonl"), data("queries.jsonl")) else { return };
    let day = NaiveDate::from_ymd_opt(2026, 7, 18).unwrap();
    let rows = catalogue::read(&std::fs::read_to_string(rows).unwrap(), day).rows;
    let entries: Vec<Entry> = rows.iter().map(|row| Entry::of_row(row, Some("UBND Thành phố Hà Nội"))).collect();
    let bytes = Index::write(&entries, &Everyday::of_the_language());
    let index = Index::read(&bytes).unwrap();
    assert_eq!(index.len(), entries.len());
    let (mut first, mut among_five, mut all) = (0, 0, 0);
    for line in std::fs::read_to_string(questions).unwrap().lines() {
        let Question { query, codes } = serde_json::from_str(line).unwrap();
        let answer = index.find(&query);
        if codes.is_empty() {
            assert_eq!(answer.kind, Kind::None, "{query}");
            continue;
        }
        let place = answer.results.iter().position(|found| codes.contains(&found.code));
        all += 1;
        first += usize::from(place == Some(0));
        among_five += usize::from(place.is_some_and(|place| place < 5));
    }
    println!("{} names in {} bytes; first {first}, among five {among_five}, of {all}", entries.len(), bytes.len());
    assert!(among_five * 100 >= all * 85 && first * 100 >= all * 60);
    for unrelated in ["thời tiết hôm nay thế nào", "cách nấu phở", "giá vàng", "mua vé máy bay đi Sài Gòn"]
    {
        assert_eq!(index.find(unrelated).kind, Kind::None, "{unrelated}");
    }
}
