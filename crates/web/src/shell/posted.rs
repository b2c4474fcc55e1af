//! A form that was sent: read, limited, and its token checked, so that no handler can forget to.

use super::multipart::{self, ENCODED, Parts, TEXT};
use super::refused::RefusedFile;
use super::{Here, PageError, bounded};
use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use office::FieldFault;

/// Name of the hidden field with the form token.
const TOKEN: &str = "token";
/// Name of the hidden field with the id of the command.
const COMMAND: &str = "command";

/// A file that came with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Name of the form field.
    pub field: String,
    /// File name as given, without a path.
    pub name: String,
    /// Media type by content.
    pub media: &'static str,
    /// The content, at most 10 MB.
    pub content: Vec<u8>,
}

/// The fields of a form with at most `FILES` files. Text fields together take at most 256 KB, or 768 KB as
/// browsers write them. `ANY` takes files of every
/// kind, for handlers that read them and keep none: what is wrong with a file is said beside its field then.
#[derive(Debug, Clone, Default)]
pub struct Posted<const FILES: usize = 0, const ANY: bool = false> {
    fields: Vec<(String, String)>,
    /// The files.
    pub files: Vec<File>,
    /// Files that came along and were not taken.
    refused: Vec<RefusedFile>,
}

impl<const FILES: usize, const ANY: bool> Posted<FILES, ANY> {
    /// What stands in a field, trimmed; `None` where it is absent, blank, or nothing in it can be seen.
    pub fn text(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(n, _)| n == name)?;
        Some(found.1.trim()).filter(|text| !office::says_nothing(text))
    }

    /// All values of a field: the boxes that were ticked.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let found = self.fields.iter().filter(|(n, _)| n == name);
        found
            .map(|(_, text)| text.trim())
            .filter(|text| !text.is_empty())
            .collect()
    }

    /// Whether a box was ticked, or "yes" was chosen.
    pub fn ticked(&self, name: &str) -> bool {
        self.text(name) == Some("yes")
    }

    /// Whether the id of the command, where the form has one, looks as our forms make it: nobody takes up an id of the
    /// import or of a gateway.
    fn command_is_ours(&self) -> bool {
        let id = self.text(COMMAND).unwrap_or_default();
        id.len() <= 64 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    }

    /// A form that was sent before, when its token was right: to show it again.
    pub(crate) fn again(fields: Vec<(String, String)>) -> Self {
        Self {
            fields,
            ..Self::default()
        }
    }

    /// What is wrong with the files, each by the field in which it was chosen. Every form that takes files says it.
    pub fn file_faults(&self) -> Vec<FieldFault> {
        self.refused.iter().map(RefusedFile::fault).collect()
    }

    /// Everything that was typed, to show a form again.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }
}

impl<S: Sync, const FILES: usize, const ANY: bool> FromRequest<S> for Posted<FILES, ANY> {
    type Rejection = PageError;

    async fn from_request(request: Request, _: &S) -> Result<Self, PageError> {
        let here = request
            .extensions()
            .get::<Here>()
            .cloned()
            .ok_or(PageError::Internal)?;
        let media = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|t| t.to_str().ok())
            .unwrap_or_default();
        let parts = if media.starts_with("multipart/form-data") {
            multipart::read(request, FILES, ANY).await?
        } else if media.starts_with("application/x-www-form-urlencoded") {
            encoded(request).await?
        } else {
            return Err(PageError::Media);
        };
        let posted = Self {
            fields: parts.fields,
            files: parts.files,
            refused: parts.refused,
        };
        // no text that people write holds U+0000, and PostgreSQL cannot store it
        if posted.fields.iter().any(|(_, text)| text.contains('\0')) || !posted.command_is_ours() {
            return Err(PageError::Unreadable);
        }
        if !here.token_fits(posted.text(TOKEN).unwrap_or_default()) {
            return Err(PageError::Forged);
        }
        Ok(posted)
    }
}

async fn encoded(request: Request) -> Result<Parts, PageError> {
    let (body, _) = bounded::body(request.into_body(), ENCODED);
    let bytes = to_bytes(body, usize::MAX).await.map_err(|_| PageError::TooLong)?;
    let request = Request::post("/")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(bytes.into())
        .map_err(|_| PageError::Unreadable)?;
    let fields = axum::Form::<Vec<(String, String)>>::from_request(request, &())
        .await
        .map_err(|_| PageError::Unreadable)?;
    if fields.iter().map(|(_, text)| text.len()).sum::<usize>() > TEXT {
        return Err(PageError::TooLong);
    }
    Ok(Parts {
        fields: fields.0,
        files: Vec::new(),
        refused: Vec::new(),
    })
}
