//! Intake: a message comes in and gets its number, its check code and its keys.

mod again;
mod for_staff;

use crate::accounts::AccountSigned;
use crate::draft::CitizenDraft;
use crate::keys::{case_key, person_key};
use crate::load::Loaded;
use crate::rules::Lapse;
use crate::sealing::too_long;
use crate::verify::CheckedCitizen;
use crate::{FieldFault, Office, Problem};
use again::{kept, repeated};
use calendar::Instant;
use case::access::{Subject, Wish, may};
use case::act::Origin;
use case::{Act, Actor, CaseNumber, Command, CommandId, decide};
use procedure::Procedure;
use serde::{Deserialize, Serialize};
use store::{Answered, CommitError};

/// A file as it was uploaded, checked by content already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Name as given.
    pub name: String,
    /// Media type as found in the content.
    pub media: String,
    /// The content.
    pub content: Vec<u8>,
}

/// A message as it comes in.
#[derive(Debug, Clone, Default)]
pub struct Message {
    /// Made by form or client.
    pub id: String,
    /// Channel id.
    pub channel: String,
    /// What it is about.
    pub title: String,
    /// The message.
    pub text: String,
    /// Kind, where one was chosen.
    pub category: Option<String>,
    /// Place it concerns.
    pub place: Option<String>,
    /// Who writes, as far as known.
    pub citizen: Option<CitizenDraft>,
    /// Files.
    pub uploads: Vec<Upload>,
    /// Number in another ledger or platform.
    pub external: Option<String>,
    /// When it was posted where it was found, as typed.
    pub posted: Option<String>,
    /// Code of the administrative division it concerns.
    pub division: Option<String>,
    /// Mark ids.
    pub marks: Vec<String>,
    /// Units that it accuses, by id.
    pub accused: Vec<String>,
    /// Logins of members of staff whom it accuses.
    pub accused_people: Vec<String>,
    /// The account in which it is written. A message without a name belongs to none.
    pub account: Option<AccountSigned>,
    /// Whom it accuses, in the words of whoever sends it.
    pub accused_named: Option<String>,
}

/// What the citizen takes along. The check code is shown once and stored only as a keyed hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The number.
    pub number: CaseNumber,
    /// The check code; empty when the same command arrives again, because it is not stored.
    pub check_code: String,
    /// When it was received, UTC milliseconds.
    pub received: calendar::Instant,
    /// Whether this arrival of the command brought something else than the first one, of which nothing was taken.
    #[serde(skip)]
    pub changed: bool,
}

/// Longest number of another platform, in characters.
pub(crate) const LONGEST_NUMBER: usize = 64;
/// How often another number is drawn when one is taken.
const DRAWS: usize = 20;

impl Office {
    /// Takes in a message of a citizen, or of a caller through an operator.
    ///
    /// # Errors
    /// Faulty fields, among them those that only staff fill in; a refusal of the rules; [`Problem::Forbidden`] for staff who
    /// do not take calls.
    pub async fn receive(&self, j: &str, who: &Actor, message: Message) -> Result<Receipt, Problem> {
        let now = self.now();
        let adopted = self.in_force(j, now).await?;
        if let Actor::Staff { .. } = who
            && !may(&adopted.procedure, who, Wish::TakeCalls, &Subject::default())
        {
            return Err(Problem::Forbidden);
        }
        let channel = adopted.procedure.channel(&message.channel);
        if matches!(who, Actor::Citizen(_)) && !channel.is_some_and(|c| c.self_service) {
            return Err(Problem::field("channel", "field-not-a-channel"));
        }
        let external = message.external.as_ref().map(|number| number.trim());
        let external = external.filter(|number| !number.is_empty()).map(str::to_owned);
        if matches!(who, Actor::Citizen(_)) {
            let faults = message.for_staff(&adopted.procedure, external.is_some());
            if !faults.is_empty() {
                return Err(Problem::Invalid(faults));
            }
        }
        if let Some(number) = &external {
            crate::administer::one_line("external", number, LONGEST_NUMBER)?;
        }
        if message.id.is_empty() {
            return Err(Problem::field("id", "field-empty"));
        }
        let content = self.digest_of_message(&message);
        if let Some(first) = self.answered_message_before(j, &message.id, &content).await? {
            return Ok(first);
        }
        if matches!(who, Actor::Citizen(_)) {
            self.offered_place(j, message.division.as_deref()).await?;
        }
        self.refuse_lapsed(j).await?;
        complete(&message)?;
        accusation(&adopted.procedure, &message)?;
        let id = message.id.clone();
        match self
            .check_and_take_in(j, who, Message { external, ..message }, now)
            .await
        {
            // Another arrival of the same message may have used the code up meanwhile.
            Err(problem) if !problem.passes() => {
                let first = self.answered_message_before(j, &id, &content).await?;
                first.ok_or(problem)
            }
            taken => taken,
        }
    }

