//! What a scenario need not say: the usual values of an act, and its short forms.

use super::{Given, Maker};
use case::Actor;
use serde_json::{Map, Value as Json, json};

/// Written for something that is left out although it has a usual value.
const NONE: &str = "none";

/// Puts the short forms into full ones: the citizen, the parts of a dispatch, the earlier case.
pub(super) fn prepare(maker: &Maker<'_>, given: &Given<'_>, fields: &mut Map<String, Json>) {
    if matches!(given.word, "receive" | "complete") {
        let said = fields.remove("citizen").unwrap_or_else(|| json!({}));
        let citizen = citizen(&said, given);
        fields.extend(citizen.map(|citizen| ("citizen".to_owned(), citizen)));
        let first = maker.procedure.categories.first();
        let usual = first.map_or(Json::Null, |category| json!(category.id));
        fields.entry("category").or_insert(usual);
    }
    if let Some(Json::Array(parts)) = fields.get_mut("to") {
        for (index, part) in parts.iter_mut().enumerate() {
            *part = self::part(maker, &unit_of(part), index == 0);
        }
    }
    if let Some(Json::Object(earlier)) = fields.get_mut("earlier") {
        for (key, usual) in [
            ("number", json!("0002")),
            ("again", json!(given.at.ms())),
            ("solved", json!(false)),
        ] {
            earlier.entry(key).or_insert(usual);
        }
    }
    fields.retain(|_, value| *value != NONE);
}

/// The usual value of a key that the act needs and the file does not give.
pub(super) fn of(maker: &Maker<'_>, given: &Given<'_>, key: &str) -> Option<Json> {
    let procedure = maker.procedure;
    Some(match key {
        "text" | "title" | "reason" | "explanation" | "proposal" | "partner" | "new" => json!("……"),
        "attachments" | "faults" | "marks" | "checks" | "accused" | "parts" => json!([]),
        "answers" => json!({}),
        "reached" => json!(true),
        "serious" | "refusal_without_reason" | "claimed" => json!(false),
        "when" | "received" => json!(given.at.ms()),
        "channel" => {
            let own = matches!(given.who, Actor::Citizen(_));
            let fits = procedure
                .channels
                .iter()
                .find(|channel| channel.self_service == own);
            json!(fits.or(procedure.channels.first())?.id)
        }
        "unit" => {
            let Actor::Staff { posts, .. } = given.who else {
                return None;
            };
            let unit = posts.iter().find_map(|post| post.unit.as_ref())?;
            maker.units.get(unit.as_str())?.clone()
        }
        _ => return None,
    })
}

/// A unit's part in a dispatch: the first is the lead, nobody answers directly, and somebody is on duty.
pub(super) fn part(maker: &Maker<'_>, given: &Json, lead: bool) -> Json {
    let Some(given) = given.as_object() else {
        return given.clone();
    };
    let unit = given.get("unit").and_then(Json::as_str).unwrap_or_default();
    let mut part = Map::new();
    part.insert("lead".to_owned(), json!(lead));
    part.insert("direct".to_owned(), json!(false));
    part.insert(
        "on_duty".to_owned(),
        json!({ "person": format!("duty@{unit}"), "name": "值班" }),
    );
    part.extend(given.clone());
    if let Some(unit) = maker.units.get(unit) {
        part.insert("unit".to_owned(), unit.clone());
    }
    part.retain(|_, value| *value != NONE);
    Json::Object(part)
}

fn unit_of(part: &Json) -> Json {
    match part {
        Json::String(unit) => json!({ "unit": unit }),
        other => other.clone(),
    }
}

/// The citizen, real name verified unless the file says otherwise; `None` where nobody is known.
fn citizen(said: &Json, given: &Given<'_>) -> Option<Json> {
    let verified = json!({ "by": "phone-code", "at": given.at.ms() });
    let mut citizen = Map::new();
    citizen.insert("key".to_owned(), json!("person:scenario"));
    citizen.insert("name".to_owned(), json!("王小明"));
    citizen.insert("phone".to_owned(), json!("13800138000"));
    match said {
        Json::String(word) if word == NONE => return None,
        Json::Object(said) => citizen.extend(said.clone()),
        other => return Some(other.clone()),
    }
    let says = citizen.get("verified").and_then(Json::as_bool);
    match says {
        Some(false) => citizen.remove("verified"),
        _ => citizen.insert("verified".to_owned(), verified),
    };
    Some(Json::Object(citizen))
}
