//! Events of the `credentials` stream, version 1, and the rows folded from them.

use super::STREAM;
use jiff::civil::Date;
use seal::Sealed;
use serde::{Deserialize, Serialize};
use store::{CredentialRow, RowChange, StoreError, StoredEvent};

/// Version of the events' form.
pub(super) const VERSION: u16 = 1;

/// One event: a credential was entered, or is taken no more. It holds the whole of it, as it stands from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entered {
    pub(crate) by: String,
    pub(crate) id: String,
    pub(crate) person: String,
    pub(crate) active: bool,
    pub(crate) what: Credential,
}

/// What it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum Credential {
    /// An authenticator that shows codes.
    Totp {
        /// What both sides know.
        secret: Sealed,
    },
    /// A passkey.
    Passkey {
        /// What its owner calls it.
        name: Sealed,
        /// Its id, as browsers know it.
        credential: String,
        /// Its public key (COSE).
        key: String,
        /// The host for which it was made.
        site: String,
    },
    /// Codes for the day on which the authenticator is lost.
    Recovery {
        /// Keyed hashes of them.
        hashes: Vec<String>,
    },
    /// A person of a sign-on service.
    SignOn {
        /// The service.
        issuer: String,
    },
    /// A key of a machine.
    Key {
        /// What it is for.
        name: String,
        /// Keyed hash of what the machine shows.
        hash: String,
        /// What it opens.
        scopes: Vec<String>,
        /// First day on which it opens nothing more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
    },
}

impl Credential {
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Totp { .. } => "totp",
            Self::Passkey { .. } => "passkey",
            Self::Recovery { .. } => "recovery",
            Self::SignOn { .. } => "sign-on",
            Self::Key { .. } => "key",
        }
    }
}

impl Entered {
    /// The row that follows from it.
    pub(super) fn row(&self, seq: u64) -> Result<RowChange, serde_json::Error> {
        Ok(RowChange::Credential(CredentialRow {
            id: self.id.clone(),
            kind: self.what.word().to_owned(),
            person: self.person.as_str().into(),
            credential: serde_json::to_string(&self.what)?,
            active: self.active,
            seq,
        }))
    }
}

/// How the events fold into rows.
///
/// # Errors
/// An event that cannot be read.
pub(crate) fn fold(stored: &StoredEvent) -> Result<Vec<RowChange>, StoreError> {
    if stored.stream != STREAM {
        return Ok(Vec::new());
    }
    let corrupt = |why: String| StoreError::Corrupt(format!("credentials event {}: {why}", stored.seq));
    if stored.version != VERSION {
        return Err(corrupt(format!("has version {}", stored.version)));
    }
    let event: Entered = serde_json::from_slice(&stored.bytes).map_err(|error| corrupt(error.to_string()))?;
    let row = event
        .row(stored.seq)
        .map_err(|error| corrupt(error.to_string()))?;
    Ok(vec![row])
}

#[cfg(test)]
mod tests {
    use super::Entered;

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_the_credentials_is_read() {
        let lines = include_str!("../../samples/credentials-1.jsonl");
        assert_eq!(lines.lines().count(), 6);
        for line in lines.lines() {
            let event: Entered = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&event).unwrap(), line);
        }
    }
}
