//! What is in already: the same row, or the same number with another text. What is in is never overwritten.

use super::{Entry, Fate, Reason};
use crate::keys::case_key;
use crate::{Office, Problem};
use calendar::Instant;
use case::{Act, CaseNumber};
use seal::{KeyId, Sealed};
use store::case_stream;

impl Office {
    /// Compares a row with the case that it was imported as, or whose number it has. `None` where there is none.
    pub(super) async fn compared(
        &self,
        j: &str,
        number: &CaseNumber,
        entry: &Entry,
    ) -> Result<Option<Fate>, Problem> {
        let stored = self.store().events(j, &case_stream(number)).await?;
        let Some(first) = stored.first() else {
            return Ok(None);
        };
        let event = store::case_event(first)?;
        let Some(key) = self.key(j, &KeyId::new(case_key(number.as_str()))).await? else {
            // Its texts were destroyed; there is nothing left to compare with.
            return Ok(Some(Fate::Same));
        };
        let says = |place: &str, sealed: Option<&Sealed>, row: Option<&str>| -> Result<bool, Problem> {
            let kept = sealed.map(|s| key.open(place, s)).transpose()?;
            Ok(kept.as_deref() == row.map(str::trim))
        };
        let same = match &event.act {
            Act::RecordHistory {
                title,
                text,
                reply,
                received,
                replied,
                ..
            } => {
                let times: (Instant, Option<Instant>) = (*received, *replied);
                times == (entry.received, entry.replied)
                    && says("title", Some(title), Some(&entry.title))?
                    && says("text", Some(text), Some(&entry.text))?
                    && says("reply", reply.as_ref(), entry.reply.as_deref())?
            }
            Act::Receive {
                title,
                text,
                external: Some(external),
                ..
            } if *external == entry.number => {
                says("title", Some(title), Some(&entry.title))?
                    && says("text", Some(text), Some(&entry.text))?
            }
            _ => {
                let reason = Reason {
                    code: "import-number-taken",
                    args: vec![("number", number.to_string())],
                };
                return Ok(Some(Fate::Bad(reason)));
            }
        };
        Ok(Some(if same { Fate::Same } else { Fate::Changed }))
    }
}
