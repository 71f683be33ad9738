//! The intake over HTTP: any bytes are answered in a form that was promised, and nothing of them becomes markup.

use std::cell::Cell;
use std::path::Path;

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use loa_feedback::Receipt;
use loa_server::{Clock, Service, Store, router};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;
use tower::ServiceExt;

use super::engines::Database;
use super::{hold, input, read};

/// A service on a database of its own, asked in this process.
struct Intake {
    runtime: Runtime,
    router: axum::Router,
    store: Store,
    taken_in: Cell<u32>,
    _database: Database,
}

impl Intake {
    fn start() -> Self {
        let (runtime, database) = (Runtime::new().unwrap(), Database::sqlite());
        let campaign = read::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/campaign"));
        let store = runtime.block_on(Store::open(&database.url())).unwrap();
        // 24 November 2026, in working hours.
        let service = Service::new(campaign, store.clone(), Clock::new(|| 1_795_504_200));
        Self { runtime, router: router(service), store, taken_in: Cell::new(0), _database: database }
    }

    fn send(&self, kind: &str, accept: &str, body: &[u8]) -> (u16, String) {
        let request = Request::post("/api/feedback").header("content-type", kind).header("accept", accept);
        let request = request.body(Body::from(body.to_vec())).unwrap();
        self.runtime.block_on(async {
            let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
            let body = body.collect().await.unwrap().to_bytes();
            (parts.status.as_u16(), String::from_utf8(body.to_vec()).unwrap())
        })
    }

    /// The answer as the contract has it: a receipt, or errors; the same again gives the same.
    fn holds(&self, kind: &str, body: &[u8]) -> Result<(), TestCaseError> {
        let (status, text) = self.send(kind, "application/json", body);
        prop_assert!(matches!(status, 200 | 201 | 400 | 409 | 413 | 415 | 422), "{status}: {text}");
        let answer: Value = serde_json::from_str(&text).unwrap();
        if matches!(status, 200 | 201) {
            let receipt: Receipt = serde_json::from_value(answer).unwrap();
            let (status, text) = self.send(kind, "application/json", body);
            let again: Receipt = serde_json::from_str(&text).unwrap();
            prop_assert_eq!((status, again.code), (200, receipt.code));
            self.taken_in.set(self.taken_in.get() + 1);
        } else {
            prop_assert!(answer["errors"].as_array().is_some_and(|errors| !errors.is_empty()), "{text}");
        }
        Ok(())
    }
}

impl Drop for Intake {
    fn drop(&mut self) {
        self.runtime.block_on(self.store.close());
    }
}

const FORM: &str = "application/x-www-form-urlencoded";

fn encoded(pairs: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// Marks of a form may be broken off, or stand alone.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let broken = (input::pairs(), 0_usize..400, any::<u8>()).prop_map(|(pairs, at, byte)| {
        let mut body = encoded(&pairs).into_bytes();
        if let Some(place) = body.get_mut(at) {
            *place = byte;
        }
        body
    });
    prop_oneof![
        2 => input::pairs().prop_map(|pairs| encoded(&pairs).into_bytes()),
        2 => broken,
        1 => input::text().prop_map(String::into_bytes),
        1 => proptest::collection::vec(any::<u8>(), 0..300),
    ]
}

#[test]
fn any_form_is_answered_as_the_contract_says() {
    let intake = Intake::start();
    hold("forms", &body(), |body| intake.holds(FORM, &body));
    assert!(intake.taken_in.get() > 0, "no input was good enough to be taken in");
}

#[test]
fn nothing_that_was_typed_becomes_markup_of_the_page() {
    let intake = Intake::start();
    hold("pages", &input::pairs(), |pairs| {
        let (status, page) = intake.send(FORM, "text/html", encoded(&pairs).as_bytes());
        prop_assert!(status < 500, "{status}");
        prop_assert!(page.starts_with("<!doctype html>") || page.starts_with("<!DOCTYPE html>"), "{page}");
        prop_assert!(!page.contains("<script>alert") && !page.contains("<img src=x"), "{page}");
        Ok(())
    });
}

/// A value that is mostly text, and sometimes anything else that JSON has.
fn json_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => input::value().prop_map(Value::from),
        1 => proptest::collection::vec(input::value(), 0..20).prop_map(Value::from),
        1 => select(vec![Value::Null, json!(true), json!(-1.5e300), json!({}), json!([[[["answer@1"]]]]), json!([1])]),
    ]
}

fn json_body() -> impl Strategy<Value = Vec<u8>> {
    let object = ("[a-zA-Z0-9_-]{16,64}", proptest::collection::vec((input::field(), json_value()), 0..6));
    let object = object.prop_map(|(key, changes)| {
        let mut object: Map<String, Value> =
            input::right(&key).into_iter().map(|(name, value)| (name, Value::from(value))).collect();
        object.insert("consents".to_owned(), json!(["answer@1"]));
        object.extend(changes);
        Value::Object(object).to_string().into_bytes()
    });
    prop_oneof![
        4 => object,
        1 => input::text().prop_map(String::into_bytes),
        1 => (1_usize..4_000).prop_map(|deep| "[".repeat(deep).into_bytes()),
        1 => proptest::collection::vec(any::<u8>(), 0..300),
    ]
}

#[test]
fn any_json_is_answered_as_the_contract_says() {
    let intake = Intake::start();
    hold("JSON", &json_body(), |body| intake.holds("application/json", &body));
    assert!(intake.taken_in.get() > 0, "no input was good enough to be taken in");
}
