//! Files of a form that comes back: they wait for it, so that nobody has to choose them again.

use crate::parts::{HeldFile, Refill};
use crate::shell::{File, PageError, Posted, RefusedFile, Why};
use crate::state::AppState;
use office::{FieldFault, Upload};
use serde::{Deserialize, Serialize};

/// Name of the field of files.
const FIELD: &str = "attachments";

/// Keeps the files of somebody's form.
pub(crate) struct Keeper<'a> {
    pub(crate) state: &'a AppState,
    pub(crate) j: &'a str,
    /// Whose room they take.
    pub(crate) from: &'a str,
    /// Who may have them back.
    pub(crate) reader: &'a str,
}

/// The files of a form that is to be taken.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// Those that waited, and those that came with it.
    pub(crate) uploads: Vec<Upload>,
    /// What is wrong with files.
    pub(crate) faults: Vec<FieldFault>,
    gone: Vec<String>,
}

/// The files of a form that comes back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Kept {
    /// Those that wait.
    pub(crate) files: Vec<HeldFile>,
    /// Whether others have to be chosen again.
    pub(crate) lost: bool,
}

impl Kept {
    /// Into the form that comes back.
    pub(crate) fn beside(self, back: &mut Refill) {
        back.held = self.files;
        back.lost = self.lost;
    }
}

/// What is held of a file before its content.
#[derive(Serialize, Deserialize)]
struct Head {
    name: String,
    media: String,
}

/// Files that waited for the form, without those that are left out, each once.
fn carried<const FILES: usize>(posted: &Posted<FILES>) -> Vec<HeldFile> {
    let left_out = posted.all(HeldFile::LEFT_OUT);
    let mut files: Vec<HeldFile> = Vec::new();
    for file in posted.all(HeldFile::FIELD).into_iter().filter_map(HeldFile::read) {
        let known = files.iter().any(|one| one.token == file.token);
        if !known && !left_out.contains(&file.token.as_str()) && files.len() < FILES {
            files.push(file);
        }
    }
    files
}

/// Files that came with the form, as many as there is room for beside those that waited, and those beyond.
fn brought<const FILES: usize>(posted: &Posted<FILES>) -> (&[File], &[File]) {
    let room = FILES.saturating_sub(carried(posted).len());
    posted.files.split_at(room.min(posted.files.len()))
}

/// What is wrong with the files that came with a form.
pub(crate) fn faults<const FILES: usize>(posted: &Posted<FILES>) -> Vec<FieldFault> {
    let (_, beyond) = brought(posted);
    let many = beyond.iter().map(|file| {
        let refused = RefusedFile {
            field: file.field.clone(),
            name: file.name.clone(),
            why: Why::Many(FILES),
        };
        refused.fault()
    });
    posted.file_faults().into_iter().chain(many).collect()
}

impl Keeper<'_> {
    /// All files of a form that is to be taken.
    pub(crate) async fn gather<const FILES: usize>(
        &self,
        posted: &Posted<FILES>,
    ) -> Result<Gathered, PageError> {
        let mut all = Gathered {
            faults: faults(posted),
            ..Gathered::default()
        };
        for file in carried(posted) {
            let held = self
                .state
                .office
                .kept_aside(self.j, self.reader, &file.token)
                .await?;
            match held.as_deref().and_then(opened) {
                Some(upload) => all.uploads.push(upload),
                None => {
                    let mut gone = FieldFault::new(FIELD, "portal-file-gone");
                    gone.args.push(("name", file.name));
                    all.faults.push(gone);
                    all.gone.push(file.token);
                }
            }
        }
        let upload = |file: &File| Upload {
            name: file.name.clone(),
            media: file.media.to_owned(),
            content: file.content.clone(),
        };
        all.uploads.extend(brought(posted).0.iter().map(upload));
        Ok(all)
    }

    /// Lets the files of a form that comes back wait for it.
    pub(crate) async fn keep<const FILES: usize>(&self, posted: &Posted<FILES>, gathered: &Gathered) -> Kept {
        let mut kept = Kept {
            files: carried(posted),
            lost: false,
        };
        kept.files.retain(|file| !gathered.gone.contains(&file.token));
        for file in brought(posted).0 {
            let content = closed(file);
            match self
                .state
                .office
                .keep_aside(self.j, self.from, self.reader, &content)
                .await
            {
                Some(token) => kept.files.push(HeldFile {
                    token,
                    bytes: file.content.len() as u64,
                    name: file.name.clone(),
                }),
                None => kept.lost = true,
            }
        }
        kept
    }

    /// The form was taken: its files wait no longer.
    pub(crate) async fn used<const FILES: usize>(&self, posted: &Posted<FILES>) {
        for file in carried(posted) {
            let office = &self.state.office;
            // what was done is told whatever becomes of this: what waited is over in hours anyway
            if let Err(error) = office.aside_was_used(self.j, self.reader, &file.token).await {
                tracing::warn!(%error, "what was held for a form waits on");
            }
        }
    }
}

/// A file as it is held: a line that says what it is, and its content.
fn closed(file: &File) -> Vec<u8> {
    let head = Head {
        name: file.name.clone(),
        media: file.media.to_owned(),
    };
    let mut closed = serde_json::to_vec(&head).unwrap_or_default();
    closed.push(b'\n');
    closed.extend_from_slice(&file.content);
    closed
}

fn opened(closed: &[u8]) -> Option<Upload> {
    let end = closed.iter().position(|b| *b == b'\n')?;
    let head: Head = serde_json::from_slice(&closed[..end]).ok()?;
    Some(Upload {
        name: head.name,
        media: head.media,
        content: closed[end + 1..].to_vec(),
    })
}
