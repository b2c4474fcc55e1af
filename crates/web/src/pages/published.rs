//! What was published: the list, and a page for each message with the replies of the departments.

use crate::parts::{Pager, did_name, grouped, reworded};
use crate::shell::{Frame, T};
use askama::Template;
use office::Adopted;
use office::view::public::{Hidden, PublicCase, PublicLine};

/// `GET /public`.
#[derive(Debug, Template)]
#[template(path = "public-list.html")]
pub struct PublicList {
    frame: Frame,
    lines: Vec<Line>,
    pager: Pager,
}

#[derive(Debug)]
struct Line {
    href: String,
    title: Option<String>,
    at: String,
    category: Option<String>,
    replied: bool,
}

/// `GET /public/{number}`.
#[derive(Debug, Template)]
#[template(path = "public-case.html")]
pub struct PublicPage {
    frame: Frame,
    number: String,
    hidden: Option<String>,
    list: String,
    title: String,
    text: Option<String>,
    received: Option<String>,
    replies: Vec<Reply>,
    course: Vec<(String, String, String)>,
}

#[derive(Debug)]
struct Reply {
    name: String,
    at: String,
    text: String,
}

impl PublicList {
    /// A page of the list. `next` is the address of the one behind it.
    pub fn of(
        frame: Frame,
        adopted: &Adopted,
        lines: &[PublicLine],
        first: bool,
        next: Option<String>,
    ) -> Self {
        let t: T = frame.t;
        let category = |id: &String| {
            let found = adopted.procedure.categories.iter().find(|c| c.id == *id)?;
            Some(t.text(&found.name).to_owned())
        };
        let line = |line: &PublicLine| Line {
            href: format!("/public/{}", line.number),
            title: line.title.clone(),
            at: adopted.calendar.show(line.at, t.lang()),
            category: line.category.as_ref().and_then(category),
            replied: line.replied,
        };
        Self {
            lines: lines.iter().map(line).collect(),
            pager: Pager {
                t,
                first: (!first).then(|| "/public".to_owned()),
                next,
            },
            frame,
        }
    }
}

impl PublicPage {
    /// Of a case.
    pub fn of(frame: Frame, case: &PublicCase) -> Self {
        let t: T = frame.t;
        let (rules, calendar) = (&case.adopted.procedure, &case.adopted.calendar);
        let office = t.text(&rules.head.issued_by).to_owned();
        let replies = case.replies.iter().map(|reply| Reply {
            name: reply
                .name
                .as_ref()
                .map_or(office.clone(), |name| t.text(name).to_owned()),
            at: calendar.show(reply.at, t.lang()),
            text: reply.text.clone(),
        });
        let trace = |hidden: &Hidden| {
            let show = |at| calendar.show(at, t.lang());
            let published = hidden.published.map_or_else(|| "–".to_owned(), show);
            let by = hidden.by.as_ref().map_or(&office[..], |role| t.text(role));
            let args = [
                ("at", show(hidden.at)),
                ("published", published),
                ("by", by.to_owned()),
            ];
            t.args("public-hidden-on", &args)
        };
        let course = case.course.iter().map(|step| {
            (
                calendar.show(step.at, t.lang()),
                did_name(t, rules, &step.act),
                step.units.join(" · "),
            )
        });
        Self {
            number: grouped(case.number.as_str()),
            hidden: case.hidden.as_ref().map(trace),
            list: reworded(t, rules, t.say("public-list")),
            title: match &case.hidden {
                Some(_) => t.say("public-hidden"),
                None => case.title.clone().unwrap_or_else(|| t.say("shell-destroyed")),
            },
            text: case.text.clone(),
            received: case.received.map(|at| calendar.show(at, t.lang())),
            replies: replies.collect(),
            course: course.collect(),
            frame,
        }
    }
}
