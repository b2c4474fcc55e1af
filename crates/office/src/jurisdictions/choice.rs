//! Which jurisdiction a request means, and where each one is reached.

use crate::{Office, Problem};
use std::sync::Arc;
use store::Jurisdiction;

/// Whom a request is for.
#[derive(Debug, Clone)]
pub enum Choice {
    /// This one.
    One {
        /// Which.
        jurisdiction: Jurisdiction,
        /// What stands before its paths: `/@banner`, or nothing.
        prefix: String,
    },
    /// Several, and nothing says which.
    Several(Arc<[Jurisdiction]>),
    /// None: nothing is set up, or there is none of that name.
    Nobody,
}

impl Office {
    /// Whom a request for a path under a host name is for. A jurisdiction with a host name of its own is meant by
    /// that name, one without by `/@ID` in front of the path; a single one is meant anyway.
    ///
    /// # Errors
    /// The store's.
    pub async fn choose(&self, host: &str, path: &str) -> Result<Choice, Problem> {
        let all = self.jurisdictions().await?;
        if let Some(id) = named_by(path) {
            let found = all.iter().find(|j| j.id == id && j.host.is_none());
            return Ok(found.map_or(Choice::Nobody, |found| Choice::One {
                jurisdiction: found.clone(),
                prefix: format!("/@{id}"),
            }));
        }
        let by_host = all.iter().find(|j| j.host.as_deref() == Some(host));
        Ok(match (by_host, &*all) {
            (Some(found), _) | (None, [found]) => Choice::One {
                jurisdiction: found.clone(),
                prefix: String::new(),
            },
            (None, []) => Choice::Nobody,
            (None, _) => Choice::Several(all),
        })
    }

    /// Where people reach a jurisdiction, without a slash at the end: for links in messages and on the first page.
    ///
    /// # Errors
    /// The store's.
    pub async fn url_of(&self, j: &str) -> Result<String, Problem> {
        let all = self.jurisdictions().await?;
        let host = all
            .iter()
            .find(|found| found.id == j)
            .and_then(|found| found.host.as_deref());
        Ok(address(self.public_url(), j, host, all.len() > 1))
    }
}

/// The id in `/@ID` or `/@ID/…`.
fn named_by(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/@").or_else(|| path.strip_prefix("/%40"))?;
    rest.split('/').next()
}

/// The installation's address with the host name of a jurisdiction, or with its path where there are several.
fn address(base: &str, j: &str, host: Option<&str>, several: bool) -> String {
    match (host, base.split_once("://")) {
        (Some(host), Some((scheme, rest))) => {
            let authority = rest.split('/').next().unwrap_or_default();
            let port = authority.rsplit_once(':').map(|(_, port)| format!(":{port}"));
            format!("{scheme}://{host}{}", port.unwrap_or_default())
        }
        (None, _) if several => format!("{base}/@{j}"),
        _ => base.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{address, named_by};

    #[test]
    fn a_jurisdiction_is_reached_by_host_name_or_by_path() {
        let base = "https://wz.example:8443";
        assert_eq!(
            address(base, "b", Some("b.example"), true),
            "https://b.example:8443"
        );
        assert_eq!(address(base, "b", None, true), "https://wz.example:8443/@b");
        assert_eq!(address(base, "b", None, false), base);
    }

    #[test]
    fn the_first_part_of_a_path_names_it() {
        assert_eq!(named_by("/@b/desk/case/1"), Some("b"));
        assert_eq!(named_by("/%40b"), Some("b"));
        assert_eq!(named_by("/desk/@b"), None);
    }
}
