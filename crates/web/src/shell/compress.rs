//! Answers smaller on the wire, where that tells nobody anything.
//!
//! Who can make a browser ask for pages of their choice, and see how long the answers are, learns letter by letter what
//! stands beside their own words in a compressed page (BREACH). So a page for somebody who is signed in is compressed only
//! where the browser says that the request came from our own pages or from the person; docs/decisions tells more.

use super::Here;
use axum::body::{Body, HttpBody as _, to_bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;

/// Below this the answer fits into a packet anyway, in bytes.
const FEWEST: u64 = 1_200;
/// Pages are made of at most so many bytes; what is larger goes out as it is.
const MOST: u64 = 8 << 20;
/// Speed before the last percent: a page is compressed each time it is asked for.
const LEVEL: u32 = 4;
/// What an asset gets, which is compressed once.
const BEST: u32 = 9;

/// What the request lets us do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    takes: bool,
    harmless: bool,
}

impl Wanted {
    /// By the headers of a request.
    pub(super) fn of(here: &Here, headers: &HeaderMap) -> Self {
        let text = |name| {
            headers
                .get(name)
                .and_then(|value: &HeaderValue| value.to_str().ok())
        };
        let takes = text("accept-encoding").is_some_and(takes_gzip);
        let signed = here.session.is_some() || here.account.is_some();
        let harmless = match text("sec-fetch-site") {
            Some("same-origin" | "none") => true,
            Some(_) => !signed,
            // browsers say it wherever the way is encrypted; where it is not, there is nothing left to find out
            None => !signed || !here.shell.https,
        };
        Self { takes, harmless }
    }
}

/// Whether a browser takes gzip: it names it, and not with the weight 0.
fn takes_gzip(accepts: &str) -> bool {
    accepts.split(',').any(|one| {
        let mut parts = one.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        let refused = parts.any(|part| {
            part.strip_prefix("q=")
                .is_some_and(|q| q.trim_matches(['0', '.']).is_empty())
        });
        named && !refused
    })
}

/// Compressed as browsers want it; `None` where it does not become smaller.
pub(super) fn gzip(bytes: &[u8], best: bool) -> Option<Vec<u8>> {
    let level = if best { BEST } else { LEVEL };
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::new(level));
    encoder.write_all(bytes).ok()?;
    let small = encoder.finish().ok()?;
    (small.len() < bytes.len()).then_some(small)
}

/// Compresses a page; everything else goes out as it is.
pub(super) async fn page(wanted: Wanted, mut response: Response) -> Response {
    let headers = response.headers();
    let is_page = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|media| media.as_bytes().starts_with(b"text/html"));
    let is_file = headers.contains_key(header::CONTENT_DISPOSITION);
    if !is_page || is_file || headers.contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    // caches keep both apart
    response
        .headers_mut()
        .append(header::VARY, HeaderValue::from_static("accept-encoding"));
    let size = response.body().size_hint().exact();
    let worth = size.is_some_and(|size| (FEWEST..=MOST).contains(&size));
    if !wanted.takes || !wanted.harmless || !worth {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // a page lies in memory already; what cannot be read is a connection that broke
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    match gzip(&bytes, false) {
        Some(small) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            parts
                .headers
                .insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            Response::from_parts(parts, Body::from(small))
        }
        None => Response::from_parts(parts, Body::from(bytes)),
    }
}

/// Whether a request takes the compressed form of something that is nobody's secret.
pub(super) fn takes(headers: &HeaderMap) -> bool {
    let accepts = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    accepts.is_some_and(takes_gzip)
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    #[test]
    fn what_a_browser_takes_is_read_as_it_is_meant() {
        for (accepts, takes) in [
            ("gzip, deflate, br", true),
            ("br;q=1.0, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("gzip;q=0.0", false),
            ("deflate", false),
            ("", false),
        ] {
            assert_eq!(takes_gzip(accepts), takes, "{accepts}");
        }
    }

    #[test]
    fn what_was_compressed_comes_back_whole() {
        let page = "群众诉求".repeat(1_000);
        let small = gzip(page.as_bytes(), false).unwrap();
        assert!(small.len() < page.len() / 20);
        let mut back = String::new();
        GzDecoder::new(small.as_slice())
            .read_to_string(&mut back)
            .unwrap();
        assert_eq!(back, page);
        assert_eq!(gzip(b"x", true), None, "what grows stays as it is");
    }
}
