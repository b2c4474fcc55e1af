//! What stands around the cases, in a real browser on a desktop, a phone and at 320 pixels: other governments and what
//! they sent, rules and calendars, rounds, the dispatch catalogue, what was noticed elsewhere, the ledger, and the
//! documents of a citizen.

use fantoccini::Locator;
use jiff::civil::date;
use office::catalogue::CatalogueEntry;
use office::exchange::LinkEntry;
use office::items::{ItemContent, Kind, SourceEntry};
use office::senders::{Console, Senders};
use seal::Key;
use seal::signing::SigningKey;
use std::sync::Arc;
use store::testing::Fresh;
use testkit::{Browser, Served, Size, TestOffice};

const RULES: &str = include_str!("../../../procedures/suqian-12345.toml");

/// A leader before whom things are put, and a round twice a day.
const MORE: &str = r#"
[[role]]
id = "mayor"
name = { zh = "分管市长", en = "Vice mayor" }
seat = "office"
sees = "submitted"
clause = "SQ-10(4)"

[[round]]
id = "look"
name = { zh = "查看网站留言", en = "Looking at the board" }
times = ["09:00", "15:00"]
days = "every-day"
by = ["operator"]
within = "2 hours"
clause = "SQ-10(1)"
"#;

/// A city with a county above it and a town below.
async fn served() -> Served {
    let rules = format!("{RULES}{MORE}");
    let test = TestOffice::under(Fresh::sqlite(), "city", "云川市", &rules).await;
    test.found_under("county", ("示例县", "Example County"), None, RULES)
        .await;
    test.found_under("town", ("柳林镇", "Liulin Town"), None, RULES)
        .await;
    let named = |peer: &str, zh: &str, en: &str| LinkEntry {
        zh: zh.to_owned(),
        en: en.to_owned(),
        ..test.link_to(peer)
    };
    let up = LinkEntry {
        above: true,
        ..named("county", "示例县", "Example County")
    };
    test.enter_link("city", up).await;
    let down = LinkEntry {
        unit: Some("county".to_owned()),
        ..named("town", "柳林镇", "Liulin Town")
    };
    test.enter_link("city", down).await;
    let of_town = LinkEntry {
        above: true,
        ..named("city", "云川市", "Yunchuan")
    };
    test.enter_link("town", of_town).await;
    test.enter_link("county", named("city", "云川市", "Yunchuan"))
        .await;
    for (role, person) in [("mayor", "county-leader"), ("operator", "operator")] {
        let post = office::directory::PostEntry {
            person: person.to_owned(),
            role: role.to_owned(),
            unit: None,
            from: date(2020, 1, 1),
            to: None,
        };
        let post = office::directory::Entry::Post(post);
        test.office.enter("city", "system", vec![post]).await.unwrap();
    }
    Served::of(test).await
}

async fn send(test: &TestOffice) {
    let senders = Senders::all_by(Arc::new(Console::new(std::io::sink())));
    test.office.run_outbox(&senders).await.unwrap();
}

async fn looks_right(browser: &Browser, page: &str) {
    let script = "for (const folded of document.querySelectorAll('details')) folded.open = true";
    browser.client.execute(script, Vec::new()).await.unwrap();
    assert!(!browser.scrolls_sideways().await, "{page} scrolls sideways");
    let headings = browser.client.find_all(Locator::Css("h1")).await.unwrap();
    assert_eq!(headings.len(), 1, "{page}: one h1");
    assert_eq!(browser.complaints().await, Vec::<String>::new(), "{page}");
}

/// What the town noticed goes up: it waits in the inbox of the city, is read there, and the town learns of it.
async fn inbox(served: &Served, browser: &Browser) {
    let test = &served.test;
    let content = ItemContent {
        title: "论坛反映东街停水".to_owned(),
        text: "东街停水第三天了，老人提水上楼。".to_owned(),
        address: Some("https://board.example/t/7".to_owned()),
        ..ItemContent::default()
    };
    let clerk = test.staff("operator");
    let id = test
        .office
        .note_item("town", &clerk, content, None)
        .await
        .unwrap();
    let report = office::items::Report {
        to: "supervisor".to_owned(),
        text: "东街停水三天，涉及八十户，请市里协调水务局支援。".to_owned(),
        above: None,
        peers: vec!["city".to_owned()],
    };
    test.office
        .submit_item("town", &clerk, &id, report)
        .await
        .unwrap();
    send(test).await;
    browser.sign_in("reviewer").await;
    browser.go("/desk/inbox").await;
    browser.says("论坛反映东街停水").await;
    looks_right(browser, "inbox").await;
    browser.click("tbody th a").await;
    browser.says("东街停水三天，涉及八十户").await;
    looks_right(browser, "inbox-message").await;
    browser.send("form[action$='/acknowledgement'] button").await;
    browser.says("没有等待处理的来件").await;
    send(test).await;
    let seen = test.office.item("town", &clerk, &id).await.unwrap();
    assert!(seen.decisions[0].reported[0].read.is_some());
}

/// Another government is entered by hand, wrongly and rightly; then this side signs with another key.
async fn links(browser: &Browser) {
    browser.sign_in("administrator").await;
    browser.go("/desk/links").await;
    browser.says("示例县").await;
    looks_right(browser, "links").await;
    browser.choose("#peer", "-").await;
    browser.fill("#zh", "远方市").await;
    browser.fill("#address", "https://wz.far.example").await;
    browser.fill("#key", "abc").await;
    browser.send("#link button[type=submit]").await;
    browser.says("这不是公钥").await;
    looks_right(browser, "links-faulty").await;
    let key = SigningKey::of(&Key::from_bytes([5; 32])).unwrap().public();
    browser.fill("#key", &key).await;
    browser.send("#link button[type=submit]").await;
    browser.says("已登记。").await;
    browser.says("远方市").await;
    browser.click("#key-change > summary").await;
    browser.fill("#reason", "三年期满").await;
    browser.send("#key-change button[type=submit]").await;
    browser.says("已更换，今后的文件用新密钥签名。").await;
    browser.click("details.more > summary").await;
    browser.says("已告知各往来机关：三年期满").await;
    looks_right(browser, "links-changed").await;
}

