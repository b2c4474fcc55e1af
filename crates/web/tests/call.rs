//! An operator takes a call without scripts: the form, what is looked up beside it, and what becomes of the call in the same
//! breath; and the knowledge base that helps to answer it, at the desk and for everybody.

use crate::support;

use case::{Act, CaseNumber};
use office::catalogue::CatalogueEntry;
use office::knowledge::KnowledgeDraft;
use procedure::Words;
use seal::Key;
use store::{case_event, case_stream};
use support::Answer;
use support::full::{fill_up, make_room};
use support::person::Person;
use testkit::TestOffice;
use web::shell::Shell;

async fn served() -> (TestOffice, axum::Router) {
    let test = TestOffice::sqlite().await;
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words(""),
        service: words("12345"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

async fn entry(test: &TestOffice, title: &str, words: &str, unit: &str, public: bool) -> String {
    let draft = KnowledgeDraft {
        title: title.to_owned(),
        words: words.to_owned(),
        text: format!("{title}的答复。"),
        unit: Some(unit.to_owned()),
        public,
        ..KnowledgeDraft::default()
    };
    let done = test
        .office
        .supply_knowledge(&test.j, &test.staff("operator"), title, None, draft)
        .await;
    done.unwrap().id
}

/// 王小明 calls about a lamp.
const CALL: &str = "channel=phone&phone=138+0013+8000&name=王小明&text=路灯坏了，晚上看不见路。已经三天了。&category=complaint";

/// The number that stands on the page, and the check code where there is one.
fn number(page: &Answer) -> CaseNumber {
    let after = page.body.split("/desk/case/").nth(1).unwrap();
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    CaseNumber::from(digits)
}

/// What was done with a case, in order.
async fn acts(test: &TestOffice, number: &CaseNumber) -> Vec<Act> {
    let events = test
        .office
        .store()
        .events(&test.j, &case_stream(number))
        .await
        .unwrap();
    events
        .iter()
        .map(|event| case_event(event).unwrap().act)
        .collect()
}

async fn send(who: &mut Person<'_>, to: &str, form: &str) -> Answer {
    who.send("/desk/call", to, form).await
}

/// Every case whose number stands on the page has its code shown once, and an empty form waits below.
#[tokio::test]
async fn sq_2_a_call_gets_its_number_and_the_form_is_ready_for_the_next() {
    let (test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let page = operator.get("/desk/call").await;
    assert!(page.body.contains("id=\"phone\"") && page.body.contains("autofocus"));
    let form = format!("{CALL}&command=c1&outcome=take");
    let done = send(&mut operator, "/desk/call", &form).await;
    assert_eq!(done.status, 200, "{}", done.body);
    assert!(done.body.contains("Check code") && done.body.contains("next call"));
    // nothing of this call stands in the form for the next
    assert!(!done.body.contains("路灯坏了") && !done.body.contains("138 0013"));
    let number = number(&done);
    let seen = test
        .office
        .case(&test.j, &test.staff("operator"), &number)
        .await
        .unwrap();
    assert_eq!(seen.title.as_deref(), Some("路灯坏了，晚上看不见路"));
    // a form that is sent twice makes one case, and shows no code again
    let again = send(&mut operator, "/desk/call", &form).await;
    assert!(again.body.contains(number.as_str()) && !again.body.contains("Check code"));
}

/// SQ-10(2): accepted and answered in the same breath, with the ground and the way recorded.
#[tokio::test]
async fn sq_10_2_a_three_way_call_is_accepted_and_answered_at_once() {
    let (test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let form = format!("{CALL}&command=c2&outcome=answer-three-way-call");
    let missing = send(&mut operator, "/desk/call", &form).await;
    assert_eq!(missing.status, 422);
    for field in [
        "accept_ground",
        "answer_text",
        "partner",
        "id_number",
        "phone_code",
    ] {
        assert!(missing.body.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert!(
        test.fresh.dump("case_row").await.is_empty(),
        "nothing is half done"
    );
    // the code goes to the caller's phone, who reads it out
    let code = test.phone_code("13800138000").await;
    let form = format!(
        "{form}&accept_ground=6-1&answer_text=已与抢修队确认今晚修好&partner=路灯抢修队&id_number=11010519491231002X&phone_code={code}"
    );
    let done = send(&mut operator, "/desk/call", &form).await;
    assert_eq!(done.status, 200, "{}", done.body);
    let acts = acts(&test, &number(&done)).await;
    let Act::Accept { ground, category } = &acts[1] else {
        panic!("{acts:?}")
    };
    assert_eq!((ground.as_str(), category.as_deref()), ("6-1", Some("complaint")));
    let Act::Answer { way, partner, .. } = &acts[2] else {
        panic!("{acts:?}")
    };
    assert!(way == "three-way-call" && partner.is_some());
}

/// The disk is full behind the acceptance: the call has its number and code, what was done is said, and the form goes on
/// with the rest.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_in_the_middle_of_a_call_loses_nothing() {
    let (test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    fill_up(&test, "answer", None).await;
    let code = test.phone_code("13800138000").await;
    let form = format!(
        "{CALL}&command=c9&outcome=answer-three-way-call&accept_ground=6-1&answer_text=今晚修好&partner=路灯抢修队\
         &id_number=11010519491231002X&phone_code={code}"
    );
    let stopped = send(&mut operator, "/desk/call", &form).await;
    assert_eq!(stopped.status, 503, "{}", stopped.body);
    for said in [
        "Check code",
        "The disk is full",
        "send it once more",
        "今晚修好",
        "value=\"c9\"",
    ] {
        assert!(stopped.body.contains(said), "{said}: {}", stopped.body);
    }
    let number = number(&stopped);
    assert_eq!(acts(&test, &number).await.len(), 2, "received and accepted");
    make_room(&test).await;
    let done = send(&mut operator, "/desk/call", &form).await;
    assert_eq!(done.status, 200, "{}", done.body);
    assert!(done.body.contains(number.as_str()));
    let acts = acts(&test, &number).await;
    assert!(
        acts.len() == 3 && matches!(acts[2], Act::Answer { .. }),
        "{acts:?}"
    );
    // and where nothing can be stored at all, what was typed stays
    fill_again(&test).await;
    let form = format!("{CALL}&command=c10&outcome=take");
    let lost = send(&mut operator, "/desk/call", &form).await;
    assert_eq!(lost.status, 503);
    assert!(lost.body.contains("not registered yet") && lost.body.contains("路灯坏了"));
}

async fn fill_again(test: &TestOffice) {
    test.fresh.execute("DROP TABLE ballast;").await;
    fill_up(test, "receive", None).await;
}

/// SQ-7, SQ-8: refused with its ground; where the operator writes no explanation the caller is told the guidance.
#[tokio::test]
async fn sq_8_a_call_is_refused_with_ground_and_guidance_or_passed_up() {
    let (test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let form = format!("{CALL}&command=c3&outcome=refuse&refuse_ground=7-1");
    let done = send(&mut operator, "/desk/call", &form).await;
    let refused = number(&done);
    let view = test
        .office
        .case(&test.j, &test.citizen(&refused), &refused)
        .await
        .unwrap();
    assert_eq!(view.case.step, "refused");
    assert!(matches!(&acts(&test, &refused).await[1], Act::Refuse { ground, .. } if ground == "7-1"));
    let seen = operator.get(&format!("/desk/case/{refused}")).await;
    assert!(seen.body.contains("请向有管辖权的地方或部门反映"));
    let form = format!("{CALL}&command=c4&outcome=pass-up&reason=说不清归谁管");
    let done = send(&mut operator, "/desk/call", &form).await;
    let passed = number(&done);
    let view = test
        .office
        .case(&test.j, &test.staff("duty-manager"), &passed)
        .await
        .unwrap();
    assert_eq!(view.case.step, "passed-up");
}

/// What the rules refuse after the receipt is said on the page of the case, with number, code and the form of the act.
#[tokio::test]
async fn what_is_refused_behind_the_receipt_leaves_the_case_and_says_why() {
    let (test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let form = format!("{CALL}&command=c5&outcome=refuse&refuse_ground=6-1&explanation=不归我们管");
    let back = send(&mut operator, "/desk/call", &form).await;
    assert_eq!(back.status, 422);
    assert!(back.body.contains("is registered under number") && back.body.contains("check code"));
    assert!(back.body.contains("不归我们管"), "what was typed is there");
    let number = number(&back);
    assert_eq!(acts(&test, &number).await.len(), 1);
}

/// The check code is shown once: also where the page of the case cannot be shown behind an act that was refused.
#[tokio::test]
async fn the_check_code_is_told_whatever_fails_behind_the_receipt() {
    let (test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let form = format!("{CALL}&command=c6&outcome=refuse&refuse_ground=6-1&explanation=不归我们管");
    operator.get("/desk/call").await;
    test.fresh
        .execute("ALTER TABLE exchange_row RENAME TO away;")
        .await;
    let told = send(&mut operator, "/desk/call", &form).await;
    assert_eq!(told.status, 503);
    assert!(told.body.contains("Check code") && told.body.contains("Read number and check code out"));
    assert!(told.body.contains("不归我们管"), "what was typed is there");
    let taken = number(&told);
    assert_eq!(acts(&test, &taken).await.len(), 1);

    // and what was not done is done from the same form, once the page can be shown
    test.fresh
        .execute("ALTER TABLE away RENAME TO exchange_row;")
        .await;
    let back = send(&mut operator, "/desk/call", &form).await;
    assert_eq!((back.status.as_u16(), number(&back)), (422, taken));
}

/// The caller's earlier cases, entries that fit what is said, and the unit of the catalogue with its reason; a script is
/// given the parts alone.
#[tokio::test]
async fn sq_3_what_helps_to_answer_stands_beside_the_form() {
    let (test, app) = served().await;
    entry(&test, "路灯不亮找谁修", "路灯 照明", "urban", false).await;
    entry(&test, "停水怎么办", "停水", "water", true).await;
    let lamps = CatalogueEntry {
        words: "路灯".to_owned(),
        lead: "urban".to_owned(),
        basis: "三定方案".to_owned(),
        ..CatalogueEntry::default()
    };
    test.office
        .enter_catalogue(&test.j, &test.staff("administrator"), lamps)
        .await
        .unwrap();
    let earlier = test.receive_verified("泵房夜里很响").await.number;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let whole = send(&mut operator, "/desk/call/beside", CALL).await;
    for words in [
        "路灯不亮找谁修的答复",
        "三定方案",
        "urban",
        "泵房夜里很响",
        "路灯坏了，晚上看不见路",
    ] {
        assert!(whole.body.contains(words), "{words}");
    }
    assert!(!whole.body.contains("停水怎么办的答复"));
    let part = send(&mut operator, "/desk/call/beside", &format!("{CALL}&part=yes")).await;
    assert!(part.body.contains("data-suggested=\"urban\"") && !part.body.contains("<html"));
    let part = send(&mut operator, "/desk/call/earlier", &format!("{CALL}&part=yes")).await;
    assert!(part.body.contains(&format!("value=\"{earlier}\"")) && !part.body.contains("<html"));
    // SQ-19: that it is the same problem a person confirms
    let form = format!("{CALL}&command=c6&outcome=take&repeat={earlier}");
    let done = send(&mut operator, "/desk/call", &form).await;
    assert_eq!(
        done.status, 422,
        "the earlier case is neither answered nor six days old"
    );
    assert_eq!(acts(&test, &number(&done)).await.len(), 1);
}

/// An entry that accuses nobody is no use: where the unit that the catalogue names is accused, it is not suggested.
#[tokio::test]
async fn pl_18_a_unit_that_the_caller_accuses_is_not_suggested() {
    let (test, app) = served().await;
    let lamps = CatalogueEntry {
        words: "路灯".to_owned(),
        lead: "urban".to_owned(),
        basis: "三定方案".to_owned(),
        ..CatalogueEntry::default()
    };
    test.office
        .enter_catalogue(&test.j, &test.staff("administrator"), lamps)
        .await
        .unwrap();
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let open = send(&mut operator, "/desk/call/beside", &format!("{CALL}&part=yes")).await;
    assert!(open.body.contains("data-suggested=\"urban\""));
    let accusing = send(
        &mut operator,
        "/desk/call/beside",
        &format!("{CALL}&part=yes&accused=urban"),
    )
    .await;
    assert!(!accusing.body.contains("data-suggested"));
}

/// SQ-3: a unit's handler writes an entry, the office confirms it, everybody reads it.
#[tokio::test]
async fn sq_3_an_entry_goes_from_the_unit_by_the_office_to_everybody() {
    let (_, app) = served().await;
    let mut handler = Person::new(&app);
    handler.sign_in("handler-water").await;
    let form = "command=k1&title=停水了怎么办&words=停水+没水&text=先看公告。&unit=water&public=yes";
    let done = handler.send("/desk/knowledge/new", "/desk/knowledge", form).await;
    let at = done.header("location").to_owned();
    assert!(at.starts_with("/desk/knowledge/"), "{}", done.body);
    let mut somebody = Person::new(&app);
    assert!(!somebody.get("/knowledge").await.body.contains("停水了怎么办"));
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    assert!(
        operator
            .get("/desk")
            .await
            .body
            .contains("Knowledge entries to confirm: 1")
    );
    let page = operator.get(&at).await;
    assert!(page.body.contains(&format!("action=\"{at}/confirm#confirm\"")));
    // whoever supplied it confirms nothing
    assert!(!handler.get(&at).await.body.contains("/confirm#confirm"));
    let done = operator.send(&at, &format!("{at}/confirm"), "version=1").await;
    assert_eq!(done.header("location"), at);
    let list = somebody
        .get("/knowledge?q=%E5%AE%B6%E9%87%8C%E5%81%9C%E6%B0%B4%E4%BA%86")
        .await;
    assert!(list.body.contains("停水了怎么办"));
    let id = at.trim_start_matches("/desk");
    let entry = somebody.get(id).await;
    assert!(entry.body.contains("先看公告。") && !entry.body.contains("郑清"));
    let gone = operator
        .send(&at, &format!("{at}/withdraw"), "version=1&reason=已有新规定")
        .await;
    assert_eq!(gone.header("location"), at);
    assert_eq!(somebody.get(id).await.status, 404);
}

#[tokio::test]
async fn what_is_wrong_with_an_entry_stands_beside_its_field_and_what_was_typed_is_kept() {
    let (_, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let form = "command=k2&title=停水&words=&text=先看公告。&unit=-&public=no&review=2025-03-01";
    let back = operator
        .send("/desk/knowledge/new", "/desk/knowledge", form)
        .await;
    assert_eq!(back.status, 422);
    assert!(back.body.contains("href=\"#words\"") && back.body.contains("href=\"#review\""));
    assert!(back.body.contains("先看公告。"));
}
