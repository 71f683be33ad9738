//! Everything in one script, for sites that take one file and no more.

use loa_e2e::site::{Document, examples, folder};
use loa_e2e::{Page, Policy, Site, in_every_engine};

in_every_engine!(one_file_is_all_that_widgets_need,);

/// The lines that come with the file; here it is where the zip has it.
fn lines() -> String {
    let file = folder().join("loa-one/preload.html");
    let lines =
        std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", file.display()));
    lines.replace("/loa/", "/loa-one/")
}

async fn one_file_is_all_that_widgets_need(page: &Page) {
    let all: String = examples().into_iter().map(|example| example.html).collect();
    for policy in [Policy::Strict, Policy::NukeViet] {
        let site = Site::fine().await;
        site.put("/page", Document::of(&all).lines(lines()).policy(policy.clone()));
        page.go(&site, "/page").await;
        page.ready().await;
        assert_eq!(page.complaints().await, [""; 0], "{policy:?}");
        let requests = site.requests();
        let scripts: Vec<&String> =
            requests.iter().filter(|path| path.contains("loa") && path.ends_with(".js")).collect();
        assert_eq!(scripts, ["/loa-one/loa-one.js"], "{policy:?}");
        assert!(site.modules().is_empty(), "{requests:?}");
    }
}
