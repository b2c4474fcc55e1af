//! The documents of a citizen's own case.

use crate::parts::{grouped, reworded};
use crate::shell::Frame;
use askama::Template;
use office::view::CaseView;

/// `GET /case/document`.
#[derive(Debug, Template)]
#[template(path = "my-papers.html")]
pub struct MyPapers {
    frame: Frame,
    page: String,
    number: String,
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    href: String,
    name: String,
    number: Option<String>,
    about: String,
}

impl MyPapers {
    /// From the view of a case, whose page is at `page`: the reply, and what was issued to the citizen, the newest on top.
    pub fn of(frame: Frame, page: &str, view: &CaseView) -> Self {
        let t = frame.t;
        let (rules, calendar) = (&view.adopted.procedure, &view.adopted.calendar);
        let reply = view.reply.is_some().then(|| Line {
            href: format!("{page}/document/reply"),
            name: reworded(t, rules, t.say("citizen-reply")),
            number: None,
            about: view
                .case
                .replied
                .map(|at| calendar.show(at, t.lang()))
                .unwrap_or_default(),
        });
        let issued = view.papers.iter().rev().map(|paper| Line {
            href: format!("{page}/document/{}", paper.place),
            name: t.text(&paper.name).to_owned(),
            number: Some(paper.number.to_string()),
            about: format!(
                "{} · {}",
                t.text(&paper.issuer),
                calendar.show(paper.issued, t.lang())
            ),
        });
        Self {
            page: page.to_owned(),
            number: grouped(view.number.as_str()),
            lines: reply.into_iter().chain(issued).collect(),
            frame,
        }
    }
}
