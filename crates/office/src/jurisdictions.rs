//! The jurisdictions of an installation: events of each one's own `jurisdiction` stream, and the rows folded from them.
//! Which of them a request means is said by the host name, or by the first part of the path.

mod choice;

pub use choice::Choice;

use crate::administer::one_line;
use crate::{FieldFault, Office, Problem};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use store::{Append, Commit, CommitError, Jurisdiction, RowChange, StoreError, StoredEvent};

/// The stream in which a jurisdiction was entered and changed.
pub const STREAM: &str = "jurisdiction";
/// Version of the events' form.
const VERSION: u16 = 1;
/// Longest id, in characters: it stands in keys, addresses and names of cookies.
const LONGEST_ID: usize = 32;
/// Longest name or host name, in characters.
const LONGEST_NAME: usize = 200;

/// The event, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Entered {
    zh: String,
    en: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    host: Option<String>,
}

impl Office {
    /// Enters a jurisdiction, or changes its names and its host name. The same again changes nothing.
    ///
    /// # Errors
    /// An id, name or host name that cannot be taken; a host name that another one has.
    pub async fn enter_jurisdiction(&self, jurisdiction: Jurisdiction) -> Result<(), Problem> {
        let there = self.store().jurisdictions().await?;
        let known = there.iter().find(|j| j.id == jurisdiction.id);
        let mut faults = Vec::new();
        if known.is_none() && !is_id(&jurisdiction.id) {
            faults.push(FieldFault::new("id", "field-not-an-id"));
        }
        for (field, value) in [("zh", &jurisdiction.zh), ("en", &jurisdiction.en)] {
            if crate::says_nothing(value) {
                faults.push(FieldFault::new(field, "field-empty"));
            }
            one_line(field, value, LONGEST_NAME)?;
        }
        if let Some(host) = &jurisdiction.host {
            if !is_host(host) {
                faults.push(FieldFault::new("host", "field-not-a-host"));
            }
            let taken = |j: &&Jurisdiction| j.host.as_ref() == Some(host) && j.id != jurisdiction.id;
            if let Some(other) = there.iter().find(taken) {
                let mut fault = FieldFault::new("host", "field-host-taken");
                fault.args.push(("id", other.id.clone()));
                faults.push(fault);
            }
        }
        if !faults.is_empty() {
            return Err(Problem::Invalid(faults));
        }
        let same = known == Some(&jurisdiction);
        self.record_jurisdiction(jurisdiction, same).await
    }

    /// Jurisdictions that were entered before they had events get their first one. Does nothing a second time.
    ///
    /// # Errors
    /// The store's.
    pub async fn record_jurisdictions(&self) -> Result<(), Problem> {
        for jurisdiction in self.store().jurisdictions().await? {
            self.record_jurisdiction(jurisdiction, true).await?;
        }
        Ok(())
    }

    /// Appends what a jurisdiction is now; only its first event where nothing has changed.
    async fn record_jurisdiction(&self, jurisdiction: Jurisdiction, same: bool) -> Result<(), Problem> {
        let j = jurisdiction.id.clone();
        let entered = Entered {
            zh: jurisdiction.zh.clone(),
            en: jurisdiction.en.clone(),
            host: jurisdiction.host.clone(),
        };
        loop {
            let now = self.now();
            let expected = self.store().last_seq(&j, STREAM).await?;
            if same && expected > 0 {
                return Ok(());
            }
            let mut commit = Commit::new(j.clone(), now);
            commit.streams.push(Append {
                stream: STREAM.to_owned(),
                expected,
                events: vec![crate::stored::event("enter", VERSION, now, &entered)?],
            });
            commit.changes.push(RowChange::Jurisdiction(jurisdiction.clone()));
            match self.commit(commit).await {
                Err(CommitError::Conflict { .. }) => {}
                done => {
                    done?;
                    self.parts().recent.forget();
                    return Ok(());
                }
            }
        }
    }

    /// All jurisdictions of the installation, by id.
    ///
    /// # Errors
    /// The store's.
    pub async fn jurisdictions(&self) -> Result<Arc<[Jurisdiction]>, Problem> {
        let (recent, now) = (&self.parts().recent, self.now());
        if let Some(all) = recent.jurisdictions(now) {
            return Ok(all);
        }
        let all: Arc<[Jurisdiction]> = self.store().jurisdictions().await?.into();
        recent.keep_jurisdictions(now, all.clone());
        Ok(all)
    }
}

/// How the events fold into rows. `j` is the jurisdiction whose stream it is.
///
/// # Errors
/// An event that cannot be read.
pub fn fold(j: &str, stored: &StoredEvent) -> Result<Vec<RowChange>, StoreError> {
    if stored.stream != STREAM {
        return Ok(Vec::new());
    }
    let Entered { zh, en, host } = crate::stored::read(stored, VERSION)?;
    let id = j.to_owned();
    Ok(vec![RowChange::Jurisdiction(Jurisdiction { id, zh, en, host })])
}

/// Lower-case letters, digits and hyphens: it stands in addresses and in names of cookies.
fn is_id(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !id.is_empty() && id.len() <= LONGEST_ID && id.chars().all(plain)
}

/// A host name as browsers send it, without a port.
fn is_host(host: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    !host.is_empty() && host.len() <= LONGEST_NAME && host.chars().all(plain) && !host.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::{Entered, STREAM, fold};
    use calendar::Instant;
    use store::StoredEvent;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_a_jurisdiction_is_read() {
        for line in include_str!("../samples/jurisdiction-1.jsonl").lines() {
            let entered: Entered = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&entered).unwrap(), line);
            let stored = StoredEvent {
                stream: STREAM.to_owned(),
                seq: 1,
                kind: "enter".to_owned(),
                version: 1,
                at: Instant::from_ms(0),
                recorded: Instant::from_ms(0),
                procedure: String::new(),
                calendar: String::new(),
                bytes: line.as_bytes().to_vec(),
            };
            assert_eq!(fold("here", &stored).unwrap().len(), 1);
        }
    }
}
