//! The frame around every page: name of the place, language switch, navigation, what was just done.

use super::reading::READING;
use super::{Here, Reading, T, assets};
use crate::parts::{reworded, writable};
use calendar::Lang;
use procedure::Procedure;

/// One entry of the navigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// How many wait there, where that is known.
    pub count: Option<u32>,
}

impl Entry {
    /// Without a count.
    pub fn new(href: &str, label: String) -> Self {
        Self {
            href: href.to_owned(),
            label,
            count: None,
        }
    }
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// Name of the member of staff.
    pub name: String,
    /// Posts held, as people call them.
    pub posts: String,
}

/// What the pages of one member of staff have around them.
#[derive(Debug, Clone)]
pub(crate) struct Staff {
    pub(crate) who: Who,
    pub(crate) nav: Vec<Entry>,
    pub(crate) administration: Vec<Entry>,
    pub(crate) manual: String,
    pub(crate) banner: Option<String>,
}

/// News that a page is told of while it stays open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Live {
    /// Address of the stream.
    pub href: String,
    /// What the page has seen: a position of the log, or of a case the number of its events.
    pub since: i64,
}

/// A language that this page can be read in.
#[derive(Debug, Clone)]
pub(crate) struct Language {
    /// This page in it.
    pub(crate) href: String,
    /// What asks for it.
    pub(crate) query: String,
    pub(crate) t: T,
    /// What it calls itself.
    pub(crate) name: String,
    pub(crate) current: bool,
}

impl Language {
    fn of(here: &Here, t: T) -> Self {
        Self {
            href: here.in_lang(t.name()),
            query: format!("lang={}", t.name()),
            t,
            name: t.say(words::NAME),
            current: here.t.name() == t.name(),
        }
    }
}

/// A form that brings everything typed along into another language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Again {
    /// Id of the form.
    pub form: &'static str,
    /// Where it goes: there the same page is made, and nothing is done.
    pub to: &'static str,
    /// What `go` says there; nothing for a form without steps.
    pub go: &'static str,
    /// Where it goes by the return key: browsers take the first button, and those for languages stand above all others.
    pub plainly: &'static str,
}

/// How a page is read in another language, or with other aids, without losing anything that stands on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Switches {
    /// By its address.
    Address,
    /// By its form.
    Form(Again),
    /// Not at all: it tells once what was done, and its address leads elsewhere or nowhere.
    None,
}

/// What the layout needs. Every page struct has one in its field `frame`.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The catalogue.
    pub t: T,
    /// Title of the page.
    pub title: String,
    /// Name of the jurisdiction.
    pub place: String,
    /// Name of the service.
    pub service: String,
    /// The navigation; which entries there are depends on the person's posts.
    pub nav: Vec<Entry>,
    /// The pages of administrators: one entry of the navigation, a row of their own once one of them is open.
    pub administration: Vec<Entry>,
    /// Who is signed in.
    pub who: Option<Who>,
    /// What was just done.
    pub flash: Option<String>,
    /// Said on every page: an invented city, a trial.
    pub banner: Option<String>,
    /// News that the page is told of.
    pub live: Option<Live>,
    /// Whether the page needs the whole width.
    pub wide: bool,
    /// The page of the manual that is for the reader.
    pub manual: String,
    /// Token for the forms.
    pub token: String,
    pub(crate) path: String,
    pub(crate) langs: Vec<Language>,
    pub(crate) switches: Switches,
    pub(crate) style: String,
    pub(crate) mark: String,
    pub(crate) scripts: String,
    /// Reading aids, for the style sheet.
    pub(crate) classes: String,
    /// Leads to this page with all reading aids, or with none where there are some.
    pub(crate) aids: String,
    /// What asks for them.
    pub(crate) aids_query: String,
    /// UTC milliseconds: computers in offices show any time, and clocks count by ours.
    pub(crate) now: i64,
    /// Whose drafts a browser keeps, without saying who it is: another one for every session of staff.
    pub(crate) reader: Option<String>,
}

/// Entries of staff's navigation that stay in sight on a phone.
const MOST_IN_SIGHT: usize = 4;

/// Where citizens write.
const WRITE: &str = "/write";

