//! What is found, what is left alone, and that nothing that was put in comes out.

use proptest::prelude::*;

use super::{Preview, Sensitive, find};
use crate::status::Role;

fn redacted(text: &str) -> String {
    Preview::new(text).redacted()
}

#[test]
fn personal_data_is_hidden_however_it_is_written() {
    let phone = Sensitive::Phone.placeholder();
    let identity = Sensitive::Identity.placeholder();
    let email = Sensitive::Email.placeholder();
    let account = Sensitive::Account.placeholder();
    let plate = Sensitive::Plate.placeholder();
    for (text, expected) in [
        ("gọi 0912345678 nhé", format!("gọi {phone} nhé")),
        ("gọi 0912.345.678, cảm ơn", format!("gọi {phone}, cảm ơn")),
        ("gọi 0912-345-678.", format!("gọi {phone}.")),
        ("gọi 0 9 1 2.345 678", format!("gọi {phone}")),
        ("gọi +84 912 345 678", format!("gọi {phone}")),
        ("gọi +84 (0) 912 345 678", format!("gọi {phone}")),
        ("gọi (024) 3825 6789", format!("gọi {phone}")),
        ("gọi 84912345678 hoặc 0987 654 321", format!("gọi {phone} hoặc {phone}")),
        ("SĐT0912345678", format!("SĐT{phone}")),
        ("gọi ０９１２３４５６７８", format!("gọi {phone}")),
        ("gọi 0912\u{200b}345\u{a0}678", format!("gọi {phone}")),
        ("gọi 0️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", format!("gọi {phone}")),
        ("gọi O9l2345678", format!("gọi {phone}")),
        ("gọi không chín một hai ba bốn năm sáu bảy tám nhé", format!("gọi {phone} nhé")),
        ("goi khong chin mot hai ba tu lam sau bay tam", format!("goi {phone}")),
        ("số không chín một hai 345 678", format!("số {phone}")),
        ("máy bàn 38256789", format!("máy bàn {phone}")),
        ("số cũ 0168 234 5678", format!("số cũ {phone}")),
        ("số bên Nhật +81 90 1234 5678", format!("số bên Nhật {phone}")),
        ("0912_345_678 | 0987/654/321", format!("{phone} | {phone}")),
        ("số 0912345678\n0987654321", format!("số {phone}\n{phone}")),
        ("CCCD 001085012345 của tôi", format!("CCCD {identity} của tôi")),
        ("CCCD: 001 085 012 345", format!("CCCD: {identity}")),
        ("số 079.085.012.345", format!("số {identity}")),
        ("chứng minh thư 012345678", format!("chứng minh thư {identity}")),
        ("CMND số 123 456 789", format!("CMND số {identity}")),
        ("mã số thuế 8012345678", "mã số thuế [đã ẩn mã số thuế]".to_owned()),
        ("MST: 0101234567-001", "MST: [đã ẩn mã số thuế]".to_owned()),
        ("hộ chiếu B1234567", format!("hộ chiếu {identity}")),
        ("thư lan.nguyen@gmail.com nhé", format!("thư {email} nhé")),
        ("thư lan.nguyen @ gmail . com nhé", format!("thư {email} nhé")),
        ("thư lan[at]gmail.com", format!("thư {email}")),
        ("thư lan (at) gmail (dot) com", format!("thư {email}")),
        ("thư lan a còng gmail chấm com", format!("thư {email}")),
        ("thư l a n @ gmail.com", format!("thư {email}")),
        ("thư lan dot nguyen at gmail dot com", format!("thư {email}")),
        ("thư lan chấm nguyen a còng gmail chấm com", format!("thư {email}")),
        ("gọi ٠٩١٢٣٤٥٦٧٨, ๐๙๑๒๓๔๕๖๗๘", format!("gọi {phone}, {phone}")),
        ("thư lan@gmail", format!("thư {email}")),
        ("thư ｌａｎ＠ｇｍａｉｌ．ｃｏｍ", format!("thư {email}")),
        ("STK 19031234567890 Techcombank", format!("STK {account} Techcombank")),
        ("số tài khoản 0011 0040 12345 VCB", format!("số tài khoản {account} VCB")),
        ("so tai khoan: 123456", format!("so tai khoan: {account}")),
        ("STK: 123456789 hoặc 987654321012", format!("STK: {account} hoặc {account}")),
        ("chuyển vào 10201234567 (VietinBank)", format!("chuyển vào {account} (VietinBank)")),
        ("thẻ 9704 3612 3456 7890", format!("thẻ {account}")),
        ("xe 29A-123.45 đỗ sai", format!("xe {plate} đỗ sai")),
        ("xe 30H 12345", format!("xe {plate}")),
        ("xe 29-A1 123.45", format!("xe {plate}")),
        ("xe 29A1-123.45, 29-AB 123.45", format!("xe {plate}, {plate}")),
        ("xe 29LD-123.45", format!("xe {plate}")),
        ("xe 80-NG-123-45", format!("xe {plate}")),
        ("xe 29a12345", format!("xe {plate}")),
        ("biển số 29A 2024", format!("biển số {plate}")),
        ("xe 59X1 1234", format!("xe {plate}")),
        ("hồ sơ H26.19.8-241120-0001 chậm", "hồ sơ [đã ẩn mã hồ sơ] chậm".to_owned()),
        ("gọi 0912 345 678 ngày mai, 8 giờ", format!("gọi {phone} ngày mai, 8 giờ")),
        ("CMND 123 456 789 ngày cấp 12/10/2015", format!("CMND {identity} ngày cấp 12/10/2015")),
        ("CMND 123456789 đồng chí Lan", format!("CMND {identity} đồng chí Lan")),
        ("STK 123456789 người nhận Lan", format!("STK {account} người nhận Lan")),
        ("STK 19031234567890, số tiền 500.000 đ", format!("STK {account}, số tiền 500.000 đ")),
        ("0912 345 678 người nhà tôi", format!("{phone} người nhà tôi")),
        ("tài khoản 19031234567890 tại Vietcombank", format!("tài khoản {account} tại Vietcombank")),
        ("tài khoản 19031234567890 người nhận Lan", format!("tài khoản {account} người nhận Lan")),
        ("tài khoản 19031234567890 họ tên Lan", format!("tài khoản {account} họ tên Lan")),
        ("tài khoản 10201234567 đồng chí Lan", format!("tài khoản {account} đồng chí Lan")),
        ("tài khoản 0011 0040 12345 tại VCB", format!("tài khoản {account} tại VCB")),
        ("chuyển khoản vào 10201234567 tại VietinBank", format!("chuyển khoản vào {account} tại VietinBank")),
        (
            "số tài khoản Vietcombank 19031234567890 tại chi nhánh",
            format!("số tài khoản Vietcombank {account} tại chi nhánh"),
        ),
        ("CMND của tôi là số 123456789 tại Hà Nội", format!("CMND của tôi là số {identity} tại Hà Nội")),
        ("CCCD của tôi là số 0010 8501 2345 tại Hà Nội", format!("CCCD của tôi là số {identity} tại Hà Nội")),
        ("hộ chiếu b1234567", format!("hộ chiếu {identity}")),
        ("hộ chiếu của tôi là số b1234567 tại Hà Nội", format!("hộ chiếu của tôi là số {identity} tại Hà Nội")),
        ("hộ chiếu C 1234567", format!("hộ chiếu {identity}")),
        ("hộ chiếu số C-1234567", format!("hộ chiếu số {identity}")),
        ("xe 29a 123.45", format!("xe {plate}")),
        ("xe 29a 12345", format!("xe {plate}")),
        ("đi xe lúc 10h 0912 345 678", format!("đi xe lúc 10h {phone}")),
        ("thẻ visa 4111 1111 1111 1111", format!("thẻ visa {account}")),
        ("thẻ 4111111111111111 tại ATM", format!("thẻ {account} tại ATM")),
        ("thẻ 4111 1111 1111 1111 tại ATM", format!("thẻ {account} tại ATM")),
        ("thẻ 9704361234567890 tại ATM", format!("thẻ {account} tại ATM")),
        ("số 843 1.1.2000 - 00 ngày mai", format!("số {phone} ngày mai")),
        ("số 05/2000 - 0000", format!("số {phone}")),
        ("số 0 5/12/2000 12", format!("số {phone}")),
    ] {
        assert_eq!(redacted(text), expected, "{text}");
    }
}

