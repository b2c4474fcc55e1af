//! From a draft to an act: texts are sealed under the case's key, ids become what they stand for.

mod beside;
mod citizen;
mod papers;
mod units;

pub(crate) use beside::division_of;
pub(crate) use units::claiming;

use crate::draft::{AnswerDraft, Draft};
use crate::files::SealedFile;
use crate::intake::{Upload, accusing_kind};
use crate::keys::NamedKey;
use crate::load::Loaded;
use crate::verify::NewCaller;
use crate::{FieldFault, Office, Problem};
use calendar::{Instant, Limit};
use case::act::{Answer, Backing, Terms, Visited};
use case::{Act, Actor};
use seal::Sealed;

/// An act ready to be decided, with the files that it names.
pub(crate) struct Prepared {
    pub(crate) act: Act,
    pub(crate) files: Vec<SealedFile>,
    /// Keyed hash of the citizen's phone, where the act gives one.
    pub(crate) caller: Option<NewCaller>,
}

/// Longest text taken, in characters.
const LONGEST: usize = 20_000;
/// What stands on one line in lists and messages.
const LINES: [&str; 5] = ["title", "name", "address", "place", "partner"];
/// Longest of these, in characters.
const LONGEST_LINE: usize = 300;

/// That a text is too long for its place, where it is.
pub(crate) fn too_long(place: &str, text: &str) -> Option<FieldFault> {
    let most = if LINES.contains(&place) {
        LONGEST_LINE
    } else {
        LONGEST
    };
    (text.trim().chars().count() > most).then(|| FieldFault::too_long(place, most))
}

impl Office {
    /// Seals one text of an act; trims it, and refuses what is too long.
    pub(crate) fn sealed(&self, key: &NamedKey, place: &str, text: &str) -> Result<Sealed, Problem> {
        // where nothing is to be read, rules find nothing
        let text = if crate::says_nothing(text) {
            ""
        } else {
            text.trim()
        };
        match too_long(place, text) {
            Some(fault) => Err(Problem::Invalid(vec![fault])),
            None => Ok(self.seal(key, place, text)),
        }
    }

    fn sealed_if(
        &self,
        key: &NamedKey,
        place: &str,
        text: Option<&String>,
    ) -> Result<Option<Sealed>, Problem> {
        text.filter(|t| !crate::says_nothing(t))
            .map(|t| self.sealed(key, place, t))
            .transpose()
    }

