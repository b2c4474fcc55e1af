//! Units, people, posts and rosters: events of the jurisdiction's `directory` stream, and the rows folded from them.
//!
//! What a person is (address, phone, password hash) stands in the events sealed under a key of that person.

use crate::keys::NamedKey;
use crate::{Office, Problem};
use calendar::Instant;
use jiff::civil::Date;
use seal::{KeyId, Sealed};
use serde::{Deserialize, Serialize};
use store::{
    Append, Commit, CommitError, Duty, NewEvent, Person, PostHeld, RowChange, StoreError, StoredEvent, Unit,
    UsedCode,
};

/// The stream of a jurisdiction's directory.
pub const STREAM: &str = "directory";
/// Version of the events' form.
const VERSION: u16 = 1;

/// A unit between two days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitEntry {
    /// Id.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Kind, as the procedure's personal rules name it.
    pub kind: String,
    /// The unit above.
    pub parent: Option<String>,
    /// Code of its administrative division.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub territory: Option<String>,
    /// Its duties: ids of categories and marks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<String>,
    /// First day.
    pub from: Date,
    /// First day no more.
    pub to: Option<Date>,
}

/// A member of staff, in plain text until it is sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonEntry {
    /// Id.
    pub id: String,
    /// Name to sign in with.
    pub login: String,
    /// Name as others see it.
    pub name: String,
    /// Argon2id hash of the password.
    pub password: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Whether the person may sign in.
    pub active: bool,
}

/// A role held between two days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostEntry {
    /// Who.
    pub person: String,
    /// Role id.
    pub role: String,
    /// Unit, for roles seated in units.
    pub unit: Option<String>,
    /// First day.
    pub from: Date,
    /// First day no more.
    pub to: Option<Date>,
}

/// A shift on a unit's roster, UTC milliseconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyEntry {
    /// Unit.
    pub unit: String,
    /// Who.
    pub person: String,
    /// From.
    pub from: Instant,
    /// The first instant no more.
    pub to: Instant,
}

/// Something entered into the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A unit is set.
    Unit(UnitEntry),
    /// A person is set.
    Person(PersonEntry),
    /// A post is set.
    Post(PostEntry),
    /// A shift is set.
    Duty(DutyEntry),
    /// A shift is struck off.
    StrikeDuty(DutyEntry),
}

/// The stored form, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "entry", rename_all = "kebab-case")]
enum Stored {
    Unit(UnitEntry),
    Person {
        id: String,
        login: String,
        name: String,
        password: Option<Sealed>,
        email: Option<Sealed>,
        phone: Option<Sealed>,
        active: bool,
    },
    Post(PostEntry),
    Duty(DutyEntry),
    StrikeDuty(DutyEntry),
}

/// The event as stored: who entered what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Entered {
    by: String,
    #[serde(flatten)]
    what: Stored,
}

/// The day of an instant in the one zone of the country: it is found before the calendar that is in force on it.
pub fn day_of(at: Instant) -> Date {
    let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(8));
    jiff::Timestamp::from_millisecond(at.ms())
        .map(|t| t.to_zoned(zone).date())
        .unwrap_or_default()
}

/// Name of the office's own key.
pub(crate) fn office_key_id() -> KeyId {
    KeyId::new("office:directory")
}

/// Name of the key of a member of staff.
pub(crate) fn staff_key_id(person: &str) -> KeyId {
    KeyId::new(format!("staff:{person}"))
}

impl Office {
    /// The office's own key: seals codes on their way out.
    pub(crate) async fn office_key(&self, j: &str) -> Result<NamedKey, Problem> {
        self.made_key(j, &office_key_id()).await
    }

    /// The key with this name, made where there is none yet.
    pub(crate) async fn made_key(&self, j: &str, id: &KeyId) -> Result<NamedKey, Problem> {
        if let Some(key) = self.key(j, id).await? {
            return Ok(key);
        }
        let (_, stored) = self.new_key(id.as_str().to_owned());
        let mut commit = Commit::new(j, self.now());
        commit.keys.push(stored);
        self.commit(commit).await?;
        // Whoever stored it first: what lies in the database is the key.
        self.key(j, id)
            .await?
            .ok_or_else(|| Problem::Corrupt(format!("no key {id}")))
    }

    /// Enters units, people, posts and shifts, as events and rows in one commit.
    ///
    /// # Errors
    /// The store's.
    pub async fn enter(&self, j: &str, by: &str, entries: Vec<Entry>) -> Result<(), Problem> {
        self.enter_with(j, by, entries, None).await
    }

