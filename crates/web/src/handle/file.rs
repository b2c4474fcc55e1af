//! Files of a case, only as downloads.

use super::signed::{Desk, Own};
use crate::shell::PageError;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use case::CaseNumber;
use serde::Deserialize;

/// The id of a file in an address.
#[derive(Deserialize)]
pub(crate) struct Named {
    id: String,
}

/// `GET /case/file/{id}`, and the same below `/my/case/{number}`.
pub(crate) async fn of_citizen(
    State(state): State<AppState>,
    own: Own,
    Path(named): Path<Named>,
) -> Result<Response, PageError> {
    Ok(download(
        state
            .office
            .attachment(&own.j, &own.actor, &own.number, &named.id)
            .await?,
    ))
}

/// `GET /desk/case/{number}/file/{id}`.
pub(crate) async fn of_desk(
    State(state): State<AppState>,
    desk: Desk,
    Path((number, id)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let number = CaseNumber::from(number);
    Ok(download(
        state
            .office
            .attachment(&desk.j, desk.actor(), &number, &id)
            .await?,
    ))
}

/// A download: never shown in the page's own origin, whatever it is (RFC 6266, RFC 5987 for the name).
pub(super) fn download((name, media, content): (String, String, Vec<u8>)) -> Response {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.".contains(&b);
    let encoded: String = name
        .bytes()
        .map(|b| {
            if plain(b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect();
    let mut response = content.into_response();
    let headers = response.headers_mut();
    let media = HeaderValue::from_str(&media).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_TYPE, media);
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename*=UTF-8''{encoded}")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    response
}
