//! The widgets that are measured: the real ones, then stand-ins up to ten, then one more of each kind.

use anyhow::Result;

use super::standin::{self, Kind, StandIn};

/// A widget of the copy, wherever it comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Widget {
    /// Its module in the crate, which is also its name here.
    pub module: String,
    /// Its type in that module.
    pub type_name: String,
    pub kind: Kind,
}

/// What is built.
pub(super) struct Widgets {
    /// The real ones, and stand-ins of the next.
    pub ten: Vec<Widget>,
    /// One more of each kind, in the order of [`Kind::ALL`].
    pub more: Vec<Widget>,
}

const REAL: [(&str, &str, Kind); 7] = [
    ("board", "Board", Kind::List),
    ("feedback", "Feedback", Kind::Form),
    ("guide", "Guide", Kind::Carousel),
    ("message", "Message", Kind::Text),
    ("progress", "Progress", Kind::Text),
    ("rating", "Rating", Kind::Text),
    ("roadmap", "Roadmap", Kind::Text),
];

impl Widgets {
    /// The last stand-in of a kind is the one that comes later.
    pub(super) fn all() -> Result<Self> {
        let real = |(module, type_name, kind): (&str, &str, Kind)| Widget {
            module: module.to_owned(),
            type_name: type_name.to_owned(),
            kind,
        };
        let (mut ten, mut more): (Vec<Widget>, Vec<Widget>) = (REAL.map(real).into(), Vec::new());
        let stand_ins: Vec<Widget> = standin::all()?.iter().map(Widget::of).collect();
        for kind in Kind::ALL {
            let mut of_kind: Vec<Widget> = stand_ins.iter().filter(|widget| widget.kind == kind).cloned().collect();
            more.extend(of_kind.pop());
            ten.extend(of_kind);
        }
        Ok(Self { ten, more })
    }
}

impl Widget {
    fn of(stand_in: &StandIn) -> Self {
        Self { module: stand_in.module(), type_name: stand_in.type_name(), kind: stand_in.kind }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_ten_and_one_more_of_each_kind() {
        let widgets = Widgets::all().unwrap();
        assert_eq!(widgets.ten.len(), 10);
        assert_eq!(widgets.more.iter().map(|widget| widget.kind).collect::<Vec<_>>(), Kind::ALL);
        assert!(widgets.more.iter().all(|widget| !widgets.ten.contains(widget)));
    }

    #[test]
    fn the_real_ones_are_folders_of_the_widgets() {
        let sources = crate::workspace::root().join("widgets/src");
        let real = crate::modules::read().unwrap().pop().unwrap().widgets;
        assert_eq!(
            REAL.map(|(module, ..)| module.to_owned()).into_iter().collect::<BTreeSet<_>>(),
            real.into_iter().collect()
        );
        assert!(REAL.iter().all(|(module, ..)| sources.join(module).join("mod.rs").is_file()));
        let stand_ins = standin::all().unwrap();
        assert!(stand_ins.iter().all(|stand_in| !REAL.iter().any(|(module, ..)| *module == stand_in.module())));
    }
}
