//! Rounds of the shipped procedures: PL-8, moderation at fixed times, and ZG-2(1), the day's check of the board.

use calendar::{Calendar, Instant};
use case::rounds::{Met, does, slots};
use case::{Actor, Post, Rules};
use procedure::Procedure;

const PORTAL: &str = include_str!("../../../procedures/pingliang-messages.toml");
const BOARD: &str = include_str!("../../../procedures/jungar-messages.toml");

fn china(local: &str) -> Instant {
    Instant::parse(&format!("{local}:00+08:00")).unwrap()
}

fn times(text: &str, round: &str, after: &str, until: &str) -> Vec<(Instant, Instant)> {
    let procedure: Procedure = procedure::read(text).unwrap();
    let calendar = Calendar::from_toml(calendar::SHIPPED).unwrap();
    let rules = Rules {
        procedure: &procedure,
        calendar: &calendar,
    };
    let round = procedure.rounds.iter().find(|r| r.id == round).unwrap();
    let found = slots(&rules, round, china(after), china(until));
    found.into_iter().map(|slot| (slot.at, slot.until)).collect()
}

/// Friday 26 September 2025 and the Sunday after it, on which people work because of the holiday that follows.
#[test]
fn pl_8_the_portal_is_moderated_on_workdays_at_nine_and_three() {
    let found = times(PORTAL, "moderation", "2025-09-26T09:00", "2025-09-29T00:00");
    let wanted = [
        ("2025-09-26T15:00", "2025-09-26T17:00"),
        ("2025-09-28T09:00", "2025-09-28T11:00"),
        ("2025-09-28T15:00", "2025-09-28T17:00"),
    ];
    assert_eq!(found, wanted.map(|(at, until)| (china(at), china(until))));
}

#[test]
fn zg_2_1_the_board_is_checked_on_holidays_too() {
    let found = times(BOARD, "watch", "2025-10-01T08:59", "2025-10-01T17:00");
    let wanted = [
        ("2025-10-01T09:00", "2025-10-01T11:00"),
        ("2025-10-01T17:00", "2025-10-01T19:00"),
    ];
    assert_eq!(found, wanted.map(|(at, until)| (china(at), china(until))));
}

#[test]
fn pl_8_a_record_meets_its_time_until_two_hours_have_passed() {
    let procedure = procedure::read(PORTAL).unwrap();
    let calendar = Calendar::from_toml(calendar::SHIPPED).unwrap();
    let rules = Rules {
        procedure: &procedure,
        calendar: &calendar,
    };
    let round = procedure.rounds.iter().find(|r| r.id == "moderation").unwrap();
    let slot = &slots(
        &rules,
        round,
        china("2025-03-03T08:00"),
        china("2025-03-03T09:00"),
    )[0];
    let met = |at: &str| slot.met(china(at));
    assert_eq!(met("2025-03-03T08:59"), Met::Early);
    assert_eq!(met("2025-03-03T09:00"), Met::InTime);
    assert_eq!(met("2025-03-03T10:59"), Met::InTime);
    assert_eq!(met("2025-03-03T11:00"), Met::Late);
}

#[test]
fn pl_8_only_the_roles_named_do_the_round() {
    let procedure = procedure::read(PORTAL).unwrap();
    let round = procedure.rounds.iter().find(|r| r.id == "moderation").unwrap();
    let holder = |role: &str| Actor::Staff {
        person: "li".into(),
        posts: vec![Post {
            role: role.to_owned(),
            unit: None,
        }],
    };
    assert!(does(round, &holder("info")));
    assert!(!does(round, &holder("handler")));
    assert!(!does(round, &Actor::Citizen(None)));
}
