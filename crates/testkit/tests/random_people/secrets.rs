//! What must not be seen by everybody: a mark in each text of a case, and who wrote it.

use case::Case;
use serde_json::{Value, json};

/// Whoever wrote, and the mark of what they wrote.
#[derive(Debug, Clone)]
pub(crate) struct Secret {
    /// Stands in every text of the case.
    pub(crate) mark: String,
    pub(crate) name: String,
    pub(crate) phone: String,
    pub(crate) id_number: String,
    pub(crate) address: String,
}

impl Secret {
    /// The `n`th: no two have anything in common.
    pub(crate) fn new(n: u32) -> Self {
        let mark = format!("Q{:05}X", n);
        let sign = |shift: u32| char::from_u32(0x4e00 + 17 * (n % 900) + shift).unwrap_or('一');
        let body = format!("11010519491231{:03}", n % 1000);
        Self {
            name: format!("隐{}{}{}", sign(0), sign(3), sign(7)),
            phone: format!("139{:08}", 70_000_000 + 37 * n),
            id_number: format!("{body}{}", last_digit(&body)),
            address: format!("示例区示例街道暗巷{n}号{mark}室"),
            mark,
        }
    }

    /// What tells who it is.
    pub(crate) fn identity(&self) -> [&str; 3] {
        [&self.name, &self.phone, &self.id_number]
    }

    /// A text of the case.
    pub(crate) fn text(&self, says: &str) -> String {
        format!("{says}（{}）。", self.mark)
    }

    pub(crate) fn citizen(&self, code: Option<&str>) -> Value {
        json!({"name": self.name, "phone": self.phone, "id_number": self.id_number, "address": self.address, "phone_code": code})
    }
}

/// GB 11643: the digit that the others give.
fn last_digit(body: &str) -> char {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digits = body.chars().filter_map(|c| c.to_digit(10));
    let sum: u32 = digits.zip(weights).map(|(digit, weight)| digit * weight).sum();
    char::from(b"10X98765432"[usize::try_from(sum % 11).unwrap()])
}

/// Somebody, as far as seeing is concerned.
#[derive(Debug, Clone, Default)]
pub(crate) struct Eyes {
    /// Sits in the office and sees every case.
    pub(crate) office: bool,
    /// Sits in these units.
    pub(crate) units: Vec<&'static str>,
    /// Was named to learn who wrote against somebody.
    pub(crate) keeper: bool,
    /// Reads who read what.
    pub(crate) auditor: bool,
    /// Holds number and check code of this case.
    pub(crate) own: Option<String>,
}

/// The unit above.
fn above(unit: &str) -> Option<&'static str> {
    (unit == "town").then_some("county")
}

fn accused(case: &Case, login: &str, eyes: &Eyes) -> bool {
    let named = |unit: &str| {
        let by = |id: &str| case.accused.iter().any(|accused| accused.id.as_str() == id);
        by(unit) || above(unit).is_some_and(by)
    };
    let office = case.accused.iter().any(|unit| unit.id.as_str() == "this-office");
    case.accused_people.iter().any(|person| person.as_str() == login)
        || eyes.units.iter().any(|unit| named(unit))
        || (office && eyes.office)
}

/// Whether somebody may read what stands in a case: PL-18 and the roles of the procedure, said once more by hand.
pub(crate) fn may_read(case: &Case, number: &str, login: &str, eyes: &Eyes) -> bool {
    let informant = !case.accused.is_empty() || !case.accused_people.is_empty();
    let holds = |unit: &str| case.orders.iter().any(|order| order.unit.id.as_str() == unit);
    let under = |unit: &str| {
        let mut orders = case.orders.iter();
        orders.any(|order| above(order.unit.id.as_str()) == Some(unit))
    };
    if eyes.own.is_some() {
        return eyes.own.as_deref() == Some(number);
    }
    !accused(case, login, eyes)
        && (eyes.office
            || (eyes.keeper && informant)
            || eyes.units.iter().any(|unit| holds(unit))
            || (!informant && eyes.units.iter().any(|unit| under(unit))))
}

/// Whether somebody may learn who wrote, with a reason.
pub(crate) fn may_open(case: &Case, number: &str, login: &str, eyes: &Eyes) -> bool {
    let informant = !case.accused.is_empty() || !case.accused_people.is_empty();
    may_read(case, number, login, eyes) && (eyes.keeper || !informant)
}

/// Whether somebody may know that there is such a number.
pub(crate) fn may_know(case: &Case, number: &str, login: &str, eyes: &Eyes) -> bool {
    let known =
        eyes.auditor || !eyes.units.is_empty() && case.accused.is_empty() && case.accused_people.is_empty();
    known || may_read(case, number, login, eyes)
}
