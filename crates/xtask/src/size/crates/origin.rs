//! From the name of a function to the crate that it comes from.

/// Where a function comes from.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Origin {
    pub name: String,
    /// It is generic code of another crate, compiled once more for a type of ours.
    pub for_our_types: bool,
}

/// Our crates begin like this.
const OURS: &str = "loa_";

/// The crates of the standard library, which is also where functions of primitive types are.
const STANDARD: [&str; 3] = ["core", "alloc", "std"];

/// By the mangled name, in the older or the newer form. A method belongs to the crate of its type; when that is a type
/// of the language or the standard library, and the trait is not, to the crate of the trait.
pub(super) fn of(mangled: &str) -> Origin {
    let Ok(demangled) = rustc_demangle::try_demangle(mangled) else {
        return Origin { name: of_c_name(mangled).to_owned(), for_our_types: false };
    };
    let path = format!("{demangled:#}");
    let name = crate_of(&path).unwrap_or("core").to_owned();
    let for_our_types = !name.starts_with(OURS) && words(&path).any(|word| word.starts_with(OURS));
    Origin { name, for_our_types }
}

/// Functions with a name for JavaScript or C: what wasm-bindgen's attributes make, what ours export through them under a
/// name with a hash, and parts of the C library.
fn of_c_name(name: &str) -> &'static str {
    let is_hash = |end: &str| end.len() == 16 && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    match name.rsplit_once('_') {
        _ if ["__wbindgen", "__wbg", "__externref"].iter().any(|start| name.starts_with(start)) => "wasm_bindgen",
        Some((_, end)) if is_hash(end) => "loa_widgets",
        _ => "(no crate)",
    }
}

fn crate_of(path: &str) -> Option<&str> {
    let Some(inside) = path.strip_prefix('<') else { return first_crate(path) };
    let (implementor, of_trait) = inside.split_at_checked(end(inside)?)?;
    let Some((own_type, of_trait)) = split_as(implementor) else {
        return crate_of(implementor).or_else(|| first_crate(of_trait));
    };
    let own = first_crate(own_type);
    if own.is_some_and(|name| !STANDARD.contains(&name)) { own } else { crate_of(of_trait).or(own) }
}

/// Where the angle bracket closes that was open before the text.
fn end(text: &str) -> Option<usize> {
    let mut depth = 1;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        match character {
            '<' => depth += 1,
            // Not of an arrow.
            '>' if before != '-' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
        before = character;
    }
    None
}

/// `Type as Trait`, split outside of brackets.
fn split_as(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0;
    for (at, character) in text.char_indices() {
        match character {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth -= 1,
            ' ' if depth == 0 && text.get(at..)?.starts_with(" as ") => {
                return Some((text.get(..at)?, text.get(at + 4..)?));
            }
            _ => {}
        }
    }
    None
}

/// The first name that has a path behind it: `yew` of `&mut yew::Html`.
fn first_crate(text: &str) -> Option<&str> {
    let at = text.find("::")?;
    let start = text.get(..at)?.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1);
    text.get(start..at).filter(|name| !name.is_empty())
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(mangled: &str) -> (String, bool) {
        let Origin { name, for_our_types } = of(mangled);
        (name, for_our_types)
    }

    #[test]
    fn a_name_of_the_newer_form_tells_its_crate() {
        let run = "_RNvXs_NtNtNtNtCsldkPmYgxR6r_3yew4html9component9lifecycle8feat_csrNtB4_17PropsUpdateRunnerNtNtBc_9scheduler8Runnable3run";
        assert_eq!(origin(run), ("yew".to_owned(), false));
        let drop = "_RINvNtCs9GOd8GlZyMn_4core3ptr13drop_in_placeNtCs1_11loa_widgets5GuideEB4_";
        assert_eq!(origin(drop), ("core".to_owned(), true));
    }

    #[test]
    fn a_name_of_the_older_form_tells_its_crate() {
        assert_eq!(origin("_ZN3yew4html4Html3new17h0123456789abcdefE"), ("yew".to_owned(), false));
        let drop = "_ZN4core3ptr39drop_in_place$LT$loa_widgets..Guide$GT$17h0123456789abcdefE";
        assert_eq!(origin(drop), ("core".to_owned(), true));
    }

    #[test]
    fn a_method_belongs_to_the_type_unless_that_is_everybodys() {
        assert_eq!(crate_of("<yew::Html as core::clone::Clone>::clone"), Some("yew"));
        assert_eq!(crate_of("<alloc::string::String as loa_plan::Shown>::shown"), Some("loa_plan"));
        assert_eq!(crate_of("<str as core::fmt::Display>::fmt"), Some("core"));
        assert_eq!(crate_of("<alloc::vec::Vec<yew::Html>>::push"), Some("alloc"));
        assert_eq!(crate_of("<&mut [u8]>::first"), None);
        assert_eq!(crate_of("<<yew::A as yew::B>::C as core::D>::e"), Some("yew"));
        assert_eq!(crate_of("<fn() -> yew::Html as core::ops::Fn>::call"), Some("yew"));
    }

    #[test]
    fn names_for_javascript_and_c_are_told_apart() {
        assert_eq!(origin("mount_8c5cc99ed468be52"), ("loa_widgets".to_owned(), false));
        assert_eq!(origin("__wbindgen_malloc"), ("wasm_bindgen".to_owned(), false));
        assert_eq!(origin("memcpy"), ("(no crate)".to_owned(), false));
    }
}
