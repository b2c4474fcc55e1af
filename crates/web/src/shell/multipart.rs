//! Forms with files: read part by part, refused as soon as they are too much.

use super::posted::File;
use super::{PageError, media, picture};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};

/// Most bytes of one file.
pub(crate) const FILE: usize = 10 << 20;
/// Most bytes of all text fields together.
pub(crate) const TEXT: usize = 256 << 10;

pub(crate) struct Parts {
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) files: Vec<File>,
}

/// Reads the parts, with at most `most` files; of every kind where `any` says so, and then as they are.
pub(crate) async fn read(mut request: Request, most: usize, any: bool) -> Result<Parts, PageError> {
    DefaultBodyLimit::max(TEXT + most * FILE).apply(&mut request);
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| PageError::Unreadable)?;
    let mut parts = Parts {
        fields: Vec::new(),
        files: Vec::new(),
    };
    let mut room = TEXT;
    while let Some(mut part) = form.next_field().await.map_err(fault)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(plain_name);
        let limit = if file_name.is_some() { FILE } else { room };
        let mut content = Vec::new();
        while let Some(chunk) = part.chunk().await.map_err(fault)? {
            if content.len() + chunk.len() > limit {
                return Err(PageError::TooLarge);
            }
            content.extend_from_slice(&chunk);
        }
        match file_name {
            // a browser sends an empty part for a file field that was left alone
            Some(name) if name.is_empty() && content.is_empty() => {}
            Some(_) if parts.files.len() == most => return Err(PageError::TooLarge),
            Some(file_name) if any => parts.files.push(File {
                field: name,
                name: file_name,
                media: "application/octet-stream",
                content,
            }),
            Some(file_name) => {
                let media = media::of(&content).ok_or(PageError::Media)?;
                parts.files.push(File {
                    field: name,
                    name: file_name,
                    media,
                    content: picture::cleaned(media, content).await?,
                });
            }
            None => {
                room -= content.len();
                let text = String::from_utf8(content).map_err(|_| PageError::Unreadable)?;
                parts.fields.push((name, text));
            }
        }
    }
    Ok(parts)
}

fn fault(error: axum::extract::multipart::MultipartError) -> PageError {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        PageError::TooLarge
    } else {
        PageError::Unreadable
    }
}

/// The last part of a path that some browser sent along, without control characters, at most 120 characters.
pub(crate) fn plain_name(given: &str) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn a_file_name_is_a_name_and_no_path() {
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name(r"C:\用户\照片.jpg"), "照片.jpg");
        assert_eq!(plain_name("a\u{0}b\n.txt"), "ab.txt");
        assert_eq!(plain_name(&"字".repeat(300)).chars().count(), 120);
    }
}
