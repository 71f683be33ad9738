//! What pages fetch: exact, and the same on every machine.

use serde_json::Value;

use super::figure::{Unit, ratio, verdict};
use super::html;

/// The newest figures against the budgets, all earlier ones, and the module by crate.
pub(super) fn show(results: &Value) -> String {
    let history = results["history"].as_array().map(Vec::as_slice).unwrap_or_default();
    let Some(newest) = history.last() else { return String::new() };
    let intro = "<p>Đếm mọi tệp mà trang phải tải vì có khối nội dung của Loa, không tính trang và hình ảnh. Số nhỏ hơn là tốt hơn.</p>\n";
    intro.to_owned() + &pages(newest) + &earlier(history) + &crates(results)
}

/// What each profile is called on the page.
fn name(profile: &Value) -> String {
    match profile["name"].as_str().unwrap_or_default() {
        "loader" => "Khối nội dung còn ở xa dưới màn hình".to_owned(),
        "one-guide" => "Trang có một hướng dẫn".to_owned(),
        "one-form" => "Trang có một biểu mẫu phản ánh".to_owned(),
        "portal-home" => "Trang chủ minh hoạ".to_owned(),
        "everything" => "Mọi tệp, mỗi khối một phần dữ liệu".to_owned(),
        other => html::english(other),
    }
}

fn pages(entry: &Value) -> String {
    let columns =
        ["Trang", "brotli", "gzip", "Không nén", "Số tệp", "Ngân sách", "Tính vào ngân sách", "Tỉ lệ", "Kết luận"];
    let rows: Vec<Vec<String>> = profiles(entry)
        .map(|profile| {
            let (limit, counted) = (profile["budget"]["limit"].as_f64(), profile["budget"]["counted"].as_f64());
            let bytes = |value: &Value| Unit::Bytes.write_or_dash(value.as_f64());
            let budget = match (profile["budget"]["id"].as_str(), limit) {
                (Some(id), Some(limit)) => format!("{}: {}", html::escape(id), Unit::Bytes.write(limit)),
                _ => "–".to_owned(),
            };
            vec![
                name(profile),
                bytes(&profile["brotli"]),
                bytes(&profile["gzip"]),
                bytes(&profile["raw"]),
                Unit::Plain.write_or_dash(profile["requests"].as_f64()),
                budget,
                Unit::Bytes.write_or_dash(counted),
                ratio(counted, limit),
                verdict(counted, limit, Unit::Bytes),
            ]
        })
        .collect();
    html::table("do-size-trang", "Byte mỗi trang phải tải", &columns.map(str::to_owned), &rows)
}

/// Only where there is something to compare.
fn earlier(history: &[Value]) -> String {
    let [.., newest] = history else { return String::new() };
    if history.len() < 2 {
        return String::new();
    }
    let names: Vec<&Value> = profiles(newest).collect();
    let columns: Vec<String> =
        ["Ngày".to_owned()].into_iter().chain(names.iter().map(|profile| name(profile))).collect();
    let row = |entry: &Value| {
        let of = |wanted: &&Value| {
            let same = profiles(entry).find(|profile| profile["name"] == wanted["name"]);
            Unit::Bytes.write_or_dash(same.and_then(|profile| profile["brotli"].as_f64()))
        };
        let date = html::date(entry["date"].as_str().unwrap_or_default());
        [date].into_iter().chain(names.iter().map(of)).collect()
    };
    let rows: Vec<Vec<String>> = history.iter().rev().map(row).collect();
    html::table("do-size-truoc", "Những lần ghi lại, brotli", &columns, &rows)
}

/// The smaller ones say little.
const SHOWN: usize = 12;

fn crates(results: &Value) -> String {
    let crates = results["crates"].as_array().map(Vec::as_slice).unwrap_or_default();
    let all: f64 = crates.iter().filter_map(|found| found["bytes"].as_f64()).sum();
    let rows: Vec<Vec<String>> = crates
        .iter()
        .take(SHOWN)
        .map(|found| {
            let bytes = found["bytes"].as_f64();
            vec![
                html::english(found["name"].as_str().unwrap_or_default()),
                Unit::Bytes.write_or_dash(bytes),
                ratio(bytes, Some(all)),
                Unit::Bytes.write_or_dash(found["for_our_types"].as_f64()),
            ]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let caption = "Mã của mô-đun theo thư viện, trước khi thu nhỏ: chỉ để so phần lớn phần nhỏ";
    let columns = ["Thư viện", "Mã", "Phần", "Trong đó dựng lại cho kiểu của Loa"].map(str::to_owned);
    html::table("do-size-thu-vien", caption, &columns, &rows)
}

fn profiles(entry: &Value) -> impl Iterator<Item = &Value> {
    entry["profiles"].as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn entry(date: &str, brotli: u32) -> Value {
        json!({ "date": date, "profiles": [{
            "name": "one-guide", "raw": 3, "gzip": 2, "brotli": brotli, "requests": 5,
            "budget": { "id": "B2", "limit": 42_000, "counted": brotli },
        }] })
    }

    #[test]
    fn a_page_stands_beside_its_budget() {
        let text = pages(&entry("2026-11-24", 44_000));
        assert!(
            text.contains("<tr><th scope=\"row\">Trang có một hướng dẫn</th><td>44.000 byte</td><td>2 byte</td><td>3 byte</td><td>5</td><td>B2: 42.000 byte</td><td>44.000 byte</td><td>1,05</td><td>vượt 2.000 byte</td></tr>"),
            "{text}"
        );
    }

    #[test]
    fn earlier_figures_are_shown_when_there_are_some() {
        let one = json!({ "history": [entry("2026-11-24", 44_000)] });
        assert!(!show(&one).contains("do-size-truoc"));
        let two = json!({ "history": [entry("2026-11-24", 44_000), entry("2026-11-30", 41_000)] });
        let text = show(&two);
        let (newer, older) = (text.find(">30/11/2026<").unwrap(), text.find(">24/11/2026<").unwrap());
        assert!(newer < older);
    }

    #[test]
    fn crates_are_shown_with_their_share() {
        let results = json!({ "crates": [
            { "name": "yew", "bytes": 750, "for_our_types": 10 },
            { "name": "core", "bytes": 250, "for_our_types": 0 },
        ] });
        assert!(
            crates(&results)
                .contains("<span lang=\"en\">yew</span></th><td>750 byte</td><td>0,75</td><td>10 byte</td>")
        );
    }
}
