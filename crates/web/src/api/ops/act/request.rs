//! The body of an act: what every act has, and beside it the fields of this one.

use crate::api::file::FileDraft;
use office::Draft;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Number, Value};
use std::borrow::Cow;
use utoipa::openapi::schema::{AdditionalProperties, Discriminator, Object, OneOfBuilder, Schema};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// What every act has.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(crate) struct Around {
    /// Made by the client; a second arrival gets the first answer. Or the header `Idempotency-Key`.
    #[serde(default)]
    pub(crate) id: Option<String>,
    /// The work order meant, for acts on work orders.
    #[serde(default, deserialize_with = "whole")]
    #[schema(minimum = 0, maximum = 65535)]
    pub(crate) order: Option<u16>,
    /// `seq` of the case as it was seen, for acts that judge a text.
    #[serde(default, deserialize_with = "whole")]
    #[schema(minimum = 0, maximum = 9007199254740991_i64)]
    pub(crate) seen: Option<u64>,
    /// Files, at most five, with `report`, `record` and `add`.
    #[serde(default)]
    pub(crate) attachments: Vec<FileDraft>,
}

/// The largest whole number that every JSON reader knows exactly.
const MOST: f64 = 9_007_199_254_740_991.0;

/// A whole number, also as `5.0`: JSON does not tell them apart.
fn whole<'de, D: Deserializer<'de>, N: TryFrom<u64>>(from: D) -> Result<Option<N>, D::Error> {
    let Some(number) = Option::<Number>::deserialize(from)? else {
        return Ok(None);
    };
    let float = number.as_f64().filter(|f| f.fract() == 0.0 && (0.0..=MOST).contains(f));
    let found = number.as_u64().or(float.map(|f| f as u64));
    let fits = found.and_then(|n| N::try_from(n).ok());
    fits.map(Some).ok_or_else(|| D::Error::custom(format!("{number} is not a whole number in range")))
}

const AROUND: [&str; 4] = ["id", "order", "seen", "attachments"];

/// An act as it is sent.
#[derive(Debug)]
pub(crate) struct ActRequest {
    pub(crate) around: Around,
    pub(crate) draft: Draft,
}

impl<'de> Deserialize<'de> for ActRequest {
    /// By hand: with `flatten` serde would let unknown fields pass.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut fields = Map::deserialize(from)?;
        let around: Map<_, _> = AROUND
            .iter()
            .filter_map(|name| fields.remove_entry(*name))
            .collect();
        let around = serde_json::from_value(Value::Object(around)).map_err(D::Error::custom)?;
        let draft: Draft = serde_json::from_value(Value::Object(fields.clone())).map_err(D::Error::custom)?;
        let known = serde_json::to_value(&draft).map_err(D::Error::custom)?;
        match fields.keys().find(|name| known.get(name).is_none()) {
            Some(unknown) => Err(D::Error::custom(format!("unknown field `{unknown}`"))),
            None => Ok(Self { around, draft }),
        }
    }
}

impl PartialSchema for ActRequest {
    fn schema() -> RefOr<Schema> {
        let acts = acts();
        let place = |name: &str| format!("#/components/schemas/{name}");
        let mapping: Vec<_> = acts.iter().map(|(act, name, _)| (act.clone(), place(name))).collect();
        let all = acts.iter().fold(OneOfBuilder::new(), |all, (_, name, _)| {
            all.item(Ref::from_schema_name(name.clone()))
        });
        let told = Discriminator::with_mapping("act", mapping);
        all.discriminator(Some(told)).into()
    }
}

impl ToSchema for ActRequest {
    fn name() -> Cow<'static, str> {
        "Act".into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        for (_, name, act) in acts() {
            schemas.push((name, act.into()));
        }
        Draft::schemas(schemas);
        Around::schemas(schemas);
    }
}

/// Each act: its word, the name of its schema, and the schema with what every act has.
fn acts() -> Vec<(String, String, Object)> {
    let RefOr::T(Schema::OneOf(drafts)) = Draft::schema() else {
        return Vec::new();
    };
    let RefOr::T(Schema::Object(around)) = Around::schema() else {
        return Vec::new();
    };
    let whole = |draft: RefOr<Schema>| {
        let RefOr::T(Schema::Object(mut act)) = draft else {
            return None;
        };
        let RefOr::T(Schema::Object(tag)) = act.properties.get("act")? else {
            return None;
        };
        let word = tag.enum_values.as_ref()?.first()?.as_str()?.to_owned();
        act.properties.extend(around.properties.clone());
        act.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
        Some((word.clone(), schema_name(&word), act))
    };
    drafts.items.into_iter().filter_map(whole).collect()
}

/// `sign-for` becomes `ActSignFor`.
fn schema_name(word: &str) -> String {
    word.split('-').fold("Act".to_owned(), |mut name, part| {
        let mut letters = part.chars();
        name.extend(letters.next().map(|c| c.to_ascii_uppercase()));
        name.push_str(letters.as_str());
        name
    })
}
