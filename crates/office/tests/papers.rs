//! Documents: numbered in the commit of the act, put together from the case as it stood, read by those whom they concern.

use calendar::Lang;
use case::CaseNumber;
use office::draft::DocumentPartDraft;
use office::{Draft, Problem};
use report::{Block, Paper};
use testkit::TestOffice;

/// The reply report in three parts, as the annex of a banner's rules asks for it.
const ANNEX: &str = r#"
[[body]]
id = "desk"
name = { zh = "热线平台专人", en = "The platform's person" }
clause = "SQ-4"

[[outcome]]
id = "true"
name = { zh = "属实", en = "True" }
of_act = "write"
clause = "SQ-4"

[[outcome]]
id = "partly"
name = { zh = "部分属实", en = "Partly true" }
of_act = "write"
clause = "SQ-4"

[[document]]
id = "reply-report"
name = { zh = "答复报告", en = "Reply report" }
of = "order"
title = { zh = "关于网民反映“{title}”核查办理情况的报告", en = "Report on “{title}”" }
series = "报告"
to = ["desk"]
parts = [
  { id = "original", name = { zh = "留言内容", en = "The message" }, from = "original" },
  { id = "findings", name = { zh = "核查处置情况", en = "Findings" } },
  { id = "said", name = { zh = "群众意见", en = "What the citizen said" }, from = "contact", continues = true },
  { id = "answer", name = { zh = "回复情况", en = "The answer" } },
  { id = "contact", name = { zh = "联系人", en = "Contact" }, contact = true },
]
clause = "SQ-4"

[[act]]
do = "write"
document = "reply-report"
in = ["dispatched", "signed"]
by = ["handler"]
needs = [{ field = "outcome" }]
clause = "SQ-4"

[[act]]
do = "deliver"
document = "reply-report"
in = ["dispatched", "signed"]
by = ["handler"]
clause = "SQ-4"
"#;

/// An office under Suqian's rules with the annex.
async fn under_the_annex(fresh: store::testing::Fresh) -> TestOffice {
    let mut test = TestOffice::on(fresh).await;
    let text = format!("{}{ANNEX}", include_str!("../../../procedures/suqian-12345.toml"));
    test.found_under("annex", ("示例旗", "Example Banner"), None, &text)
        .await;
    test.j = "annex".to_owned();
    test
}

fn report(parts: &[(&str, &str)]) -> Draft {
    let part = |(id, text): &(&str, &str)| DocumentPartDraft {
        id: (*id).to_owned(),
        text: (*text).to_owned(),
    };
    Draft::Write {
        document: "reply-report".to_owned(),
        parts: parts.iter().map(part).collect(),
        outcome: Some("partly".to_owned()),
    }
}

const PARTS: [(&str, &str); 3] = [
    ("findings", "经核查，灯杆权属不清。"),
    ("answer", "网民朋友您好，灯已修好。"),
    ("contact", "郑清 0527-1234567"),
];

async fn contact(test: &TestOffice, number: &CaseNumber, text: &str) {
    let text = text.to_owned();
    test.run_order("handler-water", number, 1, Draft::Contact { text })
        .await
        .unwrap();
}

async fn read(test: &TestOffice, staff: &str, number: &CaseNumber, place: usize) -> Result<Paper, Problem> {
    test.office
        .case_paper(&test.j, &test.staff(staff), number, place, Lang::Zh)
        .await
}

/// Headings and texts of a document, one a line.
fn said(paper: &Paper) -> Vec<String> {
    let line = |block: &Block| match block {
        Block::Heading(text) | Block::Subheading(text) | Block::Text(text) => text.clone(),
        Block::Boxes(boxes) => {
            let ticked = boxes.iter().filter(|(_, on)| *on).map(|(name, _)| name.as_str());
            format!("☑ {}", ticked.collect::<Vec<_>>().join(" "))
        }
        Block::Pairs(_) | Block::Table(_) | Block::NewSheet => String::new(),
    };
    paper.blocks.iter().map(line).collect()
}

