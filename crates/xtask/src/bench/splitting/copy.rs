//! A copy of the widgets' crate, with stand-ins beside the real widgets and only those within reach that are asked for.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use toml::{Table, Value};

use super::standin;
use super::widget::Widget;
use crate::workspace;

/// How the module is to be divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// Not at all.
    Whole,
    /// Each widget is a point at which it may be split.
    Split,
}

/// The crates by which the split is made, in the versions that fit together.
pub(super) const HELPERS: &str = "=0.2.3";

/// What stand-ins use of the browser beyond what the real widgets do.
const BROWSER: [&str; 4] = ["CssStyleDeclaration", "HtmlTextAreaElement", "KeyboardEvent", "SubmitEvent"];

/// Writes the copy and gives its manifest. What is the same as before is not touched, so that Cargo need not begin anew.
pub(super) fn write(folder: &Path, widgets: &[Widget], way: Way) -> Result<PathBuf> {
    let (root, manifest) = (workspace::root(), folder.join("Cargo.toml"));
    let read = |path: &str| fs::read_to_string(root.join(path)).with_context(|| format!("cannot read `{path}`"));
    renew(&manifest, &workspace_manifest(&read("Cargo.toml")?, &root)?)?;
    renew(&folder.join("widgets/Cargo.toml"), &crate_manifest(&read("widgets/Cargo.toml")?)?)?;
    // Versions are those of the published module; what the split needs beside them is added by Cargo.
    if !folder.join("Cargo.lock").is_file() {
        workspace::write(&folder.join("Cargo.lock"), read("Cargo.lock")?)?;
    }
    let sources = root.join("widgets/src");
    let mut library = String::new();
    for path in workspace::files_below(&sources)? {
        let copy = folder.join("widgets/src").join(path.strip_prefix(&sources)?);
        let name = path.strip_prefix(&sources)?.to_string_lossy().replace('\\', "/");
        match (name.as_str(), fs::read_to_string(&path)?) {
            ("lib.rs", text) => library = text,
            ("element/mod.rs", text) => renew(&copy, &with_mount(&text, widgets, way)?)?,
            (_, text) => renew(&copy, &text)?,
        }
    }
    for stand_in in standin::all()? {
        library += &format!("#[cfg(feature = \"csr\")]\npub mod {};\n", stand_in.module());
        renew(&folder.join(format!("widgets/src/{}.rs", stand_in.module())), &stand_in.source()?)?;
    }
    // The copy is not ours to keep tidy: what is out of reach in one variant is within in another.
    renew(&folder.join("widgets/src/lib.rs"), &library.replace("#![deny(missing_docs)]", "#![allow(dead_code)]"))?;
    Ok(manifest)
}

fn renew(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|written| written == text) { Ok(()) } else { workspace::write(path, text) }
}

/// One member, and the crates that it is built from where they are.
fn workspace_manifest(text: &str, root: &Path) -> Result<String> {
    let mut table: Table = text.parse()?;
    let workspace =
        table.get_mut("workspace").and_then(Value::as_table_mut).context("`Cargo.toml` has no workspace")?;
    workspace.insert("members".to_owned(), Value::Array(vec![Value::String("widgets".to_owned())]));
    let dependencies = workspace.get_mut("dependencies").and_then(Value::as_table_mut).into_iter().flatten();
    for (_, dependency) in dependencies {
        if let Some(Value::String(path)) = dependency.get_mut("path") {
            *path = root.join(&*path).to_string_lossy().into_owned();
        }
    }
    // Settings for the command's own dependencies would only be warned about.
    if let Some(profile) = table.get_mut("profile").and_then(Value::as_table_mut) {
        profile.retain(|name, _| name != "dev");
    }
    Ok(toml_text(&table))
}

fn crate_manifest(text: &str) -> Result<String> {
    let mut table: Table = text.parse()?;
    // Generated code is held to no rule of style, and the split needs code that is not safe.
    table.remove("lints");
    table.remove("target");
    let section = |table: &mut Table, name: &str| {
        table.remove(name).and_then(|value| value.as_table().cloned()).unwrap_or_default()
    };
    let mut dependencies = section(&mut table, "dependencies");
    let helpers = Table::from_iter([
        ("version".to_owned(), Value::String(HELPERS.to_owned())),
        ("optional".to_owned(), Value::Boolean(true)),
    ]);
    dependencies.insert("wasm_split_helpers".to_owned(), Value::Table(helpers));
    let browser =
        dependencies.get_mut("web-sys").and_then(|value| value.get_mut("features")).and_then(Value::as_array_mut);
    browser
        .context("the widgets use nothing of the browser")?
        .extend(BROWSER.map(|name| Value::String(name.to_owned())));
    table.insert("dependencies".to_owned(), Value::Table(dependencies));
    let mut features = section(&mut table, "features");
    features.insert("split".to_owned(), Value::Array(vec![Value::String("dep:wasm_split_helpers".to_owned())]));
    table.insert("features".to_owned(), Value::Table(features));
    Ok(toml_text(&table))
}

