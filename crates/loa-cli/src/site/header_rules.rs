//! Headers by path, from a file `_headers` as several hosts of static sites read it.

use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// The name of the file; it is never served itself.
pub(super) const HEADERS_FILE: &str = "_headers";

/// Which headers belong to which paths.
#[derive(Debug, Clone, Default)]
pub(super) struct HeaderRules {
    rules: Vec<Rule>,
}

#[derive(Debug, Clone)]
struct Rule {
    pattern: Pattern,
    headers: HeaderMap,
}

/// A path, in which one `*` stands for anything.
#[derive(Debug, Clone)]
struct Pattern {
    before: String,
    after: Option<String>,
}

/// Why the file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum InvalidHeaders {
    #[error("_headers:{line}: the header `{text}` stands before any path, expected a line such as `/*` above it")]
    NoPath { line: usize, text: String },
    #[error("_headers:{line}: `{text}` is not a header, expected for example `X-Frame-Options: SAMEORIGIN`")]
    NotAHeader { line: usize, text: String },
    #[error("_headers:{line}: the path `{text}` does not begin with `/`; put spaces before a header")]
    NotAPath { line: usize, text: String },
    #[error("_headers:{line}: the path `{text}` has more than one `*` or a placeholder, expected for example `/loa/*`")]
    TooManyWildcards { line: usize, text: String },
}

impl HeaderRules {
    pub(super) fn read(text: &str) -> Result<Self, InvalidHeaders> {
        let mut rules: Vec<Rule> = Vec::new();
        for (line, written) in text.lines().enumerate().map(|(i, written)| (i + 1, written)) {
            let text = written.trim();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            if written.starts_with(|c: char| c.is_ascii_whitespace()) {
                let text = text.to_owned();
                let Some(rule) = rules.last_mut() else { return Err(InvalidHeaders::NoPath { line, text }) };
                let Some((name, value)) = header(&text) else { return Err(InvalidHeaders::NotAHeader { line, text }) };
                rule.headers.append(name, value);
            } else {
                rules.push(Rule { pattern: Pattern::read(line, text)?, headers: HeaderMap::new() });
            }
        }
        Ok(Self { rules })
    }

    /// Sets the headers of all rules for `path`; a later rule replaces what an earlier one has set.
    pub(super) fn apply(&self, path: &str, headers: &mut HeaderMap) {
        for rule in self.rules.iter().filter(|rule| rule.pattern.matches(path)) {
            for name in rule.headers.keys() {
                headers.remove(name);
                for value in rule.headers.get_all(name) {
                    headers.append(name.clone(), value.clone());
                }
            }
        }
    }
}

impl Pattern {
    fn read(line: usize, text: &str) -> Result<Self, InvalidHeaders> {
        if !text.starts_with('/') {
            return Err(InvalidHeaders::NotAPath { line, text: text.to_owned() });
        }
        let (before, after) = match text.split_once('*') {
            Some((before, after)) => (before, Some(after.to_owned())),
            None => (text, None),
        };
        if after.as_ref().is_some_and(|after| after.contains('*')) || text.contains("/:") {
            return Err(InvalidHeaders::TooManyWildcards { line, text: text.to_owned() });
        }
        Ok(Self { before: before.to_owned(), after })
    }

    fn matches(&self, path: &str) -> bool {
        match (&self.after, path.strip_prefix(self.before.as_str())) {
            (Some(after), Some(rest)) => rest.ends_with(after.as_str()),
            (None, Some(rest)) => rest.is_empty(),
            (_, None) => false,
        }
    }
}

fn header(text: &str) -> Option<(HeaderName, HeaderValue)> {
    let (name, value) = text.split_once(':')?;
    Some((name.trim().parse().ok()?, value.trim().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(file: &str, path: &str) -> Vec<String> {
        let mut headers = HeaderMap::new();
        HeaderRules::read(file).unwrap().apply(path, &mut headers);
        let lines = headers.iter().map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()));
        // Between names a `HeaderMap` keeps no order.
        let mut lines = lines.collect::<Vec<_>>();
        lines.sort();
        lines
    }

    #[test]
    fn a_star_stands_for_anything_below() {
        let file =
            "# a portal\n/hosts/nukeviet/*\n  X-Frame-Options: SAMEORIGIN\n\n/exact.html\n\tX-Exact: yes: it is\n";
        assert_eq!(of(file, "/hosts/nukeviet/"), ["x-frame-options: SAMEORIGIN"]);
        assert_eq!(of(file, "/hosts/nukeviet/vi/page.html"), ["x-frame-options: SAMEORIGIN"]);
        assert_eq!(of(file, "/hosts/"), [""; 0]);
        assert_eq!(of(file, "/exact.html"), ["x-exact: yes: it is"]);
        assert_eq!(of(file, "/exact.html/x"), [""; 0]);
        assert_eq!(of("/*.js\n  A: 1", "/loa/loa.js"), ["a: 1"]);
    }

    #[test]
    fn a_later_rule_replaces_a_header_and_a_header_may_stand_twice() {
        let file = "/*\n  A: 1\n  B: 1\n/x/*\n  A: 2\n  A: 3\n";
        assert_eq!(of(file, "/x/"), ["a: 2", "a: 3", "b: 1"]);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let wrong = |file: &str| HeaderRules::read(file).unwrap_err().to_string();
        assert_eq!(
            wrong("\n  A: 1"),
            "_headers:2: the header `A: 1` stands before any path, expected a line such as `/*` above it"
        );
        assert_eq!(
            wrong("/*\n  no header"),
            "_headers:2: `no header` is not a header, expected for example `X-Frame-Options: SAMEORIGIN`"
        );
        assert_eq!(
            wrong("X-A: 1"),
            "_headers:1: the path `X-A: 1` does not begin with `/`; put spaces before a header"
        );
        for path in ["/*/a/*", "/:name/a"] {
            assert_eq!(
                wrong(path),
                format!(
                    "_headers:1: the path `{path}` has more than one `*` or a placeholder, expected for example `/loa/*`"
                )
            );
        }
    }
}
