//! Forms with files.

use crate::world::{run, shell};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use axum::routing::post;
use std::sync::OnceLock;
use testkit::TestClock;
use tower::ServiceExt as _;
use web::shell::{Posted, wrap};

/// What a browser without a session holds.
const SEED: &str = "0123456789abcdef0123456789abcdef";

/// Any bytes behind the form token, in a form of at most five files: read, or refused as the sender's fault.
pub(crate) fn multipart(bytes: &[u8]) {
    static FORM: OnceLock<(Router, String)> = OnceLock::new();
    let (router, token) = FORM.get_or_init(|| {
        let shell = shell(std::sync::Arc::new(TestClock::new("2025-03-03T09:00:00")));
        let token = seal::keyed_hash(&shell.secret, "form-token", SEED);
        let taken = async |posted: Posted<5>| {
            assert!(posted.files.len() <= 5 && posted.fields().iter().all(|(_, text)| !text.contains('\0')));
            format!("{}", posted.files.len())
        };
        (wrap(Router::new().route("/", post(taken)), shell), token)
    });
    let mut body =
        format!("--e\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n{token}\r\n").into_bytes();
    body.extend_from_slice(bytes);
    let request = Request::post("/")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=e")
        .header(header::COOKIE, format!("seed={SEED}"))
        .body(Body::from(body))
        .unwrap();
    let answer = run(router.clone().oneshot(request)).unwrap();
    assert!(answer.status().as_u16() < 500, "{}", answer.status());
}
