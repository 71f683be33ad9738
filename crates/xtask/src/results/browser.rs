//! What was measured in a browser, or of a service: medians of each subject, and the budgets that they answer.

use serde_json::Value;

use super::figure::{Unit, ratio, verdict};
use super::{budget, html};

/// A table of medians: its columns are figures, its rows the subjects that have one of them.
struct Medians {
    id: &'static str,
    caption: &'static str,
    /// The figure's name in the file, its title, its unit.
    figures: &'static [(&'static str, &'static str, Unit)],
    /// The figure by which ours is compared with each other row.
    compared: Option<&'static str>,
}

const PAGE: [Medians; 2] = [
    Medians {
        id: "do-page-luc",
        caption: "Thời gian, trung vị",
        figures: &[
            ("ready", "Dùng được", Unit::Milliseconds),
            ("first paint", "Hiện nội dung đầu tiên", Unit::Milliseconds),
            ("shift", "Xê dịch bố cục", Unit::Plain),
            ("main thread", "Luồng chính bận", Unit::Milliseconds),
            ("longest task", "Việc dài nhất", Unit::Milliseconds),
        ],
        compared: Some("ready"),
    },
    Medians {
        id: "do-page-nang",
        caption: "Lượng phải tải, trung vị",
        figures: &[
            ("widget bytes", "Của khối nội dung", Unit::Bytes),
            ("widget requests", "Số tệp của khối", Unit::Plain),
            ("bytes", "Cả trang", Unit::Bytes),
            ("requests", "Số tệp cả trang", Unit::Plain),
            ("heap", "Bộ nhớ JavaScript", Unit::Bytes),
            ("module memory", "Bộ nhớ WASM", Unit::Bytes),
        ],
        compared: Some("widget bytes"),
    },
];

const INTERACT: [Medians; 4] = [
    Medians {
        id: "do-interact-bam",
        caption: "Mỗi lần bấm, trung vị",
        figures: &[
            ("worst", "Lâu nhất", Unit::Milliseconds),
            ("main thread each", "Luồng chính bận", Unit::Milliseconds),
            ("layouts each", "Số lần dàn trang", Unit::Plain),
            ("style recalculations each", "Số lần tính kiểu", Unit::Plain),
        ],
        compared: None,
    },
    Medians {
        id: "do-interact-goi",
        caption: "Số lần WASM gọi JavaScript, trung vị",
        figures: &[("calls each", "Mỗi lần", Unit::Plain), ("calls until ready", "Đến lúc dùng được", Unit::Plain)],
        compared: None,
    },
    Medians {
        id: "do-interact-tram",
        caption: "Nhiều khối trên một trang, tính cho mỗi khối, trung vị",
        figures: &[
            ("time each", "Thời gian", Unit::Milliseconds),
            ("heap each", "Bộ nhớ JavaScript", Unit::Bytes),
            ("module memory each", "Bộ nhớ WASM", Unit::Bytes),
            ("instances", "Số bản WASM", Unit::Plain),
            ("second fifty over first", "Nửa sau so với nửa đầu", Unit::Plain),
        ],
        compared: None,
    },
    Medians {
        id: "do-interact-nghin",
        caption: "Sau khi gắn rồi gỡ một nghìn lần, còn lại, trung vị",
        figures: &[
            ("more nodes", "Nút", Unit::Plain),
            ("more listeners", "Hàm nghe sự kiện", Unit::Plain),
            ("more heap", "Bộ nhớ JavaScript", Unit::Bytes),
            ("more module memory", "Bộ nhớ WASM", Unit::Bytes),
        ],
        compared: None,
    },
];

const SERVE: [Medians; 1] = [Medians {
    id: "do-serve-luc",
    caption: "128 kết nối gửi cùng lúc, trung vị",
    figures: &[
        ("each second", "Nhận được", Unit::EachSecond),
        ("p50", "Nửa số trả lời trong", Unit::Milliseconds),
        ("p99", "99 % trả lời trong", Unit::Milliseconds),
        ("longest", "Lâu nhất", Unit::Milliseconds),
        ("cpu each", "Bộ xử lý, mỗi lượt", Unit::Milliseconds),
        ("sender cpu each", "Bộ xử lý của bên gửi, mỗi lượt", Unit::Milliseconds),
        ("memory", "Bộ nhớ nhiều nhất", Unit::Bytes),
    ],
    compared: Some("each second"),
}];

/// Subjects that have a name for people; all others are shown as the file calls them. Peers come after ours.
const SUBJECTS: [(&str, &str); 16] = [
    ("ours", "Loa"),
    ("web-awesome", "Web Awesome carousel"),
    ("swiper", "Swiper element"),
    ("splide", "Splide"),
    ("preact", "Băng chuyền viết bằng Preact"),
    ("vanilla", "Băng chuyền viết tay"),
    ("isso", "Isso"),
    ("without", "Trang không có khối nội dung"),
    ("ours-without-preload", "Loa, không nạp trước"),
    ("ours-from-a-server-that-compresses-nothing", "Loa, máy chủ không nén"),
    ("ours-on-a-free-line", "Loa, đường truyền không giới hạn"),
    ("ours-below-the-screen", "Loa, khối ở dưới màn hình"),
    ("ours-with-one-more", "Loa, thêm một khối"),
    ("ours-with-everything", "Loa, đủ các khối"),
    ("guide step", "Sang bước khác của hướng dẫn"),
    ("tick", "Đánh dấu một mục"),
];

