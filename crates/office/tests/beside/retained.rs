//! After the time of retention keys are destroyed by decision; what everybody may know stays, and everything that reads
//! the case goes on to work.

use super::{board, caller, claim, code, mark, reply, text};
use case::CaseNumber;
use office::{Draft, Message, Upload};
use testkit::TestOffice;

/// A message that tells a lot, answered; with a file.
async fn answered(test: &TestOffice) -> CaseNumber {
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: text("website"),
        title: text("王小明反映路面破损"),
        text: text("我叫王小明，电话13800138000，门前路面破损。"),
        citizen: Some(caller()),
        uploads: vec![Upload {
            name: text("照片.jpg"),
            media: text("image/jpeg"),
            content: b"\xff\xd8\xff\xe0 rest".to_vec(),
        }],
        ..Message::default()
    };
    let taken = test
        .office
        .receive(&test.j, &test.staff("operator"), message)
        .await;
    let number = taken.unwrap().number;
    test.run("operator", &number, mark(&[], "620802")).await.unwrap();
    test.run("handler-water", &number, claim()).await.unwrap();
    test.run("reviewer", &number, reply()).await.unwrap();
    number
}

const YEAR: i64 = 366 * 24 * 60;

store::both_engines! {
    /// None by default; only an administrator decides, with a reason.
    async fn nothing_is_destroyed_unless_a_time_is_set(fresh) {
        let test = board(fresh).await;
        answered(&test).await;
        test.clock.advance(YEAR);
        let administrator = test.staff("administrator");
        assert_eq!(test.office.due_for_destruction(&test.j, &administrator).await.unwrap(), []);
        let none_set = test.office.destroy_due(&test.j, &administrator, "期满", None).await;
        assert_eq!(code(none_set), "field-no-retention");
        let set = async |who: &str, days, reason: &str| {
            test.office.set_retention(&test.j, &test.staff(who), Some(days), reason).await
        };
        assert_eq!(code(set("operator", 365, "规定").await), "problem-forbidden");
        assert_eq!(code(set("administrator", 365, " ").await), "field-empty");
        assert_eq!(code(set("administrator", 3, "规定").await), "field-too-short-a-time");
        set("administrator", 365, "规定").await.unwrap();
        assert_eq!(test.office.due_for_destruction(&test.j, &administrator).await.unwrap().len(), 1);
        let standing = test.office.retention(&test.j, &administrator).await.unwrap();
        assert_eq!((standing.days, standing.set.unwrap().2.as_deref()), (Some(365), Some("规定")));
    }

    /// A hold stops it, until it is lifted.
    async fn a_hold_stops_it(fresh) {
        let test = board(fresh).await;
        let number = answered(&test).await;
        let administrator = test.staff("administrator");
        test.office.set_retention(&test.j, &administrator, Some(90), "规定").await.unwrap();
        test.office.hold(&test.j, &administrator, number.as_str(), "正在诉讼").await.unwrap();
        test.clock.advance(YEAR);
        assert_eq!(test.office.destroy_due(&test.j, &administrator, "期满", None).await.unwrap().cases, []);
        test.office.lift_hold(&test.j, &administrator, number.as_str(), "诉讼结束").await.unwrap();
        let again = test.office.lift_hold(&test.j, &administrator, number.as_str(), "诉讼结束").await;
        assert_eq!(code(again), "field-not-held");
        assert_eq!(test.office.destroy_due(&test.j, &administrator, "期满", None).await.unwrap().cases, [number]);
    }

    /// What is left, and what every reader gets.
    async fn the_text_stays_without_personal_data(fresh) {
        let test = board(fresh).await;
        let number = answered(&test).await;
        let young = crate::beside::written(&test, "路灯不亮").await;
        let (administrator, operator) = (test.staff("administrator"), test.staff("operator"));
        test.office.set_retention(&test.j, &administrator, Some(90), "规定").await.unwrap();
        test.clock.advance(YEAR);
        let before = test.office.store().events(&test.j, &store::case_stream(&number)).await.unwrap();
        let file = test.office.case(&test.j, &operator, &number).await.unwrap().case.attachments[0].id.clone();
        test.office.destroy_due(&test.j, &administrator, "期满", None).await.unwrap();
        assert_eq!(test.office.destroy_due(&test.j, &administrator, "期满", None).await.unwrap().cases, [], "once");

        let view = test.office.case(&test.j, &operator, &number).await.unwrap();
        assert_eq!(view.title.as_deref(), Some("■■■反映路面破损"));
        assert_eq!(view.text.as_deref(), Some("我叫■■■，电话■■■，门前路面破损。"));
        assert_eq!(view.reply.as_deref(), Some("已修好。"));
        assert!(view.citizen.unwrap().destroyed);
        assert_eq!(view.files[0].name, None, "the name of a file goes with it");
        let gone = test.office.attachment(&test.j, &operator, &number, &file).await;
        assert_eq!(code(gone), "problem-destroyed");
        let gone = test.office.open_person(&test.j, &operator, &number, "核实").await;
        assert_eq!(code(gone), "problem-destroyed");

        // every reader goes on
        let citizen = test.citizen(&number);
        assert!(test.office.case(&test.j, &citizen, &number).await.is_ok());
        test.office.volume(&test.j, &operator, &number, calendar::Lang::Zh).await.unwrap();
        assert_eq!(test.office.repeat_candidates(&test.j, &operator, &number).await.unwrap(), []);
        assert_eq!(test.office.earlier_of(&test.j, &operator, "13800138000", 9).await.unwrap(), []);
        let ledger = test.office.ledger(&test.j, &operator, &store::LedgerFilter::default(), None, 9).await.unwrap();
        let mut titles: Vec<_> = ledger.iter().filter_map(|line| line.title.as_deref()).collect();
        titles.sort_unstable();
        assert_eq!(titles, ["■■■反映路面破损", "路灯不亮"]);

        // not one stored byte of the case changed, and the decision stands in the log
        let after = test.office.store().events(&test.j, &store::case_stream(&number)).await.unwrap();
        assert_eq!(before, after);
        let decided = test.office.store().events(&test.j, &format!("retention/{number}")).await.unwrap();
        assert_eq!((decided.len(), decided[0].kind.as_str()), (1, "destroy-keys"));
        let said = String::from_utf8(decided[0].bytes.clone()).unwrap();
        assert!(said.contains(&format!("\"case:{number}\",\"person:{number}\"")), "{said}");
        assert!(said.contains("\"by\":\"administrator\""));
        // the other case is as it was
        let view = test.office.case(&test.j, &operator, &young).await.unwrap();
        assert_eq!(view.text.as_deref(), Some("路灯不亮，电话13800138000"));
    }

    /// That a key is gone stands beside the case, where what is due is looked for: it is no fold of the case's events, and
    /// yet there after the read models were made again, and after an upgrade from a program that did not note it.
    async fn what_is_destroyed_is_never_due_again(fresh) {
        let test = board(fresh).await;
        answered(&test).await;
        let administrator = test.staff("administrator");
        test.office.set_retention(&test.j, &administrator, Some(90), "规定").await.unwrap();
        test.clock.advance(YEAR);
        let kept = test.fresh.dump("case_row").await;
        assert_eq!(test.office.destroy_due(&test.j, &administrator, "期满", None).await.unwrap().cases.len(), 1);
        let noted = test.fresh.dump("case_row").await;
        assert_ne!(kept, noted);

        test.office.store().rebuild(&test.j, office::fold).await.unwrap();
        assert_eq!(test.fresh.dump("case_row").await, noted);
        assert_eq!(test.office.due_for_destruction(&test.j, &administrator).await.unwrap(), []);

        test.office.store().close().await;
        test.fresh.execute(crate::beside::upgraded::BACK_TO_14).await;
        let store = test.fresh.store().await;
        store.fold_cases().await.unwrap();
        assert_eq!(test.fresh.dump("case_row").await, noted);
        assert_eq!(store.ended_before(&test.j, test.office.now(), None, 9).await.unwrap(), []);
    }

    /// A published message stays public, blacked out as it was.
    async fn what_was_public_stays_public(fresh) {
        let test = board(fresh).await;
        let number = answered(&test).await;
        let (administrator, operator) = (test.staff("administrator"), test.staff("operator"));
        let finds = test.office.public_finds(&test.j, &operator, &number, None).await.unwrap();
        let publish = Draft::Publish { text: None, found: Some(finds.seen), keep: vec![], hide: vec![text("门前")] };
        test.run("operator", &number, publish).await.unwrap();
        let before = test.office.public_case(&test.j, &number).await.unwrap();
        assert_eq!(before.text.as_deref(), Some("我叫■■■，电话■■■，■■■路面破损。"));
        test.office.set_retention(&test.j, &administrator, Some(90), "规定").await.unwrap();
        test.clock.advance(YEAR);
        test.office.destroy_due(&test.j, &administrator, "期满", None).await.unwrap();
        let after = test.office.public_case(&test.j, &number).await.unwrap();
        assert_eq!((before.title, before.text), (after.title, after.text));
        assert_eq!(after.replies[0].text, "已修好。");
    }
}
