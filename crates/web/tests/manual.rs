//! The manual as the program serves it: to everybody, in Chinese, and to staff first the page of what they do.

use crate::support;

use axum::Router;
use procedure::Words;
use seal::Key;
use support::get;
use support::html::read;
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

#[tokio::test]
async fn every_page_is_there_and_well_formed() {
    let (_test, app) = served().await;
    for page in std::iter::once(&manual::INDEX).chain(&manual::PAGES) {
        let answer = get(&app, &format!("{}?lang=zh", page.address())).await;
        assert_eq!(answer.status, 200, "{}", page.id);
        let tags = read(&answer.body).unwrap_or_else(|fault| panic!("{}: {fault}", page.id));
        let titles = tags.iter().filter(|tag| tag.name == "h1").count();
        assert_eq!(titles, 1, "{}", page.id);
        assert!(!answer.body.contains("只有中文版"), "{}", page.id);
    }
    assert_eq!(get(&app, "/manual/mayor").await.status, 404);
}

#[tokio::test]
async fn in_english_it_says_that_it_is_in_chinese() {
    let (_test, app) = served().await;
    let page = get(&app, "/manual/handler?lang=en").await.body;
    assert!(page.contains("The manual is in Chinese."), "{page}");
    assert!(page.contains("class=\"prose\" lang=\"zh-CN\""), "{page}");
}

#[tokio::test]
async fn its_pictures_are_served_and_kept() {
    let (_test, app) = served().await;
    let mut shown = 0;
    for page in &manual::PAGES {
        let body = get(&app, &page.address()).await.body;
        for rest in body.split("<img src=\"").skip(1) {
            let address = rest.split('"').next().unwrap();
            if address.ends_with(".png") {
                let picture = get(&app, address).await;
                assert_eq!(picture.header("content-type"), "image/png", "{address}");
                assert!(picture.header("cache-control").contains("immutable"), "{address}");
                assert!(rest.split('>').next().unwrap().contains("loading=\"lazy\""));
                shown += 1;
            }
        }
    }
    assert!(shown >= manual::PICTURES.len(), "{shown}");
}

#[tokio::test]
async fn the_footer_leads_staff_to_the_page_of_what_they_do() {
    let (_test, app) = served().await;
    let home = get(&app, "/").await.body;
    assert!(home.contains("href=\"/manual\""), "{home}");
    for (login, page) in [
        ("operator", "operator"),
        ("dispatcher", "dispatcher"),
        ("reviewer", "reviewer"),
        ("supervisor", "supervisor"),
        ("auditor", "auditor"),
        ("administrator", "administrator"),
    ] {
        let mut person = Person::new(&app);
        person.sign_in(login).await;
        let desk = person.get("/desk/account").await.body;
        assert!(
            desk.contains(&format!("href=\"/manual/{page}\"")),
            "{login}: {desk}"
        );
        // and there they keep their own navigation
        let read = person.get(&format!("/manual/{page}")).await.body;
        assert!(read.contains("action=\"/desk/sign-out\""), "{login}: {read}");
    }
}
