//! The way in and out of every request: context before, headers, cookies and errors after.

use super::cookies::{self, Life};
use super::flood::Flood;
use super::here::{Here, LANG, SEED};
use super::{Asked, PageError, Shell, assets, compress, error, flash, headers, problem};
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use calendar::Instant;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use tracing::Instrument;

/// A year, for the language and the reading aids.
pub(super) const YEAR: u32 = 365 * 24 * 3600;

/// Puts the shell around the program's routes: the style sheet, pages for what is not there, and all that every
/// answer has.
pub fn wrap(routes: Router, shell: Shell) -> Router {
    routes
        .route("/static/{name}", axum::routing::get(assets::serve))
        .fallback(async || PageError::NotFound)
        .method_not_allowed_fallback(async || PageError::Method)
        .layer(from_fn_with_state(
            (Arc::new(shell), Arc::<Flood>::default()),
            enter,
        ))
}

async fn enter(
    State((shell, flood)): State<(Arc<Shell>, Arc<Flood>)>,
    mut request: Request,
    next: Next,
) -> Response {
    let asked = request.extensions().get::<Asked>().cloned();
    let here = Here::of(
        shell,
        asked.as_ref(),
        request.method(),
        request.uri(),
        request.headers(),
    );
    // the route, not the address: addresses name cases
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("(none)", |m| m.as_str());
    let span = tracing::info_span!("request", id = %here.request_id, method = %here.method, route);
    let wanted = compress::Wanted::of(&here, request.headers());
    let forged = from_another_site(&request);
    let flooded = flooded(&flood, &here, &request, is_dear(route, request.uri().query()));
    request.extensions_mut().insert(here.clone());
    let response = async {
        let response = if let Some(until) = flooded {
            PageError::TooMany(until).into_response()
        } else if forged {
            PageError::Forged.into_response()
        } else if names_nothing(&request) {
            PageError::NotFound.into_response()
        } else if let Some(nowhere) = nowhere(asked.as_ref(), request.uri().path()) {
            nowhere.into_response()
        } else {
            next.run(request).await
        };
        tracing::debug!(status = response.status().as_u16(), "answered");
        response
    };
    let response = leave(&here, response.instrument(span).await).await;
    compress::page(wanted, response).await
}

/// Without a jurisdiction there is only what belongs to the installation.
fn nowhere(asked: Option<&Asked>, path: &str) -> Option<PageError> {
    let common = path.starts_with("/static/") || path == "/about";
    match asked {
        Some(Asked::Several(_)) if !common => Some(PageError::Which),
        // what is not set up yet says so by itself
        Some(Asked::Nobody) if path.starts_with("/@") || path.starts_with("/%40") => {
            Some(PageError::NotFound)
        }
        _ => None,
    }
}

/// When an address that sent too much may come again.
fn flooded(flood: &Flood, here: &Here, request: &Request<Body>, dear: bool) -> Option<Instant> {
    let connection = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
    let (address, now) = (connection.0.ip(), here.shell.clock.now());
    let taken = if dear {
        flood.take_dear(address, now)
    } else {
        flood.take(address, now)
    };
    taken.err()
}

/// Whether a request reads many rows for whoever asks: a part of the log, a commitment looked for in it, every text of the
/// knowledge base, or what of it fits each word of what is being written.
fn is_dear(route: &str, query: Option<&str>) -> bool {
    let sought = query.is_some_and(|query| query.contains("commitment="));
    let words = query.is_some_and(|query| query.contains("q="));
    (route.ends_with("/knowledge") && words)
        || route.ends_with("/write/beside")
        || route.ends_with("/log/file")
        || (route.ends_with("/log/inclusion") && sought)
}

/// Browsers say where an unsafe request comes from; one from another site is none of ours. Programs say nothing.
fn from_another_site(request: &Request<Body>) -> bool {
    let site = request
        .headers()
        .get("sec-fetch-site")
        .and_then(|v| v.to_str().ok());
    !request.method().is_safe() && matches!(site, Some("cross-site" | "same-site"))
}

/// No address of a page holds U+0000, and PostgreSQL cannot look for it. The API tells by itself where it stood.
fn names_nothing(request: &Request<Body>) -> bool {
    let uri = request.uri();
    let nul = uri.path().contains("%00") || uri.query().is_some_and(|query| query.contains("%00"));
    nul && !uri.path().starts_with("/api/")
}

async fn leave(here: &Here, response: Response) -> Response {
    let mut response = match error::of(&response) {
        Some(fault) => problem::render(here, &fault, response),
        None => response,
    };
    let https = here.shell.https;
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|t| t.as_bytes().starts_with(b"text/html"));
    if here.reading_asked {
        here.keep_reading(&mut response, here.reading);
    }
    let headers = response.headers_mut();
    if here.lang_asked {
        cookies::write(headers, LANG, here.t.name(), Life::Seconds(YEAR), https);
    }
    if here.seed_fresh && here.token_used.load(Ordering::Relaxed) {
        cookies::write(headers, &here.cookie(SEED), &here.seed, Life::Linked, https);
    }
    if is_page && here.flash.is_some() {
        cookies::write(headers, &here.cookie(flash::COOKIE), "", Life::Gone, https);
    }
    if let Ok(id) = HeaderValue::from_str(&here.request_id) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
    headers::put(headers, https);
    match &here.site {
        Some(site) => site.prefixed(response).await,
        None => response,
    }
}
