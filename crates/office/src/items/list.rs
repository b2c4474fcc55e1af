//! Items as people look at them.

use super::follow::{CaseStands, ReportedTo};
use super::stored::{Stored, read};
use super::{STREAM, SUBMITTED, item_key};
use crate::{Office, Problem};
use case::Actor;
use case::access::{Subject, Wish, may};
use seal::{KeyId, Sealed};
use serde::{Deserialize, Serialize};
use store::ItemRow;
use watch::Change;

/// What an item says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemContent {
    /// Title.
    pub title: String,
    /// Text; of a page, the lines that came.
    pub text: String,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What changed on a page: a sign, `+` or `-`, and the line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<String>,
}

impl ItemContent {
    pub(super) fn change(change: &Change) -> String {
        match change {
            Change::Added(line) => format!("+{line}"),
            Change::Removed(line) => format!("-{line}"),
        }
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLine {
    /// The item.
    pub row: ItemRow,
    /// Name of its source; `None` where a person noticed it.
    pub source: Option<String>,
    /// Title; `None` where the key was destroyed.
    pub title: Option<String>,
    /// How far the case is that was made of it, for those who may see it.
    pub case: Option<CaseStands>,
}

/// An item opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemView {
    /// Its line.
    pub line: ItemLine,
    /// What it says; `None` where its key was destroyed.
    pub content: Option<ItemContent>,
    /// Channel that its source names.
    pub channel: Option<String>,
    /// Place that its source names.
    pub place: Option<String>,
    /// Name of whoever noticed it.
    pub by: Option<String>,
    /// What was decided, the first decision first.
    pub decisions: Vec<ItemDecision>,
}

/// What somebody decided about an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemDecision {
    /// When, UTC milliseconds.
    pub at: calendar::Instant,
    /// The member of staff.
    pub person: String,
    /// Their name.
    pub by: String,
    /// The state into which it brought the item; [`FOLLOWED`] or [`INSTRUCTED`] where it brought it nowhere.
    ///
    /// [`FOLLOWED`]: super::FOLLOWED
    /// [`INSTRUCTED`]: super::INSTRUCTED
    pub state: String,
    /// Reason, report or note.
    pub text: Option<String>,
    /// The role before which it was put, or which said what to do.
    pub to: Option<String>,
    /// Who of the level above was told.
    pub above: Option<String>,
    /// To whom of the level above it was reported, and how far that is.
    pub reported: Vec<ReportedTo>,
}

