//! What supervisors and leaders watch: overdue, repeated, urged or supervised, under an instruction; and with which acts
//! they can press on.

use crate::view::QueueLine;
use crate::{Office, Problem};
use case::access::{Subject, Wish, may};
use case::{Actor, CaseNumber, Offer, UnitId};
use procedure::Do;
use store::{QueueAfter, Watched, WatchedFor};

/// Why a case is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A duty is too late now.
    Overdue,
    /// Confirmed as repeat of an earlier one.
    Repeat,
    /// Urged or supervised.
    Pressed,
    /// Under an instruction of a leader.
    Instructed,
}

/// An act with which somebody can press on with a case.
pub type Press = Offer;

impl Office {
    /// Open cases that are watched, what is due first first; none that accuses somebody. For people who see all cases of
    /// the office, and for leaders those that were put before them.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for others.
    pub async fn watched(
        &self,
        j: &str,
        who: &Actor,
        why: Why,
        unit: Option<&UnitId>,
        after: Option<&QueueAfter>,
        limit: u32,
    ) -> Result<Vec<QueueLine>, Problem> {
        let Some(of) = self.watched_for(j, who, unit).await? else {
            return Ok(Vec::new());
        };
        let rows = self
            .store()
            .watched(j, self.reason(why), &of, after, limit)
            .await?;
        let rows = rows.into_iter().map(|row| (row, None)).collect();
        self.lines(j, who, rows).await
    }

    /// How many there are. Of what is overdue, repeated, urged and supervised leaders learn how many there are in all; of
    /// instructions, those on cases that were put before them.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for people who see no figures.
    pub async fn watched_count(
        &self,
        j: &str,
        who: &Actor,
        why: Why,
        unit: Option<&UnitId>,
    ) -> Result<u64, Problem> {
        self.may_list(j, who, Wish::SeeFigures).await?;
        let of = match why {
            Why::Instructed => self.watched_for(j, who, unit).await?,
            _ => Some(WatchedFor {
                unit: unit.cloned(),
                submitted: Vec::new(),
            }),
        };
        match of {
            Some(of) => Ok(self.store().watched_count(j, self.reason(why), &of).await?),
            None => Ok(0),
        }
    }

    /// The acts that press on with a case which this person may take now.
    ///
    /// # Errors
    /// The store's.
    pub async fn presses(&self, j: &str, who: &Actor, number: &CaseNumber) -> Result<Vec<Press>, Problem> {
        let loaded = match self.load_unnoted(j, who, Wish::ActOnCase, number).await {
            Ok(loaded) => loaded,
            Err(Problem::NotFound) => return Ok(Vec::new()),
            Err(problem) => return Err(problem),
        };
        let mut offers = case::offers(&loaded.adopted.rules(), &loaded.case, who, self.now());
        let presses = |does| matches!(does, Do::Urge | Do::Supervise | Do::Convene | Do::Escalate);
        offers.retain(|offer| presses(offer.does) && offer.blocked.is_none());
        Ok(offers)
    }

    fn reason(&self, why: Why) -> Watched {
        match why {
            Why::Overdue => Watched::Overdue(self.now()),
            Why::Repeat => Watched::Repeat,
            Why::Pressed => Watched::Pressed,
            Why::Instructed => Watched::Instructed,
        }
    }

    /// Which cases this person may be shown in such a list; `None` where there are none.
    async fn watched_for(
        &self,
        j: &str,
        who: &Actor,
        unit: Option<&UnitId>,
    ) -> Result<Option<WatchedFor>, Problem> {
        self.may_list(j, who, Wish::SeeFigures).await?;
        let adopted = self.in_force(j, self.now()).await?;
        let unit = unit.cloned();
        if may(&adopted.procedure, who, Wish::ListAll, &Subject::default()) {
            let submitted = Vec::new();
            return Ok(Some(WatchedFor { unit, submitted }));
        }
        let submitted = self.my_queue(j, who).await?.submitted;
        Ok((!submitted.is_empty()).then_some(WatchedFor { unit, submitted }))
    }
}
