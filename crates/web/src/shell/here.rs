//! What is known of a request before any handler looks at it: language, place, cookies, and how to answer.

use super::cookies::{self, Life};
use super::reading::{READING, Reading};
use super::{Asked, Flash, PageError, Shell, Site, Staff, T, flash, guard, lang};
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header, request::Parts};
use axum::response::{Html, IntoResponse, Redirect, Response};
use procedure::Words;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

pub(crate) const SESSION: &str = "session";
pub(crate) const ACCOUNT: &str = "account";
pub(crate) const SEED: &str = "seed";
pub(crate) const LANG: &str = "lang";

/// The request as handlers see it; an extractor.
#[derive(Clone)]
pub struct Here {
    /// The catalogue in the reader's language.
    pub t: T,
    /// The installation.
    pub shell: Arc<Shell>,
    /// Names this request in the log and on error pages.
    pub request_id: String,
    /// Whether the answer is wanted as JSON.
    pub json: bool,
    /// Whose site it is, where that is known.
    pub site: Option<Site>,
    /// The sites among which somebody has to choose.
    pub(crate) sites: Vec<(Words, String)>,
    pub(crate) uri: Uri,
    pub(crate) method: Method,
    pub(crate) lang_asked: bool,
    /// Reading aids of this browser.
    pub reading: Reading,
    pub(crate) reading_asked: bool,
    pub(crate) session: Option<String>,
    pub(crate) account: Option<String>,
    pub(crate) flash: Option<Flash>,
    pub(crate) seed: String,
    pub(crate) seed_fresh: bool,
    pub(crate) token_used: Arc<AtomicBool>,
    /// Around the pages of whoever turned out to be signed in: an error has it too.
    pub(crate) staff: Arc<OnceLock<Staff>>,
}