impl Office {
    /// Items in a state, the newest first. People of the office see all, leaders what was put before them.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who see none.
    pub async fn items(
        &self,
        j: &str,
        who: &Actor,
        state: &str,
        limit: u32,
    ) -> Result<Vec<ItemLine>, Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        let procedure = &adopted.procedure;
        let all = may(procedure, who, Wish::SeeItems, &Subject::default());
        let roles: Vec<String> = match who {
            Actor::Staff { posts, .. } => posts.iter().map(|post| post.role.clone()).collect(),
            _ => Vec::new(),
        };
        let put_before = Subject {
            submitted: &roles,
            ..Subject::default()
        };
        if !all && !may(procedure, who, Wish::SeeItems, &put_before) {
            return Err(Problem::Forbidden);
        }
        let sources = self.all_sources(j).await?;
        let mut lines = Vec::new();
        for row in self.store().items(j, state, limit).await? {
            let told = row.told_role.clone();
            if !all && !told.is_some_and(|role| roles.contains(&role)) {
                continue;
            }
            // what became an accusation says the same as it
            if self.kept_from(j, who, row.number.as_ref()).await? {
                continue;
            }
            let content = self.item_content(j, &row).await?.0;
            let source = sources
                .iter()
                .find(|source| row.source.as_ref() == Some(&source.id));
            lines.push(ItemLine {
                case: self.case_stands(j, who, row.number.as_ref()).await?,
                source: source.map(|source| source.name.clone()).or(row.source.clone()),
                title: content.map(|content| content.title),
                row,
            });
        }
        Ok(lines)
    }

    /// How many items nobody has decided about, for people of the office; up to a hundred.
    ///
    /// # Errors
    /// The store's.
    pub async fn new_items(&self, j: &str, who: &Actor) -> Result<usize, Problem> {
        match self.may_list(j, who, Wish::SeeItems).await {
            Ok(()) => Ok(self.store().items(j, super::NEW, 100).await?.len()),
            Err(Problem::Forbidden) => Ok(0),
            Err(problem) => Err(problem),
        }
    }

    /// An item, opened.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is none, and the same where the person may not see it.
    pub async fn item(&self, j: &str, who: &Actor, id: &str) -> Result<ItemView, Problem> {
        let row = self.store().item(j, id).await?.ok_or(Problem::NotFound)?;
        let adopted = self.in_force(j, self.now()).await?;
        let told: Vec<String> = row.told_role.iter().cloned().collect();
        let subject = Subject {
            submitted: &told,
            ..Subject::default()
        };
        if !may(&adopted.procedure, who, Wish::SeeItems, &subject) {
            return Err(Problem::NotFound);
        }
        if self.kept_from(j, who, row.number.as_ref()).await? {
            return Err(Problem::NotFound);
        }
        let (content, by) = self.item_content(j, &row).await?;
        let sources = self.all_sources(j).await?;
        let source = sources
            .into_iter()
            .find(|source| row.source.as_ref() == Some(&source.id));
        let decisions = self.item_decisions(j, &row).await?;
        let by = match by {
            Some(by) => Some(self.name_of(j, &by).await?),
            None => None,
        };
        Ok(ItemView {
            line: ItemLine {
                case: self.case_stands(j, who, row.number.as_ref()).await?,
                source: source
                    .as_ref()
                    .map(|source| source.name.clone())
                    .or(row.source.clone()),
                title: content.as_ref().map(|content| content.title.clone()),
                row,
            },
            content,
            channel: source.as_ref().map(|source| source.channel.clone()),
            place: source.and_then(|source| source.place),
            by,
            decisions,
        })
    }

    /// What an item says, and who noticed it.
    pub(crate) async fn item_content(
        &self,
        j: &str,
        row: &ItemRow,
    ) -> Result<(Option<ItemContent>, Option<String>), Problem> {
        let event = self.store().event(j, STREAM, row.captured).await?;
        let Some(Stored::Captured { content, by, .. }) = event.as_ref().map(read).transpose()? else {
            return Ok((None, None));
        };
        let text = self.opened(j, &content, "item").await?;
        let content = text.map(|text| serde_json::from_str(&text)).transpose()?;
        Ok((content, by))
    }

    pub(super) async fn opened(
        &self,
        j: &str,
        sealed: &Sealed,
        place: &str,
    ) -> Result<Option<String>, Problem> {
        let key = self.key(j, &KeyId::new(sealed.key.as_str())).await?;
        Ok(key.map(|key| key.open(place, sealed)).transpose()?)
    }

    async fn name_of(&self, j: &str, person: &str) -> Result<String, Problem> {
        let found = self.store().person(j, &person.into()).await?;
        Ok(found.map_or_else(|| person.to_owned(), |person| person.name))
    }

    /// Each decision about an item names the event before it.
    async fn item_decisions(&self, j: &str, row: &ItemRow) -> Result<Vec<ItemDecision>, Problem> {
        let mut found = Vec::new();
        let mut seq = row.seq;
        while seq > row.captured {
            let Some(event) = self.store().event(j, STREAM, seq).await? else {
                break;
            };
            let stored = read(&event)?;
            let mut decision = ItemDecision {
                at: event.at,
                person: String::new(),
                by: String::new(),
                state: super::CASE.to_owned(),
                text: None,
                to: None,
                above: None,
                reported: Vec::new(),
            };
            let (by, after) = match &stored {
                Stored::Taken { by, after, .. } => (by, after),
                Stored::Aside {
                    by, after, reason, ..
                } => {
                    decision.state = super::ASIDE.to_owned();
                    decision.text = self.opened(j, reason, "reason").await?;
                    (by, after)
                }
                Stored::Submitted {
                    by,
                    after,
                    to,
                    text,
                    above,
                    peers,
                    ..
                } => {
                    decision.reported = self.reported_to(j, seq, peers).await?;
                    decision.state = SUBMITTED.to_owned();
                    decision.text = self.opened(j, text, "text").await?;
                    decision.to = Some(to.clone());
                    if let Some(above) = above {
                        decision.above = self.opened(j, above, "note").await?;
                    }
                    (by, after)
                }
                Stored::Followed {
                    by,
                    after,
                    text,
                    role,
                    ..
                } => {
                    let word = role.as_ref().map_or(super::FOLLOWED, |_| super::INSTRUCTED);
                    decision.state = word.to_owned();
                    decision.text = self.opened(j, text, "text").await?;
                    decision.to.clone_from(role);
                    (by, after)
                }
                Stored::Source { .. } | Stored::Captured { .. } => break,
            };
            decision.person.clone_from(by);
            decision.by = self.name_of(j, by).await?;
            // an event never names itself or one behind it
            seq = (*after).min(seq - 1);
            found.push(decision);
        }
        found.reverse();
        Ok(found)
    }

    /// The key of an item.
    pub(super) async fn key_of_item(&self, j: &str, id: &str) -> Result<crate::keys::NamedKey, Problem> {
        let key = self.key(j, &KeyId::new(item_key(id))).await?;
        key.ok_or(Problem::NotFound)
    }
}