#[test]
fn what_is_nobodys_data_stays() {
    for text in [
        "Thủ tục 1.001193 và 1.004222, 1.004194.",
        "Mã 1.001193.000.00.00.H26 không tìm thấy",
        "Tài khoản VNeID lỗi với thủ tục 1.001193 ngày 12/10/2026",
        "Nghị định 224/2026/NĐ-CP, Thông tư 26/2020/TT-BTTTT, Kế hoạch 40/KH-UBND",
        "NĐ 224/2026 Điều 10 khoản 3",
        "Lệ phí 10.000 đ, 20.000đ, 7.000 đồng, 1.000.000.000 VNĐ",
        "ngân hàng báo thu 150000000 đồng",
        "hết 100.000.000.000 đồng",
        "Có 1.446.705 tài khoản iHanoi, 1.859 phản ánh",
        "Nộp ngày 09/12/2025 lúc 10 giờ, hẹn 15-11-2026",
        "từ 10/2025 đến 12/2026",
        "Giờ làm việc 08:00-12:00 và 13:30-17:30",
        "Tôi nộp 3 lần từ năm 2024 đến năm 2026",
        "gọi 19001009 hoặc 18001096, 024.1022",
        "Lúc 10h 12000 người xếp hàng",
        "Năm 2025 có 12000 người, 1234567 lượt, 150 000 hộ",
        "ngân hàng giữ 1.446.705.000 tài khoản",
        "thẻ 4111 1111 1111 1112",
        "ba bốn năm nay tôi chờ, không ai trả lời",
        "Phòng 12A tầng 15, số 40 ngõ 120",
        "Điều 15A năm 2025",
        "nhắn @ubndphuong trên Zalo",
        "Tôi viết ở cổng. Com là cơm",
        "Chờ lâu a. Tôi về",
        "Nộp ngày 09/12/2025, 10 giờ có kết quả",
        "xếp hạng 119/126 rồi 3/126",
        "98,5 % và 16.52%",
        "",
    ] {
        assert_eq!(redacted(text), text);
    }
}

