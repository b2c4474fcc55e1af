//! Whose page is whose, under every procedure that ships: written by hand.

use procedure::Procedure;

fn rules(text: &str) -> Procedure {
    procedure::read(text).unwrap()
}

#[track_caller]
fn read_by(rules: &Procedure, expected: &[(&str, Option<&str>)]) {
    let found: Vec<_> = rules
        .roles
        .iter()
        .map(|role| {
            (
                role.id.as_str(),
                manual::of_role(rules, &role.id).map(|page| page.id),
            )
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn of_a_hotline() {
    read_by(
        &rules(include_str!("../../../procedures/suqian-12345.toml")),
        &[
            ("citizen", Some("citizen")),
            ("operator", Some("operator")),
            ("duty-manager", Some("dispatcher")),
            ("dispatcher", Some("dispatcher")),
            ("reviewer", Some("reviewer")),
            ("visitor", Some("reviewer")),
            ("supervisor", Some("supervisor")),
            ("handler", Some("handler")),
            // complaints that come back are theirs in person
            ("principal", Some("principal")),
            ("county-leader", Some("principal")),
            ("auditor", Some("auditor")),
        ],
    );
}

#[test]
fn of_a_board_where_units_claim() {
    read_by(
        &rules(include_str!("../../../procedures/pingliang-messages.toml")),
        &[
            ("citizen", Some("citizen")),
            // only looks on
            ("guide", None),
            ("info", Some("dispatcher")),
            ("supervision", Some("dispatcher")),
            ("leader", Some("leader")),
            ("handler", Some("handler")),
            ("county-office", Some("handler")),
            ("auditor", Some("auditor")),
        ],
    );
}

#[test]
fn of_a_board_with_signatures() {
    read_by(
        &rules(include_str!("../../../procedures/jungar-messages.toml")),
        &[
            ("citizen", Some("citizen")),
            ("watcher", Some("operator")),
            ("clerk", Some("dispatcher")),
            ("response-centre", Some("dispatcher")),
            ("hotline-head", Some("dispatcher")),
            ("deputy-director", Some("reviewer")),
            ("director", Some("reviewer")),
            ("banner-leader", Some("leader")),
            ("handler", Some("handler")),
            ("unit-leader", Some("principal")),
            ("principal", Some("principal")),
            ("auditor", Some("auditor")),
        ],
    );
}

#[test]
fn of_a_town() {
    read_by(
        &rules(include_str!("../../../procedures/wenshao-wenzheng.toml")),
        &[
            ("citizen", Some("citizen")),
            ("watcher", Some("operator")),
            ("clerk", Some("dispatcher")),
            ("head", Some("dispatcher")),
            ("leader", Some("leader")),
            ("member", Some("principal")),
            ("handler", Some("handler")),
            ("unit-head", Some("handler")),
            ("auditor", Some("auditor")),
        ],
    );
}

#[test]
fn of_a_role_that_is_not_there() {
    let rules = rules(include_str!("../../../procedures/suqian-12345.toml"));
    assert_eq!(manual::of_role(&rules, "mayor"), None);
}
