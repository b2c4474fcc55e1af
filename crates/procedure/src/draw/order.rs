//! The order of the steps in a lane: that of the file, which is the order in which people tell it; ends last.

use crate::model::{Of, Procedure, StepEnd};

/// Places of the steps of one lane among the steps of the file, from first to last.
pub(super) fn of(procedure: &Procedure, of: Of) -> Vec<usize> {
    let steps = procedure.steps.iter().enumerate().filter(|(_, s)| s.of == of);
    let (ends, open): (Vec<_>, Vec<_>) = steps.partition(|(_, s)| s.end == StepEnd::Final);
    open.into_iter().chain(ends).map(|(place, _)| place).collect()
}
