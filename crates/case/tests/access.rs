//! Who may see or do what: one function for every query and command.

use crate::play;

use case::access::{ADMINISTRATOR, KEEPER, Subject, THIS_OFFICE, Wish, may};
use case::{Actor, CaseNumber, PersonId, Post, UnitId};
use play::{procedure, staff};

const ALL: [Wish; 7] = [
    Wish::SeeCase,
    Wish::ActOnCase,
    Wish::ListAll,
    Wish::ListUnit,
    Wish::OpenPerson,
    Wish::TakeCalls,
    Wish::Administer,
];

/// What somebody may on the case `17` that `water` has.
fn granted(who: &Actor) -> Vec<Wish> {
    let number = CaseNumber::from("17");
    let units = [UnitId::from("water")];
    let subject = Subject {
        number: Some(&number),
        units: &units,
        ..Subject::default()
    };
    ALL.into_iter()
        .filter(|wish| may(procedure(), who, *wish, &subject))
        .collect()
}

#[test]
fn a_citizen_sees_and_acts_on_the_case_whose_number_and_code_are_known_and_on_no_other() {
    let holder = Actor::Citizen(Some("17".into()));
    assert_eq!(granted(&holder), [Wish::SeeCase, Wish::ActOnCase]);
    assert_eq!(granted(&Actor::Citizen(Some("18".into()))), []);
    assert_eq!(granted(&Actor::Citizen(None)), []);
    assert!(!may(
        procedure(),
        &Actor::Citizen(None),
        Wish::SeeCase,
        &Subject::default()
    ));
}

/// A county sees what its townships have, and leaves acting and the citizen's data to them.
#[test]
fn a_unit_sees_what_stands_under_it() {
    let number = CaseNumber::from("17");
    let (units, above) = ([UnitId::from("town")], [UnitId::from("county")]);
    let subject = Subject {
        number: Some(&number),
        units: &units,
        above: &above,
        ..Subject::default()
    };
    let granted = |unit: &str| -> Vec<Wish> {
        let who = staff("handler", Some(unit));
        let all = ALL.into_iter();
        all.filter(|wish| may(procedure(), &who, *wish, &subject))
            .collect()
    };
    assert_eq!(granted("county"), [Wish::SeeCase, Wish::ListUnit]);
    assert_eq!(granted("elsewhere"), [Wish::ListUnit]);
    assert_eq!(granted("town").len(), 4);
}

#[test]
fn a_unit_sees_what_it_has_a_work_order_of_and_nothing_else() {
    for role in ["handler", "principal", "county-leader"] {
        let own = [Wish::SeeCase, Wish::ActOnCase, Wish::ListUnit, Wish::OpenPerson];
        assert_eq!(granted(&staff(role, Some("water"))), own);
        assert_eq!(granted(&staff(role, Some("roads"))), [Wish::ListUnit]);
        assert_eq!(
            granted(&staff(role, None)),
            [],
            "a unit's post without a unit is none"
        );
    }
}

#[test]
fn the_hotline_sees_all_cases_and_those_take_calls_whom_the_procedure_lets_receive() {
    let all = [Wish::SeeCase, Wish::ActOnCase, Wish::ListAll, Wish::OpenPerson];
    for role in ["duty-manager", "dispatcher", "reviewer", "visitor", "supervisor"] {
        assert_eq!(granted(&staff(role, None)), all, "{role}");
    }
    let operator = granted(&staff("operator", None));
    assert_eq!(operator[..4], all);
    assert_eq!(operator[4..], [Wish::TakeCalls]);
}

#[test]
fn an_administrator_administers_and_sees_no_case_and_an_unknown_role_nothing() {
    assert_eq!(granted(&staff(ADMINISTRATOR, None)), [Wish::Administer]);
    assert_eq!(granted(&staff("stranger", None)), []);
}

