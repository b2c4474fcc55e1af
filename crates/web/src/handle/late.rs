//! A form that was sent after its session had lapsed: what was typed waits, sealed, for whoever the session was of, and stands
//! in the form again once they have signed in. Nothing of it is in an address, and nobody else who signs in sees it.

use super::held::{Gathered, Keeper};
use super::place::Place;
use crate::parts::{HeldFile, Refill};
use crate::shell::{Flash, Here, PageError, Posted, T};
use crate::state::AppState;
use axum::response::Response;
use serde::{Deserialize, Serialize};

/// What an address asks for: something that waits.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    kept: Option<String>,
}

/// A token as addresses and forms bring it: nothing else goes into an address again.
pub(crate) fn token(text: &str) -> Option<&str> {
    let fits = text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit());
    fits.then_some(text)
}

impl Asked {
    /// The token.
    pub(crate) fn token(&self) -> Option<&str> {
        self.kept.as_deref().and_then(token)
    }
}

/// A form that came too late.
pub(crate) struct Late<'a> {
    pub(crate) state: &'a AppState,
    pub(crate) here: &'a Here,
    pub(crate) place: &'a Place,
    /// The page on which its form stands.
    pub(crate) at: &'a str,
    /// Which form it was: the act.
    pub(crate) about: &'a str,
}

/// What was typed.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Waiting {
    at: String,
    /// Which form it was.
    pub(crate) about: String,
    /// What was typed, by name.
    pub(crate) fields: Vec<(String, String)>,
}

impl Late<'_> {
    /// A form of the desk: on to the sign-in, which leads back to its page.
    pub(crate) async fn at_desk<const FILES: usize>(
        &self,
        posted: &Posted<FILES>,
    ) -> Result<Response, PageError> {
        if self.here.json {
            return Err(PageError::SignIn);
        }
        let kept = self.keep(self.here.session(), &["person:"], posted).await?;
        // nothing is kept for a session that was ended on purpose, nor where there is no room: that is said too
        let says = match kept {
            Some(_) => "portal-late",
            None => "portal-late-lost",
        };
        let to = kept.map_or_else(|| self.at.to_owned(), |(_, token)| self.again(&token));
        Ok(self
            .here
            .go(&format!("/desk/sign-in?to={to}"), Some(Flash::new(says))))
    }

    /// A form of a citizen: on to the account, or to the case by its check code.
    pub(crate) async fn of_citizen<const FILES: usize>(
        &self,
        fault: PageError,
        posted: &Posted<FILES>,
    ) -> Result<Response, PageError> {
        let token = match &fault {
            _ if self.here.json => None,
            PageError::Account => self.here.account(),
            PageError::Follow => self.here.session(),
            _ => None,
        };
        let Some((reader, token)) = self.keep(token, &["account:", "case:"], posted).await? else {
            return Err(fault);
        };
        let to = match reader.strip_prefix("case:") {
            Some(number) => format!("/follow/{number}?kept={token}"),
            None => format!("/my?to={}", self.again(&token)),
        };
        Ok(self.here.go(&to, Some(Flash::new("portal-late"))))
    }

    fn again(&self, token: &str) -> String {
        format!("{}?kept={token}", self.at)
    }

    /// Lets it wait for whoever the session was of, where it is one of these kinds; who that is, and what opens it.
    async fn keep<const FILES: usize>(
        &self,
        session: Option<&str>,
        of: &[&str],
        posted: &Posted<FILES>,
    ) -> Result<Option<(String, String)>, PageError> {
        let (office, j) = (&self.state.office, self.place.j.as_str());
        let Some(session) = session else { return Ok(None) };
        let reader = office.lapsed(j, session).await?;
        let Some(reader) = reader.filter(|reader| of.iter().any(|kind| reader.starts_with(kind))) else {
            return Ok(None);
        };
        let keeper = Keeper {
            state: self.state,
            j,
            from: &reader,
            reader: &reader,
        };
        let kept = keeper.keep(posted, &Gathered::default()).await;
        let mut fields = posted.fields().to_vec();
        fields.retain(|(name, _)| !["token", HeldFile::FIELD, HeldFile::LEFT_OUT].contains(&name.as_str()));
        let files = kept.files.iter();
        fields.extend(files.map(|file| (HeldFile::FIELD.to_owned(), file.value())));
        let waiting = Waiting {
            at: self.at.to_owned(),
            about: self.about.to_owned(),
            fields,
        };
        let content = serde_json::to_vec(&waiting).map_err(|_| PageError::Internal)?;
        let token = office.keep_aside(j, &reader, &reader, &content).await;
        Ok(token.map(|token| (reader, token)))
    }
}

/// What waits for this reader and page, where the address asks for anything.
pub(crate) async fn found(
    state: &AppState,
    j: &str,
    reader: &str,
    (asked, at): (&Asked, &str),
) -> Result<Option<Waiting>, PageError> {
    let Some(token) = asked.token() else {
        return Ok(None);
    };
    let held = state.office.kept_aside(j, reader, token).await?;
    let waiting = held.and_then(|held| serde_json::from_slice::<Waiting>(&held).ok());
    Ok(waiting.filter(|waiting| waiting.at == at))
}

/// Says that nothing waits any more where something was asked for.
pub(crate) fn gone(asked: &Asked, found: Option<&Waiting>) -> Option<Flash> {
    (asked.kept.is_some() && found.is_none()).then(|| Flash::new("portal-late-gone"))
}

impl Waiting {
    /// The form as it was sent.
    pub(crate) fn refill(&self, t: T) -> Refill {
        let files = self.fields.iter().filter(|(name, _)| name == HeldFile::FIELD);
        let longest = self.fields.iter().map(|(_, value)| value.trim());
        let longest = longest.max_by_key(|value| value.chars().count());
        let closed = t.args(
            "portal-late-closed",
            &[("text", longest.unwrap_or_default().to_owned())],
        );
        Refill {
            held: files.filter_map(|(_, value)| HeldFile::read(value)).collect(),
            fields: self.fields.clone(),
            told: Some(t.say("portal-late-back")),
            otherwise: Some(closed),
            ..Refill::default()
        }
    }
}
