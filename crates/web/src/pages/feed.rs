//! A feed of public messages, in the Atom format (RFC 4287).

use super::public_list::state_name;
use crate::parts::reworded;
use crate::shell::T;
use askama::Template;
use calendar::Calendar;
use office::view::public::PublicLine;
use procedure::Procedure;

/// `GET /public/feed`.
#[derive(Debug, Template)]
#[template(path = "feed.xml")]
pub struct Feed {
    /// Language of the words around the messages.
    pub lang: &'static str,
    /// What is in it.
    pub title: String,
    /// Its own address, which is its id too.
    pub own: String,
    /// The page with the same messages.
    pub page: String,
    /// When something of it was published or answered last, RFC 3339.
    pub updated: String,
    /// Who publishes.
    pub author: String,
    /// The messages, the newest first.
    pub entries: Vec<Entry>,
}

/// A message.
#[derive(Debug)]
pub struct Entry {
    title: String,
    address: String,
    published: String,
    updated: String,
    about: String,
}

impl Feed {
    /// What it is called: the place, the list, and to what it is narrowed.
    pub fn title(t: T, rules: &Procedure, place: &str, narrowed: &[String]) -> String {
        let list = reworded(t, rules, t.say("public-list"));
        let mut parts = vec![format!("{place} · {list}")];
        parts.extend(narrowed.iter().cloned());
        plain(&parts.join(" · "))
    }
}

impl Entry {
    /// Of a line of the list. `base` is the address of the installation.
    pub fn of(t: T, rules: &Procedure, calendar: &Calendar, base: &str, line: &PublicLine) -> Self {
        let kind = rules
            .categories
            .iter()
            .find(|kind| Some(&kind.id) == line.category.as_ref());
        let about = [
            Some(state_name(t, line.state)),
            line.unit.as_ref().map(|unit| unit.name.clone()),
            kind.map(|kind| t.text(&kind.name).to_owned()),
        ];
        let about: Vec<String> = about.into_iter().flatten().collect();
        Self {
            title: plain(line.title.as_deref().unwrap_or("—")),
            address: format!("{base}/public/{}", line.number),
            published: calendar.rfc3339(line.at),
            updated: calendar.rfc3339(line.answered.map_or(line.at, |at| at.max(line.at))),
            about: plain(&about.join(" · ")),
        }
    }
}

/// Without the signs that no XML may hold.
fn plain(text: &str) -> String {
    let fits = |sign: &char| !sign.is_control() && !matches!(sign, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(fits).collect()
}
