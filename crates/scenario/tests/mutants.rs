//! A clause whose removal nobody notices is not conformant: each rule of a timed or enforced clause is taken out of its
//! file, or loosened by one step, and at least one scenario that carries the clause must then fail.

use crate::common;

use scenario::{File, Subject, Survivor};

/// What the engine asks for whatever the file says: taken out of the file, it is asked for all the same.
/// `case/src/decide/special.rs` holds it, and a scenario of the clause fails without that.
const ASKED_ANYWAY: [(&str, &str); 1] = [("PL-17", "act hide: needs { field = \"reason\" } removed")];

#[test]
fn somebody_notices_every_rule_that_is_taken_out_or_loosened() {
    let calendar = common::calendar();
    let files = common::files(&calendar);
    let mut survivors = Vec::new();
    for id in common::ids() {
        let own: Vec<&File> = files
            .iter()
            .map(|(_, _, file)| file)
            .filter(|file| file.procedure == id)
            .collect();
        // that there are some is asked in shipped.rs
        if own.is_empty() {
            continue;
        }
        let subject = Subject::of(&common::text(&id), &calendar).unwrap();
        let (survived, tried) = subject.survivors(&own);
        assert!(tried > 0, "{id} has rules");
        let anyway = |s: &Survivor| ASKED_ANYWAY.contains(&(s.clause.as_str(), s.what.as_str()));
        for s in survived.into_iter().filter(|s| !anyway(s)) {
            survivors.push(format!("{id}:{}: {}: {}", s.line, s.clause, s.what));
        }
    }
    assert!(
        survivors.is_empty(),
        "{} not noticed:\n{}",
        survivors.len(),
        survivors.join("\n")
    );
}

#[test]
fn without_scenarios_nobody_notices_anything() {
    let calendar = common::calendar();
    for id in common::ids() {
        let subject = Subject::of(&common::text(&id), &calendar).unwrap();
        let (survived, tried) = subject.survivors(&[]);
        assert_eq!(survived.len(), tried, "{id}");
    }
}

#[test]
fn what_no_scenario_asks_for_could_be_loosened() {
    let calendar = common::calendar();
    let text = r#"procedure = "suqian-12345"
[unit.water]
kind = "city"
[[scenario]]
name = "asked in time"
clauses = ["SQ-10(4)"]
given = [
  { at = "2025-03-03 09:00", who = "citizen", do = "receive" },
  { who = "operator", do = "accept", ground = "6-2" },
  { who = "dispatcher", do = "dispatch", to = ["water"] },
]
when = [{ at = "2025-03-03 12:00", who = "handler@water", do = "ask-send-back" }]
then = { holds = ["order.send-back-open"], clocks = { send-back = "met" } }
"#;
    let subject = Subject::of(&common::text("suqian-12345"), &calendar).unwrap();
    let file = scenario::read(text, &subject.procedure, &calendar).unwrap();
    let (survived, _) = subject.survivors(&[&file]);
    let what: Vec<&str> = survived.iter().map(|s| s.what.as_str()).collect();
    assert!(
        what.contains(&"clock send-back: limit 12 hours → 13 hours"),
        "{what:?}"
    );
    assert!(!what.contains(&"clock send-back: removed"), "{what:?}");
}
