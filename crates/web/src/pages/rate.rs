//! How it went: the page that the link of a return visit opens, and the thanks behind it.

use crate::parts::{About, ActForm, Choices, grouped};
use crate::shell::{Frame, T};
use askama::Template;
use office::view::CaseView;

/// `GET /case/visit`; sends to `act/answer-visit` of the case's page.
#[derive(Debug, Template)]
#[template(path = "rate.html")]
pub struct Rate {
    frame: Frame,
    page: String,
    number: String,
    title: String,
    reply: Option<String>,
    in_name: Option<String>,
    form: ActForm,
}

/// `GET /case/visit/thanks`, and `GET /case/visit` where nothing is asked.
#[derive(Debug, Template)]
#[template(path = "rate-thanks.html")]
pub struct Thanks {
    /// Layout.
    pub frame: Frame,
    /// Address of the case's page.
    pub page: String,
    /// What follows.
    pub says: String,
    /// Whether something was said just now.
    pub thanks: bool,
}

impl Rate {
    /// Of a case whose citizen may say how it went; `None` where there is nothing to say now. `here` is the address of the
    /// case's page, `command` a fresh command id.
    pub fn of(frame: Frame, here: &str, view: &CaseView, command: &str) -> Option<Self> {
        let t: T = frame.t;
        let rules = &view.adopted.procedure;
        let answers = |offer: &&case::Offer| offer.does == procedure::Do::AnswerVisit;
        let offer = view.offers.iter().find(answers)?;
        let choices = Choices {
            procedure: rules,
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
        let about = About {
            case: here,
            procedure: "/procedure",
            whose: None,
            own: true,
            token: &frame.token,
            command,
            seen: view.case.seq,
        };
        Some(Self {
            form: ActForm::of(t, offer, &choices, about, true, None),
            page: here.to_owned(),
            number: grouped(view.number.as_str()),
            title: view.title.clone().unwrap_or_else(|| t.say("shell-destroyed")),
            reply: view.reply.clone(),
            in_name: view.case.in_name.as_ref().map(|name| t.text(name).to_owned()),
            frame,
        })
    }
}
