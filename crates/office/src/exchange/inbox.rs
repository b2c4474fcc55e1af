//! What came from other jurisdictions and waits for somebody: reports to rule on, feedback to acknowledge, and what
//! could not be carried out by itself.

use super::collect::Crossing as Leaves;
use super::content::{Caller, Content};
use super::stored::{Stored, Taken, read};
use super::{FAILED, OPEN, STREAM};
use crate::keys::NamedKey;
use crate::notice::Payload;
use crate::{Office, Problem};
use case::access::{Subject, Wish, may};
use case::{Actor, UnitId};
use seal::KeyId;
use store::{Crossing, Crossings, NewOutbox, Peer};

/// Longest note on a ruling, in characters.
const LONGEST: usize = 20_000;
/// Kinds that a person acknowledges.
pub const ACKNOWLEDGED: [&str; 2] = ["feedback", "notice"];

/// One line of the inbox.
#[derive(Debug, Clone)]
pub struct InboxLine {
    /// The message.
    pub crossing: Crossing,
    /// The other side.
    pub peer: Peer,
    /// What it is about, where it says so.
    pub title: Option<String>,
}

/// A message opened.
#[derive(Debug, Clone)]
pub struct InboxView {
    /// Its line.
    pub line: InboxLine,
    /// What it says; `None` where its key was destroyed.
    pub content: Option<Content>,
    /// Why it could not be carried out by itself: a code of the catalogue.
    pub fault: Option<String>,
}

impl Office {
    /// Whether this person sees the inbox at all.
    async fn may_correspond(&self, j: &str, who: &Actor) -> Result<(), Problem> {
        let adopted = self.in_force(j, self.now()).await?;
        if may(&adopted.procedure, who, Wish::Correspond, &Subject::default()) {
            Ok(())
        } else {
            Err(Problem::Forbidden)
        }
    }

    /// Messages in a state, for those who may see what came by their links. The newest first.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for those who do not correspond with other jurisdictions.
    pub async fn inbox(
        &self,
        j: &str,
        who: &Actor,
        state: &str,
        limit: u32,
    ) -> Result<Vec<InboxLine>, Problem> {
        self.may_correspond(j, who).await?;
        let peers = self.store().peers(j).await?;
        let of = Crossings {
            outgoing: false,
            state,
        };
        let mut lines = Vec::new();
        for crossing in self.store().crossings(j, of, limit).await? {
            let Some(peer) = peers.iter().find(|peer| peer.id == crossing.peer) else {
                continue;
            };
            if !is_theirs(who, peer) {
                continue;
            }
            if self.kept_from(j, who, crossing.number.as_ref()).await? {
                continue;
            }
            let content = self.content_of(j, &crossing).await?.0;
            if self.accuses_reader(j, who, content.as_ref()).await? {
                continue;
            }
            let title = content.as_ref().and_then(Content::title).map(str::to_owned);
            lines.push(InboxLine {
                crossing,
                peer: peer.clone(),
                title,
            });
        }
        Ok(lines)
    }

    /// A message, opened.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is none, or another role deals with it.
    pub async fn inbox_message(
        &self,
        j: &str,
        who: &Actor,
        peer: &str,
        id: &str,
    ) -> Result<InboxView, Problem> {
        self.may_correspond(j, who).await?;
        let peers = self.store().peers(j).await?;
        let peer = peers
            .into_iter()
            .find(|known| known.id == peer && is_theirs(who, known));
        let peer = peer.ok_or(Problem::NotFound)?;
        let crossing = self.store().crossing(j, false, &peer.id, id).await?;
        let crossing = crossing.ok_or(Problem::NotFound)?;
        if self.kept_from(j, who, crossing.number.as_ref()).await? {
            return Err(Problem::NotFound);
        }
        let (content, fault) = self.content_of(j, &crossing).await?;
        if self.accuses_reader(j, who, content.as_ref()).await? {
            return Err(Problem::NotFound);
        }
        let content = content.map(masked);
        let title = content.as_ref().and_then(Content::title).map(str::to_owned);
        let line = InboxLine {
            crossing,
            peer,
            title,
        };
        Ok(InboxView { line, content, fault })
    }

    /// Whether a message tells of an accusation against somebody here, and this person is meant or sits with who is.
    async fn accuses_reader(&self, j: &str, who: &Actor, content: Option<&Content>) -> Result<bool, Problem> {
        let names = content.map(Content::accused).unwrap_or_default();
        if names.is_empty() {
            return Ok(false);
        }
        let (mut units, mut people) = (Vec::new(), Vec::new());
        let day = crate::directory::day_of(self.now());
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.accused_in_words(j, &names, day, &mut units, &mut people)
            .await?;
        let accused: Vec<UnitId> = units.into_iter().map(|unit| unit.id).collect();
        let subject = Subject {
            accused: &accused,
            accused_people: &people,
            ..Subject::default()
        };
        let adopted = self.in_force(j, self.now()).await?;
        Ok(!may(&adopted.procedure, who, Wish::Correspond, &subject))
    }

