//! The OpenAPI document: what the operations say of themselves, and the faults that follow from their shape.

use super::BASE;
use super::ops::Described;
use super::problem::{MEDIA, ProblemBody};
use utoipa::openapi::header::Header;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Content, InfoBuilder, OpenApi, Ref, RefOr, Response, Server, Type};
use utoipa::openapi::{ObjectBuilder, PathItem};
use utoipa::{OpenApi as _, ToSchema};

/// The whole document.
pub(crate) fn make() -> OpenApi {
    let mut document: OpenApi = Described::openapi();
    document.info = InfoBuilder::new()
        .title("Wenzheng 问政")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(ABOUT))
        .build();
    document.servers = Some(vec![Server::new(BASE)]);
    let components = document.components.get_or_insert_default();
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("From `POST /session` (staff), `POST /follow` (the citizen of one case) or `POST /account/session` (all cases of \
            a citizen)."));
    components.add_security_scheme("bearer", SecurityScheme::Http(bearer.build()));
    let mut schemas = vec![(
        ProblemBody::name().into_owned(),
        <ProblemBody as utoipa::PartialSchema>::schema(),
    )];
    ProblemBody::schemas(&mut schemas);
    components.schemas.extend(schemas);
    for (path, item) in &mut document.paths.paths {
        for operation in operations(item) {
            faults(path, operation);
        }
    }
    document
}

const ABOUT: &str = "The same commands and queries as the pages. Faults are `application/problem+json` (RFC 9457) \
    with a stable `code`, in Chinese or English as `Accept-Language` says, and name the clause where a rule refuses. \
    Times are RFC 3339. Commands carry an id: a second arrival gets the first answer.";

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.post, &mut item.delete]
        .into_iter()
        .filter_map(Option::as_mut)
}

/// Faults that every operation of its shape can answer with; each fault gets its body.
fn faults(path: &str, operation: &mut Operation) {
    let mut add = |status: &str, description: &str| {
        let responses = &mut operation.responses.responses;
        responses
            .entry(status.to_owned())
            .or_insert_with(|| RefOr::T(Response::new(description)));
    };
    let has_body = operation.request_body.is_some();
    let asks = operation.parameters.is_some();
    if has_body || asks {
        add("400", "Not as this document describes it.");
    }
    if operation.security.is_some() {
        add("401", "No token, or one that is good no more.");
    }
    if path.contains('{') {
        add("404", "Not there, or not to be seen by the caller.");
    }
    if has_body {
        add("413", "The body is too large.");
        add("415", "The body is no JSON.");
        add(
            "422",
            "A field cannot be taken, or a rule refuses; then its clause is named.",
        );
    }
    add("500", "A fault of ours.");
    add(
        "503",
        "The database does not answer, or no procedure is in force.",
    );
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && !status.starts_with('2')
        {
            fault(status, response);
        }
    }
}

fn fault(status: &str, response: &mut Response) {
    let schema = Ref::from_schema_name(ProblemBody::name());
    response
        .content
        .insert(MEDIA.to_owned(), RefOr::T(Content::new(Some(schema))));
    let mut header = |name: &str, kind: Type, about: &str| {
        let mut header = Header::new(ObjectBuilder::new().schema_type(kind).build());
        header.description = Some(about.to_owned());
        response.headers.insert(name.to_owned(), RefOr::T(header));
    };
    match status {
        "401" => header("WWW-Authenticate", Type::String, "`Bearer`."),
        "429" | "503" => header("Retry-After", Type::Integer, "Seconds until the next try."),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::make;

    #[test]
    fn every_operation_has_a_name_a_summary_and_an_answer() {
        let mut document = make();
        let mut seen = std::collections::BTreeSet::new();
        for (path, item) in &mut document.paths.paths {
            for operation in super::operations(item) {
                let id = operation.operation_id.clone().unwrap();
                assert!(operation.summary.is_some(), "{path}");
                assert!(
                    operation.responses.responses.keys().any(|s| s.starts_with('2')),
                    "{path}"
                );
                assert!(seen.insert(id), "{path}");
            }
        }
        assert!(seen.len() > 15);
    }
}
