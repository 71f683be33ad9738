//! Where the file of a request is: in the folder, or nowhere that a visitor may see.

use std::path::Path;

/// Where a path leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whereabouts {
    /// To something in the folder.
    Inside,
    /// Through a link to something else on this machine.
    Outside,
    /// To nothing.
    Nowhere,
}

/// Where `path` leads, its compressed copies and the page of a folder included, any of which may be sent.
pub(super) fn whereabouts(folder: &Path, path: &str) -> Whereabouts {
    // Found anew each time: a new bundle takes the place of the old one while it is served.
    let Ok(root) = folder.canonicalize() else { return Whereabouts::Nowhere };
    let path = path.trim_start_matches('/');
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let Ok(named) = folder.join(path).canonicalize() else { return Whereabouts::Nowhere };
    let copies = [format!("{file}.br"), format!("{file}.gz"), file];
    let mut sent = copies.iter().filter_map(|file| folder.join(file).canonicalize().ok()).chain([named]);
    if sent.all(|file| file.starts_with(&root)) { Whereabouts::Inside } else { Whereabouts::Outside }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_link_that_leads_outside_is_not_followed() {
        use std::os::unix::fs::symlink;

        let root = tempfile::tempdir().unwrap();
        let site = root.path().join("site");
        fs::create_dir_all(site.join("a")).unwrap();
        for file in ["site/a/index.html", "site/b.js", "secret"] {
            fs::write(root.path().join(file), file).unwrap();
        }
        symlink("../secret", site.join("secret")).unwrap();
        symlink("../secret", site.join("b.js.br")).unwrap();
        fs::write(site.join("gone.js.br"), "").unwrap();
        symlink("..", site.join("up")).unwrap();
        symlink("a/index.html", site.join("inside.html")).unwrap();
        for path in ["/secret", "/b.js", "/up/secret", "/up/", "/../secret"] {
            assert_eq!(whereabouts(&site, path), Whereabouts::Outside, "{path}");
        }
        for path in ["/", "/a", "/a/", "/inside.html"] {
            assert_eq!(whereabouts(&site, path), Whereabouts::Inside, "{path}");
        }
        // A copy is nothing without the file whose name it bears.
        for path in ["/none", "/none/", "/gone.js"] {
            assert_eq!(whereabouts(&site, path), Whereabouts::Nowhere, "{path}");
        }
    }
}
