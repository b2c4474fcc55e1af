//! Contents as objects of a bucket that speaks the protocol of S3: of a house of one's own, or of a provider.

use super::wire::Wire;
use super::{BlobError, Blobs, Pending, below};
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{BackoffConfig, Error, ObjectStoreExt as _, RetryConfig};
use std::error::Error as _;
use std::time::Duration;

/// Where a bucket is, and who asks.
#[derive(Clone, Copy)]
pub struct BucketAccess<'a> {
    /// The server, as `https://s3.example`.
    pub endpoint: &'a str,
    /// The region that requests are signed for.
    pub region: &'a str,
    /// Name of the bucket.
    pub bucket: &'a str,
    /// What the names of objects begin with; empty or with a slash at its end.
    pub prefix: &'a str,
    /// Id of the key by which requests are signed.
    pub access_key: &'a str,
    /// The key.
    pub secret: &'a str,
    /// Whether the bucket's name stands before the host (`https://bucket.s3.example`) and not in the path.
    pub by_host: bool,
    /// Certificates (PEM) of those who may vouch for the server, instead of the usual ones.
    pub certificates: Option<&'a str>,
}

/// Contents as objects of a bucket.
#[derive(Debug)]
pub struct Bucket {
    store: AmazonS3,
    prefix: String,
}

impl Bucket {
    /// Nothing is asked yet.
    ///
    /// # Errors
    /// Certificates that are none; names that make no address.
    pub fn new(access: &BucketAccess<'_>) -> Result<Self, BlobError> {
        let endpoint = match access.endpoint.split_once("://") {
            Some((scheme, host)) if access.by_host => format!("{scheme}://{}.{host}", access.bucket),
            _ => access.endpoint.to_owned(),
        };
        // Requests are few and small. What is asked again is answered alike, so a short break passes unnoticed; a long one
        // is said while the person waits.
        let retry = RetryConfig {
            backoff: BackoffConfig {
                init_backoff: Duration::from_millis(100),
                max_backoff: Duration::from_secs(2),
                base: 2.,
            },
            max_retries: 3,
            retry_timeout: Duration::from_secs(15),
        };
        let store = AmazonS3Builder::new()
            .with_endpoint(endpoint)
            .with_virtual_hosted_style_request(access.by_host)
            .with_allow_http(true)
            .with_region(access.region)
            .with_bucket_name(access.bucket)
            .with_access_key_id(access.access_key)
            .with_secret_access_key(access.secret)
            .with_retry(retry)
            .with_http_connector(Wire::new(access.certificates)?)
            .build()
            .map_err(|error| fault(&error))?;
        Ok(Self {
            store,
            prefix: access.prefix.to_owned(),
        })
    }

    fn path(&self, id: &str) -> Result<Path, BlobError> {
        Ok(Path::from(format!("{}{}", self.prefix, below(id)?)))
    }

    async fn read(&self, path: &Path) -> Result<Option<Vec<u8>>, Error> {
        let found = match self.store.get(path).await {
            Ok(found) => found.bytes().await,
            Err(error) => Err(error),
        };
        match found {
            Ok(bytes) => Ok(Some(bytes.into())),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

impl Blobs for Bucket {
    /// Ids are random, so nobody else writes under this one; that it is looked for first finds faults of the program. Where
    /// an answer was lost, the same content is there already, and that is good.
    fn put<'a>(&'a self, id: &'a str, content: Vec<u8>) -> Pending<'a, ()> {
        Box::pin(async move {
            let path = self.path(id)?;
            match self.read(&path).await {
                Ok(Some(there)) if there == content => return Ok(()),
                Ok(Some(_)) => return Err(BlobError::Taken(id.to_owned())),
                // Some say of what is not there that it may not be read, to whoever may not list the bucket.
                Ok(None) | Err(Error::PermissionDenied { .. }) => {}
                Err(error) => return Err(fault(&error)),
            }
            let kept = self.store.put(&path, content.into()).await;
            kept.map(drop).map_err(|error| fault(&error))
        })
    }

    fn get<'a>(&'a self, id: &'a str) -> Pending<'a, Option<Vec<u8>>> {
        Box::pin(async move {
            let found = self.read(&self.path(id)?).await;
            found.map_err(|error| fault(&error))
        })
    }
}

/// Whether the object is not there; a bucket that is not there is another matter.
fn is_absent(error: &Error) -> bool {
    matches!(error, Error::NotFound { .. }) && !whole(error).contains("NoSuchBucket")
}

fn fault(error: &Error) -> BlobError {
    let text = whole(error);
    // As the servers that know an end call it.
    if ["StorageFull", "QuotaExceeded", "507 Insufficient Storage"]
        .iter()
        .any(|name| text.contains(name))
    {
        return BlobError::Full;
    }
    BlobError::Unavailable(text)
}

/// An error with what stands behind it, each part once. Keys and signatures travel in headers and are in none of them.
fn whole(error: &Error) -> String {
    let mut text = error.to_string();
    let mut behind = error.source();
    while let Some(error) = behind {
        let says = error.to_string();
        if !text.contains(&says) {
            text = format!("{text}: {says}");
        }
        behind = error.source();
    }
    text
}
