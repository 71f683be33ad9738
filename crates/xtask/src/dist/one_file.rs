//! The loader with everything else inside: scripts as functions, and the module with all widgets as base64.
//!
//! The loader is left as it is, but that it knows this module alone, and that it imports and fetches by way of two functions that look inside first. So a page
//! needs neither a second script nor a connection for the module, and no `blob:` or `data:` in its policy.

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::kit::{Kit, KitFile, Role};
use crate::modules::Module;

/// Looks for the last part of the address among what is inside.
const LOOK_INSIDE: &str = "\
const loaMade={},loaName=e=>String(e).split('/').pop(),\
loaImport=e=>{const n=loaName(e);return loaScripts[n]?loaMade[n]||=loaScripts[n]():import(e)},\
loaFetch=(e,o)=>{const b=loaModules[loaName(e)];return b?Promise.resolve(new Response(Uint8Array.from(atob(b),c=>c.charCodeAt(0)))):fetch(e,o)};
";

/// The one script.
///
/// # Errors
///
/// When a script has a form that is not known here.
pub(super) fn of(kit: &Kit) -> Result<String> {
    let mut text = String::from("const loaScripts={");
    let small: Vec<String> = kit.modules.iter().filter(|module| !module.has_all()).map(Module::stem).collect();
    let is_inside = |file: &&KitFile| !small.iter().any(|stem| stem == file.stem());
    let scripts = kit.files.iter().filter(|file| matches!(file.role, Role::Glue | Role::Diagnosis));
    for file in scripts.filter(is_inside) {
        let mut script = Script::of(&file.name, &source(file)?)?;
        // What finds out about failures really asks the network.
        if file.role == Role::Glue {
            script.body = redirected(&script.body).0;
        }
        text +=
            &format!("{:?}:async()=>{{{}\nreturn{{{}}}}},\n", file.name, script.body.trim(), script.exports.join(","));
    }
    text += "},loaModules={";
    for file in kit.files.iter().filter(|file| file.role == Role::Module).filter(is_inside) {
        text += &format!("{:?}:\"{}\",\n", file.name, STANDARD.encode(&file.bytes));
    }
    text += "};\n";
    text += LOOK_INSIDE;
    let mut loader = source(kit.one(Role::Loader)?)?;
    for stem in &small {
        loader = without(&loader, stem)?;
    }
    let (loader, calls) = redirected(&loader);
    ensure!(
        calls >= 2,
        "`loa.js` neither imports nor fetches by name; adapt `CALLS` in crates/xtask/src/dist/one_file.rs"
    );
    Ok(text + &loader)
}

/// The loader without the entry of a module in its list, in source and in minified scripts.
fn without(loader: &str, stem: &str) -> Result<String> {
    let entry = ['\'', '"'].into_iter().find_map(|quote| {
        let (before, after) = loader.split_once(&format!("[{quote}{stem}.{quote}"))?;
        let (_, after) = after.split_once(']')?;
        Some(format!("{before}{}", after.strip_prefix(',')?.trim_start()))
    });
    entry.with_context(|| {
        format!("`loa.js` does not list the module `{stem}` in the form that is expected; adapt `without` in crates/xtask/src/dist/one_file.rs")
    })
}

fn source(file: &KitFile) -> Result<String> {
    match String::from_utf8(file.bytes.clone()) {
        Ok(text) => Ok(text),
        Err(_) => bail!("`{}` is not text", file.name),
    }
}

/// The calls that look inside first.
const CALLS: [(&str, &str); 2] = [("import(", "loaImport("), ("fetch(", "loaFetch(")];

/// The script with its calls redirected, and how many there were.
fn redirected(script: &str) -> (String, usize) {
    let (mut script, mut calls) = (script.to_owned(), 0);
    for (call, other) in CALLS {
        let mut output = String::new();
        let mut rest = &*script;
        while let Some((before, after)) = rest.split_once(call) {
            output += before;
            let is_whole = !output.ends_with(|c: char| c.is_alphanumeric() || "_$.".contains(c));
            output += if is_whole { other } else { call };
            calls += usize::from(is_whole);
            rest = after;
        }
        script = output + rest;
    }
    (script, calls)
}

/// A module script as the body of a function.
struct Script {
    body: String,
    /// `name:value`, as an object is written.
    exports: Vec<String>,
}

impl Script {
    fn of(name: &str, source: &str) -> Result<Self> {
        let unknown = |what: &str| {
            format!("`{name}` has {what}, which cannot be a part of one file; adapt crates/xtask/src/dist/one_file.rs")
        };
        let mut script = Self { body: String::new(), exports: Vec::new() };
        let mut rest = source;
        while let Some((before, after)) = rest.split_once("export") {
            script.body += before;
            let is_statement = script.body.is_empty() || script.body.ends_with([';', '}', '\n', ' ']);
            let declared = is_statement.then(|| declaration(after)).flatten();
            if let Some((list, after)) =
                after.trim_start().strip_prefix('{').filter(|_| is_statement).and_then(|list| list.split_once('}'))
            {
                script.exports.extend(list.split(',').map(str::trim).filter(|item| !item.is_empty()).map(exported));
                rest = after;
            } else if let Some(declared) = declared {
                script.exports.push(format!("{declared}:{declared}"));
                rest = after.trim_start();
            } else {
                ensure!(
                    !(is_statement && after.trim_start().starts_with("default")),
                    "{}",
                    unknown("`export default`")
                );
                script.body += "export";
                rest = after;
            }
        }
        script.body += rest;
        ensure!(!script.exports.is_empty(), "{}", unknown("no export"));
        ensure!(!script.body.contains("import.meta"), "{}", unknown("`import.meta`"));
        let imports = script.body.starts_with("import{") || script.body.lines().any(|line| line.starts_with("import "));
        ensure!(!imports, "{}", unknown("an `import` of its own"));
        Ok(script)
    }
}

