//! Keys of machines: another system calls the API in the name of a post. Each machine is a person of the directory who
//! has no password, so that what it did stands in the log under its own name; its key opens only what its scopes name.
//! Shown once, stored as a hash, ended by hand or on a day.

use crate::credentials::{Credential, Entered, Held};
use crate::directory::{Entry, PersonEntry, PostEntry, day_of};
use crate::staff::Signed;
use crate::{FieldFault, Office, Problem};
use calendar::Instant;
use case::access::{ADMINISTRATOR, KEEPER};
use case::{Actor, Post};
use jiff::civil::Date;
use subtle::ConstantTimeEq as _;

/// What a key can open: reading lists and cases it may see, receiving messages, acting on cases, opening sealed personal
/// data, recording rounds, what is noticed elsewhere, answering what other jurisdictions sent.
pub const SCOPES: [&str; 7] = ["read", "receive", "act", "person", "rounds", "items", "exchange"];

/// How a key begins: finds it in places where it should not lie.
pub const PREFIX: &str = "wzk_";
/// The last use is written down at most once a minute.
const TOUCH_MS: i64 = 60_000;
const LONGEST_NAME: usize = 80;

/// A machine as it is entered.
#[derive(Debug, Clone, Default)]
pub struct MachineEntry {
    /// What people call it.
    pub name: String,
    /// Role in whose name it calls.
    pub role: String,
    /// Unit, for roles seated in units.
    pub unit: Option<String>,
    /// What its key opens.
    pub scopes: Vec<String>,
    /// First day on which it opens nothing more.
    pub until: Option<Date>,
}

/// A machine with its key.
#[derive(Debug, Clone)]
pub struct MachineLine {
    /// Id of the key.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The posts in whose name it calls today.
    pub posts: Vec<Post>,
    /// What the key opens.
    pub scopes: Vec<String>,
    /// First day on which it opens nothing more.
    pub until: Option<Date>,
    /// Whether it opens anything today.
    pub active: bool,
    /// When it was used last, UTC milliseconds.
    pub used: Option<Instant>,
}

impl Office {
    /// All machines, the last changed first; those of the past too.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators.
    pub async fn machines(&self, j: &str, who: &Actor) -> Result<Vec<MachineLine>, Problem> {
        self.may_administer(j, who).await?;
        let today = day_of(self.now());
        let mut lines = Vec::new();
        for held in self.held_of_kind(j, "key").await? {
            let used = self.store().credential_used(j, &held.id).await?;
            let posts = self.store().posts(j, &held.person, today).await?;
            let active = held.active;
            if let Held {
                id,
                what: Credential::Key {
                    name, scopes, until, ..
                },
                ..
            } = held
            {
                lines.push(MachineLine {
                    id,
                    name,
                    posts,
                    scopes,
                    active: active && until.is_none_or(|until| today < until),
                    until,
                    used: used.map(|(at, _)| at),
                });
            }
        }
        Ok(lines)
    }

    /// Enters a machine; its key, which is shown this once.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; faulty fields.
    pub async fn enter_machine(&self, j: &str, who: &Actor, entry: MachineEntry) -> Result<String, Problem> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person: by, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let today = day_of(self.now());
        let name = entry.name.trim().to_owned();
        crate::administer::one_line("name", &name, LONGEST_NAME)?;
        let mut faults = Vec::new();
        if crate::says_nothing(&name) {
            faults.push(FieldFault::new("name", "field-empty"));
        }
        if entry.scopes.is_empty() || !entry.scopes.iter().all(|scope| SCOPES.contains(&scope.as_str())) {
            faults.push(FieldFault::new("scopes", "field-no-such-scope"));
        }
        if entry.until.is_some_and(|until| until <= today) {
            faults.push(FieldFault::new("until", "field-ends-before"));
        }
        if [ADMINISTRATOR, KEEPER].contains(&entry.role.as_str()) {
            faults.push(FieldFault::new("role", "field-no-such-role"));
        }
        if !faults.is_empty() {
            return Err(Problem::Invalid(faults));
        }
        self.checked_seat(j, &entry.role, entry.unit.as_deref(), today)
            .await?;
        let id = crate::chance::hex(&self.chance().bytes::<8>());
        let token = format!("{PREFIX}{id}_{}", self.chance().token());
        let person = PersonEntry {
            id: format!("machine-{id}"),
            login: format!("machine-{id}"),
            name: name.clone(),
            password: None,
            email: None,
            phone: None,
            active: true,
        };
        let post = PostEntry {
            person: person.id.clone(),
            role: entry.role,
            unit: entry.unit,
            from: today,
            to: None,
        };
        let key = Entered {
            by: by.to_string(),
            id,
            person: person.id.clone(),
            active: true,
            what: Credential::Key {
                name,
                hash: self.hash("machine key", &token),
                scopes: entry.scopes,
                until: entry.until,
            },
        };
        self.enter(j, by.as_str(), vec![Entry::Person(person), Entry::Post(post)])
            .await?;
        self.enter_credentials(j, vec![key]).await?;
        Ok(token)
    }

    /// Ends a machine: its key opens nothing from now on.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; [`Problem::NotFound`] where there is no such key.
    pub async fn end_machine(&self, j: &str, who: &Actor, id: &str) -> Result<(), Problem> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person: by, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let held = self.held_as(j, id).await?;
        let held = held.filter(|held| matches!(held.what, Credential::Key { .. }));
        let held = held.ok_or(Problem::NotFound)?;
        let machine = self.person(j, &held.person).await?;
        self.enter_credentials(j, vec![held.ended(by.as_str())]).await?;
        let mut entry = self.entry_of(j, &machine).await?;
        entry.active = false;
        self.enter(j, by.as_str(), vec![Entry::Person(entry)]).await
    }

    /// Who calls with the key of a machine.
    ///
    /// # Errors
    /// [`Problem::SignedOut`] where it is none, or opens nothing more.
    pub async fn signed_by_key(&self, j: &str, token: &str) -> Result<Signed, Problem> {
        let (now, today) = (self.now(), day_of(self.now()));
        let named = token.strip_prefix(PREFIX).and_then(|rest| rest.split_once('_'));
        let (id, _) = named.ok_or(Problem::SignedOut)?;
        let held = self.held_as(j, id).await?.filter(|held| held.active);
        let held = held.ok_or(Problem::SignedOut)?;
        let Credential::Key {
            hash, scopes, until, ..
        } = held.what
        else {
            return Err(Problem::SignedOut);
        };
        let given = self.hash("machine key", token);
        let fits = bool::from(given.as_bytes().ct_eq(hash.as_bytes()));
        if !fits || until.is_some_and(|until| until <= today) {
            return Err(Problem::SignedOut);
        }
        let machine = self.person(j, &held.person).await?;
        if !machine.active {
            return Err(Problem::SignedOut);
        }
        let used = self.store().credential_used(j, id).await?;
        if used.is_none_or(|(at, _)| now.ms() - at.ms() > TOUCH_MS) {
            self.store()
                .touch_credential(j.to_owned(), id.to_owned(), now)
                .await?;
        }
        let posts = self.store().posts(j, &machine.id, today).await?;
        Ok(Signed {
            actor: Actor::Staff {
                person: machine.id,
                posts,
            },
            name: Some(machine.name),
            case: None,
            csrf: String::new(),
            scopes: Some(scopes),
        })
    }
}
