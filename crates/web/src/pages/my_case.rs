//! A citizen's own case: how it stands, what was answered, the course, and what can be done.

use crate::parts::{About, ActForm, Choices, ClockRow, Moment, Refill, Tag, files, grouped};
use crate::shell::{Frame, T};
use askama::Template;
use office::view::CaseView;

/// `GET /case`, the visit link, and `GET /my/case/{number}`; acts go to `act/{act}` below it.
#[derive(Debug, Template)]
#[template(path = "my-case.html")]
pub struct MyCase {
    frame: Frame,
    page: String,
    number: String,
    title: String,
    text: Option<String>,
    place: Option<String>,
    step: Tag,
    received: Option<String>,
    reply: Option<String>,
    in_name: Option<String>,
    papers: bool,
    attachments: Vec<(String, String)>,
    clocks: Vec<ClockRow>,
    moments: Vec<Moment>,
    forms: Vec<ActForm>,
    not_done: Option<String>,
}

impl MyCase {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("citizen-my-case")
    }

    /// From the view. `here` is the address of the page, `command` is a fresh command id; `back` the act whose form comes back.
    pub fn of(
        frame: Frame,
        here: &str,
        view: &CaseView,
        command: &str,
        back: Option<(procedure::Do, &Refill)>,
    ) -> Self {
        let t = frame.t;
        let (rules, page) = (&view.adopted, "/procedure");
        let step = rules.procedure.step(&view.case.step);
        let choices = Choices {
            procedure: &rules.procedure,
            units: &[],
            earlier: &[],
            orders: &[],
            unit: None,
            category: view.case.category.as_deref(),
            own: &[],
            text: None,
            suggested: None,
            finds: None,
        };
        let form = |offer: &case::Offer| {
            let refill = back
                .filter(|(act, _)| *act == offer.does)
                .map(|(_, refill)| refill);
            let about = About {
                case: here,
                procedure: page,
                whose: None,
                own: true,
                token: &frame.token,
                command,
                seen: view.case.seq,
            };
            // whoever comes to rate has come for that
            let open = offer.does == procedure::Do::AnswerVisit;
            ActForm::of(t, offer, &choices, about, open, refill)
        };
        let forms: Vec<ActForm> = view.offers.iter().map(form).collect();
        let not_done = back.and_then(|(act, refill)| {
            let shown: Vec<&ActForm> = forms.iter().collect();
            ActForm::gone(refill, &shown, &ActForm::id_of(act, None, None))
        });
        let clock = |c: &office::view::ClockView| {
            let clock = (&c.clock, c.due.as_ref());
            ClockRow::of(t, &rules.procedure, &rules.calendar, clock, None, view.now, page)
        };
        Self {
            page: here.to_owned(),
            number: grouped(view.number.as_str()),
            title: view.title.clone().unwrap_or_else(|| t.say("shell-destroyed")),
            text: view.text.clone(),
            place: view.place.clone(),
            step: Tag::plain(step.map_or("", |s| t.text(&s.name))),
            received: view.case.received.map(|at| rules.calendar.show(at, t.lang())),
            reply: view.reply.clone(),
            in_name: view.case.in_name.as_ref().map(|name| t.text(name).to_owned()),
            papers: view.reply.is_some() || !view.papers.is_empty(),
            attachments: files(t, view, here),
            clocks: view.clocks.iter().filter_map(clock).collect(),
            moments: view
                .timeline
                .iter()
                .map(|e| Moment::of(t, rules, e, page))
                .collect(),
            forms,
            not_done,
            frame,
        }
    }
}
