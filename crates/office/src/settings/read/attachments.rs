//! What the settings say of a bucket for attachments: `[attachments]`.

use super::Reader;
use crate::settings::{BucketSettings, KeepIn, SettingsError};
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttachmentsTable {
    keep_in: Option<Spanned<String>>,
    endpoint: Spanned<String>,
    region: Option<Spanned<String>>,
    bucket: Spanned<String>,
    prefix: Option<Spanned<String>>,
    access_key: String,
    secret_file: Option<Spanned<String>>,
    secret_env: Option<Spanned<String>>,
    #[serde(default)]
    by_host: bool,
    certificates: Option<Spanned<String>>,
}

/// Where nobody asks for a region, any will do.
const REGION: &str = "us-east-1";

impl Reader<'_> {
    pub(super) fn attachments(
        &self,
        table: Spanned<AttachmentsTable>,
    ) -> Result<BucketSettings, SettingsError> {
        let start = table.span().start;
        let table = table.into_inner();
        let keep_in = match table.keep_in.as_ref().map(|found| found.get_ref().as_str()) {
            None | Some("bucket") => KeepIn::Bucket,
            Some("folder") => KeepIn::Folder,
            Some(_) => {
                let found = table.keep_in.as_ref().unwrap_or(&table.endpoint);
                return Err(self.value(found, "\"bucket\", \"folder\""));
            }
        };
        let fits = |found: &Spanned<String>, more: &str, example: &str| {
            let known = |sign: char| sign.is_ascii_alphanumeric() || more.contains(sign);
            if found.get_ref().chars().all(known) {
                Ok(found.get_ref().clone())
            } else {
                Err(self.value(found, example))
            }
        };
        let bucket = fits(&table.bucket, ".-", "wenzheng")?;
        if !(3..=63).contains(&bucket.len()) {
            return Err(self.value(&table.bucket, "wenzheng"));
        }
        let region = table
            .region
            .as_ref()
            .map(|found| fits(found, "-", "cn-north-1"))
            .transpose()?;
        let prefix = match &table.prefix {
            Some(found) if found.get_ref().ends_with('/') && !found.get_ref().starts_with('/') => {
                fits(found, "._-/", "wenzheng/")?
            }
            Some(found) if !found.get_ref().is_empty() => return Err(self.value(found, "wenzheng/")),
            _ => String::new(),
        };
        let certificates = match &table.certificates {
            Some(name) => {
                let path = self.folder.join(name.get_ref());
                let text = std::fs::read_to_string(&path).map_err(|error| {
                    let args = [
                        ("place", path.display().to_string()),
                        ("reason", error.to_string()),
                    ];
                    self.fault("settings-certificates-unreadable", name.span().start, &args)
                })?;
                Some(text)
            }
            None => None,
        };
        let keys = ("secret_file", "secret_env");
        Ok(BucketSettings {
            keep_in,
            endpoint: self.bucket_server(table.endpoint)?,
            region: region.unwrap_or_else(|| REGION.to_owned()),
            bucket,
            prefix,
            access_key: table.access_key,
            secret: self.secret(start, keys, table.secret_file, table.secret_env)?,
            by_host: table.by_host,
            certificates,
        })
    }

    /// Whoever is asked in the clear can be anybody, and say that something was kept.
    fn bucket_server(&self, endpoint: Spanned<String>) -> Result<String, SettingsError> {
        let host = super::host_in_clear(endpoint.get_ref());
        if host.is_some_and(|host| !super::is_this_machine(host)) {
            return Err(self.value(&endpoint, "https://s3.example"));
        }
        self.url(endpoint)
    }
}
