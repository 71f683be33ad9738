//! The headings of a plan, as one writes them: whether a part stands once or several times is seen by its brackets.

/// Every heading of a plan with its brackets.
const HEADINGS: [&str; 15] = [
    "[decision]",
    "[successor]",
    "[[sources]]",
    "[[phases]]",
    "[[audiences]]",
    "[[topics]]",
    "[[channels]]",
    "[[messages]]",
    "[[actors]]",
    "[[activities]]",
    "[[principles]]",
    "[[indicators]]",
    "[[targets]]",
    "[[measurements]]",
    "[[obligations]]",
];

/// The heading of `key` with its brackets, when it is one of a plan.
pub(super) fn heading(key: &str) -> Option<&'static str> {
    HEADINGS.into_iter().find(|heading| name(heading) == key)
}

/// The headings with the names of `keys`, each with its brackets.
pub(super) fn headings(keys: &[&str]) -> Vec<&'static str> {
    HEADINGS.into_iter().filter(|heading| keys.contains(&name(heading))).collect()
}

/// A heading without its brackets.
pub(super) fn name(heading: &str) -> &str {
    heading.trim_matches(['[', ']', ' '])
}

#[cfg(all(test, feature = "toml"))]
mod tests {
    use super::*;
    use crate::Plan;

    #[test]
    fn each_heading_of_a_plan_is_written_as_the_reader_takes_it() {
        for heading in HEADINGS {
            let text = format!("format = 1\n{heading}\n");
            let error = Plan::from_toml(&text).map_or_else(|error| error.to_string(), |_| String::new());
            assert!(!error.contains("unknown") && !error.contains("brackets"), "{heading}: {error}");
        }
    }
}
