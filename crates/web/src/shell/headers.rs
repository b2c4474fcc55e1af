//! Security headers, on every answer.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// What a page may load and where its forms may go, each with its reason.
const POLICY: [(&str, &str); 8] = [
    // what is not named below is not loaded: no fonts, frames, objects, media
    ("default-src", "'none'"),
    // our own files alone; no inline scripts, so nothing that people wrote ever runs. Pages work without them
    ("script-src", "'self'"),
    // what scripts ask our own server: whether there is new work, and forms with files on their way
    ("connect-src", "'self'"),
    // one style sheet, our own file; no inline styles, so text from people can never restyle a page
    ("style-src", "'self'"),
    // the mark in the header, and pictures that people attached
    ("img-src", "'self'"),
    // a form that somebody managed to inject cannot send anything to another host
    ("form-action", "'self'"),
    // nobody frames our pages to steal clicks on "refuse" or "close"
    ("frame-ancestors", "'none'"),
    // an injected <base> cannot bend our relative addresses
    ("base-uri", "'none'"),
];

/// The others: name, value. The reasons stand beside.
const FIXED: [(HeaderName, &str); 5] = [
    // a file that people attached is what its type says, never guessed to be a page
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // case numbers in addresses do not travel to other hosts
    (header::REFERRER_POLICY, "same-origin"),
    // no window of another site holds on to ours
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    // no other site embeds our answers
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    // the same for browsers that do not know frame-ancestors
    (header::X_FRAME_OPTIONS, "DENY"),
];

fn policy() -> String {
    POLICY.map(|(what, whence)| format!("{what} {whence}")).join("; ")
}

/// Pages need none of the devices.
const DEVICES: &str = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
/// But for the page on which somebody may fill in where they are.
const WITH_POSITION: &str = "camera=(), microphone=(), geolocation=(self), payment=(), usb=()";
/// Says which a page may use.
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// Lets a page ask the browser where it is, which asks the person.
pub(crate) fn allow_position(headers: &mut HeaderMap) {
    headers.insert(PERMISSIONS, HeaderValue::from_static(WITH_POSITION));
}

/// Puts them on. A stricter policy that a handler set (attachments) stays.
pub(crate) fn put(headers: &mut HeaderMap, https: bool) {
    if let Ok(policy) = HeaderValue::from_str(&policy()) {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers
        .entry(PERMISSIONS)
        .or_insert(HeaderValue::from_static(DEVICES));
    if https {
        // two years; browsers come back by https only
        let always = HeaderValue::from_static("max-age=63072000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, always);
    }
    // what a person sees of cases stays in no shared cache; assets have set their own
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
}
