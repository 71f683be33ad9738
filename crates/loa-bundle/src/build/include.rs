//! The lines by which a page takes up a fragment anew each time it is served.

use super::Src;
use crate::manifest::BundlePath;

/// One line for each kind of server; a pasted copy would stay as it is while the bundle goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncludeLines {
    /// For PHP: NukeViet, Joomla, WordPress.
    pub php: String,
    /// For server-side includes: Apache, nginx, IIS.
    pub ssi: String,
    /// For ASP.NET pages: SharePoint, DNN.
    pub asp: String,
}

/// The lines for a fragment of the bundle at `src`; none when the bundle is on another server than the pages.
#[must_use]
pub fn include_lines(src: &Src, fragment: &BundlePath) -> Option<IncludeLines> {
    let file = src.is_path().then(|| format!("{src}{fragment}"))?;
    Some(IncludeLines {
        php: format!("<?php readfile($_SERVER['DOCUMENT_ROOT'] . '{file}'); ?>"),
        ssi: format!("<!--#include virtual=\"{file}\" -->"),
        // An include of ASP.NET reads the file in the server's code page; this sends its bytes as they are.
        asp: format!("<% Response.WriteFile(\"{file}\"); %>"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_line_for_each_kind_of_server() {
        let fragment = BundlePath::new("fragments/loa-guide/khai-sinh.html").unwrap();
        let lines = include_lines(&"/loa/thu/".parse().unwrap(), &fragment).unwrap();
        assert_eq!(
            lines.php,
            "<?php readfile($_SERVER['DOCUMENT_ROOT'] . '/loa/thu/fragments/loa-guide/khai-sinh.html'); ?>"
        );
        assert_eq!(lines.ssi, "<!--#include virtual=\"/loa/thu/fragments/loa-guide/khai-sinh.html\" -->");
        assert_eq!(lines.asp, "<% Response.WriteFile(\"/loa/thu/fragments/loa-guide/khai-sinh.html\"); %>");
    }

    #[test]
    fn another_servers_files_cannot_be_included() {
        let fragment = BundlePath::new("fragments/loa-guide/khai-sinh.html").unwrap();
        assert_eq!(include_lines(&"https://loa.example.vn/".parse().unwrap(), &fragment), None);
    }
}
