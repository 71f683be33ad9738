//! `cargo xtask new-widget NAME`: the folder of a new widget, whole from the first day.

use anyhow::{Result, bail, ensure};

use crate::{Verb, workspace};

pub(crate) const VERB: Verb = Verb {
    name: "new-widget",
    about: "the folder of a new widget, ready to compile",
    help: "
Makes widgets/src/NAME/ with its slice, content, styles, fixtures, README and tests, and says what to register where.

  cargo xtask new-widget opening-hours",
    run,
};

/// Every part that `cargo xtask tidy` asks for, and the first tests.
const PARTS: [(&str, &str); 7] = [
    ("mod.rs", include_str!("template/mod.rs.template")),
    ("slice.rs", include_str!("template/slice.rs.template")),
    ("content.rs", include_str!("template/content.rs.template")),
    ("tests.rs", include_str!("template/tests.rs.template")),
    ("page.css", include_str!("template/page.css.template")),
    ("fixtures.toml", include_str!("template/fixtures.toml.template")),
    ("README.md", include_str!("template/README.md.template")),
];

fn run(arguments: &[String]) -> Result<()> {
    let [name] = arguments else {
        bail!("a new widget needs one name, for example `cargo xtask new-widget opening-hours`")
    };
    let name = Name::new(name)?;
    let folder = workspace::root().join("widgets/src").join(&name.snake);
    ensure!(!folder.exists(), "there is a widget `{}` in `{}`", name.kebab, folder.display());
    for (file, template) in PARTS {
        workspace::write(&folder.join(file), name.fill(template))?;
    }
    println!("{} is made. Register it:\n{}", folder.display(), name.fill(REGISTER));
    Ok(())
}

const REGISTER: &str = r#"
widgets/Cargo.toml           in [features]: {{kebab}} = [], and "{{kebab}}" in the list of default
widgets/src/lib.rs           #[cfg(feature = "{{kebab}}")] pub mod {{snake}};
widgets/src/element/mod.rs   #[cfg(feature = "{{kebab}}")]
                             crate::{{snake}}::TAG => start::<crate::{{snake}}::{{Pascal}}>(host, slice, ready),
widgets/js/loa.js            in ALL: 'loa-{{kebab}}'
widgets/src/publish/         {{snake}}.rs, which makes its slice from the plan, and its lines in mod.rs
CHANGELOG.md                 one line on what visitors get

It is then in the module with all widgets and in no other, so that pages without it fetch nothing more;
widgets/modules.toml may name it in a smaller one.

Then: cargo xtask test tidy components"#;

/// A widget's name in the three ways in which code writes it.
#[derive(Debug)]
struct Name {
    kebab: String,
    snake: String,
    pascal: String,
}

impl Name {
    /// From a name as it stands in the tag, after `loa-`.
    fn new(text: &str) -> Result<Self> {
        let kebab = text.strip_prefix("loa-").unwrap_or(text);
        let is_word = |word: &str| !word.is_empty() && word.chars().all(|letter| letter.is_ascii_lowercase());
        ensure!(
            kebab.split('-').all(is_word),
            "`{text}` is not a widget's name; use lower-case letters, words joined by `-`, for example `opening-hours`"
        );
        let pascal = kebab.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
        Ok(Self { kebab: kebab.to_owned(), snake: kebab.replace('-', "_"), pascal })
    }

    fn fill(&self, template: &str) -> String {
        let names = [("{{kebab}}", &self.kebab), ("{{snake}}", &self.snake), ("{{Pascal}}", &self.pascal)];
        names.iter().fold(template.to_owned(), |text, (place, name)| text.replace(place, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{modules, tidy};

    #[test]
    fn a_name_is_written_in_three_ways() {
        let name = Name::new("loa-opening-hours").unwrap();
        assert_eq!(name.fill("{{kebab}} {{snake}} {{Pascal}}"), "opening-hours opening_hours OpeningHours");
    }

    #[test]
    fn a_wrong_name_is_explained() {
        let error = Name::new("Opening Hours").unwrap_err();
        assert_eq!(
            error.to_string(),
            "`Opening Hours` is not a widget's name; use lower-case letters, words joined by `-`, for example `opening-hours`"
        );
    }

    #[test]
    fn a_new_widget_is_tidy() {
        let name = Name::new("opening-hours").unwrap();
        let files = PARTS.map(|(file, template)| (format!("widgets/src/{}/{file}", name.snake), name.fill(template)));
        assert!(files.iter().all(|(_, text)| !text.contains("{{kebab}}") && !text.contains("{{Pascal}}")));
        let problems = tidy::widget_problems(&files.each_ref().map(|(path, text)| (path.as_str(), text.as_str())));
        assert!(problems.is_empty(), "{problems:?}");
    }

    #[test]
    fn a_new_widget_is_in_the_module_with_all_widgets_and_in_no_other() {
        let mut widgets = modules::widgets(include_str!("../../../../widgets/Cargo.toml")).unwrap();
        widgets.push("opening-hours".to_owned());
        let modules = modules::parse(include_str!("../../../../widgets/modules.toml"), &widgets).unwrap();
        let with: Vec<String> =
            modules.iter().filter(|module| module.has("loa-opening-hours")).map(modules::Module::stem).collect();
        assert_eq!(with, ["loa-widgets"]);
    }

    #[test]
    fn what_is_left_to_do_is_said_for_the_new_name() {
        let text = Name::new("opening-hours").unwrap().fill(REGISTER);
        assert!(
            text.contains("in [features]: opening-hours = [], and \"opening-hours\" in the list of default"),
            "{text}"
        );
        assert!(text.contains("#[cfg(feature = \"opening-hours\")] pub mod opening_hours;"), "{text}");
        assert!(!text.contains("{{"), "{text}");
    }

    #[test]
    fn a_new_widget_needs_exactly_one_name() {
        assert_eq!(
            run(&[]).unwrap_err().to_string(),
            "a new widget needs one name, for example `cargo xtask new-widget opening-hours`"
        );
    }
}
