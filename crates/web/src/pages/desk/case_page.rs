//! One case for staff: the original on the left, what the rule asks next on the right, the course below.

use super::case_chain::{self, Link};
use super::case_judged::{self, Judged};
use super::case_linked::{self, LinkRow};
use super::case_papers::{self, PaperRow};
use super::case_parts::{self, OrderRow};
use crate::parts::{
    About, ActForm, Choices, ClockRow, Earlier, Moment, Pager, Refill, Suggested, Tag, Unit, files, grouped,
    reworded,
};
use crate::shell::Frame;
use askama::Template;
use case::state::Publicity;
use case::{Offer, OrderNo};
use office::view::CaseView;
use office::view::linked::Linked;
use office::view::person::OpenedCitizen;
use procedure::Do;

/// `GET /desk/case/{number}`; acts go to `POST /desk/case/{number}/act/{act}`, the reason for opening personal data
/// to `POST /desk/case/{number}/person`.
#[derive(Debug, Template)]
#[template(path = "desk/case.html")]
pub struct CasePage {
    frame: Frame,
    here: String,
    number: String,
    title: String,
    text: Option<String>,
    clean: Option<String>,
    public_text: Option<String>,
    in_name: Option<String>,
    step: Tag,
    marks: Vec<String>,
    facts: Vec<(String, String)>,
    citizen: Vec<(String, String)>,
    who: String,
    verified: bool,
    opened: bool,
    open_fault: Option<String>,
    not_done: Option<String>,
    attachments: Vec<(String, String)>,
    reply: Option<String>,
    papers: Vec<PaperRow>,
    orders: Vec<OrderRow>,
    requests: Vec<(String, Vec<String>, Vec<String>)>,
    clocks: Vec<ClockRow>,
    over: Vec<ClockRow>,
    judged: Option<Judged>,
    chain: Vec<Link>,
    links: Vec<LinkRow>,
    merged: Option<String>,
    links_pager: Pager,
    forms: Vec<ActForm>,
    others: Vec<ActForm>,
    moments: Vec<Moment>,
    age: String,
}

/// Whether personal data stand open.
#[derive(Debug, Default)]
pub enum Opening<'a> {
    /// Masked.
    #[default]
    Closed,
    /// In plain text, once a reason was given.
    Opened(&'a OpenedCitizen),
    /// The reason was refused: why, in the reader's language.
    Faulty(String),
}

/// What the page needs beside the view.
#[derive(Debug, Default)]
pub struct Around<'a> {
    /// Units that can get a work order, with who is on duty.
    pub units: &'a [Unit],
    /// Cases that may be the same problem.
    pub earlier: &'a [Earlier],
    /// Units for which the person can claim.
    pub own: &'a [Unit],
    /// What the dispatch catalogue says.
    pub suggested: Option<&'a Suggested>,
    /// What of the message tells who somebody is, for whoever publishes it.
    pub finds: Option<&'a office::publicity::PublicFinds>,
    /// What the case hangs together with.
    pub linked: Option<&'a Linked>,
    /// Whether the cases handled with this one stand on a later page of their list.
    pub behind: bool,
    /// The citizen, masked or in plain text.
    pub opening: Opening<'a>,
    /// Fresh command id.
    pub command: &'a str,
    /// The act whose form comes back.
    pub back: Option<(Do, Option<OrderNo>, &'a Refill)>,
}

