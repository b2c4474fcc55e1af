//! Every scenario file of `procedures/scenarios` is played on its procedure.

use crate::common;

#[test]
fn every_scenario_ends_as_it_says() {
    let calendar = common::calendar();
    let files = common::files(&calendar);
    let mut wrong = Vec::new();
    let mut played = 0;
    for (name, procedure, file) in &files {
        for scenario in &file.scenarios {
            played += 1;
            let faults = scenario.run(procedure, &calendar);
            if !faults.is_empty() {
                wrong.push(format!("{}\n{}", scenario.name, common::lines(name, &faults)));
            }
        }
    }
    assert!(played > 0, "there are scenarios");
    assert!(
        wrong.is_empty(),
        "{} of {played}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_scenario_carries_a_clause() {
    let calendar = common::calendar();
    for (name, _, file) in common::files(&calendar) {
        for scenario in &file.scenarios {
            assert!(!scenario.clauses.is_empty(), "{name}: {}", scenario.name);
        }
    }
}

#[test]
fn every_shipped_procedure_has_scenarios() {
    let calendar = common::calendar();
    let files = common::files(&calendar);
    for id in common::ids() {
        let of_it = files.iter().filter(|(_, _, file)| file.procedure == id);
        let count: usize = of_it.map(|(_, _, file)| file.scenarios.len()).sum();
        assert!(count > 0, "procedures/scenarios has none of {id}");
    }
}
