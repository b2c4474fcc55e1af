//! The list of evidence: every file that came along, with the digest by which it can be told from any other.

use super::{Maker, Section};
use crate::view::CaseFile;
use report::{Block, Table};

impl Maker<'_> {
    /// The list as a section.
    pub(super) fn evidence(&self) -> Section {
        let files = &self.view.files;
        let heads = [
            "paper-no",
            "paper-file",
            "paper-kind",
            "paper-kilobytes",
            "paper-when",
            "paper-digest",
        ];
        let row = |(file, no): (&CaseFile, usize)| {
            vec![
                no.to_string(),
                self.written(file.name.as_ref()),
                file.file.media.clone(),
                file.file.bytes.div_ceil(1024).to_string(),
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
