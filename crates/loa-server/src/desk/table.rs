//! A table as CSV that Excel opens with its marks, and that runs nothing there.

/// What Excel needs to know that the text is UTF-8.
pub(super) const BEGINNING: &str = "\u{feff}";

/// A line of the table.
pub(super) fn line<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(",") + "\r\n"
}

/// A cell that begins like a formula gets a mark before it, by which it is text.
fn cell(text: &str) -> String {
    let is_formula = text.trim_start().starts_with(['=', '+', '-', '@', '|', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n']);
    let mark = if is_formula { "'" } else { "" };
    format!("\"{mark}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_text_whatever_it_begins_with() {
        assert_eq!(line(["a", "b \"c\"", "d\ne", ""]), "\"a\",\"b \"\"c\"\"\",\"d\ne\",\"\"\r\n");
        for formula in ["=1+1", "+84912", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"] {
            assert_eq!(cell(formula), format!("\"'{formula}\""));
        }
        assert_eq!(cell("1-2"), "\"1-2\"");
    }
}
