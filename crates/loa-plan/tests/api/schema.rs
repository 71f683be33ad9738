//! The JSON Schema of the plan format.

use loa_plan::schema;

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/plan.schema.json");

#[test]
fn the_committed_schema_is_the_one_of_the_types() {
    let schema = schema::plan();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(COMMITTED, &schema).unwrap();
    }
    let committed = std::fs::read_to_string(COMMITTED).unwrap_or_default();
    assert!(committed == schema, "plan.schema.json is out of date; run the tests with UPDATE_SCHEMA=1");
}

#[test]
fn a_key_that_is_left_out_is_not_null_and_the_schema_itself_may_be_named() {
    let schema = schema::plan();
    assert!(!schema.contains("\"null\""));
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    assert_eq!(schema["properties"]["$schema"]["type"], "string");
    assert_eq!(schema["properties"]["decision"]["$ref"], "#/$defs/Decision");
    let obligation = &schema["$defs"]["Obligation"]["properties"];
    assert_eq!(obligation["ends"]["$ref"], obligation["due"]["$ref"]);
    assert!(obligation["ends"]["$ref"].is_string());
}
