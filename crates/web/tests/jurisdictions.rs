//! Several jurisdictions in one installation: each by its own address, and nothing of one is known in another.

use crate::support;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use procedure::Words;
use seal::Key;
use serde_json::{Value, json};
use support::{Answer, ask, get_with, post};
use testkit::{PASSWORD, TestOffice};
use web::shell::Shell;

/// One installation with a city under a path, a banner under a path, and a town with a host name of its own.
async fn three(fresh: store::testing::Fresh) -> (TestOffice, Router) {
    let test = TestOffice::on(fresh).await;
    test.found("banner", "示例旗", "Example Banner", None).await;
    test.found("town", "示例镇", "Example Town", Some("town.example"))
        .await;
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words(""),
        service: words("问政"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

async fn at(app: &Router, host: &str, path: &str, cookie: &str) -> Answer {
    get_with(app, path, &[("host", host), ("cookie", cookie)]).await
}

async fn call(app: &Router, method: &str, path: &str, token: &str, body: Value) -> (StatusCode, Value) {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("content-type", "application/json");
    if !token.is_empty() {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let request = request
        .body(Body::from(if body.is_null() {
            String::new()
        } else {
            body.to_string()
        }))
        .unwrap();
    let answer = ask(app, request).await;
    (
        answer.status,
        serde_json::from_str(&answer.body).unwrap_or(Value::Null),
    )
}

/// Signs in by the form of a site and gives the cookies.
async fn signed_in(app: &Router, prefix: &str, login: &str) -> String {
    let form = at(app, "wz.example", &format!("{prefix}/desk/sign-in"), "").await;
    let seed = form.cookies().join("; ");
    let sent = format!("token={}&login={login}&password={PASSWORD}", form.token());
    let answer = post(app, &format!("{prefix}/desk/sign-in"), &seed, &sent).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert_eq!(answer.header("location"), format!("{prefix}/desk"));
    answer.cookies().join("; ")
}

store::both_engines! {
    async fn each_is_reached_by_its_host_name_or_its_path(fresh) {
        let (_test, app) = three(fresh).await;
        for (host, path, name) in [
            ("wz.example", "/@banner/", "示例旗"),
            ("wz.example:8311", "/@suqian", "宿迁市"),
            ("town.example", "/", "示例镇"),
            ("town.example:8311", "/write", "示例镇"),
        ] {
            let page = at(&app, host, path, "").await;
            assert_eq!(page.status, 200, "{host}{path}");
            assert!(page.body.contains(&format!("<b>{name}</b>")), "{host}{path}");
        }
        // The links of a site below a path stay on it; the style sheet is everybody's.
        let page = at(&app, "wz.example", "/@banner/", "").await.body;
        assert!(page.contains("href=\"/@banner/write\"") && page.contains("href=\"/static/"));
        assert!(!page.contains("href=\"/write\""));
        // One with a host name is not reached by path, and nobody by a name that is none.
        for path in ["/@town/", "/@nobody/", "/@/"] {
            assert_eq!(at(&app, "wz.example", path, "").await.status, 404, "{path}");
        }
    }

    async fn where_nothing_says_which_all_are_listed(fresh) {
        let (_test, app) = three(fresh).await;
        let page = at(&app, "wz.example", "/", "").await;
        assert_eq!(page.status, 200);
        for link in ["https://wenzheng.example/@suqian/", "https://wenzheng.example/@banner/", "https://town.example/"] {
            assert!(page.body.contains(&format!("href=\"{link}\"")), "{link}: {}", page.body);
        }
        // A link from before the second one came leads on to the same page of each.
        let old = at(&app, "wz.example", "/follow/2025030312345678", "").await;
        assert_eq!(old.status, 404);
        assert!(old.body.contains("href=\"https://wenzheng.example/@suqian/follow/2025030312345678\""));
        assert_eq!(call(&app, "GET", "/api/v1/procedure", "", Value::Null).await.0, 404);
        assert_eq!(at(&app, "wz.example", "/about", "").await.status, 200);
        assert_eq!(at(&app, "wz.example", "/healthz", "").await.status, 200);
    }

    async fn a_session_of_one_is_nothing_in_another(fresh) {
        let (_test, app) = three(fresh).await;
        let city = signed_in(&app, "/@suqian", "dispatcher").await;
        assert!(city.contains("session.suqian="), "{city}");
        assert_eq!(at(&app, "wz.example", "/@suqian/desk", &city).await.status, 200);
        let elsewhere = at(&app, "wz.example", "/@banner/desk", &city).await;
        assert_eq!(elsewhere.header("location"), "/@banner/desk/sign-in");
        // Not even under the other's name: the session is known in one jurisdiction only.
        let renamed = city.replace("session.suqian", "session.banner");
        let elsewhere = at(&app, "wz.example", "/@banner/desk", &renamed).await;
        assert_eq!(elsewhere.header("location"), "/@banner/desk/sign-in");
        let renamed = city.replace("session.suqian", "session");
        assert_eq!(at(&app, "town.example", "/desk", &renamed).await.header("location"), "/desk/sign-in");
        // Both at once in one browser.
        let both = format!("{city}; {}", signed_in(&app, "/@banner", "dispatcher").await);
        for site in ["/@suqian", "/@banner"] {
            assert_eq!(at(&app, "wz.example", &format!("{site}/desk"), &both).await.status, 200, "{site}");
        }
    }

    async fn nothing_of_one_is_known_in_another(fresh) {
        let (test, app) = three(fresh).await;
        let here = "/@suqian/api/v1";
        let there = "/@banner/api/v1";
        let message = json!({
            "id": "m-1", "channel": "website", "title": "路灯不亮", "text": "路灯不亮，请尽快处理。",
            "category": "complaint",
            "citizen": {"name": "王小明", "phone": "13800138000", "id_number": "11010519491231002X"},
            "attachments": [{"name": "a.txt", "content": "aGVsbG8="}],
        });
        let (status, receipt) = call(&app, "POST", &format!("{here}/cases"), "", message.clone()).await;
        assert!(status.is_success(), "{receipt}");
        let (number, code) = (receipt["number"].as_str().unwrap(), receipt["check_code"].as_str().unwrap());

        // Number and check code.
        let follow = json!({ "number": number, "check_code": code });
        let (status, own) = call(&app, "POST", &format!("{here}/follow"), "", follow.clone()).await;
        assert!(status.is_success(), "{own}");
        assert_eq!(call(&app, "POST", &format!("{there}/follow"), "", follow).await.0, 401);
        let token = own["token"].as_str().unwrap();
        let case = format!("/cases/{number}");
        assert_eq!(call(&app, "GET", &format!("{here}{case}"), token, Value::Null).await.0, 200);
        assert_eq!(call(&app, "GET", &format!("{there}{case}"), token, Value::Null).await.0, 401);

        // Staff of the other one, with a session of their own: case, file, queues, ledger, earlier cases.
        let sign_in = json!({ "login": "dispatcher", "password": PASSWORD });
        let (_, opened) = call(&app, "POST", &format!("{there}/session"), "", sign_in).await;
        let token = opened["token"].as_str().unwrap();
        assert_eq!(call(&app, "GET", &format!("{there}{case}"), token, Value::Null).await.0, 404);
        let (_, seen) = call(&app, "GET", &format!("{here}{case}"), own["token"].as_str().unwrap(), Value::Null).await;
        let file = seen["attachments"][0]["id"].as_str().unwrap();
        let path = format!("{case}/attachments/{file}");
        assert_eq!(call(&app, "GET", &format!("{there}{path}"), token, Value::Null).await.0, 404);
        assert_eq!(call(&app, "GET", &format!("{here}{path}"), own["token"].as_str().unwrap(), Value::Null).await.0, 200);
        for list in ["/ledger", "/queues/received"] {
            let (status, found) = call(&app, "GET", &format!("{there}{list}"), token, Value::Null).await;
            assert!(!status.is_success() || found["items"] == json!([]), "{list}: {found}");
        }
        let who = test.staff("dispatcher");
        assert!(test.office.ledger("banner", &who, &Default::default(), None, 9).await.unwrap().is_empty());
        assert_eq!(test.office.ledger("suqian", &who, &Default::default(), None, 9).await.unwrap().len(), 1);
        // The same id of a command is another command there.
        let (status, second) = call(&app, "POST", &format!("{there}/cases"), "", message).await;
        assert!(status.is_success(), "{second}");
        assert_ne!(second["number"], receipt["number"]);
        assert_eq!(test.office.ledger("banner", &who, &Default::default(), None, 9).await.unwrap().len(), 1);
    }

    async fn the_first_administrator_of_one_is_nobody_in_another(fresh) {
        let (test, app) = three(fresh).await;
        let empty = store::Jurisdiction { id: "new".into(), zh: "新区".into(), en: "New".into(), host: None };
        test.office.enter_jurisdiction(empty).await.unwrap();
        let link = test.office.first_link("new").await.unwrap().unwrap();
        let path = link.strip_prefix("https://wenzheng.example").unwrap();
        assert!(path.starts_with("/@new/desk/first/"), "{path}");
        let elsewhere = path.replace("/@new", "/@banner");
        let form = at(&app, "wz.example", &elsewhere, "").await;
        let sent = format!("token={}&login=me&name=我&password={PASSWORD}", form.token());
        let refused = post(&app, &elsewhere, &form.cookies().join("; "), &sent).await;
        assert_eq!(refused.status, 404);
    }
}
