//! The first page: write, follow, and what the rules promise.

use super::public_list::state_tag;
use crate::parts::{Cited, Tag, reworded, writable};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Calendar;
use office::view::public::PublicLine;
use procedure::{Procedure, Ruled};

/// `GET /`.
#[derive(Debug, Template)]
#[template(path = "home.html")]
pub struct Home {
    frame: Frame,
    headline: String,
    emergency: Option<String>,
    promises: Vec<Promise>,
    rules: String,
    public: Option<String>,
    write: Option<String>,
    /// Why no message is taken at present.
    none_taken: Option<String>,
    /// Whether citizens can have accounts.
    accounts: bool,
    /// The channels through which people write, where none is here.
    elsewhere: String,
    /// What was answered lately, where messages are public.
    recent: Vec<Recent>,
    /// How many came in this month and were answered, where none are.
    lately: Option<String>,
}

/// A message that was answered.
#[derive(Debug)]
struct Recent {
    href: String,
    title: String,
    about: String,
    state: Tag,
}

/// A time limit that the rules set.
#[derive(Debug)]
struct Promise {
    name: String,
    cited: Cited,
}

impl Home {
    /// Title of the page.
    pub fn title(t: T) -> String {
        t.say("citizen-home-title")
    }

    /// From the procedure in force. `page` is the address of its page.
    pub fn of(frame: Frame, procedure: &Procedure, page: &str) -> Self {
        let t: T = frame.t;
        let emergency = procedure.grounds.iter().find(|g| g.emergency);
        let guidance = emergency
            .and_then(|g| g.guidance.as_deref())
            .and_then(|id| procedure.guidance.iter().find(|g| g.id == id));
        let duties = procedure
            .clocks
            .iter()
            .filter(|clock| !clock.right && clock.clause.is_some());
        let names = procedure.channels.iter().map(|channel| t.text(&channel.name));
        Self {
            none_taken: None,
            write: writable(procedure).then(|| reworded(t, procedure, t.say("shell-nav-write"))),
            elsewhere: t.list(names),
            headline: reworded(t, procedure, t.say("citizen-home-title")),
            emergency: guidance.map(|g| t.text(&g.text).to_owned()),
            promises: duties
                .map(|clock| Promise {
                    name: t.text(&clock.name).to_owned(),
                    cited: Cited::of(t, &clock.basis(), page),
                })
                .collect(),
            public: procedure
                .head
                .public
                .then(|| reworded(t, procedure, t.say("public-list"))),
            rules: t.text(&procedure.head.title).to_owned(),
            accounts: false,
            recent: Vec::new(),
            lately: None,
            frame,
        }
    }

    /// While no message is taken: these rules lapsed after that day, and nobody has decided to use them on.
    pub fn taking_none(self, rules: &Procedure, last: jiff::civil::Date) -> Self {
        let t = self.frame.t;
        let day = calendar::show_day(last, t.lang());
        Self {
            write: None,
            none_taken: Some(reworded(t, rules, t.args("portal-lapsed", &[("day", day)]))),
            ..self
        }
    }

    /// With some messages that were answered.
    pub fn with_recent(self, calendar: &Calendar, lines: &[PublicLine]) -> Self {
        let t = self.frame.t;
        let recent = lines.iter().filter_map(|line| {
            let at = calendar.show(line.answered.unwrap_or(line.at), t.lang());
            let about: Vec<String> = line
                .unit
                .iter()
                .map(|unit| unit.name.clone())
                .chain([at])
                .collect();
            Some(Recent {
                href: format!("/public/{}", line.number),
                title: line.title.clone()?,
                about: about.join(" · "),
                state: state_tag(t, line.state),
            })
        });
        Self {
            recent: recent.collect(),
            ..self
        }
    }

    /// With how many came in this month, and how many of them were answered; a month with nothing says nothing.
    pub fn with_lately(self, rules: &Procedure, (received, answered): (u64, u64)) -> Self {
        let t = self.frame.t;
        let args = [
            ("received", words::count(received)),
            ("answered", words::count(answered)),
        ];
        let says = (received > 0).then(|| reworded(t, rules, t.args("portal-lately", &args)));
        Self { lately: says, ..self }
    }

    /// With the door to one's own cases, where codes can be sent.
    pub fn with_accounts(self, accounts: bool) -> Self {
        Self { accounts, ..self }
    }
}
