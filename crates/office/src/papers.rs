//! Documents: issued with an act under a number of their own, written from the case, listed; the volume of a case; the
//! filed list of a month.

mod compose;
mod issue;
mod issued;
mod list;
mod month;
mod reply;
mod source;
mod volume;

pub(crate) use issue::documents;
pub use issued::{OFFICE, fold};
pub use list::PaperLine;
pub use month::{FiledList, FiledMonth, MonthLine};

use calendar::Lang;
use procedure::{Basis, Ruled};

/// The line that says why a document is there.
fn basis_note(rule: &impl Ruled, lang: Lang) -> String {
    let basis = match rule.basis() {
        Basis::Clause(clause) => clause.to_string(),
        Basis::House | Basis::Product(_) => words::say(lang, "paper-house", &[]),
    };
    words::say(lang, "paper-by-basis", &[("basis", basis)])
}
