//! A message is imported as new and goes through the whole procedure, in a real browser, by the people whose task each
//! step is, to the archive.

use crate::browsing;

use browsing::{Desk, one_message};
use office::import::{Mode, Plan};
use testkit::{Browser, Served, Size};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_imported_message_goes_through_the_whole_procedure_to_the_archive() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Desktop).await else {
        return;
    };
    let test = &served.test;
    let number = import_one(&served).await;
    let desk = Desk {
        browser: &browser,
        number: number.clone(),
    };

    // SQ-10(1): an imported message cannot be accepted before its registration is complete.
    desk.of("operator").await;
    desk.open("accept").await;
    assert!(
        !browser.has("#accept form").await,
        "accepting is blocked until then"
    );
    browser.says("SQ-10(1)").await;
    assert_eq!(desk.step().await, "待受理");

    // The operator completes the registration with the one-time code that went to the caller's phone.
    desk.complete(test).await;
    desk.open("accept").await;
    browser.choose("#accept-ground", "6-2").await;
    browser
        .click("#accept input[name=category][value=complaint]")
        .await;
    desk.send("accept").await;
    assert_eq!(desk.step().await, "待处置");

    // SQ-10(2), SQ-11: dispatched as a work order; the dispatch names who is on duty.
    desk.of("dispatcher").await;
    desk.open("dispatch").await;
    browser.choose("#dispatch select[name=to-1]", "water").await;
    desk.send("dispatch").await;
    assert_eq!(desk.step().await, "办理中");
    browser.says("12小时办结").await;
    browser.says("SQ-10(3)").await;

    // SQ-10(3): signed for within the hour, answered within twelve.
    test.clock.advance(30);
    desk.of("handler-water").await;
    desk.send("sign-for-1").await;
    desk.open("contact-1").await;
    browser
        .fill("#contact-1 textarea[name=text]", "已电话联系，约定现场查看")
        .await;
    desk.send("contact-1").await;
    desk.open("report-1").await;
    browser
        .fill(
            "#report-1 textarea[name=text]",
            "经现场核实，已完成整治，并回访确认",
        )
        .await;
    desk.send("report-1").await;
    browser.says("待审核").await;

    // SQ-10(4): reviewed against the norms; returned once, then passed.
    test.clock.advance(60);
    desk.of("reviewer").await;
    desk.open("review-1").await;
    browser.click("#review-1 input[name=passed][value=no]").await;
    browser
        .click("#review-1 input[name=faults][value=unspecific]")
        .await;
    browser
        .fill("#review-1 textarea[name=note]", "请写明整治了哪些点位")
        .await;
    desk.send("review-1").await;
    desk.of("handler-water").await;
    desk.open("report-1").await;
    browser
        .fill("#report-1 textarea[name=text]", "已整治三处点位，名单附后")
        .await;
    desk.send("report-1").await;
    desk.of("reviewer").await;
    desk.open("review-1").await;
    browser.click("#review-1 input[name=passed][value=yes]").await;
    desk.send("review-1").await;
    assert_eq!(desk.step().await, "待答复");
    desk.open("reply").await;
    browser
        .fill("#reply textarea[name=text]", "您反映的三处点位已经整治完毕。")
        .await;
    desk.send("reply").await;
    assert_eq!(desk.step().await, "短信回访中");

    // SQ-10(5): the citizen is dissatisfied, a person visits, the unit rectifies, and all comes round again.
    browsing::answer_visit(test, &number, false).await;
    desk.of("visitor").await;
    assert_eq!(desk.step().await, "待人工回访");
    desk.visit(false).await;
    assert_eq!(desk.step().await, "核实整改中");
    desk.of("handler-water").await;
    desk.open("report-1").await;
    browser
        .fill("#report-1 textarea[name=text]", "已按群众意见返工")
        .await;
    desk.send("report-1").await;
    desk.of("reviewer").await;
    desk.open("review-1").await;
    browser.click("#review-1 input[name=passed][value=yes]").await;
    desk.send("review-1").await;
    desk.open("reply").await;
    browser
        .fill("#reply textarea[name=text]", "已返工完毕，请您查看。")
        .await;
    desk.send("reply").await;
    browsing::answer_visit(test, &number, true).await;

    // Closed and archived; a supervisor sees the whole course.
    desk.of("visitor").await;
    assert_eq!(desk.step().await, "待结案");
    desk.open("close").await;
    browser.click("#close input[name=outcome][value=solved]").await;
    desk.send("close").await;
    desk.of("supervisor").await;
    desk.send("archive").await;
    assert_eq!(desk.step().await, "已归档");
    assert!(
        browser
            .client
            .find_all(fantoccini::Locator::Css(".moment"))
            .await
            .unwrap()
            .len()
            >= 18
    );
    browser.close().await;
}

async fn import_one(served: &Served) -> case::CaseNumber {
    let calendar = calendar::Calendar::from_toml(calendar::SHIPPED).unwrap();
    let table = std::io::Cursor::new(one_message());
    let rows = ledger::read(table, &ledger::Mapping::default(), &calendar).unwrap();
    let plan = Plan {
        mode: Some(Mode::New),
        channel: Some("merged".to_owned()),
        source: "one message".to_owned(),
        dry_run: false,
    };
    let mut number = None;
    let tally = served
        .test
        .office
        .import(&served.test.j, &plan, rows, |line| number.clone_from(&line.case))
        .await
        .unwrap();
    assert_eq!((tally.new, tally.bad), (1, 0));
    number.expect("the case that was made")
}
