//! Accusations (PL-18): whom a message accuses, who is kept away from it, and what is never done with it, whatever the
//! rules of a procedure say.

use crate::directory::STREAM;
use crate::keys::case_key;
use crate::load::Loaded;
use crate::{Office, Problem};
use case::access::{THIS_OFFICE, Wish};
use case::act::UnitRef;
use case::{Act, Actor, CaseNumber, Event, PersonId, UnitId};
use jiff::civil::Date;
use seal::KeyId;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// How many people are looked through at once.
const PAGE: u32 = 500;

/// Names as they are compared, each with whose it is.
type Names = Arc<Vec<(String, PersonId)>>;

/// The names of the members of staff of each jurisdiction, as of a place in the stream of its directory.
#[derive(Debug, Default)]
pub(crate) struct KnownNames(Mutex<BTreeMap<String, (u64, Names)>>);

impl KnownNames {
    fn get(&self, j: &str, seq: u64) -> Option<Names> {
        let known = self.0.lock().ok()?;
        let (at, names) = known.get(j)?;
        (*at == seq).then(|| Arc::clone(names))
    }

    fn put(&self, j: &str, seq: u64, names: &Names) {
        if let Ok(mut known) = self.0.lock() {
            known.insert(j.to_owned(), (seq, Arc::clone(names)));
        }
    }
}

impl Office {
    /// The accused as acts name them. Whoever sits in a unit with an accused person stands beside or under them: the
    /// units of that person's posts are accused with them.
    pub(crate) async fn accused_of(
        &self,
        j: &str,
        units: &[String],
        logins: &[String],
        day: Date,
    ) -> Result<(Vec<UnitRef>, Vec<PersonId>), Problem> {
        let mut accused: Vec<UnitRef> = Vec::with_capacity(units.len());
        for id in units {
            accused.push(if id == THIS_OFFICE {
                let adopted = self.in_force(j, self.now()).await?;
                let name = adopted.procedure.head.issued_by.zh.clone();
                UnitRef::new(UnitId::from(THIS_OFFICE), name, String::new())
            } else {
                self.unit_today(j, "accused", id, day).await?
            });
        }
        let mut people = Vec::new();
        for login in logins
            .iter()
            .map(|login| login.trim())
            .filter(|login| !login.is_empty())
        {
            let person = self.store().person_by_login(j, login).await?;
            let person = person.ok_or_else(|| Problem::field("accused_people", "field-no-such-person"))?;
            self.accuse(j, person.id, day, &mut accused, &mut people).await?;
        }
        Ok((accused, people))
    }

    /// A person, and the units in which they sit.
    async fn accuse(
        &self,
        j: &str,
        person: PersonId,
        day: Date,
        accused: &mut Vec<UnitRef>,
        people: &mut Vec<PersonId>,
    ) -> Result<(), Problem> {
        if people.contains(&person) {
            return Ok(());
        }
        for post in self.store().posts(j, &person, day).await? {
            let Some(unit) = post
                .unit
                .filter(|unit| !accused.iter().any(|known| known.id == *unit))
            else {
                continue;
            };
            // a post outlives its unit where nobody ended it: whoever holds it is kept away all the same
            accused.push(match self.store().unit(j, &unit, day).await? {
                Some(_) => self.unit_today(j, "accused_people", unit.as_str(), day).await?,
                None => UnitRef::new(unit.clone(), unit.to_string(), String::new()),
            });
        }
        people.push(person);
        Ok(())
    }

    /// Whom the directory knows of those named in somebody's own words: every unit and every member of staff whose name
    /// stands there. Rather one too many: until staff have read it, nobody who may be meant sees it. This office is meant
    /// where nothing but its name stands there: whoever names somebody in it names it beside, and it could handle nothing.
    pub(crate) async fn accused_in_words(
        &self,
        j: &str,
        words: &[&str],
        day: Date,
        accused: &mut Vec<UnitRef>,
        people: &mut Vec<PersonId>,
    ) -> Result<(), Problem> {
        let words: Vec<String> = words.iter().map(|words| plain(words)).collect();
        let named = |name: &str| {
            let name = plain(name);
            name.chars().count() > 1 && words.iter().any(|words| words.contains(&name))
        };
        let adopted = self.in_force(j, self.now()).await?;
        let office = &adopted.procedure.head.issued_by;
        let offices = [plain(&office.zh), plain(&office.en)];
        let mut units = Vec::new();
        if words
            .iter()
            .any(|words| !words.is_empty() && offices.contains(words))
        {
            units.push(THIS_OFFICE.to_owned());
        }
        let known = self.store().units(j, day).await?;
        units.extend(
            known
                .into_iter()
                .filter(|unit| named(&unit.zh) || named(&unit.en))
                .map(|unit| unit.id.to_string()),
        );
        units.retain(|id| accused.iter().all(|one| one.id.as_str() != id));
        let (found, _) = self.accused_of(j, &units, &[], day).await?;
        accused.extend(found);
        for (name, person) in self.names_of_staff(j).await?.iter() {
            if words.iter().any(|words| words.contains(name)) {
                self.accuse(j, person.clone(), day, accused, people).await?;
            }
        }
        Ok(())
    }

