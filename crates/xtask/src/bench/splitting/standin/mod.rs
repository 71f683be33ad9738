//! Stand-ins of the widgets that are still to come: of the kinds that there will be, each with words, states and
//! handlers of its own, so that no two of them become one in the module.

mod bank;

use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::Value;

use self::bank::Bank;

/// What a widget is about; a page of one kind of widgets may get by with a module for that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Text,
    Carousel,
    Form,
    List,
}

impl Kind {
    pub(super) const ALL: [Self; 4] = [Self::Text, Self::Carousel, Self::Form, Self::List];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Carousel => "carousel",
            Self::Form => "form",
            Self::List => "list",
        }
    }

    pub(in crate::bench::splitting) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    fn bank(self) -> &'static str {
        match self {
            Self::Text => include_str!("text.template"),
            Self::Carousel => include_str!("carousel.template"),
            Self::Form => include_str!("form.template"),
            Self::List => include_str!("list.template"),
        }
    }
}

/// A widget that stands in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StandIn {
    /// As in its tag, after `loa-`.
    pub kebab: String,
    pub kind: Kind,
    parts: Vec<Vec<String>>,
    /// Its place among all; some measures of a stand-in depend on it, as those of real ones differ too.
    place: usize,
}

/// All stand-ins, in the order of the file that describes them.
///
/// # Errors
///
/// When the description does not say for each its name, its kind and its parts.
pub(super) fn all() -> Result<Vec<StandIn>> {
    let table: toml::Table = include_str!("widgets.toml").parse()?;
    let value = serde_json::to_value(table)?;
    let widgets = value["widget"].as_array().context("the stand-ins have no `widget`")?;
    widgets.iter().enumerate().map(|(place, widget)| StandIn::of(widget, place)).collect()
}

const WIDGET: &str = include_str!("widget.rs.template");

/// The holes of the widget's own source; those of a form or of a list are in the functions of its base.
const HOLES: [&str; 16] = [
    "slice",
    "read",
    "style",
    "is_of",
    "field",
    "told",
    "view",
    "below",
    "act",
    "stand",
    "functions",
    "fields",
    "judge",
    "order",
    "filters",
    "admits",
];

impl StandIn {
    fn of(widget: &Value, place: usize) -> Result<Self> {
        let kebab = widget["name"].as_str().context("a stand-in has no `name`")?.to_owned();
        let kind = widget["kind"].as_str().and_then(Kind::named);
        let kind = kind.with_context(|| format!("the stand-in `{kebab}` is of no known `kind`"))?;
        let parts = widget["parts"].as_array().with_context(|| format!("the stand-in `{kebab}` has no `parts`"))?;
        let words =
            |part: &Value| part.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        Ok(Self { kebab, kind, parts: parts.iter().map(words).collect(), place })
    }

    /// Its module in the crate.
    pub(super) fn module(&self) -> String {
        self.kebab.replace('-', "_")
    }

    /// Its type in that module.
    pub(super) fn type_name(&self) -> String {
        self.kebab.split('-').filter_map(|word| Some(word.get(..1)?.to_uppercase() + word.get(1..)?)).collect()
    }

    /// Its source.
    ///
    /// # Errors
    ///
    /// When it names a part that its kind does not have.
    pub(super) fn source(&self) -> Result<String> {
        let bank = Bank::parse(self.kind.bank());
        let mut text = WIDGET.to_owned();
        for hole in HOLES {
            text = text.replace(&format!("{{{{{hole}}}}}"), self.filled(&bank, hole)?.trim_end());
        }
        let fields: Vec<&str> = self.fields().filter_map(|part| part.get(1)).map(String::as_str).collect();
        let names = fields.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let own = [
            ("count", fields.len().to_string()),
            ("names", names),
            ("kebab", self.kebab.clone()),
            ("Pascal", self.type_name()),
        ];
        let n = (2 + self.place % 7).to_string();
        let own = own.into_iter().chain([("n", n)]);
        Ok(own.fold(text, |text, (hole, value)| text.replace(&format!("{{{{{hole}}}}}"), &value)))
    }

    /// The parts of a form that are fields: all but its base.
    fn fields(&self) -> impl Iterator<Item = &Vec<String>> {
        self.parts.iter().skip(1)
    }

    /// What its parts put into a hole, one after another.
    fn filled(&self, bank: &Bank, hole: &str) -> Result<String> {
        let mut text = String::new();
        for (i, part) in self.parts.iter().enumerate() {
            let Some((name, words)) = part.split_first() else { continue };
            let piece =
                bank.piece(name, hole).with_context(|| format!("`{}` asks for the part `{name}`", self.kebab))?;
            let piece = piece.replace("{{i}}", &i.saturating_sub(1).to_string());
            // In a form the first word of a field is its name, in every other part a word like the others.
            let piece = words
                .iter()
                .enumerate()
                .fold(piece, |piece, (place, word)| piece.replace(&format!("{{{{{place}}}}}"), word));
            let _ = write!(text, "{piece}");
        }
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_more_of_each_kind_than_the_ten_widgets_take() {
        let all = all().unwrap();
        let of = |kind| all.iter().filter(|widget| widget.kind == kind).count();
        // A rating is text with a tap, and has taken the place of one of the texts.
        assert_eq!(Kind::ALL.map(of), [1, 2, 2, 2]);
    }

    #[test]
    fn every_hole_is_filled_and_all_words_are_used() {
        for widget in all().unwrap() {
            let source = widget.source().unwrap();
            assert!(!source.contains("{{"), "{}: {}", widget.kebab, &source[source.find("{{").unwrap()..][..80]);
            let words = widget.parts.iter().flat_map(|part| part.iter().skip(1)).filter(|word| !word.is_empty());
            for word in words {
                assert!(source.contains(word.as_str()), "`{}` does not use `{word}`", widget.kebab);
            }
        }
    }

    #[test]
    fn two_of_a_kind_are_different_code() {
        let sources: Vec<String> = all().unwrap().iter().map(|widget| widget.source().unwrap()).collect();
        let lines =
            |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<std::collections::BTreeSet<_>>();
        for (i, one) in sources.iter().enumerate() {
            for other in &sources[..i] {
                let (one, other) = (lines(one), lines(other));
                assert!(one.difference(&other).count() > 30, "two stand-ins are nearly the same");
            }
        }
    }

    #[test]
    fn names_of_modules_and_types_follow_the_tag() {
        let widget = &all().unwrap()[0];
        assert_eq!((widget.module().as_str(), widget.type_name().as_str()), ("opening_hours", "OpeningHours"));
        assert!(widget.source().unwrap().contains("pub const TAG: &str = \"loa-opening-hours\";"));
    }

    #[test]
    fn a_part_that_its_kind_does_not_have_is_named() {
        let widget = StandIn { parts: vec![vec!["drum".to_owned()]], ..all().unwrap()[0].clone() };
        let error = format!("{:#}", widget.source().unwrap_err());
        assert_eq!(
            error,
            "`opening-hours` asks for the part `drum`: there are `base`, `switch`, `dates`, `fold`, `expiry`, `copy`"
        );
    }
}
