//! Documents as they are written and delivered: typed parts are sealed, times become moments.

use super::{Office, Problem, moment};
use crate::draft::DocumentPartDraft;
use crate::keys::NamedKey;
use crate::load::Loaded;
use calendar::Instant;
use case::Act;
use case::act::{Delivering, DocumentPart, Writing};

impl Office {
    /// A document that is written.
    pub(super) fn writing(
        &self,
        key: &NamedKey,
        document: String,
        parts: &[DocumentPartDraft],
        outcome: Option<String>,
    ) -> Result<Act, Problem> {
        let mut typed = Vec::with_capacity(parts.len());
        for part in parts.iter().filter(|part| !crate::says_nothing(&part.text)) {
            typed.push(DocumentPart {
                id: part.id.clone(),
                text: self.sealed(key, "part", &part.text)?,
            });
        }
        Ok(Act::Write(Writing {
            document,
            parts: typed,
            outcome: outcome.filter(|id| !id.is_empty()),
        }))
    }

    /// A delivery, with the time at which it was made where that is not now.
    pub(super) fn delivering(
        &self,
        loaded: &Loaded,
        (document, to): (String, String),
        way: Option<String>,
        when: Option<&str>,
        now: Instant,
    ) -> Result<Act, Problem> {
        let when = when.filter(|text| !crate::says_nothing(text));
        let when = when.map(|text| moment(&loaded.adopted.calendar, "when", text, now));
        Ok(Act::Deliver(Delivering {
            document,
            to,
            way: way.filter(|id| !id.is_empty()),
            when: when.transpose()?,
        }))
    }
}
