//! A published message: what was asked, what was answered in whose name and within which limit, and the course.

use super::public_list::state_tag;
use crate::handle::public_filter::address;
use crate::parts::{Cited, ClockRow, Tag, did_name, grouped, reworded};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Instant;
use office::view::public::{Hidden, PublicCase};

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
    state: Tag,
    typical: bool,
    /// Address of the list narrowed to it, and name.
    kind: Option<(String, String)>,
    /// The same of the unit that answers.
    unit: Option<(String, String)>,
    replies: Vec<Reply>,
    rating: Option<Rating>,
    /// Address of the last reply as a sheet of paper.
    paper: Option<String>,
    course: Vec<Step>,
}

#[derive(Debug)]
struct Reply {
    name: String,
    at: String,
    text: String,
    limits: Vec<ClockRow>,
}

#[derive(Debug)]
struct Rating {
    solved: bool,
    satisfied: bool,
    at: String,
}

#[derive(Debug)]
struct Step {
    at: String,
    what: String,
    units: String,
    cited: Cited,
}

/// The page with the whole regulation.
const RULES: &str = "/procedure";

impl PublicPage {
    /// Of a case.
    pub fn of(frame: Frame, case: &PublicCase, now: Instant) -> Self {
        let t: T = frame.t;
        let (rules, calendar) = (&case.adopted.procedure, &case.adopted.calendar);
        let show = |at| calendar.show(at, t.lang());
        let office = t.text(&rules.head.issued_by).to_owned();
        let replies = case.replies.iter().map(|reply| Reply {
            name: reply
                .name
                .as_ref()
                .map_or(office.clone(), |name| t.text(name).to_owned()),
            at: show(reply.at),
            text: reply.text.clone(),
            limits: reply
                .limits
                .iter()
                .filter_map(|clock| ClockRow::of(t, rules, calendar, (clock, None), None, now, RULES))
                .collect(),
        });
        let trace = |hidden: &Hidden| {
            let published = hidden.published.map_or_else(|| "–".to_owned(), show);
            let by = hidden.by.as_ref().map_or(&office[..], |role| t.text(role));
            let args = [
                ("at", show(hidden.at)),
                ("published", published),
                ("by", by.to_owned()),
            ];
            t.args("public-hidden-on", &args)
        };
        let course = case.course.iter().map(|step| Step {
            at: show(step.at),
            what: did_name(t, rules, &step.act),
            units: t.list(&step.units),
            cited: Cited::of(t, &step.basis, RULES),
        });
        let kind = rules
            .categories
            .iter()
            .find(|kind| Some(&kind.id) == case.category.as_ref());
        let with = |name, value: &str| address("/public", &[(name, value)]);
        Self {
            number: grouped(case.number.as_str()),
            hidden: case.hidden.as_ref().map(trace),
            list: reworded(t, rules, t.say("public-list")),
            title: match &case.hidden {
                Some(_) => t.say("public-hidden"),
                None => case.title.clone().unwrap_or_else(|| t.say("shell-destroyed")),
            },
            text: case.text.clone(),
            received: case.received.map(show),
            state: state_tag(t, case.state),
            typical: case.typical,
            kind: kind.map(|kind| (with("kind", &kind.id), t.text(&kind.name).to_owned())),
            unit: case
                .unit
                .as_ref()
                .map(|unit| (with("unit", unit.id.as_str()), unit.name.clone())),
            replies: replies.collect(),
            rating: case.rating.map(|rating| Rating {
                solved: rating.solved,
                satisfied: rating.satisfied,
                at: show(rating.at),
            }),
            paper: (case.on_paper && !case.replies.is_empty())
                .then(|| format!("/public/{}/reply", case.number)),
            course: course.collect(),
            frame,
        }
    }
}
