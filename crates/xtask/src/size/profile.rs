//! Pages, and what each of them fetches because of us.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::artefact::{Artefact, Sizes};
use super::elements::{Element, elements};
use crate::kit::{Kit, KitFile, Role};

/// A kind of page; which files it fetches follows from the elements on it.
pub(super) struct Profile {
    pub name: &'static str,
    pub about: &'static str,
    /// The elements that come near the screen.
    near: Near,
    pub promise: Option<Promise>,
}

/// Where the elements come from.
enum Near {
    Nothing,
    /// Those of a page of the demonstration.
    Page(&'static str),
    /// One of each tag, and what is asked for only on failure.
    Everything,
}

/// A budget, and what it counts.
pub(super) struct Promise {
    pub id: &'static str,
    pub about: &'static str,
    counts: fn(Option<Role>) -> bool,
}

pub(super) const PROFILES: [Profile; 5] = [
    Profile {
        name: "loader",
        about: "a page with a widget far below the screen",
        near: Near::Nothing,
        promise: Some(Promise {
            id: "B1",
            about: "the loader alone, since the stylesheet is for the static HTML",
            counts: |role| role == Some(Role::Loader),
        }),
    },
    Profile {
        name: "one-guide",
        about: "a page with one guide",
        near: Near::Page("huong-dan/khai-sinh.html"),
        promise: Some(Promise { id: "B2", about: "all of it", counts: |_| true }),
    },
    Profile {
        name: "one-form",
        about: "a page with one form for feedback",
        near: Near::Page("gop-y/index.html"),
        promise: Some(Promise { id: "B3", about: "all of it", counts: |_| true }),
    },
    Profile {
        name: "portal-home",
        about: "the front page of the demonstration",
        near: Near::Page("index.html"),
        promise: None,
    },
    Profile {
        name: "everything",
        about: "a page with every widget, and the file that is asked for only on failure",
        near: Near::Everything,
        promise: Some(Promise {
            id: "B4",
            about: "every file of such a page, without slices",
            counts: |role| role.is_some(),
        }),
    },
];

/// What was measured for a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Measured {
    pub name: &'static str,
    pub about: &'static str,
    pub sizes: Sizes,
    pub requests: usize,
    pub promise: Option<Counted>,
}

/// The bytes after brotli that a budget counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub id: &'static str,
    pub about: &'static str,
    pub brotli: usize,
}

impl Profile {
    /// What the page fetches: files of the kit, then slices.
    pub(super) fn artefacts(&self, kit: &Kit, site: &Path, bundle: &Path) -> Result<Vec<Artefact>> {
        let near = match self.near {
            Near::Nothing => Vec::new(),
            Near::Page(page) => {
                let path = site.join(page);
                let found =
                    elements(&fs::read_to_string(&path).with_context(|| format!("cannot read `{}`", path.display()))?);
                anyhow::ensure!(!found.is_empty(), "the page `{}` has no widget", path.display());
                found
            }
            Near::Everything => kit.tags.iter().map(|tag| Element::first_of(tag, bundle)).collect::<Result<_>>()?,
        };
        let tags: BTreeSet<&str> = near.iter().map(|element| &*element.tag).collect();
        let module = match tags.is_empty() {
            true => None,
            false => {
                let found = kit.module_for(tags.iter().copied());
                Some(found.with_context(|| format!("no module has all of {tags:?}"))?.stem())
            }
        };
        let is_fetched = |file: &&KitFile| match file.role {
            Role::Loader | Role::Style => true,
            Role::Diagnosis => matches!(self.near, Near::Everything),
            // Of the modules a page fetches one, with its glue, and none without a widget in view.
            Role::Glue | Role::Module => module.as_deref() == Some(file.stem()),
        };
        let mut artefacts: Vec<Artefact> =
            kit.files.iter().filter(is_fetched).map(Artefact::of_kit).collect::<Result<_>>()?;
        let slices: BTreeSet<PathBuf> = near.iter().map(|element| element.slice(bundle)).collect::<Result<_>>()?;
        for slice in &slices {
            artefacts.push(Artefact::of_slice(bundle, slice)?);
        }
        Ok(artefacts)
    }

