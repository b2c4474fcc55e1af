//! A case played on the real Suqian file: given, when, then.

mod acts;

pub(crate) use acts::*;

use calendar::{Calendar, Instant};
use case::act::{Assignment, Citizen, OnDuty, UnitRef, Verified};
use case::event::Whom;
use case::{
    Act, Actor, Case, Command, CommandId, Effect, Event, OrderNo, Post, Refusal, Rules, Standing, decide,
    tick,
};
use procedure::Procedure;
use seal::{Fresh, Key, KeyId, Sealed};
use std::sync::OnceLock;

pub(crate) fn procedure() -> &'static Procedure {
    static READ: OnceLock<Procedure> = OnceLock::new();
    READ.get_or_init(|| procedure::read(include_str!("../../../../procedures/suqian-12345.toml")).unwrap())
}

pub(crate) fn calendar() -> &'static Calendar {
    static READ: OnceLock<Calendar> = OnceLock::new();
    READ.get_or_init(|| Calendar::from_toml(calendar::SHIPPED).unwrap())
}

pub(crate) fn rules() -> Rules<'static> {
    Rules {
        procedure: procedure(),
        calendar: calendar(),
    }
}

/// A sealed text; the same key everywhere, as tests do not open it.
pub(crate) fn text(plain: &str) -> Sealed {
    seal::seal(
        &Key::from_bytes([7; 32]),
        &KeyId::new("case:test"),
        "test",
        plain,
        Fresh::from_bytes([9; 28]),
    )
}

/// A wall-clock time in China.
pub(crate) fn at(local: &str) -> Instant {
    Instant::parse(&format!("{local}+08:00")).unwrap()
}

pub(crate) fn staff(role: &str, unit: Option<&str>) -> Actor {
    let person = match unit {
        Some(unit) => format!("{role}@{unit}"),
        None => role.to_owned(),
    };
    Actor::Staff {
        person: person.as_str().into(),
        posts: vec![Post {
            role: role.to_owned(),
            unit: unit.map(Into::into),
        }],
    }
}

/// Units of the tests: `water` is a 市直 unit, `river` a county.
pub(crate) fn unit(id: &str) -> UnitRef {
    let kind = if id.starts_with("county") {
        "county"
    } else {
        "city"
    };
    UnitRef {
        id: id.into(),
        name: id.to_owned(),
        kind: kind.to_owned(),
        above: Vec::new(),
        territory: None,
        duties: Vec::new(),
    }
}

pub(crate) fn part(id: &str, lead: bool, direct: bool) -> Assignment {
    let on_duty = Some(OnDuty {
        person: format!("duty@{id}").as_str().into(),
        name: "值班".to_owned(),
    });
    Assignment {
        unit: unit(id),
        lead,
        direct,
        on_duty,
    }
}

pub(crate) fn citizen(verified: bool) -> Citizen {
    Citizen {
        key: KeyId::new("person:test"),
        name: text("王小明"),
        phone: text("13800138000"),
        id_number: None,
        address: None,
        verified: verified.then(|| Verified {
            by: "phone-code".to_owned(),
            at: at("2025-03-03T08:00:00"),
        }),
    }
}

pub(crate) fn receive(verified: bool) -> Act {
    Act::Receive {
        channel: "website".to_owned(),
        title: text("路灯不亮"),
        text: text("小区门口的路灯三天没有亮"),
        citizen: Some(citizen(verified)),
        category: Some("complaint".to_owned()),
        place: None,
        attachments: Vec::new(),
        external: None,
        origin: case::act::Origin::default(),
    }
}

/// A case with the events so far and the time of the last.
#[derive(Debug, Clone)]
pub(crate) struct Play {
    pub(crate) case: Case,
    pub(crate) events: Vec<Event>,
    pub(crate) now: Instant,
    commands: u32,
}

impl Play {
    pub(crate) fn new(start: &str) -> Self {
        Self {
            case: Case::default(),
            events: Vec::new(),
            now: at(start),
            commands: 0,
        }
    }

    /// A case received and accepted at `start`.
    pub(crate) fn accepted(start: &str) -> Self {
        let mut play = Self::new(start);
        play.citizen(receive(true)).unwrap();
        let accept = Act::Accept {
            ground: "6-2".to_owned(),
            category: None,
        };
        play.office("operator", accept).unwrap();
        play
    }

    /// A case dispatched to `water` at `start`, not directly answerable.
    pub(crate) fn dispatched(start: &str) -> Self {
        let mut play = Self::accepted(start);
        play.office("dispatcher", dispatch(&[part("water", true, false)]))
            .unwrap();
        play
    }

    /// The same, signed for and reported by `water`.
    pub(crate) fn reported(start: &str) -> Self {
        let mut play = Self::dispatched(start);
        play.unit(1, Act::SignFor).unwrap();
        play.unit(1, report("已修复")).unwrap();
        play
    }

    /// The same, passed and replied to: the SMS visit is out.
    pub(crate) fn replied(start: &str) -> Self {
        let mut play = Self::reported(start);
        play.office_on("reviewer", 1, pass()).unwrap();
        play.office("reviewer", reply()).unwrap();
        play
    }

    /// The same, closed as solved.
    pub(crate) fn closed(start: &str) -> Self {
        let mut play = Self::replied(start);
        play.citizen(answer_visit(true)).unwrap();
        play.office("visitor", close("solved")).unwrap();
        play
    }

