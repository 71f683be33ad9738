//! What a page asks of a widget: language, date, agency, audience, heading level.

use chrono::NaiveDate;

use crate::words::Words;

/// The level of a widget's own heading; the parts below take the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingLevel(u8);

impl HeadingLevel {
    /// The level by its attribute; anything but 1 to 5 falls back to the default, 2.
    #[must_use]
    pub fn from_attribute(value: Option<&str>) -> Self {
        match value.map(str::trim) {
            Some("1") => Self(1),
            Some("3") => Self(3),
            Some("4") => Self(4),
            Some("5") => Self(5),
            _ => Self::default(),
        }
    }

    /// The tag of the widget's own heading.
    #[must_use]
    pub fn tag(self) -> &'static str {
        ["h1", "h2", "h3", "h4", "h5", "h6"].get(usize::from(self.0) - 1).copied().unwrap_or("h2")
    }

    /// The tag of the headings one level below.
    #[must_use]
    pub fn below(self) -> &'static str {
        Self(self.0 + 1).tag()
    }
}

impl Default for HeadingLevel {
    fn default() -> Self {
        Self(2)
    }
}

/// How a widget is to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The language of the closest `lang`.
    pub lang: String,
    /// The date; none in static HTML, which says the same on every day.
    pub at: Option<NaiveDate>,
    /// The agency whose portal this is.
    pub actor: Option<String>,
    /// The audience: `citizen`, `business` or `official`, or the id of one.
    pub audience: Option<String>,
    /// Where the service is that feedback is sent to.
    pub endpoint: Option<String>,
    /// The guide that is shown or rated.
    pub guide: Option<String>,
    /// The code of the procedure that feedback is about.
    pub procedure: Option<String>,
    /// The form that a widget takes, where it has several: `badge`, `bar`, `ring`.
    pub kind: Option<String>,
    /// The level of the widget's own heading.
    pub heading: HeadingLevel,
    /// The address of the bundle, with a slash at its end.
    pub src: String,
}

impl View {
    /// Where the service is; none where the page names none, or one that is none.
    #[cfg(any(feature = "board", feature = "feedback", feature = "rating"))]
    #[must_use]
    pub fn service(&self) -> Option<loa_feedback::routes::Endpoint> {
        self.endpoint.as_ref()?.parse().ok()
    }

    /// The view of static HTML in Vietnamese.
    #[must_use]
    pub fn still(src: &str) -> Self {
        Self {
            lang: "vi".to_owned(),
            at: None,
            actor: None,
            audience: None,
            endpoint: None,
            guide: None,
            procedure: None,
            kind: None,
            heading: HeadingLevel::default(),
            src: src.to_owned(),
        }
    }

    /// The part on which words and headings depend, and nothing else.
    #[must_use]
    pub fn words_only(&self) -> Self {
        Self { lang: self.lang.clone(), heading: self.heading, ..Self::still(&self.src) }
    }

    /// The widget's own words in the view's language.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        Words::of(&self.lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_heading_level_falls_back_to_two() {
        let tags = |value| (HeadingLevel::from_attribute(value).tag(), HeadingLevel::from_attribute(value).below());
        assert_eq!(tags(Some("3")), ("h3", "h4"));
        assert_eq!(tags(Some("9")), ("h2", "h3"));
        assert_eq!(tags(None), ("h2", "h3"));
    }
}
