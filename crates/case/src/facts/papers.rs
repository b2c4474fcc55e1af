//! Facts about what stands beside the course: marks, publicity, instructions, records, documents, units named.

use super::Seen;
use crate::state::Paper;
use crate::{Act, Actor};
use procedure::{Document, Fact};

impl Seen<'_> {
    /// The channel of the message coming in, or of the case.
    pub(super) fn channel(&self) -> Option<&str> {
        match self.act {
            Some(Act::Receive { channel, .. }) => Some(channel),
            _ => Some(self.case.channel.as_str()),
        }
    }

    /// The kind of the message coming in, or of the case.
    pub(super) fn category(&self) -> Option<&str> {
        match self.act {
            Some(Act::Receive { category, .. }) => category.as_deref(),
            _ => self.case.category.as_deref(),
        }
    }

    pub(super) fn paper_flag(&self, fact: Fact) -> bool {
        let case = self.case;
        match fact {
            Fact::CasePublic => case.is_public(),
            Fact::CaseWithheld => matches!(case.publicity, crate::state::Publicity::Withheld(_)),
            Fact::CaseTidied => case.clean.is_some(),
            Fact::CaseSubmitted => !case.submitted.is_empty(),
            Fact::CaseInstructed => !case.instructions.is_empty(),
            Fact::CaseAccused => match self.act {
                Some(Act::Receive { origin, .. }) => origin.accuses(),
                _ => case.accuses(),
            },
            Fact::CaseAnonymous => match self.act {
                Some(Act::Receive { citizen, .. }) => citizen.is_none(),
                _ => case.citizen.is_none(),
            },
            Fact::CaseReportedUp => case.reported_up.is_some(),
            Fact::CaseApprovedAbove => case.approved_above.is_some(),
            Fact::CaseWaitsForCitizen => case.waits_for_citizen.is_some(),
            Fact::CaseMerged => case.merged_into.is_some(),
            Fact::CaseReplied => case.replied_in_round.is_some_and(|round| round == case.round),
            Fact::OrderClaimed => self.order.is_some_and(|o| o.claimed),
            Fact::OrderSignedOff => self.order.is_some_and(|o| o.signed_off.is_some()),
            Fact::ActOwnMatter => self.own_matter(),
            Fact::ActToAccused => self.to_accused(),
            Fact::ActLimitNamed => {
                matches!(self.act, Some(Act::Dispatch { terms, .. }) if terms.limit.is_some())
            }
            Fact::ActorOutside => self.acts_from_outside(),
            _ => false,
        }
    }

    pub(super) fn paper_is(&self, fact: Fact, id: &str) -> bool {
        let case = self.case;
        let order = self.order.map(|o| o.no);
        match fact {
            Fact::CaseMark => match self.act {
                Some(Act::Receive { origin, .. }) => origin.marks.iter().any(|m| m == id),
                _ => case.marks.iter().any(|m| m == id),
            },
            Fact::CaseInstructedAs => case.instructions.iter().any(|i| i.rank.as_deref() == Some(id)),
            Fact::CaseRecorded => case
                .records
                .iter()
                .any(|r| r.record == id && r.round == case.round),
            Fact::OrderRecorded => {
                order.is_some() && case.records.iter().any(|r| r.record == id && r.order == order)
            }
            Fact::CaseWritten => case
                .papers
                .iter()
                .any(|p| p.document == id && p.round == case.round),
            Fact::OrderWritten => order.is_some() && case.paper(id, order).is_some(),
            Fact::CaseDelivered => {
                let mut papers = case.papers.iter().rev();
                let last = papers.find(|p| p.document == id && p.round == case.round);
                self.delivered(last, id)
            }
            Fact::OrderDelivered => order.is_some() && self.delivered(case.paper(id, order), id),
            Fact::OrderOutcome => self.order.is_some_and(|o| o.outcome.as_deref() == Some(id)),
            Fact::OrderUnit => self.order.is_some_and(|o| o.unit.id.as_str() == id),
            Fact::ActOutcome => self.act.and_then(Act::outcome) == Some(id),
            Fact::ActMeasure => matches!(self.act, Some(Act::Escalate { measure, .. }) if measure == id),
            Fact::ActChannel => self.act.and_then(Act::channel) == Some(id),
            Fact::ActMark => match self.act {
                Some(Act::Mark(marking)) => marking.marks.iter().any(|m| m == id),
                Some(Act::Receive { origin, .. }) => origin.marks.iter().any(|m| m == id),
                _ => false,
            },
            Fact::ActToKind => self
                .act
                .is_some_and(|act| act.units().iter().any(|unit| unit.kind == id)),
            Fact::ActCataloguedKind => match self.act {
                Some(Act::Dispatch { terms, .. }) => {
                    terms.catalogued.as_ref().is_some_and(|entry| entry.kind == id)
                }
                _ => false,
            },
            Fact::ActorRole => match self.who {
                Actor::Staff { posts, .. } => posts.iter().any(|post| post.role == id),
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether a document went to everybody it is for.
    fn delivered(&self, paper: Option<&Paper>, id: &str) -> bool {
        let all = |rule: &Document, paper: &Paper| {
            rule.to
                .iter()
                .all(|to| paper.delivered.iter().any(|(whom, _)| whom == to))
        };
        let rule = self.rules.procedure.document(id);
        rule.zip(paper).is_some_and(|(rule, paper)| all(rule, paper))
    }

    /// Whether the case lies in the territory, or among the duties, of every unit that the act names.
    fn own_matter(&self) -> bool {
        let units = self.act.map(Act::units).unwrap_or_default();
        let case = self.case;
        !units.is_empty()
            && units.iter().all(|unit| {
                let ours = match (&unit.territory, &case.division) {
                    (Some(territory), Some(division)) => lies_in(division, territory),
                    _ => false,
                };
                let named = |duty: &String| case.category.as_ref() == Some(duty) || case.marks.contains(duty);
                ours || unit.duties.iter().any(named)
            })
    }

    /// Whether a unit that the act names is accused, or stands under one that is.
    fn to_accused(&self) -> bool {
        let units = self.act.map(Act::units).unwrap_or_default();
        let accused = &self.case.accused;
        units
            .iter()
            .any(|unit| accused.iter().any(|accused| unit.within(&accused.id)))
    }

    /// Whether all posts of the one who acts are those of a contractor's staff.
    fn acts_from_outside(&self) -> bool {
        let Actor::Staff { posts, .. } = self.who else {
            return false;
        };
        let outside = |role: &str| self.rules.procedure.role(role).is_some_and(|r| r.outside);
        !posts.is_empty() && posts.iter().all(|post| outside(&post.role))
    }
}

/// Whether a division is, or lies in, another: codes name the levels by pairs of digits, zeros standing for none
/// (GB/T 2260).
fn lies_in(division: &str, territory: &str) -> bool {
    let mut prefix = territory;
    while let Some(shorter) = prefix.strip_suffix("00") {
        prefix = shorter;
    }
    !prefix.is_empty() && division.starts_with(prefix)
}

#[cfg(test)]
mod tests {
    use super::lies_in;

    #[test]
    fn a_township_lies_in_its_county_and_its_city_and_in_no_neighbour() {
        for (division, territory, lies) in [
            ("620802003000", "620802000000", true),
            ("620802", "620800", true),
            ("620802", "620802", true),
            ("620821", "620802", false),
            ("620800", "620802", false),
            ("620802", "", false),
        ] {
            assert_eq!(lies_in(division, territory), lies, "{division} in {territory}");
        }
    }
}
