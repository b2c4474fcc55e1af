//! Who works in an invented place: units, people with their posts.

use super::Member;
use super::city::PASSWORD;
use crate::directory::{Entry, PersonEntry, PostEntry, UnitEntry, day_of};
use crate::{Office, Problem};
use calendar::Instant;
use case::Actor;
use jiff::civil::{Date, date};

/// A unit as (id, Chinese name, English name, kind, the unit above).
pub(super) type Unit = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
);

/// A post as (login, name, role, unit); who holds several has a line for each.
pub(super) type Person = (&'static str, &'static str, &'static str, Option<&'static str>);

/// Everybody of a place.
pub(super) struct Cast {
    pub(super) units: &'static [Unit],
    pub(super) people: &'static [Person],
    /// What their phone numbers begin with; two digits follow.
    pub(super) phones: &'static str,
    /// Domain of their mail addresses.
    pub(super) mail: &'static str,
    /// Units that stand for a place, with its code: one that begins with 99, as no province's does.
    pub(super) places: &'static [(&'static str, &'static str)],
}

const SINCE: Date = date(2021, 1, 1);

impl Cast {
    /// Staff, for those who want to sign in.
    pub(super) fn members(&self) -> Vec<Member> {
        let unit_name = |id: &str| self.units.iter().find(|u| u.0 == id).map(|u| u.1.to_owned());
        self.people
            .iter()
            .map(|(login, name, role, unit)| Member {
                login: (*login).to_owned(),
                name: (*name).to_owned(),
                role: (*role).to_owned(),
                unit: unit.and_then(unit_name),
            })
            .collect()
    }

    /// A member of staff as they act, with all posts.
    pub(super) fn actor(&self, login: &str) -> Option<Actor> {
        let posts: Vec<case::Post> = self
            .people
            .iter()
            .filter(|person| person.0 == login)
            .map(|(_, _, role, unit)| case::Post {
                role: (*role).to_owned(),
                unit: unit.map(Into::into),
            })
            .collect();
        (!posts.is_empty()).then(|| Actor::Staff {
            person: login.into(),
            posts,
        })
    }

    /// What is entered into the directory.
    pub(super) async fn entries(&self, office: &Office, now: Instant) -> Result<Vec<Entry>, Problem> {
        // Hashing is slow on purpose, and one password needs one hash.
        let hash = office.hash_password(PASSWORD).await?;
        let mut entries: Vec<Entry> = self.units.iter().map(|of| unit(of, self.places)).collect();
        for (n, (login, name, role, unit)) in self.people.iter().enumerate() {
            let first = self.people.iter().position(|person| person.0 == *login) == Some(n);
            if first {
                entries.push(Entry::Person(PersonEntry {
                    id: (*login).to_owned(),
                    login: (*login).to_owned(),
                    name: (*name).to_owned(),
                    password: Some(hash.clone()),
                    email: Some(format!("{login}@{}", self.mail)),
                    phone: Some(format!("{}{n:02}", self.phones)),
                    active: true,
                }));
            }
            entries.push(Entry::Post(PostEntry {
                person: (*login).to_owned(),
                role: (*role).to_owned(),
                unit: unit.map(str::to_owned),
                from: SINCE.min(day_of(now)),
                to: None,
            }));
        }
        Ok(entries)
    }
}

fn unit(unit: &Unit, places: &[(&str, &str)]) -> Entry {
    let (id, zh, en, kind, parent) = *unit;
    let place = places.iter().find(|(of, _)| *of == id);
    Entry::Unit(UnitEntry {
        id: id.to_owned(),
        zh: zh.to_owned(),
        en: en.to_owned(),
        kind: kind.to_owned(),
        parent: parent.map(str::to_owned),
        territory: place.map(|(_, code)| (*code).to_owned()),
        duties: Vec::new(),
        from: SINCE,
        to: None,
    })
}
