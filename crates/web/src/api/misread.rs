//! What is wrong with a call that is not as the document describes it: which field, and what was expected, in words of the
//! catalogue. The reader's own words name types of this program, and are in one language.

use crate::shell::T;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misread {
    code: &'static str,
    args: Vec<(&'static str, String)>,
    /// Key of what was expected.
    expected: Option<&'static str>,
}

impl Misread {
    /// Reads a body, or says what is wrong with it.
    pub(crate) fn body<T: DeserializeOwned>(mut value: Value) -> Result<T, Self> {
        // a list in the order of the fields would be taken as well
        if !value.is_object() {
            return Err(Self::whole("api-expected-object"));
        }
        match T::deserialize(&value) {
            Ok(read) => Ok(read),
            Err(error) => {
                let says = error.to_string();
                let at = culprit::<T>(&mut value, &says);
                Err(Self::of(&at, &says))
            }
        }
    }

    /// No JSON at all.
    pub(crate) fn no_json(error: &serde_json::Error) -> Self {
        Self {
            code: "api-misread-json",
            args: vec![
                ("line", error.line().to_string()),
                ("column", error.column().to_string()),
            ],
            expected: None,
        }
    }

    /// A query; the reader says `field: what`, or only what.
    pub(crate) fn query(says: &str) -> Self {
        let says = says
            .strip_prefix("Failed to deserialize query string: ")
            .unwrap_or(says);
        let name = |text: &&str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        match says.split_once(": ").filter(|(at, _)| name(at)) {
            Some((at, says)) => Self::of(at, says),
            None => Self::of("", says),
        }
    }

    fn whole(expected: &'static str) -> Self {
        Self {
            code: "api-misread-whole",
            args: Vec::new(),
            expected: Some(expected),
        }
    }

    fn of(at: &str, says: &str) -> Self {
        let mut quoted = says.split('`').skip(1).step_by(2).map(str::to_owned);
        let field = || ("field", at.to_owned());
        let (code, args) = if says.starts_with("missing field") {
            let name = quoted.next().unwrap_or_default();
            ("api-misread-missing", vec![("field", name)])
        } else if says.starts_with("unknown field") {
            let name = quoted.next().unwrap_or_default();
            let known = quoted.collect::<Vec<_>>().join(", ");
            ("api-misread-unknown", vec![("field", name), ("known", known)])
        } else if says.starts_with("unknown variant") {
            let value = quoted.next().unwrap_or_default();
            let known = quoted.collect::<Vec<_>>().join(", ");
            let named = [field(), ("value", value), ("known", known)];
            ("api-misread-variant", named.to_vec())
        } else if let Some((least, most)) = says.rsplit_once("..=") {
            let least = least.rsplit(' ').next().unwrap_or_default().to_owned();
            let within = [field(), ("least", least), ("most", most.to_owned())];
            ("api-misread-range", within.to_vec())
        } else {
            return Self::mistyped(at, says);
        };
        Self {
            code,
            args,
            expected: None,
        }
    }

    fn mistyped(at: &str, says: &str) -> Self {
        let wanted = says.rsplit_once("expected ").map(|(_, wanted)| wanted);
        let expected = wanted.and_then(expected).or_else(|| {
            let number = says.contains("digit") || says.contains("number too");
            number.then_some("api-expected-number")
        });
        match (at, expected) {
            ("", expected) => Self::whole(expected.unwrap_or("api-expected-object")),
            (at, expected) => Self {
                code: if expected.is_some() {
                    "api-misread-type"
                } else {
                    "api-misread-value"
                },
                args: vec![("field", at.to_owned())],
                expected,
            },
        }
    }

    /// In the caller's language.
    pub(crate) fn say(&self, t: T) -> String {
        let mut args = self.args.clone();
        args.extend(self.expected.map(|key| ("expected", t.say(key))));
        t.args(self.code, &args)
    }
}

/// What the reader waited for, as a key of the catalogue.
fn expected(wanted: &str) -> Option<&'static str> {
    let wanted = wanted.split(" at line ").next().unwrap_or(wanted).trim();
    let number = |word: &str| {
        let (kind, bits) = word.split_at_checked(1).unwrap_or_default();
        matches!(kind, "u" | "i") && (bits == "size" || bits.parse::<u8>().is_ok())
    };
    Some(match wanted {
        "a string" | "string" => "api-expected-text",
        "a boolean" | "boolean" => "api-expected-boolean",
        "a sequence" | "sequence" => "api-expected-list",
        "a map" | "map" => "api-expected-object",
        word if number(word) || word.contains("integer") || word.contains("number") => "api-expected-number",
        word if word.starts_with("struct ") || word.contains("internally tagged") => "api-expected-object",
        _ => return None,
    })
}

/// The field of an act on which the form of the others hangs.
const FORM: &str = "act";

/// The field without which the reader would say something else, with dots where it stands within others; nothing where
/// there is none such. What the reader says does not tell the place in acts, whose form hangs on one of their fields.
fn culprit<T: DeserializeOwned>(whole: &mut Value, says: &str) -> String {
    let mut path: Vec<String> = Vec::new();
    while let Some(Value::Object(here)) = at(whole, &path) {
        let mut names: Vec<String> = here.keys().cloned().collect();
        // without the field on which its form hangs nothing of an act can be read: it is the last to be suspected
        names.sort_by_key(|name| name == FORM);
        let found = names.into_iter().find(|name| {
            let Some(Value::Object(here)) = at(whole, &path) else {
                return false;
            };
            let Some(taken) = here.remove(name) else {
                return false;
            };
            let differs = T::deserialize(&*whole)
                .err()
                .is_none_or(|error| error.to_string() != says);
            if let Some(Value::Object(here)) = at(whole, &path) {
                here.insert(name.clone(), taken);
            }
            differs
        });
        match found {
            Some(name) => path.push(name),
            None => break,
        }
    }
    path.join(".")
}

fn at<'a>(whole: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    path.iter().try_fold(whole, |value, name| value.get_mut(name))
}
