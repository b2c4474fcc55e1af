//! The administrator sets up where items are looked for.

use super::STREAM;
use super::stored::{Kind, Source, Stored};
use crate::administer::one_line;
use crate::{FieldFault, Office, Problem};
use case::Actor;
use store::SourceState;

/// A source as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceEntry {
    /// Id of the source to change, or for a new one small letters, digits and `-`; where empty an id is drawn.
    pub id: String,
    /// Name.
    pub name: String,
    /// How it is looked at.
    pub kind: Kind,
    /// Its address.
    pub address: String,
    /// Channel id.
    pub channel: String,
    /// The place that cases concern.
    pub place: Option<String>,
    /// Words, with blanks or commas between.
    pub words: String,
    /// Whether it is asked.
    pub active: bool,
}

/// A source with how asking it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine {
    /// The source.
    pub source: Source,
    /// How asking it went; nothing before the first time.
    pub state: SourceState,
}

const LONGEST_ID: usize = 32;
const LONGEST: usize = 300;
const LONGEST_ADDRESS: usize = 1000;

impl Office {
    /// The sources of a jurisdiction.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators.
    pub async fn item_sources(&self, j: &str, who: &Actor) -> Result<Vec<SourceLine>, Problem> {
        self.may_administer(j, who).await?;
        let mut lines = Vec::new();
        for source in self.all_sources(j).await? {
            let state = self.store().source_state(j, &source.id).await?;
            lines.push(SourceLine {
                source,
                state: state.unwrap_or_default(),
            });
        }
        Ok(lines)
    }

    pub(super) async fn all_sources(&self, j: &str) -> Result<Vec<Source>, Problem> {
        let rows = self.store().sources(j).await?;
        let read = |row: store::SourceRow| Ok(serde_json::from_str(&row.source)?);
        rows.into_iter().map(read).collect()
    }

    /// Sets a source up, or changes it; it is asked anew at once.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; faulty fields.
    pub async fn enter_source(&self, j: &str, who: &Actor, entry: SourceEntry) -> Result<(), Problem> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let source = self.checked_source(j, entry).await?;
        let before = self.all_sources(j).await?;
        let before = before.into_iter().find(|known| known.id == source.id);
        let elsewhere =
            before.is_none_or(|known| known.address != source.address || known.kind != source.kind);
        let id = source.id.clone();
        let event = Stored::Source {
            by: person.to_string(),
            source,
        };
        loop {
            let expected = self.store().last_seq(j, STREAM).await?;
            if self.log_item(j, expected, &event, Vec::new(), Vec::new()).await? {
                break;
            }
        }
        // what was seen of another page, and how asking went there, means nothing here
        let state = self.store().source_state(j, &id).await?.unwrap_or_default();
        let state = if elsewhere {
            SourceState::default()
        } else {
            SourceState { next: 0, ..state }
        };
        self.store().note_source(j.to_owned(), id, state).await?;
        Ok(())
    }

    async fn checked_source(&self, j: &str, mut entry: SourceEntry) -> Result<Source, Problem> {
        if entry.id.is_empty() {
            entry.id = crate::chance::hex(&self.chance().bytes::<4>());
        }
        one_line("name", &entry.name, LONGEST)?;
        one_line("address", &entry.address, LONGEST_ADDRESS)?;
        one_line("place", entry.place.as_deref().unwrap_or_default(), LONGEST)?;
        one_line("words", &entry.words, LONGEST)?;
        let mut faults = Vec::new();
        let mut fault = |field: &str, code: &'static str| faults.push(FieldFault::new(field, code));
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if entry.id.len() > LONGEST_ID || !entry.id.chars().all(plain) {
            fault("id", "field-not-an-id");
        }
        if crate::says_nothing(&entry.name) {
            fault("name", "field-empty");
        }
        if watch::hop(&entry.address).is_err() {
            fault("address", "field-not-of-the-web");
        }
        let rules = self.in_force(j, self.now()).await?.procedure;
        if rules.channel(&entry.channel).is_none() {
            fault("channel", "field-not-a-channel");
        }
        if !faults.is_empty() {
            return Err(Problem::Invalid(faults));
        }
        let between = |c: char| c.is_whitespace() || "、，,；;".contains(c);
        let words = entry.words.split(between).filter(|word| !word.is_empty());
        Ok(Source {
            id: entry.id,
            name: entry.name.trim().to_owned(),
            kind: entry.kind,
            address: entry.address.trim().to_owned(),
            channel: entry.channel,
            place: entry.place.filter(|place| !crate::says_nothing(place)),
            words: words.map(str::to_owned).collect(),
            active: entry.active,
        })
    }
}
