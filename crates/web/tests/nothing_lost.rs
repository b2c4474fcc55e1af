//! Nothing that was typed gets lost without a word: not where a form is sent again with something else in it, not where a text
//! is too long, not where the rules lapsed meanwhile, and not by choosing another language.

use crate::support;

use axum::Router;
use office::view::QueueLine;
use procedure::Words;
use seal::Key;
use support::Answer;
use support::html::read;
use support::person::Person;
use testkit::TestOffice;
use web::shell::Shell;

async fn served_in(test: TestOffice) -> (TestOffice, Router) {
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words("示例市"),
        service: words("12345"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

async fn served() -> (TestOffice, Router) {
    served_in(TestOffice::sqlite().await).await
}

/// All cases, by number.
async fn numbers(test: &TestOffice) -> Vec<String> {
    let rows = test
        .office
        .store()
        .ledger(&test.j, &Default::default(), None, 9)
        .await
        .unwrap();
    let mut numbers: Vec<String> = rows.iter().map(|row| row.number.to_string()).collect();
    numbers.sort();
    numbers
}

/// What stands in a hidden field.
fn hidden(page: &Answer, name: &str) -> String {
    let tags = read(&page.body).unwrap();
    let field = tags
        .iter()
        .find(|tag| tag.get("name") == Some(name) && tag.get("type") == Some("hidden"));
    field.unwrap().get("value").unwrap_or_default().to_owned()
}

const WHO: &str = "step=who&name=Wang&phone=13800138000";

#[tokio::test]
async fn a_message_that_was_changed_after_it_was_sent_is_told_and_kept() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    let same = format!("command=c1&{WHO}&title=lamp&text=dark+street");
    let sent = browser.send("/write", "/write", &same).await;
    assert!(
        sent.status == 200 && sent.body.contains("Check code"),
        "{}",
        sent.body
    );
    // the same once more is one case
    let again = browser.send("/write", "/write", &same).await;
    assert!(
        again.status == 200 && again.body.contains("received this before"),
        "{}",
        again.body
    );
    let first = numbers(&test).await;
    assert_eq!(first.len(), 1);

    // back, something added, and sent
    let other = same.replace("dark+street", "dark+street+and+a+hole");
    let told = browser.send("/write", "/write", &other).await;
    assert_eq!(told.status, 409, "{}", told.body);
    assert!(told.body.contains("sent before") && told.body.contains("was not taken in"));
    assert!(
        told.body.contains(&format!("/follow/{}", first[0])),
        "{}",
        told.body
    );
    assert!(told.body.contains("dark street and a hole") && told.body.contains("Wang"));
    assert_eq!(numbers(&test).await, first);

    // on purpose it becomes a case of its own
    let fresh = hidden(&told, "command");
    assert!(!fresh.is_empty() && fresh != "c1");
    let anew = other.replace("command=c1", &format!("command={fresh}"));
    let second = browser.send("/write", "/write", &anew).await;
    assert!(
        second.status == 200 && second.body.contains("Check code"),
        "{}",
        second.body
    );
    assert_eq!(numbers(&test).await.len(), 2);
    // nothing of it is stored in the clear beside the case
    assert!(!test.fresh.dump("command").await.concat().contains("hole"));
}

#[tokio::test]
async fn a_call_that_was_corrected_after_it_was_sent_is_told_and_kept() {
    let (test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let call =
        "command=c1&outcome=take&channel=phone&phone=13800138000&name=Wang&text=the+lamp&category=complaint";
    let done = operator.send("/desk/call", "/desk/call", call).await;
    assert!(
        done.status == 200 && done.body.contains("Check code"),
        "{}",
        done.body
    );
    let again = operator.send("/desk/call", "/desk/call", call).await;
    assert!(
        again.status == 200 && !again.body.contains("Check code"),
        "{}",
        again.body
    );
    let first = numbers(&test).await;
    assert_eq!(first.len(), 1);

    // whom it accuses was forgotten: nothing of it is done behind the operator's back
    for added in ["accused=water", "place=bridge", "accused_named=Li"] {
        let told = operator
            .send(
                "/desk/call",
                "/desk/call",
                &format!("{call}&{added}&outcome=accept"),
            )
            .await;
        assert_eq!(told.status, 409, "{added}: {}", told.body);
        assert!(told.body.contains("registered before"), "{added}: {}", told.body);
        assert!(told.body.contains(&format!("/desk/case/{}", first[0])));
        assert!(
            told.body.contains("the lamp</textarea>"),
            "{added}: {}",
            told.body
        );
        let fresh = hidden(&told, "command");
        assert!(!fresh.is_empty() && fresh != "c1", "{added}");
    }
    assert_eq!(numbers(&test).await, first);
    let told = operator
        .send("/desk/call", "/desk/call", &format!("{call}&place=bridge"))
        .await;
    let anew = call.replace(
        "command=c1",
        &format!("command={}&place=bridge", hidden(&told, "command")),
    );
    let second = operator.send("/desk/call", "/desk/call", &anew).await;
    assert!(
        second.status == 200 && second.body.contains("Check code"),
        "{}",
        second.body
    );
    assert_eq!(numbers(&test).await.len(), 2);
    let seen: Vec<QueueLine> = test
        .office
        .earlier_of(&test.j, &test.staff("operator"), "13800138000", 9)
        .await
        .unwrap();
    assert_eq!(seen.len(), 2);
}

/// A Chinese character as a browser sends it: nine bytes.
const LAMP: &str = "%E7%81%AF";

#[tokio::test]
async fn a_text_that_is_too_long_is_told_beside_its_field_at_once() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    for length in [20_001, 28_000, 40_000] {
        let typed = format!("step=what&command=c1&title=lamp&text={}", LAMP.repeat(length));
        let told = browser.send("/write", "/write/step", &typed).await;
        assert_eq!(told.status, 422, "{length}");
        assert!(told.body.contains("Step 1 of 3") && told.body.contains("at most 20000 characters"));
        assert!(told.body.contains(&"灯".repeat(length)), "the text is kept");
    }
    let most = format!("step=what&command=c1&title=lamp&text={}", LAMP.repeat(20_000));
    let on = browser.send("/write", "/write/step", &most).await;
    assert!(on.status == 200 && on.body.contains("Step 2 of 3"));

    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let call = format!(
        "command=c1&outcome=take&channel=phone&phone=13800138000&name=Wang&text={}",
        LAMP.repeat(30_000)
    );
    let told = operator.send("/desk/call", "/desk/call", &call).await;
    assert_eq!(told.status, 422);
    assert!(told.body.contains("at most 20000 characters") && told.body.contains(&"灯".repeat(30_000)));
    assert!(numbers(&test).await.is_empty());

    // what no form of ours sends is refused in words that fit a form without files
    let far = format!("step=what&text={}", LAMP.repeat(100_000));
    let refused = browser.send("/write", "/write/step", &far).await;
    assert_eq!(refused.status, 413);
    assert!(
        refused.body.contains("too much text") && !refused.body.contains("10 MB"),
        "{}",
        refused.body
    );
}

/// What lapsed and is not used on takes in nothing.
#[tokio::test]
async fn who_cannot_write_at_present_is_told_before_and_keeps_what_was_typed() {
    let test = TestOffice::sqlite().await;
    let lines = "version = \"2\"\nlast_day = \"2025-03-31\"\n";
    let text = include_str!("../../../procedures/suqian-12345.toml");
    let text = text.replacen("version = \"2020-10-19\"\n", lines, 1);
    let from = Some(jiff::civil::date(2025, 3, 4));
    test.office
        .adopt_procedure_from(&test.j, &text, from)
        .await
        .unwrap();
    test.clock.set("2025-03-31T17:00:00");
    let (test, app) = served_in(test).await;
    let mut browser = Person::new(&app);
    let page = browser.get("/write").await;
    assert!(page.body.contains("Step 1 of 3"), "{}", page.body);
    let token = page.token();

    // when: the last day passes while somebody writes
    test.clock.set("2025-04-01T09:00:00");
    let typed = "command=c1&category=complaint&title=lamp&text=dark+street";
    let stopped = browser
        .post("/write/step", &format!("token={token}&step=what&{typed}"))
        .await;
    assert_eq!(stopped.status, 409);
    let sent = browser
        .post("/write", &format!("token={token}&{typed}&{WHO}"))
        .await;
    assert_eq!(sent.status, 409);
    for told in [&stopped, &sent] {
        assert!(told.body.contains("no new case can be taken in"), "{}", told.body);
        assert!(told.body.contains("dark street") && !told.body.contains("administrator"));
    }
    assert!(numbers(&test).await.is_empty());

    // then: whoever comes now reads it before anything is typed
    for path in ["/write", "/write/form"] {
        let away = browser.get(path).await;
        assert_eq!(away.status, 303, "{path}");
        assert_eq!(away.header("location"), "/", "{path}");
    }
    let home = browser.get("/").await;
    assert!(home.body.contains("no new case can be sent at present") && !home.body.contains("administrator"));
    assert!(home.body.contains("href=\"/follow\""));

    // and the operator keeps what a caller said
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let call =
        "command=c2&outcome=take&channel=phone&phone=13800138000&name=Wang&text=the+lamp&category=complaint";
    let told = operator.send("/desk/call", "/desk/call", call).await;
    assert_eq!(told.status, 409);
    assert!(told.body.contains("the lamp</textarea>"), "{}", told.body);
}

/// Buttons above the page that send its form for another language or for reading aids: where to, and what they say.
fn switches(page: &Answer) -> Vec<(String, String)> {
    let tags = read(&page.body).unwrap();
    let asked = |to: &str| ["?lang=", "?reading="].iter().any(|word| to.contains(word));
    tags.iter()
        .filter(|tag| tag.name == "button")
        .filter_map(|tag| {
            let to = tag.get("formaction").filter(|to| asked(to))?;
            let go = tag.get("value").map(|go| format!("&go={go}")).unwrap_or_default();
            Some((to.to_owned(), go))
        })
        .collect()
}

/// Links that lead to this page in another language or with reading aids.
fn links(page: &Answer) -> usize {
    ["?lang=", "?reading=", "/reading?to="]
        .iter()
        .map(|word| page.body.matches(word).count())
        .sum::<usize>()
        - switches(page).len()
}

#[tokio::test]
async fn another_language_loses_nothing_that_was_typed() {
    let (_test, app) = served().await;
    let mut browser = Person::new(&app);
    let first = browser.get("/write").await;
    assert!(switches(&first).is_empty() && links(&first) > 2);
    let token = first.token();
    let typed =
        format!("token={token}&command=c1&category=complaint&title=lamp&text=dark+street&place=bridge");
    let who = format!("{typed}&name=Wang&phone=13800138000");
    let steps = [
        // something is missing in the first step
        (
            "/write/step",
            format!("{typed}&step=what").replace("title=lamp", "title="),
            "第1步",
        ),
        ("/write/step", format!("{typed}&step=what"), "第2步"),
        ("/write/step", format!("{typed}&step=where&go=form"), "第3步"),
        ("/write/code", format!("{typed}&step=who&phone=1"), "第3步"),
        // a fault of the form at its end
        ("/write", format!("{who}&step=who&id_number=1"), "第3步"),
        ("/write", format!("{who}&id_number=1"), "第1步"),
    ];
    for (to, form, step) in steps {
        let page = browser.post(to, &form).await;
        assert_eq!(links(&page), 0, "{to}: {}", page.body);
        let others = switches(&page);
        // another test may have added a language to this program
        assert!(others.len() >= 2, "{to} {form}: {}", page.body);
        for (there, go) in others {
            let same = browser.post(&there, &format!("{form}{go}")).await;
            assert_eq!(same.status, 200, "{there} {go}: {}", same.body);
            for kept in ["dark street", "bridge"] {
                assert!(same.body.contains(kept), "{there} {go} {kept}: {}", same.body);
            }
            if there.contains("lang=zh") {
                assert!(same.body.contains(step), "{there} {go}: {}", same.body);
            } else if there.contains("reading=") {
                assert!(same.body.contains("class=\"large"), "{there}: {}", same.body);
            }
            browser
                .cookies
                .retain(|(name, _)| name != "lang" && name != "reading");
            browser.cookies.push(("lang".to_owned(), "en".to_owned()));
        }
    }
    // what is told once has nothing beside it that leads away from it to the same
    let receipt = browser.post("/write", &format!("{who}&step=who")).await;
    assert!(receipt.body.contains("Check code"), "{}", receipt.body);
    assert_eq!((links(&receipt), switches(&receipt).len()), (0, 0));
}

#[tokio::test]
async fn an_operator_changes_the_language_with_the_call_in_the_form() {
    let (_test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let call = "command=c1&outcome=take&channel=phone&phone=13800138000&text=the+lamp&category=complaint";
    let page = operator.send("/desk/call", "/desk/call/earlier", call).await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert_eq!(links(&page), 0, "{}", page.body);
    for (there, go) in switches(&page) {
        let same = operator.send("/desk/call", &there, &format!("{call}{go}")).await;
        assert_eq!(same.status, 200, "{there}");
        assert!(same.body.contains("the lamp</textarea>"), "{}", same.body);
        assert_eq!(
            there.contains("lang=zh"),
            same.body.contains("<html lang=\"zh-CN\""),
            "{there}"
        );
        operator.cookies.retain(|(name, _)| name != "lang");
        operator.cookies.push(("lang".to_owned(), "en".to_owned()));
    }
    let done = operator
        .send("/desk/call", "/desk/call", &format!("{call}&name=Wang"))
        .await;
    assert!(done.body.contains("Check code"), "{}", done.body);
    assert_eq!((links(&done), switches(&done).len()), (0, 0));
}

#[tokio::test]
async fn what_cannot_be_done_is_said_in_words_that_fit() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    // somebody is there: no first link leads to a form any more
    let over = browser.get("/desk/first/nothing").await;
    assert_eq!(over.status, 404);
    assert!(!over.body.contains("name=\"name\""), "{}", over.body);
    // names of people who sign in are not corrected by telephones
    assert!(
        over.body.contains("autocapitalize=\"none\" spellcheck=\"false\""),
        "{}",
        over.body
    );
    test.found("banner", "示例旗", "Example Banner", None).await;
    let nowhere = browser.get("/@nosuch/api/v1/codes").await;
    assert_eq!(nowhere.status, 404);
    assert!(
        nowhere
            .header("content-type")
            .starts_with("application/problem+json"),
        "{}",
        nowhere.body
    );
}
