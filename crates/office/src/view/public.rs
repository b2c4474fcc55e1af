//! What everybody may read, where the procedure makes messages public: what was published, the replies, the steps
//! without anybody's data, and of what was hidden the trace that it was there.

use crate::load::Loaded;
use crate::{Adopted, Office, Problem};
use calendar::Instant;
use case::access::Wish;
use case::rows::Shown;
use case::state::Publicity;
use case::{Act, Actor, CaseNumber, Effect, Event};
use procedure::{Do, Words};
use seal::{KeyId, Sealed};
use store::PublicAfter;

/// A line of the public list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicLine {
    /// The number.
    pub number: CaseNumber,
    /// Title; `None` where it is hidden.
    pub title: Option<String>,
    /// Since when it is public, or hidden, UTC milliseconds.
    pub at: Instant,
    /// Kind, by id; not where it is hidden.
    pub category: Option<String>,
    /// Whether it has a reply.
    pub replied: bool,
}

/// A case as everybody may read it.
#[derive(Debug, Clone)]
pub struct PublicCase {
    /// The number.
    pub number: CaseNumber,
    /// Its rules.
    pub adopted: Adopted,
    /// How it was hidden: then nothing else is told.
    pub hidden: Option<Hidden>,
    /// Title.
    pub title: Option<String>,
    /// What was published.
    pub text: Option<String>,
    /// When it was received.
    pub received: Option<Instant>,
    /// Replies, oldest first.
    pub replies: Vec<PublicReply>,
    /// What happened, oldest first.
    pub course: Vec<PublicStep>,
}

/// The trace of what was public and is hidden (PL-17): what was published is not told any more, that it was is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Since when, UTC milliseconds.
    pub at: Instant,
    /// When it was published before that.
    pub published: Option<Instant>,
    /// In which role somebody hid it.
    pub by: Option<Words>,
}

/// A reply as everybody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicReply {
    /// When it went out, UTC milliseconds.
    pub at: Instant,
    /// In whose name.
    pub name: Option<Words>,
    /// The reply.
    pub text: String,
}

/// A step of the course.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicStep {
    /// When, UTC milliseconds.
    pub at: Instant,
    /// What was done.
    pub act: Act,
    /// Names of the units that it went to.
    pub units: Vec<String>,
}

/// What everybody sees of the course.
const SEEN: [Do; 11] = [
    Do::Receive,
    Do::Accept,
    Do::Claim,
    Do::Dispatch,
    Do::Publish,
    Do::Hide,
    Do::Reply,
    Do::Answer,
    Do::Close,
    Do::Reopen,
    Do::Archive,
];

impl Office {
    /// Cases that are public, or were and are hidden, the newest first.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the procedure makes nothing public.
    pub async fn public_list(
        &self,
        j: &str,
        after: Option<&PublicAfter>,
        limit: u32,
    ) -> Result<Vec<PublicLine>, Problem> {
        if !self.in_force(j, self.now()).await?.procedure.head.public {
            return Err(Problem::NotFound);
        }
        let mut lines = Vec::new();
        for row in self.store().public_list(j, after, limit).await? {
            let open = row.public == Shown::Public;
            let title = if open {
                self.public_title(j, &row.number).await?
            } else {
                None
            };
            lines.push(PublicLine {
                number: row.number,
                title,
                at: row.public_at.unwrap_or(row.received),
                category: row.category.filter(|_| open),
                replied: open && row.replied.is_some(),
            });
        }
        Ok(lines)
    }

    /// The title of a case as everybody may read it.
    async fn public_title(&self, j: &str, number: &CaseNumber) -> Result<Option<String>, Problem> {
        let loaded = self.load(j, &Actor::System, Wish::SeeCase, number).await?;
        let key = self
            .key(j, &KeyId::new(crate::keys::case_key(number.as_str())))
            .await?;
        let title = loaded.case.title.as_ref().zip(key.as_ref());
        let title = title.and_then(|(title, key)| key.open("title", title).ok());
        let veil = self.veil_of(j, &loaded, key.as_ref()).await?;
        Ok(title.map(|title| veil.apply(&title)))
    }

