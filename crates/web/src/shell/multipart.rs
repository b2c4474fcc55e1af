//! Forms with files, read part by part. A file that is too much or of no kind that is taken is read past and named; the rest of
//! the form is there.

use super::posted::File;
use super::refused::{RefusedFile, Why};
use super::{PageError, bounded, media, picture};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};

/// Most bytes of one file.
pub(crate) const FILE: usize = 10 << 20;
/// Most bytes of all text fields together.
pub(crate) const TEXT: usize = 256 << 10;
/// The same as browsers write them where no file comes along, with three bytes for one.
pub(crate) const ENCODED: usize = 3 * TEXT;
/// So many times what may be kept is read, to say what is wrong beside the field.
const READ: usize = 2;
/// So many files are named as not taken; a form with more of them is too large.
const MOST_REFUSED: usize = 20;

pub(crate) struct Parts {
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) files: Vec<File>,
    pub(crate) refused: Vec<RefusedFile>,
}

/// Reads the parts, with at most `most` files; of every kind where `any` says so, and then as they are.
pub(crate) async fn read(request: Request, most: usize, any: bool) -> Result<Parts, PageError> {
    let (head, body) = request.into_parts();
    let (body, beyond) = bounded::body(body, TEXT + most * FILE * READ);
    let mut request = Request::from_parts(head, body);
    DefaultBodyLimit::disable().apply(&mut request);
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| PageError::Unreadable)?;
    let mut parts = Parts {
        fields: Vec::new(),
        files: Vec::new(),
        refused: Vec::new(),
    };
    let fault = |_: MultipartError| {
        if beyond.is() {
            PageError::TooLarge
        } else {
            PageError::Unreadable
        }
    };
    let (mut room, mut too_large, mut too_long) = (TEXT, false, false);
    while let Some(mut part) = form.next_field().await.map_err(fault)? {
        let name = part.name().unwrap_or_default().to_owned();
        let Some(file_name) = part.file_name().map(plain_name) else {
            match within(&mut part, room).await.map_err(fault)? {
                Some(content) => {
                    room -= content.len();
                    let text = String::from_utf8(content).map_err(|_| PageError::Unreadable)?;
                    parts.fields.push((name, text));
                }
                None => too_long = true,
            }
            continue;
        };
        // a form without files has no field beside which anything could be said
        too_large |= most == 0 && !file_name.is_empty();
        let taken = if parts.files.len() < most {
            let content = within(&mut part, FILE).await.map_err(fault)?;
            taken(content, any).await?
        } else {
            // there may be nothing in it: a field that was left alone
            let empty = within(&mut part, 0).await.map_err(fault)?.is_some();
            Err(if empty { Why::Empty } else { Why::Many(most) })
        };
        match taken {
            // a browser sends an empty part for a file field that was left alone
            Err(Why::Empty) if file_name.is_empty() => {}
            Ok((media, content)) => parts.files.push(File {
                field: name,
                name: file_name,
                media,
                content,
            }),
            Err(why) if parts.refused.len() < MOST_REFUSED => parts.refused.push(RefusedFile {
                field: name,
                name: file_name,
                why,
            }),
            Err(_) => return Err(PageError::TooLarge),
        }
    }
    if too_large {
        return Err(PageError::TooLarge);
    }
    if too_long {
        return Err(PageError::TooLong);
    }
    Ok(parts)
}

/// A file with its media type, or why it is not taken; no content where it was too much.
async fn taken(
    content: Option<Vec<u8>>,
    any: bool,
) -> Result<Result<(&'static str, Vec<u8>), Why>, PageError> {
    let Some(content) = content else {
        return Ok(Err(Why::Large(FILE)));
    };
    if content.is_empty() {
        return Ok(Err(Why::Empty));
    }
    if any {
        return Ok(Ok(("application/octet-stream", content)));
    }
    let Some(media) = media::of(&content) else {
        return Ok(Err(Why::Kind));
    };
    match picture::cleaned(media, content).await {
        Ok(content) => Ok(Ok((media, content))),
        Err(fault) => Why::of(media, &fault).map(Err).ok_or(fault),
    }
}

/// What is in a part; `None` where it is more than `most` bytes, and then it is read to its end and dropped.
async fn within(part: &mut Field<'_>, most: usize) -> Result<Option<Vec<u8>>, MultipartError> {
    let mut content = Some(Vec::new());
    while let Some(chunk) = part.chunk().await? {
        match &mut content {
            Some(kept) if kept.len() + chunk.len() <= most => kept.extend_from_slice(&chunk),
            _ => content = None,
        }
    }
    Ok(content)
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
