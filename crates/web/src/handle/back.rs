//! Forms that come back: problems of use cases in the reader's language, beside their fields.

use crate::parts::Refill;
use crate::shell::{PageError, Posted, T};
use crate::spoken;
use axum::http::StatusCode;
use case::Refusal;
use office::{Adopted, FieldFault, Problem};
use procedure::Basis;

/// What is wrong, by field, in the reader's language; all that is wrong with a field in one piece.
pub(crate) fn faults(t: T, found: &[FieldFault]) -> Vec<(String, String)> {
    let mut says: Vec<(String, String)> = Vec::new();
    for fault in found {
        let one = t.args(fault.code, &fault.args);
        match says.iter_mut().find(|(field, _)| *field == fault.field) {
            Some((_, said)) => {
                said.push(' ');
                said.push_str(&one);
            }
            None => says.push((fault.field.clone(), one)),
        }
    }
    says
}

/// What the rules say against it, with the clause.
pub(crate) fn refused(t: T, adopted: &Adopted, refusal: &Refusal) -> String {
    let says = match &refusal.say {
        Some(words) => t.text(words).to_owned(),
        None => t.args(refusal.code, &spoken::args(t, Some(adopted), &refusal.args)),
    };
    match &refusal.basis {
        Basis::Clause(clause) => t.args(
            "desk-refused-by",
            &[("says", says), ("clause", clause.to_string())],
        ),
        _ => says,
    }
}

/// A form as it was sent, with what is wrong: for problems that the person can mend there.
///
/// # Errors
/// Problems that no form can mend.
pub(crate) fn refill<const FILES: usize>(
    t: T,
    adopted: &Adopted,
    posted: &Posted<FILES>,
    problem: Problem,
) -> Result<(StatusCode, Refill), PageError> {
    refill_with(t, adopted, posted.fields().to_vec(), problem)
}

/// The same with fields that are put together from another form.
///
/// # Errors
/// Problems that no form can mend.
pub(crate) fn refill_with(
    t: T,
    adopted: &Adopted,
    fields: Vec<(String, String)>,
    problem: Problem,
) -> Result<(StatusCode, Refill), PageError> {
    match problem {
        Problem::Invalid(found) => Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            Refill {
                fields,
                faults: faults(t, &found),
                ..Refill::default()
            },
        )),
        Problem::Refused(refusal) => {
            let status = match refusal.code {
                "refusal-stale" => StatusCode::CONFLICT,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let refused = refused(t, adopted, &refusal);
            Ok((
                status,
                Refill {
                    fields,
                    refused: Some(refused),
                    ..Refill::default()
                },
            ))
        }
        other => Err(other.into()),
    }
}