/// The name of `function f(`, `async function f(`, `class C`, `const c=` and `let c=`.
fn declaration(text: &str) -> Option<&str> {
    let text = text.strip_prefix(' ')?;
    let text = text.strip_prefix("async ").unwrap_or(text);
    let rest = ["function ", "class ", "const ", "let "].iter().find_map(|kind| text.strip_prefix(kind))?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$')?;
    rest.get(..end).filter(|name| !name.is_empty())
}

/// `a as b` as `b:a`.
fn exported(item: &str) -> String {
    let (value, name) = item.split_once(" as ").unwrap_or((item, item));
    format!("{}:{}", name.trim(), value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(source: &str) -> Script {
        Script::of("a.js", source).unwrap()
    }

    fn refused(source: &str) -> String {
        let Err(error) = Script::of("a.js", source) else { panic!("`{source}` is not known") };
        error.to_string()
    }

    #[test]
    fn exports_of_a_minified_script_become_fields() {
        let minified = script(
            "export function mount(e){x()}export async function go(){}let N;export{C as initSync,W as default};\n",
        );
        assert_eq!(minified.body, "function mount(e){x()}async function go(){}let N;;\n");
        assert_eq!(minified.exports, ["mount:mount", "go:go", "initSync:C", "default:W"]);
    }

    #[test]
    fn exports_of_a_script_as_it_is_written_become_fields() {
        let written = script("// why\nexport const tell = async () => {};\nexport { a, b as default };\n");
        assert_eq!(written.body, "// why\nconst tell = async () => {};\n;\n");
        assert_eq!(written.exports, ["tell:tell", "a:a", "default:b"]);
    }

    #[test]
    fn the_word_in_a_text_stays() {
        assert_eq!(
            script("export const a='no export here, an exporter'").body,
            "const a='no export here, an exporter'"
        );
    }

    #[test]
    fn forms_that_are_not_known_are_said() {
        let way = "which cannot be a part of one file; adapt crates/xtask/src/dist/one_file.rs";
        assert_eq!(refused("export default 1"), format!("`a.js` has `export default`, {way}"));
        assert_eq!(refused("a()"), format!("`a.js` has no export, {way}"));
        assert_eq!(refused("export const a=import.meta.url"), format!("`a.js` has `import.meta`, {way}"));
        assert_eq!(
            refused("import {b} from 'b'\nexport const a=b"),
            format!("`a.js` has an `import` of its own, {way}")
        );
    }

    #[test]
    fn calls_of_the_loader_look_inside_first() {
        let (text, calls) = redirected("await fetch(u);import(x);prefetch(y);a.fetch(z)");
        assert_eq!(text, "await loaFetch(u);loaImport(x);prefetch(y);a.fetch(z)");
        assert_eq!(calls, 2);
    }

    #[test]
    fn a_loader_without_calls_is_said() {
        let kit = Kit::of(&[("loa.js", "a()")]);
        assert_eq!(
            of(&kit).unwrap_err().to_string(),
            "`loa.js` neither imports nor fetches by name; adapt `CALLS` in crates/xtask/src/dist/one_file.rs"
        );
    }

    #[test]
    fn of_several_modules_the_one_with_all_widgets_is_inside() {
        let list = |list: &str| {
            let loader = format!("const M={list};fetch(a);import(b)");
            of(&Kit::of(&[
                ("loa-guide.bin", "g"),
                ("loa-guide.js", "export{G as default}"),
                ("loa-widgets.bin", "abc"),
                ("loa-widgets.js", "export{W as default}"),
                ("loa.js", &loader),
            ]))
        };
        for written in ["[['loa-guide.', 'loa-guide'], ['a']]", "[[\"loa-guide.\",\"loa-guide\"],['a']]"] {
            let text = list(written).unwrap();
            assert!(text.ends_with("const M=[['a']];loaFetch(a);loaImport(b)"), "{text}");
            assert!(text.contains("loa-widgets") && !text.contains("loa-guide"), "{text}");
        }
        assert_eq!(
            list("['loa-guide.']").unwrap_err().to_string(),
            "`loa.js` does not list the module `loa-guide` in the form that is expected; adapt `without` in crates/xtask/src/dist/one_file.rs"
        );
    }

    #[test]
    fn scripts_and_modules_are_inside() {
        let kit = Kit::of(&[
            ("loa-widgets.bin", "abc"),
            ("loa-widgets.js", "export{W as default}"),
            ("loa.js", "fetch(a);import(b)"),
        ]);
        let text = of(&kit).unwrap();
        assert!(text.starts_with("const loaScripts={\"loa-widgets.js\":async()=>{\nreturn{default:W}},\n},loaModules={\"loa-widgets.bin\":\"YWJj\",\n};\n"), "{text}");
        assert!(text.ends_with("loaFetch(a);loaImport(b)"), "{text}");
    }
}
