//! A person with a browser.

use super::{Answer, Part, get_with, post, post_parts};
use axum::Router;
use testkit::PASSWORD;

/// Somebody with a browser that keeps cookies and runs no scripts.
pub(crate) struct Person<'a> {
    app: &'a Router,
    pub(crate) cookies: Vec<(String, String)>,
}

impl<'a> Person<'a> {
    pub(crate) fn new(app: &'a Router) -> Self {
        Self {
            app,
            cookies: vec![("lang".to_owned(), "en".to_owned())],
        }
    }

    pub(crate) fn line(&self) -> String {
        let pairs: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        pairs.join("; ")
    }

    fn keep(&mut self, answer: &Answer) {
        for pair in answer.cookies() {
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        let answer = get_with(self.app, path, &[("cookie", &self.line())]).await;
        self.keep(&answer);
        answer
    }

    /// Fills in the form of a page and sends it somewhere.
    pub(crate) async fn send(&mut self, page: &str, to: &str, form: &str) -> Answer {
        let token = self.get(page).await.token();
        self.post(to, &format!("token={token}&{form}")).await
    }

    pub(crate) async fn post(&mut self, to: &str, form: &str) -> Answer {
        let answer = post(self.app, to, &self.line(), form).await;
        self.keep(&answer);
        answer
    }

    /// With files.
    pub(crate) async fn post_files(
        &mut self,
        to: &str,
        fields: &[(String, String)],
        files: &[(&str, &[u8])],
    ) -> Answer {
        let texts = fields.iter().map(|(name, text)| (&**name, None, text.as_bytes()));
        let files = files
            .iter()
            .map(|(name, content)| ("attachments", Some(*name), *content));
        let parts: Vec<Part> = texts.chain(files).collect();
        let answer = post_parts(self.app, to, &self.line(), &parts).await;
        self.keep(&answer);
        answer
    }

    pub(crate) async fn sign_in(&mut self, login: &str) -> Answer {
        let form = format!("login={login}&password={PASSWORD}&to=/desk/account");
        self.send("/desk/sign-in", "/desk/sign-in", &form).await
    }
}
