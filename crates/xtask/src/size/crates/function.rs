//! The functions of a WASM module, with their names and the bytes of their code.

use std::collections::HashMap;

use anyhow::{Result, bail};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// A function that has code in the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Function<'a> {
    pub name: Option<&'a str>,
    pub bytes: usize,
}

pub(super) fn functions(wasm: &[u8]) -> Result<Vec<Function<'_>>> {
    // Imported functions take the first numbers.
    let mut imported = 0;
    let mut bodies = Vec::new();
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(parts) = section.as_known() else { continue };
                for part in parts {
                    let Name::Function(functions) = part? else { continue };
                    for naming in functions {
                        let naming = naming?;
                        names.insert(naming.index, naming.name);
                    }
                }
            }
            Payload::ComponentSection { .. } => bail!("it is a component, expected a core module"),
            _ => {}
        }
    }
    Ok((imported..).zip(bodies).map(|(index, bytes)| Function { name: names.get(&index).copied(), bytes }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One imported function, and one with an empty body of two bytes that is named `f`.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x07\x01\x01a\x01b\0\0\
        \x03\x02\x01\0\
        \x0a\x04\x01\x02\0\x0b\
        \0\x0b\x04name\x01\x04\x01\x01\x01f";

    #[test]
    fn a_function_is_found_behind_the_imported_ones() {
        assert_eq!(functions(MODULE).unwrap(), [Function { name: Some("f"), bytes: 2 }]);
    }

    #[test]
    fn a_broken_module_is_refused() {
        assert!(functions(&MODULE[..30]).is_err());
    }
}
