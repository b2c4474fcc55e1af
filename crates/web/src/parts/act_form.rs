//! The one form for every act: its fields come from the act and from what the procedure asks for.

use super::paper_form;
use super::{
    Ask, Choices, Cited, Field, HeldFile, act_name, asks, controls, given, must, own_act_name, piece,
    reworded, shown, with_held,
};
use crate::shell::T;
use askama::Template;
use case::Offer;
use procedure::Do;

/// A form that comes back: what was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Refill {
    /// What was typed, by name.
    pub fields: Vec<(String, String)>,
    /// Names of fields with what is wrong, in the reader's language.
    pub faults: Vec<(String, String)>,
    /// What the rules say against it, in the reader's language.
    pub refused: Option<String>,
    /// What was done meanwhile: a code was sent.
    pub told: Option<String>,
    /// What is said where the act is not open any more.
    pub otherwise: Option<String>,
    /// Files that wait for it.
    pub held: Vec<HeldFile>,
    /// Whether other files have to be chosen again.
    pub lost: bool,
}

/// The form of one act.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/act-form.html")]
pub struct ActForm {
    t: T,
    id: String,
    action: String,
    name: String,
    whose: Option<String>,
    cited: Cited,
    hidden: Vec<(&'static str, String)>,
    fields: Vec<Field>,
    code: Option<String>,
    given: Option<String>,
    marked: Vec<(String, Option<String>)>,
    blocked: Option<String>,
    refused: Option<String>,
    told: Option<String>,
    with_files: bool,
    /// Whether the browser may keep what was typed: not for citizens, whose address is the same for every case, on a
    /// computer that others use too.
    drafts: bool,
    open: bool,
    grave: bool,
}
piece!(ActForm);

/// What a form is about, beside the offer itself.
#[derive(Debug, Clone)]
pub struct About<'a> {
    /// Address of the case's page; the form is sent to `{case}/act/{act}`.
    pub case: &'a str,
    /// Address of the procedure's page.
    pub procedure: &'a str,
    /// Unit of the work order that is acted on.
    pub whose: Option<String>,
    /// Whether the citizen's own case is shown.
    pub own: bool,
    /// Form token.
    pub token: &'a str,
    /// Fresh command id, so that a form sent twice acts once.
    pub command: &'a str,
    /// Sequence number of the last event that the page shows.
    pub seen: u64,
}

/// What would be published, in pieces; beside what tells who somebody is stands what it tells.
fn marked(t: T, act: Do, choices: &Choices<'_>) -> Vec<(String, Option<String>)> {
    let finds = choices
        .finds
        .filter(|finds| act == Do::Publish && !finds.pieces.is_empty());
    let pieces = finds.iter().flat_map(|finds| &finds.marked);
    pieces
        .map(|(piece, kind)| (piece.clone(), kind.map(|kind| t.say(kind.code()))))
        .collect()
}

impl Refill {
    /// The record or document that the form is about.
    pub fn names(&self) -> Option<&str> {
        let found = self.fields.iter().find(|(name, _)| name == paper_form::NAMES);
        found.map(|(_, id)| id.as_str())
    }
}

