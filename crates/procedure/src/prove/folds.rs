//! What each act writes into the few facts that rules ask: the abstract twin of the fold in crate `case`. A random
//! walk of the engine is held against it (`crates/case/tests/prove.rs`).

use super::ids::Ids;
use super::said::Said;
use crate::Fact;
use crate::model::{ActRule, Do, Procedure};

/// A value that a state may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Var {
    /// A flag or a count, of the case or of a work order by its name.
    Fact(Fact),
    /// Which of the ids that are asked, by its place in the table of the model; 0 for any other.
    Id(Fact),
    /// Whether this one of the ids asked is among those that stand: marks, records, documents, ranks.
    Has(Fact, u8),
    /// Whether name and phone of the citizen are there.
    Citizen,
    /// Written opinions that a work order's unit still owes.
    Opinions,
    /// Results that passed in this round, of work orders no longer looked at.
    PastDone,
    /// Whether one of them was the lead's.
    PastLead,
}

/// What happens to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Write {
    /// The flag holds.
    Set(Var),
    /// The flag does not hold; the count is 0.
    Clear(Var),
    /// Either: the data decide.
    Either(Var),
    /// One more.
    Add(Var),
    /// One more, or not.
    MayAdd(Var),
    /// One fewer.
    Less(Var),
    /// It may no longer hold.
    MayClear(Var),
    /// Any of the ids asked, or another.
    Choose(Var),
    /// This of the ids asked.
    Put(u64),
    /// The work order's result passed.
    Pass,
    /// The work order ended without a result.
    End,
    /// The case begins a new round.
    Round,
    /// The leading unit may be another from now on.
    Designate,
    /// The unit's leader may have to act in person, on every work order that has not ended.
    InPerson,
    /// A clock that can be extended gets more time.
    Extend,
    /// Any marks, as far as the act does not say which.
    Marks,
    /// Any rank, as far as the act does not say which.
    Ranks,
}

impl Var {
    /// Whether each work order has its own.
    pub(super) fn of_order(self) -> bool {
        match self {
            Self::Opinions => true,
            Self::Fact(fact) | Self::Id(fact) | Self::Has(fact, _) => fact.name().starts_with("order."),
            Self::Citizen | Self::PastDone | Self::PastLead => false,
        }
    }
}

impl Write {
    /// The value that it changes, where it is one.
    pub(super) fn var(self) -> Option<Var> {
        match self {
            Self::Set(var)
            | Self::Clear(var)
            | Self::Either(var)
            | Self::Add(var)
            | Self::MayAdd(var)
            | Self::Less(var)
            | Self::MayClear(var)
            | Self::Choose(var) => Some(var),
            Self::InPerson => Some(Var::Fact(Fact::OrderPersonal)),
            _ => None,
        }
    }
}

const fn fact(fact: Fact) -> Var {
    Var::Fact(fact)
}

/// What the act writes.
pub(super) fn folds(does: Do, said: Said) -> Vec<Write> {
    let mut all = course(does, said);
    all.extend(beside(does, said));
    all
}

/// A reply stands; what is asked since the last one begins anew.
fn replied() -> Vec<Write> {
    vec![
        Write::Clear(fact(Fact::CaseVisitsAnswered)),
        Write::Clear(fact(Fact::CasePersonVisits)),
        Write::Set(fact(Fact::CaseReplied)),
        Write::Pass,
    ]
}

/// The citizen said how it stands.
fn told(said: Said) -> Vec<Write> {
    let unsolved = fact(Fact::CaseUnsolved);
    let settled = if said.settled() {
        Write::Clear(unsolved)
    } else {
        Write::Set(unsolved)
    };
    vec![Write::Add(fact(Fact::CaseVisitsAnswered)), settled]
}

