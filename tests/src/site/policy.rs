//! Content security policies of embedding sites.

use std::fs;

/// What a page may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Policy {
    /// The strictest under which widgets run: nothing inline, trusted types, WASM allowed.
    Strict,
    /// The same without WASM, as most sites have it that allow no `eval`.
    NoWasm,
    /// The strict one, with one more origin to connect to.
    Connect(String),
    /// The strict one, without any connection.
    NoConnect,
    /// The strict one, with scripts that reach this address alone, and forms that are sent.
    FormAlone(String),
    /// The same, with forms that are not sent either.
    NoForm(String),
    /// What NukeViet sends; the demonstration's headers hold it.
    NukeViet,
}

impl Policy {
    /// The headers of a page.
    #[must_use]
    pub fn headers(&self) -> Vec<(String, String)> {
        if *self == Self::NukeViet {
            return headers_of("/hosts/nukeviet/*");
        }
        let wasm = if *self == Self::NoWasm { "" } else { " 'wasm-unsafe-eval'" };
        let connect = match self {
            Self::FormAlone(address) | Self::NoForm(address) => address.clone(),
            Self::Connect(origin) => format!("'self' {origin}"),
            Self::NoConnect => "'none'".to_owned(),
            Self::Strict | Self::NoWasm | Self::NukeViet => "'self'".to_owned(),
        };
        let form = if matches!(self, Self::NoForm(_)) { "'none'" } else { "'self'" };
        let policy = format!(
            "default-src 'none'; script-src 'self'{wasm}; style-src 'self'; connect-src {connect}; img-src 'self'; \
             form-action {form}; require-trusted-types-for 'script'; trusted-types 'none'"
        );
        vec![("Content-Security-Policy".to_owned(), policy)]
    }
}

/// The headers that the demonstration site sends with a path, by its own file of them.
pub(super) fn headers_of_site(path: &str) -> Vec<(String, String)> {
    rules().into_iter().filter(|(pattern, _)| fits(pattern, path)).flat_map(|(_, headers)| headers).collect()
}

fn headers_of(wanted: &str) -> Vec<(String, String)> {
    let rule = rules().into_iter().find(|(pattern, _)| pattern == wanted);
    rule.unwrap_or_else(|| panic!("`{wanted}` has no headers in www/_headers")).1
}

fn fits(pattern: &str, path: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == path, |folder| path.starts_with(folder))
}

type Rule = (String, Vec<(String, String)>);

fn rules() -> Vec<Rule> {
    let file = crate::repository().join("www/_headers");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", file.display()));
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        match (line.trim().split_once(": "), rules.last_mut()) {
            (Some((name, value)), Some((_, headers))) if line.starts_with(' ') => {
                headers.push((name.to_owned(), value.to_owned()));
            }
            _ => rules.push((line.trim().to_owned(), Vec::new())),
        }
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_of_nukeviet_is_the_one_of_the_demonstration() {
        let headers = Policy::NukeViet.headers();
        let policy =
            headers.iter().find(|(name, _)| name == "Content-Security-Policy").map(|(_, value)| value.as_str());
        assert!(policy.is_some_and(|policy| policy.contains("'unsafe-eval'") && policy.contains("connect-src 'self'")));
        assert!(headers.contains(&("X-Frame-Options".to_owned(), "SAMEORIGIN".to_owned())));
    }

    #[test]
    fn without_wasm_the_policy_is_as_strict_as_with_it() {
        let text = |policy: Policy| policy.headers().remove(0).1;
        assert_eq!(text(Policy::NoWasm), text(Policy::Strict).replace(" 'wasm-unsafe-eval'", ""));
    }
}
