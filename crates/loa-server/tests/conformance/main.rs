//! The feedback contract, held against this service, or against any other that says it answers it.
//!
//! ```sh
//! LOA_CONFORMANCE_URL=https://pakn.example.vn LOA_CONFORMANCE_CAMPAIGN=ke-hoach LOA_CONFORMANCE_ACTOR=phuong-mau \
//!   cargo test -p loa-server --test conformance
//! ```
//!
//! It sends a dozen feedbacks, so it is for a service that is being tried, not for one that people use.

#[path = "../campaign/read.rs"]
mod read;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use loa_feedback::{BoardPage, PublicView};
use loa_server::{Clock, Service, Store};
use serde_json::{Map, Value};

/// An answer, as far as cases look at it.
struct Answer {
    status: u16,
    kind: String,
    tag: String,
    text: String,
}

/// The service under test, and what its campaign is called.
struct Contract {
    base: String,
    campaign: String,
    actor: String,
    agent: ureq::Agent,
    /// Told apart from those of an earlier run.
    run: u128,
    /// The receipts of cases that were taken in.
    receipts: BTreeMap<String, Value>,
}

impl Contract {
    fn new(base: &str, campaign: String, actor: String) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false).build();
        let run = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos();
        let base = base.trim_end_matches('/').to_owned();
        Self { base, campaign, actor, agent: config.new_agent(), run, receipts: BTreeMap::new() }
    }

    fn filled(&self, text: &str) -> String {
        text.replace("CAMPAIGN", &self.campaign).replace("ACTOR", &self.actor)
    }

    /// The body of a case: the draft with what the case changes.
    fn draft(&self, draft: &Value, case: &Value, number: usize) -> Map<String, Value> {
        let mut fields = draft.as_object().unwrap().clone();
        for (name, value) in case["send"].as_object().into_iter().flatten() {
            fields.insert(name.clone(), value.clone());
        }
        fields.retain(|_, value| !value.is_null());
        let key = case["key"].as_str().map_or(number.to_string(), str::to_owned);
        for value in fields.values_mut() {
            if let Value::String(text) = value {
                *text = if text == "KEY" { format!("conformance-{key}-{}", self.run) } else { self.filled(text) };
            }
        }
        fields
    }

    fn send(&self, fields: &Map<String, Value>, form: &str) -> Answer {
        let url = format!("{}/api/feedback", self.base);
        let (kind, accept, body) = match form {
            "json" => ("application/json", "application/json", Value::from(fields.clone()).to_string()),
            form => {
                let mut body = form_urlencoded::Serializer::new(String::new());
                for (name, value) in fields {
                    match value {
                        Value::Array(values) => {
                            body.extend_pairs(values.iter().map(|one| (name, one.as_str().unwrap())))
                        }
                        value => body.append_pair(name, value.as_str().unwrap()),
                    };
                }
                let accept = if form == "page" { "text/html" } else { "application/json" };
                ("application/x-www-form-urlencoded", accept, body.finish())
            }
        };
        let request = self.agent.post(&url).header("content-type", kind).header("accept", accept);
        answer(request.send(&body))
    }

    fn get(&self, path: &str, tag: &str) -> Answer {
        let request = self.agent.get(format!("{}{path}", self.base));
        answer(if tag.is_empty() { request } else { request.header("if-none-match", tag) }.call())
    }

    fn run(&mut self, draft: &Value, case: &Value, number: usize) {
        let name = case["name"].as_str().unwrap();
        let answer = match case["get"].as_str() {
            None => self.send(&self.draft(draft, case, number), case["as"].as_str().unwrap()),
            Some(path) => {
                let code =
                    case["of"].as_str().map(|of| self.receipts[of]["code"].as_str().unwrap()).unwrap_or_default();
                let path = self.filled(&path.replace("CODE", code));
                let tag = if case["if_unchanged"] == true { self.get(&path, "").tag } else { String::new() };
                if case["all_pages"] == true {
                    self.follow(&path);
                }
                self.get(&path, &tag)
            }
        };
        assert_eq!(u64::from(answer.status), case["status"].as_u64().unwrap(), "{name}: {}", answer.text);
        if let Some(kind) = case["type"].as_str() {
            assert!(answer.kind.starts_with(kind), "{name}: {}", answer.kind);
        }
        if case["as"] == "page" {
            assert!(answer.kind.starts_with("text/html"), "{name}: {}", answer.kind);
        }
        if let Some(has) = case["has"].as_array() {
            let json: Map<String, Value> = serde_json::from_str(&answer.text).unwrap();
            let has: BTreeSet<&str> = has.iter().map(|key| key.as_str().unwrap()).collect();
            assert_eq!(json.keys().map(String::as_str).collect::<BTreeSet<_>>(), has, "{name}");
            serde_json::from_str::<loa_feedback::Receipt>(&answer.text).unwrap();
            if let Some(other) = case["same_as"].as_str() {
                assert_eq!(self.receipts[other], Value::from(json.clone()), "{name}");
            }
            self.receipts.insert(name.to_owned(), json.into());
        }
        if let Some(fields) = case["errors"].as_array() {
            let json: Value = serde_json::from_str(&answer.text).unwrap();
            let found = json["errors"].as_array().unwrap_or_else(|| panic!("{name}: {json}"));
            assert!(
                found.iter().all(|error| !error["message"].as_str().unwrap_or_default().is_empty()),
                "{name}: {json}"
            );
            let found: Vec<&Value> = found.iter().map(|error| &error["field"]).collect();
            assert_eq!(found, fields.iter().collect::<Vec<_>>(), "{name}");
        }
        if case["view"] == true {
            // The type has no field for a person, and reads nothing that it has no field for.
            let view: Value = serde_json::from_str(&answer.text).unwrap();
            serde_json::from_value::<PublicView>(view.clone()).unwrap();
            for (place, value) in case["equals"].as_object().unwrap() {
                assert_eq!(view.pointer(place).unwrap(), &self.filled(value.as_str().unwrap()), "{name}");
            }
        }
        if case["board"] == true {
            serde_json::from_str::<BoardPage>(&answer.text).unwrap();
        }
    }

    /// Goes through all pages: each entry once, newest first, and everything that was taken in.
    fn follow(&self, path: &str) {
        let (mut seen, mut cursor, mut last) = (BTreeSet::new(), String::new(), None);
        loop {
            let page: BoardPage = serde_json::from_str(&self.get(&format!("{path}&cursor={cursor}"), "").text).unwrap();
            for view in page.items {
                assert!(last.is_none_or(|last| view.received_at <= last), "newest first");
                last = Some(view.received_at);
                assert!(seen.insert(view.code.to_string()), "{} comes twice", view.code);
            }
            match page.next {
                Some(next) => cursor = next.to_string(),
                None => break,
            }
        }
        for (name, receipt) in &self.receipts {
            assert!(seen.contains(receipt["code"].as_str().unwrap()), "{name}");
        }
    }
}

