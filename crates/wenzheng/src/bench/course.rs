//! One whole course of a case under Suqian's procedure: what each of its people does, from receipt to archive.

use super::Fault;
use crate::shipped::procedures;
use calendar::{Calendar, Instant};
use case::act::{Assignment, Citizen, OnDuty, UnitRef, Verified};
use case::{Act, Actor, Case, CaseNumber, Command, CommandId, Event, OrderNo, Post, Rules, decide};
use procedure::Procedure;
use seal::{Fresh, Key, KeyId, Sealed};

/// The unit that handles the cases of the benchmarks.
pub(crate) const UNIT: &str = "water";

/// A minute lies between two acts.
const MINUTE_MS: i64 = 60_000;

/// One act of the course.
struct Step {
    who: Actor,
    order: Option<OrderNo>,
    act: Act,
}

/// The rules and the acts.
pub(crate) struct Course {
    pub(crate) procedure: Procedure,
    pub(crate) calendar: Calendar,
    start: Instant,
    steps: Vec<Step>,
}

/// Id of the procedure that is measured: the first that the program carries.
pub(crate) fn procedure_id() -> Result<String, Fault> {
    let text = first()?;
    let read = procedure::read(&text).map_err(|fault| format!("line {}: {}", fault.line, fault.what))?;
    Ok(read.head.id)
}

fn first() -> Result<String, Fault> {
    let first = procedures().into_iter().next();
    first.ok_or_else(|| "the program carries no procedure".into())
}

impl Course {
    pub(crate) fn new() -> Result<Self, Fault> {
        let text = first()?;
        let procedure =
            procedure::read(&text).map_err(|fault| format!("line {}: {}", fault.line, fault.what))?;
        // A Tuesday with nothing special around it, long after everything the tables leave open.
        let start = Instant::parse("2025-03-04T09:00:00+08:00")?;
        Ok(Self {
            procedure,
            calendar: Calendar::from_toml(calendar::SHIPPED)?,
            start,
            steps: steps(start),
        })
    }

    pub(crate) fn rules(&self) -> Rules<'_> {
        Rules {
            procedure: &self.procedure,
            calendar: &self.calendar,
        }
    }

    /// How many acts it has.
    pub(crate) fn len(&self) -> usize {
        self.steps.len()
    }

    /// Plays a case through the engine. Told of each act: the case before, its events, the case after.
    pub(crate) fn play(
        &self,
        number: &CaseNumber,
        mut each: impl FnMut(&Case, &[Event], &Case),
    ) -> Result<(), Fault> {
        let rules = self.rules();
        let mut case = Case {
            number: Some(number.clone()),
            ..Case::default()
        };
        let mut now = self.start;
        for step in &self.steps {
            now = now.plus_ms(MINUTE_MS);
            let command = Command {
                id: CommandId::from("bench"),
                act: step.act.clone(),
                order: step.order,
                seen: Some(case.seq),
            };
            let events = decide(&rules, &case, &command, &step.who, now)
                .map_err(|refusal| format!("the course was refused: {refusal}"))?;
            let mut after = case.clone();
            for event in &events {
                after.apply(event);
            }
            each(&case, &events, &after);
            case = after;
        }
        Ok(())
    }
}

/// A text sealed under some key: the engine never opens it.
fn sealed(place: &str, text: &str) -> Sealed {
    seal::seal(
        &Key::from_bytes([7; 32]),
        &KeyId::new("case:2025030400000000"),
        place,
        text,
        Fresh::from_bytes([9; _]),
    )
}

fn staff(role: &str, unit: Option<&str>) -> Actor {
    Actor::Staff {
        person: role.into(),
        posts: vec![Post {
            role: role.to_owned(),
            unit: unit.map(Into::into),
        }],
    }
}

fn steps(start: Instant) -> Vec<Step> {
    let citizen = Citizen {
        key: KeyId::new("person:2025030400000000"),
        name: sealed("name", "王小明"),
        phone: sealed("phone", "13800138000"),
        id_number: Some(sealed("id_number", "11010119900307771X")),
        address: None,
        verified: Some(Verified {
            by: "phone-code".to_owned(),
            at: start,
        }),
    };
    let unit = Assignment {
        unit: UnitRef {
            id: UNIT.into(),
            name: "水务局".to_owned(),
            kind: "city".to_owned(),
            above: Vec::new(),
            territory: None,
            duties: Vec::new(),
        },
        lead: true,
        direct: false,
        on_duty: Some(OnDuty {
            person: "duty".into(),
            name: "值班".to_owned(),
        }),
    };
    let message =
        "小区门口的路灯已经三天没有亮了，晚上老人和孩子出入很不安全，请尽快派人来看一看。".repeat(3);
    let text = |text: &str| sealed("text", text);
    let step = |who: Actor, order: Option<u16>, act: Act| Step { who, order, act };
    vec![
        step(
            Actor::Citizen(None),
            None,
            Act::Receive {
                channel: "website".to_owned(),
                title: sealed("title", "路灯不亮"),
                text: text(&message),
                citizen: Some(citizen),
                category: Some("complaint".to_owned()),
                place: Some(sealed("place", "幸福路 12 号")),
                attachments: Vec::new(),
                external: None,
                origin: case::act::Origin::default(),
            },
        ),
        step(
            staff("operator", None),
            None,
            Act::Accept {
                ground: "6-2".to_owned(),
                category: None,
            },
        ),
        step(
            staff("dispatcher", None),
            None,
            Act::Dispatch {
                to: vec![unit],
                note: Some(text("请于时限内办理")),
                terms: case::act::Terms::default(),
            },
        ),
        step(staff("handler", Some(UNIT)), Some(1), Act::SignFor),
        step(
            staff("handler", Some(UNIT)),
            Some(1),
            Act::Report {
                text: text(&"经现场查看，系线路老化所致，现已更换线路并恢复照明。".repeat(3)),
                attachments: Vec::new(),
                backing: case::act::Backing::default(),
            },
        ),
        step(
            staff("reviewer", None),
            Some(1),
            Act::Review {
                passed: true,
                faults: Vec::new(),
                note: None,
            },
        ),
        step(
            staff("reviewer", None),
            None,
            Act::Reply {
                text: text("您好，路灯线路已经更换，照明已经恢复，感谢您的监督。"),
                channel: None,
            },
        ),
        step(
            Actor::Citizen(Some("2025030400000000".into())),
            None,
            Act::AnswerVisit {
                solved: true,
                satisfied: true,
                text: None,
                visited: case::act::Visited::default(),
            },
        ),
        step(
            staff("visitor", None),
            None,
            Act::Close {
                outcome: "solved".to_owned(),
            },
        ),
        step(staff("visitor", None), None, Act::Archive),
    ]
}
