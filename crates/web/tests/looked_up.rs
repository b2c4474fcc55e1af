//! What citizens look up: a case by number and check code, a receipt, what the knowledge base says to what they write.

use crate::support;

use axum::Router;
use office::knowledge::KnowledgeDraft;
use procedure::Words;
use seal::Key;
use support::person::Person;
use testkit::TestOffice;
use web::shell::Shell;

async fn served() -> (TestOffice, Router) {
    let test = TestOffice::sqlite().await;
    let words = Words {
        zh: "示例市".to_owned(),
        en: "Example".to_owned(),
    };
    let shell = Shell {
        place: words.clone(),
        service: words,
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

/// Everything that is wrong is said at once, each beside its field.
#[tokio::test]
async fn a_short_form_names_all_its_faults() {
    let (_test, app) = served().await;
    let mut browser = Person::new(&app);
    for (page, typed) in [
        ("/follow", "number=12&code=7K3M"),
        ("/follow", ""),
        ("/verify", "number=12&code=7K3M"),
    ] {
        let back = browser.send(page, page, typed).await;
        assert_eq!(back.status, 422, "{page} {typed}");
        for field in ["number", "code"] {
            assert!(
                back.body.contains(&format!("href=\"#{field}\"")),
                "{page}: {field}"
            );
            assert!(
                back.body.contains(&format!("id=\"{field}-fault\"")),
                "{page}: {field}"
            );
        }
    }
    // what fits by its form and opens nothing is wrong as a whole
    let back = browser
        .send("/follow", "/follow", "number=2025030312345678&code=7K3M-Q9XD")
        .await;
    assert_eq!(back.status, 422);
    let pasted = browser.send("/verify", "/verify", "receipt=").await;
    assert!(
        pasted.status == 422 && pasted.body.contains("href=\"#receipt\""),
        "{}",
        pasted.body
    );
}

/// The address on a receipt leads to the form with the number filled in.
#[tokio::test]
async fn a_receipt_leads_to_its_case() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    let typed = "command=0d&title=lamp&text=dark&name=Wang&phone=13800138000";
    let receipt = browser.send("/write/form", "/write", typed).await;
    let store = test.office.store();
    let number = store.ledger(&test.j, &Default::default(), None, 1).await.unwrap()[0]
        .number
        .clone();
    assert!(
        receipt.body.contains(&format!("/follow/{number}</a>")),
        "{}",
        receipt.body
    );
    let form = browser.get(&format!("/follow/{number}")).await;
    assert!(
        form.body.contains(&format!("value=\"{number}\"")),
        "{}",
        form.body
    );
}

/// A landline is told so, and no code is sent; without one the message is written all the same.
#[tokio::test]
async fn a_landline_is_asked_for_no_code() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    let told = browser.send("/write", "/write/code", "phone=0527-84312345").await;
    assert_eq!(told.status, 422);
    assert!(
        told.body.contains("A landline gets no text message"),
        "{}",
        told.body
    );
    let told = browser.send("/my", "/my/code", "contact=0527-84312345").await;
    assert!(told.status == 422 && told.body.contains("A landline gets no text message"));
    assert!(test.fresh.dump("one_time_code").await.is_empty());
    let typed = "command=0d&title=lamp&text=dark&name=Wang&phone=0527-84312345";
    assert_eq!(browser.send("/write/form", "/write", typed).await.status, 200);
}

/// What others asked before stands on the way from the first step to the second, and alone for a script; what is for staff does not.
#[tokio::test]
async fn answers_stand_beside_what_is_written() {
    let (test, app) = served().await;
    for (title, public) in [("路灯不亮怎么报修", true), ("路灯内部处置口径", false)] {
        let draft = KnowledgeDraft {
            title: title.to_owned(),
            words: "路灯".to_owned(),
            text: "请拨打供电所电话。".to_owned(),
            public,
            ..KnowledgeDraft::default()
        };
        let operator = test.staff("operator");
        let done = test
            .office
            .supply_knowledge(&test.j, &operator, title, None, draft)
            .await;
        done.unwrap();
    }
    let mut browser = Person::new(&app);
    let what = "category=complaint&title=%E8%B7%AF%E7%81%AF&text=%E8%B7%AF%E7%81%AF%E4%B8%8D%E4%BA%AE";
    let page = browser
        .send("/write", "/write/step", &format!("step=what&{what}"))
        .await;
    assert!(page.body.contains("Step 2 of 3"), "{}", page.body);
    let part = browser.send("/write", "/write/beside", what).await;
    for found in [&page, &part] {
        assert_eq!(found.status, 200);
        assert!(found.body.contains("路灯不亮怎么报修") && found.body.contains("请拨打供电所电话。"));
        assert!(!found.body.contains("路灯内部处置口径"), "{}", found.body);
    }
    assert!(!part.body.contains("<html"), "{}", part.body);
    let none = browser.send("/write", "/write/beside", "title=x&text=y").await;
    assert_eq!(none.body.trim(), "");
}
