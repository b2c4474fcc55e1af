//! What each jurisdiction works by: a procedure in force, and a table of holidays that reaches far enough.

use ::calendar::{Calendar, Instant};
use jiff::civil::Date;
use office::directory::day_of;
use office::rules::Decision;
use office::staff::SignInRules;
use procedure::{Head, Procedure};
use store::condition::{AdoptedText, Standing};

use super::finding::{Finding, State};

/// From this month on the holidays of the next year are known.
const ANNOUNCED: i8 = 12;

/// For every jurisdiction; the procedures in force.
pub(super) fn look(standing: &Standing, now: Instant, found: &mut Vec<Finding>) -> Vec<Procedure> {
    let mut in_force = Vec::new();
    if standing.jurisdictions.is_empty() {
        found.push(Finding::new(State::ToDo, "rules", "commands-not-set-up", &[]));
    }
    let today = day_of(now);
    let day = today.to_string();
    for jurisdiction in &standing.jurisdictions {
        let of = |kind: &str| {
            let fits = |one: &&AdoptedText| {
                one.jurisdiction == *jurisdiction && one.kind == kind && one.in_force <= day
            };
            standing.adopted.iter().rfind(fits)
        };
        let id = || ("jurisdiction", jurisdiction.clone());
        let text = |one: &AdoptedText| String::from_utf8_lossy(&one.text).into_owned();
        match of("procedure").and_then(|one| procedure::read(&text(one)).ok()) {
            None => found.push(Finding::new(State::Wrong, "rules", "doctor-rules-none", &[id()])),
            Some(rules) => {
                let head = rules.head.clone();
                in_force.push(rules);
                let until = used_on(standing, jurisdiction, &head, today);
                let mut args = vec![id(), ("procedure", head.id), ("version", head.version)];
                match head.last_day.filter(|last| *last < today) {
                    Some(last) => {
                        args.push(("day", last.to_string()));
                        let (state, key) = match until {
                            Some(until) => {
                                args.push(("until", until.to_string()));
                                (State::Good, "doctor-rules-used-on")
                            }
                            None => (State::ToDo, "doctor-rules-lapsed"),
                        };
                        found.push(Finding::new(state, "rules", key, &args));
                    }
                    None => found.push(Finding::new(State::Good, "rules", "doctor-rules", &args)),
                }
            }
        }
        let Some(calendar) = of("calendar").and_then(|one| Calendar::from_toml(&text(one)).ok()) else {
            found.push(Finding::new(
                State::Wrong,
                "holidays",
                "doctor-holidays-none",
                &[id()],
            ));
            continue;
        };
        let (_, last) = calendar.years();
        let args = [id(), ("year", last.to_string())];
        let (state, key) = if last < today.year() {
            (State::Wrong, "doctor-holidays-over")
        } else if last == today.year() && today.month() >= ANNOUNCED {
            (State::ToDo, "doctor-holidays-end")
        } else {
            (State::Good, "doctor-holidays")
        };
        found.push(Finding::new(state, "holidays", key, &args));
    }
    in_force
}

/// The day until which rules are used on by a decision that holds today.
fn used_on(standing: &Standing, jurisdiction: &str, head: &Head, today: Date) -> Option<Date> {
    let ours = standing
        .decisions
        .iter()
        .filter(|(whose, _)| whose == jurisdiction);
    ours.filter_map(|(_, event)| serde_json::from_slice::<Decision>(event).ok())
        .filter(|decision| decision.procedure == head.id && decision.version == head.version)
        .map(|decision| decision.until)
        .filter(|until| *until >= today)
        .max()
}

/// Whether the roles that must have a second factor are there: otherwise no server starts.
pub(super) fn second_factor(rules: &SignInRules, in_force: &[Procedure], found: &mut Vec<Finding>) {
    if rules.second_factor.is_empty() {
        return;
    }
    found.push(match rules.unknown_role(in_force) {
        None => {
            let roles = ("roles", rules.second_factor.join(", "));
            Finding::new(State::Good, "sign-in", "doctor-second-factor", &[roles])
        }
        Some(unknown) => {
            let args = [("role", unknown.role), ("known", unknown.known.join(", "))];
            Finding::new(State::Wrong, "sign-in", "settings-second-factor-role", &args)
        }
    });
}