    /// From the SMS visit to the rectification: dissatisfied there, and with the person who visited.
    pub(crate) fn dissatisfied_twice(&mut self) -> &mut Self {
        self.citizen(answer_visit(false)).unwrap();
        self.office("visitor", visit(false)).unwrap();
        self
    }

    pub(crate) fn later(&mut self, local: &str) -> &mut Self {
        self.now = at(local);
        self
    }

    /// Any command by anyone.
    pub(crate) fn give(
        &mut self,
        who: &Actor,
        order: Option<OrderNo>,
        act: Act,
    ) -> Result<Vec<Event>, Refusal> {
        let seen = Some(self.case.seq);
        self.give_having_seen(who, order, act, seen)
    }

    pub(crate) fn give_having_seen(
        &mut self,
        who: &Actor,
        order: Option<OrderNo>,
        act: Act,
        seen: Option<u64>,
    ) -> Result<Vec<Event>, Refusal> {
        self.commands += 1;
        let command = Command {
            id: CommandId::from(format!("c{}", self.commands)),
            act,
            order,
            seen,
        };
        let before = self.case.clone();
        let events = decide(&rules(), &self.case, &command, who, self.now)?;
        assert_eq!(before, self.case, "decide changes nothing by itself");
        self.take(&events);
        Ok(events)
    }

    fn take(&mut self, events: &[Event]) {
        for event in events {
            self.case.apply(event);
            self.events.push(event.clone());
        }
    }

    pub(crate) fn citizen(&mut self, act: Act) -> Result<Vec<Event>, Refusal> {
        self.give(&Actor::Citizen(self.case.number.clone()), None, act)
    }

    pub(crate) fn office(&mut self, role: &str, act: Act) -> Result<Vec<Event>, Refusal> {
        self.give(&staff(role, None), None, act)
    }

    pub(crate) fn office_on(&mut self, role: &str, order: OrderNo, act: Act) -> Result<Vec<Event>, Refusal> {
        self.give(&staff(role, None), Some(order), act)
    }

    /// The handler of the work order's own unit.
    pub(crate) fn unit(&mut self, order: OrderNo, act: Act) -> Result<Vec<Event>, Refusal> {
        self.unit_as("handler", order, act)
    }

    pub(crate) fn unit_as(&mut self, role: &str, order: OrderNo, act: Act) -> Result<Vec<Event>, Refusal> {
        let unit = self.case.order(order).map(|o| o.unit.id.as_str().to_owned());
        self.give(&staff(role, unit.as_deref()), Some(order), act)
    }

    /// A timer comes by.
    pub(crate) fn timer(&mut self) -> Vec<Event> {
        let events = tick(&rules(), &self.case, self.now);
        self.take(&events);
        events
    }

    pub(crate) fn standing(&self, clock: &str, order: Option<OrderNo>) -> Option<Standing> {
        self.case.clock(clock, order).map(|c| c.standing(self.now))
    }

    pub(crate) fn due(&self, clock: &str, order: Option<OrderNo>) -> String {
        let clock = self.case.clock(clock, order).expect("the clock runs");
        calendar().rfc3339(clock.due)
    }

    pub(crate) fn order_step(&self, order: OrderNo) -> &str {
        &self.case.order(order).unwrap().step
    }

    /// The acts that somebody is offered now.
    pub(crate) fn offered(&self, who: &Actor) -> Vec<procedure::Do> {
        let offers = case::offers(&rules(), &self.case, who, self.now);
        offers
            .into_iter()
            .filter(|o| o.blocked.is_none())
            .map(|o| o.does)
            .collect()
    }

    /// Who is told by the last event, with which template.
    pub(crate) fn told(&self) -> Vec<(String, &str)> {
        let effects = self.events.last().map_or(&[][..], |e| &e.effects);
        let told = effects.iter().filter_map(|e| match e {
            Effect::Tell { whom, template, .. } => Some((name_of(whom), template.as_str())),
            _ => None,
        });
        told.collect()
    }

    /// What fell due by itself so far: lapses by clock, rungs by name.
    pub(crate) fn fired(&self) -> Vec<String> {
        let fired = self.events.iter().filter_map(|e| match &e.act {
            Act::Lapse { clock, .. } => Some(clock.clone()),
            Act::Rung { rung, .. } => Some(rung.clone()),
            _ => None,
        });
        fired.collect()
    }
}

fn name_of(whom: &Whom) -> String {
    match whom {
        Whom::Citizen => "citizen".to_owned(),
        Whom::Unit(unit) => unit.to_string(),
        Whom::Role { role, unit: None } => role.clone(),
        Whom::Role {
            role,
            unit: Some(unit),
        } => format!("{role}@{unit}"),
    }
}

/// It was refused with this code, under this clause (`house`, or the product's own rule).
#[track_caller]
pub(crate) fn refused(answer: Result<Vec<Event>, Refusal>, code: &str, under: &str) -> Refusal {
    let refusal = answer.expect_err("it should be refused");
    assert_eq!((refusal.code, clause(&refusal)), (code, under), "{refusal}");
    refusal
}

/// An argument of a refusal.
pub(crate) fn arg<'a>(refusal: &'a Refusal, name: &str) -> &'a str {
    let found = refusal.args.iter().find(|(n, _)| *n == name);
    found.map_or("", |(_, value)| value)
}

/// The clause a refusal cites.
pub(crate) fn clause(refusal: &Refusal) -> &str {
    match &refusal.basis {
        procedure::Basis::Clause(clause) => clause.as_str(),
        procedure::Basis::House => "house",
        procedure::Basis::Product(code) => code,
    }
}