store::both_engines! {
    async fn the_reply_report_has_its_three_parts_the_finding_and_whom_to_ask(fresh) {
        let test = under_the_annex(fresh).await;
        let number = test.dispatched("路灯不亮", "water").await;
        contact(&test, &number, "群众表示认可。").await;
        test.run_order("handler-water", &number, 1, report(&PARTS)).await.unwrap();
        // what comes later does not change what was written
        contact(&test, &number, "群众又来电话。").await;
        let paper = read(&test, "handler-water", &number, 1).await.unwrap();
        assert_eq!(paper.title, "关于网民反映“路灯不亮”核查办理情况的报告");
        assert_eq!(paper.number.as_ref().unwrap().to_string(), "报告〔2025〕1号");
        assert_eq!((paper.issuer.as_str(), &paper.to[..]), ("市水务局", &["热线平台专人".to_owned()][..]));
        assert_eq!(
            said(&paper),
            [
                "一、留言内容",
                "路灯不亮，请尽快处理。",
                "二、核查处置情况",
                "☑ 部分属实",
                "经核查，灯杆权属不清。",
                "群众表示认可。",
                "三、回复情况",
                "网民朋友您好，灯已修好。",
            ]
        );
        let signed = paper.signed.unwrap();
        assert_eq!(
            (signed.by.as_str(), signed.on, signed.contact.as_deref()),
            ("市水务局", jiff::civil::date(2025, 3, 3), Some("郑清 0527-1234567"))
        );
        assert_eq!(paper.notes, ["依据：SQ-4"]);
    }

    /// A part that is typed, and what the citizen said, which is recorded and never typed.
    async fn a_missing_part_is_refused_by_its_name_and_clause(fresh) {
        let test = under_the_annex(fresh).await;
        let number = test.dispatched("路灯不亮", "water").await;
        let refused = async |draft: Draft| {
            match test.run_order("handler-water", &number, 1, draft).await {
                Err(Problem::Refused(refusal)) => refusal,
                other => panic!("{other:?}"),
            }
        };
        let no_contact = refused(report(&PARTS)).await;
        assert_eq!((no_contact.code, &no_contact.args[..]), (
            "refusal-part-missing",
            &[("part", "reply-report/said".to_owned())][..]
        ));
        contact(&test, &number, "群众表示认可。").await;
        let no_answer = refused(report(&[PARTS[0], PARTS[2]])).await;
        assert_eq!(no_answer.args, [("part", "reply-report/answer".to_owned())]);
        assert_eq!(no_answer.basis, procedure::Basis::Clause("SQ-4".into()));
        let blank = refused(report(&[PARTS[0], ("answer", "  "), PARTS[2]])).await;
        assert_eq!(blank.args, no_answer.args);
        let typed = refused(report(&[PARTS[0], PARTS[1], PARTS[2], ("said", "满意")])).await;
        assert_eq!(typed.code, "refusal-unknown-id");
        let mut unsaid = report(&PARTS);
        if let Draft::Write { outcome, .. } = &mut unsaid {
            *outcome = None;
        }
        assert_eq!(refused(unsaid).await.args, [("field", "outcome".to_owned())]);
        assert!(test.office.store().papers(&test.j, None, None, 9).await.unwrap().is_empty());
    }

    async fn a_delivery_is_recorded_and_only_to_whom_it_goes(fresh) {
        let test = under_the_annex(fresh).await;
        let number = test.dispatched("路灯不亮", "water").await;
        contact(&test, &number, "群众表示认可。").await;
        let deliver = |to: &str| Draft::Deliver {
            document: "reply-report".to_owned(),
            to: to.to_owned(),
            way: None,
            when: Some("2025-03-03T08:30".to_owned()),
        };
        let early = test.run_order("handler-water", &number, 1, deliver("desk")).await;
        assert!(matches!(early, Err(Problem::Refused(refusal)) if refusal.code == "refusal-not-written"));
        test.run_order("handler-water", &number, 1, report(&PARTS)).await.unwrap();
        let wrong = test.run_order("handler-water", &number, 1, deliver("citizen")).await;
        assert!(matches!(wrong, Err(Problem::Refused(refusal)) if refusal.code == "refusal-not-addressed"));
        test.run_order("handler-water", &number, 1, deliver("desk")).await.unwrap();
        let view = test.office.case(&test.j, &test.staff("handler-water"), &number).await.unwrap();
        let (to, at) = &view.papers[0].to[0];
        assert_eq!(to, "desk");
        let shown = view.adopted.calendar.show(at.unwrap(), Lang::Zh);
        assert_eq!(shown, "2025年3月3日 08:30");
        assert!(view.timeline.iter().all(|entry| entry.texts.iter().all(|(place, _)| *place != "part")));
    }

    /// Units of several cases write at once, in two processes: 1 to 8, each once.
    async fn numbers_have_neither_gaps_nor_doubles(fresh) {
        let test = under_the_annex(fresh).await;
        let mut numbers = Vec::new();
        for n in 0..8 {
            let number = test.dispatched(&format!("第{n}件"), "water").await;
            // codes for one phone are few in an hour
            test.clock.advance(61);
            contact(&test, &number, "群众表示认可。").await;
            numbers.push(number);
        }
        let other = test.another_process().await;
        let mut tasks = Vec::new();
        for (n, number) in numbers.iter().enumerate() {
            let office = if n % 2 == 0 { test.office.clone() } else { other.clone() };
            let order = office::Order {
                number: number.clone(),
                order: Some(1),
                id: test.command_id(),
                seen: None,
                draft: report(&PARTS),
                uploads: Vec::new(),
            };
            let (j, who) = (test.j.clone(), test.staff("handler-water"));
            tasks.push(tokio::spawn(async move { office.command(&j, &who, order).await.unwrap() }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        let rows = test.office.store().papers(&test.j, None, None, 99).await.unwrap();
        let mut got: Vec<u64> = rows.iter().map(|row| row.no).collect();
        got.sort_unstable();
        assert_eq!(got, (1..=8).collect::<Vec<_>>());
        let before = test.fresh.dump("paper_row").await;
        test.office.store().rebuild(&test.j, office::fold).await.unwrap();
        assert_eq!(test.fresh.dump("paper_row").await, before, "rows made again are the same");
    }

    /// SQ-8: the notice comes with the refusal by itself, and the citizen reads it.
    async fn a_refusal_brings_its_notice(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.receive_verified("包裹丢失").await.number;
        let refuse = Draft::Refuse { ground: "7-6".to_owned(), explanation: "请向邮政管理部门反映。".to_owned() };
        test.run("operator", &number, refuse).await.unwrap();
        let paper = test.office.case_paper(&test.j, &test.citizen(&number), &number, 1, Lang::Zh).await.unwrap();
        assert_eq!((paper.title.as_str(), &paper.to[..]), ("不予受理告知书", &["王**".to_owned()][..]));
        assert_eq!(paper.number.as_ref().unwrap().to_string(), "不受理〔2025〕1号");
        let said = said(&paper);
        assert!(said[0].contains("包裹丢失") && !said[0].contains('{'), "{said:?}");
        assert_eq!(said[1..], ["解释说明".to_owned(), "请向邮政管理部门反映。".to_owned()]);
        assert_eq!(paper.notes, ["依据：SQ-8"]);
        let view = test.office.case(&test.j, &test.citizen(&number), &number).await.unwrap();
        assert_eq!(view.papers.len(), 1);
    }

    /// SQ-21: a report about a unit to others stays with those; what goes to the unit, it reads.
    async fn who_may_not_read_a_document_gets_nothing(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.dispatched("路灯不亮", "water").await;
        let supervise = Draft::Supervise { priority: "livelihood".to_owned(), text: "请立即办理。".to_owned() };
        test.run("supervisor", &number, supervise).await.unwrap();
        for _ in 0..2 {
            let convene = Draft::Convene {
                units: vec!["water".to_owned(), "urban".to_owned()],
                outcome: "failed".to_owned(),
                text: "协调未果。".to_owned(),
            };
            test.run("supervisor", &number, convene).await.unwrap();
        }
        for measure in ["circular", "discipline"] {
            let escalate = Draft::Escalate {
                measure: measure.to_owned(),
                unit: "water".to_owned(),
                serious: true,
                refusal_without_reason: false,
                text: "推诿。".to_owned(),
            };
            test.run("supervisor", &number, escalate).await.unwrap();
        }
        let titles = async |who: &case::Actor| -> Vec<String> {
            let view = test.office.case(&test.j, who, &number).await.unwrap();
            view.papers.into_iter().map(|line| line.document).collect()
        };
        let all = ["supervision-notice", "circular", "discipline-transfer"];
        assert_eq!(titles(&test.staff("supervisor")).await, all);
        assert_eq!(titles(&test.staff("handler-water")).await, all[..2]);
        assert!(titles(&test.citizen(&number)).await.is_empty());
        assert!(matches!(read(&test, "handler-water", &number, 3).await, Err(Problem::NotFound)));
        assert!(matches!(read(&test, "handler-urban", &number, 1).await, Err(Problem::NotFound)));
        let transfer = read(&test, "supervisor", &number, 3).await.unwrap();
        assert_eq!(transfer.to, ["纪检监察机关"]);
        assert_eq!(transfer.issuer, "宿迁市热线");
        let notice = async |lang| test.office.case_paper(&test.j, &test.staff("supervisor"), &number, 1, lang).await;
        assert_eq!(notice(Lang::Zh).await.unwrap().to, ["市水务局"]);
        assert_eq!(notice(Lang::En).await.unwrap().to, ["water"]);
    }

    /// The volume holds the message, handling, transfers and replies, evidence and instructions, with an index.
    async fn the_volume_of_a_case(fresh) {
        let test = TestOffice::on(fresh).await;
        let number = test.replied("路灯不亮").await;
        let volume = async |who: &case::Actor| test.office.volume(&test.j, who, &number, Lang::Zh).await;
        let paper = volume(&test.staff("supervisor")).await.unwrap();
        let Block::Table(index) = &paper.blocks[0] else { panic!("no index") };
        let rows: Vec<String> = index.rows.iter().map(|row| row.join(" ")).collect();
        assert_eq!(rows[..4], ["1 原始材料 1", "2 办理情况 2", "3 交办和回复记录 5", "4 佐证材料 0"]);
        let text = paper.html().unwrap();
        assert!(text.contains("路灯已经修好。") && !text.contains("13800138000"), "personal data stay masked");
        assert!(paper.docx().unwrap().starts_with(b"PK"));
        assert!(matches!(volume(&test.staff("handler-urban")).await, Err(Problem::NotFound)));
        assert!(matches!(volume(&test.citizen(&number)).await, Err(Problem::NotFound)));
        // in English units have their English names, which the directory of these tests makes of their ids
        let supervisor = test.staff("supervisor");
        let english = test.office.volume(&test.j, &supervisor, &number, Lang::En).await.unwrap().html().unwrap();
        assert!(english.contains("1. water") && !english.contains("市水务局"), "{english}");
        assert!(english.contains("Sign for"), "{english}");
    }

    /// A month that is over, under its number, as it stood when it was filed.
    async fn the_list_of_a_month_is_filed(fresh) {
        let test = TestOffice::on(fresh).await;
        let (answered, open) = (test.replied("路灯不亮").await, test.accepted("井盖丢失").await);
        let file = async |staff: &str, id: &str, month: &str| {
            test.office.file_month(&test.j, &test.staff(staff), &id.into(), "month", month).await
        };
        let fault = |problem: Result<_, Problem>| match problem {
            Err(Problem::Invalid(faults)) => faults[0].code,
            other => panic!("{other:?}"),
        };
        assert_eq!(fault(file("supervisor", "a", "2025-03").await), "field-month-not-over");
        assert_eq!(fault(file("supervisor", "a", "März").await), "field-not-a-month");
        test.clock.set("2025-04-01T00:00:00");
        assert!(matches!(file("operator", "a", "2025-03").await, Err(Problem::Forbidden)));
        let filed = file("supervisor", "a", "2025-03").await.unwrap();
        assert_eq!(file("supervisor", "a", "2025-03").await.unwrap(), filed, "a second arrival files nothing");
        assert_eq!((filed.no, file("supervisor", "b", "2025-03").await.unwrap().no), (1, 2));
        let show = async |staff: &str| {
            let at = (filed.stream.as_str(), filed.no);
            test.office.filed_month(&test.j, &test.staff(staff), at, Lang::Zh).await
        };
        answer(&test, &open).await;
        let paper = show("supervisor").await.unwrap();
        assert_eq!(paper.title, "2025年3月诉求办理情况表");
        assert_eq!(paper.number.as_ref().unwrap().to_string(), "月报〔2025〕1号");
        let Block::Table(table) = &paper.blocks[1] else { panic!("no table") };
        let numbers: Vec<&str> = table.rows.iter().map(|row| row[1].as_str()).collect();
        assert_eq!(numbers, [answered.as_str(), open.as_str()]);
        assert_eq!(table.rows[1][5], "未答复", "as it stood when it was filed");
        assert_eq!(said(&paper)[0], "本月收到2件，已答复1件。");
        assert!(matches!(show("handler-water").await, Err(Problem::Forbidden)));
    }
}

/// The open case is answered after the list was filed.
async fn answer(test: &TestOffice, number: &CaseNumber) {
    let answer = Draft::Answer {
        way: "direct".to_owned(),
        text: "已补装。".to_owned(),
        partner: None,
    };
    test.run("operator", number, answer).await.unwrap();
}
