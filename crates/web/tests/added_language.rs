//! A third language lies in a file: pages come in it, from the right to the left, and what it lacks in the one under it.
//! The program adds languages once, so that these tests stand in a program of their own.

use crate::support;

use axum::Router;
use procedure::Words;
use seal::Key;
use support::html::{Tag, read};
use support::person::Person;
use support::{Answer, get, get_with};
use testkit::TestOffice;
use web::shell::Shell;

/// Invented words, in Arabic script so that the direction shows.
const FILE: &str = "language-name = سىناق\n\
    language-base = en\n\
    shell-skip = سەكرە\n\
    shell-nav-write = ياز\n\
    chart-trend-told = { $name }: جەمئىي { $all }، { $at } كۈنى { $most }\n\
    chart-in-time = ۋاقتىدا\n\
    number-form = { $found } خاتا\n";

async fn served() -> (TestOffice, Router) {
    let checked = words::check("ug", FILE);
    assert!(checked.faults.is_empty(), "{:?}", checked.faults);
    // whichever test comes first adds it
    words::add(vec![checked.language.unwrap()]);
    let test = TestOffice::sqlite().await;
    let words = |zh: &str, en: &str| Words {
        zh: zh.to_owned(),
        en: en.to_owned(),
    };
    let shell = Shell {
        place: words("示例市", "Example"),
        service: words("热线", "Hotline"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

fn html(answer: &Answer) -> Tag {
    let tags = read(&answer.body).unwrap_or_else(|fault| panic!("{fault}"));
    tags.into_iter().find(|tag| tag.name == "html").unwrap()
}

#[tokio::test]
async fn every_page_comes_in_it_with_its_direction() {
    let (test, app) = served().await;
    test.replied("路灯不亮").await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    operator.cookies.retain(|(name, _)| name != "lang");
    let paths = [
        "/?lang=ug",
        "/write",
        "/follow",
        "/procedure",
        "/about",
        "/nowhere",
        "/desk",
        "/desk/account",
    ];
    for path in paths {
        let page = operator.get(path).await;
        let html = html(&page);
        assert_eq!(
            (html.get("lang"), html.get("dir")),
            (Some("ug"), Some("rtl")),
            "{path}"
        );
        assert!(page.body.contains("سەكرە"), "{path}: its own words");
        assert!(
            page.body.contains("About"),
            "{path}: the rest in the language under it"
        );
        assert!(!page.body.contains('⟦'), "{path}: nothing is missing");
    }
}

/// What a chart says comes in it too: in the picture, in the sentence below it, and in the table.
#[tokio::test]
async fn charts_speak_it() {
    let (test, app) = served().await;
    test.replied("路灯不亮").await;
    let mut supervisor = Person::new(&app);
    supervisor.sign_in("supervisor").await;
    supervisor.cookies.retain(|(name, _)| name != "lang");
    let page = supervisor.get("/desk/today?lang=ug").await;
    assert!(
        page.body.matches("جەمئىي").count() >= 2,
        "picture and sentence: {}",
        page.body
    );
    assert!(page.body.contains("ۋاقتىدا") && !page.body.contains('⟦'));
}

#[tokio::test]
async fn the_switch_shows_it_by_its_own_name() {
    let (_test, app) = served().await;
    let page = get(&app, "/follow?lang=ug").await;
    let tags = read(&page.body).unwrap();
    let of = |lang: &str| {
        tags.iter()
            .find(|t| t.name == "a" && t.get("hreflang") == Some(lang))
            .unwrap()
    };
    let (zh, en, ug) = (of("zh-CN"), of("en"), of("ug"));
    assert_eq!(ug.get("href"), Some("/follow?lang=ug"));
    assert_eq!(
        (ug.get("dir"), ug.get("aria-current")),
        (Some("rtl"), Some("true"))
    );
    assert_eq!((zh.get("aria-current"), en.get("aria-current")), (None, None));
    assert!(page.body.contains(">سىناق</a>") && page.body.contains(">中文</a>"));
    let english = get(&app, "/follow?lang=en").await;
    assert_eq!(html(&english).get("dir"), None);
    assert!(english.body.contains(">سىناق</a>"));
}

#[tokio::test]
async fn address_cookie_and_browser_know_it() {
    let (_test, app) = served().await;
    let asked = get(&app, "/?lang=UG").await;
    assert!(asked.cookies().contains(&"lang=ug".to_owned()));
    let cases = [
        ("cookie", "lang=ug", "ug"),
        ("cookie", "lang=ug-nowhere", "zh-CN"),
        ("accept-language", "ug-Arab-CN,zh;q=0.5", "ug"),
        ("accept-language", "ug;q=0.3,en", "en"),
        ("accept-language", "uga", "zh-CN"),
    ];
    for (name, value, lang) in cases {
        let page = get_with(&app, "/", &[(name, value)]).await;
        assert_eq!(html(&page).get("lang"), Some(lang), "{name}: {value}");
    }
}

#[tokio::test]
async fn a_fault_of_a_form_is_said_in_it_and_to_programs_in_the_language_under_it() {
    let (_test, app) = served().await;
    let mut citizen = Person::new(&app);
    citizen.get("/?lang=ug").await;
    let form = "number=123&code=7K3MQ9XD";
    let page = citizen.send("/follow", "/follow", form).await;
    assert_eq!(html(&page).get("lang"), Some("ug"));
    let program = get_with(
        &app,
        "/nowhere",
        &[("accept-language", "ug"), ("accept", "application/json")],
    )
    .await;
    assert!(program.body.is_ascii(), "{}", program.body);
}
