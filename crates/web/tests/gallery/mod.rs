//! Every page with the cases of an invented city, played through the real use cases: for tests of the pages and for
//! looking at them (`cargo run -p web --example gallery`).

pub(crate) mod cases;
pub(crate) mod pages;

use axum::Router;
use axum::routing::get;
use procedure::Words;
use seal::Key;
use std::sync::Arc;
use testkit::TestOffice;
use web::shell::{Shell, wrap};

/// The names of the pages under `/design/`.
pub(crate) const PAGES: [&str; 24] = [
    "home",
    "write-what",
    "write-where",
    "write-phone",
    "write-who",
    "write",
    "write-faulty",
    "receipt",
    "follow",
    "my-case",
    "sign-in",
    "first",
    "queue",
    "ledger",
    "call",
    "case-operator",
    "case-dispatcher",
    "case-handler",
    "case-reviewer",
    "procedure",
    "conformance",
    "about",
    "design",
    "reading",
];

pub(crate) struct Gallery {
    pub(crate) test: TestOffice,
    pub(crate) cases: cases::Cases,
}

pub(crate) fn shell(gallery: &Gallery, https: bool) -> Shell {
    Shell {
        place: words("青川市", "Qingchuan City"),
        service: words("12345 政务服务热线", "12345 Hotline"),
        https,
        secret: Key::from_bytes([7; 32]),
        clock: gallery.test.clock.clone(),
    }
}

fn words(zh: &str, en: &str) -> Words {
    Words {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

pub(crate) async fn gallery() -> Arc<Gallery> {
    let test = TestOffice::sqlite().await;
    let cases = cases::play(&test).await;
    Arc::new(Gallery { test, cases })
}

pub(crate) fn routes(gallery: &Arc<Gallery>) -> Router {
    Router::new()
        .route("/design", get(pages::index))
        .route("/design/{name}", get(pages::page))
        .with_state(gallery.clone())
}

pub(crate) fn app(gallery: &Arc<Gallery>, https: bool) -> Router {
    wrap(routes(gallery), shell(gallery, https))
}
