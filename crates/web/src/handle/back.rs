//! Forms that come back: problems of use cases in the reader's language, beside their fields.

use crate::parts::Refill;
use crate::shell::{PageError, Posted, T};
use axum::http::StatusCode;
use case::Refusal;
use office::{FieldFault, Problem};

/// What is wrong, by field, in the reader's language.
pub(crate) fn faults(t: T, found: &[FieldFault]) -> Vec<(String, String)> {
    found
        .iter()
        .map(|f| (f.field.clone(), t.args(f.code, &f.args)))
        .collect()
}

/// What the rules say against it, with the clause.
pub(crate) fn refused(t: T, refusal: &Refusal) -> String {
    match &refusal.say {
        Some(words) => t.text(words).to_owned(),
        None => t.args(refusal.code, &refusal.args),
    }
}

/// A form as it was sent, with what is wrong: for problems that the person can mend there.
///
/// # Errors
/// Problems that no form can mend.
pub(crate) fn refill<const FILES: usize>(
    t: T,
    posted: &Posted<FILES>,
    problem: Problem,
) -> Result<(StatusCode, Refill), PageError> {
    let fields = posted.fields().to_vec();
    match problem {
        Problem::Invalid(found) => Ok((
            StatusCode::UNPROCESSABLE_ENTITY,
            Refill {
                fields,
                faults: faults(t, &found),
                refused: None,
            },
        )),
        Problem::Refused(refusal) => {
            let status = match refusal.code {
                "refusal-stale" => StatusCode::CONFLICT,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let refused = refused(t, &refusal);
            Ok((
                status,
                Refill {
                    fields,
                    faults: Vec::new(),
                    refused: Some(refused),
                },
            ))
        }
        other => Err(other.into()),
    }
}