    /// The same, using up the code that allowed it.
    pub(crate) async fn enter_with(
        &self,
        j: &str,
        by: &str,
        entries: Vec<Entry>,
        code: Option<UsedCode>,
    ) -> Result<(), Problem> {
        let mut stored = Vec::with_capacity(entries.len());
        for entry in &entries {
            stored.push(self.stored_entry(j, entry).await?);
        }
        loop {
            let now = self.now();
            let expected = self.store().last_seq(j, STREAM).await?;
            let mut events = Vec::with_capacity(entries.len());
            let mut commit = Commit::new(j, now);
            commit.code.clone_from(&code);
            for (what, seq) in stored.iter().zip(expected + 1..) {
                commit.changes.push(row(what, seq)?);
                let bytes = serde_json::to_vec(&Entered {
                    by: by.to_owned(),
                    what: what.clone(),
                })?;
                events.push(NewEvent {
                    kind: word(what).to_owned(),
                    version: VERSION,
                    at: now,
                    bytes,
                });
            }
            commit.streams.push(Append {
                stream: STREAM.to_owned(),
                expected,
                events,
            });
            match self.commit(commit).await {
                Ok(_) => return Ok(()),
                Err(CommitError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// As it is stored. A person's own data are sealed under a key of that person, so that they can be destroyed
    /// when the person has left.
    async fn stored_entry(&self, j: &str, entry: &Entry) -> Result<Stored, Problem> {
        Ok(match entry {
            Entry::Unit(unit) => Stored::Unit(unit.clone()),
            Entry::Post(post) => Stored::Post(post.clone()),
            Entry::Duty(duty) => Stored::Duty(duty.clone()),
            Entry::StrikeDuty(duty) => Stored::StrikeDuty(duty.clone()),
            Entry::Person(p) => {
                let key = self.made_key(j, &staff_key_id(&p.id)).await?;
                let seal =
                    |place: &str, text: &Option<String>| text.as_ref().map(|t| self.seal(&key, place, t));
                Stored::Person {
                    id: p.id.clone(),
                    login: p.login.clone(),
                    name: p.name.clone(),
                    password: seal("staff password", &p.password),
                    email: seal("staff email", &p.email),
                    phone: seal("staff phone", &p.phone),
                    active: p.active,
                }
            }
        })
    }
}

/// How the directory's events fold into rows, for rebuilding the read models.
///
/// # Errors
/// An event that cannot be read.
pub fn fold(stored: &StoredEvent) -> Result<Vec<RowChange>, StoreError> {
    if stored.stream != STREAM {
        return Ok(Vec::new());
    }
    let entered: Entered = crate::stored::read(stored, VERSION)?;
    let row = row(&entered.what, stored.seq);
    Ok(vec![row.map_err(|error| {
        crate::stored::corrupt(stored, &error.to_string())
    })?])
}

fn word(stored: &Stored) -> &'static str {
    match stored {
        Stored::Unit(_) => "unit",
        Stored::Person { .. } => "person",
        Stored::Post(_) => "post",
        Stored::Duty(_) => "duty",
        Stored::StrikeDuty(_) => "strike-duty",
    }
}

/// The fold: one event, one row.
fn row(what: &Stored, seq: u64) -> Result<RowChange, serde_json::Error> {
    Ok(match what.clone() {
        Stored::Unit(u) => RowChange::Unit(Unit {
            id: u.id.into(),
            zh: u.zh,
            en: u.en,
            kind: u.kind,
            parent: u.parent.map(Into::into),
            territory: u.territory,
            duties: u.duties,
            from: u.from,
            to: u.to,
        }),
        Stored::Person {
            id,
            login,
            name,
            password,
            email,
            phone,
            active,
        } => RowChange::Person(Person {
            id: id.into(),
            login,
            name,
            // Stays sealed in the row too: whoever copies the table has no hashes to try.
            password: password.map(|p| serde_json::to_string(&p)).transpose()?,
            email,
            phone,
            active,
            seq,
        }),
        Stored::Post(p) => RowChange::Post(PostHeld {
            person: p.person.into(),
            role: p.role,
            unit: p.unit.map(Into::into),
            from: p.from,
            to: p.to,
        }),
        Stored::Duty(d) => RowChange::Duty(duty(d)),
        Stored::StrikeDuty(d) => RowChange::StrikeDuty(duty(d)),
    })
}

fn duty(entry: DutyEntry) -> Duty {
    Duty {
        unit: entry.unit.into(),
        person: entry.person.into(),
        from: entry.from,
        to: entry.to,
    }
}

#[cfg(test)]
mod tests {
    use super::{Entered, STREAM, VERSION, fold};
    use calendar::Instant;
    use store::StoredEvent;

    fn stored(version: u16, line: &str) -> StoredEvent {
        StoredEvent {
            stream: STREAM.to_owned(),
            seq: 1,
            kind: String::new(),
            version,
            at: Instant::from_ms(0),
            recorded: Instant::from_ms(0),
            procedure: String::new(),
            calendar: String::new(),
            bytes: line.as_bytes().to_vec(),
        }
    }

    /// A sample of every version ever landed; a sample is never edited.
    #[test]
    fn every_version_of_the_directory_is_read() {
        let lines = include_str!("../samples/directory-1.jsonl");
        assert_eq!(lines.lines().count(), 6);
        for line in lines.lines() {
            assert_eq!(fold(&stored(VERSION, line)).unwrap().len(), 1);
            let entered: Entered = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&entered).unwrap(), line);
        }
    }

    #[test]
    fn a_version_of_a_newer_program_is_not_guessed_at() {
        let line = include_str!("../samples/directory-1.jsonl")
            .lines()
            .next()
            .unwrap();
        assert!(fold(&stored(VERSION + 1, line)).is_err());
    }
}
