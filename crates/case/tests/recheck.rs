//! A recheck is a moment: a clock can start with it and be met by it.

use crate::play;

use case::{Case, Command, Effect, Event, Rules, decide};
use play::{Play, at, calendar, recheck, staff};

/// Whoever found it in order looks once more within 30 days.
const ONCE_MORE: &str = r#"
[[clock]]
id = "once-more"
name = { zh = "30日内再查一次", en = "Once more within 30 days" }
of = "case"
limit = "30 days"
starts_on = ["rechecked"]
if = ["case.bad-rechecks < 1"]
met_by = ["rechecked"]
house = { reason = "查过以后再看一次。", set_by = "12345热线" }
"#;

fn rechecked(case: &mut Case, outcome: &str, now: &str) -> Event {
    let text = format!(
        "{}{ONCE_MORE}",
        include_str!("../../../procedures/suqian-12345.toml")
    );
    let procedure = procedure::read(&text).unwrap();
    let rules = Rules {
        procedure: &procedure,
        calendar: calendar(),
    };
    let command = Command {
        id: "recheck".into(),
        act: recheck(outcome),
        order: None,
        seen: Some(case.seq),
    };
    let mut events = decide(&rules, case, &command, &staff("supervisor", None), at(now)).unwrap();
    events.iter().for_each(|event| case.apply(event));
    events.pop().unwrap()
}

#[test]
fn a_clock_starts_with_a_recheck_and_is_met_by_the_next() {
    let mut case = Play::closed("2025-03-03T09:00:00").case;
    let first = rechecked(&mut case, "in-order", "2025-04-01T09:00:00");
    let due = first.effects.iter().find_map(|effect| match effect {
        Effect::Start { clock, due, .. } if clock == "once-more" => Some(*due),
        _ => None,
    });
    assert_eq!(
        due,
        Some(at("2025-05-02T00:00:00")),
        "the day itself does not count"
    );
    let second = rechecked(&mut case, "poor", "2025-04-20T09:00:00");
    let meets = |effect: &Effect| matches!(effect, Effect::Meet { clock, .. } if clock == "once-more");
    assert!(second.effects.iter().any(meets));
}
