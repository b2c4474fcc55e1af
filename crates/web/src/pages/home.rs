//! The first page: write, follow, and what the rules promise.

use crate::parts::{Cited, reworded, writable};
use crate::shell::{Frame, T};
use askama::Template;
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
    /// Whether citizens can have accounts.
    accounts: bool,
    /// The channels through which people write, where none is here.
    elsewhere: String,
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
            write: writable(procedure).then(|| reworded(t, procedure, t.say("shell-nav-write"))),
            elsewhere: names.collect::<Vec<_>>().join(&t.say("citizen-home-between")),
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
            frame,
        }
    }

    /// With the door to one's own cases, where codes can be sent.
    pub fn with_accounts(self, accounts: bool) -> Self {
        Self { accounts, ..self }
    }
}
