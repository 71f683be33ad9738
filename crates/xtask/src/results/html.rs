//! Tables and words as HTML.

use serde_json::Value;

/// A table that can be scrolled by keyboard where it is wider than the screen. The first cell of a row is its heading.
/// Cells are HTML already.
pub(super) fn table(id: &str, caption: &str, columns: &[String], rows: &[Vec<String>]) -> String {
    let head: String = columns.iter().map(|column| format!("<th scope=\"col\">{column}</th>")).collect();
    let mut text = format!(
        "<div class=\"table\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n<table>\n<caption id=\"{id}\">{caption}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n"
    );
    for row in rows {
        let Some((first, cells)) = row.split_first() else { continue };
        let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
        text += &format!("<tr><th scope=\"row\">{first}</th>{cells}</tr>\n");
    }
    text + "</tbody>\n</table>\n</div>\n"
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Words that a program has written in English.
pub(super) fn english(text: &str) -> String {
    format!("<span lang=\"en\">{}</span>", escape(text))
}

/// `24/11/2026` of a date, with or without a time.
pub(super) fn date(text: &str) -> String {
    let day = text.get(..10).unwrap_or(text);
    let parts: Vec<&str> = day.split('-').rev().collect();
    escape(&parts.join("/"))
}

/// A text or a number as it stands; none for anything else.
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(escape(text)),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_caption_and_headings_for_rows_and_columns() {
        let text =
            table("b", "Bảng", &["Trang".to_owned(), "Byte".to_owned()], &[vec!["một".to_owned(), "2".to_owned()]]);
        assert_eq!(
            text,
            "<div class=\"table\" role=\"region\" aria-labelledby=\"b\" tabindex=\"0\">\n<table>\n<caption id=\"b\">Bảng</caption>\n<thead><tr><th scope=\"col\">Trang</th><th scope=\"col\">Byte</th></tr></thead>\n<tbody>\n<tr><th scope=\"row\">một</th><td>2</td></tr>\n</tbody>\n</table>\n</div>\n"
        );
    }

    #[test]
    fn dates_are_written_as_people_here_do() {
        assert_eq!(date("2026-11-24T12:14:04Z"), "24/11/2026");
        assert_eq!(date("2026-11-24"), "24/11/2026");
    }

    #[test]
    fn what_a_file_says_cannot_become_markup() {
        assert_eq!(escape("<a href=\"b\">&"), "&lt;a href=&quot;b&quot;&gt;&amp;");
    }
}
