//! The description of the service and its routes agree, both ways.

use std::collections::BTreeSet;

use loa_server::{OPENAPI, routes};
use serde_json::Value;

use super::feedback::{draft, key};
use super::service::Running;

fn described() -> Value {
    serde_json::from_str(OPENAPI).unwrap()
}

#[test]
fn every_route_is_described_and_every_description_has_a_route() {
    let routed: BTreeSet<_> =
        routes().into_iter().map(|route| (route.path.to_owned(), route.method.to_string().to_lowercase())).collect();
    let described = described();
    let described: BTreeSet<_> = described["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, methods)| methods.as_object().unwrap().keys().map(|method| (path.clone(), method.clone())))
        .collect();
    assert_eq!(routed, described);
}

#[test]
fn every_reference_leads_somewhere() {
    let document = described();
    for reference in OPENAPI.split("\"$ref\": \"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(document.pointer(reference).is_some(), "{reference}");
    }
}

/// An answer has only what its schema has, and all that it must have.
fn holds(document: &Value, schema: &Value, value: &Value) {
    let schema = match schema["$ref"].as_str() {
        Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    if let Some(required) = schema["required"].as_array() {
        for name in required {
            assert!(value.get(name.as_str().unwrap()).is_some(), "{name} is missing in {value}");
        }
    }
    if let (Some(fields), Some(properties)) = (value.as_object(), schema["properties"].as_object()) {
        for (name, value) in fields {
            assert!(properties.contains_key(name), "`{name}` is not described: {schema}");
            holds(document, &properties[name], value);
        }
    }
    if let (Some(items), Some(schema)) = (value.as_array(), schema.get("items")) {
        for item in items {
            holds(document, schema, item);
        }
    }
}

#[tokio::test]
async fn answers_are_as_described() {
    let running = Running::start().await;
    let document = described();
    let receipt = running.send(&draft(&key(1))).await;
    super::public::publish(&running, &receipt.receipt().code, "Hỏi", "Đáp").await;
    let event = r#"{"campaign":"ke-hoach","guide":"khai-sinh","deed":"guide-started"}"#;
    running.post_json("/api/counts", event).await;
    let wrong = running.post_json("/api/feedback", "{}").await;
    let mut other = draft(&key(1));
    other.name.push_str(" Anh");
    let cases = [
        ("/api/feedback", "post", "201", receipt),
        ("/api/feedback", "post", "422", wrong),
        (
            "/api/feedback/{code}",
            "get",
            "200",
            running.get(&format!("/api/feedback/{}", super::feedback::code(0))).await,
        ),
        ("/api/board", "get", "200", running.get("/api/board").await),
        ("/api/ratings", "get", "200", running.get("/api/ratings?subject=a").await),
        ("/api/counts", "get", "200", running.get("/api/counts").await),
        ("/healthz", "get", "200", running.get("/healthz").await),
    ];
    for (path, method, status, answer) in cases {
        let (status, answer) = if path.contains('{') { ("404", answer) } else { (status, answer) };
        assert_eq!(answer.status.to_string(), status, "{path}");
        let described = &document["paths"][path][method]["responses"][status]["content"]["application/json"]["schema"];
        assert!(described.is_object(), "{path} {status}");
        holds(&document, described, &answer.json());
    }
    let served = running.get("/api/openapi.json").await;
    assert_eq!((served.status, served.text.as_str()), (200, OPENAPI));
}