/// What is noticed is noted, written up for leader and county, and the leader says what is to be done.
async fn items(served: &Served, browser: &Browser) {
    browser.sign_in("operator").await;
    browser.go("/desk/items").await;
    browser.says("没有等待处理的线索").await;
    if !browser.has("#note[open]").await {
        browser.click("#note > summary").await;
    }
    browser.fill("#title", "漏接来电，要求回电").await;
    browser.send("#note button[type=submit]").await;
    browser.says("漏接来电，要求回电").await;
    looks_right(browser, "item").await;
    browser.choose("#submission-to", "mayor").await;
    browser
        .fill("#submission-report", "群众来电未接通，建议加派坐席。")
        .await;
    browser.click("#submission-peers input[value=county]").await;
    browser.send("form[action$='/submission'] button").await;
    browser.says("已呈报").await;
    send(&served.test).await;
    looks_right(browser, "items").await;

    browser.sign_in("county-leader").await;
    browser.go("/desk/items").await;
    browser.says("呈报给您的网上线索").await;
    browser.click("tbody th a").await;
    browser.says("已报示例县，对方").await;
    looks_right(browser, "item-leader").await;
    browser.fill("#note-note", "请今日回电，并报结果。").await;
    browser.send("form[action$='/note'] button").await;
    browser.says("批示").await;
    browser.says("请今日回电，并报结果。").await;
}

/// What the administrator keeps, filled.
async fn kept(test: &TestOffice) {
    let who = test.staff("administrator");
    let source = SourceEntry {
        id: "board".to_owned(),
        name: "本地论坛·民生版块".to_owned(),
        kind: Kind::Page,
        address: format!(
            "https://board.example/{}",
            "a-long-path-without-a-break/".repeat(4)
        ),
        channel: "phone".to_owned(),
        place: Some("东街".to_owned()),
        words: "停水 停电 路灯".to_owned(),
        active: true,
    };
    test.office.enter_source("city", &who, source).await.unwrap();
    for (words, lead) in [("路灯 井盖", "urban"), ("停水 水压", "water")] {
        let entry = CatalogueEntry {
            words: words.to_owned(),
            division: Some("621002".to_owned()),
            lead: lead.to_owned(),
            assisting: vec!["county".to_owned()],
            member: Some("county-leader".to_owned()),
            basis: "市政府办公室三定方案第三条".to_owned(),
            from: Some(date(2025, 1, 1)),
            ..CatalogueEntry::default()
        };
        test.office.enter_catalogue("city", &who, entry).await.unwrap();
    }
}

async fn rounds(served: &Served, browser: &Browser) {
    served.test.office.run_rounds().await.unwrap();
    served.test.clock.advance(60);
    browser.sign_in("operator").await;
    browser.go("/desk/rounds").await;
    browser.says("查看网站留言").await;
    looks_right(browser, "rounds").await;
}

/// The citizen reads, with number and check code, what was issued.
async fn documents(served: &Served, browser: &Browser) {
    let test = &served.test;
    let receipt = test.receive_verified("要求更改法院判决").await;
    let rules = test.office.in_force(&test.j, test.office.now()).await.unwrap();
    let grounds = rules.procedure.grounds.iter();
    let mut refusals = grounds.filter(|ground| ground.purpose == procedure::Purpose::Refuse);
    let refuse = office::Draft::Refuse {
        ground: refusals.next().unwrap().id.clone(),
        explanation: "已进入诉讼程序，请依照诉讼程序解决。".to_owned(),
    };
    test.run("operator", &receipt.number, refuse).await.unwrap();
    browser.go("/follow").await;
    browser.fill("#number", receipt.number.as_str()).await;
    browser.fill("#code", &receipt.check_code).await;
    browser.send("main button[type=submit]").await;
    looks_right(browser, "my-case").await;
    browser.click("a[href$='/case/document']").await;
    browser.says("不予受理告知书").await;
    looks_right(browser, "my-papers").await;
    browser.click("ul.papers a").await;
    browser.says("请依照诉讼程序解决").await;
    looks_right(browser, "my-paper").await;
}

async fn all(size: Size) {
    let served = served().await;
    let Some(browser) = Browser::open(&format!("{}/@city", served.url), size).await else {
        return;
    };
    kept(&served.test).await;
    rounds(&served, &browser).await;
    inbox(&served, &browser).await;
    items(&served, &browser).await;
    documents(&served, &browser).await;
    links(&browser).await;
    for page in ["/desk/rules", "/desk/catalogue", "/desk/sources"] {
        browser.go(page).await;
        looks_right(&browser, page).await;
    }
    served.test.dispatched("路灯不亮", "urban").await;
    browser.sign_in("operator").await;
    browser.go("/desk/ledger").await;
    browser.says("涉及区划代码").await;
    looks_right(&browser, "ledger").await;
    browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_around_the_cases_on_a_desktop() {
    all(Size::Desktop).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_around_the_cases_on_a_phone() {
    all(Size::Phone).await;
}

/// WCAG 1.4.10: a page of 1280 pixels at 400 %.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_around_the_cases_at_320_pixels() {
    all(Size::Narrow).await;
}
