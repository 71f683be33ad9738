//! Doors open one way: which crate may depend on which is a list, and everything else is a mistake.

use serde_json::Value;

use super::Rule;
use super::repository::Repository;

pub(super) const RULE: Rule = Rule { name: "dependencies", check };

/// Nothing depends on widgets, server or command, except the bundle on the widgets' native rendering.
const ALLOWED: &[(&str, &[&str])] = &[
    ("loa-plan", &[]),
    ("loa-procedure", &["loa-plan"]),
    ("loa-feedback", &["loa-plan"]),
    ("loa-widgets", &["loa-plan", "loa-procedure", "loa-feedback"]),
    ("loa-bundle", &["loa-plan", "loa-procedure", "loa-feedback", "loa-widgets"]),
    ("loa-server", &["loa-plan", "loa-feedback"]),
    // A test sends it a load.
    ("loa-cli", &["loa-plan", "loa-procedure", "loa-feedback", "loa-bundle", "loa-server", "loa-bench"]),
    ("loa-bench", &["loa-plan", "loa-procedure"]),
    ("loa-e2e", &["loa-plan", "loa-procedure", "loa-feedback", "loa-server"]),
    ("loa-examples", &["loa-plan"]),
    ("xtask", &[]),
    ("xtask-runner", &[]),
];

fn check(repository: &Repository) -> Vec<String> {
    let packages = repository.metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let names: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut problems = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            problems.push(format!("the crate `{name}` is not in the list of crates/xtask/src/tidy/dependencies.rs; say there what it may depend on"));
            continue;
        };
        for dependency in dependencies(package).filter(|dependency| names.contains(dependency)) {
            if !allowed.contains(&dependency) && dependency != name {
                problems.push(format!("`{name}` depends on `{dependency}`, which ARCHITECTURE.md does not allow"));
            }
        }
    }
    problems
}

/// Of every kind: a dependency for tests is one too.
fn dependencies(package: &Value) -> impl Iterator<Item = &str> {
    package["dependencies"].as_array().into_iter().flatten().filter_map(|dependency| dependency["name"].as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check_packages(packages: Value) -> Vec<String> {
        let mut repository = Repository::of(&[]);
        repository.metadata = json!({ "packages": packages });
        check(&repository)
    }

    #[test]
    fn an_edge_against_the_one_way_is_found() {
        let problems = check_packages(json!([
            { "name": "loa-plan", "dependencies": [{ "name": "loa-widgets" }, { "name": "serde" }] },
            { "name": "loa-widgets", "dependencies": [{ "name": "loa-plan" }] },
        ]));
        assert_eq!(problems, ["`loa-plan` depends on `loa-widgets`, which ARCHITECTURE.md does not allow"]);
    }

    #[test]
    fn a_new_crate_must_say_what_it_may_depend_on() {
        let problems = check_packages(json!([{ "name": "loa-new", "dependencies": [] }]));
        assert_eq!(
            problems,
            [
                "the crate `loa-new` is not in the list of crates/xtask/src/tidy/dependencies.rs; say there what it may depend on"
            ]
        );
    }
}
