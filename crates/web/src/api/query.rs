//! The query and the path of a call, read as the document describes them.

use super::error::ApiError;
use super::misread::Misread;
use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use case::CaseNumber;
use serde::de::DeserializeOwned;

/// The query.
pub(crate) struct Asked<T>(pub(crate) T);

impl<S: Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let query = parts.uri.query().unwrap_or_default();
        // no text that people write holds U+0000, and PostgreSQL cannot store it
        if let Some(pair) = query.split('&').find(|pair| pair.contains("%00")) {
            let field = pair.split('=').next().unwrap_or_default();
            return Err(ApiError::field(field, "api-nul"));
        }
        let read =
            Query::try_from_uri(&parts.uri).map_err(|e| ApiError::Query(Misread::query(&e.body_text())))?;
        Ok(Self(read.0))
    }
}

/// An id of the path. Nothing has one with control characters in it, and PostgreSQL cannot look for U+0000.
pub(crate) fn plain_id(id: String) -> Result<String, ApiError> {
    if id.contains(char::is_control) {
        Err(ApiError::not_found())
    } else {
        Ok(id)
    }
}

/// The case number of the path, with or without spaces and dashes.
pub(crate) struct Number(pub(crate) CaseNumber);

impl<S: Sync + Send> FromRequestParts<S> for Number {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let found = Path::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        let named = found.map(|path| path.0).unwrap_or_default();
        let text = named.into_iter().find(|(name, _)| name == "number");
        let text = text.ok_or_else(ApiError::not_found)?.1;
        let number = seal::number::check(&text).unwrap_or_else(|_| text.trim().to_owned());
        if number.is_empty() || number.contains(char::is_control) {
            return Err(ApiError::not_found());
        }
        Ok(Self(CaseNumber::from(number)))
    }
}

/// Lines on a page where nothing is said.
const LINES: u32 = 50;
/// Most lines on a page.
const MOST_LINES: u32 = 100;

/// How many lines a page has.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
#[serde(try_from = "u32")]
pub(crate) struct Lines(u32);

impl TryFrom<u32> for Lines {
    type Error = String;

    fn try_from(lines: u32) -> Result<Self, String> {
        if (1..=MOST_LINES).contains(&lines) {
            Ok(Self(lines))
        } else {
            Err(format!("1..={MOST_LINES}"))
        }
    }
}

impl Default for Lines {
    fn default() -> Self {
        Self(LINES)
    }
}

impl Lines {
    /// As a number.
    pub(crate) fn get(self) -> u32 {
        self.0
    }
}
