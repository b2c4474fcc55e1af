//! What everybody may read, where the procedure makes messages public: what was published, the replies, the steps
//! without anybody's data, and of what was hidden the trace that it was there.

use crate::load::Loaded;
use crate::{Adopted, Office, Problem};
use calendar::Instant;
use case::access::{Open, Wish, everybody_may_read_reply, open_to_everybody};
use case::act::UnitRef;
use case::facets::{PublicState, answering, is_typical};
use case::rows::{CaseRow, Shown};
use case::{Act, Actor, Case, CaseNumber, Clock, Effect, Event};
use procedure::{Basis, Do, Words};
use seal::{KeyId, Sealed};
use store::{PublicAfter, PublicOf, Unit};

/// By which units published messages can be looked through.
#[derive(Debug, Clone, Default)]
pub struct PublicUnits {
    /// Units that answer a published message.
    pub answering: Vec<Unit>,
    /// One unit for each place.
    pub places: Vec<Unit>,
}

/// A line of the public list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicLine {
    /// The number.
    pub number: CaseNumber,
    /// Title; `None` where it is hidden.
    pub title: Option<String>,
    /// Since when it is public, or hidden, UTC milliseconds.
    pub at: Instant,
    /// Whether it is hidden: then nothing else of it is told.
    pub hidden: bool,
    /// Kind, by id; not where it is hidden.
    pub category: Option<String>,
    /// Whether it has a reply.
    pub replied: bool,
    /// How it stands.
    pub state: PublicState,
    /// The unit that answers, where one does.
    pub unit: Option<UnitRef>,
    /// When the last reply went out, UTC milliseconds.
    pub answered: Option<Instant>,
    /// Whether it is marked as typical.
    pub typical: bool,
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
    /// How it stands.
    pub state: PublicState,
    /// Kind, by id.
    pub category: Option<String>,
    /// The unit that answers, where one does.
    pub unit: Option<UnitRef>,
    /// Whether it is marked as typical.
    pub typical: bool,
    /// What the citizen said of the handling, in the last visit since the last reply.
    pub rating: Option<Rating>,
    /// Replies, oldest first.
    pub replies: Vec<PublicReply>,
    /// Whether the last of them can be read as a sheet of paper.
    pub on_paper: bool,
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

/// What the citizen said of the handling; their words are not for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rating {
    /// When, UTC milliseconds.
    pub at: Instant,
    /// Solved?
    pub solved: bool,
    /// Satisfied?
    pub satisfied: bool,
}

/// A reply as everybody may read it.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicReply {
    /// When it went out, UTC milliseconds.
    pub at: Instant,
    /// In whose name.
    pub name: Option<Words>,
    /// The reply.
    pub text: String,
    /// The limits that ended with it, as they stand.
    pub limits: Vec<Clock>,
}

