//! The administrator enters an entry, or gives it its last day. Nothing is deleted.

use super::STREAM;
use super::stored::{Stored, VERSION};
use crate::administer::{is_division, one_line};
use crate::{FieldFault, Office, Problem};
use case::catalogue::Entry;
use case::{Actor, PersonId};
use jiff::civil::Date;
use store::{Append, Commit, CommitError};

/// An entry as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// Category or mark.
    pub topic: Option<String>,
    /// Words, with blanks or commas between.
    pub words: String,
    /// Code of an administrative division.
    pub division: Option<String>,
    /// Unit id.
    pub lead: String,
    /// Unit ids.
    pub assisting: Vec<String>,
    /// Login of the member of the leading group in charge.
    pub member: Option<String>,
    /// What it stands on.
    pub basis: String,
    /// First day; today where absent.
    pub from: Option<Date>,
    /// First day no more.
    pub to: Option<Date>,
}

const LONGEST_WORDS: usize = 200;
const LONGEST_BASIS: usize = 300;

/// Whether two entries name the same matter at the same place on the same day: then nothing says which one is meant.
fn same_matter(one: &Entry, other: &Entry) -> bool {
    let sorted = |entry: &Entry| {
        let mut words = entry.words.clone();
        words.sort_unstable();
        words.dedup();
        words
    };
    let begins_within = |one: &Entry, other: &Entry| other.to.is_none_or(|to| one.from < to);
    one.topic == other.topic
        && one.division == other.division
        && sorted(one) == sorted(other)
        && begins_within(one, other)
        && begins_within(other, one)
}

impl Office {
    /// The catalogue, entries of the past too. For administrators.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators.
    pub async fn catalogue(&self, j: &str, who: &Actor) -> Result<Vec<Entry>, Problem> {
        self.may_administer(j, who).await?;
        Ok(self.store().catalogue(j).await?)
    }

    /// Enters an entry; its id.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; faulty fields.
    pub async fn enter_catalogue(
        &self,
        j: &str,
        who: &Actor,
        entry: CatalogueEntry,
    ) -> Result<String, Problem> {
        self.may_administer(j, who).await?;
        let entry = self.checked_entry(j, entry).await?;
        let id = entry.id.clone();
        self.log_catalogue(j, who, entry).await?;
        Ok(id)
    }

    /// Ends an entry: from this day on it fits nothing.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; a fault of `to` where it would end before it begins.
    pub async fn end_catalogue(&self, j: &str, who: &Actor, id: &str, to: Date) -> Result<(), Problem> {
        let all = self.catalogue(j, who).await?;
        let entry = all.into_iter().find(|entry| entry.id == id);
        let mut entry = entry.ok_or(Problem::NotFound)?;
        if to < entry.from {
            return Err(Problem::field("to", "field-ends-before"));
        }
        entry.to = Some(to);
        self.log_catalogue(j, who, entry).await
    }

    async fn checked_entry(&self, j: &str, typed: CatalogueEntry) -> Result<Entry, Problem> {
        let filled = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
        one_line("words", &typed.words, LONGEST_WORDS)?;
        one_line("basis", &typed.basis, LONGEST_BASIS)?;
        let rules = self.in_force(j, self.now()).await?;
        let today = Self::day(&rules.calendar, self.now());
        let from = typed.from.unwrap_or(today);
        let mut faults = Vec::new();
        let mut fault = |field: &str, code: &'static str| faults.push(FieldFault::new(field, code));
        let topic = filled(typed.topic);
        let (categories, marks) = (&rules.procedure.categories, &rules.procedure.marks);
        let known = |id: &String| categories.iter().any(|c| c.id == *id) || marks.iter().any(|m| m.id == *id);
        if topic.as_ref().is_some_and(|topic| !known(topic)) {
            fault("topic", "field-no-such-duty");
        }
        let division = filled(typed.division);
        if division.as_deref().is_some_and(|code| !is_division(code)) {
            fault("division", "field-not-a-division");
        }
        if crate::says_nothing(&typed.basis) {
            fault("basis", "field-empty");
        }
        if typed.to.is_some_and(|to| to <= from) {
            fault("to", "field-ends-before");
        }
        for (field, unit) in std::iter::once(("lead", &typed.lead))
            .chain(typed.assisting.iter().map(|unit| ("assisting", unit)))
        {
            if self.store().unit(j, &unit.as_str().into(), from).await?.is_none() {
                fault(field, "field-no-such-unit");
            }
        }
        let member = match filled(typed.member) {
            None => None,
            Some(login) => {
                let person = self.store().person_by_login(j, &login).await?;
                if person.is_none() {
                    fault("member", "field-no-such-person");
                }
                person.map(|person| person.id)
            }
        };
        let between = |c: char| c.is_whitespace() || "、，,；;".contains(c);
        let words = typed.words.split(between).filter(|word| !word.is_empty());
        let mut assisting = typed.assisting;
        assisting.retain(|unit| *unit != typed.lead);
        let entry = Entry {
            id: crate::chance::hex(&self.chance().bytes::<8>()),
            topic,
            words: words.map(str::to_owned).collect(),
            division,
            lead: typed.lead.into(),
            assisting: assisting.into_iter().map(Into::into).collect(),
            member,
            basis: typed.basis.trim().to_owned(),
            from,
            to: typed.to,
        };
        if !entry.names_something() {
            fault("topic", "field-names-nothing");
        }
        if self
            .store()
            .catalogue(j)
            .await?
            .iter()
            .any(|other| same_matter(other, &entry))
        {
            fault("words", "field-entry-known");
        }
        if faults.is_empty() {
            Ok(entry)
        } else {
            Err(Problem::Invalid(faults))
        }
    }

    async fn log_catalogue(&self, j: &str, who: &Actor, entry: Entry) -> Result<(), Problem> {
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let event = Stored {
            by: person.to_string(),
            entry,
        };
        loop {
            let now = self.now();
            let expected = self.store().last_seq(j, STREAM).await?;
            let mut commit = Commit::new(j, now);
            commit.changes.push(event.row(expected + 1));
            commit.streams.push(Append {
                stream: STREAM.to_owned(),
                expected,
                events: vec![crate::stored::event("entry", VERSION, now, &event)?],
            });
            match self.commit(commit).await {
                Err(CommitError::Conflict { .. }) => {}
                done => {
                    done?;
                    return Ok(());
                }
            }
        }
    }

    /// Whether an entry of today names this person as in charge.
    pub(crate) async fn is_in_charge(&self, j: &str, person: &PersonId) -> Result<bool, Problem> {
        let all = self.store().catalogue(j).await?;
        Ok(all.iter().any(|entry| entry.member.as_ref() == Some(person)))
    }
}
