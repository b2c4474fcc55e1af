//! The form of every act, under the shipped procedures: what the rules need is asked for, and what is sent is read.

use calendar::Lang;
use case::Offer;
use procedure::Ruled;
use procedure::{Do, Field, Procedure};
use web::parts::{Ask, Choices, Earlier, Input, Unit, asks, controls, must, named, reading, shown};
use web::shell::T;

/// Every shipped procedure that stands on its own.
fn procedures() -> Vec<Procedure> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../procedures");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "toml") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.extend(procedure::read(&text).ok());
        }
    }
    assert!(found.len() > 1);
    found
}

#[test]
fn every_need_of_the_procedure_has_its_field_in_the_form() {
    let all = procedures();
    for rule in all.iter().flat_map(|p| &p.acts).filter(|rule| form(rule.does)) {
        for need in &rule.needs {
            // acceptance needs a registration: the page shows it, another act completes it; a partner is needed
            // only for some ways
            let elsewhere = matches!(need.field, Field::RealName | Field::Citizen)
                || (need.field == Field::Partner && rule.does == Do::Answer);
            let asked = named(need.field, rule.does);
            let there = asked.iter().any(|ask| asks(rule.does).contains(ask));
            assert!(
                there || elsewhere,
                "{:?} of {:?} has no field",
                need.field,
                rule.does
            );
        }
    }
}

/// Receiving has pages of its own, and so has writing and delivering a document.
fn form(act: Do) -> bool {
    !matches!(act, Do::Receive | Do::Write | Do::Deliver)
}

/// Fills every field of the form of every act and reads it back.
#[test]
fn what_a_form_asks_for_makes_a_draft() {
    let unit = Unit {
        id: "water".to_owned(),
        name: "水务局".to_owned(),
        on_duty: None,
    };
    let earlier = Earlier {
        number: "2025030316884401".to_owned(),
        about: "路灯".to_owned(),
    };
    let (units, earlier) = ([unit.clone(), unit], [earlier]);
    let all = procedures();
    let mut seen = 0;
    for (rules, rule) in all.iter().flat_map(|p| p.acts.iter().map(move |r| (p, r))) {
        if !form(rule.does) {
            continue;
        }
        let choices = Choices {
            procedure: rules,
            units: &units,
            earlier: &earlier,
            orders: &[],
            unit: None,
            category: None,
            own: &units,
            text: None,
            suggested: None,
            finds: None,
        };
        let needs: Vec<Field> = rule.needs.iter().map(|n| n.field).collect();
        let offer = Offer {
            does: rule.does,
            order: None,
            names: rule.names().map(str::to_owned),
            basis: rule.basis(),
            needs: needs.clone(),
            blocked: None,
            seen: false,
        };
        let mut sent: Vec<(String, String)> = Vec::new();
        sent.extend(offer.names.clone().map(|names| ("names".to_owned(), names)));
        for ask in asks(rule.does)
            .iter()
            .filter(|ask| shown(**ask, &offer, &choices))
        {
            let must = must(*ask, rule.does, &needs);
            for field in controls(T::new(Lang::Zh), *ask, rule.does, must, &choices, &|_| Vec::new()) {
                sent.extend(fill(*ask, &field.name, &field.input));
            }
        }
        let all = |name: &str| -> Vec<String> {
            let same = sent.iter().filter(|(n, _)| n == name);
            same.map(|(_, value)| value.clone()).collect()
        };
        let draft = reading(rule.does, &needs, &all);
        assert!(draft.is_ok(), "{:?}: {draft:?} from {sent:?}", rule.does);
        seen += 1;
    }
    assert!(seen > 30);
}

fn fill(ask: Ask, name: &str, input: &Input) -> Vec<(String, String)> {
    let one = |value: &str| vec![(name.to_owned(), value.to_owned())];
    match input {
        Input::List(choices) | Input::Groups(choices, _) | Input::Radios(choices) | Input::Boxes(choices) => {
            let first = choices
                .first()
                .unwrap_or_else(|| panic!("{ask:?} has nothing to choose"));
            one(&first.value)
        }
        Input::Tick { .. } => one("yes"),
        Input::Units(lines) => vec![("to-1".to_owned(), lines[0].units[0].value.clone())],
        Input::Limit { units, .. } => {
            let unit = (format!("{name}_unit"), units[0].value.clone());
            vec![(name.to_owned(), "2".to_owned()), unit]
        }
        Input::Files { .. } => Vec::new(),
        Input::Line {
            kind: "datetime-local",
            ..
        } => one("2025-03-03T09:00"),
        Input::Line { .. } | Input::Area { .. } => one("内容"),
    }
}

#[test]
fn what_must_be_there_is_missed_beside_its_field() {
    let nothing = |_: &str| Vec::new();
    let faults = reading(Do::Refuse, &[Field::Ground, Field::Explanation], &nothing).unwrap_err();
    let names: Vec<&str> = faults.iter().map(|f| f.field.as_str()).collect();
    assert_eq!(names, ["ground", "explanation"]);
    assert!(reading(Do::SignFor, &[], &nothing).is_ok());
    let partial = |name: &str| {
        if name == "passed" {
            vec!["no".to_owned()]
        } else {
            Vec::new()
        }
    };
    assert!(
        reading(Do::Review, &[], &partial).is_ok(),
        "the rule refuses it, not the form"
    );
}
