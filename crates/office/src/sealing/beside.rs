//! From a draft to an act, for what stands beside the course of a case: claims, marks, publicity, instructions,
//! signatures, records, other lines.

use super::{filled, moment};
use crate::administer::one_line;
use crate::draft::{Draft, ONLY_THESE};
use crate::intake::LONGEST_NAMED;
use crate::keys::NamedKey;
use crate::load::Loaded;
use crate::{Office, Problem};
use calendar::Instant;
use case::access::Wish;
use case::act::{
    Attachment, Claiming, Instructing, Marking, Recording, Referring, RulingAbove, Signing, Submitting,
};
use case::{Act, Actor, CaseNumber};

impl Office {
    /// The act of a draft that the course of a case does not need.
    #[allow(
        clippy::too_many_arguments,
        reason = "what preparing any act needs, handed on once"
    )]
    pub(super) async fn beside(
        &self,
        j: &str,
        who: &Actor,
        loaded: &Loaded,
        key: &NamedKey,
        draft: Draft,
        attachments: Vec<Attachment>,
        now: Instant,
    ) -> Result<Act, Problem> {
        let seal = |place: &str, text: &str| self.sealed(key, place, text);
        let seal_if = |place: &str, text: Option<&String>| self.sealed_if(key, place, text);
        Ok(match draft {
            Draft::Claim { unit, note } => Act::Claim(Claiming {
                unit: self.claiming_unit(j, who, loaded, unit.as_deref(), now).await?,
                note: seal_if("note", note.as_ref())?,
            }),
            Draft::Mark {
                marks,
                division,
                accused,
                accused_people,
                accused_named,
                reason,
            } => {
                let division = division_of(division)?;
                let only = accused.iter().any(|id| id == ONLY_THESE);
                let accused: Vec<String> = accused.into_iter().filter(|id| id != ONLY_THESE).collect();
                let nobody = accused.is_empty() && accused_people.is_empty();
                if only && nobody {
                    return Err(Problem::field("accused", "field-accuses-whom"));
                }
                let named = accused_named.as_deref().map(str::trim);
                let named = named.filter(|words| !crate::says_nothing(words));
                if let Some(words) = named {
                    one_line("accused_named", words, LONGEST_NAMED)?;
                }
                if marks.is_empty() && division.is_none() && nobody && named.is_none() {
                    return Err(Problem::field("marks", "field-empty"));
                }
                let day = Self::day(&loaded.adopted.calendar, now);
                let (mut accused, mut accused_people) =
                    self.accused_of(j, &accused, &accused_people, day).await?;
                if let Some(words) = named {
                    self.accused_in_words(j, &[words], day, &mut accused, &mut accused_people)
                        .await?;
                }
                // the act says whom all the case accuses: whoever is named beside others readmits none of them
                let names_somebody = !accused.is_empty() || !accused_people.is_empty();
                if names_somebody && !only {
                    let (units, people) = (&loaded.case.accused, &loaded.case.accused_people);
                    accused.retain(|one| units.iter().all(|known| known.id != one.id));
                    accused.splice(0..0, units.iter().cloned());
                    accused_people.retain(|one| !people.contains(one));
                    accused_people.splice(0..0, people.iter().cloned());
                }
                Act::Mark(Marking {
                    marks,
                    division,
                    accused,
                    accused_people,
                    accused_named: named.map(|words| seal("accused", words)).transpose()?,
                    only,
                    reason: seal_if("reason", reason.as_ref())?,
                })
            }
            Draft::Tidy { text } => Act::Tidy {
                text: seal("text", &text)?,
            },
            Draft::Publish {
                text,
                found,
                keep,
                hide,
            } => {
                let veil = redact::Veil { hide, keep };
                let veil = self
                    .seen_veil(j, loaded, key, text.as_deref(), found.as_deref(), veil)
                    .await?;
                Act::Publish {
                    text: seal_if("text", text.as_ref())?,
                    veil: match veil {
                        Some(veil) => Some(self.sealed(key, "veil", &serde_json::to_string(&veil)?)?),
                        None => None,
                    },
                }
            }
            Draft::Withhold { reason } => Act::Withhold {
                reason: seal("reason", &reason)?,
            },
            Draft::Hide { reason } => Act::Hide {
                reason: seal("reason", &reason)?,
            },
            Draft::Submit { to, text } => Act::Submit(Submitting {
                to,
                text: seal("text", &text)?,
            }),
            Draft::Instruct {
                outcome,
                partner,
                text,
            } => Act::Instruct(Instructing {
                outcome: filled(outcome),
                partner: seal_if("partner", partner.as_ref())?,
                text: seal("text", &text)?,
            }),
            Draft::Sign { passed, faults, note } => Act::Sign(Signing {
                passed,
                faults,
                note: seal_if("note", note.as_ref())?,
            }),
            Draft::Record {
                record,
                text,
                partner,
                channel,
                when,
            } => {
                let when = filled(when);
                let when = when.map(|at| moment(&loaded.adopted.calendar, "when", &at, now));
                Act::Record(Recording {
                    record: known_record(loaded, record)?,
                    text: seal_if("text", text.as_ref())?,
                    partner: seal_if("partner", partner.as_ref())?,
                    channel: filled(channel),
                    when: when.transpose()?,
                    attachments,
                })
            }
            Draft::ReportUp { text } => Act::ReportUp {
                text: seal("text", &text)?,
            },
            Draft::RuleAbove { passed, note } => Act::RuleAbove(RulingAbove {
                passed,
                note: seal_if("note", note.as_ref())?,
            }),
            Draft::AskCitizen { text } => Act::AskCitizen {
                text: seal("text", &text)?,
            },
            Draft::Merge { into } => Act::Merge {
                into: self.merged_into(j, who, loaded, &into).await?,
            },
            Draft::Refer {
                channel,
                number,
                claimed,
            } => Act::Refer(Referring {
                channel,
                number: outer_number(&number)?,
                claimed,
            }),
            // every other draft has its act already
            _ => return Err(Problem::field("act", "field-not-an-act")),
        })
    }

    /// The case that is to be handled for this one too: one that the person may see, that is not itself handled with
    /// another, and that has not ended without a reply.
    async fn merged_into(
        &self,
        j: &str,
        who: &Actor,
        loaded: &Loaded,
        into: &str,
    ) -> Result<CaseNumber, Problem> {
        let number = CaseNumber::from(seal::number::check(into).unwrap_or_else(|_| into.trim().to_owned()));
        if number == loaded.number {
            // the rules refuse that with their clause
            return Ok(number);
        }
        let other = match self.load_unnoted(j, who, Wish::SeeCase, &number).await {
            Ok(other) if other.case.accuses() => {
                return Err(Problem::field("into", "field-accusation-alone"));
            }
            Ok(other) => other.case,
            Err(Problem::NotFound) => return Err(Problem::field("into", "field-no-such-case")),
            Err(problem) => return Err(problem),
        };
        match other.merged_into.clone() {
            Some(further) => {
                let mut fault = crate::FieldFault::new("into", "field-merged-already");
                fault.args.push(("number", further.to_string()));
                Err(Problem::Invalid(vec![fault]))
            }
            None if other.history => Err(Problem::field("into", "field-no-such-case")),
            None => Ok(number),
        }
    }
}

/// A kind of record that the rules know.
fn known_record(loaded: &Loaded, id: String) -> Result<String, Problem> {
    match loaded.adopted.procedure.record(&id) {
        Some(_) => Ok(id),
        None => Err(Problem::field("record", "field-no-such-record")),
    }
}

/// The code of an administrative division, where one was typed.
pub(crate) fn division_of(typed: Option<String>) -> Result<Option<String>, Problem> {
    match filled(typed) {
        Some(code) if !crate::administer::is_division(&code) => {
            Err(Problem::field("division", "field-not-a-division"))
        }
        code => Ok(code),
    }
}

/// A number of another line: one line, stored as it is so that it can be found.
fn outer_number(typed: &str) -> Result<String, Problem> {
    let number = typed.trim().to_owned();
    if crate::says_nothing(&number) {
        return Err(Problem::field("number", "field-empty"));
    }
    crate::administer::one_line("number", &number, crate::intake::LONGEST_NUMBER)?;
    Ok(number)
}