/// Acts of the course from receipt to archive.
fn course(does: Do, said: Said) -> Vec<Write> {
    use Write::*;
    match does {
        Do::Receive => vec![
            Either(fact(Fact::CaseRealName)),
            Either(Var::Citizen),
            Either(fact(Fact::CaseAnonymous)),
            Either(fact(Fact::CaseAccused)),
            Choose(Var::Id(Fact::CaseChannel)),
            Choose(Var::Id(Fact::CaseCategory)),
            MayAdd(fact(Fact::CaseLines)),
            Marks,
        ],
        Do::Complete => vec![
            Either(fact(Fact::CaseRealName)),
            Either(Var::Citizen),
            Clear(fact(Fact::CaseAnonymous)),
            Choose(Var::Id(Fact::CaseCategory)),
        ],
        Do::Correct => vec![MayClear(fact(Fact::CaseRealName)), MayClear(Var::Citizen)],
        Do::Accept => vec![
            Set(fact(Fact::CaseAccepted)),
            Choose(Var::Id(Fact::CaseGround)),
            Choose(Var::Id(Fact::CaseCategory)),
        ],
        Do::Refuse => vec![
            Either(fact(Fact::CaseEmergency)),
            Choose(Var::Id(Fact::CaseGround)),
        ],
        Do::Answer => replied()
            .into_iter()
            .chain([Choose(Var::Id(Fact::CaseWay))])
            .collect(),
        Do::Reply => replied(),
        Do::TakeBack => vec![End],
        Do::SignFor => vec![Set(fact(Fact::OrderSignedFor))],
        Do::Contact => vec![Set(fact(Fact::OrderContacted))],
        Do::AskExtension => vec![Set(fact(Fact::OrderExtensionOpen))],
        Do::RuleExtension if said.granted => vec![Clear(fact(Fact::OrderExtensionOpen)), Extend],
        Do::RuleExtension => vec![Clear(fact(Fact::OrderExtensionOpen))],
        Do::AskSendBack => vec![Set(fact(Fact::OrderSendBackOpen))],
        Do::RuleSendBack if said.granted => vec![Add(fact(Fact::CaseSendBacks)), End],
        Do::RuleSendBack => vec![
            Clear(fact(Fact::OrderSendBackOpen)),
            Add(fact(Fact::OrderRequestsRefused)),
        ],
        Do::Report => vec![
            Clear(fact(Fact::OrderSignedOff)),
            Choose(Var::Id(Fact::OrderOutcome)),
        ],
        Do::Review if said.passed => vec![Pass],
        Do::Review => vec![Add(fact(Fact::CaseReturns))],
        Do::AnswerVisit => {
            let mut all = told(said);
            all.push(Clear(fact(Fact::CasePersonVisits)));
            all
        }
        Do::Visit => {
            let mut all = vec![Add(fact(Fact::CasePersonVisits))];
            if said.reached {
                all.extend(told(said));
            }
            if said.reached && !said.satisfied {
                all.push(Add(fact(Fact::CaseDissatisfiedPersonVisits)));
            }
            all
        }
        Do::Reopen => vec![
            Clear(fact(Fact::CaseEmergency)),
            Clear(fact(Fact::CaseDissatisfiedPersonVisits)),
            Clear(fact(Fact::CaseReplied)),
            Round,
        ],
        _ => Vec::new(),
    }
}

/// What goes on beside it.
fn beside(does: Do, said: Said) -> Vec<Write> {
    use Write::*;
    let passed = |var: Var| if said.passed { Set(var) } else { Clear(var) };
    match does {
        Do::DemandOpinion => vec![Add(Var::Opinions)],
        Do::GiveOpinion => vec![Less(Var::Opinions)],
        Do::Supervise => vec![Set(fact(Fact::CaseSupervised))],
        Do::Recheck => vec![MayAdd(fact(Fact::CaseBadRechecks))],
        Do::Convene => vec![MayAdd(fact(Fact::CaseFailedCoordinations))],
        Do::Designate => vec![Set(fact(Fact::CaseLeadDesignated)), Designate],
        Do::ConfirmRepeat => vec![Set(fact(Fact::CaseRepeat)), InPerson],
        Do::Escalate => vec![Add(fact(Fact::CaseMeasures))],
        Do::LinkEmergency => vec![Set(fact(Fact::CaseLinked))],
        Do::Add => vec![Clear(fact(Fact::CaseWaitsForCitizen))],
        Do::Mark => vec![MayAdd(fact(Fact::CaseAccused)), Marks],
        Do::Tidy => vec![Set(fact(Fact::CaseTidied))],
        Do::Publish => vec![Set(fact(Fact::CasePublic)), Clear(fact(Fact::CaseWithheld))],
        Do::Withhold => vec![Clear(fact(Fact::CasePublic)), Set(fact(Fact::CaseWithheld))],
        Do::Hide => vec![Clear(fact(Fact::CasePublic)), Clear(fact(Fact::CaseWithheld))],
        Do::Submit => vec![Set(fact(Fact::CaseSubmitted))],
        Do::Instruct => vec![Set(fact(Fact::CaseInstructed)), Ranks],
        Do::Sign => vec![
            passed(fact(Fact::OrderSignedOff)),
            if said.passed {
                Add(SIGNATURES)
            } else {
                Clear(SIGNATURES)
            },
        ],
        Do::ReportUp => vec![
            Set(fact(Fact::CaseReportedUp)),
            Clear(fact(Fact::CaseApprovedAbove)),
        ],
        Do::RuleAbove if said.passed => vec![Set(fact(Fact::CaseApprovedAbove))],
        Do::RuleAbove => vec![Clear(fact(Fact::CaseReportedUp))],
        Do::AskCitizen => vec![Set(fact(Fact::CaseWaitsForCitizen))],
        Do::Merge => vec![Set(fact(Fact::CaseMerged))],
        Do::Refer => vec![
            MayAdd(fact(Fact::CaseLines)),
            MayAdd(fact(Fact::CaseClaimedLines)),
        ],
        _ => Vec::new(),
    }
}

