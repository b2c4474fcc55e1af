//! What a case hangs together with: the case that it repeats or is handled with, those handled with it, what else its
//! citizen wrote, what was noticed and became it, and what crossed about it. Each is asked for as itself: that somebody
//! sees this case opens no other.

use super::lists::QueueLine;
use crate::{Office, Problem};
use calendar::Instant;
use case::access::{Subject, Wish, may};
use case::rows::CaseRow;
use case::{Actor, CaseNumber};

/// How many of the cases that are handled with one stand on its page at once.
pub const MERGED_MOST: u32 = 10;
/// Accusing cases among them are looked through in portions of so many.
const PORTION: u32 = 500;

/// How another case hangs together with this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// This one repeats it.
    RepeatOf,
    /// This one is handled with it.
    MergedInto,
    /// It is handled with this one.
    MergedHere,
    /// The same citizen wrote it.
    SameCitizen,
}

/// Another case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedCase {
    /// How.
    pub tie: Tie,
    /// Its number.
    pub number: CaseNumber,
    /// Its line, for those who may see it.
    pub line: Option<QueueLine>,
}

/// A message that crossed about the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedLetter {
    /// The other side, by id.
    pub peer: String,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// Whether it went out.
    pub outgoing: bool,
    /// Id of the message.
    pub id: String,
    /// The number of the case there, where it was said.
    pub theirs: Option<String>,
    /// When, UTC milliseconds.
    pub at: Instant,
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Linked {
    /// Other cases; of those handled with this one as many as a page has.
    pub cases: Vec<LinkedCase>,
    /// How many are handled with this one, for those who see all cases.
    pub merged: Option<u64>,
    /// Behind which of them the next page begins, where there is more.
    pub next: Option<CaseNumber>,
    /// What was noticed elsewhere and became this case: id and title.
    pub items: Vec<(String, Option<String>)>,
    /// What crossed about it, the oldest first.
    pub letters: Vec<LinkedLetter>,
}

impl Office {
    /// What a case hangs together with, as far as this person may see it; of the cases handled with it those behind
    /// `after`.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the person may not see the case itself.
    pub async fn linked(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
        after: Option<&CaseNumber>,
    ) -> Result<Linked, Problem> {
        let loaded = self.load_unnoted(j, who, Wish::SeeCase, number).await?;
        let mut linked = Linked::default();
        // the page of the case names these two anyway
        let named = [
            (Tie::RepeatOf, loaded.case.repeat_of.as_ref().map(|r| &r.number)),
            (Tie::MergedInto, loaded.case.merged_into.as_ref()),
        ];
        for (tie, other) in named {
            // a citizen who complains again repeats the case itself
            let Some(other) = other.filter(|other| *other != number) else {
                continue;
            };
            let line = self.line_of(j, who, other).await?;
            linked.cases.push(LinkedCase {
                tie,
                number: other.clone(),
                line,
            });
        }
        self.merged_here(j, who, number, after, &mut linked).await?;
        let rules = &loaded.adopted.procedure;
        let all = |wish| may(rules, who, wish, &Subject::default());
        if all(Wish::ListAll) {
            linked.merged = Some(self.merged_seen(j, who, number).await?);
            for line in self.repeat_candidates(j, who, number).await? {
                let known = |other: &LinkedCase| other.number == line.row.number;
                if !linked.cases.iter().any(known) {
                    linked.cases.push(LinkedCase {
                        tie: Tie::SameCitizen,
                        number: line.row.number.clone(),
                        line: Some(line),
                    });
                }
            }
        }
        if all(Wish::SeeItems) {
            for id in self.store().items_of(j, number.as_str()).await? {
                if let Some(row) = self.store().item(j, &id).await? {
                    let content = self.item_content(j, &row).await?.0;
                    linked.items.push((id, content.map(|content| content.title)));
                }
            }
        }
        if all(Wish::Correspond) {
            let peers = self.store().peers(j).await?;
            for crossed in self.store().crossings_of(j, number).await? {
                let Some(peer) = peers.iter().find(|peer| peer.id == crossed.peer) else {
                    continue;
                };
                linked.letters.push(LinkedLetter {
                    peer: crossed.peer,
                    zh: peer.zh.clone(),
                    en: peer.en.clone(),
                    outgoing: crossed.outgoing,
                    id: crossed.id,
                    theirs: crossed.theirs,
                    at: crossed.at,
                });
            }
        }
        Ok(linked)
    }

    /// One page of the cases that are handled with this one.
    async fn merged_here(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
        after: Option<&CaseNumber>,
        linked: &mut Linked,
    ) -> Result<(), Problem> {
        let mut after = after.cloned();
        let mut found = 0;
        loop {
            // one more than a page has tells whether there is a next one
            let rows = self
                .store()
                .merged_rows(j, number, false, after.as_ref(), MERGED_MOST + 1)
                .await?;
            let last = rows.len() <= MERGED_MOST as usize;
            for row in rows {
                let other = row.number.clone();
                after = Some(other.clone());
                let Some(line) = self.seen_line(j, who, row).await? else {
                    continue;
                };
                if found == MERGED_MOST {
                    // from behind the last that was shown: a number that is hidden stands in no address
                    linked.next = linked.cases.last().map(|case| case.number.clone());
                    return Ok(());
                }
                found += 1;
                linked.cases.push(LinkedCase {
                    tie: Tie::MergedHere,
                    number: other,
                    line: Some(line),
                });
            }
            if last {
                return Ok(());
            }
        }
    }

    /// How many cases are handled with this one, without those that are in no list of this person.
    async fn merged_seen(&self, j: &str, who: &Actor, number: &CaseNumber) -> Result<u64, Problem> {
        let all = self.store().merged_count(j, number).await?;
        let (mut hidden, mut after) = (0, None);
        loop {
            let rows = self
                .store()
                .merged_rows(j, number, true, after.as_ref(), PORTION)
                .await?;
            let accusing: Vec<&CaseRow> = rows.iter().collect();
            let listed = self.listed_among(j, who, &accusing).await?;
            hidden += listed.iter().filter(|listed| !**listed).count() as u64;
            match rows.last().filter(|_| rows.len() == PORTION as usize) {
                Some(row) => after = Some(row.number.clone()),
                None => return Ok(all.saturating_sub(hidden)),
            }
        }
    }

    /// The line of another case; `None` where the person may not see it.
    async fn line_of(&self, j: &str, who: &Actor, number: &CaseNumber) -> Result<Option<QueueLine>, Problem> {
        match self.store().case_row(j, number).await? {
            Some(row) => self.seen_line(j, who, row).await,
            None => Ok(None),
        }
    }

    /// The same of its row.
    async fn seen_line(&self, j: &str, who: &Actor, row: CaseRow) -> Result<Option<QueueLine>, Problem> {
        match self.load_unnoted(j, who, Wish::SeeCase, &row.number).await {
            Ok(_) => Ok(self.lines(j, who, vec![(row, None)]).await?.pop()),
            Err(Problem::NotFound) => Ok(None),
            Err(problem) => Err(problem),
        }
    }
}
