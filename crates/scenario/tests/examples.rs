//! A fifth regulation, with what the four shipped ones do not use, and the national rules that any can include.

use crate::common;

use scenario::{File, Subject};

/// The text of an example with what it includes, and its scenarios.
fn example(id: &str) -> (String, String) {
    let folder = common::folder().join("examples");
    let read = |path| std::fs::read_to_string(path).unwrap();
    let find = |wanted: procedure::Wanted<'_>| match wanted {
        procedure::Wanted::Rules(id) => Some(read(common::folder().join(format!("rules/{id}.toml")))),
        procedure::Wanted::Procedure(_) => None,
    };
    let own = read(folder.join(format!("{id}.toml")));
    let whole = procedure::assemble(&own, &find).unwrap_or_else(|faults| panic!("{faults:?}"));
    (whole.text, read(folder.join(format!("scenarios/{id}.toml"))))
}

#[test]
fn a_fifth_regulation_runs_on_the_same_engine_with_the_national_rules_and_each_rule_is_missed() {
    let calendar = common::calendar();
    let (text, scenarios) = example("bureau-12345");
    let findings = procedure::check(&text, &["cn"]).findings;
    assert!(findings.is_empty(), "{findings:?}");
    let subject = Subject::of(&text, &calendar).unwrap();
    let file: File = scenario::read(&scenarios, &subject.procedure, &calendar)
        .unwrap_or_else(|faults| panic!("{}", common::lines("bureau-12345", &faults)));
    for one in &file.scenarios {
        let faults = one.run(&subject.procedure, &calendar);
        assert!(
            faults.is_empty(),
            "{}: {}",
            one.name,
            common::lines("bureau-12345", &faults)
        );
    }
    let (survivors, tried) = subject.survivors(&[&file]);
    let said: Vec<String> = survivors
        .iter()
        .map(|s| format!("{}: {}: {}", s.line, s.clause, s.what))
        .collect();
    assert!(
        tried > 30 && said.is_empty(),
        "{tried} tried, not noticed:\n{}",
        said.join("\n")
    );
}
