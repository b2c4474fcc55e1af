//! What a case hangs together with: the case that it repeats or is handled with, those handled with it, what else its
//! citizen wrote, what was noticed and became it, and what crossed about it. Each is asked for as itself: that somebody
//! sees this case opens no other.

use super::lists::QueueLine;
use crate::{Office, Problem};
use calendar::Instant;
use case::access::{Subject, Wish, may};
use case::{Actor, CaseNumber};

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
    /// Other cases.
    pub cases: Vec<LinkedCase>,
    /// What was noticed elsewhere and became this case: id and title.
    pub items: Vec<(String, Option<String>)>,
    /// What crossed about it, the oldest first.
    pub letters: Vec<LinkedLetter>,
}

impl Office {
    /// What a case hangs together with, as far as this person may see it.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the person may not see the case itself.
    pub async fn linked(&self, j: &str, who: &Actor, number: &CaseNumber) -> Result<Linked, Problem> {
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
        for other in self.store().merged_with(j, number).await? {
            if let Some(line) = self.line_of(j, who, &other).await? {
                linked.cases.push(LinkedCase {
                    tie: Tie::MergedHere,
                    number: other,
                    line: Some(line),
                });
            }
        }
        let rules = &loaded.adopted.procedure;
        let all = |wish| may(rules, who, wish, &Subject::default());
        if all(Wish::ListAll) {
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

    /// The line of another case; `None` where the person may not see it.
    async fn line_of(&self, j: &str, who: &Actor, number: &CaseNumber) -> Result<Option<QueueLine>, Problem> {
        match self.load_unnoted(j, who, Wish::SeeCase, number).await {
            Ok(_) => {}
            Err(Problem::NotFound) => return Ok(None),
            Err(problem) => return Err(problem),
        }
        let Some(row) = self.store().case_row(j, number).await? else {
            return Ok(None);
        };
        Ok(self.lines(j, who, vec![(row, None)]).await?.pop())
    }
}