/// Inline throughout, since this crate's TOML only reads; what a manifest holds is the same either way.
fn toml_text(table: &Table) -> String {
    table.iter().map(|(key, value)| format!("{} = {}\n", quoted(key), inline(value))).collect()
}

fn inline(value: &Value) -> String {
    match value {
        Value::Table(table) => {
            let pairs: Vec<String> =
                table.iter().map(|(key, value)| format!("{} = {}", quoted(key), inline(value))).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::String(text) => quoted(text),
        Value::Integer(number) => number.to_string(),
        Value::Boolean(flag) => flag.to_string(),
        Value::Float(number) => number.to_string(),
        Value::Datetime(moment) => quoted(&moment.to_string()),
    }
}

/// The escapes of JSON are escapes of TOML too.
fn quoted(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string()
}

const MOUNT: &str = "\npub fn mount(";

/// The same file with another `mount`, which knows these widgets.
fn with_mount(source: &str, widgets: &[Widget], way: Way) -> Result<String> {
    let changed = "`mount` in `widgets/src/element/mod.rs` is written differently; adapt the copy that `cargo xtask bench splitting` makes";
    let (before, rest) = source.split_once(MOUNT).context(changed)?;
    let (_, after) = rest.split_once("\n}\n").context(changed)?;
    Ok(format!("{before}\n{}{after}", mount(widgets, way)))
}

fn mount(widgets: &[Widget], way: Way) -> String {
    let arms = |call: fn(&Widget) -> String| -> String {
        widgets.iter().map(|widget| format!("        crate::{}::TAG => {},\n", widget.module, call(widget))).collect()
    };
    let (head, arms, points) = match way {
        Way::Whole => ("pub fn mount(host: HtmlElement, slice: &JsValue,", arms(start), String::new()),
        Way::Split => {
            let points = widgets.iter().map(split_point).collect();
            let call = |widget: &Widget| format!("start_{}(host, slice, ready).await", widget.module);
            ("pub async fn mount(host: HtmlElement, slice: JsValue,", arms(call), points)
        }
    };
    format!(
        "{head} ready: js_sys::Function) -> Result<u32, JsValue> {{\n    match host.local_name().as_str() {{\n{arms}        other => Err(JsValue::from_str(&format!(\"`{{other}}` is not a widget of this build\"))),\n    }}\n}}\n{points}"
    )
}

fn start(widget: &Widget) -> String {
    format!("start::<crate::{}::{}>(host, slice, ready)", widget.module, widget.type_name)
}

fn split_point(widget: &Widget) -> String {
    let start = start(widget).replace("slice", "&slice");
    let module = &widget.module;
    format!(
        "\n#[wasm_split_helpers::wasm_split({module})]\nfn start_{module}(host: HtmlElement, slice: JsValue, ready: js_sys::Function) -> Result<u32, JsValue> {{\n    {start}\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::splitting::widget::Widgets;

    #[test]
    fn the_copy_of_todays_source_knows_the_widgets_that_are_asked_for_and_no_others() {
        let source = fs::read_to_string(workspace::root().join("widgets/src/element/mod.rs")).unwrap();
        let widgets = Widgets::all().unwrap();
        let text = with_mount(&source, &widgets.more[..1], Way::Whole).unwrap();
        assert!(
            text.contains(
                "crate::opening_hours::TAG => start::<crate::opening_hours::OpeningHours>(host, slice, ready),"
            )
        );
        assert!(!text.contains("crate::guide::TAG"));
        assert!(text.contains("#[wasm_bindgen]\npub fn mount(") && text.contains("pub fn unmount("));
    }

    #[test]
    fn in_a_split_each_widget_is_a_function_of_its_own() {
        let widgets = Widgets::all().unwrap();
        let text = mount(&widgets.ten, Way::Split);
        assert!(text.contains("crate::guide::TAG => start_guide(host, slice, ready).await,"));
        assert!(text.contains("#[wasm_split_helpers::wasm_split(guide)]\nfn start_guide("));
    }

    #[test]
    fn a_source_without_the_expected_function_is_named() {
        let error = with_mount("fn main() {}\n", &[], Way::Whole).unwrap_err().to_string();
        assert_eq!(
            error,
            "`mount` in `widgets/src/element/mod.rs` is written differently; adapt the copy that `cargo xtask bench splitting` makes"
        );
    }

    #[test]
    fn manifests_keep_what_decides_about_the_module() {
        let root = Path::new("/repository");
        let text = "[workspace]\nmembers = [\"a\"]\n[workspace.dependencies]\nloa-plan = { path = \"crates/loa-plan\" }\n[profile.wasm]\nopt-level = \"z\"\n[profile.dev]\ndebug = 1\n";
        let table: Table = workspace_manifest(text, root).unwrap().parse().unwrap();
        assert_eq!(table["workspace"]["members"], Value::Array(vec!["widgets".into()]));
        assert_eq!(
            Path::new(table["workspace"]["dependencies"]["loa-plan"]["path"].as_str().unwrap()),
            root.join("crates/loa-plan")
        );
        assert_eq!(table["profile"]["wasm"]["opt-level"].as_str(), Some("z"));
        assert!(table["profile"].get("dev").is_none());
    }
}