fn answer(result: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer {
    let mut response = result.unwrap();
    let header =
        |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (kind, tag) = (header("content-type"), header("etag"));
    Answer { status: response.status().as_u16(), kind, tag, text: response.body_mut().read_to_string().unwrap() }
}

fn hold(mut contract: Contract) {
    let cases: Value = serde_json::from_str(include_str!("cases.json")).unwrap();
    for (number, case) in cases["cases"].as_array().unwrap().iter().enumerate() {
        contract.run(&cases["draft"], case, number);
    }
}

/// Our own service, on a free port of this machine, with an empty database.
fn hold_ours() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let url = format!("sqlite://{}", folder.path().join("loa.db").display()).parse().unwrap();
    let campaign = read::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/campaign"));
    let store = runtime.block_on(Store::open(&url)).unwrap();
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let service = Service::new(campaign, store, Clock::system());
    let task = runtime.spawn(loa_server::run(service, listener, axum::Router::new(), async {
        drop(stopped.await);
    }));
    hold(Contract::new(&base, "ke-hoach".to_owned(), "phuong-mau".to_owned()));
    drop(stop);
    runtime.block_on(task).unwrap();
}

#[test]
fn the_contract_holds() {
    let set = |name: &str, usual: &str| std::env::var(name).unwrap_or_else(|_| usual.to_owned());
    match std::env::var("LOA_CONFORMANCE_URL") {
        Ok(base) => {
            let campaign = set("LOA_CONFORMANCE_CAMPAIGN", "ke-hoach");
            hold(Contract::new(&base, campaign, set("LOA_CONFORMANCE_ACTOR", "phuong-mau")));
        }
        Err(_) => hold_ours(),
    }
}
