//! The documents on the case page.

use crate::parts::{Tag, addressee};
use crate::shell::T;
use office::view::CaseView;

/// A document in the list.
#[derive(Debug)]
pub(crate) struct PaperRow {
    pub(crate) place: usize,
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) issued: String,
    /// Whom it goes to, and whether it was delivered there.
    pub(crate) to: Vec<Tag>,
}

/// The documents that the reader may see, the newest on top.
pub(crate) fn papers(t: T, view: &CaseView) -> Vec<PaperRow> {
    let rules = &view.adopted;
    let tag = |(to, at): &(String, Option<calendar::Instant>)| {
        let to = addressee(t, &rules.procedure, to);
        Tag::plain(&match at {
            Some(at) => {
                let at = rules.calendar.show(*at, t.lang());
                t.args("desk-delivered-on", &[("to", to), ("at", at)])
            }
            None => t.args("desk-to-deliver", &[("to", to)]),
        })
    };
    let row = |line: &office::papers::PaperLine| PaperRow {
        place: line.place,
        number: line.number.to_string(),
        name: t.text(&line.name).to_owned(),
        issued: rules.calendar.show(line.issued, t.lang()),
        to: line.to.iter().map(tag).collect(),
    };
    view.papers.iter().rev().map(row).collect()
}
