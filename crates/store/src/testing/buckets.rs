//! A real server of buckets, started by the test: moto, which checks signatures.

use crate::{BlobError, Bucket, BucketAccess};
use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};

/// A server of buckets at work, with one that is empty.
#[derive(Debug)]
pub struct BucketServer {
    /// Where it is.
    pub endpoint: String,
    /// Id of a key that may do everything in the bucket.
    pub access_key: String,
    /// The key.
    pub secret: String,
    process: Child,
    /// Its end is the sign to stop.
    input: Option<ChildStdin>,
}

impl BucketServer {
    /// Name of its bucket.
    pub const BUCKET: &'static str = "wenzheng";
    /// Its region.
    pub const REGION: &'static str = "cn-north-1";

    /// Starts one with the Python that `WENZHENG_TEST_S3_PYTHON` names; `None`, said in one line, without it.
    pub fn start() -> Option<Self> {
        let Some(python) = std::env::var_os("WENZHENG_TEST_S3_PYTHON") else {
            let build_server = std::env::var("CI").as_deref() == Ok("true");
            assert!(!build_server, "no WENZHENG_TEST_S3_PYTHON");
            eprintln!("skipped: the server of buckets, because WENZHENG_TEST_S3_PYTHON is not set");
            return None;
        };
        let mut process = Command::new(python)
            .args(["-c", include_str!("buckets.py")])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut printed = BufReader::new(process.stdout.take().unwrap());
        printed.read_line(&mut line).unwrap();
        let mut words = line.split_whitespace().map(str::to_owned);
        let mut word = || words.next().expect("the server prints three words");
        Some(Self {
            endpoint: word(),
            access_key: word(),
            secret: word(),
            input: process.stdin.take(),
            process,
        })
    }

    /// How its bucket is reached.
    pub fn access(&self) -> BucketAccess<'_> {
        BucketAccess {
            endpoint: &self.endpoint,
            region: Self::REGION,
            bucket: Self::BUCKET,
            prefix: "",
            access_key: &self.access_key,
            secret: &self.secret,
            by_host: false,
            certificates: None,
        }
    }

    /// Its bucket.
    ///
    /// # Errors
    /// As [`Bucket::new`].
    pub fn bucket(&self) -> Result<Bucket, BlobError> {
        Bucket::new(&self.access())
    }

    /// The settings that name its bucket; the secret lies in the file `bucket.secret` beside them.
    pub fn settings(&self) -> String {
        format!(
            "[attachments]\nendpoint = \"{}\"\nregion = \"{}\"\nbucket = \"{}\"\naccess_key = \"{}\"\nsecret_file = \"bucket.secret\"\n",
            self.endpoint,
            Self::REGION,
            Self::BUCKET,
            self.access_key
        )
    }

    /// Ends it: whoever asks now finds nobody there.
    pub fn stop(&mut self) {
        drop(self.input.take());
        // It may be gone already.
        let _ = self.process.wait();
    }
}

impl Drop for BucketServer {
    fn drop(&mut self) {
        self.stop();
    }
}
