//! The page's stylesheet: what keeps the page still before any script, one part per widget.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::workspace;

/// The parts one after another, in name order.
pub(crate) fn source() -> Result<String> {
    let parts = parts()?;
    ensure!(
        !parts.is_empty(),
        "no `widgets/css/*.css` and no `widgets/src/*/page.css`; the page's stylesheet would be empty"
    );
    Ok(parts.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?.join("\n"))
}

/// What all widgets share comes first, so that a widget can differ from it.
fn parts() -> Result<Vec<PathBuf>> {
    let widgets = workspace::root().join("widgets");
    let mut parts = Vec::new();
    if widgets.join("css").is_dir() {
        parts.extend(workspace::files_below(&widgets.join("css"))?);
        parts.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    }
    parts.extend(workspace::files_below(&widgets.join("src"))?.into_iter().filter(|path| path.ends_with("page.css")));
    Ok(parts)
}

/// Takes away comments and needless space. Space is kept wherever it may separate, so selectors keep their meaning.
pub(crate) fn minify(sheet: &str) -> String {
    let mut output = String::new();
    let mut rest = sheet;
    while let Some(character) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if character == '"' || character == '\'' {
            let length = string_length(rest, character);
            output += &rest[..length];
            rest = &rest[length..];
        } else if character.is_whitespace() {
            rest = rest.trim_start();
            if !output.is_empty() && !output.ends_with([' ', '{', '}', ';', ',']) {
                output.push(' ');
            }
        } else {
            if matches!(character, '{' | '}' | ';' | ',') {
                output.truncate(output.trim_end().len());
            }
            if character == '}' && output.ends_with(';') {
                output.pop();
            }
            output.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    output.truncate(output.trim_end().len());
    output
}

/// The length of the string that `text` begins with, quotes included.
fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (place, character) in text.char_indices().skip(1) {
        if character == quote && !escaped {
            return place + character.len_utf8();
        }
        escaped = character == '\\' && !escaped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_needless_space_go() {
        let sheet = "/* why */\nloa-guide > nav ,\nloa-guide :focus {\n  color: red;\n  margin: 0 auto;\n}\n\n@media print {\n  a { b: c }\n}\n";
        assert_eq!(minify(sheet), "loa-guide > nav,loa-guide :focus{color: red;margin: 0 auto}@media print{a{b: c}}");
    }

    #[test]
    fn strings_stay_word_for_word() {
        assert_eq!(minify("a { content: \"/*  {  \\\"  */\" ; }"), "a{content: \"/*  {  \\\"  */\"}");
    }

    #[test]
    fn an_unclosed_comment_or_string_ends_with_the_sheet() {
        assert_eq!(minify("a{b:c}/* d"), "a{b:c}");
        assert_eq!(minify("a{b:\"c"), "a{b:\"c");
    }
}