/// A step of the course.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicStep {
    /// When, UTC milliseconds.
    pub at: Instant,
    /// What was done.
    pub act: Act,
    /// Why it was done so.
    pub basis: Basis,
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
        of: &PublicOf,
        after: Option<&PublicAfter>,
        limit: u32,
    ) -> Result<Vec<PublicLine>, Problem> {
        self.publishes(j).await?;
        let mut lines = Vec::new();
        for row in self.store().public_list(j, of, after, limit).await? {
            lines.push(self.public_line(j, row).await?);
        }
        Ok(lines)
    }

    /// How many there are; more than `most` are not counted.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the procedure makes nothing public.
    pub async fn public_count(&self, j: &str, of: &PublicOf, most: u32) -> Result<u32, Problem> {
        self.publishes(j).await?;
        Ok(self.store().public_count(j, of, most).await?)
    }

    /// The units of today by which published messages can be looked through: those that answer one, and those that stand
    /// for a place.
    ///
    /// # Errors
    /// The store's.
    pub async fn public_units(&self, j: &str) -> Result<PublicUnits, Problem> {
        let answering = self.store().public_units(j).await?;
        let units = self
            .store()
            .units(j, crate::directory::day_of(self.now()))
            .await?;
        Ok(PublicUnits {
            places: self.places(j).await?,
            answering: units
                .into_iter()
                .filter(|unit| answering.contains(&unit.id))
                .collect(),
        })
    }

    async fn publishes(&self, j: &str) -> Result<(), Problem> {
        if self.in_force(j, self.now()).await?.procedure.head.public {
            Ok(())
        } else {
            Err(Problem::NotFound)
        }
    }

    async fn public_line(&self, j: &str, row: CaseRow) -> Result<PublicLine, Problem> {
        let mut line = PublicLine {
            at: row.public_at.unwrap_or(row.received),
            hidden: row.public != Shown::Public,
            number: row.number,
            title: None,
            category: None,
            replied: false,
            state: PublicState::Handling,
            unit: None,
            answered: None,
            typical: false,
        };
        if line.hidden {
            return Ok(line);
        }
        let loaded = self.load(j, &Actor::System, Wish::SeeCase, &line.number).await?;
        let key = self
            .key(j, &KeyId::new(crate::keys::case_key(line.number.as_str())))
            .await?;
        let title = loaded.case.title.as_ref().zip(key.as_ref());
        let title = title.and_then(|(title, key)| key.open("title", title).ok());
        let veil = self.veil_of(j, &loaded, key.as_ref()).await?;
        line.title = title.map(|title| veil.apply(&title));
        line.category = row.category;
        line.replied = row.replied.is_some();
        line.state = PublicState::of(&loaded.case);
        line.unit = answering(&loaded.case).cloned();
        line.answered = row.replied;
        line.typical = is_typical(&loaded.adopted.procedure, &loaded.case);
        Ok(line)
    }

    /// A case as everybody may read it.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for all that was never published, was decided not to be, or accuses somebody.
    pub async fn public_case(&self, j: &str, number: &CaseNumber) -> Result<PublicCase, Problem> {
        let loaded = self.load(j, &Actor::System, Wish::SeeCase, number).await?;
        let case = &loaded.case;
        let open_to_all = open_to_everybody(&loaded.adopted.procedure, case);
        if open_to_all == Open::Nothing {
            return Err(Problem::NotFound);
        }
        let mut page = PublicCase {
            number: number.clone(),
            adopted: loaded.adopted.clone(),
            hidden: None,
            title: None,
            text: None,
            received: None,
            state: PublicState::of(case),
            category: None,
            unit: None,
            typical: is_typical(&loaded.adopted.procedure, case),
            rating: None,
            replies: Vec::new(),
            on_paper: everybody_may_read_reply(&loaded.adopted.procedure, case),
            course: Vec::new(),
        };
        match open_to_all {
            Open::Trace(at) => page.hidden = Some(hidden(&loaded, at)),
            Open::Published => {
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
                page.category.clone_from(&case.category);
                page.unit = answering(case).cloned();
                page.rating = rating(case);
                page.replies = replies(&loaded, &|text| open("text", Some(text)).map(black));
                page.course = course(&loaded);
            }
            Open::Nothing => return Err(Problem::NotFound),
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
            limits: limits(loaded, event),
        })
    };
    loaded
        .events
        .iter()
        .filter_map(|(event, _)| reply(event))
        .collect()
}

/// The duties that ended with an event, as they stand now; a right of the citizen is nobody's limit.
fn limits(loaded: &Loaded, event: &Event) -> Vec<Clock> {
    let rules = &loaded.adopted.procedure;
    let met = event.effects.iter().filter_map(|effect| match effect {
        Effect::Meet { clock, order } => loaded.case.clock(clock, *order),
        _ => None,
    });
    let duty = |clock: &&Clock| rules.clock(&clock.id).is_some_and(|rule| !rule.right);
    met.filter(duty)
        .filter(|clock| clock.met == Some(event.at))
        .cloned()
        .collect()
}

/// The last answer to a visit, where it is about the last reply.
fn rating(case: &Case) -> Option<Rating> {
    let visit = case.visits.iter().rev().find(|visit| visit.reached)?;
    (Some(visit.at) >= case.replied).then_some(Rating {
        at: visit.at,
        solved: visit.solved,
        satisfied: visit.satisfied,
    })
}

fn course(loaded: &Loaded) -> Vec<PublicStep> {
    let events = loaded.events.iter().map(|(event, _)| event);
    let seen = events.filter(|event| event.act.word().is_some_and(|word| SEEN.contains(&word)));
    seen.map(|event| PublicStep {
        at: event.at,
        act: event.act.clone(),
        basis: event.basis.clone(),
        units: event.act.units().iter().map(|unit| unit.name.clone()).collect(),
    })
    .collect()
}