#[test]
fn an_officer_marks_what_has_no_form_and_leaves_in_what_is_nobodys() {
    let text = "Bà Lan ở ngõ 12 gọi 0912345678, mã 001085012345";
    let preview = Preview::new(text);
    let kinds: Vec<_> = preview.found().iter().map(|found| found.kind).collect();
    assert_eq!(kinds, [Sensitive::Phone, Sensitive::Identity]);
    let name = text.find("Lan").unwrap();
    let preview = preview.with(name..name + 3).with(1..2).with(0..0).with(9_000..9_001).without(2).without(7);
    assert_eq!(preview.redacted(), "Bà [đã ẩn] ở ngõ 12 gọi [đã ẩn số điện thoại], mã 001085012345");
    assert_eq!(preview.text(), text);
}

#[test]
fn a_text_is_public_when_its_sender_agreed_and_somebody_approves_who_may() {
    let preview = Preview::new("gọi 0912345678");
    let agreed = ["answer@1".parse().unwrap(), "publish@1".parse().unwrap()];
    assert_eq!(preview.approve_question(Role::Admin, &agreed).unwrap().as_str(), preview.redacted());
    assert_eq!(preview.approve_answer(Role::Publisher).unwrap().as_str(), preview.redacted());
    for error in [preview.approve_question(Role::Officer, &agreed), preview.approve_answer(Role::Officer)] {
        assert_eq!(
            error.unwrap_err().to_string(),
            "the role `officer` may not publish, expected `publisher` or `admin`"
        );
    }
    assert_eq!(
        preview.approve_question(Role::Publisher, &agreed[..1]).unwrap_err().to_string(),
        "the sender did not agree to publishing the text, so it stays with the agency"
    );
}

