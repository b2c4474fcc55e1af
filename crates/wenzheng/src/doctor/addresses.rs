//! The address for the public, and whose word is taken for where requests come from.

use office::Settings;
use web::Trusted;

use super::Args;
use super::finding::{Finding, State};

pub(super) fn look(args: &Args, settings: &Settings, found: &mut Vec<Finding>) {
    let public = args.public_url.as_ref().or(settings.public_url.as_ref());
    let (state, key) = match public {
        None => (State::ToDo, "doctor-address-none"),
        Some(url) if office::settings::public_url(url).is_none() => (State::Wrong, "doctor-address-wrong"),
        Some(url) if !url.starts_with("https://") => (State::ToDo, "doctor-address-plain"),
        Some(_) => (State::Good, "doctor-address"),
    };
    let url = ("url", public.cloned().unwrap_or_default());
    found.push(Finding::new(state, "address", key, &[url]));
    for text in &args.trusted_proxy {
        let everyone = text.ends_with("/0");
        let (state, key) = match text.parse::<Trusted>() {
            Err(_) => (State::Wrong, "commands-no-network"),
            Ok(_) if everyone => (State::Wrong, "doctor-proxy-everyone"),
            Ok(_) => (State::Good, "doctor-proxy"),
        };
        found.push(Finding::new(state, "proxy", key, &[("text", text.clone())]));
    }
    // TLS ends in a web server in front: then all requests seem to come from there.
    let behind = public.is_some_and(|url| url.starts_with("https://"));
    if behind && args.trusted_proxy.is_empty() {
        found.push(Finding::new(State::ToDo, "proxy", "doctor-proxy-none", &[]));
    }
}
