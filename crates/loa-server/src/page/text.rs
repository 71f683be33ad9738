//! Text in HTML.

use std::fmt;

/// Text that stands for itself, in content and in attributes with double quotes.
pub(crate) fn escaped(text: &str) -> Escaped<'_> {
    Escaped(text)
}

pub(crate) struct Escaped<'t>(&'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            let (before, from) = rest.split_at(at);
            f.write_str(before)?;
            let mut signs = from.chars();
            f.write_str(match signs.next() {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('"') => "&quot;",
                _ => "&#39;",
            })?;
            rest = signs.as_str();
        }
        f.write_str(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markup_stand_for_themselves() {
        assert_eq!(escaped("a<b>&\"'ộ").to_string(), "a&lt;b&gt;&amp;&quot;&#39;ộ");
    }
}
