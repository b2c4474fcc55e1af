//! Contents of files on a disk.

use store::{BlobError, Blobs, DiskBlobs};

const ID: &str = "0123456789abcdef0123";

#[tokio::test]
async fn a_content_is_kept_whole_under_its_id() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = DiskBlobs::new(folder.path().join("files"));
    assert_eq!(blobs.get(ID).await.unwrap(), None);
    blobs.put(ID, vec![0, 1, 255]).await.unwrap();
    assert_eq!(blobs.get(ID).await.unwrap(), Some(vec![0, 1, 255]));
    assert!(matches!(blobs.put(ID, vec![9]).await, Err(BlobError::Taken(_))));
    assert_eq!(blobs.get(ID).await.unwrap(), Some(vec![0, 1, 255]));
    let beside = std::fs::read_dir(folder.path().join("files/01")).unwrap().count();
    assert_eq!(beside, 1, "nothing half written is left");
}

#[tokio::test]
async fn no_id_leads_out_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = DiskBlobs::new(folder.path());
    for id in [
        "",
        "../../../../etc/passwd",
        "ABCDEF0123456789ABCD",
        "short",
        "01234567/89abcdef012",
    ] {
        assert!(matches!(blobs.get(id).await, Err(BlobError::Id(_))), "{id}");
        assert!(
            matches!(blobs.put(id, vec![]).await, Err(BlobError::Id(_))),
            "{id}"
        );
    }
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let blobs = DiskBlobs::new(&file);
    assert!(matches!(
        blobs.put(ID, vec![1]).await,
        Err(BlobError::Unavailable(_))
    ));
}
