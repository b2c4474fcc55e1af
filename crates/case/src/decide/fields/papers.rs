//! Fields and ids of what stands beside the course: marks, signatures, records, documents, ways, channels, outcomes.

use crate::facts::Seen;
use crate::{Act, Refusal};
use procedure::{Basis, Field, Procedure};

/// Whether the act brings along one of the fields that only these acts have.
pub(super) fn has(seen: &Seen<'_>, act: &Act, field: Field) -> bool {
    let procedure = seen.rules.procedure;
    let written = |note: Option<&seal::Sealed>| note.is_some_and(|n| n.chars > 0);
    match field {
        Field::Marks => match act {
            // that a message accuses somebody is a mark of its own (PL-18)
            Act::Mark(marking) => !marking.marks.is_empty() || marking.accuses(),
            Act::Receive { origin, .. } => !origin.marks.is_empty(),
            _ => true,
        },
        Field::Division => match act {
            Act::Mark(marking) => marking.division.is_some() || seen.case.division.is_some(),
            Act::Receive { origin, .. } => origin.division.is_some(),
            _ => true,
        },
        Field::Accused => match act {
            Act::Mark(marking) => marking.accuses() || seen.case.accuses(),
            Act::Receive { origin, .. } => origin.accuses(),
            _ => true,
        },
        Field::To => match act {
            Act::Submit(submission) => !submission.to.is_empty(),
            Act::Deliver(delivery) => !delivery.to.is_empty(),
            _ => true,
        },
        Field::Checks => match act {
            Act::Report { backing, .. } => procedure.gates.iter().all(|g| backing.checks.contains(&g.id)),
            _ => true,
        },
        Field::Channel => act.channel().is_some_and(|channel| !channel.is_empty()),
        Field::Posted => matches!(act, Act::Receive { origin, .. } if origin.posted.is_some()),
        Field::Questions => match act {
            Act::Visit { reached: false, .. } => true,
            Act::Visit { visited, .. } | Act::AnswerVisit { visited, .. } => procedure
                .questions
                .iter()
                .all(|q| visited.answers.iter().any(|a| a.question == q.id)),
            _ => true,
        },
        Field::Note => match act {
            Act::Dispatch { note, .. } => written(note.as_ref()),
            Act::Claim(claim) => written(claim.note.as_ref()),
            Act::Review { passed, note, .. } => *passed || written(note.as_ref()),
            Act::Sign(signing) => signing.passed || written(signing.note.as_ref()),
            Act::RuleAbove(ruling) => ruling.passed || written(ruling.note.as_ref()),
            _ => true,
        },
        Field::Number => matches!(act, Act::Refer(line) if !line.number.trim().is_empty()),
        _ => true,
    }
}

/// Marks of one group exclude each other: an act names one of them.
fn excluding(procedure: &Procedure, marks: &[String], basis: &Basis) -> Result<(), Refusal> {
    let group = |id: &String| {
        procedure
            .marks
            .iter()
            .find(|m| m.id == *id)
            .and_then(|m| m.group.as_ref())
    };
    for (n, mark) in marks.iter().enumerate() {
        let excludes =
            |other: &&String| *other != mark && group(mark).is_some() && group(other) == group(mark);
        if let Some(other) = marks[n + 1..].iter().find(excludes) {
            return Err(Refusal::new("refusal-marks-exclude", basis.clone())
                .with("mark", mark)
                .with("other", other));
        }
    }
    Ok(())
}

/// Every id that these acts name must stand in the procedure.
pub(super) fn known(
    procedure: &Procedure,
    act: &Act,
    unit: Option<&str>,
    basis: &Basis,
) -> Result<(), Refusal> {
    let unknown = |list: &'static str, id: &str| {
        Err(Refusal::new("refusal-unknown-id", basis.clone())
            .with("list", list)
            .with("id", id))
    };
    let marks: &[String] = match act {
        Act::Mark(marking) => &marking.marks,
        Act::Receive { origin, .. } => &origin.marks,
        _ => &[],
    };
    if let Some(id) = marks
        .iter()
        .find(|id| !procedure.marks.iter().any(|m| m.id == **id))
    {
        return unknown("mark", id);
    }
    excluding(procedure, marks, basis)?;
    if let Act::Sign(signing) = act
        && let Some(fault) = signing
            .faults
            .iter()
            .find(|f| !procedure.norms.iter().any(|n| n.id == **f && n.holds_for(unit)))
    {
        return unknown("norm", fault);
    }
    if let Act::Report { backing, .. } = act
        && let Some(id) = backing
            .checks
            .iter()
            .find(|c| !procedure.gates.iter().any(|g| g.id == **c))
    {
        return unknown("gate", id);
    }
    if let Act::Visit { visited, .. } | Act::AnswerVisit { visited, .. } = act
        && let Some(answer) = visited
            .answers
            .iter()
            .find(|a| !procedure.questions.iter().any(|q| q.id == a.question))
    {
        return unknown("question", &answer.question);
    }
    if let Act::Record(note) = act
        && procedure.record(&note.record).is_none()
    {
        return unknown("record", &note.record);
    }
    if let Act::Write(_) | Act::Deliver(_) = act
        && let Some(id) = act.names().filter(|id| procedure.document(id).is_none())
    {
        return unknown("document", id);
    }
    if let Act::Deliver(delivery) = act
        && !["", "citizen", "unit"].contains(&delivery.to.as_str())
        && !procedure.bodies.iter().any(|b| b.id == delivery.to)
    {
        return unknown("body", &delivery.to);
    }
    let way = match act {
        Act::Dispatch { terms, .. } => terms.way.as_deref(),
        Act::Visit { visited, .. } => visited.way.as_deref(),
        Act::Deliver(delivery) => delivery.way.as_deref(),
        _ => None,
    };
    if let Some(id) = way
        && !procedure
            .ways
            .iter()
            .any(|w| w.id == id && Some(w.by_act) == act.word())
    {
        return unknown("way", id);
    }
    if let Some(id) = act.channel()
        && procedure.channel(id).is_none()
    {
        return unknown("channel", id);
    }
    if let Some(id) = act.outcome().filter(|id| !id.is_empty())
        && !procedure
            .outcomes
            .iter()
            .any(|o| o.id == id && Some(o.of_act) == act.word())
    {
        return unknown("outcome", id);
    }
    Ok(())
}
