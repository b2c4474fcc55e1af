//! A backup drill: taken while people work, restored into either engine, and every way in which it can be broken.

use office::backup::{self, BackupFault, LanguageFile, Manifest};
use office::keys::Masters;
use office::{Draft, Upload};
use seal::Key;
use store::archive::{Keep, TABLES};
use store::testing::Fresh;
use store::{Blobs as _, DiskBlobs};
use testkit::TestOffice;

struct Files {
    archive: Vec<u8>,
    keys: Vec<u8>,
    manifest: Manifest,
}

fn blobs(test: &TestOffice) -> DiskBlobs {
    DiskBlobs::new(test.folder.path().join("files"))
}

async fn taken(test: &TestOffice, id: &str) -> Files {
    let (mut archive, mut keys) = (Vec::new(), Vec::new());
    let now = test.office.now();
    let languages = [language()];
    let to = (&mut archive, &mut keys);
    let made = backup::back_up(&test.fresh.url, &blobs(test), &languages, id, now, to.0, to.1).await;
    let (manifest, _) = made.unwrap();
    Files {
        archive,
        keys,
        manifest,
    }
}

/// A language that the installation added.
fn language() -> LanguageFile {
    LanguageFile::new("ug.ftl", "language-name = ئۇيغۇرچە\n".into()).unwrap()
}

fn verified(archive: &[u8], keys: &[u8]) -> &'static str {
    match backup::verify(archive, keys) {
        Ok(_) => "whole",
        Err(fault) => fault.code(),
    }
}

/// A city at work: cases at several steps, one with a file.
async fn city(fresh: Fresh) -> TestOffice {
    let test = TestOffice::on(fresh).await;
    test.replied("路灯不亮").await;
    let number = test.accepted("井盖丢失").await;
    let order = office::Order {
        number: number.clone(),
        order: None,
        id: test.command_id(),
        seen: None,
        draft: Draft::Add {
            text: "补充一张照片。".to_owned(),
        },
        uploads: vec![Upload {
            name: "照片.jpg".to_owned(),
            media: "image/jpeg".to_owned(),
            content: b"\xff\xd8\xff\xe0 rest".to_vec(),
        }],
    };
    let added = test.office.command(&test.j, &test.citizen(&number), order).await;
    added.unwrap();
    test
}

store::both_engines! {
    /// Out of either engine into either: log, keys, attachments and read models are the same to the byte.
    async fn what_was_there_is_there_again(fresh) {
        let test = city(fresh).await;
        let files = taken(&test, "drill").await;
        // Work goes on; what came behind is not in the backup.
        let later = test.accepted("树枝挡路").await;
        assert_eq!(backup::verify(&files.archive[..], &files.keys[..]).unwrap(), files.manifest);
        for target in [Some(Fresh::sqlite()), Fresh::postgres().await].into_iter().flatten() {
            let folder = tempfile::tempdir().unwrap();
            let there = DiskBlobs::new(folder.path());
            let store = target.store().await;
            backup::restore(&store, &there, &files.archive[..], &files.keys[..]).await.unwrap();
            let differing = backup::differing(&target.url, &files.manifest).await.unwrap();
            assert_eq!(differing, Vec::<&str>::new());
            for table in TABLES.iter().filter(|table| table.keep == Keep::Folded) {
                let rows = target.dump(table.name).await;
                assert_eq!(rows.len() as u64, files.manifest.folds[table.name].count, "{}", table.name);
            }
            let stream = store::case_stream(&later);
            assert!(store.events(&test.j, &stream).await.unwrap().is_empty());
            let attachment = target.dump("attachment").await.join("\n");
            let id = attachment.split("id=Some(\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
            assert_eq!(there.get(&id).await.unwrap(), blobs(&test).get(&id).await.unwrap());
            assert!(there.get(&id).await.unwrap().is_some());
            let again = backup::restore(&store, &there, &files.archive[..], &files.keys[..]).await;
            assert!(matches!(again, Err(BackupFault::NotEmpty)), "restored twice");
        }
    }

    /// Nothing that passes anyway is in it; nothing that is folded is stored twice; keys lie apart.
    async fn the_two_files_hold_what_they_should(fresh) {
        let test = city(fresh).await;
        let files = taken(&test, "drill").await;
        for table in TABLES {
            assert_eq!(files.manifest.tables.contains_key(table.name), table.keep == Keep::Archived);
            assert_eq!(files.manifest.folds.contains_key(table.name), table.keep == Keep::Folded);
        }
        assert_eq!(files.manifest.attachments.count, 1);
        assert_eq!(files.manifest.languages.count, 1);
        assert_eq!(backup::languages(&files.archive[..]).unwrap(), [language()]);
        assert!(backup::opens(&files.keys[..], &Masters::new(Key::from_bytes([42; 32]))).unwrap());
        assert!(!backup::opens(&files.keys[..], &Masters::new(Key::from_bytes([43; 32]))).unwrap());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broken_backup_is_known_before_anything_is_written() {
    let test = city(Fresh::sqlite()).await;
    let (one, other) = (taken(&test, "one").await, taken(&test, "other").await);
    assert_eq!(verified(&one.archive, &one.keys), "whole");
    assert_eq!(verified(&one.archive, &other.keys), "backup-no-pair");
    assert_eq!(verified(&one.keys, &one.archive), "backup-not-one");
    assert_eq!(verified(b"no archive at all", &one.keys), "backup-not-one");
    assert_eq!(verified(&[], &one.keys), "backup-not-one");
    for part in 1..20 {
        let cut = one.archive.len() * part / 20;
        let said = verified(&one.archive[..cut], &one.keys);
        assert!(
            ["backup-cut-off", "backup-not-one"].contains(&said),
            "cut at {cut}: {said}"
        );
    }
    // A byte in the middle of an event.
    let place = one.archive.windows(9).position(|w| w == b"\"receive\"").unwrap();
    let mut changed = one.archive.clone();
    changed[place + 1] = b'R';
    assert_eq!(verified(&changed, &one.keys), "backup-changed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_content_that_is_missing_is_named() {
    let test = city(Fresh::sqlite()).await;
    std::fs::remove_dir_all(test.folder.path().join("files")).unwrap();
    let (mut archive, mut keys) = (Vec::new(), Vec::new());
    let now = test.office.now();
    let made = backup::back_up(
        &test.fresh.url,
        &blobs(&test),
        &[],
        "x",
        now,
        &mut archive,
        &mut keys,
    )
    .await;
    assert!(matches!(made, Err(BackupFault::Missing(id)) if id.len() >= 16));
}
