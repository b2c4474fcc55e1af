//! Units, people, posts and rosters: events of the jurisdiction's `directory` stream, and the rows folded from them.
//!
//! What a person is (address, phone, password hash) stands in the events sealed under the office's key.

use crate::keys::NamedKey;
use crate::{Office, Problem};
use calendar::Instant;
use jiff::civil::Date;
use seal::{KeyId, Sealed};
use serde::{Deserialize, Serialize};
use store::{
    Append, Commit, CommitError, Duty, NewEvent, Person, PostHeld, RowChange, StoreError, StoredEvent, Unit,
};

/// The stream of a jurisdiction's directory.
pub const STREAM: &str = "directory";

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

/// The day of an instant in the one zone of the country.
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

impl Office {
    /// The office's own key: seals staff's addresses and codes on their way out.
    pub(crate) async fn office_key(&self, j: &str) -> Result<NamedKey, Problem> {
        if let Some(key) = self.key(j, &office_key_id()).await? {
            return Ok(key);
        }
        let (_, stored) = self.new_key("office:directory".to_owned());
        let mut commit = Commit::new(j, self.now());
        commit.keys.push(stored);
        self.store().commit(commit).await?;
        // Whoever stored it first: what lies in the database is the key.
        self.key(j, &office_key_id())
            .await?
            .ok_or_else(|| Problem::Corrupt("office key".to_owned()))
    }

    /// Enters units, people, posts and shifts, as events and rows in one commit.
    ///
    /// # Errors
    /// The store's.
    pub async fn enter(&self, j: &str, by: &str, entries: Vec<Entry>) -> Result<(), Problem> {
        let key = self.office_key(j).await?;
        loop {
            let now = self.now();
            let expected = self.store().last_seq(j, STREAM).await?;
            let mut events = Vec::with_capacity(entries.len());
            let mut commit = Commit::new(j, now);
            for (entry, seq) in entries.iter().zip(expected + 1..) {
                let what = self.sealed_entry(&key, entry);
                commit.changes.push(row(&what, seq)?);
                let bytes = serde_json::to_vec(&Entered {
                    by: by.to_owned(),
                    what,
                })?;
                events.push(NewEvent {
                    kind: word(entry).to_owned(),
                    version: 1,
                    at: now,
                    bytes,
                });
            }
            commit.streams.push(Append {
                stream: STREAM.to_owned(),
                expected,
                events,
            });
            match self.store().commit(commit).await {
                Ok(_) => return Ok(()),
                Err(CommitError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn sealed_entry(&self, key: &NamedKey, entry: &Entry) -> Stored {
        match entry {
            Entry::Unit(unit) => Stored::Unit(unit.clone()),
            Entry::Post(post) => Stored::Post(post.clone()),
            Entry::Duty(duty) => Stored::Duty(duty.clone()),
            Entry::StrikeDuty(duty) => Stored::StrikeDuty(duty.clone()),
            Entry::Person(p) => {
                let seal =
                    |place: &str, text: &Option<String>| text.as_ref().map(|t| self.seal(key, place, t));
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
        }
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
    let corrupt = |e: serde_json::Error| StoreError::Corrupt(format!("directory event {}: {e}", stored.seq));
    let entered: Entered = serde_json::from_slice(&stored.bytes).map_err(corrupt)?;
    Ok(vec![row(&entered.what, stored.seq).map_err(corrupt)?])
}

fn word(entry: &Entry) -> &'static str {
    match entry {
        Entry::Unit(_) => "unit",
        Entry::Person(_) => "person",
        Entry::Post(_) => "post",
        Entry::Duty(_) => "duty",
        Entry::StrikeDuty(_) => "strike-duty",
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
