//! A client of the API, in the same process.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use procedure::Words;
use seal::Key;
use serde_json::{Value, json};
use testkit::{PASSWORD, TestOffice};
use tower::ServiceExt as _;
use web::shell::Shell;

/// An office with its API.
pub(crate) struct Api {
    pub(crate) test: TestOffice,
    pub(crate) router: Router,
}

/// An answer.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    pub(crate) fn header(&self, name: impl header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |h| h.to_str().unwrap())
    }

    /// The body of a call that went well.
    #[track_caller]
    pub(crate) fn good(self) -> Value {
        assert!(
            self.status.is_success(),
            "{}: {}",
            self.status,
            String::from_utf8_lossy(&self.bytes)
        );
        self.json()
    }

    /// The code of a fault, checked to be a whole one.
    #[track_caller]
    pub(crate) fn fault(&self, status: u16) -> String {
        let text = String::from_utf8_lossy(&self.bytes);
        assert_eq!(self.status, status, "{text}");
        assert_eq!(self.header(header::CONTENT_TYPE), "application/problem+json");
        let body = self.json();
        assert_eq!(body["status"], status);
        for field in ["title", "detail"] {
            let said = body[field].as_str().unwrap();
            assert!(
                !said.is_empty() && !said.contains('⟦') && !said.contains("{$"),
                "{text}"
            );
        }
        let code = body["code"].as_str().unwrap();
        assert_eq!(body["type"], format!("urn:wenzheng:problem:{code}"));
        code.to_owned()
    }
}

/// A call with a JSON body, as whoever holds the token; an empty token is none.
pub(crate) fn call(method: &str, path: &str, token: &str, body: &Value) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
    if !token.is_empty() {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    if body.is_null() {
        request.body(Body::empty()).unwrap()
    } else {
        let request = request.header(header::CONTENT_TYPE, "application/json");
        request.body(Body::from(body.to_string())).unwrap()
    }
}

impl Api {
    pub(crate) async fn new() -> Self {
        Self::of(TestOffice::sqlite().await)
    }

    pub(crate) fn of(test: TestOffice) -> Self {
        let words = |zh: &str, en: &str| Words {
            zh: zh.to_owned(),
            en: en.to_owned(),
        };
        let shell = Shell {
            place: words("宿迁市", "Suqian"),
            service: words("12345热线", "12345 Hotline"),
            https: false,
            secret: Key::from_bytes([7; 32]),
            clock: test.clock.clone(),
        };
        let router = web::app(test.office.clone(), shell);
        Self { test, router }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        Answer {
            status: response.status(),
            headers: response.headers().clone(),
            bytes: to_bytes(response.into_body(), 64 << 20).await.unwrap().to_vec(),
        }
    }

    pub(crate) async fn get(&self, path: &str, token: &str) -> Answer {
        self.send(call("GET", path, token, &Value::Null)).await
    }

    pub(crate) async fn post(&self, path: &str, token: &str, body: &Value) -> Answer {
        self.send(call("POST", path, token, body)).await
    }

    /// The token of a member of staff, by login.
    pub(crate) async fn sign_in(&self, login: &str) -> String {
        let body = json!({"login": login, "password": PASSWORD});
        let opened = self.post("/session", "", &body).await.good();
        opened["token"].as_str().unwrap().to_owned()
    }

    /// Somebody acts. The newest state is seen first, unless the body says what was seen.
    pub(crate) async fn act(&self, token: &str, number: &str, mut act: Value) -> Answer {
        if act.get("id").is_none() {
            act["id"] = json!(self.test.command_id().as_str());
        }
        if act.get("seen").is_none() {
            act["seen"] = self.get(&format!("/cases/{number}"), token).await.good()["seq"].clone();
        }
        self.post(&format!("/cases/{number}/acts"), token, &act).await
    }

    /// A message of 王小明, without a verified name.
    pub(crate) async fn message(&self, title: &str) -> Value {
        let message = json!({
            "id": self.test.command_id().as_str(),
            "channel": "website", "title": title, "text": format!("{title}，请尽快处理。"),
            "category": "complaint",
            "citizen": {"name": "王小明", "phone": "13800138000", "id_number": "11010519491231002X"},
        });
        self.post("/cases", "", &message).await.good()
    }

    /// A message of 王小明 with his name verified by a code to his phone.
    pub(crate) async fn verified_message(&self, title: &str) -> Value {
        let code = self.test.phone_code("13800138000").await;
        let message = json!({
            "id": self.test.command_id().as_str(),
            "channel": "website", "title": title, "text": format!("{title}，请尽快处理。"),
            "category": "complaint",
            "citizen": {"name": "王小明", "phone": "13800138000", "id_number": "11010519491231002X", "phone_code": code},
        });
        self.post("/cases", "", &message).await.good()
    }
}

/// The text of a field.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}
