//! The place of attachments is away: what was written is kept, and the same message goes through once it is back.

use office::{Draft, Order, Problem, Upload};
use testkit::{TestOffice, field};

store::both_engines! {
    async fn a_file_that_cannot_be_kept_is_sent_again(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.accepted("井盖丢失").await;
        let id = test.command_id();
        let order = || Order {
            number: number.clone(),
            order: None,
            id: id.clone(),
            seen: None,
            draft: Draft::Add { text: "补充一张照片。".to_owned() },
            uploads: vec![Upload {
                name: "照片.jpg".to_owned(),
                media: "image/jpeg".to_owned(),
                content: b"\xff\xd8\xff\xe0 rest".to_vec(),
            }],
        };
        let send = || async { test.office.command(&test.j, &test.citizen(&number), order()).await };
        let place = test.folder.path().join("files");
        std::fs::write(&place, "in the way").unwrap();
        let refused = send().await;
        assert!(matches!(&refused, Err(problem @ Problem::Invalid(_)) if problem.passes()));
        assert_eq!(field(refused), "field-files-unkept");
        assert_eq!(test.fresh.dump("attachment").await.len(), 0);
        std::fs::remove_file(&place).unwrap();
        assert_eq!(field(send().await), "done");
        assert_eq!(test.fresh.dump("attachment").await.len(), 1);
        // a third arrival of the same message changes nothing
        assert_eq!(field(send().await), "done");
        assert_eq!(test.fresh.dump("attachment").await.len(), 1);
    }
}
