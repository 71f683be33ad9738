//! The loader, with what it must know of the modules.

use anyhow::{Result, ensure};

use crate::modules::Module;

/// As it stands in the source, which knows the module with all widgets alone.
const LIST: &str = "const MODULES = [['loa-widgets.', ...ALL]];";

/// Writes the modules into the loader, from small to large.
///
/// # Errors
///
/// When the loader has its list in another form.
pub(crate) fn with_modules(loader: &str, modules: &[&Module]) -> Result<String> {
    ensure!(
        loader.matches(LIST).count() == 1,
        "`loa.js` has no line `{LIST}`; adapt `LIST` in crates/xtask/src/build_widgets/loader.rs"
    );
    let entry = |module: &&Module| {
        let tags = match module.has_all() {
            true => "...ALL".to_owned(),
            false => module.tags().map(|tag| format!("'{tag}'")).collect::<Vec<_>>().join(", "),
        };
        format!("['{}.', {tags}]", module.stem())
    };
    let entries = modules.iter().map(entry).collect::<Vec<_>>().join(", ");
    Ok(loader.replace(LIST, &format!("const MODULES = [{entries}];")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modules;

    #[test]
    fn the_loader_learns_which_module_has_which_tags() {
        let widgets = ["guide", "message", "progress"].map(str::to_owned);
        let text = "[[module]]\nname = \"texts\"\nwidgets = [\"guide\", \"message\"]\n";
        let modules = modules::parse(text, &widgets).unwrap();
        let loader = include_str!("../../../../widgets/js/loa.js");
        let written = with_modules(loader, &modules.iter().collect::<Vec<_>>()).unwrap();
        let list = "const MODULES = [['loa-texts.', 'loa-guide', 'loa-message'], ['loa-widgets.', ...ALL]];";
        assert_eq!(written, loader.replace(LIST, list));
        assert_ne!(written, loader);
    }

    #[test]
    fn a_loader_of_another_form_is_said() {
        assert_eq!(
            with_modules("a()", &[]).unwrap_err().to_string(),
            "`loa.js` has no line `const MODULES = [['loa-widgets.', ...ALL]];`; adapt `LIST` in crates/xtask/src/build_widgets/loader.rs"
        );
    }
}
