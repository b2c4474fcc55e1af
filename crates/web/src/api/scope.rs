//! What the key of a machine opens: each operation with the scope that it asks for. An operation that does not stand
//! here opens for no key.

use axum::http::Method;

/// Method and path of an operation, and its scope.
pub(crate) const OPERATIONS: [(&str, &str, &str); 32] = [
    ("GET", "/session", "read"),
    ("GET", "/units", "read"),
    ("POST", "/cases", "receive"),
    ("GET", "/cases/{number}", "read"),
    ("POST", "/cases/{number}/acts", "act"),
    ("POST", "/cases/{number}/person", "person"),
    ("GET", "/cases/{number}/repeat-candidates", "read"),
    ("GET", "/cases/{number}/attachments/{id}", "read"),
    ("GET", "/cases/{number}/documents/{place}", "read"),
    ("GET", "/cases/{number}/volume", "read"),
    ("POST", "/callers/cases", "person"),
    ("GET", "/queue", "read"),
    ("GET", "/unit-queue", "read"),
    ("GET", "/ledger", "read"),
    ("GET", "/months", "read"),
    ("POST", "/months", "act"),
    ("GET", "/months/{series}/{year}/{no}", "read"),
    ("GET", "/inbox", "exchange"),
    ("GET", "/inbox/{peer}/{id}", "exchange"),
    ("POST", "/inbox/{peer}/{id}/ruling", "exchange"),
    ("POST", "/inbox/{peer}/{id}/acknowledgement", "exchange"),
    ("GET", "/rounds", "rounds"),
    ("POST", "/rounds/{round}", "rounds"),
    ("GET", "/ledger/file", "read"),
    ("GET", "/cases/{number}/finds", "read"),
    ("GET", "/items", "items"),
    ("GET", "/items/{item}", "items"),
    ("POST", "/items", "items"),
    ("POST", "/items/{item}/aside", "items"),
    ("POST", "/items/{item}/case", "items"),
    ("POST", "/items/{item}/notes", "items"),
    ("POST", "/items/{item}/submission", "items"),
];

/// The scope of an operation, by its path below the API as the router knows it.
pub(crate) fn of(method: &Method, path: &str) -> Option<&'static str> {
    let found = OPERATIONS
        .iter()
        .find(|(known, at, _)| *known == method.as_str() && *at == path);
    found.map(|(_, _, scope)| *scope)
}

#[cfg(test)]
mod tests {
    use super::OPERATIONS;
    use crate::api::ops::Described;
    use office::machines::SCOPES;
    use utoipa::OpenApi as _;

    /// Operations that ask who calls, but are for people alone: the administrator ends a key, and no key administers.
    const PEOPLE: [(&str, &str); 9] = [
        ("DELETE", "/session"),
        ("DELETE", "/account"),
        ("GET", "/account/cases"),
        ("DELETE", "/account/sessions"),
        ("GET", "/catalogue"),
        ("POST", "/catalogue"),
        ("POST", "/catalogue/{entry}/end"),
        ("GET", "/sources"),
        ("POST", "/sources"),
    ];

    #[test]
    fn every_operation_that_asks_who_calls_has_its_scope() {
        let mut left = OPERATIONS.to_vec();
        for (path, item) in &Described::openapi().paths.paths {
            let all = [("GET", &item.get), ("POST", &item.post), ("DELETE", &item.delete)];
            for (method, operation) in all {
                let asks = operation
                    .as_ref()
                    .is_some_and(|operation| operation.security.is_some());
                if !asks || PEOPLE.contains(&(method, path.as_str())) {
                    continue;
                }
                let at = left.iter().position(|(m, p, _)| *m == method && p == path);
                let at = at.unwrap_or_else(|| panic!("{method} {path} has no scope"));
                left.remove(at);
            }
        }
        assert!(left.is_empty(), "no such operation: {left:?}");
        assert!(OPERATIONS.iter().all(|(_, _, scope)| SCOPES.contains(scope)));
    }
}
