//! Documents: issued with an act under a number of their own, written from the case, listed; the volume of a case; the
//! filed list of a month.

mod issued;
mod month;
mod volume;

pub use issued::{OFFICE, fold};
pub use month::{FiledList, FiledMonth, MonthLine};

use crate::{Office, Problem};
use calendar::Lang;
use procedure::{Basis, Ruled, Words};

/// The line that says why a document is there.
fn basis_note(rule: &impl Ruled, lang: Lang) -> String {
    let basis = match rule.basis() {
        Basis::Clause(clause) => clause.to_string(),
        Basis::House | Basis::Product(_) => words::say(lang, "paper-house", &[]),
    };
    words::say(lang, "paper-by-basis", &[("basis", basis)])
}

impl Office {
    /// The name of the office that issues documents of a jurisdiction.
    async fn issuing_office(&self, j: &str) -> Result<Words, Problem> {
        let found = self
            .store()
            .jurisdictions()
            .await?
            .into_iter()
            .find(|row| row.id == j);
        let (zh, en) = found.map_or_else(Default::default, |row| (row.zh, row.en));
        Ok(Words { zh, en })
    }
}
