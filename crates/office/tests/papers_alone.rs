//! Documents that nobody writes: they come with a receipt, or when a due time passes. And what the volume and the page
//! of a case show of documents and files.

use calendar::Lang;
use case::CaseNumber;
use office::{Draft, Order, Problem, Upload};
use testkit::TestOffice;

/// A receipt for the citizen, a notice when a work order was not signed for, and photographs.
const ALONE: &str = r#"
[[document]]
id = "receipt"
name = { zh = "登记回执", en = "Receipt" }
of = "case"
title = { zh = "登记回执", en = "Receipt" }
series = "回执"
to = ["citizen"]
on = ["receive"]
text = { zh = "您反映的“{title}”已登记，编号{number}。", en = "Your “{title}” is registered under {number}." }
clause = "SQ-4"

[[document]]
id = "unsigned"
name = { zh = "未签收催办单", en = "Notice on what was not signed for" }
of = "order"
title = { zh = "关于{unit}未按时签收的催办单", en = "{unit} Has Not Signed in Time" }
series = "催办"
to = ["unit"]
rungs = ["sign-urge"]
text = { zh = "工单{number}应于{due}前签收，请立即签收。", en = "Work order {number} was to be signed for by {due}." }
clause = "SQ-18"

[[record]]
id = "photos"
name = { zh = "现场照片", en = "Photographs" }
of = "order"
clause = "SQ-4"

[[record]]
id = "told"
name = { zh = "告知记录", en = "What the citizen was shown" }
of = "order"
citizen = true
clause = "SQ-4"

[[act]]
do = "record"
record = "photos"
in = ["dispatched", "signed"]
by = ["handler"]
clause = "SQ-4"

[[act]]
do = "record"
record = "told"
in = ["dispatched", "signed"]
by = ["handler"]
clause = "SQ-4"
"#;

async fn alone(fresh: store::testing::Fresh) -> TestOffice {
    let mut test = TestOffice::on(fresh).await;
    let text = format!("{}{ALONE}", include_str!("../../../procedures/suqian-12345.toml"));
    test.found_under("alone", ("示例市", "Example City"), None, &text)
        .await;
    test.j = "alone".to_owned();
    test
}

/// The numbers of the documents of a case, with what they are.
async fn papers(test: &TestOffice, number: &CaseNumber) -> Vec<String> {
    let view = test
        .office
        .case(&test.j, &test.staff("supervisor"), number)
        .await
        .unwrap();
    let line = |line: &office::papers::PaperLine| format!("{} {}", line.document, line.number);
    view.papers.iter().map(line).collect()
}

async fn record(test: &TestOffice, number: &CaseNumber, record: &str, file: &str) {
    let order = Order {
        number: number.clone(),
        order: Some(1),
        id: test.command_id(),
        seen: None,
        draft: Draft::Record {
            record: record.to_owned(),
            text: Some("见附件。".to_owned()),
            partner: None,
            channel: None,
            when: None,
        },
        uploads: vec![Upload {
            name: file.to_owned(),
            media: "image/png".to_owned(),
            content: file.as_bytes().to_vec(),
        }],
    };
    let who = test.staff("handler-water");
    test.office.command(&test.j, &who, order).await.unwrap();
}

store::both_engines! {
    async fn a_receipt_brings_its_document_under_a_number(fresh) {
        let test = alone(fresh).await;
        let first = test.receive_verified("路灯不亮").await.number;
        let second = test.receive_verified("井盖丢失").await.number;
        assert_eq!(papers(&test, &first).await, ["receipt 回执〔2025〕1号"]);
        assert_eq!(papers(&test, &second).await, ["receipt 回执〔2025〕2号"]);
        let paper = test.office.case_paper(&test.j, &test.citizen(&first), &first, 1, Lang::Zh).await.unwrap();
        let said = paper.html().unwrap();
        assert!(said.contains(&format!("您反映的“路灯不亮”已登记，编号{first}。")), "{said}");
        let before = test.fresh.dump("paper_row").await;
        test.office.store().rebuild(&test.j, office::fold).await.unwrap();
        assert_eq!(test.fresh.dump("paper_row").await, before);
    }

    /// The timer that records the lapse issues the notice, once; so does the command that comes before the timer.
    async fn a_due_time_that_passed_brings_its_document(fresh) {
        let test = alone(fresh).await;
        let timed = test.dispatched("路灯不亮", "water").await;
        let late = test.dispatched("井盖丢失", "water").await;
        test.clock.advance(24 * 60);
        let contact = Draft::Contact { text: "已联系".to_owned() };
        test.run_order("handler-water", &late, 1, contact).await.unwrap();
        assert_eq!(papers(&test, &late).await[1..], ["unsigned 催办〔2025〕1号"]);
        test.office.run_timers().await.unwrap();
        test.office.run_timers().await.unwrap();
        assert_eq!(papers(&test, &timed).await[1..], ["unsigned 催办〔2025〕2号"]);
        assert_eq!(papers(&test, &late).await.len(), 2);
        let paper = test.office.case_paper(&test.j, &test.staff("handler-water"), &timed, 2, Lang::Zh).await.unwrap();
        assert_eq!(paper.title, "关于市水务局未按时签收的催办单");
    }

    async fn the_volume_holds_what_stands_in_the_documents(fresh) {
        let test = alone(fresh).await;
        let number = test.dispatched("路灯不亮", "water").await;
        let volume = test.office.volume(&test.j, &test.staff("supervisor"), &number, Lang::Zh).await.unwrap();
        let text = volume.html().unwrap();
        assert!(text.contains("回执〔2025〕1号 登记回执"), "{text}");
        assert!(text.contains(&format!("您反映的“路灯不亮”已登记，编号{number}。")), "{text}");
    }

    /// Files of records are listed and served: all to staff, to the citizen those of records that citizens read.
    async fn files_of_records_are_listed_and_served(fresh) {
        let test = alone(fresh).await;
        let number = test.dispatched("路灯不亮", "water").await;
        record(&test, &number, "photos", "现场.png").await;
        record(&test, &number, "told", "告知.png").await;
        let (staff, citizen) = (test.staff("supervisor"), test.citizen(&number));
        let listed = async |who: &case::Actor| {
            let view = test.office.case(&test.j, who, &number).await.unwrap();
            let files = view.files.into_iter();
            files.map(|file| (file.file.id, file.name.unwrap())).collect::<Vec<_>>()
        };
        let all = listed(&staff).await;
        let names: Vec<&str> = all.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["现场.png", "告知.png"]);
        let own = listed(&citizen).await;
        assert_eq!(own, all[1..]);
        let serve = async |who: &case::Actor, id: &str| test.office.attachment(&test.j, who, &number, id).await;
        let (name, media, content) = serve(&staff, &all[0].0).await.unwrap();
        assert_eq!((name.as_str(), media.as_str(), content.as_slice()), ("现场.png", "image/png", "现场.png".as_bytes()));
        assert!(serve(&citizen, &all[1].0).await.is_ok());
        assert!(matches!(serve(&citizen, &all[0].0).await, Err(Problem::NotFound)));
        let volume = test.office.volume(&test.j, &staff, &number, Lang::Zh).await.unwrap();
        assert!(volume.html().unwrap().contains("现场.png"));
    }
}
