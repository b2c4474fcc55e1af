//! What happened, one entry for each event.

use super::details::Details;
use super::effect::EffectBody;
use crate::api::named::BasisView;
use crate::api::time::Time;
use calendar::Calendar;
use case::{Act, By};
use office::view::TimelineEntry;
use procedure::vocabulary::word;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Something that happened to a case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Entry)]
pub(crate) struct EntryBody {
    /// Sequence number.
    seq: u64,
    /// When it happened.
    at: Time,
    /// When it was recorded.
    recorded: Time,
    /// The act; `lapse`, `rung`, `recount` and `record-history` are the system's own.
    act: String,
    /// The work order meant.
    order: Option<u16>,
    /// Who did it.
    by: Who,
    /// On what it stands.
    basis: BasisView,
    /// What was written, by field; `null` where its key was destroyed.
    texts: BTreeMap<&'static str, Option<String>>,
    /// What else was said.
    details: Details,
    /// What followed. Not shown to citizens.
    effects: Vec<EffectBody>,
}

/// Who did something.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Who {
    /// `citizen`, `staff` or `system`.
    kind: &'static str,
    /// Name of a member of staff. Not shown to citizens.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Role, by id. Not shown to citizens.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    /// Unit, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
}

impl EntryBody {
    /// As staff or as the citizen sees it.
    pub(super) fn of(calendar: &Calendar, entry: &TimelineEntry, staff: bool) -> Self {
        Self {
            seq: entry.seq,
            at: Time::of(calendar, entry.at),
            recorded: Time::of(calendar, entry.recorded),
            act: act(entry),
            order: entry.order,
            by: who(entry, staff),
            basis: BasisView::of(&entry.basis),
            texts: entry.texts.iter().cloned().collect(),
            details: Details::of(calendar, &entry.act, staff),
            effects: entry
                .effects
                .iter()
                .filter(|_| staff)
                .map(|effect| EffectBody::of(calendar, effect))
                .collect(),
        }
    }
}

fn act(entry: &TimelineEntry) -> String {
    match (entry.word, &entry.act) {
        (Some(does), _) => word(does),
        (None, Act::Lapse { .. }) => "lapse".to_owned(),
        (None, Act::Rung { .. }) => "rung".to_owned(),
        (None, Act::Recount { .. }) => "recount".to_owned(),
        (None, _) => "record-history".to_owned(),
    }
}

fn who(entry: &TimelineEntry, staff: bool) -> Who {
    let (kind, role, unit) = match &entry.by {
        By::Citizen => ("citizen", None, None),
        By::System => ("system", None, None),
        By::Staff { role, unit, .. } => (
            "staff",
            Some(role.clone()),
            unit.as_ref().map(ToString::to_string),
        ),
    };
    Who {
        kind,
        name: entry.name.clone().filter(|_| staff),
        role: role.filter(|_| staff),
        unit,
    }
}
