//! The program as one router, and serving it.

use crate::api;
use crate::live::{Stopping, Streams};
use crate::shell::{Shell, wrap};
use crate::state::AppState;
use axum::extract::Request;
use axum::middleware::map_response;
use axum::response::Response;
use axum::{Extension, Router};
use office::Office;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// All pages and the API, with the shell around them, and `/healthz`, `/health/live` and `/health/ready` without it.
pub fn app(office: Office, shell: Shell) -> Router {
    let state = AppState {
        office: office.clone(),
        streams: Streams::default(),
    };
    let https = shell.https;
    // asked every few seconds: outside the shell, so that no log tells of it
    let health = crate::operations::health()
        .with_state(office.clone())
        .layer(map_response(move |mut answer: Response| {
            crate::shell::security_headers(answer.headers_mut(), https);
            std::future::ready(answer)
        }));
    let routes = crate::handle::routes()
        .nest(api::BASE, api::routes(&state))
        .with_state(state);
    let routes = wrap(routes, shell);
    health.fallback(async move |request: Request| crate::choose::forward(office, routes, request).await)
}

/// Method and path of everything that is answered, as the router is made: pages, operations of the API, and what
/// belongs to the installation.
pub fn routes() -> Vec<(String, String)> {
    let own = ["/healthz", "/health/live", "/health/ready", "/static/{name}"];
    let own = own.map(|path| ("GET".to_owned(), path.to_owned()));
    let pages = crate::handle::PAGES.iter();
    let pages = pages.map(|(method, path)| (method.to_uppercase(), (*path).to_owned()));
    own.into_iter().chain(pages).chain(api::list()).collect()
}

/// Serves until `shutdown` resolves; requests under way are finished, and answers that would stay open end.
///
/// # Errors
/// The listener's.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let (stop, told) = watch::channel(false);
    let router = router.layer(Extension(Stopping(told)));
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let shutdown = async move {
        shutdown.await;
        // nobody listens where no answer stays open
        let _ = stop.send(true);
    };
    axum::serve(listener, service)
        .with_graceful_shutdown(shutdown)
        .await
}