    /// A case as everybody may read it.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for all that was never published, was decided not to be, or accuses somebody.
    pub async fn public_case(&self, j: &str, number: &CaseNumber) -> Result<PublicCase, Problem> {
        let loaded = self.load(j, &Actor::System, Wish::SeeCase, number).await?;
        let case = &loaded.case;
        if !loaded.adopted.procedure.head.public || case.accuses() {
            return Err(Problem::NotFound);
        }
        let mut page = PublicCase {
            number: number.clone(),
            adopted: loaded.adopted.clone(),
            hidden: None,
            title: None,
            text: None,
            received: None,
            replies: Vec::new(),
            course: Vec::new(),
        };
        match case.publicity {
            Publicity::Hidden(at) => page.hidden = Some(hidden(&loaded, at)),
            Publicity::Public(_) => {
                let key = self
                    .key(j, &KeyId::new(crate::keys::case_key(number.as_str())))
                    .await?;
                let open = |place: &str, text: Option<&Sealed>| {
                    let (key, text) = (key.as_ref()?, text?);
                    key.open(place, text).ok()
                };
                let public = case.public_text.as_ref().or(case.clean.as_ref());
                let veil = self.veil_of(j, &loaded, key.as_ref()).await?;
                let black = |text: String| veil.apply(&text);
                page.title = open("title", case.title.as_ref()).map(black);
                page.text = open("text", public.or(case.text.as_ref())).map(black);
                page.received = case.received;
                page.replies = replies(&loaded, &|text| open("text", Some(text)).map(black));
                page.course = course(&loaded);
            }
            Publicity::Undecided | Publicity::Withheld(_) => return Err(Problem::NotFound),
        }
        Ok(page)
    }
}

/// From the last event that hid it, and the one that published it before.
fn hidden(loaded: &Loaded, at: Instant) -> Hidden {
    let mut events = loaded.events.iter().rev().map(|(event, _)| event);
    let hid = events.find(|event| matches!(event.act, Act::Hide { .. }));
    let role = hid.and_then(|event| event.by.role());
    let role = role.and_then(|id| loaded.adopted.procedure.role(id));
    Hidden {
        at,
        published: events
            .find(|event| matches!(event.act, Act::Publish { .. }))
            .map(|event| event.at),
        by: role.map(|role| role.name.clone()),
    }
}

fn replies(loaded: &Loaded, open: &dyn Fn(&Sealed) -> Option<String>) -> Vec<PublicReply> {
    let reply = |event: &Event| {
        let (Act::Reply { text, .. } | Act::Answer { text, .. }) = &event.act else {
            return None;
        };
        let named = event.effects.iter().find_map(|effect| match effect {
            Effect::InName { name } => Some(name.clone()),
            _ => None,
        });
        // a unit that answers by itself answers in its own name
        let unit = event
            .order
            .and_then(|no| loaded.case.order(no))
            .map(|order| Words {
                zh: order.unit.name.clone(),
                en: order.unit.name.clone(),
            });
        Some(PublicReply {
            at: event.at,
            name: named.or(unit),
            text: open(text)?,
        })
    };
    loaded
        .events
        .iter()
        .filter_map(|(event, _)| reply(event))
        .collect()
}

fn course(loaded: &Loaded) -> Vec<PublicStep> {
    let events = loaded.events.iter().map(|(event, _)| event);
    let seen = events.filter(|event| event.act.word().is_some_and(|word| SEEN.contains(&word)));
    seen.map(|event| PublicStep {
        at: event.at,
        act: event.act.clone(),
        units: event.act.units().iter().map(|unit| unit.name.clone()).collect(),
    })
    .collect()
}
