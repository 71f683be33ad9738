//! The lines for the head of a page, ready to paste or to include.

use anyhow::{Context, Result};

use super::{ADDRESS, File};
use crate::kit::Role;

/// For the files under hashed names: everything that a widget needs is asked for at once, with the page.
///
/// A browser holds what it preloads for a module against its sum, and so need not hold it again. What is preloaded for
/// `fetch` has no sum: browsers would not find it again under one, and fetch it twice.
pub(super) fn preload(files: &[File], tags: &[String]) -> Result<String> {
    let [sheet, loader] = [Role::Style, Role::Loader].map(|role| hashed(files, role));
    let (sheet, loader) = (sheet?, loader?);
    let mut text = head("The folder is at /loa/ of the site; at another place change the addresses.");
    text += &stylesheet(sheet);
    let glue = files.iter().filter(|file| file.role == Some(Role::Glue));
    for file in [loader].into_iter().chain(glue) {
        let (name, sum) = (&file.name, file.integrity());
        text += &format!("<link rel=\"modulepreload\" href=\"{ADDRESS}{name}\" integrity=\"{sum}\">\n");
    }
    let modules = files.iter().filter(|file| file.role == Some(Role::Module));
    let (of_a_tag, of_all): (Vec<_>, Vec<_>) =
        modules.partition(|file| tags.iter().any(|tag| file.name.split('.').next() == Some(tag)));
    for module in of_all {
        text += &fetch(&module.name);
    }
    for module in of_a_tag {
        let tag = module.name.split('.').next().unwrap_or_default();
        text += &format!("<!-- With <{tag}> in view also:\n{}-->\n", fetch(&module.name));
    }
    let slice = fetch("hanoi-2025/guide/khai-sinh.json");
    text += &format!("<!-- And the data of the widget that visitors see first, for example:\n{slice}-->\n");
    Ok(text + &script(loader))
}

/// For the one script with everything inside.
pub(super) fn of_one_file(files: &[File]) -> Result<String> {
    let file = |role| {
        let found = files.iter().find(|file| file.role == Some(role));
        found.with_context(|| format!("no {} is in the folder", role.name()))
    };
    let head = head("The files are at /loa/ of the site; at another place change the addresses.");
    Ok(head + &stylesheet(file(Role::Style)?) + &script(file(Role::Loader)?))
}

/// The one of two twins that has the hash in its name.
fn hashed(files: &[File], role: Role) -> Result<&File> {
    let mut found = files.iter().filter(|file| file.role == Some(role));
    found
        .find(|file| file.name.split('.').count() == 3)
        .with_context(|| format!("no {} has a hash in its name", role.name()))
}

fn head(place: &str) -> String {
    format!("<!-- Loa {}, for the head of each page with a widget. {place} -->\n", env!("CARGO_PKG_VERSION"))
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

    fn file(name: &str, role: Role) -> File {
        File::of(name, role, Vec::new())
    }

    #[test]
    fn everything_that_a_widget_needs_is_asked_for_with_the_page() {
        let files = [
            file("loa-guide.0a.bin", Role::Module),
            file("loa-trouble.0b.js", Role::Diagnosis),
            file("loa-widgets.0c.bin", Role::Module),
            file("loa-widgets.0c.js", Role::Glue),
            file("loa.0d.css", Role::Style),
            file("loa.css", Role::Style),
            file("loa.0e.js", Role::Loader),
            file("loa.js", Role::Loader),
        ];
        let text = preload(&files, &["loa-guide".to_owned()]).unwrap();
        let sum = files[0].integrity();
        let expected = format!(
            "<!-- Loa {}, for the head of each page with a widget. The folder is at /loa/ of the site; at another place change the addresses. -->
<link rel=\"stylesheet\" href=\"/loa/loa.0d.css\" integrity=\"{sum}\">
<link rel=\"modulepreload\" href=\"/loa/loa.0e.js\" integrity=\"{sum}\">
<link rel=\"modulepreload\" href=\"/loa/loa-widgets.0c.js\" integrity=\"{sum}\">
<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/loa/loa-widgets.0c.bin\">
<!-- With <loa-guide> in view also:
<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/loa/loa-guide.0a.bin\">
-->
<!-- And the data of the widget that visitors see first, for example:
<link rel=\"preload\" as=\"fetch\" crossorigin href=\"/loa/hanoi-2025/guide/khai-sinh.json\">
-->
<script type=\"module\" src=\"/loa/loa.0e.js\" integrity=\"{sum}\"></script>
",
            env!("CARGO_PKG_VERSION")
        );
        assert_eq!(text, expected);
    }

    #[test]
    fn one_file_needs_two_lines() {
        let text = of_one_file(&[file("loa-one.js", Role::Loader), file("loa.css", Role::Style)]).unwrap();
        assert_eq!(text.lines().count(), 3);
        assert!(!text.contains("preload"), "{text}");
    }
}
