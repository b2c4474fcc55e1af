//! What can go wrong with a request, as handlers return it; rendered in one place, as page or as problem+json.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use calendar::Instant;
use case::Refusal;
use office::{FieldFault, Problem};

/// Why there is no ordinary answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageError {
    /// The request cannot be read.
    Unreadable,
    /// Fields are missing or wrong. Pages show the form again; this is for the API.
    Fields(Vec<FieldFault>),
    /// Somebody has to sign in first.
    SignIn,
    /// A citizen has to open a case first, by number and check code.
    Follow,
    /// A citizen has to open their account first.
    Account,
    /// This person may not.
    Forbidden,
    /// The form is too old, or came from another site.
    Forged,
    /// No such page or thing, or none that this person may know of.
    NotFound,
    /// The installation serves several jurisdictions, and nothing says which is meant.
    Which,
    /// Not in this way.
    Method,
    /// The regulation lapsed after this day, and nobody has decided to use it on.
    Lapsed(jiff::civil::Date),
    /// The rules refuse it.
    Refused(Box<Refusal>),
    /// Too much at once.
    TooLarge,
    /// More text than a form takes.
    TooLong,
    /// A kind of content that is not taken.
    Media,
    /// Tried too often; the next try may come at this time, UTC milliseconds.
    TooMany(Instant),
    /// Its key was destroyed by decision.
    Destroyed,
    /// A fault of ours.
    Internal,
    /// The store does not answer, or its disk is full.
    Unavailable,
}

impl PageError {
    /// The status that goes with it.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable | Self::Fields(_) => StatusCode::BAD_REQUEST,
            Self::SignIn | Self::Follow | Self::Account => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::Forged => StatusCode::FORBIDDEN,
            Self::NotFound | Self::Which => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            // what was judged has changed since it was shown
            Self::Refused(refusal) if refusal.code == "refusal-stale" => StatusCode::CONFLICT,
            Self::Lapsed(_) => StatusCode::CONFLICT,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooLarge | Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Media => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Destroyed => StatusCode::GONE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// Key of what happened, in a few words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "shell-unreadable",
            Self::Fields(_) => "shell-fields",
            Self::SignIn => "shell-sign-in",
            Self::Follow => "shell-follow",
            Self::Account => "shell-account",
            Self::Forbidden => "shell-forbidden",
            Self::Forged => "shell-forged",
            Self::NotFound => "shell-not-found",
            Self::Which => "shell-which",
            Self::Method => "shell-method",
            Self::Lapsed(_) => "shell-lapsed",
            Self::Refused(_) => "shell-refused",
            Self::TooLarge | Self::TooLong => "shell-too-large",
            Self::Media => "shell-media",
            Self::TooMany(_) => "shell-too-many",
            Self::Destroyed => "shell-destroyed",
            Self::Internal => "shell-internal",
            Self::Unavailable => "shell-unavailable",
        }
    }

    /// Key of what to do about it.
    pub(crate) fn advice(&self) -> &'static str {
        match self {
            Self::Unreadable => "shell-unreadable-advice",
            Self::Fields(_) => "shell-fields-advice",
            Self::SignIn => "shell-sign-in-advice",
            Self::Follow => "shell-follow-advice",
            Self::Account => "shell-account-advice",
            Self::Forbidden => "shell-forbidden-advice",
            Self::Forged => "shell-forged-advice",
            Self::NotFound => "shell-not-found-advice",
            Self::Which => "shell-which-advice",
            Self::Method => "shell-method-advice",
            Self::Lapsed(_) => "problem-rules-lapsed",
            Self::Refused(_) => "shell-refused-advice",
            Self::TooLarge => "shell-too-large-advice",
            Self::TooLong => "shell-too-long-advice",
            Self::Media => "shell-media-advice",
            Self::TooMany(_) => "shell-too-many-advice",
            Self::Destroyed => "problem-destroyed",
            Self::Internal => "shell-internal-advice",
            Self::Unavailable => "shell-unavailable-advice",
        }
    }
}

impl From<Refusal> for PageError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<Problem> for PageError {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Refused(refusal) => refusal.into(),
            Problem::NotFound => Self::NotFound,
            // pages show their form again; this is what remains for programs
            Problem::Forbidden | Problem::WrongSecret => Self::Forbidden,
            Problem::SignedOut | Problem::SecondFactor(_) => Self::SignIn,
            Problem::Invalid(faults) => Self::Fields(faults),
            Problem::Throttled(until) => Self::TooMany(until),
            Problem::Lapsed(last) => Self::Lapsed(last),
            Problem::Destroyed => Self::Destroyed,
            Problem::NoProcedure | Problem::Busy => Self::Unavailable,
            Problem::Store(error) if error.passes() => Self::Unavailable,
            Problem::Store(_) | Problem::Corrupt(_) => {
                tracing::error!(error = %problem, "a request failed");
                Self::Internal
            }
        }
    }
}

impl IntoResponse for PageError {
    /// Only marks the answer; the shell renders it in the reader's language on the way out.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The error that an answer stands for: one of ours, or what an extractor of axum rejected.
pub(crate) fn of(response: &Response) -> Option<PageError> {
    if let Some(error) = response.extensions().get::<PageError>() {
        return Some(error.clone());
    }
    let made_by_us = response.headers().get("content-type").is_some_and(|t| {
        let text = t.as_bytes();
        text.starts_with(b"text/html") || text.starts_with(b"application/")
    });
    match response.status() {
        _ if made_by_us => None,
        StatusCode::NOT_FOUND => Some(PageError::NotFound),
        StatusCode::METHOD_NOT_ALLOWED => Some(PageError::Method),
        StatusCode::PAYLOAD_TOO_LARGE => Some(PageError::TooLarge),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(PageError::Media),
        status if status.is_client_error() => Some(PageError::Unreadable),
        status if status.is_server_error() => Some(PageError::Internal),
        _ => None,
    }
}
