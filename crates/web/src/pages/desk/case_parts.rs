//! What the case page shows of work orders, requests and the citizen.

use crate::parts::{Tag, grouped, mark_name, named_units, notes};
use crate::shell::T;
use case::state::Publicity;
use office::view::CaseView;
use office::view::case::MaskedCitizen;
use office::view::person::OpenedCitizen;
use procedure::Purpose;

/// A work order on the case page.
#[derive(Debug)]
pub(crate) struct OrderRow {
    pub(crate) no: u16,
    pub(crate) unit: String,
    pub(crate) part: String,
    pub(crate) step: Tag,
    pub(crate) on_duty: Option<String>,
    pub(crate) in_person: Option<String>,
    pub(crate) result: Option<String>,
}

pub(crate) fn orders(t: T, view: &CaseView) -> Vec<OrderRow> {
    let rules = &view.adopted.procedure;
    let row = |line: &office::view::OrderView| {
        let order = &line.order;
        let mut part = if order.lead {
            t.say("desk-lead")
        } else {
            t.say("desk-assist")
        };
        if order.direct {
            part = format!("{part} · {}", t.say("desk-direct"));
        }
        let person = order.in_person.as_deref().and_then(|role| rules.role(role));
        OrderRow {
            no: order.no,
            unit: order.unit.name.clone(),
            part,
            step: Tag::plain(rules.step(&order.step).map_or("", |s| t.text(&s.name))),
            on_duty: order
                .on_duty
                .as_ref()
                .map(|d| t.args("desk-on-duty", &[("name", d.name.clone())])),
            in_person: person.map(|r| t.args("desk-in-person", &[("role", t.text(&r.name).to_owned())])),
            result: line.result.clone(),
        }
    };
    view.orders.iter().map(row).collect()
}

/// The citizen, masked or opened, as pairs of name and value.
pub(crate) fn citizen(t: T, masked: &MaskedCitizen, opened: Option<&OpenedCitizen>) -> Vec<(String, String)> {
    if masked.destroyed {
        return vec![(t.say("desk-name"), t.say("shell-destroyed"))];
    }
    let (name, phone, id_number, address) = match opened {
        Some(o) => (&o.name, &o.phone, &o.id_number, &o.address),
        None => (&masked.name, &masked.phone, &masked.id_number, &masked.address),
    };
    let mut pairs = vec![
        (t.say("desk-name"), name.clone()),
        (t.say("desk-phone"), phone.clone()),
    ];
    pairs.extend(id_number.clone().map(|text| (t.say("desk-id-number"), text)));
    pairs.extend(address.clone().map(|text| (t.say("desk-address"), text)));
    pairs
}

/// What is known of the case beside its text.
pub(crate) fn facts(t: T, view: &CaseView) -> Vec<(String, String)> {
    let (rules, case) = (&view.adopted.procedure, &view.case);
    let text = |words: Option<&procedure::Words>| words.map(|w| t.text(w).to_owned());
    let mut pairs = Vec::new();
    let mut push = |label: String, value: Option<String>| {
        pairs.extend(value.map(|v| (label, v)));
    };
    push(
        t.say("desk-channel"),
        text(rules.channel(&case.channel).map(|c| &c.name)),
    );
    let category = case.category.as_deref();
    let category = category.and_then(|id| rules.categories.iter().find(|c| c.id == id));
    push(t.say("desk-category"), text(category.map(|c| &c.name)));
    push(t.say("desk-place"), view.place.clone());
    let show = |at: Option<calendar::Instant>| at.map(|at| view.adopted.calendar.show(at, t.lang()));
    push(t.say("citizen-received"), show(case.received));
    let ground = case.ground.as_deref().and_then(|id| rules.ground(id));
    let label = match ground.map(|g| g.purpose) {
        Some(Purpose::Refuse) => t.say("desk-ground-refuse"),
        _ => t.say("desk-ground-accept"),
    };
    push(label, text(ground.map(|g| &g.name)));
    let way = case
        .way
        .as_deref()
        .and_then(|id| rules.ways.iter().find(|w| w.id == id));
    push(t.say("desk-way"), text(way.map(|w| &w.name)));
    push(t.say("desk-posted"), show(case.posted));
    push(t.say("desk-division"), case.division.clone());
    push(t.say("desk-accused"), named_units(t, &case.accused));
    let people = &view.accused_people;
    push(
        t.say("desk-accused-people"),
        (!people.is_empty()).then(|| t.list(people)),
    );
    push(t.say("desk-accused-words"), view.accused_named.clone());
    let put = case.submitted.iter().filter_map(|(role, _)| rules.role(role));
    let put: Vec<&str> = put.map(|role| t.text(&role.name)).collect();
    push(
        t.say("desk-submitted-to"),
        (!put.is_empty()).then(|| put.join(" · ")),
    );
    push(
        t.say("desk-rules"),
        Some(t.args(
            "desk-rules-version",
            &[
                ("rules", t.text(&rules.head.title).to_owned()),
                ("version", rules.head.version.clone()),
            ],
        )),
    );
    pairs
}

/// Marks under the title: repeat, supervised with its priorities, past ledger.
pub(crate) fn marks(t: T, view: &CaseView) -> Vec<String> {
    let (rules, case) = (&view.adopted.procedure, &view.case);
    let mut marks = Vec::new();
    if let Some(earlier) = &case.repeat_of {
        marks.push(format!(
            "{} {}",
            t.say("desk-mark-repeat"),
            grouped(earlier.number.as_str())
        ));
    }
    for priority in rules
        .priorities
        .iter()
        .filter(|p| case.priorities.contains(&p.id))
    {
        marks.push(format!(
            "{} · {}",
            t.say("desk-mark-supervised"),
            t.text(&priority.name)
        ));
    }
    if case.history {
        marks.push(t.say("desk-mark-history"));
    }
    marks.extend(case.marks.iter().filter_map(|id| mark_name(t, rules, id)));
    match case.publicity {
        Publicity::Undecided => {}
        Publicity::Public(_) => marks.push(t.say("desk-mark-public")),
        Publicity::Withheld(_) => marks.push(t.say("desk-mark-withheld")),
        Publicity::Hidden(_) => marks.push(t.say("desk-mark-hidden")),
    }
    if let Some(into) = &case.merged_into {
        marks.push(t.args("note-merged", &[("what", grouped(into.as_str()))]));
    }
    marks
}

/// Requests that wait for a ruling, with what was asked.
pub(crate) fn requests(t: T, view: &CaseView) -> Vec<(String, Vec<String>, Vec<String>)> {
    let open = view.case.requests.iter().filter(|r| r.ruled.is_none());
    let row = |request: &case::state::Request| {
        let entry = view.timeline.iter().rev().find(|e| {
            e.order == Some(request.order)
                && e.at == request.at
                && matches!(
                    e.word,
                    Some(procedure::Do::AskExtension | procedure::Do::AskSendBack)
                )
        })?;
        let said = entry.texts.iter().filter_map(|(_, text)| text.clone()).collect();
        let unit = view.case.order(request.order).map(|o| o.unit.name.clone());
        let head = format!(
            "{} · {}",
            crate::parts::did_name(t, &view.adopted.procedure, &entry.act),
            unit.unwrap_or_default()
        );
        Some((head, notes(t, &view.adopted.procedure, &entry.act), said))
    };
    open.filter_map(row).collect()
}
