//! The list of evidence: every file that came along, with the digest by which it can be told from any other.

use super::{Maker, Section};
use crate::view::CaseView;
use crate::{Office, Problem};
use calendar::Instant;
use case::Act;
use case::act::Attachment;
use report::{Block, Table};
use seal::KeyId;

/// A file with its name and digest opened.
pub(super) struct File {
    name: Option<String>,
    digest: Option<String>,
    media: String,
    bytes: u64,
    at: Instant,
}

impl Office {
    /// The files of a case as this reader's timeline has them.
    pub(super) async fn evidence(&self, j: &str, view: &CaseView) -> Result<Vec<File>, Problem> {
        let key = KeyId::new(crate::keys::case_key(view.number.as_str()));
        let key = self.key(j, &key).await?;
        let open = |place: &str, sealed| key.as_ref().and_then(|key| key.open(place, sealed).ok());
        let mut files = Vec::new();
        for entry in &view.timeline {
            for file in attached(&entry.act) {
                files.push(File {
                    name: open("file_name", &file.name),
                    digest: open("file_digest", &file.digest),
                    media: file.media.clone(),
                    bytes: file.bytes,
                    at: entry.at,
                });
            }
        }
        Ok(files)
    }
}

fn attached(act: &Act) -> &[Attachment] {
    match act {
        Act::Receive { attachments, .. } | Act::Report { attachments, .. } | Act::Add { attachments, .. } => {
            attachments
        }
        Act::Record(note) => &note.attachments,
        _ => &[],
    }
}

impl Maker<'_> {
    /// The list as a section.
    pub(super) fn evidence(&self, files: &[File]) -> Section {
        let heads = [
            "paper-no",
            "paper-file",
            "paper-kind",
            "paper-kilobytes",
            "paper-when",
            "paper-digest",
        ];
        let row = |(file, no): (&File, usize)| {
            vec![
                no.to_string(),
                self.written(file.name.as_ref()),
                file.media.clone(),
                file.bytes.div_ceil(1024).to_string(),
                self.at(file.at),
                self.written(file.digest.as_ref()),
            ]
        };
        let table = Table {
            head: heads.iter().map(|key| self.say(key)).collect(),
            rows: files.iter().zip(1..).map(row).collect(),
        };
        Section {
            heading: self.say("paper-evidence"),
            pieces: files.len(),
            blocks: if files.is_empty() {
                Vec::new()
            } else {
                vec![Block::Table(table)]
            },
        }
    }
}