    /// Whom a case accuses today: whom its events name, and whoever of the directory has a name that stands in words on
    /// which nobody has decided. Who joins later is kept away from the first moment on.
    pub(crate) async fn named_today(
        &self,
        j: &str,
        loaded: &Loaded,
    ) -> Result<(Vec<UnitRef>, Vec<PersonId>), Problem> {
        let case = &loaded.case;
        let (mut accused, mut people) = (case.accused.clone(), case.accused_people.clone());
        if case.accused_open.is_empty() {
            return Ok((accused, people));
        }
        let key = KeyId::new(case_key(loaded.number.as_str()));
        if let Some(key) = self.key(j, &key).await? {
            let open = case.accused_open.iter();
            let words: Vec<String> = open.filter_map(|words| key.open("accused", words).ok()).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let day = Self::day(&loaded.adopted.calendar, self.now());
            self.accused_in_words(j, &words, day, &mut accused, &mut people)
                .await?;
        }
        Ok((accused, people))
    }

    /// The names of all members of staff, as they are compared; read anew when the directory has changed.
    async fn names_of_staff(&self, j: &str) -> Result<Names, Problem> {
        let seq = self.store().last_seq(j, STREAM).await?;
        if let Some(names) = self.parts().names.get(j, seq) {
            return Ok(names);
        }
        let (mut names, mut after) = (Vec::new(), None);
        loop {
            let page = self.store().people(j, after.as_ref(), PAGE).await?;
            after = page.last().map(|person| person.id.clone());
            let last = page.len() < PAGE as usize;
            let read = page.into_iter().map(|person| (plain(&person.name), person.id));
            // one character names nobody
            names.extend(read.filter(|(name, _)| name.chars().count() > 1));
            if last {
                break;
            }
        }
        let names = Arc::new(names);
        self.parts().names.put(j, seq, &names);
        Ok(names)
    }

    /// What is never done with an accusation: it goes to nobody accused and nobody under them, does not become public,
    /// and is handled together with nothing else. The rules of a procedure may refuse it first, with their clause.
    ///
    /// # Errors
    /// The field at fault.
    pub(crate) async fn never_with_accused(
        &self,
        j: &str,
        loaded: &Loaded,
        events: &[Event],
    ) -> Result<(), Problem> {
        if !loaded.case.accuses() {
            return Ok(());
        }
        let (accused, _) = self.accused(j, loaded).await?;
        for event in events {
            match &event.act {
                Act::Publish { .. } => return Err(Problem::field("text", "field-accusation-not-public")),
                Act::Merge { .. } => return Err(Problem::field("into", "field-accusation-alone")),
                act => {
                    let kept_away = |unit: &&UnitRef| {
                        accused.contains(&unit.id) || unit.above.iter().any(|above| accused.contains(above))
                    };
                    let goes_to = matches!(
                        act,
                        Act::Dispatch { .. } | Act::Claim(_) | Act::Designate { .. } | Act::Convene { .. }
                    );
                    if goes_to && act.units().iter().any(kept_away) {
                        return Err(Problem::field("to", "field-unit-accused"));
                    }
                }
            }
        }
        Ok(())
    }

    /// A member of staff with the posts of today, as access is asked for them.
    pub(crate) async fn staff_today(&self, j: &str, person: &PersonId) -> Result<Actor, Problem> {
        let day = crate::directory::day_of(self.now());
        let held = self.store().posts(j, person, day).await?;
        Ok(Actor::Staff {
            person: person.clone(),
            posts: held,
        })
    }

    /// Whether a case is an accusation that somebody must not know of, wherever else its number stands.
    pub(crate) async fn kept_from(
        &self,
        j: &str,
        who: &Actor,
        number: Option<&CaseNumber>,
    ) -> Result<bool, Problem> {
        let Some(number) = number else { return Ok(false) };
        let loaded = match self.load(j, &Actor::System, Wish::SeeCase, number).await {
            Err(Problem::NotFound) => return Ok(false),
            loaded => loaded?,
        };
        Ok(loaded.case.accuses() && !self.allowed(j, who, Wish::SeeCase, &loaded).await?)
    }

    /// Whether a member of staff may be told of a case: nobody accused is, on whatever duty they are.
    pub(crate) async fn may_be_told(
        &self,
        j: &str,
        loaded: &Loaded,
        person: &PersonId,
    ) -> Result<bool, Problem> {
        if !loaded.case.accuses() {
            return Ok(true);
        }
        let who = self.staff_today(j, person).await?;
        self.allowed(j, &who, Wish::SeeCase, loaded).await
    }
}

/// Letters and digits alone, small, none at full width: however a name was typed, it is the same.
fn plain(text: &str) -> String {
    let narrow = |one: char| match one {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(one) - 0xfee0).unwrap_or(one),
        other => other,
    };
    let kept = text.chars().map(narrow).filter(|one| one.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_name_is_the_same_however_it_was_typed() {
        for (typed, name) in [
            ("张 三", "张三"),
            ("张　三", "张三"),
            ("阿不都•热合曼", "阿不都·热合曼"),
            ("ＷＡＮＧ　Ｗｅｉ", "Wang Wei"),
            ("wang wei", "Wang Wei"),
            ("第３科", "第3科"),
        ] {
            assert_eq!(plain(typed), plain(name), "{typed}");
        }
        assert_ne!(plain("张三"), plain("张山"));
    }
}
