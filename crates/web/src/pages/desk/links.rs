//! Links to other jurisdictions, for the administrator: our own key, those that are there, and a form to enter one.

use super::directory::{list, typed};
use super::inbox::kind_name;
use crate::parts::{Choice, Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Lang;
use office::exchange::OwnKey;
use office::exchange::content::KINDS;
use procedure::{Procedure, Scope, Words};
use store::{Jurisdiction, Peer, Unit};

/// `GET /desk/links`; the form sends to `POST /desk/links`.
#[derive(Debug, Template)]
#[template(path = "desk/links.html")]
pub struct Links {
    frame: Frame,
    own: OwnKey,
    neighbours: String,
    links: Vec<Line>,
    fields: Vec<Field>,
    open: bool,
}

#[derive(Debug)]
struct Line {
    name: String,
    about: String,
    key: String,
    edit: String,
    active: bool,
}

/// What the page is made from.
#[derive(Debug)]
pub struct Known<'a> {
    /// The rules in force.
    pub procedure: &'a Procedure,
    /// Units of today.
    pub units: &'a [Unit],
    /// The other jurisdictions of this installation.
    pub neighbours: &'a [Jurisdiction],
    /// The links.
    pub peers: &'a [Peer],
}

/// The form as it is filled in: a value by name, all values of boxes by name, what is wrong by name.
pub struct Filled<'a> {
    /// A value.
    pub was: &'a dyn Fn(&str) -> String,
    /// Boxes ticked.
    pub all: &'a dyn Fn(&str) -> Vec<String>,
    /// What is wrong.
    pub faults: &'a [(String, String)],
    /// Whether the form is open.
    pub open: bool,
}

impl Links {
    /// From the links that there are.
    pub fn of(frame: Frame, own: OwnKey, known: &Known<'_>, filled: &Filled<'_>) -> Self {
        let t = frame.t;
        let links = known.peers.iter().map(|peer| line(t, known, peer)).collect();
        let mut fields = fields(t, known, filled);
        for field in &mut fields {
            let wrong = filled.faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        let neighbours = known.neighbours.iter().map(|there| there.id.as_str());
        Self {
            own,
            neighbours: neighbours.collect::<Vec<_>>().join(" · "),
            links,
            fields,
            open: filled.open,
            frame,
        }
    }
}

fn line(t: T, known: &Known<'_>, peer: &Peer) -> Line {
    let zh = t.lang() == Lang::Zh;
    let mut about = vec![peer.id.clone()];
    about.push(
        peer.address
            .clone()
            .unwrap_or_else(|| t.say("exchange-same-installation")),
    );
    if peer.above {
        about.push(t.say("exchange-above"));
    }
    let body = known
        .procedure
        .bodies
        .iter()
        .find(|body| Some(&body.id) == peer.body.as_ref());
    about.extend(body.map(|body| t.text(&body.name).to_owned()));
    let unit = known
        .units
        .iter()
        .find(|unit| Some(&unit.id) == peer.unit.as_ref());
    about.extend(unit.map(|unit| if zh { unit.zh.clone() } else { unit.en.clone() }));
    about.extend(peer.takes.iter().map(|kind| kind_name(t, kind)));
    Line {
        name: if zh { peer.zh.clone() } else { peer.en.clone() },
        about: about.join(" · "),
        key: peer.public_key.clone(),
        edit: format!("/desk/links?peer={}#link", peer.id),
        active: peer.active,
    }
}

fn fields(t: T, known: &Known<'_>, filled: &Filled<'_>) -> Vec<Field> {
    let Filled { was, all, .. } = filled;
    let named = |of: &mut dyn Iterator<Item = (&String, &Words)>| -> Vec<(String, String)> {
        of.map(|(id, name)| (id.clone(), t.text(name).to_owned()))
            .collect()
    };
    let rules = known.procedure;
    let bodies = named(&mut rules.bodies.iter().map(|body| (&body.id, &body.name)));
    let channels = named(&mut rules.channels.iter().map(|channel| (&channel.id, &channel.name)));
    let office = rules.roles.iter().filter(|role| role.sees == Scope::All);
    let roles = named(&mut office.map(|role| (&role.id, &role.name)));
    let zh = t.lang() == Lang::Zh;
    let units: Vec<(String, String)> = known
        .units
        .iter()
        .map(|unit| {
            (
                unit.id.to_string(),
                if zh { unit.zh.clone() } else { unit.en.clone() },
            )
        })
        .collect();
    let taken = all("takes");
    let kinds = KINDS.map(|kind| Choice {
        value: kind.to_owned(),
        label: kind_name(t, kind),
        note: None,
        chosen: taken.iter().any(|given| given == kind),
    });
    let tick = |name: &str, label: String| {
        let on = was(name) == "yes";
        Field::new(t, name, label, Input::Tick { on }).optional()
    };
    vec![
        typed(t, "peer", t.say("exchange-peer"), "text", was).hint(t.say("exchange-peer-hint")),
        typed(t, "zh", t.say("directory-zh"), "text", was),
        typed(t, "en", t.say("directory-en"), "text", was),
        typed(t, "address", t.say("exchange-address"), "url", was)
            .hint(t.say("exchange-address-hint"))
            .optional(),
        typed(t, "key", t.say("exchange-key"), "text", was)
            .hint(t.say("exchange-key-hint"))
            .optional(),
        Field::new(t, "takes", t.say("exchange-takes"), Input::Boxes(kinds.into())).optional(),
        list(t, "channel", t.say("exchange-channel"), &channels, was)
            .hint(t.say("exchange-channel-hint"))
            .optional(),
        tick("above", t.say("exchange-is-above")).hint(t.say("exchange-is-above-hint")),
        list(t, "unit", t.say("exchange-unit"), &units, was)
            .hint(t.say("exchange-unit-hint"))
            .optional(),
        list(t, "body", t.say("exchange-body"), &bodies, was)
            .hint(t.say("exchange-body-hint"))
            .optional(),
        list(t, "role", t.say("exchange-role"), &roles, was)
            .hint(t.say("exchange-role-hint"))
            .optional(),
        tick("active", t.say("exchange-active")),
    ]
}
