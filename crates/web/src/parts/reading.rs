//! Reads what the form of an act sent: the same fields that [`super::ActForm`] asks for, as the JSON of an
//! `office::Draft`. What is blank is left out; what must be there is missed here already, beside its field.

use super::control::MOST_OF_A_KIND;
use super::{Ask, asks, must};
use calendar::{Limit, LimitError};
use office::{Draft, FieldFault};
use procedure::{Do, Field};
use serde_json::{Map, Value, json};

/// What a span of time is counted in where nothing was chosen.
const DAYS: &str = "days";

/// The draft, or the fields at fault. `all` gives the values of a field, trimmed and without blank ones.
///
/// # Errors
/// Fields that must be filled and are not, or do not fit the act.
pub fn reading(
    act: Do,
    needs: &[Field],
    all: &dyn Fn(&str) -> Vec<String>,
) -> Result<Draft, Vec<FieldFault>> {
    let mut draft = Map::new();
    let mut faults = Vec::new();
    draft.insert("act".to_owned(), json!(procedure::vocabulary::word(act)));
    for ask in asks(act).iter().filter(|ask| **ask != Ask::Attachments) {
        if let Some(fault) = limit_fault(*ask, all) {
            faults.push(fault);
            continue;
        }
        match value(*ask, all) {
            Some(value) => {
                draft.insert(ask.name().to_owned(), value);
            }
            None if must(*ask, act, needs) => faults.push(FieldFault::new(ask.name(), "field-empty")),
            None => {}
        }
    }
    if act == Do::Record {
        draft.insert("record".to_owned(), json!(all(super::NAMES).first()));
    }
    if act == Do::Complete {
        fold_citizen(&mut draft);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    serde_json::from_value(Value::Object(draft)).map_err(|_| vec![FieldFault::new("act", "shell-unreadable")])
}

/// What is wrong with a span of time, where one was typed.
fn limit_fault(ask: Ask, all: &dyn Fn(&str) -> Vec<String>) -> Option<FieldFault> {
    let amount = all(ask.name()).into_iter().next().filter(|_| ask == Ask::Limit)?;
    if !amount.bytes().all(|b| b.is_ascii_digit()) {
        return Some(FieldFault::new(ask.name(), "field-not-whole"));
    }
    let unit = all("limit_unit").into_iter().next();
    let span = format!("{amount} {}", unit.as_deref().unwrap_or(DAYS));
    match span.parse::<Limit>() {
        Ok(_) => None,
        Err(LimitError::TooLong { most, .. }) => Some(FieldFault {
            args: vec![("most", most.amount.to_string())],
            ..FieldFault::new(ask.name(), "field-limit-long")
        }),
        Err(LimitError::Zero(_)) => Some(FieldFault::new(ask.name(), "field-limit-zero")),
        Err(_) => Some(FieldFault::new(ask.name(), "field-limit-unit")),
    }
}

fn value(ask: Ask, all: &dyn Fn(&str) -> Vec<String>) -> Option<Value> {
    let one = |name: &str| all(name).into_iter().next();
    match ask {
        Ask::Granted | Ask::Passed | Ask::Reached | Ask::Solved | Ask::Satisfied => {
            one(ask.name()).map(|text| json!(text == "yes"))
        }
        Ask::Serious | Ask::RefusalWithoutReason => Some(json!(one(ask.name()).as_deref() == Some("yes"))),
        Ask::Claimed => Some(json!(one(ask.name()).as_deref() == Some("yes"))),
        Ask::Marks => {
            let mut marks = all("marks");
            marks.extend((1..=MOST_OF_A_KIND).flat_map(|no| all(&format!("marks-{no}"))));
            (!marks.is_empty()).then(|| json!(marks))
        }
        Ask::Questions => {
            let answer = |no: usize| {
                let sent = one(&format!("answers-{no}"))?;
                let (yes, question) = sent.split_once(' ')?;
                Some(json!({ "question": question, "yes": yes == "yes" }))
            };
            let answers: Vec<Value> = (1..=MOST_OF_A_KIND).filter_map(answer).collect();
            (!answers.is_empty()).then(|| json!(answers))
        }
        Ask::AccusedPeople => {
            let logins = logins(&one(ask.name()).unwrap_or_default());
            Some(logins).filter(|v| !v.is_empty()).map(|v| json!(v))
        }
        Ask::Conceal => {
            let lines = one(ask.name()).unwrap_or_default();
            let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
            Some(lines.collect::<Vec<_>>())
                .filter(|v| !v.is_empty())
                .map(|v| json!(v))
        }
        Ask::Faults | Ask::Attendance | Ask::Accused | Ask::Checks | Ask::Keep => {
            Some(all(ask.name())).filter(|v| !v.is_empty()).map(|v| json!(v))
        }
        Ask::Units => units(&one),
        Ask::Limit => {
            let unit = one("limit_unit").unwrap_or_else(|| DAYS.to_owned());
            one("limit").map(|amount| json!(format!("{amount} {unit}")))
        }
        _ => one(ask.name()).map(|text| json!(text)),
    }
}

/// The units of a dispatch, the first of which leads.
fn units(one: &dyn Fn(&str) -> Option<String>) -> Option<Value> {
    let line = |no: u8| {
        let unit = one(&format!("to-{no}"))?;
        let direct = one(&format!("direct-{no}")).as_deref() == Some("yes");
        Some(json!({ "unit": unit, "lead": no == 1, "direct": direct }))
    };
    let lines: Vec<Value> = (1..=super::control::UNIT_LINES).filter_map(line).collect();
    (!lines.is_empty()).then(|| json!(lines))
}

/// Name, phone, id number and address stand together in the draft.
fn fold_citizen(draft: &mut Map<String, Value>) {
    let mut citizen = Map::new();
    for name in ["name", "phone", "phone_code", "id_number", "address"] {
        if let Some(value) = draft.remove(name) {
            citizen.insert(name.to_owned(), value);
        }
    }
    draft.insert("citizen".to_owned(), Value::Object(citizen));
}

/// Logins as they are typed into one line.
pub fn logins(typed: &str) -> Vec<String> {
    let logins = typed
        .split([' ', ',', '，', '、'])
        .filter(|login| !login.is_empty());
    logins.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::reading;
    use procedure::Do;

    fn fault(amount: &str, unit: &str) -> Option<&'static str> {
        let all = |name: &str| match name {
            "limit" => vec![amount.to_owned()],
            "limit_unit" => vec![unit.to_owned()],
            _ => vec!["再等几天".to_owned()],
        };
        let read = reading(Do::AskExtension, &[], &all);
        read.err().map(|faults| faults[0].code)
    }

    #[test]
    fn a_span_of_time_that_is_none_is_told_as_what_it_is() {
        assert_eq!(fault("3", "workdays"), None);
        assert_eq!(fault("99999", "days"), Some("field-limit-long"));
        assert_eq!(fault("2501", "workdays"), Some("field-limit-long"));
        assert_eq!(fault("99999999999999", "hours"), Some("field-limit-long"));
        assert_eq!(fault("0", "days"), Some("field-limit-zero"));
        assert_eq!(fault("1.5", "days"), Some("field-not-whole"));
        assert_eq!(fault("3", "moons"), Some("field-limit-unit"));
    }
}