    /// Turns a draft into an act on a loaded case.
    pub(crate) async fn prepare(
        &self,
        j: &str,
        who: &Actor,
        loaded: &Loaded,
        draft: Draft,
        uploads: Vec<Upload>,
        now: Instant,
    ) -> Result<Prepared, Problem> {
        if !uploads.is_empty() && !takes_files(&draft) {
            return Err(Problem::field("attachments", "api-no-files-here"));
        }
        // which of the two is meant, nobody can tell afterwards
        if draft.contradicts_itself() {
            return Err(Problem::field("faults", "field-passed-with-faults"));
        }
        let id = seal::KeyId::new(crate::keys::case_key(loaded.number.as_str()));
        let key = self.key(j, &id).await?.ok_or(Problem::NotFound)?;
        // PL-18: what is found to be an accusation is marked with whom it accuses first
        if let Draft::Accept { category, .. } | Draft::Complete { category, .. } = &draft
            && accusing_kind(&loaded.adopted.procedure, category.as_deref())
            && !loaded.case.accuses()
        {
            return Err(Problem::field("category", "field-accuses-whom"));
        }
        let (attachments, files) = self.seal_files(&key, loaded.number.as_str(), uploads);
        let seal = |place: &str, text: &str| self.sealed(&key, place, text);
        let seal_if = |place: &str, text: Option<&String>| self.sealed_if(&key, place, text);
        let mut caller = None;
        let act = match draft {
            Draft::Complete { citizen, category } => {
                let (citizen, new) = self.citizen_of(j, loaded.number.as_str(), &citizen, now).await?;
                caller = Some(new);
                Act::Complete { citizen, category }
            }
            Draft::Accept { ground, category } => Act::Accept { ground, category },
            Draft::Refuse { ground, explanation } => Act::Refuse {
                ground,
                explanation: seal("explanation", &explanation)?,
            },
            Draft::PassUp { reason } => Act::PassUp {
                reason: seal("reason", &reason)?,
            },
            Draft::Answer { way, text, partner } => Act::Answer {
                way,
                text: seal("text", &text)?,
                partner: seal_if("partner", partner.as_ref())?,
            },
            Draft::Dispatch { to, note, limit, way } => Act::Dispatch {
                to: self.assignments(j, loaded, &to, now).await?,
                note: seal_if("note", note.as_ref())?,
                terms: Terms {
                    limit: limit_if(limit)?,
                    way: filled(way),
                    catalogued: self.catalogued(j, &loaded.case, &key, now).await?,
                },
            },
            Draft::TakeBack { reason } => Act::TakeBack {
                reason: seal("reason", &reason)?,
            },
            Draft::SignFor => Act::SignFor,
            Draft::Contact { text } => Act::Contact {
                text: seal("text", &text)?,
            },
            Draft::AskExtension { limit, reason } => Act::AskExtension {
                limit: limit_of(&limit)?,
                reason: seal("reason", &reason)?,
            },
            Draft::RuleExtension {
                granted,
                limit,
                reason,
            } => Act::RuleExtension {
                granted,
                limit: limit_if(limit)?,
                reason: seal("reason", &reason)?,
            },
            Draft::AskSendBack { reason, proposal } => Act::AskSendBack {
                reason: seal("reason", &reason)?,
                proposal: seal("proposal", &proposal)?,
            },
            Draft::RuleSendBack { granted, reason } => Act::RuleSendBack {
                granted,
                reason: seal("reason", &reason)?,
            },
            Draft::Report {
                text,
                checks,
                outcome,
            } => Act::Report {
                text: seal("text", &text)?,
                attachments,
                backing: Backing {
                    checks,
                    outcome: filled(outcome),
                },
            },
            Draft::Review { passed, faults, note } => Act::Review {
                passed,
                faults,
                note: seal_if("note", note.as_ref())?,
            },
            Draft::Reply { text, channel } => Act::Reply {
                text: seal("text", &text)?,
                channel: filled(channel),
            },
            Draft::AnswerVisit {
                solved,
                satisfied,
                text,
                answers,
            } => Act::AnswerVisit {
                solved,
                satisfied,
                text: seal_if("text", text.as_ref())?,
                visited: visited(None, answers),
            },
            Draft::Visit {
                reached,
                solved,
                satisfied,
                text,
                way,
                answers,
            } => Act::Visit {
                reached,
                solved,
                satisfied,
                text: seal_if("text", text.as_ref())?,
                visited: visited(way, answers),
            },
            Draft::DemandOpinion { text } => Act::DemandOpinion {
                text: seal("text", &text)?,
            },
            Draft::GiveOpinion { text } => Act::GiveOpinion {
                text: seal("text", &text)?,
            },
            Draft::Urge { text } => Act::Urge {
                text: seal("text", &text)?,
            },
            Draft::Supervise { priority, text } => Act::Supervise {
                priority,
                text: seal("text", &text)?,
            },
            Draft::Recheck { outcome, text } => Act::Recheck {
                outcome,
                text: seal("text", &text)?,
            },
            Draft::Convene { units, outcome, text } => {
                let mut came = Vec::with_capacity(units.len());
                for unit in &units {
                    came.push(self.unit_ref(j, loaded, "units", unit, now).await?);
                }
                Act::Convene {
                    units: came,
                    outcome,
                    text: seal("text", &text)?,
                }
            }
            Draft::Designate { unit, reason } => Act::Designate {
                unit: self.unit_ref(j, loaded, "unit", &unit, now).await?,
                reason: seal("reason", &reason)?,
            },
            Draft::ConfirmRepeat { earlier } => Act::ConfirmRepeat {
                earlier: self.earlier(j, who, loaded, &earlier).await?,
            },
            Draft::Escalate {
                measure,
                unit,
                serious,
                refusal_without_reason,
                text,
            } => Act::Escalate {
                measure,
                unit: self.unit_ref(j, loaded, "unit", &unit, now).await?,
                serious,
                refusal_without_reason,
                text: seal("text", &text)?,
            },
            Draft::LinkEmergency { partner, when, text } => Act::LinkEmergency {
                partner: seal("partner", &partner)?,
                when: moment(&loaded.adopted.calendar, "when", &when, now)?,
                text: seal_if("text", text.as_ref())?,
            },
            Draft::RecordAccountability { outcome, text } => Act::RecordAccountability {
                outcome,
                text: seal("text", &text)?,
            },
            Draft::Withdraw { reason } => Act::Withdraw {
                reason: seal("reason", &reason)?,
            },
            Draft::Add { text } => Act::Add {
                text: seal("text", &text)?,
                attachments,
            },
            Draft::Correct { field, new, reason } => {
                let (act, new) = self
                    .correction(j, loaded, &key, field, &new, seal("reason", &reason)?)
                    .await?;
                caller = new;
                act
            }
            Draft::Close { outcome } => Act::Close { outcome },
            Draft::Reopen { reason } => Act::Reopen {
                reason: seal("reason", &reason)?,
            },
            Draft::Archive => Act::Archive,
            Draft::Write {
                document,
                parts,
                outcome,
            } => self.writing(&key, document, &parts, outcome)?,
            Draft::Deliver {
                document,
                to,
                way,
                when,
            } => self.delivering(loaded, (document, to), way, when.as_deref(), now)?,
            other => self.beside(j, who, loaded, &key, other, attachments, now).await?,
        };
        Ok(Prepared { act, files, caller })
    }
}

