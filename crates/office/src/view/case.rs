//! One case as a person may see it: original, work orders, clocks with their explanation, timeline, and what may be
//! done now.

use super::files::{CaseFile, files};
use super::timeline::TimelineEntry;
use crate::papers::PaperLine;
use crate::{Adopted, Office, Problem};
use calendar::{Due, Instant};
use case::access::Wish;
use case::{Actor, Case, CaseNumber, Clock, Offer, Order, Standing, offers};
use seal::{KeyId, Sealed, mask};

/// A case opened for one person.
#[derive(Debug, Clone)]
pub struct CaseView {
    /// Number.
    pub number: CaseNumber,
    /// The rules it runs under.
    pub adopted: Adopted,
    /// The folded case; its texts are sealed.
    pub case: Case,
    /// Title; `None` where the key was destroyed.
    pub title: Option<String>,
    /// The message as it was given.
    pub text: Option<String>,
    /// The clean copy beside it. Not for the citizen.
    pub clean: Option<String>,
    /// What is public where it is not the message as it stands.
    pub public_text: Option<String>,
    /// Whom it accuses, in the words of whoever sent it, and of those who marked it since. Of these the citizen sees their
    /// own.
    pub accused_named: Option<String>,
    /// Names of the members of staff whom it accuses, as they are today. Not for the citizen.
    pub accused_people: Vec<String>,
    /// Whether the person may read what leaders instructed.
    pub instructions: bool,
    /// Place it concerns.
    pub place: Option<String>,
    /// The last reply to the citizen.
    pub reply: Option<String>,
    /// Citizen, masked.
    pub citizen: Option<MaskedCitizen>,
    /// Files of the message and of what was done later, as far as this person may see them.
    pub files: Vec<CaseFile>,
    /// Work orders.
    pub orders: Vec<OrderView>,
    /// Clocks, the open ones first by due time.
    pub clocks: Vec<ClockView>,
    /// Timeline, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Documents that this person may read.
    pub papers: Vec<PaperLine>,
    /// What this person may do now.
    pub offers: Vec<Offer>,
    /// When it was looked at, UTC milliseconds.
    pub now: Instant,
}

/// The citizen with name, phone, id number and address masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaskedCitizen {
    /// Such as 王**.
    pub name: String,
    /// Such as 138****5678.
    pub phone: String,
    /// Masked, where given.
    pub id_number: Option<String>,
    /// Kept to the district, where given.
    pub address: Option<String>,
    /// Whether the real name was verified.
    pub verified: bool,
    /// Whether the data was destroyed by decision.
    pub destroyed: bool,
}

/// What is shown of an informant.
const SEALED: &str = "■■■";

/// A work order with its result opened.
#[derive(Debug, Clone)]
pub struct OrderView {
    /// As folded.
    pub order: Order,
    /// The last result reported.
    pub result: Option<String>,
}

/// A clock with how it stands and how it was counted.
#[derive(Debug, Clone)]
pub struct ClockView {
    /// As folded.
    pub clock: Clock,
    /// How it stands now.
    pub standing: Standing,
    /// How the due time was counted, before extensions.
    pub due: Option<Due>,
    /// A right that expires, not a duty.
    pub right: bool,
}

