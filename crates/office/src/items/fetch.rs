//! Asks an address, politely: within limits of time and size, with the tags of the last answer, never beyond the web,
//! and never where a redirect leads into this machine or its neighbourhood.

use std::io::Read as _;
use std::time::Duration;
use ureq::Agent;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

/// Longest answer that is read.
const MOST_BYTES: u64 = 4 * 1024 * 1024;
/// One answer takes no longer than this.
const MOST_TIME: Duration = Duration::from_secs(20);
/// How often an answer may send elsewhere.
const HOPS: usize = 5;
/// How this program calls itself.
const AGENT: &str = concat!("wenzheng/", env!("CARGO_PKG_VERSION"));

/// What is asked.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    pub(super) address: String,
    pub(super) etag: Option<String>,
    pub(super) modified: Option<String>,
}

/// What came.
#[derive(Debug)]
pub(super) enum Answer {
    /// It is as it was.
    Same,
    /// This stands there now.
    New {
        body: Vec<u8>,
        media: Option<String>,
        etag: Option<String>,
        modified: Option<String>,
    },
}

/// Why nothing came: a code of the catalogue, and what was said beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NoAnswer {
    pub(super) code: &'static str,
    pub(super) detail: String,
}

fn no(code: &'static str, detail: impl ToString) -> NoAnswer {
    NoAnswer {
        code,
        detail: detail.to_string(),
    }
}

/// Leaves out addresses that are not asked. A name is looked up here and connected to at once, so that it cannot mean
/// another machine in between.
#[derive(Debug)]
struct Guarded {
    /// The host that the administrator entered.
    entered: String,
    inner: DefaultResolver,
}

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout);
        let found = found.map_err(|error| match error {
            // the system's own words for a name that nobody has
            ureq::Error::Io(_) => ureq::Error::HostNotFound,
            other => other,
        })?;
        let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
        let entered = host.eq_ignore_ascii_case(&self.entered);
        let mut allowed = self.empty();
        for address in found
            .iter()
            .filter(|address| watch::reaches(address.ip(), entered))
        {
            allowed.push(*address);
        }
        if allowed.is_empty() {
            return Err(ureq::Error::HostNotFound);
        }
        Ok(allowed)
    }
}

/// Asks; blocks while it waits.
pub(super) fn fetch(ask: &Ask) -> Result<Answer, NoAnswer> {
    let (_, entered) = watch::hop(&ask.address).map_err(|_| no("sources-not-the-web", &ask.address))?;
    let config = Agent::config_builder()
        .timeout_connect(Some(Duration::from_secs(5)))
        .timeout_global(Some(MOST_TIME))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .user_agent(AGENT)
        .build();
    let resolver = Guarded {
        entered,
        inner: DefaultResolver::default(),
    };
    let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
    let mut address = ask.address.clone();
    for _ in 0..=HOPS {
        let mut call = agent.get(&address);
        call = call.header(
            "Accept",
            "application/rss+xml, application/atom+xml, application/xml, text/html;q=0.9, */*;q=0.1",
        );
        if let Some(etag) = &ask.etag {
            call = call.header("If-None-Match", etag);
        }
        if let Some(modified) = &ask.modified {
            call = call.header("If-Modified-Since", modified);
        }
        let mut answer = call.call().map_err(|error| failed(&error))?;
        let header = |name: &str| {
            let value = answer.headers().get(name)?;
            value.to_str().ok().map(str::to_owned)
        };
        let status = answer.status().as_u16();
        match status {
            304 => return Ok(Answer::Same),
            301 | 302 | 303 | 307 | 308 => {
                let next = header("location").ok_or_else(|| no("sources-redirected", status))?;
                address = joined(&address, &next)?;
            }
            200 => {
                let (etag, modified, media) =
                    (header("etag"), header("last-modified"), header("content-type"));
                let mut body = Vec::new();
                let reader = answer.body_mut().as_reader();
                let read = reader.take(MOST_BYTES + 1).read_to_end(&mut body);
                read.map_err(|error| no("sources-broke-off", error))?;
                if body.len() as u64 > MOST_BYTES {
                    return Err(no("sources-too-large", MOST_BYTES / 1024 / 1024));
                }
                return Ok(Answer::New {
                    body,
                    media,
                    etag,
                    modified,
                });
            }
            other => return Err(no("sources-status", other)),
        }
    }
    Err(no("sources-redirected", HOPS))
}

fn failed(error: &ureq::Error) -> NoAnswer {
    match error {
        ureq::Error::Timeout(_) => no("sources-timeout", error),
        ureq::Error::HostNotFound => no("sources-no-host", ""),
        other => no("sources-unreachable", other),
    }
}

/// Where a redirect leads, if that is of the web.
fn joined(from: &str, to: &str) -> Result<String, NoAnswer> {
    let base = url::Url::parse(from).map_err(|_| no("sources-not-the-web", from))?;
    let next = base.join(to).map_err(|_| no("sources-not-the-web", to))?;
    let next = next.to_string();
    match watch::hop(&next) {
        Ok(_) => Ok(next),
        Err(_) => Err(no("sources-not-the-web", next)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Ask, fetch, joined};

    #[test]
    fn a_redirect_stays_in_the_web() {
        let from = "https://board.example/a/feed";
        assert_eq!(joined(from, "../rss").unwrap(), "https://board.example/rss");
        assert_eq!(
            joined(from, "//other.example/x").unwrap(),
            "https://other.example/x"
        );
        for to in ["file:///etc/passwd", "ftp://x.example/", "data:text/xml,<rss/>"] {
            assert_eq!(joined(from, to).unwrap_err().code, "sources-not-the-web", "{to}");
        }
    }

    #[test]
    fn a_link_local_address_is_never_asked() {
        let ask = Ask {
            address: "http://169.254.169.254/latest/meta-data".to_owned(),
            etag: None,
            modified: None,
        };
        assert_eq!(fetch(&ask).unwrap_err().code, "sources-no-host");
    }
}
