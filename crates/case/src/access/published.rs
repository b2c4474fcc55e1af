//! How much of a case is open to everybody, where the procedure makes messages public.

use crate::Case;
use crate::state::Publicity;
use calendar::Instant;
use procedure::Procedure;

/// How much of a case is open to everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Nothing, not even that it is there: it was never published, was decided not to be, or accuses somebody (PL-18).
    Nothing,
    /// That it was published, and since when it is hidden (PL-17), UTC milliseconds.
    Trace(Instant),
    /// What was published, the replies, and the course without anybody's data.
    Published,
}

/// How much of a case everybody may read.
pub fn open_to_everybody(procedure: &Procedure, case: &Case) -> Open {
    if !procedure.head.public || case.accuses() {
        return Open::Nothing;
    }
    match case.publicity {
        Publicity::Public(_) => Open::Published,
        Publicity::Hidden(at) => Open::Trace(at),
        Publicity::Undecided | Publicity::Withheld(_) => Open::Nothing,
    }
}

/// Whether everybody may read the sheet of the reply: where the reply itself is open, in the words in which it is. Of what the
/// office issues (orders to units, notices, reports to those above, which name people and go to whom they name) nothing is
/// open to everybody.
pub fn everybody_may_read_reply(procedure: &Procedure, case: &Case) -> bool {
    open_to_everybody(procedure, case) == Open::Published && case.replied.is_some()
}
