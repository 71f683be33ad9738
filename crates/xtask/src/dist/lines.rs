//! The lines for the head of a page, ready to paste or to include.

use anyhow::{Context, Result};

use super::{ADDRESS, File};
use crate::kit::Role;
use crate::modules::Module;

/// For the files under hashed names, on pages that need this module: everything that a widget needs is asked for at once,
/// with the page. The loader takes the module that the head of a page names, so that nothing comes twice.
///
/// A browser holds what it preloads for a module against its sum, and so need not hold it again. What is preloaded for
/// `fetch` has no sum: browsers would not find it again under one, and fetch it twice.
pub(super) fn preload(files: &[File], module: &Module) -> Result<String> {
    let [sheet, loader] = [Role::Style, Role::Loader].map(|role| hashed(files, role));
    let (sheet, loader) = (sheet?, loader?);
    let stem = module.stem();
    let of_module = |role| files.iter().filter(move |file| file.role == Some(role)).find(|file| stem_of(file) == stem);
    let missing = || format!("the module `{stem}` is not in the folder");
    let (glue, bytes) = (of_module(Role::Glue).with_context(missing)?, of_module(Role::Module).with_context(missing)?);
    let pages = match module.has_all() {
        true => "a widget".to_owned(),
        false => {
            format!("{} and no other widget", module.tags().collect::<Vec<_>>().join(", "))
        }
    };
    let mut text = head(&pages, "The folder is at /loa/ of the site; at another place change the addresses.");
    text += &stylesheet(sheet);
    for file in [loader, glue] {
        let (name, sum) = (&file.name, file.integrity());
        text += &format!("<link rel=\"modulepreload\" href=\"{ADDRESS}{name}\" integrity=\"{sum}\">\n");
    }
    text += &fetch(&bytes.name);
    let slice = fetch(&format!("hanoi-2025/{}", example(module)));
    text += &format!("<!-- And the data of the widget that visitors see first, for example:\n{slice}-->\n");
    Ok(text + &script(loader))
}

/// The data of a widget of the module, in the bundle of the example.
fn example(module: &Module) -> &'static str {
    let examples = [("loa-guide", "guide/khai-sinh.json"), ("loa-feedback", "feedback/all.json")];
    examples.into_iter().find(|(tag, _)| module.has(tag)).map_or("message/all.json", |(_, slice)| slice)
}

/// What the lines of a module are called.
pub(super) fn name(module: &Module) -> String {
    match module.has_all() {
        true => "preload.html".to_owned(),
        false => format!("preload-{}.html", module.stem().trim_start_matches("loa-")),
    }
}

/// For the one script with everything inside.
pub(super) fn of_one_file(files: &[File]) -> Result<String> {
    let file = |role| {
        let found = files.iter().find(|file| file.role == Some(role));
        found.with_context(|| format!("no {} is in the folder", role.name()))
    };
    let head = head("a widget", "The files are at /loa/ of the site; at another place change the addresses.");
    Ok(head + &stylesheet(file(Role::Style)?) + &script(file(Role::Loader)?))
}

/// The one of two twins that has the hash in its name.
fn hashed(files: &[File], role: Role) -> Result<&File> {
    let mut found = files.iter().filter(|file| file.role == Some(role));
    found
        .find(|file| file.name.split('.').count() == 3)
        .with_context(|| format!("no {} has a hash in its name", role.name()))
}

fn stem_of(file: &File) -> &str {
    file.name.split('.').next().unwrap_or_default()
}

fn head(pages: &str, place: &str) -> String {
    format!("<!-- Loa {}, for the head of each page with {pages}. {place} -->\n", env!("CARGO_PKG_VERSION"))
}

fn stylesheet(file: &File) -> String {
    format!("<link rel=\"stylesheet\" href=\"{ADDRESS}{}\" integrity=\"{}\">\n", file.name, file.integrity())
}

fn script(file: &File) -> String {
    format!("<script type=\"module\" src=\"{ADDRESS}{}\" integrity=\"{}\"></script>\n", file.name, file.integrity())
}

fn fetch(name: &str) -> String {
    format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{ADDRESS}{name}\">\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modules;

    fn file(name: &str, role: Role) -> File {
        File::of(name, role, Vec::new())
    }

    fn files() -> [File; 9] {
        [
            file("loa-guide.0a.bin", Role::Module),
            file("loa-guide.0a.js", Role::Glue),
            file("loa-trouble.0b.js", Role::Diagnosis),
            file("loa-widgets.0c.bin", Role::Module),
            file("loa-widgets.0c.js", Role::Glue),
            file("loa.0d.css", Role::Style),
            file("loa.css", Role::Style),
            file("loa.0e.js", Role::Loader),
            file("loa.js", Role::Loader),
        ]
    }

    fn modules() -> Vec<Module> {
        let widgets = ["guide", "message"].map(str::to_owned);
        modules::parse("[[module]]\nname = \"guide\"\nwidgets = [\"guide\"]\n", &widgets).unwrap()
    }

    #[test]
    fn everything_that_a_widget_needs_is_asked_for_with_the_page() {
        let files = files();
        let [guide, all] = &*modules() else { panic!("a module for guides, and one for all") };
        let expected = |pages: &str, stem: &str| {
            let sum = files[0].integrity();
            format!(
                "<!-- Loa {}, for the head of each page with {pages}. The folder is at /loa/ of the site; at another place change the addresses. -->
<link rel=\"stylesheet\" href=\"/loa/loa.0d.css\" integrity=\"{sum}\">
<link rel=\"modulepreload\" href=\"/loa/loa.0e.js\" integrity=\"{sum}\">
<link rel=\"modulepreload\" href=\"/loa/{stem}.js\" integrity=\"{sum}\">
<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/loa/{stem}.bin\">
<!-- And the data of the widget that visitors see first, for example:
<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/loa/hanoi-2025/guide/khai-sinh.json\">
-->
<script type=\"module\" src=\"/loa/loa.0e.js\" integrity=\"{sum}\"></script>
",
                env!("CARGO_PKG_VERSION")
            )
        };
        assert_eq!(preload(&files, guide).unwrap(), expected("loa-guide and no other widget", "loa-guide.0a"));
        assert_eq!(preload(&files, all).unwrap(), expected("a widget", "loa-widgets.0c"));
        assert_eq!([guide, all].map(name), ["preload-guide.html", "preload.html"]);
    }

    #[test]
    fn a_module_that_is_not_in_the_folder_is_said() {
        let error = preload(&files()[2..], &modules()[0]).unwrap_err();
        assert_eq!(error.to_string(), "the module `loa-guide` is not in the folder");
    }

    #[test]
    fn one_file_needs_two_lines() {
        let text = of_one_file(&[file("loa-one.js", Role::Loader), file("loa.css", Role::Style)]).unwrap();
        assert_eq!(text.lines().count(), 3);
        assert!(!text.contains("preload"), "{text}");
    }
}
