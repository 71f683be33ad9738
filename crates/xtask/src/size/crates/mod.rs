//! Which crate the module's code comes from.

mod function;
mod origin;

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{wasm_target, workspace};

/// Bytes of code from one crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CrateBytes {
    pub name: String,
    pub bytes: usize,
    /// Those of them that are instances for types of ours, and would not be there without these.
    pub for_our_types: usize,
}

/// The module with all widgets, which is compiled last, as the compiler has left it, which still has names. What is published went through wasm-bindgen and
/// wasm-opt after that, so these are shares of the code and not what a page fetches.
pub(super) fn of_compiled_module() -> Result<Vec<CrateBytes>> {
    let path = workspace::target()?.join(wasm_target::NAME).join("wasm/loa_widgets.wasm");
    let wasm = fs::read(&path).with_context(|| {
        format!("the compiled module `{}` cannot be read; `cargo xtask build-widgets` makes it", path.display())
    })?;
    of(&wasm).with_context(|| format!("in `{}`", path.display()))
}

/// The largest first.
fn of(wasm: &[u8]) -> Result<Vec<CrateBytes>> {
    let functions = function::functions(wasm)?;
    ensure!(functions.iter().any(|function| function.name.is_some()), "the module has no names of functions");
    let mut crates: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for function in functions.iter().filter(|function| !is_dropped(function.name)) {
        let origin = origin::of(function.name.unwrap_or_default());
        let (bytes, for_our_types) = crates.entry(origin.name).or_default();
        *bytes += function.bytes;
        *for_our_types += if origin.for_our_types { function.bytes } else { 0 };
    }
    let mut crates: Vec<CrateBytes> =
        crates.into_iter().map(|(name, (bytes, for_our_types))| CrateBytes { name, bytes, for_our_types }).collect();
    crates.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.name.cmp(&b.name)));
    Ok(crates)
}

/// What wasm-bindgen runs to learn about types, and then drops.
fn is_dropped(name: Option<&str>) -> bool {
    name.is_some_and(|name| name.starts_with("__wbindgen_describe") || name.contains("WasmDescribe"))
}

impl CrateBytes {
    pub(super) fn json(&self) -> Value {
        json!({ "name": self.name, "bytes": self.bytes, "for_our_types": self.for_our_types })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_wasm_bindgen_drops_is_not_counted() {
        assert!(is_dropped(Some("__wbindgen_describe___wbg_now_1")));
        assert!(is_dropped(Some("_RNvXsb_NtCs2_12wasm_bindgen8describeuNtB5_12WasmDescribe8describe")));
        assert!(!is_dropped(Some("__wbindgen_malloc")) && !is_dropped(None));
    }

    #[test]
    fn a_module_without_names_is_said() {
        assert_eq!(of(b"\0asm\x01\0\0\0").unwrap_err().to_string(), "the module has no names of functions");
    }
}
