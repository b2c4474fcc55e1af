//! The administrator enters units, people, posts and shifts. Nothing is deleted: things end on a day.

mod logins;
mod overlaps;
mod units;

pub(crate) use logins::is_login;
pub use units::{OTHER, unit_kinds};

use crate::directory::{DutyEntry, Entry, PersonEntry, PostEntry, UnitEntry, day_of};
use crate::{FieldFault, Office, Problem};
use calendar::Instant;
use case::access::{ADMINISTRATOR, KEEPER, Subject, Wish, may};
use case::{Actor, Post};
use jiff::civil::Date;
use procedure::Seat;
use store::{Person, PostHeld, Unit};
use words::{Named, sort_by_name};

/// A person with the posts ever held.
#[derive(Debug, Clone)]
pub struct PersonLine {
    /// The person.
    pub person: Person,
    /// Posts of today.
    pub posts: Vec<Post>,
    /// Every post ever held or to be held, with its days.
    pub held: Vec<PostHeld>,
}

/// What is entered, in plain text.
#[derive(Debug, Clone)]
pub enum Entering {
    /// A unit that was none so far.
    Unit(UnitEntry),
    /// A unit that is there, under the same id, as it is or will be from its first day on.
    ChangeUnit(UnitEntry),
    /// A person; the password as typed.
    Person {
        /// Who; `id` and `password` are filled in here.
        person: PersonEntry,
        /// As typed; `None` keeps nobody from existing, but they cannot sign in.
        password: Option<String>,
    },
    /// A post, by login.
    Post(PostEntry),
    /// A shift, by login.
    Duty(DutyEntry),
    /// A shift that is struck off.
    StrikeDuty(Shift),
}

/// A shift as it stands on the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// The unit.
    pub unit: String,
    /// Whose it is, by login.
    pub login: String,
    /// When it begins.
    pub from: Instant,
}

/// Longest id or login, in characters: they stand in keys of tables.
const LONGEST_ID: usize = 64;
/// Longest name or mail address, in characters.
const LONGEST_NAME: usize = 200;

/// One line, and not too long: it stands in lists, in messages, or in a key of a table.
pub(crate) fn one_line(field: &str, value: &str, most: usize) -> Result<(), Problem> {
    if value.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        return Err(Problem::field(field, "field-one-line"));
    }
    if value.chars().count() <= most {
        return Ok(());
    }
    Err(Problem::Invalid(vec![FieldFault::too_long(field, most)]))
}

/// Whether it is a code of an administrative division (GB/T 2260, GB/T 10114): two digits for each level down to the
/// county, three for each below.
pub fn is_division(code: &str) -> bool {
    matches!(code.len(), 2 | 4 | 6 | 9 | 12) && code.bytes().all(|b| b.is_ascii_digit())
}

impl Office {
    /// Who works here, with the posts of today.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators.
    pub async fn staff_list(&self, j: &str, who: &Actor) -> Result<Vec<PersonLine>, Problem> {
        self.may_administer(j, who).await?;
        let mut lines = Vec::new();
        let day = day_of(self.now());
        for person in self.store().people(j, None, 1000).await? {
            let posts = self.store().posts(j, &person.id, day).await?;
            let held = self.store().posts_ever(j, &person.id).await?;
            lines.push(PersonLine { person, posts, held });
        }
        sort_by_name(&mut lines, Named::Person, |line| &line.person.name);
        Ok(lines)
    }

    /// Units that are none today: those that ended, and those that begin later.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators.
    pub async fn other_units(&self, j: &str, who: &Actor) -> Result<Vec<Unit>, Problem> {
        self.may_administer(j, who).await?;
        let day = day_of(self.now());
        let mut units = self.store().units_ever(j).await?;
        units.retain(|unit| unit.from > day || unit.to.is_some_and(|to| to <= day));
        Ok(units)
    }

