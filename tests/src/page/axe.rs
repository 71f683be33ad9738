//! Accessibility, as far as a program can judge it.

use std::sync::LazyLock;
use std::{env, fs};

use serde::Deserialize;

use super::Page;

static AXE: LazyLock<Option<String>> = LazyLock::new(|| {
    let Some(path) = env::var_os("LOA_AXE") else {
        assert!(env::var_os("CI").is_none(), "LOA_AXE does not name axe.min.js of the npm package axe-core");
        drop(std::io::Write::write_all(
            &mut std::io::stderr(),
            b"accessibility is not judged: LOA_AXE does not name axe.min.js of the npm package axe-core\n",
        ));
        return None;
    };
    Some(fs::read_to_string(&path).unwrap_or_else(|error| panic!("cannot read `{}`: {error}", path.display())))
});

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary")]
    summary: Option<String>,
}

impl Page {
    /// What axe finds on the page, each with its rule, its place and what to do.
    pub async fn barriers(&self) -> Vec<String> {
        self.judge("document").await
    }

    /// What axe finds in the widgets; the page around them is somebody else's.
    pub async fn barriers_of_widgets(&self) -> Vec<String> {
        self.judge("look.hosts().map((host) => host.localName).join()").await
    }

    async fn judge(&self, what: &str) -> Vec<String> {
        let Some(axe) = AXE.as_deref() else { return Vec::new() };
        let statements = format!(
            "{axe};\nconst {{ violations }} = await axe.run({what}, {{ iframes: false, resultTypes: ['violations'], \
             rules: {{ 'target-size': {{ enabled: true }} }} }});\nreturn violations;"
        );
        let violations: Vec<Violation> = self.run_async(&statements, vec![]).await;
        violations
            .into_iter()
            .flat_map(|Violation { id, help, nodes }| {
                nodes.into_iter().map(move |node| {
                    let summary = node.summary.unwrap_or_default().replace('\n', "\n    ");
                    format!("{id}: {help}\n  {}\n    {summary}", node.html.chars().take(240).collect::<String>())
                })
            })
            .collect()
    }
}
