//! What a person sends with an act: well formed by the rules, or nearly.

use crate::random_people::dice::Dice;
use crate::random_people::secrets::Secret;
use procedure::{Do, Procedure, Purpose};
use serde_json::{Value, json};

/// What there is to choose from.
pub(crate) struct Choices<'a> {
    pub(crate) rules: &'a Procedure,
    /// Numbers of other cases.
    pub(crate) numbers: &'a [String],
}

const UNITS: [&str; 4] = ["water", "urban", "county", "town"];

impl Choices<'_> {
    fn outcome(&self, does: Do, dice: &mut Dice) -> Option<String> {
        let of = self
            .rules
            .outcomes
            .iter()
            .filter(|outcome| outcome.of_act == does);
        pick(of.map(|outcome| outcome.id.clone()), dice)
    }

    fn ground(&self, purpose: Purpose, dice: &mut Dice) -> Option<String> {
        let of = self
            .rules
            .grounds
            .iter()
            .filter(|ground| ground.purpose == purpose);
        pick(of.map(|ground| ground.id.clone()), dice)
    }

    fn way(&self, does: Do, dice: &mut Dice) -> Option<String> {
        let of = self.rules.ways.iter().filter(|way| way.by_act == does);
        pick(of.map(|way| way.id.clone()), dice)
    }

    /// The fields of an act that is offered.
    pub(crate) fn draft(&self, offer: &Value, secret: &Secret, code: Option<&str>, dice: &mut Dice) -> Value {
        let act = offer["act"].as_str().unwrap_or_default();
        let text = secret.text(dice.one(&["已核实", "请尽快办理", "情况属实", "说明"]));
        let yes = dice.once_in(2);
        let mostly = !dice.once_in(4);
        let unit = dice.one(&UNITS);
        let rules = self.rules;
        let mut draft = match act {
            "complete" => json!({"citizen": secret.citizen(code), "category": "complaint"}),
            "accept" => json!({"ground": self.ground(Purpose::Accept, dice), "category": "complaint"}),
            "refuse" => json!({"ground": self.ground(Purpose::Refuse, dice), "explanation": text}),
            "answer" => {
                json!({"way": self.way(Do::Answer, dice), "text": text, "partner": yes.then_some("专席")})
            }
            "dispatch" => {
                let mut to = vec![json!({"unit": unit, "lead": mostly, "direct": dice.once_in(3)})];
                if dice.once_in(3) {
                    to.push(json!({"unit": dice.one(&UNITS), "lead": false}));
                }
                json!({"to": to, "note": text})
            }
            "ask-extension" => {
                json!({"limit": dice.one(&["1 hour", "2 days", "6 days"]), "reason": text})
            }
            "rule-extension" => {
                json!({"granted": yes, "limit": dice.one(&[None, Some("1 hour")]), "reason": text})
            }
            "ask-send-back" => json!({"reason": text, "proposal": text}),
            "rule-send-back" => json!({"granted": yes, "reason": text}),
            "review" => {
                let fault = pick(rules.norms.iter().map(|norm| norm.id.clone()), dice);
                json!({"passed": mostly, "faults": fault.filter(|_| !mostly).into_iter().collect::<Vec<_>>(), "note": text})
            }
            "report" => {
                let checks: Vec<&str> = rules.norms.iter().map(|norm| norm.id.as_str()).collect();
                json!({"text": text, "checks": checks, "outcome": self.outcome(Do::Report, dice)})
            }
            "answer-visit" => json!({"solved": mostly, "satisfied": mostly, "text": text}),
            "visit" => json!({"reached": mostly, "solved": mostly, "satisfied": mostly, "text": text}),
            "supervise" => {
                let priority = pick(rules.priorities.iter().map(|p| p.id.clone()), dice);
                json!({"priority": priority, "text": text})
            }
            "recheck" => json!({"outcome": self.outcome(Do::Recheck, dice), "text": text}),
            "convene" => {
                json!({"units": ["water", "urban"], "outcome": self.outcome(Do::Convene, dice), "text": text})
            }
            "designate" => json!({"unit": unit, "reason": text}),
            "confirm-repeat" => json!({"earlier": dice.one(self.numbers)}),
            "escalate" => {
                let measure = pick(rules.measures.iter().map(|m| m.id.clone()), dice);
                json!({"measure": measure, "unit": unit, "serious": yes, "refusal_without_reason": true, "text": text})
            }
            "link-emergency" => json!({"partner": "110", "when": "2025-03-03T08:55", "text": text}),
            "record-accountability" => {
                json!({"outcome": self.outcome(Do::RecordAccountability, dice), "text": text})
            }
            "correct" => {
                let field = dice.one(&["title", "address", "name"]);
                let new = match field {
                    "name" => secret.name.clone(),
                    "address" => secret.address.clone(),
                    _ => secret.text("更正"),
                };
                json!({"field": field, "new": new, "reason": text})
            }
            "close" => json!({"outcome": self.outcome(Do::Close, dice)}),
            "deliver" => {
                let document = offer["names"].as_str().unwrap_or_default();
                let to = rules
                    .document(document)
                    .and_then(|d| pick(d.to.iter().cloned(), dice));
                json!({"document": document, "to": to})
            }
            "sign-for" | "archive" => json!({}),
            "take-back" | "withdraw" | "reopen" | "pass-up" => json!({"reason": text}),
            _ => json!({"text": text}),
        };
        draft["act"] = json!(act);
        if !offer["order"].is_null() {
            draft["order"] = offer["order"].clone();
        }
        draft
    }
}

fn pick(of: impl Iterator<Item = String>, dice: &mut Dice) -> Option<String> {
    let all: Vec<String> = of.collect();
    (!all.is_empty()).then(|| dice.one(&all))
}

/// One field that is not as it should be.
pub(crate) fn spoiled(draft: &Value, dice: &mut Dice) -> Value {
    let mut spoiled = draft.clone();
    let fields: Vec<String> = draft.as_object().unwrap().keys().cloned().collect();
    let field = dice.one(&fields);
    let wrong = dice.one(&[
        json!(null),
        json!(""),
        json!("nowhere"),
        json!(-1),
        json!(65535),
        json!(1e300),
        json!([]),
        json!({"a": [1]}),
        json!("字".repeat(30_000)),
        json!("\u{0}\u{7}\u{202e}"),
        json!(true),
    ]);
    if dice.once_in(4) {
        spoiled.as_object_mut().unwrap().remove(&field);
    } else if dice.once_in(6) {
        spoiled["more"] = wrong;
    } else {
        spoiled[field.as_str()] = wrong;
    }
    spoiled
}
