//! Calls of the JSON API, through the whole router.

use crate::world::{World, run, shell};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use office::staff::{Origin, SignIn};
use std::sync::OnceLock;
use testkit::PASSWORD;
use tower::ServiceExt as _;

/// Who calls: nobody, or one of these.
const CALLERS: [&str; 4] = ["operator", "dispatcher", "handler-water", "administrator"];

struct Api {
    world: World,
    router: Router,
    tokens: Vec<String>,
    /// Paths of what takes a body.
    paths: Vec<String>,
}

impl Api {
    fn new() -> Self {
        let world = World::new();
        let test = &world.test;
        let router = web::app(test.office.clone(), shell(test.clock.clone()));
        let tokens = CALLERS.map(|login| {
            let shown = SignIn {
                login,
                password: PASSWORD,
                code: None,
                origin: Origin::default(),
            };
            run(test.office.sign_in(&test.j, shown)).unwrap().token
        });
        let routes = web::routes().into_iter();
        let taken = routes.filter(|(method, path)| {
            // signing in takes a tenth of a second on purpose
            method == "POST" && path.starts_with("/api/") && !path.ends_with("/session")
        });
        let paths = taken
            .map(|(_, path)| path.replace("{number}", &world.number))
            .collect();
        Self {
            router,
            tokens: tokens.into(),
            paths,
            world,
        }
    }
}

/// The first byte names the operation, the second the caller; the rest is the body. Whatever it is, the fault is the
/// caller's.
pub(crate) fn api(bytes: &[u8]) {
    static API: OnceLock<Api> = OnceLock::new();
    let [operation, caller, body @ ..] = bytes else {
        return;
    };
    let api = API.get_or_init(Api::new);
    let path = &api.paths[usize::from(*operation) % api.paths.len()];
    let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
    if let Some(token) = api.tokens.get(usize::from(*caller) % (api.tokens.len() + 1)) {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let request = request.body(Body::from(body.to_vec())).unwrap();
    let answer = run(api.router.clone().oneshot(request)).unwrap();
    assert!(answer.status().as_u16() < 500, "{path}: {}", answer.status());
    let _ = &api.world;
}
