//! SQ-3: a knowledge base kept by the hotline and its member units, with owner, review day and search, used while a call is
//! answered.

use case::access::Keeping;
use case::knowledge::Standing;
use jiff::civil::date;
use office::knowledge::{
    KnowledgeAsked, KnowledgeDecision, KnowledgeDraft, KnowledgeWaiting, STREAM, Supplied,
};
use office::{FieldFault, Problem};
use store::both_engines;
use testkit::TestOffice;

fn draft(title: &str, words: &str, unit: Option<&str>) -> KnowledgeDraft {
    KnowledgeDraft {
        title: title.to_owned(),
        words: words.to_owned(),
        text: format!("{title}：请按下面的办法办理。"),
        unit: unit.map(str::to_owned),
        topic: Some("consultation".to_owned()),
        public: true,
        ..KnowledgeDraft::default()
    }
}

async fn supply(
    test: &TestOffice,
    who: &str,
    id: Option<&str>,
    draft: KnowledgeDraft,
) -> Result<Supplied, Problem> {
    let command = test.command_id();
    let mut revised = None;
    if let Some(id) = id {
        let versions = test.office.store().knowledge_versions(&test.j, id).await.unwrap();
        revised = Some((id, versions.first().map_or(0, |row| row.version)));
    }
    test.office
        .supply_knowledge(&test.j, &test.staff(who), command.as_str(), revised, draft)
        .await
}

async fn decide(
    test: &TestOffice,
    who: &str,
    at: &Supplied,
    decision: KnowledgeDecision<'_>,
) -> Result<(), Problem> {
    test.office
        .decide_knowledge(&test.j, &test.staff(who), (&at.id, at.version), decision)
        .await
}

/// The titles of what a caller's words bring up.
async fn said(test: &TestOffice, words: &str) -> Vec<String> {
    let rows = test
        .office
        .knowledge_said(&test.j, &test.staff("operator"), words, 5)
        .await
        .unwrap();
    rows.into_iter().map(|row| row.entry.title).collect()
}

/// The titles of what a search finds.
async fn found(test: &TestOffice, words: &str) -> Vec<String> {
    let rows = test
        .office
        .knowledge_found(&test.j, &test.staff("operator"), words, 5)
        .await
        .unwrap();
    rows.into_iter().map(|row| row.entry.title).collect()
}

fn codes(done: Result<Supplied, Problem>) -> Vec<(String, &'static str)> {
    let Err(Problem::Invalid(faults)) = done else {
        panic!("{done:?}")
    };
    faults
        .into_iter()
        .map(|FieldFault { field, code, .. }| (field, code))
        .collect()
}

fn asked(standing: Standing, due: bool) -> KnowledgeAsked {
    KnowledgeAsked {
        standing,
        unit: None,
        due,
    }
}

