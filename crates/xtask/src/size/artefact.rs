//! A file that a page may fetch, and its three sizes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::compress;
use crate::kit::{KitFile, Role};

/// Bytes on the wire: from a server that compresses nothing, with gzip 9, with brotli 11.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sizes {
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

/// A file of the kit, or a slice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Artefact {
    pub name: String,
    /// None for a slice.
    pub role: Option<Role>,
    pub sizes: Sizes,
}

impl Artefact {
    /// A module arrives in gzip from every server that knows no brotli.
    pub(super) fn of_kit(file: &KitFile) -> Result<Self> {
        let raw = file.bytes.len();
        let gzip = if file.role == Role::Module { raw } else { compress::gzip(&file.bytes)?.len() };
        let sizes = Sizes { raw, gzip, brotli: file.brotli.len() };
        Ok(Self { name: file.name.clone(), role: Some(file.role), sizes })
    }

    pub(super) fn of_slice(bundle: &Path, slice: &Path) -> Result<Self> {
        let path = bundle.join(slice);
        let bytes = fs::read(&path).with_context(|| format!("cannot read `{}`", path.display()))?;
        let sizes =
            Sizes { raw: bytes.len(), gzip: compress::gzip(&bytes)?.len(), brotli: compress::brotli(&bytes)?.len() };
        Ok(Self { name: slice.to_string_lossy().replace('\\', "/"), role: None, sizes })
    }

    pub(super) fn json(&self) -> Value {
        let Sizes { raw, gzip, brotli } = self.sizes;
        json!({ "name": self.name, "raw": raw, "gzip": gzip, "brotli": brotli })
    }
}

impl<'a> std::iter::Sum<&'a Artefact> for Sizes {
    fn sum<I: Iterator<Item = &'a Artefact>>(artefacts: I) -> Self {
        artefacts.fold(Self::default(), |sum, Artefact { sizes, .. }| Self {
            raw: sum.raw + sizes.raw,
            gzip: sum.gzip + sizes.gzip,
            brotli: sum.brotli + sizes.brotli,
        })
    }
}
