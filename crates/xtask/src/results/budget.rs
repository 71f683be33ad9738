//! What a budget is about, in Vietnamese: the programs that measure write English.

use super::html;

/// What the programs write, and how a reader of the page says it.
const NAMES: [(&str, &str); 24] = [
    ("loader on a page with no widget in view", "bộ nạp, trên trang chưa thấy khối nào"),
    ("modules asked for on that page", "số mô-đun WASM trang ấy phải tải"),
    ("everything for a page with one guide", "mọi thứ cho trang có một hướng dẫn"),
    ("the same from a server that compresses nothing, over B2", "như trên khi máy chủ không nén, so với B2"),
    ("every kind of widget, without its data", "mọi loại khối, chưa kể dữ liệu"),
    ("one more simple widget on a page", "thêm một khối đơn giản trên trang"),
    ("first paint, over the page without us", "lúc hiện nội dung đầu tiên, so với trang không có khối nào"),
    ("layout shift", "xê dịch bố cục"),
    ("guide ready, against Swiper", "hướng dẫn dùng được, so với Swiper"),
    ("aim: against Web Awesome", "mục tiêu xa hơn: so với Web Awesome"),
    (
        "compile, instantiate, mount (on a free line)",
        "biên dịch, khởi tạo, gắn vào trang (đường truyền không giới hạn)",
    ),
    ("longest task", "việc dài nhất trên luồng chính"),
    ("instances of the module", "số bản WASM"),
    ("time each", "thời gian mỗi khối"),
    ("heap and WASM memory each", "bộ nhớ mỗi khối"),
    ("second half over first", "nửa sau so với nửa đầu"),
    ("more nodes", "số nút còn lại"),
    ("more listeners", "số hàm nghe sự kiện còn lại"),
    ("more heap", "bộ nhớ JavaScript còn lại"),
    ("more WASM memory", "bộ nhớ WASM còn lại"),
    (
        "feedback taken in, each on the disk before its answer",
        "phản ánh nhận được, đều đã nằm trên đĩa trước khi trả lời",
    ),
    ("99 of 100 answers within", "99 trên 100 trả lời trong"),
    ("memory of the service", "bộ nhớ của dịch vụ"),
    ("board of 100: worst", "bảng 100 phản ánh: thao tác chậm nhất"),
];

/// `100 × loa-guide: time each` and the like; what has no Vietnamese name is marked as English.
pub(super) fn name(what: &str) -> String {
    let (subject, what) = match what.split_once(": ") {
        Some((subject, rest)) if subject.contains('×') => {
            (format!("{}: ", html::escape(&subject.replace(',', "."))), rest)
        }
        _ => (String::new(), what),
    };
    let known = NAMES.iter().find(|(english, _)| *english == what);
    subject + &known.map_or_else(|| html::english(what), |(_, name)| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::workspace;

    #[test]
    fn a_budget_is_named_in_the_language_of_the_page() {
        assert_eq!(name("layout shift"), "xê dịch bố cục");
        assert_eq!(name("1,000 × loa-guide: more nodes"), "1.000 × loa-guide: số nút còn lại");
        assert_eq!(name("aim: a < b"), "<span lang=\"en\">aim: a &lt; b</span>");
    }

    #[test]
    fn every_budget_of_the_committed_results_has_a_name() {
        for file in ["page", "interact", "serve"] {
            let path = workspace::root().join(super::super::FOLDER).join(format!("{file}.json"));
            let results: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
            for budget in results["budgets"].as_array().unwrap() {
                let name = name(budget["what"].as_str().unwrap());
                assert!(!name.contains("lang=\"en\""), "{name}");
            }
        }
    }
}
