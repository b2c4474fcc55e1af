//! Fills the templates of a procedure: `{number}`, `{unit}`, `{due}`, `{link}`.

use crate::load::Loaded;
use calendar::{Instant, Lang};
use case::{Act, OrderNo, UnitId};

/// The language of messages: the one in which citizens write and offices work.
pub(super) const LANG: Lang = Lang::Zh;

/// What a message is about.
pub(super) struct About<'a> {
    /// The case.
    pub(super) loaded: &'a Loaded,
    /// Sequence number of the event that tells.
    pub(super) seq: u64,
    /// The work order.
    pub(super) order: Option<OrderNo>,
    /// The unit that is told.
    pub(super) unit: Option<&'a UnitId>,
    /// The link for this reader.
    pub(super) link: String,
}

impl About<'_> {
    /// The text with its parameters filled in, and the parameters in the order of the text.
    pub(super) fn fill(&self, text: &str) -> (String, Vec<(&'static str, String)>) {
        let number = || self.loaded.number.to_string();
        let makers: [(&'static str, &dyn Fn() -> String); 4] = [
            ("number", &number),
            ("unit", &|| self.unit_name()),
            ("due", &|| self.due()),
            ("link", &|| self.link.clone()),
        ];
        let mut filled = text.to_owned();
        let mut found: Vec<(usize, &'static str, String)> = Vec::new();
        for (name, make) in makers {
            let place = format!("{{{name}}}");
            if let Some(at) = text.find(&place) {
                let value = make();
                filled = filled.replace(&place, &value);
                found.push((at, name, value));
            }
        }
        found.sort_unstable_by_key(|(at, ..)| *at);
        let parameters = found.into_iter().map(|(_, name, value)| (name, value));
        (filled, parameters.collect())
    }

    /// The unit that is told or whose work order it is; else all units that still have one; else the office.
    fn unit_name(&self) -> String {
        let orders = &self.loaded.case.orders;
        let by_no = self.order.and_then(|no| orders.iter().find(|o| o.no == no));
        let by_unit = || orders.iter().rev().find(|o| Some(&o.unit.id) == self.unit);
        if let Some(order) = by_no.or_else(by_unit) {
            return order.unit.name.clone();
        }
        let mut open: Vec<&str> = Vec::new();
        for order in orders.iter().filter(|o| o.is_open()) {
            if !open.contains(&order.unit.name.as_str()) {
                open.push(&order.unit.name);
            }
        }
        if open.is_empty() {
            self.loaded.adopted.procedure.head.issued_by.get(LANG).to_owned()
        } else {
            words::list(LANG, open)
        }
    }

    /// The due time in words.
    fn due(&self) -> String {
        self.due_at().map_or_else(
            || words::say(LANG, "message-no-due", &[]),
            |due| self.loaded.adopted.calendar.show_due(due, LANG),
        )
    }

    /// That of the clock whose rung tells; else the earliest open duty of the work order, else of the case.
    fn due_at(&self) -> Option<Instant> {
        let case = &self.loaded.case;
        let told_by = usize::try_from(self.seq.checked_sub(1)?)
            .ok()
            .and_then(|i| self.loaded.events.get(i));
        if let Some((event, _)) = told_by
            && let Act::Rung { index, .. } = &event.act
            && let Some(clock) = case.clocks.get(*index as usize)
        {
            return Some(clock.due);
        }
        let duty = |id: &str| {
            self.loaded
                .adopted
                .procedure
                .clock(id)
                .is_some_and(|rule| !rule.right)
        };
        let earliest = |order: Option<OrderNo>| {
            let open = case
                .clocks
                .iter()
                .filter(|c| c.is_open() && c.order == order && duty(&c.id));
            open.map(|c| c.due).min()
        };
        self.order
            .and_then(|no| earliest(Some(no)))
            .or_else(|| earliest(None))
    }
}
