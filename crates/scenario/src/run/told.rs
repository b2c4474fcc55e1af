//! What happened and who was told, as files write it.

use case::event::Whom;
use case::{Act, Effect, Event};

/// An event in a word: `lapse:handle`, `rung:handle-urge`, or the act.
pub(super) fn word(event: &Event) -> String {
    match &event.act {
        Act::Lapse { clock, .. } => format!("lapse:{clock}"),
        Act::Rung { rung, .. } => format!("rung:{rung}"),
        act => act.word().map(procedure::vocabulary::word).unwrap_or_default(),
    }
}

/// Everybody told in these events, with the template.
pub(super) fn told(events: &[Event]) -> Vec<(String, &str)> {
    let effects = events.iter().flat_map(|event| &event.effects);
    let told = effects.filter_map(|effect| match effect {
        Effect::Tell { whom, template, .. } => Some((name(whom), template.as_str())),
        _ => None,
    });
    told.collect()
}

/// `citizen`, `unit@water`, `supervisor`, `principal@water`.
fn name(whom: &Whom) -> String {
    match whom {
        Whom::Citizen => "citizen".to_owned(),
        Whom::Unit(unit) => format!("unit@{unit}"),
        Whom::Role { role, unit: None } => role.clone(),
        Whom::Role {
            role,
            unit: Some(unit),
        } => format!("{role}@{unit}"),
    }
}