impl Here {
    pub(crate) fn of(
        shell: Arc<Shell>,
        asked_for: Option<&Asked>,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Self {
        let (site, sites) = match asked_for {
            Some(Asked::Site(site)) => (Some(site.clone()), Vec::new()),
            Some(Asked::Several(sites)) => (None, sites.clone()),
            Some(Asked::Nobody) | None => (None, Vec::new()),
        };
        let own = |name: &str| site.as_ref().map_or(name.to_owned(), |site| site.cookie(name));
        let cookie = |name| cookies::read(headers, &own(name), shell.https);
        let asked = query(uri, "lang");
        let chosen = lang::choose(
            asked.as_deref(),
            cookies::read(headers, LANG, shell.https).as_deref(),
            headers,
        );
        let wished = query(uri, READING);
        let reading = wished
            .clone()
            .or_else(|| cookies::read(headers, READING, shell.https));
        let reading = Reading::read(&reading.unwrap_or_default());
        let kept = cookie(SEED).filter(|seed| seed.len() == 32);
        let seed_fresh = kept.is_none();
        // programs know the two that are always there
        let json = wants_json(uri, headers);
        Self {
            t: if json { chosen.built_in() } else { chosen }.simply(reading.simple),
            reading,
            reading_asked: wished.is_some(),
            request_id: guard::random::<8>().unwrap_or_default(),
            json,
            uri: uri.clone(),
            method: method.clone(),
            lang_asked: asked.as_deref().and_then(lang::named).is_some(),
            session: cookie(SESSION),
            account: cookie(ACCOUNT).filter(|token| !token.is_empty()),
            flash: cookie(flash::COOKIE).and_then(|text| Flash::carried(&shell.secret, &text)),
            seed: kept.or_else(guard::random::<16>).unwrap_or_default(),
            seed_fresh,
            token_used: Arc::default(),
            staff: Arc::default(),
            site,
            sites,
            shell,
        }
    }

    /// Whether it is a page of the desk that is asked for.
    pub(crate) fn at_desk(&self) -> bool {
        let rest = self.path().strip_prefix("/desk");
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// What the session cookie holds, unchecked.
    pub fn session(&self) -> Option<&str> {
        self.session.as_deref()
    }

    /// What the cookie of a citizen's account holds, unchecked.
    pub fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    /// The path, without the query.
    pub fn path(&self) -> &str {
        self.uri.path()
    }

    /// One word of the query, as it stands there.
    pub(crate) fn asked(&self, name: &str) -> Option<String> {
        query(&self.uri, name)
    }

    pub(super) fn token_seed(&self) -> &str {
        self.session.as_deref().unwrap_or(&self.seed)
    }

    /// The token that a form of this page must carry.
    pub fn token(&self) -> String {
        self.token_used.store(true, Ordering::Relaxed);
        guard::token(&self.shell.secret, self.token_seed())
    }

    /// Names the session to scripts, and opens nothing.
    pub(crate) fn reader(&self) -> String {
        let mut name = seal::keyed_hash(&self.shell.secret, "drafts", self.token_seed());
        name.truncate(16);
        name
    }

    /// Who this browser is for files that wait for its forms.
    pub(crate) fn browser(&self) -> String {
        format!("browser:{}", self.seed)
    }

    /// Whether a form carried the right token. Without randomness for a seed none is right.
    pub(crate) fn token_fits(&self, given: &str) -> bool {
        let seed = self.token_seed();
        !seed.is_empty() && guard::fits(&self.shell.secret, seed, given)
    }

    /// The address of this page in another language. What answers a form has none of its own, see
    /// [`super::frame::Switches`].
    pub fn in_lang(&self, name: &str) -> String {
        self.with("lang", name)
    }

    /// The address of this page with other reading aids.
    pub(crate) fn in_reading(&self, reading: Reading) -> String {
        self.with(READING, &reading.letters())
    }

    /// The address of this page with one word of its query set anew.
    fn with(&self, word: &str, value: &str) -> String {
        let kept = self.uri.query().unwrap_or_default();
        let mut pairs: Vec<&str> = kept
            .split('&')
            .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(word))
            .collect();
        let asked = format!("{word}={value}");
        pairs.push(&asked);
        format!("{}?{}", self.uri.path(), pairs.join("&"))
    }

    /// Remembers reading aids in this browser: for all sites below one host, as the language.
    pub(crate) fn keep_reading(&self, response: &mut Response, reading: Reading) {
        let life = Life::Seconds(super::enter::YEAR);
        cookies::write(
            response.headers_mut(),
            READING,
            &reading.letters(),
            life,
            self.shell.https,
        );
    }

    /// A page.
    pub fn show(&self, page: &impl Template) -> Response {
        self.show_as(StatusCode::OK, page)
    }

    /// A page with another status, such as a form that came back with faults.
    pub fn show_as(&self, status: StatusCode, page: &impl Template) -> Response {
        match page.render() {
            Ok(text) => (status, Html(text)).into_response(),
            Err(error) => {
                tracing::error!(%error, request = %self.request_id, "a page could not be rendered");
                PageError::Internal.into_response()
            }
        }
    }

    /// On to another page after a form was carried out, with a sentence for it.
    pub fn go(&self, to: &str, flash: Option<Flash>) -> Response {
        let mut response = Redirect::to(to).into_response();
        if let Some(text) = flash.and_then(|f| f.carry(&self.shell.secret)) {
            self.set_cookie(&mut response, flash::COOKIE, &text, Life::Linked);
        }
        response
    }

    /// The name of the jurisdiction, as the header shows it.
    pub(crate) fn place(&self) -> &Words {
        self.site.as_ref().map_or(&self.shell.place, |site| &site.name)
    }

    /// The name of the service, as the header shows it beside the place.
    pub(crate) fn service(&self) -> &Words {
        let own = self.site.as_ref().and_then(|site| site.service.as_ref());
        own.unwrap_or(&self.shell.service)
    }

    /// The name under which this site keeps a cookie.
    pub(crate) fn cookie(&self, name: &str) -> String {
        self.site
            .as_ref()
            .map_or(name.to_owned(), |site| site.cookie(name))
    }

    /// Sets one of our cookies.
    pub fn set_cookie(&self, response: &mut Response, name: &str, value: &str, life: Life) {
        let name = self.cookie(name);
        cookies::write(response.headers_mut(), &name, value, life, self.shell.https);
    }

    /// Signs the browser in. The cookie also comes along when a link in a message is followed.
    pub fn set_session(&self, response: &mut Response, token: &str) {
        self.set_cookie(response, SESSION, token, Life::Linked);
    }

    /// Opens a citizen's account in this browser: until it closes, or for so many seconds.
    pub fn set_account(&self, response: &mut Response, token: &str, stay: Option<u32>) {
        self.set_cookie(response, ACCOUNT, token, stay.map_or(Life::Linked, Life::Seconds));
    }

    /// Closes the account in this browser.
    pub fn drop_account(&self, response: &mut Response) {
        self.set_cookie(response, ACCOUNT, "", Life::Gone);
    }

    /// Signs the browser out.
    pub fn drop_session(&self, response: &mut Response) {
        self.set_cookie(response, SESSION, "", Life::Gone);
    }
}

impl<S: Sync> FromRequestParts<S> for Here {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, PageError> {
        parts.extensions.get::<Here>().cloned().ok_or(PageError::Internal)
    }
}

/// One value of the query, as it stands: names of languages and numbers of cases need no decoding.
fn query(uri: &Uri, name: &str) -> Option<String> {
    let pairs = uri.query()?.split('&');
    pairs
        .filter_map(|pair| pair.split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value.to_owned())
}

/// Whether a path is one of the API, also below a site that is not there: then its prefix was not taken off.
fn of_api(path: &str) -> bool {
    let site = path.strip_prefix("/@").or_else(|| path.strip_prefix("/%40"));
    let below = site.and_then(|site| site.find('/').map(|at| &site[at..]));
    below.unwrap_or(path).starts_with("/api/")
}

/// The API answers in JSON; pages do where a program asks for it and for no HTML.
fn wants_json(uri: &Uri, headers: &HeaderMap) -> bool {
    let accepts = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .unwrap_or_default();
    of_api(uri.path()) || (accepts.contains("json") && !accepts.contains("text/html"))
}
