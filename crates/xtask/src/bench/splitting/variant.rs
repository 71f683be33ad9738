//! The ways to divide the widgets, and what a page fetches in each.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use super::build::{Built, Recipe};
use super::copy::Way;
use super::standin::Kind;
use super::widget::Widget;

/// A way to divide the widgets.
#[derive(Debug)]
pub(super) struct Variant {
    /// In the file of results.
    pub name: &'static str,
    /// In the table.
    pub title: &'static str,
    division: Division,
}

#[derive(Debug)]
enum Division {
    /// Whole modules; a page loads the smallest that has all its widgets.
    Modules(&'static [Scope]),
    /// One file for each widget, and one for each set of widgets that share something.
    Parts,
    /// One file for each widget, and all that is shared in the base.
    WideBase,
}

/// Which widgets a whole module has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// One widget alone; which one is its module's name.
    Alone(&'static str),
    /// What people read.
    Reading,
    /// What people fill in.
    Writing,
    All,
}

use Scope::{All, Alone, Reading, Writing};

const GUIDE: Scope = Alone("guide");

pub(super) const VARIANTS: [Variant; 9] = [
    Variant { name: "one", title: "one module", division: Division::Modules(&[All]) },
    Variant { name: "parts", title: "split by widget", division: Division::Parts },
    Variant { name: "wide-base", title: "split, shared in base", division: Division::WideBase },
    Variant {
        name: "reading-writing",
        title: "reading, writing, all",
        division: Division::Modules(&[Reading, Writing, All]),
    },
    Variant {
        name: "guide-reading",
        title: "guide, reading, all",
        division: Division::Modules(&[GUIDE, Reading, All]),
    },
    Variant { name: "guide", title: "guide, all", division: Division::Modules(&[GUIDE, All]) },
    Variant {
        name: "four",
        title: "guide, reading, writing, all",
        division: Division::Modules(&[GUIDE, Reading, Writing, All]),
    },
    Variant {
        name: "built",
        title: "guide, form, reading, all",
        division: Division::Modules(&[GUIDE, Alone("feedback"), Reading, All]),
    },
    Variant {
        name: "alone",
        title: "guide, message, form, all",
        division: Division::Modules(&[GUIDE, Alone("message"), Alone("feedback"), All]),
    },
];

/// What a page fetches, in bytes after brotli 11.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Fetch {
    /// The files of the module.
    pub module: usize,
    /// The glue, and what fetches parts.
    pub scripts: usize,
    /// How many files the module has.
    pub files: usize,
}

impl Fetch {
    /// Everything that differs between the variants.
    pub(super) fn bytes(self) -> usize {
        self.module + self.scripts
    }
}

/// What was built, by what was asked for.
pub(super) type Stock = BTreeMap<Recipe, Built>;

impl Scope {
    fn of(self, widgets: &[Widget]) -> Vec<Widget> {
        let has = |widget: &&Widget| match self {
            Self::Alone(name) => widget.module == name,
            Self::Reading => widget.kind != Kind::Form,
            Self::Writing => widget.kind == Kind::Form,
            Self::All => true,
        };
        widgets.iter().filter(has).cloned().collect()
    }
}

impl Variant {
    /// What is to be built for it, when there are these widgets.
    pub(super) fn recipes(&self, widgets: &[Widget]) -> Vec<Recipe> {
        match self.division {
            Division::Modules(scopes) => {
                scopes.iter().map(|scope| Recipe { widgets: scope.of(widgets), way: Way::Whole }).collect()
            }
            Division::Parts | Division::WideBase => vec![Recipe { widgets: widgets.to_vec(), way: Way::Split }],
        }
    }

    /// What a person fetches who visits these pages one after another, each with its widgets; a file is fetched once.
    pub(super) fn fetch(&self, pages: &[&[Widget]], widgets: &[Widget], stock: &Stock) -> Result<Fetch> {
        let mut files: BTreeMap<String, Fetch> = BTreeMap::new();
        for page in pages {
            files.extend(self.files(page, widgets, stock)?);
        }
        Ok(files.into_values().fold(Fetch::default(), |sum, file| Fetch {
            module: sum.module + file.module,
            scripts: sum.scripts + file.scripts,
            files: sum.files + file.files,
        }))
    }

