//! The earlier case of a repeat complaint: candidates are found by the citizen's number, a person confirms.

use super::lists::QueueLine;
use crate::load::Loaded;
use crate::{Office, Problem};
use case::access::{Subject, Wish, may};
use case::act::Earlier;
use case::{Actor, CaseNumber};
use store::LedgerFilter;

/// How many candidates are shown.
const MOST: u32 = 20;

impl Office {
    /// Cases of the same citizen, newest first, without the case itself: candidates for "same problem". Where one of
    /// the two accuses somebody, those alone find them together who may know the informant.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the person may not see the case, or not all cases: the others are other units'.
    pub async fn repeat_candidates(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
    ) -> Result<Vec<QueueLine>, Problem> {
        let loaded = self.load(j, who, Wish::SeeCase, number).await?;
        if !may(&loaded.adopted.procedure, who, Wish::ListAll, &Subject::default()) {
            return Err(Problem::NotFound);
        }
        // what else its citizen wrote would tell who they are
        if loaded.case.accuses() && !self.allowed(j, who, Wish::OpenPerson, &loaded).await? {
            return Ok(Vec::new());
        }
        let Some(caller) = self.store().caller(j, &loaded.number).await? else {
            return Ok(Vec::new());
        };
        let filter = LedgerFilter {
            phone_hash: Some(caller),
            ..LedgerFilter::default()
        };
        self.of_caller(j, who, filter, Some(number), MOST).await
    }

    /// What the rule on repeats needs to know of the earlier case. It may be anybody's; a case can name itself where
    /// its citizen complains again. A case that the person may not see is not there.
    pub(crate) async fn earlier(
        &self,
        j: &str,
        who: &Actor,
        loaded: &Loaded,
        number: &str,
    ) -> Result<Earlier, Problem> {
        let number =
            CaseNumber::from(seal::number::check(number).unwrap_or_else(|_| number.trim().to_owned()));
        let again = loaded.case.complained.ok_or(Problem::NotFound)?;
        // whether two accusations have one citizen learns nobody who may not know the informant
        let mut known = true;
        let found = if number == loaded.number {
            loaded.case.clone()
        } else {
            match self.load_unnoted(j, who, Wish::SeeCase, &number).await {
                // an accusation is named on no other case: whoever handles that one would learn of it
                Ok(found) if found.case.accuses() && !loaded.case.accuses() => {
                    return Err(Problem::field("earlier", "field-accusation-alone"));
                }
                Ok(found) => {
                    for one in [loaded, &found].into_iter().filter(|one| one.case.accuses()) {
                        known &= self.allowed(j, who, Wish::OpenPerson, one).await?;
                    }
                    found.case
                }
                Err(Problem::NotFound) => return Err(Problem::field("earlier", "field-no-such-case")),
                Err(other) => return Err(other),
            }
        };
        let caller = self.store().caller(j, &loaded.number).await?;
        let same = known && caller.is_some() && caller == self.store().caller(j, &number).await?;
        // Where the earlier case was itself a repeat, the first complaint of this citizen lies further back.
        let first = found
            .repeat_of
            .as_ref()
            .and_then(|r| r.first_complaint)
            .or(found.received);
        Ok(Earlier {
            number,
            first_complaint: first.filter(|_| same),
            replied: found.replied,
            solved: found.solved(),
            again,
        })
    }
}
