//! A service in this process, asked without a network.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use http_body_util::BodyExt;
use loa_feedback::{Draft, Receipt};
use loa_server::{Campaign, Clock, Service, Store, router};
use tower::ServiceExt;

use super::engines::Database;
use super::feedback::moment;
use super::read::read;

/// A Tuesday afternoon in working hours.
pub(crate) const NOW: &str = "2026-11-24T14:10:00+07:00";

pub(crate) struct Running {
    pub service: Service,
    pub clock: Arc<AtomicI64>,
    router: Router,
    database: Arc<Database>,
}

pub(crate) struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

pub(crate) fn campaign() -> Campaign {
    read(&folder())
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/campaign")
}

/// The campaign with other settings.
pub(crate) fn campaign_with(settings: &str) -> Campaign {
    campaign_changed(&[("service.toml", |_| settings.to_owned())])
}

/// The campaign with limits of its own.
pub(crate) fn campaign_with_limits(limits: &str) -> Campaign {
    campaign_changed(&[("routes.toml", |routes| format!("{routes}\n[limits]\n{limits}\n"))])
}

/// The campaign with other texts in some of its files; one that is left empty is not there.
pub(crate) fn campaign_changed<C: Fn(&str) -> String>(changes: &[(&str, C)]) -> Campaign {
    let other = tempfile::tempdir().unwrap();
    fs::create_dir(other.path().join("holidays")).unwrap();
    for name in ["plan.toml", "routes.toml", "consents.toml", "service.toml", "holidays/2026.toml"] {
        let text = fs::read_to_string(folder().join(name)).unwrap();
        let change = changes.iter().find(|(changed, _)| *changed == name);
        let text = change.map_or(text.clone(), |(_, change)| change(&text));
        if !text.is_empty() {
            fs::write(other.path().join(name), text).unwrap();
        }
    }
    read(other.path())
}

impl Running {
    pub(crate) async fn start() -> Self {
        Self::of(campaign(), Database::sqlite()).await
    }

    pub(crate) async fn of(campaign: Campaign, database: Database) -> Self {
        let store = Store::open(&database.url()).await.unwrap();
        Self::on(campaign, store, Arc::new(AtomicI64::new(moment(NOW).unix())), Arc::new(database))
    }

    /// The service as it is after a start with another campaign, on the same database.
    pub(crate) fn again(&self, campaign: Campaign) -> Self {
        Self::on(campaign, self.service.store().clone(), Arc::clone(&self.clock), Arc::clone(&self.database))
    }

    fn on(campaign: Campaign, store: Store, clock: Arc<AtomicI64>, database: Arc<Database>) -> Self {
        let seconds = Arc::clone(&clock);
        let service = Service::new(campaign, store, Clock::new(move || seconds.load(Ordering::Relaxed)));
        Self { router: router(service.clone()), service, clock, database }
    }

    pub(crate) async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.answer(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    pub(crate) async fn answer(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "").await
    }

    pub(crate) async fn post_json(&self, path: &str, json: &str) -> Answer {
        self.ask("POST", path, &[("content-type", "application/json")], json).await
    }

    pub(crate) async fn send(&self, draft: &Draft) -> Answer {
        self.post_json("/api/feedback", &serde_json::to_string(draft).unwrap()).await
    }

    /// As a browser without scripts does.
    pub(crate) async fn send_form(&self, pairs: &[(&str, &str)]) -> Answer {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("accept", "text/html,*/*;q=0.8")];
        self.ask("POST", "/api/feedback", &headers, &form(pairs)).await
    }
}

pub(crate) fn form(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn receipt(&self) -> Receipt {
        serde_json::from_str(&self.text).unwrap()
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.text).unwrap()
    }

    /// The messages of the contract's envelope, one line for each.
    pub(crate) fn errors(&self) -> String {
        let json = self.json();
        let line = |error: &serde_json::Value| {
            assert_eq!(error.as_object().unwrap().len(), 2);
            format!("{}: {}", error["field"].as_str().unwrap(), error["message"].as_str().unwrap())
        };
        json["errors"].as_array().unwrap().iter().map(line).collect::<Vec<_>>().join("\n")
    }
}
