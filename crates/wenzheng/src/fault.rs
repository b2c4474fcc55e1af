//! What goes wrong, in a sentence of the catalogue.

use office::Problem;
use store::{BlobError, StoreError};

use calendar::Lang;
use words::say;

/// Something that has a sentence in the catalogue.
pub(crate) trait Said {
    /// The sentence.
    fn said(&self, lang: Lang) -> String;
}

/// The sentence for an error.
pub(crate) fn said(lang: Lang, error: impl Said) -> String {
    error.said(lang)
}

impl Said for StoreError {
    fn said(&self, lang: Lang) -> String {
        say(lang, self.code(), &self.args())
    }
}

impl Said for BlobError {
    fn said(&self, lang: Lang) -> String {
        say(lang, "backup-blobs", &[("reason", self.to_string())])
    }
}

impl Said for ledger::LedgerError {
    fn said(&self, lang: Lang) -> String {
        say(lang, self.code(), &self.args())
    }
}

impl Said for ledger::RowError {
    fn said(&self, lang: Lang) -> String {
        say(lang, self.code(), &self.args())
    }
}

impl Said for Problem {
    fn said(&self, lang: Lang) -> String {
        match self {
            Problem::Store(error) => error.said(lang),
            Problem::Corrupt(why) => say(lang, "store-corrupt", &[("why", why.clone())]),
            Problem::Invalid(faults) => {
                let said: Vec<String> = faults
                    .iter()
                    .map(|fault| format!("{}: {}", fault.field, say(lang, fault.code, &fault.args)))
                    .collect();
                said.join("\n")
            }
            other => say(lang, other.code(), &other.args()),
        }
    }
}
