//! Files in a body: base64, told by content and not by name.

use super::error::ApiError;
use crate::shell::{PageError, cleaned, media_of, plain_name};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use office::{FieldFault, Problem, Upload};
use serde::Deserialize;
use utoipa::ToSchema;

/// Most bytes of one file.
const FILE: usize = 10 << 20;
/// Most files with one call.
const FILES: usize = 5;
/// Most bytes of a body with files: two of the largest in base64, and room for texts.
pub(crate) const WITH_FILES: usize = 28 << 20;

/// A file that comes along.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = File)]
pub(crate) struct FileDraft {
    /// Name, without a path.
    pub(crate) name: String,
    /// The content in base64, at most 10 MB. What it is, is told by the content: pictures, PDF, office documents,
    /// sound, video, plain text.
    #[schema(content_encoding = "base64")]
    pub(crate) content: String,
}

/// The files decoded and checked; pictures without what says more than they show.
pub(crate) async fn uploads(files: Vec<FileDraft>) -> Result<Vec<Upload>, ApiError> {
    if files.len() > FILES {
        return Err(too_many("api-files-many", "most", FILES));
    }
    let mut taken = Vec::with_capacity(files.len());
    for file in files {
        taken.push(upload(file).await?);
    }
    Ok(taken)
}

async fn upload(file: FileDraft) -> Result<Upload, ApiError> {
    let content = BASE64
        .decode(file.content.as_bytes())
        .map_err(|_| ApiError::field("attachments", "api-not-base64"))?;
    if content.len() > FILE {
        return Err(too_many("api-file-large", "megabytes", FILE >> 20));
    }
    let media = media_of(&content).ok_or_else(|| ApiError::field("attachments", "api-file-kind"))?;
    let name = plain_name(&file.name);
    if name.is_empty() {
        return Err(ApiError::field("attachments", "field-empty"));
    }
    let content = cleaned(media, content).await.map_err(|fault| match fault {
        PageError::TooLarge => ApiError::field("attachments", "api-file-pixels"),
        _ => ApiError::field("attachments", "api-file-kind"),
    })?;
    Ok(Upload {
        name,
        media: media.to_owned(),
        content,
    })
}

fn too_many(code: &'static str, arg: &'static str, most: usize) -> ApiError {
    let mut fault = FieldFault::new("attachments", code);
    fault.args.push((arg, most.to_string()));
    ApiError::Office(Problem::Invalid(vec![fault]))
}
