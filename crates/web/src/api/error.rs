//! What can go wrong with a call, and the status that goes with it.

use super::misread::Misread;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use office::Problem;
use office::staff::Owes;
use std::sync::Arc;

/// Why there is no ordinary answer.
#[derive(Debug)]
pub(crate) enum ApiError {
    /// The use case says so.
    Office(Problem),
    /// The body is no JSON, or not as the document describes it.
    Body(Misread),
    /// The query is not as the document describes it.
    Query(Misread),
    /// The body is something else than JSON.
    Media,
    /// The body is too large; the most bytes taken.
    TooLarge(usize),
    /// No such operation.
    NoRoute,
    /// The operation is there, but not with this method.
    Method,
}

/// Refusals that say: somebody else was faster. Looking again helps; for all others the command must change.
const CONFLICTS: [&str; 3] = [
    "refusal-stale",
    "refusal-corrected-meanwhile",
    "refusal-number-taken",
];

impl ApiError {
    /// The status that goes with it.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Body(_) | Self::Query(_) => StatusCode::BAD_REQUEST,
            Self::Media => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NoRoute => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Office(problem) => match problem {
                Problem::Refused(refusal) if CONFLICTS.contains(&refusal.code) => StatusCode::CONFLICT,
                Problem::Invalid(_) if problem.passes() => StatusCode::SERVICE_UNAVAILABLE,
                Problem::Refused(_) | Problem::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
                Problem::Lapsed(_) => StatusCode::CONFLICT,
                Problem::NotFound => StatusCode::NOT_FOUND,
                Problem::Destroyed => StatusCode::GONE,
                Problem::Forbidden | Problem::SecondFactor(Owes::SetUp | Owes::Password) => {
                    StatusCode::FORBIDDEN
                }
                Problem::SignedOut | Problem::WrongSecret | Problem::SecondFactor(Owes::Code) => {
                    StatusCode::UNAUTHORIZED
                }
                Problem::Throttled(_) => StatusCode::TOO_MANY_REQUESTS,
                Problem::NoProcedure | Problem::Busy => StatusCode::SERVICE_UNAVAILABLE,
                Problem::Store(error) if error.passes() => StatusCode::SERVICE_UNAVAILABLE,
                Problem::Store(_) | Problem::Corrupt(_) => StatusCode::INTERNAL_SERVER_ERROR,
            },
        }
    }

    /// Key of the text that says what is wrong and what to do; stable, for programs to tell faults apart.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Office(problem) => problem.code(),
            Self::Body(_) => "api-body",
            Self::Query(_) => "api-query",
            Self::Media => "api-media",
            Self::TooLarge(_) => "api-too-large",
            Self::NoRoute => "api-no-route",
            Self::Method => "api-method",
        }
    }

    /// One field that cannot be taken.
    pub(crate) fn field(field: &str, code: &'static str) -> Self {
        Self::Office(Problem::field(field, code))
    }

    /// Not there, or not to be seen: the answer is the same.
    pub(crate) fn not_found() -> Self {
        Self::Office(Problem::NotFound)
    }
}

macro_rules! from {
    ($($error:ty),+) => { $(
        impl From<$error> for ApiError {
            fn from(error: $error) -> Self {
                Self::Office(error.into())
            }
        }
    )+ };
}
from!(Problem, store::StoreError, serde_json::Error);

impl IntoResponse for ApiError {
    /// Only marks the answer; it is put into the caller's language on the way out.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