impl Frame {
    /// The frame of a page for citizens.
    pub fn new(here: &Here, title: String) -> Self {
        let t = here.t;
        let said = here.flash.as_ref().map(|flash| {
            let args: Vec<(&str, String)> = flash.args.iter().map(|(n, v)| (n.as_str(), v.clone())).collect();
            t.args(&flash.key, &args)
        });
        let mut nav = vec![
            Entry::new(WRITE, t.say("shell-nav-write")),
            Entry::new("/follow", t.say("shell-nav-follow")),
            Entry::new("/procedure", t.say("shell-nav-procedure")),
        ];
        let aids = if here.reading.any() {
            Reading::default()
        } else {
            Reading::ALL
        };
        if here.account().is_some() {
            nav.insert(2, Entry::new("/my", t.say("my-cases")));
        }
        Self {
            t,
            title,
            place: t.text(here.place()).to_owned(),
            service: t.text(here.service()).to_owned(),
            nav,
            administration: Vec::new(),
            who: None,
            flash: said,
            banner: None,
            live: None,
            wide: false,
            manual: manual::INDEX.address(),
            token: here.token(),
            path: here.path().to_owned(),
            langs: T::every()
                .into_iter()
                .map(|other| Language::of(here, other))
                .collect(),
            switches: if here.method.is_safe() {
                Switches::Address
            } else {
                Switches::None
            },
            style: assets::style(),
            mark: assets::mark(),
            scripts: assets::scripts(t),
            classes: here.reading.classes(),
            aids: here.in_reading(aids),
            aids_query: format!("{READING}={}", aids.letters()),
            now: here.shell.clock.now().ms(),
            reader: None,
        }
    }

    /// For the answer to a form that comes back with everything typed.
    pub(crate) fn again(&mut self, again: Again) {
        if self.switches == Switches::None {
            self.switches = Switches::Form(again);
        }
    }

    /// The form by which this page is read in another language.
    pub(crate) fn form_again(&self) -> Option<Again> {
        match self.switches {
            Switches::Form(again) => Some(again),
            Switches::Address | Switches::None => None,
        }
    }

    /// Whether this page is reached again by its address.
    pub(crate) fn has_address(&self) -> bool {
        self.switches == Switches::Address
    }

    /// With title and navigation in the words of a procedure.
    pub fn reworded(mut self, rules: &Procedure) -> Self {
        self.title = reworded(self.t, rules, self.title);
        self.with_nav_of(rules)
    }

    /// With the navigation that a procedure lets citizens have: writing where a channel is theirs to write through, what
    /// is public where anything is.
    pub fn with_nav_of(mut self, rules: &Procedure) -> Self {
        // staff have their own, by their posts
        let citizens = self.who.is_none();
        if !writable(rules) {
            self.nav.retain(|entry| entry.href != WRITE);
        }
        if rules.head.public && citizens {
            let place = self.nav.len().saturating_sub(1);
            self.nav
                .insert(place, Entry::new("/public", self.t.say("public-list")));
        }
        for entry in &mut self.nav {
            entry.label = reworded(self.t, rules, std::mem::take(&mut entry.label));
        }
        self
    }

    /// The frame of a page for staff: their own navigation, the whole width.
    pub fn desk(here: &Here, title: String, who: Who, nav: Vec<Entry>) -> Self {
        Self {
            nav,
            who: Some(who),
            wide: true,
            reader: Some(here.reader()),
            ..Self::new(here, title)
        }
    }

    /// The same with all that belongs to the person.
    pub(crate) fn staff(here: &Here, title: String, staff: Staff) -> Self {
        Self {
            administration: staff.administration,
            manual: staff.manual,
            banner: staff.banner,
            ..Self::desk(here, title, staff.who, staff.nav)
        }
    }

    /// Place and service in one.
    pub(crate) fn name(&self) -> String {
        let space = if self.t.lang() == Lang::Zh { "" } else { " " };
        format!("{}{space}{}", self.place, self.service)
    }

    /// Whether there are more entries than a phone shows beside each other.
    pub(crate) fn many(&self) -> bool {
        let all = self.nav.len() + usize::from(!self.administration.is_empty());
        self.who.is_some() && all > MOST_IN_SIGHT
    }

    /// Whether an entry of the navigation is this page or one below it.
    pub(crate) fn at(&self, href: &str) -> bool {
        let below = |rest: &str| rest.is_empty() || (href != "/desk" && rest.starts_with('/'));
        self.path.strip_prefix(href).is_some_and(below)
    }

    /// Whether this is one of the pages of administrators.
    pub(crate) fn administers(&self) -> bool {
        self.path.starts_with("/desk/people/") || self.administration.iter().any(|entry| self.at(&entry.href))
    }
}
