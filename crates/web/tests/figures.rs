//! The page of today and the supervision board: every chart is a picture with a name, a sentence and a table; numbers open
//! the cases behind them for whoever may see them, and acts that press on are offered where the rules offer them.

use crate::gallery::cases;
use crate::support;

use procedure::Words;
use seal::Key;
use support::html::{Tag, read};
use support::person::Person;
use testkit::TestOffice;
use web::shell::Shell;

async fn served() -> (TestOffice, cases::Cases, axum::Router) {
    let test = TestOffice::sqlite().await;
    let cases = cases::play(&test).await;
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
    (test, cases, app)
}

fn hrefs(tags: &[Tag]) -> Vec<&str> {
    tags.iter().filter_map(|tag| tag.get("href")).collect()
}

#[tokio::test]
async fn today_is_three_pictures_with_names_sentences_and_tables_in_both_languages() {
    let (_test, _cases, app) = served().await;
    let mut person = Person::new(&app);
    person.sign_in("supervisor").await;
    for lang in ["zh", "en"] {
        let page = person.get(&format!("/desk/today?lang={lang}")).await;
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(!page.body.contains('⟦') && !page.body.contains("{ $"));
        let tags = read(&page.body).unwrap();
        let pictures: Vec<&Tag> = tags.iter().filter(|tag| tag.name == "svg").collect();
        assert_eq!(pictures.len(), 3);
        for picture in pictures {
            assert_eq!(picture.get("role"), Some("img"));
            for id in picture.get("aria-labelledby").unwrap().split(' ') {
                let named = tags.iter().find(|tag| tag.get("id") == Some(id)).unwrap();
                assert!(matches!(named.name.as_str(), "title" | "desc"), "{named:?}");
            }
        }
        assert!(tags.iter().all(|tag| tag.get("style").is_none()));
        assert_eq!(tags.iter().filter(|tag| tag.name == "h1").count(), 1);
        assert!(tags.iter().filter(|tag| tag.name == "table").count() >= 4);
    }
    let page = person.get("/desk/today?lang=zh").await;
    // five cases came on Monday and Tuesday; two are with a unit, one of them was answered
    assert!(page.body.contains("收到：共 5 件"), "{}", page.body);
}

#[tokio::test]
async fn numbers_lead_to_the_cases_for_whoever_may_see_them() {
    let (_test, _cases, app) = served().await;
    let mut person = Person::new(&app);
    person.sign_in("supervisor").await;
    let page = person.get("/desk/today").await;
    let tags = read(&page.body).unwrap();
    let links = hrefs(&tags);
    for to in [
        "/desk/board?what=overdue",
        "/desk/board?what=repeats",
        "/desk?queue=all",
    ] {
        assert!(links.contains(&to), "{to} in {links:?}");
        assert_eq!(person.get(to).await.status, 200, "{to}");
    }
    // a reviewer sees all cases and presses on with none
    let mut reviewer = Person::new(&app);
    reviewer.sign_in("reviewer").await;
    let page = reviewer.get("/desk/today").await;
    let tags = read(&page.body).unwrap();
    assert!(hrefs(&tags).iter().all(|to| !to.starts_with("/desk/board")));
    assert_eq!(reviewer.get("/desk/board").await.status, 403);
    let mut handler = Person::new(&app);
    handler.sign_in("handler-urban").await;
    assert_eq!(handler.get("/desk/today").await.status, 403);
}

/// SQ-18: given a work order that nobody reports on, when its time is over, then the board lists the case and leads to
/// urging and supervising.
#[tokio::test]
async fn the_board_lists_what_lapsed_with_the_acts_that_press_on() {
    let (test, cases, app) = served().await;
    let mut person = Person::new(&app);
    test.clock.advance(60 * 24 * 30);
    person.sign_in("supervisor").await;
    let page = person.get("/desk/board").await;
    assert_eq!(page.status, 200, "{}", page.body);
    let tags = read(&page.body).unwrap();
    let case = format!("/desk/case/{}", cases.dispatched);
    let links = hrefs(&tags);
    assert!(links.contains(&case.as_str()), "{links:?}");
    assert!(links.contains(&format!("{case}#supervise").as_str()), "{links:?}");
    assert!(
        links.iter().any(|to| to.starts_with(&format!("{case}#urge"))),
        "{links:?}"
    );
    // of a unit that has nothing to do with it nothing is listed
    let none = person.get("/desk/board?unit=county").await;
    assert!(!none.body.contains(&case), "{}", none.body);
    let urban = person.get("/desk/board?unit=urban").await;
    assert!(urban.body.contains(&case), "{}", urban.body);
    for what in ["repeats", "pressed", "units", "nonsense"] {
        assert_eq!(
            person.get(&format!("/desk/board?what={what}")).await.status,
            200,
            "{what}"
        );
    }
    let unknown = person.get("/desk/board?unit=%22%3E%3Cscript%3E").await;
    assert_eq!(unknown.status, 200);
    assert!(!unknown.body.contains("<script>"));
}
