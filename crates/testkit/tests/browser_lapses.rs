//! Every clock of the procedure is let lapse, and each consequence is seen on the pages, on a phone.

use crate::browsing;

use browsing::{Desk, answer_visit};
use case::CaseNumber;
use office::Draft;
use office::draft::PartDraft;
use testkit::{Browser, Served, Size};

/// Timers come by an hour after another, as they would.
async fn hours(served: &Served, count: i64) {
    for _ in 0..count {
        served.test.clock.advance(60);
        served.test.office.run_timers().await.unwrap();
    }
}

fn dispatch(unit: &str, direct: bool) -> Draft {
    Draft::Dispatch {
        to: vec![PartDraft {
            unit: unit.to_owned(),
            lead: true,
            direct,
        }],
        note: None,
        limit: None,
        way: None,
    }
}

async fn looks_right(browser: &Browser) {
    assert!(
        !browser.scrolls_sideways().await,
        "the page is wider than a phone"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_clock_lapses_and_each_consequence_is_seen() {
    let served = Served::sqlite().await;
    let Some(browser) = Browser::open(&served.url, Size::Phone).await else {
        return;
    };
    let test = &served.test;

    // SQ-10(3): neither signed for within 1 hour nor done within 12; SQ-10(4): the time to send back runs out.
    let number = test.dispatched("路灯不亮", "water").await;
    let desk = Desk {
        browser: &browser,
        number: number.clone(),
    };
    hours(&served, 1).await;
    desk.of("supervisor").await;
    looks_right(&browser).await;
    assert_overdue(&browser, "1小时签收").await;
    moments(&browser, &["时限届满", "催办"]).await;
    hours(&served, 12).await;
    desk.of("supervisor").await;
    assert_overdue(&browser, "12小时办结").await;
    desk.of("handler-water").await;
    desk.open("ask-send-back-1").await;
    browser.says("申请退回的12小时已过").await;
    assert!(
        !browser.has("#ask-extension-1 form").await,
        "an extension is asked for before the limit lapses"
    );

    // SQ-18: a day later the work order is supervised by itself.
    hours(&served, 24).await;
    desk.of("supervisor").await;
    browser.says("督办").await;
    browser.says("其他应解决而未解决").await;

    // SQ-10(3): a directly answerable work order is not answered within 4 hours.
    let direct = test.accepted("公交卡在哪里办").await;
    test.run("dispatcher", &direct, dispatch("urban", true))
        .await
        .unwrap();
    hours(&served, 4).await;
    let desk = Desk {
        browser: &browser,
        number: direct,
    };
    desk.of("handler-urban").await;
    assert_overdue(&browser, "4小时答复").await;

    // SQ-10(5): nobody answers the SMS visit for three days, and the case can be closed.
    let silent = test.replied("井盖松动").await;
    hours(&served, 24 * 4).await;
    let desk = Desk {
        browser: &browser,
        number: silent,
    };
    desk.of("visitor").await;
    assert_eq!(desk.step().await, "待结案");

    // SQ-10(5): a person visits too late, and the unit rectifies too late.
    let late = test.replied("水压不足").await;
    answer_visit(test, &late, false).await;
    hours(&served, 24 * 6).await;
    let desk = Desk {
        browser: &browser,
        number: late.clone(),
    };
    desk.of("visitor").await;
    assert_overdue(&browser, "3个工作日内人工回访").await;
    desk.visit(false).await;
    hours(&served, 24 * 7).await;
    desk.of("handler-water").await;
    assert_overdue(&browser, "6天整改").await;

    // SQ-19: not solved within 6 days of the first complaint. The same citizen complains again; the operator confirms
    // that it is the same problem, and from then on only the principal may report.
    desk.of("supervisor").await;
    assert_overdue(&browser, "6天解决").await;
    principal_takes_over(&served, &browser, &number).await;
    browser.close().await;
}

async fn principal_takes_over(served: &Served, browser: &Browser, number: &CaseNumber) {
    let test = &served.test;
    let again = Draft::Add {
        text: "还是没有人来修".to_owned(),
    };
    test.command(&test.citizen(number), number, None, again)
        .await
        .unwrap();
    let desk = Desk {
        browser,
        number: number.clone(),
    };
    desk.of("operator").await;
    desk.open("confirm-repeat").await;
    browser
        .click(&format!("#confirm-repeat input[name=earlier][value='{number}']"))
        .await;
    desk.send("confirm-repeat").await;
    browser.says("重复投诉").await;
    desk.of("handler-water").await;
    desk.send("sign-for-1").await;
    desk.open("report-1").await;
    browser.says("须由市直单位主要负责人").await;
    desk.of("principal-water").await;
    desk.open("report-1").await;
    browser
        .fill("#report-1 textarea[name=text]", "已到现场督促修复")
        .await;
    desk.send("report-1").await;
    browser.says("待审核").await;
    looks_right(browser).await;
}

/// A clock with this name stands as overdue on the page, whether its row is open or folded away.
async fn assert_overdue(browser: &Browser, name: &str) {
    let found = browser
        .client
        .find_all(fantoccini::Locator::Css(".clock.overdue"))
        .await
        .unwrap();
    let mut names = Vec::new();
    for clock in found {
        names.push(clock.text().await.unwrap());
    }
    assert!(
        names.iter().any(|text| text.contains(name)),
        "{name} is not overdue: {names:?}"
    );
}

/// The timeline tells of these.
async fn moments(browser: &Browser, wanted: &[&str]) {
    let text = browser.find(".timeline").await.text().await.unwrap();
    for word in wanted {
        assert!(
            text.contains(word),
            "the timeline does not tell of {word}:\n{text}"
        );
    }
}
