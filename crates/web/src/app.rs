//! The program as one router, and serving it.

use crate::api;
use crate::shell::{Shell, wrap};
use crate::state::AppState;
use axum::Router;
use axum::routing::get;
use office::Office;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// All pages and the API, with the shell around them, and `/healthz` without it.
pub fn app(office: Office, shell: Shell) -> Router {
    let state = AppState { office };
    // asked every few seconds: outside the shell, so that no log tells of it
    let health = Router::new()
        .route("/healthz", get(crate::handle::healthz))
        .with_state(state.clone());
    let routes = crate::handle::routes()
        .nest(api::BASE, api::routes(&state))
        .with_state(state);
    wrap(routes, shell).merge(health)
}

/// Serves until `shutdown` resolves; requests under way are finished.
///
/// # Errors
/// The listener's.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(shutdown)
        .await
}
