//! What can go wrong between a bundle and a page.

/// What is wrong with a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// The module arrives when the test says so.
    ModuleWaits,
    /// The module was not copied to the server.
    ModuleMissing,
    /// The module of guides was not copied, and the others were.
    GuideModuleMissing,
    /// Half of the module was copied.
    ModuleTruncated,
    /// The scripts are sent as plain text, which browsers refuse to run.
    GlueAsText,
    /// The slices were not copied.
    SliceMissing,
    /// The static HTML was not copied.
    FragmentMissing,
    /// The slices are cut off.
    SliceTruncated,
    /// The slices are JSON of another kind.
    SliceOfAnotherKind,
    /// The slice is answered by the error page of a content management system, with status 200.
    SliceIsAPage,
}

impl Fault {
    /// What the site answers instead of a file of the bundle.
    pub(super) fn answer(self, path: &str, bytes: Vec<u8>) -> Answer {
        let is_slice = path.ends_with(".json") && !path.ends_with("bundle.json");
        match self {
            Self::ModuleMissing if path.ends_with(".bin") => Answer::NotFound,
            Self::GuideModuleMissing if path.ends_with("loa-guide.bin") => Answer::NotFound,
            Self::ModuleTruncated if path.ends_with(".bin") => Answer::Bytes(bytes[..bytes.len() / 2].to_vec()),
            Self::GlueAsText if is_glue(path) => Answer::Text(bytes),
            Self::FragmentMissing if path.contains("/fragments/") => Answer::NotFound,
            Self::SliceMissing if is_slice => Answer::NotFound,
            Self::SliceTruncated if is_slice => Answer::Bytes(bytes[..bytes.len() / 2].to_vec()),
            Self::SliceOfAnotherKind if is_slice => Answer::Bytes(b"{\"format\":1}".to_vec()),
            Self::SliceIsAPage if is_slice => Answer::Bytes(b"<!doctype html><title>404</title>".to_vec()),
            _ => Answer::Bytes(bytes),
        }
    }
}

/// The script of a module, whichever; what finds out about failures is none.
fn is_glue(path: &str) -> bool {
    path.contains("/loa-") && path.ends_with(".js") && !path.ends_with("/loa-trouble.js")
}

/// What a file became.
pub(super) enum Answer {
    Bytes(Vec<u8>),
    Text(Vec<u8>),
    NotFound,
}
