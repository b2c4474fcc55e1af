//! The authenticator of a phone or computer, as ChromeDriver plays it (Web Authentication, section 11).

use super::Browser;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command below `webauthn/authenticator`.
#[derive(Debug)]
struct Command {
    method: Method,
    below: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/webauthn/authenticator{}", self.below))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.as_ref().map(Value::to_string))
    }
}

impl Browser {
    async fn authenticator(&self, method: Method, below: &str, body: Option<Value>) -> Value {
        let below = below.to_owned();
        let command = Command { method, below, body };
        self.client.issue_cmd(command).await.unwrap()
    }

    /// Gives the computer an authenticator that knows its owner; its id.
    pub async fn add_authenticator(&self) -> String {
        let what = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserVerified": true,
            "isUserConsenting": true,
        });
        let id = self.authenticator(Method::POST, "", Some(what)).await;
        id.as_str().unwrap().to_owned()
    }

    /// Takes the authenticator away.
    pub async fn remove_authenticator(&self, id: &str) {
        self.authenticator(Method::DELETE, &format!("/{id}"), None).await;
    }

    /// The keys that an authenticator holds, with everything that is secret.
    pub async fn keys_of(&self, id: &str) -> Vec<Value> {
        let below = format!("/{id}/credentials");
        let keys = self.authenticator(Method::GET, &below, None).await;
        keys.as_array().unwrap().clone()
    }

    /// Puts a key into an authenticator, as a thief would who has copied it.
    pub async fn put_key(&self, id: &str, key: Value) {
        self.authenticator(Method::POST, &format!("/{id}/credential"), Some(key))
            .await;
    }
}
