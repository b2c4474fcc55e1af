//! For whoever runs the program: whether it lives and is ready, and what a Prometheus server collects. The figures are
//! served at an address of their own, which is not the public one.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use office::Office;
use office::gauges::{COMMIT_BOUNDS, Measured};
use std::fmt::Write as _;

/// `/health/live`, `/health/ready` and `/metrics`.
pub fn operations(office: Office) -> Router {
    health().route("/metrics", get(metrics)).with_state(office)
}

/// What load balancers and service managers ask every few seconds; `/healthz` is the name that many of them know.
pub(crate) fn health() -> Router<Office> {
    Router::new()
        .route("/health/live", get(async || "ok\n"))
        .route("/health/ready", get(ready))
        .route("/healthz", get(ready))
}

/// Ready where the database answers.
async fn ready(State(office): State<Office>) -> (StatusCode, &'static str) {
    match office.store().jurisdictions().await {
        Ok(_) => (StatusCode::OK, "ok\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "store unavailable\n"),
    }
}

async fn metrics(State(office): State<Office>) -> Response {
    match office.measured().await {
        Ok(measured) => {
            let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
            (kind, shown(&measured)).into_response()
        }
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "store unavailable\n").into_response(),
    }
}

/// In the text format that Prometheus reads, version 0.0.4.
fn shown(measured: &Measured) -> String {
    let mut text = String::new();
    let seconds = |ms: u64| ms as f64 / 1000.0;
    let gauges = [
        (
            "wenzheng_timer_lag_seconds",
            "For how long the oldest timer has been due.",
            seconds(measured.timer_lag_ms),
        ),
        (
            "wenzheng_outbox_lag_seconds",
            "For how long the oldest message has been waiting.",
            seconds(measured.outbox_lag_ms),
        ),
        (
            "wenzheng_outbox_waiting",
            "Messages that wait, counted up to 1000.",
            measured.outbox_waiting as f64,
        ),
    ];
    for (name, help, value) in gauges {
        // Writing to a text never fails.
        let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}");
    }
    let name = "wenzheng_commit_seconds";
    let _ = writeln!(
        text,
        "# HELP {name} How long commits took.\n# TYPE {name} histogram"
    );
    for (bound, count) in COMMIT_BOUNDS.iter().zip(&measured.commits) {
        let _ = writeln!(text, "{name}_bucket{{le=\"{}\"}} {count}", seconds(*bound));
    }
    let all = measured.commits.last().copied().unwrap_or(0);
    let _ = writeln!(
        text,
        "{name}_bucket{{le=\"+Inf\"}} {all}\n{name}_sum {}\n{name}_count {all}",
        seconds(measured.commit_ms)
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_what_prometheus_reads() {
        let measured = Measured {
            timer_lag_ms: 1500,
            outbox_lag_ms: 0,
            outbox_waiting: 2,
            commits: vec![1, 3, 3, 3, 3, 3, 3, 3, 4],
            commit_ms: 6012,
        };
        let text = shown(&measured);
        assert!(text.contains("wenzheng_timer_lag_seconds 1.5\n"), "{text}");
        assert!(
            text.contains("wenzheng_commit_seconds_bucket{le=\"0.005\"} 3\n"),
            "{text}"
        );
        let end = "le=\"+Inf\"} 4\nwenzheng_commit_seconds_sum 6.012\nwenzheng_commit_seconds_count 4\n";
        assert!(text.ends_with(end), "{text}");
    }
}
