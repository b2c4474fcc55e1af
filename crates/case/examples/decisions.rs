//! How many decisions a second the engine takes on one core, over whole lifecycles from receipt to archive.
//!
//! `cargo run --release -p case --example decisions`
#![allow(clippy::print_stdout, reason = "the line printed is what it is for")]

use calendar::{Calendar, Instant};
use case::act::{Assignment, Citizen, UnitRef, Verified};
use case::{Act, Actor, Case, Command, Post, Rules, decide};
use seal::{Fresh, Key, KeyId, Sealed};
use std::error::Error;

const ROUNDS: u32 = 20_000;
/// One act of the lifecycle: by whom, on which work order, what, and minutes after the last.
type Step = (Actor, Option<u16>, Act, i64);

fn main() -> Result<(), Box<dyn Error>> {
    let procedure = procedure::read(include_str!("../../../procedures/suqian-12345.toml"))
        .map_err(|fault| format!("line {}: {}", fault.line, fault.what))?;
    let calendar = Calendar::from_toml(calendar::SHIPPED)?;
    let rules = Rules {
        procedure: &procedure,
        calendar: &calendar,
    };
    let steps = lifecycle();
    for _ in 0..ROUNDS / 10 {
        one(&rules, &steps)?;
    }
    #[allow(clippy::disallowed_methods, reason = "a measurement has its own stopwatch")]
    let started = std::time::Instant::now();
    let mut decisions = 0;
    for _ in 0..ROUNDS {
        decisions += one(&rules, &steps)?;
    }
    let seconds = started.elapsed().as_secs_f64();
    let rate = f64::from(decisions) / seconds;
    println!(
        "{rate:.0} decisions/s on one core ({decisions} in {seconds:.2} s, whole lifecycles, folding included)"
    );
    Ok(())
}

/// Plays one lifecycle and gives the number of decisions.
fn one(rules: &Rules<'_>, steps: &[Step]) -> Result<u32, Box<dyn Error>> {
    let mut case = Case::default();
    let mut now = Instant::parse("2025-03-03T09:00:00+08:00")?;
    let mut decisions = 0;
    for (who, order, act, minutes) in steps {
        now = now.plus_ms(minutes * 60_000);
        let command = Command {
            id: "measured".into(),
            act: act.clone(),
            order: *order,
            seen: Some(case.seq),
        };
        for event in decide(rules, &case, &command, who, now)? {
            case.apply(&event);
        }
        decisions += 1;
    }
    if case.step != "archived" {
        return Err(format!("the lifecycle ended in {}", case.step).into());
    }
    Ok(decisions)
}

fn lifecycle() -> Vec<Step> {
    let office = |role: &str| Actor::Staff {
        person: role.into(),
        posts: vec![Post {
            role: role.to_owned(),
            unit: None,
        }],
    };
    let unit = || Actor::Staff {
        person: "handler".into(),
        posts: vec![Post {
            role: "handler".to_owned(),
            unit: Some("roads".into()),
        }],
    };
    let to = Assignment {
        unit: UnitRef {
            id: "roads".into(),
            name: "roads".to_owned(),
            kind: "city".to_owned(),
            above: Vec::new(),
            territory: None,
            duties: Vec::new(),
        },
        lead: true,
        direct: false,
        on_duty: None,
    };
    let accept = Act::Accept {
        ground: "6-2".to_owned(),
        category: None,
    };
    let dispatch = Act::Dispatch {
        to: vec![to],
        note: None,
        terms: case::act::Terms::default(),
    };
    let report = Act::Report {
        text: text(&"已经修复。".repeat(20)),
        attachments: Vec::new(),
        backing: case::act::Backing::default(),
    };
    let pass = Act::Review {
        passed: true,
        faults: Vec::new(),
        note: None,
    };
    let satisfied = Act::AnswerVisit {
        solved: true,
        satisfied: true,
        text: None,
        visited: case::act::Visited::default(),
    };
    let close = Act::Close {
        outcome: "solved".to_owned(),
    };
    vec![
        (Actor::Citizen(None), None, receive(), 0),
        (office("operator"), None, accept, 5),
        (office("dispatcher"), None, dispatch, 5),
        (unit(), Some(1), Act::SignFor, 20),
        (
            unit(),
            Some(1),
            Act::Contact {
                text: text("电话联系"),
            },
            30,
        ),
        (unit(), Some(1), report, 120),
        (office("reviewer"), Some(1), pass, 30),
        (
            office("reviewer"),
            None,
            Act::Reply {
                text: text("已经修复，感谢监督。"),
                channel: None,
            },
            10,
        ),
        (Actor::Citizen(None), None, satisfied, 600),
        (office("visitor"), None, close, 60),
        (office("visitor"), None, Act::Archive, 60),
    ]
}

fn receive() -> Act {
    Act::Receive {
        channel: "website".to_owned(),
        title: text("路灯不亮"),
        text: text(&"小区门口的路灯已经三天没有亮了，请派人来看一看。".repeat(8)),
        citizen: Some(Citizen {
            key: KeyId::new("person:measured"),
            name: text("王小明"),
            phone: text("13800138000"),
            id_number: None,
            address: None,
            verified: Some(Verified {
                by: "phone-code".to_owned(),
                at: Instant::from_ms(0),
            }),
        }),
        category: Some("complaint".to_owned()),
        place: None,
        attachments: Vec::new(),
        external: None,
        origin: case::act::Origin::default(),
    }
}

fn text(plain: &str) -> Sealed {
    let key = Key::from_bytes([7; 32]);
    seal::seal(
        &key,
        &KeyId::new("case:measured"),
        "measured",
        plain,
        Fresh::from_bytes([9; 28]),
    )
}
