//! Finds whose site a request is for before anything else looks at it, and takes the site's prefix off its path.

use crate::shell::{Asked, Site};
use axum::Router;
use axum::extract::{ConnectInfo, Request};
use axum::http::uri::{PathAndQuery, Uri};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use office::Office;
use office::jurisdictions::Choice;
use procedure::Words;
use procedure::model::Noun;
use std::net::SocketAddr;
use store::Jurisdiction;
use tower::ServiceExt as _;

/// Answers a request by the routes of the site that it is for. Where the store does not answer, the routes say so.
pub(crate) async fn forward(office: Office, routes: Router, mut request: Request) -> Response {
    let host = host(request.headers()).to_owned();
    match office.choose(&host, request.uri().path()).await {
        Ok(Choice::One { jurisdiction, prefix }) => {
            if let Some(uri) = without(&prefix, request.uri()) {
                *request.uri_mut() = uri;
            }
            let site = Site {
                j: jurisdiction.id.clone(),
                name: name(&jurisdiction),
                service: service(&office, &jurisdiction.id).await,
                prefix,
            };
            request.extensions_mut().insert(Asked::Site(site));
        }
        Ok(Choice::Several(all)) => {
            let wanted = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
            let mut sites = Vec::with_capacity(all.len());
            for jurisdiction in all.iter() {
                // they were found a moment ago, so their addresses are
                let url = office.url_of(&jurisdiction.id).await.unwrap_or_default();
                sites.push((name(jurisdiction), format!("{url}{wanted}")));
            }
            request.extensions_mut().insert(Asked::Several(sites));
        }
        Ok(Choice::Nobody) => {
            request.extensions_mut().insert(Asked::Nobody);
        }
        Err(problem) => tracing::warn!(%problem, "no jurisdiction can be found"),
    }
    let connection = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let address = connection.map(|c| c.0.ip().to_string()).unwrap_or_default();
    match office::access::asked_from(address, routes.oneshot(request)).await {
        Ok(response) => response,
        Err(never) => match never {},
    }
}

fn name(jurisdiction: &Jurisdiction) -> Words {
    Words {
        zh: jurisdiction.zh.clone(),
        en: jurisdiction.en.clone(),
    }
}

/// What the rules in force call the service; nothing where none are in force, or where they keep the usual words.
async fn service(office: &Office, j: &str) -> Option<Words> {
    let adopted = office.in_force(j, office.now()).await.ok()?;
    let wording = &adopted.procedure.wording;
    let own = wording.iter().find(|wording| wording.key == Noun::Service)?;
    Some(Words {
        zh: own.zh.clone(),
        en: own.en.clone(),
    })
}

/// The host name asked for, without the port.
pub(crate) fn host(headers: &HeaderMap) -> &str {
    let host = headers.get(header::HOST).and_then(|h| h.to_str().ok());
    let host = host.unwrap_or_default();
    host.rsplit_once(':').map_or(host, |(name, _)| name)
}

/// The address as the routes know it; `None` where there is no prefix.
fn without(prefix: &str, uri: &Uri) -> Option<Uri> {
    if prefix.is_empty() {
        return None;
    }
    let wanted = uri.path_and_query()?.as_str();
    let rest = wanted.strip_prefix("/%40").map_or(wanted, |rest| rest);
    let skip = if rest.len() == wanted.len() {
        prefix.len()
    } else {
        prefix.len() - 2
    };
    let rest = rest.get(skip..)?;
    let rest = if rest.starts_with('/') {
        rest.to_owned()
    } else {
        format!("/{rest}")
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(rest.parse().ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn the_prefix_comes_off_the_path() {
        for (wanted, expected) in [
            ("/@banner/desk?to=/x", "/desk?to=/x"),
            ("/%40banner/desk", "/desk"),
            ("/@banner", "/"),
            ("/@banner?lang=en", "/?lang=en"),
        ] {
            let uri = without("/@banner", &wanted.parse().unwrap()).unwrap();
            assert_eq!(uri.to_string(), expected, "{wanted}");
        }
        assert_eq!(without("", &"/desk".parse().unwrap()), None);
    }
}