impl Office {
    /// Opens a case for a person. A citizen sees neither inner notes nor names of staff.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is none or the person may not see it.
    pub async fn case(&self, j: &str, who: &Actor, number: &CaseNumber) -> Result<CaseView, Problem> {
        let loaded = self.load(j, who, Wish::SeeCase, number).await?;
        let for_citizen = matches!(who, Actor::Citizen(_));
        let now = self.now();
        let key = self
            .key(j, &KeyId::new(crate::keys::case_key(number.as_str())))
            .await?;
        let instructions = self.allowed(j, who, Wish::ReadInstructions, &loaded).await?;
        let timeline = self
            .timeline(j, &loaded, key.as_ref(), for_citizen, instructions)
            .await?;
        let papers = self.paper_lines(j, who, &loaded).await?;
        let files = files(&loaded, who, key.as_ref());
        // who the informant is, not even a surname tells
        let sealed =
            loaded.case.accuses() && !for_citizen && !self.allowed(j, who, Wish::OpenPerson, &loaded).await?;
        let case = Case::clone(&loaded.case);
        let open = |place: &str, text: Option<&Sealed>| {
            let (key, text) = (key.as_ref()?, text?);
            key.open(place, text).ok()
        };
        let mut accused_people = Vec::new();
        let (_, named) = match for_citizen {
            true => Default::default(),
            false => self.named_today(j, &loaded).await?,
        };
        for person in &named {
            let known = self.store().person(j, person).await?;
            accused_people.push(known.map_or_else(|| person.to_string(), |known| known.name));
        }
        let reply_place = if case.history { "reply" } else { "text" };
        let citizen = self.masked(j, &case, sealed).await?;
        let rules = loaded.adopted.rules();
        let mut clocks: Vec<ClockView> = case
            .clocks
            .iter()
            .map(|c| clock_view(&loaded.adopted, c, now))
            .collect();
        if for_citizen {
            clocks.retain(|c| c.clock.order.is_none());
        }
        clocks.sort_by_key(|c| (!c.clock.is_open(), c.clock.due));
        Ok(CaseView {
            number: number.clone(),
            title: open("title", case.title.as_ref()),
            text: open("text", case.text.as_ref()),
            clean: open("text", case.clean.as_ref()).filter(|_| !for_citizen),
            public_text: open("text", case.public_text.as_ref()),
            accused_named: {
                let also = case.accused_also.iter().filter(|_| !for_citizen);
                let words = case.accused_named.iter().chain(also);
                let words: Vec<String> = words.filter_map(|words| open("accused", Some(words))).collect();
                Some(words.join("；")).filter(|words| !words.is_empty())
            },
            accused_people,
            instructions,
            place: open("place", case.place.as_ref()),
            reply: open(reply_place, case.reply.as_ref()),
            citizen,
            files,
            orders: case
                .orders
                .iter()
                .map(|o| OrderView {
                    order: o.clone(),
                    result: if for_citizen {
                        None
                    } else {
                        open("text", o.result.as_ref())
                    },
                })
                .collect(),
            clocks,
            timeline,
            papers,
            offers: offers(&rules, &case, who, now),
            now,
            case,
            adopted: loaded.adopted,
        })
    }

    /// What a person may do on a case now, without opening it.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where there is none or the person may not see it.
    pub async fn offers(&self, j: &str, who: &Actor, number: &CaseNumber) -> Result<Vec<Offer>, Problem> {
        let loaded = self.load(j, who, Wish::SeeCase, number).await?;
        Ok(offers(&loaded.adopted.rules(), &loaded.case, who, self.now()))
    }

    /// The citizen, masked; where `sealed`, nothing but that there is one.
    pub(crate) async fn masked(
        &self,
        j: &str,
        case: &Case,
        sealed: bool,
    ) -> Result<Option<MaskedCitizen>, Problem> {
        let Some(citizen) = &case.citizen else {
            return Ok(None);
        };
        let nothing = |destroyed: bool| MaskedCitizen {
            name: if destroyed {
                String::new()
            } else {
                SEALED.to_owned()
            },
            phone: if destroyed {
                String::new()
            } else {
                SEALED.to_owned()
            },
            id_number: None,
            address: None,
            verified: citizen.verified.is_some(),
            destroyed,
        };
        if sealed {
            return Ok(Some(nothing(false)));
        }
        let Some(key) = self.key(j, &citizen.key).await? else {
            return Ok(Some(nothing(true)));
        };
        let open = |place: &str, text: &Sealed| key.open(place, text).unwrap_or_default();
        Ok(Some(MaskedCitizen {
            name: mask::name(&open("name", &citizen.name)),
            phone: mask::phone(&open("phone", &citizen.phone)),
            id_number: citizen
                .id_number
                .as_ref()
                .map(|n| mask::id_number(&open("id_number", n))),
            address: citizen
                .address
                .as_ref()
                .map(|a| mask::address(&open("address", a))),
            verified: citizen.verified.is_some(),
            destroyed: false,
        }))
    }
}

fn clock_view(adopted: &Adopted, clock: &Clock, now: Instant) -> ClockView {
    let rule = adopted.procedure.clock(&clock.id);
    let counting = rule.map_or_else(calendar::Counting::default, |r| calendar::Counting {
        start: r.start,
        ..adopted.procedure.head.counting()
    });
    ClockView {
        standing: clock.standing(now),
        due: clock
            .limit
            .and_then(|limit| adopted.calendar.due(clock.from, limit, counting).ok()),
        right: rule.is_some_and(|r| r.right),
        clock: clock.clone(),
    }
}
