//! What pages would fetch if the module were divided, and what one more widget costs.

use serde_json::Value;

use super::figure::Unit;
use super::html;

pub(super) fn show(results: &Value) -> String {
    let intro = "<p>So các cách chia mô-đun, với mười khối nội dung: năm khối đang có và năm khối dựng thử. Số nhỏ hơn là tốt hơn.</p>\n";
    intro.to_owned() + &pages(results) + &growth(results)
}

/// In the order of the columns.
const PAGES: [(&str, &str); 5] = [
    ("guide", "Một hướng dẫn"),
    ("message", "Một thông điệp"),
    ("form", "Một biểu mẫu"),
    ("three", "Cả ba"),
    ("ten", "Cả mười"),
];

fn name(variant: &Value) -> String {
    match variant["name"].as_str().unwrap_or_default() {
        "one" => "Một mô-đun cho tất cả".to_owned(),
        "parts" => "Tách theo từng khối".to_owned(),
        "wide-base" => "Tách theo từng khối, phần chung để trong nền".to_owned(),
        "reading-writing" => "Ba mô-đun: đọc, điền, tất cả".to_owned(),
        "guide-reading" => "Ba mô-đun: hướng dẫn, đọc, tất cả".to_owned(),
        "guide" => "Hai mô-đun: hướng dẫn, tất cả".to_owned(),
        "four" => "Bốn mô-đun: hướng dẫn, đọc, điền, tất cả".to_owned(),
        "built" => "Bốn mô-đun: hướng dẫn, biểu mẫu, đọc, tất cả (đang dùng)".to_owned(),
        "alone" => "Bốn mô-đun: hướng dẫn, thông điệp, biểu mẫu, tất cả".to_owned(),
        other => html::english(other),
    }
}

fn pages(results: &Value) -> String {
    let titles = PAGES.iter().map(|(_, title)| *title);
    let columns: Vec<String> =
        ["Cách chia"].into_iter().chain(titles).chain(["Xem lần lượt ba trang đầu"]).map(str::to_owned).collect();
    let rows: Vec<Vec<String>> = list(results, "variants")
        .map(|variant| {
            let fetches = PAGES.iter().map(|(page, _)| &variant["pages"][page]).chain([&variant["in_turn"]]);
            [name(variant)].into_iter().chain(fetches.map(fetch)).collect()
        })
        .collect();
    let caption = "Mô-đun và phần nối với trang, brotli, và số tệp của mô-đun";
    html::table("do-chia-trang", caption, &columns, &rows)
}

fn fetch(fetch: &Value) -> String {
    let files = Unit::Plain.write_or_dash(fetch["files"].as_f64());
    format!("{}, {files} tệp", Unit::Bytes.write_or_dash(fetch["bytes"].as_f64()))
}

fn growth(results: &Value) -> String {
    let row = |variant: &Value, growth: &Value| {
        let kind = match growth["kind"].as_str().unwrap_or_default() {
            "text" => "lời văn",
            "carousel" => "từng bước",
            "form" => "biểu mẫu",
            "list" => "danh sách",
            _ => "–",
        };
        let change = |change: &Value| Unit::Bytes.write_or_dash(change["bytes"].as_f64());
        let without = ["guide", "message", "form", "three"].map(|page| change(&growth["without"][page]));
        [name(variant), kind.to_owned(), change(&growth["with"])].into_iter().chain(without).collect()
    };
    let rows: Vec<Vec<String>> = list(results, "variants")
        .flat_map(|variant| list(variant, "growth").map(move |growth| row(variant, growth)))
        .collect();
    let columns =
        ["Cách chia", "Thêm một khối", "Trang có khối đó", "Một hướng dẫn", "Một thông điệp", "Một biểu mẫu", "Cả ba"];
    let caption = "Thêm một khối thì trang nặng thêm bao nhiêu; bốn cột sau là trang không có khối đó";
    html::table("do-chia-them", caption, &columns.map(str::to_owned), &rows)
}

fn list<'a>(results: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    results[key].as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_variant_has_its_pages_and_what_one_more_widget_costs() {
        let fetch = json!({ "bytes": 70_400, "files": 1 });
        let change = |bytes: i32| json!({ "bytes": bytes, "files": 0 });
        let results = json!({ "variants": [{
            "name": "guide",
            "pages": { "guide": fetch, "message": fetch, "form": fetch, "three": fetch },
            "in_turn": { "bytes": 120_000, "files": 2 },
            "growth": [{
                "kind": "form", "with": change(5_000),
                "without": { "guide": change(0), "message": change(5_000), "form": change(5_000), "three": change(-1) },
            }],
        }] });
        let text = show(&results);
        let row = "<th scope=\"row\">Hai mô-đun: hướng dẫn, tất cả</th><td>70.400 byte, 1 tệp</td>";
        assert!(text.contains(row), "{text}");
        assert!(text.contains("<td>–, – tệp</td><td>120.000 byte, 2 tệp</td></tr>"), "{text}");
        let row = "<td>biểu mẫu</td><td>5.000 byte</td><td>0 byte</td><td>5.000 byte</td><td>5.000 byte</td><td>−1 byte</td></tr>";
        assert!(text.contains(row), "{text}");
    }
}
