//! The style sheet, the mark and the scripts, built into the program. The hash in the name lets browsers keep them for ever.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::LazyLock;

use super::{T, compress, pictures, script};

/// One file with the name under which it is served.
struct Asset {
    name: String,
    media: &'static str,
    content: Cow<'static, str>,
    /// The same compressed, where it gets smaller.
    small: Option<Vec<u8>>,
}

/// What tells one content from another in the name under which it is served.
pub(super) fn short_hash(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    hex::encode(digest.get(..6).unwrap_or_default())
}

fn asset(stem: &str, end: &str, media: &'static str, content: impl Into<Cow<'static, str>>) -> Asset {
    let content = content.into();
    Asset {
        name: format!("{stem}.{}.{end}", short_hash(content.as_bytes())),
        media,
        small: compress::gzip(content.as_bytes(), true),
        content,
    }
}

/// Every style sheet, in the order in which later ones win.
const STYLE: &str = concat!(
    include_str!("../../static/css/tokens.css"),
    include_str!("../../static/css/base.css"),
    include_str!("../../static/css/frame.css"),
    include_str!("../../static/css/surfaces.css"),
    include_str!("../../static/css/home.css"),
    include_str!("../../static/css/forms.css"),
    include_str!("../../static/css/tags.css"),
    include_str!("../../static/css/clocks.css"),
    include_str!("../../static/css/acts.css"),
    include_str!("../../static/css/timeline.css"),
    include_str!("../../static/css/lists.css"),
    include_str!("../../static/css/columns.css"),
    include_str!("../../static/css/tables.css"),
    include_str!("../../static/css/papers.css"),
    include_str!("../../static/css/sign-in.css"),
    include_str!("../../static/css/portal.css"),
    include_str!("../../static/css/desk.css"),
    include_str!("../../static/css/call.css"),
    include_str!("../../static/css/figures.css"),
    include_str!("../../static/css/design.css"),
    include_str!("../../static/css/manual.css"),
    include_str!("../../static/css/narrow.css"),
    include_str!("../../static/css/rtl.css"),
    include_str!("../../static/css/contrast.css"),
    include_str!("../../static/css/print.css"),
);

const SCRIPT: &str = "text/javascript; charset=utf-8";

static ASSETS: LazyLock<[Asset; 4]> = LazyLock::new(|| {
    [
        asset("app", "css", "text/css; charset=utf-8", STYLE),
        asset(
            "mark",
            "svg",
            "image/svg+xml",
            include_str!("../../static/mark.svg"),
        ),
        asset("paper", "css", "text/css; charset=utf-8", report::STYLE),
        asset("passkey", "js", SCRIPT, include_str!("../../static/passkey.js")),
    ]
});

/// The scripts of every page, once for each language there is, by its name.
static SCRIPTS: LazyLock<Vec<(&str, Asset)>> = LazyLock::new(|| {
    let script = |t: T| {
        (
            t.name(),
            asset(&format!("app.{}", t.name()), "js", SCRIPT, script::of(t)),
        )
    };
    T::every().into_iter().map(script).collect()
});

/// Address of the style sheet.
pub(crate) fn style() -> String {
    format!("/static/{}", ASSETS[0].name)
}

/// Address of the mark.
pub(crate) fn mark() -> String {
    format!("/static/{}", ASSETS[1].name)
}

/// Address of the style sheet of documents.
pub(crate) fn paper_style() -> String {
    format!("/static/{}", ASSETS[2].name)
}

/// Address of the script that asks browsers for passkeys.
pub(crate) fn passkey_script() -> String {
    format!("/static/{}", ASSETS[3].name)
}

/// Address of the scripts of every page, in the reader's language.
pub(crate) fn scripts(t: T) -> String {
    let own = SCRIPTS.iter().find(|(name, _)| *name == t.name());
    own.or(SCRIPTS.first())
        .map_or_else(String::new, |(_, asset)| format!("/static/{}", asset.name))
}

/// `GET /static/{name}`.
pub(crate) async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let scripts = SCRIPTS.iter().map(|(_, asset)| asset);
    let Some(asset) = ASSETS.iter().chain(scripts).find(|asset| asset.name == name) else {
        return pictures::serve(&name);
    };
    let head = [
        (header::CONTENT_TYPE, asset.media),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ];
    match &asset.small {
        Some(small) if compress::takes(&headers) => {
            let small: &'static [u8] = small;
            (head, [(header::CONTENT_ENCODING, "gzip")], small).into_response()
        }
        _ => {
            let content: &'static str = &asset.content;
            (head, content).into_response()
        }
    }
}
