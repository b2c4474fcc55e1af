//! The ledger of transfers and handling, to take along: who handled what, from when to when, and how late. It names no
//! citizen; titles stand in it only where somebody answers for that.

mod line;
mod sheet;

pub use line::LedgerLine;
pub use sheet::ledger_sheet;

use crate::access::Look;
use crate::keys::case_key;
use crate::{Office, Problem};
use calendar::Instant;
use case::Actor;
use case::access::Wish;
use seal::KeyId;
use serde::{Deserialize, Serialize};
use store::{Append, Commit, CommitError, LedgerAfter, LedgerFilter};

/// The stream of what was taken out of a jurisdiction's ledger.
pub const STREAM: &str = "exports";

const VERSION: u16 = 1;
/// Lines loaded at a time.
const PAGE: u32 = 500;

/// A ledger with titles was taken out: who did it, of which days, and how many lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Taken {
    by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<Instant>,
    lines: u64,
}

impl Office {
    /// Lines of the ledger, the oldest first, without titles. For people of the office, and for the command line.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn export_ledger(
        &self,
        j: &str,
        who: &Actor,
        filter: &LedgerFilter,
    ) -> Result<Vec<LedgerLine>, Problem> {
        self.may_list(j, who, Wish::ListAll).await?;
        self.saw(j, who, Look::Export, None);
        let mut after: Option<LedgerAfter> = None;
        let mut lines = Vec::new();
        loop {
            let rows = self.store().ledger(j, filter, after.as_ref(), PAGE).await?;
            let full = rows.len() == PAGE as usize;
            after = rows.last().map(|row| LedgerAfter {
                received: row.received,
                number: row.number.clone(),
            });
            for row in rows {
                match self.load_unnoted(j, who, Wish::SeeCase, &row.number).await {
                    Ok(loaded) => lines.push(LedgerLine::of(&loaded, &row, self.now())),
                    // what the person may not see is in no list of theirs
                    Err(Problem::NotFound) => {}
                    Err(problem) => return Err(problem),
                }
            }
            if !full {
                break;
            }
        }
        lines.reverse();
        Ok(lines)
    }

    /// Opens the titles of lines, in the name of an administrator of the installation, and records that it was done.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators.
    pub async fn open_titles(
        &self,
        j: &str,
        administrator: &Actor,
        filter: &LedgerFilter,
        lines: &mut [LedgerLine],
    ) -> Result<(), Problem> {
        self.may_administer(j, administrator).await?;
        let Actor::Staff { person, .. } = administrator else {
            return Err(Problem::Forbidden);
        };
        let taken = Taken {
            by: person.to_string(),
            from: filter.from,
            to: filter.to,
            lines: lines.len() as u64,
        };
        // recorded before anything is opened
        self.log_export(j, &taken).await?;
        for line in lines {
            let loaded = self.load(j, &Actor::System, Wish::SeeCase, &line.number).await?;
            if loaded.case.accuses() {
                continue;
            }
            let key = self.key(j, &KeyId::new(case_key(line.number.as_str()))).await?;
            let veil = self.veil_of(j, &loaded, key.as_ref()).await?;
            let title = key.and_then(|key| key.open("title", &line.sealed_title).ok());
            line.title = title.map(|title| veil.apply(&title));
        }
        Ok(())
    }

    async fn log_export(&self, j: &str, taken: &Taken) -> Result<(), Problem> {
        loop {
            let now = self.now();
            let mut commit = Commit::new(j, now);
            commit.streams.push(Append {
                stream: STREAM.to_owned(),
                expected: self.store().last_seq(j, STREAM).await?,
                events: vec![crate::stored::event("titles", VERSION, now, taken)?],
            });
            match self.commit(commit).await {
                Err(CommitError::Conflict { .. }) => {}
                done => {
                    done?;
                    return Ok(());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Taken;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_the_exports_is_read() {
        let line = r#"{"by":"administrator","from":1780000000000,"to":1790000000000,"lines":12}"#;
        let taken: Taken = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_string(&taken).unwrap(), line);
    }
}
