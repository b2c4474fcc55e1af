//! Whose site a request is for, where an installation serves several jurisdictions, and what stands before its paths.
//!
//! Pages and handlers know nothing of it: their addresses begin at `/`. A site below a path such as `/@banner` gets the
//! path in front on the way out.

use axum::body::{Body, to_bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use procedure::Words;

/// The site of one jurisdiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// Id of the jurisdiction.
    pub j: String,
    /// Its name, as the header shows it.
    pub name: Words,
    /// What the rules in force call the service, where they do.
    pub service: Option<Words>,
    /// What stands before its paths: `/@banner`, or nothing where it has the whole host.
    pub prefix: String,
}

/// What a request is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A site.
    Site(Site),
    /// One of several, as name and address of the same page there; nothing said which.
    Several(Vec<(Words, String)>),
    /// A jurisdiction that is not here.
    Nobody,
}

/// Pages are made of at most so many bytes.
const MOST: usize = 16 << 20;

/// Where our pages name our own addresses: text from people has its quotation marks escaped, so it never looks so.
const NAMES: [&str; 6] = [
    " href",
    " action",
    " src",
    " formaction",
    " data-live",
    " data-answers",
];

impl Site {
    /// A cookie of this site: sites below paths share a host, and with it the browser's cookies.
    pub(crate) fn cookie(&self, name: &str) -> String {
        if self.prefix.is_empty() {
            name.to_owned()
        } else {
            format!("{name}.{}", self.j)
        }
    }

    /// Puts the prefix before the addresses of an answer.
    pub(crate) async fn prefixed(&self, mut response: Response) -> Response {
        if self.prefix.is_empty() {
            return response;
        }
        let headers = response.headers_mut();
        if let Some(to) = headers.get(header::LOCATION).and_then(|to| to.to_str().ok())
            && is_ours(to)
            && let Ok(to) = HeaderValue::from_str(&format!("{}{to}", self.prefix))
        {
            headers.insert(header::LOCATION, to);
        }
        let is = |name: header::HeaderName, start: &str| {
            let value = headers.get(name).and_then(|value| value.to_str().ok());
            value.is_some_and(|value| value.starts_with(start))
        };
        if !is(header::CONTENT_TYPE, "text/html") || is(header::CONTENT_DISPOSITION, "attachment") {
            return response;
        }
        headers.remove(header::CONTENT_LENGTH);
        let (parts, body) = response.into_parts();
        let text = match to_bytes(body, MOST).await {
            Ok(text) => text,
            Err(error) => {
                tracing::error!(%error, "a page could not be read to put the site's path before its addresses");
                return StatusCode::INTERNAL_SERVER_ERROR.into_response();
            }
        };
        let text = String::from_utf8_lossy(&text);
        Response::from_parts(parts, Body::from(self.in_page(&text)))
    }

    fn in_page(&self, text: &str) -> String {
        let mut page = String::with_capacity(text.len() + text.len() / 32);
        let mut done = 0;
        for (at, _) in text.match_indices("=\"/") {
            let to = at + "=\"".len();
            let named = NAMES.iter().any(|name| text[..at].ends_with(name));
            if named && is_ours(text[to..].split('"').next().unwrap_or_default()) {
                page.push_str(&text[done..to]);
                page.push_str(&self.prefix);
                done = to;
            }
        }
        page.push_str(&text[done..]);
        page
    }
}

/// An address within the site: neither of another host nor one that all sites share.
fn is_ours(address: &str) -> bool {
    address.starts_with('/')
        && !address.starts_with("//")
        && !address.starts_with("/static/")
        && !address.starts_with("/@")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn site() -> Site {
        let name = Words {
            zh: "示例旗".to_owned(),
            en: "Example Banner".to_owned(),
        };
        Site {
            j: "banner".to_owned(),
            name,
            service: None,
            prefix: "/@banner".to_owned(),
        }
    }

    #[test]
    fn addresses_of_the_site_get_its_prefix_and_others_do_not() {
        let page = r#"<a href="/desk?x=1">/desk</a> <form action="/write"><img src="/static/mark.svg">
            <a href="/"></a><a href="//elsewhere/"></a><a href="/@other/"></a><a href="https://a/"></a>"#;
        let expected = r#"<a href="/@banner/desk?x=1">/desk</a> <form action="/@banner/write"><img src="/static/mark.svg">
            <a href="/@banner/"></a><a href="//elsewhere/"></a><a href="/@other/"></a><a href="https://a/"></a>"#;
        assert_eq!(site().in_page(page), expected);
    }

    #[test]
    fn what_people_wrote_is_left_alone() {
        let escaped = "&#34; href=&#34;/desk&#34;";
        assert_eq!(site().in_page(escaped), escaped);
    }

    /// Whatever names an address in a template gets the prefix; but for what only names a part of the page.
    #[test]
    fn no_template_names_an_address_that_gets_no_prefix() {
        let mut folders = vec![std::path::PathBuf::from(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/templates"
        ))];
        let mut found = BTreeSet::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = std::fs::read_to_string(path).unwrap();
                for (at, _) in text.match_indices("=\"/") {
                    let name = text[..at].rsplit([' ', '\n']).next().unwrap().to_owned();
                    found.insert(name);
                }
            }
        }
        let prefixed: BTreeSet<String> = NAMES.iter().map(|name| name.trim().to_owned()).collect();
        let others: Vec<_> = found.difference(&prefixed).collect();
        assert_eq!(others, ["data-call-part"], "a name of an element, not an address");
    }
}