    /// Enters one thing into the directory.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; faulty fields.
    pub async fn administer(&self, j: &str, who: &Actor, entering: Entering) -> Result<(), Problem> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person: by, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let entry = match entering {
            Entering::Unit(unit) => Entry::Unit(self.checked_unit(j, unit, false).await?),
            Entering::ChangeUnit(unit) => Entry::Unit(self.checked_unit(j, unit, true).await?),
            Entering::Person { person, password } => {
                Entry::Person(self.checked_person(j, person, password).await?)
            }
            Entering::Post(post) => Entry::Post(self.checked_post(j, post).await?),
            Entering::Duty(duty) => Entry::Duty(self.checked_duty(j, duty).await?),
            Entering::StrikeDuty(shift) => Entry::StrikeDuty(self.entered_duty(j, &shift).await?),
        };
        self.enter(j, by.as_str(), vec![entry]).await
    }

    pub(crate) async fn may_administer(&self, j: &str, who: &Actor) -> Result<(), Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        let may = may(&adopted.procedure, who, Wish::Administer, &Subject::default());
        if may { Ok(()) } else { Err(Problem::Forbidden) }
    }

    async fn checked_person(
        &self,
        j: &str,
        person: PersonEntry,
        password: Option<String>,
    ) -> Result<PersonEntry, Problem> {
        let login = person.login.trim().to_owned();
        for (field, value) in [("login", &login), ("name", &person.name)] {
            if crate::says_nothing(value) {
                return Err(Problem::field(field, "field-empty"));
            }
        }
        one_line("login", &login, LONGEST_ID)?;
        one_line("name", &person.name, LONGEST_NAME)?;
        if !is_login(&login) {
            return Err(Problem::field("login", "field-login-odd"));
        }
        let email = crate::accounts::mail_address("email", person.email.as_deref())?;
        if self.store().person_by_login(j, &login).await?.is_some() {
            return Err(Problem::field("login", "field-login-taken"));
        }
        let phone = person
            .phone
            .as_deref()
            .map(crate::verify::phone_number)
            .transpose()?;
        let about = [
            login.as_str(),
            person.name.trim(),
            email.as_deref().unwrap_or_default(),
        ];
        let password = match password {
            // whoever gives it knows it, so its owner changes it first
            Some(password) => {
                let hash = self.new_password(j, "password", &password, &about).await?;
                Some(crate::staff::given(&hash))
            }
            None => None,
        };
        let id = crate::chance::hex(&self.chance().bytes::<8>());
        Ok(PersonEntry {
            id,
            login,
            name: person.name.trim().to_owned(),
            password,
            email,
            phone,
            ..person
        })
    }

    /// A post names its person by login.
    async fn checked_post(&self, j: &str, post: PostEntry) -> Result<PostEntry, Problem> {
        let person = self.by_login(j, &post.person).await?;
        self.checked_seat(j, &post.role, post.unit.as_deref(), post.from)
            .await?;
        if post.to.is_some_and(|to| to <= post.from) {
            return Err(Problem::field("to", "field-ends-before"));
        }
        self.free_of_post(j, &post, &person).await?;
        Ok(PostEntry {
            person: person.id.as_str().to_owned(),
            ..post
        })
    }

    /// Whether a role of today's rules can be held in this unit on a day.
    pub(crate) async fn checked_seat(
        &self,
        j: &str,
        role: &str,
        unit: Option<&str>,
        day: Date,
    ) -> Result<(), Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        if ![ADMINISTRATOR, KEEPER].contains(&role) {
            let role = adopted.procedure.role(role);
            let role = role
                .filter(|role| role.seat != Seat::Citizen)
                .ok_or_else(|| Problem::field("role", "field-no-such-role"))?;
            let seated = role.seat == Seat::Unit;
            if seated != unit.is_some() {
                let code = if seated {
                    "field-empty"
                } else {
                    "field-no-unit-here"
                };
                return Err(Problem::field("unit", code));
            }
        }
        if let Some(unit) = unit
            && self.store().unit(j, &unit.into(), day).await?.is_none()
        {
            return Err(Problem::field("unit", "field-no-such-unit"));
        }
        Ok(())
    }

    /// A shift names its person by login.
    async fn checked_duty(&self, j: &str, duty: DutyEntry) -> Result<DutyEntry, Problem> {
        let person = self.by_login(j, &duty.person).await?;
        if self
            .store()
            .unit(j, &duty.unit.as_str().into(), day_of(duty.from))
            .await?
            .is_none()
        {
            return Err(Problem::field("unit", "field-no-such-unit"));
        }
        if duty.to <= duty.from {
            return Err(Problem::field("to", "field-ends-before"));
        }
        self.free_of_duty(j, &duty, &person).await?;
        Ok(DutyEntry {
            person: person.id.as_str().to_owned(),
            ..duty
        })
    }

    /// A shift that can be struck off: it is on the roster and not over. Who was on duty stays who was.
    async fn entered_duty(&self, j: &str, shift: &Shift) -> Result<DutyEntry, Problem> {
        let person = self.by_login(j, &shift.login).await?;
        let unit = shift.unit.as_str().into();
        let around = self
            .store()
            .roster(j, &unit, shift.from, shift.from.plus_ms(1))
            .await?;
        let entered = around
            .into_iter()
            .find(|duty| duty.person == person.id && duty.from == shift.from)
            .ok_or_else(|| Problem::field("from", "field-no-such-shift"))?;
        if entered.to <= self.now() {
            return Err(Problem::field("from", "field-shift-over"));
        }
        Ok(DutyEntry {
            unit: shift.unit.clone(),
            person: person.id.as_str().to_owned(),
            from: entered.from,
            to: entered.to,
        })
    }

    async fn by_login(&self, j: &str, login: &str) -> Result<Person, Problem> {
        let found = self.store().person_by_login(j, login.trim()).await?;
        found.ok_or_else(|| Problem::field("person", "field-no-such-person"))
    }

    /// An instant as a form sends it, `2026-11-21T08:00`, in the zone of the calendar in force.
    ///
    /// # Errors
    /// A fault of the field named.
    pub async fn typed_time(&self, j: &str, field: &str, text: &str) -> Result<Instant, Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        let wrong = || Problem::field(field, "field-not-a-time");
        let local: jiff::civil::DateTime = text.trim().parse().map_err(|_| wrong())?;
        adopted.calendar.instant(local).map_err(|_| wrong())
    }
}
