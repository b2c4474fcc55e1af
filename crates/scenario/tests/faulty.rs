//! A scenario file that is written wrongly is answered with the line and what to write instead; one that expects
//! something else, with what was found.

use crate::common;

use common::{calendar, procedure};

/// A right scenario, on lines 1 to 9.
const RIGHT: &str = r#"procedure = "suqian-12345"
[unit.water]
kind = "city"
[[scenario]]
name = "sent"
clauses = ["SQ-8"]
given = [{ at = "2025-03-03 09:00", who = "citizen", do = "receive" }]
when = [{ who = "operator", do = "accept", ground = "6-2" }]
then = { step = "accepted" }
"#;

/// The faults of the right scenario with one piece changed, as `line code`, and how playing it ends.
fn faults(from: &str, to: &str) -> Vec<String> {
    assert!(RIGHT.contains(from), "{from}");
    let text = RIGHT.replacen(from, to, 1);
    let (procedure, calendar) = (procedure("suqian-12345"), calendar());
    let faults = match scenario::read(&text, &procedure, &calendar) {
        Ok(file) => file
            .scenarios
            .iter()
            .flat_map(|s| s.run(&procedure, &calendar))
            .collect(),
        Err(faults) => faults,
    };
    faults
        .iter()
        .map(|fault| format!("{} {}", fault.line, fault.code))
        .collect()
}

#[test]
fn the_right_one_is_right() {
    assert_eq!(faults("sent", "sent"), [""; 0]);
}

#[test]
fn a_wrong_file_is_answered_with_its_line() {
    for (from, to, fault) in [
        ("[[scenario]]", "[[scenario]", "4 scenario-not-toml"),
        ("[[scenario]]", "[[szenario]]", "4 scenario-unknown-key"),
        ("name =", "nam =", "5 scenario-unknown-key"),
        ("SQ-8", "SQ-99", "6 scenario-unknown-clause"),
        (
            "clauses = [\"SQ-8\"]",
            "clauses = \"SQ-8\"",
            "6 scenario-wrong-value",
        ),
        ("2025-03-03 09:00", "2025-02-29 09:00", "7 scenario-wrong-time"),
        ("2025-03-03 09:00", "2025-03-03T09:00", "7 scenario-wrong-time"),
        ("at = \"2025-03-03 09:00\", ", "", "7 scenario-missing-key"),
        ("who = \"citizen\"", "who = \"mayor\"", "7 scenario-unknown-role"),
        (
            "who = \"operator\"",
            "who = \"handler@fire\"",
            "8 scenario-unknown-unit",
        ),
        (
            "who = \"operator\"",
            "who = \"handler\"",
            "8 scenario-role-without-unit",
        ),
        (
            "who = \"operator\", ",
            "at = \"2025-03-02 09:00\", who = \"operator\", ",
            "8 scenario-time-goes-back",
        ),
        ("do = \"accept\"", "do = \"acept\"", "8 scenario-unknown-act"),
        (", ground = \"6-2\"", "", "8 scenario-act-lacks"),
        (
            "ground = \"6-2\"",
            "ground = \"6-2\", grund = \"6-2\"",
            "8 scenario-act-unknown-key",
        ),
        ("ground = \"6-2\"", "ground = 6", "8 scenario-act-unread"),
        (
            "step = \"accepted\"",
            "step = \"acepted\"",
            "9 scenario-unknown-step",
        ),
        (
            "step = \"accepted\"",
            "due = { mater = \"none\" }",
            "9 scenario-unknown-clock",
        ),
        (
            "step = \"accepted\"",
            "clocks = { matter = \"run\" }",
            "9 scenario-wrong-value",
        ),
        (
            "step = \"accepted\"",
            "holds = [\"case.acepted\"]",
            "9 scenario-condition",
        ),
        (
            "then = { step = \"accepted\" }",
            "then = {}",
            "9 scenario-expects-nothing",
        ),
        (
            "kind = \"city\"",
            "kind = \"city\"\ncolour = \"red\"",
            "2 scenario-unit",
        ),
    ] {
        let found = faults(from, to);
        assert!(found.contains(&fault.to_owned()), "{to}: {found:?}");
    }
}

