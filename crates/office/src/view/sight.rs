//! Which accusing cases stand in somebody's lists. Each is judged once as it stands, however many queues, counts and pages
//! ask: a verdict holds while the case has no new event, the directory has none, and the person has the same posts.

use crate::directory::{STREAM, day_of};
use crate::{Office, Problem};
use case::access::Wish;
use case::rows::CaseRow;
use case::{Actor, CaseNumber};
use jiff::civil::Date;
use std::collections::HashMap;
use std::sync::Mutex;

/// So many verdicts are kept; then all are given up and judged anew.
const MOST: usize = 100_000;

/// Somebody in a jurisdiction, with the posts they hold.
type Viewer = (String, String);

/// What the directory was when it was judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Directory {
    seq: u64,
    day: Date,
}

/// The verdicts on cases, each as it stood at an event, under one directory.
#[derive(Debug)]
struct Verdicts {
    under: Directory,
    of: HashMap<CaseNumber, (u64, bool)>,
}

/// The verdicts that are kept.
#[derive(Debug, Default)]
pub(crate) struct Sights(Mutex<HashMap<Viewer, Verdicts>>);

impl Sights {
    fn known(&self, viewer: &Viewer, under: Directory, row: &CaseRow) -> Option<bool> {
        let all = self.0.lock().ok()?;
        let verdicts = all.get(viewer).filter(|verdicts| verdicts.under == under)?;
        let (seq, listed) = verdicts.of.get(&row.number)?;
        (*seq == row.seq).then_some(*listed)
    }

    fn keep(&self, viewer: &Viewer, under: Directory, row: &CaseRow, listed: bool) {
        let Ok(mut all) = self.0.lock() else { return };
        if all.values().map(|verdicts| verdicts.of.len()).sum::<usize>() >= MOST {
            all.clear();
        }
        let fresh = || Verdicts {
            under,
            of: HashMap::new(),
        };
        let verdicts = all.entry(viewer.clone()).or_insert_with(fresh);
        if verdicts.under != under {
            *verdicts = fresh();
        }
        verdicts.of.insert(row.number.clone(), (row.seq, listed));
    }
}

impl Office {
    /// Of each of some rows whether it is for this person: a case that accuses somebody is in no list of theirs.
    ///
    /// # Errors
    /// The store's.
    pub(crate) async fn listed_among(
        &self,
        j: &str,
        who: &Actor,
        rows: &[&CaseRow],
    ) -> Result<Vec<bool>, Problem> {
        let mut listed = vec![true; rows.len()];
        if rows.iter().all(|row| !row.accused) {
            return Ok(listed);
        }
        // before anything is judged: what is entered meanwhile makes what is judged now stale, and not the other way
        let under = Directory {
            seq: self.store().last_seq(j, STREAM).await?,
            day: day_of(self.now()),
        };
        let viewer = (j.to_owned(), format!("{who:?}"));
        for (row, listed) in rows.iter().zip(&mut listed).filter(|(row, _)| row.accused) {
            *listed = match self.parts().sights.known(&viewer, under, row) {
                Some(known) => known,
                None => self.judged(j, who, (&viewer, under), row).await?,
            };
        }
        Ok(listed)
    }

    async fn judged(
        &self,
        j: &str,
        who: &Actor,
        (viewer, under): (&Viewer, Directory),
        row: &CaseRow,
    ) -> Result<bool, Problem> {
        let loaded = match self.load_whole(j, &row.number).await {
            Ok(loaded) => loaded,
            Err(Problem::NotFound) => return Ok(false),
            Err(problem) => return Err(problem),
        };
        let listed = self.allowed(j, who, Wish::SeeCase, &loaded).await?;
        // with an event that the row does not know of yet, the verdict is one on another case than the row's
        if loaded.case.seq == row.seq {
            self.parts().sights.keep(viewer, under, row, listed);
        }
        Ok(listed)
    }
}
