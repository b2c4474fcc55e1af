//! Links to other jurisdictions, for the administrator: our own key, those that are there, and a form to enter one.

use super::directory::{list, typed};
use super::inbox::kind_name;
use crate::parts::{Choice, Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::{Calendar, Lang};
use office::exchange::content::KINDS;
use office::exchange::{KeyLine, OwnKey};
use procedure::{Procedure, Scope, Words};
use store::{Jurisdiction, Peer, Unit};

/// `GET /desk/links`; the form sends to `POST /desk/links`.
#[derive(Debug, Template)]
#[template(path = "desk/links.html")]
pub struct Links {
    frame: Frame,
    own: OwnKey,
    links: Vec<Line>,
    fields: Vec<Field>,
    open: bool,
    /// Keys that were changed for others, the newest first: the key, and what was decided.
    keys: Vec<(String, String)>,
    change: Vec<Field>,
    changing: bool,
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
    /// Our own keys, the newest first.
    pub keys: &'a [KeyLine],
    /// Working time, to show times in its zone.
    pub calendar: &'a Calendar,
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
    /// Whether the form for another key of our own came back.
    pub changing: bool,
}

impl Links {
    /// From the links that there are.
    pub fn of(frame: Frame, own: OwnKey, known: &Known<'_>, filled: &Filled<'_>) -> Self {
        let t = frame.t;
        let links = known.peers.iter().map(|peer| line(t, known, peer)).collect();
        let mut fields = fields(t, known, filled);
        let mut change = change_fields(t, filled);
        for field in fields.iter_mut().chain(&mut change) {
            let wrong = filled.faults.iter().find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
        }
        Self {
            own,
            keys: known
                .keys
                .iter()
                .map(|key| decided(t, known.calendar, key))
                .collect(),
            change,
            changing: filled.changing,
            links,
            fields,
            open: filled.open,
            frame,
        }
    }
}

/// A key of our own with what was decided about it.
fn decided(t: T, calendar: &Calendar, key: &KeyLine) -> (String, String) {
    let says = match (key.since, &key.by) {
        (Some(at), Some(by)) => t.args(
            if key.announced {
                "exchange-key-announced"
            } else {
                "exchange-key-silent"
            },
            &[
                ("at", calendar.show(at, t.lang())),
                ("by", by.clone()),
                ("reason", key.reason.clone().unwrap_or_default()),
            ],
        ),
        _ => t.say("exchange-key-first"),
    };
    (key.public.clone(), says)
}

fn change_fields(t: T, filled: &Filled<'_>) -> Vec<Field> {
    let was = filled.was;
    let on = !filled.changing || was("announce") == "yes";
    let announce = Field::new(t, "announce", t.say("exchange-key-announce"), Input::Tick { on });
    vec![
        typed(t, "reason", t.say("exchange-key-reason"), "text", was),
        announce.hint(t.say("exchange-key-announce-hint")).optional(),
    ]
}

fn line(t: T, known: &Known<'_>, peer: &Peer) -> Line {
    let zh = t.lang() == Lang::Zh;
    let near = || t.say("exchange-same-installation");
    let mut about = vec![peer.address.clone().unwrap_or_else(near)];
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

/// What the form sends for another installation.
pub const OTHER: &str = "-";

/// The jurisdictions of this installation, another installation, and of a link that is changed the other side.
fn peer_field(t: T, known: &Known<'_>, was: &dyn Fn(&str) -> String) -> Field {
    let chosen = was("peer");
    let zh = t.lang() == Lang::Zh;
    let choice = |value: &str, label: String| Choice {
        chosen: value == chosen,
        value: value.to_owned(),
        label,
        note: None,
    };
    let near = known.neighbours.iter();
    let near = near.map(|there| choice(&there.id, if zh { there.zh.clone() } else { there.en.clone() }));
    let outside = known
        .peers
        .iter()
        .filter(|peer| peer.address.is_some() && peer.id == chosen);
    let outside = outside.map(|peer| choice(&peer.id, if zh { peer.zh.clone() } else { peer.en.clone() }));
    let mut other = choice(OTHER, t.say("exchange-peer-other"));
    other.chosen |= chosen.is_empty() && known.neighbours.is_empty();
    let all = std::iter::once(other).chain(near).chain(outside).collect();
    Field::new(t, "peer", t.say("exchange-peer-where"), Input::List(all)).hint(t.say("exchange-peer-hint"))
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
        peer_field(t, known, was),
        typed(t, "zh", t.say("directory-zh"), "text", was)
            .hint(t.say("exchange-name-hint"))
            .optional(),
        typed(t, "en", t.say("directory-en"), "text", was).optional(),
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