    fn files(&self, page: &[Widget], widgets: &[Widget], stock: &Stock) -> Result<BTreeMap<String, Fetch>> {
        let covers = |recipe: &Recipe| page.iter().all(|widget| recipe.widgets.contains(widget));
        let recipes = self.recipes(widgets);
        let built =
            recipes.iter().filter(|recipe| covers(recipe)).filter_map(|recipe| Some((recipe, stock.get(recipe)?)));
        let (recipe, built) =
            built.min_by_key(|(_, built)| built.module).context("no module has all widgets of a page")?;
        let name = recipe.widgets.iter().map(|widget| &*widget.module).collect::<Vec<_>>().join(" ");
        let base = |module| Fetch { module, scripts: built.scripts, files: 1 };
        let parts = |with_shared: bool| {
            let shared = if with_shared { BTreeSet::new() } else { built.shared() };
            let needed = page.iter().filter_map(|widget| built.needs.get(&widget.module)).flatten();
            let needed: BTreeSet<&String> = needed.filter(|name| !shared.contains(name.as_str())).collect();
            let weight = |name: &String| built.parts.get(name).copied().unwrap_or_default();
            needed
                .into_iter()
                .map(move |name| (name.clone(), Fetch { module: weight(name), scripts: 0, files: 1 }))
                .collect::<Vec<_>>()
        };
        Ok(match self.division {
            Division::Modules(_) => BTreeMap::from([(name, base(built.module))]),
            Division::Parts => parts(true).into_iter().chain([(name, base(built.module))]).collect(),
            Division::WideBase => parts(false).into_iter().chain([(name, base(built.wide_base))]).collect(),
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::bench::splitting::widget::Widgets;

    /// As if every widget weighed 10 bytes on a base of 100, and two parts of a split shared 4 of them.
    pub(in crate::bench::splitting) fn stock(widgets: &[Widget]) -> Stock {
        let recipes = VARIANTS.iter().flat_map(|variant| variant.recipes(widgets));
        recipes.map(|recipe| (recipe.clone(), built(&recipe))).collect()
    }

    fn built(recipe: &Recipe) -> Built {
        let whole = Built { module: 100 + 10 * recipe.widgets.len(), scripts: 5, ..Built::default() };
        if recipe.way == Way::Whole {
            return whole;
        }
        let names = || recipe.widgets.iter().map(|widget| widget.module.clone());
        let own = names().map(|name| (format!("split_{name}"), 6));
        Built {
            module: 100,
            parts: own.chain([("chunk_1".to_owned(), 4)]).collect(),
            needs: names().map(|name| (name.clone(), vec!["chunk_1".to_owned(), format!("split_{name}")])).collect(),
            wide_base: 103,
            ..whole
        }
    }

    fn fetched(variant: &str, pages: &[&[Widget]]) -> Fetch {
        let widgets = Widgets::all().unwrap().ten;
        let variant = VARIANTS.iter().find(|known| known.name == variant).unwrap();
        variant.fetch(pages, &widgets, &stock(&widgets)).unwrap()
    }

    fn widget(module: &str) -> Widget {
        Widgets::all().unwrap().ten.into_iter().find(|widget| widget.module == module).unwrap()
    }

    #[test]
    fn a_page_loads_the_smallest_module_that_has_its_widgets() {
        let (guide, message, form) = (widget("guide"), widget("message"), widget("feedback"));
        let of = |page: &[Widget]| fetched("four", &[page]).module;
        assert_eq!(of(std::slice::from_ref(&guide)), 110);
        assert_eq!(of(&[guide.clone(), message]), 180);
        assert_eq!(of(std::slice::from_ref(&form)), 120);
        assert_eq!(of(&[guide, form]), 200);
    }

    #[test]
    fn a_split_page_loads_the_base_and_its_parts_once() {
        let page = [widget("guide"), widget("message")];
        assert_eq!(fetched("parts", &[&page]), Fetch { module: 100 + 4 + 6 + 6, scripts: 5, files: 4 });
        assert_eq!(fetched("wide-base", &[&page]), Fetch { module: 103 + 6 + 6, scripts: 5, files: 3 });
    }

    #[test]
    fn who_visits_several_pages_fetches_each_file_once() {
        let (guide, message) = ([widget("guide")], [widget("message")]);
        let pages: [&[Widget]; 3] = [&guide, &message, &guide];
        assert_eq!(fetched("one", &pages), Fetch { module: 200, scripts: 5, files: 1 });
        assert_eq!(fetched("guide-reading", &pages), Fetch { module: 110 + 180, scripts: 10, files: 2 });
        assert_eq!(fetched("parts", &pages), Fetch { module: 100 + 4 + 6 + 6, scripts: 5, files: 4 });
    }
}