/// Figures hold nothing of a single case: who sees all of them reads them, and the leaders for whom they are made.
/// Whoever may press on with a case sees what lapses everywhere.
#[test]
fn figures_are_read_by_the_office_and_its_leaders_and_those_supervise_who_may_press_on() {
    let wishes = |who: &Actor| {
        [Wish::SeeFigures, Wish::Supervise].map(|wish| may(procedure(), who, wish, &Subject::default()))
    };
    for role in ["operator", "reviewer", "visitor"] {
        assert_eq!(wishes(&staff(role, None)), [true, false], "{role}");
    }
    for role in ["dispatcher", "duty-manager", "supervisor"] {
        assert_eq!(wishes(&staff(role, None)), [true, true], "{role}");
    }
    for (role, unit) in [
        ("handler", Some("water")),
        ("county-leader", Some("county")),
        ("auditor", None),
    ] {
        assert_eq!(wishes(&staff(role, unit)), [false, false], "{role}");
    }
    for role in [ADMINISTRATOR, KEEPER] {
        assert_eq!(wishes(&staff(role, None)), [false, false], "{role}");
    }
    let town = procedure::read(include_str!("../../../procedures/wenshao-wenzheng.toml")).unwrap();
    let leader = staff("leader", None);
    let granted =
        [Wish::SeeFigures, Wish::Supervise].map(|wish| may(&town, &leader, wish, &Subject::default()));
    assert_eq!(
        granted,
        [true, false],
        "what was put before a leader is theirs, the board is the office's"
    );
    assert!(!may(
        procedure(),
        &Actor::Citizen(Some("17".into())),
        Wish::SeeFigures,
        &Subject::default()
    ));
}

/// What somebody may on the case `17`, which `water` has, and which accuses these units and people.
fn granted_on_accusation(who: &Actor, accused: &[&str], people: &[&str]) -> Vec<Wish> {
    let number = CaseNumber::from("17");
    let units = [UnitId::from("water")];
    let accused: Vec<UnitId> = accused.iter().map(|&id| id.into()).collect();
    let people: Vec<PersonId> = people.iter().map(|&id| id.into()).collect();
    let subject = Subject {
        number: Some(&number),
        units: &units,
        accused: &accused,
        accused_people: &people,
        informant: true,
        ..Subject::default()
    };
    ALL.into_iter()
        .filter(|wish| may(procedure(), who, *wish, &subject))
        .collect()
}

#[test]
fn pl_18_whoever_is_accused_may_nothing_whatever_else_they_hold() {
    let post = |role: &str, unit: Option<&str>| Post {
        role: role.to_owned(),
        unit: unit.map(Into::into),
    };
    let many = Actor::Staff {
        person: "li".into(),
        posts: vec![
            post("operator", None),
            post(KEEPER, None),
            post("handler", Some("roads")),
        ],
    };
    assert_eq!(granted_on_accusation(&many, &["roads"], &[]), []);
    assert_eq!(granted_on_accusation(&many, &[], &["li"]), []);
    assert_eq!(granted_on_accusation(&many, &[THIS_OFFICE], &[]), []);
    assert_ne!(granted_on_accusation(&many, &["other"], &["wang"]), []);
}

#[test]
fn pl_18_who_the_informant_is_learns_only_a_keeper() {
    let opens = |who: &Actor| granted_on_accusation(who, &["roads"], &[]).contains(&Wish::OpenPerson);
    for role in ["operator", "duty-manager", "dispatcher", "reviewer", "supervisor"] {
        assert!(!opens(&staff(role, None)), "{role}");
        assert!(granted_on_accusation(&staff(role, None), &["roads"], &[]).contains(&Wish::SeeCase));
    }
    assert!(!opens(&staff("handler", Some("water"))));
    let keeper = staff(KEEPER, None);
    assert_eq!(
        granted_on_accusation(&keeper, &["roads"], &[]),
        [Wish::SeeCase, Wish::OpenPerson]
    );
    // of other cases a keeper sees nothing by that post
    assert_eq!(granted(&keeper), []);
}
