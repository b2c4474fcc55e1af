//! What a call can come to at once: registered only, accepted, answered in one of the ways of the procedure, refused,
//! passed up, dispatched.

use crate::parts::{Choice, act_name, reworded};
use crate::shell::T;
use case::at_once::AtOnce;
use procedure::{Do, Field, Procedure, Purpose, Ruled};

/// Something that a call can come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// As forms send it: `take`, or the last act, with the way behind it where there are several.
    pub id: String,
    /// As people read it.
    pub label: String,
    /// The clause of the way.
    pub clause: Option<String>,
    /// What is done after the receipt, in order.
    pub acts: Vec<Do>,
    /// The way of an answer or a dispatch.
    pub way: Option<String>,
    /// Whether somebody else takes part, whose name is asked.
    pub partner: bool,
    /// What the acts must bring along.
    pub needs: Vec<Field>,
}

/// What only registers a call.
pub const TAKE: &str = "take";

impl Outcome {
    /// The parts of the form that belong to it.
    pub fn shows(&self) -> String {
        let does = |act| self.acts.contains(&act);
        let parts = [
            ("ground", does(Do::Accept)),
            ("answer", does(Do::Answer)),
            ("partner", self.partner),
            ("unit", does(Do::Dispatch)),
            ("refuse", does(Do::Refuse)),
            ("pass-up", does(Do::PassUp)),
        ];
        let shown = parts
            .into_iter()
            .filter(|(_, shown)| *shown)
            .map(|(part, _)| part);
        shown.collect::<Vec<_>>().join(" ")
    }
}

/// All that a call can come to under these rules, for the person whose ways on these are.
pub fn outcomes(t: T, procedure: &Procedure, open: &AtOnce) -> Vec<Outcome> {
    let mut all = vec![Outcome {
        id: TAKE.to_owned(),
        label: t.say("call-take"),
        clause: None,
        acts: Vec::new(),
        way: None,
        partner: false,
        needs: Vec::new(),
    }];
    for way_on in &open.ways {
        let Some(last) = way_on.acts.last().copied() else {
            continue;
        };
        let word = procedure::vocabulary::word(last);
        let plain = Outcome {
            id: word.clone(),
            label: reworded(t, procedure, act_name(t, last)),
            clause: None,
            acts: way_on.acts.clone(),
            way: None,
            partner: false,
            needs: way_on.needs.clone(),
        };
        let mut ways = procedure.ways.iter().filter(|way| way.by_act == last).peekable();
        if ways.peek().is_none() {
            all.push(plain);
            continue;
        }
        all.extend(ways.map(|way| Outcome {
            id: format!("{word}-{}", way.id),
            label: t.text(&way.name).to_owned(),
            clause: way.clause().map(ToString::to_string),
            way: Some(way.id.clone()),
            partner: way.partner,
            ..plain.clone()
        }));
    }
    all
}

/// The grounds of acceptance or refusal, each with its clause.
pub(super) fn grounds(t: T, procedure: &Procedure, purpose: Purpose, chosen: &str) -> Vec<Choice> {
    let of = procedure
        .grounds
        .iter()
        .filter(|ground| ground.purpose == purpose);
    of.map(|ground| Choice {
        value: ground.id.clone(),
        label: t.text(&ground.name).to_owned(),
        note: ground.clause().map(ToString::to_string),
        chosen: ground.id == chosen,
    })
    .collect()
}

/// A ground of refusal with what the caller is told.
#[derive(Debug)]
pub struct Guided {
    /// The ground.
    pub name: String,
    /// Its clause.
    pub clause: Option<String>,
    /// What is told then.
    pub text: Option<String>,
}

/// The grounds of refusal with their guidance, to be read out.
pub(super) fn guided(t: T, procedure: &Procedure) -> Vec<Guided> {
    let refusals = procedure
        .grounds
        .iter()
        .filter(|ground| ground.purpose == Purpose::Refuse);
    refusals
        .map(|ground| Guided {
            name: t.text(&ground.name).to_owned(),
            clause: ground.clause().map(ToString::to_string),
            text: guidance(procedure, &ground.id).map(|words| t.text(words).to_owned()),
        })
        .collect()
}

/// What is told to a caller who is refused on a ground.
pub fn guidance<'a>(procedure: &'a Procedure, ground: &str) -> Option<&'a procedure::Words> {
    let told = procedure.ground(ground)?.guidance.as_deref()?;
    let found = procedure.guidance.iter().find(|g| g.id == told);
    found.map(|g| &g.text)
}
