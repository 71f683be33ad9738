//! The page that shows what was measured: every figure on it comes from a file that a command has written.

mod browser;
mod budget;
mod core;
mod figure;
mod html;
mod size;
mod splitting;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::workspace;

/// Something that is measured: its file in tests/results, and how it is shown.
struct Measurement {
    name: &'static str,
    title: &'static str,
    command: &'static str,
    /// Where the command leaves its figures, when that is not in tests/results itself.
    made: Option<&'static str>,
    show: fn(&Value) -> String,
}

/// In the order of the page.
const MEASUREMENTS: [Measurement; 6] = [
    Measurement {
        name: "size",
        title: "Trang phải tải bao nhiêu",
        command: "cargo xtask size --accept",
        made: None,
        show: size::show,
    },
    Measurement {
        name: "page",
        title: "Trang hiện ra nhanh đến đâu",
        command: "cargo xtask bench page",
        made: Some("target/bench/page.json"),
        show: browser::show_page,
    },
    Measurement {
        name: "interact",
        title: "Bấm vào thì bao lâu thấy kết quả",
        command: "cargo xtask bench interact",
        made: Some("target/bench/interact.json"),
        show: browser::show_interact,
    },
    Measurement {
        name: "core",
        title: "Đọc, kiểm tra và dựng kế hoạch",
        command: "cargo xtask bench core",
        made: Some("target/bench/core.json"),
        show: core::show,
    },
    Measurement {
        name: "serve",
        title: "Nhận phản ánh được bao nhiêu",
        command: "cargo xtask bench serve",
        made: Some("target/bench/serve.json"),
        show: browser::show_serve,
    },
    Measurement {
        name: "splitting",
        title: "Chia mô-đun thì được gì",
        command: "cargo xtask bench splitting",
        made: Some("target/bench/splitting.json"),
        show: splitting::show,
    },
];

const FOLDER: &str = "tests/results";

/// The sections of the page, from what is committed.
///
/// # Errors
///
/// When a file is there but is not JSON.
pub(crate) fn sections() -> Result<String> {
    let folder = workspace::root().join(FOLDER);
    MEASUREMENTS.iter().map(|measurement| measurement.section(&folder)).collect()
}

impl Measurement {
    fn section(&self, folder: &Path) -> Result<String> {
        let path = folder.join(format!("{}.json", self.name));
        let content = match fs::read_to_string(&path) {
            Ok(text) => {
                let results: Value = serde_json::from_str(&text).with_context(|| format!("in `{}`", path.display()))?;
                (self.show)(&results) + &provenance(&results, self.command)
            }
            Err(_) => self.missing(),
        };
        let (name, title) = (self.name, self.title);
        Ok(format!(
            "<section class=\"card\" aria-labelledby=\"do-{name}\">\n<h2 id=\"do-{name}\">{title}</h2>\n{content}</section>\n"
        ))
    }

    fn missing(&self) -> String {
        let (name, command) = (self.name, self.command);
        let copy = match self.made {
            Some(made) => {
                format!("ghi số đo vào <code>{made}</code>; chép tệp đó thành <code>{FOLDER}/{name}.json</code>")
            }
            None => format!("ghi số đo vào <code>{FOLDER}/{name}.json</code>"),
        };
        format!("<p>Chưa có số đo nào được ghi lại. Lệnh <code>{command}</code> {copy} thì trang này sẽ hiện.</p>\n")
    }
}

/// Where, when and by which command.
fn provenance(results: &Value, command: &str) -> String {
    let command = results["command"].as_str().unwrap_or(command);
    let date = results["date"].as_str().or_else(|| results["history"].as_array()?.last()?["date"].as_str());
    let mut text = String::from("<p>");
    if let Some(date) = date {
        text += &format!("Đo ngày {}. ", html::date(date));
    }
    for (key, name) in [("browser", "Trình duyệt"), ("rounds", "Số lượt đo")] {
        if let Some(value) = html::plain(&results[key]) {
            text += &format!("{name}: {value}. ");
        }
    }
    let machine = results["machine"].as_object().into_iter().flatten();
    let parts: Vec<String> =
        machine.filter_map(|(key, value)| Some(format!("{} {}", html::english(key), html::plain(value)?))).collect();
    if !parts.is_empty() {
        text += &format!("Máy: {}. ", parts.join(", "));
    }
    text += &format!("Đo lại: <code>{}</code>.</p>\n", html::escape(command));
    let peers: Vec<&str> = results["peers"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if !peers.is_empty() {
        text += &format!("<p>Đo cùng lượt với: {}.</p>\n", html::english(&peers.join(", ")));
    }
    let remarks: Vec<&str> = results["remarks"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if !remarks.is_empty() {
        let items: String = remarks.iter().map(|remark| format!("<li>{}</li>", html::escape(remark))).collect();
        text += &format!("<details><summary>Cách đo</summary><ul lang=\"en\">{items}</ul></details>\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn without_data_the_command_that_makes_it_is_named() {
        let folder = crate::scratch::folder("no-results");
        let section = MEASUREMENTS[1].section(&folder).unwrap();
        assert_eq!(
            section,
            "<section class=\"card\" aria-labelledby=\"do-page\">\n<h2 id=\"do-page\">Trang hiện ra nhanh đến đâu</h2>\n<p>Chưa có số đo nào được ghi lại. Lệnh <code>cargo xtask bench page</code> ghi số đo vào <code>target/bench/page.json</code>; chép tệp đó thành <code>tests/results/page.json</code> thì trang này sẽ hiện.</p>\n</section>\n"
        );
    }

    #[test]
    fn a_file_that_is_not_json_is_named() {
        let folder = crate::scratch::folder("broken-results");
        fs::write(folder.join("size.json"), "{").unwrap();
        let error = MEASUREMENTS[0].section(&folder).unwrap_err().to_string();
        assert_eq!(error.replace(&folder.display().to_string(), "tests/results"), "in `tests/results/size.json`");
    }

    #[test]
    fn where_when_and_how_stands_below() {
        let results = json!({
            "command": "cargo xtask bench page --rounds 7",
            "date": "2026-11-24T12:14:04.326Z",
            "browser": "Chrome/156",
            "rounds": 7,
            "machine": { "processor": "Xeon <2>", "memory": null },
            "peers": ["swiper 14.4.0"],
            "remarks": ["a < b"],
        });
        assert_eq!(
            provenance(&results, "x"),
            "<p>Đo ngày 24/11/2026. Trình duyệt: Chrome/156. Số lượt đo: 7. Máy: <span lang=\"en\">processor</span> Xeon &lt;2&gt;. Đo lại: <code>cargo xtask bench page --rounds 7</code>.</p>\n<p>Đo cùng lượt với: <span lang=\"en\">swiper 14.4.0</span>.</p>\n<details><summary>Cách đo</summary><ul lang=\"en\"><li>a &lt; b</li></ul></details>\n"
        );
    }

    #[test]
    fn nothing_on_the_page_is_inline_style_or_script() {
        let text = sections().unwrap();
        assert!(!text.contains("style=") && !text.contains("<script") && !text.contains("onclick"), "{text}");
    }
}