impl ActForm {
    /// The form for an offer. `open` unfolds it: the first of the list, or the one that came back.
    pub fn of(
        t: T,
        offer: &Offer,
        choices: &Choices<'_>,
        about: About<'_>,
        open: bool,
        back: Option<&Refill>,
    ) -> Self {
        let word = procedure::vocabulary::word(offer.does);
        let meant = choices.orders.iter().find(|order| Some(order.no) == offer.order);
        let choices = &Choices {
            unit: meant.map(|order| order.unit.id.as_str()),
            ..*choices
        };
        let order = offer.order.map(|no| no.to_string());
        let id = Self::id_of(offer.does, offer.order, offer.names.as_deref());
        let was = |name: &str| -> Vec<String> {
            if let (None, "category", Some(known)) = (back, name, choices.category) {
                return vec![known.to_owned()];
            }
            if let (None, Do::Dispatch, Some(suggested)) = (back, offer.does, choices.suggested)
                && let Some(no) = name.strip_prefix("to-").and_then(|no| no.parse::<usize>().ok())
            {
                let unit = suggested.units.get(no.saturating_sub(1));
                return unit.cloned().into_iter().collect();
            }
            let fields = back.iter().flat_map(|b| &b.fields);
            let same = fields.filter(|(n, _)| n == name);
            same.map(|(_, value)| value.clone()).collect()
        };
        let mut fields: Vec<Field> = Vec::new();
        for ask in asks(offer.does).iter().filter(|ask| shown(**ask, offer, choices)) {
            let needed = must(*ask, offer.does, &offer.needs);
            for (no, mut field) in controls(t, *ask, offer.does, needed, choices, &was)
                .into_iter()
                .enumerate()
            {
                // what is wrong with all of a kind stands beside the first
                let is_meant = |name: &str| name == field.name || (no == 0 && name == ask.name());
                let wrong = back.iter().flat_map(|b| &b.faults);
                let mut wrong = wrong.filter(|(name, _)| is_meant(name)).map(|(_, says)| says);
                field.fault = wrong.next().cloned();
                field.id = format!("{id}-{}", field.name);
                fields.push(field);
            }
        }
        for mut field in paper_form::fields(t, offer, choices, &was) {
            let wrong = back
                .iter()
                .flat_map(|b| &b.faults)
                .find(|(name, _)| *name == field.name);
            field.fault = wrong.map(|(_, says)| says.clone());
            field.id = format!("{id}-{}", field.name);
            fields.push(field);
        }
        if let Some(back) = back {
            with_held(t, &mut fields, &back.held, back.lost);
        }
        let mut hidden = vec![
            ("token", about.token.to_owned()),
            ("command", about.command.to_owned()),
        ];
        if offer.seen {
            hidden.push(("seen", about.seen.to_string()));
        }
        hidden.extend(order.map(|no| ("order", no)));
        hidden.extend(offer.names.clone().map(|names| (paper_form::NAMES, names)));
        Self {
            t,
            action: format!("{}/act/{word}#{id}", about.case),
            name: if about.own {
                reworded(t, choices.procedure, own_act_name(t, offer.does))
            } else {
                paper_form::name(t, choices.procedure, offer)
                    .unwrap_or_else(|| reworded(t, choices.procedure, act_name(t, offer.does)))
            },
            whose: about.whose,
            cited: Cited::of(t, &offer.basis, about.procedure),
            hidden,
            code: (offer.does == Do::Complete).then(|| format!("{}/code#{id}", about.case)),
            with_files: asks(offer.does).contains(&Ask::Attachments),
            drafts: !about.own,
            marked: marked(t, offer.does, choices),
            given: given(offer, choices).map(|words| t.text(words).to_owned()),
            blocked: offer.blocked.as_ref().map(|words| t.text(words).to_owned()),
            refused: back.and_then(|b| b.refused.clone()),
            told: back.and_then(|b| b.told.clone()),
            open: open || back.is_some(),
            grave: matches!(
                offer.does,
                Do::Refuse | Do::Withdraw | Do::TakeBack | Do::Escalate | Do::Hide | Do::Merge
            ),
            fields,
            id,
        }
    }

    /// As it looks, for the page that shows the design language; it is sent nowhere.
    pub(crate) fn shown(t: T, id: &str, name: String, token: &str, fields: Vec<Field>, grave: bool) -> Self {
        Self {
            t,
            id: id.to_owned(),
            action: format!("/design#{id}"),
            name,
            whose: None,
            cited: Cited::of(t, &procedure::Basis::House, ""),
            hidden: vec![("token", token.to_owned())],
            fields,
            code: None,
            given: None,
            marked: Vec::new(),
            blocked: None,
            refused: None,
            told: None,
            drafts: true,
            with_files: false,
            open: false,
            grave,
        }
    }

    /// With more that is sent along: the cases that it is about, where it is about several.
    pub(crate) fn along(mut self, hidden: Vec<(&'static str, String)>) -> Self {
        self.hidden.extend(hidden);
        self
    }

    /// The id of the form itself, for what belongs to it and stands elsewhere on the page.
    pub(crate) fn form_id(&self) -> String {
        format!("{}-form", self.id)
    }

    /// Why the act that was sent was not done, where its form is not on the page any more.
    pub fn gone(back: &Refill, forms: &[&Self], id: &str) -> Option<String> {
        if forms.iter().any(|form| form.id == id && form.blocked.is_none()) {
            return None;
        }
        let fault = back.faults.first().map(|(_, says)| says);
        back.refused
            .as_ref()
            .or(fault)
            .or(back.otherwise.as_ref())
            .cloned()
    }

    /// The id of the form of an act.
    /// `names` is the record or document that it is about.
    pub fn id_of(act: Do, order: Option<case::OrderNo>, names: Option<&str>) -> String {
        let mut word = procedure::vocabulary::word(act);
        if let Some(names) = names {
            word = format!("{word}-{names}");
        }
        match order {
            Some(no) => format!("{word}-{no}"),
            None => word,
        }
    }

    /// Whether a click is all that it takes.
    fn bare(&self) -> bool {
        self.fields.is_empty()
    }

    fn faulty(&self) -> bool {
        self.refused.is_some() || self.fields.iter().any(|f| f.fault.is_some())
    }
}