    pub(super) fn measure(&self, artefacts: &[Artefact]) -> Measured {
        let promise = self.promise.as_ref().map(|Promise { id, about, counts }| {
            let counted: Sizes = artefacts.iter().filter(|artefact| counts(artefact.role)).sum();
            Counted { id, about, brotli: counted.brotli }
        });
        let (sizes, requests) = (artefacts.iter().sum(), artefacts.len());
        Measured { name: self.name, about: self.about, sizes, requests, promise }
    }
}

impl Measured {
    pub(super) fn json(&self) -> Value {
        let Sizes { raw, gzip, brotli } = self.sizes;
        json!({ "name": self.name, "raw": raw, "gzip": gzip, "brotli": brotli, "requests": self.requests })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetched(profile: &str, folder: &str) -> Vec<String> {
        let site = crate::scratch::folder(folder);
        let bundle = site.join("loa/a");
        for file in ["guide/khai-sinh.json", "guide/khai-tu.json", "message/all.json"] {
            crate::workspace::write(&bundle.join(file), "{}").unwrap();
        }
        let guide = "<loa-guide guide=\"khai-sinh\"></loa-guide>";
        crate::workspace::write(&site.join("huong-dan/khai-sinh.html"), guide).unwrap();
        crate::workspace::write(&site.join("index.html"), format!("<loa-message></loa-message>{guide}{guide}"))
            .unwrap();
        let kit = Kit::of(&[
            ("loa-guide.bin", ""),
            ("loa-guide.js", ""),
            ("loa-trouble.js", ""),
            ("loa-widgets.bin", ""),
            ("loa-widgets.js", ""),
            ("loa.css", ""),
            ("loa.js", ""),
        ]);
        let profile = PROFILES.iter().find(|known| known.name == profile).unwrap();
        profile.artefacts(&kit, &site, &bundle).unwrap().into_iter().map(|artefact| artefact.name).collect()
    }

    #[test]
    fn with_no_widget_in_view_there_is_no_module() {
        assert_eq!(fetched("loader", "profile-loader"), ["loa.css", "loa.js"]);
    }

    #[test]
    fn a_page_fetches_one_module_and_the_slices_of_what_stands_on_it() {
        assert_eq!(
            fetched("one-guide", "profile-guide"),
            ["loa-guide.bin", "loa-guide.js", "loa.css", "loa.js", "guide/khai-sinh.json"]
        );
        assert_eq!(
            fetched("portal-home", "profile-home"),
            ["loa-widgets.bin", "loa-widgets.js", "loa.css", "loa.js", "guide/khai-sinh.json", "message/all.json"]
        );
    }

    #[test]
    fn everything_is_the_module_with_all_and_the_diagnosis_and_a_slice_for_each_widget() {
        assert_eq!(
            fetched("everything", "profile-everything"),
            [
                "loa-trouble.js",
                "loa-widgets.bin",
                "loa-widgets.js",
                "loa.css",
                "loa.js",
                "guide/khai-sinh.json",
                "message/all.json"
            ]
        );
    }

    #[test]
    fn a_budget_counts_what_it_says() {
        let artefact =
            |role, brotli| Artefact { name: String::new(), role, sizes: Sizes { brotli, ..Sizes::default() } };
        let artefacts = [artefact(Some(Role::Loader), 1), artefact(Some(Role::Style), 10), artefact(None, 100)];
        let counted =
            |profile: &Profile| profile.measure(&artefacts).promise.map(|promise| (promise.id, promise.brotli));
        assert_eq!(
            PROFILES.iter().map(counted).collect::<Vec<_>>(),
            [Some(("B1", 1)), Some(("B2", 111)), Some(("B3", 111)), None, Some(("B4", 11))]
        );
    }
}
