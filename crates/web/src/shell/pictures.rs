//! The pictures of the manual, served like the style sheet: under a name with their hash, which browsers keep.

use super::PageError;
use super::assets::short_hash;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use manual::{PICTURES, Picture};
use std::sync::LazyLock;

/// Each with the name under which it is served.
static SERVED: LazyLock<Vec<(String, Picture)>> = LazyLock::new(|| {
    let served = |picture: &Picture| {
        let hash = short_hash(picture.png);
        let stem = picture.name.trim_end_matches(".png");
        (format!("manual-{stem}.{hash}.png"), *picture)
    };
    PICTURES.iter().map(served).collect()
});

/// Address of a picture.
pub(crate) fn address(picture: &Picture) -> String {
    let served = SERVED.iter().find(|(_, one)| one == picture);
    served.map_or_else(String::new, |(name, _)| format!("/static/{name}"))
}

/// The picture of that name.
pub(super) fn serve(name: &str) -> Response {
    let Some((_, picture)) = SERVED.iter().find(|(served, _)| served == name) else {
        return PageError::NotFound.into_response();
    };
    let kept = (header::CACHE_CONTROL, "public, max-age=31536000, immutable");
    ([(header::CONTENT_TYPE, "image/png"), kept], picture.png).into_response()
}