/// The acts that files come along with.
fn takes_files(draft: &Draft) -> bool {
    matches!(
        draft,
        Draft::Report { .. } | Draft::Add { .. } | Draft::Record { .. }
    )
}

/// An id, where one was named: a form that leaves it open sends nothing or a blank.
fn filled(id: Option<String>) -> Option<String> {
    id.map(|id| id.trim().to_owned()).filter(|id| !id.is_empty())
}

fn visited(way: Option<String>, answers: Vec<AnswerDraft>) -> Visited {
    let answer = |a: AnswerDraft| Answer {
        question: a.question,
        yes: a.yes,
    };
    Visited {
        way: filled(way),
        answers: answers.into_iter().map(answer).collect(),
    }
}

fn limit_if(text: Option<String>) -> Result<Option<Limit>, Problem> {
    filled(text).map(|text| limit_of(&text)).transpose()
}

fn limit_of(text: &str) -> Result<Limit, Problem> {
    text.parse().map_err(|error: calendar::LimitError| {
        let fault = FieldFault {
            field: "limit".to_owned(),
            code: error.code(),
            args: error.args(),
        };
        Problem::Invalid(vec![fault])
    })
}

/// A time as typed: with a zone, or as a form sends it (`2026-09-30T17:00`) in the calendar's zone.
pub(crate) fn moment(
    calendar: &calendar::Calendar,
    field: &str,
    text: &str,
    now: Instant,
) -> Result<Instant, Problem> {
    let wrong = || Problem::field(field, "field-not-a-time");
    let parsed = match Instant::parse(text.trim()) {
        Ok(at) => at,
        Err(_) => {
            let local: jiff::civil::DateTime = text.trim().parse().map_err(|_| wrong())?;
            calendar.instant(local).map_err(|_| wrong())?
        }
    };
    if parsed > now {
        Err(Problem::field(field, "field-in-the-future"))
    } else {
        Ok(parsed)
    }
}