both_engines! {
    /// Two people revise the same version: the later one is told, and the earlier text stays; the same command sent twice gets
    /// the first answer.
    async fn a_text_supplied_meanwhile_is_not_replaced_unseen(fresh) {
        let test = TestOffice::on(fresh).await;
        let first = supply(&test, "handler-water", None, draft("停水", "停水", Some("water"))).await.unwrap();
        let who = test.staff("handler-water");
        let revise = async |command: &str, title: &str| {
            let seen = Some((first.id.as_str(), first.version));
            test.office.supply_knowledge(&test.j, &who, command, seen, draft(title, "停水", Some("water"))).await
        };
        let second = revise("a", "停水了").await.unwrap();
        assert_eq!(codes(revise("b", "没水了").await), [("version".to_owned(), "field-knowledge-moved")]);
        assert_eq!(revise("a", "停水了").await.unwrap(), second);
        let versions = test.office.store().knowledge_versions(&test.j, &first.id).await.unwrap();
        assert_eq!(versions.len(), 2);
    }

    async fn sq_3_a_unit_supplies_what_it_answers_for_and_the_hotline_confirms_it(fresh) {
        let test = TestOffice::on(fresh).await;
        let first = supply(&test, "handler-water", None, draft("停水了怎么办", "停水 没水", Some("water"))).await.unwrap();
        assert_eq!((first.version, first.stands), (1, false));
        // until then callers are not told of it, and other units do not see it
        assert_eq!(said(&test, "家里停水两天了").await, Vec::<String>::new());
        let other = test.office.knowledge_entry(&test.j, &test.staff("handler-urban"), &first.id).await;
        assert!(matches!(other, Err(Problem::NotFound)));
        let own = test.office.knowledge_entry(&test.j, &test.staff("handler-water"), &first.id).await.unwrap();
        assert_eq!(own.keeping, Some(Keeping::Supplies));
        let waits = test.office.knowledge_waiting(&test.j, &test.staff("operator")).await.unwrap();
        assert_eq!(waits, KnowledgeWaiting { due: 0, proposed: 1 });
        let by_unit = decide(&test, "handler-water", &first, KnowledgeDecision::Confirm).await;
        assert!(matches!(by_unit, Err(Problem::Forbidden)));
        decide(&test, "operator", &first, KnowledgeDecision::Confirm).await.unwrap();
        assert_eq!(said(&test, "家里停水两天了").await, ["停水了怎么办"]);
        let waits = test.office.knowledge_waiting(&test.j, &test.staff("operator")).await.unwrap();
        assert_eq!(waits, KnowledgeWaiting::default());
    }

    async fn sq_3_nobody_writes_for_a_unit_that_is_not_theirs(fresh) {
        let test = TestOffice::on(fresh).await;
        for unit in [Some("urban"), None] {
            let done = supply(&test, "handler-water", None, draft("路灯", "路灯", unit)).await;
            assert!(matches!(done, Err(Problem::Forbidden)));
        }
        let entry = supply(&test, "operator", None, draft("路灯", "路灯", Some("urban"))).await.unwrap();
        assert!(entry.stands);
        // nor do they take over what another unit answers for
        let done = supply(&test, "handler-water", Some(&entry.id), draft("路灯", "路灯", Some("water"))).await;
        assert!(matches!(done, Err(Problem::Forbidden)));
        for who in ["administrator", "auditor"] {
            let seen = test.office.knowledge(&test.j, &test.staff(who), &asked(Standing::Current, false), None, 9).await;
            assert!(matches!(seen, Err(Problem::Forbidden)), "{who}");
        }
        let citizen = test.office.knowledge_said(&test.j, &case::Actor::Citizen(None), "路灯", 5).await;
        assert!(matches!(citizen, Err(Problem::Forbidden)));
    }

    async fn sq_3_a_new_version_takes_the_place_of_the_old_one_which_stays_readable(fresh) {
        let test = TestOffice::on(fresh).await;
        let first = supply(&test, "operator", None, draft("停水找谁", "停水", Some("water"))).await.unwrap();
        let second = supply(&test, "handler-water", Some(&first.id), draft("停水拨打哪个电话", "停水 水压", Some("water"))).await.unwrap();
        assert_eq!((&second.id, second.version, second.stands), (&first.id, 2, false));
        assert_eq!(said(&test, "停水").await, ["停水找谁"]);
        decide(&test, "operator", &second, KnowledgeDecision::Confirm).await.unwrap();
        assert_eq!(said(&test, "水压低").await, ["停水拨打哪个电话"]);
        assert_eq!(found(&test, "停水找谁").await, Vec::<String>::new());
        let entry = test.office.knowledge_entry(&test.j, &test.staff("reviewer"), &first.id).await.unwrap();
        let versions: Vec<_> = entry.versions.iter().map(|v| (v.row.version, v.row.standing)).collect();
        assert_eq!(versions, [(2, Standing::Current), (1, Standing::Earlier)]);
        assert_eq!(entry.versions[0].supplied_by, "郑清");
        // a decision on what was seen before is none on what stands now
        let stale = decide(&test, "operator", &first, KnowledgeDecision::Withdraw("旧的")).await;
        assert!(matches!(stale, Err(Problem::Invalid(faults)) if faults[0].code == "field-knowledge-moved"));
    }

    async fn sq_3_what_is_given_back_comes_again_as_another_version(fresh) {
        let test = TestOffice::on(fresh).await;
        let first = supply(&test, "handler-water", None, draft("停水", "停水", Some("water"))).await.unwrap();
        let bare = decide(&test, "operator", &first, KnowledgeDecision::Return(" ")).await;
        assert!(matches!(bare, Err(Problem::Invalid(faults)) if faults[0].field == "reason"));
        decide(&test, "operator", &first, KnowledgeDecision::Return("没有写电话")).await.unwrap();
        let second = supply(&test, "principal-water", Some(&first.id), draft("停水", "停水", Some("water"))).await.unwrap();
        assert_eq!(second.version, 2);
        decide(&test, "operator", &second, KnowledgeDecision::Confirm).await.unwrap();
        let entry = test.office.knowledge_entry(&test.j, &test.staff("handler-water"), &first.id).await.unwrap();
        assert_eq!(entry.versions[1].row.standing, Standing::Returned);
        assert_eq!(entry.versions[1].row.reason.as_deref(), Some("没有写电话"));
        // whoever only reads learns nothing of it
        let read = test.office.knowledge_entry(&test.j, &test.staff("handler-urban"), &first.id).await.unwrap();
        assert_eq!((read.versions.len(), read.keeping), (1, None));
    }

    async fn sq_3_an_entry_comes_up_for_review_on_its_day_before_those_responsible(fresh) {
        let test = TestOffice::on(fresh).await;
        let early = KnowledgeDraft { review: Some(date(2025, 4, 1)), ..draft("停水", "停水", Some("water")) };
        let early = supply(&test, "operator", None, early).await.unwrap();
        supply(&test, "operator", None, draft("水费怎么交", "水费", Some("water"))).await.unwrap();
        let own = KnowledgeDraft { review: Some(date(2025, 4, 2)), ..draft("怎样查进度", "进度", None) };
        supply(&test, "operator", None, own).await.unwrap();
        let due = async |who: &str| test.office.knowledge_waiting(&test.j, &test.staff(who)).await.unwrap().due;
        assert_eq!((due("handler-water").await, due("operator").await), (0, 0));
        test.clock.set("2025-04-02T09:00:00");
        assert_eq!((due("handler-water").await, due("handler-urban").await, due("operator").await), (1, 0, 1));
        let list = test.office.knowledge(&test.j, &test.staff("handler-water"), &asked(Standing::Current, true), None, 9).await.unwrap();
        let titles: Vec<_> = list.iter().map(|row| row.entry.title.as_str()).collect();
        assert_eq!(titles, ["停水", "怎样查进度"]);
        let past = decide(&test, "handler-water", &early, KnowledgeDecision::Review(Some(date(2025, 4, 2)))).await;
        assert!(matches!(past, Err(Problem::Invalid(faults)) if faults[0].code == "field-review-past"));
        decide(&test, "handler-water", &early, KnowledgeDecision::Review(None)).await.unwrap();
        assert_eq!(due("handler-water").await, 0);
        let entry = test.office.knowledge_entry(&test.j, &test.staff("operator"), &early.id).await.unwrap();
        assert_eq!(entry.versions[0].row.entry.review, date(2025, 10, 2));
        assert_eq!(entry.versions[0].decided_by.as_deref(), Some("郑清"));
    }

    async fn sq_3_what_is_withdrawn_is_told_to_nobody_and_stays_with_its_reason(fresh) {
        let test = TestOffice::on(fresh).await;
        let entry = supply(&test, "operator", None, draft("停水", "停水", Some("water"))).await.unwrap();
        test.office.public_knowledge_entry(&test.j, &entry.id).await.unwrap();
        decide(&test, "handler-water", &entry, KnowledgeDecision::Withdraw("已有新规定")).await.unwrap();
        assert_eq!(said(&test, "停水").await, Vec::<String>::new());
        let public = test.office.public_knowledge_entry(&test.j, &entry.id).await;
        assert!(matches!(public, Err(Problem::NotFound)));
        let list = test.office.knowledge(&test.j, &test.staff("operator"), &asked(Standing::Withdrawn, false), None, 9).await.unwrap();
        assert_eq!(list[0].reason.as_deref(), Some("已有新规定"));
    }

    async fn the_public_reads_what_is_public_and_holds_today(fresh) {
        let test = TestOffice::on(fresh).await;
        let inside = KnowledgeDraft { public: false, ..draft("内部口径", "停水", None) };
        let later = KnowledgeDraft { from: Some(date(2025, 3, 4)), ..draft("新规定", "停水", None) };
        let over = KnowledgeDraft { from: Some(date(2025, 1, 1)), to: Some(date(2025, 3, 3)), ..draft("旧规定", "停水", None) };
        for draft in [inside, later, over, draft("停水了怎么办", "停水", None)] {
            supply(&test, "operator", None, draft).await.unwrap();
        }
        let titles = |rows: Vec<store::KnowledgeRow>| rows.into_iter().map(|row| row.entry.title).collect::<Vec<_>>();
        let all = titles(test.office.public_knowledge(&test.j, None, 9).await.unwrap());
        assert_eq!(all, ["停水了怎么办"]);
        let asks = titles(test.office.public_knowledge_found(&test.j, "我家停水两天了", 9).await.unwrap());
        assert_eq!(asks, ["停水了怎么办"]);
        test.clock.set("2025-03-04T09:00:00");
        let all = titles(test.office.public_knowledge(&test.j, None, 9).await.unwrap());
        assert_eq!(all.len(), 2);
    }

    /// The entry most of whose words are said comes first; a search finds pieces anywhere, the title first.
    async fn what_fits_best_comes_first(fresh) {
        let test = TestOffice::on(fresh).await;
        for (title, words) in [("路灯不亮", "路灯 不亮"), ("路面积水", "积水 路面"), ("WiFi 热点", "wifi 上网"), ("灯箱广告", "灯箱")] {
            supply(&test, "operator", None, draft(title, words, None)).await.unwrap();
        }
        assert_eq!(said(&test, "小区门口路灯不亮，路面还有坑").await, ["路灯不亮", "路面积水"]);
        assert_eq!(said(&test, "图书馆WIFI连不上").await, ["WiFi 热点"]);
        assert_eq!(said(&test, "").await, Vec::<String>::new());
        assert_eq!(found(&test, "灯 广告").await, ["灯箱广告"]);
        assert_eq!(found(&test, "wifi").await, ["WiFi 热点"]);
        assert_eq!(found(&test, "100%").await, Vec::<String>::new());
    }

    async fn the_rows_are_made_again_from_the_log(fresh) {
        let test = TestOffice::on(fresh).await;
        let first = supply(&test, "handler-water", None, draft("停水", "停水 没水", Some("water"))).await.unwrap();
        let second = supply(&test, "handler-water", Some(&first.id), draft("停水了", "停水", Some("water"))).await.unwrap();
        decide(&test, "operator", &second, KnowledgeDecision::Confirm).await.unwrap();
        decide(&test, "operator", &second, KnowledgeDecision::Review(None)).await.unwrap();
        let other = supply(&test, "operator", None, draft("路灯", "路灯", None)).await.unwrap();
        decide(&test, "operator", &other, KnowledgeDecision::Withdraw("重复")).await.unwrap();
        let dump = async || (test.fresh.dump("knowledge_row").await, test.fresh.dump("knowledge_word").await);
        let before = dump().await;
        assert_eq!((before.0.len(), before.1.len()), (3, 4));
        test.office.store().rebuild(&test.j, office::fold).await.unwrap();
        assert_eq!(dump().await, before);
        assert_eq!(test.office.store().last_seq(&test.j, STREAM).await.unwrap(), 7);
    }

    async fn a_form_that_arrives_twice_makes_one_entry(fresh) {
        let test = TestOffice::on(fresh).await;
        let who = test.staff("operator");
        let send = async || test.office.supply_knowledge(&test.j, &who, "same", None, draft("路灯", "路灯", None)).await.unwrap();
        assert_eq!(send().await, send().await);
        assert_eq!(test.fresh.dump("knowledge_row").await.len(), 1);
    }

    async fn what_is_wrong_with_an_entry_is_said_beside_its_field(fresh) {
        let test = TestOffice::on(fresh).await;
        let wrong = KnowledgeDraft {
            title: " ".to_owned(),
            words: "路灯！ 九个字以上的查找用词".to_owned(),
            text: String::new(),
            topic: Some("nothing".to_owned()),
            unit: Some("fire".to_owned()),
            from: Some(date(2025, 3, 3)),
            to: Some(date(2025, 3, 3)),
            review: Some(date(2028, 3, 3)),
            public: false,
        };
        let said = codes(supply(&test, "operator", None, wrong).await);
        let said: Vec<(&str, &str)> = said.iter().map(|(field, code)| (field.as_str(), *code)).collect();
        assert_eq!(said, [
            ("title", "field-empty"),
            ("text", "field-empty"),
            ("words", "field-word-signs"),
            ("topic", "field-no-such-duty"),
            ("to", "field-ends-before"),
            ("review", "field-review-far"),
            ("unit", "field-no-such-unit"),
            ("words", "field-words-long"),
        ]);
    }
}