/// Signatures on the case; those on a work order are another fact.
const SIGNATURES: Var = fact(Fact::CaseSignatures);

/// The values that an act can write.
pub(super) fn written(does: Do) -> Vec<Var> {
    let mut all = Vec::new();
    if matches!(does, Do::Dispatch | Do::Claim) {
        all.extend([fact(Fact::CaseOrders), Var::PastDone]);
    }
    for write in Said::all(does).into_iter().flat_map(|said| folds(does, said)) {
        match write {
            Write::Pass | Write::End => all.extend([
                Var::Opinions,
                fact(Fact::OrderExtensionOpen),
                fact(Fact::OrderSendBackOpen),
                Var::PastDone,
            ]),
            Write::Round => all.push(Var::PastDone),
            Write::Designate => all.push(Var::PastLead),
            Write::Marks | Write::Ranks | Write::Put(_) => {}
            other => all.extend(other.var()),
        }
    }
    all
}

/// Facts that tell whether a document was written, and whether it was delivered.
const PAPERS: [(Fact, Fact); 2] = [
    (Fact::CaseWritten, Fact::CaseDelivered),
    (Fact::OrderWritten, Fact::OrderDelivered),
];

/// The marks, records and documents that a rule writes, or takes back, by its own words.
pub(super) fn named(p: &Procedure, rule: &ActRule, ids: &Ids) -> Vec<Write> {
    let has = |fact: Fact, id: &str| ids.place(fact, id).map(|place| Var::Has(fact, place));
    let mut all = Vec::new();
    for mark in &rule.marks {
        all.extend(marked(p, mark, ids));
    }
    let unmarked = rule.unmarks.iter().filter_map(|mark| has(Fact::CaseMark, mark));
    all.extend(unmarked.map(Write::Clear));
    if let Some(record) = &rule.record {
        let vars = [Fact::CaseRecorded, Fact::OrderRecorded].map(|fact| has(fact, record));
        all.extend(vars.into_iter().flatten().map(Write::Set));
    }
    // those that come with the act by themselves, as far as their conditions let them
    for issued in p.documents.iter().filter(|d| d.on.contains(&rule.does)) {
        for (written, delivered) in PAPERS {
            all.extend(has(written, &issued.id).map(Write::MayAdd));
            let delivered = has(delivered, &issued.id);
            all.extend(delivered.map(if issued.to.is_empty() {
                Write::MayAdd
            } else {
                Write::MayClear
            }));
        }
    }
    let Some(document) = &rule.document else {
        return all;
    };
    let to = p
        .documents
        .iter()
        .find(|d| d.id == *document)
        .map_or(0, |d| d.to.len());
    for (written, delivered) in PAPERS {
        let delivered = has(delivered, document);
        if rule.does == Do::Deliver {
            all.extend(delivered.map(if to > 1 { Write::MayAdd } else { Write::Set }));
        } else {
            all.extend(has(written, document).map(Write::Set));
            all.extend(delivered.map(if to > 0 { Write::Clear } else { Write::Set }));
        }
    }
    all
}

/// A mark is set; others of its group fall away.
pub(super) fn marked(p: &Procedure, mark: &str, ids: &Ids) -> Vec<Write> {
    let group = |id: &str| {
        p.marks
            .iter()
            .find(|m| m.id == id)
            .and_then(|m| m.group.as_deref())
    };
    let mut all = Vec::new();
    for other in ids.of_fact(Fact::CaseMark).filter(|other| *other != mark) {
        if group(other).is_some() && group(other) == group(mark) {
            all.extend(
                ids.place(Fact::CaseMark, other)
                    .map(|at| Write::Clear(Var::Has(Fact::CaseMark, at))),
            );
        }
    }
    all.extend(
        ids.place(Fact::CaseMark, mark)
            .map(|at| Write::Set(Var::Has(Fact::CaseMark, at))),
    );
    all
}
