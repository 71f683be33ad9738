//! What the core crates were measured at, beside the bare parsers.

use serde_json::Value;

use super::figure::{Unit, ratio, verdict};
use super::html;

pub(super) fn show(results: &Value) -> String {
    times(results) + &growth(results) + &memory(results)
}

fn times(results: &Value) -> String {
    let rows: Vec<Vec<String>> = list(results, "rows").map(row).collect();
    let columns = ["Việc", "Số hướng dẫn", "Loa", "Bên cạnh", "Tỉ lệ", "Ngân sách", "Kết luận"].map(str::to_owned);
    html::table("do-core-luc", "Thời gian, trung vị; bên cạnh là thư viện đọc trần cùng dữ liệu", &columns, &rows)
}

fn row(row: &Value) -> Vec<String> {
    let of = |key: &str| row[key].as_f64();
    let (ours, peer, limit) = (of("ours_ms"), of("peer_ms"), of("limit"));
    let unit = Unit::named(row["limit_unit"].as_str().unwrap_or_default());
    // A budget beside a peer is about the ratio, one without is about seconds.
    let judged = match unit {
        Unit::Times => ours.zip(peer).map(|(ours, peer)| ours / peer),
        _ => ours.map(|ours| ours / 1000.0),
    };
    let [budget, name] = ["budget", "name"].map(|key| row[key].as_str().unwrap_or_default());
    vec![
        format!("{} {}", html::escape(budget), html::english(name)),
        Unit::Plain.write_or_dash(of("guides")),
        Unit::Milliseconds.write_or_dash(ours),
        Unit::Milliseconds.write_or_dash(peer),
        ratio(ours, peer),
        unit.write_or_dash(limit),
        verdict(judged, limit, unit),
    ]
}

fn growth(results: &Value) -> String {
    let rows: Vec<Vec<String>> = list(results, "growth")
        .map(|growth| {
            let linear = match growth["linear"].as_bool() {
                Some(true) => "tăng đều",
                Some(false) => "tăng nhanh hơn",
                None => "–",
            };
            let name = html::english(growth["name"].as_str().unwrap_or_default());
            vec![name, Unit::Plain.write_or_dash(growth["exponent"].as_f64()), linear.to_owned()]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let columns = ["Việc", "Số mũ", "Kết luận"].map(str::to_owned);
    html::table("do-core-tang", "Khi số hướng dẫn tăng", &columns, &rows)
}

fn memory(results: &Value) -> String {
    let rows: Vec<Vec<String>> = list(results, "memory")
        .map(|memory| {
            let (guides, kilobytes) = (memory["guides"].as_f64(), memory["peak_kb"].as_f64());
            let bytes = kilobytes.map(|kilobytes| kilobytes * 1024.0);
            vec![Unit::Plain.write_or_dash(guides), Unit::Bytes.write_or_dash(bytes)]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let columns = ["Số hướng dẫn", "Nhiều nhất"].map(str::to_owned);
    html::table("do-core-bo-nho", "Bộ nhớ khi đọc, kiểm tra và giữ tất cả", &columns, &rows)
}

fn list<'a>(results: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    results[key].as_array().into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_budget_beside_a_peer_is_about_the_ratio() {
        let value = json!({
            "budget": "B13", "name": "plan.toml", "guides": 10_000, "ours_ms": 30.0, "peer_ms": 10.0, "limit": 2.5,
            "limit_unit": "times the peer",
        });
        assert_eq!(
            row(&value),
            ["B13 <span lang=\"en\">plan.toml</span>", "10.000", "30 ms", "10 ms", "3,00", "2,50 lần", "vượt 0,50 lần"]
        );
    }

    #[test]
    fn a_budget_without_a_peer_is_about_seconds() {
        let value = json!({
            "budget": "B18", "name": "build", "guides": 5_670, "ours_ms": 4_900.0, "peer_ms": null, "limit": 5.0,
            "limit_unit": "seconds",
        });
        assert_eq!(row(&value)[2..], ["4.900 ms", "–", "–", "5,00 giây", "đạt"].map(str::to_owned));
    }

    #[test]
    fn growth_and_memory_are_shown_when_they_were_measured() {
        let results = json!({
            "rows": [],
            "growth": [{ "name": "read", "exponent": 1.02, "linear": true }],
            "memory": [{ "guides": 1_000, "peak_kb": 1_000 }],
        });
        let text = show(&results);
        assert!(text.contains("<td>1,020</td><td>tăng đều</td>") && text.contains("<td>1.024.000 byte</td>"), "{text}");
    }
}