#[test]
fn a_scenario_that_expects_something_else_fails_on_that_line() {
    for (from, to, fault) in [
        ("step = \"accepted\"", "step = \"received\"", "9 scenario-differs"),
        ("step = \"accepted\"", "refused = \"SQ-6\"", "9 scenario-differs"),
        (
            "step = \"accepted\"",
            "due = { matter = \"2025-03-10 24:00\" }",
            "9 scenario-differs",
        ),
        (
            "step = \"accepted\"",
            "clocks = { matter = \"met\" }",
            "9 scenario-differs",
        ),
        (
            "step = \"accepted\"",
            "lapsed = [\"matter\"]",
            "9 scenario-differs",
        ),
        (
            "step = \"accepted\"",
            "told = [\"supervisor\"]",
            "9 scenario-differs",
        ),
        (
            "step = \"accepted\"",
            "not_told = [\"citizen: accepted\"]",
            "9 scenario-differs",
        ),
        (
            "step = \"accepted\"",
            "offered = { operator = [\"dispatch\"] }",
            "9 scenario-differs",
        ),
        (
            "step = \"accepted\"",
            "not_offered = { dispatcher = [\"dispatch\"] }",
            "9 scenario-differs",
        ),
        ("step = \"accepted\"", "basis = \"SQ-7\"", "9 scenario-differs"),
        (
            "step = \"accepted\"",
            "holds = [\"case.repeat\"]",
            "9 scenario-differs",
        ),
        (
            "step = \"accepted\"",
            "sees = [\"handler@water\"]",
            "9 scenario-differs",
        ),
        ("ground = \"6-2\"", "ground = \"7-1\"", "8 scenario-when-refused"),
        (
            "do = \"receive\"",
            "do = \"receive\", text = \"\"",
            "7 scenario-given-refused",
        ),
    ] {
        assert_eq!(faults(from, to), [fault], "{to}");
    }
}

#[test]
fn what_is_expected_as_it_is_passes() {
    for to in [
        "due = { matter = \"2025-03-09 24:00\" }, clocks = { matter = \"running\", handle = \"none\" }",
        "events = [\"accept\"], lapsed = [], told = [\"citizen: accepted\"], not_told = [\"unit@water\"]",
        "offered = { dispatcher = [\"dispatch\"] }, not_offered = { operator = [\"dispatch\"] }",
        "basis = \"SQ-6\", holds = [\"case.accepted\", \"not case.repeat\"], priorities = []",
        "sees = [\"operator\", \"citizen\"], sees_not = [\"handler@water\", \"stranger\"]",
    ] {
        assert_eq!(faults("step = \"accepted\"", to), [""; 0], "{to}");
    }
}

#[test]
fn nothing_is_taken_in_before_the_first_day_and_after_the_last() {
    let calendar = calendar();
    let mut procedure = procedure("suqian-12345");
    procedure.head.last_day = Some("2025-10-18".parse().unwrap());
    for (at, then) in [
        ("2020-10-18 23:59", "refused = { code = \"not-in-force\" }"),
        ("2020-10-18 24:00", "step = \"received\""),
        ("2025-10-18 23:59", "step = \"received\""),
        ("2025-10-18 24:00", "refused = { code = \"lapsed\" }"),
    ] {
        let text = format!(
            "procedure = \"suqian-12345\"\n[[scenario]]\nname = \"a\"\nclauses = [\"SQ-26\"]\n\
             when = [{{ at = \"{at}\", who = \"citizen\", do = \"receive\" }}]\nthen = {{ {then} }}\n"
        );
        let file = scenario::read(&text, &procedure, &calendar).unwrap();
        assert_eq!(file.scenarios[0].run(&procedure, &calendar), [], "{at}");
    }
}