/// Words around what is put in, among them digits in words, dates and amounts.
const AROUND: [&str; 16] = [
    "xin",
    "gọi",
    "tôi",
    "năm",
    "ba",
    "không",
    "là",
    "của",
    "hồ sơ",
    "ngày 12/10/2026",
    "10.000 đ",
    "1.001193",
    "nhé",
    "số",
    "và",
    "lần thứ 2",
];

/// What people write behind a number, among it words that also count something.
const BEHIND: [&str; 9] = [
    "đấy",
    "tại Hà Nội",
    "họ tên Lan",
    "người nhận Lan",
    "phần ghi tên Lan",
    "lượt gửi trước",
    "tai chi nhanh",
    "đồng chí Lan",
    "ngày mai",
];

/// The signs by which people keep digits apart.
const BETWEEN: [&str; 9] = ["", " ", ".", "-", " - ", "\u{a0}", "\u{200b}", "/", ", "];

fn around() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(AROUND.to_vec()), 0..6).prop_map(|words| words.join(" "))
}

/// Digits in groups, with signs between them, some full-width.
fn spread(digits: impl Strategy<Value = String>) -> impl Strategy<Value = (String, String)> {
    let breaks = proptest::collection::vec((1_usize..5, proptest::sample::select(BETWEEN.to_vec())), 20);
    (digits, breaks, any::<bool>()).prop_map(|(digits, breaks, wide)| {
        let mut written = String::new();
        let mut rest = digits.as_str();
        for (length, between) in breaks {
            let (group, after) = rest.split_at(length.min(rest.len()));
            let group = group.chars().map(|c| if wide { char::from_u32(c as u32 - 0x30 + 0xff10).unwrap() } else { c });
            written.extend(group);
            rest = after;
            if rest.is_empty() {
                break;
            }
            written.push_str(between);
        }
        (digits, written)
    })
}

