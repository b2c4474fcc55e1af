//! Contents of files in a bucket of a real server, and when the server is away.

use std::sync::Arc;
use store::testing::BucketServer;
use store::{BlobError, Blobs, Bucket, BucketAccess, DiskBlobs, Moved, Moving};

const ID: &str = "0123456789abcdef0123";
const OTHER: &str = "fedcba98765432100123";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_content_is_kept_whole_in_a_bucket() {
    let Some(server) = BucketServer::start() else {
        return;
    };
    let bucket = server.bucket().unwrap();
    assert_eq!(bucket.get(ID).await.unwrap(), None);
    let content: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
    bucket.put(ID, content.clone()).await.unwrap();
    assert_eq!(bucket.get(ID).await.unwrap(), Some(content.clone()));
    // where only the answer was lost, the same comes again
    bucket.put(ID, content.clone()).await.unwrap();
    assert!(matches!(bucket.put(ID, vec![9]).await, Err(BlobError::Taken(_))));
    assert_eq!(bucket.get(ID).await.unwrap(), Some(content));
    // a part of the bucket of its own
    let part = Bucket::new(&BucketAccess {
        prefix: "office/files/",
        ..server.access()
    })
    .unwrap();
    assert_eq!(part.get(ID).await.unwrap(), None);
    part.put(ID, vec![7]).await.unwrap();
    assert_eq!(part.get(ID).await.unwrap(), Some(vec![7]));
    assert!(matches!(bucket.get("../etc/passwd").await, Err(BlobError::Id(_))));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_with_a_bucket_is_said_and_the_key_is_not() {
    let Some(mut server) = BucketServer::start() else {
        return;
    };
    let secret = "a secret that nobody may read";
    let said = |error: Option<BlobError>| match error {
        Some(BlobError::Unavailable(why)) => why,
        other => panic!("{other:?}"),
    };
    let wrong_key = Bucket::new(&BucketAccess {
        secret,
        ..server.access()
    })
    .unwrap();
    let why = said(wrong_key.put(ID, vec![1]).await.err());
    assert!(
        why.contains("403") || why.contains("SignatureDoesNotMatch"),
        "{why}"
    );
    assert!(
        !why.contains(secret) && !format!("{wrong_key:?}").contains(secret),
        "{why}"
    );
    let elsewhere = Bucket::new(&BucketAccess {
        bucket: "nobody-made-it",
        ..server.access()
    })
    .unwrap();
    let why = said(elsewhere.get(ID).await.err());
    assert!(why.contains("NoSuchBucket"), "{why}");
    let bucket = server.bucket().unwrap();
    bucket.put(ID, vec![1]).await.unwrap();
    server.stop();
    let why = said(bucket.get(ID).await.err());
    assert!(why.contains(&server.endpoint), "{why}");
    said(bucket.put(OTHER, vec![1]).await.err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn contents_move_from_the_folder_to_the_bucket_and_back() {
    let Some(server) = BucketServer::start() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let disk: Arc<dyn Blobs> = Arc::new(DiskBlobs::new(folder.path().join("files")));
    let bucket: Arc<dyn Blobs> = Arc::new(server.bucket().unwrap());
    disk.put(ID, vec![1, 2]).await.unwrap();
    let there = Moving {
        to: bucket.clone(),
        from: disk.clone(),
    };
    // while it goes on, old contents are read and new ones go to the new place
    assert_eq!(there.get(ID).await.unwrap(), Some(vec![1, 2]));
    there.put(OTHER, vec![3]).await.unwrap();
    assert_eq!(disk.get(OTHER).await.unwrap(), None);
    assert_eq!(there.carry(ID).await.unwrap(), Moved::Copied);
    assert_eq!(there.carry(ID).await.unwrap(), Moved::There);
    assert_eq!(there.carry("00000000000000000000").await.unwrap(), Moved::Missing);
    assert_eq!(bucket.get(ID).await.unwrap(), Some(vec![1, 2]));
    // and back
    std::fs::remove_dir_all(folder.path().join("files")).unwrap();
    let back = Moving {
        to: disk.clone(),
        from: bucket,
    };
    for id in [ID, OTHER] {
        assert_eq!(back.carry(id).await.unwrap(), Moved::Copied);
    }
    assert_eq!(disk.get(ID).await.unwrap(), Some(vec![1, 2]));
    assert_eq!(disk.get(OTHER).await.unwrap(), Some(vec![3]));
}

#[test]
fn certificates_that_are_none_are_refused() {
    let access = BucketAccess {
        endpoint: "https://s3.example",
        region: "cn-north-1",
        bucket: "b",
        prefix: "",
        access_key: "a",
        secret: "s",
        by_host: true,
        certificates: Some("no certificate"),
    };
    assert!(matches!(Bucket::new(&access), Err(BlobError::Unavailable(_))));
    assert!(
        Bucket::new(&BucketAccess {
            certificates: None,
            ..access
        })
        .is_ok()
    );
}
