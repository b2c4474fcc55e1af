//! Rare characters (GB 18030-2022) through the pages: what is typed into a form stands on the receipt, on the page of the case,
//! among what is public and in the knowledge base as it was typed, and is found again.

use crate::support;

use axum::Router;
use case::CaseNumber;
use office::Draft;
use office::knowledge::KnowledgeDraft;
use procedure::Words;
use seal::Key;
use serde::Deserialize;
use store::LedgerFilter;
use store::testing::Fresh;
use support::html::read;
use support::person::Person;
use testkit::TestOffice;
use web::shell::Shell;

#[derive(Deserialize)]
struct File {
    text: Vec<Rare>,
}

/// A text of the table that the tests of all other ways share.
#[derive(Deserialize)]
struct Rare {
    what: String,
    name: String,
}

fn rare() -> Vec<Rare> {
    let file: File = toml::from_str(include_str!("../../office/tests/rare/texts.toml")).unwrap();
    file.text
}

fn served(test: &TestOffice) -> Router {
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
    web::app(test.office.clone(), shell)
}

/// As a browser sends it: UTF-8, each byte written out.
fn sent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn only_case(test: &TestOffice) -> CaseNumber {
    let filter = LedgerFilter::default();
    let mut found = test
        .office
        .store()
        .ledger(&test.j, &filter, None, 99)
        .await
        .unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0).number
}

#[tokio::test]
async fn a_form_brings_it_to_the_receipt_the_desk_and_everybody() {
    let rules = include_str!("../../office/tests/beside/board.toml");
    for Rare { what, name } in rare() {
        let test = TestOffice::under(Fresh::sqlite(), "here", "示例", rules).await;
        let app = served(&test);
        let (title, text) = (format!("{name}路面破损"), format!("{name}路12号门前，{name}。"));
        let mut citizen = Person::new(&app);
        let form = format!(
            "command=rare&category=roads&title={}&text={}",
            sent(&title),
            sent(&text)
        );
        let receipt = citizen.send("/write/form", "/write", &form).await;
        assert_eq!(receipt.status, 200, "{what}: {}", receipt.body);
        assert!(
            receipt.body.contains(&format!("<dd>{title}</dd>")),
            "{what}: {}",
            receipt.body
        );
        read(&receipt.body).unwrap();

        let number = only_case(&test).await;
        let mut operator = Person::new(&app);
        operator.sign_in("operator").await;
        let page = operator.get(&format!("/desk/case/{number}")).await;
        assert!(
            page.body.contains(&title) && page.body.contains(&text),
            "{what}: {}",
            page.body
        );
        let found = operator.get(&format!("/desk?queue=all&q={}", sent(&title))).await;
        assert!(found.body.contains(&title), "{what} is found: {}", found.body);

        let who = test.staff("operator");
        let finds = test
            .office
            .public_finds(&test.j, &who, &number, None)
            .await
            .unwrap();
        let publish = Draft::Publish {
            text: None,
            found: Some(finds.seen),
            keep: finds.pieces.into_iter().map(|(piece, _)| piece).collect(),
            hide: Vec::new(),
        };
        test.run("operator", &number, publish).await.unwrap();
        let mut reader = Person::new(&app);
        let list = reader.get("/public").await;
        assert!(list.body.contains(&title), "{what}: {}", list.body);
        let page = reader.get(&format!("/public/{number}")).await;
        assert!(
            page.body.contains(&title) && page.body.contains(&text),
            "{what}: {}",
            page.body
        );
        let feed = reader.get("/public/feed").await;
        assert!(feed.body.contains(&title), "{what}: {}", feed.body);
    }
}

#[tokio::test]
async fn the_knowledge_base_holds_it_and_finds_it() {
    let test = TestOffice::sqlite().await;
    let app = served(&test);
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    for (n, Rare { what, name }) in rare().into_iter().enumerate() {
        let draft = KnowledgeDraft {
            title: format!("{name}怎么写"),
            text: format!("{name}请照身份证填写。"),
            words: "写法".to_owned(),
            public: true,
            ..KnowledgeDraft::default()
        };
        let who = test.staff("operator");
        let supplied = test
            .office
            .supply_knowledge(&test.j, &who, &format!("rare-{n}"), None, draft)
            .await
            .unwrap();
        for page in [
            format!("/desk/knowledge/{}", supplied.id),
            format!("/knowledge/{}", supplied.id),
        ] {
            let page = operator.get(&page).await;
            assert!(
                page.body.contains(&format!("{name}怎么写")),
                "{what}: {}",
                page.body
            );
            assert!(page.body.contains(&format!("{name}请照身份证填写。")), "{what}");
        }
        let found = operator
            .get(&format!("/knowledge?q={}", sent(&format!("{name}怎么写"))))
            .await;
        assert!(
            found.body.contains(&supplied.id),
            "{what} is found: {}",
            found.body
        );
    }
}