fn digits_of(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkc().filter(char::is_ascii_digit).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_phone_number_comes_out(
        before in around(), after in around(), (digits, written) in spread("0[35789][0-9]{8}|02[0-9]{9}|84[35789][0-9]{8}"),
        behind in proptest::sample::select(vec!["đấy", "đồng chí Lan", "người nhà", "ngày mai", "giờ nào cũng được", "nhé"])
    ) {
        // Words for digits right beside it may make it another number; so there is a word between.
        let text = format!("{before} đây {written} {behind} {after}");
        let rest = digits_of(&redacted(&text));
        let kept = digits_of(&format!("{before}{after}"));
        prop_assert!(!rest.contains(&digits) && rest.len() <= kept.len(), "{} -> {}", text, redacted(&text));
    }

    #[test]
    fn no_identity_number_comes_out(
        before in around(), after in around(), behind in proptest::sample::select(BEHIND.to_vec()),
        number in "0[0-9]{11}", named in any::<bool>(),
    ) {
        let name = if named { "CCCD" } else { "đây" };
        for written in [number.clone(), format!("{} {} {} {}", &number[..3], &number[3..6], &number[6..9], &number[9..])] {
            let text = format!("{before} {name} {written} {behind} {after}");
            let rest = digits_of(&redacted(&text));
            prop_assert!(rest.len() <= digits_of(&format!("{before}{after}")).len(), "{} -> {}", text, redacted(&text));
        }
    }

    #[test]
    fn no_passport_comes_out(
        before in around(), after in around(), behind in proptest::sample::select(BEHIND.to_vec()),
        letter in "[a-zA-Z]", between in "[ -]?", number in "[1-9][0-9]{6}",
        name in proptest::sample::select(vec!["hộ chiếu", "hộ chiếu số", "ho chieu:", "passport"]),
    ) {
        let text = format!("{before} {name} {letter}{between}{number} {behind} {after}");
        let out = redacted(&text);
        prop_assert!(!digits_of(&out).contains(&number), "{} -> {}", text, out);
    }

    #[test]
    fn no_account_comes_out(
        before in around(), after in around(), behind in proptest::sample::select(BEHIND.to_vec()),
        word in proptest::sample::select(vec!["STK", "số tài khoản", "so tai khoan:", "s.t.k", "account"]),
        number in "[0-9]{6,19}",
    ) {
        let text = format!("{before} {word} {number} {behind} {after}");
        let out = redacted(&text);
        prop_assert!(!digits_of(&out).contains(&number), "{} -> {}", text, out);
    }

    #[test]
    fn no_account_comes_out_near_a_word_that_may_speak_of_something_else(
        before in around(), after in around(), behind in proptest::sample::select(BEHIND.to_vec()),
        word in proptest::sample::select(vec![
            "tài khoản", "tk", "ngân hàng", "chuyển khoản vào", "Vietcombank", "tài khoản của tôi ở ngân hàng là", "MoMo",
        ]),
        number in "[0-9]{8,19}",
    ) {
        let text = format!("{before} {word} {number} {behind} {after}");
        let out = redacted(&text);
        prop_assert!(!digits_of(&out).contains(&number), "{} -> {}", text, out);
    }

    #[test]
    fn no_address_comes_out(
        before in around(), after in around(),
        local in "[a-z][a-z0-9]{2,8}[.][a-z0-9]{3,8}", domain in "[a-z]{4,9}", end in "com|vn|net|com[.]vn",
        form in 0_usize..7,
    ) {
        let written = match form {
            0 => format!("{local}@{domain}.{end}"),
            1 => format!("{local} @ {domain} . {}", end.replace('.', " . ")),
            2 => format!("{local}[at]{domain}.{end}"),
            3 => format!("{local} (at) {domain} (dot) {}", end.replace('.', " (dot) ")),
            4 => format!("{local} a còng {domain} chấm {}", end.replace('.', " chấm ")),
            5 => format!("{local}＠{domain}．{}", end.replace('.', "．")),
            _ => format!("{local}@\u{200b}{domain}.\u{200b}{end}"),
        };
        let text = format!("{before} đây {written} đấy {after}");
        let out = redacted(&text);
        prop_assert!(!out.contains(&local) && !out.contains(&domain), "{} -> {}", text, out);
    }

    #[test]
    fn no_plate_comes_out(
        before in around(), after in around(), province in 11_u32..100, series in "[A-Z]|[A-Z]{2}|[A-Z][1-9]",
        number in "[1-9][0-9]{4}", form in 0_usize..4, is_small in any::<bool>(),
    ) {
        let written = match form {
            0 => format!("{province}{series}-{}.{}", &number[..3], &number[3..]),
            1 => format!("{province}-{series} {}.{}", &number[..3], &number[3..]),
            2 => format!("{province}{series} {number}"),
            _ => format!("{province}{series}-{number}"),
        };
        // In small letters a word before it says what it is.
        let written = if is_small { format!("xe {}", written.to_lowercase()) } else { written };
        let text = format!("{before} đây {written} đấy {after}");
        let out = redacted(&text);
        let tail = format!("{}.{}", &number[..3], &number[3..]);
        prop_assert!(!out.contains(&number) && !out.contains(&tail), "{} -> {}", text, out);
    }

    #[test]
    fn what_is_found_stands_in_the_text(text in "(?s).{0,60}|[0-9 .@a-zA-Z+()\u{200b}０-９đạ-]{0,60}") {
        let found = find(&text);
        let mut at = 0;
        for found in &found {
            prop_assert!(found.span.start >= at && found.span.start < found.span.end);
            prop_assert!(text.get(found.span.clone()).is_some());
            at = found.span.end;
        }
        prop_assert_eq!(Preview::new(text.clone()).redacted().is_empty(), text.is_empty());
    }
}
