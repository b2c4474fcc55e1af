//! `GET /cases/{number}/attachments/{id}`: a file of a case.

use crate::api::caller::Caller;
use crate::api::error::ApiError;
use crate::api::query::Number;
use crate::state::AppState;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use std::fmt::Write as _;

/// A file
///
/// Always as a download, never to be shown in a browser's window.
#[utoipa::path(
    get, path = "/cases/{number}/attachments/{id}", operation_id = "attachment", tag = "cases",
    params(
        ("number" = String, Path, description = "Number of the case."),
        ("id" = String, Path, description = "Id of the file."),
    ),
    security(("bearer" = [])),
    responses((status = 200, description = "The file.", content_type = "*/*", body = Vec<u8>)),
)]
pub(crate) async fn handle(
    State(state): State<AppState>,
    caller: Caller,
    Number(number): Number,
    path: Result<Path<(String, String)>, axum::extract::rejection::PathRejection>,
) -> Result<Response, ApiError> {
    let Path((_, id)) = path.map_err(|_| ApiError::not_found())?;
    let (name, media, content) = state
        .office
        .attachment(&caller.j, caller.actor(), &number, &id)
        .await?;
    let fixed = |value| HeaderValue::from_static(value);
    let headers: [(HeaderName, HeaderValue); 4] = [
        (header::CONTENT_TYPE, media.parse().unwrap_or(fixed("application/octet-stream"))),
        (header::CONTENT_DISPOSITION, download(&name).parse().unwrap_or(fixed("attachment"))),
        (header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
        (header::CONTENT_SECURITY_POLICY, fixed("default-src 'none'; sandbox")),
    ];
    Ok((headers, content).into_response())
}

/// To be saved under this name (RFC 6266, RFC 8187).
pub(super) fn download(name: &str) -> String {
    let mut header = "attachment; filename*=UTF-8''".to_owned();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            header.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(header, "%{byte:02X}");
        }
    }
    header
}

#[cfg(test)]
mod tests {
    use super::download;

    #[test]
    fn any_name_fits_into_the_header() {
        assert_eq!(
            download("照片 \"1\"\r\n.jpg"),
            "attachment; filename*=UTF-8''%E7%85%A7%E7%89%87%20%221%22%0D%0A.jpg"
        );
    }
}