pub(super) fn show_page(results: &Value) -> String {
    budgets(results, "do-page-ngan-sach") + &tables(results, &PAGE)
}

pub(super) fn show_interact(results: &Value) -> String {
    budgets(results, "do-interact-ngan-sach") + &tables(results, &INTERACT)
}

pub(super) fn show_serve(results: &Value) -> String {
    budgets(results, "do-serve-ngan-sach") + &tables(results, &SERVE)
}

fn budgets(results: &Value, id: &str) -> String {
    let budgets = results["budgets"].as_array().map(Vec::as_slice).unwrap_or_default();
    let rows: Vec<Vec<String>> = budgets
        .iter()
        .map(|budget| {
            let unit = Unit::named(budget["unit"].as_str().unwrap_or_default());
            let (measured, limit) = (budget["measured"].as_f64(), budget["limit"].as_f64());
            let [name, what] = ["id", "what"].map(|key| budget[key].as_str().unwrap_or_default());
            vec![
                format!("{} {}", html::escape(name), budget::name(what)),
                unit.write_or_dash(measured),
                unit.write_or_dash(limit),
                ratio(measured, limit),
                verdict(measured, limit, unit),
            ]
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    let columns = ["Ngân sách", "Đo được", "Giới hạn", "Tỉ lệ", "Kết luận"].map(str::to_owned);
    html::table(id, "So với ngân sách", &columns, &rows)
}

fn tables(results: &Value, tables: &[Medians]) -> String {
    tables.iter().map(|medians| medians.table(&results["medians"])).collect()
}

impl Medians {
    fn table(&self, medians: &Value) -> String {
        let of = |subject: &str, figure: &str| medians[subject][figure].as_f64();
        let has = |subject: &str| self.figures.iter().any(|(figure, ..)| of(subject, figure).is_some());
        let subjects: Vec<&str> = in_order(medians).into_iter().filter(|subject| has(subject)).collect();
        let figures: Vec<_> = self
            .figures
            .iter()
            .filter(|(figure, ..)| subjects.iter().any(|subject| of(subject, figure).is_some()))
            .collect();
        if subjects.is_empty() {
            return String::new();
        }
        let mut columns: Vec<String> =
            ["Bên"].into_iter().chain(figures.iter().map(|(_, title, _)| *title)).map(str::to_owned).collect();
        columns.extend(self.compared.map(|_| "Loa so với bên này".to_owned()));
        let row = |subject: &&str| {
            let mut row = vec![name(subject)];
            row.extend(figures.iter().map(|(figure, _, unit)| unit.write_or_dash(of(subject, figure))));
            row.extend(self.compared.map(|figure| match *subject {
                "ours" => "–".to_owned(),
                _ => ratio(of("ours", figure), of(subject, figure)),
            }));
            row
        };
        html::table(self.id, self.caption, &columns, &subjects.iter().map(row).collect::<Vec<_>>())
    }
}

/// Those with a name first, in its order; then all others.
fn in_order(medians: &Value) -> Vec<&str> {
    let all: Vec<&str> = medians.as_object().into_iter().flatten().map(|(subject, _)| &**subject).collect();
    let is_named = |subject: &&str| SUBJECTS.iter().any(|(name, _)| name == subject);
    let named = SUBJECTS.iter().map(|(name, _)| *name).filter(|name| all.contains(name));
    named.chain(all.iter().copied().filter(|subject| !is_named(subject))).collect()
}

fn name(subject: &str) -> String {
    let known = SUBJECTS.iter().find(|(name, _)| *name == subject);
    known.map_or_else(|| html::english(subject), |(_, name)| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ours_stands_first_and_is_compared_with_each_peer() {
        let medians = json!({
            "another": { "ready": 500 },
            "ours": { "ready": 1_500.0, "bytes": 42_000 },
            "swiper": { "ready": 1_000.0 },
        });
        let text = PAGE[0].table(&medians);
        assert!(
            text.contains(
                "<th scope=\"col\">Bên</th><th scope=\"col\">Dùng được</th><th scope=\"col\">Loa so với bên này</th>"
            ),
            "{text}"
        );
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("<tr><th scope=\"row\"")).collect();
        assert_eq!(
            rows,
            [
                "<tr><th scope=\"row\">Loa</th><td>1.500 ms</td><td>–</td></tr>",
                "<tr><th scope=\"row\">Swiper element</th><td>1.000 ms</td><td>1,50</td></tr>",
                "<tr><th scope=\"row\"><span lang=\"en\">another</span></th><td>500 ms</td><td>3,00</td></tr>",
            ]
        );
    }

    #[test]
    fn a_table_without_figures_is_left_out() {
        assert_eq!(INTERACT[0].table(&json!({ "ours": { "ready": 1 } })), "");
    }

    #[test]
    fn a_budget_is_judged_by_its_figures() {
        let results = json!({ "budgets": [
            { "id": "B8", "what": "layout shift", "measured": 1_450.0, "limit": 1_500.0, "unit": "ms", "verdict": "x" },
            { "id": "B9", "what": "longest task", "measured": null, "limit": 50.0, "unit": "ms" },
        ] });
        let text = budgets(&results, "b");
        assert!(
            text.contains("B8 xê dịch bố cục</th><td>1.450 ms</td><td>1.500 ms</td><td>0,97</td><td>đạt</td>"),
            "{text}"
        );
        assert!(text.contains("<td>–</td><td>50 ms</td><td>–</td><td>chưa đo</td>"), "{text}");
    }
}
