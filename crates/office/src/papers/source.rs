//! Where a document takes its words from: the case as it stood, and the act that issued it.

use crate::keys::NamedKey;
use crate::load::Loaded;
use crate::view::texts::texts;
use calendar::{Instant, Lang};
use case::{Act, Event, Order, OrderNo};
use procedure::{Part, PartFrom};
use seal::Sealed;

/// A case as it stood when a document was issued.
pub(super) struct Source<'a> {
    pub(super) lang: Lang,
    /// Up to the event that issued it.
    pub(super) loaded: &'a Loaded,
    /// The work order that it is about.
    pub(super) order: Option<OrderNo>,
    /// Key of the case; `None` once it was destroyed.
    pub(super) key: Option<NamedKey>,
    /// Name of the citizen, masked.
    pub(super) citizen: Option<String>,
    /// Name of the place.
    pub(super) place: String,
    /// Name of the body that issues it.
    pub(super) issuer: String,
    /// Whether the reader may read instructions of leaders.
    pub(super) instructions: bool,
}

impl Source<'_> {
    fn say(&self, key: &str) -> String {
        words::say(self.lang, key, &[])
    }

    /// The event that issued it.
    pub(super) fn event(&self) -> Option<&Event> {
        self.loaded.events.last().map(|(event, _)| event)
    }

    fn open(&self, place: &str, text: &Sealed) -> String {
        let open = |key: &NamedKey| key.open(place, text).ok();
        let opened = self.key.as_ref().and_then(open);
        opened.unwrap_or_else(|| self.say("shell-destroyed"))
    }

    /// The work order, or for a document of the case the one that has a result.
    fn order(&self) -> Option<&Order> {
        let case = &self.loaded.case;
        match self.order {
            Some(no) => case.order(no),
            None => case.orders.iter().rev().find(|order| order.result.is_some()),
        }
    }

    /// What a part says; `None` where it has nothing to say.
    pub(super) fn text(&self, part: &Part) -> Option<String> {
        let case = &self.loaded.case;
        match part.from {
            PartFrom::Typed => {
                let Act::Write(writing) = &self.event()?.act else {
                    return None;
                };
                let typed = writing.parts.iter().find(|typed| typed.id == part.id)?;
                (typed.text.chars > 0).then(|| self.open("part", &typed.text))
            }
            PartFrom::Original => case.text.as_ref().map(|text| self.open("text", text)),
            PartFrom::Result => self.order()?.result.as_ref().map(|text| self.open("text", text)),
            PartFrom::Reply => {
                let place = if case.history { "reply" } else { "text" };
                case.reply.as_ref().map(|text| self.open(place, text))
            }
            PartFrom::Contact => self.contact(),
            PartFrom::Instruction => self.instruction(),
            PartFrom::Act => self.said(),
        }
    }

    /// What was recorded of the last contact with the citizen: never typed into the document.
    fn contact(&self) -> Option<String> {
        let events = self.loaded.events.iter().rev();
        let mut contacts = events.filter_map(|(event, _)| match &event.act {
            Act::Contact { text } if self.order.is_none() || event.order == self.order => Some(text),
            _ => None,
        });
        contacts.next().map(|text| self.open("text", text))
    }

    fn instruction(&self) -> Option<String> {
        let given = &self.loaded.case.instructions;
        if given.is_empty() {
            return None;
        }
        if !self.instructions {
            return Some(self.say("paper-instruction-withheld"));
        }
        let line = |one: &case::state::Instruction| {
            let leader = one.leader.as_ref().map(|leader| self.open("partner", leader));
            let at = self.loaded.adopted.calendar.show(one.at, self.lang);
            let head: Vec<String> = leader.into_iter().chain([at]).collect();
            format!("{}\n{}", head.join(" "), self.open("text", &one.text))
        };
        Some(given.iter().map(line).collect::<Vec<_>>().join("\n"))
    }

    /// What the act says that issued it.
    fn said(&self) -> Option<String> {
        let all = texts(&self.event()?.act);
        let said: Vec<String> = all
            .into_iter()
            .map(|(place, text)| self.open(place, text))
            .collect();
        (!said.is_empty()).then(|| said.join("\n"))
    }

    /// A body by its name, the citizen, or the unit.
    pub(super) fn addressee(&self, to: &str) -> String {
        match to {
            "citizen" => self.citizen.clone().unwrap_or_else(|| self.say("paper-citizen")),
            "unit" => self.unit(),
            body => {
                let bodies = &self.loaded.adopted.procedure.bodies;
                let found = bodies.iter().find(|one| one.id == body);
                found.map_or(body, |one| one.name.get(self.lang)).to_owned()
            }
        }
    }

    /// The unit of the work order; the one that a measure is about; else all that have one.
    fn unit(&self) -> String {
        if let Some(order) = self.order.and_then(|no| self.loaded.case.order(no)) {
            return order.unit.name.clone();
        }
        if let Some(Act::Escalate { unit, .. } | Act::Designate { unit, .. }) =
            self.event().map(|event| &event.act)
        {
            return unit.name.clone();
        }
        let mut names: Vec<&str> = Vec::new();
        for order in self
            .loaded
            .case
            .orders
            .iter()
            .filter(|order| order.ended.is_none())
        {
            if !names.contains(&order.unit.name.as_str()) {
                names.push(&order.unit.name);
            }
        }
        words::list(self.lang, names)
    }

    /// Fills in what stands in braces.
    pub(super) fn fill(&self, text: &str) -> String {
        let makers: [(&str, &dyn Fn() -> String); 11] = [
            ("{number}", &|| self.loaded.number.to_string()),
            ("{title}", &|| {
                let title = self.loaded.case.title.as_ref();
                title.map(|title| self.open("title", title)).unwrap_or_default()
            }),
            ("{unit}", &|| self.unit()),
            ("{due}", &|| self.due()),
            ("{date}", &|| self.date()),
            ("{office}", &|| self.issuer.clone()),
            ("{place}", &|| self.place.clone()),
            ("{ground}", &|| self.ground().0),
            ("{guidance}", &|| self.ground().1),
            ("{measure}", &|| self.measure()),
            ("{citizen}", &|| self.addressee("citizen")),
        ];
        let mut filled = text.to_owned();
        for (place, make) in makers {
            if filled.contains(place) {
                filled = filled.replace(place, &make());
            }
        }
        filled
    }

    fn date(&self) -> String {
        let calendar = &self.loaded.adopted.calendar;
        let day = self.event().map(|event| calendar.local(event.at).date());
        day.map(|day| report::day(day, self.lang)).unwrap_or_default()
    }

    /// The earliest open due time of the work order, else of the case.
    fn due(&self) -> String {
        let (case, adopted) = (&self.loaded.case, &self.loaded.adopted);
        let duty = |id: &str| adopted.procedure.clock(id).is_some_and(|rule| !rule.right);
        let earliest = |order: Option<OrderNo>| -> Option<Instant> {
            let open = case
                .clocks
                .iter()
                .filter(|c| c.is_open() && c.order == order && duty(&c.id));
            open.map(|clock| clock.due).min()
        };
        let of_order = self.order.and_then(|no| earliest(Some(no)));
        let due = of_order.or_else(|| earliest(None));
        due.map_or_else(
            || self.say("message-no-due"),
            |due| adopted.calendar.show_due(due, self.lang),
        )
    }

    /// The ground of a refusal, and where to turn.
    fn ground(&self) -> (String, String) {
        let rules = &self.loaded.adopted.procedure;
        let ground = self.loaded.case.ground.as_deref().and_then(|id| rules.ground(id));
        let Some(ground) = ground else {
            return Default::default();
        };
        let guidance = rules
            .guidance
            .iter()
            .find(|one| Some(&one.id) == ground.guidance.as_ref());
        let guidance = guidance.map(|one| one.text.get(self.lang).to_owned());
        (
            ground.name.get(self.lang).to_owned(),
            guidance.unwrap_or_default(),
        )
    }

    fn measure(&self) -> String {
        let Some(Act::Escalate { measure, .. }) = self.event().map(|event| &event.act) else {
            return String::new();
        };
        let measures = &self.loaded.adopted.procedure.measures;
        let found = measures.iter().find(|one| one.id == *measure);
        found.map_or("", |one| one.name.get(self.lang)).to_owned()
    }
}
