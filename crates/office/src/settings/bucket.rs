//! A bucket for attachments, as the settings name it.

use crate::senders::Secret;
use store::BucketAccess;

/// Where new attachments are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeepIn {
    /// In the bucket.
    #[default]
    Bucket,
    /// In the data folder.
    Folder,
}

/// A bucket, and which of the two places is the one from now on.
#[derive(Debug, Clone)]
pub struct BucketSettings {
    /// Where new attachments are kept. Old ones are found in either place.
    pub keep_in: KeepIn,
    /// The server.
    pub endpoint: String,
    /// The region that requests are signed for.
    pub region: String,
    /// Name of the bucket.
    pub bucket: String,
    /// What the names of objects begin with.
    pub prefix: String,
    /// Id of the key.
    pub access_key: String,
    /// The key.
    pub secret: Secret,
    /// Whether the bucket's name stands before the host.
    pub by_host: bool,
    /// Certificates of those who may vouch for the server.
    pub certificates: Option<String>,
}

impl BucketSettings {
    pub(crate) fn access(&self) -> BucketAccess<'_> {
        BucketAccess {
            endpoint: &self.endpoint,
            region: &self.region,
            bucket: &self.bucket,
            prefix: &self.prefix,
            access_key: &self.access_key,
            secret: self.secret.reveal(),
            by_host: self.by_host,
            certificates: self.certificates.as_deref(),
        }
    }
}
