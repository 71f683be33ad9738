//! Pages for a bundle that has none: an index, and each fragment as a portal would show it.

use std::fs;
use std::path::{Path, PathBuf};

use loa_bundle::manifest::{BundlePath, MANIFEST_FILE, Role};
use loa_bundle::{Manifest, Src};
use loa_plan::Plan;

use super::WITHOUT_WIDGETS;
use super::whereabouts::{Whereabouts, whereabouts};

/// A bundle that is looked at by itself.
#[derive(Debug)]
pub(super) struct Preview {
    folder: PathBuf,
    src: Src,
    lang: String,
    has_widgets: bool,
}

/// Where the pages of the fragments are.
const PAGES: &str = "/preview/";

impl Preview {
    /// None when the folder is no bundle, or has a page of its own.
    pub(super) fn of(folder: &Path, has_widgets: bool) -> Option<Self> {
        if folder.join("index.html").exists() {
            return None;
        }
        let manifest = manifest(folder)?;
        let plan = fs::read_to_string(folder.join("plan.json")).ok().and_then(|json| Plan::from_json(&json).ok());
        let lang = plan.and_then(|plan| plan.language).map_or("vi".to_owned(), |lang| lang.as_str().to_owned());
        let mut fragments = manifest.files.iter().filter(|file| file.role == Role::Fragment);
        let src = fragments.find_map(|file| src_of(&fs::read_to_string(file.path.below(folder)).ok()?));
        Some(Self {
            src: src.unwrap_or_else(|| Src::of(&manifest.campaign)),
            lang,
            has_widgets: has_widgets || folder.join("loa.js").exists(),
            folder: folder.to_owned(),
        })
    }

    /// Whether something takes the static HTML over.
    pub(super) fn has_widgets(&self) -> bool {
        self.has_widgets
    }

    /// The path of a file below the bundle, for the path of a request that names it where the bundle will live.
    pub(super) fn below<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix(self.src.path().trim_end_matches('/')).filter(|rest| rest.starts_with('/'))
    }

    /// The page at a path; none when it is not one of these pages.
    pub(super) fn page(&self, path: &str) -> Option<String> {
        if path == "/" { self.index() } else { self.fragment(path.strip_prefix(PAGES)?) }
    }

    fn index(&self) -> Option<String> {
        let Manifest { campaign, build, files, .. } = manifest(&self.folder)?;
        let mut body = format!("<h1>{campaign}</h1>\n<p>Build {build}. Each link is a page with one element.</p>\n");
        if !self.has_widgets {
            body.push_str(&format!("<p>{}</p>\n", WITHOUT_WIDGETS.trim_start()));
        }
        body.push_str("<ul>\n");
        for path in files.iter().filter(|file| file.role == Role::Fragment).map(|file| file.path.as_str()) {
            let name = path.strip_prefix("fragments/").unwrap_or(path);
            body.push_str(&format!("<li><a href=\"{PAGES}{name}\">{name}</a></li>\n"));
        }
        body.push_str("</ul>\n");
        Some(page("en", campaign.as_str(), "", &body))
    }

    fn fragment(&self, name: &str) -> Option<String> {
        let path = BundlePath::new(format!("fragments/{name}")).ok()?;
        if whereabouts(&self.folder, path.as_str()) != Whereabouts::Inside {
            return None;
        }
        let html = fs::read_to_string(path.below(&self.folder)).ok()?;
        // A bundle for another server is looked at here, without asking that one.
        let here = self.src.path();
        let html = html.replace(&format!(" src=\"{}", self.src), &format!(" src=\"{here}"));
        let head = format!(
            "<link rel=\"stylesheet\" href=\"{here}loa.css\">\n<script type=\"module\" src=\"{here}loa.js\"></script>\n"
        );
        Some(page(&self.lang, name, &head, &format!("<main>\n{html}\n</main>\n")))
    }
}

fn manifest(folder: &Path) -> Option<Manifest> {
    Manifest::from_json(&fs::read(folder.join(MANIFEST_FILE)).ok()?).ok()
}

/// The address in the first tag of a fragment.
fn src_of(html: &str) -> Option<Src> {
    let (_, after) = html.split_once('>')?.0.split_once(" src=\"")?;
    after.split_once('"')?.0.parse().ok()
}

/// Titles and names are parts of addresses, so nothing in them needs escaping.
fn page(lang: &str, title: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n{head}</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_bundle_stands_in_its_fragments() {
        let html = "<loa-guide guide=\"a\" src=\"https://loa.vn/b/\" data-loa-build=\"1\"><img src=\"/x\"></loa-guide>";
        assert_eq!(src_of(html).unwrap().as_str(), "https://loa.vn/b/");
        assert_eq!(src_of("<p><img src=\"/x\"></p>"), None);
    }
}