    async fn check_and_take_in(
        &self,
        j: &str,
        who: &Actor,
        message: Message,
        now: Instant,
    ) -> Result<Receipt, Problem> {
        let checked = match &message.citizen {
            Some(draft) => Some(self.check_citizen(j, draft, now).await?),
            None => None,
        };
        self.take_in(j, who, message, checked).await
    }

    /// Cases that run go on under their version; a new one comes under none that lapsed.
    async fn refuse_lapsed(&self, j: &str) -> Result<(), Problem> {
        match self.lapse(j, self.now()).await? {
            Some(Lapse {
                last_day,
                decision: None,
            }) => Err(Problem::Lapsed(last_day)),
            _ => Ok(()),
        }
    }

    /// The receipt of a message that came before under the same id.
    async fn answered_message_before(
        &self,
        j: &str,
        id: &str,
        content: &str,
    ) -> Result<Option<Receipt>, Problem> {
        let first = self.store().answered(j, &CommandId::from(id.to_owned())).await?;
        first.map(|first| repeated(&first, content)).transpose()
    }

    /// Decides and commits a message whose citizen was checked. A second arrival of its id gets the first number.
    ///
    /// # Errors
    /// Faulty fields, or a refusal of the rules.
    pub(crate) async fn take_in(
        &self,
        j: &str,
        who: &Actor,
        message: Message,
        checked: Option<CheckedCitizen>,
    ) -> Result<Receipt, Problem> {
        let now = self.now();
        let adopted = self.in_force(j, now).await?;
        complete(&message)?;
        let id = CommandId::from(message.id.clone());
        let content = self.digest_of_message(&message);
        if let Some(first) = self.store().answered(j, &id).await? {
            return repeated(&first, &content);
        }
        self.refuse_lapsed(j).await?;
        let day = Self::day(&adopted.calendar, now);
        let date = (day.year(), day.month().unsigned_abs(), day.day().unsigned_abs());
        let mut origin = self.origin(j, &adopted, &message, now).await?;
        for _ in 0..DRAWS {
            let random = u32::from_be_bytes(self.chance().bytes()) % 10_000_000;
            let number = CaseNumber::from(seal::number::case_number(date, random));
            let (key, key_stored) = self.new_key(case_key(number.as_str()));
            let (person, person_stored) = self.new_key(person_key(number.as_str()));
            let citizen = match &checked {
                Some(checked) => Some(self.seal_citizen(&person, checked)?),
                None => None,
            };
            let (attachments, mut files) = self.seal_files(&key, number.as_str(), message.uploads.clone());
            let named = message.named();
            origin.accused_named = named
                .map(|words| self.sealed(&key, "accused", words))
                .transpose()?;
            let place = message.place.as_ref().filter(|p| !crate::says_nothing(p));
            let act = Act::Receive {
                channel: message.channel.clone(),
                title: self.sealed(&key, "title", &message.title)?,
                text: self.sealed(&key, "text", &message.text)?,
                citizen,
                category: message.category.clone().filter(|c| !c.is_empty()),
                place: place.map(|p| self.sealed(&key, "place", p)).transpose()?,
                attachments,
                external: message.external.clone(),
                origin: origin.clone(),
            };
            let loaded = Loaded::fresh(&number, &adopted);
            let command = Command {
                id: id.clone(),
                act,
                order: None,
                seen: None,
            };
            let events = decide(&adopted.rules(), &loaded.case, &command, who, now)?;
            let (mut commit, _) = self.unit_of_work(j, &loaded, &events, now).await?;
            let check_code = seal::number::check_code(self.chance().bytes());
            let receipt = Receipt {
                number: number.clone(),
                check_code,
                received: now,
                changed: false,
            };
            commit.command = Some(Answered {
                id: id.clone(),
                answer: kept(&receipt, content.clone())?,
            });
            commit.keys = vec![key_stored, person_stored];
            commit.check_code = Some((
                number.clone(),
                self.check_code_hash(&number, &receipt.check_code)?,
            ));
            if let Some(checked) = &checked {
                commit.caller = Some(self.case_of(&number, checked, message.account.as_ref()));
                commit.code = self.used_code(checked);
            }
            commit.attachments = self.keep_files(&mut files).await?;
            match self.commit(commit).await {
                Ok(_) => return Ok(receipt),
                Err(CommitError::Conflict { .. }) => {}
                Err(CommitError::Duplicate(first)) => return repeated(&first, &content),
                Err(error) => return Err(error.into()),
            }
        }
        Err(Problem::Busy)
    }

