//! The files of a case: those of the message, and those that came with what was done later, for whoever may see them.

use crate::access::Look;
use crate::keys::NamedKey;
use crate::load::Loaded;
use crate::{Office, Problem};
use calendar::Instant;
use case::access::Wish;
use case::act::Attachment;
use case::{Act, Actor, CaseNumber};
use seal::KeyId;

/// A file of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFile {
    /// As the event holds it.
    pub file: Attachment,
    /// Its name; `None` where the key was destroyed.
    pub name: Option<String>,
    /// Its digest, opened.
    pub digest: Option<String>,
    /// Sequence number of the event that it came with; 1 is the message.
    pub seq: u64,
    /// When it came, UTC milliseconds.
    pub at: Instant,
}

/// The files that come with an act.
fn attached(act: &Act) -> &[Attachment] {
    match act {
        Act::Receive { attachments, .. } | Act::Report { attachments, .. } | Act::Add { attachments, .. } => {
            attachments
        }
        Act::Record(note) => &note.attachments,
        _ => &[],
    }
}

/// Whether a person who may see the case may see the files of an act: its citizen sees those of the message, of what was
/// added to it, and of records that citizens read.
fn may_see(loaded: &Loaded, who: &Actor, act: &Act) -> bool {
    if !matches!(who, Actor::Citizen(_)) {
        return true;
    }
    match act {
        Act::Receive { .. } | Act::Add { .. } => true,
        Act::Record(note) => {
            let record = loaded.adopted.procedure.record(&note.record);
            record.is_some_and(|record| record.citizen)
        }
        _ => false,
    }
}

/// The files of a loaded case that somebody may see, in the order in which they came.
pub(crate) fn files(loaded: &Loaded, who: &Actor, key: Option<&NamedKey>) -> Vec<CaseFile> {
    let open = |place: &str, sealed| key.and_then(|key| key.open(place, sealed).ok());
    let seen = loaded
        .events
        .iter()
        .zip(1..)
        .filter(|((event, _), _)| may_see(loaded, who, &event.act));
    let all =
        seen.flat_map(|((event, _), seq)| attached(&event.act).iter().map(move |file| (file, seq, event.at)));
    all.map(|(file, seq, at)| CaseFile {
        name: open("file_name", &file.name),
        digest: open("file_digest", &file.digest),
        file: file.clone(),
        seq,
        at,
    })
    .collect()
}

impl Office {
    /// A file of a case, opened, with its name and media type.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the person may not see the case, or among the files that they may see there is none
    /// such.
    pub async fn attachment(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
        id: &str,
    ) -> Result<(String, String, Vec<u8>), Problem> {
        let loaded = self.load_unnoted(j, who, Wish::SeeCase, number).await?;
        self.saw(j, who, Look::File, Some(number));
        let key = KeyId::new(crate::keys::case_key(number.as_str()));
        let key = self.key(j, &key).await?;
        let found = files(&loaded, who, key.as_ref())
            .into_iter()
            .find(|one| one.file.id == id);
        let found = found.ok_or(Problem::NotFound)?;
        let key = key.ok_or(Problem::Destroyed)?;
        let sealed = self.parts().blobs.get(id).await?.ok_or(Problem::NotFound)?;
        let content = key.open_bytes(id, &sealed)?;
        let name = found.name.ok_or(Problem::Destroyed)?;
        Ok((name, found.file.media, content))
    }
}
