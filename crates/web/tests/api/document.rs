//! The OpenAPI document and the router tell the same story.

use crate::api::client::{Api, call};
use serde_json::Value;
use std::collections::BTreeSet;

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "DELETE", "PATCH"];

#[tokio::test]
async fn every_path_and_method_of_the_document_is_there_and_no_other_method() {
    let api = Api::new().await;
    let document = api.get("/openapi.json", "").await.good();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["servers"][0]["url"], "/api/v1");
    for (path, item) in document["paths"].as_object().unwrap() {
        let real = path.replace("{number}", "2025030300000000").replace("{id}", "0");
        for method in METHODS {
            let answer = api.send(call(method, &real, "", &Value::Null)).await;
            let described = item.get(method.to_lowercase());
            let there = answer.status != 405;
            assert_eq!(there, described.is_some(), "{method} {path}");
            let Some(operation) = described else { continue };
            let status = answer.status.as_u16().to_string();
            assert!(
                operation["responses"].get(&status).is_some(),
                "{method} {path}: {status}"
            );
            if answer.status.is_client_error() {
                assert_ne!(
                    answer.fault(answer.status.as_u16()),
                    "api-no-route",
                    "{method} {path}"
                );
            }
        }
    }
}

#[tokio::test]
async fn every_reference_leads_somewhere_and_every_schema_is_used() {
    let api = Api::new().await;
    let document = api.get("/openapi.json", "").await.good();
    let mut used = BTreeSet::new();
    references(&document, &mut used);
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let known: BTreeSet<String> = schemas
        .keys()
        .map(|name| format!("#/components/schemas/{name}"))
        .collect();
    assert_eq!(used, known);
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(place)) = fields.get("$ref") {
                found.insert(place.clone());
            }
            fields.values().for_each(|field| references(field, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// Each act is a schema of its own, told apart by `act`, with what every act has beside its fields.
#[tokio::test]
async fn acts_are_told_apart() {
    let api = Api::new().await;
    let document = api.get("/openapi.json", "").await.good();
    let schemas = &document["components"]["schemas"];
    let told = &schemas["Act"]["discriminator"];
    assert_eq!(told["propertyName"], "act");
    let mapping = told["mapping"].as_object().unwrap();
    assert_eq!(mapping.len(), schemas["Act"]["oneOf"].as_array().unwrap().len());
    assert_eq!(mapping.len(), 52);
    for (word, place) in mapping {
        let name = place.as_str().unwrap().rsplit('/').next().unwrap();
        let act = &schemas[name];
        assert_eq!(act["properties"]["act"]["enum"][0], *word);
        assert_eq!(act["additionalProperties"], false);
        assert!(act["properties"]["seen"].is_object(), "{word}");
    }
}