    /// The keyed hash under which a check code is stored.
    pub(crate) fn check_code_hash(&self, number: &CaseNumber, code: &str) -> Result<String, Problem> {
        let plain = seal::number::normalise_check_code(code).map_err(|_| Problem::WrongSecret)?;
        Ok(self.hash("check code", &format!("{number} {plain}")))
    }
}

impl Message {
    /// What is wrong with what it is about, before anybody says who they are: nothing is stored, and no code is used up.
    pub fn matter_faults(&self, rules: &Procedure) -> Vec<FieldFault> {
        let found = [complete(self), accusation(rules, self)];
        let faults = found.into_iter().filter_map(|found| match found {
            Err(Problem::Invalid(faults)) => Some(faults),
            Ok(()) | Err(_) => None,
        });
        faults.flatten().collect()
    }

    /// Whom it accuses, in the sender's own words.
    fn named(&self) -> Option<&str> {
        self.accused_named
            .as_deref()
            .map(str::trim)
            .filter(|words| !crate::says_nothing(words))
    }

    /// The same message for a door at which nobody can be asked: an accusation that says not whom is one all the same,
    /// from its first event on.
    pub(crate) fn accusing_somebody(mut self, rules: &Procedure) -> Self {
        if !self.accuses() && accusing_kind(rules, self.category.as_deref()) {
            self.accused_named = Some(words::say(calendar::Lang::Zh, "accused-not-said", &[]));
        }
        self
    }

    /// Whether it says whom it accuses.
    fn accuses(&self) -> bool {
        let listed = [&self.accused, &self.accused_people];
        self.named().is_some() || listed.into_iter().flatten().any(|one| !crate::says_nothing(one))
    }
}

/// Longest words on whom a message accuses, in characters.
pub(crate) const LONGEST_NAMED: usize = 200;

/// Whether this is a kind of message that accuses somebody.
pub(crate) fn accusing_kind(rules: &Procedure, category: Option<&str>) -> bool {
    let mut kinds = rules.categories.iter().filter(|kind| kind.accuses);
    kinds.any(|kind| category == Some(kind.id.as_str()))
}

/// PL-18: who accuses says whom, from the first moment on; and says that it is an accusation, where there is such a kind.
fn accusation(procedure: &Procedure, message: &Message) -> Result<(), Problem> {
    if let Some(words) = message.named() {
        crate::administer::one_line("accused_named", words, LONGEST_NAMED)?;
    }
    let chosen = accusing_kind(procedure, message.category.as_deref());
    match (chosen, message.accuses()) {
        (true, false) => Err(Problem::field("accused", "field-accuses-whom")),
        (false, true) if procedure.has_accusing_kind() => {
            Err(Problem::field("category", "field-no-accusation"))
        }
        _ => Ok(()),
    }
}

impl Office {
    /// What is known of a message beside itself.
    async fn origin(
        &self,
        j: &str,
        adopted: &crate::Adopted,
        message: &Message,
        now: Instant,
    ) -> Result<Origin, Problem> {
        let posted = message.posted.as_ref().filter(|at| !crate::says_nothing(at));
        let posted = posted.map(|at| crate::sealing::moment(&adopted.calendar, "posted", at, now));
        let day = Self::day(&adopted.calendar, now);
        let units: Vec<String> = message
            .accused
            .iter()
            .filter(|id| !crate::says_nothing(id))
            .cloned()
            .collect();
        let (mut accused, mut accused_people) =
            self.accused_of(j, &units, &message.accused_people, day).await?;
        if let Some(words) = message.named() {
            self.accused_in_words(j, &[words], day, &mut accused, &mut accused_people)
                .await?;
        }
        Ok(Origin {
            posted: posted.transpose()?,
            division: crate::sealing::division_of(message.division.clone())?,
            marks: message.marks.clone(),
            accused,
            accused_people,
            // sealed once its key is there
            accused_named: None,
        })
    }
}

/// What is empty or too long is said before a one-time code is tried.
fn complete(message: &Message) -> Result<(), Problem> {
    let mut faults = Vec::new();
    for (field, value) in [("title", &message.title), ("text", &message.text)] {
        if crate::says_nothing(value) {
            faults.push(FieldFault::new(field, "field-empty"));
        }
        faults.extend(too_long(field, value));
    }
    let place = message.place.as_ref();
    faults.extend(place.and_then(|place| too_long("place", place)));
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Problem::Invalid(faults))
    }
}
