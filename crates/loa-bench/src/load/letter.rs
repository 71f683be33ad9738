//! What is sent: made up of names, streets and complaints as people write them, each another one.

use std::io::Write as _;

/// Who takes a letter in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receiver {
    /// `loa serve` with the campaign of the service's own tests.
    Loa,
    /// Isso, as a comment with name and e-mail address.
    Isso,
}

/// One letter; the same numbers give the same one.
pub(super) struct Letter {
    number: u64,
    random: u64,
    key: u64,
}

const FAMILIES: [&str; 8] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
const MIDDLES: [&str; 6] = ["Thị", "Văn", "Hữu", "Ngọc", "Đức", "Minh"];
const GIVEN: [&str; 10] = ["Lan", "Hùng", "Hạnh", "Tuấn", "Phượng", "Dũng", "Huệ", "Quỳnh", "Thắng", "Yến"];
const STREETS: [&str; 6] = ["Hàng Bài", "Láng Hạ", "Kim Mã", "Tôn Đức Thắng", "Nguyễn Trãi", "Đội Cấn"];

const TEXTS: [&str; 5] = [
    "Tôi nộp hồ sơ đăng ký khai sinh cho cháu từ đầu tháng mà trang vẫn báo \"đang xử lý\". Tôi đã gọi ba lần, mỗi lần được hẹn sang tuần. Xin cho biết hồ sơ đang ở đâu và khi nào có kết quả.",
    "Bước tải ảnh giấy tờ báo lỗi dung lượng dù ảnh chỉ 2 MB.\nTôi thử trên điện thoại và trên máy tính đều không được. Đề nghị ghi rõ ảnh phải nhỏ đến đâu và sửa thông báo lỗi cho dễ hiểu.",
    "Bài hướng dẫn nói chỉ cần căn cước, đến nơi lại phải nộp thêm giấy xác nhận cư trú bản giấy. Gia đình tôi ở xa, đi lại mất một ngày. Mong cơ quan thống nhất giữa hướng dẫn và thực tế.",
    "Phí nộp trực tuyến đã trừ tiền nhưng trang báo chưa thanh toán. Tôi gửi kèm thời điểm giao dịch. Đề nghị kiểm tra, hoàn tiền hoặc ghi nhận để tôi khỏi phải nộp lần thứ hai.",
    "Cán bộ bộ phận một cửa hướng dẫn rất tận tình, tuy nhiên máy lấy số hỏng cả buổi sáng nên người già phải đứng chờ. Kiến nghị có ghế và có người gọi tên khi máy hỏng.",
];

impl Letter {
    pub(super) fn new(seed: u64, number: u64) -> Self {
        let random = mixed(seed ^ mixed(number));
        Self { number, random, key: mixed(random) }
    }

    fn pick(&self, words: &[&'static str], at: u32) -> &'static str {
        words[(self.random >> at) as usize % words.len()]
    }

    /// The whole request as it goes over the line.
    pub(super) fn request(&self, receiver: Receiver, into: &mut Vec<u8>) {
        let body = self.body(receiver);
        let path = match receiver {
            Receiver::Loa => "/api/feedback",
            Receiver::Isso => "/new?uri=%2Fhuong-dan%2F",
        };
        into.clear();
        // Writing into memory does not fail.
        let _ = write!(
            into,
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: loa-bench\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
    }

    fn body(&self, receiver: Receiver) -> String {
        let (family, middle, given) = (self.pick(&FAMILIES, 0), self.pick(&MIDDLES, 8), self.pick(&GIVEN, 16));
        let text = self.pick(&TEXTS, 24).replace('"', "\\\"").replace('\n', "\\n");
        let number = self.number;
        match receiver {
            Receiver::Loa => {
                let (house, street) = ((self.random >> 32) % 300 + 1, self.pick(&STREETS, 40));
                let (phone, kind) =
                    (self.key % 100_000_000, if number.is_multiple_of(4) { "campaign" } else { "procedure" });
                format!(
                    r#"{{"idempotency_key":"{:016x}{:016x}","campaign":"ke-hoach","actor":"phuong-mau","kind":"{kind}","procedure":"1.001193","text":"{text} (Lần {number}.)","name":"{family} {middle} {given}","address":"Số {house} phố {street}, phường Mẫu","phone":"09{phone:08}","email":"","consents":["answer@1","publish@1"],"website":""}}"#,
                    self.random, self.key
                )
            }
            Receiver::Isso => format!(
                r#"{{"text":"{text} (Lần {number}.)","author":"{family} {middle} {given}","email":"nguoi-dan-{number}@example.vn","website":null,"title":"Hướng dẫn","notification":0}}"#
            ),
        }
    }
}

/// A number that looks like chance, and is another one for another number (splitmix64).
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    fn sent(receiver: Receiver, number: u64) -> Value {
        serde_json::from_str(&Letter::new(7, number).body(receiver)).unwrap()
    }

    #[test]
    fn every_letter_is_json_and_another_one() {
        let keys: BTreeSet<String> =
            (0..1_000).map(|number| sent(Receiver::Loa, number)["idempotency_key"].to_string()).collect();
        assert_eq!(keys.len(), 1_000);
        let texts: BTreeSet<String> =
            (0..1_000).map(|number| sent(Receiver::Isso, number)["text"].to_string()).collect();
        assert_eq!(texts.len(), 1_000);
    }

    #[test]
    fn a_request_says_how_long_its_body_is() {
        let mut request = Vec::new();
        Letter::new(1, 3).request(Receiver::Loa, &mut request);
        let text = String::from_utf8(request).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.ends_with(&format!("Content-Length: {}", body.len())), "{head}");
    }
}
