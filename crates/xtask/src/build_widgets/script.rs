//! Scripts without what only their authors need.

use anyhow::Result;

use crate::node::Node;
use crate::{command, workspace};

/// Minified by terser when Node is there, else without comment lines and indentation.
pub(crate) fn minify(node: Option<&Node>, script: &str) -> Result<String> {
    let Some(node) = node else { return Ok(strip(script)) };
    let path = workspace::target()?.join("terser/input.js");
    workspace::write(&path, script)?;
    let mut terser = node.script("terser/bin/terser");
    terser.arg(&path).args(["--module", "--ecma", "2020", "--compress", "passes=3", "--mangle", "--comments", "false"]);
    command::output(&mut terser)
}

/// Takes away whole lines of comment and the space in front of lines. A template literal over several lines would lose
/// what it says that way, so a script with one stays as it is.
fn strip(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut kept = String::new();
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        let begins_comment = line.starts_with("/*") && !line.trim_end_matches("*/").contains("*/");
        if in_comment || begins_comment {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            kept += line;
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comment_lines_and_indentation_go_and_code_stays() {
        let script =
            "/** Says\n * hello. */\nfunction hello() {\n  // Why.\n\n  return \"// not a comment\";\n}\n/* one */\n";
        assert_eq!(strip(script), "function hello() {\nreturn \"// not a comment\";\n}\n");
    }

    #[test]
    fn a_comment_before_code_on_one_line_leaves_the_code() {
        assert_eq!(strip("/* a */ b();\n"), "/* a */ b();\n");
    }

    #[test]
    fn a_template_over_several_lines_keeps_its_space() {
        let script = "const text = `one\n   two`;\n";
        assert_eq!(strip(script), script);
    }
}