    async fn content_of(
        &self,
        j: &str,
        crossing: &Crossing,
    ) -> Result<(Option<Content>, Option<String>), Problem> {
        let event = self.store().event(j, STREAM, crossing.seq).await?;
        let Some(Stored::Taken(Taken { content, fault, .. })) = event.as_ref().map(read).transpose()? else {
            return Ok((None, None));
        };
        let Some(key) = self.key(j, &content.key).await? else {
            return Ok((None, fault));
        };
        let text = key.open("message", &content)?;
        Ok((Some(serde_json::from_str(&text)?), fault))
    }

    /// Rules on a report: the ruling goes back to whoever reported.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is no such report; a fault of `note` where it is returned without one, and of
    /// `passed` where it was ruled on meanwhile.
    pub async fn rule_on_report(
        &self,
        j: &str,
        who: &Actor,
        (peer, id): (&str, &str),
        passed: bool,
        note: &str,
    ) -> Result<(), Problem> {
        let note = note.trim();
        if !passed && crate::says_nothing(note) {
            return Err(Problem::field("note", "field-empty"));
        }
        if note.chars().count() > LONGEST {
            let fault = crate::FieldFault::too_long("note", LONGEST);
            return Err(Problem::Invalid(vec![fault]));
        }
        self.answer(j, who, (peer, id), &["report-up"], |by, kind, key| {
            Stored::Ruled {
                peer: peer.to_owned(),
                id: id.to_owned(),
                kind,
                by,
                passed,
                note: (!note.is_empty()).then(|| self.seal(key, "note", note)),
            }
        })
        .await
    }

    /// Acknowledges feedback or what was noticed, which the other side learns; or what could not be carried out, which
    /// it does not.
    ///
    /// # Errors
    /// As [`Office::rule_on_report`].
    pub async fn acknowledge(&self, j: &str, who: &Actor, (peer, id): (&str, &str)) -> Result<(), Problem> {
        self.answer(j, who, (peer, id), &ACKNOWLEDGED, |by, kind, _| {
            Stored::Acknowledged {
                peer: peer.to_owned(),
                id: id.to_owned(),
                kind,
                by,
            }
        })
        .await
    }

    /// Records what a person says to a message that waits, and lets it leave.
    async fn answer(
        &self,
        j: &str,
        who: &Actor,
        (peer, id): (&str, &str),
        kinds: &[&str],
        event: impl Fn(String, String, &NamedKey) -> Stored,
    ) -> Result<(), Problem> {
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        loop {
            let expected = self.store().last_seq(j, STREAM).await?;
            let view = self.inbox_message(j, who, peer, id).await?;
            let crossing = &view.line.crossing;
            let answers = crossing.state == OPEN && kinds.contains(&&*crossing.kind);
            let settles = crossing.state == FAILED && kinds == ACKNOWLEDGED;
            if !answers && !settles {
                return Err(Problem::field("passed", "field-answered-already"));
            }
            let key = self
                .key(j, &KeyId::new(super::take::message_key(peer, id)))
                .await?;
            let event = event(
                person.to_string(),
                crossing.kind.clone(),
                &key.ok_or(Problem::NotFound)?,
            );
            let leaves = Payload::Crossing(Leaves::of(peer, expected + 1));
            let outbox = NewOutbox {
                id: format!("{STREAM}/{}/to-{peer}", expected + 1),
                due: self.now(),
                kind: "exchange".to_owned(),
                payload: serde_json::to_vec(&leaves)?,
            };
            let outbox = if answers { vec![outbox] } else { Vec::new() };
            if self.log_exchange(j, expected, &event, Vec::new(), outbox).await? {
                return Ok(());
            }
        }
    }
}

/// Whether a role that this person holds deals with a link.
fn is_theirs(who: &Actor, peer: &Peer) -> bool {
    match (who, &peer.role) {
        (Actor::Staff { posts, .. }, Some(role)) => posts.iter().any(|post| post.role == *role),
        _ => true,
    }
}

/// The citizen whom a message names, masked: in plain text they are read in the case, with a reason.
fn masked(content: Content) -> Content {
    let Content::Case(mut case) = content else {
        return content;
    };
    case.citizen = case.citizen.map(|citizen| Caller {
        name: seal::mask::name(&citizen.name),
        phone: seal::mask::phone(&citizen.phone),
        ..citizen
    });
    Content::Case(case)
}