impl CasePage {
    /// From the view.
    pub fn of(frame: Frame, view: &CaseView, around: &Around<'_>) -> Self {
        let t = frame.t;
        let (rules, page) = (&view.adopted, "/procedure");
        let here = format!("/desk/case/{}", view.number);
        let choices = Choices {
            procedure: &rules.procedure,
            units: around.units,
            earlier: around.earlier,
            orders: &view.case.orders,
            unit: None,
            category: view.case.category.as_deref(),
            own: around.own,
            text: view.clean.as_deref().or(view.text.as_deref()),
            suggested: around.suggested,
            finds: around.finds,
        };
        let unit_of = |no: Option<OrderNo>| {
            let order = view.case.order(no?)?;
            // with one work order there is nothing to tell apart
            (view.case.orders.len() > 1).then(|| format!("{} · {}", order.unit.name, order.no))
        };
        let form = |offer: &Offer, open: bool| {
            let back = around
                .back
                .filter(|(act, order, _)| *act == offer.does && *order == offer.order)
                .filter(|(_, _, refill)| offer.names.is_none() || refill.names() == offer.names.as_deref());
            let about = About {
                case: &here,
                procedure: page,
                whose: unit_of(offer.order),
                own: false,
                token: &frame.token,
                command: around.command,
                seen: view.case.seq,
            };
            ActForm::of(t, offer, &choices, about, open, back.map(|(_, _, refill)| refill))
        };
        let ordered = view.case.orders.iter().any(case::state::Order::is_open);
        let (judging, rest): (Vec<&Offer>, Vec<&Offer>) =
            view.offers.iter().partition(|o| case_judged::is_judged(o));
        let (mut main, others): (Vec<&Offer>, Vec<&Offer>) =
            rest.into_iter().partition(|o| moves(o.does, ordered));
        let verified = view.citizen.as_ref().is_some_and(|c| c.verified);
        let decided = !matches!(view.case.publicity, Publicity::Undecided);
        main.sort_by_key(|offer| match offer.does {
            // whether it is public was decided: that can be done again, but waits for nobody
            Do::Publish | Do::Withhold if decided => 3,
            act => rank(act, verified),
        });
        let nothing_back = around.back.is_none();
        // what stands beside the original comes first; else the first form of the column stands open
        let first = |i: usize| i == 0 && nothing_back;
        let beside = judging.iter().enumerate();
        let beside: Vec<ActForm> = beside.map(|(i, offer)| form(offer, first(i))).collect();
        let nothing_beside = beside.is_empty();
        let forms = main
            .iter()
            .enumerate()
            .map(|(i, offer)| form(offer, first(i) && nothing_beside));
        let forms: Vec<ActForm> = forms.collect();
        let others: Vec<ActForm> = others.iter().map(|offer| form(offer, false)).collect();
        let not_done = around.back.and_then(|(act, order, refill)| {
            let shown: Vec<&ActForm> = beside.iter().chain(&forms).chain(&others).collect();
            ActForm::gone(refill, &shown, &ActForm::id_of(act, order, refill.names()))
        });
        let clock = |c: &office::view::ClockView| {
            let unit = c
                .clock
                .order
                .and_then(|no| view.case.order(no))
                .map(|o| o.unit.name.clone());
            let clock = (&c.clock, c.due.as_ref());
            ClockRow::of(t, &rules.procedure, &rules.calendar, clock, unit, view.now, page)
        };
        let (open, over): (Vec<_>, Vec<_>) = view.clocks.iter().partition(|c| runs(c, view.now));
        let judged = case_judged::judged(t, view, &judging, beside);
        // what stands beside the original stands nowhere else
        let shown_above = |text: &String| {
            let mut above = judged.iter().flat_map(|judged| &judged.others);
            above.any(|(_, _, other)| other == text)
        };
        let mut orders = case_parts::orders(t, view);
        for order in &mut orders {
            order.result.take_if(|text| shown_above(text));
        }
        let reply = view.reply.clone().filter(|text| !shown_above(text));
        let nothing = Linked::default();
        let linked = around.linked.unwrap_or(&nothing);
        let masked = view.citizen.as_ref();
        let opened = match around.opening {
            Opening::Opened(citizen) => Some(citizen),
            _ => None,
        };
        Self {
            number: grouped(view.number.as_str()),
            title: view.title.clone().unwrap_or_else(|| t.say("shell-destroyed")),
            text: view.text.clone(),
            clean: view.clean.clone(),
            public_text: view.public_text.clone(),
            in_name: view.case.in_name.as_ref().map(|name| t.text(name).to_owned()),
            step: Tag::plain(
                rules
                    .procedure
                    .step(&view.case.step)
                    .map_or("", |s| t.text(&s.name)),
            ),
            marks: case_parts::marks(t, view),
            facts: case_parts::facts(t, view),
            citizen: masked.map_or_else(Vec::new, |m| case_parts::citizen(t, m, opened)),
            who: reworded(t, &rules.procedure, t.say("desk-citizen")),
            verified: masked.is_some_and(|m| m.verified),
            opened: opened.is_some(),
            open_fault: match &around.opening {
                Opening::Faulty(says) => Some(says.clone()),
                _ => None,
            },
            attachments: files(t, view, &here),
            reply,
            papers: case_papers::papers(t, view),
            orders,
            requests: case_parts::requests(t, view),
            clocks: open.into_iter().filter_map(clock).collect(),
            over: over.into_iter().filter_map(clock).collect(),
            judged,
            chain: case_chain::chain(t, view, page),
            links: case_linked::links(t, view, linked),
            merged: case_linked::merged(t, linked),
            links_pager: case_linked::pager(t, &here, linked, around.behind),
            forms,
            others,
            not_done,
            moments: view
                .timeline
                .iter()
                .rev()
                .map(|e| Moment::of(t, rules, e, page))
                .collect(),
            age: age(t, view),
            here,
            frame,
        }
    }
}

/// A right that is over stands among what is over.
fn runs(view: &office::view::ClockView, now: calendar::Instant) -> bool {
    view.clock.is_open() && !(view.right && view.clock.due <= now)
}

/// Acts that lead the case on stand first; what may be done at any time stands below, and so does another dispatch
/// while a unit is at work.
fn moves(act: Do, ordered: bool) -> bool {
    if act == Do::Dispatch && ordered {
        return false;
    }
    !matches!(
        act,
        Do::Contact
            | Do::LinkEmergency
            | Do::ConfirmRepeat
            | Do::DemandOpinion
            | Do::Urge
            | Do::Supervise
            | Do::Recheck
            | Do::Convene
            | Do::Designate
            | Do::Escalate
            | Do::Deliver
            | Do::RecordAccountability
            | Do::Withdraw
            | Do::Add
            | Do::Correct
            | Do::TakeBack
            | Do::Reopen
            | Do::Mark
            | Do::Hide
            | Do::Merge
            | Do::Refer
            | Do::Record
            | Do::AskCitizen
    )
}

/// What is most likely to be done comes first and stands open; within a rank the order of the file holds.
fn rank(act: Do, verified: bool) -> u8 {
    match act {
        // somebody waits for the ruling, or acceptance waits for the registration
        Do::RuleExtension | Do::RuleSendBack => 0,
        Do::Complete if !verified => 0,
        Do::Complete | Do::Refuse | Do::PassUp | Do::AskExtension | Do::AskSendBack => 2,
        _ => 1,
    }
}

/// The case's age since receipt, in days.
fn age(t: crate::shell::T, view: &CaseView) -> String {
    let since = view.case.received.unwrap_or(view.now);
    let days = (view.now.ms() - since.ms()).max(0) / 86_400_000;
    if days == 0 {
        return t.say("desk-age-new");
    }
    t.args("desk-age", &[("days", days.to_string())])
}
