//! Files that come along: sealed under the case's key, kept once the command is decided, before the commit that names
//! them.

use crate::intake::Upload;
use crate::keys::NamedKey;
use crate::problem::FILES_UNKEPT;
use crate::{Office, Problem};
use case::act::Attachment;
use store::{BlobError, NewAttachment};

/// A file sealed under the case's key. Its content is kept once the command is decided: a refusal leaves nothing.
pub(crate) struct SealedFile {
    row: NewAttachment,
    content: Option<Vec<u8>>,
}

impl Office {
    /// Files sealed under the case's key: as the act names them, and as they will be kept.
    pub(crate) fn seal_files(
        &self,
        key: &NamedKey,
        number: &str,
        uploads: Vec<Upload>,
    ) -> (Vec<Attachment>, Vec<SealedFile>) {
        use sha2::Digest as _;
        let mut attachments = Vec::new();
        let mut files = Vec::new();
        for upload in uploads {
            let id = crate::chance::hex(&self.chance().bytes::<16>());
            let digest = crate::chance::hex(&sha2::Sha256::digest(&upload.content));
            let bytes = upload.content.len() as u64;
            attachments.push(Attachment {
                id: id.clone(),
                name: self.seal(key, "file_name", &upload.name),
                digest: self.seal(key, "file_digest", &digest),
                bytes,
                media: upload.media.clone(),
            });
            files.push(SealedFile {
                content: Some(self.seal_bytes(key, &id, &upload.content)),
                row: NewAttachment {
                    id,
                    stream: store::case_stream(&number.into()),
                    bytes,
                    media: upload.media,
                },
            });
        }
        (attachments, files)
    }

    /// Keeps the contents, each once, before the commit that names them.
    pub(crate) async fn keep_files(&self, files: &mut [SealedFile]) -> Result<Vec<NewAttachment>, Problem> {
        for file in files.iter_mut() {
            if let Some(content) = file.content.take() {
                let kept = self.parts().blobs.put(&file.row.id, content).await;
                kept.map_err(unkept)?;
            }
        }
        Ok(files.iter().map(|file| file.row.clone()).collect())
    }
}

/// The form comes back with everything that was written: whoever cannot wait sends it without files. What is wrong with the
/// place is for the operator; what is wrong with the program passes for nobody.
fn unkept(error: BlobError) -> Problem {
    tracing::error!(%error, "an attachment could not be kept");
    match error {
        BlobError::Full | BlobError::Unavailable(_) => Problem::field("attachments", FILES_UNKEPT),
        other => other.into(),
    }
}
