//! The campaign of a folder, for tests.

use std::fs;
use std::path::Path;

use loa_feedback::{calendar, consent, routes};
use loa_plan::Plan;
use loa_server::Campaign;
use loa_server::campaign::Settings;

/// The guides that the tests count.
const GUIDE: &str = "khai-sinh";

pub(crate) fn read(folder: &Path) -> Campaign {
    let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let plan = Plan::from_toml(&text("plan.toml")).unwrap();
    let routes = routes::read("routes.toml", &text("routes.toml")).unwrap().value;
    let consents = consent::read("consents.toml", &text("consents.toml")).unwrap().value;
    let year = fs::read_to_string(folder.join("holidays/2026.toml")).ok();
    let year = year.map(|year| calendar::read("holidays/2026.toml", &year).unwrap().value);
    let settings = Settings::read("service.toml", &text("service.toml")).unwrap();
    Campaign::new(plan, routes, consents, year.iter(), settings).with_guides([GUIDE.parse().unwrap()])
}
