//! The cases of an account: listed, and opened one by one.

use super::session::AccountSigned;
use crate::keys::case_key;
use crate::load::Loaded;
use crate::verify::PHONE_CODE;
use crate::{Office, Problem};
use calendar::Instant;
use case::access::{Belongs, Wish, owns};
use case::{Actor, CaseNumber, offers};
use procedure::{Do, StepEnd, Words};
use seal::KeyId;
use store::{AccountCase, LedgerAfter};

/// One line of one's own cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountLine {
    /// The number.
    pub number: CaseNumber,
    /// Title; `None` where the key was destroyed.
    pub title: Option<String>,
    /// The step that it is in.
    pub step: Option<Words>,
    /// When it was received, UTC milliseconds.
    pub received: Instant,
    /// Whether there is a reply.
    pub replied: bool,
    /// What the office owes next: the name of the limit, and when it ends, UTC milliseconds.
    pub due: Option<(Words, Instant)>,
    /// What the citizen can say or is asked for now.
    pub asked: Option<Asks>,
}

/// What a case waits for from its citizen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// How it went.
    Rating,
    /// More about the matter.
    More,
}

impl Office {
    /// The cases of an account, the newest first, from behind `after`; and behind which to go on, where there may be
    /// more.
    ///
    /// # Errors
    /// The store's.
    pub async fn account_cases(
        &self,
        j: &str,
        account: &AccountSigned,
        after: Option<&LedgerAfter>,
        limit: u32,
    ) -> Result<(Vec<AccountLine>, Option<LedgerAfter>), Problem> {
        let found = self
            .store()
            .cases_of_account(j, &account.id, after, limit)
            .await?;
        let full = found.len() >= limit as usize;
        let next = found.last().filter(|_| full).map(|last| LedgerAfter {
            received: last.received,
            number: last.number.clone(),
        });
        let mut lines = Vec::with_capacity(found.len());
        for one in &found {
            match self.own_case(j, account, one).await {
                Ok(loaded) => lines.push(self.account_line(j, one, &loaded).await?),
                Err(Problem::NotFound) => {}
                Err(problem) => return Err(problem),
            }
        }
        Ok((lines, next))
    }

    /// The owner of an account as the citizen of one of its cases.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the case is not theirs, or is not there.
    pub async fn as_citizen_of(
        &self,
        j: &str,
        account: &AccountSigned,
        number: &CaseNumber,
    ) -> Result<Actor, Problem> {
        let found = self.store().case_of_account(j, &account.id, number).await?;
        let found = found.ok_or(Problem::NotFound)?;
        self.own_case(j, account, &found).await?;
        Ok(Actor::Citizen(Some(found.number)))
    }

    /// A case, if the account opens it.
    async fn own_case(
        &self,
        j: &str,
        account: &AccountSigned,
        found: &AccountCase,
    ) -> Result<Loaded, Problem> {
        let who = Actor::Citizen(Some(found.number.clone()));
        let loaded = self.load_unnoted(j, &who, Wish::SeeCase, &found.number).await?;
        let verified = loaded.case.citizen.as_ref().and_then(|c| c.verified.as_ref());
        let belongs = Belongs {
            account: found.account.as_deref(),
            phone: &found.phone,
            verified: verified.is_some_and(|verified| verified.by == PHONE_CODE),
        };
        if owns(&account.id, belongs) {
            Ok(loaded)
        } else {
            Err(Problem::NotFound)
        }
    }

    async fn account_line(
        &self,
        j: &str,
        found: &AccountCase,
        loaded: &Loaded,
    ) -> Result<AccountLine, Problem> {
        let key = self.key(j, &KeyId::new(case_key(found.number.as_str()))).await?;
        let title = loaded.case.title.as_ref();
        let title = key
            .zip(title)
            .and_then(|(key, title)| key.open("title", title).ok());
        let step = loaded.adopted.procedure.step(&loaded.case.step);
        let who = Actor::Citizen(Some(found.number.clone()));
        let offers = offers(&loaded.adopted.rules(), &loaded.case, &who, self.now());
        let rates = offers.iter().any(|offer| offer.does == Do::AnswerVisit);
        let asked = match loaded.case.waits_for_citizen {
            Some(_) => Some(Asks::More),
            None => rates.then_some(Asks::Rating),
        };
        Ok(AccountLine {
            due: due(loaded),
            asked,
            number: found.number.clone(),
            title,
            step: step.map(|step| step.name.clone()),
            received: found.received,
            replied: loaded.case.replied.is_some(),
        })
    }
}

/// The first duty of the office that runs; a right of the citizen is nobody's duty.
fn due(loaded: &Loaded) -> Option<(Words, Instant)> {
    let rules = &loaded.adopted.procedure;
    let open = loaded
        .case
        .clocks
        .iter()
        .filter(|clock| clock.is_open() && clock.paused.is_none());
    let duties = open.filter_map(|clock| Some((clock, rules.clock(&clock.id).filter(|rule| !rule.right)?)));
    let (clock, rule) = duties.min_by_key(|(clock, _)| clock.due)?;
    let ended = rules
        .step(&loaded.case.step)
        .is_some_and(|step| step.end == StepEnd::Final);
    (!ended).then(|| (rule.name.clone(), clock.due))
}
