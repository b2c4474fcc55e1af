//! Reads an act, and puts what the engine wants in the place of what a person wrote.

use super::{Maker, usual};
use crate::time;
use case::Act;
use seal::{Fresh, Key, KeyId};
use serde_json::{Value as Json, json};

/// Reads the act, mending what it says; what still stands in the way in the words of the reader.
pub(super) fn read(maker: &Maker<'_>, value: &mut Json) -> Result<Act, String> {
    let wrong = match serde_json::from_value(value.clone()) {
        Ok(act) => return Ok(act),
        Err(error) => error.to_string(),
    };
    let mut places = Vec::new();
    texts(value, String::new(), &mut places);
    let mut first = None;
    for (place, text) in places {
        let Some(mended) = mended(maker, &text, &wrong) else {
            continue;
        };
        // two texts may be the same, and only one of them be meant
        let mut tried = value.clone();
        if let Some(spot) = tried.pointer_mut(&place) {
            *spot = mended;
        }
        match read(maker, &mut tried) {
            Ok(act) => {
                *value = tried;
                return Ok(act);
            }
            Err(wrong) => first = first.or(Some((tried, wrong))),
        }
    }
    match first {
        Some((tried, wrong)) => {
            *value = tried;
            Err(wrong)
        }
        None => Err(wrong),
    }
}

/// Every text in the act with the way to it.
fn texts(value: &Json, place: String, found: &mut Vec<(String, String)>) {
    match value {
        Json::String(text) if place != "/act" => found.push((place, text.clone())),
        Json::Array(list) => {
            for (index, entry) in list.iter().enumerate() {
                texts(entry, format!("{place}/{index}"), found);
            }
        }
        Json::Object(table) => {
            for (key, entry) in table {
                texts(entry, format!("{place}/{key}"), found);
            }
        }
        _ => {}
    }
}

/// What the reader wanted in the place of this text, if the complaint is about it.
fn mended(maker: &Maker<'_>, text: &str, wrong: &str) -> Option<Json> {
    let wanted = wrong.strip_prefix(&format!("invalid type: string {text:?}, expected "))?;
    match wanted {
        "struct Sealed" => Some(sealed(text)),
        "struct UnitRef" => maker.units.get(text).cloned(),
        "struct Assignment" => Some(usual::part(maker, &json!({ "unit": text }), true)),
        "struct Attachment" => {
            Some(json!({ "id": text, "name": text, "digest": text, "bytes": 1, "media": "image/jpeg" }))
        }
        "i64" => time::read(text, maker.calendar).map(|at| json!(at.ms())),
        _ => None,
    }
}

/// A sealed text. Nobody opens it, so one key and one salt serve all.
fn sealed(text: &str) -> Json {
    let sealed = seal::seal(
        &Key::from_bytes([7; 32]),
        &KeyId::new("case:scenario"),
        "scenario",
        text,
        Fresh::from_bytes([9; 28]),
    );
    serde_json::to_value(sealed).unwrap_or_default()
}
